"""Days and order of visits in turn: the library's own search for the days, PyVRP for the tours.

PyVRP knows no visits that have to keep a distance in days. So the built-in solver finds rounds;
then each visit is given the days on which it may be without asking where the others of its stop
are, and PyVRP moves it among them; then the built-in solver goes on from there, and so on.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from fengqiao.planning.rounds import (
    ITERATIONS,
    Rounds,
    RoundsProblem,
    improve_rounds,
    solve_rounds,
)

TURNS = 4
"""How often PyVRP and the built-in search take turns."""
SLOWER = 5
"""Rounds of change of the built-in search that one iteration of PyVRP takes as long as."""


def solve_with_pyvrp(
    problem: RoundsProblem,
    *,
    seed: int = 0,
    iterations: int = ITERATIONS,
    stop: Callable[[], bool] | None = None,
) -> Rounds:
    """Choose days and order of visits with the built-in solver and PyVRP.

    The built-in search is made whole, and then both take turns, which is half as much again: so the
    rounds are never worse than the built-in ones.

    Args:
        problem: What to visit, and when.
        seed: The same problem, seed and iterations give the same rounds.
        iterations: How much to try, counted in those of the built-in search. One iteration of
            PyVRP is counted as 5.
        stop: Asked again and again; once it says so, the best found so far is returned.

    Returns:
        Rounds that `check_rounds` finds nothing wrong with, whenever it was stopped.
    """
    found = solve_rounds(problem, seed=seed, iterations=iterations, stop=stop)
    share = iterations // (2 * TURNS)
    for turn in range(TURNS):
        found = _turn(problem, found, seed + turn, (share - share // 3, share // 3), stop)
    return found


def _turn(
    problem: RoundsProblem,
    rounds: Rounds,
    seed: int,
    shares: tuple[int, int],
    stop: Callable[[], bool] | None,
) -> Rounds:
    """PyVRP, then the built-in search, each with its share of iterations."""
    from fengqiao_routes.tours import reorder  # noqa: PLC0415  PyVRP is loaded at first use

    tried = -(-shares[0] // SLOWER)
    found, made = reorder(problem, rounds, seed=seed, iterations=tried, stop=stop)
    better = improve_rounds(problem, found, seed=seed, iterations=shares[1], stop=stop)
    done = rounds.iterations + made * SLOWER + better.iterations
    return evolve(better, iterations=done)
