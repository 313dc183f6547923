"""The parts of a score: what each one gives, and what it may give while it can't be checked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import frozen

from fengqiao.measures import Reason
from fengqiao.rules import Part, Words, shown_pair
from fengqiao.rules.pairs import ZERO, Pair, add, lowest, times, total
from fengqiao.rules.points import Effect, Veto, least_points, most_points, points_of
from fengqiao.rules.stretches import fits

UNNAMED = Words()

Range = tuple[Pair, Pair]
"""The fewest and the most points."""


@frozen(kw_only=True)
class PartScore:
    """One component of a score.

    Attributes:
        weight: As configured or stated; None where it is not configured, and for a veto.
        effect: `part`, `bonus`, `deduct` or `veto`.
        measure: Key or total that gave the value; None where none is configured.
        revision: Of its indicator; None where there is none.
        value: What was measured, unreduced; None with a reason.
        low, high: What the part adds to the score at worst and at best, after the weight of
            others was given to it; below 0 for a deduction. None for a veto, and where there is
            no score.
        veto: For a veto: what becomes of the score where its limit is not kept.
        kept: For a veto: whether its limit was kept; None where that can't be checked.
    """

    name: str
    names: Words = UNNAMED
    weight: str | None
    effect: Effect = "part"
    measure: str | None = None
    revision: int | None = None
    value: Pair | None
    reason: Reason | None
    low: Pair | None = None
    high: Pair | None = None
    veto: Veto | None = None
    kept: bool | None = None

    def to_json(self) -> dict[str, Any]:
        """The part as plain data."""
        return {
            "name": self.name,
            "effect": self.effect,
            "weight": self.weight,
            "measure": self.measure,
            "revision": self.revision,
            "value": shown_pair(*self.value) if self.value else None,
            "reason": self.reason,
            "low": shown_pair(*self.low) if self.low else None,
            "high": shown_pair(*self.high) if self.high else None,
            "veto": self.veto,
            "kept": self.kept,
        }


def is_kept(part: Part, value: Pair | None) -> bool | None:
    """Whether a veto's limit is kept; None for other parts, and where there is no value."""
    if part.points.limit is None or value is None:
        return None
    return fits(part.points.limit, value)


def contributions(
    parts: Sequence[Part], weights: Sequence[Pair], values: Sequence[Pair | None]
) -> tuple[Range | None, ...]:
    """What each part adds to the score, at worst and at best.

    A part without a value counts by its own rule: `interval` (from the least to the most that it
    can give), `zero`, `full`, or `redistribute`: its weight goes to the other parts of the whole
    in proportion to theirs. Where there are none left, anything is possible.

    Args:
        parts: Shape (n,).
        weights: In points; of a veto, anything. Shape (n,).
        values: Shape (n,).

    Returns:
        Both ends in lowest terms; None for a veto. Shape (n,).
    """
    given = list(zip(parts, weights, values, strict=True))
    own = [one for one in given if one[0].points.effect == "part"]
    whole = total([weight for _, weight, _ in own])
    counted = total([weight for part, weight, value in own if not _is_moved(part, value)])
    scale = (whole[0] * counted[1], whole[1] * counted[0]) if counted[0] else None
    found: list[Range | None] = []
    for part, weight, value in given:
        effect = part.points.effect
        if effect == "veto":
            found.append(None)
            continue
        if _is_moved(part, value):
            ends = _possible(part, weight) if scale is None else (ZERO, ZERO)
        else:
            ends = _ends(part, weight, value)
            if effect == "part" and scale is not None:
                ends = (times(ends[0], scale), times(ends[1], scale))
        if effect == "deduct":
            ends = ((-ends[1][0], ends[1][1]), (-ends[0][0], ends[0][1]))
        found.append((lowest(ends[0]), lowest(ends[1])))
    return tuple(found)


def _is_moved(part: Part, value: Pair | None) -> bool:
    """Whether the weight of a part goes to others."""
    return part.points.effect == "part" and value is None and part.missing == "redistribute"


def _ends(part: Part, weight: Pair, value: Pair | None) -> Range:
    if value is not None:
        points = points_of(part.points, weight, value)
        return points, points
    if part.missing == "zero":
        return ZERO, ZERO
    least, most = _possible(part, weight)
    return (most, most) if part.missing == "full" else (least, most)


def _possible(part: Part, weight: Pair) -> Range:
    return least_points(part.points, weight), most_points(part.points, weight)


def score_ends(
    parts: Sequence[Part], weights: Sequence[Pair], values: Sequence[Pair | None]
) -> Range | None:
    """Lowest and highest score; never below 0.

    Args:
        parts: Shape (n,).
        weights: In points. Shape (n,).
        values: What was measured; None where that can't be said. Shape (n,).

    Returns:
        Both ends in lowest terms, equal where the score is certain; None where the subject is not
        rated. A veto that is not decided lets the score fall to 0.
    """
    given = contributions(parts, weights, values)
    low = high = ZERO
    for ends in given:
        if ends is not None:
            low, high = add(low, ends[0]), add(high, ends[1])
    low, high = _not_below_zero(low), _not_below_zero(high)
    for part, value in zip(parts, values, strict=True):
        if part.points.limit is None or is_kept(part, value):
            continue
        if value is None:
            low = ZERO
        elif part.points.veto == "not_rated":
            return None
        else:
            low = high = ZERO
    return lowest(low), lowest(high)


def _not_below_zero(pair: Pair) -> Pair:
    return pair if pair[0] > 0 else ZERO
