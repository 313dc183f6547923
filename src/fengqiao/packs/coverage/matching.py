"""Give each number of a clause a value of an entry for itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from fengqiao.packs.coverage.carriers import Amount, Carrier


class Matching:
    """Numbers and the values that carry them: one value carries one number.

    A number that comes later may push an earlier one to another value that carries it as well, so
    that as many numbers as possible have one; a number that has a value never loses it.
    """

    def __init__(self, carriers: Sequence[Carrier]) -> None:
        """Nothing is carried yet.

        Args:
            carriers: The entries of a clause, in the order of the pack.
        """
        self._entries: list[str] = []
        self._places: dict[Amount, list[int]] = defaultdict(list)
        self._holder: dict[int, int] = {}
        self._wants: dict[int, tuple[Amount, ...]] = {}
        self._refused: set[tuple[Amount, ...]] = set()
        for carrier in carriers:
            for slot in carrier.slots:
                for amount in slot:
                    self._places[amount].append(len(self._entries))
                self._entries.append(carrier.entry)

    def take(self, number: int, wants: tuple[Amount, ...]) -> bool:
        """Give a number a value, if there is one for it.

        Args:
            number: Which number.
            wants: What may carry it, the likeliest first.
        """
        if wants in self._refused:
            return False
        self._wants[number] = wants
        free = self._search(number)
        if free is None:
            self._refused.add(wants)
            return False
        return True

    def _search(self, number: int) -> int | None:
        """Look for a free value step by step, and hand values over on the way back."""
        came_from: dict[int, int] = {}
        waiting = [number]
        for one in waiting:
            for place in self._candidates(one):
                if place in came_from:
                    continue
                came_from[place] = one
                if place not in self._holder:
                    self._hand_over(place, came_from)
                    return place
                waiting.append(self._holder[place])
        return None

    def _hand_over(self, place: int, came_from: dict[int, int]) -> None:
        before = {number: held for held, number in self._holder.items()}
        step: int | None = place
        while step is not None:
            number = came_from[step]
            self._holder[step] = number
            step = before.get(number)

    def _candidates(self, number: int) -> Iterator[int]:
        for amount in self._wants[number]:
            yield from self._places.get(amount, ())

    def entries(self) -> dict[int, str]:
        """The entry that carries each number that has one."""
        return {number: self._entries[place] for place, number in self._holder.items()}
