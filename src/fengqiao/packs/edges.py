"""Stretches of values that stand side by side: no gap, no overlap, every edge decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cmp_to_key
from itertools import pairwise

from attrs import frozen

from fengqiao.packs.limits import Limits, one_comparison
from fengqiao.packs.read_norm import wrong_unit
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import Key
from fengqiao.rules.pairs import Pair
from fengqiao.rules.stretches import Tie
from fengqiao.rules.values import OPS, Comparison, Exact, compare

EDGED = ("at_least", "at_most", "more_than", "less_than", "equal", "between")
"""Comparisons that say exactly which values belong."""


def exact_comparison(row: Limits, spot: Spot) -> Comparison | None:
    """The one comparison of a row, which must be exact; None, with a fault, where it is not."""
    comparison = one_comparison(row, spot)
    if comparison is None:
        if not any(getattr(row, op) is not None for op in OPS):
            spot.absent("pack.no_comparison", *OPS, ops=EDGED)
        return None
    if comparison.op not in EDGED or comparison.is_open:
        spot.at(comparison.op).fault("pack.level_not_exact", ops=EDGED)
        return None
    return comparison


def check_unit(comparison: Comparison, by: Key | None, spot: Spot) -> None:
    """Whether the ends of a comparison are in the unit of what is measured."""
    code = by and next((c for end in ends_of(comparison) if (c := wrong_unit(end, by))), None)
    if code and by:
        spot.at(comparison.op).fault(code, key=by.name, unit=by.reported_in or by.unit)


def check_no_time(values: Iterable[Exact], by: Key | None, spot: Spot) -> None:
    """Where it is not known what is measured, at least no time is compared with it."""
    if by is None and any(value.unit for value in values):
        spot.fault("pack.part_in_time")


def ends_of(comparison: Comparison) -> tuple[Exact, ...]:
    """The value of a comparison, or the two ends of its range."""
    limit = comparison.limit
    if isinstance(limit, Exact):
        return (limit,)
    return limit if isinstance(limit, tuple) else ()


@frozen
class _Stretch:
    """The values of one stretch: ends that may be missing, and whether they belong to it."""

    index: int
    low: Pair | None
    has_low: bool
    high: Pair | None
    has_high: bool


def _stretch(index: int, comparison: Comparison) -> _Stretch:
    first, *rest = (end.pair for end in ends_of(comparison))
    match comparison.op:
        case "at_least" | "more_than":
            return _Stretch(index, first, comparison.op == "at_least", None, has_high=False)
        case "at_most" | "less_than":
            return _Stretch(index, None, False, first, comparison.op == "at_most")  # noqa: FBT003
        case _:
            return _Stretch(index, first, True, rest[0] if rest else first, has_high=True)  # noqa: FBT003


def check_edges(
    comparisons: Sequence[Comparison], tie: Tie | None, by: Key | None, spot: Spot, field: str
) -> None:
    """Between any two neighbours there is one edge, and every value has exactly one stretch.

    Args:
        comparisons: Exact ones.
        tie: Which stretch has a value on a shared edge.
        by: What is measured, where that is known.
        spot: Of the row that they stand in.
        field: Its field that holds them, one after the other.
    """
    stretches = [_stretch(index, one) for index, one in enumerate(comparisons)]
    stretches.sort(key=cmp_to_key(_by_low))
    first, last = stretches[0], stretches[-1]
    if first.low is not None and (compare(first.low, (0, 1)) > 0 or not first.has_low):
        spot.at(field, first.index).fault("pack.band_gap", at_key=True)
    if last.high is not None:
        spot.at(field, last.index).fault("pack.band_gap", at_key=True)
    for lower, upper in pairwise(stretches):
        place = spot.at(field, upper.index)
        if lower.high is None or upper.low is None:
            place.fault("pack.band_overlap", at_key=True)
            continue
        side = compare(lower.high, upper.low)
        held_by = lower.has_high + upper.has_low
        if side > 0:
            place.fault("pack.band_overlap", at_key=True)
        elif (side == 0 and held_by == 0) or (side < 0 and not _is_next(lower, upper, by)):
            place.fault("pack.band_gap", at_key=True)
        elif side == 0 and held_by > 1 and tie is None:
            spot.absent("pack.band_tie", "tie")


def _by_low(one: _Stretch, other: _Stretch) -> int:
    if one.low is None or other.low is None:
        return (one.low is not None) - (other.low is not None)
    return compare(one.low, other.low)


def _is_next(lower: _Stretch, upper: _Stretch, by: Key | None) -> bool:
    """Whether no whole number lies between two stretches of a count."""
    if by is None or by.value != "count" or not (lower.has_high and upper.has_low):
        return False
    high, low = lower.high or (0, 1), upper.low or (0, 1)
    return compare((high[0] + high[1], high[1]), low) == 0
