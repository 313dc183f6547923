"""A synthetic town, drawn from a seed: real area codes, invented work, nobody in it.

Everything follows from a `Scenario`; the same scenario gives the same facts, to the byte.
"""

from __future__ import annotations

from fengqiao.simulate.events import recorded_since, simulate_events
from fengqiao.simulate.from_pack import reported_in, routines_of
from fengqiao.simulate.registers import simulate_registers
from fengqiao.simulate.routines import ROUTINES, Routine
from fengqiao.simulate.scenario import Batch, Reported, Scenario
from fengqiao.simulate.town import Town, build_town

__all__ = [
    "ROUTINES",
    "Batch",
    "Reported",
    "Routine",
    "Scenario",
    "Town",
    "build_town",
    "recorded_since",
    "reported_in",
    "routines_of",
    "simulate_events",
    "simulate_registers",
]
