"""Duties that were done: checklists of officers, receptions and boxes of rooms, reports."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from fengqiao.simulate.bearers import Bearer, bearers
from fengqiao.simulate.fieldwork import Row
from fengqiao.simulate.occasions import care_of, days_done, is_whole
from fengqiao.simulate.routines import Routine
from fengqiao.simulate.town import Town

DUTY = ("id", "key", "staff", "station", "area", "room", "grid", "topics", "started_at", "ended_at")

_BOX_KEY, _BOX = "duty.suggestion_box", "suggestion_box"
_FROM, _EVERY, _SLOTS = 8 * 60 + 30, 30, 12
_CUT_SHORT = (50, 75, 87)
_PERCENT = 100


def duties(town: Town) -> Iterator[Row]:
    """Duties of a town by routine, subject and day; most are done, and most take their time."""
    numbers = count(1)
    others = (one for one in town.scenario.routines if not one.is_meeting)
    for place, routine in enumerate(others):
        starts = _FROM + place % _SLOTS * _EVERY
        for row in _of_routine(town, routine, starts):
            yield (f"D{town.scenario.month.first:%y%m}-{next(numbers):05}", *row)


def _of_routine(town: Town, routine: Routine, starts: int) -> Iterator[Row]:
    scenario = town.scenario
    for bearer in bearers(town, routine):
        if not _can(town, routine, bearer):
            continue
        draw = scenario.draw(routine.name, bearer.subject)
        care = care_of(draw, routine)
        for day in days_done(scenario, routine, draw, care):
            able = bearer.able_on(day)
            if able:
                started = scenario.at(day, starts)
                whole = is_whole(draw, care)
                share = _PERCENT if whole else draw.choice(_CUT_SHORT)
                yield (
                    routine.key,
                    draw.choice(able).staff,
                    bearer.station,
                    bearer.area,
                    bearer.room,
                    bearer.grid,
                    routine.about,
                    started,
                    started + max(1, routine.minutes * share // _PERCENT) * 60,
                )


def _can(town: Town, routine: Routine, bearer: Bearer) -> bool:
    """Whether there is what the duty needs: no box is emptied where there is none."""
    return routine.key != _BOX_KEY or _BOX in town.fittings.get(bearer.room or "", ())
