"""Who can work when: the posts that staff hold, and their hours on each working day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from fengqiao.model.registry import Registers
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
class Posting:
    """A post that somebody holds on some days.

    Attributes:
        days: First to last day on which it is held.
    """

    role: str
    station: str
    area: str | None = None
    room: str | None = None
    grid: str | None = None
    post: str | None = None
    days: Span


@frozen(kw_only=True)
class Capacity:
    """What one member of staff can do: the posts held, and the hours of each day worked.

    A host that knows of leave or training takes those days out of `days`, or shortens them.

    Attributes:
        postings: All posts held; which of them count is a matter of the day.
        days: Start and length of each day on which something may be planned; empty where no hours
            are stated.

    Units:
        days: (minutes after midnight, minutes)
    """

    staff: str
    postings: tuple[Posting, ...]
    days: Mapping[date, tuple[int, int]]


def capacities_of(
    registers: Registers, span: Span, hours: WorkHours, calendar: WorkCalendar
) -> tuple[Capacity, ...]:
    """Capacities of all staff who hold a post on at least one day of a span.

    Args:
        registers: Where posts are read.
        span: Days that may be planned. Those that the calendar does not hold are left out: nobody
            knows yet whether they are worked.
        hours: As the host states them.
        calendar: Says which days are worked.

    Returns:
        One for each member of staff, by id.
    """
    published = span.meet(Span(calendar.published_from, calendar.published_through))
    worked = working_days(published, calendar) if published else ()
    held: dict[str, list[Posting]] = {}
    for staff, posting in _postings(registers, span):
        held.setdefault(staff, []).append(posting)
    known: dict[frozenset[str], tuple[int, int] | None] = {}
    return tuple(
        Capacity(
            staff=staff,
            postings=tuple(sorted(postings, key=_order)),
            days=_days(postings, worked, hours, known),
        )
        for staff, postings in sorted(held.items())
    )


def _postings(registers: Registers, span: Span) -> list[tuple[str, Posting]]:
    table = registers.table("assignment")
    places = ("area", "room", "grid", "post")
    found = []
    for row in registers.rows_in("assignment", span):
        until = table["until"][row]
        posting = Posting(
            role=table["role"][row],
            station=table["station"][row],
            days=Span(
                date.fromordinal(table["since"][row]),
                date.max if until is None else date.fromordinal(until),
            ),
            **{name: table[name][row] for name in places if name in table.columns},
        )
        found.append((table["staff"][row], posting))
    return found


def _order(posting: Posting) -> tuple[str, ...]:
    places = (posting.station, posting.area, posting.room, posting.grid, posting.post)
    return (posting.days.first.isoformat(), posting.role, *(place or "" for place in places))


def _days(
    postings: list[Posting],
    worked: tuple[date, ...],
    hours: WorkHours,
    known: dict[frozenset[str], tuple[int, int] | None],
) -> dict[date, tuple[int, int]]:
    """The hours of each working day on which a post is held."""
    found = {}
    for day in worked:
        roles = frozenset(one.role for one in postings if one.days.contains(day))
        if roles not in known:
            known[roles] = hours.of_roles(roles)
        stated = known[roles]
        if stated is not None:
            found[day] = stated
    return found
