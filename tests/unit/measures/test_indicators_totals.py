"""Totals of areas, bodies and stations: falls against a base, money a head, hours declared."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.measures import Column, core_indicators
from fengqiao.rules.catalogue_core import OFFICER_ROLES, TOTAL_KEYS

from .conftest import ColumnOf

if TYPE_CHECKING:
    from tests.unit.conftest import Build

COUNTY = "990101"


def total(  # noqa: PLR0917  read like a row of a table
    key: str, kind: str, subject: str, day: int, done: int, of: int | None = None
) -> dict[str, Any]:
    """A total that the host reports in July."""
    facts = {"id": f"{key}-{day}", "key": key, "subject_kind": kind, "subject": subject}
    return {**facts, "on": date(2018, 7, day), "done": done, "total": of}


@pytest.mark.parametrize(
    ("done", "base", "fall"), [(97, 100, Column([3], [100])), (104, 100, Column([-4], [100]))]
)
def test_a_fall_is_what_there_is_less_of(
    build: Build, column_of: ColumnOf, done: int, base: int, fall: Column
) -> None:
    """3% fewer in 2017 (Lanling, 二): of the base; below zero where there are more."""
    registers = build.town(area=[{"area": COUNTY, "name": "county"}])
    key = "area.preventable_cases_fall"
    given = [total(key, "county", COUNTY, 31, done, base)]
    assert column_of(key, "county", registers, total=given) == fall


def test_months_of_a_fall_are_added_up(build: Build, column_of: ColumnOf) -> None:
    """A flow: this year's months out of those of the year before."""
    registers = build.town(area=[{"area": COUNTY, "name": "county"}])
    key = "area.vice_calls_fall"
    given = [total(key, "county", COUNTY, 5, 8, 10), total(key, "county", COUNTY, 25, 9, 10)]
    assert column_of(key, "county", registers, total=given) == Column([3], [20])


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        ("20 hours", Column([1230], [60], scaled=True)),
        ("1200 minutes", Column([1230])),
    ],
)
def test_hours_are_in_the_unit_of_the_limit(
    build: Build, column_of: ColumnOf, limit: str, expected: Column
) -> None:
    """At least 20 hours a week (Lanling, 三(二)): declared in minutes, never rounded."""
    key = "hours.in_community"
    given = [
        total(key, "community_officer", "W1", 2, 600),
        total(key, "community_officer", "W1", 3, 630),
    ]
    column = column_of(key, "community_officer", build.town(), limit=limit, total=given)
    assert column == expected


def test_money_a_head_may_exceed_the_heads(build: Build, column_of: ColumnOf) -> None:
    """Yuan out of officers (Binhai, 三(六)19) is no share of anything."""
    given = [total("budget.per_head", "station", "ST1", 31, 90_000, 3)]
    assert column_of("budget.per_head", "station", build.town(), total=given) == Column(
        [90000], [3]
    )


@pytest.mark.parametrize("name", [key.name for key in TOTAL_KEYS])
def test_what_is_reported_must_be_declared(name: str) -> None:
    """Where the host does not say that it reports, nothing is not zero."""
    assert core_indicators()[name].recorded_as == name


@pytest.mark.parametrize("each", [key.each for key in TOTAL_KEYS if key.name.startswith("area.")])
def test_cases_of_an_area_are_no_persons(each: tuple[str, ...]) -> None:
    """Recorded crime is told of areas and bureaux alone, so that no person is scored by it."""
    assert {*OFFICER_ROLES, "auxiliary_officer", "police_room", "station"}.isdisjoint(each)
