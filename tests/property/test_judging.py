"""Comparisons agree with exact fractions, and scores stay within their bounds."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from fengqiao.judging import Settled
from fengqiao.judging.compare import judge
from fengqiao.judging.prorating import prorated
from fengqiao.judging.scores import PartScore, score_ends
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


SHARES = st.tuples(st.integers(0, 100), st.integers(1, 100)).map(
    lambda pair: (min(pair), max(pair))
)
PARTS = st.lists(
    st.tuples(
        st.tuples(st.integers(0, 100), st.integers(1, 10)),
        st.none() | SHARES,
        st.sampled_from(["interval", "zero", "full", "redistribute"]),
    ),
    min_size=1,
    max_size=6,
)


@given(PARTS)
def test_score_lies_between_nothing_and_everything(
    parts: list[tuple[tuple[int, int], tuple[int, int] | None, str]],
) -> None:
    """The low end is not above the high one, and neither leaves the sum of the weights."""
    scores = [
        PartScore(name=str(n), weight=None, value=value, reason=None if value else "no_data")
        for n, (_, value, _) in enumerate(parts)
    ]
    low, high = score_ends([weight for weight, _, _ in parts], scores, [rule for *_, rule in parts])
    whole = sum(Fraction(*weight) for weight, _, _ in parts)
    assert 0 <= Fraction(*low) <= Fraction(*high) <= whole


@given(PARTS)
def test_score_with_every_part_is_certain(
    parts: list[tuple[tuple[int, int], tuple[int, int] | None, str]],
) -> None:
    """Without a missing part both ends are the weighted sum."""
    known = [(weight, value or (1, 1), rule) for weight, value, rule in parts]
    scores = [
        PartScore(name=str(n), weight=None, value=value, reason=None)
        for n, (_, value, _) in enumerate(known)
    ]
    low, high = score_ends([weight for weight, _, _ in known], scores, [rule for *_, rule in known])
    exact = sum(Fraction(*weight) * Fraction(*value) for weight, value, _ in known)
    assert Fraction(*low) == Fraction(*high) == exact
