from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from fengqiao.rules.occasion_days import DAY, LAST_DAY, WEEKDAYS, days_called, words_of
from fengqiao.timing import Span

WORDS = st.sampled_from((*WEEKDAYS, *(f"{DAY}{number}" for number in range(1, 32)), LAST_DAY))


@given(
    words=st.frozensets(WORDS, max_size=4),
    first=st.dates(date(1901, 1, 1), date(9990, 1, 1)),
    days=st.integers(0, 400),
)
def test_days_called_are_the_days_whose_words_are_asked_for(
    words: frozenset[str], first: date, days: int
) -> None:
    """By arithmetic as by looking at each day."""
    last = date.fromordinal(first.toordinal() + days)
    each = {day for day in Span(first, last) if not words.isdisjoint(words_of(day))}
    assert days_called(words, first, last) == each
