"""States that registers tell: units, rules, channels, teams, facilities, files on premises."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.measures import Column

from .conftest import ColumnOf, Filter, premises

if TYPE_CHECKING:
    from tests.unit.conftest import Build

COMMUNITY, OTHER = "990101001001", "990101001002"
CITY = {"area": "990100", "name": "city"}


def words(*each: set[str]) -> Column:
    """A column of words."""
    return Column(words=[frozenset(some) for some in each])


@pytest.mark.parametrize(
    ("key", "field"),
    [("organisation.station_units", "units"), ("organisation.rules", "rules")],
)
def test_words_of_a_station(build: Build, column_of: ColumnOf, key: str, field: str) -> None:
    """What stands on the register of each station; nothing where nothing does."""
    second = {"station": "ST2", "name": "S2", "area": "990101001", field: ("case_team", "hearings")}
    found = column_of(key, "station", build.town(station=[second]))
    assert found == words(set(), {"case_team", "hearings"})


def test_rules_of_a_room(build: Build, column_of: ColumnOf) -> None:
    """A room has rules of its own, such as the assessment of its auxiliaries: Wuhai, 五."""
    room = {"room": "R2", "station": "ST1", "area": COMMUNITY, "named": False}
    registers = build.town(police_room=[{**room, "rules": ("auxiliary_assessment",)}])
    found = column_of("organisation.rules", "police_room", registers)
    assert found == words(set(), {"auxiliary_assessment"})


def bodies() -> list[dict[str, Any]]:
    """A bureau with two channels, and a department, which is none."""
    return [
        {
            "body": "B1",
            "kind": "bureau",
            "area": "990100",
            "channels": ("online_report", "online_enquiry"),
            "rules": ("hearings",),
        },
        {"body": "D1", "kind": "department", "area": "990100", "channels": ("wechat",)},
    ]


@pytest.mark.parametrize(
    ("key", "held"),
    [
        ("organisation.channels", {"online_report", "online_enquiry"}),
        ("organisation.rules", {"hearings"}),
    ],
)
def test_words_of_a_bureau(build: Build, column_of: ColumnOf, key: str, held: set[str]) -> None:
    """Of all bodies only bureaus are judged as such."""
    found = column_of(key, "bureau", build.town(area=[CITY], body=bodies()))
    assert found == words(held)


def team(number: int, kind: str = "patrol", area: str = COMMUNITY) -> dict[str, Any]:
    """A team."""
    return {"team": f"T{number}", "kind": kind, "area": area, "members": 8}


@pytest.mark.parametrize(("kinds", "count"), [(None, 2), ({"patrol"}, 1), ({"choir"}, 0)])
def test_teams_of_a_community(
    build: Build, column_of: ColumnOf, only: Filter, kinds: set[str] | None, count: int
) -> None:
    """Teams of the kinds asked for; those of the next community are not among them."""
    registers = build.town(
        area=[{"area": OTHER, "name": "C2"}], team=[team(1), team(2, "care"), team(3, area=OTHER)]
    )
    of = only(kind=kinds) if kinds else ()
    assert column_of("organisation.teams", "community", registers, of).nums[0] == count


def test_teams_of_a_city(build: Build, column_of: ColumnOf) -> None:
    """All teams in it, of whatever level their area is."""
    registers = build.town(
        area=[CITY], team=[team(1), team(2, area="990100"), team(3, area=OTHER[:9])]
    )
    assert column_of("organisation.teams", "city", registers) == Column([3])


def test_a_team_that_has_ended_does_not_count(build: Build, column_of: ColumnOf) -> None:
    """The state is that of the last day of July."""
    registers = build.town(team=[{**team(1), "until": date(2018, 7, 30)}, team(2)])
    assert column_of("organisation.teams", "community", registers) == Column([1])


def facility(number: int, kind: str = "mediation_room", **changes: object) -> dict[str, Any]:
    """A facility of the one station."""
    facts = {"station": "ST1", "area": COMMUNITY, "named": False, **changes}
    return {"facility": f"F{number}", "kind": kind, **facts}


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        ("facility.mediation_rooms", "mediation_room"),
        ("facility.experience_halls", "experience_hall"),
        ("facility.law_parks", "law_park"),
        ("facility.governance_centres", "governance_centre"),
        ("facility.service_points", "service_point"),
    ],
)
def test_facilities_of_a_city(build: Build, column_of: ColumnOf, key: str, kind: str) -> None:
    """Each key counts its own kind and no other."""
    others = [facility(n, "another") for n in (3, 4)]
    registers = build.town(area=[CITY], facility=[facility(1, kind), facility(2, kind), *others])
    assert column_of(key, "city", registers) == Column([2])


@pytest.mark.parametrize("each", ["station", "community"])
def test_facilities_of_a_station_or_a_community(
    build: Build, column_of: ColumnOf, each: str
) -> None:
    """One that no station runs belongs to its community alone."""
    registers = build.town(facility=[facility(1), facility(2, station=None)])
    counts = {"station": 1, "community": 2}
    assert column_of("facility.mediation_rooms", each, registers) == Column([counts[each]])


@pytest.mark.parametrize(("named", "count"), [("true", 1), ("false", 2)])
def test_named_mediation_rooms(
    build: Build, column_of: ColumnOf, only: Filter, named: str, count: int
) -> None:
    """Rooms named after a mediator: Wuhai, 七(五)."""
    rooms = [facility(1), facility(2), facility(3, named=True)]
    registers = build.town(facility=rooms)
    found = column_of("facility.mediation_rooms", "station", registers, only(named={named}))
    assert found == Column([count])


def test_fittings_of_premises(build: Build, column_of: ColumnOf) -> None:
    """What premises with dangerous goods are fitted with: Wuhai, 二(七)."""
    registers = build.town(premises=[premises(1, fittings=("dedicated_guard",)), premises(2)])
    found = column_of("facility.fittings", "premises", registers)
    assert found == words({"dedicated_guard"}, set())


SHARES = [("premises.filed_share", "filed"), ("premises.undertaking_share", "undertaking")]


@pytest.mark.parametrize(("key", "flag"), SHARES)
@pytest.mark.parametrize("each", ["station", "city"])
def test_share_of_premises_with_a_flag(
    build: Build, column_of: ColumnOf, key: str, flag: str, each: str
) -> None:
    """Two of three premises, by station and over the city."""
    some = [premises(1), premises(2), premises(3, **{flag: False})]
    registers = build.town(area=[CITY], premises=some)
    assert column_of(key, each, registers) == Column([2], [3])


@pytest.mark.parametrize(("key", "flag"), SHARES)
def test_premises_of_which_nothing_is_said_leave_no_number(
    build: Build, column_of: ColumnOf, key: str, flag: str
) -> None:
    """Neither yes nor no is not taken for no."""
    registers = build.town(premises=[premises(1), premises(2, **{flag: None})])
    assert column_of(key, "station", registers).unknown == {0}


@pytest.mark.parametrize(
    ("name", "words_asked"), [("kind", {"rental_house"}), ("goods", {"radioactive"})]
)
def test_share_of_premises_of_a_kind_or_with_goods(
    build: Build, column_of: ColumnOf, only: Filter, name: str, words_asked: set[str]
) -> None:
    """Premises that a filter leaves out are in neither number, whatever is said of them."""
    some = [
        premises(1, kind="rental_house", goods=("radioactive", "toxic"), filed=False),
        premises(2, filed=None),
    ]
    found = column_of(
        "premises.filed_share", "station", build.town(premises=some), only(**{name: words_asked})
    )
    assert found == Column([0], [1])


@pytest.mark.parametrize(
    ("op", "asked", "count"),
    [("any_of", {"toxic", "light_aircraft"}, 2), ("all_of", {"toxic", "radioactive"}, 1),
     ("none_of", {"radioactive"}, 2)],
)  # fmt: skip
def test_each_comparison_of_a_filter_of_several_words(
    build: Build, column_of: ColumnOf, only: Filter, *, op: str, asked: set[str], count: int
) -> None:
    """Any, all, or none of the goods asked for."""
    some = [premises(1, goods=("radioactive", "toxic")), premises(2, goods=("toxic",)), premises(3)]
    found = column_of(
        "premises.filed_share", "station", build.town(premises=some), only(op, goods=asked)
    )
    assert found == Column([count], [count])
