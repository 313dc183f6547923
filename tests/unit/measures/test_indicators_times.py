"""Times that the host reports: the longest of a period, in the unit of the limit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.measures import Column
from fengqiao.model.registry import Registers

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
