"""Windows: the days of a period on which a duty may be done."""

from __future__ import annotations

from datetime import date

from fengqiao.errors import CalendarUnpublished
from fengqiao.judging.limits import settle
from fengqiao.measures import Reason, Task
from fengqiao.rules import DutyPhase, Exact, Rules
from fengqiao.rules.occasion_days import days_called
from fengqiao.timing import Span, WorkCalendar, advance, working_days

_DAYS_A_WEEK = 7


def find_window(rules: Rules, task: Task, calendar: WorkCalendar) -> tuple[Span, Reason | None]:
    """The days of a task's period on which what it asks for may be done.

    Args:
        rules: Hold the host's terms.
        task: Of a norm or a duty.
        calendar: Counts the working days of a window.

    Returns:
        The whole period, or what the duty's own window leaves of it; and why that window is not
        known, where the source narrows the period and does not say by how much.
    """
    phase = task.spoken.phase
    is_part = task.season is not None or (phase is not None and phase.prorate)
    whole = task.in_force if is_part else task.period.span
    if not isinstance(phase, DutyPhase) or phase.within is None:
        return whole, None
    stated = next((one for one in phase.requirements if one.field == "within"), None)
    if stated is None:
        return whole, None
    settled = settle(rules, task.spoken, stated.comparison, "within")
    limit = settled.comparison.limit if settled.comparison else None
    if not isinstance(limit, Exact):
        return whole, settled.reason or "not_configured"
    narrowed, reason = _narrowed(task.period.span, limit, calendar, from_end=phase.within == "end")
    return narrowed.meet(whole) or whole, reason


def find_days(rules: Rules, task: Task, window: Span) -> frozenset[date] | None:
    """The days of a window on which a duty says that it is done; None where any of them will do.

    Where the source leaves them open and the host has not said, any day will do. Between two
    stretches of a season lie days that will not.
    """
    named = _named_days(rules, task, window)
    season = task.season or ()
    if len(season) > 1:
        days = frozenset(window) if named is None else named
        return frozenset(day for day in days if any(span.contains(day) for span in season))
    return named


def _named_days(rules: Rules, task: Task, window: Span) -> frozenset[date] | None:
    """Weekdays and days of the month, where the duty names them."""
    phase = task.spoken.phase
    found = phase.requirements if isinstance(phase, DutyPhase) else ()
    stated = next((one for one in found if one.field == "on"), None)
    if stated is None:
        return None
    comparison = settle(rules, task.spoken, stated.comparison, "on").comparison
    limit = comparison.limit if comparison else None
    if not isinstance(limit, frozenset):
        return None
    return days_called(limit, window.first, window.last)


def _narrowed(
    period: Span, limit: Exact, calendar: WorkCalendar, *, from_end: bool
) -> tuple[Span, Reason | None]:
    """So many days from one side of a period, its first or last day counted as 1."""
    count = limit.num // limit.den
    if limit.unit == "working_day":
        try:
            return _worked(period, count, calendar, from_end=from_end), None
        except CalendarUnpublished:
            return period, "calendar_unpublished"
    if limit.unit == "week":
        count = limit.num * _DAYS_A_WEEK // limit.den
    elif limit.unit != "day":
        return period, "not_configured"
    if count >= period.days:
        return period, None
    if from_end:
        return Span(advance(period.last, 1 - count, "day"), period.last), None
    return Span(period.first, advance(period.first, count - 1, "day")), None


def _worked(period: Span, count: int, calendar: WorkCalendar, *, from_end: bool) -> Span:
    """So many working days from one side; days of rest before the next one belong to it."""
    worked: tuple[date, ...] = working_days(period, calendar)
    if count >= len(worked):
        return period
    if from_end:
        return Span(advance(worked[-count - 1], 1, "day"), period.last)
    return Span(period.first, advance(worked[count], -1, "day"))


def still_open(window: Span, on: date) -> Span:
    """What is left of a window after a day; the whole of it where nothing is."""
    if window.last <= on or on < window.first:
        return window
    return Span(advance(on, 1, "day"), window.last)
