"""Hours of the day at which a body is open, and the moments at which they begin and end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from attrs import field, frozen

from fengqiao.errors.timing import DeadlineError
from fengqiao.timing.calendar import WorkCalendar
from fengqiao.timing.instants import epoch

_DAY_MINUTES = 1440

Minutes = tuple[tuple[int, int], ...]
Stretch = tuple[int, int]
"""From a moment (included) to a moment (not included)."""


def _as_pairs(pairs: Iterable[tuple[int, int]]) -> Minutes:
    return tuple((first, last) for first, last in pairs)


@frozen(kw_only=True)
class OpenHours:
    """Opening hours of a body: one list for days that are worked, one for days of rest.

    Args:
        on_working_days: Pairs of minutes after midnight, in order: `((540, 720), (840, 1080))`.
        on_rest_days: The same for the other days; empty where it is closed.

    Raises:
        DeadlineError: A pair is reversed, two overlap, one leaves the day, or a working day has
            none.

    Units:
        minutes after midnight, 0 to 1440
    """

    on_working_days: Minutes = field(converter=_as_pairs)
    on_rest_days: Minutes = field(default=(), converter=_as_pairs)

    def __attrs_post_init__(self) -> None:
        """Check each list."""
        if not self.on_working_days:
            raise DeadlineError("deadline.hours")
        for pairs in (self.on_working_days, self.on_rest_days):
            ends = [minute for pair in pairs for minute in pair]
            if any(b <= a for a, b in pairs) or any(b < a for a, b in pairwise(ends)):
                raise DeadlineError("deadline.hours")
            if ends and not (ends[0] >= 0 and ends[-1] <= _DAY_MINUTES):
                raise DeadlineError("deadline.hours")

    def of(self, day: date, calendar: WorkCalendar | None) -> Minutes:
        """Hours of a day.

        Args:
            day: The day.
            calendar: Says whether it is worked; needed unless both lists are the same.

        Returns:
            Pairs of minutes after midnight; empty where it is closed.

        Raises:
            CalendarUnpublished: The day lies outside the calendar.
            DeadlineError: The lists differ and there is no calendar.
        """
        if self.on_working_days == self.on_rest_days:
            return self.on_working_days
        if calendar is None:
            raise DeadlineError("deadline.needs_calendar")
        return self.on_working_days if calendar.is_working_day(day) else self.on_rest_days


def moment(day: date, minute: int, zone: ZoneInfo) -> int:
    """Moment of a minute of a day in a zone; 1440 is the midnight that ends it.

    Units:
        seconds since 1970-01-01T00:00Z
    """
    days, minute = divmod(minute, _DAY_MINUTES)
    there = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=zone)
    return epoch(there + timedelta(days=days))


def whole_day(day: date, zone: ZoneInfo) -> Stretch:
    """A day from midnight to midnight."""
    return moment(day, 0, zone), moment(day, _DAY_MINUTES, zone)


def next_hour(at: int, zone: ZoneInfo) -> int:
    """The next full hour by the clock of a zone, after a moment; never the moment itself.

    Units:
        seconds since 1970-01-01T00:00Z
    """
    there = datetime.fromtimestamp(at, tz=zone)
    return at + 3600 - there.minute * 60 - there.second
