"""Errors about what a host asks of a workspace."""

from __future__ import annotations

from fengqiao.errors.family import FengqiaoError


class RequestError(FengqiaoError, ValueError):
    """A question that can't be answered as it was put."""


class UnknownFinding(FengqiaoError, LookupError):
    """A finding id that names no entry, requirement, subject or period here."""
