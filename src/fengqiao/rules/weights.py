"""Weights of a sheet: whether they add up to what the sheet says it is out of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fengqiao.rules.entries import Part
from fengqiao.rules.pairs import total
from fengqiao.rules.points import weight_points
from fengqiao.rules.values import Exact, compare, shown_pair

HUNDRED = Exact.whole(100)
"""Of a hundred is a sheet whose weights are all in percent."""

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
    return tuple(_weight(part, given) for part in parts if part.points.effect == "part")


def _weight(part: Part, given: Mapping[str, Exact]) -> Exact | None:
    return part.weight if isinstance(part.weight, Exact) else given.get(part.name)


def is_mixed(parts: Sequence[Part], given: Mapping[str, Exact] = _NONE) -> bool:
    """Whether some weights are in percent and others in points, those beyond the whole too.

    Args:
        parts: Of one sheet that doesn't say what it is out of.
        given: What the host gives for open ones, by the part's name.
    """
    weights = (_weight(part, given) for part in parts)
    stated = [one for one in weights if one is not None]
    return 0 < sum(map(is_percent, stated)) < len(stated)


def wrong_percent(weights: Sequence[Exact | None]) -> str | None:
    """What weights in percent add up to where that isn't 100 %; None also where none is.

    Args:
        weights: From `weights_of`, of a sheet that doesn't say what it is out of.
    """
    if not any(one is not None and is_percent(one) for one in weights):
        return None
    found = wrong_sum(weights, HUNDRED)
    return None if found is None else f"{found}%"


def wrong_sum(weights: Sequence[Exact | None], out_of: Exact) -> str | None:
    """What the weights add up to where that is wrong; None where it is or may still come right.

    Args:
        weights: From `weights_of`.
        out_of: What they must add up to. While some are open the others must not exceed it.
    """
    stated = [weight_points(one, out_of) for one in weights if one is not None]
    if not stated:
        return None
    found = total(stated)
    side = compare(found, out_of.pair)
    is_wrong = side != 0 if len(stated) == len(weights) else side > 0
    return str(shown_pair(*found)) if is_wrong else None
