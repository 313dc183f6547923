"""Whatever bytes come, a table is loaded as a whole or refused by an error of ours."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fengqiao
from fengqiao.model import KINDS
from fengqiao.tables import Layout, protected, template_columns, template_line
from fengqiao.tables.cells import Bad, unwrapped
from fengqiao.testing.small import SMALL_PACK

NOW = datetime(2018, 8, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
SECRET = b"sixteen bytes or more"
CELLS = st.sampled_from(
    [
        "",
        "S01",
        "990001001",
        '="990001001001"',
        "1.5E+11",
        "2018-07-03",
        "2018/7/3 9:30",
        "是",
        "80",
        "社区民警",
        "=1+1",
        '"',
        '""',
        "\0",
        "\ud800",
        ",",
        "、",
        "\t",
        "\n",
        "\uff19",
    ]
) | st.text(max_size=12)
LAYOUTS = st.builds(
    Layout,
    format=st.sampled_from(["csv", "jsonl"]),
    encoding=st.sampled_from(["utf-8", "gb18030"]),
    header_line=st.integers(1, 3),
    columns=st.dictionaries(st.sampled_from(["a", "b", "警号"]), CELLS, max_size=2),
    constants=st.dictionaries(st.sampled_from(["since", "station", "x"]), CELLS, max_size=2),
    ignore=st.lists(CELLS, max_size=2),
    mint=st.lists(st.sampled_from(["household", "staff"]), max_size=1),
    secret=st.sampled_from([None, SECRET]),
)


def outcome(kind: str, lines: list[Any], layout: Layout) -> tuple[object, list[bytes], list[bytes]]:
    """What becomes of lines, and what the store held before and holds after."""
    with fengqiao.open_workspace("memory:", packs=[SMALL_PACK]) as ws:
        before = list(ws.export())
        done: object
        try:
            done = ws.load_table(kind, lines, known_at=NOW, layout=layout)
        except fengqiao.FengqiaoError as error:
            done = error
        return done, before, list(ws.export())


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, list[bytes | str]]:
    """A kind, and lines with its header or something like it above rows of cells."""
    kind = draw(st.sampled_from(["visit", "area", "assignment", "recording", "session", "total"]))
    names = [column.field for column in template_columns(KINDS[kind])]
    header = draw(st.permutations(names) | st.lists(CELLS, max_size=4))
    rows = draw(st.lists(st.lists(CELLS, min_size=len(header), max_size=len(header)), max_size=4))
    lines = [",".join(header), *(",".join(row) for row in rows)]
    encoding = draw(st.sampled_from(["utf-8", "gb18030", "utf-16"]))
    return kind, [line.encode(encoding, "replace") + b"\r\n" for line in lines]


@given(table=tables(), layout=LAYOUTS)
def test_any_table_is_loaded_or_refused(table: tuple[str, list[Any]], layout: Layout) -> None:
    """No other error than ours comes out, and a refused table leaves the store as it was."""
    done, before, after = outcome(*table, layout)
    assert isinstance(done, fengqiao.FengqiaoError) == (before == after)


@given(lines=st.lists(st.binary(max_size=60) | st.text(max_size=60), max_size=5), layout=LAYOUTS)
def test_any_bytes_are_refused(lines: list[Any], layout: Layout) -> None:
    """What is no table is refused, and the store stays as it was."""
    done, before, after = outcome("visit", lines, layout)
    assert isinstance(done, fengqiao.FengqiaoError)
    assert before == after
    assert all(fengqiao.render(fault, "zh") and str(fault.code) for fault in done.faults)


@given(text=st.text())
def test_written_cells_are_no_formulas(text: str) -> None:
    """A spreadsheet looks at the first sign of a cell, after blanks."""
    assert protected(text).lstrip()[:1] not in tuple("=+-@\uff1d\uff0b\uff0d\uff20")


@given(text=st.text(alphabet="ab\uff1d'=\"+ 1\t", max_size=6))
def test_no_formula_comes_through(text: str) -> None:
    """Whatever protects a cell is taken away first, and then its first sign counts."""
    found = unwrapped(text)
    assert isinstance(found, Bad) or found[:1] not in tuple("=+-@")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_no_template_has_a_header_twice(kind: str, lang: Any) -> None:  # noqa: ANN401  a Lang
    """Each label of a kind means one field, whether written as name or in either language."""
    done, _, _ = outcome(kind, [template_line(KINDS[kind], lang)], Layout(secret=SECRET))
    assert getattr(done, "code", None) == "table.no_rows"
