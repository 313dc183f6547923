"""A plan in the making: whose days hold what so far, and where the next unit goes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import evolve, field, frozen, mutable

from fengqiao.measures import Reason
from fengqiao.planning.capacity import Capacity, Kept
from fengqiao.planning.items import DueItem
from fengqiao.planning.plan import Placed, UnplacedReason
from fengqiao.planning.staffing import Staffing
from fengqiao.timing import Span, advance

_Days = dict[str, list[tuple[date, int]]]
"""Days with the minutes worked on them, by staff id."""


@mutable
class Desk:
    """One member of staff while a plan is made: minutes planned, and which units of what."""

    capacity: Capacity
    load: int = 0
    minutes: dict[date, int] = field(factory=dict)
    units: dict[date, dict[int, int]] = field(factory=dict)
    rounds: dict[date, list[Placed]] = field(factory=dict)
    elsewhere: dict[Kept, int] = field(factory=dict)

    def best_day(
        self, days: Iterable[tuple[date, int]], minutes: int, *, in_community: bool
    ) -> date | None:
        """The emptiest of these days that has room, the earliest of several.

        Where time of a day is kept for the community, other work may only take the rest.
        """
        free = [
            (taken, day)
            for day, length in days
            if (taken := self.minutes.get(day, 0)) + minutes <= length
            and (in_community or self._is_given(day, minutes))
        ]
        return min(free)[1] if free else None

    def _is_given(self, day: date, minutes: int) -> bool:
        """Whether so much more may be taken from the community on a day."""
        return all(
            self.elsewhere.get(kept, 0) + minutes <= self._most_elsewhere(kept)
            for kept in self.capacity.kept
            if kept.span.contains(day)
        )

    def _most_elsewhere(self, kept: Kept) -> int:
        hours = sum(
            minutes for day, (_, minutes) in self.capacity.days.items() if kept.span.contains(day)
        )
        return max(0, hours - kept.minutes)

    def put(self, number: int, day: date, minutes: int, *, in_community: bool) -> None:
        """Plan one unit of an item on a day."""
        self._take(day, minutes, in_community=in_community)
        units = self.units.setdefault(day, {})
        units[number] = units.get(number, 0) + 1

    def put_rounds(self, day: date, blocks: list[Placed]) -> None:
        """Plan visits in their order on a day, after what stands on it."""
        self._take(day, sum(one.travel + one.minutes for one in blocks), in_community=True)
        self.rounds[day] = blocks

    def _take(self, day: date, minutes: int, *, in_community: bool) -> None:
        self.load += minutes
        self.minutes[day] = self.minutes.get(day, 0) + minutes
        if not in_community:
            for kept in self.capacity.kept:
                if kept.span.contains(day):
                    self.elsewhere[kept] = self.elsewhere.get(kept, 0) + minutes

    def blocks(self, ordered: list[DueItem]) -> Iterable[Placed]:
        """What stands on each day, one after the other from the start of its hours."""
        for day in sorted({*self.units, *self.rounds}):
            start = self.capacity.days[day][0]
            units = self.units.get(day, {})
            for number in sorted(units, key=lambda one: (ordered[one].kind != "meeting", one)):
                block = self._block(ordered[number], day, start, units[number])
                yield block
                start = block.end
            for block in self.rounds.get(day, ()):
                yield evolve(block, start=start)
                start += block.travel + block.minutes

    def _block(self, item: DueItem, day: date, start: int, units: int) -> Placed:
        return Placed(
            item=item.id,
            entry=item.entry,
            staff=self.capacity.staff,
            day=day,
            start=start,
            minutes=units * (item.minutes or 0),
            units=units,
            place=place_of(item),
            clause=item.clause,
        )


@frozen
class Draft:
    """A plan in the making."""

    staffing: Staffing
    desks: dict[str, Desk]
    planned: Span
    on: date

    def place(
        self, number: int, item: DueItem, counted: int = 0
    ) -> list[tuple[UnplacedReason | Reason, int]]:
        """Place the units of one item; what is left, by reason.

        Args:
            number: Its number in the order of items.
            item: What is due.
            counted: Units of it that stand in the plan already.
        """
        if unplannable := _unplannable(item):
            return (
                [(unplannable, item.open - counted)] if counted < item.open or not counted else []
            )
        if not (item.open > counted and item.minutes):
            return []
        rest = item.open - counted
        left = _after(item.window, self.on)
        days = left.meet(self.planned) if left else None
        if left is None or days is None:
            is_over = left is None or left.last < self.planned.first
            return [("window_over" if is_over else "outside_period", rest)]
        may = self.staffing.who_may(item, left)
        worked = _worked(may, days, item)
        if reason := _hindrance(item, may, worked, days):
            return [(reason, rest)]
        inside, overall = _days_of(worked), _days_of(_worked(may, left, item))
        share = max(counted, -(-item.open * inside // overall))
        placed = counted
        while placed < share and self._put_one(number, item, worked):
            placed += 1
        if placed < share and self._has_room(item.minutes, worked):
            full: UnplacedReason = "time_kept"
        else:
            full = "no_time_in_window" if inside == overall else "no_time_in_period"
        reasons: list[tuple[UnplacedReason | Reason, int]] = [
            (full, share - placed),
            ("outside_period", item.open - share),
        ]
        return [(reason, units) for reason, units in reasons if units]

    def _put_one(self, number: int, item: DueItem, worked: _Days) -> bool:
        """Place one unit with whoever has the fewest planned minutes and a day with room."""
        minutes, own = item.minutes or 0, item.in_community
        for staff in sorted(worked, key=lambda one: (self.desks[one].load, one)):
            day = self.desks[staff].best_day(worked[staff], minutes, in_community=own)
            if day is not None:
                self.desks[staff].put(number, day, minutes, in_community=own)
                return True
        return False

    def _has_room(self, minutes: int, worked: _Days) -> bool:
        """Whether somebody's day has room, were no time of it kept."""
        return any(
            self.desks[staff].best_day(days, minutes, in_community=True) is not None
            for staff, days in worked.items()
        )


def place_of(item: DueItem) -> str:
    """Where an item is due: of one officer's own work the area, else the subject."""
    return item.area if item.staff is not None else item.subject


def _unplannable(item: DueItem) -> UnplacedReason | Reason | None:
    """Why nobody could place an item, whatever the staff."""
    if item.reason is not None:
        return item.reason
    if item.open and not item.minutes:
        return "no_minutes"
    return "no_role" if item.open and item.staff is None and not item.who else None


def _after(window: Span, on: date) -> Span | None:
    """The days of a window that come after a day."""
    if window.last <= on:
        return None
    return Span(max(window.first, advance(on, 1, "day")), window.last)


def _worked(may: Iterable[tuple[Capacity, Span]], days: Span, item: DueItem) -> _Days:
    """Days with hours on which each member of staff may do it; nobody without any."""
    found: dict[str, dict[date, int]] = {}
    for capacity, span in may:
        met = span.meet(days)
        if met is None:
            continue
        few, hours = (met, capacity.days) if met.days < len(capacity.days) else (capacity.days, met)
        if both := {
            day: capacity.days[day][1] for day in few if day in hours and item.may_be_on(day)
        }:
            found.setdefault(capacity.staff, {}).update(both)
    return {staff: sorted(some.items()) for staff, some in found.items()}


def _hindrance(
    item: DueItem, may: list[tuple[Capacity, Span]], worked: _Days, days: Span
) -> UnplacedReason | None:
    """Why no unit can be placed at all, however empty the days are."""
    here = [capacity for capacity, span in may if span.overlaps(days)]
    if not here:
        return "no_staff"
    if not any(capacity.days or capacity.away for capacity in here):
        return "no_hours"
    if not worked:
        return "away" if _is_away(item, may, days) else "day_off"
    longest = max(length for some in worked.values() for _, length in some)
    return "too_long" if longest < (item.minutes or 0) else None


def _is_away(item: DueItem, may: Iterable[tuple[Capacity, Span]], days: Span) -> bool:
    """Whether somebody is away on a day on which they could have done it."""
    return any(
        days.contains(day) and span.contains(day) and item.may_be_on(day)
        for capacity, span in may
        for day in capacity.away
    )


def _days_of(worked: _Days) -> int:
    """On how many days somebody may do it."""
    return len({day for some in worked.values() for day, _ in some})
