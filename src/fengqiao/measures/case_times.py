"""How long it took in a case, in the unit of a limit, counted as the limit's deadline is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

from attrs import define, evolve, field

from fengqiao.errors import CalendarUnpublished
from fengqiao.measures.cases import Step
from fengqiao.rules.values import Unit
from fengqiao.timing import CountingRule, Length, WorkCalendar, advance, deadline

_DayUnit = Literal["day", "week", "month", "year"]
_HOUR = 3600
_SECONDS = {"minute": 60, "hour": _HOUR}
_ANY_ZONE = ZoneInfo("UTC")
"""Days are given as days here, so that no zone moves them."""


@define
class Ends:
    """Where days end as last days of a period, under one rule of counting.

    Attributes:
        rule: The rule.
        calendar: Says which days are worked.
    """

    rule: CountingRule
    calendar: WorkCalendar
    _moved: dict[tuple[date, str], date | None] = field(init=False, factory=dict)

    @property
    def _counts_first(self) -> bool:
        """Whether the day of the beginning is the first that counts."""
        return self.rule.first_day == "in"

    def units(self, start: Step, stop: Step, unit: Unit) -> tuple[tuple[int, int], ...]:
        """How long it took from one step to another, in a unit.

        Of minutes and hours it is a fraction. Of days, working days, weeks, months and years it is
        the least number of them that, as a limit, would have had its deadline no earlier.

        Returns:
            One pair for each reading of what the rule leaves open; none past the calendar.
        """
        if unit == "minute" or unit == "hour":  # noqa: PLR1714  so that mypy knows what is left
            at = int(start["at"])
            if self.rule.first_hour == "next_hour":
                at += _HOUR - at % _HOUR
            return ((max(0, int(stop["at"]) - at), _SECONDS[unit]),)
        first, last = date.fromordinal(start["day"]), date.fromordinal(stop["day"])
        if unit == "working_day":
            return self._working_days(first, last)
        found = []
        for rule in _readings(self.rule):
            reached = self._reached(first, last, rule)
            if reached is None:
                return ()
            beyond = advance(reached, 1, "day") if self._counts_first else reached
            found.append((_least(first, beyond, unit), 1))
        return tuple(found)

    def _working_days(self, first: date, last: date) -> tuple[tuple[int, int], ...]:
        """The least number of working days of which the last is this day or later."""
        days = range(first.toordinal() + (not self._counts_first), last.toordinal() + 1)
        try:
            worked = [self.calendar.is_working_day(date.fromordinal(day)) for day in days]
        except CalendarUnpublished:
            return ()
        return ((sum(worked) + bool(worked and not worked[-1]), 1),)

    def _reached(self, first: date, last: date, rule: CountingRule) -> date | None:
        """The earliest last day that moves to this day or later; None past the calendar."""
        while last > first:
            moved = self._end(advance(last, -1, "day"), rule)
            if moved is None:
                return None
            if moved < last:
                break
            last = advance(last, -1, "day")
        return last

    def _end(self, day: date, rule: CountingRule) -> date | None:
        key = day, rule.weekends or ""
        if key not in self._moved:
            end = deadline(
                advance(day, -1, "day"),
                Length(1, "day"),
                rule,
                zone=_ANY_ZONE,
                calendar=self.calendar,
            )
            self._moved[key] = end.last_day
        return self._moved[key]


def _least(first: date, last: date, unit: _DayUnit) -> int:
    number = 0
    while advance(first, number, unit) < last:
        number += 1
    return number


def _readings(rule: CountingRule) -> Iterator[CountingRule]:
    """The rule under each reading of plain weekends, days counted from the day after."""
    plain = evolve(rule, first_day="out")
    if rule.weekends is not None:
        yield plain
        return
    for word in ("stay", "roll"):
        yield plain.filled({"weekends": word})
