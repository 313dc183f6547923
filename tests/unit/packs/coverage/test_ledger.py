"""The facts that stay with a pack, and whether the pack still stands behind them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from fengqiao.packs.coverage.ledger import check_ledger, ledger_of, write_ledger
from fengqiao.rules import core_catalogue

from .conftest import NORM, TEXT, Coverer, Reader
from .test_cover import DUTY, LEFT_OUT, UNITS

ALL = NORM + DUTY + UNITS + LEFT_OUT.format(why="no_act", numbers='"20条"')
WIDER = TEXT.replace("2次。", "2次,录入20条,设两队一室。")


@pytest.fixture
def ledger(covered: Coverer) -> dict[str, Any]:
    """The facts of a notice in which nothing is missing."""
    return ledger_of(covered(WIDER, ALL))


def test_a_ledger_has_facts_alone(ledger: dict[str, Any]) -> None:
    """No text of the notice stands in it: values, units, places and verdicts."""
    assert {key for row in ledger["numbers"] for key in row} == {
        "clause", "line", "column", "value", "unit", "why", "by",
    }  # fmt: skip
    assert "入户不少于" not in write_ledger(ledger)


def test_a_ledger_is_json_with_one_number_a_line(ledger: dict[str, Any]) -> None:
    """So that a change shows line by line."""
    text = write_ledger(ledger)
    assert json.loads(text) == ledger
    assert len(text.splitlines()) == len(ledger["numbers"]) + 2


def test_a_pack_stands_behind_its_ledger(ledger: dict[str, Any], read: Reader) -> None:
    """Without the notice: values, lists, sums, omissions and rules."""
    assert check_ledger(ledger, read(ALL), core_catalogue()) == ()


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        ("at_least = 80", "at_least = 60", ["80"]),
        ('per = "month"', 'per = "week"', ["every month"]),
        ("times = 2", "times = 3", ["2"]),
        ('"20条"', '"30条"', ["20"]),
        (', "community_team", "command_room"', "", ["2", "1"]),
        ('why = "no_act"', 'why = "heading"', ["20"]),
    ],
)
def test_a_row_that_lost_its_support_is_named(
    ledger: dict[str, Any], read: Reader, old: str, new: str, lost: list[str]
) -> None:
    """A value that was changed, an entry that went, an omission for another reason."""
    assert old in ALL
    found = check_ledger(ledger, read(ALL.replace(old, new)), core_catalogue())
    assert [row["value"] for row in found] == lost


def test_a_missing_number_has_no_support(covered: Coverer, read: Reader) -> None:
    """A ledger with a gap in it does not pass."""
    gap = ledger_of(covered(TEXT, NORM))
    found = check_ledger(gap, read(NORM), core_catalogue())
    assert [row["value"] for row in found] == ["every quarter", "2"]
