"""What a store does when it may not write, can't write, or has to wait."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
import traceback
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from fengqiao.errors import Lang, StoreError, render
from fengqiao.measures.tallies import Tally
from fengqiao.testing.builders import JULY, KNOWN_AT, visits

if TYPE_CHECKING:
    from collections.abc import Callable

    from fengqiao.store import Store

VISITS = Tally("visit", "events", spans=(JULY,))


def refused(call: Callable[[], object]) -> StoreError:
    """The error with which a call is refused."""
    with pytest.raises(StoreError) as caught:
        call()
    return caught.value


@pytest.mark.usefixtures("closed")
def test_read_only_store_reads(opened: Callable[..., Store]) -> None:
    """A store opened for reading answers everything."""
    store = opened("?mode=ro")
    # July has the days 2 to 31 of the builder, six visits each
    assert store.tally([VISITS])[0]["value"] == [180]
    assert len(store.register("area", during=JULY)) == 0
    assert list(store.rows("award", during=JULY)) == []
    assert len(list(store.export())) == 2


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize(
    "write",
    [
        lambda store: store.append("visit", visits(1), known_at=KNOWN_AT),
        lambda store: store.void("visit", ["V000000"], known_at=KNOWN_AT, reason="wrong"),
        lambda store: store.erase("H0000000001"),
        lambda store: store.load([]),
    ],
    ids=["append", "void", "erase", "load"],
)
def test_read_only_store_refuses_to_write(
    opened: Callable[..., Store], write: Callable[[Store], object]
) -> None:
    """No call writes to a store opened for reading."""
    store = opened("?mode=ro")
    assert refused(lambda: write(store)).code == "store.read_only"


@pytest.mark.usefixtures("closed")
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_read_only_says_what_is_true_of_protected_files_too(
    opened: Callable[..., Store], lang: Lang
) -> None:
    """The text fits who gave no mode and wrote nothing, and says how to only read."""
    store = opened("?mode=ro")
    error = refused(lambda: store.append("visit", visits(1), known_at=KNOWN_AT))
    text = render(error, lang)
    wrong = ("without `mode=ro`", "Nothing was written", "去掉", "未写入")
    assert not [words for words in wrong if words in text]
    assert "`?mode=ro`" in text


def test_reading_changes_no_byte(opened: Callable[..., Store], closed: Path) -> None:
    """Answers are not kept in a store opened for reading."""
    before = closed.read_bytes()
    store = opened("?mode=ro")
    store.tally([VISITS])
    store.close()
    assert closed.read_bytes() == before


PROTECTED = """
import os, sys
from pathlib import Path
from fengqiao.errors import StoreError, render
from fengqiao.measures.tallies import Tally
from fengqiao.store import open_store
from fengqiao.testing.builders import JULY, KNOWN_AT, visits
path = Path(sys.argv[1]) / "town.db"
store = open_store(f"sqlite:///{path}")
store.append("visit", visits(3), known_at=KNOWN_AT)
store.close()
visits_in_july = Tally("visit", "events", spans=(JULY,))
render(StoreError("store.closed"))
os.chmod(path, 0o444)
os.chmod(path.parent, 0o555)
if os.geteuid() == 0:
    os.seteuid(65534)
store = open_store(f"sqlite:///{path}?mode=ro")
print(store.tally([visits_in_july])[0]["value"])
try:
    open_store(f"sqlite:///{path}").append("visit", visits(4), known_at=KNOWN_AT)
except StoreError as error:
    print(error.code)
"""


def test_protected_file_is_read_only() -> None:
    """A file and folder of another user can be read, and nothing is written."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        done = subprocess.run(
            [sys.executable, "-c", PROTECTED, folder], capture_output=True, text=True, check=False
        )
        Path(folder).chmod(0o755)
    assert (done.stdout.split("\n")[:2], done.stderr) == (["[3]", "store.read_only"], "")


def test_full_store_keeps_what_it_had(opened: Callable[..., Store]) -> None:
    """When the file may not grow, nothing of the batch is written, and reading goes on."""
    store = opened("?max_page_count=80")
    store.append("visit", visits(10), known_at=KNOWN_AT)
    before = list(store.export())
    columns = visits(60_000, first=10)
    error = refused(lambda: store.append("visit", columns, known_at=KNOWN_AT))
    assert error.code == "store.full"
    assert list(store.export()) == before


def test_full_store_still_counts(opened: Callable[..., Store]) -> None:
    """An answer that can't be kept is given all the same."""
    store = opened("?max_page_count=80")
    for batch in range(100):
        try:
            store.append("visit", visits(50, first=50 * batch), known_at=KNOWN_AT)
        except StoreError:
            break
    by = ("staff", "area", "id")
    table = store.tally([Tally("visit", "events", by=by, spans=(JULY,))])[0]
    assert len(table) == 180


def test_busy_store_is_waited_for_and_given_up(opened: Callable[..., Store], path: Path) -> None:
    """A write beside another process's is refused after the time given."""
    store = opened("?timeout=0")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        error = refused(lambda: store.append("visit", visits(1), known_at=KNOWN_AT))
    assert error.code == "store.busy"


def test_busy_store_still_counts(opened: Callable[..., Store], path: Path) -> None:
    """Reading goes on beside another process's write, and does not wait to keep the answer."""
    store = opened()
    store.append("visit", visits(3), known_at=KNOWN_AT)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert store.tally([VISITS])[0]["value"] == [3]


@pytest.mark.parametrize(
    "call",
    [
        lambda store: store.append("visit", visits(1), known_at=KNOWN_AT),
        lambda store: store.void("visit", ["V000000"], known_at=KNOWN_AT, reason="wrong"),
        lambda store: store.tally([VISITS]),
        lambda store: store.register("area", during=JULY),
        lambda store: list(store.rows("award", during=JULY)),
        lambda store: store.erase("H0000000001"),
        lambda store: list(store.export()),
        lambda store: store.load([b'{"format":1,"kind":"fengqiao.store","zone":"Asia/Shanghai"}']),
    ],
    ids=["append", "void", "tally", "register", "rows", "erase", "export", "load"],
)
def test_no_error_of_sqlite_escapes(
    opened: Callable[..., Store], path: Path, call: Callable[[Store], object]
) -> None:
    """What SQLite says becomes our error, alone, and repeats nothing of what SQLite said."""
    store = opened()
    with closing(sqlite3.connect(path)) as other:
        for table in ("meta", "batch", "erased", "void", "fact_visit"):
            other.execute(f"DROP TABLE {table}")
    error = refused(lambda: call(store))
    assert error.code == "store.failed"
    assert (error.__context__, error.__cause__) == (None, None)
    shown = "".join(traceback.format_exception(error)) + render(error, "zh") + repr(error)
    assert "no such table" not in shown


FORKED = """
import os, sys
from fengqiao.errors import StoreError
from fengqiao.store import open_store
from fengqiao.testing.builders import JULY, KNOWN_AT, visits
store = open_store(f"sqlite:///{sys.argv[1]}")
store.append("visit", visits(3), known_at=KNOWN_AT)
if os.fork() == 0:
    for call in (lambda: store.export(), lambda: store.register("area", during=JULY),
                 lambda: store.append("visit", visits(3), known_at=KNOWN_AT)):
        try:
            call()
        except StoreError as error:
            print(error.code, flush=True)
    store.close()
    os._exit(0)
os.wait()
store.append("visit", visits(6), known_at=KNOWN_AT)
print(len(list(store.export())), flush=True)
store.close()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")
def test_forked_process_may_not_use_the_store(path: Path) -> None:
    """In a forked process every call is refused, and the parent goes on undisturbed."""
    done = subprocess.run(
        [sys.executable, "-c", FORKED, str(path)], capture_output=True, text=True, check=False
    )
    assert (done.stdout.split(), done.stderr) == (["store.forked"] * 3 + ["3"], "")
