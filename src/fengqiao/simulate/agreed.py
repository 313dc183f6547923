"""What meetings agreed, and what the next meeting heard of it. What it is stays with the host."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count, pairwise

from fengqiao.ids import mint_ref
from fengqiao.simulate.fieldwork import Row
from fengqiao.simulate.meetings import Held
from fengqiao.simulate.routines import REPORT_BACK
from fengqiao.simulate.scenario import Scenario
from fengqiao.timing import advance, day_in

ITEM = ("id", "session", "item", "owner", "station", "agreed_on", "due_on")
REPORT = ("id", "session", "item", "station", "on")

_NUMBER = ((0, 1, 2, 3), (40, 35, 20, 5))
"""How many items a meeting agrees, and how often that is so."""
_DAYS = (10, 35)
_REPORTED_OF_10 = 9
_STATION, _LED_BY, _STARTED, _COVERS = 2, 5, 6, 10
"""Places in the row of a meeting."""


def action_items(scenario: Scenario, held: Sequence[Held]) -> tuple[Row, ...]:
    """Up to three items for each meeting that reports back; its leader owes them."""
    return tuple(
        (item, meeting.id, ref, meeting.row[_LED_BY], meeting.row[_STATION], day, due)
        for meeting in held
        for item, ref, day, due in _items(scenario, meeting)
    )


def action_reports(scenario: Scenario, held: Sequence[Held]) -> Iterator[Row]:
    """What the next meeting of the same subject hears: nine items of ten."""
    numbers = count(1)
    by_subject: dict[tuple[str, str], list[Held]] = {}
    for meeting in sorted(held, key=lambda one: (one.row[_STARTED], one.id)):
        by_subject.setdefault((meeting.routine.key, meeting.subject), []).append(meeting)
    for meetings in by_subject.values():
        for before, after in pairwise(meetings):
            if REPORT_BACK not in after.row[_COVERS]:
                continue
            draw = scenario.draw("reported", after.id)
            for _, ref, _, _ in _items(scenario, before):
                if draw.randrange(10) < _REPORTED_OF_10:
                    number = f"AR{scenario.month.first:%y%m}-{next(numbers):05}"
                    day = _day(scenario, after)
                    yield number, after.id, ref, after.row[_STATION], day


def _items(scenario: Scenario, meeting: Held) -> Iterator[tuple[str, str, date, date]]:
    if REPORT_BACK not in meeting.routine.covers:
        return
    draw = scenario.draw("agreed", meeting.id)
    day = _day(scenario, meeting)
    for number in range(1, draw.choices(*_NUMBER)[0] + 1):
        name = f"{meeting.id}-{number}"
        ref = mint_ref(scenario.secret, "action_item", f"{scenario.month}/{name}")
        yield f"AI-{name}", ref, day, advance(day, draw.randint(*_DAYS), "day")


def _day(scenario: Scenario, meeting: Held) -> date:
    return day_in(scenario.zone, meeting.row[_STARTED])
