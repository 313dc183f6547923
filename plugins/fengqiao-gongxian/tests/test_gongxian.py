"""The pack of Gongxian: its skeleton, its texts, its worked cases and its area codes."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import fengqiao
import fengqiao_gongxian
from fengqiao.model import Area, MediationCommittee, Station, area_level
from fengqiao.packs import read_pack, run_cases
from fengqiao.rules import Duty, Label, Norm, NotModelled, Pack

FOLDER = Path(fengqiao_gongxian.__file__).parent


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The pack as it is shipped."""
    return read_pack(FOLDER)


def _areas() -> list[dict[str, str]]:
    with (FOLDER / "areas.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_skeleton_has_every_clause(pack: Pack) -> None:
    """All 23 clauses of the report stand in the skeleton."""
    assert len({clause.ref for clause in pack.clauses}) == len(pack.clauses) == 23


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


def test_four_communities_are_among_the_areas(pack: Pack) -> None:
    """二(二是): the four communities with a room stand in the code table, in Xunchang town."""
    label = next(
        entry
        for entry in pack.entries
        if isinstance(entry, Label) and entry.id == "names.community"
    )
    named = {row["name"]: row["code"] for row in _areas()}
    codes = [named[f"{item.names.zh}社区居民委员会"] for item in label.items]
    assert [code[:9] for code in codes] == ["511526101"] * 4


def test_communities_by_number_band() -> None:
    """20 residents' committees, 159 villagers' committees and 4 quasi-communities."""
    levels = Counter(area_level(row["code"]) for row in _areas() if len(row["code"]) == 12)
    assert levels == {"community": 20, "village": 159, "quasi": 4}


def test_every_area_lies_in_the_county() -> None:
    """All codes begin with 511526 and stand once, each parent before its parts."""
    codes = [row["code"] for row in _areas()]
    assert all(code.startswith("511526") for code in codes)
    assert len(set(codes)) == len(codes)
    assert codes == sorted(codes, key=lambda code: (len(code), code))


def test_every_worked_case_comes_out_as_expected() -> None:
    """Norms and duties judge what is given as the cases say."""
    with fengqiao.open_workspace("memory:", packs="gongxian") as ws:
        results = list(run_cases(ws.packs["gongxian"], ws.catalogue))
    assert len(results) > len(ws.packs["gongxian"].cases)
    assert [result.fault for result in results if result.fault] == []


SINCE, KNOWN = date(2017, 1, 1), datetime(2019, 1, 2, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_the_laws_number_of_members_stands_beside_the_practice() -> None:
    """五(二是): five members are within the law's three to nine; that they are not 30 is told."""
    committee = MediationCommittee(
        committee="M1", kind="public_order_disputes", area="511526101", members=5, since=SINCE
    )
    with fengqiao.open_workspace(packs=["gongxian"]) as ws:
        ws.record(Area(area="511526101", name="T", since=SINCE), known_at=KNOWN)
        ws.record(committee, known_at=KNOWN)
        findings = ws.check("2018-07", on=date(2018, 7, 31))
        found = {(one.entry, one.result, one.severity) for one in findings}
    assert {one for one in found if one[0].startswith("mediation.committee_members")} == {
        ("mediation.committee_members", "met", "info"),
        ("mediation.committee_members.station", "not_met", "info"),
    }


@pytest.mark.parametrize(
    ("config", "asked"),
    [
        ({}, {("ST01", "not_configured"), ("ST02", "not_configured")}),
        ({"gongxian": {"names.station.xunchang": "ST01"}}, {("ST01", None)}),
    ],
)
def test_three_teams_are_asked_of_the_station_that_the_host_names(
    config: dict[str, dict[str, str]], asked: set[tuple[str, str | None]]
) -> None:
    """三(三是): told of Xunchang station alone; until it is named, nobody can be judged."""
    with fengqiao.open_workspace(packs=["gongxian"], config=config) as ws:
        ws.record(Area(area="511526101", name="T", since=SINCE), known_at=KNOWN)
        for station in ("ST01", "ST02"):
            one = Station(
                station=station, name="S", area="511526101", units=("command_room",), since=SINCE
            )
            ws.record(one, known_at=KNOWN)
        found = ws.check("2018-07", on=date(2018, 7, 31), entry="organisation.station_units")
    assert {(one.subject, one.reason) for one in found} == asked
