"""Which faults only follow from another: from a statement or a row that could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from fengqiao.errors import Fault, Place
from fengqiao.packs.torn import ANY, Torn

IN_THE_SAME_ROW = frozenset(
    (
        "pack.band_gap", "pack.band_tie", "pack.by_order", "pack.case_attribute", "pack.case_day",
        "pack.case_kind", "pack.case_where",
        "pack.case_shape", "pack.cites_nothing", "pack.days_reversed", "pack.duplicate_id",
        "pack.expects_nothing", "pack.label_count", "pack.label_empty", "pack.missing_field",
        "pack.no_basis", "pack.no_clause", "pack.no_comparison", "pack.no_each", "pack.no_per",
        "pack.norm_overlap", "pack.phase_overlap", "pack.phase_without_day", "pack.ranked_person",
        "pack.role_empty", "pack.tie_without_winners",
    )
)  # fmt: skip
"""Faults that may only follow from a statement that was left out of the row they stand in."""

_ENTRIES = frozenset(
    ("norm", "duty", "band", "role", "sheet", "label", "measure", "counting", "procedure")
)
FROM_TABLES: Mapping[str, frozenset[str]] = {
    "pack.no_pack": frozenset(("pack",)),
    "pack.no_source": frozenset(("source",)),
    "pack.unknown_source": frozenset(("source",)),
    "pack.unknown_clause": frozenset(("source", "clause")),
    "pack.case_of_nothing": _ENTRIES,
    "pack.expects_nothing": frozenset(("duty",)),
    "pack.case_config": _ENTRIES,
    "pack.unknown_key": frozenset(("measure",)),
}
"""Faults that may only follow from a row of one of these tables that could not be read whole."""

HEAD = ""
"""Stands for the lines above the first table of a file."""


def independent(
    faults: Iterable[Fault], torn: Mapping[str, Sequence[Torn]], lost: Iterable[str]
) -> list[Fault]:
    """The faults that would be there without any other.

    Args:
        faults: All that were found.
        torn: By file: stretches of it from which a statement was left out.
        lost: Tables of which a row stands and could not be read.
    """
    tables = {table for stretches in torn.values() for one in stretches for table in one.tables}
    tables |= set(lost)
    return [fault for fault in faults if not _may_follow(fault, torn, tables)]


def _may_follow(fault: Fault, torn: Mapping[str, Sequence[Torn]], tables: set[str]) -> bool:
    if fault.code == "pack.format_missing":
        here = torn.get(fault.place.file, ()) if fault.place else ()
        return any(one.tables & {HEAD, ANY} for one in here)
    if fault.code in IN_THE_SAME_ROW and any(_is_torn(place, torn) for place in _places(fault)):
        return True
    return bool(_tables_behind(fault) & tables)


def _tables_behind(fault: Fault) -> frozenset[str]:
    if fault.code == "pack.unknown_word":
        by_fact = {"vocabulary": ("label", "measure", ANY), "band": ("band", ANY)}
        found = (names for fact, names in by_fact.items() if fact in fault.facts)
        return frozenset(name for names in found for name in names)
    behind = FROM_TABLES.get(fault.code, frozenset())
    return behind | {ANY} if behind else behind


def _places(fault: Fault) -> list[Place]:
    """Where a fault stands, and where the row stands that it clashes with."""
    found = [fault.place] if fault.place else []
    other, line = fault.facts.get("other"), fault.facts.get("line")
    if isinstance(other, str) and isinstance(line, int):
        found.append(Place(other, line))
    return found


def _is_torn(place: Place, torn: Mapping[str, Sequence[Torn]]) -> bool:
    line = place.line or 1
    return any(one.first <= line <= one.last for one in torn.get(place.file, ()))
