"""Two clerks go on with the same version of a case, again and again, in one SQLite file.

How often is `FENGQIAO_RACES` (100000 for the full number); without it a run with everything takes
2,000 and any other run 60.
"""

from __future__ import annotations

import os
from collections import Counter
from contextlib import closing
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path

import pytest

from fengqiao.errors import StoreConflict
from fengqiao.store import open_store
from fengqiao.testing.builders import KNOWN_AT

ROUNDS = 50
"""Steps of one case; another one follows."""

CLERKS = (1, 2)
_NINE = 1_530_493_200


def _case(race: int) -> tuple[str, int]:
    return f"case-{race // ROUNDS:07d}", race % ROUNDS


def _clerk(path: Path, number: int, races: int, start: Barrier, kinds: tuple[str, ...]) -> None:
    """Take every step as soon as both stand ready; write down which ones were one's own."""
    won, lost = [], []
    with closing(open_store(f"sqlite:///{path}")) as store:
        for race in range(races):
            case, version = _case(race)
            kind = "found" if version == 0 else kinds[number - 1]
            events = {"kind": [kind], "at": [_NINE + race], "by": [f"staff-{number:04d}"]}
            start.wait(timeout=120)
            try:
                store.append_case(case, at_version=version, events=events, known_at=KNOWN_AT)
                won.append(race)
            except StoreConflict as error:
                lost.append(error.code)
    if set(lost) - {"store.stale_case"}:
        return
    path.with_name(f"won-{number}").write_text("\n".join(map(str, won)), encoding="utf-8")


def _race(folder: Path, races: int) -> None:
    path = folder / "town.db"
    open_store(f"sqlite:///{path}").close()
    spawn = get_context("spawn")
    start = spawn.Barrier(len(CLERKS))
    kinds = ("session_held", "session_set")
    clerks = [
        spawn.Process(target=_clerk, args=(path, number, races, start, kinds)) for number in CLERKS
    ]
    for one in clerks:
        one.start()
    for one in clerks:
        one.join()
    assert [one.exitcode for one in clerks] == [0, 0]
    won = Counter(
        int(line)
        for number in CLERKS
        for line in path.with_name(f"won-{number}").read_text(encoding="utf-8").split()
    )
    # one of the two wins each race: nothing is lost, nothing is taken twice
    assert won == Counter(range(races))
    with closing(open_store(f"sqlite:///{path}")) as store:
        for first in range(0, races, ROUNDS):
            version, table = store.case(_case(first)[0])
            there = min(ROUNDS, races - first)
            assert (version, list(table["seq"])) == (there, list(range(1, there + 1)))
            assert list(table["at"]) == [_NINE + first + step for step in range(there)]


RACES = int(os.environ.get("FENGQIAO_RACES", "0"))


def test_a_few_races_lose_no_step(tmp_path: Path) -> None:
    """One clerk wins, the other reads that somebody was faster."""
    _race(tmp_path, 60)


@pytest.mark.needs("time")
def test_many_races_lose_no_step(tmp_path: Path) -> None:
    """The same, thousands of times."""
    _race(tmp_path, RACES or 2_000)
