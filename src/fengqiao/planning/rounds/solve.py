"""The built-in solver: put everything in, then again and again take some out and put it back."""

from __future__ import annotations

from collections.abc import Callable
from math import log
from random import Random

from fengqiao.errors import RequestError
from fengqiao.planning.rounds.board import Board
from fengqiao.planning.rounds.check import check_rounds
from fengqiao.planning.rounds.problem import ITERATIONS, Missed, Rounds, RoundsProblem
from fengqiao.planning.rounds.ready import Ready, make_ready
from fengqiao.planning.rounds.reasons import why_missed
from fengqiao.planning.rounds.recreate import Recreate
from fengqiao.planning.rounds.ruin import Ruin

_LOGS = tuple(round(-1000 * log((number + 0.5) / 1024)) for number in range(1024))
"""A thousand times minus the logarithm of each of 1024 equal parts of 1."""
_HALVINGS = 7
"""How often what is accepted halves from the first round of change to the last."""
_HOTTEST = 4
"""How much longer rounds may at first become in one change, in mean ways from stop to stop."""
_PATIENCE = 100
"""Rounds of change for each visit after which the search heats up again, if so many are left."""
_LEAST = 2_000
"""Rounds of change before that, at least."""
_WARM = 2
"""The same where rounds are there already: one in so many of a mean way."""
_WEIGHT = 3
"""What a missed visit weighs at first, in mean ways; more and more while visits are missed."""
_HEAVIEST = 300
"""What it weighs in the end, in mean ways."""
_WEIGHED = 100
"""After so many rounds of change with missed visits they weigh a seventh more."""


def solve_rounds(
    problem: RoundsProblem,
    *,
    seed: int = 0,
    iterations: int = ITERATIONS,
    stop: Callable[[], bool] | None = None,
) -> Rounds:
    """Choose days and order of visits together, in pure Python.

    Every visit is first put where it costs least. Then, in each round of change, visits that lie
    near to one another are taken out of several tours and put back one by one; a change for the
    worse is kept now and then, ever more rarely.

    Args:
        problem: What to visit, and when.
        seed: The same problem, seed and iterations give the same rounds, in whatever order stops
            and slots come.
        iterations: How many rounds of change to make; 0: only put everything in.
        stop: Asked before each round of change; once it says so, the best found so far is returned.

    Returns:
        Rounds that `check_rounds` finds nothing wrong with, whenever it was stopped.
    """
    ready = make_ready(problem)
    board = Board(ready)
    seeded = Random(seed)  # noqa: S311  a search, not a secret
    Recreate(board, seeded).everything()
    way = _mean_way(board)
    done = _improve(board, seeded, range(iterations), _HOTTEST * way, stop)
    return _rounds(ready, board, done)


def improve_rounds(
    problem: RoundsProblem,
    rounds: Rounds,
    *,
    seed: int = 0,
    iterations: int = ITERATIONS,
    stop: Callable[[], bool] | None = None,
) -> Rounds:
    """Begin with rounds that there are already, and change them for the better.

    Args:
        problem: What to visit, and when.
        rounds: Of any solver; `check_rounds` finds nothing wrong with their visits. Why visits are
            missed is looked at anew.
        seed: The same problem, rounds, seed and iterations give the same.
        iterations: How many rounds of change to make.
        stop: Asked before each round of change.

    Returns:
        Rounds that are no worse; `iterations` counts those made here.

    Raises:
        RequestError: The rounds are not right for the problem.
    """
    if any(one.code != "rounds.false_reason" for one in check_rounds(problem, rounds)):
        raise RequestError("rounds.wrong_start")
    ready = make_ready(problem)
    board = Board(ready)
    number = {index: new for new, (index, _) in enumerate(ready.stops)}
    for slot, (index, _) in enumerate(ready.slots):
        for one in rounds.tours[index]:
            board.insert(number[one], board.last(slot))
    seeded = Random(seed)  # noqa: S311  a search, not a secret
    done = _improve(board, seeded, range(iterations), _mean_way(board) // _WARM, stop)
    return _rounds(ready, board, done)


def _mean_way(board: Board) -> int:
    return max(1, board.metres // max(1, board.ready.wanted - board.missed))


def _improve(
    board: Board,
    seeded: Random,
    rounds: range,
    hottest: int,
    stop: Callable[[], bool] | None,
) -> int:
    """Change the board for the better until told to stop; return how many rounds that took."""
    ruin, recreate = Ruin(board, seeded), Recreate(board, seeded)
    best = now = board.memory()
    best_cost = now_cost = (board.missed, board.cost())
    way = _mean_way(board)
    weight = _WEIGHT * way
    placed = board.ready.wanted - board.missed
    length = -(-len(rounds) // max(1, len(rounds) // max(_LEAST, _PATIENCE * placed)))
    done = 0
    for done in rounds:
        if stop is not None and stop():
            break
        heat = _heat(hottest, done % length, length)
        recreate(ruin())
        cost = (board.missed, board.cost())
        worse = weight * (cost[0] - now_cost[0]) + cost[1] - now_cost[1]
        if worse * 1_000_000 <= heat * _LOGS[seeded.randrange(1024)]:
            now, now_cost = board.memory(), cost
            if cost < best_cost:
                best, best_cost = now, cost
        else:
            board.restore(now)
        if now_cost[0] and done % _WEIGHED == _WEIGHED - 1:
            weight = min(_HEAVIEST * way, weight + weight // 7)
    else:
        done = len(rounds)
    board.restore(best)
    recreate.fill()
    return done


def _heat(hottest: int, done: int, iterations: int) -> int:
    """A thousand times what is accepted in this round of change, in metres."""
    halved, part = divmod(_HALVINGS * done * 1024 // iterations, 1024)
    return (1000 * hottest >> halved) * (2048 - part) // 2048


def _rounds(ready: Ready, board: Board, done: int) -> Rounds:
    """What stands on the board, in the numbers of the problem."""
    tours: list[tuple[int, ...]] = [()] * len(ready.slots)
    for slot, (index, _) in enumerate(ready.slots):
        tours[index] = tuple(ready.stops[one][0] for one in board.stops(slot))
    missed = [
        Missed(stop=index, units=units, reason=reason)
        for number, (index, _) in enumerate(ready.stops)
        for reason, units in why_missed(ready, number, board.short(number))
    ]
    missed.sort(key=lambda one: (one.stop, one.reason))
    return Rounds(tours=tuple(tours), missed=tuple(missed), metres=board.metres, iterations=done)
