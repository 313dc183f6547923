"""Spans against sets of days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from fengqiao.timing import Span, advance

ONE_DAY = timedelta(days=1)

days = st.dates(date(2018, 6, 1), date(2018, 9, 30))
spans = st.tuples(days, days).map(lambda ends: Span(min(ends), max(ends)))


@given(spans)
def test_a_span_has_as_many_days_as_it_yields(span: Span) -> None:
    """Length and iteration agree."""
    assert len(list(span)) == len(span) == span.days


@given(spans, spans)
def test_meeting_is_the_intersection_of_days(one: Span, other: Span) -> None:
    """And two spans overlap just where there is one."""
    meeting = one.meet(other)
    assert set(meeting or ()) == set(one) & set(other)
    assert one.overlaps(other) == (meeting is not None)


@given(spans, spans)
def test_covering_is_holding_every_day(one: Span, other: Span) -> None:
    """Set inclusion."""
    assert one.covers(other) == (set(other) <= set(one))


@given(spans, st.lists(days, max_size=6))
def test_pieces_put_together_are_the_span(span: Span, cuts: list[date]) -> None:
    """In order, without gap or overlap, each beginning where it was cut."""
    pieces = span.cut_at(cuts)
    assert [day for piece in pieces for day in piece] == list(span)
    assert {piece.first for piece in pieces[1:]} == {
        day for day in cuts if day in span and day != span.first
    }


@given(spans, st.lists(spans, max_size=6))
def test_gaps_are_the_days_left_over(span: Span, held: list[Span]) -> None:
    """In order, with a held day between two gaps."""
    gaps = span.gaps(held)
    assert {day for gap in gaps for day in gap} == set(span).difference(*held)
    assert all(before.last + ONE_DAY < after.first for before, after in pairwise(gaps))


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(-500, 500))
def test_months_reach_the_month_counted(day: date, count: int) -> None:
    """The month is exact, and the day is the same or the last of a shorter month."""
    reached = advance(day, count, "month")
    assert (reached.year - day.year) * 12 + reached.month - day.month == count
    assert reached.day == day.day or (
        reached.day < day.day and (reached + ONE_DAY).month != reached.month
    )


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.integers(-500, 500))
def test_weeks_are_seven_days_and_years_twelve_months(day: date, count: int) -> None:
    """The units agree with each other."""
    assert advance(day, count, "week") == advance(day, 7 * count, "day")
    small = count % 40
    assert advance(day, small, "year") == advance(day, 12 * small, "month")
