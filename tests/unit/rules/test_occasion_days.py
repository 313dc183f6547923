"""Days of a week or a month by the words of packs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from fengqiao.rules import core_catalogue
from fengqiao.rules.occasion_days import days_called, days_until, words_of


def days(*texts: str) -> frozenset[date]:
    """Days as they are written."""
    return frozenset(map(date.fromisoformat, texts))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2018-07-25", {"wednesday", "day_25"}),
        ("2018-07-31", {"tuesday", "day_31", "last_day"}),
        # what is due on the 31st is due on the 30th of a month that has no 31st
        ("2018-09-30", {"sunday", "day_30", "day_31", "last_day"}),
        ("2019-02-28", {"thursday", "day_28", "day_29", "day_30", "day_31", "last_day"}),
        ("2020-02-28", {"friday", "day_28"}),
    ],
)
def test_a_day_is_called_by_its_week_and_its_month(day: str, words: set[str]) -> None:
    """The weekday, the number, and on the last day the numbers that the month lacks."""
    assert words_of(date.fromisoformat(day)) == words


@pytest.mark.parametrize(
    ("words", "first", "last", "named"),
    [
        # 7 and 28 July 2018 are Saturdays; the span's own ends count
        (["saturday"], "2018-07-07", "2018-07-28", "2018-07-07 2018-07-14 2018-07-21 2018-07-28"),
        (["saturday"], "2018-07-08", "2018-07-27", "2018-07-14 2018-07-21"),
        (["monday"], "2018-07-01", "2018-07-10", "2018-07-02 2018-07-09"),
        # a day of each month, over the end of the year, with both ends
        (["day_5"], "2018-11-05", "2019-02-05", "2018-11-05 2018-12-05 2019-01-05 2019-02-05"),
        (["day_5"], "2018-11-06", "2019-02-04", "2018-12-05 2019-01-05"),
        (["day_31"], "2019-01-15", "2019-04-30", "2019-01-31 2019-02-28 2019-03-31 2019-04-30"),
        (["last_day"], "2020-02-01", "2020-03-30", "2020-02-29"),
        (["day_30", "sunday"], "2018-09-24", "2018-09-30", "2018-09-30"),
        (["day_1", "tuesday"], "2018-08-31", "2018-09-04", "2018-09-01 2018-09-04"),
        (["day_31"], "0001-01-01", "0001-02-01", "0001-01-31"),  # the first days there are
        (["last_day"], "9999-12-01", "9999-12-31", "9999-12-31"),  # and the last
        (["day_0", "day_32", "day_x", "some_day"], "2018-01-01", "2018-12-31", ""),
    ],
)
def test_words_name_days_of_a_span(words: list[str], first: str, last: str, named: str) -> None:
    """Every day from the first to the last that one of the words names."""
    found = days_called(words, date.fromisoformat(first), date.fromisoformat(last))
    assert found == days(*named.split())


def test_a_word_names_the_days_that_are_called_by_it() -> None:
    """Asked either way round, over a leap year and the year before."""
    first, last = date(2019, 1, 1), date(2020, 12, 31)
    called: dict[str, set[date]] = {}
    for number in range(365 + 366):
        day = first + timedelta(days=number)
        for word in words_of(day):
            called.setdefault(word, set()).add(day)
    assert set(called) == core_catalogue().words("occasion_day")
    assert called == {word: days_called([word], first, last) for word in called}


@pytest.mark.parametrize(
    ("number", "first", "last", "through"),
    [
        (25, "2018-07-01", "2018-07-31", 25),
        (28, "2018-07-01", "2018-09-30", 31 + 31 + 28),  # of a quarter's last month
        (31, "2019-02-01", "2019-02-28", 28),  # the last day of a shorter month
        (31, "2019-04-01", "2019-06-30", 30 + 31 + 30),
        (20, "2018-07-11", "2018-07-31", 10),  # the 11th to the 20th
    ],
)
def test_days_through_a_day_of_the_last_month(
    number: int, first: str, last: str, through: int
) -> None:
    """How many days of the period are in time."""
    assert days_until(number, date.fromisoformat(first), date.fromisoformat(last)) == through
