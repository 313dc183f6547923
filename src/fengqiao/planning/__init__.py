"""Planning: what is still due, for whom, and by when."""

from __future__ import annotations

from fengqiao.planning.items import DueItem, DueKind

__all__ = ["DueItem", "DueKind"]
