"""From lines of JSON to rows: one object a line, its keys in the place of a header."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from fengqiao.tables.faults import TableFaults
from fengqiao.tables.text import Line

Member = tuple[str, Any]
Object = tuple[Member, ...]
"""An object as it stands: a key that stands twice is there twice."""


def json_rows(lines: Iterable[Line], faults: TableFaults) -> Iterator[tuple[int, Object]]:
    """Objects with the numbers of their lines; blank lines are left out."""
    for number, text in lines:
        if not text.strip():
            continue
        found = _object(text)
        if found is None:
            faults.add("table.no_object", number)
        else:
            yield number, found


def _object(text: str) -> Object | None:
    try:
        found = json.loads(text, object_pairs_hook=tuple, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, tuple) else None


def _refuse(_name: str) -> NoReturn:
    """NaN and Infinity are no JSON."""
    raise ValueError
