from __future__ import annotations

from datetime import date

import pytest

from fengqiao.timing import CN_CALENDAR
from fengqiao.timing.provisional import ProvisionalCalendar

LAST = date(2026, 12, 31)  # the last day that is published


def test_the_last_published_day_is_not_guessed() -> None:
    """Up to the last published day the published calendar answers."""
    calendar = ProvisionalCalendar(CN_CALENDAR)
    assert (calendar.kind(LAST), calendar.source(LAST), calendar.guessed) == (
        CN_CALENDAR.kind(LAST),
        CN_CALENDAR.source(LAST),
        False,
    )


@pytest.mark.parametrize(
    ("day", "worked"),
    [(1, True), (2, False), (3, False), (4, True)],  # Friday to Monday of January 2027
)
def test_past_it_weeks_are_ordinary(day: int, worked: bool) -> None:  # noqa: FBT001  a column
    """A Friday is worked, a weekend is not, no document says so, and all are guessed."""
    calendar = ProvisionalCalendar(CN_CALENDAR)
    asked = date(2027, 1, day)
    assert (calendar.is_working_day(asked), calendar.source(asked), calendar.guessed) == (
        worked,
        "",
        True,
    )


def test_published_days_of_rest_stay() -> None:
    """1 October 2026 is a Thursday, and none that is worked."""
    assert not ProvisionalCalendar(CN_CALENDAR).is_working_day(date(2026, 10, 1))
