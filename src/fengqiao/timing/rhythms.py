"""Rhythms: periods of so many days, weeks or months, one after another from some day on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from fengqiao.timing.days import CalendarUnit, advance
from fengqiao.timing.periods import STRETCH, Period
from fengqiao.timing.spans import Span

_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}


@frozen
class Rhythm:
    """What comes every so many days, weeks or months.

    Args:
        count: How many units each period has.
        unit: day, week, month or year.
        anchor: First day of the first period. There is none before it.

    Units:
        count: units

    Examples:
        >>> str(Rhythm(2, "week", date(2018, 6, 25)).period_at(date(2018, 7, 9)))
        '2018-07-09..2018-07-22'
    """

    count: int
    unit: CalendarUnit
    anchor: date

    def period_at(self, day: date) -> Period | None:
        """The period in which a day lies; None before the first.

        Raises:
            PeriodError: It reaches outside 1900-9999.
        """
        if day < self.anchor:
            return None
        if self.unit in _DAYS:
            passed = day.toordinal() - self.anchor.toordinal()
            number = passed // (self.count * _DAYS[self.unit])
        else:
            passed = (day.year - self.anchor.year) * 12 + day.month - self.anchor.month
            number = passed // (self.count * _MONTHS[self.unit])
            if self._first(number) > day:
                number -= 1
        last = advance(self._first(number + 1), -1, "day")
        return Period(STRETCH, self._first(number), last)

    def periods(self, span: Span, *, overlapping: bool = False) -> tuple[Period, ...]:
        """Every period whose last day lies in a span, in order.

        Args:
            span: The days to look at.
            overlapping: Every period that shares a day with the span instead.

        Raises:
            PeriodError: One of them reaches outside 1900-9999.
        """
        return tuple(one for one in self._from(span) if overlapping or span.contains(one.last))

    def _from(self, span: Span) -> Iterator[Period]:
        """Every period that shares a day with a span."""
        found = self.period_at(max(span.first, self.anchor))
        while found is not None and found.first <= span.last:
            yield found
            found = self.period_at(advance(found.last, 1, "day"))

    def _first(self, number: int) -> date:
        return advance(self.anchor, number * self.count, self.unit)
