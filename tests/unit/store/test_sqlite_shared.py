from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from fengqiao.measures.tallies import Tally
from fengqiao.store import open_store, upgrade
from fengqiao.testing.builders import JULY, KNOWN_AT, visits

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from fengqiao.store import Store

ROUNDS, ROWS = 4, 300
VISITS = Tally("visit", "distinct", "household", spans=(JULY,))
OTHER = """
import sys
from fengqiao.store import open_store
from fengqiao.testing.builders import KNOWN_AT, visits
first, rows = int(sys.argv[2]), int(sys.argv[3])
start = visits(1)["started_at"][0]
store = open_store(f"sqlite:///{sys.argv[1]}")
columns = visits(rows, first=first, started_at=start, ended_at=start + 60)
store.append("visit", columns, known_at=KNOWN_AT)
store.close()
"""


def open_and_close(url: str) -> None:
    """Open a store a second time, count, and close it."""
    store = open_store(url)
    store.tally([VISITS])
    store.close()


def record_elsewhere(path: Path, first: int) -> None:
    """Another process opens the store, records and closes it."""
    command = [sys.executable, "-c", OTHER, str(path), str(first), str(ROWS)]
    subprocess.run(command, check=True, capture_output=True)


def used_by_two(store: Store, path: Path, meanwhile: Callable[[str], object]) -> list[int]:
    """What a store counts while another process writes, and this one opens the file once more."""
    start = visits(1)["started_at"][0]
    seen: list[int] = []
    for round_ in range(ROUNDS):
        meanwhile(f"sqlite:///{path}")
        record_elsewhere(path, 10_000 + round_ * ROWS)
        columns = visits(1, first=round_, started_at=start, ended_at=start + 60)
        store.append("visit", columns, known_at=KNOWN_AT)
        seen += store.tally([VISITS])[0]["value"]
    return seen


OPENINGS = pytest.mark.parametrize(
    "meanwhile",
    [open_and_close, upgrade, lambda url: open_and_close(f"{url}?mode=ro")],
    ids=["opened twice", "upgraded", "opened to read"],
)


@OPENINGS
def test_second_opening_hides_no_rows(
    opened: Callable[..., Store], path: Path, meanwhile: Callable[[str], object]
) -> None:
    """A store opened twice in one process sees all that another process records."""
    store = opened()
    seen = used_by_two(store, path, meanwhile)
    assert seen == [(ROWS + 1) * (round_ + 1) for round_ in range(ROUNDS)]


@OPENINGS
def test_second_opening_leaves_the_file_whole(
    opened: Callable[..., Store], path: Path, meanwhile: Callable[[str], object]
) -> None:
    """A store opened twice in one process and written by another stays a sound database."""
    store = opened()
    used_by_two(store, path, meanwhile)
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_opening_beside_a_writer_finds_no_fault(path: Path) -> None:
    """A store that another process is growing opens again and again."""
    open_store(f"sqlite:///{path}").close()
    command = [sys.executable, "-c", OTHER, str(path), "0", "60000"]
    with subprocess.Popen(command) as writer:
        while writer.poll() is None:
            open_and_close(f"sqlite:///{path}")
    assert writer.returncode == 0
