"""Times that the host reports: the longest of a period, in the unit of the limit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from fengqiao import measures
from fengqiao.measures import Column
from fengqiao.measures.indicators_times import reported_time
from fengqiao.model.registry import Registers
from fengqiao.rules import Key, Words, core_catalogue
from fengqiao.rules.catalogue import Reports
from fengqiao.rules.values import Unit
from fengqiao.timing import CN_CALENDAR

from .conftest import ColumnOf

if TYPE_CHECKING:
    from tests.unit.conftest import Build


@pytest.fixture
def town(build: Build) -> Registers:
    """One station."""
    return build.town()


def times(key: str, *done: int) -> list[dict[str, Any]]:
    """Reports of the one station, one on each day from 2 July 2018 on."""
    return [
        {
            "id": f"T{day}",
            "key": key,
            "subject_kind": "station",
            "subject": "ST1",
            "on": date(2018, 7, day),
            "done": value,
            "total": None,
        }
        for day, value in enumerate(done, 2)
    ]


WINDOW, REMEDY = "service.time_at_window", "hazards.time_to_remedy"


def test_the_longest_of_the_period_counts(column_of: ColumnOf, town: Registers) -> None:
    """Three hazards were remedied within 4, 15 and 9 days: 15."""
    column = column_of(REMEDY, "station", town, limit="15 days", total=times(REMEDY, 4, 15, 9))
    assert column == Column([15])


def test_minutes_are_compared_with_a_limit_in_hours(column_of: ColumnOf, town: Registers) -> None:
    """25 minutes at the window, against a limit of half an hour: 25 out of 60."""
    column = column_of(WINDOW, "station", town, limit="1/2 hour", total=times(WINDOW, 25, 10))
    assert column.pair(0) == (25, 60)


def test_nothing_is_known_where_nothing_was_reported(column_of: ColumnOf, town: Registers) -> None:
    """No report is not a time of none; a report of 0 is."""
    silent = column_of(REMEDY, "station", town, limit="15 days")
    none = column_of(REMEDY, "station", town, limit="15 days", total=times(REMEDY, 0))
    assert (silent.unknown, none) == (frozenset({0}), Column([0]))


def own_column(build: Build, town: Registers, key: Key, limit: str, *done: int) -> Column:
    """The column of a time that a pack names, of the one station."""
    norm = build.norm(build.norm_phase("at_most", limit), key=key.name, each=("station",))
    catalogue = core_catalogue().with_words("total", {key.name: Words(en="time")})
    rules = evolve(build.rules(build.pack(norm)), catalogue=catalogue)
    indicators = {key.name: reported_time(key, done=Words(en="time"))}
    request = build.request()
    tasks = measures.plan_tasks(rules, town, indicators, request, calendar=CN_CALENDAR)
    (found,) = build.answer(tasks, town, total=times(key.name, *done))
    assert found.column is not None
    return found.column


@pytest.mark.parametrize(
    ("unit", "limit", "found"),
    [
        # Reported in the unit of the limit, where the key names none.
        (None, "15 days", Column([30])),
        (None, "30 minutes", Column([30])),
        (None, "1/2 hour", Column([30], [60], scaled=True)),
        # Minutes out of the 60 of an hour, and an hour as 60 minutes: never rounded.
        ("minute", "30 minutes", Column([30])),
        ("minute", "1/2 hour", Column([30], [60], scaled=True)),
        ("hour", "30 minutes", Column([1800])),
        ("hour", "24 hours", Column([30])),
        ("day", "30 days", Column([30])),
        # How many hours a working day or a month has, nobody says.
        ("hour", "15 days", Column([30], unknown=frozenset({0}))),
        ("working_day", "24 hours", Column([30], unknown=frozenset({0}))),
        ("minute", "15 days", Column([30], unknown=frozenset({0}))),
    ],
)
def test_a_time_is_compared_in_the_unit_of_the_limit(
    build: Build, town: Registers, unit: Unit | None, limit: str, found: Column
) -> None:
    """Of a time of 30 that is reported in one unit, against a limit in another."""
    key = Key(name="own.time", kind="norm", names=Words(), unit="time", reported_in=unit)
    assert own_column(build, town, key, limit, 30) == found


@pytest.mark.parametrize("unit", [None, "minute"])
def test_no_report_is_unknown_out_of_sixty_too(
    build: Build, town: Registers, unit: Unit | None
) -> None:
    """Whatever the unit in which it would have been reported."""
    key = Key(name="own.time", kind="norm", names=Words(), unit="time", reported_in=unit)
    found = own_column(build, town, key, "1/2 hour")
    assert found == Column([0], [60], unknown=frozenset({0}), scaled=True)


@pytest.mark.parametrize(("reports", "value"), [("flow", 40), ("stock", 20)])
def test_the_longest_of_a_flow_and_the_last_of_a_stock(
    build: Build, town: Registers, reports: Reports, value: int
) -> None:
    """Of 10, 40 and 20 minutes."""
    key = Key(name="own.time", kind="norm", names=Words(), unit="time", reports=reports)
    assert own_column(build, town, key, "30 minutes", 10, 40, 20) == Column([value])
