from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.measures import Column, core_indicators
from fengqiao.model.registry import Registers
from fengqiao.rules.catalogue_core import KEYS

if TYPE_CHECKING:
    from tests.unit.conftest import Build

JULY_10 = date(2018, 7, 10)


def column(
    build: Build,
    registers: Registers,
    phase: dict[str, Any],
    norm: dict[str, Any],
    **events: object,
) -> Column:
    """The column of the only norm."""
    rules = build.rules(build.pack(build.norm(build.norm_phase(**phase), **norm)))
    (found,) = build.answer(build.tasks(rules, registers, build.request()), registers, **events)
    assert found.column is not None
    return found.column


def state(key: str, each: str) -> dict[str, Any]:
    """A norm on a state."""
    return {"key": key, "each": (each,), "per": None}


def test_every_norm_key_of_the_core_has_its_indicator() -> None:
    """What a pack may limit can be measured, save what is looked at when the pack is read."""
    measured = {key.name for key in KEYS if key.kind == "norm" and key.judged != "written"}
    assert measured == set(core_indicators())


def test_indicator_is_the_catalogues_key() -> None:
    """Key and indicator are one and the same object, not two that may differ."""
    found = core_indicators()
    assert [key.name for key in KEYS if key.name in found and found[key.name].key is not key] == []


def test_officers_of_a_room(build: Build) -> None:
    """Officers of any role count, auxiliaries and those of other rooms don't."""
    posts = [
        build.post("O1", "officer", room="R1"),
        build.post("A1", "auxiliary_officer", room="R1"),
        build.post("O2", "officer"),
    ]
    registers = build.town(assignment=posts)
    assert column(build, registers, {}, state("staffing.officers", "police_room")) == Column([2])


def test_person_with_two_posts_counts_once(build: Build) -> None:
    """Two roles of one officer at one room are one officer."""
    registers = build.town(assignment=[build.post("W1", "officer", room="R1")])
    assert column(build, registers, {}, state("staffing.officers", "police_room")) == Column([1])


def test_share_of_community_officers(build: Build) -> None:
    """Over all sworn officers of the station; full-time ones only where the entry says so."""
    posts = [
        build.post("W2", full_time=False),
        build.post("O1", "officer"),
        build.post("A1", "auxiliary_officer"),
    ]
    registers = build.town(assignment=posts)
    norm = state("staffing.community_officer_share", "station")
    of = (("full_time", build.comparison("any_of", frozenset({"true"}))),)
    assert [column(build, registers, {"of": given}, norm) for given in ((), of)] == [
        Column([2], [3]),
        Column([1], [3]),
    ]


def test_posts_of_another_day_do_not_count(build: Build) -> None:
    """A state is that of its day."""
    registers = build.town(
        assignment=[build.post("O1", "officer", room="R1", until=date(2018, 7, 30))]
    )
    assert column(build, registers, {}, state("staffing.officers", "police_room")) == Column([1])


@pytest.mark.parametrize(("named", "count"), [(None, 2), ("true", 1), ("false", 1)])
def test_rooms_of_a_city(build: Build, named: str | None, count: int) -> None:
    """All rooms that lie in it; named after an officer, where asked."""
    registers = build.town(
        area=[{"area": "990100", "name": "city"}],
        police_room=[{"room": "R2", "station": "ST1", "area": "990101001001", "named": True}],
    )
    of = (("named", build.comparison("any_of", frozenset({named}))),) if named else ()
    found = column(build, registers, {"of": of}, state("facility.police_rooms", "city"))
    assert found == Column([count])


def test_rooms_of_premises(build: Build) -> None:
    """A school has the rooms that stand at it."""
    registers = build.town(
        premises=[
            {"premises": f"PREM{n:04}", "kind": "school", "area": "990101001001", "station": "ST1"}
            for n in (1, 2)
        ],
        police_room=[
            {
                "room": "R2",
                "station": "ST1",
                "area": "990101001001",
                "premises": "PREM0001",
                "named": False,
            }
        ],
    )
    found = column(build, registers, {}, state("facility.police_rooms", "premises"))
    assert found == Column([1, 0])


def test_a_room_at_premises_is_not_the_communitys(build: Build) -> None:
    """A community with nothing but a school's room has none of its own."""
    school = {"premises": "PREM0001", "kind": "school", "area": "990101001002", "station": "ST1"}
    registers = build.town(
        area=[{"area": "990101001002", "name": "second"}],
        premises=[school],
        police_room=[
            {
                "room": "R2",
                "station": "ST1",
                "area": "990101001002",
                "premises": "PREM0001",
                "named": False,
            }
        ],
    )
    found = column(build, registers, {}, state("facility.police_rooms", "community"))
    assert found == Column([1, 0])


def test_stations_of_a_city(build: Build) -> None:
    """Stations seated in it."""
    registers = build.town(
        area=[{"area": "990100", "name": "city"}],
        station=[
            {"station": "ST2", "name": "in", "area": "990102"},
            {"station": "ST3", "name": "out", "area": "990202"},
        ],
    )
    assert column(build, registers, {}, state("organisation.stations", "city")) == Column([2])


def test_fittings_are_words(build: Build) -> None:
    """What the register says is there."""
    registers = build.town(
        police_room=[
            {
                "room": "R2",
                "station": "ST1",
                "area": "990101001001",
                "named": False,
                "fittings": ("suggestion_box",),
            }
        ]
    )
    phase = {"op": "all_of", "limit": frozenset({"suggestion_box"})}
    found = column(build, registers, phase, state("facility.fittings", "police_room"))
    assert found.words == [frozenset(), frozenset({"suggestion_box"})]


def inspections(build: Build) -> list[dict[str, Any]]:
    """Three inspections of two premises, by topic."""
    return [
        build.event(number, JULY_10, staff="W1", premises=premises, topics=topics)
        for number, (premises, topics) in enumerate(
            [
                ("PREM0001", ("fire",)),
                ("PREM0001", ("fire", "public_order")),
                ("PREM0002", ("public_order",)),
            ]
        )
    ]


@pytest.mark.parametrize(
    ("of", "count"),
    [
        ({}, 2),
        ({"topic": {"fire"}}, 1),
        ({"topic": {"public_order"}}, 2),
        ({"topic": {"fire", "public_order"}}, 2),
        ({"kind": {"hotel"}}, 1),
        ({"topic": {"fire"}, "kind": {"school"}}, 0),
    ],
)
def test_distinct_premises_inspected(build: Build, of: dict[str, set[str]], count: int) -> None:
    """Premises count once, for the topics and kinds that the entry names."""
    where = {"area": "990101001001", "station": "ST1"}
    registers = build.town(
        recording=build.declared("inspection"),
        premises=[
            {"premises": "PREM0001", "kind": "hotel", **where},
            {"premises": "PREM0002", "kind": "school", **where},
        ],
    )
    filters = tuple((name, build.comparison("any_of", frozenset(of[name]))) for name in of)
    found = column(
        build,
        registers,
        {"of": filters},
        {"key": "inspection.premises"},
        inspection=inspections(build),
    )
    assert found == Column([count])


def test_calls_a_day_are_calls_over_days(build: Build) -> None:
    """The days of the period, exactly; totals about others are left out."""
    registers = build.town(recording=build.declared("calls.received"))
    totals = [
        {
            "id": f"T{n}",
            "key": "calls.received",
            "subject_kind": "station",
            "subject": "ST1",
            "on": date(2018, 7, n),
            "done": 100,
        }
        for n in (1, 31)
    ]
    norm = {"key": "calls.per_day", "each": ("station",)}
    assert column(build, registers, {}, norm, total=totals) == Column([200], [31])


def test_survey_share_is_answers_over_respondents(build: Build) -> None:
    """Two surveys of a period are added up, numerator and denominator."""
    registers = build.town(recording=build.declared("survey.familiarity"))
    totals = [
        {
            "id": f"T{n}",
            "key": "survey.familiarity",
            "subject_kind": "community_officer",
            "subject": "W1",
            "on": date(2018, 7, n),
            "done": n,
            "total": 20,
        }
        for n in (3, 9)
    ]
    norm = {"key": "survey.familiarity_share", "per": None}
    assert column(build, registers, {}, norm, total=totals) == Column([12], [40])


def test_members_of_a_committee(build: Build) -> None:
    """Only their number is held, so it is read."""
    committee = {"committee": "M1", "area": "990101001001", "members": 5}
    registers = build.town(mediation_committee=[committee])
    norm = state("mediation.committee_members", "mediation_committee")
    assert column(build, registers, {}, norm) == Column([5])
