"""One turn of PyVRP: every slot a vehicle, every visit a client that may move among some slots.

Slots lie one after the other on PyVRP's axis of time, far apart, so that a window of time says
which of them may take a visit. Time is counted in metres, as the way is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyvrp
from attrs import evolve, frozen
from pyvrp.stop import MaxIterations, MultipleCriteria, StoppingCriterion

from fengqiao.planning.rounds import Rounds, RoundsProblem
from fengqiao_routes.days import free_slots

_FAR = 1 << 40
"""Longer than any day; PyVRP counts in 64 bits."""


@frozen(kw_only=True)
class _Visit:
    """One visit that is made, and where it may move."""

    stop: int
    slot: int
    first: int
    last: int


def reorder(
    problem: RoundsProblem,
    rounds: Rounds,
    *,
    seed: int,
    iterations: int,
    stop: Callable[[], bool] | None,
) -> tuple[Rounds, int]:
    """Let PyVRP move visits among the slots that they may be in, and put them in order.

    Args:
        problem: What to visit, and when.
        rounds: To begin with.
        seed: Decides which visits of a stop stay and which may move, and what PyVRP tries.
        iterations: Of PyVRP.
        stop: Asked at each of them.

    Returns:
        Rounds in which no visit is lost and that are no longer, and how many iterations were made.
    """
    axis = _axis(problem, seed)
    visits = _visits(problem, rounds, axis, seed)
    if not visits or iterations < 1:
        return rounds, 0
    data = _data(problem, axis, visits)
    start = pyvrp.Solution(data, _routes(data, rounds, axis, visits))
    asked: list[StoppingCriterion] = [MaxIterations(iterations)]
    if stop is not None:
        asked.append(lambda _cost: stop())
    result = pyvrp.solve(
        data,
        MultipleCriteria(asked),
        seed=seed,
        collect_stats=False,
        initial_solution=start,
    )
    best = result.best
    if not best.is_feasible() or best.distance() >= rounds.metres:
        return rounds, result.num_iterations
    tours: list[tuple[int, ...]] = [()] * len(problem.slots)
    for route in best.routes():
        clients = [one.idx for one in route if one.is_client()]
        tours[axis[route.vehicle_type()]] = tuple(visits[one].stop for one in clients)
    return evolve(rounds, tours=tuple(tours), metres=best.distance()), result.num_iterations


def _axis(problem: RoundsProblem, seed: int) -> list[int]:
    """Slots in the order of the axis: by staff and day, or in odd turns by day and staff."""
    slots = problem.slots
    return sorted(
        range(len(slots)),
        key=lambda one: (
            (slots[one].day, slots[one].staff) if seed % 2 else (slots[one].staff, slots[one].day),
            slots[one].minutes,
            one,
        ),
    )


def _visits(problem: RoundsProblem, rounds: Rounds, axis: Sequence[int], seed: int) -> list[_Visit]:
    """Every visit that is made, by reference and slot, with the run of slots it may move in."""
    place = {slot: number for number, slot in enumerate(axis)}
    held: dict[int, list[int]] = {}
    for slot, tour in enumerate(rounds.tours):
        for stop in tour:
            held.setdefault(stop, []).append(slot)
    found = []
    for stop in sorted(held, key=lambda one: problem.stops[one].ref):
        slots = sorted(held[stop], key=lambda one: (problem.slots[one].day, place[one]))
        for number, slot in enumerate(slots):
            free = {place[one] for one in free_slots(problem, stop, slots, number, seed)}
            first = last = place[slot]
            while first - 1 in free:
                first -= 1
            while last + 1 in free:
                last += 1
            found.append(_Visit(stop=stop, slot=slot, first=first, last=last))
    return found


def _data(
    problem: RoundsProblem, axis: Sequence[int], visits: Sequence[_Visit]
) -> pyvrp.ProblemData:
    """The problem as PyVRP takes it: each visit has a row of its own, so that the diagonal is 0."""
    minute = problem.pace or 1
    apart = 2 * minute * (max(slot.minutes for slot in problem.slots) + 1)
    depots = sorted({slot.depot for slot in problem.slots})
    points = [*depots, *(problem.stops[one.stop].point for one in visits)]
    metres: Any = np.array(
        [[_metres(problem.metres[one][other]) for other in points] for one in points],
        dtype=np.int64,
    )
    np.fill_diagonal(metres, 0)
    took: Any = metres if problem.pace else np.where(metres >= _FAR, _FAR, 0)
    return pyvrp.ProblemData(
        locations=[pyvrp.Location(0, 0) for _ in points],
        clients=[
            pyvrp.Client(
                len(depots) + number,
                service_duration=problem.stops[one.stop].minutes * minute,
                tw_early=one.first * apart,
                tw_late=one.last * apart + apart // 2,
            )
            for number, one in enumerate(visits)
        ],
        depots=[pyvrp.Depot(number) for number in range(len(depots))],
        vehicle_types=[
            pyvrp.VehicleType(
                start_depot=depots.index(problem.slots[slot].depot),
                end_depot=depots.index(problem.slots[slot].depot),
                tw_early=number * apart,
                tw_late=number * apart + problem.slots[slot].minutes * minute,
            )
            for number, slot in enumerate(axis)
        ],
        distance_matrices=[metres],
        duration_matrices=[took],
    )


def _metres(given: int | None) -> int:
    return _FAR if given is None else min(given, _FAR)


def _routes(
    data: pyvrp.ProblemData, rounds: Rounds, axis: Sequence[int], visits: Sequence[_Visit]
) -> list[pyvrp.Route]:
    """The rounds to begin with, as PyVRP takes them."""
    client = {(one.stop, one.slot): number for number, one in enumerate(visits)}
    return [
        pyvrp.Route(data, [client[stop, slot] for stop in rounds.tours[slot]], number)
        for number, slot in enumerate(axis)
        if rounds.tours[slot]
    ]
