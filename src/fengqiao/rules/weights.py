"""Weights of a sheet: whether they add up to what the sheet says it is out of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fengqiao.rules.entries import Part
from fengqiao.rules.pairs import total
from fengqiao.rules.points import weight_points
from fengqiao.rules.values import Exact, compare, shown_pair

_NONE: Mapping[str, Exact] = {}


def is_percent(weight: Exact) -> bool:
    """Whether a weight is written in percent."""
    return weight.text.endswith("%")


def weights_of(
    parts: Sequence[Part], given: Mapping[str, Exact] = _NONE
) -> tuple[Exact | None, ...]:
    """Weights of the parts that make up the whole: no bonus, no deduction, no veto.

    Args:
        parts: Of one sheet.
        given: What the host gives for open ones, by the part's name.

    Returns:
        One for each such part; None where it is open and not given.
    """
    return tuple(
        part.weight if isinstance(part.weight, Exact) else given.get(part.name)
        for part in parts
        if part.points.effect == "part"
    )


def wrong_sum(weights: Sequence[Exact | None], out_of: Exact) -> str | None:
    """What the weights add up to where that is wrong; None where it is or may still come right.

    Args:
        weights: From `weights_of`.
        out_of: What they must add up to. While some are open the others must not exceed it.
    """
    stated = [weight_points(one, out_of) for one in weights if one is not None]
    if not weights or not stated:
        return None
    found = total(stated)
    side = compare(found, out_of.pair)
    is_wrong = side != 0 if len(stated) == len(weights) else side > 0
    return str(shown_pair(*found)) if is_wrong else None
