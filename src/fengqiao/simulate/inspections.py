"""Inspections of premises: for fire safety, and for what else a kind of premises calls for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count
from random import Random

from fengqiao.model import Assignment, Premises
from fengqiao.simulate.fieldwork import Row, days_of, officers
from fengqiao.simulate.premises import GATHERING_PLACES, VENUES
from fengqiao.simulate.scenario import Scenario
from fengqiao.simulate.town import Town

INSPECTION = (
    "id",
    "staff",
    "station",
    "premises",
    "topics",
    "failed",
    "started_at",
    "ended_at",
)

_FROM, _EVERY = 16 * 60 + 30, 35
_FIRE = "fire"
_INSPECTED = ((2, 3, 4, 5, 6, 7), (2, 5, 14, 40, 27, 12))
"""How many premises an officer inspects for fire in a month, and how often that is so."""
_OTHERS = (1, 5)
"""How many more an officer inspects for something else."""
_FAILED_OF_1000 = 12
_VENUE_TOPICS = ("public_order", "real_name", "registration", "card_reading", "vice")
_GATHERING_TOPICS = ("public_order", "food_drug_environment")
_TOPICS = {
    **dict.fromkeys(GATHERING_PLACES, _GATHERING_TOPICS),
    **dict.fromkeys(VENUES, _VENUE_TOPICS),
    "school": ("traffic", "building", "food", "school_order", "food_drug_environment"),
    "enterprise": ("production", "management", "food_drug_environment"),
    "knife_seller": ("public_order", "knife_register"),
    "hazardous_unit": ("public_order", "goods_safety"),
    "rental_house": ("public_order",),
    "courier": ("public_order", "real_name"),
}
"""What is looked at beside fire safety, by kind of premises."""


def inspections(town: Town) -> Iterator[Row]:
    """Inspections of distinct premises by each officer; most do five for fire safety, or more."""
    scenario = town.scenario
    numbers = count(1)
    by_area: dict[str, list[Premises]] = {}
    for place in town.premises:
        by_area.setdefault(place.area, []).append(place)
    month = [day for day in scenario.workdays if day in scenario.month.span]
    for post in officers(town):
        draw = scenario.draw("inspections", post.staff)
        held = days_of(post, month)
        here = by_area.get(post.area or "", [])
        if held and here:
            wanted = draw.choices(*_INSPECTED)[0] * len(held) // len(month)
            for row in _of_officer(scenario, draw, post, _chosen(draw, here, wanted), held):
                yield (f"I{scenario.month.first:%y%m}-{next(numbers):05}", *row)


def _chosen(draw: Random, here: Sequence[Premises], wanted: int) -> list[tuple[Premises, bool]]:
    """Premises to inspect, each with whether fire safety is looked at."""
    both = draw.sample(here, min(wanted + draw.randint(*_OTHERS), len(here)))
    chosen = [(place, number < wanted) for number, place in enumerate(both)]
    draw.shuffle(chosen)
    return chosen


def _of_officer(
    scenario: Scenario,
    draw: Random,
    post: Assignment,
    chosen: Sequence[tuple[Premises, bool]],
    days: Sequence[date],
) -> Iterator[Row]:
    last, slot = None, 0
    for (place, for_fire), day in zip(
        chosen, sorted(draw.choices(days, k=len(chosen))), strict=True
    ):
        slot = slot + 1 if day == last else 0
        last = day
        started = scenario.at(day, _FROM + slot * _EVERY)
        topics = _topics(scenario, draw, place.kind, for_fire=for_fire)
        failed = tuple(one for one in topics if draw.randrange(1000) < _FAILED_OF_1000)
        yield (
            post.staff,
            post.station,
            place.premises,
            topics,
            failed,
            started,
            started + draw.randint(15, 30) * 60,
        )


def _topics(scenario: Scenario, draw: Random, kind: str, *, for_fire: bool) -> tuple[str, ...]:
    """What one inspection looks at; an inspection for fire often looks at nothing else."""
    others = scenario.known("inspection_topic", *_TOPICS.get(kind, ("public_order",)))
    if not for_fire:
        return others or ("public_order",)
    return (_FIRE,) if draw.randrange(3) else (_FIRE, *others)
