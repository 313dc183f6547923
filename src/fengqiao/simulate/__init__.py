"""A synthetic town, drawn from a seed: real area codes, invented work, nobody in it.

Everything follows from a `Scenario`; the same scenario gives the same facts, to the byte.
"""

from __future__ import annotations

from fengqiao.simulate.events import recorded_since, simulate_events
from fengqiao.simulate.from_pack import (
    is_tasked,
    places_wanted,
    reported_in,
    routines_of,
    staff_wanted,
    words_wanted,
)
from fengqiao.simulate.furnished import furnish
from fengqiao.simulate.registers import simulate_registers
from fengqiao.simulate.routines import ROUTINES, Routine
from fengqiao.simulate.scenario import Batch, Reported, Scenario, Wanted
from fengqiao.simulate.town import Town, build_town

__all__ = [
    "ROUTINES",
    "Batch",
    "Reported",
    "Routine",
    "Scenario",
    "Town",
    "Wanted",
    "build_town",
    "furnish",
    "is_tasked",
    "places_wanted",
    "recorded_since",
    "reported_in",
    "routines_of",
    "simulate_events",
    "simulate_registers",
    "staff_wanted",
    "words_wanted",
]
