"""The pack of Laixi: its skeleton, its force, its worked cases and its area codes."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

import fengqiao
import fengqiao_laixi
from fengqiao.model import area_level
from fengqiao.packs import read_pack, run_cases
from fengqiao.rules import Band, Duty, Label, Norm, NotModelled, Pack, Role

FOLDER = Path(fengqiao_laixi.__file__).parent


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The pack as it is shipped."""
    return read_pack(FOLDER)


def _areas() -> list[dict[str, str]]:
    with (FOLDER / "areas.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_skeleton_has_every_clause(pack: Pack) -> None:
    """All 16 clauses of the report stand in the skeleton."""
    assert len({clause.ref for clause in pack.clauses}) == len(pack.clauses) == 16


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


def test_each_limit_says_how_it_was_read(pack: Pack) -> None:
    """A report orders nothing by itself, so each norm, duty and role states its reading."""
    silent = [
        entry.id
        for entry in pack.entries
        if isinstance(entry, (Norm, Duty, Role)) and not (entry.reading.zh and entry.other.zh)
    ]
    assert silent == []


BINDING = {"帮小忙", "三个结合·服务不缺位"}
"""The clauses that cite a rule as binding: matters to be taken up at once, and tell once."""


def test_only_a_cited_rule_binds(pack: Pack) -> None:
    """Everything is practice, save what stands under the two clauses that cite a rule."""
    binding = {
        cite.ref
        for entry in pack.entries
        if isinstance(entry, (Norm, Duty, Role))
        for phase in entry.phases
        if phase.force != "practice"
        for cite in phase.cites
    }
    assert binding == BINDING


def test_nothing_stands_in_the_place_of_national_law(pack: Pack) -> None:
    """A practice never replaces its parent's entry: none bears its id, save what adds to it."""
    with fengqiao.open_workspace("memory:", packs="laixi") as ws:
        law = {entry.id for entry in ws.packs["cn"].entries}
    own = {entry.id for entry in pack.entries if not getattr(entry, "adds", False)}
    assert own & law == set()


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
    judged = [entry.id for entry in pack.entries if isinstance(entry, (Norm, Duty, Band))]
    assert [entry_id for entry_id in judged if shown[entry_id] < 3] == []


@pytest.mark.parametrize(
    ("label", "refs"),
    [
        ("visit_venue", ["坐炕头", "蹲街头", "转地头", "巡村头"]),
        ("small_project", ["破小案", "办小事", "解小忧", "帮小忙", "惠小利"]),
    ],
)
def test_each_name_of_a_list_has_its_clause(pack: Pack, label: str, refs: list[str]) -> None:
    """Four venues and five small projects: each under the clause that tells of it."""
    found = next(entry for entry in pack.entries if isinstance(entry, Label) and entry.id == label)
    assert [item.cites[0].ref for item in found.items] == refs


def test_three_stations_have_a_method_each(pack: Pack) -> None:
    """Four venues, five small projects, three combinations: each asked of one named station."""
    asked = {
        entry.id.removeprefix("organisation.programmes."): dict(entry.phases[0].where)["name"].words
        for entry in pack.entries
        if isinstance(entry, Norm) and entry.key == "organisation.programmes"
    }
    assert asked == {
        "four_venues": ("xiagezhuang",),
        "five_small_projects": ("malianzhuang",),
        "three_combinations": ("guhe",),
    }


def test_villages_and_communities_by_number_band() -> None:
    """68 residents' committees, 111 villagers' committees, 2 quasi-communities, 1 quasi-village."""
    levels = Counter(area_level(row["code"]) for row in _areas() if len(row["code"]) == 12)
    assert levels == {"community": 68, "village": 111, "quasi": 3}


def test_every_area_lies_in_the_city() -> None:
    """All codes begin with 370285 and stand once, each parent before its parts."""
    codes = [row["code"] for row in _areas()]
    assert all(code.startswith("370285") for code in codes)
    assert len(set(codes)) == len(codes) == 194
    assert codes == sorted(codes, key=lambda code: (len(code), code))


def test_the_three_stations_lie_in_towns_of_the_city() -> None:
    """Xiagezhuang and Malianzhuang are towns, Guhe is a street."""
    names = {row["name"] for row in _areas() if len(row["code"]) == 9}
    assert {"夏格庄镇", "马连庄镇", "沽河街道"} <= names


def test_guhe_has_17_villages_since_they_were_merged() -> None:
    """平安不出事: 47 villages in 2019; the code table of 2023 has 17, as the reading says."""
    villages = [row["code"] for row in _areas() if row["code"].startswith("370285007")]
    assert sum(area_level(code) == "village" for code in villages) == 17


def test_every_worked_case_comes_out_as_expected() -> None:
    """Norms, duties and roles judge what is given as the cases say."""
    with fengqiao.open_workspace("memory:", packs="laixi") as ws:
        results = list(run_cases(ws.packs["laixi"], ws.catalogue, parents=[ws.packs["cn"]]))
    assert len(results) > len(ws.packs["laixi"].cases)
    assert [result.fault for result in results if result.fault] == []
