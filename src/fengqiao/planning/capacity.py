"""Who can work when: the posts that staff hold, and their hours on each working day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from attrs import evolve, field, frozen

from fengqiao.planning.posts import Post, Posts
from fengqiao.timing import Span, WorkCalendar, working_days

DAY_MINUTES = 24 * 60


@frozen(kw_only=True)
class WorkHours:
    """How long and from when staff work on a working day, as the host says; nothing is assumed.

    Attributes:
        minutes: Length of everybody's day; None: not stated.
        starts: When it starts; None: not stated.
        minutes_of: Length by role; speaks before `minutes`.
        starts_of: Start by role; speaks before `starts`.

    Units:
        minutes: minutes; starts: minutes after midnight.
    """

    minutes: int | None = None
    starts: int | None = None
    minutes_of: Mapping[str, int] = field(factory=dict)
    starts_of: Mapping[str, int] = field(factory=dict)

    def of_role(self, role: str) -> tuple[int, int] | None:
        """Start and end of the day of a role; None where either is not stated."""
        minutes = self.minutes_of.get(role, self.minutes)
        starts = self.starts_of.get(role, self.starts)
        return None if minutes is None or starts is None else (starts, starts + minutes)

    def of_roles(self, roles: frozenset[str]) -> tuple[int, int] | None:
        """Start and length of the day of somebody with several roles.

        Returns:
            What the days of all those roles have in common; roles without stated hours don't
            count. None where nothing is left.
        """
        days = [day for role in roles if (day := self.of_role(role)) is not None]
        if not days:
            return None
        starts, ends = max(start for start, _ in days), min(end for _, end in days)
        return (starts, ends - starts) if ends > starts else None


@frozen(kw_only=True)
class Kept:
    """Time of some days that is kept for work in the community.

    Attributes:
        span: Those days: of one week, as far as the plan reaches.
        minutes: How much of the hours of these days no other work may take.
        pack, entry, clause: What asks for it.
        prorated: Whether it asks for less in a week of which somebody is away for a part.

    Units:
        minutes: minutes
    """

    span: Span
    minutes: int
    pack: str
    entry: str
    clause: tuple[str, ...]
    prorated: bool = False


@frozen(kw_only=True)
class Capacity:
    """What one member of staff can do: the posts held, and the hours of each day worked.

    A host that knows of leave or training takes those days out of `days`, or shortens them.

    Attributes:
        posts: All posts held; which of them count is a matter of the day.
        days: Start and length of each day on which something may be planned; empty where no hours
            are stated.
        kept: Time of these days that only work in the community may take.
        away: Days that would have hours, were it not for leave or deployment.

    Units:
        days: (minutes after midnight, minutes)
    """

    staff: str
    posts: tuple[Post, ...]
    days: Mapping[date, tuple[int, int]]
    kept: tuple[Kept, ...] = ()
    away: frozenset[date] = frozenset()


def capacities_of(
    posts: Posts, span: Span, hours: WorkHours, calendar: WorkCalendar
) -> tuple[Capacity, ...]:
    """Capacities of all staff who hold a post on at least one day of a span.

    Args:
        posts: All assignments.
        span: Days that may be planned. Those that the calendar does not hold are left out: nobody
            knows yet whether they are worked.
        hours: As the host states them.
        calendar: Says which days are worked.

    Returns:
        One for each member of staff, by id.
    """
    published = span.meet(Span(calendar.published_from, calendar.published_through))
    worked = working_days(published, calendar) if published else ()
    held: dict[str, list[Post]] = {}
    for post in posts.all:
        if post.holds_in(span):
            held.setdefault(post.staff, []).append(post)
    known: dict[frozenset[str], tuple[int, int] | None] = {}
    return tuple(
        Capacity(staff=staff, posts=tuple(some), days=_days(some, worked, hours, known))
        for staff, some in sorted(held.items())
    )


def share_of(capacity: Capacity, station: str) -> Capacity:
    """What one station may plan of somebody's days.

    On a day on which somebody holds posts at several stations each of these gets an equal part of
    the hours, one after the other by station id. So plans that are made station by station never
    book anybody twice, whoever makes them and in whatever order.

    Args:
        capacity: The whole days of one member of staff.
        station: The station that plans.

    Returns:
        The same posts; without the days on which none of them is at the station.
    """
    if all(post.station == station for post in capacity.posts):
        return capacity
    days = {}
    for day, (start, minutes) in capacity.days.items():
        ordinal = day.toordinal()
        held = (post for post in capacity.posts if post.since <= ordinal <= post.until)
        stations = sorted({post.station for post in held})
        if station in stations:
            part = minutes // len(stations)
            days[day] = (start + part * stations.index(station), part)
    return evolve(capacity, days=days)


def _days(
    posts: Iterable[Post],
    worked: Iterable[date],
    hours: WorkHours,
    known: dict[frozenset[str], tuple[int, int] | None],
) -> dict[date, tuple[int, int]]:
    """The hours of each working day on which a post is held."""
    found = {}
    for day in worked:
        ordinal = day.toordinal()
        roles = frozenset(one.role for one in posts if one.since <= ordinal <= one.until)
        if roles not in known:
            known[roles] = hours.of_roles(roles)
        stated = known[roles]
        if stated is not None:
            found[day] = stated
    return found
