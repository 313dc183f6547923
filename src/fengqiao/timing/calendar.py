"""Which days are worked: the kinds of day, and what a calendar has to answer."""

from __future__ import annotations

from datetime import date
from typing import Literal, Protocol

from fengqiao.timing.spans import Span

DayKind = Literal["workday", "weekend", "statutory", "exchanged_rest", "makeup_workday"]
"""What a day is.

- `workday`: a Monday to Friday on which nothing else holds.
- `weekend`: a Saturday or Sunday of rest, also one inside a published break.
- `statutory`: a day that the law itself makes a holiday, whatever day of the week it falls on.
- `exchanged_rest`: a Monday to Friday of rest by notice: exchanged for a weekend day that is
  worked, in place of a statutory day that fell on a weekend, or added to a break.
- `makeup_workday`: a Saturday or Sunday that is worked by notice.
"""

WORKING_KINDS: frozenset[DayKind] = frozenset({"workday", "makeup_workday"})


class WorkCalendar(Protocol):
    """A calendar of working days, with the span for which it has been published.

    Outside that span it answers nothing: `kind`, `is_working_day` and `source` raise
    `CalendarUnpublished`, since a guessed working day is worse than none.
    """

    @property
    def name(self) -> str:
        """Name that receipts carry."""
        ...

    @property
    def published_from(self) -> date:
        """First day that has a kind."""
        ...

    @property
    def published_through(self) -> date:
        """Last day that has a kind."""
        ...

    def kind(self, day: date) -> DayKind:
        """What this day is."""
        ...

    def is_working_day(self, day: date) -> bool:
        """Whether this day is worked."""
        ...

    def source(self, day: date) -> str:
        """Number of the document that settles this day."""
        ...


def working_days(span: Span, calendar: WorkCalendar) -> tuple[date, ...]:
    """Working days of a span, in order.

    Args:
        span: The days to look at.
        calendar: Says which of them are worked.

    Returns:
        The days; empty where all are days of rest.

    Raises:
        CalendarUnpublished: A day of the span is outside what the calendar has published.
    """
    return tuple(day for day in span if calendar.is_working_day(day))
