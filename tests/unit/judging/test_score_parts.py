"""From what was measured of one subject to the parts of its score, and to the score."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.judging import Few
from fengqiao.judging.parts import PartScore, contributions, score_ends
from fengqiao.judging.score_parts import Scored, measured, score_parts
from fengqiao.measures import Column, Values, core_indicators
from fengqiao.measures.sheets import PartTask, plan_sheets
from fengqiao.rules import OPEN, Cite, Exact, Origin, Part, PointsRule, Sheet, Words
from fengqiao.rules.points import Step

if TYPE_CHECKING:
    from tests.unit.conftest import Build

Pair = tuple[int, int]
EXACT_60, EXACT_40, TEN = Exact.whole(60), Exact.whole(40), Exact.whole(10)
NAMES = Words(en="visits", zh="走访")


def part(missing: str = "interval", name: str = "part", **rule: Any) -> Part:  # noqa: ANN401  parts of a rule, by name
    """A part of a sheet."""
    return Part(
        name=name,
        names=NAMES,
        weight=EXACT_60,
        measure="survey.familiarity_share",
        missing=missing,  # type: ignore[arg-type]  # one of its words
        points=PointsRule(**rule),
    )


DEDUCT = part(effect="deduct")


def veto(build: Build, then: str, name: str = "veto") -> Part:
    """Half at least, or the score is nothing, or there is none."""
    limit = build.comparison("at_least", "50%")
    return part(name=name, effect="veto", veto=then, limit=limit)


@pytest.mark.parametrize(
    ("parts", "weights", "values", "given", "ends"),
    [
        # 60 x 1/2 and 40 x 1/4
        ([part(), part()], [60, 40], [(1, 2), (1, 4)], [(30, 30), (10, 10)], (40, 40)),
        # what is missing may be anything from 0 to its weight, or is said to be an end of it
        ([part(), part()], [60, 40], [(1, 2), None], [(30, 30), (0, 40)], (30, 70)),
        ([part(), part("zero")], [60, 40], [(1, 2), None], [(30, 30), (0, 0)], (30, 30)),
        ([part(), part("full")], [60, 40], [(1, 2), None], [(30, 30), (40, 40)], (70, 70)),
        # its weight goes to the others: 60 count as 100, of which a half are 50
        ([part(), part("redistribute")], [60, 40], [(1, 2), None], [(50, 50), (0, 0)], (50, 50)),
        # and to those that may be anything: of 20 and 20, 40 and 40 (out of 80)
        (
            [part(), part(), part("redistribute")],
            [20, 20, 40],
            [(1, 2), None, None],
            [(20, 20), (0, 40), (0, 0)],
            (20, 60),
        ),
        # there is nobody to give it to
        ([part("redistribute")], [60], [None], [(0, 60)], (0, 60)),
        # a bonus of ten lies beyond the weights, and is not scaled with them
        (
            [part(), part("redistribute"), part(effect="bonus", cap=TEN)],
            [60, 40, 10],
            [(1, 2), None, (1, 1)],
            [(50, 50), (0, 0), (10, 10)],
            (60, 60),
        ),
        # a deduction that is missing takes off from 0 to 10; of 1/2 it takes 5
        ([part(), DEDUCT], [60, 10], [(1, 2), None], [(30, 30), (-10, 0)], (20, 30)),
        ([part(), DEDUCT], [60, 10], [(1, 2), (1, 2)], [(30, 30), (-5, -5)], (25, 25)),
        # but never more than there is
        ([part(), DEDUCT], [60, 40], [(1, 2), (1, 1)], [(30, 30), (-40, -40)], (0, 0)),
        ([part(), DEDUCT], [60, 40], [(1, 2), None], [(30, 30), (-40, 0)], (0, 30)),
    ],
)  # fmt: skip
def test_what_parts_give_and_what_they_come_to(
    parts: list[Part],
    weights: list[int],
    values: list[Pair | None],
    given: list[Pair],
    ends: Pair,
) -> None:
    """At worst and at best, in whole points here."""
    points = [(one, 1) for one in weights]
    found = contributions(parts, points, values)
    assert found == tuple(((low, 1), (high, 1)) for low, high in given)
    assert score_ends(parts, points, values) == ((ends[0], 1), (ends[1], 1))


def test_a_deduction_by_steps_takes_off_from_its_least_to_its_most(build: Build) -> None:
    """Half a point at least and three at most, in fractions as they are."""
    steps = tuple(
        Step(points=points, comparison=build.comparison(op, "50%"))
        for points, op in ((Exact(1, 2), "at_least"), (Exact.whole(3), "less_than"))
    )
    parts = [part(), part(effect="deduct", steps=steps)]
    weights, values = [(60, 1), (10, 1)], [(1, 2), None]
    assert contributions(parts, weights, values)[1] == ((-3, 1), (-1, 2))
    assert score_ends(parts, weights, values) == ((27, 1), (59, 2))


@pytest.mark.parametrize(
    ("then", "value", "ends"),
    [
        ("zero", (1, 2), (30, 30)),
        ("zero", (1, 3), (0, 0)),
        ("zero", None, (0, 30)),  # it may still fall to nothing
        ("not_rated", (1, 2), (30, 30)),
        ("not_rated", (1, 3), None),
        ("not_rated", None, (0, 30)),
    ],
)
def test_a_veto_gives_no_points_and_may_take_all(
    build: Build, then: str, value: Pair | None, ends: Pair | None
) -> None:
    """Of 30 points, at a limit of one half."""
    parts, values = [part(), veto(build, then)], [(1, 2), value]
    weights = [(60, 1), (0, 1)]
    assert contributions(parts, weights, values) == (((30, 1), (30, 1)), None)
    expected = None if ends is None else ((ends[0], 1), (ends[1], 1))
    assert score_ends(parts, weights, values) == expected


@pytest.mark.parametrize(
    ("weights", "values"), [([(60, 1)], [None, None]), ([(60, 1)] * 2, [None])]
)
def test_every_part_has_a_weight_and_a_value(
    weights: list[Pair], values: list[Pair | None]
) -> None:
    """Values of another sheet are not taken for its first parts'."""
    with pytest.raises(ValueError, match="zip"):
        contributions([part(), part()], weights, values)


def task(one: Part, weight: Exact | None = EXACT_60) -> PartTask:
    """A part that nothing is measured for yet."""
    return PartTask(part=one, weight=weight, measure="survey.familiarity_share", task=None)


def test_parts_keep_what_was_measured_and_what_it_gave(build: Build) -> None:
    """A part, and a veto that was not kept: the part's points stay to be seen."""
    tasks = [task(part()), task(veto(build, "zero"), Exact.whole(0))]
    facts: dict[str, Any] = {"names": NAMES, "measure": "survey.familiarity_share", "reason": None}
    scored = score_parts(tasks, [((1, 2), None), ((1, 3), None)], [(60, 1), (0, 1)])
    first = PartScore(name="part", weight="60", value=(1, 2), low=(30, 1), high=(30, 1), **facts)
    second = PartScore(
        name="veto", weight="0", effect="veto", value=(1, 3), veto="zero", kept=False, **facts
    )
    assert scored == Scored(parts=(first, second), ends=((0, 1), (0, 1)), vetoed_by="veto")


def test_of_two_vetoes_the_graver_is_named(build: Build) -> None:
    """One takes the points, the other leaves unrated; that is what became of the score."""
    tasks = [task(veto(build, "zero", "late")), task(veto(build, "not_rated", "offence"))]
    scored = score_parts(tasks, [((0, 1), None), ((0, 1), None)], [(0, 1), (0, 1)])
    assert (scored.ends, scored.vetoed_by) == (None, "offence")


def test_without_weights_there_is_no_score(build: Build) -> None:
    """Nor does a veto take it; what was measured is told."""
    tasks = [task(part(), None), task(veto(build, "zero"))]
    scored = score_parts(tasks, [(None, "not_configured"), ((1, 3), None)], None)
    assert (scored.ends, scored.vetoed_by) == (None, None)
    assert [(one.value, one.reason, one.low, one.high) for one in scored.parts] == [
        (None, "not_configured", None, None),
        ((1, 3), None, None, None),
    ]
    with pytest.raises(ValueError, match="zip"):
        score_parts(tasks, [((1, 3), None)], None)


# -- what is measured ----------------------------------------------------------------------------


def asked(build: Build, one: Part, column: Column | None = None) -> tuple[PartTask, Values | None]:
    """The task of a part of a sheet, and its values for one officer."""
    sheet = Sheet(
        pack="town",
        id="points",
        key="points.community_officer",
        cites=(Cite("order", "五"),),
        origin=Origin(file="test.toml", line=1),
        effective_from=build.request().period.first.replace(month=1),
        force="must",
        each="community_officer",
        per="month",
        parts=(one,),
    )
    rules, registers = build.rules(build.pack(sheet)), build.town()
    (planned,) = plan_sheets(rules, registers, core_indicators(), build.request())
    (found,) = planned.parts
    values = Values(task=found.task, column=column) if found.task is not None else None
    return found, values


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        (Column([8], [10]), ((8, 10), None)),
        (Column([0], [0]), (None, "nothing_due")),
        (Column([4], [9]), (None, "withheld")),  # fewer than ten answers
        (Column([8], [10], unknown=frozenset({0})), (None, "no_data")),
        (Column([8], [10], unknown=frozenset({1})), ((8, 10), None)),
        (Column([8]), (None, "not_configured")),  # a count is no share
        (None, (None, "no_data")),
    ],
)
def test_what_was_measured_or_why_not(
    build: Build, column: Column | None, expected: tuple[Pair | None, str | None]
) -> None:
    """A survey, of which ten answers are enough to be shown."""
    found, values = asked(build, part(), column)
    assert measured(found, values, 0, Few(10)) == expected


@pytest.mark.parametrize("weight", [EXACT_60, OPEN])
def test_what_is_not_configured_is_not_measured(build: Build, weight: Exact) -> None:
    """Neither a part without weight, nor one without a measure."""
    one = Part(
        name="part",
        weight=weight,
        measure=OPEN if weight == EXACT_60 else "survey.familiarity_share",
    )
    found, values = asked(build, one, Column([8], [10]))
    assert measured(found, values, 0, Few(1)) == (None, "not_configured")


@pytest.mark.parametrize(
    ("measure", "full", "expected"),
    [
        ("survey.rating", OPEN, (None, "not_configured")),
        ("survey.rating", Exact.whole(5), ((40, 10), None)),
        ("survey.familiarity_share", None, ((40, 10), None)),
    ],
)
def test_a_rating_needs_its_full_marks(
    build: Build, measure: str, full: Exact | None, expected: tuple[Pair | None, str | None]
) -> None:
    """Ten answers that add up to 40: four of how many nobody can tell unless it is said."""
    one = Part(name="part", weight=EXACT_60, measure=measure, points=PointsRule(full=full))
    found, values = asked(build, one, Column([40], [10]))
    assert measured(found, values, 0, Few(10)) == expected
