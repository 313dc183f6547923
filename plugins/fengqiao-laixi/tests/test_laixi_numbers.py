"""Every number of the report stands under its clause: as a limit, or beside why it is none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import fengqiao
import fengqiao_laixi
from fengqiao.packs import describe, read_pack
from fengqiao.rules import NotModelled

Said = tuple[str, str, str, object]
"""Clause, field, comparison and value, as the report has them."""

NUMBERS: tuple[Said, ...] = (
    # Four venues, five small projects, three combinations.
    ("四头工作法", "count", "equal", 4),
    ("五小工程", "count", "equal", 5),
    ("三个结合", "count", "equal", 3),
    # In every village: an assistant, a patrol.
    ("巡村头", "", "at_least", 1),
    # Each report and each case; an officer comes whenever a trader calls.
    ("破小案", "", "at_least", "100%"),
    ("办小事", "", "at_least", "100%"),
    # First receiver and first handler.
    ("帮小忙", "", "all_of", ["first_receiver", "first_handler"]),
    # Village by village: a mediation committee.
    ("三个结合·矛盾不上交", "", "at_least", 1),
    # 47 villages, 94 grids.
    ("三个结合·平安不出事", "", "bare", 47),
    ("三个结合·平安不出事", "", "bare", 94),
    # Copier, reading glasses and water dispenser; told once.
    (
        "三个结合·服务不缺位", "", "all_of",
        ["copier", "reading_glasses", "water_dispenser"],
    ),
    ("三个结合·服务不缺位", "", "at_most", 1),
)  # fmt: skip
"""From the report, in its order; readings of words for all and every stand in their entries."""

RESULTS = {
    "四头工作法": ["35.1%"],
    "坐炕头": ["80余起"],
    "蹲街头": ["40余人", "一起", "5万余元", "14起", "11名"],
    "转地头": ["21起"],
    "破小案": ["两只", "2名", "两只"],
    "惠小利": ["6起", "60.3%"],
    "三个结合·矛盾不上交": ["123起", "110起", "13起"],
    "三个结合·平安不出事": ["100余处", "6处", "15%"],
}
"""What was achieved: never a limit."""


@pytest.fixture(scope="module")
def shown() -> dict[str, Any]:
    """What `fengqiao show laixi --json` prints."""
    with fengqiao.open_workspace("memory:", packs="laixi") as ws:
        return dict(describe(ws.packs["laixi"], ws.catalogue))


def _values(shown: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Said]]:
    """Each entry with each of its values under each of its clauses."""
    for entry in shown["entries"]:
        for clause in entry["clause"]:
            for value in entry["values"]:
                yield entry, (clause, value["field"] or "", value["op"], value["value"])


@pytest.mark.parametrize("said", NUMBERS, ids=lambda said: f"{said[0]}-{said[1]}-{said[3]}")
def test_a_number_stands_under_its_clause(shown: dict[str, Any], said: Said) -> None:
    """Each number of the report is shown under its clause, in the report's own unit."""
    assert said in [value for _, value in _values(shown)]


def _left_out(*why: str) -> dict[str, list[str]]:
    """The numbers that stand beside these reasons, by clause."""
    found: dict[str, list[str]] = {}
    for entry in read_pack(Path(fengqiao_laixi.__file__).parent).entries:
        if isinstance(entry, NotModelled) and entry.why in why and entry.numbers:
            found.setdefault(entry.cites[0].ref, []).extend(entry.numbers)
    return found


def test_a_result_is_no_limit() -> None:
    """Each result stands beside its reason."""
    assert _left_out("reported_result") == RESULTS | {"解小忧": ["一度"]}


def test_a_declined_number_is_no_limit() -> None:
    """Lists of persons, and leads, of one clause; their numbers stand in no test."""
    assert set(_left_out("declined_persons", "declined_informants")) == {"蹲街头"}


def test_a_result_is_a_limit_of_nothing(shown: dict[str, Any]) -> None:
    """No share of the report is asked for: neither a fall, nor what was settled or held."""
    limits = {
        value
        for entry, (_, _, _, value) in _values(shown)
        if entry["kind"] == "norm" and isinstance(value, str) and value.endswith("%")
    }
    assert limits == {"100%"}
