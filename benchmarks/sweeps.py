"""Sweeps around the police room: what is done without a search, as a contender for `visits.py`."""

from __future__ import annotations

from math import atan2

from fengqiao.planning.rounds import RoundsProblem
from fengqiao.testing.rounds import Place

WEEKS = ((0, 5), (5, 10), (10, 15), (15, 22))
"""Slots of the four weeks of the month; the last week is longer."""


def sweep(problem: RoundsProblem, places: list[Place]) -> int:
    """Each list goes once around, evenly over its days: all weekly visits, all half-monthly ones.

    So a day holds one sector of each list, and these lie apart. Days may get longer than allowed.
    """
    turn = _turn(problem, places)
    lists: dict[tuple[int, ...], list[int]] = {}
    for stop in sorted(range(len(turn)), key=turn.__getitem__):
        lists.setdefault(problem.stops[stop].slots, []).append(stop)
    tours: list[list[int]] = [[] for _ in problem.slots]
    for slots, stops in lists.items():
        for number, stop in enumerate(stops):
            tours[slots[number * len(slots) // len(stops)]].append(stop)
    return sum(_metres(problem, _two_opt(problem, _nearest(problem, tour))) for tour in tours)


def sweep_weekly(problem: RoundsProblem, places: list[Place]) -> int:
    """All lists go around together once a week; a visit goes to the day of its sector, or the next.

    A missed visit counts as the way to the farthest point and back.
    """
    turn = _turn(problem, places)
    order = sorted(range(len(turn)), key=turn.__getitem__)
    around = {one: at / len(turn) for at, one in enumerate(order)}
    order.sort(key=lambda one: len(problem.stops[one].slots))
    sector = [
        (at - first + 0.5) / (after - first) for first, after in WEEKS for at in range(first, after)
    ]
    tours: list[list[int]] = [[] for _ in problem.slots]
    missed = 0
    for stop in order:
        here = around[stop]
        for slot in sorted(problem.stops[stop].slots, key=lambda one: abs(sector[one] - here)):
            longer = _nearest(problem, [*tours[slot], stop])
            if _minutes(problem, longer) <= problem.slots[slot].minutes:
                tours[slot] = longer
                break
        else:
            missed += 1
    total = sum(_metres(problem, _two_opt(problem, tour)) for tour in tours)
    return total + missed * 2 * max(one for one in problem.metres[0] if one is not None)


def _turn(problem: RoundsProblem, places: list[Place]) -> list[float]:
    """In which direction each stop lies from the police room."""
    east, north = places[0]
    return [
        atan2(places[one.point][1] - north, places[one.point][0] - east) for one in problem.stops
    ]


def _way(problem: RoundsProblem, one: int, other: int) -> int:
    """From stop to stop; -1 is the depot."""
    points = [0 if stop < 0 else problem.stops[stop].point for stop in (one, other)]
    return problem.metres[points[0]][points[1]] or 0


def _metres(problem: RoundsProblem, tour: list[int]) -> int:
    stops = [-1, *tour, -1]
    return sum(_way(problem, stops[at], stops[at + 1]) for at in range(len(stops) - 1))


def _minutes(problem: RoundsProblem, tour: list[int]) -> int:
    visits = sum(problem.stops[stop].minutes for stop in tour)
    return visits - (-_metres(problem, tour) // problem.pace)


def _nearest(problem: RoundsProblem, stops: list[int]) -> list[int]:
    left, tour = set(stops), [-1]
    while left:
        tour.append(min(left, key=lambda one: (_way(problem, tour[-1], one), one)))
        left.remove(tour[-1])
    return tour[1:]


def _two_opt(problem: RoundsProblem, tour: list[int]) -> list[int]:
    shortest = _metres(problem, tour)
    found = True
    while found:
        found = False
        for first in range(len(tour)):
            for last in range(first + 1, len(tour)):
                turned = [*tour[:first], *tour[first : last + 1][::-1], *tour[last + 1 :]]
                if (metres := _metres(problem, turned)) < shortest:
                    tour, shortest, found = turned, metres, True
    return tour
