"""Planning: what is still due, for whom, and by when; on whose day it stands; whether it fits."""

from __future__ import annotations

from fengqiao.planning.burden import Burden, EntryBurden, OfficerBurden, find_burden
from fengqiao.planning.by_deadline import DeadlinePlanner
from fengqiao.planning.capacity import Capacity, Posting, WorkHours, capacities_of
from fengqiao.planning.items import DueItem, DueKind
from fengqiao.planning.plan import Placed, Plan, Planner, Unplaced, UnplacedReason
from fengqiao.planning.verify import verify
from fengqiao.planning.violations import Violation

__all__ = [
    "Burden",
    "Capacity",
    "DeadlinePlanner",
    "DueItem",
    "DueKind",
    "EntryBurden",
    "OfficerBurden",
    "Placed",
    "Plan",
    "Planner",
    "Posting",
    "Unplaced",
    "UnplacedReason",
    "Violation",
    "WorkHours",
    "capacities_of",
    "find_burden",
    "verify",
]
