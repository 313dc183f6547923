"""Answers to tallies, counted fact by fact."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from fengqiao.measures.tallies import Tally
from fengqiao.model import Table

_Cells = Mapping[str, Any]
_Key = tuple[Any, ...]

_MEETS: Mapping[str, Callable[[Any, Any], bool]] = {
    "==": lambda cell, value: bool(cell == value),
    ">=": lambda cell, value: cell is not None and bool(cell >= value),
    "<=": lambda cell, value: cell is not None and bool(cell <= value),
    "in": lambda cell, value: cell in value,
    "has": lambda cell, value: value in cell.split(","),
}


def answer(tally: Tally, facts: Iterable[_Cells]) -> Table:
    """The table that a tally asks for, from facts in stored form."""
    counted = [
        cells
        for cells in facts
        if all(_MEETS[how](cells[name], value) for name, how, value in tally.where)
    ]
    values = {
        (index, *key): value
        for index, span in enumerate(tally.spans)
        for key, value in _values(
            tally, counted, span.first.toordinal(), span.last.toordinal()
        ).items()
        if value > 0
    }
    keys = sorted(values, key=_order)
    columns = {name: [key[place] for key in keys] for place, name in enumerate(("span", *tally.by))}
    return Table({**columns, "value": [values[key] for key in keys]})


def _values(tally: Tally, facts: Iterable[_Cells], first: int, last: int) -> dict[_Key, int]:
    found: dict[_Key, list[Any]] = {}
    for cells in facts:
        if first <= cells["day"] <= last:
            key = tuple(cells[name] for name in tally.by)
            found.setdefault(key, []).append(1 if tally.field is None else cells[tally.field])
    return {key: _measured(tally, cells) for key, cells in found.items()}


def _measured(tally: Tally, cells: list[Any]) -> int:
    if tally.measure == "events":
        return len(cells)
    present = [cell for cell in cells if cell is not None]
    return len(set(present)) if tally.measure == "distinct" else sum(present)


def _order(key: _Key) -> list[tuple[bool, Any]]:
    return [(cell is not None, cell) for cell in key]
