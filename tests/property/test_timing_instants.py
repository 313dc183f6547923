"""Days of moments, one by one and by column, against the standard library."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.timing import day_in, day_ordinals, epoch, iso

# Shanghai changed its offset until 1991, New York does twice a year, Kathmandu is at +05:45.
ZONES = [ZoneInfo(name) for name in ("Asia/Shanghai", "America/New_York", "Asia/Kathmandu")]

START = int(datetime(1900, 1, 3, tzinfo=UTC).timestamp())
END = int(datetime(2200, 1, 1, tzinfo=UTC).timestamp())
moments = st.integers(START, END)

# Around 2018-03-11 07:00 UTC, when the offset of New York changed.
CHANGE = int(datetime(2018, 3, 11, 7, tzinfo=UTC).timestamp())
near_change = st.integers(CHANGE - 100_000, CHANGE + 100_000)


def expected(seconds: int, zone: ZoneInfo) -> int:
    """Ordinal that the standard library finds."""
    return datetime.fromtimestamp(seconds, zone).toordinal()


@pytest.mark.parametrize("zone", ZONES, ids=str)
@given(column=st.lists(st.one_of(moments, near_change)))
def test_a_column_agrees_with_the_standard_library(zone: ZoneInfo, column: list[int]) -> None:
    """Moment by moment, whether the offset changes among them or not."""
    assert day_ordinals(column, zone) == [expected(moment, zone) for moment in column]


@pytest.mark.parametrize("zone", ZONES, ids=str)
@given(first=near_change, steps=st.lists(st.integers(0, 3_600), max_size=50))
def test_a_day_of_change_agrees_with_the_standard_library(
    zone: ZoneInfo, first: int, steps: list[int]
) -> None:
    """Close moments around the change of an offset."""
    column = [first + sum(steps[:count]) for count in range(len(steps) + 1)]
    assert day_ordinals(column, zone) == [expected(moment, zone) for moment in column]


@pytest.mark.parametrize("zone", ZONES, ids=str)
@given(moment=moments)
def test_one_moment_agrees_with_its_column(zone: ZoneInfo, moment: int) -> None:
    """`day_in` and `day_ordinals` find the same day."""
    assert [day_in(zone, moment).toordinal()] == day_ordinals([moment], zone)


@pytest.mark.parametrize("zone", ZONES, ids=str)
@given(moment=moments)
def test_a_moment_written_reads_back(zone: ZoneInfo, moment: int) -> None:
    """`iso` loses nothing."""
    assert epoch(datetime.fromisoformat(iso(moment, zone))) == moment
