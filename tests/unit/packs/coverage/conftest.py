"""An invented notice and its pack."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fengqiao.packs import read_pack
from fengqiao.packs.coverage.comparing import Coverage, cover
from fengqiao.packs.coverage.notice import parse_notice
from fengqiao.rules import Pack, core_catalogue

HEAD = """format = 1
[pack]
id = "town"
version = "1"
zh = "测试地"
areas = ["990001"]
[[source]]
id = "order"
zh = "测试令"
issued = 2018-06-25
[[clause]]
ref = "一"
starts = "一、入户"
[[clause]]
ref = "二"
starts = "二、例会"
"""
NORM = """[[norm]]
key = "visits.households"
each = "community_officer"
per = "month"
at_least = 80
clause = "一"
"""
TEXT = """关于入户的通知(3份)
一、入户。每月入户不少于80户。
二、例会。每季度开会2次。

共印12份
"""

Reader = Callable[..., Pack]
Coverer = Callable[..., Coverage]


@pytest.fixture
def read(tmp_path: Path) -> Reader:
    """Reads a pack of two clauses, with these entries."""

    def read_text(entries: str = NORM, *, head: str = HEAD) -> Pack:
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / "pack.toml").write_text(head + entries, encoding="utf-8")
        return read_pack(tmp_path)

    return read_text


@pytest.fixture
def covered(read: Reader) -> Coverer:
    """Compares a notice with a pack of these entries."""

    def compare(text: str = TEXT, entries: str = NORM, *, source: str | None = None) -> Coverage:
        notice = parse_notice(text.encode(), file="notice.txt")
        return cover(notice, read(entries), core_catalogue(), source=source)

    return compare


def verdicts_of(coverage: Coverage) -> list[tuple[str, str, str, str | None]]:
    """Clause, text, verdict, and what gave it."""
    return [
        (clause.ref, number.text, verdict.why, verdict.by)
        for clause in coverage.clauses
        for number, verdict in clause.numbers
    ]
