"""Days, spans, periods, calendars and moments: all date arithmetic of this library.

Nothing here asks what day it is. A day is a `datetime.date` from 1900 to 9999, a span is closed,
and a moment is whole seconds since 1970-01-01T00:00Z.
"""

from __future__ import annotations

from fengqiao.timing.calendar import WORKING_KINDS, DayKind, WorkCalendar, working_days
from fengqiao.timing.days import CalendarUnit, advance
from fengqiao.timing.days_cn import CN_CALENDAR, CnCalendar, HolidayNotice
from fengqiao.timing.instants import day_in, day_ordinals, epoch, iso
from fengqiao.timing.periods import (
    Period,
    PeriodUnit,
    period_of,
    periods_ending_in,
    periods_overlapping,
    previous,
)
from fengqiao.timing.spans import Span

__all__ = [
    "CN_CALENDAR",
    "WORKING_KINDS",
    "CalendarUnit",
    "CnCalendar",
    "DayKind",
    "HolidayNotice",
    "Period",
    "PeriodUnit",
    "Span",
    "WorkCalendar",
    "advance",
    "day_in",
    "day_ordinals",
    "epoch",
    "iso",
    "period_of",
    "periods_ending_in",
    "periods_overlapping",
    "previous",
    "working_days",
]
