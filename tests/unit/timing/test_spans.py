"""Spans of days: closed at both ends, never empty."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from fengqiao.errors import PeriodError
from fengqiao.timing import Span

JULY = Span(date(2018, 7, 1), date(2018, 7, 31))


def july(first: int, last: int) -> Span:
    """Span of two days of July 2018."""
    return Span(date(2018, 7, first), date(2018, 7, last))


def test_a_span_counts_both_ends() -> None:
    """July has 31 days."""
    assert (JULY.days, len(JULY)) == (31, 31)


def test_a_span_of_one_day_has_one_day() -> None:
    """`Span.day` begins and ends on the day."""
    assert list(Span.day(date(2018, 7, 20))) == [date(2018, 7, 20)]


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    """The error says so, and repeats neither day."""
    with pytest.raises(PeriodError) as caught:
        july(2, 1)
    assert str(caught.value) == (
        "A span ends before it begins. Both ends are included, so the shortest span is one day."
        " Exchange the two days, or correct the one that is wrong. [span.reversed]"
    )


def test_a_datetime_is_no_day() -> None:
    """A datetime passes for a date in Python, and is refused all the same."""
    with pytest.raises(PeriodError) as caught:
        Span(datetime(2018, 7, 1, tzinfo=UTC), date(2018, 7, 31))
    assert caught.value.code == "day.not_a_day"


def test_a_day_before_1900_is_refused() -> None:
    """Such a day is a slip."""
    with pytest.raises(PeriodError) as caught:
        Span(date(1899, 12, 31), date(2018, 7, 31))
    assert caught.value.code == "day.out_of_range"


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2018, 6, 30), False),
        (date(2018, 7, 1), True),
        (date(2018, 7, 31), True),
        (date(2018, 8, 1), False),
    ],
)
def test_a_span_contains_both_its_ends(day: date, held: bool) -> None:  # noqa: FBT001
    """The days beside the ends lie outside."""
    assert (JULY.contains(day), day in JULY) == (held, held)


@pytest.mark.parametrize(
    ("other", "overlaps", "covered", "shared"),
    [
        (july(10, 20), True, True, july(10, 20)),
        (JULY, True, True, JULY),
        (Span(date(2018, 6, 1), date(2018, 7, 1)), True, False, july(1, 1)),
        (Span(date(2018, 7, 31), date(2018, 8, 9)), True, False, july(31, 31)),
        (Span(date(2018, 6, 1), date(2018, 6, 30)), False, False, None),
        (Span(date(2018, 8, 1), date(2018, 8, 9)), False, False, None),
        (Span(date(2018, 1, 1), date(2018, 12, 31)), True, False, JULY),
    ],
)
def test_two_spans_meet_where_they_share_a_day(
    other: Span,
    overlaps: bool,  # noqa: FBT001
    covered: bool,  # noqa: FBT001
    shared: Span | None,
) -> None:
    """Overlap, cover and meet agree, and a single shared day is enough."""
    assert (JULY.overlaps(other), JULY.covers(other), JULY.meet(other)) == (
        overlaps,
        covered,
        shared,
    )


def test_spans_sort_by_first_then_last_day() -> None:
    """The shorter of two that begin together comes first."""
    assert sorted([july(2, 3), july(1, 9), july(1, 2)]) == [july(1, 2), july(1, 9), july(2, 3)]


def test_cutting_begins_a_piece_on_each_day() -> None:
    """Days outside, the first day and repeated days cut nothing."""
    days = [date(2018, 7, day) for day in (21, 1, 11, 11)] + [date(2018, 8, 1)]
    assert JULY.cut_at(days) == (july(1, 10), july(11, 20), july(21, 31))


def test_cutting_at_no_day_leaves_the_span() -> None:
    """One piece, the span itself."""
    assert JULY.cut_at([]) == (JULY,)


def test_gaps_are_the_days_that_nothing_holds() -> None:
    """Spans may overlap, touch, and reach outside."""
    held = [
        july(20, 25),
        Span(date(2018, 6, 1), date(2018, 7, 4)),
        july(10, 14),
        july(12, 12),
        july(15, 16),
    ]
    assert JULY.gaps(held) == (july(5, 9), july(17, 19), july(26, 31))


def test_a_covered_span_has_no_gaps() -> None:
    """Two spans that touch leave none."""
    assert JULY.gaps([july(16, 31), july(1, 15)]) == ()


def test_a_span_without_end_has_no_gap_after_it() -> None:
    """`date.max` stands for no end, and nothing lies behind it."""
    endless = Span(date(2018, 7, 1), date.max)
    assert endless.gaps([Span(date(2018, 7, 2), date.max)]) == (july(1, 1),)


def test_the_last_day_alone_may_be_the_gap() -> None:
    """A span that ends a day before leaves one day."""
    whole = Span(date(2018, 7, 1), date(2018, 7, 31))
    assert whole.gaps([Span(date(2018, 7, 1), date(2018, 7, 30))]) == (Span.day(date(2018, 7, 31)),)


@pytest.mark.parametrize("end", [0, 1])
def test_either_end_must_be_a_day(end: int) -> None:
    """A datetime at one end only is refused too."""
    ends: list[date] = [date(2018, 7, 1), date(2018, 7, 1)]
    ends[end] = datetime(2018, 7, 1, tzinfo=UTC)
    with pytest.raises(PeriodError) as caught:
        Span(*ends)
    assert caught.value.code == "day.not_a_day"
