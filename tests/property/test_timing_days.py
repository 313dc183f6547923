"""The day some months later, against the field's reference."""

from __future__ import annotations

from datetime import date

from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.timing import CalendarUnit, advance

UNITS: dict[CalendarUnit, str] = {
    "day": "days",
    "week": "weeks",
    "month": "months",
    "year": "years",
}


@given(
    day=st.dates(date(1950, 1, 1), date(2150, 12, 31)),
    count=st.integers(-40, 40),
    unit=st.sampled_from(sorted(UNITS)),
)
def test_advance_agrees_with_dateutil(day: date, count: int, unit: CalendarUnit) -> None:
    """Days, weeks, months and years give the same day as dateutil's relative deltas."""
    assert advance(day, count, unit) == day + relativedelta(**{UNITS[unit]: count})
