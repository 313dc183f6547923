"""`fengqiao coverage`: an invented notice beside an invented pack."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from fengqiao.testing.small import SMALL_PACK

Runner = Callable[..., Any]
TEXT = """一、入户。每月入户不少于3户,配备1至2名队员。
二、例会。每月开会一次,不少于2小时,请10人左右。
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """A copy of the small pack whose clauses say how they start."""
    folder = Path(shutil.copytree(SMALL_PACK, tmp_path / "mine"))
    file = folder / "data" / "rules.toml"
    text = file.read_text(encoding="utf-8")
    for ref, starts in (("一", "一、入户"), ("二", "二、例会")):
        text = text.replace(f'ref    = "{ref}"', f'ref    = "{ref}"\nstarts = "{starts}"')
    file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    """A notice in which the pack carries every number."""
    file = tmp_path / "notice.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def add(notice: Path, text: str) -> None:
    """Write a sentence more into the last clause."""
    notice.write_text(TEXT.rstrip() + text + "\n", encoding="utf-8")


def test_nothing_missing_gives_0(run: Runner, pack: Path, notice: Path) -> None:
    """Every number is carried."""
    found = run("coverage", str(notice), "--pack", str(pack), "--lang", "en")
    assert (found.code, "missing: 0" in found.out) == (0, True)


@pytest.mark.parametrize("more", ["会后7日内公布。", "应公布结果。"])
def test_anything_missing_gives_1(run: Runner, pack: Path, notice: Path, more: str) -> None:
    """A number, or a duty without one that stands in a clause without an entry."""
    file = pack / "data" / "rules.toml"
    text = file.read_text(encoding="utf-8").replace(
        "[[norm]]", '[[clause]]\nref = "三"\nstarts = "三、公布"\n\n[[norm]]', 1
    )
    file.write_text(text, encoding="utf-8")
    add(notice, f"\n三、公布。{more}")
    assert run("coverage", str(notice), "--pack", str(pack)).code == 1


def test_what_is_missing_comes_first_with_its_place(run: Runner, pack: Path, notice: Path) -> None:
    """An officer opens the notice at the line, and the pack at the entries."""
    add(notice, "会后7日内公布。")
    lines = run("coverage", str(notice), "--pack", str(pack), "--lang", "en").out.splitlines()
    assert lines[:3] == [
        "二",
        "  missing: 7日 (line 2, column 29), as a pack writes it: 7 days",
        "  entries of this clause: meeting.community",
    ]


def test_report_comes_in_chinese(run: Runner, pack: Path, notice: Path) -> None:
    """The team that writes the pack reads it."""
    add(notice, "会后7日内公布。")
    out = run("coverage", str(notice), "--pack", str(pack), "--lang", "zh").out
    assert "缺失:7日(第 2 行第 29 列),在规则包中写作 7 days" in out


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_report_fits_80_columns(run: Runner, pack: Path, notice: Path, lang: str) -> None:
    """A Chinese sign takes two of them."""
    add(notice, "会后7日内公布12345678901234567户。")
    out = run("coverage", str(notice), "--pack", str(pack), "--lang", lang).out
    wide = [line for line in out.splitlines() if len(line.encode("gb18030")) > 80]
    assert wide == []


def test_json_has_the_shape_that_others_read(run: Runner, pack: Path, notice: Path) -> None:
    """Clause, entries, and each number with its place and verdict."""
    found = run("coverage", str(notice), "--pack", str(pack), "--json").json()
    assert found["format"] == 1
    first = found["clauses"][0]
    assert (first["ref"], first["entries"]) == ("一", ["visits.households", "staffing.officers"])
    assert first["numbers"][2] == {
        "text": "3户",
        "value": "3",
        "unit": "户",
        "bound": "at_least",
        "line": 1,
        "column": 13,
        "why": "carried",
        "by": "visits.households",
    }


def test_ledger_is_written(run: Runner, pack: Path, notice: Path, tmp_path: Path) -> None:
    """Facts alone, and the report says where."""
    file = tmp_path / "ledger.json"
    found = run("coverage", str(notice), "--pack", str(pack), "--ledger", str(file))
    ledger = json.loads(file.read_text(encoding="utf-8"))
    assert (found.code, ledger["pack"], len(ledger["numbers"])) == (0, "testtown", 10)


def test_ledger_that_cannot_be_written_is_no_answer(
    run: Runner, pack: Path, notice: Path, tmp_path: Path
) -> None:
    """The folder is not there."""
    file = tmp_path / "gone" / "ledger.json"
    assert run("coverage", str(notice), "--pack", str(pack), "--ledger", str(file)).code == 2


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (None, "notice.unreadable"),
        (TEXT.encode("gb18030"), "notice.encoding"),
        (b"\x00", "notice.not_text"),
        ("二、例会。".encode(), "notice.clause_not_found"),
    ],
)
def test_what_keeps_it_from_answering_gives_2(
    run: Runner, pack: Path, notice: Path, content: bytes | None, code: str
) -> None:
    """The file is not there, not UTF-8, no text, or lacks a clause."""
    if content is None:
        notice.unlink()
    else:
        notice.write_bytes(content)
    found = run("coverage", str(notice), "--pack", str(pack), "--json")
    assert (found.code, found.json()["error"]["code"]) == (2, code)


def test_gb18030_is_read_where_it_is_asked_for(run: Runner, pack: Path, notice: Path) -> None:
    """What the error suggests works."""
    notice.write_bytes(TEXT.encode("gb18030"))
    asked = ("coverage", str(notice), "--pack", str(pack), "--encoding", "gb18030")
    assert run(*asked).code == 0


@pytest.mark.parametrize(
    ("day", "is_said"), [("2020年4月1日", True), ("2018年1月1日", False), ("印发之日", False)]
)
def test_a_day_in_force_that_the_source_has_not_is_said(
    run: Runner, pack: Path, notice: Path, day: str, *, is_said: bool
) -> None:
    """It fails nothing."""
    notice.write_text(f"{TEXT}\n本通知自{day}起施行。\n", encoding="utf-8")
    found = run("coverage", str(notice), "--pack", str(pack), "--lang", "en")
    shown = " ".join(found.out.split())
    assert (found.code, "in force from" in shown) == (0, is_said)
