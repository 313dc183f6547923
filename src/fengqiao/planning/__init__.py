"""Planning: what is still due, for whom, and by when; on whose day it stands; whether it fits."""

from __future__ import annotations

from fengqiao.planning.abstracting import (
    Abstraction,
    Abstractions,
    Ban,
    BarredAbsence,
    find_abstractions,
    find_barred,
)
from fengqiao.planning.agreed import find_agreed
from fengqiao.planning.away import AWAY_CODES, Away, take_away
from fengqiao.planning.blocks import DueBlock
from fengqiao.planning.burden import Burden, EntryBurden, OfficerBurden, RoleBurden, find_burden
from fengqiao.planning.by_deadline import DeadlinePlanner
from fengqiao.planning.by_rounds import RoundsPlanner
from fengqiao.planning.capacity import Capacity, Kept, WorkHours, capacities_of, share_of
from fengqiao.planning.due import find_due, pick_due_tasks
from fengqiao.planning.items import KIND_NAMES, DueItem, DueKind
from fengqiao.planning.moves import Move, MoveReason, Pin, Replan
from fengqiao.planning.needing import Need, RoleNeed, find_need
from fengqiao.planning.plan import (
    LeftReason,
    LeftVisit,
    Placed,
    Plan,
    Planner,
    Unplaced,
    UnplacedReason,
)
from fengqiao.planning.plan_file import read_plan
from fengqiao.planning.posts import Post, Posts
from fengqiao.planning.replanning import replan
from fengqiao.planning.venues import Venue
from fengqiao.planning.verify import verify
from fengqiao.planning.violations import Violation
from fengqiao.planning.visits import Visits, Wanted, for_each
from fengqiao.planning.work import DueWork

__all__ = [
    "AWAY_CODES",
    "KIND_NAMES",
    "Abstraction",
    "Abstractions",
    "Away",
    "Ban",
    "BarredAbsence",
    "Burden",
    "Capacity",
    "DeadlinePlanner",
    "DueBlock",
    "DueItem",
    "DueKind",
    "DueWork",
    "EntryBurden",
    "Kept",
    "LeftReason",
    "LeftVisit",
    "Move",
    "MoveReason",
    "Need",
    "OfficerBurden",
    "Pin",
    "Placed",
    "Plan",
    "Planner",
    "Post",
    "Posts",
    "Replan",
    "RoleBurden",
    "RoleNeed",
    "RoundsPlanner",
    "Unplaced",
    "UnplacedReason",
    "Venue",
    "Violation",
    "Visits",
    "Wanted",
    "WorkHours",
    "capacities_of",
    "find_abstractions",
    "find_agreed",
    "find_barred",
    "find_burden",
    "find_due",
    "find_need",
    "for_each",
    "pick_due_tasks",
    "read_plan",
    "replan",
    "share_of",
    "take_away",
    "verify",
]
