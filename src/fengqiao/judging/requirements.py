"""Requirements of a duty, made ready to be judged: limits, and what is read off an occasion."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from attrs import evolve, frozen

from fengqiao.errors import CalendarUnpublished
from fengqiao.judging.compare import CEILINGS, FLOORS, MET, judge
from fengqiao.judging.limits import Settled, UsedTerm, every_term, in_minutes, settle
from fengqiao.measures import Column, Occasion, Reason, Task
from fengqiao.measures.action_items import REPORT_BACK
from fengqiao.rules import Comparison, DutyPhase, Exact, Limit, Requirement, Rules
from fengqiao.rules.occasion_days import day_of_month, days_until, words_of
from fengqiao.timing import Span, WorkCalendar, working_days

_DAYS_A_WEEK = 7

Reading = int | frozenset[str]
"""What a requirement reads off one occasion: a number or words."""


@frozen(kw_only=True)
class Ready:
    """A requirement ready to be judged.

    Attributes:
        settled: Its limit as occasions are compared with it.
        terms: Open terms that were used.
        read: What it reads off an occasion.
        shown_as: Unit word that actuals are shown with, or empty.
        is_too_late: Whether an occasion that does not fulfil it can't be followed by one that
            does: past a window at the start of a period, all later days are too late as well.
    """

    requirement: Requirement
    settled: Settled
    terms: tuple[UsedTerm, ...]
    read: Callable[[Occasion], Reading]
    shown_as: str = ""
    is_too_late: bool = False

    @property
    def _limit(self) -> Limit:
        """What it is compared with; what the source leaves open where the host gave nothing."""
        return (self.settled.comparison or self.requirement.comparison).limit

    def holds(self, occasion: Occasion) -> bool:
        """Whether one occasion fulfils it."""
        return self._fulfils(self.read(occasion))

    def column(self, chosen: Sequence[Sequence[Occasion]]) -> Column:
        """One value per subject: the least favourable of its occasions; 0 or no words if none."""
        least = [self._least([self.read(occasion) for occasion in some]) for some in chosen]
        if isinstance(self._limit, frozenset):
            return Column(
                words=[one if isinstance(one, frozenset) else frozenset() for one in least]
            )
        return Column([one if isinstance(one, int) else 0 for one in least])

    def _fulfils(self, value: Reading) -> bool:
        column = Column(words=[value]) if isinstance(value, frozenset) else Column([value])
        judged = judge(column, self.settled, size=1, has_ended=True, known={})
        return judged.results[0] == MET

    def _least(self, values: Sequence[Reading]) -> Reading | None:
        """The lowest for a floor, the highest for a ceiling, else the first that falls short."""
        numbers = [value for value in values if isinstance(value, int)]
        op = (self.settled.comparison or self.requirement.comparison).op
        if numbers and op in FLOORS:
            return min(numbers)
        if numbers and op in CEILINGS:
            return max(numbers)
        return next(
            (value for value in values if not self._fulfils(value)), next(iter(values), None)
        )


_READ: Mapping[str, Callable[[Occasion], Reading]] = {
    "times": lambda _: 1,
    "on": lambda one: words_of(date.fromordinal(one.day)),
    "lasts": lambda one: one.minutes,
    "people": lambda one: one.people or 0,
    "who": lambda one: one.roles,
    "invite": lambda one: one.invited,
    "covers": lambda one: one.covers,
}


def _reported(one: Occasion) -> Reading:
    """Topics; reporting back counts only where every item of the last meeting was heard."""
    return one.covers if one.reported >= one.items else one.covers - {REPORT_BACK}


def make_ready(rules: Rules, task: Task, phase: DutyPhase, calendar: WorkCalendar) -> list[Ready]:
    """The requirements of a phase, in its order.

    Args:
        rules: Hold the host's terms.
        task: Names the period.
        phase: The duty as it is in force.
        calendar: Counts working days of a window.
    """
    return [_ready(rules, task, phase, one, calendar) for one in phase.requirements]


def _ready(
    rules: Rules, task: Task, phase: DutyPhase, requirement: Requirement, calendar: WorkCalendar
) -> Ready:
    field = requirement.field
    settled = settle(rules, task.spoken, requirement.comparison, field)
    if field == "within":
        return _window(task, phase, requirement, settled, calendar)
    if field == "lasts":
        settled = in_minutes(rules, task.spoken, settled)
    terms = settled.terms
    if field == "times":
        terms = (*terms, *every_term(rules, task.spoken, phase))
    return Ready(
        requirement=requirement,
        settled=settled,
        terms=terms,
        read=_reported if requirement.name == REPORT_BACK else _READ[field],
        shown_as="minutes" if field == "lasts" else "",
    )


def _window(
    task: Task,
    phase: DutyPhase,
    requirement: Requirement,
    settled: Settled,
    calendar: WorkCalendar,
) -> Ready:
    """A window is kept where the day of an occasion is at most so many days from its side."""
    limit = settled.comparison.limit if settled.comparison else None
    counted = limit.unit if isinstance(limit, Exact) else None
    if isinstance(limit, Exact) and counted == "week":
        limit = Exact(limit.num * _DAYS_A_WEEK, limit.den)
    if isinstance(limit, Exact) and (number := day_of_month(limit.text)):
        limit = Exact(days_until(number, task.period.first, task.period.last))
    window = _Window(
        span=task.period.span,
        from_end=phase.within == "end",
        calendar=calendar if counted == "working_day" else None,
    )
    reason: Reason | None = None
    if not window.is_published():
        reason, window = "calendar_unpublished", evolve(window, calendar=None)
    elif counted not in ("day", "working_day", "week"):
        reason = "not_configured"
    comparison = None
    if reason is None and isinstance(limit, Exact):
        comparison = Comparison("at_most", limit)
    return Ready(
        requirement=requirement,
        settled=evolve(settled, comparison=comparison, reason=reason),
        terms=settled.terms,
        read=lambda one: window.place_of(date.fromordinal(one.day)),
        shown_as="working_days" if window.calendar else "days",
        is_too_late=phase.within != "end",
    )


@frozen(kw_only=True)
class _Window:
    """Days of a period, counted from 1 from one of its sides; working days with a calendar."""

    span: Span
    from_end: bool
    calendar: WorkCalendar | None

    def place_of(self, day: date) -> int:
        """Which day of the period a day is."""
        part = Span(day, self.span.last) if self.from_end else Span(self.span.first, day)
        return len(working_days(part, self.calendar)) if self.calendar else part.days

    def is_published(self) -> bool:
        """Whether the calendar, where it is needed, holds the whole period."""
        if self.calendar is None:
            return True
        try:
            working_days(self.span, self.calendar)
        except CalendarUnpublished:
            return False
        return True
