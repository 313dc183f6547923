"""A plan in the making: where the next unit goes, and why what has no place has none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from attrs import field, frozen

from fengqiao.measures import Reason
from fengqiao.planning.booking import Book
from fengqiao.planning.capacity import Capacity
from fengqiao.planning.desk import Desk, Open
from fengqiao.planning.items import DueItem
from fengqiao.planning.plan import UnplacedReason
from fengqiao.planning.staffing import Staffing
from fengqiao.planning.venues import Venue
from fengqiao.timing import Span, advance

_Days = dict[str, list[tuple[date, int]]]
"""Days with the minutes worked on them, by staff id."""


@frozen
class Draft:
    """A plan in the making."""

    staffing: Staffing
    desks: dict[str, Desk]
    planned: Span
    on: date
    book: Book = field(factory=Book)

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
        venue = self.book.venue_of(item)
        while placed < share and self._put_one(number, item, worked, venue):
            placed += 1
        full: UnplacedReason = "no_time_in_window" if inside == overall else "no_time_in_period"
        if placed < share:
            own = item.in_community
            if venue and self._has_room(item.minutes, worked, in_community=own):
                full = "room_taken"
            elif self._has_room(item.minutes, worked, in_community=True):
                full = "time_kept"
        reasons: list[tuple[UnplacedReason | Reason, int]] = [
            (full, share - placed),
            ("outside_period", item.open - share),
        ]
        return [(reason, units) for reason, units in reasons if units]

    def open_on(self, venue: Venue | None) -> Open | None:
        """When the room may still be used that an item needs; None: it needs none."""
        return None if venue is None else partial(self.book.free, venue)

    def _put_one(self, number: int, item: DueItem, worked: _Days, venue: Venue | None) -> bool:
        """Place one unit with whoever has the fewest planned minutes and a day with room."""
        minutes, own = item.minutes or 0, item.in_community
        open_on = self.open_on(venue)
        for staff in sorted(worked, key=lambda one: (self.desks[one].load, one)):
            desk = self.desks[staff]
            day = desk.best_day(worked[staff], minutes, in_community=own, open_on=open_on)
            if day is not None:
                self.put(number, item, staff, day, venue)
                return True
        return False

    def put(
        self,
        number: int,
        item: DueItem,
        staff: str,
        day: date,
        venue: Venue | None,
        *,
        wished: int | None = None,
        is_fixed: bool = False,
    ) -> None:
        """Plan one unit of an item on a day that has room for it, at the time wished if it can."""
        desk, minutes, at = self.desks[staff], item.minutes or 0, None
        if venue is not None or wished is not None:
            at = desk.time_for(day, minutes, self.open_on(venue), wished)
        if venue is not None and at is not None:
            self.book.take(venue, day, at, minutes)
            desk.rooms[number] = venue.room
        desk.put(number, day, minutes, in_community=item.in_community, at=at, is_fixed=is_fixed)

    def _has_room(self, minutes: int, worked: _Days, *, in_community: bool) -> bool:
        """Whether somebody's day has room, whatever room it needs; with or without kept time."""
        return any(
            self.desks[staff].best_day(days, minutes, in_community=in_community) is not None
            for staff, days in worked.items()
        )


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
