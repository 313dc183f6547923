"""Periods of hours and minutes: the moment at which they end."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from fengqiao.timing.exclusions import Exclusion, meet
from fengqiao.timing.hours import Stretch, next_hour, whole_day
from fengqiao.timing.instants import day_in
from fengqiao.timing.reckoning import LONGEST_WAIT, ONE_DAY, Frame, StandsStill

SECONDS = {"minute": 60, "hour": 3600}


def count_seconds(frame: Frame, start: int, seconds: int) -> int:
    """Walk piece by piece until so many seconds have counted; the moment reached is in time."""
    rule, notes = frame.rule, frame.notes
    begins = start
    if rule.first_hour == "next_hour":
        begins = next_hour(start, frame.zone)
        clause = rule.clause("first_hour")
        notes.add("first_out", start, begins, why="first_hour_out", clause=clause)
    day, left, waited = day_in(frame.zone, begins), seconds, 0
    while waited <= LONGEST_WAIT:
        for first, last in _pieces(frame, day, begins):
            why = _left_out(frame, day, first)
            if why is None:
                until = min(last, first + left)
                notes.add("counted", first, until, clause=rule.clause("units"))
                left, waited = left - (until - first), 0
                if not left:
                    return until
            elif why == "closed":
                notes.add("skipped", first, last, why="closed", clause=rule.clause("hours"))
            elif isinstance(why, Exclusion):
                notes.add("excluded", first, last, clause=why.clause, reason=why.reason)
                if why.ends is None and why.within == "always":
                    raise StandsStill
        day += ONE_DAY
        waited += 1
    raise StandsStill


def _pieces(frame: Frame, day: date, begins: int) -> list[Stretch]:
    """A day, from the beginning on, cut wherever something begins or ends."""
    whole = whole_day(day, frame.zone)
    cuts = {max(whole[0], begins), whole[1]}
    if frame.hours is not None:
        cuts.update(end for part in frame.open_on(day) for end in part)
    for exclusion in frame.exclusions:
        cuts.update(end for end in exclusion.stretch(frame.zone) if end is not None)
    inside = sorted(cut for cut in cuts if max(whole[0], begins) <= cut <= whole[1])
    return list(pairwise(inside))


def _left_out(frame: Frame, day: date, first: int) -> Exclusion | str | None:
    """Why a piece doesn't count; None where it does."""
    second = (first, first + 1)
    if frame.rule.hours_run == "open_hours" and not _is_open(frame, day, second):
        return "closed"
    for exclusion in frame.exclusions:
        if meet(second, exclusion.stretch(frame.zone)) is None:
            continue
        if exclusion.within == "always" or _is_open(frame, day, second):
            return exclusion
    return None


def _is_open(frame: Frame, day: date, second: Stretch) -> bool:
    return any(meet(second, part) is not None for part in frame.open_on(day))
