"""Working days of a span."""

from __future__ import annotations

from datetime import date

import pytest

from fengqiao.errors import CalendarUnpublished
from fengqiao.timing import CN_CALENDAR, Span, working_days


def test_working_days_leave_out_weekends() -> None:
    """July 2018 has 31 days, nine of them Saturdays and Sundays, and no break."""
    found = working_days(Span(date(2018, 7, 1), date(2018, 7, 31)), CN_CALENDAR)
    assert len(found) == 31 - 9


def test_working_days_hold_a_sunday_that_is_worked() -> None:
    """国办发明电〔2017〕12号: 15-21 February 2018 off, 11 and 24 February worked."""
    found = working_days(Span(date(2018, 2, 10), date(2018, 2, 25)), CN_CALENDAR)
    assert [day.day for day in found] == [11, 12, 13, 14, 22, 23, 24]


def test_a_break_has_no_working_days() -> None:
    """1-7 October 2018 were off."""
    assert working_days(Span(date(2018, 10, 1), date(2018, 10, 7)), CN_CALENDAR) == ()


def test_a_span_that_leaves_the_calendar_is_refused() -> None:
    """It is not cut down to what is known."""
    with pytest.raises(CalendarUnpublished):
        working_days(Span(date(2017, 12, 31), date(2018, 1, 2)), CN_CALENDAR)
