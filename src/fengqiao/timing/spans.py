"""Closed spans of days: from a first to a last day, both included."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Self

from attrs import frozen

from fengqiao.errors.timing import PeriodError
from fengqiao.timing.days import require_day

_ONE_DAY = timedelta(days=1)


@frozen(order=True)
class Span:
    """A closed span of days; it has at least one day, and sorts by first, then last day.

    Args:
        first: First day, included.
        last: Last day, included; `date.max` where there is no end.

    Raises:
        PeriodError: The last day lies before the first, or an end is not a plain day from 1900 on.

    Examples:
        >>> Span(date(2018, 7, 1), date(2018, 7, 31)).days
        31
    """

    first: date
    last: date

    def __attrs_post_init__(self) -> None:
        """Check both ends."""
        require_day(self.first, self.last)
        if self.last < self.first:
            raise PeriodError("span.reversed")

    @classmethod
    def day(cls, day: date) -> Self:
        """Span of a single day."""
        return cls(day, day)

    @property
    def days(self) -> int:
        """Number of days, both ends counted.

        Units:
            days
        """
        return self.last.toordinal() - self.first.toordinal() + 1

    def __len__(self) -> int:
        """Number of days, both ends counted."""
        return self.days

    def __iter__(self) -> Iterator[date]:
        """Each day, in order."""
        return map(date.fromordinal, range(self.first.toordinal(), self.last.toordinal() + 1))

    def __contains__(self, day: date) -> bool:
        """Whether the day lies in the span."""
        return self.contains(day)

    def contains(self, day: date) -> bool:
        """Whether the day lies in the span."""
        return self.first <= day <= self.last

    def covers(self, other: Span) -> bool:
        """Whether every day of the other lies in this one."""
        return self.first <= other.first and other.last <= self.last

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def meet(self, other: Span) -> Span | None:
        """Days that the two share; None where they share none."""
        first, last = max(self.first, other.first), min(self.last, other.last)
        return Span(first, last) if first <= last else None

    def cut_at(self, days: Iterable[date]) -> tuple[Span, ...]:
        """Cut into pieces, one beginning at each of these days.

        Args:
            days: Days at which a new piece begins, in any order; those that do not lie in the
                span, and its first day, cut nothing.

        Returns:
            The pieces in order; together they are the span. The span itself where nothing cuts.
        """
        starts = sorted({day for day in days if self.contains(day)} | {self.first})
        ends = [start - _ONE_DAY for start in starts[1:]] + [self.last]
        return tuple(map(Span, starts, ends))

    def gaps(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """Find the days of this span that none of the others holds.

        Args:
            spans: Spans in any order; they may overlap and reach outside.

        Returns:
            What is left, in order, as spans with days between them; empty where all is covered.
        """
        left = []
        start = self.first.toordinal()
        for span in sorted(other for other in spans if self.overlaps(other)):
            if span.first.toordinal() > start:
                left.append(Span(date.fromordinal(start), span.first - _ONE_DAY))
            start = max(start, span.last.toordinal() + 1)
        if start <= self.last.toordinal():
            left.append(Span(date.fromordinal(start), self.last))
        return tuple(left)
