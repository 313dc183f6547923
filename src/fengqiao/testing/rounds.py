"""Visits to try a solver of rounds with: builders with sensible values, and strategies.

Everything is invented: the staff S01 and S02, and days of July 2018.
"""

from __future__ import annotations

from datetime import date
from random import Random
from typing import Any

from hypothesis import strategies as st

from fengqiao.planning.rounds import RoundsProblem, Slot, Stop

MONDAY = date(2018, 7, 2).toordinal()
Place = tuple[int, int]


def metres_between(places: list[Place]) -> tuple[tuple[int, ...], ...]:
    """Metres along streets that run north and east, from each place to each."""
    return tuple(
        tuple(abs(east - other) + abs(north - another) for other, another in places)
        for east, north in places
    )


def slot(weekday: int = 0, staff: str = "S01", minutes: int = 120) -> Slot:
    """Two hours of officer S01 on a day of the week from 2 July 2018, from point 0."""
    return Slot(staff=staff, day=MONDAY + weekday, minutes=minutes, depot=0)


def stop(ref: str = "a", point: int = 1, slots: tuple[int, ...] = (0,), **given: Any) -> Stop:  # noqa: ANN401  fields of a stop
    """One visit of 20 minutes at point 1, in the first slot.

    Args:
        ref: The caller's reference.
        point: Where.
        slots: Which slots may take it.
        given: Other fields.
    """
    return Stop(**{"ref": ref, "minutes": 20, "point": point, "slots": slots, **given})


def problem(stops: list[Stop], slots: list[Slot], **given: Any) -> RoundsProblem:  # noqa: ANN401  fields of a problem
    """A problem at a pace of 50 metres a minute; the points lie 100 metres apart on one street.

    Args:
        stops: What to visit.
        slots: When.
        given: Other fields.
    """
    points = max([one.point for one in stops], default=0) + 1
    street = metres_between([(100 * number, 0) for number in range(points)])
    fields = {"stops": tuple(stops), "slots": tuple(slots), "metres": street, "pace": 50}
    return RoundsProblem(**{**fields, **given})


def hamlet_places(seeded: Random, count: int, side: int = 1500) -> list[Place]:
    """A police room in the middle of a square, and households around 16 hamlets.

    Args:
        seeded: Where they lie comes from it.
        count: Households.
        side: Of the square.

    Returns:
        The room, then the households, each as metres east and north.
    """
    hamlets = [(seeded.randrange(side), seeded.randrange(side)) for _ in range(16)]
    spread = side // 10
    places = [(side // 2, side // 2)]
    for _ in range(count):
        east, north = hamlets[seeded.randrange(16)]
        places.append(
            (
                min(side, max(0, east + seeded.randrange(-spread, spread + 1))),
                min(side, max(0, north + seeded.randrange(-spread, spread + 1))),
            )
        )
    return places


def households(
    seed: int, *, single: int = 200, twice: int = 90, weekly: int = 30, side: int = 1500
) -> RoundsProblem:
    """A month of one officer: households in hamlets, to be visited once, twice or every week.

    With the numbers given by default these are 320 households and 500 visits, on 22 days of at
    most 390 minutes.

    Args:
        seed: The same seed gives the same month.
        single: Households with one visit.
        twice: Households with two, 10 to 20 days apart.
        weekly: Households with four, 5 to 10 days apart.
        side: Of the square in which they lie.

    Units:
        side: metres.
    """
    seeded = Random(seed)  # noqa: S311  an instance, not a secret
    places = hamlet_places(seeded, single + twice + weekly, side)
    times = [1] * single + [2] * twice + [4] * weekly
    seeded.shuffle(times)
    gaps = {1: (1, None), 2: (10, 20), 4: (5, 10)}
    days = [7 * (number // 5) + number % 5 for number in range(22)]
    stops = [
        stop(
            f"H{number:04}",
            number + 1,
            tuple(range(22)),
            minutes=(10, 12, 15, 20)[seeded.randrange(4)],
            times=wanted,
            gap=gaps[wanted],
        )
        for number, wanted in enumerate(times)
    ]
    slots = [slot(day, minutes=390) for day in days]
    return RoundsProblem(
        stops=tuple(stops), slots=tuple(slots), metres=metres_between(places), pace=70
    )


@st.composite
def rounds_problems(draw: st.DrawFn, *, most: int = 8) -> RoundsProblem:
    """Small problems of any kind: some can be solved whole, in some little fits.

    Args:
        draw: From hypothesis.
        most: Stops, at most.
    """
    points = draw(st.integers(1, 6))
    way = st.one_of(st.integers(0, 4000), st.integers(0, 4000), st.none())
    metres = [[draw(way) for _ in range(points)] for _ in range(points)]
    slots = [
        Slot(
            staff=draw(st.sampled_from(("S01", "S02"))),
            day=MONDAY + draw(st.integers(0, 9)),
            minutes=draw(st.sampled_from((0, 30, 60, 120))),
            depot=draw(st.integers(0, points - 1)),
        )
        for _ in range(draw(st.integers(0, 6)))
    ]
    stops = [
        draw(_stops(f"{number}", points, len(slots)))
        for number in range(draw(st.integers(0, most)))
    ]
    return RoundsProblem(
        stops=tuple(stops),
        slots=tuple(slots),
        metres=metres,
        pace=draw(st.sampled_from((0, 1, 50))),
        change=draw(st.sampled_from((0, 500))),
        fair=draw(st.sampled_from((0, 3))),
    )


def _stops(ref: str, points: int, slots: int) -> st.SearchStrategy[Stop]:
    where = st.lists(st.integers(0, slots - 1), max_size=8) if slots else st.just([])
    return st.integers(1, 3).flatmap(
        lambda times: st.builds(
            Stop,
            ref=st.just(ref),
            minutes=st.sampled_from((1, 10, 20, 50, 121)),
            point=st.integers(0, points - 1),
            slots=where.map(tuple),
            times=st.just(times),
            gap=st.sampled_from(((1, None), (2, None), (1, 3), (2, 2), (3, 5))),
            since=st.one_of(st.none(), st.integers(MONDAY - 5, MONDAY + 5)),
            patterns=st.one_of(
                st.just(()),
                st.lists(
                    st.sets(st.integers(MONDAY, MONDAY + 9), min_size=times, max_size=times).map(
                        lambda days: tuple(sorted(days))
                    ),
                    max_size=3,
                ).map(tuple),
            ),
            prefers=st.sampled_from((None, "S01")),
        )
    )
