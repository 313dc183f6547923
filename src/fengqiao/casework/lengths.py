"""Lengths of time limits: as a norm states them, or the host where the norm leaves it open."""

from __future__ import annotations

from fengqiao.casework.law import Law
from fengqiao.rules import Comparison, Exact, Open, Spoken
from fengqiao.timing import Length


def norm_limit(norm: Spoken, law: Law) -> Exact | None:
    """The number of a limit; None where it is open and the host is silent."""
    comparison: Comparison = norm.phase.comparison  # type: ignore[union-attr]  # a norm has phases with one
    limit = comparison.limit
    if isinstance(limit, Open):
        told = law.rules.term(norm, comparison.op)
        limit = told[1] if told is not None and isinstance(told[1], Exact) else limit
    return limit if isinstance(limit, Exact) else None


def norm_length(norm: Spoken, law: Law) -> Length | None:
    """The length of a time limit; None where it is open."""
    return as_length(norm_limit(norm, law))


def as_length(limit: Exact | None) -> Length | None:
    """An amount of time as a whole length; None for anything else."""
    if limit is None or limit.unit is None or limit.den != 1:
        return None
    return Length(limit.num, limit.unit)
