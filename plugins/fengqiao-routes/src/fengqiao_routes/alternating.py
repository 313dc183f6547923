"""Days and order of visits in turn: the library's own search for the days, PyVRP for the tours.

PyVRP knows no visits that have to keep a distance in days. So the built-in solver finds rounds;
then each visit is given the days on which it may be without asking where the others of its stop
are, and PyVRP moves it among them; then the built-in solver goes on from there, and so on.
"""

from __future__ import annotations

from collections.abc import Callable

from fengqiao.planning.rounds import (
    ITERATIONS,
    Rounds,
    RoundsProblem,
    improve_rounds,
    solve_rounds,
)

TURNS = 4
"""How often PyVRP and the built-in search take turns."""
SLOWER = 25
"""Rounds of change of the built-in search that one of PyVRP stands for."""


def solve_with_pyvrp(
    problem: RoundsProblem,
    *,
    seed: int = 0,
    iterations: int = ITERATIONS,
    stop: Callable[[], bool] | None = None,
) -> Rounds:
    """Choose days and order of visits, PyVRP and the built-in solver in turn.

    Args:
        problem: What to visit, and when.
        seed: The same problem, seed and iterations give the same rounds.
        iterations: How much to try: all of them in the built-in search, so that what comes out is
            never longer than its rounds; then half as many again in turns, where one of PyVRP
            counts as 25.
        stop: Asked again and again; once it says so, the best found so far is returned.

    Returns:
        Rounds that `check_rounds` finds nothing wrong with, whenever it was stopped.
    """
    from fengqiao_routes.tours import reorder  # noqa: PLC0415  PyVRP is loaded at first use

    found = solve_rounds(problem, seed=seed, iterations=iterations, stop=stop)
    done = found.iterations
    share = iterations // (2 * TURNS)
    for turn in range(TURNS):
        days = share // 2 if found.missed or any(one.times > 1 for one in problem.stops) else 0
        tried = (share - days) // SLOWER
        found, made = reorder(problem, found, seed=seed + turn, iterations=tried, stop=stop)
        done += made * SLOWER
        found = improve_rounds(problem, found, seed=seed + turn, iterations=days, stop=stop)
        done += found.iterations
    return Rounds(tours=found.tours, missed=found.missed, metres=found.metres, iterations=done)
