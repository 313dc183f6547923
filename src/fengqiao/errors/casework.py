"""Errors about cases."""

from __future__ import annotations

from fengqiao.errors.family import FengqiaoError


class CaseError(FengqiaoError, ValueError):
    """The steps of a case do not make a case that a procedure knows."""


class MoveRefused(CaseError):
    """A step is not legal in a case; one fault for each reason, with its articles."""
