"""Periods of days, working days, weeks, months and years: their last day, and when it ends."""

from __future__ import annotations

from datetime import date

from fengqiao.timing.calendar import WORKING_KINDS, DayKind
from fengqiao.timing.counting import Length
from fengqiao.timing.days import advance
from fengqiao.timing.hours import moment
from fengqiao.timing.reckoning import LONGEST_WAIT, ONE_DAY, Frame, StandsStill


def count_days(frame: Frame, start: date, amount: int, *, working: bool, first_out: bool) -> date:
    """Walk day by day until so many have counted."""
    notes = frame.notes
    day = start
    if first_out:
        notes.add("first_out", day, day, clause=frame.rule.clause("first_day"))
        day += ONE_DAY
    counts = frame.rule.clause("working_day" if working else "units")
    left, waited = amount, 0
    while waited <= LONGEST_WAIT:
        free = 0 if working else frame.free_days(day)
        if free is None or free > 1:
            run = left if free is None else min(left, free)
            last = advance(day, run - 1, "day")
            notes.add("counted", day, last, clause=counts)
            left, waited, day = left - run, 0, last + ONE_DAY
            if not left:
                return last
            continue
        exclusion = frame.excluded(day)
        if exclusion is not None:
            notes.add("excluded", day, day, clause=exclusion.clause, reason=exclusion.reason)
            if exclusion.ends is None and exclusion.within == "always":
                raise StandsStill
        elif working and not frame.need_calendar().is_working_day(day):
            source = frame.need_calendar().source(day)
            why = "not_working" if source else "provisional"
            notes.add("skipped", day, day, why=why, clause=counts, source=source)
        else:
            notes.add("counted", day, day, clause=counts)
            left, waited = left - 1, 0
            if not left:
                return day
        day += ONE_DAY
        waited += 1
    raise StandsStill


def total_days(start: date, lengths: list[Length]) -> tuple[int, date]:
    """How many days some lengths are together, months first, and where the months end."""
    months = sum(_months(length) for length in lengths)
    days = sum({"day": 1, "week": 7}.get(length.unit, 0) * length.count for length in lengths)
    matched = advance(start, months, "month")
    return (matched - start).days + days, matched


def note_months(frame: Frame, start: date, lengths: list[Length], matched: date) -> None:
    """Note the corresponding day of a period of months, or that there was none."""
    months = sum(_months(length) for length in lengths)
    if months:
        why = "matched" if matched.day == start.day else "month_end"
        length, clause = Length(months, "month").plain(), frame.rule.clause("month")
        frame.notes.add("matched", matched, matched, why=why, clause=clause, length=length)


def roll(frame: Frame, last: date) -> date:
    """Move a last day that falls into a rest to the day after the rest, where the rule says so."""
    rule = frame.rule
    if not rule.rolls_on and rule.weekends == "stay":
        return last
    calendar = frame.need_calendar()
    kinds: set[DayKind] = set()
    after = last
    while (kind := calendar.kind(after)) not in WORKING_KINDS:
        kinds.add(kind)
        after += ONE_DAY
    if after == last:
        return last
    moves = bool(kinds & rule.rolls_on) or (rule.weekends == "roll" and "weekend" in kinds)
    if not moves:
        before = last - ONE_DAY
        while (kind := calendar.kind(before)) not in WORKING_KINDS:
            kinds.add(kind)
            before -= ONE_DAY
        moves = bool(kinds & rule.rolls_on)
    if not moves and "weekend" in kinds:
        moves = frame.term("weekends") == "roll"
    if moves:
        frame.notes.add(
            "rolled", last, after - ONE_DAY, clause=rule.clause("roll"), day=after.isoformat()
        )
        return after
    frame.notes.add("rolled", last, last, why="not_rolled", clause=rule.clause("roll"))
    return last


def end_of(frame: Frame, last: date) -> int:
    """Last second of the last day that is in time."""
    rule = frame.rule
    if rule.cutoff == "close_of_business" and frame.hours is not None:
        hours = frame.open_on(last)
        if hours:
            due_at = hours[-1][1]
            frame.notes.add(
                "ends", due_at, due_at, why="close_of_business", clause=rule.clause("close")
            )
            return due_at
    due_at = moment(last, 1440, frame.zone) - 1
    frame.notes.add("ends", due_at, due_at, why="end_of_day", clause=rule.clause("end_of_day"))
    return due_at


def _months(length: Length) -> int:
    return {"month": 1, "year": 12}.get(length.unit, 0) * length.count
