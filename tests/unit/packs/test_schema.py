"""The JSON schema for editors agrees with the reader."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from fengqiao.packs import pack_schema
from fengqiao.packs.rows import TABLES
from fengqiao.rules import core_catalogue

from .conftest import TESTS

SCHEMA: dict[str, Any] = pack_schema(core_catalogue())


def test_the_schema_is_json() -> None:
    """It can be written to a file and read again."""
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_the_schema_knows_every_table() -> None:
    """Every table of the reader, and the format, is offered."""
    assert set(SCHEMA["properties"]) == {"format", *TABLES}


def test_every_reference_leads_somewhere() -> None:
    """No definition is missing."""
    text = json.dumps(SCHEMA)
    named = {part.split('"')[0] for part in text.split("#/$defs/")[1:]}
    assert named - set(SCHEMA["$defs"]) == set()


def test_keys_are_those_of_the_catalogue() -> None:
    """An editor offers the keys of the table that is being written."""
    keys = SCHEMA["properties"]["duty"]["items"]["properties"]["key"]["enum"]
    assert ("meeting.community" in keys, "visits.households" in keys) == (True, False)


@pytest.mark.parametrize(
    "path", sorted((TESTS / "packs_for_tests").rglob("*.toml")), ids=lambda path: path.name
)
def test_a_good_file_uses_only_fields_of_the_schema(path: Path) -> None:
    """What the reader takes, the schema offers."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    foreign = [
        (name, field)
        for name, rows in tables.items()
        if name != "format"
        for row in (rows if isinstance(rows, list) else [rows])
        for field in row
        if field not in _fields(name)
    ]
    assert foreign == []


def _fields(table: str) -> set[str]:
    schema = SCHEMA["properties"][table]
    return set(schema.get("items", schema)["properties"])
