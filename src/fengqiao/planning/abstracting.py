"""The ledger of abstraction: time for which staff were called away from work in the community."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from attrs import frozen

from fengqiao.judging.findings import clauses
from fengqiao.judging.limits import settle
from fengqiao.model import Table
from fengqiao.planning.away import Away
from fengqiao.planning.capacity import Capacity
from fengqiao.planning.posts import Post
from fengqiao.rules import Norm, NormPhase, Rules, Spoken
from fengqiao.timing import Period, Span, WorkCalendar, day_in, epoch

BANS = "assignments.kinds"
"""The key whose entries bar kinds of tasking."""


@frozen(kw_only=True)
class Ban:
    """An entry that bars a tasking.

    Attributes:
        excepted: Exceptions that it names and that are attested; none: it is barred.
    """

    pack: str
    entry: str
    clause: tuple[str, ...]
    force: str
    excepted: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The ban as plain data."""
        return {
            "pack": self.pack,
            "entry": self.entry,
            "clause": list(self.clause),
            "force": self.force,
            "excepted": list(self.excepted),
        }


@frozen(kw_only=True)
class Abstraction:
    """All taskings of one officer that are alike.

    Attributes:
        roles: Held on those days, by name.
        kind: For what they were called away.
        ordered_by: The body that ordered it; None: not recorded.
        excepted: Exceptions that are attested, whether or not an entry names them.
        bans: Entries that bar it, by pack and entry.
        times: How many taskings.
        minutes: How long they took.
        in_hours: How much of that lay in the officer's stated hours; None where there are none, or
            where it is not settled which of its days are worked.

    Units:
        minutes, in_hours: minutes
    """

    staff: str
    station: str
    roles: tuple[str, ...]
    kind: str
    ordered_by: str | None
    excepted: tuple[str, ...]
    bans: tuple[Ban, ...]
    times: int
    minutes: int
    in_hours: int | None

    @property
    def is_barred(self) -> bool:
        """Whether an entry bars it and no exception that the entry names is attested."""
        return any(not ban.excepted for ban in self.bans)

    def to_json(self) -> dict[str, Any]:
        """The line as plain data."""
        return {
            "staff": self.staff,
            "station": self.station,
            "roles": list(self.roles),
            "kind": self.kind,
            "ordered_by": self.ordered_by,
            "excepted": list(self.excepted),
            "barred": self.is_barred,
            "bans": [ban.to_json() for ban in self.bans],
            "times": self.times,
            "minutes": self.minutes,
            "in_hours": self.in_hours,
        }


@frozen(kw_only=True, repr=False)
class Abstractions:
    """What was taken from work in the community in a period.

    Attributes:
        lines: By staff, kind, who ordered it and exception.
    """

    period: Period
    lines: tuple[Abstraction, ...]

    def __repr__(self) -> str:
        """Period and totals."""
        return f"Abstractions({self.period}, {self.counts()})"

    def counts(self) -> dict[str, int]:
        """Taskings and minutes, and how much of both was barred."""
        barred = [one for one in self.lines if one.is_barred]
        return {
            "times": sum(one.times for one in self.lines),
            "minutes": sum(one.minutes for one in self.lines),
            "barred_times": sum(one.times for one in barred),
            "barred_minutes": sum(one.minutes for one in barred),
        }

    def to_json(self) -> dict[str, Any]:
        """The ledger as plain data."""
        return {
            "format": 1,
            "period": str(self.period),
            "lines": [one.to_json() for one in self.lines],
            "counts": self.counts(),
        }


_Key = tuple[str, str, str, str, tuple[str, ...], tuple[str, ...], tuple[Ban, ...]]


def find_abstractions(
    rules: Rules,
    capacities: Iterable[Capacity],
    rows: Iterable[Table],
    *,
    period: Period,
    zone: ZoneInfo,
    calendar: WorkCalendar,
) -> Abstractions:
    """Sum up taskings.

    Args:
        rules: Say which kinds are barred for whom.
        capacities: Of all staff over the period: their posts, and hours where stated.
        rows: Of kind `tasking`, of the days of the period.
        period: The period asked for.
        zone: In which hours of the day are counted.
        calendar: Says of which days it is settled whether they are worked.

    Returns:
        One line for all that are alike: staff, station, kind, who ordered it, exceptions, bans.
    """
    staff = {one.staff: one for one in capacities}
    sums: dict[_Key, list[int]] = {}
    unsure: set[_Key] = set()
    settled = Span(calendar.published_from, calendar.published_through)
    names = ("staff", "station", "kind", "ordered_by", "excepted", "started_at", "ended_at", "day")
    for table in rows:
        for who, station, kind, by, codes, start, end, day in table.rows(*names):
            capacity = staff.get(who)
            if capacity is None:
                continue
            on = date.fromordinal(day)
            excepted = tuple(sorted(filter(None, (codes or "").split(","))))
            posts = [post for post in capacity.posts if post.since <= day <= post.until]
            roles = tuple(sorted({post.role for post in posts}))
            bans = tuple(_bans(rules, posts, kind, excepted, on))
            key = (who, kind, by or "", station, roles, excepted, bans)
            found = sums.setdefault(key, [0, 0, 0])
            found[0] += 1
            found[1] += max(0, end - start) // 60
            found[2] += _in_hours(capacity, start, end, zone)
            if not settled.contains(on):
                unsure.add(key)
    lines = [
        Abstraction(
            staff=who,
            station=station,
            roles=roles,
            kind=kind,
            ordered_by=by or None,
            excepted=excepted,
            bans=bans,
            times=times,
            minutes=minutes,
            in_hours=in_hours if staff[who].days and key not in unsure else None,
        )
        for key, (times, minutes, in_hours) in sums.items()
        for who, kind, by, station, roles, excepted, bans in (key,)
    ]
    lines.sort(
        key=lambda one: (one.staff, one.kind, one.ordered_by or "", one.excepted, one.station)
    )
    return Abstractions(period=period, lines=tuple(lines))


@frozen(kw_only=True)
class BarredAbsence:
    """An absence for something that an entry bars.

    Attributes:
        away: As the caller gave it.
        bans: Entries that bar it and name none of the exceptions that are attested.
    """

    away: Away
    bans: tuple[Ban, ...]

    def to_json(self) -> dict[str, Any]:
        """The absence as plain data."""
        return {
            "staff": self.away.staff,
            "first": self.away.first.isoformat(),
            "last": self.away.last.isoformat(),
            "kind": self.away.kind,
            "excepted": list(self.away.excepted),
            "bans": [ban.to_json() for ban in self.bans],
        }


def find_barred(
    rules: Rules, posts: Iterable[Post], away: Iterable[Away]
) -> tuple[BarredAbsence, ...]:
    """Absences for which nobody may be called away.

    Args:
        rules: Say which kinds are barred for whom.
        posts: Of all staff; those count that are held on the first day of an absence, or are taken
            up in it.
        away: Leave and deployment; what is for nothing that a tasking could be for is skipped.

    Returns:
        In the order given, those that an entry bars.
    """
    held: dict[str, list[Post]] = {}
    for post in posts:
        held.setdefault(post.staff, []).append(post)
    found = []
    for one in away:
        if one.kind is None:
            continue
        bans: dict[tuple[str, str], Ban] = {}
        for post in held.get(one.staff, ()):
            first = date.fromordinal(max(post.since, one.first.toordinal()))
            if post.holds_in(one.span):
                for ban in _bans(rules, (post,), one.kind, one.excepted, first):
                    bans.setdefault((ban.pack, ban.entry), ban)
        barring = tuple(bans[key] for key in sorted(bans) if not bans[key].excepted)
        if barring:
            found.append(BarredAbsence(away=one, bans=barring))
    return tuple(found)


def _bans(
    rules: Rules, posts: Iterable[Post], kind: str, excepted: tuple[str, ...], on: date
) -> Iterator[Ban]:
    """Entries that bar a kind for somebody with these posts, each once."""
    found: dict[tuple[str, str], Ban] = {}
    for post in posts:
        chain = rules.chain_at(post.area) if post.area else None
        for entry_id, entries in chain.entries.items() if chain else ():
            if not any(isinstance(one, Norm) and one.key == BANS for one in entries):
                continue
            spoken = chain.spoken_on(entry_id, on) if chain else None
            if spoken is not None and post.role in _each(spoken) and _bars(rules, spoken, kind):
                found[spoken.entry.pack, spoken.entry.id] = _ban(spoken, excepted)
    yield from (found[key] for key in sorted(found))


def _each(spoken: Spoken) -> tuple[str, ...]:
    return spoken.entry.each if isinstance(spoken.entry, Norm) else ()


def _bars(rules: Rules, spoken: Spoken, kind: str) -> bool:
    phase = spoken.phase
    if not isinstance(phase, NormPhase):
        return False
    stated = settle(rules, spoken, phase.comparison, None).comparison
    return stated is not None and stated.op == "none_of" and kind in stated.words


def _ban(spoken: Spoken, excepted: tuple[str, ...]) -> Ban:
    unless = spoken.phase.unless if isinstance(spoken.phase, NormPhase) else ()
    return Ban(
        pack=spoken.entry.pack,
        entry=spoken.entry.id,
        clause=tuple(clauses(spoken.cites)),
        force=spoken.force,
        excepted=tuple(one for one in excepted if one in unless),
    )


def _in_hours(capacity: Capacity, start: int, end: int, zone: ZoneInfo) -> int:
    """Minutes of a tasking that lie in somebody's stated hours."""
    found = 0
    for day in Span(day_in(zone, start), day_in(zone, max(start, end))):
        if day in capacity.days:
            opens, length = capacity.days[day]
            hour, minute = divmod(opens, 60)
            first = epoch(datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone))
            both = min(first + length * 60, end) - max(first, start)
            found += max(0, both) // 60
    return found
