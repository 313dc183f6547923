"""Take visits that lie together out of the tours, so that they can be put back better.

Strings of neighbouring visits are removed from several tours, after Christiaens and Vanden Berghe,
Slack induction by string removals for vehicle routing problems (2020).
"""

from __future__ import annotations

from random import Random

from fengqiao.planning.rounds.board import Board

_REMOVED = 15
"""How many visits are removed at once, about."""
_LONGEST = 5
"""Visits of one tour that are removed at once, at most."""
_SPLIT = 2
"""One in so many strings keeps some visits in its middle."""
_WHOLE = 3
"""In one of so many rounds all visits of a stop go where one does."""
_NEAR = 100
"""Neighbours of a stop that are looked at."""


class Ruin:
    """Removes visits around one drawn at random."""

    def __init__(self, board: Board, seeded: Random) -> None:
        self._board = board
        self._seeded = seeded
        self._near: dict[int, list[int]] = {}
        self._often = any(stop.times > 1 for _, stop in board.ready.stops)

    def __call__(self) -> list[int]:
        """Remove some visits; the stops that they are of, each once, in order."""
        board, draw = self._board, self._seeded.randrange
        placed = sum(map(len, board.where))
        if not placed:
            return []
        tours = sum(1 for tour in board.tours if tour.stops)
        longest = max(1, min(_LONGEST, placed // tours))
        most = 4096 * _REMOVED // (1 + longest)
        strings = (1024 + draw(max(1, most - 1024))) // 1024
        whole = self._often and not draw(_WHOLE)
        gone: set[int] = set()
        ruined: set[int] = set()
        for stop in self._neighbours(self._drawn()):
            slots = [slot for slot in board.where[stop] if slot not in ruined]
            if not slots or stop in gone:
                continue
            slot = slots[draw(len(slots))]
            gone.update(board.remove(slot, self._string(slot, stop, longest)))
            ruined.add(slot)
            if len(ruined) >= strings:
                break
        if whole:
            for stop in sorted(gone):
                for slot in board.where[stop]:
                    gone.update(board.remove(slot, (stop,)))
        return sorted(gone)

    def _drawn(self) -> int:
        """A stop that is visited."""
        where, draw = self._board.where, self._seeded.randrange
        for _ in range(len(where)):
            stop = draw(len(where))
            if where[stop]:
                return stop
        return next(stop for stop, slots in enumerate(where) if slots)

    def _string(self, slot: int, stop: int, longest: int) -> list[int]:
        """Some visits of a tour that follow one another, this stop's among them."""
        stops, draw = self._board.tours[slot].stops, self._seeded.randrange
        length = 1 + draw(min(len(stops), longest))
        kept = 0
        if length > 1 and not draw(_SPLIT):
            while length + kept < len(stops) and draw(100):
                kept += 1
                if not draw(2):
                    break
        reach = length + kept
        at = stops.index(stop)
        first = max(0, at - reach + 1) + draw(
            min(at, len(stops) - reach) - max(0, at - reach + 1) + 1
        )
        string = list(stops[first : first + reach])
        if kept:
            begin = draw(length + 1)
            del string[begin : begin + kept]
        return string

    def _neighbours(self, stop: int) -> list[int]:
        """Stops from near to far, itself first."""
        found = self._near.get(stop)
        if found is None:
            board = self._board
            row = board.ready.rows[board.points[stop]]
            points = board.points
            others = sorted(range(len(points)), key=lambda one: (row[points[one]], one))
            found = [stop, *[one for one in others if one != stop][:_NEAR]]
            self._near[stop] = found
        return found
