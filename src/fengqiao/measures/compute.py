"""From tallies, registers and rows to columns of values, one block per task."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from attrs import evolve, field, frozen

from fengqiao.measures.action_items import KINDS_READ, looked_back
from fengqiao.measures.holders import holders
from fengqiao.measures.indicator import Ask, Column, Indicator, NamedEvents
from fengqiao.measures.occasions import Occasions, asks_report_back, gather
from fengqiao.measures.reasons import Reason
from fengqiao.measures.recorded import Recorded
from fengqiao.measures.tallies import Tally
from fengqiao.measures.tasks import Task
from fengqiao.model import Table
from fengqiao.model.registry import Registers, is_covered
from fengqiao.rules import Duty, DutyPhase, NormPhase, Role
from fengqiao.timing import Span

_log = logging.getLogger("fengqiao")
_T = TypeVar("_T")

Answers = Mapping[Tally, Table]
"""What the store answered."""


@frozen(kw_only=True)
class Values:
    """Values of one task.

    Attributes:
        column: For norms: one value per subject.
        occasions: For duties: what was done, per subject.
        holders: For roles: per requirement, how many of those who hold the role may.
        reasons: Why a subject can't be judged, for those that the facts rule out. By index.
    """

    task: Task
    column: Column | None = None
    occasions: Occasions | None = None
    holders: Mapping[str, Column] = field(factory=dict)
    reasons: Mapping[int, Reason] = field(factory=dict)


def _ask(task: Task, counted: Span, registers: Registers) -> Ask:
    phase = task.spoken.phase
    return Ask(
        subjects=task.subjects,
        span=counted,
        registers=registers,
        of=phase.of if phase else (),
        basis=phase.basis if isinstance(phase, NormPhase) else None,
        unit=task.unit,
        limit=task.limit,
        counting=task.counting,
        calendar=task.calendar,
        unless=frozenset(phase.unless) if isinstance(phase, NormPhase) else frozenset(),
    )


def _asked(task: Task, registers: Registers) -> tuple[Indicator, Ask] | None:
    if task.indicator is None or task.counted is None or task.reason is not None:
        return None
    return task.indicator, _ask(task, task.counted, registers)


def wanted(tasks: Sequence[Task], registers: Registers) -> tuple[Tally, ...]:
    """The tallies that these tasks need, each once."""
    asked = (_asked(task, registers) for task in tasks)
    tallies = (tally for pair in asked if pair for tally in _tallies(*pair) or ())
    return tuple(dict.fromkeys(tallies))


def _tallies(indicator: Indicator, ask: Ask) -> tuple[Tally, ...] | None:
    """What an indicator asks; None where a plugin's fails."""
    return _guarded(indicator, lambda: tuple(indicator.tallies(ask)))


def _column(indicator: Indicator, ask: Ask, answers: Answers) -> Column | None:
    """An indicator's values; None where a plugin's fails or has the wrong length."""
    tallies = _tallies(indicator, ask)
    if tallies is None:
        return None
    column = _guarded(
        indicator, lambda: indicator.column(ask, [answers[tally] for tally in tallies])
    )
    if not isinstance(column, Column):
        return None
    given = (column.nums if column.words is None else column.words, column.dens)
    return (
        column if all(len(one) == len(ask.subjects) for one in given if one is not None) else None
    )


def _guarded(indicator: Indicator, call: Callable[[], _T]) -> _T | None:
    """Call an indicator; one that a plugin brought may fail without taking the check with it."""
    if indicator.brought_by is None:
        return call()
    try:
        return call()
    except Exception as error:  # noqa: BLE001  a plugin may raise anything
        cause = type(error).__name__
    _log.warning("indicator %s of %s failed: %s", indicator.key.name, indicator.brought_by, cause)
    return None


def wanted_events(tasks: Sequence[Task]) -> Mapping[str, Span]:
    """The kinds of event of which indicators can name those that count, and the days."""
    days: dict[str, Span] = {}
    for task in tasks:
        events = task.indicator.events if task.indicator else None
        if events is None or task.counted is None or task.reason is not None:
            continue
        known = days.get(events.kind, task.counted)
        days[events.kind] = Span(
            min(known.first, task.counted.first), max(known.last, task.counted.last)
        )
    return days


def name_events(
    task: Task, rows: Mapping[str, Sequence[Table]], registers: Registers
) -> Mapping[str, tuple[str, ...]]:
    """Ids of the events that an indicator counts, by subject; none where it can't name them.

    Args:
        task: Of a norm.
        rows: Rows of each kind of `wanted_events`, in tables.
        registers: The facts that the task was planned with.

    Returns:
        In order of days; only of the task's subjects that have any.
    """
    asked = _asked(task, registers)
    events = asked[0].events if asked else None
    if asked is None or events is None:
        return {}
    return _guarded(asked[0], lambda: _named(events, asked[1], rows)) or {}


def _named(
    events: NamedEvents, ask: Ask, rows: Mapping[str, Sequence[Table]]
) -> Mapping[str, tuple[str, ...]]:
    subjects = set(ask.subjects.ids)
    found: dict[str, list[str]] = {}
    for table in rows.get(events.kind, ()):
        for subject, event in events.pick(ask, table):
            if subject in subjects:
                found.setdefault(subject, []).append(event)
    return {subject: tuple(some) for subject, some in found.items()}


def wanted_rows(tasks: Sequence[Task]) -> Mapping[str, Span]:
    """The kinds of event whose rows duties need, and the days.

    A duty that is to report back looks at meetings of the year before, and at what they agreed.
    """
    days: dict[str, Span] = {}
    for task in tasks:
        entry, phase, counted = task.spoken.entry, task.spoken.phase, task.counted
        if not isinstance(entry, Duty) or counted is None or task.reason is not None:
            continue
        wanted = dict.fromkeys(entry.done_by, counted)
        if isinstance(phase, DutyPhase) and asks_report_back(phase):
            wanted |= dict.fromkeys(KINDS_READ, looked_back(counted))
        for kind, span in wanted.items():
            known = days.get(kind, span)
            days[kind] = Span(min(known.first, span.first), max(known.last, span.last))
    return days


def compute(
    tasks: Sequence[Task],
    answers: Answers,
    rows: Mapping[str, Sequence[Table]],
    registers: Registers,
) -> tuple[Values, ...]:
    """Values of every task.

    Args:
        tasks: From `plan_tasks`.
        answers: The store's answer to each tally of `wanted`.
        rows: Rows of each kind of `wanted_rows`, in tables.
        registers: The facts that the tasks were planned with.

    Returns:
        One block per task, in the same order.
    """
    recorded = Recorded(rows, registers)
    return tuple(_values(task, answers, recorded, registers) for task in tasks)


def _values(
    task: Task,
    answers: Answers,
    recorded: Recorded,
    registers: Registers,
) -> Values:
    if task.reason is not None or task.counted is None:
        return Values(task=task)
    entry = task.spoken.entry
    if isinstance(entry, Duty):
        keys: tuple[str, ...] = (entry.key,)
        phase = task.spoken.phase
        found = gather(
            entry,
            task.subjects,
            task.counted,
            recorded,
            phase=phase if isinstance(phase, DutyPhase) else None,
        ).within(task.season)
        reasons = _reasons(task, keys, task.counted, registers)
        return Values(task=task, occasions=found, reasons=reasons)
    if isinstance(entry, Role):
        return Values(task=task, holders=holders(entry, task.subjects, task.counted, registers))
    indicator = task.indicator
    if indicator is None:
        return Values(task=task)
    ask = _ask(task, task.counted, registers)
    column = _column(indicator, ask, answers)
    if column is None:
        return Values(task=evolve(task, reason="not_installed"))
    keys = (indicator.recorded_as,) if indicator.recorded_as else ()
    return Values(task=task, column=column, reasons=_reasons(task, keys, task.counted, registers))


def _reasons(
    task: Task, keys: Sequence[str], counted: Span, registers: Registers
) -> dict[int, Reason]:
    """Subjects without declared recording, and those that held only part of the period."""
    reasons: dict[int, Reason] = {}
    known: dict[str, bool] = {}
    declared = [tuple(registers.declared(key)) for key in keys]
    everywhere = [[days for area, days in some if area is None] for some in declared]
    is_everywhere = not any(counted.gaps(spans) for spans in everywhere)
    for index, area in enumerate(() if is_everywhere else task.subjects.areas):
        if area not in known:
            known[area] = all(is_covered(area, counted, some) for some in declared)
        if not known[area]:
            reasons[index] = "no_data"
    phase = task.spoken.phase
    if not (phase and phase.prorate):
        reasons.update(dict.fromkeys(task.subjects.held, "part_of_period"))
    return reasons
