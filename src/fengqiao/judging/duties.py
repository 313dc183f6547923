"""Judge duties: one finding per stated requirement of each subject and period.

Of what was done in a period, as many occasions are looked at as the duty asks for: those that
fulfil most of its requirements, the earlier first. Occasions of one subject that overlap, such as
two officers at one reception, are one: the one that fulfils more, then the longer. All
requirements are judged on these same occasions, so that two half-done meetings never add up to one
done.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from fengqiao.judging.blocks import Block
from fengqiao.judging.compare import MET, NOT_CHECKABLE, Judged, judge
from fengqiao.judging.limits import Settled
from fengqiao.judging.prorating import judge_parts
from fengqiao.judging.requirements import Ready, make_ready
from fengqiao.judging.targets import with_season, with_target
from fengqiao.measures import Column, Occasion, Reason, Task, Values
from fengqiao.measures.action_items import REPORT_BACK
from fengqiao.measures.occasions import pick_apart
from fengqiao.rules import DutyPhase, Rules
from fengqiao.timing import WorkCalendar


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
    ready = make_ready(rules, task, phase, calendar)
    cadence = next(one for one in ready if one.requirement.field == "times")
    others = [one for one in ready if one is not cadence]
    done = [_done(values, subject) for subject in task.subjects.ids]
    chosen = [_chosen(some, phase.times, others) for some in done]
    column = Column(_counts(values))
    first = evolve(_cadence(values, phase, cadence, column), occasions=values.occasions)
    yield with_season(rules, with_target(rules, first))
    for one in others:
        block = _requirement(values, phase, one, chosen)
        if one.requirement.field == "people" and block.column is not None:
            block = evolve(block, withheld=_small(block.column, small_count) - block.idle)
        if one.requirement.name == REPORT_BACK:
            block = evolve(block, items=_items(chosen))
        block = evolve(block, occasions=values.occasions)
        yield with_season(rules, with_target(rules, block))


def _items(chosen: Sequence[Sequence[Occasion]]) -> Mapping[int, tuple[int, int]]:
    """Per subject, of how many action items it reported back, and on how many there were.

    Of several meetings the one that owes most reports; none where nothing was agreed before, or
    the topic was not taken.
    """
    found: dict[int, tuple[int, int]] = {}
    for index, some in enumerate(chosen):
        asked = [one for one in some if one.items and REPORT_BACK in one.covers]
        if asked and len(asked) == len(some):
            least = max(asked, key=lambda one: one.items - one.reported)
            found[index] = (least.reported, least.items)
    return found


def _done(values: Values, subject: str) -> tuple[Occasion, ...]:
    return values.occasions.of(subject) if values.occasions else ()


def _counts(values: Values) -> list[int]:
    """How often each subject did it."""
    ids = values.task.subjects.ids
    return [values.occasions.count(one) for one in ids] if values.occasions else [0] * len(ids)


def _chosen(done: tuple[Occasion, ...], times: int, ready: Sequence[Ready]) -> tuple[Occasion, ...]:
    if len(done) <= 1:
        return done
    fulfils = {one.id: sum(some.holds(one) for some in ready) for one in done}
    apart = pick_apart(sorted(done, key=lambda one: (-fulfils[one.id], -one.minutes)))
    in_order = sorted(apart, key=lambda one: (one.started_at, one.id))
    return tuple(sorted(in_order, key=lambda one: -fulfils[one.id])[:times])


def _cadence(values: Values, phase: DutyPhase, ready: Ready, column: Column) -> Block:
    """How often it was done; for part of a period in proportion, where the entry says so."""
    task = values.task
    parts: Mapping[int, Settled] = {}
    judged = judge(
        column,
        ready.settled,
        size=len(task.subjects),
        has_ended=task.has_ended,
        known=values.reasons,
    )
    if phase.prorate:
        judged, parts = judge_parts(task, column, ready.settled, judged)
    return evolve(_block(task, ready, column, judged), parts=parts)


def _requirement(
    values: Values, phase: DutyPhase, ready: Ready, chosen: Sequence[Sequence[Occasion]]
) -> Block:
    """One requirement, judged on the occasions chosen.

    While the period runs it is decided only where as many occasions as are due fulfil it, or
    where no later one can any more.
    """
    task, column = values.task, ready.column(chosen)
    size = len(chosen)
    reasons: dict[int, Reason] = {}
    if not task.has_ended:
        so_far = judge(column, ready.settled, size=size, has_ended=True, known={}).results
        reasons = {
            index: "period_open"
            for index, result in enumerate(so_far)
            if result != NOT_CHECKABLE
            and not (len(chosen[index]) >= phase.times if result == MET else ready.is_too_late)
        }
    idle = frozenset(index for index, some in enumerate(chosen) if not some)
    none_done: Reason = "nothing_due" if task.has_ended else "period_open"
    reasons |= dict.fromkeys(idle, none_done) | dict(values.reasons)
    judged = judge(column, ready.settled, size=size, has_ended=True, known=reasons)
    return evolve(_block(task, ready, column, judged), idle=idle)


def _block(task: Task, ready: Ready, column: Column, judged: Judged) -> Block:
    results, reasons = judged.results, judged.reasons
    if task.reason is not None:
        size = len(task.subjects)
        results, reasons = bytes([NOT_CHECKABLE]) * size, dict.fromkeys(range(size), task.reason)
    return Block(
        task=task,
        requirement=ready.requirement.name,
        on_field=ready.requirement.field,
        stated=ready.requirement.comparison,
        settled=ready.settled,
        cites=ready.requirement.cites,
        results=results,
        reasons=reasons,
        column=None if task.reason is not None else column,
        shown_as=ready.shown_as,
        terms=ready.terms,
    )


def _small(column: Column, small_count: int | None) -> frozenset[int]:
    """Subjects whose attendance is not shown."""
    people = enumerate(column.nums)
    return frozenset(i for i, count in people if small_count is None or count < small_count)
