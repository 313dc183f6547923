"""What `new-pack` proposes for the five notices, beside what their finished packs have there."""

from __future__ import annotations

import hashlib
import json
import os
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import fengqiao
from fengqiao.packs.coverage import read_notice
from fengqiao.packs.starting import Start, Stub, pack_from_notice
from fengqiao.rules import Catalogue, Label, NotModelled, Pack, core_catalogue

PACKS = ("wuhai", "gongxian", "laixi", "binhai", "lanling")
Row = tuple[str, str | None]
"""Verdict of a number, and the entry or rule behind it."""


def names_of(stub: Stub) -> list[str]:
    """The keys or reasons that a stub offers, the nearest first."""
    offered = str(stub.fields.get("key", stub.fields.get("why", "")))
    return [one for one in offered.removeprefix("choose:").strip().split(" | ") if one]


def judged(stub: Stub, row: Row, pack: Pack, core: Catalogue) -> str:
    """How near a stub is to what the pack has where it stands.

    Right: the table, and the key or kind of reason that stands first. Usable: the table, with the
    key further down or none offered. Wrong: another table, or only other keys.
    """
    why, by = row
    entry = next((one for one in pack.entries if one.id == by), None)
    table = stub.table.replace("_", "")
    if entry is None:
        return "right" if table == "notmodelled" and why in ("heading", "lexical") else "wrong"
    if table != type(entry).__name__.lower():
        return "wrong"
    names = names_of(stub)
    if isinstance(entry, NotModelled):
        first = names[0] if names else ""
        return "right" if first.partition("_")[0] == entry.why.partition("_")[0] else "usable"
    if isinstance(entry, Label) or names[:1] == [entry.key]:
        return "right"
    return "usable" if not names or (entry.key in names and entry.key in core.keys) else "wrong"


@pytest.mark.needs("notices", "time", *(f"fengqiao_{name}" for name in PACKS))
def test_most_stubs_are_near_to_the_finished_packs(repository: Path) -> None:
    """Of 153 stubs at a number 83 are right, 19 usable, 51 wrong; it may only get better."""
    files = {
        hashlib.sha256(file.read_bytes()).hexdigest(): file
        for file in Path(os.environ["FENGQIAO_NOTICES"]).glob("*.txt")
    }
    core, counts = core_catalogue(), Counter[str]()
    start = Start(id="town", name="某地", areas=("11",), today=date(2026, 11, 22))
    for name in PACKS:
        file = repository / f"plugins/fengqiao-{name}/tests/ledger.json"
        ledger = json.loads(file.read_text(encoding="utf-8"))
        rows = {(one["line"], one["column"]): (one["why"], one["by"]) for one in ledger["numbers"]}
        with fengqiao.open_workspace("memory:", packs=name) as ws:
            pack = ws.packs[name]
        stubs = pack_from_notice(start, read_notice(files[ledger["sha256"]]), core).stubs
        counts.update(
            judged(stub, rows[stub.line, stub.column], pack, core)
            for stub in stubs
            if (stub.line, stub.column) in rows
        )
    assert counts["right"] >= 83, counts
    assert counts["wrong"] <= 51, counts
