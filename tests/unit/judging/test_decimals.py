from __future__ import annotations

import pytest

from fengqiao.judging.decimals import cut, rounded


@pytest.mark.parametrize(
    ("pair", "shown"), [((464, 31), "14.96"), ((465, 31), "15.00"), ((310, 31), "10.00")]
)
def test_decimals_are_cut_not_rounded(pair: tuple[int, int], shown: str) -> None:
    """464 calls in 31 days lie below 15 and must not show as 15.00."""
    assert cut(pair) == shown


@pytest.mark.parametrize(
    ("pair", "digits", "shown"),
    [((172, 2), 0, "86"), ((171, 2), 0, "86"), ((202, 3), 1, "67.3"), ((1999, 20), 1, "100.0")],
)
def test_rounding_takes_halves_upwards(pair: tuple[int, int], digits: int, shown: str) -> None:
    """85.5 shows as 86, and 99.95 as 100.0, where a sheet says how many digits it shows."""
    assert rounded(pair, digits) == shown
