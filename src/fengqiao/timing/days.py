"""Days: what counts as one, and the day some days, weeks, months or years from another."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime
from typing import Literal

from fengqiao.errors.timing import PeriodError

EARLIEST_YEAR = 1900
LATEST_YEAR = 9999
FIRST_DAY = date(EARLIEST_YEAR, 1, 1)
LAST_DAY = date(LATEST_YEAR, 12, 31)

CalendarUnit = Literal["day", "week", "month", "year"]

_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}


def require_day(*days: date) -> None:
    """Refuse what is not a plain day: a datetime is a date to Python, and compares with none.

    Raises:
        PeriodError: Something else was passed, or a day before 1900.
    """
    for day in days:
        if isinstance(day, datetime) or not isinstance(day, date):
            raise PeriodError("day.not_a_day")
        if day < FIRST_DAY:
            raise out_of_range()


def out_of_range() -> PeriodError:
    """Error for a day, a period or a moment outside the years that this library knows."""
    return PeriodError("day.out_of_range", earliest=EARLIEST_YEAR, latest=LATEST_YEAR)


def advance(day: date, count: int, unit: CalendarUnit) -> date:
    """Find the day that lies a number of days, weeks, months or years after another.

    A month or year later is the corresponding day of the later month; a month that has no such
    day gives its last one, so 31 January and one month is 28 or 29 February. The first day is not
    counted: a day and one day is the next day.

    Args:
        day: Where to start.
        count: How many units; 0 gives the same day, a negative number goes back.
        unit: day, week, month or year.

    Returns:
        The day reached.

    Raises:
        PeriodError: The unit is none of these, or the day reached is outside 1900-9999.

    Units:
        count: units

    Source:
        Civil Code art. 201 (the first day is not counted), art. 202 (corresponding day, else the
        last day of the month).

    Examples:
        >>> advance(date(2020, 2, 29), 1, "year")
        datetime.date(2021, 2, 28)
    """
    require_day(day)
    if unit in _DAYS:
        ordinal = day.toordinal() + count * _DAYS[unit]
        if not FIRST_DAY.toordinal() <= ordinal <= LAST_DAY.toordinal():
            raise out_of_range()
        return date.fromordinal(ordinal)
    if unit not in _MONTHS:
        raise PeriodError("period.unit", known=(*_DAYS, *_MONTHS))
    year, month = divmod(day.year * 12 + day.month - 1 + count * _MONTHS[unit], 12)
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise out_of_range()
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
