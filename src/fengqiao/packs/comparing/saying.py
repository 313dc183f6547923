"""What one side says, as plain data: a comparison with its unit and what it is measured by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fengqiao.rules.book import Spoken
from fengqiao.rules.catalogue import Catalogue
from fengqiao.rules.entries import (
    Band,
    Duty,
    DutyPhase,
    Norm,
    NormPhase,
    Phase,
    Role,
    Sheet,
    Target,
)
from fengqiao.rules.units import cadence_name, stated_unit
from fengqiao.rules.values import Comparison, Op, Open

Said = Mapping[str, Any]

ROLE_LISTS: tuple[tuple[str, Op], ...] = (
    ("held_by", "any_of"),
    ("drawn_from", "any_of"),
    ("may_not", "none_of"),
)
"""What a role may say of its holders, and how each list of words is meant."""


def plain_value(value: object) -> Said:
    """A value without a comparison."""
    return {"op": None, "value": value, "unit": None}


def of_comparison(comparison: Comparison, unit: str | None = None) -> Said:
    """A comparison with its unit."""
    return {
        "op": comparison.op,
        "value": comparison.plain(),
        "unit": "words" if comparison.words else unit,
    }


def of_limit(spoken: Spoken, catalogue: Catalogue) -> Said:
    """The limit of a norm, or how often a duty is due, with all that it is measured by."""
    entry, phase = spoken.entry, spoken.phase
    if isinstance(entry, Norm) and isinstance(phase, NormPhase):
        unit = stated_unit(entry, phase.comparison, catalogue)
        return {
            **of_comparison(phase.comparison, unit),
            "key": entry.key,
            "per": entry.per,
            "basis": phase.basis,
            **of_filters(spoken, with_value=False),
        }
    if isinstance(entry, Duty) and isinstance(phase, DutyPhase):
        return {**of_cadence(phase), **of_filters(spoken, with_value=False)}
    if isinstance(entry, Band):
        return plain_value([level.name for level in entry.levels])
    if isinstance(entry, Sheet):
        return of_parts(entry)
    if isinstance(entry, Role):
        return {**of_role(entry), **of_filters(spoken, with_value=False)}
    return plain_value(None)


def of_role(role: Role) -> Said:
    """The first that a role says: who may hold it, whom it is filled from, what is barred."""
    for name, op in ROLE_LISTS:
        words = getattr(role, name)
        if words:
            return of_comparison(Comparison(op, frozenset(words), words))
    return plain_value(None)


def of_parts(sheet: Sheet) -> Said:
    """The parts of a sheet by name."""
    return plain_value(
        "open" if isinstance(sheet.parts, Open) else [part.name for part in sheet.parts]
    )


def of_cadence(phase: DutyPhase) -> Said:
    """How often a duty is due."""
    per = cadence_name(phase.every)
    return {"op": "at_least", "value": phase.times, "unit": None, "per": per}


def of_filters(spoken: Spoken, *, with_value: bool = True) -> Said:
    """Which subjects it is asked of, and which things count."""
    held: Phase | Role | None = spoken.phase
    if held is None and isinstance(spoken.entry, Role):
        held = spoken.entry
    found: dict[str, Any] = dict(plain_value(None)) if with_value else {}
    for name in ("where", "of"):
        filters = getattr(held, name, ())
        if filters:
            found[name] = {field: dict(of_comparison(one)) for field, one in filters}
    return found


def of_target(target: Target | None) -> Said:
    """By when it is to be reached."""
    if target is not None and target.is_open:
        return plain_value("open")
    return plain_value([day.isoformat() for day in target.days] if target else None)
