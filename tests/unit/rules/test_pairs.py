"""Fractions that are compared."""

from __future__ import annotations

import pytest

from fengqiao.rules.pairs import Pair, larger, smaller


@pytest.mark.parametrize(
    ("one", "other", "most", "least"),
    [
        ((1, 2), (2, 3), (2, 3), (1, 2)),
        ((2, 3), (1, 2), (2, 3), (1, 2)),
        ((1, 2), (50, 100), (1, 2), (1, 2)),  # of equals the first, as it is written
        ((50, 100), (1, 2), (50, 100), (50, 100)),
    ],
)
def test_the_larger_and_the_smaller_of_two(one: Pair, other: Pair, most: Pair, least: Pair) -> None:
    """Compared as numbers, and never reduced."""
    assert (larger(one, other), smaller(one, other)) == (most, least)
