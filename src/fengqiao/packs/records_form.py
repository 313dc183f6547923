"""How the records of a worked case are written: facts by kind, each a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fengqiao.model import KINDS
from fengqiao.packs.forms import Form
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import close_names


def _read_records(raw: object, spot: Spot) -> Mapping[str, tuple[Mapping[str, Any], ...]] | None:
    if not isinstance(raw, Mapping):
        spot.fault("pack.not_a_table")
        return None
    read: dict[str, tuple[Mapping[str, Any], ...]] = {}
    for name, rows in raw.items():
        place = spot.at(name)
        if name not in KINDS:
            place.fault("pack.unknown_field", at_key=True, close=close_names(name, KINDS))
        elif not isinstance(rows, list):
            place.fault("pack.not_a_list")
        elif odd := [at for at, row in enumerate(rows) if not isinstance(row, Mapping)]:
            place.at(odd[0]).fault("pack.not_a_table")
        else:
            read[name] = tuple(rows)
    return read if len(read) == len(raw) else None


RECORDS = Form(
    _read_records,
    {
        "type": "object",
        "properties": {
            name: {"type": "array", "items": {"type": "object"}} for name in sorted(KINDS)
        },
        "additionalProperties": False,
    },
)
