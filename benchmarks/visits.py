"""Metres walked in a month of visits: this library beside a sweep, OR-tools and PyVRP.

python3 benchmarks visits                     2 and 10 seconds each
python3 benchmarks visits --long              OR-tools, PyVRP and the plugin with 30 seconds, too
python3 benchmarks visits --instances DIR     public periodic instances in Cordeau's format
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from math import atan2
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

from attrs import evolve
from periodic import HUNDREDTHS, best_known, instances_in, read_periodic
from rounds import Contender, Contest, Goal, Size, main

from fengqiao.planning.rounds import (
    Rounds,
    RoundsProblem,
    RoundsSolver,
    check_rounds,
    solve_rounds,
)
from fengqiao.testing.rounds import Place, hamlet_places, households

SIDE = 1500
FULL = {"single": 200, "twice": 90, "weekly": 30}
TINY = {"single": 20, "twice": 5, "weekly": 2}
WEEKS = ((0, 5), (5, 10), (10, 15), (15, 22))
"""Slots of the four weeks of the month; the last week is longer."""
TRIALS = (2000, 6000)
"""Iterations that tell how fast the machine is; they go through all heats, as a long run does."""
APART = 1_000_000
"""From day to day on the axis of time of PyVRP."""


def contests(size: Size) -> Iterator[Contest]:
    """Windows that every router understands; then gaps that only rounds understand; then files."""
    counts = TINY if size.is_tiny else FULL
    brief, usual, long = (0.05, 0.1, 0.2) if size.is_tiny else (2, 10, 30)
    gaps = households(size.seed, side=SIDE, **counts)
    windows = in_windows(gaps)
    places = hamlet_places(Random(size.seed), len(gaps.stops), SIDE)
    number = sum(one.times for one in gaps.stops)
    said = f"{len(gaps.stops)} households, {number} visits, 22 days of at most 390 minutes"
    yield _routers(
        f"{said}, seed {size.seed}; each visit within its week, half month or month",
        windows,
        places,
        (brief, usual, long if size.options["long"] else 0),
    )
    yield _with_gaps(f"{said}, seed {size.seed}; 5 to 10 or 10 to 20 days apart", gaps, usual)
    if size.options["instances"]:
        yield from _public(Path(size.options["instances"]), long if size.options["long"] else usual)


def _routers(
    instance: str, windows: RoundsProblem, places: list[Place], seconds: tuple[float, ...]
) -> Contest:
    brief, usual, long = seconds
    contenders = [
        Contender(name="sweep + nearest + 2-opt", run=lambda: sweep(windows, places)),
        Contender(name="the same, around weekly", run=lambda: sweep_weekly(windows, places)),
        _ours(f"built in, {brief:g} s", windows, solve_rounds, brief),
        _ours(f"built in, {usual:g} s", windows, solve_rounds, usual),
    ]
    goals = [Goal(name=contenders[3].name, against=contenders[0].name, ratio=1 / 0.6)]
    if long:
        contenders.append(_ours(f"built in, {long:g} s", windows, solve_rounds, long))
    absent = []
    for name, module, run in (("PyVRP", "pyvrp", run_pyvrp), ("OR-tools", "ortools", run_ortools)):
        if find_spec(module) is None:
            absent.append((name, module))
            continue
        contenders += [
            _router(f"{name}, {given:g} s", windows, run, given) for given in (usual, long) if given
        ]
    names = [one.name for one in contenders]
    if f"PyVRP, {usual:g} s" in names:
        goals.append(Goal(name=names[3], against=f"PyVRP, {usual:g} s", ratio=1 / 1.04))
    if long and f"OR-tools, {long:g} s" in names:
        goals.append(Goal(name=names[2], against=f"OR-tools, {long:g} s", ratio=1))
    plugin = _plugin()
    if plugin is None:
        absent.append(("fengqiao-routes", "fengqiao-routes"))
    else:
        contenders.append(_ours(f"fengqiao-routes, {usual:g} s", windows, plugin, usual))
        if long:
            contenders.append(_ours(f"fengqiao-routes, {long:g} s", windows, plugin, long))
            goals += [
                Goal(name=contenders[-1].name, against=against, ratio=1 / 1.01)
                for against in (f"PyVRP, {long:g} s", f"built in, {long:g} s")
                if against in names
            ]
    return Contest(
        title="A month of visits in windows",
        instance=instance,
        unit="m",
        contenders=contenders,
        goals=goals,
        absent=absent,
        measures="figure",
    )


def _with_gaps(instance: str, gaps: RoundsProblem, seconds: float) -> Contest:
    contenders = [_ours(f"built in, {seconds:g} s", gaps, solve_rounds, seconds)]
    plugin, absent = _plugin(), []
    if plugin is None:
        absent.append(("fengqiao-routes", "fengqiao-routes"))
    else:
        contenders.append(_ours(f"fengqiao-routes, {seconds:g} s", gaps, plugin, seconds))
    return Contest(
        title="A month of visits with gaps",
        instance=instance,
        unit="m",
        contenders=contenders,
        absent=absent,
        measures="figure",
    )


def _public(folder: Path, seconds: float) -> Iterator[Contest]:
    """Every periodic instance of a folder, then the mean gap of those whose best is known."""
    solvers: list[tuple[str, RoundsSolver]] = [("built in", solve_rounds)]
    if (plugin := _plugin()) is not None:
        solvers.append(("fengqiao-routes", plugin))
    gaps: dict[str, list[float]] = {name: [] for name, _ in solvers}
    for path in instances_in(folder):
        problem = read_periodic(path.read_text(encoding="ascii"))
        best = best_known(path)
        yield Contest(
            title=f"Periodic instance {path.name}",
            instance=f"{len(problem.stops)} customers; best known: {best or 'not given'}",
            unit="cost" if best is None else "percent above the best known",
            contenders=[
                Contender(
                    name=f"{name}, {seconds:g} s",
                    run=_cost(problem, solver, seconds, best, gaps[name]),
                )
                for name, solver in solvers
            ],
            measures="figure",
        )
    means = {name: found for name, found in gaps.items() if found}
    if means:
        yield _means(means)


def _means(means: dict[str, list[float]]) -> Contest:
    """What all instances came to, beside what is aimed at."""
    aims = {"built in": 1.2, "fengqiao-routes": 0.8}
    return Contest(
        title="Public periodic instances, mean gap",
        instance="All of the folder whose best is known",
        unit="percent above the best known",
        contenders=[
            *(
                Contender(name=name, run=lambda found=found: max(0.001, sum(found) / len(found)))  # type: ignore[misc]  # a default binds it
                for name, found in means.items()
            ),
            *(
                Contender(name=f"{aim:g} percent", run=lambda aim=aim: aim)  # type: ignore[misc]  # a default binds it
                for name, aim in aims.items()
                if name in means
            ),
        ],
        goals=[Goal(name=name, against=f"{aims[name]:g} percent", ratio=1) for name in means],
        measures="figure",
    )


def _cost(
    problem: RoundsProblem,
    solver: RoundsSolver,
    seconds: float,
    best: float | None,
    gaps: list[float],
) -> Callable[[], float]:
    def run() -> float:
        cost = length(problem, within(problem, solver, seconds)) / HUNDREDTHS
        if best is None:
            return cost
        gaps.append(100 * cost / best - 100)
        return gaps[-1]

    return run


# --------------------------------------------------------------------------------- the instance


def in_windows(gaps: RoundsProblem) -> RoundsProblem:
    """The same visits, each within its week, half month or month instead of gaps between them."""
    half = (0, 11), (11, 22)
    spans = {1: ((0, 22),), 2: half, 4: WEEKS}
    stops = [
        evolve(
            one,
            ref=f"{one.ref}/{number}",
            times=1,
            gap=(1, None),
            slots=tuple(range(first, after)),
        )
        for one in gaps.stops
        for number, (first, after) in enumerate(spans[one.times])
    ]
    return evolve(gaps, stops=tuple(stops))


def length(problem: RoundsProblem, rounds: Rounds) -> int:
    """Metres; a missed visit counts as the way to the farthest point and back."""
    wrong = check_rounds(problem, rounds)
    if wrong:
        raise RuntimeError(wrong[0].text())
    farthest = 2 * max(one for one in problem.metres[0] if one is not None)
    return rounds.metres + farthest * sum(one.units for one in rounds.missed)


# ------------------------------------------------------------------------------- the contenders


def _ours(name: str, problem: RoundsProblem, solver: RoundsSolver, seconds: float) -> Contender:
    return Contender(name=name, run=lambda: length(problem, within(problem, solver, seconds)))


def _router(
    name: str, problem: RoundsProblem, run: Callable[[RoundsProblem, float], int], seconds: float
) -> Contender:
    return Contender(name=name, run=lambda: run(problem, seconds))


def within(problem: RoundsProblem, solver: RoundsSolver, seconds: float) -> Rounds:
    """Rounds after so many seconds of the processor.

    How many iterations fit is found in a trial before; a host would know it of its machine.
    """
    pace, before = _pace(problem, solver)
    iterations = max(1, round(0.95 * (seconds - before) * pace))
    return solver(problem, seed=1, iterations=iterations, stop=over(seconds))


_PACES: dict[tuple[int, RoundsSolver], tuple[float, float]] = {}


def _pace(problem: RoundsProblem, solver: RoundsSolver) -> tuple[float, float]:
    """Iterations a second, and the seconds before the first of them, from two trials."""
    known = (id(problem), solver)
    if known not in _PACES:
        few, many = TRIALS if len(problem.stops) > sum(TINY.values()) * 4 else (20, 60)
        brief, long = (_time(problem, solver, iterations) for iterations in (few, many))
        pace = (many - few) / max(long - brief, 1e-6)
        _PACES[known] = pace, max(0.0, brief - few / pace)
    return _PACES[known]


def _time(problem: RoundsProblem, solver: RoundsSolver, iterations: int) -> float:
    start = process_time()
    solver(problem, iterations=iterations)
    return process_time() - start


def over(seconds: float) -> Callable[..., bool]:
    """Says whether so many seconds of the processor have gone since now."""
    until = process_time() + seconds
    return lambda *_: process_time() >= until


def _plugin() -> RoundsSolver | None:
    """The solver of fengqiao-routes, where it is installed."""
    if find_spec("fengqiao_routes") is None or find_spec("pyvrp") is None:
        return None
    solver: RoundsSolver = importlib.import_module("fengqiao_routes").solve_with_pyvrp
    return solver


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


def run_pyvrp(problem: RoundsProblem, seconds: float) -> int:
    """PyVRP with days as vehicle types; windows of time say which days may take a visit."""
    pyvrp: Any = importlib.import_module("pyvrp")
    metres = importlib.import_module("numpy").array(problem.metres)
    data = pyvrp.ProblemData(
        [pyvrp.Location(0, 0) for _ in problem.metres],
        [
            pyvrp.Client(
                one.point,
                service_duration=one.minutes * problem.pace,
                tw_early=one.slots[0] * APART,
                tw_late=one.slots[-1] * APART + APART // 2,
            )
            for one in problem.stops
        ],
        [pyvrp.Depot(0)],
        [
            pyvrp.VehicleType(
                tw_early=number * APART, tw_late=number * APART + one.minutes * problem.pace
            )
            for number, one in enumerate(problem.slots)
        ],
        [metres],
        [metres],
    )
    result = pyvrp.solve(data, over(seconds), seed=1, collect_stats=False)
    if not result.best.is_feasible():
        raise RuntimeError("PyVRP found no rounds that keep the rules")
    return int(result.best.distance())


def run_ortools(problem: RoundsProblem, seconds: float) -> int:
    """OR-tools with days as vehicles and guided local search."""
    pywrapcp: Any = importlib.import_module("ortools.constraint_solver.pywrapcp")
    enums: Any = importlib.import_module("ortools.constraint_solver.routing_enums_pb2")
    stops = problem.stops
    points = [0, *(one.point for one in stops)]
    manager = pywrapcp.RoutingIndexManager(len(points), len(problem.slots), 0)
    model = pywrapcp.RoutingModel(manager)
    metres = [[problem.metres[one][other] or 0 for other in points] for one in points]
    way = model.RegisterTransitMatrix(metres)
    model.SetArcCostEvaluatorOfAllVehicles(way)
    takes = [0, *(one.minutes * problem.pace for one in stops)]
    time = model.RegisterTransitMatrix(
        [[metre + takes[one] for metre in row] for one, row in enumerate(metres)]
    )
    rooms = [one.minutes * problem.pace for one in problem.slots]
    model.AddDimensionWithVehicleCapacity(time, 0, rooms, True, "time")  # noqa: FBT003  its API
    farthest = 2 * max(metres[0])
    for number, one in enumerate(stops, start=1):
        index = manager.NodeToIndex(number)
        model.VehicleVar(index).SetValues([-1, *one.slots])
        model.AddDisjunction([index], farthest)
    asked = pywrapcp.DefaultRoutingSearchParameters()
    asked.first_solution_strategy = enums.FirstSolutionStrategy.PARALLEL_CHEAPEST_INSERTION
    asked.local_search_metaheuristic = enums.LocalSearchMetaheuristic.GUIDED_LOCAL_SEARCH
    asked.time_limit.FromSeconds(3600)  # of the clock; the processor's seconds end it before
    model.AddSearchMonitor(model.solver().CustomLimit(over(seconds)))
    found = model.SolveWithParameters(asked)
    if found is None:
        raise RuntimeError("OR-tools found no rounds")
    return int(found.ObjectiveValue())


OPTIONS = (
    ("--long", {"action": "store_true", "help": "30 seconds, too"}),
    ("--instances", {"default": "", "help": "a folder of periodic instances in Cordeau's format"}),
)

if __name__ == "__main__":
    main(__file__, contests, packages=("fengqiao", "pyvrp", "ortools"), options=OPTIONS, least=1)
