"""Rhythms: periods of so many days, weeks or months from some day on."""

from __future__ import annotations

from datetime import date

import pytest

from fengqiao.errors import PeriodError
from fengqiao.timing import Period, Rhythm, Span, previous

FORTNIGHT = Rhythm(2, "week", date(2018, 6, 25))


@pytest.mark.parametrize(
    ("rhythm", "day", "label"),
    [
        (FORTNIGHT, date(2018, 6, 25), "2018-06-25..2018-07-08"),
        (FORTNIGHT, date(2018, 7, 8), "2018-06-25..2018-07-08"),
        (FORTNIGHT, date(2018, 7, 9), "2018-07-09..2018-07-22"),
        (Rhythm(10, "day", date(2018, 6, 25)), date(2018, 7, 5), "2018-07-05..2018-07-14"),
        # a month that lacks the anchor's day begins on its last one, and the next on the day again
        (Rhythm(2, "month", date(2018, 12, 31)), date(2019, 2, 27), "2018-12-31..2019-02-27"),
        (Rhythm(2, "month", date(2018, 12, 31)), date(2019, 2, 28), "2019-02-28..2019-04-29"),
        (Rhythm(2, "month", date(2018, 12, 31)), date(2019, 4, 30), "2019-04-30..2019-06-29"),
    ],
)
def test_the_period_of_a_day(rhythm: Rhythm, day: date, label: str) -> None:
    """Periods follow one another without a gap, the first on the anchor."""
    found = rhythm.period_at(day)
    assert str(found) == label
    assert Period.parse(label) == found


def test_there_is_none_before_the_anchor() -> None:
    """Nothing comes round before the day on which it begins."""
    assert FORTNIGHT.period_at(date(2018, 6, 24)) is None
    assert FORTNIGHT.periods(Span(date(2018, 1, 1), date(2018, 6, 24)), overlapping=True) == ()


def test_periods_of_a_month() -> None:
    """Those that end in July, or that share a day with it."""
    july = Span(date(2018, 7, 1), date(2018, 7, 31))
    ends = [one.last for one in FORTNIGHT.periods(july)]
    assert ends == [date(2018, 7, 8), date(2018, 7, 22)]
    overlapping = FORTNIGHT.periods(july, overlapping=True)
    assert overlapping[-1].span == Span(date(2018, 7, 23), date(2018, 8, 5))


def test_a_stretch_has_no_previous() -> None:
    """Only its rhythm knows what comes before it."""
    with pytest.raises(PeriodError):
        previous(Period.parse("2018-06-25..2018-07-08"))


@pytest.mark.parametrize(
    "text", ["2018-07-08..2018-06-25", "2018-07..2018-08", "2018-02-30..2018-03-01"]
)
def test_what_is_no_stretch(text: str) -> None:
    """Both ends are days, the earlier first."""
    with pytest.raises(PeriodError):
        Period.parse(text)


def test_months_are_counted_over_years() -> None:
    """Two years and a week after the anchor it is still the 25th that begins a month."""
    found = Rhythm(1, "month", date(2018, 6, 25)).period_at(date(2020, 7, 1))
    assert str(found) == "2020-06-25..2020-07-24"


def test_every_day_is_a_period_of_its_own() -> None:
    """A rhythm of one day misses none."""
    week = Span(date(2018, 7, 2), date(2018, 7, 8))
    assert len(Rhythm(1, "day", date(2018, 6, 25)).periods(week)) == 7
