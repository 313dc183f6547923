"""All 3,287 days of 2018-2026 against two other tables of the same notices."""

from __future__ import annotations

from datetime import date

import pytest

from fengqiao.timing import CN_CALENDAR, Span

YEARS = range(2018, 2027)
TABLE = Span(date(2018, 1, 1), date(2026, 12, 31))

# The two differ from `holidays` on these days alone. 国办发明电〔2020〕1号 made the break longer
# through 2 February; both days are a Saturday and a Sunday, so they are kinded `weekend` here,
# and "extended break" there. Neither is statutory, and both are off in either table.
EXTENDED_WEEKEND = {date(2020, 2, 1), date(2020, 2, 2)}

MARKS_OF_OTHER_REST = ("补假", "调休", "延长")


def days_of(year: int) -> Span:
    """All days of a year."""
    return Span(date(year, 1, 1), date(year, 12, 31))


def test_the_table_holds_every_day_of_nine_years() -> None:
    """Seven years of 365 days and two leap years."""
    assert (CN_CALENDAR.published_from, CN_CALENDAR.published_through, len(TABLE)) == (
        TABLE.first,
        TABLE.last,
        7 * 365 + 2 * 366,
    )


@pytest.mark.needs("chinese_calendar")
@pytest.mark.parametrize("year", YEARS)
def test_working_days_agree_with_chinesecalendar(year: int) -> None:
    """On or off, day by day."""
    import chinese_calendar

    differ = [
        day
        for day in days_of(year)
        if chinese_calendar.is_workday(day) != CN_CALENDAR.is_working_day(day)
    ]
    assert differ == []


@pytest.mark.needs("holidays")
@pytest.mark.parametrize("year", YEARS)
def test_statutory_days_agree_with_holidays(year: int) -> None:
    """A festival's own day, told from days in its place or exchanged for it."""
    from holidays import China

    other = China(years=year, language="zh_CN")
    statutory = [
        day
        for day in days_of(year)
        if any(
            not any(mark in name for mark in MARKS_OF_OTHER_REST) for name in other.get_list(day)
        )
    ]
    assert [day for day in days_of(year) if CN_CALENDAR.kind(day) == "statutory"] == statutory


@pytest.mark.needs("holidays")
@pytest.mark.parametrize("year", YEARS)
def test_exchanged_rest_days_agree_with_holidays(year: int) -> None:
    """Days in place of a festival, exchanged for a weekend day, or added to a break."""
    from holidays import China

    other = China(years=year, language="zh_CN")
    exchanged = [
        day
        for day in days_of(year)
        if (names := other.get_list(day))
        and all(any(mark in name for mark in MARKS_OF_OTHER_REST) for name in names)
        and day not in EXTENDED_WEEKEND
    ]
    assert [day for day in days_of(year) if CN_CALENDAR.kind(day) == "exchanged_rest"] == exchanged


@pytest.mark.needs("holidays")
@pytest.mark.parametrize("year", YEARS)
def test_make_up_workdays_agree_with_holidays(year: int) -> None:
    """Weekend days that are worked."""
    from holidays import China

    # A notice may settle the end of the year before, so the year after is asked as well.
    other = China(years=(year, year + 1))
    worked = sorted(day for day in other.weekend_workdays if day.year == year)
    assert [day for day in days_of(year) if CN_CALENDAR.kind(day) == "makeup_workday"] == worked
