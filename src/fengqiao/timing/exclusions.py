"""Spans of time that a period leaves out: work of experts, a hold, the way of a letter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

from attrs import frozen

from fengqiao.errors.timing import DeadlineError
from fengqiao.timing.counting import ExcludedDays
from fengqiao.timing.hours import Stretch, moment, whole_day
from fengqiao.timing.instants import day_in

Within = Literal["always", "open_hours"]
Open = Callable[[date], tuple[Stretch, ...]]
"""Opening hours of a day, as moments."""


@frozen(kw_only=True)
class Exclusion:
    """A span that a period leaves out.

    Args:
        reason: Code of the reason: `expert`, `hearing`, `hold`, `delivery`.
        begins: Moment (seconds since 1970) or day at which it begins.
        ends: Moment at which it ended, or its last day; None while it lasts.
        within: `open_hours` where it counts only as far as it overlaps them.
        clause: Where it stands that this time is left out.

    Raises:
        DeadlineError: It ends before it begins, or one end is a day and the other a moment.
    """

    reason: str
    begins: int | date
    ends: int | date | None
    within: Within = "always"
    clause: str = ""

    def __attrs_post_init__(self) -> None:
        """Check the order of the ends."""
        if self.ends is None:
            return
        if isinstance(self.begins, int) != isinstance(self.ends, int):
            raise DeadlineError("deadline.mixed_ends")
        if _number(self.ends) < _number(self.begins):
            raise DeadlineError("deadline.excluded_reversed")

    def stretch(self, zone: ZoneInfo) -> tuple[int, int | None]:
        """From its first moment (included) to its end (not included; None while it lasts)."""
        begins = moment(self.begins, 0, zone) if isinstance(self.begins, date) else self.begins
        ends = moment(self.ends, 1440, zone) if isinstance(self.ends, date) else self.ends
        return begins, ends

    def reach(self, zone: ZoneInfo) -> tuple[date, date | None]:
        """First and last day that it touches; no last day while it lasts."""
        begins, ends = self.stretch(zone)
        first = day_in(zone, begins)
        return first, None if ends is None else day_in(zone, max(begins, ends - 1))

    def leaves_out(self, day: date, days: ExcludedDays, zone: ZoneInfo, open_on: Open) -> bool:
        """Whether a day that it reaches is left out, by one reading of `ExcludedDays`."""
        stretch = self.stretch(zone)
        if days == "after_first" and day == day_in(zone, stretch[0]):
            return False
        parts = open_on(day) if self.within == "open_hours" else (whole_day(day, zone),)
        if days == "whole":
            return bool(parts) and all(meet(part, stretch) == part for part in parts)
        return any(meet(part, stretch) is not None for part in parts)


def _number(at: int | date) -> int:
    return at if isinstance(at, int) else at.toordinal()


def meet(one: Stretch, other: tuple[int, int | None]) -> Stretch | None:
    """What two stretches share; None where that is nothing."""
    first = max(one[0], other[0])
    last = one[1] if other[1] is None else min(one[1], other[1])
    return (first, last) if first < last else None
