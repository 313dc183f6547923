"""Meetings that were held: of communities, of police posts, of stations, of an officer's team."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from random import Random

from attrs import frozen

from fengqiao.simulate.bearers import bearers
from fengqiao.simulate.fieldwork import Row
from fengqiao.simulate.occasions import Care, care_of, days_done, is_whole
from fengqiao.simulate.routines import REPORT_BACK, Routine
from fengqiao.simulate.scenario import Scenario
from fengqiao.simulate.town import Town

SESSION = (
    "id",
    "key",
    "station",
    "area",
    "post",
    "led_by",
    "started_at",
    "ended_at",
    "people",
    "invited",
    "covers",
)

_EVENING, _AFTERNOON = 18 * 60 + 30, 14 * 60
_LONG = 180
_TENTHS = 10
_ATTENDANCE = (7, 8, 9, 9, 10, 10, 10, 11, 11, 12, 13, 14)
"""People who come, for ten who usually do."""
_OVERTIME = (0, 0, 5, 10, 20, 30)
_CUT_SHORT = (62, 75, 83, 96)
_PERCENT = 100


@frozen(kw_only=True)
class Held:
    """A meeting that was held, and whose it was."""

    routine: Routine
    subject: str
    row: Row

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.row[0])


def meetings(town: Town) -> tuple[Held, ...]:
    """Meetings of a town by routine, subject and day; most are held, and most in order."""
    numbers = count(1)
    found = []
    for routine in town.scenario.routines:
        if routine.is_meeting:
            for subject, row in _of_routine(town, routine):
                number = f"S{town.scenario.month.first:%y%m}-{next(numbers):05}"
                found.append(Held(routine=routine, subject=subject, row=(number, *row)))
    return tuple(found)


def _of_routine(town: Town, routine: Routine) -> Iterator[tuple[str, Row]]:
    scenario = town.scenario
    starts = _AFTERNOON if routine.minutes > _LONG else _EVENING
    for bearer in bearers(town, routine):
        draw = scenario.draw(routine.name, bearer.subject)
        care = care_of(draw, routine)
        for day in days_done(scenario, routine, draw, care):
            able = bearer.able_on(day)
            if able:
                started = scenario.at(day, starts)
                minutes = _minutes(draw, routine, care)
                yield (
                    bearer.subject,
                    (
                        routine.key,
                        bearer.station,
                        bearer.area,
                        bearer.post,
                        able[0].staff,
                        started,
                        started + minutes * 60,
                        max(2, routine.people * draw.choice(_ATTENDANCE) // _TENTHS),
                        _invited(draw, routine),
                        _topics(draw, routine, scenario, care),
                    ),
                )


def _minutes(draw: Random, routine: Routine, care: Care) -> int:
    if is_whole(draw, care):
        return routine.minutes + draw.choice(_OVERTIME)
    return routine.minutes * draw.choice(_CUT_SHORT) // _PERCENT


def _invited(draw: Random, routine: Routine) -> tuple[str, ...]:
    """Those usually invited; now and then the last kind is left out."""
    return routine.invited if draw.randrange(10) else routine.invited[:-1]


def _topics(draw: Random, routine: Routine, scenario: Scenario, care: Care) -> tuple[str, ...]:
    choice = sorted(set(routine.choice or scenario.topics) - set(routine.covers))
    some = draw.sample(choice, min(len(choice), draw.randint(1, 3))) if choice else []
    covers = routine.covers if is_whole(draw, care) else routine.covers[:-1]
    if not routine.choice and REPORT_BACK not in routine.covers:
        return covers
    return (*some, *covers)
