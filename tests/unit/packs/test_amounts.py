"""Amounts are read exactly and kept as they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.packs.amounts import is_share, parse_amount, parse_quantity, parse_share
from fengqiao.rules.values import Exact


@pytest.mark.parametrize(
    ("written", "exact"),
    [
        (80, Exact(80, 1, None, "80")),
        ("40%", Exact(40, 100, None, "40%")),
        ("12.5%", Exact(125, 1000, None, "12.5%")),
        ("1/3", Exact(1, 3, None, "1/3")),
        ("5 per 1000", Exact(5, 1000, None, "5 per 1000")),
        ("2 hours", Exact(2, 1, "hour", "2 hours")),
        ("1 hour", Exact(1, 1, "hour", "1 hour")),
        ("1/2 day", Exact(1, 2, "day", "1/2 day")),
        ("7 working_days", Exact(7, 1, "working_day", "7 working_days")),
        ("3 years", Exact(3, 1, "year", "3 years")),
    ],
)
def test_an_amount_is_kept_as_it_is_written(written: object, exact: Exact) -> None:
    """Nothing is reduced, and the text of the notice stays with its exact value."""
    assert parse_amount(written) == exact


@pytest.mark.parametrize(
    "written",
    [True, -1, 1.5, None, "", "80", "1/0", "1/0 day", "3 per 0", "2 fortnights", "2hours",
     "-40%", "40 %%", "1/3/5", "４０%", " 40%", "4 0%"],
)  # fmt: skip
def test_what_is_no_amount_is_none(written: object) -> None:
    """Anything else is no amount, a truth value and a zero denominator included."""
    assert parse_amount(written) is None


@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_a_share_is_exact(num: int, den: int) -> None:
    """Numerator and denominator come back as they were written, however large."""
    share = parse_share(f"{num}/{den}")
    assert share is not None
    assert share.pair == (num, den)


def test_a_whole_number_is_no_share() -> None:
    """80 is a count, 80% a share."""
    assert [is_share(one) for one in (Exact.whole(80), Exact(80, 100, None, "80%"))] == [
        False,
        True,
    ]


def test_a_share_is_no_quantity() -> None:
    """A share has no unit of time."""
    assert parse_quantity("1/2") is None
