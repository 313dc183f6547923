"""Spread the minutes of what is due over the working days of those who may do it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from fengqiao.errors import PeriodError
from fengqiao.planning.items import DueItem
from fengqiao.planning.staffing import Staffing
from fengqiao.timing import Period, Span, WorkCalendar, advance, period_of, working_days

PartUnit = Literal["month", "week"]
"""What the minutes of a period are told by."""


@frozen
class _Shares:
    """Whose working days an item weighs on.

    Attributes:
        cells: Staff, month or week and their days in it, of those that are asked for.
        before: Days of everybody before the first of them.
        overall: Days of everybody in the item's whole period.
    """

    cells: tuple[tuple[str | None, str, int], ...]
    before: int
    overall: int


class Spreader:
    """Knows for each item whose working days it weighs on, and in which months or weeks.

    What one item asks is the same for the next one with the same people and period, so it is
    found once.
    """

    def __init__(
        self, staffing: Staffing, asked: Span, calendar: WorkCalendar, by: PartUnit = "month"
    ) -> None:
        self._by: PartUnit = by
        self._staffing = staffing
        self._asked = asked
        self._published = Span(calendar.published_from, calendar.published_through)
        self._calendar = calendar
        self._worked: dict[Span, list[int]] = {}
        self._known: dict[tuple[object, ...], _Shares] = {}

    def spread(
        self, item: DueItem, minutes: int | None
    ) -> Iterator[tuple[tuple[str | None, str], int | None]]:
        """Minutes by staff and month or week, for those of the period asked for.

        Args:
            item: What is due.
            minutes: All of them; None where nobody said how long it takes: then only the staff and
                months or weeks on which it weighs.

        Returns:
            Whole minutes. Asked one by one, they add up to `minutes` over the item's period.
        """
        span = _own_period(item)
        who = (item.subject_kind, item.subject, item.area, item.station, item.staff, item.who)
        shares = self._known.get((*who, span))
        if shares is None:
            shares = self._known[*who, span] = self._shares(item, span)
        before = shares.before
        for staff, month, days in shares.cells:
            share = None
            if minutes is not None:
                past = minutes * before // shares.overall
                share = minutes * (before + days) // shares.overall - past
            before += days
            yield (staff, month), share

    def _shares(self, item: DueItem, span: Span) -> _Shares:
        worked = self._days(span)
        held: dict[str | None, set[int]] = {}
        for capacity, days in self._staffing.who_may(item, span):
            if some := _within(worked, days):
                held.setdefault(capacity.staff, set()).update(some)
        held = held or {None: set(worked)}
        met = span.meet(self._asked)
        months = tuple(_parts(met, self._by)) if met else ()
        everybody = sorted(held, key=lambda staff: staff or "")
        cells = [
            (staff, str(period_of(self._by, month.first)), count)
            for month in months
            for staff in everybody
            if (count := len(held[staff].intersection(_ordinals(month))))
        ]
        first = months[0].first.toordinal() if months else 0
        return _Shares(
            cells=tuple(cells),
            before=sum(day < first for some in held.values() for day in some),
            overall=sum(map(len, held.values())),
        )

    def _days(self, span: Span) -> list[int]:
        """Working days of a span as far as they are published; every day where there are none."""
        if span not in self._worked:
            published = span.meet(self._published)
            worked = working_days(published, self._calendar) if published else ()
            self._worked[span] = [day.toordinal() for day in worked or span]
        return self._worked[span]


def _own_period(item: DueItem) -> Span:
    """The days that an item is owed for; its window where they are no period of the calendar."""
    if item.season is not None:
        return item.season
    try:
        return Period.parse(item.period).span
    except PeriodError:
        pass
    return item.window


def _ordinals(span: Span) -> range:
    return range(span.first.toordinal(), span.last.toordinal() + 1)


def _within(days: list[int], span: Span) -> list[int]:
    """Those of some days, in order, that lie in a span."""
    inside = _ordinals(span)
    return days[bisect_left(days, inside.start) : bisect_right(days, inside.stop - 1)]


def _parts(span: Span, by: PartUnit) -> Iterator[Span]:
    """The span, month by month or week by week."""
    rest: Span | None = span
    while rest is not None:
        last = period_of(by, rest.first).last
        yield Span(rest.first, min(last, rest.last))
        rest = Span(advance(last, 1, "day"), rest.last) if last < rest.last else None
