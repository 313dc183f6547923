"""As much of JSON schema as the schema for editors uses, to hold files against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

_TYPES: Mapping[str, Any] = {
    "object": dict,
    "array": list,
    "string": (str, date),
    "integer": int,
    "boolean": bool,
}


def underlined(value: object, schema: Mapping[str, Any], root: Mapping[str, Any]) -> list[str]:
    """Where an editor would underline a value, as paths; empty where it would not."""
    return list(_faults(value, schema, root, ""))


def _faults(
    value: object, schema: Mapping[str, Any], root: Mapping[str, Any], path: str
) -> Iterator[str]:
    unread = set(schema) - _KNOWN
    assert not unread, f"the schema uses {unread}"
    if "$ref" in schema:
        yield from _faults(value, root["$defs"][schema["$ref"].rpartition("/")[2]], root, path)
    if "anyOf" in schema and not any(
        not list(_faults(value, one, root, path)) for one in schema["anyOf"]
    ):
        yield path
    if not _is_plainly_good(value, schema):
        yield path
    elif isinstance(value, dict):
        yield from _of_table(value, schema, root, path)
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _faults(one, schema.get("items", {}), root, f"{path}/{index}")


_KNOWN = {
    "$ref", "anyOf", "type", "enum", "const", "pattern", "minimum", "minLength", "minItems",
    "maxItems", "minProperties", "maxProperties", "items", "properties", "required",
    "additionalProperties", "description", "format", "$schema", "$defs", "title",
}  # fmt: skip


def _is_plainly_good(value: object, schema: Mapping[str, Any]) -> bool:
    kind = schema.get("type")
    if kind is not None and not isinstance(value, _TYPES[kind]):
        return False
    if kind == "integer" and isinstance(value, bool):
        return False
    size = len(value) if isinstance(value, (str, list, dict)) else 0
    unit = {str: "Length", list: "Items", dict: "Properties"}.get(type(value), "")
    return (
        ("enum" not in schema or value in schema["enum"])
        and ("const" not in schema or value == schema["const"])
        and ("pattern" not in schema or bool(re.search(schema["pattern"], str(value))))
        and (not isinstance(value, int) or value >= schema.get("minimum", value))
        and schema.get(f"min{unit}", 0) <= size <= schema.get(f"max{unit}", size)
    )


def _of_table(
    value: Mapping[str, Any], schema: Mapping[str, Any], root: Mapping[str, Any], path: str
) -> Iterator[str]:
    yield from (f"{path}/{name}" for name in schema.get("required", ()) if name not in value)
    named, others = schema.get("properties", {}), schema.get("additionalProperties", {})
    for name, one in value.items():
        inside = named.get(name, others)
        if inside is False:
            yield f"{path}/{name}"
        else:
            yield from _faults(one, inside, root, f"{path}/{name}")
