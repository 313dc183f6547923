"""Errors about days, spans, periods, moments and calendars."""

from __future__ import annotations

from fengqiao.errors.family import FengqiaoError


class PeriodError(FengqiaoError, ValueError):
    """A day, span, period or moment that is not one, or lies outside the years known here."""


class CalendarUnpublished(FengqiaoError, LookupError):
    """A day for which no notice on working days has been published in the calendar used."""


class DeadlineError(FengqiaoError, ValueError):
    """A period that can't be counted as asked, or an extension that isn't allowed."""
