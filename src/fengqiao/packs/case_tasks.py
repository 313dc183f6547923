"""What a worked case asks: a period, what speaks in it, and of which subject."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from fengqiao.measures import Reason, Subjects, Task
from fengqiao.measures.subjects import meets
from fengqiao.measures.tasks import is_standing
from fengqiao.rules import Case, Chain, Exact, Phase, Rules, Spoken
from fengqiao.timing import Period, PeriodUnit, Rhythm, period_of

SUBJECT = "case"
"""The one subject of a case."""


def asked_period(case: Case, row: Mapping[str, object]) -> Period:
    """The period or day that a row judges; its own comes before the case's."""
    on, period = row.get("on"), row.get("period")
    if isinstance(on, date):
        return period_of("day", on)
    if isinstance(period, str):
        return Period.parse(period)
    if case.on is not None:
        return period_of("day", case.on)
    return Period.parse(case.period or "")


def spoken_over(
    rules: Rules, chain: Chain, entry_id: str, period: Period
) -> tuple[Spoken | None, Reason | None]:
    """What speaks last in a period, and why it can't be judged by the whole of it."""
    pieces = chain.spoken_over(entry_id, period.span)
    found = [spoken for _, spoken in pieces if spoken is not None]
    if not found:
        return None, None
    phase, last = found[-1].phase, pieces[-1][1]
    stands = last is not None and is_standing(rules.catalogue, last.entry)
    is_whole = len(pieces) == 1 or stands or (isinstance(phase, Phase) and phase.prorate)
    return rules.with_target(found[-1]), None if is_whole else "part_of_period"


def is_of(period: Period, unit: PeriodUnit | Rhythm) -> bool:
    """Whether a case's period is one by which the entry is judged; a working day is a day."""
    if isinstance(unit, Rhythm):
        return period == unit.period_at(period.first)
    return period.unit == ("day" if unit == "working_day" else unit)


def task_of(spoken: Spoken, chain: Chain, period: Period, kind: str, reason: Reason | None) -> Task:
    """What is judged of the case's subject."""
    return Task(
        spoken=spoken,
        chain=chain,
        period=period,
        counted=period.span,
        subjects=Subjects(kind, (SUBJECT,), ("",), (None,), (0,)),
        in_force=period.span,
        reason=reason,
    )


def attributes(case: Case, row: Mapping[str, object]) -> Mapping[str, object]:
    """What is said of the subject; a row's own attributes come before the case's."""
    own = row.get("where")
    return {**dict(case.where), **(own if isinstance(own, Mapping) else {})}


def is_asked(phase: Phase, where: Mapping[str, object]) -> bool:
    """Whether a subject with these attributes passes every filter; one not named never passes."""
    return all(meets(asked, _plain(where.get(name))) for name, asked in phase.where)


def _plain(value: object) -> object:
    """An attribute as filters compare it: numbers as whole numbers, flags as words."""
    if isinstance(value, Exact):
        return value.num
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple) and len(value) == 1:
        return value[0]
    return value
