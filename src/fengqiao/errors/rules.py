"""Errors about rules in force."""

from __future__ import annotations

from fengqiao.errors.family import FengqiaoError


class RuleNotInForce(FengqiaoError, LookupError):
    """No pack has a value for this entry on this day or in this place."""


class UnknownKey(FengqiaoError, LookupError):
    """A key that the catalogue does not know."""
