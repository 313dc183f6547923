from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fengqiao.errors import DeadlineError
from fengqiao.timing import CN_CALENDAR, OpenHours, epoch
from fengqiao.timing.hours import next_hour, whole_day

ZONE = ZoneInfo("Asia/Shanghai")
HOURS = OpenHours(on_working_days=[(540, 720), (840, 1080)])


@pytest.mark.parametrize(
    ("day", "pairs"),
    [
        (date(2026, 1, 4), ((540, 720), (840, 1080))),  # a Sunday that is worked
        (date(2026, 1, 2), ()),  # a Friday off
    ],
)
def test_hours_follow_the_calendar(day: date, pairs: tuple[tuple[int, int], ...]) -> None:
    """Which hours a day has depends on whether it is worked, not on the day of the week."""
    assert HOURS.of(day, CN_CALENDAR) == pairs


def test_hours_that_are_the_same_every_day_need_no_calendar() -> None:
    """A duty room that is always manned asks no calendar."""
    always = OpenHours(on_working_days=[(0, 1440)], on_rest_days=[(0, 1440)])
    assert always.of(date(2050, 1, 1), None) == ((0, 1440),)


def test_hours_that_differ_need_a_calendar() -> None:
    """Without a calendar nobody knows which list holds."""
    with pytest.raises(DeadlineError) as caught:
        HOURS.of(date(2026, 1, 5), None)
    assert caught.value.code == "deadline.needs_calendar"


@pytest.mark.parametrize(
    "pairs", [[], [(720, 540)], [(540, 540)], [(540, 720), (700, 1080)], [(-1, 60)], [(0, 1441)]]
)
def test_hours_that_cannot_be_are_refused(pairs: list[tuple[int, int]]) -> None:
    """None at all, reversed, empty, overlapping, or outside the day."""
    with pytest.raises(DeadlineError) as caught:
        OpenHours(on_working_days=pairs)
    assert caught.value.code == "deadline.hours"


@pytest.mark.parametrize(("minute", "hour"), [(0, 10), (20, 10), (59, 10)])
def test_next_hour_is_never_the_moment_itself(minute: int, hour: int) -> None:
    """Interpretation 2022 art. 125: hours run from the next hour."""
    at = datetime(2026, 3, 2, 9, minute, tzinfo=ZONE)
    assert next_hour(epoch(at), ZONE) == epoch(at.replace(hour=hour, minute=0))


def test_next_hour_is_by_the_clock_of_the_zone() -> None:
    """Where clocks stand half an hour apart the full hour is the zone's own."""
    zone = ZoneInfo("Asia/Kolkata")
    at = datetime(2026, 3, 2, 9, 40, tzinfo=zone)
    assert next_hour(epoch(at), zone) == epoch(at.replace(hour=10, minute=0))


def test_day_on_which_clocks_change_is_shorter() -> None:
    """A day reaches from midnight to midnight, though an hour of it is missing."""
    first, last = whole_day(date(2026, 3, 29), ZoneInfo("Europe/Berlin"))
    assert last - first == 23 * 3600
