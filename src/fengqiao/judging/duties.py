"""Judge duties: one finding per stated requirement of each subject and period.

Of what was done in a period, as many occasions are looked at as the duty asks for: those that
fulfil most of its requirements, the earlier first. All requirements are judged on these same
occasions, so that two half-done meetings never add up to one done.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve, frozen

from fengqiao.judging.blocks import Block
from fengqiao.judging.compare import MET, NOT_CHECKABLE, compare_words, judge
from fengqiao.judging.limits import Settled, UsedTerm, in_minutes, settle
from fengqiao.measures import Column, Occasion, Reason, Task, Values
from fengqiao.rules import Comparison, DutyPhase, Exact, Requirement, Rules
from fengqiao.timing import Span, WorkCalendar, working_days


@frozen(kw_only=True)
class _Ready:
    """A requirement ready to be judged: its limit, and how to read it off an occasion."""

    requirement: Requirement
    settled: Settled
    terms: tuple[UsedTerm, ...]
    read: Callable[[Occasion], int | frozenset[str]]
    shown_as: str = ""
    worst: Callable[[Sequence[int]], int] = min

    def holds(self, occasion: Occasion) -> bool:
        """Whether one occasion fulfils it."""
        judged = judge(self.column([(occasion,)]), self.settled, size=1, has_ended=True, known={})
        return judged.results[0] == MET

    def column(self, chosen: Sequence[Sequence[Occasion]]) -> Column:
        """One value per subject: the least favourable of its occasions; 0 or no words if none."""
        read = [[self.read(occasion) for occasion in some] for some in chosen]
        if self.requirement.comparison.op in ("all_of", "any_of", "none_of"):
            return Column(words=[self._least(some) for some in read])
        whole = [[value for value in some if isinstance(value, int)] for some in read]
        return Column([self.worst(some) if some else 0 for some in whole])

    def _least(self, read: Sequence[int | frozenset[str]]) -> frozenset[str]:
        """The words of the first occasion that does not fulfil it, or of the first of all."""
        sets = [words for words in read if isinstance(words, frozenset)]
        limit = self.requirement.comparison.limit
        op = self.requirement.comparison.op
        if isinstance(limit, frozenset):
            failing = (one for one in sets if not compare_words(one, op, limit))
            return next(failing, sets[0] if sets else frozenset())
        return sets[0] if sets else frozenset()


def judge_duty(
    rules: Rules, values: Values, *, calendar: WorkCalendar, small_count: int | None = None
) -> Iterator[Block]:
    """Findings of a duty over one period: `cadence` first, then each other requirement.

    Args:
        rules: Hold the host's terms.
        values: What was done.
        calendar: Counts working days of a window.
        small_count: Attendance below it is not shown; None: none is shown.

    Yields:
        One block per requirement. Where nothing was done, all but `cadence` is `nothing_due`, or
        `period_open` while the period runs.
    """
    task = values.task
    phase = task.spoken.phase
    if not isinstance(phase, DutyPhase):
        message = "the values are not a duty's"
        raise TypeError(message)
    ready = [_ready(rules, task, phase, one, calendar) for one in phase.requirements]
    cadence, others = ready[0], ready[1:]
    chosen = [_chosen(values, subject, phase.times, others) for subject in task.subjects.ids]
    counts = [
        len(values.occasions.of(subject)) if values.occasions else 0
        for subject in task.subjects.ids
    ]
    yield _block(task, cadence, Column(counts), values.reasons)
    none_done: Reason = "nothing_due" if task.has_ended else "period_open"
    idle: Mapping[int, Reason] = {
        index: none_done for index, some in enumerate(chosen) if not some
    }
    for one in others:
        known = {**idle, **values.reasons}
        column = one.column(chosen)
        block = _block(task, one, column, known)
        if one.requirement.field == "people":
            block = _withholding(block, column, small_count)
        yield block


def _chosen(
    values: Values, subject: str, times: int, ready: Sequence[_Ready]
) -> tuple[Occasion, ...]:
    done = values.occasions.of(subject) if values.occasions else ()
    if len(done) <= times:
        return done
    ranked = sorted(done, key=lambda one: (-sum(r.holds(one) for r in ready), one.started_at, one.id))
    return tuple(ranked[:times])


def _block(
    task: Task, ready: _Ready, column: Column, known: Mapping[int, Reason]
) -> Block:
    size = len(task.subjects)
    if task.reason is not None:
        results: bytes = bytes([NOT_CHECKABLE]) * size
        reasons: Mapping[int, Reason] = dict.fromkeys(range(size), task.reason)
    else:
        judged = judge(
            column, ready.settled, size=size, has_ended=task.has_ended, known=known
        )
        results, reasons = judged.results, judged.reasons
    return Block(
        task=task,
        requirement=ready.requirement.name,
        stated=ready.requirement.comparison,
        settled=ready.settled,
        cites=ready.requirement.cites,
        results=results,
        reasons=reasons,
        column=None if task.reason is not None else column,
        shown_as=ready.shown_as,
        terms=ready.terms,
    )


def _withholding(block: Block, column: Column, small_count: int | None) -> Block:
    small = frozenset(
        index
        for index, people in enumerate(column.nums)
        if small_count is None or people < small_count
    )
    return evolve(block, withheld=small)


def _ready(
    rules: Rules, task: Task, phase: DutyPhase, requirement: Requirement, calendar: WorkCalendar
) -> _Ready:
    spoken, field = task.spoken, requirement.field
    settled = settle(rules, spoken, requirement.comparison, field)
    if field == "lasts":
        in_unit, terms = in_minutes(rules, spoken, settled)
        settled = Settled(
            comparison=in_unit,
            tolerance=settled.tolerance,
            reason=settled.reason or (None if in_unit else "not_configured"),
            terms=terms,
        )
        return _Ready(
            requirement=requirement,
            settled=settled,
            terms=terms,
            read=lambda one: one.minutes,
            shown_as="minutes",
        )
    if field == "within":
        return _window(task, phase, requirement, settled, calendar)
    return _Ready(
        requirement=requirement,
        settled=settled,
        terms=settled.terms,
        read=_READ.get(field, lambda one: one.covers),
    )


_READ: Mapping[str, Callable[[Occasion], int | frozenset[str]]] = {
    "people": lambda one: one.people or 0,
    "who": lambda one: one.roles,
    "invite": lambda one: one.invited,
    "covers": lambda one: one.covers,
}


def _window(
    task: Task,
    phase: DutyPhase,
    requirement: Requirement,
    settled: Settled,
    calendar: WorkCalendar,
) -> _Ready:
    """Days from the period's start (or to its end) on which an occasion falls."""
    comparison = settled.comparison
    limit = comparison.limit if comparison else None
    in_working_days = isinstance(limit, Exact) and limit.unit == "working_day"
    if isinstance(limit, Exact) and limit.unit == "week":
        limit = Exact(limit.num * 7, limit.den, "day", limit.text)
    ready = Settled(
        comparison=Comparison("at_most", limit) if isinstance(limit, Exact) else None,
        reason=settled.reason,
        terms=settled.terms,
    )
    from_end = phase.within == "end"
    return _Ready(
        requirement=requirement,
        settled=ready,
        terms=settled.terms,
        read=lambda one: _distance(
            task.period.span, one.day, from_end=from_end, calendar=calendar if in_working_days else None
        ),
        worst=max,
        shown_as="working_days" if in_working_days else "days",
    )


def _distance(span: Span, day: int, *, from_end: bool, calendar: WorkCalendar | None) -> int:
    """Which day of the period it is, counted from 1 from its start or its end."""
    on = date.fromordinal(day)
    part = Span(on, span.last) if from_end else Span(span.first, on)
    return len(working_days(part, calendar)) if calendar else part.days
