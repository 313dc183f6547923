"""Periods of a unit follow each other without a gap, and their labels read back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import get_args

from hypothesis import assume, given
from hypothesis import strategies as st

from fengqiao.timing import (
    CN_CALENDAR,
    Period,
    PeriodUnit,
    Span,
    period_of,
    periods_ending_in,
    previous,
    working_days,
)

ONE_DAY = timedelta(days=1)

# The ISO week of 9999-12-27 is the first one that ends past the last day there is.
days = st.dates(date(1900, 1, 1), date(9999, 12, 26))
published = st.dates(CN_CALENDAR.published_from, CN_CALENDAR.published_through)
tiling_units = st.sampled_from([unit for unit in get_args(PeriodUnit) if unit != "working_day"])


@st.composite
def spans(draw: st.DrawFn, ends: st.SearchStrategy[date], longest: int = 800) -> Span:
    """Spans of up to so many days."""
    first = draw(ends)
    last = draw(ends)
    assume(abs((last - first).days) < longest)
    return Span(min(first, last), max(first, last))


near_spans = spans(st.dates(date(2017, 1, 1), date(2018, 12, 31)))


@given(tiling_units, days)
def test_a_day_lies_in_its_period(unit: PeriodUnit, day: date) -> None:
    """The period found for a day holds it."""
    assert period_of(unit, day).span.contains(day)


@given(tiling_units, days)
def test_each_day_of_a_period_gives_the_same_period(unit: PeriodUnit, day: date) -> None:
    """So no two periods of a unit overlap."""
    period = period_of(unit, day)
    assert period_of(unit, period.first) == period_of(unit, period.last) == period


@given(tiling_units, st.dates(date(1901, 1, 1), date(9999, 12, 26)))
def test_the_previous_period_ends_the_day_before(unit: PeriodUnit, day: date) -> None:
    """So there is no gap between periods of a unit."""
    period = period_of(unit, day)
    assert previous(period).last + ONE_DAY == period.first


@given(tiling_units, days)
def test_a_label_reads_back(unit: PeriodUnit, day: date) -> None:
    """What `str` writes, `parse` reads."""
    period = period_of(unit, day)
    assert Period.parse(str(period)) == period


@given(tiling_units, near_spans)
def test_exactly_the_periods_that_end_in_the_span_are_found(unit: PeriodUnit, span: Span) -> None:
    """Every day of the span that is the last one of its period ends one that is found."""
    ends = [day for day in span if period_of(unit, day).last == day]
    assert [period.last for period in periods_ending_in(unit, span)] == ends


@given(tiling_units, near_spans)
def test_the_periods_beside_those_found_end_outside_the_span(unit: PeriodUnit, span: Span) -> None:
    """The one before ends before the span, the one after ends after it."""
    found = periods_ending_in(unit, span)
    assume(found)
    before, after = previous(found[0]), period_of(unit, found[-1].last + ONE_DAY)
    assert before.last < span.first <= found[0].last <= found[-1].last <= span.last < after.last


@given(spans(published, longest=4000))
def test_working_day_periods_are_the_working_days(span: Span) -> None:
    """A period of one day for each."""
    found = periods_ending_in("working_day", span, calendar=CN_CALENDAR)
    assert tuple(period.span for period in found) == tuple(
        Span.day(day) for day in working_days(span, CN_CALENDAR)
    )


@given(st.dates(date(2018, 2, 1), date(2026, 12, 31)))
def test_nothing_is_worked_between_two_working_days(day: date) -> None:
    """The previous working day is the nearest one before."""
    before = previous(period_of("working_day", day), calendar=CN_CALENDAR).first
    assert working_days(Span(before, day), CN_CALENDAR)[0] == before
    between = (day - before).days - 1
    assert not any(
        CN_CALENDAR.is_working_day(before + timedelta(days=offset + 1)) for offset in range(between)
    )
