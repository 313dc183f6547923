"""Contacts in the field: days, places, people met and services at home; never who they were."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from fengqiao.simulate.fieldwork import Row, days_of, officers
from fengqiao.simulate.town import Town

CONTACT = (
    "id", "staff", "station", "area", "room", "place", "topics", "people", "home_services",
    "started_at", "ended_at",
)  # fmt: skip
TASKING = ("id", "staff", "station", "kind", "excepted", "started_at", "ended_at")

_FROM, _EVERY = 9 * 60, 90
_MOST_DAYS = 10
_CARE = ((10, 9, 6), (70, 20, 10))
"""On how many days of ten an officer is out, and how often that is so."""
_PEOPLE = (10, 16)
_CALLED_AWAY = 6
"""Officers of a hundred who are called away once in the month."""


def contacts(town: Town) -> Iterator[Row]:
    """Two contacts on most days of a community officer, where the town's pack asks for them."""
    scenario = town.scenario
    places = scenario.places
    numbers = count(1)
    for post in officers(town) if places else ():
        draw = scenario.draw("contacts", post.staff)
        care = draw.choices(*_CARE)[0]
        for day in days_of(post, scenario.workdays):
            if draw.randrange(_MOST_DAYS) >= care:
                continue
            for turn in range(2):
                started = scenario.at(day, _FROM + turn * _EVERY)
                yield (
                    f"C{scenario.month.first:%y%m}-{next(numbers):05}",
                    post.staff,
                    post.station,
                    post.area,
                    post.room,
                    draw.choice(places),
                    (),
                    draw.randint(*_PEOPLE),
                    draw.randrange(2),
                    started,
                    started + draw.randint(40, 80) * 60,
                )


def taskings(town: Town) -> Iterator[Row]:
    """A few community officers called away, now and then for what is barred."""
    scenario = town.scenario
    kinds = scenario.words.get("tasking_kind", ()) if scenario.tasked else ()
    numbers = count(1)
    for post in officers(town) if kinds else ():
        draw = scenario.draw("taskings", post.staff)
        days = [day for day in days_of(post, scenario.workdays) if day in scenario.month.span]
        if days and draw.randrange(100) < _CALLED_AWAY:
            started = scenario.at(draw.choice(days), _FROM)
            yield (
                f"TK{scenario.month.first:%y%m}-{next(numbers):04}",
                post.staff,
                post.station,
                draw.choice(kinds),
                (),
                started,
                started + 4 * 60 * 60,
            )
