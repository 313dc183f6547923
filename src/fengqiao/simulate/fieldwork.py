"""Visits of officers to households."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import count
from random import Random
from typing import Any

from fengqiao.ids import mint_ref
from fengqiao.model import Assignment
from fengqiao.simulate.town import Town

Row = tuple[Any, ...]

VISIT = ("id", "staff", "station", "area", "household", "started_at", "ended_at")

_VISITS_FROM, _VISITS_EVERY = 14 * 60, 21
_QUOTA = 80
"""Households a month that the drawn numbers lie around: Wuhai's order of 2018, 二(十)."""


def days_of(post: Assignment, days: Sequence[date]) -> list[date]:
    """Of these days, those on which a post is held."""
    return [day for day in days if post.since <= day <= (post.until or day)]


def officers(town: Town) -> tuple[Assignment, ...]:
    """Posts of community officers, by staff id."""
    posts = (post for post in town.posts if post.role == "community_officer")
    return tuple(sorted(posts, key=lambda post: post.staff))


def visits(town: Town) -> Iterator[Row]:
    """Completed visits to opaque households.

    Most officers reach the usual number of households, about one in four does not; among those
    who serve all month one reaches it exactly and one misses it by one.
    """
    scenario = town.scenario
    numbers = count(1)
    month = [day for day in scenario.workdays if day in scenario.month.span]
    before = [day for day in scenario.workdays if day not in scenario.month.span]
    exactly = _on_the_edge(town, month)
    for post in officers(town):
        draw = scenario.draw("visits", post.staff)
        held = days_of(post, month)
        exact = exactly.get(post.staff)
        wanted = exact or _number_of_visits(draw, len(held), len(month))
        again = 0 if exact else draw.randrange(5)
        for days, size, more in (
            (days_of(post, before), 4 * len(days_of(post, before)), 0),
            (held, wanted if held else 0, again),
        ):
            households = _households(town, post, draw, size, more)
            for (day, minute), household in zip(
                _slots(draw, days, len(households)), households, strict=True
            ):
                started = scenario.at(day, minute)
                yield (
                    f"V{scenario.month.first:%y%m}-{next(numbers):05}",
                    post.staff,
                    post.station,
                    post.area,
                    household,
                    started,
                    started + draw.randint(8, 16) * 60,
                )


def _on_the_edge(town: Town, month: Sequence[date]) -> dict[str, int]:
    """One officer who reaches the quota exactly, and one who misses it by one."""
    whole = [p.staff for p in officers(town) if days_of(p, month) == list(month)]
    chosen = town.scenario.draw("edge").sample(whole, min(2, len(whole)))
    return dict(zip(chosen, (_QUOTA, _QUOTA - 1), strict=False))


def _number_of_visits(draw: Random, held: int, month: int) -> int:
    enough = draw.randrange(100) < 76  # noqa: PLR2004  about three in four
    low, high = (_QUOTA, _QUOTA + 24) if enough else (_QUOTA - 26, _QUOTA - 1)
    return draw.randint(low, high) * held // max(month, 1)


def _households(town: Town, post: Assignment, draw: Random, size: int, again: int) -> list[str]:
    """References of households in the officer's community, a few of them twice."""
    area = post.area or ""
    there = town.households[area]
    picked = draw.sample(range(there), min(size, there))
    picked += picked[:again]
    secret = town.scenario.secret
    return [mint_ref(secret, "household", f"{area}/{number}") for number in picked]


def _slots(draw: Random, days: Sequence[date], size: int) -> Iterator[tuple[date, int]]:
    """Days and minutes of the day, spread evenly over the days."""
    last, slot = None, 0
    for index in range(size):
        day = days[index * len(days) // size]
        slot = slot + 1 if day == last else 0
        last = day
        yield day, _VISITS_FROM + slot * _VISITS_EVERY + draw.randrange(5)
