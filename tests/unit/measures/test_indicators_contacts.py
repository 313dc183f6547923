"""People met, days in the field, services at home and premises visited, from rounds of contacts."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.measures import Column

from .conftest import ColumnOf, Filter, premises

if TYPE_CHECKING:
    from tests.unit.conftest import Build

C1 = "990101001001"


def contact(build: Build, number: int, day: int, place: str, **more: object) -> dict[str, Any]:
    """A round of half an hour in July."""
    start = datetime(2018, 7, day, 9, tzinfo=build.zone)
    return {
        "id": f"K{number}",
        "staff": "W1",
        "station": "ST1",
        "area": C1,
        "room": "R1",
        "place": place,
        "people": 0,
        "topics": (),
        "started_at": start,
        "ended_at": start.replace(minute=30),
        **more,
    }


def visit(build: Build, number: int, day: int) -> dict[str, Any]:
    """A visit to a household in July."""
    start = datetime(2018, 7, day, 10, tzinfo=build.zone)
    facts = {"id": f"V{number}", "staff": "W1", "station": "ST1", "area": C1, "room": "R1"}
    times = {"started_at": start, "ended_at": start.replace(minute=30)}
    return {**facts, "household": f"house-{number:03}", **times}


@pytest.mark.parametrize("each", ["community_officer", "police_room", "station"])
def test_people_are_added_up(build: Build, column_of: ColumnOf, each: str) -> None:
    """Twenty a day (Gongxian, 二(三是)): met twice is met twice."""
    given = [
        contact(build, 1, 2, "street", people=12),
        contact(build, 2, 2, "street", people=8),
        contact(build, 3, 2, "street", people=5, staff="W9", station="ST9", room=None),
    ]
    assert column_of("visits.people", each, build.town(), contact=given) == Column([20])


def test_people_of_several_places_are_added_up(build: Build, column_of: ColumnOf) -> None:
    """In the street and in the fields."""
    given = [
        contact(build, 1, 2, "street", people=12),
        contact(build, 2, 3, "field", people=8),
    ]
    column = column_of("visits.people", "community_officer", build.town(), contact=given)
    assert column == Column([20])


def test_days_with_rounds_are_as_many_as_there_are(build: Build, column_of: ColumnOf) -> None:
    """Two days with a round of contacts, and two others with household visits."""
    given = [contact(build, 1, 2, "enterprise"), contact(build, 2, 3, "enterprise")]
    visits = [visit(build, 1, 4), visit(build, 2, 5)]
    column = column_of(
        "visits.days", "community_officer", build.town(), contact=given, visit=visits
    )
    assert column == Column([4])


def test_people_may_be_counted_by_place(build: Build, column_of: ColumnOf, only: Filter) -> None:
    """Only those met in the fields (Laixi, 转地头)."""
    given = [
        contact(build, 1, 2, "street", people=12),
        contact(build, 2, 2, "field", people=8),
    ]
    asked = only(place={"field"})
    column = column_of("visits.people", "community_officer", build.town(), asked, contact=given)
    assert column == Column([8])


def test_a_day_with_two_rounds_is_one_day(build: Build, column_of: ColumnOf) -> None:
    """Three days a week (Gongxian, 二(三是)) are days, and a household visit makes one too."""
    given = [contact(build, 1, 2, "enterprise"), contact(build, 2, 2, "street")]
    visits = [visit(build, 1, 2), visit(build, 2, 3)]
    column = column_of(
        "visits.days", "community_officer", build.town(), contact=given, visit=visits
    )
    assert column == Column([2])


@pytest.mark.parametrize(
    ("places", "days"), [({"home", "enterprise"}, 2), ({"enterprise"}, 1), ({"field"}, 0)]
)
def test_days_at_a_place(
    build: Build, column_of: ColumnOf, only: Filter, places: set[str], days: int
) -> None:
    """In homes and enterprises (Gongxian, 二(三是)): a household visit is one at a home."""
    given = [contact(build, 1, 2, "enterprise"), contact(build, 2, 4, "street")]
    column = column_of(
        "visits.days",
        "community_officer",
        build.town(),
        only(place=places),
        contact=given,
        visit=[visit(build, 1, 3)],
    )
    assert column == Column([days])


def test_services_at_home_are_added_up(build: Build, column_of: ColumnOf) -> None:
    """Ten a month (Gongxian, 二(三是)), by number alone; a round may have none."""
    given = [
        contact(build, 1, 2, "home", home_services=4),
        contact(build, 2, 3, "home", home_services=6),
        contact(build, 3, 4, "street"),
    ]
    column = column_of("visits.home_services", "community_officer", build.town(), contact=given)
    assert column == Column([10])


def inspection(build: Build, number: int, day: int) -> dict[str, Any]:
    """An inspection of the premises of this number."""
    start = datetime(2018, 7, day, 14, tzinfo=build.zone)
    facts = {"id": f"I{number}", "staff": "W1", "station": "ST1", "topics": ("fire",)}
    times = {"started_at": start, "ended_at": start.replace(minute=30)}
    return {**facts, "premises": f"PREM{number:04}", **times}


@pytest.mark.parametrize(
    ("filters", "number"),
    [
        ({}, 3),
        ({"kind": {"school"}}, 1),
        ({"kind": {"hotel"}}, 2),  # the third was inspected
        ({"topic": {"prevention"}}, 1),
    ],
)
def test_premises_visited(
    build: Build, column_of: ColumnOf, only: Filter, filters: dict[str, set[str]], number: int
) -> None:
    """Key premises and their owners (Binhai, 三(二)4): each once; an inspection is a visit too."""
    registers = build.town(
        premises=[premises(1), premises(2, kind="school"), premises(3)],
    )
    given = [
        contact(build, 1, 2, "premises", premises="PREM0001", topics=("prevention",)),
        contact(build, 2, 3, "premises", premises="PREM0001"),
        contact(build, 3, 4, "premises", premises="PREM0002"),
        contact(build, 4, 5, "street"),
    ]
    column = column_of(
        "visits.premises",
        "community_officer",
        registers,
        only(**filters),
        contact=given,
        inspection=[inspection(build, 3, 6), inspection(build, 1, 6)],
    )
    assert column == Column([number])


def test_households_of_a_police_room(build: Build, column_of: ColumnOf) -> None:
    """Those of the visits that name the room."""
    visits = [visit(build, 1, 2), visit(build, 1, 3), {**visit(build, 2, 3), "room": None}]
    for number, row in enumerate(visits):
        row["id"] = f"V{number}"
    column = column_of("visits.households", "police_room", build.town(), visit=visits)
    assert column == Column([1])
