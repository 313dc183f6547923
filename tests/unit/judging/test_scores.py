from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from fengqiao.judging import AwardList, Context, Few, Score, award_list, outside_awards, score_sheet
from fengqiao.measures import core_indicators
from fengqiao.measures.sheets import plan_sheets
from fengqiao.rules import OPEN, Cite, Origin, Part, PointsRule, Sheet, Words
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build

FACTS: dict[str, Any] = {
    "pack": "town",
    "cites": (Cite("order", "五"),),
    "origin": Origin(file="test.toml", line=1),
    "effective_from": date(2018, 1, 1),
    "force": "must",
}
STAFF = ("W1", "W2", "W3", "W4")


def sheet(
    build: Build,
    missing: str = "interval",
    weights: tuple[int | None, ...] = (60, 40),
    **changes: object,
) -> Sheet:
    """A sheet of reported points and of a survey."""
    first, second = (OPEN if one is None else build.exact(one) for one in weights)
    parts = (
        Part(name="points", weight=first, measure="points.reported", missing=missing),
        Part(name="survey", weight=second, measure="survey.familiarity_share", missing=missing),
    )
    facts = {**FACTS, "each": "community_officer", "per": "month", "parts": parts, **changes}
    return Sheet(id="points", key="points.community_officer", **facts)


def total(key: str, subject: str, done: int, of: int) -> dict[str, Any]:
    """What the host reports about an officer in July."""
    return {
        "id": f"{key}-{subject}",
        "key": key,
        "subject_kind": "community_officer",
        "subject": subject,
        "on": date(2018, 7, 20),
        "done": done,
        "total": of,
    }


def scored(
    build: Build,
    entry: Sheet,
    points: dict[str, tuple[int, int]],
    survey: dict[str, tuple[int, int]] | None = None,
    *,
    small_count: int | None = 1,
    declared: tuple[str, ...] = ("points.reported", "survey.familiarity"),
    terms: dict[str, object] | None = None,
) -> tuple[dict[str, Score], AwardList | None]:
    """Scores by officer, and the award list."""
    given = {f"points.{name}": value for name, value in (terms or {}).items()}
    rules = build.rules(build.pack(entry), terms=given)
    catalogue = rules.catalogue.with_words("total", {"points.reported": Words(en="points")})
    rules = type(rules)(packs=rules.packs, catalogue=catalogue, terms=rules.terms)
    registers = build.town(
        assignment=[build.post(name) for name in STAFF[1:]], recording=build.declared(*declared)
    )
    (task,) = plan_sheets(rules, registers, core_indicators(), build.request())
    totals = [total("points.reported", name, *pair) for name, pair in points.items()]
    totals += [total("survey.familiarity", name, *pair) for name, pair in (survey or {}).items()]
    tasks = tuple(one.task for one in task.parts if one.task is not None)
    values = build.answer(tasks, registers, total=totals)
    context = Context(rules=rules, calendar=CN_CALENDAR, on=date(2018, 7, 31))
    scores = score_sheet(task, values, context=context, few=Few(small_count))
    return {one.subject: one for one in scores}, award_list(rules, task, scores)


def ends(score: Score) -> tuple[Fraction, Fraction] | None:
    """Lowest and highest score."""
    if score.low is None or score.high is None:
        return None
    return Fraction(*score.low), Fraction(*score.high)


def test_score_is_the_weighted_sum(build: Build) -> None:
    """60 x 9/10 and 40 x 1/3, exactly."""
    scores, _ = scored(build, sheet(build), {"W1": (9, 10)}, {"W1": (1, 3)})
    assert ends(scores["W1"]) == (Fraction(202, 3), Fraction(202, 3))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("interval", (54, 94)),
        ("zero", (54, 54)),
        ("full", (94, 94)),
        ("redistribute", (90, 90)),  # 54 of 60, as of 100
    ],
)
def test_missing_part_by_its_rule(build: Build, rule: str, expected: tuple[int, int]) -> None:
    """At nothing and at full, at nothing, at full, or its weight given to the others."""
    scores, _ = scored(build, sheet(build, rule), {"W1": (9, 10)})
    assert (ends(scores["W1"]), scores["W1"].missing) == (expected, (("survey", "nothing_due"),))


def test_nothing_to_give_the_weight_to_is_no_zero(build: Build) -> None:
    """Where every part is missing, anything is possible."""
    scores, awards = scored(build, sheet(build, "redistribute", winners=build.exact(1)), {})
    assert (ends(scores["W1"]), scores["W1"].exact) == ((0, 100), None)
    assert awards is not None
    assert awards.reason == "nothing_due"


@pytest.mark.parametrize(
    ("small_count", "reason"), [(None, "withheld"), (11, "withheld"), (10, None)]
)
def test_small_survey_is_withheld(
    build: Build, small_count: int | None, reason: str | None
) -> None:
    """Below the host's smallest count, and always where there is none."""
    scores, _ = scored(
        build, sheet(build), {"W1": (9, 10)}, {"W1": (5, 10)}, small_count=small_count
    )
    part = scores["W1"].parts[1]
    assert (part.reason, part.value) == (reason, None if reason else (5, 10))


def test_reported_points_are_no_survey(build: Build) -> None:
    """Points of an officer are not withheld."""
    scores, _ = scored(build, sheet(build), {"W1": (1, 2)}, small_count=None)
    assert scores["W1"].parts[0].value == (1, 2)


def test_open_weight_is_not_configured(build: Build) -> None:
    """No score at all until every weight is there."""
    entry = sheet(build, weights=(60, None))
    scores, _ = scored(build, entry, {"W1": (9, 10)}, {"W1": (1, 2)})
    assert (ends(scores["W1"]), scores["W1"].missing) == (None, (("survey", "not_configured"),))
    filled, _ = scored(build, entry, {"W1": (9, 10)}, {"W1": (1, 2)}, terms={"survey.weight": 40})
    assert ends(filled["W1"]) == (74, 74)


def test_recording_must_be_declared(build: Build) -> None:
    """Points that nobody promises to report are no data."""
    scores, _ = scored(
        build, sheet(build), {"W1": (9, 10)}, {"W1": (1, 2)}, declared=("survey.familiarity",)
    )
    assert scores["W1"].missing == (("points", "no_data"),)


def test_count_is_no_share(build: Build) -> None:
    """A part measured by a plain count has no full score, so it is not configured."""
    part = Part(name="visits", weight=build.exact(1), measure="visits.households")
    scores, _ = scored(build, sheet(build, parts=(part,)), {}, declared=("visit",))
    assert scores["W1"].missing == (("visits", "not_configured"),)


# -- award lists --------------------------------------------------------------------------------


def listed(build: Build, points: dict[str, tuple[int, int]], **changes: object) -> AwardList:
    """The award list of a sheet on points alone."""
    part = Part(name="points", weight=build.exact(1), measure="points.reported")
    terms = changes.pop("terms", None)
    facts = {"parts": (part,), "winners": build.exact(2), "tie": "open", **changes}
    _, found = scored(build, sheet(build, **facts), points, terms=terms)
    assert found is not None
    return found


def test_winners_stand_in_order_of_score(build: Build) -> None:
    """The best first; scores are compared exactly."""
    found = listed(build, {"W1": (33, 100), "W2": (1, 3), "W3": (1, 2)})
    assert (found.winners, found.tied, found.clause) == (("W3", "W2"), (), ("五",))


def test_tie_at_the_last_place_is_the_hosts_to_decide(build: Build) -> None:
    """One is sure, two are level for one place: neither is chosen."""
    found = listed(build, {"W1": (1, 3), "W2": (2, 6), "W3": (1, 2)})
    assert (found.winners, found.tied) == (("W3",), ("W1", "W2"))


@pytest.mark.parametrize("how", [{"tie": "share"}, {"terms": {"tie": "share"}}])
def test_tie_may_share_the_last_place(build: Build, how: dict[str, Any]) -> None:
    """Where the source or the host says so."""
    found = listed(build, {"W1": (1, 3), "W2": (2, 6), "W3": (1, 2)}, **how)
    assert (found.winners, found.tied) == (("W3", "W1", "W2"), ())


def test_tie_above_the_last_place_is_no_matter(build: Build) -> None:
    """Two level at the top both win; they stand by id."""
    found = listed(build, {"W1": (1, 3), "W3": (1, 2), "W2": (2, 4)})
    assert (found.winners, found.tied) == (("W2", "W3"), ())


def test_fewer_than_places_all_win(build: Build) -> None:
    """Nobody else is there to be ranked."""
    assert listed(build, {"W1": (1, 3)}).winners == ("W1",)


@pytest.mark.parametrize(
    ("points", "changes", "reason"),
    [
        ({}, {}, "nothing_due"),
        ({"W1": (1, 2)}, {"winners": OPEN}, "not_configured"),
        ({"W1": (1, 2)}, {"minimum_data": OPEN, "terms": {"minimum_data": 2}}, "too_few"),
        ({"W1": (1, 2), "W2": (1, 3)}, {"minimum_data": OPEN, "terms": {"minimum_data": 2}}, None),
        ({"W1": (1, 2)}, {"minimum_data": OPEN}, "not_configured"),
    ],
)
def test_list_without_winners_says_why(
    build: Build, points: dict[str, tuple[int, int]], changes: dict[str, Any], reason: str | None
) -> None:
    """No points, no number of places, or too few to compare."""
    assert listed(build, points, **changes).reason == reason


def test_those_who_might_still_win_are_named(build: Build) -> None:
    """W1 has 30 + 40, W2 30 + 20 of 100; W3 54 + 0 to 40 might win, W4 6 + 0 to 40 can't."""
    points = {"W1": (30, 60), "W2": (30, 60), "W3": (54, 60), "W4": (6, 60)}
    entry = sheet(build, winners=build.exact(1))
    _, found = scored(build, entry, points, {"W1": (1, 1), "W2": (1, 2)})
    assert found is not None
    assert (found.winners, found.uncertain) == (("W1",), ("W3",))


def vetoing(build: Build, then: str, **changes: object) -> Sheet:
    """A sheet on points, with a veto on a survey of fewer than half."""
    points = Part(name="points", weight=build.exact(1), measure="points.reported")
    limit = build.comparison("at_least", "50%")
    rule = PointsRule(effect="veto", veto=then, limit=limit)  # type: ignore[arg-type]  a parameter
    veto = Part(name="survey", measure="survey.familiarity_share", points=rule)
    return sheet(build, parts=(points, veto), winners=build.exact(2), **changes)


POINTS = {"W1": (9, 10), "W2": (1, 2), "W3": (1, 3), "W4": (1, 4)}


def test_whom_a_veto_leaves_unrated_is_on_no_list(build: Build) -> None:
    """W1 has most points and no score; W4's veto is not decided, and 1/4 is too little."""
    survey = {"W1": (1, 3), "W2": (1, 2), "W3": (1, 1)}
    scores, found = scored(build, vetoing(build, "not_rated"), POINTS, survey)
    assert found is not None
    assert (scores["W1"].low, scores["W1"].vetoed_by) == (None, "survey")
    assert (found.winners, found.uncertain, found.reason) == (("W2", "W3"), (), None)


def test_score_of_nothing_by_veto_wins_nothing(build: Build) -> None:
    """W1's points count for nothing; with two places and one officer left, one place is free."""
    survey = {"W1": (1, 3), "W2": (1, 2)}
    _, found = scored(build, vetoing(build, "zero"), {"W1": (9, 10), "W2": (1, 2)}, survey)
    assert found is not None
    assert (found.winners, found.vetoed) == (("W2",), ("W1",))


def test_score_of_nothing_is_not_certain_while_it_may_be_unrated(build: Build) -> None:
    """W1 failed one veto; the other, which leaves unrated, can't be checked."""
    entry = vetoing(build, "zero")
    rule = PointsRule(effect="veto", veto="not_rated", limit=build.comparison("at_least", "50%"))
    other = Part(name="rating", measure="calls.attended_share", points=rule)
    assert isinstance(entry.parts, tuple)
    entry = evolve(entry, parts=(*entry.parts, other))
    scores, found = scored(build, entry, {"W1": (9, 10)}, {"W1": (1, 3)})
    assert found is not None
    assert (scores["W1"].vetoed_by, scores["W1"].exact, found.winners) == ("survey", None, ())


def test_score_of_nothing_by_veto_is_a_score(build: Build) -> None:
    """W1's points count for nothing."""
    survey = {"W1": (1, 3), "W2": (1, 2), "W3": (1, 1), "W4": (1, 1)}
    scores, found = scored(build, vetoing(build, "zero"), POINTS, survey)
    assert found is not None
    assert (scores["W1"].exact, found.winners) == ((0, 1), ("W2", "W3"))


def test_undecided_veto_leaves_nobody_ranked(build: Build) -> None:
    """Even who has no points may turn out not to be rated."""
    scores, found = scored(build, vetoing(build, "not_rated"), {"W1": (0, 1)}, {})
    assert found is not None
    assert (scores["W1"].low, scores["W1"].high, scores["W1"].exact) == ((0, 1), (0, 1), None)
    assert found.winners == ()


def test_list_may_be_empty_by_vetoes_alone(build: Build) -> None:
    """Everybody failed: the list stands, and nobody is on it."""
    survey = dict.fromkeys(STAFF, (0, 1))
    _, found = scored(build, vetoing(build, "not_rated"), POINTS, survey)
    assert found is not None
    assert (found.winners, found.reason) == ((), None)


def test_sheet_without_winners_is_no_list(build: Build) -> None:
    """Scores alone."""
    assert scored(build, sheet(build), {"W1": (1, 2)})[1] is None


def test_outside_award_is_a_name_and_a_day(build: Build) -> None:
    """Cadres are never ranked: the list is what others decided, in order of day and id."""
    entry = Sheet(
        id="award.community_cadre",
        key="award.community_cadre",
        each="community_cadre",
        per="month",
        parts=(),
        decided="outside",
        winners=build.exact(10),
        **FACTS,
    )
    rows = [
        ("award.community_cadre", "C2", "2018-07-31"),
        ("award.community_cadre", "C1", "2018-07-31"),
        ("award.community_cadre", "C9", "2018-07-01"),
        ("award.other", "C0", "2018-07-01"),
    ]
    (found,) = outside_awards([entry], rows, "2018-07")
    (empty,) = outside_awards([entry], [], "2018-07")
    assert (found.winners, found.awarded_on, found.places, empty.reason) == (
        ("C9", "C1", "C2"),
        ("2018-07-01", "2018-07-31", "2018-07-31"),
        10,
        "no_data",
    )
