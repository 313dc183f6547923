"""Which visits lie near to which stop."""

from __future__ import annotations

from collections.abc import Sequence
from operator import add

from fengqiao.planning.rounds.ready import Ready

_MOST = 200
"""Visits that are known to be near a stop."""


class Near:
    """Visits from near to far, sorted when they are first asked for."""

    def __init__(self, ready: Ready, points: Sequence[int], visits: Sequence[range]) -> None:
        self._ready = ready
        self._points = points
        self._visits = visits
        self._masks = [sum(1 << slot for slot in fits) for fits in ready.fitting]
        self._order: dict[int, list[int]] = {}
        self._allies: list[list[tuple[int, int, int]] | None] = [None] * len(points)
        self._around: list[list[int] | None] = [None] * len(points)

    def allies(self, stop: int) -> list[tuple[int, int, int]]:
        """Visits of other stops that may be in the same slot, and the way from and to them."""
        found = self._allies[stop]
        if found is None:
            found = self._allies[stop] = []
            point, mask = self._points[stop], self._masks[stop]
            row, column = self._ready.rows[point], self._ready.columns[point]
            for other in self._sorted(point):
                if other != stop and mask & self._masks[other]:
                    there = self._points[other]
                    found += [(one, column[there], row[there]) for one in self._visits[other]]
                    if len(found) > _MOST:
                        break
        return found

    def around(self, stop: int) -> list[int]:
        """All visits near a stop; its own come first."""
        found = self._around[stop]
        if found is None:
            found = self._around[stop] = [*self._visits[stop]]
            for other in self._sorted(self._points[stop]):
                if other != stop:
                    found += self._visits[other]
                    if len(found) > _MOST:
                        break
        return found

    def _sorted(self, point: int) -> list[int]:
        """Stops from the nearest to a point on; as many as are worth keeping."""
        found = self._order.get(point)
        if found is None:
            ready = self._ready
            both = list(map(add, ready.rows[point], ready.columns[point]))
            ways = [both[there] for there in self._points]
            found = sorted(range(len(ways)), key=ways.__getitem__)
            self._order[point] = found
        return found
