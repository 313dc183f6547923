"""Periods of the calendar: a year, half-year, quarter, month, ISO week or day, and their labels."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Literal, Self, get_args

from attrs import frozen

from fengqiao.errors.timing import PeriodError
from fengqiao.timing.calendar import WorkCalendar, working_days
from fengqiao.timing.days import EARLIEST_YEAR, LAST_DAY, out_of_range, require_day
from fengqiao.timing.spans import Span

STRETCH: Literal["stretch"] = "stretch"
PeriodUnit = Literal["day", "working_day", "week", "month", "quarter", "half_year", "year"]

PeriodKind = PeriodUnit | Literal["stretch"]
"""A period of the calendar, or a stretch of days such as two weeks from some day on."""

_UNITS: tuple[PeriodUnit, ...] = get_args(PeriodUnit)
_MONTHS: dict[PeriodUnit, int] = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}
_STRETCH = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})\.\.([0-9]{4}-[0-9]{2}-[0-9]{2})")
_LABEL = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-H(?P<half_year>[12])|-Q(?P<quarter>[1-4])|-W(?P<week>[0-9]{2})"
    r"|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?"
)


@frozen
class Period:
    """One whole period of a unit, such as July 2018 or the 27th ISO week of 2018.

    Args:
        unit: What kind of period; `stretch` for days that are no period of the calendar, such as
            the two weeks of a duty that is due every two weeks.
        first: Its first day.
        last: Its last day, included.

    Raises:
        PeriodError: The days are not exactly one period of the unit, or outside 1900-9999.

    Examples:
        >>> str(Period.parse("2018-W27")), Period.parse("2018-W27").last
        ('2018-W27', datetime.date(2018, 7, 8))
    """

    unit: PeriodKind
    first: date
    last: date

    def __attrs_post_init__(self) -> None:
        """Check that this is exactly one period."""
        require_day(self.first, self.last)
        if self.unit == "stretch":
            Span(self.first, self.last)
            return
        if _bounds(self.unit, self.first) != (self.first.toordinal(), self.last.toordinal()):
            raise PeriodError("period.not_whole", unit=self.unit)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a label: `2018`, `2018-H2`, `2018-Q3`, `2018-07`, `2018-W27` or `2018-07-20`.

        A working day has the label of its day and is read as a day. A stretch has both its ends:
        `2018-06-25..2018-07-08`.

        Args:
            text: The label, exactly as written here.

        Returns:
            The period.

        Raises:
            PeriodError: The text is none of these, names no day that exists, or lies outside the
                years 1900-9999. The text itself is not repeated.
        """
        if (stretch := _STRETCH.fullmatch(text)) is not None:
            return cls(STRETCH, *(cls.parse(day).first for day in stretch.groups()))
        found = _LABEL.fullmatch(text)
        if found is None:
            raise PeriodError("period.text")
        parts = {name: int(part) for name, part in found.groupdict().items() if part}
        if parts["year"] < EARLIEST_YEAR:
            raise out_of_range()
        start = _start(parts)
        if start is None:
            raise PeriodError("period.text")
        unit, day = start
        first, last = _bounds(unit, day)
        if last > LAST_DAY.toordinal():
            raise out_of_range()
        return cls(unit, date.fromordinal(first), date.fromordinal(last))

    @property
    def span(self) -> Span:
        """The days of the period."""
        return Span(self.first, self.last)

    @property
    def label(self) -> str:
        """Text that `parse` reads; a working day has the label of its day."""
        if self.unit == STRETCH:
            return f"{self.first.isoformat()}..{self.last.isoformat()}"
        if self.unit == "year":
            return f"{self.first.year}"
        if self.unit in ("half_year", "quarter"):
            number = (self.first.month - 1) // _MONTHS[self.unit] + 1
            return f"{self.first.year}-{'H' if self.unit == 'half_year' else 'Q'}{number}"
        if self.unit == "month":
            return f"{self.first.year}-{self.first.month:02}"
        if self.unit == "week":
            year, week, _ = self.first.isocalendar()
            return f"{year}-W{week:02}"
        return self.first.isoformat()

    def __str__(self) -> str:
        """The label."""
        return self.label


def period_of(unit: PeriodUnit, day: date) -> Period:
    """Find the period of a unit in which a day lies.

    Args:
        unit: What kind of period. A `working_day` is the day itself: whether it is worked, only a
            calendar knows.
        day: Any day of it.

    Returns:
        The period.

    Raises:
        PeriodError: No such unit, or the period reaches outside 1900-9999.
    """
    require_day(day)
    first, last = _bounds(unit, day)
    if last > LAST_DAY.toordinal():
        raise out_of_range()
    return Period(unit, date.fromordinal(first), date.fromordinal(last))


def previous(period: Period, *, calendar: WorkCalendar | None = None) -> Period:
    """Find the period of the same unit just before.

    Args:
        period: Any period.
        calendar: Says which days are worked; needed for a working day.

    Returns:
        The period that ends the day before this one begins; of a working day, the working day
        before it.

    Raises:
        PeriodError: It would lie before 1900, a working day was asked without a calendar, or the
            period is a stretch: only its rhythm knows the one before.
        CalendarUnpublished: The calendar does not reach back to the working day before.
    """
    before = period.first.toordinal() - 1
    if period.unit == "working_day":
        worked = _needed(calendar)
        while not worked.is_working_day(date.fromordinal(before)):
            before -= 1
    if period.unit == "stretch":
        raise PeriodError("period.unit", known=_UNITS)
    return period_of(period.unit, date.fromordinal(before))


def periods_ending_in(
    unit: PeriodUnit, span: Span, *, calendar: WorkCalendar | None = None
) -> tuple[Period, ...]:
    """Every period of a unit whose last day lies in the span.

    For July 2018 those are the month itself, ISO weeks 26 to 30, or each working day.

    Args:
        unit: What kind of period.
        span: Where the last days must lie.
        calendar: Says which days are worked; needed for `working_day`.

    Returns:
        The periods in order, without a gap (working days: as the calendar has them); empty where
        none ends in the span.

    Raises:
        PeriodError: No such unit, or working days were asked without a calendar.
        CalendarUnpublished: Working days were asked for a day that the calendar does not hold.
    """
    if unit == "working_day":
        return tuple(Period(unit, day, day) for day in working_days(span, _needed(calendar)))
    through = span.last.toordinal()
    first, last = _bounds(unit, span.first)
    found = []
    while last <= through:
        found.append(Period(unit, date.fromordinal(first), date.fromordinal(last)))
        if last == LAST_DAY.toordinal():
            break
        first, last = _bounds(unit, date.fromordinal(last + 1))
    return tuple(found)


def periods_overlapping(
    unit: PeriodUnit, span: Span, *, calendar: WorkCalendar | None = None
) -> tuple[Period, ...]:
    """Every period of a unit that shares a day with the span.

    For the 31st ISO week of 2018 those are July and August, the week itself, or each working day
    in it.

    Args:
        unit: What kind of period.
        span: The days to look at.
        calendar: Says which days are worked; needed for `working_day`.

    Returns:
        The periods in order, without a gap; never empty, but for working days.

    Raises:
        PeriodError: No such unit, working days were asked without a calendar, or the last period
            reaches outside 1900-9999.
        CalendarUnpublished: Working days were asked for a day that the calendar does not hold.
    """
    if unit == "working_day":
        return periods_ending_in(unit, span, calendar=calendar)
    return periods_ending_in(unit, Span(span.first, period_of(unit, span.last).last))


def _needed(calendar: WorkCalendar | None) -> WorkCalendar:
    if calendar is None:
        raise PeriodError("period.needs_calendar")
    return calendar


def _bounds(unit: PeriodUnit, day: date) -> tuple[int, int]:
    """Ordinals of first and last day; the last week of 9999 ends past the last day there is."""
    if unit in _MONTHS:
        length = _MONTHS[unit]
        start = (day.month - 1) // length * length + 1
        end = start + length - 1
        last = date(day.year, end, monthrange(day.year, end)[1])
        return date(day.year, start, 1).toordinal(), last.toordinal()
    ordinal = day.toordinal()
    if unit == "week":
        monday = ordinal - day.weekday()
        return monday, monday + 6
    if unit not in _UNITS:
        raise PeriodError("period.unit", known=_UNITS)
    return ordinal, ordinal


def _start(parts: dict[str, int]) -> tuple[PeriodUnit, date] | None:
    """Unit and first day that a label's parts name; None where there is no such day."""
    year = parts["year"]
    try:
        if "day" in parts:
            return "day", date(year, parts["month"], parts["day"])
        if "week" in parts:
            return "week", date.fromisocalendar(year, parts["week"], 1)
        for unit, length in _MONTHS.items():
            if unit != "year" and unit in parts:
                return unit, date(year, (parts[unit] - 1) * length + 1, 1)
        return "year", date(year, 1, 1)
    except ValueError:
        return None
