"""Stretches of values: which of several exact comparisons a value belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cmp_to_key
from typing import Literal

from fengqiao.rules.values import Comparison, Exact, compare

Tie = Literal["upper", "lower"]


def fits(comparison: Comparison, value: tuple[int, int]) -> bool:
    """Whether an exact value keeps an exact comparison with a number or a range."""
    limit = comparison.limit
    if isinstance(limit, tuple):
        return compare(value, limit[0].pair) >= 0 >= compare(value, limit[1].pair)
    if not isinstance(limit, Exact):
        return False
    side = compare(value, limit.pair)
    return {
        "at_least": side >= 0,
        "more_than": side > 0,
        "at_most": side <= 0,
        "less_than": side < 0,
        "equal": side == 0,
    }[comparison.op]


def stretch_of(
    comparisons: Sequence[Comparison], tie: Tie | None, value: tuple[int, int]
) -> int | None:
    """Which comparison a value belongs to; on an edge that two share, the tie rule decides.

    Args:
        comparisons: Exact ones, without a gap and sharing no more than edges. Shape (n,).
        tie: `upper` is the stretch with the larger numbers.
        value: As a fraction.

    Returns:
        An index; None where the value fits none.
    """
    fitting = [index for index, one in enumerate(comparisons) if fits(one, value)]
    if not fitting:
        return None

    def by_low(one: int, other: int) -> int:
        return _by_low(comparisons[one], comparisons[other])

    ordered = sorted(fitting, key=cmp_to_key(by_low))
    return ordered[-1] if tie == "upper" else ordered[0]


def _by_low(one: Comparison, other: Comparison) -> int:
    first, second = low_end(one), low_end(other)
    if first is None or second is None:
        return (first is not None) - (second is not None)
    return compare(first, second)


def low_end(comparison: Comparison) -> tuple[int, int] | None:
    """Where a stretch begins; None where it has no lower end."""
    limit = comparison.limit
    if isinstance(limit, tuple):
        return limit[0].pair
    open_below = comparison.op in ("at_most", "less_than")
    return None if open_below or not isinstance(limit, Exact) else limit.pair
