"""The numbers of the notice, as they were found in its text, and what carries each.

`ledger.json` holds the facts alone. It is made again with
`fengqiao coverage NOTICE.txt --pack wuhai --ledger ledger.json`.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

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
def wuhai() -> tuple[Pack, Catalogue]:
    """The pack as it is shipped, and the catalogue with its words."""
    with fengqiao.open_workspace("memory:", packs="wuhai") as ws:
        return ws.packs["wuhai"], ws.catalogue


def notice_of(sha256: str) -> Path:
    """The file with this digest, in the folder that the variable names."""
    for file in sorted(Path(NOTICES).glob("*.txt")):
        if hashlib.sha256(file.read_bytes()).hexdigest() == sha256:
            return file
    pytest.fail("FENGQIAO_NOTICES names a folder without this notice.")


def test_ledger_is_of_the_text_that_the_source_names(
    ledger: dict[str, Any], wuhai: tuple[Pack, Catalogue]
) -> None:
    """The digest of the ledger is that of the pack's source."""
    assert ledger["sha256"] == wuhai[0].source(ledger["source"]).sha256


def test_pack_stands_behind_every_number_of_the_ledger(
    ledger: dict[str, Any], wuhai: tuple[Pack, Catalogue]
) -> None:
    """Each is carried by an entry of its clause, left out there, or covered by a rule."""
    assert check_ledger(ledger, *wuhai) == ()


def test_ledger_has_numbers_that_a_reader_knows(ledger: dict[str, Any]) -> None:
    """二(十): 80 households a month. 三(一): about 20, half a day. 四(三)第四项: 5 premises."""
    found = {(row["clause"], row["value"], row["unit"]) for row in ledger["numbers"]}
    assert {
        ("二(十)", "every month", "月"),
        ("二(十)", "80", "户"),
        ("三(一)", "20", "人"),
        ("三(一)", "1/2 day", "天"),
        ("四(三)第四项", "5", "家"),
    } <= found


@pytest.mark.needs("notices")
def test_notice_gives_exactly_this_ledger(
    ledger: dict[str, Any], wuhai: tuple[Pack, Catalogue]
) -> None:
    """Every number of the text, found again in the same place with the same verdict."""
    notice = read_notice(notice_of(ledger["sha256"]))
    found = ledger_of(cover(notice, *wuhai))
    assert write_ledger(found) == FILE.read_text(encoding="utf-8")


@pytest.mark.needs("notices")
def test_nothing_of_the_notice_is_missing(
    ledger: dict[str, Any], wuhai: tuple[Pack, Catalogue]
) -> None:
    """Neither a number nor a duty without one."""
    assert cover(read_notice(notice_of(ledger["sha256"])), *wuhai).missing == 0


@pytest.mark.needs("notices", "time")
def test_a_number_is_missed_when_its_entry_is_taken_out(
    ledger: dict[str, Any], wuhai: tuple[Pack, Catalogue]
) -> None:
    """Of 27 entries that carry a quantity 21 are missed at least.

    The others share theirs with a second requirement of one number, such as the shares of 100%
    in one sentence.
    """
    pack, catalogue = wuhai
    notice = read_notice(notice_of(ledger["sha256"]))
    carry = {
        verdict.by
        for clause in cover(notice, pack, catalogue).clauses
        for number, verdict in clause.numbers
        if verdict.why == "carried" and number.rule is None
    }
    missed = 0
    for entry in pack.entries:
        if entry.id in carry:
            rest = tuple(one for one in pack.entries if one is not entry)
            missed += cover(notice, evolve(pack, entries=rest), catalogue).missing > 0
    assert missed >= 21
