"""Ids for events whose table has none: the same row always gets the same one."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from fengqiao.ids import mint_ref
from fengqiao.model import Kind
from fengqiao.timing import epoch

_SIGNS = 26


def made_ids(
    kind: Kind, columns: Mapping[str, Sequence[Any]], secret: bytes | None
) -> Iterator[str]:
    """An id for each row, from all its other fields that are not empty.

    So loading a row twice gives the same fact twice, which is counted as repeated. Where a kind
    carries references the id is made with the host's secret: without one it could be guessed
    from the id which reference was erased.

    Args:
        kind: The kind of fact.
        columns: Values of its fields, without `id`. Equally long.
        secret: The host's secret; needed where the kind has references.

    Returns:
        26 characters of base32 each (130 bits).
    """
    names = sorted(name for name in columns if name != "id")
    for row in zip(*(columns[name] for name in names), strict=True):
        given = {
            name: _written(cell) for name, cell in zip(names, row, strict=True) if _is_given(cell)
        }
        text = json.dumps(given, ensure_ascii=True, separators=(",", ":"))
        if kind.refs and secret is not None:
            yield mint_ref(secret, f"id of {kind.name}", text)
        else:
            digest = hashlib.sha256(f"{kind.name}\0{text}".encode()).digest()
            yield base64.b32encode(digest).decode("ascii")[:_SIGNS]


def _is_given(cell: object) -> bool:
    return cell is not None and cell != ()


def _written(cell: object) -> object:
    if isinstance(cell, datetime):
        return epoch(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return sorted(set(cell)) if isinstance(cell, tuple) else cell
