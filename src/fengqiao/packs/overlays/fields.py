"""The fields of entries to which an overlay may give another value."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from fengqiao.packs.forms import AMOUNT, COUNT, NAME, or_open, several
from fengqiao.packs.known import known_words
from fengqiao.packs.overlays.change import Change
from fengqiao.packs.overlays.phases import changed_duty, changed_norm, phase_fields
from fengqiao.packs.rows import PER
from fengqiao.rules.entries import AnyEntry, Band, Duty, Norm, Role, Sheet
from fengqiao.rules.values import Exact, Open

_ROLE_WORDS = {"held_by": "role", "drawn_from": "role", "may_not": "capability"}
_NUMBERS = ("out_of", "winners", "minimum_data")


def fields_of(entry: AnyEntry) -> tuple[str, ...]:
    """Names of the fields of an entry that state something which an overlay may change."""
    found: list[str] = []
    if isinstance(entry, (Norm, Duty)):
        found = [name for phase in entry.phases for name in phase_fields(phase)]
    elif isinstance(entry, Band):
        found = ["over", *(level.name for level in entry.levels)]
    elif isinstance(entry, Role):
        found = [name for name in _ROLE_WORDS if getattr(entry, name)]
    elif isinstance(entry, Sheet):
        parts = () if isinstance(entry.parts, Open) else entry.parts
        found = [f"{part.name}.weight" for part in parts if part.weight is not None]
        found += [name for name in _NUMBERS if getattr(entry, name) is not None]
    return tuple(dict.fromkeys(found))


def with_change(entry: AnyEntry, change: Change) -> AnyEntry | None:
    """An entry with another value; None, with a fault noted, where it can't be read.

    Args:
        entry: A norm, duty, band, role or sheet.
        change: One of its `fields_of`.
    """
    if isinstance(entry, Norm):
        return changed_norm(entry, change)
    if isinstance(entry, Duty):
        return changed_duty(entry, change)
    if change.on is not None:
        change.spot.fault("overlay.no_phases", entry=entry.id)
        return None
    changed: AnyEntry | None = None
    match entry:
        case Band():
            changed = _band(entry, change)
        case Role():
            changed = _role(entry, change)
        case Sheet():
            changed = _sheet(entry, change)
    return None if changed is None else _not_verified(changed)


def _not_verified(entry: Any) -> Any:  # noqa: ANN401  an entry, of its own type
    return evolve(entry, verified=False)


def _band(band: Band, change: Change) -> Band | None:
    if change.field == "over":
        over: Any = or_open(PER).read(change.raw, change.spot)
        return None if over is None else evolve(band, over=over)
    level = next(one for one in band.levels if one.name == change.field)
    found = change.limit(level.comparison)
    if found is not None and found.is_open:
        change.spot.fault("pack.not_an_amount")
        return None
    if found is None:
        return None
    new = evolve(level, comparison=found)
    return evolve(band, levels=tuple(new if one is level else one for one in band.levels))


def _role(role: Role, change: Change) -> Role | None:
    given = several(NAME).read(change.raw, change.spot)
    closed = tuple(change.words.words(_ROLE_WORDS[change.field]))
    kept: Any = None if given is None else known_words(given, closed, change.spot)
    return None if kept is None else evolve(role, **{change.field: kept})


def _sheet(sheet: Sheet, change: Change) -> Sheet | None:
    if change.field.endswith(".weight") and not isinstance(sheet.parts, Open):
        weight = or_open(AMOUNT).read(change.raw, change.spot)
        if isinstance(weight, Exact) and weight.unit:
            change.spot.fault("pack.not_a_number")
            return None
        if weight is None:
            return None
        name = change.field.removesuffix(".weight")
        parts = (evolve(one, weight=weight) if one.name == name else one for one in sheet.parts)
        return evolve(sheet, parts=tuple(parts))
    number = or_open(COUNT).read(change.raw, change.spot)
    if change.field == "out_of" and isinstance(number, Open):
        change.spot.fault("pack.not_a_number")
        return None
    if number is None:
        return None
    kept: Any = number if isinstance(number, Open) else Exact.whole(number)
    return evolve(sheet, **{change.field: kept})
