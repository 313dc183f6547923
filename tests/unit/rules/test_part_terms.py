"""What a part leaves open in how it gives points."""

from __future__ import annotations

import pytest
from attrs import evolve

from fengqiao.rules import OPEN, Exact
from fengqiao.rules.entries import Part
from fengqiao.rules.part_terms import filled_part, open_points
from fengqiao.rules.points import EachTime, PointsRule

TWO, FIVE, TEN = map(Exact.whole, (2, 5, 10))
EACH = PointsRule(each_time=EachTime(points=OPEN, floor=TWO))
RATING = PointsRule(full=OPEN)
PART = Part(name="a", weight=TEN, measure="survey.rating")
BOTH = PointsRule(each_time=EachTime(points=OPEN), full=OPEN)
ASKED = ("town", "land")


@pytest.mark.parametrize(
    ("part", "names"),
    [
        (evolve(PART, points=EACH), ("points",)),
        (evolve(PART, points=PointsRule(each_time=EachTime(points=FIVE))), ()),
        (evolve(PART, points=RATING), ("full",)),
        (evolve(PART, points=PointsRule(full=FIVE)), ()),
        (PART, ()),
        (evolve(PART, measure=OPEN), ("full",)),  # the host may name a rating
        (evolve(PART, measure=OPEN, points=EACH), ("points",)),  # none is meant here
    ],
)
def test_a_part_leaves_open(part: Part, names: tuple[str, ...]) -> None:
    """Points for each time, or the full marks of a rating."""
    assert open_points(part) == names


@pytest.mark.parametrize(
    ("rule", "terms", "filled"),
    [
        # the place's section comes before its parent's, and the floor is the source's
        (
            EACH,
            {("land", "sheet.a.points"): TEN, ("town", "sheet.a.points"): FIVE},
            PointsRule(each_time=EachTime(points=FIVE, floor=TWO)),
        ),
        (RATING, {("land", "sheet.a.full"): TEN}, PointsRule(full=TEN)),
        (RATING, {("city", "sheet.a.full"): TEN, ("land", "sheet.b.full"): TEN}, RATING),
        (RATING, {("town", "sheet.a.full"): "ten"}, RATING),
        (BOTH, {("town", "sheet.a.full"): TEN}, evolve(BOTH, full=TEN)),
    ],
)
def test_the_host_says_the_points(
    rule: PointsRule, terms: dict[tuple[str, str], object], filled: PointsRule
) -> None:
    """What it doesn't say stays open."""
    part = evolve(PART, points=rule)
    assert filled_part(part, "sheet", ASKED, terms) == evolve(PART, points=filled)
