"""How a cell is read where nothing is said."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from fengqiao.model import KINDS
from fengqiao.rules import core_catalogue
from fengqiao.tables.cells import Bad, parser
from fengqiao.tables.column import Column
from fengqiao.tables.words import Words

ZONE = ZoneInfo("Asia/Shanghai")


def read(kind: str, field: str, cell: str, secret: bytes | None = None) -> object:
    """The value of a cell of a column."""
    spec = KINDS[kind].fields[field]
    words = Words(core_catalogue().vocabularies[spec.vocabulary]) if spec.vocabulary else None
    parse = parser(field, spec, zone=ZONE, words=words, secret=secret)
    return Column(spec, parse, may_be_empty=False).read(cell)


@pytest.mark.parametrize("cell", ["-", "—", "/", "无", " - "])
@pytest.mark.parametrize(
    ("kind", "field", "expected"),
    [("total", "total", None), ("duty", "room", None), ("inspection", "failed", ())],
)
def test_a_dash_in_an_optional_column_says_nothing(
    kind: str, field: str, expected: object, cell: str
) -> None:
    """As an empty cell does; exports write nothing so."""
    assert read(kind, field, cell) == expected


@pytest.mark.parametrize(("cell", "code"), [("-", "table.formula"), ("无", "table.count")])
def test_a_dash_in_a_column_that_must_be_filled_is_refused(cell: str, code: str) -> None:
    """What is wanted can't be nothing."""
    found = read("total", "done", cell)
    assert isinstance(found, Bad)
    assert found.code == code
