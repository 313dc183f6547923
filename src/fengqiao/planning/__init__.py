"""Planning: what is still due, for whom, and by when; on whose day it stands; whether it fits."""

from __future__ import annotations

from fengqiao.planning.agreed import find_agreed
from fengqiao.planning.blocks import DueBlock
from fengqiao.planning.burden import Burden, EntryBurden, OfficerBurden, RoleBurden, find_burden
from fengqiao.planning.by_deadline import DeadlinePlanner
from fengqiao.planning.capacity import Capacity, WorkHours, capacities_of, share_of
from fengqiao.planning.due import find_due, pick_due_tasks
from fengqiao.planning.items import KIND_NAMES, DueItem, DueKind
from fengqiao.planning.plan import Placed, Plan, Planner, Unplaced, UnplacedReason
from fengqiao.planning.posts import Post, Posts
from fengqiao.planning.verify import verify
from fengqiao.planning.violations import Violation
from fengqiao.planning.work import DueWork

__all__ = [
    "KIND_NAMES",
    "Burden",
    "Capacity",
    "DeadlinePlanner",
    "DueBlock",
    "DueItem",
    "DueKind",
    "DueWork",
    "EntryBurden",
    "OfficerBurden",
    "Placed",
    "Plan",
    "Planner",
    "Post",
    "Posts",
    "RoleBurden",
    "Unplaced",
    "UnplacedReason",
    "Violation",
    "WorkHours",
    "capacities_of",
    "find_agreed",
    "find_burden",
    "find_due",
    "pick_due_tasks",
    "share_of",
    "verify",
]
