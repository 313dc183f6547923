"""Every kind of fact can be written as a table, and is read back as it was."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from fengqiao.model import KINDS, FieldSpec, prepare
from fengqiao.rules import core_catalogue
from fengqiao.tables import Layout, TableFaults, read_chunks
from fengqiao.tables.header import letters
from fengqiao.testing.builders import BUILDERS

ZONE = ZoneInfo("Asia/Shanghai")
CATALOGUE = core_catalogue()


def columns_of(kind: str) -> dict[str, list[Any]]:
    """Three good rows of a kind, with words that the catalogue knows."""
    columns = {name: list(cells) for name, cells in BUILDERS[kind](3).items()}
    for name, spec in KINDS[kind].fields.items():
        if spec.vocabulary is not None:
            words = sorted(CATALOGUE.vocabularies[spec.vocabulary].words)[:2]
            columns[name] = [tuple(words) if spec.several else words[0]] * 3
    return columns


def as_cell(spec: FieldSpec, value: Any) -> str:  # noqa: ANN401  values of every kind
    """A value as somebody in an office writes it, by the Chinese labels."""
    if value is None:
        return ""
    if spec.vocabulary is not None:
        labels = CATALOGUE.vocabularies[spec.vocabulary].words
        words = value if spec.several else (value,)
        return "、".join(labels[word].zh or word for word in words)
    if spec.kind == "flag":
        return "是" if value else "否"
    if spec.kind == "day":
        return f"{value.year}/{value.month}/{value.day}"
    if spec.kind == "instant":
        at = value if isinstance(value, datetime) else datetime.fromtimestamp(value, UTC)
        return at.astimezone(ZONE).strftime("%Y/%m/%d %H:%M:%S")
    return f'="{value}"' if spec.kind == "id" else str(value)


def read(kind: str, lines: list[str], **layout: Any) -> dict[str, Any]:  # noqa: ANN401
    """Rows in stored form."""
    faults = TableFaults("lines")
    chunks = list(
        read_chunks(KINDS[kind], lines, Layout(**layout), faults, catalogue=CATALOGUE, zone=ZONE)
    )
    assert faults.all() == []
    (chunk,) = chunks
    return dict(prepare(KINDS[kind], chunk.columns, zone=ZONE).columns)


def stored(kind: str, columns: dict[str, list[Any]]) -> dict[str, Any]:
    """Columns in stored form."""
    return dict(prepare(KINDS[kind], columns, zone=ZONE).columns)


@pytest.mark.parametrize("kind", KINDS)
def test_csv_of_every_kind_is_read_as_it_was(kind: str) -> None:
    """Under Chinese headers, with Chinese labels and spreadsheets' days."""
    columns, fields = columns_of(kind), KINDS[kind].fields
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([fields[name].zh for name in columns])
    for cells in zip(*columns.values(), strict=True):
        pairs = zip(columns, cells, strict=True)
        writer.writerow([as_cell(fields[name], cell) for name, cell in pairs])
    assert read(kind, out.getvalue().splitlines()) == stored(kind, columns)


@pytest.mark.parametrize("kind", KINDS)
def test_json_of_every_kind_is_read_as_it_was(kind: str) -> None:
    """Under the names of fields, with JSON's own types."""
    columns = columns_of(kind)

    def plain(cell: object) -> object:
        return cell.isoformat() if isinstance(cell, date) else cell

    rows = [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
    lines = [json.dumps({name: plain(cell) for name, cell in row.items()}) for row in rows]
    assert read(kind, lines, format="jsonl") == stored(kind, columns)


@pytest.mark.parametrize(
    ("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")]
)
def test_columns_have_the_letters_of_spreadsheets(place: int, name: str) -> None:
    """A to Z, then AA."""
    assert letters(place) == name
