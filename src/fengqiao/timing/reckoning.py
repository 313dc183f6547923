"""What a period is reckoned in: its rule, zone, calendar and hours, and the spans it leaves out."""

from __future__ import annotations

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from attrs import field, frozen

from fengqiao.errors.timing import DeadlineError
from fengqiao.timing.calendar import WorkCalendar
from fengqiao.timing.counted import Notes
from fengqiao.timing.counting import OPEN_TERMS, CountingRule
from fengqiao.timing.exclusions import Exclusion
from fengqiao.timing.hours import OpenHours, Stretch, moment

ONE_DAY = timedelta(days=1)
LONGEST_WAIT = 3660
"""Days after which a period in which nothing counts is taken to stand still."""


class TermNeeded(Exception):
    """The end depends on something that the rule leaves open."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(name)


class StandsStill(Exception):
    """The period waits for the end of a span that is left out."""


@frozen(kw_only=True)
class Frame:
    """What a period is reckoned in."""

    rule: CountingRule
    zone: ZoneInfo
    calendar: WorkCalendar | None
    hours: OpenHours | None
    exclusions: tuple[Exclusion, ...]
    notes: Notes
    _reach: tuple[tuple[date, date | None], ...] = field(init=False)

    @_reach.default
    def _reach_of_each(self) -> tuple[tuple[date, date | None], ...]:
        return tuple(exclusion.reach(self.zone) for exclusion in self.exclusions)

    def term(self, name: str) -> object:
        """Value of a term; asked only where it matters."""
        value = getattr(self.rule, name)
        if value is None and name in OPEN_TERMS:
            raise TermNeeded(name)
        return value

    def need_calendar(self) -> WorkCalendar:
        """The calendar; an error of ours where there is none."""
        if self.calendar is None:
            raise DeadlineError("deadline.needs_calendar")
        return self.calendar

    def open_on(self, day: date) -> tuple[Stretch, ...]:
        """Opening hours of a day, as moments."""
        if self.hours is None:
            raise DeadlineError("deadline.needs_hours")
        pairs = self.hours.of(day, self.calendar)
        return tuple((moment(day, a, self.zone), moment(day, b, self.zone)) for a, b in pairs)

    def free_days(self, day: date) -> int | None:
        """Days from this one on that no exclusion reaches; None where none follows."""
        if any(first <= day and (last is None or day <= last) for first, last in self._reach):
            return 0
        return min(((first - day).days for first, _ in self._reach if first > day), default=None)

    def excluded(self, day: date) -> Exclusion | None:
        """The first exclusion that leaves a day out."""
        for exclusion, (first, last) in zip(self.exclusions, self._reach, strict=True):
            if day < first or (last is not None and day > last):
                continue
            if not exclusion.leaves_out(day, "touched", self.zone, self.open_on):
                continue
            days = self.term("excluded_days")
            if exclusion.leaves_out(day, days, self.zone, self.open_on):  # type: ignore[arg-type]  # a term's values are those of the parameter
                return exclusion
        return None
