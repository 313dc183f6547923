"""Days, spans, periods, calendars, moments and deadlines: all date arithmetic of this library.

Nothing here asks what day it is. A day is a `datetime.date` from 1900 to 9999, a span is closed,
and a moment is whole seconds since 1970-01-01T00:00Z.
"""

from __future__ import annotations

from fengqiao.timing.calendar import WORKING_KINDS, DayKind, WorkCalendar, working_days
from fengqiao.timing.clock_runs import run_clock
from fengqiao.timing.clocks import Clock, ClockEvent, ClockRun, Hold
from fengqiao.timing.counted import CountedSpan
from fengqiao.timing.counting import CountingRule, Length
from fengqiao.timing.days import CalendarUnit, advance
from fengqiao.timing.days_cn import CN_CALENDAR, CnCalendar, HolidayNotice
from fengqiao.timing.deadlines import Deadline, Reading
from fengqiao.timing.ends import deadline
from fengqiao.timing.exclusions import Exclusion
from fengqiao.timing.extensions import Extension, ExtensionRule
from fengqiao.timing.hours import OpenHours
from fengqiao.timing.instants import day_in, day_ordinals, epoch, iso
from fengqiao.timing.overdue import Overdue, overdue
from fengqiao.timing.periods import (
    Period,
    PeriodUnit,
    period_of,
    periods_ending_in,
    periods_overlapping,
    previous,
)
from fengqiao.timing.rhythms import Rhythm
from fengqiao.timing.spans import Span

__all__ = [
    "CN_CALENDAR",
    "WORKING_KINDS",
    "CalendarUnit",
    "Clock",
    "ClockEvent",
    "ClockRun",
    "CnCalendar",
    "CountedSpan",
    "CountingRule",
    "DayKind",
    "Deadline",
    "Exclusion",
    "Extension",
    "ExtensionRule",
    "Hold",
    "HolidayNotice",
    "Length",
    "OpenHours",
    "Overdue",
    "Period",
    "PeriodUnit",
    "Reading",
    "Rhythm",
    "Span",
    "WorkCalendar",
    "advance",
    "day_in",
    "day_ordinals",
    "deadline",
    "epoch",
    "iso",
    "overdue",
    "period_of",
    "periods_ending_in",
    "periods_overlapping",
    "previous",
    "run_clock",
    "working_days",
]
