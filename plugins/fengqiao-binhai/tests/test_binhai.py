"""The pack of Binhai: its skeleton, its texts, its worked cases and its area codes."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

import fengqiao
import fengqiao_binhai
from fengqiao.model import area_level
from fengqiao.packs import read_pack, run_cases
from fengqiao.packs.measurable import measurable
from fengqiao.rules import (
    Band,
    Duty,
    Exact,
    Label,
    Norm,
    NotModelled,
    Pack,
    core_catalogue,
)

FOLDER = Path(fengqiao_binhai.__file__).parent


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The pack as it is shipped."""
    return read_pack(FOLDER)


def _areas() -> list[dict[str, str]]:
    with (FOLDER / "areas.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_skeleton_has_every_clause(pack: Pack) -> None:
    """All 31 clauses of the notice stand in the skeleton."""
    assert len({clause.ref for clause in pack.clauses}) == len(pack.clauses) == 31


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


def test_every_norm_and_duty_states_its_reading(pack: Pack) -> None:
    """The notice leaves something to read in each of them; the reading not taken is named too."""
    judged = [entry for entry in pack.entries if isinstance(entry, (Norm, Duty))]
    assert [entry.id for entry in judged if not (entry.reading.zh and entry.other.zh)] == []


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


def test_three_cases_for_each_norm_duty_and_band(pack: Pack) -> None:
    """Each norm, duty and band has at least three worked cases."""
    shown = Counter[str]()
    for case in pack.cases:
        shown[case.of] += len(case.rows) or 1
    judged = [entry.id for entry in pack.entries if isinstance(entry, (Norm, Duty, Band))]
    assert [entry_id for entry_id in judged if shown[entry_id] < 3] == []


def test_the_23_elements_are_for_the_host_to_list(pack: Pack) -> None:
    """三(四)15: 23 elements, of which the notice names none."""
    (label,) = (entry for entry in pack.entries if entry.id == "controlled_element")
    assert isinstance(label, Label)
    assert (label.count, label.items) == (23, ())


@pytest.mark.parametrize(
    ("entry", "residents", "expect"),
    [
        ("staffing.mediation_specialists", 999, "breach"),
        ("staffing.mediation_specialists", 1000, "no_rule"),
        ("staffing.mediation_members", 999, "no_rule"),
        ("staffing.mediation_members", 1000, "breach"),
    ],
)
def test_exactly_a_thousand_stands_under_the_larger_duty(
    pack: Pack, entry: str, residents: int, expect: str
) -> None:
    """三(三)8: both words include the number; each side of the edge has its case."""
    rows = [row for case in pack.cases if case.of == entry for row in case.rows]
    given = {
        str(row["expect"])
        for row in rows
        if dict(row.get("where") or {}).get("resident_count") == Exact.whole(residents)
    }
    assert expect in given


@pytest.mark.parametrize(
    "name",
    [
        "area.safe_villages_share",
        "area.gang_cases",
        "area.property_clearance_share",
        "area.vice_calls_fall",
    ],
)
def test_totals_on_offences_are_of_areas_alone(name: str) -> None:
    """三(四)12, 14: no officer, room or station can be scored by them, whatever a pack says."""
    catalogue = core_catalogue()
    assert set(catalogue.keys[name].each) <= {"town", "county", "city", "bureau"}
    scored = ("community_officer", "auxiliary_officer", "police_room", "station")
    assert [each for each in scored if name in measurable(catalogue, each=each)] == []


def test_communities_by_number_band() -> None:
    """Lihai street: 2 residents' committees and 22 villagers' committees."""
    levels = Counter(area_level(row["code"]) for row in _areas())
    assert levels == {"town": 1, "community": 2, "village": 22}


def test_every_area_lies_in_the_street() -> None:
    """All codes begin with 330602017 and stand once, each parent before its parts."""
    codes = [row["code"] for row in _areas()]
    assert all(code.startswith("330602017") for code in codes)
    assert len(set(codes)) == len(codes)
    assert codes == sorted(codes, key=lambda code: (len(code), code))


def test_every_worked_case_comes_out_as_expected() -> None:
    """Norms, duties and sheets judge what is given as the cases say."""
    with fengqiao.open_workspace("memory:", packs="binhai") as ws:
        results = list(run_cases(ws.packs["binhai"], ws.catalogue))
    assert len(results) > len(ws.packs["binhai"].cases)
    assert [result.fault for result in results if result.fault] == []
