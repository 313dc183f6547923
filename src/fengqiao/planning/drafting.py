"""A plan in the making: whose days hold what so far, and where the next unit goes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from attrs import evolve, field, frozen, mutable

from fengqiao.measures import Reason
from fengqiao.planning.booking import Book
from fengqiao.planning.capacity import Capacity, Kept
from fengqiao.planning.items import DueItem
from fengqiao.planning.plan import Placed, UnplacedReason
from fengqiao.planning.staffing import Staffing
from fengqiao.planning.timed import Piece, TimedDay
from fengqiao.planning.venues import Stretch, Venue
from fengqiao.timing import Span, advance

_Days = dict[str, list[tuple[date, int]]]
"""Days with the minutes worked on them, by staff id."""
Open = Callable[[date], Sequence[Stretch]]
"""When a room may be used on a day."""


@mutable
class Desk:
    """One member of staff while a plan is made: minutes planned, and which units of what.

    Attributes:
        units: How many of each item stand on a day, one after the other.
        timed: Days on which hours count: something is pinned, or needs a room.
        each: How long one unit of an item takes.
        rooms: Where units of an item stand that need a room.
    """

    capacity: Capacity
    load: int = 0
    minutes: dict[date, int] = field(factory=dict)
    units: dict[date, dict[int, int]] = field(factory=dict)
    rounds: dict[date, list[Placed]] = field(factory=dict)
    elsewhere: dict[Kept, int] = field(factory=dict)
    timed: dict[date, TimedDay] = field(factory=dict)
    each: dict[int, int] = field(factory=dict)
    rooms: dict[int, str] = field(factory=dict)

    def best_day(
        self,
        days: Iterable[tuple[date, int]],
        minutes: int,
        *,
        in_community: bool,
        open_on: Open | None = None,
    ) -> date | None:
        """The emptiest of these days that has room, the earliest of several.

        Where time of a day is kept for the community, other work may only take the rest.
        """
        free = [
            (taken, day)
            for day, length in days
            if (taken := self.minutes.get(day, 0)) + minutes <= length
            and (in_community or self._is_given(day, minutes))
            and self._has_gap(day, minutes, open_on)
        ]
        return min(free)[1] if free else None

    def _has_gap(self, day: date, minutes: int, open_on: Open | None) -> bool:
        """Whether it fits in one piece; on a day without hours of its own it does."""
        if open_on is None and day not in self.timed:
            return True
        return self.time_for(day, minutes, open_on) is not None

    def time_for(
        self, day: date, minutes: int, open_on: Open | None, wished: int | None = None
    ) -> int | None:
        """The time at which it can stand on a day: the one wished, or else the earliest."""
        within = open_on(day) if open_on is not None else None
        there = self.timed[day] if day in self.timed else self._laid_out(day)
        if wished is not None and there.takes(wished, minutes, within):
            return wished
        return there.gap(minutes, within)

    def _laid_out(self, day: date) -> TimedDay:
        """What stands on a day so far, with its hours."""
        start, length = self.capacity.days[day]
        found = TimedDay((start, start + length))
        for number, count in sorted(self.units.get(day, {}).items()):
            for _ in range(count):
                found.put(Piece(start, self.each[number], number))
                start += self.each[number]
        for block in self.rounds.get(day, ()):
            length = block.travel + block.minutes
            found.put(Piece(start, length, None, round=block))
            start += length
        return found

    def time(self, day: date) -> TimedDay:
        """A day from now on with hours: whatever stands on it keeps them."""
        if day not in self.timed:
            self.timed[day] = self._laid_out(day)
            self.units.pop(day, None)
            self.rounds.pop(day, None)
        return self.timed[day]

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

    def put(
        self,
        number: int,
        day: date,
        minutes: int,
        *,
        in_community: bool,
        at: int | None = None,
        is_fixed: bool = False,
    ) -> None:
        """Plan one unit of an item on a day, at a time of its own where one is given."""
        self._take(day, minutes, in_community=in_community)
        self.each[number] = minutes
        if at is None and day in self.timed:
            at = self.timed[day].gap(minutes)
        if at is not None:
            self.time(day).put(Piece(at, minutes, number, is_fixed=is_fixed))
            return
        units = self.units.setdefault(day, {})
        units[number] = units.get(number, 0) + 1

    def put_rounds(self, day: date, blocks: list[Placed]) -> None:
        """Plan visits in their order on a day, after what stands on it or in its longest gap."""
        minutes = sum(one.travel + one.minutes for one in blocks)
        self._take(day, minutes, in_community=True)
        if day not in self.timed:
            self.rounds[day] = blocks
            return
        at = self.timed[day].gap(minutes)
        for block in blocks:
            length = block.travel + block.minutes
            self.timed[day].put(Piece(at or 0, length, None, round=block))
            at = (at or 0) + length

    def reserve(self, day: date, blocks: Iterable[Placed]) -> list[Piece] | None:
        """Keep the hours of visits that are to stay; None where they are not free any more."""
        there = self.time(day)
        pieces = [Piece(one.start, one.travel + one.minutes, None) for one in blocks]
        if not all(there.takes(one.start, one.minutes) for one in pieces):
            return None
        for piece in pieces:
            there.put(piece)
            self.minutes[day] = self.minutes.get(day, 0) + piece.minutes
        return pieces

    def put_again(self, day: date, pieces: Iterable[Piece], blocks: Sequence[Placed]) -> bool:
        """Plan visits at the hours that their blocks bring, in what was kept for them.

        Returns:
            Whether there is room for all of them; nothing is planned where not.
        """
        there = self.timed[day]
        for piece in pieces:
            there.drop(piece)
            self.minutes[day] -= piece.minutes
        again = [Piece(one.start, one.travel + one.minutes, None, round=one) for one in blocks]
        for index, piece in enumerate(again):
            if not there.takes(piece.start, piece.minutes):
                for other in again[:index]:
                    there.drop(other)
                return False
            there.put(piece)
        self._take(day, sum(piece.minutes for piece in again), in_community=True)
        return True

    def longest(self, day: date) -> int:
        """The longest time that is left of a day."""
        if day in self.timed:
            return self.timed[day].longest()
        return self.capacity.days[day][1] - self.minutes.get(day, 0)

    def _take(self, day: date, minutes: int, *, in_community: bool) -> None:
        self.load += minutes
        self.minutes[day] = self.minutes.get(day, 0) + minutes
        if not in_community:
            for kept in self.capacity.kept:
                if kept.span.contains(day):
                    self.elsewhere[kept] = self.elsewhere.get(kept, 0) + minutes

    def blocks(self, ordered: list[DueItem]) -> Iterable[Placed]:
        """What stands on each day, one after the other from the start of its hours."""
        for day in sorted({*self.units, *self.rounds, *self.timed}):
            if day in self.timed:
                yield from self._timed_blocks(self.timed[day], ordered, day)
                continue
            start = self.capacity.days[day][0]
            units = self.units.get(day, {})
            for number in sorted(units, key=lambda one: (ordered[one].kind != "meeting", one)):
                block = self._block(ordered[number], day, start, units[number])
                yield block
                start = block.end
            for block in self.rounds.get(day, ()):
                yield evolve(block, start=start)
                start += block.travel + block.minutes

    def _timed_blocks(self, there: TimedDay, ordered: list[DueItem], day: date) -> Iterator[Placed]:
        for run in there.runs():
            first = run[0]
            if first.round is not None:
                yield evolve(first.round, start=first.start)
            elif first.number is not None:
                block = self._block(ordered[first.number], day, first.start, len(run))
                room = self.rooms.get(first.number)
                yield block if room is None else evolve(block, place=room)

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
