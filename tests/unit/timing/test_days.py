"""The day some days, weeks, months or years from another."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from fengqiao.errors import PeriodError
from fengqiao.timing import CalendarUnit, advance


@pytest.mark.parametrize(
    ("day", "count", "unit", "reached"),
    [
        # Civil Code art. 201: the first day is not counted.
        (date(2018, 7, 20), 1, "day", date(2018, 7, 21)),
        (date(2018, 7, 20), 2, "week", date(2018, 8, 3)),
        # Civil Code art. 202: the corresponding day of the last month.
        (date(2018, 7, 20), 1, "month", date(2018, 8, 20)),
        (date(2018, 2, 28), 1, "month", date(2018, 3, 28)),
        (date(2018, 12, 20), 13, "month", date(2020, 1, 20)),
        (date(2018, 6, 25), 3, "year", date(2021, 6, 25)),
        # Art. 202: no corresponding day, so the last day of the month.
        (date(2018, 1, 31), 1, "month", date(2018, 2, 28)),
        (date(2020, 1, 31), 1, "month", date(2020, 2, 29)),
        (date(2018, 10, 31), 1, "month", date(2018, 11, 30)),
        (date(2020, 2, 29), 1, "year", date(2021, 2, 28)),
        (date(2020, 2, 29), 4, "year", date(2024, 2, 29)),
        # Back.
        (date(2018, 7, 1), -1, "day", date(2018, 6, 30)),
        (date(2018, 3, 31), -1, "month", date(2018, 2, 28)),
        (date(2018, 1, 15), -1, "month", date(2017, 12, 15)),
        # Nothing.
        (date(2018, 1, 31), 0, "month", date(2018, 1, 31)),
    ],
)
def test_advance_finds_the_corresponding_day(
    day: date, count: int, unit: CalendarUnit, reached: date
) -> None:
    """The corresponding day, or the last of its month where there is none."""
    assert advance(day, count, unit) == reached


@pytest.mark.parametrize(
    ("day", "count", "unit"),
    [
        (date(1900, 1, 1), -1, "day"),
        (date(1900, 1, 1), -1, "month"),
        (date(9999, 12, 31), 1, "day"),
        (date(9999, 12, 1), 1, "month"),
        (date(2018, 1, 1), 10**12, "year"),
        (date(1850, 1, 1), 100, "year"),
    ],
)
def test_advance_stays_within_the_known_years(day: date, count: int, unit: CalendarUnit) -> None:
    """A day outside 1900-9999 is refused."""
    with pytest.raises(PeriodError) as caught:
        advance(day, count, unit)
    assert str(caught.value) == (
        "A day, period or moment lies outside the years 1900 to 9999."
        " Such a year is nearly always a slip of the keyboard."
        " Correct the year; write it with four digits. [day.out_of_range]"
    )


def test_advance_refuses_a_unit_that_it_does_not_know() -> None:
    """The error names those that it knows."""
    with pytest.raises(PeriodError) as caught:
        advance(date(2018, 7, 20), 1, "working_day")  # type: ignore[arg-type]
    assert str(caught.value) == (
        "This is not a unit of time that can be used here."
        " Without its unit a period has neither a first nor a last day."
        " Use one of: day, week, month, year. [period.unit]"
    )


def test_advance_refuses_a_datetime() -> None:
    """A moment has no day until its zone is known."""
    with pytest.raises(PeriodError) as caught:
        advance(datetime(2018, 7, 20, tzinfo=UTC), 1, "day")
    assert str(caught.value) == (
        "A plain day was expected, and something else was passed."
        " A moment has no day of its own until a zone is named."
        " Pass a `datetime.date`; `fengqiao.timing.day_in(zone, seconds)` finds the day of a"
        " moment. [day.not_a_day]"
    )


@pytest.mark.parametrize(
    ("day", "count", "unit", "reached"),
    [
        (date(1900, 1, 2), -1, "day", date(1900, 1, 1)),
        (date(9999, 12, 30), 1, "day", date(9999, 12, 31)),
        (date(1901, 5, 5), -1, "year", date(1900, 5, 5)),
        (date(9998, 5, 5), 1, "year", date(9999, 5, 5)),
    ],
)
def test_the_first_and_the_last_year_can_be_reached(
    day: date, count: int, unit: CalendarUnit, reached: date
) -> None:
    """The known years include both their ends."""
    assert advance(day, count, unit) == reached
