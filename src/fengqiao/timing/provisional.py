"""A calendar that goes on as ordinary weeks past its last published day, and says so."""

from __future__ import annotations

from datetime import date

from attrs import define

from fengqiao.timing.calendar import WORKING_KINDS, DayKind, WorkCalendar

_SATURDAY = 5


@define
class ProvisionalCalendar:
    """A published calendar, then ordinary weeks; `guessed` tells whether they were asked for."""

    published: WorkCalendar
    guessed: bool = False

    @property
    def name(self) -> str:
        """Name of the published calendar."""
        return self.published.name

    @property
    def published_from(self) -> date:
        """First day of the published calendar."""
        return self.published.published_from

    @property
    def published_through(self) -> date:
        """Last day of the published calendar."""
        return self.published.published_through

    def kind(self, day: date) -> DayKind:
        """What this day is; past the published calendar a workday or a weekend."""
        if day <= self.published_through:
            return self.published.kind(day)
        self.guessed = True
        return "weekend" if day.weekday() >= _SATURDAY else "workday"

    def is_working_day(self, day: date) -> bool:
        """Whether this day is worked."""
        return self.kind(day) in WORKING_KINDS

    def source(self, day: date) -> str:
        """Document that settles this day; empty past the published calendar."""
        return self.published.source(day) if day <= self.published_through else ""
