"""Planning: what is still due, for whom, and by when."""

from __future__ import annotations

from fengqiao.planning.blocks import DueBlock
from fengqiao.planning.due import find_due, pick_due_tasks
from fengqiao.planning.items import DueItem, DueKind
from fengqiao.planning.posts import Post, Posts
from fengqiao.planning.work import DueWork

__all__ = [
    "DueBlock",
    "DueItem",
    "DueKind",
    "DueWork",
    "Post",
    "Posts",
    "find_due",
    "pick_due_tasks",
]
