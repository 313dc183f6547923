"""Classes by a score, and by values that are not there or not shown."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from fengqiao.judging import Classification, Few, PartScore, Score, classify
from fengqiao.judging.bands import Classes
from fengqiao.judging.duties import judge_duty
from fengqiao.judging.norms import judge_norm, judge_role
from fengqiao.measures import Column, Values, core_indicators
from fengqiao.measures.sheets import plan_bands
from fengqiao.rules import Band, Cite, Level, Origin, Part, Sheet
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build

FACTS: dict[str, Any] = {
    "pack": "town",
    "cites": (Cite("order", "六"),),
    "origin": Origin(file="test.toml", line=1),
    "each": "community_officer",
    "effective_from": date(2018, 1, 1),
    "force": "must",
}


def band(build: Build, by: str = "points") -> Band:
    """Good from 90 on, fair from 60 to below 90; below 60 there is no level."""
    levels = (
        Level(name="good", comparison=build.comparison("at_least", 90)),
        Level(name="fair", comparison=build.comparison("between", (60, 90))),
    )
    facts = {"by": by, "over": "month", "tie": "upper", "levels": levels, **FACTS}
    return Band(id="grade", key="officer.grade", **facts)


def values(build: Build, by: str = "points") -> tuple[Values, ...]:
    """What the band asks of two officers in July; it is classed by a sheet, or by a measure."""
    part = Part(name="survey", weight=build.exact(100), measure="survey.familiarity_share")
    sheet = Sheet(id="points", key="points", per="month", parts=(part,), **FACTS)
    rules = build.rules(build.pack(band(build, by), sheet))
    registers = build.town(assignment=[build.post("W2")], recording=build.declared("visit"))
    tasks = plan_bands(rules, registers, core_indicators(), build.request())
    return build.answer(tasks, registers)


def score(subject: str = "W1", **changes: Any) -> Score:  # noqa: ANN401  parts of a score, by name
    """A score in July, certain unless said otherwise."""
    facts: dict[str, Any] = {
        "id": f"town:points@community_officer/{subject}:2018-07",
        "sheet": "points",
        "subject_kind": "community_officer",
        "subject": subject,
        "period": "2018-07",
        "low": (90, 1),
        "high": (90, 1),
        "parts": (),
        **changes,
    }
    return Score(**facts)


def veto(kept: bool | None) -> PartScore:  # noqa: FBT001  as parts have it
    """A veto that leaves unrated."""
    return PartScore(
        name="offence",
        weight=None,
        effect="veto",
        veto="not_rated",
        value=None,
        reason=None,
        kept=kept,
    )


def test_officers_are_classed_by_their_scores(build: Build) -> None:
    """179/2 lies below 90; of another month, and of another sheet, no score is taken."""
    other = score("W2", low=(95, 1), high=(95, 1))
    scores = [
        evolve(other, period="2018-06"),
        evolve(other, sheet="another"),
        score("W1", low=(179, 2), high=(179, 2)),
        score("W2"),
    ]
    facts = {
        "entry": "grade",
        "key": "officer.grade",
        "subject_kind": "community_officer",
        "period": "2018-07",
        "reason": None,
        "clause": ("六",),
    }
    assert classify(values(build), scores) == Classes(
        (
            Classification(subject="W1", level="fair", actual="179/2", **facts),
            Classification(subject="W2", level="good", actual=90, **facts),
        )
    )


@pytest.mark.parametrize(
    ("scores", "level", "reason", "actual"),
    [
        ([], None, "no_data", None),
        ([score(low=(60, 1), high=(80, 1))], "fair", None, None),  # both ends, so no matter
        ([score(low=(80, 1), high=(90, 1))], None, "no_data", None),
        ([score(low=(50, 1), high=(50, 1))], None, "no_data", None),  # in no level
        ([score(low=None, high=None)], None, "not_configured", None),
        ([score(low=None, high=None, vetoed_by="offence")], None, "no_data", None),
        ([score(low=(0, 1), high=(0, 1), vetoed_by="late")], None, "no_data", None),
        ([score(vetoed_by="late")], "good", None, 90),
        ([score(parts=(veto(kept=None),))], None, "no_data", None),
        ([score(parts=(veto(kept=True),))], "good", None, 90),
    ],
)
def test_a_class_needs_a_score_that_lies_in_one_level(
    build: Build, scores: list[Score], level: str | None, reason: str | None, actual: object
) -> None:
    """None while a veto may still leave the officer unrated, or where no level is certain."""
    one, _ = classify(values(build), scores)
    assert (one.level, one.reason, one.actual) == (level, reason, actual)


@pytest.mark.parametrize(
    ("column", "level", "reason", "actual"),
    [
        (Column([90, 60]), "good", None, 90),
        (Column([90, 1], [1, 1]), "good", None, "90/1"),
        (Column([0, 1], [0, 1]), None, "nothing_due", None),
        (Column([90, 1], unknown=frozenset({0})), None, "no_data", None),
        (Column([9, 1], unknown=frozenset({0}), open=frozenset({0})), None, "not_configured", None),
    ],
)
def test_a_class_needs_a_value(
    build: Build, column: Column, level: str | None, reason: str | None, actual: object
) -> None:
    """Nothing to count, nothing on record, or what counts is left open."""
    (one,) = values(build, by="visits.households")
    found, _ = classify([evolve(one, column=column)])
    assert (found.level, found.reason, found.actual) == (level, reason, actual)


@pytest.mark.parametrize(
    ("few", "reasons", "actual"),
    [
        (None, ["withheld", "nothing_due"], None),
        (Few(101), ["withheld", "nothing_due"], None),
        (Few(100), [None, "nothing_due"], "9000/100"),
    ],
)
def test_a_survey_of_too_few_gives_no_class(
    build: Build, few: Few | None, reasons: list[str | None], actual: object
) -> None:
    """A hundred answers; by default none are shown, and of no answers nothing is withheld."""
    (one,) = values(build, by="survey.familiarity_share")
    one = evolve(one, column=Column([9000, 0], [100, 0]), reasons={})
    found = list(classify([one], few=few) if few else classify([one]))
    assert ([one.reason for one in found], found[0].actual) == (reasons, actual)


def test_values_of_another_sort_are_a_slip_of_the_caller(build: Build) -> None:
    """Each sort of entry is judged by its own."""
    rules = build.rules(build.pack(build.norm()))
    registers = build.town()
    (norm,) = build.answer(build.tasks(rules, registers, build.request()), registers)
    (grade,) = values(build)
    with pytest.raises(TypeError, match=r"^the values are not a band's$"):
        classify([norm])
    with pytest.raises(TypeError, match=r"^the values are not a norm's$"):
        judge_norm(rules, grade)
    with pytest.raises(TypeError, match=r"^the values are not a duty's$"):
        list(judge_duty(rules, norm, calendar=CN_CALENDAR))
    with pytest.raises(TypeError, match=r"^the values are not a role's$"):
        list(judge_role(norm))
