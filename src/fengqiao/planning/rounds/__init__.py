"""Rounds: on which day each visit is made, and in which order, chosen together.

Whole numbers only: a problem knows neither people nor places, only references that the caller
understands, and indexes.
"""

from __future__ import annotations

from fengqiao.planning.rounds.problem import (
    Missed,
    MissReason,
    Rounds,
    RoundsProblem,
    RoundsSolver,
    Slot,
    Stop,
)

__all__ = [
    "MissReason",
    "Missed",
    "Rounds",
    "RoundsProblem",
    "RoundsSolver",
    "Slot",
    "Stop",
]
