"""Put visits into tours, one stop after the other, each where it costs least."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from random import Random

from fengqiao.planning.rounds.board import Board, blinks

_BLINK = 50
"""One in so many places is overlooked, so that the same stops don't always go to the same place."""
_AGAIN = 10
"""Stops that found no place before and are tried again, at most."""


class Recreate:
    """Puts missing visits back."""

    def __init__(self, board: Board, seeded: Random) -> None:
        self._board = board
        self._seeded = seeded
        self._skip = blinks(seeded, _BLINK)
        ready = board.ready
        self._single: list[tuple[int, ...] | None] = [
            tuple(slot for slot in fits if spacing.keeps((board.days[slot],)))
            if spacing.times == 1
            else None
            for fits, spacing in zip(ready.fitting, ready.spacings, strict=True)
        ]
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

        So neighbours come to stand on the same day, and overlook no place.
        """
        board = self._board
        home = self._orders[1][1]
        waiting = {stop for stop, fits in enumerate(board.ready.fitting) if fits}
        order = []
        stop = min(waiting, key=lambda one: (home[one], one), default=-1)
        while waiting:
            waiting.remove(stop)
            order.append(stop)
            row = board.ready.rows[board.points[stop]]
            stop = min(waiting, key=lambda one: (row[board.points[one]], one), default=-1)
        self._put(order, None)

    def fill(self) -> None:
        """Put in what has room with everything else as it is, until there is no such visit."""
        board, before = self._board, -1
        while board.missed and board.missed != before:
            before = board.missed
            for stop, fits in enumerate(board.ready.fitting):
                if fits and board.short(stop):
                    chosen = board.ready.spacings[stop].choose(
                        board.offers(stop), board.days_of(stop)
                    )
                    for _, slot, place, _ in chosen or ():
                        board.insert(stop, slot, place)

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
        self._put(waiting, self._skip)

    def _earlier(self, waiting: list[int]) -> list[int]:
        board = self._board
        known = set(waiting)
        short = [one for one in sorted(board.open) if one not in known and board.ready.fitting[one]]
        return self._seeded.sample(short, min(_AGAIN, len(short)))

    def _put(self, waiting: list[int], skip: Callable[[], bool] | None) -> None:
        """Put stops in; where one has to leave with another, it is tried once more."""
        queue, again = list(waiting), set[int]()
        touched = set(waiting)
        for stop in queue:
            for one in self._put_one(stop, skip):
                touched.add(one)
                if one not in again:
                    again.add(one)
                    queue.append(one)
        self._mend(touched)

    def _put_one(self, stop: int, skip: Callable[[], bool] | None) -> list[int]:
        """Put all missing visits of a stop in; return other stops that had to leave for it."""
        board = self._board
        spacing = board.ready.spacings[stop]
        missing = board.short(stop)
        if missing <= 0:
            return []
        slots = self._single[stop]
        if slots is not None:
            at = self._seeded.randrange(max(_BLINK, len(slots))) if skip else len(slots)
            one = board.cheapest(stop, slots, slots[at] if at < len(slots) else -1)
            if one is not None:
                board.insert(stop, one[1], one[2])
            return []
        out: list[int] = []
        made = board.days_of(stop)
        if missing == 1:
            days = board.days
            spans = spacing.one_more(made)
            near = [
                slot
                for slot in board.ready.fitting[stop]
                if any(first <= days[slot] <= last for first, last in spans)
            ]
            one = board.cheapest(stop, near)
            if one is not None:
                board.insert(stop, one[1], one[2])
                return []
        chosen = spacing.choose(board.offers(stop, skip), made)
        if board.where[stop] and (chosen is None or len(chosen) < missing):
            for slot in board.where[stop]:
                out += [one for one in board.remove(slot, (stop,)) if one != stop]
            chosen = spacing.choose(board.offers(stop), ())
        for _, slot, place, _ in chosen or ():
            board.insert(stop, slot, place)
        return out

    def _mend(self, touched: Iterable[int]) -> None:
        """Take out stops whose visits no longer go together."""
        board = self._board
        waiting = [one for one in sorted(touched) if self._single[one] is None]
        while waiting:
            stop = waiting.pop()
            if not board.ready.spacings[stop].keeps(board.days_of(stop)):
                for slot in board.where[stop]:
                    waiting += board.remove(slot, (stop,))
