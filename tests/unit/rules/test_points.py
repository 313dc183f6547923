"""What a part gives for a value, at its edges; the numbers are the tests' own."""

from __future__ import annotations

import pytest

from fengqiao.rules import OPEN, Comparison, Exact
from fengqiao.rules.points import (
    EachShort,
    EachTime,
    PointsRule,
    Step,
    least_points,
    most_points,
    points_of,
    weight_points,
)

TEN = (10, 1)


def percent(number: int) -> Exact:
    """A share as a notice writes it."""
    return Exact(number, 100, None, f"{number}%")


@pytest.mark.parametrize(
    ("weight", "out_of", "points"),
    [
        (percent(40), Exact.whole(50), (2000, 100)),
        (percent(40), None, (40, 100)),
        (Exact.whole(40), Exact.whole(50), (40, 1)),
        (Exact(1, 2, None, "1/2"), Exact.whole(50), (1, 2)),  # half a point, not half of 50
    ],
)
def test_only_percent_is_a_share_of_the_whole(
    weight: Exact, out_of: Exact | None, points: tuple[int, int]
) -> None:
    """40% of a sheet out of 50 are 20 points."""
    assert weight_points(weight, out_of) == points


@pytest.mark.parametrize(
    ("cap", "value", "points"),
    [(None, (12, 10), 10), (12, (12, 10), 12), (12, (15, 10), 12), (8, (9, 10), 8), (8, (1, 2), 5)],
)
def test_cap_is_the_most(cap: int | None, value: tuple[int, int], points: int) -> None:
    """Without a cap the weight is; with one, more than the whole may count."""
    rule = PointsRule(cap=None if cap is None else Exact.whole(cap))
    num, den = points_of(rule, TEN, value)
    assert num == points * den


@pytest.mark.parametrize(("tie", "points"), [("upper", 10), ("lower", 4)])
def test_edge_goes_where_the_tie_rule_says(tie: str, points: int) -> None:
    """At 80 both steps fit; upper is the one with the larger numbers."""
    rule = PointsRule(
        steps=(
            Step(points=Exact.whole(10), comparison=Comparison("at_least", Exact.whole(80))),
            Step(points=Exact.whole(4), comparison=Comparison("at_most", Exact.whole(80))),
        ),
        tie=tie,  # type: ignore[arg-type]  a parameter of the test
    )
    assert points_of(rule, TEN, (80, 1)) == (points, 1)


@pytest.mark.parametrize(
    ("value", "points"), [((95, 100), 10), ((941, 1000), 10), ((94, 100), 8), ((905, 1000), 2)]
)
def test_only_whole_units_short_count(value: tuple[int, int], points: int) -> None:
    """2 points off for each percentage point short of 95%; 0.9 of one is none yet."""
    short = EachShort(target=percent(95), unit=percent(1), points=Exact.whole(2))
    num, den = points_of(PointsRule(each_short=short), TEN, value)
    assert num == points * den


@pytest.mark.parametrize(
    ("effect", "ends"), [("part", (3, 10)), ("bonus", (0, 10)), ("deduct", (0, 10))]
)
def test_only_a_part_of_the_whole_keeps_a_floor(effect: str, ends: tuple[int, int]) -> None:
    """A bonus may be nothing, a deduction too."""
    each = EachTime(points=Exact.whole(4), floor=Exact.whole(3))
    rule = PointsRule(effect=effect, each_time=each)  # type: ignore[arg-type]  a parameter
    assert (least_points(rule, TEN), most_points(rule, TEN)) == ((ends[0], 1), (ends[1], 1))


@pytest.mark.parametrize(("effect", "most"), [("part", 10), ("bonus", 12), ("deduct", 12)])
@pytest.mark.parametrize(
    "way",
    [
        {"each_time": EachTime(points=Exact.whole(4))},
        {"each_short": EachShort(target=Exact.whole(95), points=Exact.whole(4))},
    ],
)
def test_what_is_taken_off_leaves_at_most_the_weight(
    effect: str, most: int, way: dict[str, object]
) -> None:
    """A cap of 12 above a weight of 10 is for what gives points, not for what loses them."""
    rule = PointsRule(effect=effect, cap=Exact.whole(12), **way)  # type: ignore[arg-type]  parameters
    assert most_points(rule, TEN) == (most, 1)


def test_one_step_is_the_least_and_the_most() -> None:
    """4 points for 80 and more; what lies in no step has the least that any step gives."""
    step = Step(points=Exact.whole(4), comparison=Comparison("at_least", Exact.whole(80)))
    rule = PointsRule(steps=(step,))
    assert (least_points(rule, TEN), most_points(rule, TEN)) == ((4, 1), (4, 1))
    assert points_of(rule, TEN, (79, 1)) == (4, 1)


def test_points_that_nobody_has_said_take_nothing_off() -> None:
    """Three times, at open points each."""
    rule = PointsRule(each_time=EachTime(points=OPEN))
    assert points_of(rule, TEN, (3, 1)) == TEN
