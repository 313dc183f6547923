"""Errors about notices that are compared with a pack."""

from __future__ import annotations

from fengqiao.errors.family import FengqiaoError


class NoticeError(FengqiaoError, ValueError):
    """A notice that can't be read, or in which a clause of the pack is not found."""
