"""The unit that a stated value is in, as tables and findings name it."""

from __future__ import annotations

from fengqiao.rules.catalogue import Catalogue
from fengqiao.rules.entries import Duty, DutyPhase, Entry, Norm, Role
from fengqiao.rules.values import Comparison, Exact, Open
from fengqiao.timing import PeriodUnit

_SINGULAR = {"people": "person", "premises": "premises"}
"""Units whose singular is not the plural without its last letter."""


def of_number(unit: str, value: object) -> str:
    """An English unit beside a number: `1 person`, `2 people`."""
    return _SINGULAR.get(unit, unit.removesuffix("s")) if str(value) == "1" else unit


def stated_unit(
    entry: Entry,
    comparison: Comparison,
    catalogue: Catalogue,
    *,
    field: str | None = None,
    phase: object = None,
) -> str | None:
    """The unit of a comparison in the source's own terms.

    Args:
        entry: The entry that it stands on.
        comparison: The comparison.
        catalogue: Gives the unit of what a norm counts.
        field: Field of a duty or filter that it stands on; None on the entry itself.
        phase: The duty's phase, for how often it is due.

    Returns:
        A unit of time, `words`, `people`, `per week`, or what the key counts (`households`);
        None where the value has no unit.
    """
    if comparison.words or isinstance(entry, Role):
        return "words"
    if comparison.unit is not None:
        return comparison.unit
    if isinstance(entry, Norm) and field is None:
        key = catalogue.keys.get(entry.key)
        return key.unit if key else None
    if isinstance(entry, Duty):
        if field == "times" and isinstance(phase, DutyPhase):
            return f"per {cadence_name(phase.every)}"
        return "people" if field == "people" else None
    return None


def cadence_name(every: PeriodUnit | Exact | Open) -> str:
    """How often a duty is due, as packs write it: `month`, `2 weeks` or `open`."""
    if isinstance(every, Exact):
        return f"{every.num} {every.unit}s"
    return "open" if isinstance(every, Open) else every
