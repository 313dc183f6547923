"""Errors about ids and references."""

from __future__ import annotations

from fengqiao.errors.family import FengqiaoError


class IdRefused(FengqiaoError, ValueError):
    """An id, reference, code or area code that the recogniser refuses."""
