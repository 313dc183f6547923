"""Compare a column of values with a limit: results as bytes, reasons only where there are any.

Whole numbers are compared by bound methods of the limit, so that a column of a million values
costs no Python step per value; shares are compared by cross-multiplication.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

from fengqiao.judging.limits import Settled
from fengqiao.judging.severity import Side
from fengqiao.measures import Column, Reason
from fengqiao.rules import Comparison, Exact, Op, compare

NOT_MET, MET, NOT_CHECKABLE = 0, 1, 2

_WHOLE: Mapping[Op, Callable[[int], Callable[[int], bool]]] = {
    "at_least": lambda limit: limit.__le__,
    "at_most": lambda limit: limit.__ge__,
    "more_than": lambda limit: limit.__lt__,
    "less_than": lambda limit: limit.__gt__,
    "equal": lambda limit: limit.__eq__,
}
_SIGNS: Mapping[Op, tuple[int, ...]] = {
    "at_least": (0, 1),
    "at_most": (-1, 0),
    "more_than": (1,),
    "less_than": (-1,),
    "equal": (0,),
}
FLOORS = frozenset(("at_least", "more_than", "all_of", "any_of"))
CEILINGS = frozenset(("at_most", "less_than", "none_of"))


@frozen
class Judged:
    """Results of a column.

    Attributes:
        results: One byte per value: 0 not met, 1 met, 2 not checkable. Shape (n,).
        reasons: Why a value is not checkable, by index.
    """

    results: bytes
    reasons: Mapping[int, Reason]


def judge(
    column: Column, settled: Settled, *, size: int, has_ended: bool, known: Mapping[int, Reason]
) -> Judged:
    """Judge every value of a column.

    Args:
        column: Values. Shape (n,).
        settled: What they are compared with.
        size: n.
        has_ended: Whether the period was over. If not, a floor that is reached is met, a ceiling
            that is passed is not met, and all else is `period_open`.
        known: Subjects that can't be judged whatever their value, with the reason.

    Returns:
        Results and reasons. A value without denominator is `nothing_due`, an unknown one
        `no_data`.
    """
    if settled.comparison is None:
        reason: Reason = settled.reason or "not_configured"
        return Judged(
            bytes([NOT_CHECKABLE]) * size, {**dict.fromkeys(range(size), reason), **known}
        )
    comparison = settled.comparison
    results = bytearray(_compare(column, comparison, settled.tolerance))
    reasons: dict[int, Reason] = {}
    if comparison.op == "about" and settled.tolerance is None:
        open_ones = [index for index, result in enumerate(results) if result == NOT_MET]
        reasons.update(dict.fromkeys(open_ones, "not_configured"))
    if column.running is not None or not has_ended:
        undecided = _undecided(column, comparison, results, settled)
        still = undecided if column.running is None else set(undecided) & column.running
        reasons.update(dict.fromkeys(still, "period_open"))
    if column.dens is not None:
        empty = (index for index, den in enumerate(column.dens) if den == 0)
        reasons.update(dict.fromkeys(empty, "nothing_due"))
    reasons.update(dict.fromkeys(column.unknown, "no_data"))
    reasons.update(dict.fromkeys(column.open, "not_configured"))
    reasons.update(known)
    for index in reasons:
        results[index] = NOT_CHECKABLE
    return Judged(bytes(results), reasons)


def _compare(column: Column, comparison: Comparison, tolerance: Exact | None) -> bytes:
    limit = comparison.limit
    if isinstance(limit, frozenset):
        return bytes(compare_words(one, comparison.op, limit) for one in column.words or ())
    if isinstance(limit, tuple):
        return _both(column, "at_least", limit[0], "at_most", limit[1])
    if not isinstance(limit, Exact):
        message = "an open limit must be settled before it is compared with"
        raise TypeError(message)
    if comparison.op == "about":
        low, high = ends_about(limit, tolerance)
        return _both(column, "at_least", low, "at_most", high)
    return _side(column, comparison.op, limit)


def ends_about(limit: Exact, tolerance: Exact | None) -> tuple[Exact, Exact]:
    """The two ends of an approximate figure; without a tolerance both are the figure itself."""
    num, den = tolerance.pair if tolerance else (0, 1)
    middle, step = limit.num * den, num * limit.den
    return Exact(middle - step, limit.den * den), Exact(middle + step, limit.den * den)


def _both(column: Column, low_op: Op, low: Exact, high_op: Op, high: Exact) -> bytes:
    pairs = zip(_side(column, low_op, low), _side(column, high_op, high), strict=True)
    return bytes(one & other for one, other in pairs)


def _side(column: Column, op: Op, limit: Exact) -> bytes:
    nums, dens = column.nums, column.dens
    if dens is None and limit.den == 1:
        return bytes(map(_WHOLE[op](limit.num), nums))
    num, den, signs = limit.num, limit.den, _SIGNS[op]
    over: Sequence[int] = dens if dens is not None else [1] * len(nums)
    if op == "at_least":
        return bytes(n * den >= num * d for n, d in zip(nums, over, strict=True))
    return bytes(compare((n, d), (num, den)) in signs for n, d in zip(nums, over, strict=True))


def compare_words(words: frozenset[str], op: Op, limit: frozenset[str]) -> bool:
    """Whether a set of words fulfils `all_of`, `any_of` or `none_of`."""
    if op == "all_of":
        return limit <= words
    return limit.isdisjoint(words) == (op == "none_of")


def _undecided(
    column: Column, comparison: Comparison, results: bytearray, settled: Settled
) -> list[int]:
    """Values that more days could still turn."""
    size = len(results)
    if column.dens is not None and not column.scaled and column.running is None:
        return list(range(size))
    if comparison.op in FLOORS:
        return [index for index in range(size) if results[index] == NOT_MET]
    if comparison.op in CEILINGS:
        return [index for index in range(size) if results[index] == MET]
    return [
        index
        for index in range(size)
        if side_of(comparison, settled.tolerance, column.pair(index)) != "above"
    ]


def side_of(comparison: Comparison, tolerance: Exact | None, pair: tuple[int, int] | None) -> Side:
    """On which side of what is asked a value lies."""
    limit = comparison.limit
    if pair is None or not isinstance(limit, (tuple, Exact)):
        return "below"
    if isinstance(limit, Exact):
        limit = ends_about(limit, tolerance if comparison.op == "about" else None)
    return "above" if compare(pair, limit[1].pair) > 0 else "below"
