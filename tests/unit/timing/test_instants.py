"""Moments and the days on which they fall."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from fengqiao.errors import PeriodError
from fengqiao.timing import day_in, day_ordinals, epoch, iso

SHANGHAI = ZoneInfo("Asia/Shanghai")
NEW_YORK = ZoneInfo("America/New_York")

# 2018-07-20 00:00 in Shanghai is 2018-07-19 16:00 in UTC: day 17,731 since 1970, and 16 hours.
MIDNIGHT = 17_731 * 86_400 + 16 * 3_600


def test_a_moment_is_seconds_since_1970() -> None:
    """Its zone is taken into account."""
    assert epoch(datetime(2018, 7, 20, tzinfo=SHANGHAI)) == MIDNIGHT


def test_parts_of_a_second_are_cut_off() -> None:
    """Towards the past, also before 1970."""
    assert epoch(datetime(1969, 12, 31, 23, 59, 59, 500_000, tzinfo=UTC)) == -1


def test_a_naive_datetime_is_refused() -> None:
    """The error says what to add."""
    with pytest.raises(PeriodError) as caught:
        epoch(datetime(2018, 7, 20))  # noqa: DTZ001
    assert str(caught.value) == (
        "A moment has no zone. Without one it is not known which moment, and which day, is"
        ' meant. Give it one: `datetime(..., tzinfo=ZoneInfo("Asia/Shanghai"))`. [instant.naive]'
    )


@pytest.mark.parametrize(
    "at", [datetime(1900, 1, 1, tzinfo=UTC), datetime(9999, 12, 31, tzinfo=UTC)]
)
def test_a_moment_at_the_edge_of_the_known_years_is_refused(at: datetime) -> None:
    """No zone may lead out of them."""
    with pytest.raises(PeriodError) as caught:
        epoch(at)
    assert caught.value.code == "day.out_of_range"


@pytest.mark.parametrize(
    ("seconds", "day"), [(MIDNIGHT - 1, date(2018, 7, 19)), (MIDNIGHT, date(2018, 7, 20))]
)
def test_a_day_begins_at_midnight_of_its_zone(seconds: int, day: date) -> None:
    """A second before, it is the day before."""
    assert day_in(SHANGHAI, seconds) == day


def test_a_moment_is_written_with_its_offset() -> None:
    """ISO 8601, to the second."""
    assert iso(MIDNIGHT + 34_200, SHANGHAI) == "2018-07-20T09:30:00+08:00"


def test_a_column_of_no_moments_has_no_days() -> None:
    """Empty in, empty out."""
    assert day_ordinals([], SHANGHAI) == []


def test_a_column_keeps_its_order() -> None:
    """One day for each moment."""
    days = day_ordinals([MIDNIGHT, MIDNIGHT - 1, MIDNIGHT], SHANGHAI)
    assert [date.fromordinal(day).day for day in days] == [20, 19, 20]


def test_a_column_counts_each_season_with_its_offset() -> None:
    """New York is 5 hours behind in winter and 4 in summer."""
    column = [
        epoch(datetime(2018, 1, 10, 4, 59, tzinfo=UTC)),
        epoch(datetime(2018, 1, 10, 5, 0, tzinfo=UTC)),
        epoch(datetime(2018, 7, 10, 3, 59, tzinfo=UTC)),
        epoch(datetime(2018, 7, 10, 4, 0, tzinfo=UTC)),
    ]
    days = day_ordinals(column, NEW_YORK)
    assert [date.fromordinal(day).day for day in days] == [9, 10, 9, 10]


def test_a_column_counts_the_day_on_which_the_offset_changes() -> None:
    """On 2018-11-04 New York went from 4 to 5 hours behind at 06:00 UTC."""
    column = [
        epoch(datetime(2018, 11, 4, 3, 59, tzinfo=UTC)),
        epoch(datetime(2018, 11, 4, 4, 30, tzinfo=UTC)),
        epoch(datetime(2018, 11, 5, 4, 30, tzinfo=UTC)),
        epoch(datetime(2018, 11, 5, 5, 0, tzinfo=UTC)),
    ]
    days = day_ordinals(column, NEW_YORK)
    assert [date.fromordinal(day).day for day in days] == [3, 4, 4, 5]


@pytest.mark.parametrize("seconds", [-(10**11), 10**12])
def test_a_column_with_a_moment_outside_the_known_years_is_refused(seconds: int) -> None:
    """Milliseconds in place of seconds are such a slip."""
    with pytest.raises(PeriodError) as caught:
        day_ordinals([MIDNIGHT, seconds], SHANGHAI)
    assert caught.value.code == "day.out_of_range"
