"""The JSON schema for editors agrees with the reader."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import pytest

from fengqiao.packs import pack_schema
from fengqiao.packs.rows import TABLES
from fengqiao.rules import core_catalogue

from .conftest import TESTS
from .json_schema import underlined

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


ROOT = TESTS.parent
FILES = sorted(
    path
    for folder in (TESTS / "packs_for_tests", ROOT / "plugins")
    for path in folder.rglob("*.toml")
    if path.parent.name in ("data", "cases")
)


def test_no_good_file_is_underlined() -> None:
    """What the reader takes, in every pack there is, an editor leaves alone."""
    found = {
        str(path): underlined(tomllib.loads(path.read_text(encoding="utf-8")), SCHEMA, SCHEMA)
        for path in FILES
    }
    assert (len(FILES) > 50, {path: where for path, where in found.items() if where}) == (True, {})


NORM: dict[str, object] = {"key": "visits.households", "each": "community_officer", "at_least": 80}
DUTY: dict[str, object] = {"key": "meeting.community", "who": "officer", "every": "month"}


@pytest.mark.parametrize(
    ("table", "row", "where"),
    [
        ("norm", {**NORM, "key": "lessons.held"}, []),
        ("norm", {**NORM, "key": ["visits.households", "lessons.held"]}, []),
        ("norm", {**NORM, "key": "走访"}, ["key"]),
        ("norm", {**NORM, "each": ["community_officer", "neighbour"]}, ["each"]),
        ("duty", {**DUTY, "key": "lessons.held"}, ["key"]),
        ("duty", {**DUTY, "within": "day_25"}, []),
        ("duty", {**DUTY, "within": "day_32"}, ["within"]),
        ("duty", {**DUTY, "within": "2 hours"}, ["within"]),
        ("duty", {**DUTY, "within": "0 days"}, ["within"]),
        ("duty", {**DUTY, "on": ["saturday", "day_5"]}, []),
        ("duty", {**DUTY, "on": "周六"}, ["on"]),
        ("duty", {**DUTY, "lasts": {"at_least": "1/2 day"}}, []),
        ("duty", {**DUTY, "lasts": {"at_least": "2 weeks"}}, ["lasts/at_least"]),
        ("duty", {**DUTY, "lasts": {"at_least": 2}}, ["lasts/at_least"]),
        ("duty", {**DUTY, "people": {"about": "10"}}, ["people/about"]),
        ("duty", {**DUTY, "covers": {"at_least": 1}}, ["covers/at_least"]),
    ],
)
def test_a_slip_is_underlined(table: str, row: dict[str, object], where: list[str]) -> None:
    """The editor points at the value that the reader would refuse, and at no other."""
    found = underlined({"format": 1, table: [row]}, SCHEMA, SCHEMA)
    assert found == [f"/{table}/0/{one}" for one in where]
