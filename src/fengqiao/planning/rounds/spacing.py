"""Which days of one stop go together: gaps from visit to visit, or patterns."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from attrs import frozen

from fengqiao.planning.rounds.problem import Stop

Offer = tuple[int, int, int, int]
"""Cost, slot, place in its tour, and day of one visit that could be made."""

NEVER = 1 << 200
"""More than anything costs."""


@frozen(kw_only=True)
class Spacing:
    """What the days of the visits of one stop have to keep.

    Attributes:
        times: How many visits are wanted.
        least: Days from one to the next, at least.
        most: The same, at most.
        earliest: First day on which the first visit may be.
        latest: Last day on which the first visit may be.
        patterns: Days that go together; where there are any, nothing else is asked.
    """

    times: int
    least: int
    most: int
    earliest: int
    latest: int
    patterns: tuple[tuple[int, ...], ...]

    def keeps(self, days: Sequence[int]) -> bool:
        """Whether days, in order, go together; none at all always do."""
        if self.patterns:
            return any(set(days) <= set(pattern) for pattern in self.patterns)
        if not days:
            return True
        return self.earliest <= days[0] <= self.latest and all(
            self.least <= later - sooner <= self.most for sooner, later in pairwise(days)
        )

    def one_more(self, made: Sequence[int]) -> list[tuple[int, int]]:
        """First and last days of the spans in which one more visit would make all go together.

        Args:
            made: Days of visits that stay, in order.
        """
        if self.patterns:
            kept = [pattern for pattern in self.patterns if set(made) <= set(pattern)]
            return [(day, day) for pattern in kept for day in pattern if day not in made]
        if not made:
            return [(self.earliest, self.latest)]
        least, most = self.least, self.most
        spans = [(max(self.earliest, made[0] - most), min(self.latest, made[0] - least))]
        broken = [0] if made[0] > self.latest else []
        for number, (sooner, later) in enumerate(pairwise(made), start=1):
            spans.append((max(sooner + least, later - most), min(sooner + most, later - least)))
            if later - sooner > most:
                broken.append(number)
        spans.append((made[-1] + least, made[-1] + most))
        if broken:
            return [spans[broken[0]]] if len(broken) == 1 else []
        return spans

    def choose(self, offers: Collection[Offer], made: Sequence[int]) -> list[Offer] | None:
        """The cheapest visits that go together with those already made, as many as can be.

        Args:
            offers: What could be made, at most one a slot.
            made: Days of visits that stay, in order.

        Returns:
            None where those that stay don't go together, whatever is added.
        """
        if self.patterns:
            return self._of_patterns(offers, made)
        return self._chain(offers, made)

    def _of_patterns(self, offers: Collection[Offer], made: Sequence[int]) -> list[Offer] | None:
        cheapest = _by_day(offers)
        found: list[Offer] | None = None
        best = (1, 0)
        for pattern in self.patterns:
            if not set(made) <= set(pattern):
                continue
            chosen = [cheapest[day] for day in pattern if day in cheapest and day not in made]
            weight = (-len(chosen), sum(one[0] for one in chosen))
            if found is None or weight < best:
                found, best = chosen, weight
        return found

    def _chain(self, offers: Collection[Offer], made: Sequence[int]) -> list[Offer] | None:
        """The best chain of days: by how many visits, then by cost; each step looks back once.

        `reach[i]` holds, for each number of visits, the cheapest chain that ends on day i.
        """
        cheapest = _by_day(offers)
        days = sorted({*cheapest, *made})
        fixed = set(made)
        reach: list[dict[int, tuple[int, int]]] = []
        best: tuple[int, int, int] | None = None if made else (0, 0, -1)
        last_fixed = made[-1] if made else 0
        first_fixed = made[0] if made else days[-1] if days else 0
        for number, day in enumerate(days):
            cost = 0 if day in fixed else cheapest[day][0]
            here: dict[int, tuple[int, int]] = {}
            if self.earliest <= day <= self.latest and day <= first_fixed:
                here[1] = (cost, -1)
            for before in range(number - 1, -1, -1):
                gap = day - days[before]
                if gap > self.most:
                    break
                if gap >= self.least:
                    for count, (spent, _) in reach[before].items():
                        known = here.get(count + 1)
                        if count < self.times and (known is None or spent + cost < known[0]):
                            here[count + 1] = (spent + cost, before)
                if days[before] in fixed:
                    break
            reach.append(here)
            if day >= last_fixed:
                for count, (spent, _) in here.items():
                    if best is None or (-count, spent) < best[:2]:
                        best = (-count, spent, number)
        return None if best is None else _unwind(best, days, reach, cheapest, fixed)


def _unwind(
    best: tuple[int, int, int],
    days: Sequence[int],
    reach: Sequence[dict[int, tuple[int, int]]],
    cheapest: dict[int, Offer],
    fixed: Collection[int],
) -> list[Offer]:
    count, number = -best[0], best[2]
    chosen = []
    while number >= 0:
        if days[number] not in fixed:
            chosen.append(cheapest[days[number]])
        number = reach[number][count][1]
        count -= 1
    return chosen[::-1]


def _by_day(offers: Collection[Offer]) -> dict[int, Offer]:
    found: dict[int, Offer] = {}
    for one in offers:
        if one[3] not in found or one < found[one[3]]:
            found[one[3]] = one
    return found


def spacing_of(stop: Stop, days: Collection[int]) -> Spacing:
    """What the visits of a stop have to keep.

    Args:
        stop: With its gap and its last visit.
        days: Of all slots that may take it.
    """
    least, most = stop.gap
    earliest, latest = 0, NEVER
    if stop.since is not None:
        earliest = stop.since + least
        if most is not None and days and stop.since + most >= min(days):
            latest = stop.since + most
    return Spacing(
        times=stop.times,
        least=least,
        most=NEVER if most is None else most,
        earliest=earliest,
        latest=latest,
        patterns=stop.patterns,
    )
