"""Days of a week or a month as packs write them: `saturday`, `day_25`, `last_day`."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
LAST_DAY = "last_day"
DAY = "day_"
"""Begins the name of a day of the month: `day_25`."""
DAYS_OF_MONTH = range(1, 32)


def words_of(day: date) -> frozenset[str]:
    """What a day is called: its weekday and its day of the month.

    The last day of a month is also called by the days that the month lacks: what is due on the
    31st is due on 30 June.
    """
    last = monthrange(day.year, day.month)[1]
    numbers = DAYS_OF_MONTH[day.day - 1 :] if day.day == last else (day.day,)
    words = {WEEKDAYS[day.weekday()], *(f"{DAY}{number}" for number in numbers)}
    return frozenset(words | {LAST_DAY} if day.day == last else words)


def days_until(number: int, first: date, last: date) -> int:
    """Days of a period through a day of its last month, which is its last one if that is shorter.

    Args:
        number: Day of the month.
        first: First day of the period.
        last: Its last day: of a month, or of several.
    """
    begins = max(first, last.replace(day=1))
    return min((begins - first).days + number, (last - first).days + 1)


def day_of_month(text: str) -> int | None:
    """The day of the month that a word names; None where it names none."""
    number = text.removeprefix(DAY)
    return int(number) if number != text and number.isdecimal() else None
