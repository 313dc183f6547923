from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from fengqiao.measures.tallies import Tally
from fengqiao.model import KINDS
from fengqiao.store import sqlite_ranges
from fengqiao.testing.builders import AUGUST, JULY, KNOWN_AT, visits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fengqiao.store import Store

COUNT = 40
OF_STAFF = Tally("visit", "distinct", "household", by=("staff",), spans=(JULY,))
TALLIES = [
    OF_STAFF,
    Tally("visit", "events", by=("staff", "station"), spans=(JULY, AUGUST)),
    Tally("visit", "sum", "minutes", by=("minutes",), spans=(JULY,)),
    Tally("visit", "events", by=("room",), spans=(JULY,)),
    Tally("visit", "distinct", "staff", spans=(JULY,)),
]


@pytest.fixture
def store(opened: Callable[..., Store]) -> Store:
    """A file with visits of July and August, some in one recording, some one by one."""
    made = opened()
    made.append("visit", visits(COUNT - 3), known_at=KNOWN_AT)
    for known in range(COUNT - 2, COUNT + 1):
        made.append("visit", visits(known), known_at=KNOWN_AT)
    return made


@pytest.mark.parametrize("most", [1, 3, 7, 39])
@pytest.mark.parametrize("tally", TALLIES, ids=lambda tally: f"{tally.measure} by {tally.by}")
def test_answers_are_the_same_however_few_are_sorted_at_once(
    store: Store, tally: Tally, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Groups, their order and their values don't depend on how the facts are cut."""
    whole = store.tally([tally], as_known=KNOWN_AT)
    monkeypatch.setattr(sqlite_ranges, "MOST_SORTED", most)
    monkeypatch.setattr(sqlite_ranges, "LOOKED_AT", 2)
    assert store.tally([tally], as_known=KNOWN_AT) == whole


def test_facts_are_cut_into_even_parts(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Forty visits, ten at once, are four ranges, and each visit is in one of them."""
    monkeypatch.setattr(sqlite_ranges, "MOST_SORTED", 10)
    monkeypatch.setattr(sqlite_ranges, "LOOKED_AT", 1)
    with closing(sqlite3.connect(path)) as other:
        found = sqlite_ranges.ranges(other, KINDS["visit"], "f.id", JULY)
        counting = "SELECT count(*) FROM fact_visit f WHERE "
        counts = [other.execute(counting + condition, ends).fetchone() for condition, ends in found]
    assert counts == [(10,)] * 4


def test_few_facts_are_sorted_at_once(store: Store, path: Path) -> None:
    """Nothing is cut where the facts fit into memory."""
    with closing(sqlite3.connect(path)) as other:
        found = sqlite_ranges.ranges(other, KINDS["visit"], "f.staff", JULY)
    assert found == [sqlite_ranges.EVERYTHING]


def test_facts_without_a_value_are_one_part(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A field that no fact has can't be cut by."""
    monkeypatch.setattr(sqlite_ranges, "MOST_SORTED", 1)
    with closing(sqlite3.connect(path)) as other:
        found = sqlite_ranges.ranges(other, KINDS["visit"], "f.room", JULY)
    assert found == [sqlite_ranges.EVERYTHING]
