"""Put visits into tours, one stop after the other, each where it costs least."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from fengqiao.planning.rounds.board import Board

_BLINK = 0.03
"""How often the slot where a visit costs least is overlooked."""
_AGAIN = 10
"""Stops that found no place before and are tried again, at most."""


class Recreate:
    """Puts missing visits back."""

    def __init__(self, board: Board, seeded: Random) -> None:
        self._board = board
        self._seeded = seeded
        ready = board.ready
        self._allowed = [bytearray(len(ready.slots) + 1) for _ in ready.stops]
        for allowed, fits, spacing in zip(
            self._allowed, ready.fitting, ready.spacings, strict=True
        ):
            for slot in fits:
                allowed[slot] = spacing.times > 1 or spacing.keeps((board.days[slot],))
        home = [
            min((ready.rows[ready.slots[slot][1].depot][point] for slot in fits), default=0)
            for fits, point in zip(ready.fitting, board.points, strict=True)
        ]
        freedom = [
            len(fits) - len(ready.slots) * stop.times
            for fits, (_, stop) in zip(ready.fitting, ready.stops, strict=True)
        ]
        self._orders: tuple[tuple[int, list[int]], ...] = (
            (4, [-need for need in ready.needs]),
            (2, [-metres for metres in home]),
            (1, home),
            (2, freedom),
        )

    def everything(self) -> None:
        """Put all that is missing in: from the stop that is farthest on to the nearest each time.

        So neighbours come to stand on the same day; every place is looked at.
        """
        board = self._board
        home = self._orders[1][1]
        waiting = {stop for stop, fits in enumerate(board.ready.fitting) if fits}
        touched = set(waiting)
        stop = min(waiting, key=lambda one: (home[one], one), default=-1)
        while waiting:
            waiting.remove(stop)
            self._fill_one(stop)
            row = board.ready.rows[board.points[stop]]
            stop = min(waiting, key=lambda one: (row[board.points[one]], one), default=-1)
        self._mend(touched)

    def fill(self) -> None:
        """Put in what has room with everything else as it is, until there is no such visit."""
        board, before = self._board, -1
        while board.missed and board.missed != before:
            before = board.missed
            for stop in board.open():
                self._fill_one(stop)

    def __call__(self, gone: Iterable[int]) -> None:
        """Put these stops back, in an order drawn at random, and some that were missing before."""
        waiting = list(gone)
        if self._board.missed:
            waiting += self._earlier(waiting)
        self._seeded.shuffle(waiting)
        lot = self._seeded.randrange(13)
        for share, keys in self._orders:
            lot -= share
            if lot < 0:
                waiting.sort(key=keys.__getitem__)
                break
        queue, again = list(waiting), set[int]()
        touched = set(waiting)
        for stop in queue:
            for one in self._put_one(stop):
                touched.add(one)
                if one not in again:
                    again.add(one)
                    queue.append(one)
        self._mend(touched)

    def _earlier(self, waiting: list[int]) -> list[int]:
        known = set(waiting)
        short = [one for one in self._board.open() if one not in known]
        return self._seeded.sample(short, min(_AGAIN, len(short)))

    def _fill_one(self, stop: int) -> None:
        """Put missing visits of a stop where they cost least of all."""
        board = self._board
        allowed = self._allowed[stop]
        slots = [slot for slot in board.ready.fitting[stop] if allowed[slot]]
        offers = board.offers(stop, slots)
        for _, _, place, _ in board.ready.spacings[stop].choose(offers, board.days_of(stop)) or ():
            board.insert(stop, place)

    def _put_one(self, stop: int) -> list[int]:
        """Put all missing visits of a stop in; return other stops that had to leave for it."""
        board = self._board
        spacing = board.ready.spacings[stop]
        missing = board.short(stop)
        if missing <= 0:
            return []
        if spacing.times == 1:
            self._put_visit(stop, self._allowed[stop])
            return []
        made = board.days_of(stop)
        if missing == 1:
            days = board.days
            spans = spacing.one_more(made)
            allowed = bytearray(len(days) + 1)
            for slot in board.ready.fitting[stop]:
                day = days[slot]
                allowed[slot] = any(first <= day <= last for first, last in spans)
            if self._put_visit(stop, allowed):
                return []
        out: list[int] = []
        chosen = spacing.choose(board.offers_beside(stop, self._allowed[stop]), made)
        if made and (chosen is None or len(chosen) < missing):
            out = board.leave(stop)
            made = []
            missing = spacing.times
            chosen = spacing.choose(board.offers_beside(stop, self._allowed[stop]), ())
        if chosen is None or len(chosen) < missing:
            chosen = spacing.choose(board.offers(stop, board.ready.fitting[stop]), made)
        for _, _, place, _ in chosen or ():
            board.insert(stop, place)
        return out

    def _put_visit(self, stop: int, allowed: bytes | bytearray) -> bool:
        """Put one visit in, if there is room for it anywhere."""
        board = self._board
        found = board.beside(stop, allowed)
        if found is None:
            slots = [slot for slot in board.ready.fitting[stop] if allowed[slot]]
            found = min(board.offers(stop, slots), default=None)
        elif self._seeded.random() < _BLINK:
            others = bytearray(allowed)
            others[found[1]] = 0
            found = board.beside(stop, others) or found
        if found is None:
            return False
        board.insert(stop, found[2])
        return True

    def _mend(self, touched: Iterable[int]) -> None:
        """Take out stops whose visits no longer go together."""
        board = self._board
        spacings = board.ready.spacings
        waiting = [one for one in sorted(touched) if spacings[one].times > 1]
        while waiting:
            stop = waiting.pop()
            if spacings[stop].times > 1 and not spacings[stop].keeps(board.days_of(stop)):
                waiting += board.leave(stop)
