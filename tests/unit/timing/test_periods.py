"""Periods: labels, whole periods, and those that a request judges."""

from __future__ import annotations

import pickle
from datetime import date, datetime

import pytest

from fengqiao.errors import CalendarUnpublished, PeriodError
from fengqiao.timing import (
    CN_CALENDAR,
    Period,
    PeriodUnit,
    Span,
    period_of,
    periods_ending_in,
    periods_overlapping,
    previous,
)

JULY = Span(date(2018, 7, 1), date(2018, 7, 31))


@pytest.mark.parametrize(
    ("text", "unit", "first", "last"),
    [
        ("2018", "year", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-H1", "half_year", date(2018, 1, 1), date(2018, 6, 30)),
        ("2018-H2", "half_year", date(2018, 7, 1), date(2018, 12, 31)),
        ("2018-Q1", "quarter", date(2018, 1, 1), date(2018, 3, 31)),
        ("2018-Q3", "quarter", date(2018, 7, 1), date(2018, 9, 30)),
        ("2018-Q4", "quarter", date(2018, 10, 1), date(2018, 12, 31)),
        ("2018-07", "month", date(2018, 7, 1), date(2018, 7, 31)),
        ("2018-12", "month", date(2018, 12, 1), date(2018, 12, 31)),
        ("2020-02", "month", date(2020, 2, 1), date(2020, 2, 29)),
        ("2018-W27", "week", date(2018, 7, 2), date(2018, 7, 8)),
        # ISO 8601: week 1 holds the year's first Thursday, so it can begin in the year before.
        ("2026-W01", "week", date(2025, 12, 29), date(2026, 1, 4)),
        ("2020-W53", "week", date(2020, 12, 28), date(2021, 1, 3)),
        ("2018-07-20", "day", date(2018, 7, 20), date(2018, 7, 20)),
        ("1900-W01", "week", date(1900, 1, 1), date(1900, 1, 7)),
        ("9999", "year", date(9999, 1, 1), date(9999, 12, 31)),
    ],
)
def test_a_label_names_one_period(text: str, unit: PeriodUnit, first: date, last: date) -> None:
    """Reading a label gives unit, first and last day."""
    assert Period.parse(text) == Period(unit, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2018-7",
        "2018-13",
        "2018-00",
        "2018-H0",
        "2018-H3",
        "2018-Q5",
        "2018-q3",
        "2018-W00",
        "2018-W53",
        "2018-W7",
        "2018-02-30",
        "2018-07-2",
        "2018-07-20T00:00",
        "2018-07\n",
        " 2018-07",
        "18-07",
        "201807",
        "2018/07",
        "２０１８-07",
        "2018年7月",
        "July 2018",
    ],
)
def test_other_text_is_no_period(text: str) -> None:
    """Neither another spelling nor a day that does not exist is read."""
    with pytest.raises(PeriodError) as caught:
        Period.parse(text)
    assert caught.value.code == "period.text"


def test_the_error_for_a_wrong_period_says_how_to_write_one() -> None:
    """It does not repeat what was written."""
    with pytest.raises(PeriodError) as caught:
        Period.parse("2018-07-marker")
    assert str(caught.value) == (
        "This is not a period. What is judged, and as of which day, follows from it."
        " Write `2018`, `2018-H2`, `2018-Q3`, `2018-07`, `2018-W27` or `2018-07-20`, with a week"
        " or day that exists. [period.text]"
    )


def test_the_error_for_a_wrong_period_carries_no_other_error() -> None:
    """A foreign error would repeat the text in the traceback."""
    with pytest.raises(PeriodError) as caught:
        Period.parse("2018-02-30")
    assert (caught.value.__cause__, caught.value.__context__) == (None, None)


@pytest.mark.parametrize("text", ["1899", "0000-07", "1899-W52", "9999-W52"])
def test_a_period_outside_the_known_years_is_refused(text: str) -> None:
    """The last ISO week of 9999 would end in the year 10000."""
    with pytest.raises(PeriodError) as caught:
        Period.parse(text)
    assert caught.value.code == "day.out_of_range"


def test_part_of_a_month_is_no_period() -> None:
    """A period is whole."""
    with pytest.raises(PeriodError) as caught:
        Period("month", date(2018, 7, 2), date(2018, 7, 31))
    assert str(caught.value) == (
        "The first and last day given are not exactly one month."
        " A limit counts for whole periods; part of one would be judged as if it were whole."
        " Use `fengqiao.timing.period_of(unit, day)`, or a `Span` for any other days."
        " [period.not_whole]"
    )


def test_two_months_are_no_period() -> None:
    """The last day is checked as well as the first."""
    with pytest.raises(PeriodError) as caught:
        Period("month", date(2018, 7, 1), date(2018, 8, 31))
    assert caught.value.code == "period.not_whole"


def test_an_unknown_unit_is_refused() -> None:
    """The error names the units."""
    with pytest.raises(PeriodError) as caught:
        period_of("fortnight", date(2018, 7, 1))  # type: ignore[arg-type]
    assert caught.value.facts["known"] == (
        "day",
        "working_day",
        "week",
        "month",
        "quarter",
        "half_year",
        "year",
    )


def test_a_period_that_would_end_past_the_known_years_is_refused() -> None:
    """The ISO week of 9999-12-31 does."""
    with pytest.raises(PeriodError) as caught:
        period_of("week", date.max)
    assert caught.value.code == "day.out_of_range"


def test_a_working_day_has_the_label_of_its_day() -> None:
    """So its label reads as a day."""
    assert str(period_of("working_day", date(2018, 7, 20))) == "2018-07-20"


def test_a_period_has_its_days_as_a_span() -> None:
    """From first to last."""
    assert Period.parse("2018-07").span == JULY


def test_a_period_can_be_pickled() -> None:
    """It comes back equal."""
    period = Period.parse("2018-W27")
    assert pickle.loads(pickle.dumps(period)) == period  # noqa: S301


@pytest.mark.parametrize(
    ("unit", "labels"),
    [
        ("month", ["2018-07"]),
        ("week", ["2018-W26", "2018-W27", "2018-W28", "2018-W29", "2018-W30"]),
        ("quarter", []),
        ("half_year", []),
        ("year", []),
    ],
)
def test_a_month_judges_the_periods_that_end_in_it(unit: PeriodUnit, labels: list[str]) -> None:
    """July 2018 ends the month itself and the ISO weeks 26 to 30."""
    assert [str(period) for period in periods_ending_in(unit, JULY)] == labels


def test_a_year_judges_its_quarters() -> None:
    """All four end in it."""
    found = periods_ending_in("quarter", Period.parse("2018").span)
    assert [str(period) for period in found] == ["2018-Q1", "2018-Q2", "2018-Q3", "2018-Q4"]


def test_a_week_judges_its_days() -> None:
    """Each of the seven."""
    found = periods_ending_in("day", Period.parse("2018-W27").span)
    assert [period.first.day for period in found] == [2, 3, 4, 5, 6, 7, 8]


def test_the_last_days_there_are_end_a_year() -> None:
    """The search stops at 9999-12-31."""
    found = periods_ending_in("year", Span(date(9998, 7, 1), date.max))
    assert [str(period) for period in found] == ["9998", "9999"]


def test_the_last_days_there_are_end_no_week() -> None:
    """The ISO week of 9999-12-31 ends in the year 10000."""
    assert periods_ending_in("week", Span(date(9999, 12, 27), date.max)) == ()


def test_working_days_follow_the_calendar() -> None:
    """国办发明电〔2025〕7号: 1-3 January 2026 off, Sunday 4 January worked."""
    span = Span(date(2026, 1, 1), date(2026, 1, 6))
    found = periods_ending_in("working_day", span, calendar=CN_CALENDAR)
    assert [str(period) for period in found] == ["2026-01-04", "2026-01-05", "2026-01-06"]


def test_working_days_need_a_calendar() -> None:
    """The day of the week does not settle them."""
    with pytest.raises(PeriodError) as caught:
        periods_ending_in("working_day", JULY)
    assert str(caught.value) == (
        "Working days were asked for without a calendar."
        " Which days are worked is settled by yearly notices, not by the day of the week."
        " Pass `calendar=`, for mainland China `fengqiao.timing.CN_CALENDAR`."
        " [period.needs_calendar]"
    )


def test_working_days_past_the_calendar_are_refused() -> None:
    """One day past it is enough."""
    with pytest.raises(CalendarUnpublished):
        periods_ending_in(
            "working_day", Span(date(2026, 12, 31), date(2027, 1, 1)), calendar=CN_CALENDAR
        )


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("2018", "2017"),
        ("2018-H1", "2017-H2"),
        ("2018-Q3", "2018-Q2"),
        ("2018-01", "2017-12"),
        ("2021-W01", "2020-W53"),
        ("2018-03-01", "2018-02-28"),
    ],
)
def test_the_previous_period_ends_the_day_before(text: str, before: str) -> None:
    """Of the same unit."""
    assert str(previous(Period.parse(text))) == before


def test_before_a_working_day_comes_the_last_one_worked() -> None:
    """国办发明电〔2025〕7号: 15-23 February 2026 off, Saturday 14 February worked."""
    found = previous(period_of("working_day", date(2026, 2, 24)), calendar=CN_CALENDAR)
    assert str(found) == "2026-02-14"


def test_nothing_comes_before_1900() -> None:
    """The first period has no previous one."""
    with pytest.raises(PeriodError) as caught:
        previous(Period.parse("1900"))
    assert caught.value.code == "day.out_of_range"


@pytest.mark.parametrize(
    ("unit", "asked", "labels"),
    [
        ("month", "2018-W31", ["2018-07", "2018-08"]),
        ("week", "2018-07", [f"2018-W{week}" for week in range(26, 32)]),
        ("week", "2018-W31", ["2018-W31"]),
        ("quarter", "2018-07-20", ["2018-Q3"]),
        ("year", "2020-W53", ["2020", "2021"]),
        ("day", "2018-W27", [f"2018-07-0{day}" for day in range(2, 9)]),
    ],
)
def test_periods_that_share_a_day(unit: PeriodUnit, asked: str, labels: list[str]) -> None:
    """Whole periods, though they may reach beyond both ends."""
    found = periods_overlapping(unit, Period.parse(asked).span)
    assert [str(period) for period in found] == labels


def test_working_days_that_share_a_day() -> None:
    """国办发明电〔2017〕12号: Monday 18 June 2018 was a day of rest."""
    week = Period.parse("2018-W25").span
    found = periods_overlapping("working_day", week, calendar=CN_CALENDAR)
    assert [str(period) for period in found] == [f"2018-06-{day}" for day in range(19, 23)]


@pytest.mark.parametrize("end", [0, 1])
def test_either_end_must_be_a_day(end: int) -> None:
    """A datetime at one end only is refused."""
    ends: list[date] = [date(2018, 7, 1), date(2018, 7, 31)]
    ends[end] = datetime.combine(ends[end], datetime.min.time())
    with pytest.raises(PeriodError) as caught:
        Period("month", *ends)
    assert caught.value.code == "day.not_a_day"


def test_the_last_day_there_is_lies_in_a_period() -> None:
    """31 December 9999 ends a month and a year."""
    last = date(9999, 12, 31)
    assert [period_of(unit, last).last for unit in ("day", "month", "year")] == [last] * 3


def test_before_a_stretch_nothing_is_known() -> None:
    """Only its rhythm knows what comes before a stretch; the error names the units there are."""
    with pytest.raises(PeriodError) as caught:
        previous(Period("stretch", date(2018, 7, 1), date(2018, 7, 14)))
    assert caught.value.code == "period.unit"
    assert "half_year" in caught.value.facts["known"]  # type: ignore[operator]  # a tuple


def test_an_unknown_unit_names_those_there_are() -> None:
    """The error for a unit has a code of its own, and the units."""
    with pytest.raises(PeriodError) as caught:
        period_of("decade", date(2018, 7, 1))  # type: ignore[arg-type]  # the point
    assert caught.value.code == "period.unit"
    assert "half_year" in caught.value.facts["known"]  # type: ignore[operator]  # a tuple
