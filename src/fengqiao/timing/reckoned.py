"""The end of a period under a rule with nothing left open, with its extensions."""

from __future__ import annotations

from datetime import date
from typing import Literal
from zoneinfo import ZoneInfo

from attrs import evolve, frozen

from fengqiao.errors.timing import CalendarUnpublished, DeadlineError
from fengqiao.timing.calendar import WorkCalendar
from fengqiao.timing.counted import CountedSpan, Notes
from fengqiao.timing.counting import HOUR_UNITS, CountingRule, Length
from fengqiao.timing.exclusions import Exclusion
from fengqiao.timing.extensions import Extension, ExtensionRule
from fengqiao.timing.granting import is_late, require_allowed
from fengqiao.timing.hours import OpenHours, moment
from fengqiao.timing.instants import day_in
from fengqiao.timing.provisional import ProvisionalCalendar
from fengqiao.timing.reckon_days import count_days, end_of, note_months, roll, total_days
from fengqiao.timing.reckon_hours import SECONDS, count_seconds
from fengqiao.timing.reckoning import Frame, StandsStill

NoEnd = Literal["calendar_unpublished", "held"]


@frozen(kw_only=True)
class Question:
    """All that an end depends on."""

    start: int | date
    length: Length
    rule: CountingRule
    zone: ZoneInfo
    calendar: WorkCalendar | None
    hours: OpenHours | None
    exclusions: tuple[Exclusion, ...]
    extensions: tuple[Extension, ...]
    allowed: ExtensionRule | None
    provisional: bool


@frozen(kw_only=True)
class Reckoned:
    """What came out; `late` is the number of an extension granted too late."""

    due_at: int | None
    last_day: date | None
    reason: NoEnd | None
    not_before: int | None
    provisional: bool
    spans: tuple[CountedSpan, ...]
    late: int | None = None


def reckon(question: Question) -> Reckoned:
    """Reckon the period, then again with each extension that was granted in time.

    Raises:
        DeadlineError: An extension is one that the clause doesn't allow.
        TermNeeded: The end depends on something that the rule leaves open.
    """
    found = _reckon(question, 0)
    for number, extension in enumerate(question.extensions, start=1):
        require_allowed(question.length, question.allowed, number, extension)
        if is_late(extension, found.due_at, question.zone):
            return evolve(found, late=number)
        found = _reckon(question, number)
    return found


def _reckon(question: Question, granted: int) -> Reckoned:
    """The end with so many of the extensions, or the reason why there is none."""
    calendar = question.calendar
    if calendar is not None and question.provisional:
        calendar = ProvisionalCalendar(calendar)
    frame = Frame(
        rule=question.rule,
        zone=question.zone,
        calendar=calendar,
        hours=question.hours,
        exclusions=question.exclusions,
        notes=Notes(question.rule.id),
    )
    due_at: int | None = None
    reason: NoEnd | None = None
    try:
        due_at = _walk(frame, question, granted)
    except CalendarUnpublished:
        reason = "held" if _is_held(frame, question) else "calendar_unpublished"
    except StandsStill:
        reason = "held"
    return Reckoned(
        due_at=due_at,
        last_day=None if due_at is None else day_in(question.zone, due_at),
        reason=reason,
        not_before=_reached(frame, question) if due_at is None else None,
        provisional=isinstance(calendar, ProvisionalCalendar) and calendar.guessed,
        spans=tuple(frame.notes.spans),
    )


def _walk(frame: Frame, question: Question, granted: int) -> int:
    """Walk through the period and its extensions to the last second in time."""
    length = question.length
    more = [question.allowed.length] * granted if question.allowed else []
    if length.unit in HOUR_UNITS:
        if isinstance(question.start, date):
            raise DeadlineError("deadline.needs_moment")
        seconds = sum(SECONDS[one.unit] * one.count for one in (length, *more))
        due_at = count_seconds(frame, question.start, seconds)
        _note(frame, question, granted)
        frame.notes.add("ends", due_at, due_at, why="hours_end")
        return due_at
    start = question.start
    day = start if isinstance(start, date) else day_in(frame.zone, start)
    from_end = bool(more) and frame.term("extended_from") == "end"
    parts = [[length], *([one] for one in more)] if from_end else [[length, *more]]
    first_out = frame.rule.first_day == "out"
    for number, part in enumerate(parts):
        working, begins = part[0].unit == "working_day", day
        amount, matched = total_days(begins, part)
        amount = sum(one.count for one in part) if working else amount
        day = count_days(frame, begins, amount, working=working, first_out=first_out or number > 0)
        note_months(frame, begins, part, matched)
        if from_end or number == len(parts) - 1:
            day = roll(frame, day)
    _note(frame, question, granted)
    return end_of(frame, day)


def _note(frame: Frame, question: Question, granted: int) -> None:
    """Note the extensions that were granted."""
    if question.allowed is None:
        return
    length, clause = question.allowed.length.plain(), question.allowed.clause
    for one in question.extensions[:granted]:
        facts = {"length": length, "reason": one.reason, "by": one.by}
        frame.notes.add("extended", one.at, one.at, clause=clause, **facts)


def _is_held(frame: Frame, question: Question) -> bool:
    """Whether a span that still lasts has begun before the calendar ended."""
    reached = _reached(frame, question)
    lasting = (one for one in question.exclusions if one.ends is None)
    return any(one.stretch(frame.zone)[0] <= reached for one in lasting)


def _reached(frame: Frame, question: Question) -> int:
    """Moment up to which the period surely runs, where its end isn't known."""
    spans = frame.notes.spans
    at = spans[-1].last if spans else question.start
    if isinstance(at, int):
        return at
    return moment(at, 0 if frame.rule.cutoff == "close_of_business" else 1440, frame.zone) - 1
