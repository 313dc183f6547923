"""The table of days against the law, and against what each notice says of itself."""

from __future__ import annotations

import pickle
from collections import Counter
from datetime import date
from typing import get_args

import pytest

from fengqiao.errors import CalendarUnpublished, render
from fengqiao.timing import CN_CALENDAR, DayKind, Span

YEARS = range(2018, 2027)
SATURDAY = 5

# Measures on Holidays, art. 2: 11 days (1 + 3 + 1 + 1 + 1 + 1 + 3) as revised 2013-12-11, and
# 13 (Spring Festival 4, Labour Day 2) from 2025-01-01. In 2020 Mid-Autumn was 1 October.
STATUTORY_DAYS = dict.fromkeys(range(2018, 2025), 11) | {2020: 10, 2025: 13, 2026: 13}

# Days off as each year's notices add them up themselves, a single day where they name one:
# 2018 1+7+3+3+1+1+7, 2019 3+7+1+4+1+1+7 (Labour Day after the change), and so on; in 2020
# 1+7+3+5+3+8 and the three days by which the Spring Festival was made longer.
DAYS_OFF = {
    2018: 23,
    2019: 24,
    2020: 27 + 3,
    2021: 31,
    2022: 31,
    2023: 27,
    2024: 28,
    2025: 28,
    2026: 33,
}


def days_of(year: int) -> Span:
    """All days of a year."""
    return Span(date(year, 1, 1), date(year, 12, 31))


def named_by(year: int) -> dict[date, DayKind]:
    """Days that the notices about a year name, with their kinds."""
    numbers = CN_CALENDAR.sources(year)
    return {
        day: kind for day, (kind, notice) in CN_CALENDAR.named.items() if notice.number in numbers
    }


@pytest.mark.parametrize("year", YEARS)
def test_every_day_has_a_kind(year: int) -> None:
    """365 or 366 days, each of one of the five kinds."""
    kinds = [CN_CALENDAR.kind(day) for day in days_of(year)]
    assert set(kinds) <= set(get_args(DayKind))


@pytest.mark.parametrize("year", YEARS)
def test_statutory_days_are_as_many_as_the_law_has(year: int) -> None:
    """Distinct days are counted."""
    kinds = Counter(CN_CALENDAR.kind(day) for day in days_of(year))
    assert kinds["statutory"] == STATUTORY_DAYS[year]


@pytest.mark.parametrize("year", YEARS)
def test_fixed_festivals_are_statutory(year: int) -> None:
    """Art. 2: 1 January, 1 May (and 2 May from 2025), 1 to 3 October, also on a weekend."""
    fixed = {(1, 1), (5, 1), (10, 1), (10, 2), (10, 3)} | ({(5, 2)} if year >= 2025 else set())
    found = {
        (month, day)
        for month, day in {*fixed, (5, 2)}
        if CN_CALENDAR.kind(date(year, month, day)) == "statutory"
    }
    assert found == fixed


@pytest.mark.parametrize("year", YEARS)
def test_days_off_are_as_many_as_the_notices_say(year: int) -> None:
    """What a notice adds up itself."""
    off = [day for day, kind in named_by(year).items() if kind != "makeup_workday"]
    assert len(off) == DAYS_OFF[year]


@pytest.mark.parametrize("year", YEARS)
def test_exchanged_days_balance(year: int) -> None:
    """A weekday off is paid for by a weekend day worked, or by a statutory day on a weekend.

    2020 has three more: Mid-Autumn and National Day on one day, the Friday that was added to the
    Spring Festival, and the make-up Saturday that was withdrawn with it.
    """
    named = named_by(year)
    kinds = Counter(named.values())
    on_weekend = sum(
        kind == "statutory" and day.weekday() >= SATURDAY for day, kind in named.items()
    )
    given = 3 if year == 2020 else 0
    assert kinds["exchanged_rest"] == kinds["makeup_workday"] + on_weekend + given


@pytest.mark.parametrize("year", YEARS)
def test_kinds_fit_the_day_of_the_week(year: int) -> None:
    """Workdays and exchanged rest are Monday to Friday, weekends and make-up workdays are not."""
    on_weekend = {"weekend", "makeup_workday"}
    wrong = [
        day
        for day in days_of(year)
        if (kind := CN_CALENDAR.kind(day)) != "statutory"
        and (kind in on_weekend) != (day.weekday() >= SATURDAY)
    ]
    assert wrong == []


def test_make_up_workdays_of_2026() -> None:
    """国办发明电〔2025〕7号, items 1, 2, 4 and 7."""
    worked = [day for day in days_of(2026) if CN_CALENDAR.kind(day) == "makeup_workday"]
    assert [f"{day:%m-%d}" for day in worked] == [
        "01-04",
        "02-14",
        "02-28",
        "05-09",
        "09-20",
        "10-10",
    ]


@pytest.mark.parametrize(
    ("day", "kind"),
    [
        (date(2018, 2, 15), "exchanged_rest"),  # New Year's Eve, not statutory before 2025
        (date(2025, 1, 28), "statutory"),  # New Year's Eve
        (date(2018, 2, 17), "statutory"),  # second day of the year, a Saturday
        (date(2018, 4, 7), "weekend"),  # Saturday inside the Qingming break
        (date(2018, 4, 6), "exchanged_rest"),  # Friday inside it
        (date(2018, 12, 29), "makeup_workday"),  # by the notice on 2019
        (date(2018, 12, 31), "exchanged_rest"),  # by the notice on 2019
        (date(2019, 4, 28), "makeup_workday"),  # by the change of 2019-03-22
        (date(2019, 5, 2), "exchanged_rest"),  # by the same change
        (date(2020, 1, 31), "exchanged_rest"),  # Spring Festival made longer
        (date(2020, 2, 1), "weekend"),  # make-up workday withdrawn by the same notice
        (date(2020, 2, 3), "workday"),  # work begins again
        (date(2024, 2, 9), "workday"),  # New Year's Eve, left to employers
        (date(2025, 10, 6), "statutory"),  # Mid-Autumn inside the National Day break
        (date(2018, 7, 20), "workday"),
        (date(2018, 7, 21), "weekend"),
    ],
)
def test_a_day_is_of_the_kind_that_its_notice_makes_it(day: date, kind: DayKind) -> None:
    """The days that are easily got wrong."""
    assert CN_CALENDAR.kind(day) == kind


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2018, 7, 20), "国办发明电〔2017〕12号"),
        (date(2018, 12, 31), "国办发明电〔2018〕15号"),
        (date(2019, 5, 1), "国办发明电〔2019〕3号"),
        (date(2019, 10, 1), "国办发明电〔2018〕15号"),
        (date(2020, 1, 30), "国办发明电〔2019〕16号"),
        (date(2020, 2, 1), "国办发明电〔2020〕1号"),
        (date(2021, 3, 1), "国办发明电〔2020〕27号"),
        (date(2022, 12, 31), "国办发明电〔2022〕16号"),
        (date(2022, 3, 1), "国办发明电〔2021〕11号"),
        (date(2024, 3, 1), "国办发明电〔2023〕7号"),
        (date(2025, 3, 3), "国办发明电〔2024〕12号"),
        (date(2026, 10, 10), "国办发明电〔2025〕7号"),
    ],
)
def test_a_day_names_the_notice_that_settles_it(day: date, number: str) -> None:
    """The last notice that names it, else that of its year."""
    assert CN_CALENDAR.source(day) == number


def test_a_changed_year_has_two_notices() -> None:
    """The change of May 2019 stands beside the notice on the year."""
    assert CN_CALENDAR.sources(2019) == ("国办发明电〔2018〕15号", "国办发明电〔2019〕3号")


@pytest.mark.parametrize("year", [2017, 2027])
def test_a_year_without_notice_is_refused(year: int) -> None:
    """Before and after the table."""
    with pytest.raises(CalendarUnpublished):
        CN_CALENDAR.sources(year)


@pytest.mark.parametrize("day", [date(2017, 12, 31), date(2027, 1, 1)])
@pytest.mark.parametrize("question", ["kind", "is_working_day", "source"])
def test_a_day_outside_the_table_is_refused(question: str, day: date) -> None:
    """The day before it and the day after it, whatever is asked."""
    with pytest.raises(CalendarUnpublished):
        getattr(CN_CALENDAR, question)(day)


@pytest.mark.parametrize("day", [date(2018, 1, 1), date(2026, 12, 31)])
def test_the_first_and_last_day_of_the_table_are_answered(day: date) -> None:
    """Both ends belong to it."""
    assert CN_CALENDAR.kind(day) in get_args(DayKind)


def test_the_error_says_how_far_the_calendar_reaches() -> None:
    """In English, with the code."""
    with pytest.raises(CalendarUnpublished) as caught:
        CN_CALENDAR.kind(date(2027, 1, 1))
    assert str(caught.value) == (
        "A day lies outside the calendar `cn`, which is published from 2018-01-01 through"
        " 2026-12-31. Outside it nobody knows which days are worked, and a guessed day could turn"
        " a finding. Ask for days inside it, or update fengqiao once the next notice is out."
        " [calendar.unpublished]"
    )


def test_the_error_is_there_in_chinese() -> None:
    """The same facts."""
    with pytest.raises(CalendarUnpublished) as caught:
        CN_CALENDAR.kind(date(2027, 1, 1))
    assert render(caught.value, "zh") == (
        "有日期超出日历 `cn` 的公布范围(2018-01-01 至 2026-12-31)。"
        "范围之外无法知道哪些日期上班,猜测会改变结果。"
        "请改用范围之内的日期,或在下一年度放假通知发布后更新 fengqiao。"
        " [calendar.unpublished]"
    )


def test_the_calendar_can_be_pickled() -> None:
    """It answers the same afterwards."""
    again = pickle.loads(pickle.dumps(CN_CALENDAR))  # noqa: S301
    assert again.kind(date(2026, 1, 4)) == "makeup_workday"
