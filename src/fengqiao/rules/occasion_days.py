"""Days of a week or a month as packs write them: `saturday`, `day_25`, `last_day`."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain

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


def days_called(words: Iterable[str], first: date, last: date) -> frozenset[date]:
    """The days from first to last that one of these words names.

    By arithmetic, so that a span of years costs what it holds, wherever it lies.
    """
    low, high = first.toordinal(), last.toordinal()
    found: list[Iterable[int]] = []
    for word in words:
        if word in WEEKDAYS:
            found.append(range(low + (WEEKDAYS.index(word) - first.weekday()) % 7, high + 1, 7))
        else:
            number = DAYS_OF_MONTH[-1] if word == LAST_DAY else day_of_month(word)
            if number is not None and number in DAYS_OF_MONTH:
                found.append(day for day in _monthly(number, first, last) if low <= day <= high)
    return frozenset(map(date.fromordinal, chain.from_iterable(found)))


def _monthly(number: int, first: date, last: date) -> Iterator[int]:
    """Ordinal of a day of each month; of its last day where the month is shorter."""
    for month in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        year, before = divmod(month, 12)
        length = monthrange(year, before + 1)[1]
        yield date(year, before + 1, min(number, length)).toordinal()


def days_until(number: int, first: date, last: date) -> int:
    """Days of a period through a day of its last month, which is its last one if that is shorter.

    Args:
        number: Day of the month.
        first: First day of the period.
        last: Its last day: of a month, or of several.
    """
    return min((last.replace(day=1) - first).days + number, (last - first).days + 1)


def day_of_month(text: str) -> int | None:
    """The day of the month that a word names; None where it names none."""
    number = text.removeprefix(DAY)
    return int(number) if number != text and number.isdecimal() else None
