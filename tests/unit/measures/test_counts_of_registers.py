"""Counts and words of registers where several facts meet: they add up, or one of them is silent."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.measures import Column

from .conftest import ColumnOf, Filter, premises

if TYPE_CHECKING:
    from tests.unit.conftest import Build

TOWN, OTHER_TOWN = "990101001", "990101002"
C1, C2, V1 = "990101001001", "990101001002", "990101001201"


def words(*each: set[str]) -> list[frozenset[str]]:
    """Words of subjects."""
    return [frozenset(some) for some in each]


def body(number: int, kind: str, area: str, **changes: object) -> dict[str, Any]:
    """A body of an area."""
    return {"body": f"B{number}", "kind": kind, "area": area, **changes}


def test_kinds_of_mediation_are_those_of_all_bodies_in_a_town(
    build: Build, column_of: ColumnOf
) -> None:
    """A committee mediates among people (Gongxian, 五); bodies say what they offer, or nothing."""
    both = ("administrative", "public_security")
    registers = build.town(
        area=[{"area": TOWN, "name": "T1"}, {"area": OTHER_TOWN, "name": "T2"}],
        mediation_committee=[
            {"committee": "M1", "area": C1, "members": 5},
            {"committee": "M2", "area": "990101002001", "members": 5, "until": date(2018, 7, 30)},
        ],
        body=[
            body(1, "department", TOWN, mediates=both),
            body(2, "department", C2, mediates=("judicial",)),
            body(3, "department", OTHER_TOWN, mediates=None),
            body(4, "department", OTHER_TOWN, mediates=("industry",), until=date(2018, 7, 30)),
            body(5, "department", "990102001", mediates=("industry",)),
        ],
    )
    found = column_of("mediation.kinds", "town", registers)
    assert found == Column(words=words({"peoples", *both, "judicial"}, set()))


@pytest.mark.parametrize(
    ("key", "field", "held"),
    [
        (
            "mediation.committee_backgrounds",
            "backgrounds",
            ("peoples_deputy", "legal_aid_lawyer"),
        ),
        ("mediation.committee_makeup", "makeup", ("woman", "in_term")),
    ],
)
def test_words_of_a_committee(
    build: Build, column_of: ColumnOf, key: str, field: str, held: tuple[str, ...]
) -> None:
    """Of one with several, of one with none, and of one of which nobody says."""
    committees = [
        {"committee": f"M{number}", "area": C1, "members": 5, field: some}
        for number, some in enumerate((held, (), None))
    ]
    found = column_of(key, "mediation_committee", build.town(mediation_committee=committees))
    assert found == Column(words=words(set(held), set(), set()), unknown=frozenset({2}))


def test_channels_of_an_officer_are_those_of_the_posts(build: Build, column_of: ColumnOf) -> None:
    """A station has its own; of an officer each post may name several."""
    registers = build.registers(
        area=[{"area": C1, "name": "C1"}],
        station=[{"station": "ST1", "name": "S1", "area": TOWN, "channels": ("wechat",)}],
        assignment=[
            build.post("W1", channels=("wechat", "online_report")),
            build.post("W1", "officer", channels=("online_enquiry",)),
            build.post("W2", channels=None),
        ],
    )
    found = column_of("organisation.channels", "community_officer", registers)
    every = {"wechat", "online_report", "online_enquiry"}
    assert found == Column(words=words(every, set()), unknown=frozenset({1}))
    assert column_of("organisation.channels", "station", registers).words == words({"wechat"})


def test_leading_groups_of_an_area_are_counted(build: Build, column_of: ColumnOf) -> None:
    """Those of the county itself: two; the one of a town within it is the town's."""
    county = "990101"
    registers = build.town(
        area=[{"area": county, "name": "county"}],
        body=[
            body(1, "leading_group", county),
            body(2, "leading_group", county),
            body(3, "leading_group", TOWN),
        ],
    )
    assert column_of("organisation.leading_groups", "county", registers) == Column([2])


def rooms(*terminals: int | None) -> list[dict[str, Any]]:
    """Further rooms of the one community with so many terminals."""
    place = {"station": "ST1", "area": C1, "named": False}
    return [
        {"room": f"R{number}", "terminals": count, "model": bool(count), **place}
        for number, count in enumerate(terminals, 2)
    ]


def test_terminals_of_rooms_add_up(build: Build, column_of: ColumnOf) -> None:
    """Of rooms with two and three terminals five at the station; of each room its own."""
    registers = build.registers(
        area=[{"area": C1, "name": "C1"}],
        station=[{"station": "ST1", "name": "S1", "area": TOWN}],
        police_room=rooms(2, 3),
    )
    key = "facility.terminals"
    assert column_of(key, "station", registers) == Column([5])
    assert column_of(key, "police_room", registers) == Column([2, 3])


@pytest.mark.parametrize(
    ("limit", "found"),
    [
        ("8 hours", Column([540, 0], [60, 60], unknown=frozenset({1}), scaled=True)),
        ("480 minutes", Column([540, 0], unknown=frozenset({1}))),
    ],
)
def test_opening_hours_are_unknown_where_nobody_says(
    build: Build, column_of: ColumnOf, limit: str, found: Column
) -> None:
    """Open nine hours a day, and one of which the register does not say."""
    places = [
        {"facility": f"F{n}", "kind": "service_point", "area": C1, "named": False,
         "open_minutes": minutes}
        for n, minutes in enumerate((540, None))
    ]  # fmt: skip
    registers = build.town(facility=places)
    assert column_of("facility.opening_hours", "facility", registers, limit=limit) == found


def test_rooms_where_nobody_is_posted(build: Build, column_of: ColumnOf) -> None:
    """W1 is at R1; nobody is at the other two."""
    registers = build.town(police_room=rooms(None, None))
    assert column_of("facility.unattended_rooms", "station", registers) == Column([2])


def test_a_room_at_a_school_is_not_the_villages(build: Build, column_of: ColumnOf) -> None:
    """A village with nothing but the room of its school has none of its own."""
    place = {"area": V1, "station": "ST1"}
    registers = build.town(
        area=[{"area": V1, "name": "V1"}],
        premises=[{"premises": "PREM0001", "kind": "school", **place}],
        police_room=[{"room": "R2", "premises": "PREM0001", "named": False, **place}],
    )
    assert column_of("facility.police_rooms", "village", registers) == Column([0])


def test_officers_of_an_auxiliary_share_the_room(build: Build, column_of: ColumnOf) -> None:
    """As auxiliaries of an officer do: the officer of the next room is not theirs."""
    registers = build.town(
        police_room=rooms(None),
        assignment=[
            build.post("A1", "auxiliary_officer", room="R1"),
            build.post("A2", "auxiliary_officer", room="R2"),
        ],
    )
    found = column_of("staffing.officers", "auxiliary_officer", registers)
    assert found == Column([1, 0])


def test_only_the_post_as_an_officer_has_auxiliaries(build: Build, column_of: ColumnOf) -> None:
    """W1 also leads a grid from another room: who is posted there is not W1's auxiliary."""
    registers = build.town(
        police_room=rooms(None),
        assignment=[
            build.post("W1", "grid_lead", room="R2"),
            build.post("A2", "auxiliary_officer", room="R2"),
        ],
    )
    assert column_of("staffing.auxiliaries", "community_officer", registers) == Column([0])


@pytest.mark.parametrize(("full_time", "count"), [("true", 1), ("false", 2)])
def test_part_time_posts_may_be_asked_for(
    build: Build, column_of: ColumnOf, only: Filter, full_time: str, count: int
) -> None:
    """One full-time grid worker, and two who are not."""
    posts = [build.post(f"G{n}", "grid_worker", area=C1, full_time=n == 0) for n in range(3)]
    asked = only(full_time={full_time})
    registers = build.town(assignment=posts)
    assert column_of("staffing.grid_workers", "community", registers, asked) == Column([count])


@pytest.mark.parametrize(
    ("kind", "count"), [("peoples_mediation", 12), ("security_mediation", 4), (None, 16)]
)
def test_a_committee_of_no_kind_mediates_among_people(
    build: Build, column_of: ColumnOf, only: Filter, kind: str | None, count: int
) -> None:
    """Members of several committees add up."""
    committees = [
        {"committee": f"M{n}", "area": V1, "members": members, "kind": of}
        for n, (members, of) in enumerate(
            ((5, None), (7, "peoples_mediation"), (4, "security_mediation"))
        )
    ]
    registers = build.town(area=[{"area": V1, "name": "V1"}], mediation_committee=committees)
    asked = only(kind={kind}) if kind else ()
    found = column_of("staffing.mediation_members", "village", registers, asked)
    assert found == Column([count])


@pytest.mark.parametrize(
    ("activity", "unknown"), [(None, {1}), ("area_work", {1, 2}), ("patrol", {1})]
)
def test_what_is_carried_is_unknown_where_no_post_says(
    build: Build, column_of: ColumnOf, only: Filter, activity: str | None, unknown: set[int]
) -> None:
    """W2 of neither activity; W3 of patrols alone, which is something."""
    told = [("notebook",), None, None], [("notebook",), None, ("personal_equipment",)]
    posts = [
        build.post(f"W{n}", equipment=own, patrol_equipment=patrol)
        for n, (own, patrol) in enumerate(zip(*told, strict=True), 1)
    ]
    registers = build.registers(
        area=[{"area": C1, "name": "C1"}],
        station=[{"station": "ST1", "name": "S1", "area": TOWN}],
        assignment=posts,
    )
    asked = only(activity={activity}) if activity else ()
    found = column_of("equipment.carried", "community_officer", registers, asked)
    assert found.unknown == unknown


def test_staff_of_a_station_are_its_own(build: Build, column_of: ColumnOf, only: Filter) -> None:
    """Two stations in one town: of ST1 one of two has the tools, of ST2 the only one."""
    both = ("mobile_terminal", "communicator")
    registers = build.registers(
        area=[{"area": C1, "name": "C1"}],
        station=[{"station": name, "name": name, "area": TOWN} for name in ("ST1", "ST2")],
        assignment=[
            build.post("W1", equipment=both),
            build.post("W2", equipment=()),
            build.post("W3", equipment=both, station="ST2"),
        ],
    )
    asked = only(role={"community_officer"})
    found = column_of("equipment.mobile_share", "station", registers, asked)
    assert found == Column([1, 1], [2, 1])


@pytest.mark.parametrize(("kind", "found"), [("hotel", ([0], [0])), ("school", ([1], [1]))])
def test_premises_are_what_they_were_last(
    build: Build, column_of: ColumnOf, only: Filter, kind: str, found: tuple[list[int], list[int]]
) -> None:
    """A hotel until the 10th and a school from then on, inspected on the 3rd."""
    registers = build.town(
        premises=[
            premises(1, kind="school", since=date(2018, 7, 11)),
            premises(1, until=date(2018, 7, 10)),
        ],
        recording=build.declared("inspection"),
    )
    facts = {"staff": "W1", "premises": "PREM0001", "topics": ("fire",)}
    done = [build.event(1, date(2018, 7, 3), **facts)]
    asked = only(kind={kind})
    key = "premises.compliant_share"
    assert column_of(key, "station", registers, asked, inspection=done) == Column(*found)
