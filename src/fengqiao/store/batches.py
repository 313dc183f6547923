"""From columns to batches: checked, in stored form, without erased references."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from fengqiao.errors import Fault, RecordError, StoreConflict
from fengqiao.model import KINDS, Columns, Kind, Table, cut, prepare
from fengqiao.store.erasing import TOKEN_PREFIX, Erasures

CHUNK_ROWS = 50_000
"""Rows of the largest batch; longer columns are cut, so that no step holds them all twice."""


def find_kind(name: object) -> Kind | None:
    """The kind of that name, or None."""
    return KINDS.get(name) if isinstance(name, str) else None


def kind_named(name: str) -> Kind:
    """The kind of that name.

    Raises:
        RecordError: There is none.
    """
    kind = find_kind(name)
    if kind is None:
        raise RecordError("record.unknown_kind", kinds=tuple(KINDS))
    return kind


def prepared_batches(kind: Kind, columns: Columns, *, zone: ZoneInfo) -> Iterator[Table]:
    """Columns in stored form, cut into batches of at most `CHUNK_ROWS`.

    Raises:
        RecordError: Something is wrong with a column; names the first such row of each column,
            whichever batch it is in.
    """
    lengths = {len(column) if hasattr(column, "__len__") else -1 for column in columns.values()}
    if len(lengths) != 1 or max(lengths) <= CHUNK_ROWS:
        yield prepare(kind, columns, zone=zone)
        return
    for start in range(0, max(lengths), CHUNK_ROWS):
        table, _ = _prepared(kind, columns, start, zone)
        if table is None:
            raise RecordError.of(_all_faults(kind, columns, start, zone))
        yield table


def _prepared(
    kind: Kind, columns: Columns, start: int, zone: ZoneInfo
) -> tuple[Table | None, tuple[Fault, ...]]:
    some = cut(columns, slice(start, start + CHUNK_ROWS))
    try:
        return prepare(kind, some, zone=zone), ()
    except RecordError as error:
        return None, error.faults


def _all_faults(kind: Kind, columns: Columns, start: int, zone: ZoneInfo) -> list[Fault]:
    """The first fault of each field, from the first batch that has one."""
    found: dict[object, Fault] = {}
    size = len(next(iter(columns.values())))
    for begin in range(start, size, CHUNK_ROWS):
        for fault in _prepared(kind, columns, begin, zone)[1]:
            facts = dict(fault.facts)
            if isinstance(row := facts.get("row"), int):
                facts["row"] = row + begin
            found.setdefault(facts.get("field"), Fault(fault.code, facts, fault.place))
    return list(found.values())


def without_erased(kind: Kind, table: Table, erasures: Erasures) -> tuple[Table, int]:
    """The rows whose references may stand in the store, and the number of the others."""
    if not erasures or not kind.refs:
        return table, 0
    gone = [erasures.among(table[name]) for name in kind.refs]
    if not any(gone):
        return table, 0
    refs = zip(*(table[name] for name in kind.refs), strict=True)
    keep = [
        row
        for row, cells in enumerate(refs)
        if not any(cell in erased for cell, erased in zip(cells, gone, strict=True))
    ]
    kept = {name: [column[row] for row in keep] for name, column in table.columns.items()}
    return Table(kept), len(table) - len(keep)


def require_same(kind: Kind, held: Sequence[Any], given: Sequence[Any]) -> None:
    """Refuse another content under an id that is taken.

    Args:
        kind: Kind of fact.
        held: Cells of the declared fields as they stand in the store.
        given: Cells of the declared fields as they came.

    Raises:
        StoreConflict: They differ. Two erased references are the same: both mean "unknown".
    """
    cells = zip(kind.fields.items(), held, given, strict=True)
    differing = [
        name
        for (name, spec), old, new in cells
        if old != new and not (spec.kind == "ref" and _is_token(old) and _is_token(new))
    ]
    if differing:
        row = dict(zip(kind.fields, given, strict=True))
        raise StoreConflict("store.conflict", kind=kind.name, id=row["id"], fields=differing)


def voided(kind: Kind, id_: object) -> StoreConflict:
    """The error for a fact that is written again under an id that was withdrawn."""
    return StoreConflict("store.voided", kind=kind.name, id=id_)


def _is_token(ref: object) -> bool:
    return isinstance(ref, str) and ref.startswith(TOKEN_PREFIX)


def months_of(days: Collection[int]) -> set[int]:
    """Months, counted from year 0, in which days lie."""
    return {month_of(day) for day in set(days)}


def month_of(ordinal: int) -> int:
    """Month, counted from year 0, in which a day lies."""
    day = date.fromordinal(ordinal)
    return day.year * 12 + day.month - 1
