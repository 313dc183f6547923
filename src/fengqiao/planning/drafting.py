"""A plan in the making: whose days hold what so far, and where the next unit goes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from attrs import field, frozen, mutable

from fengqiao.measures import Reason
from fengqiao.planning.capacity import Capacity
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

    def best_day(self, days: Iterable[tuple[date, int]], minutes: int) -> date | None:
        """The emptiest of these days that has room, the earliest of several."""
        free = [
            (taken, day)
            for day, length in days
            if (taken := self.minutes.get(day, 0)) + minutes <= length
        ]
        return min(free)[1] if free else None

    def put(self, number: int, day: date, minutes: int) -> None:
        """Plan one unit of an item on a day."""
        self.load += minutes
        self.minutes[day] = self.minutes.get(day, 0) + minutes
        units = self.units.setdefault(day, {})
        units[number] = units.get(number, 0) + 1

    def blocks(self, ordered: list[DueItem]) -> Iterable[Placed]:
        """What stands on each day, one after the other from the start of its hours."""
        for day, units in self.units.items():
            start = self.capacity.days[day][0]
            for number in sorted(units, key=lambda one: (ordered[one].kind != "meeting", one)):
                item = ordered[number]
                minutes = units[number] * (item.minutes or 0)
                yield Placed(
                    item=item.id,
                    entry=item.entry,
                    staff=self.capacity.staff,
                    day=day,
                    start=start,
                    minutes=minutes,
                    units=units[number],
                    place=item.area if item.staff is not None else item.subject,
                    clause=item.clause,
                )
                start += minutes


@frozen
class Draft:
    """A plan in the making."""

    staffing: Staffing
    desks: dict[str, Desk]
    planned: Span
    on: date

    def place(self, number: int, item: DueItem) -> list[tuple[UnplacedReason | Reason, int]]:
        """Place the units of one item; what is left, by reason."""
        if unplannable := _unplannable(item):
            return [(unplannable, item.open)]
        if not (item.open and item.minutes):
            return []
        left = _after(item.window, self.on)
        days = left.meet(self.planned) if left else None
        if left is None or days is None:
            is_over = left is None or left.last < self.planned.first
            return [("window_over" if is_over else "outside_period", item.open)]
        may = self.staffing.who_may(item, left)
        worked = _worked(may, days, item)
        if reason := _hindrance(item.minutes, may, worked, days):
            return [(reason, item.open)]
        inside, overall = _days_of(worked), _days_of(_worked(may, left, item))
        share = -(-item.open * inside // overall)
        placed = 0
        while placed < share and self._put_one(number, item.minutes, worked):
            placed += 1
        reasons: list[tuple[UnplacedReason | Reason, int]] = [
            ("no_time_in_window" if inside == overall else "no_time_in_period", share - placed),
            ("outside_period", item.open - share),
        ]
        return [(reason, units) for reason, units in reasons if units]

    def _put_one(self, number: int, minutes: int, worked: _Days) -> bool:
        """Place one unit with whoever has the fewest planned minutes and a day with room."""
        for staff in sorted(worked, key=lambda one: (self.desks[one].load, one)):
            day = self.desks[staff].best_day(worked[staff], minutes)
            if day is not None:
                self.desks[staff].put(number, day, minutes)
                return True
        return False


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
    minutes: int, may: list[tuple[Capacity, Span]], worked: _Days, days: Span
) -> UnplacedReason | None:
    """Why no unit can be placed at all, however empty the days are."""
    here = [capacity for capacity, span in may if span.overlaps(days)]
    if not here:
        return "no_staff"
    if not any(capacity.days for capacity in here):
        return "no_hours"
    if not worked:
        return "day_off"
    longest = max(length for some in worked.values() for _, length in some)
    return "too_long" if longest < minutes else None


def _days_of(worked: _Days) -> int:
    """On how many days somebody may do it."""
    return len({day for some in worked.values() for day, _ in some})
