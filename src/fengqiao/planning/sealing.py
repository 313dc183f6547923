"""Rounds that keep their hours when a plan is made again: whoever pins one block pins its round."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from attrs import evolve, frozen

from fengqiao.planning.desk import Desk
from fengqiao.planning.moves import Where
from fengqiao.planning.plan import Placed
from fengqiao.planning.rounds_of import Asked, RoundsOf
from fengqiao.planning.timed import Piece


@frozen(kw_only=True)
class Sealed:
    """A round of the plan before that stays as it stood.

    Attributes:
        blocks: As they stood, in order.
        pieces: The hours kept for them.
    """

    blocks: tuple[Placed, ...]
    pieces: tuple[Piece, ...]

    @property
    def minutes(self) -> int:
        """Of visits and ways, as they were."""
        return sum(piece.minutes for piece in self.pieces)

    def in_order(self, tour: Iterable[int], asked: Sequence[Asked]) -> list[int]:
        """Stops of a tour in the order in which they stood."""
        refs = [ref for block in self.blocks for ref in block.refs]
        return sorted(tour, key=lambda stop: refs.index(asked[stop].wanted.ref))

    def number(self, ref: str) -> int:
        """In which of the blocks a reference stood."""
        return next(number for number, block in enumerate(self.blocks) if ref in block.refs)

    def at_their_hours(self, blocks: Iterable[Placed]) -> list[Placed]:
        """Blocks with the hours of those in which their first references stood."""
        return [evolve(one, start=self.blocks[self.number(one.refs[0])].start) for one in blocks]


def seal(
    desks: Mapping[str, Desk], future: Iterable[Placed], held: Collection[Placed]
) -> dict[Where, Sealed]:
    """Keep the hours of rounds of which something is pinned, where they are still there.

    Args:
        desks: By staff; the hours are kept on them.
        future: Blocks of the plan before that are not over.
        held: Those of them that are pinned.

    Returns:
        By officer and day.
    """
    rounds: dict[Where, list[Placed]] = {}
    for block in future:
        if block.refs:
            rounds.setdefault((block.staff, block.day), []).append(block)
    found = {}
    for (staff, day), blocks in rounds.items():
        desk = desks.get(staff)
        if desk is None or day not in desk.capacity.days:
            continue
        if any(block in held for block in blocks):
            blocks.sort(key=lambda one: one.start)
            pieces = desk.reserve(day, blocks)
            if pieces is not None:
                found[staff, day] = Sealed(blocks=tuple(blocks), pieces=tuple(pieces))
    return found


def only_for_those(rounds: RoundsOf, sealed: Mapping[Where, Sealed]) -> RoundsOf:
    """A problem in which sealed rounds take nobody but those who stood in them."""
    if not sealed:
        return rounds
    taken: dict[int, set[str]] = {}
    for index, slot in enumerate(rounds.problem.slots):
        one = sealed.get((slot.staff, date.fromordinal(slot.day)))
        if one is not None:
            taken[index] = {ref for block in one.blocks for ref in block.refs}
    stops = (
        evolve(
            stop,
            slots=tuple(
                slot for slot in stop.slots if slot not in taken or asked.wanted.ref in taken[slot]
            ),
        )
        for stop, asked in zip(rounds.problem.stops, rounds.asked, strict=True)
    )
    return evolve(rounds, problem=evolve(rounds.problem, stops=tuple(stops)))
