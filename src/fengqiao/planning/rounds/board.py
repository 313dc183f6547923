"""The rounds while they are searched: tours that change, and what it costs to change them.

Each visit that can be made has a number, and knows the visit before it and the one after it; each
slot begins and ends with a number of its own. So a visit is put in or taken out in a few steps,
however long the tour is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from fengqiao.planning.rounds.near import Near
from fengqiao.planning.rounds.ready import Ready
from fengqiao.planning.rounds.spacing import NEVER, Offer

BESIDE = 16
"""Visits beside which a place is looked for, from the nearest on."""


class Memory(NamedTuple):
    """How a board was before a change."""

    lists: tuple[list[int], ...]
    empty: set[int]
    sums: tuple[int, int, int]


class Board:
    """Where every visit stands.

    Attributes:
        visits: Of each stop, the numbers of its visits: as many as there are days for.
        owner: Of each visit, its stop.
        slot: Of each visit, begin and end, the slot that it is in; -1 for none.
        before: What stands before it.
        after: What stands after it.
        rooms: Of each slot how much is left of it, and -1 after them for no slot.
        counts: Of each slot, how many visits it holds.
    """

    def __init__(self, ready: Ready) -> None:
        self.ready = ready
        self.days = ready.days
        self.points = [stop.point for _, stop in ready.stops]
        self.visits: list[range] = []
        first = 0
        for fits, spacing in zip(ready.fitting, ready.spacings, strict=True):
            count = min(spacing.times, len({self.days[slot] for slot in fits}))
            self.visits.append(range(first, first + count))
            first += count
        slots = len(ready.slots)
        self.owner: list[int] = [stop for stop, visits in enumerate(self.visits) for _ in visits]
        self.begins, self._ends = first, first + slots
        depots = [slot.depot for _, slot in ready.slots]
        self.slot: list[int] = [-1] * first + [*range(slots)] * 2
        begins, ends = range(first, first + slots), range(first + slots, first + 2 * slots)
        self.before: list[int] = [-1] * first + [*ends, *begins]
        self.after: list[int] = [-1] * first + [*ends, *begins]
        at = [self.points[stop] for stop in self.owner] + depots * 2
        self._at = at
        self._at_before, self._at_after = list(at), list(at)
        self._way_in, self._way_out = [0] * len(at), [0] * len(at)
        self.rooms = [*ready.rooms, -1]
        self.counts = [0] * slots
        self.empty = set(range(slots))
        self.loads = [0] * len(ready.shares)
        self._lists: tuple[list[int], ...] = (
            self.slot, self.before, self.after, self._at_before, self._at_after,
            self._way_in, self._way_out, self.rooms, self.counts, self.loads,
        )  # fmt: skip
        self.metres = 0
        self.extra = 0
        self.missed = ready.wanted
        self.near = Near(ready, self.points, self.visits)

    def memory(self) -> Memory:
        """How everything stands now, to go back to it."""
        return Memory(
            tuple(one[:] for one in self._lists),
            self.empty.copy(),
            (self.metres, self.extra, self.missed),
        )

    def restore(self, memory: Memory) -> None:
        """Go back to how everything stood."""
        for mine, then in zip(self._lists, memory.lists, strict=True):
            mine[:] = then
        self.empty = memory.empty.copy()
        self.metres, self.extra, self.missed = memory.sums

    def cost(self) -> int:
        """Metres, changes and fairness."""
        fair = self.ready.problem.fair
        if not fair:
            return self.metres + self.extra
        shares = zip(self.loads, self.ready.shares, strict=True)
        return self.metres + self.extra + sum(fair * x * x // y for x, y in shares if x)

    def beside(self, stop: int, allowed: bytes | bytearray) -> Offer | None:
        """The cheapest place for one more visit, looked for beside visits that lie near.

        Args:
            stop: Its number.
            allowed: For each slot whether it may take the visit, and 0 after them.

        Returns:
            None where nothing near has room.
        """
        ready = self.ready
        adds = self._adds(stop)
        need = ready.needs[stop]
        point = self.points[stop]
        row, column = ready.rows[point], ready.columns[point]
        in_slot, rooms, before = self.slot, self.rooms, self.before
        at_before, at_after = self._at_before, self._at_after
        way_in, way_out = self._way_in, self._way_out
        lowest, place, left = NEVER, -1, BESIDE
        for one, there, back in self.near.allies(stop):
            slot = in_slot[one]
            if not allowed[slot]:
                continue
            room = rooms[slot] - need
            if room < 0:
                continue
            behind = there + row[at_after[one]] - way_out[one]
            ahead = column[at_before[one]] + back - way_in[one]
            add = adds[slot] if adds else 0
            if ahead < behind:
                if ahead + add < lowest and ahead <= room:
                    lowest, place = ahead + add, before[one]
            elif behind + add < lowest and behind <= room:
                lowest, place = behind + add, one
            left -= 1
            if not left:
                break
        for slot in sorted(self.empty):
            if allowed[slot]:
                depot = self._at[self.begins + slot]
                cost = column[depot] + row[depot]
                add = adds[slot] if adds else 0
                if cost + add < lowest and cost <= rooms[slot] - need:
                    lowest, place = cost + add, self.begins + slot
        if place < 0:
            return None
        return lowest, in_slot[place], place, self.days[in_slot[place]]

    def offers_beside(self, stop: int, allowed: bytes | bytearray) -> list[Offer]:
        """For each slot the cheapest place for one more visit, beside visits that lie near."""
        ready = self.ready
        adds = self._adds(stop)
        need = ready.needs[stop]
        point = self.points[stop]
        row, column = ready.rows[point], ready.columns[point]
        in_slot, before = self.slot, self.before
        at_before, at_after = self._at_before, self._at_after
        way_in, way_out = self._way_in, self._way_out
        best, places = [NEVER] * len(self.days), [-1] * len(self.days)
        for one, there, back in self.near.allies(stop):
            slot = in_slot[one]
            if not allowed[slot]:
                continue
            behind = there + row[at_after[one]] - way_out[one]
            ahead = column[at_before[one]] + back - way_in[one]
            if ahead < behind:
                if ahead < best[slot]:
                    best[slot], places[slot] = ahead, before[one]
            elif behind < best[slot]:
                best[slot], places[slot] = behind, one
        found = [
            (cost + (adds[slot] if adds else 0), slot, places[slot], self.days[slot])
            for slot, cost in enumerate(best)
            if cost <= self.rooms[slot] - need
        ]
        return found + self.offers(stop, [slot for slot in sorted(self.empty) if allowed[slot]])

    def offers(self, stop: int, slots: Iterable[int]) -> list[Offer]:
        """For each slot that has room for one more visit, the cheapest place of all.

        Args:
            stop: Its number.
            slots: Which to look at, from end to end.
        """
        ready, adds = self.ready, self._adds(stop)
        need = ready.needs[stop]
        point = self.points[stop]
        row, column = ready.rows[point], ready.columns[point]
        found = []
        for slot in slots:
            room = self.rooms[slot] - need
            if room < 0:
                continue
            lowest, place = NEVER, -1
            one = self.begins + slot
            there = column[self._at[one]]
            while one < self._ends:
                following = self._at_after[one]
                cost = there + row[following] - self._way_out[one]
                if cost < lowest:
                    lowest, place = cost, one
                one = self.after[one]
                there = column[following]
            if lowest <= room:
                add = adds[slot] if adds else 0
                found.append((lowest + add, slot, place, self.days[slot]))
        return found

    def insert(self, stop: int, place: int) -> None:
        """Put one more visit of a stop into a tour.

        Args:
            stop: Its number.
            place: The visit or begin that it comes after.
        """
        in_slot = self.slot
        visit = next(one for one in self.visits[stop] if in_slot[one] < 0)
        following, slot = self.after[place], in_slot[place]
        point = self._at[visit]
        there = self.ready.columns[point][self._at[place]]
        onward = self.ready.rows[point][self._at[following]]
        added = there + onward - self._way_out[place]
        in_slot[visit] = slot
        self.before[visit], self.after[visit] = place, following
        self.after[place] = self.before[following] = visit
        self._at_before[visit], self._at_after[visit] = self._at[place], self._at[following]
        self._at_after[place] = self._at_before[following] = point
        self._way_out[place] = self._way_in[visit] = there
        self._way_in[following] = self._way_out[visit] = onward
        self.rooms[slot] -= added + self.ready.needs[stop]
        self.metres += added
        self.counts[slot] += 1
        self.empty.discard(slot)
        self._count(stop, slot, 1)

    def remove(self, slot: int, gone: Iterable[int]) -> list[int]:
        """Take visits out of a tour.

        Args:
            slot: Where they are.
            gone: Numbers of visits.

        Returns:
            The stops that they are of. Where the rest can't be visited without them, for want of a
            way or of time, all of the tour is taken out.
        """
        out = [self._remove(slot, visit) for visit in gone]
        if self.rooms[slot] < 0:
            out += [self._remove(slot, visit) for visit in self.tour(slot)]
        return out

    def leave(self, stop: int) -> list[int]:
        """Take all visits of a stop out; return the other stops that have to go with them."""
        others = [
            self.remove(self.slot[visit], (visit,))
            for visit in self.visits[stop]
            if self.slot[visit] >= 0
        ]
        return [one for one in chain.from_iterable(others) if one != stop]

    def tour(self, slot: int) -> list[int]:
        """The visits of a slot in order."""
        found, one = [], self.after[self.begins + slot]
        while one < self.begins:
            found.append(one)
            one = self.after[one]
        return found

    def last(self, slot: int) -> int:
        """The last visit of a slot, or where it begins."""
        return self.before[self._ends + slot]

    def stops(self, slot: int) -> Iterator[int]:
        """The stops of a slot in order."""
        return (self.owner[visit] for visit in self.tour(slot))

    def days_of(self, stop: int) -> list[int]:
        """Days on which a stop is visited, in order."""
        slots = [self.slot[visit] for visit in self.visits[stop]]
        return sorted([self.days[slot] for slot in slots if slot >= 0])

    def short(self, stop: int) -> int:
        """How many visits of a stop are missing."""
        made = sum([self.slot[visit] >= 0 for visit in self.visits[stop]])
        return self.ready.spacings[stop].times - made

    def open(self) -> list[int]:
        """Stops that could have more visits than they have, in order."""
        waiting = [visit for visit in range(self.begins) if self.slot[visit] < 0]
        return sorted({self.owner[visit] for visit in waiting})

    def _remove(self, slot: int, visit: int) -> int:
        stop = self.owner[visit]
        sooner, later = self.before[visit], self.after[visit]
        way = 0
        if self.counts[slot] > 1:
            way = self.ready.rows[self._at[sooner]][self._at[later]]
        added = way - self._way_in[visit] - self._way_out[visit]
        self.slot[visit] = -1
        self.after[sooner], self.before[later] = later, sooner
        self._at_after[sooner], self._at_before[later] = self._at[later], self._at[sooner]
        self._way_out[sooner] = self._way_in[later] = way
        self.rooms[slot] -= added - self.ready.needs[stop]
        self.metres += added
        self.counts[slot] -= 1
        if not self.counts[slot]:
            self.empty.add(slot)
        self._count(stop, slot, -1)
        return stop

    def _count(self, stop: int, slot: int, by: int) -> None:
        ready = self.ready
        self.missed -= by
        self.extra += by * ready.extras[stop].get(slot, 0)
        self.loads[ready.staff[slot]] += by * ready.stops[stop][1].minutes

    def _adds(self, stop: int) -> list[int] | None:
        """What one more visit costs in each slot besides the way; None where nothing."""
        ready, extras = self.ready, self.ready.extras[stop]
        fair = ready.problem.fair
        if not fair:
            if not extras:
                return None
            return [extras.get(slot, 0) for slot in range(len(ready.slots))]
        minutes = ready.stops[stop][1].minutes
        unfair = [
            fair * (2 * load + minutes) * minutes // share if share else 0
            for load, share in zip(self.loads, ready.shares, strict=True)
        ]
        return [unfair[staff] + extras.get(slot, 0) for slot, staff in enumerate(ready.staff)]
