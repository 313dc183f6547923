"""Burden: the hours that each entry asks of each officer and month, against the hours there are.

Demand is gross: as if nothing was done yet. It shows whether the duties fit into the days at all,
before any plan is made, and which entries take the most.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import field, frozen

from fengqiao.measures import Reason
from fengqiao.planning.capacity import Capacity
from fengqiao.planning.items import DueItem
from fengqiao.planning.plan import Tell
from fengqiao.planning.spreading import PartUnit, Spreader
from fengqiao.planning.staffing import Staffing
from fengqiao.timing import Period, Span, WorkCalendar

_EntryName = tuple[str, str]
_Cell = tuple[str | None, str]


@frozen(kw_only=True)
class EntryBurden:
    """What one entry asks in the period, of all officers together.

    Attributes:
        due: How many are due in the periods that touch the period asked for, however small the
            part of them that lies in it.
        minutes_each: How long one takes; None where nobody said, or where it differs.
        minutes: Demand in the period; None where nobody said how long any takes.
        unstated: How many of those due have no stated duration.
        unsure: Of how many subjects and periods it can't be said how many are due.
        reason: Why not, for the first of them.

    Units:
        minutes_each, minutes: minutes
    """

    pack: str
    entry: str
    clause: tuple[str, ...]
    due: int
    minutes_each: int | None
    minutes: int | None
    unstated: int
    unsure: int = 0
    reason: Reason | None = None

    def to_json(self) -> dict[str, Any]:
        """The entry's burden as plain data."""
        return {
            "pack": self.pack,
            "entry": self.entry,
            "clause": list(self.clause),
            "due": self.due,
            "minutes_each": self.minutes_each,
            "minutes": self.minutes,
            "unstated": self.unstated,
            "unsure": self.unsure,
            "reason": self.reason,
        }


@frozen(kw_only=True)
class OfficerBurden:
    """What is asked of one officer in one month or week, entry by entry.

    Attributes:
        staff: None for work that nobody on the register may do.
        month: As a period's label: `2018-07`, or `2018-W28` where weeks were asked for; of a
            period asked for that ends within it, its days only.
        roles: Held on a day of it, by name; none for work of nobody.
        minutes: Demand of all entries with a stated duration.
        available: Hours of the officer's days; None where none are stated.
        by_entry: Minutes by pack and entry; None where nobody said how long one takes.

    Units:
        minutes, available: minutes
    """

    staff: str | None
    month: str
    minutes: int
    available: int | None
    by_entry: Mapping[_EntryName, int | None]
    roles: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """The officer's burden as plain data."""
        entries = [
            {"pack": pack, "entry": entry, "minutes": minutes}
            for (pack, entry), minutes in self.by_entry.items()
        ]
        return {
            "staff": self.staff,
            "roles": list(self.roles),
            "week" if "W" in self.month else "month": self.month,
            "minutes": self.minutes,
            "available": self.available,
            "entries": entries,
        }


@frozen(kw_only=True)
class RoleBurden:
    """What is asked of those who hold the same roles, all their months together.

    The total over all staff hides what it is to be one of those whom most is asked of: there may
    be many others who owe next to nothing and whose hours count as well.

    Attributes:
        roles: By name.
        months: Months (or weeks) of officers that were summed up: two officers over three months
            are six.
        minutes: Demand of all entries with a stated duration.
        available: Minutes of their days; None where none are stated.
        median: Minutes asked and there are in the middle one of these months by their ratio; of
            an even number the lower of both. None where no hours are stated.

    Units:
        minutes, available, median: minutes
    """

    roles: tuple[str, ...]
    months: int
    minutes: int
    available: int | None
    median: tuple[int, int] | None

    def to_json(self) -> dict[str, Any]:
        """The roles' burden as plain data."""
        return {
            "roles": list(self.roles),
            "months": self.months,
            "minutes": self.minutes,
            "available": self.available,
            "median": f"{self.median[0]}/{self.median[1]}" if self.median else None,
        }


@frozen(kw_only=True, repr=False)
class Burden:
    """Hours demanded against hours available, by entry, officer and month.

    Attributes:
        entries: Most minutes first; those without a stated duration last.
        officers: By month and staff; work that nobody may do comes last in its month.
    """

    period: Period
    entries: tuple[EntryBurden, ...]
    officers: tuple[OfficerBurden, ...]

    def __repr__(self) -> str:
        """Period and total."""
        return f"Burden({self.period}, minutes={self.minutes}, available={self.available})"

    @property
    def minutes(self) -> int:
        """All minutes demanded by entries with a stated duration."""
        return sum(one.minutes for one in self.officers)

    @property
    def available(self) -> int | None:
        """Minutes of all officers of whom something is asked; None where none have hours."""
        stated = [one.available for one in self.officers if one.available is not None]
        return sum(stated) if stated else None

    def by_role(self) -> tuple[RoleBurden, ...]:
        """What is asked of those who hold the same roles, most of their hours first."""
        found: dict[tuple[str, ...], list[OfficerBurden]] = {}
        for one in self.officers:
            if one.staff is not None:
                found.setdefault(one.roles, []).append(one)
        return tuple(sorted((_role(roles, some) for roles, some in found.items()), key=_fullest))

    def unstated(self) -> tuple[EntryBurden, ...]:
        """Entries of which some or all have no stated duration, or no number."""
        return tuple(one for one in self.entries if one.unstated or one.unsure)

    def to_json(self) -> dict[str, Any]:
        """The burden as plain data."""
        return {
            "format": 1,
            "period": str(self.period),
            "entries": [one.to_json() for one in self.entries],
            "officers": [one.to_json() for one in self.officers],
            "roles": [one.to_json() for one in self.by_role()],
            "total": {"minutes": self.minutes, "available": self.available},
        }


@frozen
class _Sums:
    """Sums while items are gone through."""

    cells: dict[_Cell, dict[_EntryName, int | None]] = field(factory=dict)
    minutes: dict[_EntryName, int | None] = field(factory=dict)

    def add(self, entry: _EntryName, cell: _Cell, minutes: int | None) -> None:
        """Add minutes, or that nobody knows how many."""
        for sums in (self.minutes, self.cells.setdefault(cell, {})):
            known = sums.get(entry)
            sums[entry] = known if minutes is None else minutes + (known or 0)


def find_burden(
    items: Iterable[DueItem],
    capacities: Iterable[Capacity],
    *,
    period: Period,
    calendar: WorkCalendar,
    by: PartUnit = "month",
    tell: Tell | None = None,
) -> Burden:
    """Sum up what is asked, as if nothing was done.

    The minutes of an item are spread evenly over the working days, in its own period, of all who
    may do it, in whole minutes; what falls into the period asked for counts. So a quota of a year
    weighs on each month by its working days, and what one of three officers must do weighs on
    each of them with a third. What meetings agreed to do, and what cases wait for, is left out:
    no entry asks for it at set times, and nobody says how long it takes.

    Args:
        items: What is due, in any order; all that touch the period.
        capacities: Who can work when, over the periods of all items.
        period: The period asked for.
        calendar: Says which days are worked.
        by: Whether officers' burdens are told by month or by week.
        tell: Told how many items were looked at, and how many there are.
    """
    asked = (one for one in items if one.kind not in ("action_item", "case"))
    ordered = sorted(asked, key=lambda one: one.id)
    staff = sorted(capacities, key=lambda one: one.staff)
    spreader = Spreader(Staffing(staff), period.span, calendar, by)
    sums = _Sums()
    by_entry: dict[_EntryName, list[DueItem]] = {}
    for count, item in enumerate(ordered, start=1):
        if tell is not None:
            tell(count, len(ordered))
        entry = (item.pack, item.entry)
        by_entry.setdefault(entry, []).append(item)
        total = None if item.minutes is None else item.due * item.minutes
        if item.due:
            for cell, minutes in spreader.spread(item, total):
                sums.add(entry, cell, minutes)
    hours = {one.staff: one for one in staff}
    entries = [_entry(some, sums.minutes.get(name)) for name, some in by_entry.items()]
    return Burden(
        period=period,
        entries=tuple(sorted(entries, key=_heaviest)),
        officers=tuple(_officers(sums, hours, period.span)),
    )


def _role(roles: tuple[str, ...], some: list[OfficerBurden]) -> RoleBurden:
    pairs = [(one.minutes, one.available) for one in some if one.available]
    known = sorted(pairs, key=lambda pair: Fraction(*pair))
    return RoleBurden(
        roles=roles,
        months=len(some),
        minutes=sum(one.minutes for one in some),
        available=sum(hours for _, hours in known) if known else None,
        median=known[(len(known) - 1) // 2] if known else None,
    )


def _fullest(one: RoleBurden) -> tuple[Fraction, tuple[str, ...]]:
    return -Fraction(one.minutes, one.available or 1), one.roles


def _heaviest(one: EntryBurden) -> tuple[bool, int, str, str]:
    return one.minutes is None, -(one.minutes or 0), one.pack, one.entry


def _entry(items: list[DueItem], minutes: int | None) -> EntryBurden:
    each = {item.minutes for item in items if item.due}
    reasons = [item.reason for item in items if item.reason and not item.due]
    unsure = [reason for reason in reasons if reason != "nothing_due"]
    return EntryBurden(
        pack=items[0].pack,
        entry=items[0].entry,
        clause=items[0].clause,
        due=sum(item.due for item in items),
        minutes_each=each.pop() if len(each) == 1 else None,
        minutes=minutes,
        unstated=sum(item.due for item in items if item.minutes is None),
        unsure=len(unsure),
        reason=unsure[0] if unsure else None,
    )


def _officers(sums: _Sums, hours: Mapping[str, Capacity], asked: Span) -> Iterator[OfficerBurden]:
    cells = sorted(sums.cells, key=lambda cell: (cell[1], cell[0] is None, cell[0] or ""))
    for staff, month in cells:
        by_entry = sums.cells[staff, month]
        yield OfficerBurden(
            staff=staff,
            month=month,
            minutes=sum(minutes or 0 for minutes in by_entry.values()),
            roles=_roles(hours.get(staff or ""), Period.parse(month).span),
            available=_available(hours.get(staff or ""), Period.parse(month).span, asked),
            by_entry=dict(sorted(by_entry.items())),
        )


def _roles(capacity: Capacity | None, month: Span) -> tuple[str, ...]:
    posts = capacity.posts if capacity else ()
    return tuple(sorted({post.role for post in posts if post.holds_in(month)}))


def _available(capacity: Capacity | None, month: Span, asked: Span) -> int | None:
    """Minutes of somebody's days in a month, as far as it was asked for."""
    if capacity is None or not capacity.days:
        return None
    days = month.meet(asked)

    def counts(day: date) -> bool:
        return days is not None and days.contains(day)

    return sum(minutes for day, (_, minutes) in capacity.days.items() if counts(day))
