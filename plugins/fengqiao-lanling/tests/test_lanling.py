"""The pack of Lanling: its skeleton, its texts, its worked cases and its area codes."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import fengqiao
import fengqiao_lanling
from fengqiao.model import area_level
from fengqiao.packs import read_pack, run_cases
from fengqiao.packs.measurable import measurable
from fengqiao.rules import Duty, Norm, NotModelled, Pack, Sheet, core_catalogue

FOLDER = Path(fengqiao_lanling.__file__).parent


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The pack as it is shipped."""
    return read_pack(FOLDER)


def _norm(pack: Pack, name: str) -> Norm:
    return next(one for one in pack.entries if isinstance(one, Norm) and one.id == name)


def _areas() -> list[dict[str, str]]:
    with (FOLDER / "areas.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_skeleton_has_every_clause(pack: Pack) -> None:
    """All 12 clauses of the plan stand in the skeleton."""
    assert len({clause.ref for clause in pack.clauses}) == len(pack.clauses) == 12


def test_places_in_the_text_are_short_and_distinct(pack: Pack) -> None:
    """Each clause is found by at most eight characters that no other clause starts with."""
    starts = [clause.starts for clause in pack.clauses]
    assert len(set(starts)) == len(starts)
    assert all(0 < len(start) <= 8 for start in starts)


def test_readings_are_in_both_languages(pack: Pack) -> None:
    """A reading, and the one not taken, stands in Chinese and in English."""
    for entry in pack.entries:
        if not isinstance(entry, NotModelled):
            for words in (entry.reading, entry.other, entry.names, entry.note):
                assert bool(words.zh) == bool(words.en), entry.id


def _outcomes(pack: Pack) -> dict[str, list[str]]:
    """What the worked cases of each entry expect."""
    found: dict[str, list[str]] = {}
    for case in pack.cases:
        expected = [str(row["expect"]) for row in case.rows] or [one for _, one in case.expect]
        found.setdefault(case.of, []).extend(expected)
    return found


@pytest.mark.parametrize(
    "outcomes",
    [{"met"}, {"breach", "notice", "info"}, {"open", "no_data"}],
    ids=["met", "not_met", "not_checkable"],
)
def test_each_norm_and_duty_has_a_case_of_each_result(pack: Pack, outcomes: set[str]) -> None:
    """Each norm and duty has a case that is met, one that is not and one that can't be checked."""
    shown = _outcomes(pack)
    judged = [entry.id for entry in pack.entries if isinstance(entry, (Norm, Duty))]
    assert [entry_id for entry_id in judged if not outcomes & set(shown.get(entry_id, ()))] == []


def test_three_cases_for_each_norm_and_duty(pack: Pack) -> None:
    """Each norm and duty has at least three worked cases."""
    shown = Counter[str]()
    for case in pack.cases:
        shown[case.of] += len(case.rows) or 1
    judged = [entry.id for entry in pack.entries if isinstance(entry, (Norm, Duty))]
    assert [entry_id for entry_id in judged if shown[entry_id] < 3] == []


def test_every_worked_case_comes_out_as_expected() -> None:
    """Norms and duties judge what is given as the cases say."""
    with fengqiao.open_workspace("memory:", packs="lanling") as ws:
        results = list(run_cases(ws.packs["lanling"], ws.catalogue))
    assert len(results) > len(ws.packs["lanling"].cases)
    assert [result.fault for result in results if result.fault] == []


@pytest.mark.parametrize(
    ("entry", "days"),
    [
        # 二: 2017, 2018 and 2019, each a whole year.
        (
            "area.preventable_cases_fall",
            [
                (date(2017, 1, 1), date(2017, 12, 31), "3%"),
                (date(2018, 1, 1), date(2018, 12, 31), "4%"),
                (date(2019, 1, 1), date(2019, 12, 31), "5%"),
            ],
        ),
        # 二: one until the end of 2018, then two.
        (
            "staffing.auxiliaries",
            [
                (date(2017, 10, 9), date(2018, 12, 30), "1"),
                (date(2018, 12, 31), None, "2"),
            ],
        ),
    ],
)
def test_phases_follow_the_years(
    pack: Pack, entry: str, days: list[tuple[date, date | None, str]]
) -> None:
    """Each value holds on its own days."""
    phases = _norm(pack, entry).phases
    spans = [(one.effective_from, one.effective_until) for one in phases]
    limits = [getattr(one.comparison.limit, "text", "") for one in phases]
    assert [(*span, limit) for span, limit in zip(spans, limits, strict=True)] == days


@pytest.mark.parametrize(
    ("entry", "day"),
    [
        ("staffing.full_time_share.county", date(2017, 10, 31)),
        ("staffing.villages_with_assistant_share.county", date(2017, 10, 31)),
        ("staffing.community_officer_share", date(2018, 12, 31)),
        ("equipment.mobile_share.officers", date(2017, 12, 31)),
        ("equipment.mobile_share.auxiliaries", date(2018, 12, 31)),
        ("equipment.mobile_share.assistants", date(2018, 12, 31)),
        ("organisation.rules.urban", date(2020, 10, 9)),
        ("organisation.rules.villages", date(2020, 10, 9)),
    ],
)
def test_a_goal_is_due_on_its_day(pack: Pack, entry: str, day: date) -> None:
    """二, 三(四): by the end of a month, of a year, or three years after the plan."""
    (phase,) = _norm(pack, entry).phases
    assert phase.by is not None
    assert phase.by.days == (day,)


def test_falls_of_cases_are_of_areas_alone() -> None:
    """二: no officer, room or station can be judged by them, whatever a pack says."""
    catalogue, name = core_catalogue(), "area.preventable_cases_fall"
    assert set(catalogue.keys[name].each) <= {"town", "county", "city", "bureau"}
    scored = ("community_officer", "auxiliary_officer", "police_room", "station")
    assert [each for each in scored if name in measurable(catalogue, each=each)] == []


def test_nobody_is_scored(pack: Pack) -> None:
    """四(三): the one list of the plan is decided elsewhere; no figure of cases feeds it."""
    sheets = [one for one in pack.entries if isinstance(one, Sheet)]
    assert [(one.key, one.decided, one.parts) for one in sheets] == [
        ("award.community_officer", "outside", ())
    ]


def test_only_changes_of_post_have_exceptions(pack: Pack) -> None:
    """三(二): two bans hold without exception; changes of post are barred at will."""
    bans = ("assignments.kinds.case_target", "assignments.kinds.outside_event", "score.parts")
    assert {name: _norm(pack, name).phases[0].unless for name in bans} == dict.fromkeys(bans, ())
    assert _norm(pack, "assignments.post_changes").phases[0].unless


def test_communities_by_number_band() -> None:
    """21 residents' committees, 588 villagers' committees, no quasi-community."""
    levels = Counter(area_level(row["code"]) for row in _areas() if len(row["code"]) == 12)
    assert levels == {"community": 21, "village": 588}


def test_towns_are_seventeen() -> None:
    """Two streets, fourteen towns and a township."""
    assert len([row for row in _areas() if len(row["code"]) == 9]) == 17


def test_every_area_lies_in_the_county() -> None:
    """All codes begin with 371324 and stand once, each parent before its parts."""
    codes = [row["code"] for row in _areas()]
    assert all(code.startswith("371324") for code in codes)
    assert len(set(codes)) == len(codes)
    assert codes == sorted(codes, key=lambda code: (len(code), code))
