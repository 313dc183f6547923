"""How a text of law counts time: a length, and the named rule by which it runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, Self, get_args

from attrs import evolve, field, frozen

from fengqiao.errors.timing import DeadlineError
from fengqiao.timing.calendar import WORKING_KINDS, DayKind

TimeUnit = Literal["minute", "hour", "day", "working_day", "week", "month", "year"]
HOUR_UNITS: frozenset[TimeUnit] = frozenset({"minute", "hour"})

FirstDay = Literal["out", "in"]
FirstHour = Literal["moment", "next_hour"]
HoursRun = Literal["always", "open_hours"]
Cutoff = Literal["end_of_day", "close_of_business"]
Weekends = Literal["stay", "roll"]
ExcludedDays = Literal["touched", "whole", "after_first"]
ExtendedFrom = Literal["period", "end"]

CITED = (
    "first_day",
    "first_hour",
    "units",
    "working_day",
    "month",
    "roll",
    "end_of_day",
    "close",
    "hours",
    "posting",
)
"""What a rule says that may have a clause of its own."""

OPEN_TERMS: Mapping[str, tuple[str, ...]] = {
    "weekends": get_args(Weekends),
    "excluded_days": get_args(ExcludedDays),
    "extended_from": get_args(ExtendedFrom),
}
"""What a rule may leave open, and the readings there are."""


@frozen
class Length:
    """A length of time as a clause states it: `Length(7, "working_day")`.

    Raises:
        DeadlineError: The count is not a whole number from 1 on, or the unit is none of time.
    """

    count: int
    unit: TimeUnit

    def __attrs_post_init__(self) -> None:
        """Check both."""
        if type(self.count) is not int or self.count < 1:
            raise DeadlineError("deadline.length")
        if self.unit not in get_args(TimeUnit):
            raise DeadlineError("deadline.unit", known=get_args(TimeUnit))

    def plain(self) -> str:
        """As a pack writes it: `7 working_days`."""
        return f"{self.count} {self.unit}{'s' * (self.count != 1)}"


def _kinds(kinds: Iterable[DayKind]) -> frozenset[DayKind]:
    return frozenset(kinds)


@frozen(kw_only=True)
class CountingRule:
    """A named way to count a period; a pack or a host supplies it, nothing here presumes one.

    A rest is a run of consecutive days that are not worked. A last day inside a rest moves to the
    day after it where the rest holds a day of a kind in `rolls_on`; where it holds none, but one
    of a kind in `open_on`, whether it moves is an open term.

    Args:
        id: Name of the rule.
        zh: Its name in Chinese.
        en: Its name in English.
        first_day: Whether the day of the beginning is left out or counts as the first.
        first_hour: Whether hours run from the moment or from the next full hour.
        rolls_on: Kinds of day of rest that move a last day; empty where none does.
        weekends: Whether a plain weekend moves it too; None where the text leaves it open.
        cutoff: When the last day ends; `close_of_business` needs hours, and where none are given
            the day ends at 24:00.
        hours_run: Whether hours run round the clock or in opening hours only.
        excluded_days: Which days of an excluded span are left out: each that it touches, each
            that it fills, or each after its first; None where that is open.
        extended_from: Whether an extension lengthens the period or runs from its end as it was
            moved; None where that is open.
        posting_counts: Whether what was posted before the end is in time.
        cites: Clause for each thing the rule says, by the names in `CITED`; `rule` for the rest.
    """

    id: str
    zh: str = ""
    en: str = ""
    first_day: FirstDay = "out"
    first_hour: FirstHour = "moment"
    rolls_on: frozenset[DayKind] = field(default=frozenset(), converter=_kinds)
    weekends: Weekends | None = None
    cutoff: Cutoff = "end_of_day"
    hours_run: HoursRun = "always"
    excluded_days: ExcludedDays | None = None
    extended_from: ExtendedFrom | None = None
    posting_counts: bool = False
    cites: Mapping[str, str] = field(factory=dict, hash=False)

    def __attrs_post_init__(self) -> None:
        """Refuse a kind of day that is worked."""
        if self.rolls_on & WORKING_KINDS:
            raise DeadlineError("deadline.rolls_on", rule=self.id)

    @property
    def open_terms(self) -> tuple[str, ...]:
        """Names of what the rule leaves open."""
        return tuple(name for name in OPEN_TERMS if getattr(self, name) is None)

    def filled(self, terms: Mapping[str, str]) -> Self:
        """Fill open terms; one that the rule settles itself stays as it is.

        Args:
            terms: Values by the names of `OPEN_TERMS`.

        Returns:
            The rule with these terms settled.

        Raises:
            DeadlineError: A name or value is none of `OPEN_TERMS`.
        """
        for name, value in terms.items():
            if value not in OPEN_TERMS.get(name, ()):
                raise DeadlineError("deadline.term", known=tuple(OPEN_TERMS))
        settled: dict[str, Any] = {n: terms[n] for n in self.open_terms if n in terms}
        return evolve(self, **settled)

    def clause(self, what: str) -> str:
        """Clause behind one thing that the rule says, or else behind the rule as a whole."""
        return self.cites.get(what) or self.cites.get("rule", "")
