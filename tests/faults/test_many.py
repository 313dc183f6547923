"""Many threads and many processes at one SQLite file."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from fengqiao.measures.tallies import Tally
from fengqiao.store import Store, open_store
from fengqiao.testing.builders import FIRST_DAY, KNOWN_AT, visits
from fengqiao.timing import Span

START = visits(1)["started_at"][0]
EVENTS = Tally("visit", "events", spans=(Span.day(FIRST_DAY),))
HOUSEHOLDS = Tally("visit", "distinct", "household", spans=(Span.day(FIRST_DAY),))
BATCH = 500
READERS = 8
WRITER = """
import json, sys, time
from fengqiao.errors import StoreError
from fengqiao.store import open_store
from fengqiao.testing.builders import KNOWN_AT, visits
url, first, rows, batch = sys.argv[1], *map(int, sys.argv[2:5])
store, start, retries, new = open_store(url), visits(1)["started_at"][0], 0, 0
for place in range(first, first + rows, batch):
    columns = visits(batch, first=place, started_at=start, ended_at=start + 60)
    for attempt in range(5_000):
        try:
            new += store.append("visit", columns, known_at=KNOWN_AT).new
            break
        except StoreError as error:
            if error.code != "store.busy":
                raise
            retries += 1
            time.sleep(0.002)
    else:
        raise SystemExit("given up")
store.close()
print(json.dumps({"new": new, "retries": retries}))
"""


def write(store: Store, first: int, rows: int) -> int:
    """Append visits batch by batch; how many were new."""
    done = 0
    for place in range(first, first + rows, BATCH):
        columns = visits(BATCH, first=place, started_at=START, ended_at=START + 60)
        done += store.append("visit", columns, known_at=KNOWN_AT).new
    return done


def counted(store: Store) -> list[int]:
    """Visits and distinct households, asked for at once."""
    return [sum(table["value"]) for table in store.tally([EVENTS, HOUSEHOLDS])]


@pytest.mark.parametrize("rows", [1_000, pytest.param(10_000, marks=pytest.mark.needs("time"))])
def test_threads_that_read_see_whole_batches_while_two_write(tmp_path: Path, rows: int) -> None:
    """Eight readers see only whole batches, never fewer than before; in the end all are there."""
    with closing(open_store(f"sqlite:///{tmp_path}/town.db")) as store:
        with ThreadPoolExecutor(READERS + 2) as pool:
            writing = [pool.submit(write, store, writer * rows, rows) for writer in range(2)]

            def read() -> list[list[int]]:
                seen = [counted(store)]
                while not all(job.done() for job in writing):
                    seen.append(counted(store))
                return seen

            reading = [pool.submit(read) for _ in range(READERS)]
            assert [job.result() for job in writing] == [rows, rows]
            for job in reading:
                seen = job.result()
                assert all(events == homes and events % BATCH == 0 for events, homes in seen)
                assert seen == sorted(seen)
        assert counted(store) == [2 * rows, 2 * rows]


@pytest.mark.parametrize(
    ("processes", "rows", "options"),
    [
        (2, 1_000, "?timeout=0"),
        pytest.param(8, 10_000, "?timeout=0", marks=pytest.mark.needs("time")),
        pytest.param(8, 10_000, "", marks=pytest.mark.needs("time")),
    ],
)
def test_processes_that_write_lose_and_double_nothing(
    tmp_path: Path, processes: int, rows: int, options: str
) -> None:
    """With patience nobody is refused; without it `store.busy` is the only error there is."""
    path = tmp_path / "town.db"
    open_store(f"sqlite:///{path}").close()
    commands = [
        [sys.executable, "-c", WRITER, f"sqlite:///{path}{options}"]
        + [str(number) for number in (writer * rows, rows, BATCH)]
        for writer in range(processes)
    ]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for command in commands
    ]
    said = [process.communicate() for process in running]
    assert [error for _, error in said if error] == []
    told = [json.loads(text) for text, _ in said]
    assert [one["new"] for one in told] == [rows] * processes
    if not options:
        assert sum(one["retries"] for one in told) == 0
    with closing(open_store(f"sqlite:///{path}")) as store:
        assert counted(store) == [processes * rows, processes * rows]
