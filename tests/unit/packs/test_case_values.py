"""What a case gives is compared with what records come to by value, and shown in the same form."""

from __future__ import annotations

import pytest

from fengqiao.measures import Column
from fengqiao.packs.case_values import given_column, shown_values
from fengqiao.rules import Exact
from fengqiao.rules.values import Unit


@pytest.mark.parametrize(
    ("given", "counted", "unit"),
    [
        pytest.param(Exact(1, 1, None, "1/1"), Column([1]), None, id="a whole as a share"),
        pytest.param(Exact.whole(1), Column([1], [1]), None, id="a share as a whole"),
        pytest.param(Exact(50, 100, None, "50%"), Column([2], [4]), None, id="a percentage"),
        pytest.param(
            Exact(20, 1, "hour", "20 hours"), Column([1200], [60], scaled=True), "hour", id="hours"
        ),
        pytest.param(
            Exact(1200, 1, "minute", "1200 minutes"),
            Column([1200], [60], scaled=True),
            "hour",
            id="minutes against hours",
        ),
        pytest.param(
            Exact(4, 1, "working_day", "4 working_days"),
            Column([4], [1]),
            "working_day",
            id="working days",
        ),
        pytest.param(Exact(-5, 100, None, "-5/100"), Column([-5], [100]), None, id="a rise"),
    ],
)
def test_equal_values_are_shown_alike(given: Exact, counted: Column, unit: Unit | None) -> None:
    """A value is what it is worth, however it is written."""
    expected, found = shown_values(given, counted, unit)
    assert expected == found


@pytest.mark.parametrize(
    ("given", "counted", "unit", "shown"),
    [
        pytest.param(
            Exact(20, 1, "hour", "20 hours"),
            Column([1230], [60], scaled=True),
            "hour",
            ("20 hours", "41/2 hours"),
            id="hours",
        ),
        pytest.param(Exact.whole(1), Column([3], [4]), None, ("1/1", "3/4"), id="shares"),
        pytest.param(
            Exact(2, 1, "day", "2 days"), Column([2]), "working_day", ("2 days", "2 working_days"),
            id="units with nothing in common",
        ),
        pytest.param(Exact.whole(2), Column([1]), None, ("2", "1"), id="counts"),
        pytest.param(
            Exact(1, 5, None, "1/5"), Column([2], [10]), None, ("1/5", "2/10"), id="another base"
        ),
        pytest.param(Exact.whole(2), None, None, ("2", "none"), id="nothing counted"),
    ],
)  # fmt: skip
def test_different_values_are_shown_in_one_form(
    given: Exact, counted: Column | None, unit: Unit | None, shown: tuple[str, str]
) -> None:
    """Whoever reads the fault compares like with like."""
    assert shown_values(given, counted, unit) == shown


def test_nothing_given_is_not_zero() -> None:
    """`none` can't be checked."""
    assert given_column(("none",))[1] == {0: "no_data"}
