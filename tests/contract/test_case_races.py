"""Clerks who race for the same cases: one wins each time, and no step is lost or doubled."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from fengqiao.errors import StoreConflict
from fengqiao.model import Columns
from fengqiao.store import Store, open_store
from fengqiao.testing.builders import KNOWN_AT

CLERKS = 4
STEPS_A_CASE = 25
ONE_STEP: Columns = {"kind": ["attested"], "at": [1_530_493_200]}
"""On 2 July 2018 at nine in Shanghai."""


def _race(store: Store, tries: int, cases: int) -> tuple[int, int]:
    """Let clerks try so often; says how many wins there were and how many steps are stored."""

    def clerk(number: int) -> int:
        draw, won = Random(number), 0  # noqa: S311  not for secrets
        for _ in range(tries // CLERKS):
            case = f"case-{draw.randrange(cases):05}"
            version, _ = store.case(case)
            try:
                store.append_case(case, at_version=version, events=ONE_STEP, known_at=KNOWN_AT)
            except StoreConflict as error:
                assert error.code == "store.stale_case"  # noqa: PT017  any other conflict is a failure
            else:
                won += 1
        return won

    with ThreadPoolExecutor(CLERKS) as pool:
        won = sum(pool.map(clerk, range(CLERKS)))
    stored = 0
    for number in range(cases):
        version, table = store.case(f"case-{number:05}")
        assert list(table["seq"]) == list(range(1, version + 1))
        stored += version
    return won, stored


@pytest.mark.parametrize("place", ["memory", "file"])
def test_no_step_is_lost_in_a_race(place: str, tmp_path: Path) -> None:
    """As many steps are stored as clerks were told had been taken; few cases make them collide."""
    url = "memory:" if place == "memory" else f"sqlite:///{tmp_path}/store.db"
    with closing(open_store(url, zone=ZoneInfo("Asia/Shanghai"))) as store:
        won, stored = _race(store, 400, 3)
    assert won == stored > 0


@pytest.mark.needs("time")
def test_no_step_is_lost_in_100_000_races() -> None:
    """The same a hundred thousand times."""
    tries = 100_000
    with closing(open_store("memory:", zone=ZoneInfo("Asia/Shanghai"))) as store:
        won, stored = _race(store, tries, tries // STEPS_A_CASE)
    assert won == stored > 0
