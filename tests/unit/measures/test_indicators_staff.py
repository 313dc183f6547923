"""Posts by place, shares of them, what staff hold and carry: every number from a notice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.measures import Column

from .conftest import ColumnOf, Filter

if TYPE_CHECKING:
    from tests.unit.conftest import Build

C1, V1, TOWN, COUNTY = "990101001001", "990101001201", "990101001", "990101"
AREAS = [{"area": V1, "name": "V1"}, {"area": TOWN, "name": "T"}, {"area": COUNTY, "name": "C"}]


def posts(build: Build, role: str, number: int, **where: object) -> list[dict[str, Any]]:
    """So many staff of a role at one place."""
    return [build.post(f"{role}{index}", role, **where) for index in range(number)]


@pytest.mark.parametrize(
    ("each", "where"),
    [
        ("police_room", {"room": "R1"}),
        ("beat", {"beat": "B1"}),
        ("grid", {"grid": "G1"}),
        ("station", {}),
        ("community", {"area": C1}),
        ("community", {"room": "R1"}),
        ("community", {"grid": "G1"}),
        ("community", {"beat": "B1"}),
        ("town", {}),
        ("county", {"area": C1}),
    ],
)
def test_grid_workers_count_where_they_are_posted(
    build: Build, column_of: ColumnOf, each: str, where: dict[str, str]
) -> None:
    """Five of a room's 20 (Gongxian, 二(二是)): at the place itself, or at one that lies in it."""
    registers = build.town(
        area=AREAS[1:],
        grid=[{"grid": "G1", "area": C1, "station": "ST1"}],
        beat=[{"beat": "B1", "area": C1, "station": "ST1"}],
        assignment=posts(build, "grid_worker", 5, **where),
    )
    assert column_of("staffing.grid_workers", each, registers) == Column([5])


def test_a_post_without_a_place_is_no_communitys(build: Build, column_of: ColumnOf) -> None:
    """One who is posted to the station alone counts for the station and what lies above it."""
    registers = build.town(assignment=posts(build, "grid_worker", 1))
    assert column_of("staffing.grid_workers", "community", registers) == Column([0])


@pytest.mark.parametrize(
    ("officer", "auxiliary", "shared"),
    [
        ({"room": "R1"}, {"room": "R1"}, 2),
        ({"room": "R1"}, {"room": "R2"}, 0),
        ({"area": C1}, {"room": "R1"}, 2),
        ({"beat": "B1"}, {"beat": "B1"}, 2),
        ({"area": C1}, {"area": V1}, 0),
        ({}, {}, 0),
    ],
)
def test_auxiliaries_of_an_officer_share_the_place(
    build: Build,
    column_of: ColumnOf,
    officer: dict[str, str],
    auxiliary: dict[str, str],
    shared: int,
) -> None:
    """Two for each officer (Lanling, 三(一)): of the room where both name one, else of the area."""
    registers = build.registers(
        area=[{"area": C1, "name": "C1"}, *AREAS],
        station=[{"station": "ST1", "name": "S1", "area": TOWN}],
        beat=[{"beat": "B1", "area": C1, "station": "ST1"}],
        police_room=[
            {"room": room, "station": "ST1", "area": C1, "named": False} for room in ("R1", "R2")
        ],
        assignment=[
            build.post("W1", **officer),
            *posts(build, "auxiliary_officer", 2, **auxiliary),
        ],
    )
    assert column_of("staffing.auxiliaries", "community_officer", registers) == Column([shared])


def test_officers_may_be_counted_by_role(build: Build, column_of: ColumnOf, only: Filter) -> None:
    """One full-time community officer a beat (Lanling, 三(一)): others of the beat don't count."""
    registers = build.town(
        beat=[{"beat": "B1", "area": C1, "station": "ST1"}],
        assignment=[
            build.post("W2", beat="B1"),
            build.post("W3", beat="B1", full_time=False),
            build.post("O1", "officer", beat="B1"),
        ],
    )
    asked = only(role={"community_officer"}, full_time={"true"})
    assert column_of("staffing.officers", "beat", registers, asked) == Column([1])


@pytest.mark.parametrize("each", ["station", "county"])
def test_share_of_community_officers_of_a_county(
    build: Build, column_of: ColumnOf, each: str
) -> None:
    """Two of five are the 40% of Lanling, 二; the posts of a county are those of its stations."""
    registers = build.town(area=AREAS[2:], assignment=[
        build.post("W2", full_time=False), *posts(build, "officer", 3),
        *posts(build, "auxiliary_officer", 4),
    ])  # fmt: skip
    assert column_of("staffing.community_officer_share", each, registers) == Column([2], [5])


@pytest.mark.parametrize(("residents", "shown"), [(1500, "4/1500"), (None, "4/0")])
def test_grid_workers_per_resident_are_an_exact_ratio(
    build: Build, column_of: ColumnOf, residents: int | None, shown: str
) -> None:
    """Three per 1,000 (Lanling, 三(一)): never rounded, unknown where nobody counted residents."""
    registers = build.registers(
        area=[{"area": C1, "name": "C1", "resident_count": residents}],
        station=[{"station": "ST1", "name": "S1", "area": TOWN}],
        assignment=posts(build, "grid_worker", 4, area=C1),
    )
    column = column_of("staffing.grid_workers_per_resident", "community", registers)
    assert (column.shown(0), column.unknown) == (
        shown,
        frozenset() if residents else frozenset({0}),
    )


@pytest.mark.parametrize(("own", "shown"), [(1000, "3/1000"), (None, "3/4000")])
def test_a_beat_that_is_part_of_a_community_has_its_own_residents(
    build: Build, column_of: ColumnOf, own: int | None, shown: str
) -> None:
    """Three per 1,000 (Lanling, 三(一)); a beat of which nobody says more has those of its area."""
    registers = build.registers(
        area=[{"area": C1, "name": "C1", "resident_count": 4000}],
        station=[{"station": "ST1", "name": "S1", "area": TOWN}],
        beat=[{"beat": "B1", "area": C1, "station": "ST1", "resident_count": own}],
        assignment=posts(build, "grid_worker", 3, beat="B1"),
    )
    column = column_of("staffing.grid_workers_per_resident", "beat", registers)
    assert column.shown(0) == shown


def test_members_of_a_villages_organisation(
    build: Build, column_of: ColumnOf, only: Filter
) -> None:
    """Three to five in a village of 1,000 or more (Binhai, 三(三)8); a town's committee is not."""
    committees = [
        {"committee": "M1", "area": V1, "members": 4, "kind": "security_mediation"},
        {"committee": "M2", "area": V1, "members": 7},
        {"committee": "M3", "area": TOWN, "members": 9, "kind": "security_mediation"},
    ]
    registers = build.town(area=AREAS, mediation_committee=committees)
    asked = only(kind={"security_mediation"})
    key = "staffing.mediation_members"
    assert column_of(key, "village", registers, asked) == Column([4])


@pytest.mark.parametrize(
    ("key", "role", "each"),
    [
        ("staffing.police_assistants", "police_assistant", "village"),
        ("staffing.mediation_specialists", "mediation_specialist", "village"),
        ("staffing.lawyers", "lawyer", "station"),
        ("staffing.mediators", "mediator", "station"),
    ],
)
def test_one_of_a_role(build: Build, column_of: ColumnOf, key: str, role: str, each: str) -> None:
    """One assistant a village (Lanling, 三(一)), one lawyer a station (Binhai, 三(三)9)."""
    registers = build.town(area=AREAS, assignment=posts(build, role, 1, area=V1))
    assert column_of(key, each, registers) == Column([1])


def test_posts_in_the_community_are_those_of_all_posts(build: Build, column_of: ColumnOf) -> None:
    """Deputy secretary (Binhai, 三(一)3) on one post, grid instructor (三(二)4) on another."""
    registers = build.registers(
        area=[{"area": C1, "name": "C1"}],
        station=[{"station": "ST1", "name": "S1", "area": TOWN}],
        assignment=[
            build.post("W1", area=C1, community_posts=("branch_deputy_secretary",)),
            build.post("W1", "officer", community_posts=("grid_security_instructor",)),
            build.post("W2", area=C1, community_posts=None),
        ],
    )
    column = column_of("roles.community_posts", "community_officer", registers)
    assert (column.words, column.unknown) == (
        [frozenset({"branch_deputy_secretary", "grid_security_instructor"}), frozenset()],
        frozenset({1}),
    )


@pytest.mark.parametrize(
    ("activity", "carried"),
    [
        (None, {"notebook", "personal_equipment"}),
        ("area_work", {"notebook"}),
        ("patrol", {"personal_equipment"}),
        ("office_work", set()),
    ],
)
def test_what_is_carried_depends_on_the_activity(
    build: Build, column_of: ColumnOf, only: Filter, activity: str | None, carried: set[str]
) -> None:
    """A notebook in the area, personal equipment on patrol (Lanling, 三(二))."""
    own = {"equipment": ("notebook",), "patrol_equipment": ("personal_equipment",)}
    registers = build.registers(
        area=[{"area": C1, "name": "C1"}],
        station=[{"station": "ST1", "name": "S1", "area": TOWN}],
        assignment=[build.post("W1", area=C1, **own)],
    )
    asked = only(activity={activity}) if activity else ()
    column = column_of("equipment.carried", "community_officer", registers, asked)
    assert column.words == [frozenset(carried)]


def test_mobile_tools_are_both_of_them(build: Build, column_of: ColumnOf, only: Filter) -> None:
    """All community officers by 2017 (Lanling, 三(四)): a terminal alone is not enough."""
    both = ("mobile_terminal", "communicator")
    registers = build.registers(
        area=[{"area": C1, "name": "C1"}, *AREAS[1:]],
        station=[{"station": "ST1", "name": "S1", "area": TOWN}],
        assignment=[
            build.post("W1", equipment=both),
            build.post("W2", equipment=both[:1]),
            build.post("A1", "auxiliary_officer"),
        ],
    )
    asked = only(role={"community_officer"})
    assert column_of("equipment.mobile_share", "county", registers, asked) == Column([1], [2])


def test_mobile_tools_are_unknown_where_one_does_not_say(build: Build, column_of: ColumnOf) -> None:
    """Silence about one is not the lack of it."""
    registers = build.town(assignment=[build.post("W2", equipment=None)])
    column = column_of("equipment.mobile_share", "station", registers)
    assert column.unknown == frozenset({0})
