"""When a period ends, and why: the one way in which this library finds a deadline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from zoneinfo import ZoneInfo

from attrs import evolve

from fengqiao.errors.timing import DeadlineError
from fengqiao.timing.calendar import WorkCalendar
from fengqiao.timing.counting import OPEN_TERMS, CountingRule, Length
from fengqiao.timing.deadlines import Deadline, Reading
from fengqiao.timing.exclusions import Exclusion
from fengqiao.timing.extensions import Extension, ExtensionRule
from fengqiao.timing.hours import OpenHours
from fengqiao.timing.reckoned import Question, Reckoned, reckon
from fengqiao.timing.reckoning import TermNeeded


def deadline(
    start: int | date,
    length: Length,
    rule: CountingRule,
    *,
    zone: ZoneInfo,
    clause: str = "",
    calendar: WorkCalendar | None = None,
    hours: OpenHours | None = None,
    exclusions: Sequence[Exclusion] = (),
    extensions: Sequence[Extension] = (),
    allowed: ExtensionRule | None = None,
    terms: Mapping[str, str] | None = None,
    provisional: bool = False,
) -> Deadline:
    """Find when a period ends, with every span that led there.

    Args:
        start: Moment (seconds since 1970) or day at which it begins; hours need a moment.
        length: How long it is.
        rule: How it counts.
        zone: Whose midnight counts.
        clause: Where the length stands.
        calendar: Says which days are worked; needed for working days and for rests that roll.
        hours: Opening hours; needed where the rule or an exclusion counts in them.
        exclusions: Spans that it leaves out.
        extensions: Extensions that were granted, in the order of granting.
        allowed: What extensions the clause allows; None where it allows none.
        terms: The host's values for what the rule leaves open.
        provisional: Whether days past the published calendar are taken for ordinary weeks, and
            the deadline marked so, instead of leaving it without an end.

    Returns:
        The deadline. Without an end, and with the reason, where a term that matters is open, the
        calendar ends before, or a span that is left out still lasts.

    Raises:
        DeadlineError: A value can't be used, or an extension is not allowed: one too many, on
            another ground, or granted after the period had ended.
    """
    question = Question(
        start=start,
        length=length,
        rule=rule.filled(terms or {}),
        zone=zone,
        calendar=calendar,
        hours=hours,
        exclusions=tuple(exclusions),
        extensions=tuple(extensions),
        allowed=allowed,
        provisional=provisional,
    )
    leaves = list(_leaves(question, ()))
    if all(found.late is not None for _, found in leaves):
        raise DeadlineError("deadline.extension_late", number=leaves[0][1].late)
    readings = [
        Reading(terms=terms_, deadline=_deadline(question, clause, found))
        for terms_, found in leaves
    ]
    first = readings[0].deadline
    if len({_outcome(reading.deadline) for reading in readings}) == 1:
        return first
    return evolve(
        first,
        due_at=None,
        last_day=None,
        reason="not_configured",
        not_before=min((_earliest(reading.deadline) for reading in readings), default=None),
        open_terms=tuple(dict.fromkeys(name for r in readings for name, _ in r.terms)),
        readings=tuple(readings),
        spans=(),
    )


def _leaves(
    question: Question, filled: tuple[tuple[str, str], ...]
) -> list[tuple[tuple[tuple[str, str], ...], Reckoned]]:
    """What comes out under each value of the open terms that were asked for."""
    try:
        return [(filled, reckon(question))]
    except TermNeeded as needed:
        name = needed.name
    return [
        leaf
        for value in OPEN_TERMS[name]
        for leaf in _leaves(
            evolve(question, rule=question.rule.filled({name: value})),
            (*filled, (name, value)),
        )
    ]


def _deadline(question: Question, clause: str, found: Reckoned) -> Deadline:
    calendar = question.calendar
    return Deadline(
        rule=question.rule.id,
        clause=clause,
        due_at=found.due_at,
        last_day=found.last_day,
        reason=found.reason,
        not_before=found.not_before,
        provisional=found.provisional,
        calendar=calendar.name if calendar else "",
        published_through=calendar.published_through if calendar else None,
        spans=found.spans,
        posting_counts=question.rule.posting_counts,
        zone=question.zone,
    )


def _outcome(found: Deadline) -> tuple[object, ...]:
    return found.due_at, found.last_day, found.reason, found.provisional


def _earliest(found: Deadline) -> int:
    return next(at for at in (found.due_at, found.not_before) if at is not None)
