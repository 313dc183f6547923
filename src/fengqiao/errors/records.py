"""Errors about records: what happened, and the registers of what exists."""

from __future__ import annotations

from fengqiao.errors.family import FengqiaoError


class RecordError(FengqiaoError, ValueError):
    """Records that were refused; nothing of the batch was written."""


class TableError(RecordError):
    """A host's table that was refused; nothing of it was written."""
