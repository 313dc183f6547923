"""The desk of one member of staff while a plan is made: what stands on which of their days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from attrs import evolve, field, mutable

from fengqiao.planning.capacity import Capacity, Kept
from fengqiao.planning.items import DueItem
from fengqiao.planning.plan import Placed
from fengqiao.planning.timed import Piece, TimedDay
from fengqiao.planning.venues import Stretch

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


def place_of(item: DueItem) -> str:
    """Where an item is due: of one officer's own work the area, else the subject."""
    return item.area if item.staff is not None else item.subject
