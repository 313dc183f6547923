"""Derive due items: what each entry asks in each period, less what was done."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date

from fengqiao.judging.findings import clauses
from fengqiao.judging.severity import severity
from fengqiao.measures import Ask, Column, Reason, Task, Values, name_events
from fengqiao.model import Table
from fengqiao.model.references import register_of
from fengqiao.model.registry import Registers
from fengqiao.planning.away import held_less
from fengqiao.planning.blocks import DueBlock
from fengqiao.planning.durations import find_minutes
from fengqiao.planning.items import DueKind
from fengqiao.planning.owed import SHARE_OF_PREMISES, Owed, cadence_of, find_owed, is_due_work
from fengqiao.planning.windows import find_days, find_window, still_open
from fengqiao.rules import AnyEntry, Cite, Duty, DutyPhase, Norm, NormPhase, Rules, Spoken
from fengqiao.timing import Span, WorkCalendar

_COMMUNITIES = ("community", "village", "grid")
"""Kinds of subject whose meetings are work in the community."""


def pick_due_tasks(rules: Rules, tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Those tasks that ask for work that can be due."""
    return tuple(
        task for task in tasks if is_due_work(task.spoken.entry, task.spoken.phase, rules.catalogue)
    )


def find_due(
    rules: Rules,
    values: Iterable[Values],
    registers: Registers,
    rows: Mapping[str, Sequence[Table]],
    *,
    on: date,
    calendar: WorkCalendar,
    away: Mapping[str, frozenset[date]] | None = None,
    community: Collection[str] = (),
) -> tuple[DueBlock, ...]:
    """What is due of each subject, one block per entry and period.

    Args:
        rules: Packs in force and the host's terms.
        values: Of the tasks that `pick_due_tasks` leaves, from `measures.compute`.
        registers: The facts that the tasks were planned with.
        rows: Rows of each kind of `measures.wanted_events`, by which norms name what counts.
        on: The day as of which facts were read.
        calendar: Counts the working days of windows.
        away: Days on which staff are away; what is prorated asks for less then.
        community: Keys of entries that are work in the community, beside visits, inspections and
            meetings of a community, village or grid.

    Returns:
        Blocks in the order of the values.
    """
    blocks = (
        _block(
            rules,
            one,
            name_events(one.task, rows, registers),
            registers,
            on=on,
            calendar=calendar,
            away=away or {},
            community=community,
        )
        for one in values
    )
    return tuple(block for block in blocks if block is not None)


def _block(
    rules: Rules,
    values: Values,
    named: Mapping[str, tuple[str, ...]],
    registers: Registers,
    *,
    on: date,
    calendar: WorkCalendar,
    away: Mapping[str, frozenset[date]],
    community: Collection[str],
) -> DueBlock | None:
    task = values.task
    spoken, subjects, entry = task.spoken, task.subjects, task.spoken.entry
    owed = find_owed(rules, held_less(task, away), values.column or _registered(task, registers))
    if owed is None:
        return None
    window, window_reason = find_window(rules, task, calendar)
    days = find_days(rules, task, window)
    window = still_open(Span(min(days), max(days)) if days else window, on)
    if days and (left := {day for day in days if window.contains(day)}):
        days, window = frozenset(left), Span(min(left), max(left))
    minutes, minutes_from = find_minutes(rules, spoken)
    cites = _cites(spoken)
    is_staff = register_of(subjects.kind)[0] == "assignment"
    events = _occasions(values) or named
    return DueBlock(
        pack=entry.pack,
        entry=entry.id,
        kind=kind_of(entry),
        subject_kind=subjects.kind,
        period=str(task.period),
        window=window,
        window_reason=window_reason,
        days=days,
        season=task.in_force if task.season else None,
        ids=subjects.ids,
        stations=subjects.stations,
        areas=subjects.areas,
        due=[owed.of(index) for index in range(len(subjects))],
        done=_done(values),
        reasons=_reasons(values, owed),
        events=events,
        minutes=minutes,
        minutes_from=minutes_from,
        who=entry.who if isinstance(entry, Duty) else (subjects.kind,) if is_staff else (),
        is_staff=is_staff,
        force=spoken.force,
        clause=tuple(clauses(cites)),
        severity=severity(
            spoken.force,
            on=task.period.last,
            side="below",
            phase=spoken.phase,
            about=isinstance(spoken.phase, NormPhase) and spoken.phase.comparison.op == "about",
        ),
        in_community=entry.key in community or _is_in_community(entry, subjects.kind),
        doubt=task.doubt,
    )


def _registered(task: Task, registers: Registers) -> Column | None:
    """Of a share of premises whose period has not begun: those on the register on its first day."""
    phase, first = task.spoken.phase, task.period.first
    if task.indicator is None or task.reason != "period_open" or phase is None:
        return None
    if task.spoken.entry.key != SHARE_OF_PREMISES:
        return None
    ask = Ask(subjects=task.subjects, span=Span(first, first), registers=registers, of=phase.of)
    return task.indicator.column(ask, [Table({"premises": (), "topics": ()})])


def kind_of(entry: object) -> DueKind:
    """What sort of work an entry asks for."""
    if isinstance(entry, Duty):
        if entry.key == "duty.report":
            return "report"
        kinds: dict[str, DueKind] = {"session": "meeting", "inspection": "inspection"}
        return next((kinds[one] for one in entry.done_by if one in kinds), "task")
    if isinstance(entry, Norm) and entry.key.startswith("visits."):
        return "visit"
    if isinstance(entry, Norm) and entry.key.startswith("inspection."):
        return "inspection"
    return "quota"


def _is_in_community(entry: AnyEntry, subject_kind: str) -> bool:
    """Whether what counts for an entry happens at a place of the community."""
    kind = kind_of(entry)
    return kind in ("visit", "inspection") or (kind == "meeting" and subject_kind in _COMMUNITIES)


def _cites(spoken: Spoken) -> tuple[Cite, ...]:
    """The clauses that its findings on how many show."""
    phase = spoken.phase
    return cadence_of(phase).cites if isinstance(phase, DutyPhase) else spoken.cites


def _done(values: Values) -> Sequence[int]:
    ids = values.task.subjects.ids
    if values.occasions is not None:
        return [values.occasions.count(subject) for subject in ids]
    if values.column is not None:
        return values.column.nums
    return [0] * len(ids)


def _occasions(values: Values) -> dict[str, tuple[str, ...]]:
    if values.occasions is None:
        return {}
    return {
        subject: tuple(one.id for one in some)
        for subject, some in values.occasions.by_subject.items()
    }


def _reasons(values: Values, owed: Owed) -> dict[int, Reason]:
    """Why it can't be said of a subject how many are open.

    A period that has not begun is no such reason: all of it is open.
    """
    task = values.task
    everyone = range(len(task.subjects))
    reason = owed.reason or (task.reason if task.reason != "period_open" else None)
    if reason is not None:
        return dict.fromkeys(everyone, reason)
    unknown = values.column.unknown if values.column is not None else ()
    found: dict[int, Reason] = dict.fromkeys(unknown, "no_data")
    found.update(values.reasons)
    found.update(owed.reasons)
    return found
