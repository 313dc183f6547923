"""Which values keep a comparison, and which stretch a value lies in."""

from __future__ import annotations

import pytest

from fengqiao.rules import OPEN, Comparison, Exact
from fengqiao.rules.stretches import fits, low_end, stretch_of

EIGHTY = Exact.whole(80)
RANGE = (Exact.whole(60), Exact.whole(80))


@pytest.mark.parametrize(
    ("comparison", "kept_by"),
    [
        (Comparison("at_least", EIGHTY), {80, 81, 90}),
        (Comparison("more_than", EIGHTY), {81, 90}),
        (Comparison("at_most", EIGHTY), {59, 60, 79, 80}),
        (Comparison("less_than", EIGHTY), {59, 60, 79}),
        (Comparison("equal", EIGHTY), {80}),
        (Comparison("between", RANGE), {60, 79, 80}),
        (Comparison("at_least", OPEN), set()),  # nothing keeps what nobody has said
    ],
)
def test_values_keep_a_comparison(comparison: Comparison, kept_by: set[int]) -> None:
    """Of values around 60 and 80."""
    assert {one for one in (59, 60, 79, 80, 81, 90) if fits(comparison, (one, 1))} == kept_by


@pytest.mark.parametrize(
    ("comparison", "begins"),
    [
        (Comparison("at_least", EIGHTY), (80, 1)),
        (Comparison("more_than", EIGHTY), (80, 1)),
        (Comparison("between", RANGE), (60, 1)),
        (Comparison("at_most", EIGHTY), None),
        (Comparison("less_than", EIGHTY), None),
        (Comparison("at_least", OPEN), None),
    ],
)
def test_a_stretch_begins(comparison: Comparison, begins: tuple[int, int] | None) -> None:
    """At its lower end, if it has one."""
    assert low_end(comparison) == begins


@pytest.mark.parametrize(("tie", "found"), [("upper", 0), ("lower", 1), (None, 1)])
def test_an_edge_goes_to_the_upper_stretch_or_the_lower(tie: str | None, found: int) -> None:
    """60 to 80, and up to 60: the value 60 is in both, whatever their order."""
    levels = [Comparison("between", RANGE), Comparison("at_most", Exact.whole(60))]
    assert stretch_of(levels, tie, (60, 1)) == found  # type: ignore[arg-type]  # a parameter
    assert stretch_of(levels[::-1], tie, (60, 1)) == 1 - found  # type: ignore[arg-type]  # a parameter
