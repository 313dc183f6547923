"""Errors about stores."""

from __future__ import annotations

from fengqiao.errors.family import FengqiaoError


class StoreError(FengqiaoError, OSError):
    """A store that can't be opened, read or written."""


class StoreConflict(FengqiaoError, ValueError):
    """A fact whose id stands there with other content, or was withdrawn; nothing was written."""
