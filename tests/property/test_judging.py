"""Comparisons agree with exact fractions."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from fengqiao.judging import Settled
from fengqiao.judging.compare import judge
from fengqiao.judging.prorating import prorated
from fengqiao.measures import Column
from fengqiao.rules import Comparison, Exact, Op

COUNTS = st.integers(0, 10**6)
PAIRS = st.tuples(COUNTS, st.integers(1, 10**6))
OPS: dict[Op, str] = {
    "at_least": "__ge__",
    "at_most": "__le__",
    "more_than": "__gt__",
    "less_than": "__lt__",
    "equal": "__eq__",
}


@given(st.sampled_from(list(OPS)), PAIRS, st.lists(PAIRS, max_size=8))
def test_shares_compare_like_fractions(
    op: Op, limit: tuple[int, int], values: list[tuple[int, int]]
) -> None:
    """Cross-multiplication never rounds."""
    column = Column([num for num, _ in values], [den for _, den in values])
    settled = Settled(comparison=Comparison(op, Exact(*limit)))
    found = judge(column, settled, size=len(values), has_ended=True, known={})
    expected = [getattr(Fraction(*value), OPS[op])(Fraction(*limit)) for value in values]
    assert list(found.results) == expected


@given(st.sampled_from(list(OPS)), COUNTS, st.lists(COUNTS, max_size=8))
def test_counts_compare_like_whole_numbers(op: Op, limit: int, values: list[int]) -> None:
    """The fast way gives what the slow way gives."""
    settled = Settled(comparison=Comparison(op, Exact.whole(limit)))
    fast = judge(Column(values), settled, size=len(values), has_ended=True, known={})
    ones = Column(values, [1] * len(values))
    slow = judge(ones, settled, size=len(values), has_ended=True, known={})
    assert fast == slow


@given(PAIRS, st.integers(1, 366), st.integers(0, 366))
def test_prorated_limit_is_the_smallest_that_is_enough(
    limit: tuple[int, int], days: int, more: int
) -> None:
    """Not below the exact share of the days, and less than one above it."""
    exact = Fraction(*limit) * days / (days + more)
    found = prorated(Exact(*limit), days, days + more).num
    assert exact <= found < exact + 1
