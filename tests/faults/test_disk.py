"""A disk that is full, a log that is torn, a clock that goes backwards."""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from fengqiao.errors import StoreError
from fengqiao.measures.tallies import Tally
from fengqiao.store import Store, open_store
from fengqiao.testing.builders import FIRST_DAY, KNOWN_AT, visits
from fengqiao.timing import Span

START = visits(1)["started_at"][0]
EVENTS = Tally("visit", "events", spans=(Span.day(FIRST_DAY),))
ROWS = 200
FULL = """
import json, resource, sys
from fengqiao.errors import StoreError
from fengqiao.measures.tallies import Tally
from fengqiao.store import open_store
from fengqiao.testing.builders import JULY, KNOWN_AT, case_events, visits
path, what = sys.argv[1:]
store = open_store(f"sqlite:///{path}")
before = list(store.export())
export = list(store.export())
step = case_events(1)
events = {n: step[n] for n in step if n not in ("id", "case", "seq", "format")}
tally = Tally("visit", "events", by=("staff", "id"), spans=(JULY,))
piece = visits(40_000, first=50_000)
calls = {
    "append": lambda: store.append("visit", piece, known_at=KNOWN_AT),
    "append_all": lambda: store.append_all("visit", iter([piece]), known_at=KNOWN_AT),
    "append_case": lambda: store.append_case("case-00077", at_version=0, events=events,
                                             known_at=KNOWN_AT),
    "void": lambda: store.void("visit", [f"V{n:06d}" for n in range(2_000)], known_at=KNOWN_AT,
                               reason="wrong"),
    "erase": lambda: store.erase("H0000000001"),
    "load": lambda: store.load(other),
    "tally": lambda: store.tally([tally]),
}
if what == "load":
    source = open_store("memory:")
    source.append("visit", piece, known_at=KNOWN_AT)
    other = list(source.export())
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
code = "none"
try:
    calls[what]()
except StoreError as error:
    code = error.code
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
same = list(store.export()) == before
again = "none"
try:
    calls[what]()
except StoreError as error:
    again = error.code
store.close()
print(json.dumps([code, same, again]))
"""


def filled(path: Path) -> None:
    """A closed store in which 2,000 visits lie."""
    with closing(open_store(f"sqlite:///{path}")) as store:
        store.append("visit", visits(2_000), known_at=KNOWN_AT)


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no limits of files")
@pytest.mark.parametrize("what", ["append", "append_all", "append_case", "void", "erase", "load"])
def test_a_full_disk_is_our_error_and_changes_nothing(tmp_path: Path, what: str) -> None:
    """No file may grow: nothing was written, the store reads on, and later the call succeeds."""
    filled(tmp_path / "town.db")
    command = [sys.executable, "-c", FULL, str(tmp_path / "town.db"), what]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    code, is_same, again = json.loads(done.stdout)
    assert code in ("store.full", "store.failed")
    assert (is_same, again) == (True, "none")


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no limits of files")
def test_a_full_disk_still_counts(tmp_path: Path) -> None:
    """An answer that can't be kept is given all the same."""
    filled(tmp_path / "town.db")
    command = [sys.executable, "-c", FULL, str(tmp_path / "town.db"), "tally"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (json.loads(done.stdout), done.stderr) == (["none", True, "none"], "")


UPGRADE = """
import resource, sys
from fengqiao.errors import StoreError
from fengqiao.store import upgrade
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
try:
    upgrade(f"sqlite:///{sys.argv[1]}")
except StoreError as error:
    print(error.code)
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
print(upgrade(f"sqlite:///{sys.argv[1]}").found)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no limits of files")
def test_an_upgrade_on_a_full_disk_can_be_repeated(tmp_path: Path) -> None:
    """What it left unfinished is no copy, and is not in the way."""
    path = tmp_path / "town.db"
    filled(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute('ALTER TABLE fact_visit DROP COLUMN "room"')
        connection.execute("PRAGMA user_version = 2")
    command = [sys.executable, "-c", UPGRADE, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    code, found = done.stdout.split()
    assert (code in ("store.full", "store.failed"), found, done.stderr) == (True, "2", "")


@pytest.fixture
def torn(tmp_path: Path) -> Path:
    """A store whose writer died: eight batches, the last ones only in the log."""
    path, copy = tmp_path / "town.db", tmp_path / "torn.db"
    with closing(open_store(f"sqlite:///{path}")) as store:
        for batch in range(8):
            columns = visits(ROWS, first=batch * ROWS, started_at=START, ended_at=START + 60)
            store.append("visit", columns, known_at=KNOWN_AT)
        shutil.copyfile(path, copy)
        shutil.copyfile(f"{path}-wal", f"{copy}-wal")
    return copy


@pytest.mark.parametrize("seed", range(12))
def test_a_torn_log_leaves_whole_batches(torn: Path, seed: int) -> None:
    """Cut off anywhere, or with a byte of it turned: the first batches are there, none in part."""
    chance = random.Random(seed)  # noqa: S311  where it tears is no secret
    log = torn.with_name("torn.db-wal")
    content = bytearray(log.read_bytes())
    place = chance.randrange(32, len(content))
    if seed % 2:
        content[place] ^= 0xFF
    else:
        del content[place:]
    log.write_bytes(content)
    assert found_in(torn) in ({*range(0, 8 * ROWS + 1, ROWS)} | {"store.damaged"})


def found_in(path: Path) -> int | str:
    """Visits of a store, or the code with which it is refused."""
    try:
        with closing(open_store(f"sqlite:///{path}")) as store:
            return sum(store.tally([EVENTS])[0]["value"])
    except StoreError as error:  # the tear is in what made the file a store
        return error.code


@pytest.mark.parametrize("url", ["memory:", "sqlite:///{}/town.db"])
def test_a_clock_that_goes_backwards_loses_nothing(tmp_path: Path, url: str) -> None:
    """What is written later but known earlier is known earlier; both are there now."""
    earlier, between = KNOWN_AT - timedelta(days=2), KNOWN_AT - timedelta(days=1)
    with closing(open_store(url.format(tmp_path))) as store:
        append(store, 0, 3, KNOWN_AT)
        append(store, 3, 2, earlier)
        now, then = store.tally([EVENTS])[0], store.tally([EVENTS], as_known=between)[0]
        assert (now["value"], then["value"]) == ([5], [2])
        other = open_store("memory:")
        other.load(list(store.export()))
        assert list(other.export()) == list(store.export())


def append(store: Store, first: int, rows: int, known_at: object) -> None:
    """Visits of one day, known at a moment."""
    columns = visits(rows, first=first, started_at=START, ended_at=START + 60)
    store.append("visit", columns, known_at=known_at)  # type: ignore[arg-type]  # a datetime
