"""Scores of a small city by a pack made for tests; every number is the tests' own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import FengqiaoError, Total, Workspace
from fengqiao.testing.small import small_city

ZONE = ZoneInfo("Asia/Shanghai")
KNOWN_AT = datetime(2018, 8, 2, 8, tzinfo=ZONE)
PACK = Path(__file__).parents[2] / "packs_for_tests" / "scoring"
CONFIG = {
    "host": {"small_count": 5},
    "scoring": {
        "points.by_share.points_table.weight": 60,
        "points.by_share.familiarity.weight": 40,
    },
}
REPORTED = (
    ("points.reported", "S01", 45, 50),
    ("points.reported", "S02", 30, 50),
    ("survey.familiarity", "S01", 8, 10),
    ("survey.familiarity", "S02", 2, 4),  # below the host's 5: withheld
    ("violations.found", "S02", 1, None),
)
S01 = "scoring:points.by_share@community_officer/S01:2018-07"
S02 = "scoring:points.by_share@community_officer/S02:2018-07"


@pytest.fixture
def ws() -> Iterator[Workspace]:
    """The small city, with totals that the host reports."""
    with fengqiao.open_workspace(packs=[PACK], config=CONFIG) as workspace:
        small_city(workspace)
        keys = ("points.reported", "survey.familiarity", "violations.found")
        workspace.declare(dict.fromkeys(keys, date(2018, 1, 1)), known_at=KNOWN_AT)
        workspace.record(
            [
                Total(
                    id=f"{key}-{staff}",
                    key=key,
                    subject_kind="community_officer",
                    subject=staff,
                    on=date(2018, 7, 20),
                    done=done,
                    total=total,
                )
                for key, staff, done, total in REPORTED
            ],
            known_at=KNOWN_AT,
        )
        yield workspace


def test_score_has_an_id_that_leads_back_to_it(ws: Workspace) -> None:
    """60 x 45/50 + 40 x 8/10 = 86."""
    found = ws.find_score(S01)
    assert (found.id, found.exact, found.out_of) == (S01, (86, 1), (100, 1))


def test_survey_of_too_few_leaves_an_interval(ws: Workspace) -> None:
    """60 x 30/50 = 36, and up to 40 more for what 4 answers would tell."""
    found = ws.find_score(S02)
    assert (found.low, found.high, found.exact) == ((36, 1), (76, 1), None)
    assert found.missing == (("familiarity", "withheld"),)


def test_withheld_answers_stand_nowhere(ws: Workspace) -> None:
    """Neither in the score's JSON nor in its explanation."""
    part = ws.find_score(S02).to_json()["parts"][1]
    assert (part["value"], "2/4" in ws.explain(S02)) == (None, False)


def test_weight_of_the_missing_goes_to_the_others(ws: Workspace) -> None:
    """60 of 100 percent carry the whole: 30/50 of 100 points."""
    found = ws.find_score(S02.replace("by_share", "in_percent"))
    assert (found.exact, found.parts[0].high, found.parts[1].high) == ((60, 1), (60, 1), (0, 1))


def test_veto_leaves_unrated(ws: Workspace) -> None:
    """One violation, and none is allowed; S01 has none but 4 households of 10: nothing."""
    one, other = (ws.find_score(each.replace("by_share", "with_veto")) for each in (S02, S01))
    assert (one.low, one.vetoed_by) == (None, "violations")
    assert (other.exact, other.vetoed_by) == ((0, 1), "visits")


def test_receipt_names_clause_and_terms(ws: Workspace) -> None:
    """What a reader needs to check the score."""
    receipt = ws.find_score(S01).receipt
    assert (receipt["clause"], receipt["source"], receipt["on"]) == (["一"], "order", "2018-07-31")
    assert receipt["terms"] == [
        {"name": "points.by_share.points_table.weight", "value": "60", "given_for": "scoring"},
        {"name": "points.by_share.familiarity.weight", "value": "40", "given_for": "scoring"},
    ]


def test_list_needs_enough_certain_scores(ws: Workspace) -> None:
    """Commendations are not declared, so nobody's score with their bonus is certain."""
    scores = ws.score("2018-07", entry="points.beyond")
    (award,) = scores.awards
    assert [one.low for one in scores] == [(45, 1), (10, 1)]
    assert (award.reason, award.winners) == ("no_data", ())


def test_only_the_sheet_asked_for_is_scored(ws: Workspace) -> None:
    """By its id."""
    assert {one.sheet for one in ws.score("2018-07", entry="points.each")} == {"points.each"}


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (S01.replace("S01", "S09"), "finding.unknown"),
        (S01.replace("by_share", "no_such"), "finding.unknown"),
        (S01.replace("2018-07", "2018-13"), "finding.id"),
        ("86 points", "finding.id"),
    ],
)
def test_score_that_is_not_there_is_said_so(ws: Workspace, wanted: str, code: str) -> None:
    """Another subject, another sheet, another period, another shape."""
    for ask in (ws.find_score, ws.explain):
        with pytest.raises(FengqiaoError) as caught:
            ask(wanted)
        assert caught.value.code == code


def test_unknown_sheet_is_named(ws: Workspace) -> None:
    """Close ids are offered."""
    with pytest.raises(FengqiaoError) as caught:
        ws.score("2018-07", entry="points.by_shares")
    assert caught.value.code == "request.no_sheet"
    assert "points.by_share" in caught.value.facts["close"]  # type: ignore[operator]  a tuple of names


def test_score_is_explained_in_english(ws: Workspace) -> None:
    """Down to part, weight, measure, numerator, denominator, period and clause."""
    lines = ws.explain(S01).split("\n")
    assert lines[:10] == [
        f"Score: points of community officers ({S01})",
        "Result: 86 of 100",
        "Source: test order on scores (2018-01-01)",
        "Clause: 一",
        "Subject: community officer S01",
        "Period: 2018-07",
        "Part: points_table, weight 60",
        "Points: 54; 45/50 of weight 60",
        "Measured by: points.reported",
        "Counted: points given",
    ]
    assert "Out of: points to be had" in lines
    assert "Out of: respondents" in lines


def test_score_is_explained_in_chinese(ws: Workspace) -> None:
    """The same lines."""
    lines = ws.explain(S02, lang="zh").split("\n")
    assert lines[1] == "结果:36 至 76,满分 100"
    assert "项目:familiarity,权重 40" in lines
    assert "计分:0 至 40;人数过少或未设最小人数,不予显示;按最低到最高计" in lines


@pytest.mark.parametrize(
    ("sheet", "line"),
    [
        # 38 pairs short of 80: 40 - 38 x 1/2
        ("each", "Points: 21; found 4; 1/2 points off for each 2 short of 80"),
        ("by_steps", "Points: 6; 8/10 lies in `between 80% - 90%`, which gives 6"),
        ("beyond", "Points: 0; 0 times, 20 points each time"),
        ("with_veto", "Points: asked at least 10, found 4; not kept"),
    ],
)
def test_every_way_of_giving_points_is_explained(ws: Workspace, sheet: str, line: str) -> None:
    """S01: 4 households, 8 of 10 who know the officer, no violation."""
    assert line in ws.explain(S01.replace("by_share", sheet)).split("\n")
