"""The numbers of the notice, as they were found in its text, and what carries each.

`ledger.json` holds the facts alone. It is made again with
`fengqiao coverage NOTICE.txt --pack lanling --ledger ledger.json`.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest

import fengqiao
from fengqiao.packs.coverage import (
    check_ledger,
    cover,
    ledger_of,
    read_notice,
    write_ledger,
)
from fengqiao.rules import Catalogue, Pack

FILE = Path(__file__).with_name("ledger.json")
NOTICES = os.environ.get("FENGQIAO_NOTICES", "")


@pytest.fixture(scope="module")
def ledger() -> dict[str, Any]:
    """The facts that stay with the pack."""
    return dict(json.loads(FILE.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def lanling() -> tuple[Pack, Catalogue]:
    """The pack as it is shipped, and the catalogue with its words."""
    with fengqiao.open_workspace("memory:", packs="lanling") as ws:
        return ws.packs["lanling"], ws.catalogue


def notice_of(sha256: str) -> Path:
    """The file with this digest, in the folder that the variable names."""
    for file in sorted(Path(NOTICES).glob("*.txt")):
        if hashlib.sha256(file.read_bytes()).hexdigest() == sha256:
            return file
    pytest.fail("FENGQIAO_NOTICES names a folder without this notice.")


def test_ledger_is_of_the_text_that_the_source_names(
    ledger: dict[str, Any], lanling: tuple[Pack, Catalogue]
) -> None:
    """The digest of the ledger is that of the pack's source."""
    assert ledger["sha256"] == lanling[0].source(ledger["source"]).sha256


def test_pack_stands_behind_every_number_of_the_ledger(
    ledger: dict[str, Any], lanling: tuple[Pack, Catalogue]
) -> None:
    """Each is carried by an entry of its clause, left out there, or covered by a rule."""
    assert check_ledger(ledger, *lanling) == ()


def test_ledger_has_numbers_that_a_reader_knows(ledger: dict[str, Any]) -> None:
    """二: three years, 40%, 3% to 5%. 三(一): 3 per 1,000. 三(二): 20 hours a week."""
    found = {(row["clause"], row["value"], row["unit"]) for row in ledger["numbers"]}
    assert {
        ("二", "3 years", "年"),
        ("二", "40%", None),
        ("二", "3%", None),
        ("二", "5%", None),
        ("三(二)", "20 hours", "小时"),
    } <= found


@pytest.mark.needs("notices")
def test_notice_gives_exactly_this_ledger(
    ledger: dict[str, Any], lanling: tuple[Pack, Catalogue]
) -> None:
    """Every number of the text, found again in the same place with the same verdict."""
    notice = read_notice(notice_of(ledger["sha256"]))
    found = ledger_of(cover(notice, *lanling))
    assert write_ledger(found) == FILE.read_text(encoding="utf-8")


@pytest.mark.needs("notices")
def test_nothing_of_the_notice_is_missing(
    ledger: dict[str, Any], lanling: tuple[Pack, Catalogue]
) -> None:
    """Neither a number nor a duty without one."""
    assert cover(read_notice(notice_of(ledger["sha256"])), *lanling).missing == 0
