"""States of places: beats, grids, committees, groups, rooms, terminals, opening hours, words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.measures import Column

from .conftest import ColumnOf, Filter

if TYPE_CHECKING:
    from tests.unit.conftest import Build

    from fengqiao.model.registry import Registers

C1, V1, TOWN, COUNTY, CITY = "990101001001", "990101001201", "990101001", "990101", "990100"
AREAS = [
    {"area": V1, "name": "V1"},
    {"area": TOWN, "name": "T"},
    {"area": COUNTY, "name": "county"},
    {"area": CITY, "name": "city"},
]


def grid(number: int, area: str, **more: object) -> dict[str, Any]:
    """A grid of the one station."""
    return {"grid": f"G{number}", "area": area, "station": "ST1", **more}


@pytest.mark.parametrize(
    ("each", "number"), [("community", 1), ("village", 2), ("station", 3), ("town", 3)]
)
def test_grids_of_a_place(build: Build, column_of: ColumnOf, each: str, number: int) -> None:
    """Two grids a village are the 94 of 47 that Laixi tells of (三个结合·平安不出事)."""
    grids = [grid(1, C1), grid(2, V1), grid(3, V1)]
    registers = build.town(area=AREAS, grid=grids)
    assert column_of("grid.count", each, registers) == Column([number])


@pytest.mark.parametrize(("households", "unknown"), [(300, ()), (None, (0,))])
def test_households_of_a_grid(
    build: Build, column_of: ColumnOf, households: int | None, unknown: tuple[int, ...]
) -> None:
    """Between 300 and 500 (Gongxian, 二(三是)); not known where the register does not say."""
    registers = build.town(grid=[grid(1, C1, households=households)])
    column = column_of("grid.households", "grid", registers)
    assert (column.nums, column.unknown) == ([households or 0], frozenset(unknown))


@pytest.mark.parametrize(("residents", "unknown"), [(1000, ()), (None, (0,))])
def test_residents_of_a_beat(
    build: Build, column_of: ColumnOf, residents: int | None, unknown: tuple[int, ...]
) -> None:
    """As the register has them (1,000: Lanling, 三(一)); not known where it does not say."""
    beat = {"beat": "B1", "area": C1, "station": "ST1", "resident_count": residents}
    column = column_of("beat.residents", "beat", build.town(area=AREAS[1:], beat=[beat]))
    assert (column.nums, column.unknown) == ([residents or 0], frozenset(unknown))


@pytest.mark.parametrize("each", ["community", "station", "town", "county"])
def test_beats(build: Build, column_of: ColumnOf, each: str) -> None:
    """A beat a community (Lanling, 三(一))."""
    beat = {"beat": "B1", "area": C1, "station": "ST1"}
    registers = build.town(area=AREAS[1:], beat=[beat])
    assert column_of("organisation.beats", each, registers) == Column([1])


@pytest.mark.parametrize(
    ("each", "kinds", "number"),
    [
        ("village", {"peoples_mediation"}, 1),
        ("village", set(), 2),
        ("town", set(), 1),
        ("station", {"public_order_disputes"}, 1),
        ("county", set(), 0),
    ],
)
def test_committees_stand_where_they_are_seated(  # noqa: PLR0917  fixtures and a case
    build: Build, column_of: ColumnOf, only: Filter, each: str, kinds: set[str], number: int
) -> None:
    """One in each village (Laixi, 三个结合·矛盾不上交); one at a station (Gongxian, 五(一是))."""
    committees = [
        {"committee": "M1", "area": V1, "members": 5},
        {"committee": "M2", "area": V1, "members": 4, "kind": "security_mediation"},
        {
            "committee": "M3",
            "area": TOWN,
            "members": 30,
            "kind": "public_order_disputes",
            "station": "ST1",
        },
    ]
    registers = build.town(area=AREAS, mediation_committee=committees)
    asked = only(kind=kinds) if kinds else ()
    assert column_of("organisation.committees", each, registers, asked) == Column([number])


@pytest.mark.parametrize(
    ("each", "kinds", "number"),
    [
        ("county", {"leading_group"}, 1),
        ("county", {"leading_group_office"}, 1),
        ("town", {"leading_group"}, 0),
        ("bureau", {"supervision_group"}, 1),
    ],
)
def test_groups_are_those_of_the_place_itself(  # noqa: PLR0917  fixtures and a case
    build: Build, column_of: ColumnOf, only: Filter, each: str, kinds: set[str], number: int
) -> None:
    """A county's group and office (Lanling, 四(二)), its bureau's supervision group (四(四))."""
    bodies = [
        {"body": "B1", "kind": "bureau", "area": COUNTY},
        {"body": "LG", "kind": "leading_group", "area": COUNTY},
        {"body": "LO", "kind": "leading_group_office", "area": COUNTY},
        {"body": "SG", "kind": "supervision_group", "area": COUNTY},
    ]
    registers = build.town(area=AREAS, body=bodies)
    column = column_of("organisation.leading_groups", each, registers, only(kind=kinds))
    assert column == Column([number])


def rooms(build: Build, **second: object) -> Registers:
    """Room R1 with an officer, and another one where nobody is posted."""
    room = {"room": "R2", "station": "ST1", "area": V1, "named": False, **second}
    return build.town(area=AREAS, police_room=[room])


@pytest.mark.parametrize("each", ["station", "town", "county"])
def test_rooms_where_nobody_is_posted(build: Build, column_of: ColumnOf, each: str) -> None:
    """None of them is to stay so (Lanling, 四(三))."""
    assert column_of("facility.unattended_rooms", each, rooms(build)) == Column([1])


@pytest.mark.parametrize(
    ("each", "number"), [("village", 1), ("station", 2), ("town", 2), ("city", 2)]
)
def test_police_rooms_of_a_place(build: Build, column_of: ColumnOf, each: str, number: int) -> None:
    """Those in the area; a station's are those that it runs."""
    assert column_of("facility.police_rooms", each, rooms(build)) == Column([number])


@pytest.mark.parametrize(
    ("key", "each"),
    [("facility.model_rooms", "station"), ("facility.terminals", "station")],
)
def test_rooms_that_do_not_say_leave_it_unknown(
    build: Build, column_of: ColumnOf, key: str, each: str
) -> None:
    """One room of two is silent."""
    registers = rooms(build, model=True, terminals=1)
    assert column_of(key, each, registers).unknown == frozenset({0})


def test_a_terminal_in_a_room(build: Build, column_of: ColumnOf) -> None:
    """One in each of four rooms (Gongxian, 四(一是))."""
    column = column_of("facility.terminals", "police_room", rooms(build, terminals=1))
    assert (column.nums, column.unknown) == ([0, 1], frozenset({0}))


@pytest.mark.parametrize(
    ("limit", "expected"),
    [("24 hours", Column([1440], [60], scaled=True)), ("1440 minutes", Column([1440]))],
)
def test_a_point_that_is_open_all_day(
    build: Build, column_of: ColumnOf, limit: str, expected: Column
) -> None:
    """Open for 24 hours (Binhai, 三(五)16)."""
    point = {"facility": "F1", "kind": "self_service_point", "area": TOWN, "named": False}
    registers = build.town(facility=[{**point, "open_minutes": 1440}])
    column = column_of("facility.opening_hours", "facility", registers, limit=limit)
    assert column == expected


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("facility.self_service_points", "self_service_point"),
        ("facility.joint_mediation_centres", "joint_mediation_centre"),
        ("facility.monitoring_centres", "monitoring_centre"),
        ("facility.talk_points", "talk_point"),
    ],
)
def test_facilities_of_a_station(build: Build, column_of: ColumnOf, key: str, kind: str) -> None:
    """One or more at each station (Binhai, 三(五)16); facilities of other kinds don't count."""
    facilities = [
        {"facility": "F1", "kind": kind, "station": "ST1", "area": TOWN, "named": False},
        {"facility": "F2", "kind": "law_park", "station": "ST1", "area": TOWN, "named": False},
    ]
    assert column_of(key, "station", build.town(facility=facilities)) == Column([1])


@pytest.mark.parametrize(
    ("key", "field", "word"),
    [
        ("grid.rules", "grid_rules", "boundaries_kept"),
        ("organisation.rules", "rules", "grid_worker_management"),
        ("facility.fittings", "fittings", "security_door"),
    ],
)
def test_words_of_a_community(
    build: Build, column_of: ColumnOf, key: str, field: str, word: str
) -> None:
    """How its grids are drawn (Gongxian, 二(三是)), what it has."""
    registers = build.registers(area=[{"area": C1, "name": "C1", field: (word,)}])
    assert column_of(key, "community", registers).words == [frozenset({word})]


def test_projects_of_a_station(build: Build, column_of: ColumnOf) -> None:
    """The canteen and the night market (Binhai, 三(五)17)."""
    own = ("canteen_policing", "night_market_policing")
    second = {"station": "ST2", "name": "S2", "area": TOWN, "programmes": own}
    registers = build.town(station=[second])
    column = column_of("organisation.programmes", "station", registers)
    assert (column.words or ())[1] == frozenset(own)


def test_channels_of_an_officer(build: Build, column_of: ColumnOf) -> None:
    """A platform to talk with auxiliaries and assistants (Lanling, 三(四))."""
    registers = build.registers(
        area=[{"area": C1, "name": "C1"}],
        station=[{"station": "ST1", "name": "S1", "area": TOWN}],
        assignment=[build.post("W1", area=C1, channels=("exchange_platform",))],
    )
    column = column_of("organisation.channels", "community_officer", registers)
    assert column.words == [frozenset({"exchange_platform"})]


@pytest.mark.parametrize("each", ["station", "town"])
def test_teams_of_a_station_and_a_town(build: Build, column_of: ColumnOf, each: str) -> None:
    """A volunteer patrol that the station leads (Binhai, 三(二)5)."""
    team = {"team": "TM1", "kind": "volunteer_patrol", "area": TOWN, "station": "ST1"}
    registers = build.town(area=AREAS, team=[team])
    assert column_of("organisation.teams", each, registers) == Column([1])


def test_files_on_premises_of_a_bureaus_area(build: Build, column_of: ColumnOf) -> None:
    """A bureau's premises are those of the area that it is responsible for."""
    bodies = [{"body": "B1", "kind": "bureau", "area": COUNTY}]
    given = {"kind": "hotel", "station": "ST1", "filed": True, "undertaking": True}
    inside, outside = (
        {"premises": f"PREM000{number}", "area": area, **given}
        for number, area in enumerate((C1, "990102001001"))
    )
    registers = build.town(area=AREAS, body=bodies, premises=[inside, outside])
    assert column_of("premises.filed_share", "bureau", registers) == Column([1], [1])
