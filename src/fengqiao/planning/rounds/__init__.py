"""Rounds: on which day each visit is made, and in which order, chosen together.

Whole numbers only: a problem knows neither people nor places, only references that the caller
understands, and indexes.
"""

from __future__ import annotations

from fengqiao.planning.rounds.check import check_rounds
from fengqiao.planning.rounds.problem import (
    ITERATIONS,
    Missed,
    MissReason,
    Rounds,
    RoundsProblem,
    RoundsSolver,
    Slot,
    Stop,
)
from fengqiao.planning.rounds.solve import improve_rounds, solve_rounds

__all__ = [
    "ITERATIONS",
    "MissReason",
    "Missed",
    "Rounds",
    "RoundsProblem",
    "RoundsSolver",
    "Slot",
    "Stop",
    "check_rounds",
    "improve_rounds",
    "solve_rounds",
]
