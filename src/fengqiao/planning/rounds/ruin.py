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


class Ruin:
    """Removes visits around one drawn at random."""

    def __init__(self, board: Board, seeded: Random) -> None:
        self._board = board
        self._seeded = seeded
        self._often = any(stop.times > 1 for _, stop in board.ready.stops)

    def __call__(self) -> list[int]:
        """Remove some visits; the stops that they are of, each once, in order."""
        board, draw = self._board, self._seeded.randrange
        placed = board.ready.wanted - board.missed
        if not placed:
            return []
        tours = len(board.counts) - len(board.empty)
        longest = max(1, min(_LONGEST, placed // tours))
        most = 4096 * _REMOVED // (1 + longest)
        strings = (1024 + draw(max(1, most - 1024))) // 1024
        whole = self._often and not draw(_WHOLE)
        gone: set[int] = set()
        ruined: set[int] = set()
        in_slot = board.slot
        for visit in board.near.around(board.owner[self._drawn()]):
            slot = in_slot[visit]
            if slot < 0 or slot in ruined:
                continue
            gone.update(board.remove(slot, self._string(slot, visit, longest)))
            ruined.add(slot)
            if len(ruined) >= strings:
                break
        if whole:
            for stop in sorted(gone):
                gone.update(board.leave(stop))
        return sorted(gone)

    def _drawn(self) -> int:
        """A visit that is made."""
        in_slot, draw, count = self._board.slot, self._seeded.randrange, self._board.begins
        for _ in range(count):
            visit = draw(count)
            if in_slot[visit] >= 0:
                return visit
        return next(visit for visit in range(count) if in_slot[visit] >= 0)

    def _string(self, slot: int, visit: int, longest: int) -> list[int]:
        """Some visits of a tour that follow one another, this one among them."""
        board, draw = self._board, self._seeded.randrange
        count = board.counts[slot]
        length = 1 + draw(min(count, longest))
        kept = 0
        if length > 1 and not draw(_SPLIT):
            while length + kept < count and draw(100):
                kept += 1
                if not draw(2):
                    break
        reach = length + kept
        first = last = visit
        string = [visit]
        ahead = draw(reach)
        while len(string) < reach:
            # Toward the begin so far as drawn, then toward the end, then what is left.
            sooner = board.before[first]
            if sooner < board.begins and (ahead or board.after[last] >= board.begins):
                ahead -= bool(ahead)
                first = sooner
                string.insert(0, first)
            else:
                ahead = 0
                last = board.after[last]
                string.append(last)
        if kept:
            begin = draw(length + 1)
            del string[begin : begin + kept]
        return string
