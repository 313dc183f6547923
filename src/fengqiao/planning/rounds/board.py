"""The rounds while they are searched: tours that change, and what it costs to change them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from operator import add, itemgetter, sub
from random import Random
from typing import Any, NamedTuple

from fengqiao.planning.rounds.ready import Ready, Row
from fengqiao.planning.rounds.spacing import Offer


class Tour(NamedTuple):
    """One slot's stops in order; never changed, only replaced.

    Attributes:
        stops: Numbers of the stops.
        points: Where they are, with the depot before and after.
        edges: Metres from each point to the next; 0 for a tour without stops.
        pick: Takes the values at all its points out of a row.
        room: How much is left of the slot.
        version: No two tours have the same.
    """

    stops: tuple[int, ...]
    points: tuple[int, ...]
    edges: tuple[int, ...]
    pick: Callable[[Row], Any]
    room: int
    version: int


class Board:
    """Tours, and where each stop stands in them.

    What one more visit costs in a tour is kept until that tour changes: after a small change most
    of it is still known.
    """

    def __init__(self, ready: Ready) -> None:
        self.ready = ready
        self.days = ready.days
        self.points = [stop.point for _, stop in ready.stops]
        self.where: list[tuple[int, ...]] = [()] * len(ready.stops)
        self.metres = 0
        self.extra = 0
        self.missed = ready.wanted
        self.open = set(range(len(ready.stops)))
        self.loads = [0] * len(ready.shares)
        self._versions = 0
        self._known: list[list[tuple[int, int, int] | None] | None] = [None] * len(ready.stops)
        self._even = ready.rows is ready.columns
        self.tours = [self._build(slot, ()) for slot in range(len(ready.slots))]

    def cost(self) -> int:
        """Metres, changes and fairness."""
        fair = self.ready.problem.fair
        if not fair:
            return self.metres + self.extra
        shares = zip(self.loads, self.ready.shares, strict=True)
        return self.metres + self.extra + sum(fair * x * x // y for x, y in shares if x)

    def offers(self, stop: int, skip: Callable[[], bool] | None = None) -> list[Offer]:
        """Where one more visit of a stop has room, each with its cheapest place.

        Args:
            stop: Its number.
            skip: Asked for each slot; where it says so, the slot is overlooked this once.
        """
        ready = self.ready
        tours, days, need = self.tours, self.days, ready.needs[stop]
        extras, fair = ready.extras[stop], ready.problem.fair
        point = self.points[stop]
        row, column, even = ready.rows[point], ready.columns[point], self._even
        known = self._known[stop]
        if known is None:
            known = self._known[stop] = [None] * len(tours)
        found = []
        for slot in ready.fitting[stop]:
            tour = tours[slot]
            room = tour.room
            if need > room or (skip is not None and skip()):
                continue
            best = known[slot]
            if best is None or best[0] != tour.version:
                there = tour.pick(row)
                back = there if even else tour.pick(column)
                deltas = list(map(sub, map(add, back, there[1:]), tour.edges))
                least = min(deltas)
                best = known[slot] = (tour.version, least, deltas.index(least))
            metres = best[1]
            if metres + need <= room:
                cost = metres + extras.get(slot, 0)
                if fair:
                    cost += self._unfair(stop, slot)
                found.append((cost, slot, best[2], days[slot]))
        return found

    def cheapest(self, stop: int, slots: Sequence[int], skip: int = -1) -> Offer | None:
        """The cheapest place for a visit of a stop; None where none of the slots has room.

        Args:
            stop: Its number.
            slots: Those that may take it.
            skip: A slot that is overlooked this once.
        """
        ready, tours = self.ready, self.tours
        need, extras, fair = ready.needs[stop], ready.extras[stop], ready.problem.fair
        known = self._known[stop]
        if known is None:
            known = self._known[stop] = [None] * len(tours)
        found, lowest, place = -1, 0, 0
        for slot in slots:
            _, _, edges, pick, room, version = tours[slot]
            if need > room or slot == skip:
                continue
            best = known[slot]
            if best is None or best[0] != version:
                point = self.points[stop]
                there = pick(ready.rows[point])
                back = there if self._even else pick(ready.columns[point])
                deltas = list(map(sub, map(add, back, there[1:]), edges))
                least = min(deltas)
                best = known[slot] = (version, least, deltas.index(least))
            cost = best[1]
            if cost + need <= room:
                if extras:
                    cost += extras.get(slot, 0)
                if fair:
                    cost += self._unfair(stop, slot)
                if found < 0 or cost < lowest:
                    found, lowest, place = slot, cost, best[2]
        return None if found < 0 else (lowest, found, place, self.days[found])

    def insert(self, stop: int, slot: int, place: int) -> None:
        """Put a visit into a tour."""
        tour, point = self.tours[slot], self.points[stop]
        stops, points, edges = tour.stops, tour.points, tour.edges
        rows = self.ready.rows
        there = rows[points[place]][point]
        onward = rows[point][points[place + 1]]
        added = there + onward - edges[place]
        points = (*points[: place + 1], point, *points[place + 1 :])
        self._versions += 1
        self.tours[slot] = Tour(
            (*stops[:place], stop, *stops[place:]),
            points,
            (*edges[:place], there, onward, *edges[place + 1 :]),
            itemgetter(*points),
            tour.room - added - self.ready.needs[stop],
            self._versions,
        )
        self.metres += added
        self._count(stop, slot, 1)

    def remove(self, slot: int, gone: Iterable[int]) -> list[int]:
        """Take stops out of a tour.

        Returns:
            Those that are gone. Where the rest can't be visited without them, for want of a way or
            of time, it is the whole tour.
        """
        tour = self.tours[slot]
        left = set(gone)
        rest = self._build(slot, tuple(one for one in tour.stops if one not in left))
        if rest.room < 0:
            rest = self._build(slot, ())
        self.tours[slot] = rest
        self.metres += sum(rest.edges) - sum(tour.edges)
        kept = set(rest.stops)
        out = [one for one in tour.stops if one not in kept]
        for one in out:
            self._count(one, slot, -1)
        return out

    def days_of(self, stop: int) -> list[int]:
        """Days on which a stop is visited, in order."""
        return sorted([self.days[slot] for slot in self.where[stop]])

    def short(self, stop: int) -> int:
        """How many visits of a stop are missing."""
        return self.ready.spacings[stop].times - len(self.where[stop])

    def _count(self, stop: int, slot: int, by: int) -> None:
        ready = self.ready
        where = self.where[stop]
        self.where[stop] = (
            (*where, slot) if by > 0 else tuple([one for one in where if one != slot])
        )
        self.missed -= by
        if by < 0 or len(self.where[stop]) < ready.spacings[stop].times:
            self.open.add(stop)
        else:
            self.open.discard(stop)
        self.extra += by * ready.extras[stop].get(slot, 0)
        self.loads[ready.staff[slot]] += by * ready.stops[stop][1].minutes

    def _unfair(self, stop: int, slot: int) -> int:
        staff = self.ready.staff[slot]
        load, share = self.loads[staff], self.ready.shares[staff]
        more = load + self.ready.stops[stop][1].minutes
        return self.ready.problem.fair * (more * more - load * load) // share

    def _build(self, slot: int, stops: tuple[int, ...]) -> Tour:
        ready = self.ready
        depot = ready.slots[slot][1].depot
        points = (depot, *[self.points[one] for one in stops], depot)
        rows = ready.rows
        edges = tuple([rows[a][b] for a, b in pairwise(points)])
        if not stops:
            edges = (0,)
        used = sum(edges) + sum([ready.needs[one] for one in stops])
        self._versions += 1
        room = ready.rooms[slot] - used
        return Tour(stops, points, edges, itemgetter(*points), room, self._versions)


class Memory:
    """How a board was before a change, to go back to it."""

    def __init__(self, board: Board) -> None:
        self._tours = list(board.tours)
        self._where = list(board.where)
        self._loads = list(board.loads)
        self._open = set(board.open)
        self._sums = (board.metres, board.extra, board.missed)

    def restore(self, board: Board) -> None:
        """Undo everything since."""
        board.tours = list(self._tours)
        board.where = list(self._where)
        board.loads = list(self._loads)
        board.open = set(self._open)
        board.metres, board.extra, board.missed = self._sums


def blinks(seeded: Random, one_in: int) -> Callable[[], bool]:
    """Says yes about once in so many times."""
    draw, limit = seeded.random, 1 / one_in
    return lambda: draw() < limit
