"""Several writers, a server that calls off or goes away: nothing lost, nothing half, our errors."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import create_engine, text

from fengqiao.errors import StoreConflict, StoreError
from fengqiao.measures.tallies import Tally
from fengqiao.packs import open_store
from fengqiao.store import Appended
from fengqiao.testing.builders import JULY, KNOWN_AT, SHANGHAI, visits
from fengqiao.testing.store_checks_cases import steps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from fengqiao.model import Columns
    from fengqiao_sql.store import SqlStore

    Opening = Callable[..., SqlStore]

pytestmark = pytest.mark.needs("postgresql", "sqlalchemy", "time")

VISITS = Tally("visit", "events", spans=(JULY,))
PROCESSES, ROWS, BATCH = 8, 1_000, 100
WRITER = """
import sys
from fengqiao.packs import open_store
from fengqiao.testing.builders import KNOWN_AT, SHANGHAI, visits
url, number, rows, batch = sys.argv[1], *map(int, sys.argv[2:])
store = open_store(url, zone=SHANGHAI)
start = visits(1)["started_at"][0]
times = {"started_at": start, "ended_at": start + 60}
done = 0
for first in range(0, rows, batch):
    own = visits(batch, first=number * rows + first, **times)
    done += store.append("visit", own, known_at=KNOWN_AT).new
    store.append("visit", visits(1, first=900_000 + first, **times), known_at=KNOWN_AT)
store.close()
print(done)
"""
FORKED = """
import os, sys
from fengqiao.errors import StoreError
from fengqiao.packs import open_store
from fengqiao.testing.builders import JULY, KNOWN_AT, SHANGHAI, visits
store = open_store(sys.argv[1], zone=SHANGHAI)
store.append("visit", visits(3), known_at=KNOWN_AT)
if os.fork() == 0:
    for call in (lambda: list(store.export()), lambda: store.register("area", during=JULY),
                 lambda: store.append("visit", visits(3), known_at=KNOWN_AT)):
        try:
            call()
        except StoreError as error:
            print(error.code, flush=True)
    store.close()
    os._exit(0)
os.wait()
print(store.append("visit", visits(6), known_at=KNOWN_AT).new, flush=True)
store.close()
"""


def test_eight_processes_append(url: str, opened: Opening) -> None:
    """Each appends 1,000 visits of its own, and ten that all of them append: each is there once."""
    start = [sys.executable, "-c", WRITER, url]
    with ThreadPoolExecutor(PROCESSES) as pool:
        writers = [
            pool.submit(subprocess.check_output, [*start, str(number), str(ROWS), str(BATCH)])
            for number in range(PROCESSES)
        ]
        told = [int(writer.result()) for writer in writers]
    shared = ROWS // BATCH
    assert told == [ROWS] * PROCESSES
    assert opened().tally([VISITS])[0]["value"] == [PROCESSES * ROWS + shared]


def test_called_off_write_is_tried_again(url: str, opened: Opening) -> None:
    """A deadlock with another user of the database is tried again, and counted."""
    store = opened()
    schema = url.partition("schema=")[2]
    other = create_engine(url.partition("&schema")[0])
    with ThreadPoolExecutor(1) as pool, other.connect() as held:
        held.execute(text(f"LOCK TABLE {schema}.fengqiao_batch IN ACCESS EXCLUSIVE MODE"))
        job = pool.submit(store.append, "visit", visits(5), known_at=KNOWN_AT)
        waiting = text("SELECT count(*) FROM pg_locks WHERE NOT granted")
        while not held.execute(waiting).scalar_one():
            pass
        held.execute(text(f"SELECT * FROM {schema}.fengqiao_meta FOR UPDATE"))  # noqa: S608  the name is made here
        held.commit()
        assert job.result() == Appended(new=5)
    other.dispose()
    assert store.retries >= 1
    assert store.tally([VISITS])[0]["value"] == [5]


def test_waiting_for_a_writer_ends(url: str, opened: Opening) -> None:
    """After the time that the URL allows, a write gives up; nothing of it is there."""
    store, impatient = opened(), opened("&timeout=1")
    caught: list[str] = []

    def batches() -> Iterator[Columns]:
        yield visits(3)
        with pytest.raises(StoreError) as error:
            impatient.append("visit", visits(3, first=3), known_at=KNOWN_AT)
        caught.append(error.value.code)

    store.append_all("visit", batches(), known_at=KNOWN_AT)
    assert caught == ["store.busy"]
    assert store.tally([VISITS])[0]["value"] == [3]


def test_one_of_two_takes_the_step(opened: Opening) -> None:
    """Of writers that all read version 0 of a case, one opens it; the others are refused."""
    stores = [opened() for _ in range(4)]

    def take(store: SqlStore) -> object:
        try:
            return store.append_case(
                "CASE-0001", at_version=0, events=steps("found"), known_at=KNOWN_AT
            )
        except StoreConflict as error:
            return error.code

    with ThreadPoolExecutor(len(stores)) as pool:
        found = sorted(map(str, pool.map(take, stores)))
    assert found == ["1", "store.stale_case", "store.stale_case", "store.stale_case"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")
def test_forked_process_may_not_use_the_store(url: str) -> None:
    """In a forked process every call is refused, and the parent's connections stay its own."""
    done = subprocess.run(
        [sys.executable, "-c", FORKED, url], capture_output=True, text=True, check=False
    )
    assert (done.stdout.split(), done.stderr) == (["store.forked"] * 3 + ["3"], "")


def test_crash_of_the_server_leaves_nothing_half(own_server: Any) -> None:  # noqa: ANN401  a fixture
    """A server crashes in the middle of an append: our error, and none of it is there."""
    store = open_store(own_server.new_url(), zone=SHANGHAI)
    store.append("visit", visits(7), known_at=KNOWN_AT)

    def batches() -> Iterator[Columns]:
        yield visits(500, first=100)
        own_server.stop("immediate")
        yield visits(500, first=600)

    with pytest.raises(StoreError) as caught:
        store.append_all("visit", batches(), known_at=KNOWN_AT)
    with pytest.raises(StoreError) as refused:
        store.tally([VISITS])
    own_server.start()
    after = store.tally([VISITS])[0]["value"]
    done = store.append("visit", visits(7), known_at=KNOWN_AT)
    store.close()
    assert (caught.value.code, refused.value.code) == ("store.connection_lost",) * 2
    assert caught.value.__context__ is None
    assert (after, done) == ([7], Appended(repeated=7))
