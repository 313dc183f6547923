"""Rows of a table: each declares its fields once, and is read and described from that.

A row is a frozen type whose attributes carry the form that their value is written in. Reading one
reports every fault of the row at once; what can be read is kept, so that the checks behind it can
report theirs in the same pass.
"""

from __future__ import annotations

from collections.abc import Mapping
from keyword import iskeyword
from typing import Any, TypeVar

import attrs
from attrs import frozen

from fengqiao.packs.choosing import is_to_be_chosen, offered
from fengqiao.packs.forms import Form
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import close_names

_KEY = "fengqiao.pack"
R = TypeVar("R")


@frozen
class FieldSpec:
    """The declaration of one field of a row."""

    form: Form[Any]
    required: bool


def need(form: Form[Any]) -> Any:  # noqa: ANN401  attrs.field itself returns Any
    """A field that a row must have."""
    return attrs.field(metadata={_KEY: FieldSpec(form, required=True)})


def may(form: Form[Any], default: object = None) -> Any:  # noqa: ANN401  as above
    """A field that a row may have."""
    return attrs.field(default=default, metadata={_KEY: FieldSpec(form, required=False)})


def fields_of(row: type[Any]) -> dict[str, FieldSpec]:
    """The fields of a row by the name that stands in the file (`from`, not `from_`)."""
    return {
        attribute.name.removesuffix("_"): attribute.metadata[_KEY]
        for attribute in attrs.fields(row)
    }


def read_row(row: type[R], raw: object, spot: Spot) -> R | None:
    """Read one row.

    Args:
        row: The type that declares its fields.
        raw: The table as `tomllib` read it.
        spot: Where it stands.

    A row of which something is still to be chosen is one fault, at the first such field.

    Returns:
        The row; where an optional field has a fault, without that field. None where a required
        field is missing or has a fault.
    """
    if not isinstance(raw, Mapping):
        spot.fault("pack.not_a_table")
        return None
    declared = fields_of(row)
    for name in raw:
        if name not in declared:
            close = close_names(name, declared)
            spot.at(name).fault("pack.unknown_field", at_key=True, close=close)
            for meant in close:
                spot.mark_unread(meant)
    values: dict[str, object] = {}
    is_told = False
    for name, spec in declared.items():
        if name in raw and is_to_be_chosen(name, raw[name]):
            if not is_told:
                spot.at(name).fault("pack.key_not_chosen", close=offered(raw[name], spot.chinese))
            is_told, values[name] = True, None
            spot.mark_unread(name)
        elif name in raw:
            values[name] = spec.form.read(raw[name], spot.at(name))
            if values[name] is None:
                spot.mark_unread(name)
        elif spec.required:
            spot.absent("pack.missing_field", name, field=name)
    read = {name: value for name, value in values.items() if value is not None}
    if any(spec.required and name not in read for name, spec in declared.items()):
        return None
    return row(**{f"{name}_" if iskeyword(name) else name: one for name, one in read.items()})


def rows_form(row: type[R], *, or_none: bool = False) -> Form[tuple[R, ...]]:
    """A list of rows inside another row: `phase = [ { ... }, { ... } ]`."""

    def read(raw: object, spot: Spot) -> tuple[R, ...] | None:
        if not isinstance(raw, list):
            spot.fault("pack.not_a_list")
            return None
        if not raw and not or_none:
            spot.fault("pack.empty")
            return None
        rows = (read_row(row, one, spot.at(index)) for index, one in enumerate(raw))
        return tuple(one for one in rows if one is not None)

    schema = {"type": "array", "items": row_schema(row), "minItems": 0 if or_none else 1}
    return Form(read, schema)


def row_schema(row: type[Any]) -> dict[str, object]:
    """JSON schema of a row, for editors; vocabularies stand as references to be filled."""
    declared = fields_of(row)
    return {
        "type": "object",
        "properties": {name: form_schema(spec.form) for name, spec in declared.items()},
        "required": [name for name, spec in declared.items() if spec.required],
        "additionalProperties": False,
    }


def form_schema(form: Form[Any]) -> dict[str, object]:
    """JSON schema of a form."""
    return dict(form.schema)
