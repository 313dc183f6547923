"""A day on which hours count: something stands at a time of its own, and the rest around it."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator

from attrs import Factory, field, frozen, mutable

from fengqiao.planning.plan import Placed
from fengqiao.planning.venues import Stretch


@frozen(order=True)
class Piece:
    """Something that stands at a time of a day.

    Attributes:
        number: Of its item; None: time that is kept for a round.
        is_fixed: Whether it begins where it does, so that nothing before it joins it.
        round: A block of visits.

    Units:
        start, minutes: minutes, the start after midnight.
    """

    start: int
    minutes: int = field(order=False)
    number: int | None = field(order=False)
    is_fixed: bool = field(default=False, order=False)
    round: Placed | None = field(default=None, order=False)

    @property
    def end(self) -> int:
        """When it ends."""
        return self.start + self.minutes


@mutable
class TimedDay:
    """The hours of one day of one member of staff, and what stands in them."""

    hours: Stretch
    pieces: list[Piece] = Factory(list)

    def free(self, within: Iterable[Stretch] | None = None) -> Iterator[Stretch]:
        """What is left, in order; only inside some stretches, where they are given."""
        for first, last in self._gaps():
            if within is None:
                yield first, last
                continue
            for opens, closes in within:
                if max(first, opens) < min(last, closes):
                    yield max(first, opens), min(last, closes)

    def gap(self, minutes: int, within: Iterable[Stretch] | None = None) -> int | None:
        """The earliest time from which so many minutes are left."""
        some = self.free(within)
        return next((first for first, last in some if last - first >= minutes), None)

    def takes(self, start: int, minutes: int, within: Iterable[Stretch] | None = None) -> bool:
        """Whether so many minutes are left from a time on."""
        return any(first <= start and start + minutes <= last for first, last in self.free(within))

    def longest(self) -> int:
        """The longest time that is left."""
        return max((last - first for first, last in self.free()), default=0)

    def put(self, piece: Piece) -> None:
        """Let something stand where there is room for it."""
        insort(self.pieces, piece)

    def drop(self, piece: Piece) -> None:
        """Give its time back."""
        self.pieces.remove(piece)

    def runs(self) -> Iterator[list[Piece]]:
        """What stands there, in order; units of one item that follow each other are one run."""
        run: list[Piece] = []
        for piece in self.pieces:
            joins = (
                bool(run)
                and piece.round is None
                and not piece.is_fixed
                and (run[-1].number, run[-1].end) == (piece.number, piece.start)
            )
            if run and not joins:
                yield run
                run = []
            run.append(piece)
        if run:
            yield run

    def _gaps(self) -> Iterator[Stretch]:
        start, end = self.hours
        for piece in self.pieces:
            if start < piece.start:
                yield start, piece.start
            start = max(start, piece.end)
        if start < end:
            yield start, end
