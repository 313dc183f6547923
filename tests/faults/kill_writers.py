"""Kill a process that writes to a SQLite store, at random, again and again, and look at the file.

python3 tests/faults/kill_writers.py FOLDER append|erase|purge|upgrade [--kills N] [--seed N]

It prints one line of JSON and exits with 1 at the first broken promise. The writer is a fork of
this process, which holds no store while it forks, so thousands of kills take minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from attrs import evolve

from fengqiao.errors import StoreError
from fengqiao.measures.tallies import Tally
from fengqiao.store import open_store, upgrade
from fengqiao.testing.builders import FIRST_DAY, KNOWN_AT, SHANGHAI, visits
from fengqiao.timing import Span, period_of

PIECES, ROWS = 3, 40
"""One acknowledged recording: three batches, written all or none."""
NEW_FILE = 100
"""Kills after which a fresh file is begun."""
LONGEST = 0.1
LESS, MORE = 0.9, 1.1
"""How the longest time before a kill goes on after one that came too late, or not: so that both
are seen, however busy the machine is.
"""
START = visits(1)["started_at"][0]
TALLY = Tally("visit", "events", spans=(Span.day(FIRST_DAY),))
MONTH = period_of("month", FIRST_DAY).span
AFTER = MONTH.last + timedelta(days=1)
NEW_IN_3 = (
    ("table", "beat", ""),
    ("table", "contact", ""),
    ("table", "tasking", ""),
    ("table", "case_event", ""),
    ("column", "visit", "room"),
    ("column", "station", "channels"),
)


class Broken(Exception):
    """A promise that was not kept."""


def columns(first: int, rows: int) -> dict[str, object]:
    """Visits of one day."""
    return dict(visits(rows, first=first, started_at=START, ended_at=START + 60))


def killed(write: Callable[[Callable[[int], None]], None], seconds: float) -> list[int]:
    """Fork a writer, kill it after so long; what it had acknowledged by then."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            write(lambda number: void(os.write(writing, b"%d\n" % number)))
        finally:
            os._exit(0)
    os.close(writing)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as told:
        return [int(line) for line in told.read().split(b"\n") if line]


def void(_: object) -> None:
    """Nothing."""


def require(holds: object, what: str) -> None:
    """Stop where a promise is broken."""
    if not holds:
        raise Broken(what)


def require_sound(path: Path) -> None:
    """The database itself is whole."""
    with closing(sqlite3.connect(path)) as connection:
        (found,) = connection.execute("PRAGMA integrity_check").fetchone()
    require(found == "ok", found)


def kill_appends(folder: Path, kills: int, chance: random.Random) -> dict[str, int]:
    """Every acknowledged recording is there, and none in part."""
    path, held, acknowledged, unsaid = folder / "town.db", 0, 0, 0
    for number in range(kills):
        if number % NEW_FILE == 0:
            path, held = folder / f"town-{number}.db", 0
            open_store(f"sqlite:///{path}").close()

        def write(said: Callable[[int], None], *, path: Path = path, held: int = held) -> None:
            store = open_store(f"sqlite:///{path}")
            while True:
                first = held * PIECES * ROWS
                pieces = (columns(first + piece * ROWS, ROWS) for piece in range(PIECES))
                store.append_all("visit", pieces, known_at=KNOWN_AT)
                said(held)
                held += 1

        told = killed(write, chance.uniform(0.001, LONGEST))
        with closing(open_store(f"sqlite:///{path}")) as store:
            count = sum(store.tally([TALLY])[0]["value"])
        require(count % (PIECES * ROWS) == 0, f"half a recording after kill {number}")
        found = count // (PIECES * ROWS)
        require(found - held - len(told) in (0, 1), f"{found - held} found, {len(told)} said")
        unsaid += found - held - len(told)
        acknowledged, held = acknowledged + len(told), found
        if number % NEW_FILE == NEW_FILE - 1 or number == kills - 1:
            require_sound(path)
    return {"acknowledged": acknowledged, "written_unsaid": unsaid}


def lies_on_disk(path: Path, text: str) -> bool:
    """Whether a text stands anywhere in the file or in what lies beside it."""
    beside = path.parent.glob(f"{path.name}*")
    return any(text.encode() in one.read_bytes() for one in beside)


def kill_erasures(folder: Path, kills: int, chance: random.Random) -> dict[str, int]:
    """What was erased is gone from the disk; erased again, so is what was cut off."""
    path, next_, acknowledged, repeated = folder / "town.db", 0, 0, 0
    households = 2_000
    for number in range(kills):
        if number == 0 or next_ > households - 200:
            path.unlink(missing_ok=True)
            with closing(open_store(f"sqlite:///{path}")) as store:
                store.append("visit", columns(0, households), known_at=KNOWN_AT)
            next_ = 0

        def write(said: Callable[[int], None], *, next_: int = next_) -> None:
            store = open_store(f"sqlite:///{path}")
            for one in range(next_, households):
                store.erase(f"H{one:010d}")
                said(one)

        told = killed(write, chance.uniform(0.001, LONGEST))
        for one in told:
            require(not lies_on_disk(path, f"H{one:010d}"), f"reference {one} left on disk")
        next_ += len(told)
        with closing(open_store(f"sqlite:///{path}")) as store:
            repeated += store.erase(f"H{next_:010d}") == 0
            count = sum(store.tally([TALLY])[0]["value"])
        require(count == households, f"{count} visits after kill {number}")
        require(not lies_on_disk(path, f"H{next_:010d}"), f"reference {next_} left on disk")
        acknowledged, next_ = acknowledged + len(told), next_ + 1
    require_sound(path)
    return {"acknowledged": acknowledged, "done_but_unsaid": repeated}


def kill_purges(folder: Path, kills: int, chance: random.Random) -> dict[str, int]:
    """Days are purged with their count kept, or not at all; what was said to be gone is gone."""
    path, acknowledged, unsaid = folder / "town.db", 0, 0
    rows, longest = 2_000, 0.0
    keep = [evolve(TALLY, by=("staff",), spans=(MONTH,))]
    for number in range(kills):
        for one in folder.glob("town.db*"):
            one.unlink()
        with closing(open_store(f"sqlite:///{path}")) as store:
            store.append("visit", columns(0, rows), known_at=KNOWN_AT)
            before = store.tally(keep)
        if number == 0:
            longest = 1.5 * time_of_purge(path, folder / "timed.db", keep)

        def write(said: Callable[[int], None]) -> None:
            open_store(f"sqlite:///{path}").purge("visit", before=AFTER, keep=keep)
            said(0)

        told = killed(write, chance.uniform(0.001, longest))
        longest *= LESS if told else MORE
        with closing(open_store(f"sqlite:///{path}")) as store:
            is_purged = bool(store.purged())
            require(is_purged or not told, f"said to be purged, kill {number}")
            require(store.tally(keep) == before, f"another count after kill {number}")
            if is_purged and not told:  # again, as the error of a reader would say
                store.purge("visit", before=AFTER)
            exported = b"".join(store.export())
        require((b"H0000000000" in exported) is not is_purged, f"half purged, kill {number}")
        require(not (is_purged and lies_on_disk(path, "H0000000000")), "a reference left on disk")
        acknowledged, unsaid = acknowledged + len(told), unsaid + (is_purged and not told)
        require_sound(path)
    return {"acknowledged": acknowledged, "done_but_unsaid": unsaid}


def time_of_purge(path: Path, copy: Path, keep: list[Tally]) -> float:
    """How long a whole purge takes here."""
    with (
        closing(open_store(f"sqlite:///{copy}")) as store,
        closing(open_store(f"sqlite:///{path}")) as given,
    ):
        store.load(given.export())
        begun = time.monotonic()
        store.purge("visit", before=AFTER, keep=keep)
        return time.monotonic() - begun


def older_store(path: Path) -> None:
    """A store as an earlier schema had it, as far as the upgrade can tell."""
    with closing(open_store(f"sqlite:///{path}", zone=SHANGHAI)) as store:
        store.append("visit", columns(0, 4_000), known_at=KNOWN_AT)
    with closing(sqlite3.connect(path)) as connection:
        for what, name, column in NEW_IN_3:
            change = "DROP TABLE fact_{}" if what == "table" else 'ALTER TABLE fact_{} DROP "{}"'
            connection.execute(change.format(name, column))
        connection.executescript("DROP TABLE purged; DROP TABLE kept")
        connection.execute("PRAGMA user_version = 2")


def kill_upgrades(folder: Path, kills: int, chance: random.Random) -> dict[str, int]:
    """The store is of the old schema or of the new, holds all it held, and can be upgraded."""
    template, path = folder / "old.db", folder / "town.db"
    copy = folder / "town.db.schema-2"
    older_store(template)
    shutil.copyfile(template, path)
    begun = time.monotonic()
    upgrade(f"sqlite:///{path}")
    longest = 1.5 * (time.monotonic() - begun)
    acknowledged = again = 0
    for number in range(kills):
        for one in folder.glob("town.db*"):
            one.unlink()
        shutil.copyfile(template, path)

        def write(said: Callable[[int], None]) -> None:
            upgrade(f"sqlite:///{path}")
            said(0)

        told = killed(write, chance.uniform(0.001, longest))
        longest *= LESS if told else MORE
        require(not copy.exists() or count_of_copy(copy) == 4_000, "half a copy")
        try:
            open_store(f"sqlite:///{path}").close()
        except StoreError as error:
            require(error.code == "store.older_schema" and not told, error.code)
            copy.unlink(missing_ok=True)  # as the error would say
            upgrade(f"sqlite:///{path}")
            again += 1
        with closing(open_store(f"sqlite:///{path}")) as store:
            count = sum(store.tally([TALLY])[0]["value"])
        require(count == 4_000, f"{count} visits after kill {number}")
        acknowledged += len(told)
    require_sound(path)
    return {"acknowledged": acknowledged, "upgraded_again": again}


def count_of_copy(path: Path) -> int:
    """Visits in a copy of the older schema."""
    with closing(sqlite3.connect(path)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM fact_visit").fetchone()
    return int(count)


HARNESSES = {
    "append": kill_appends,
    "erase": kill_erasures,
    "purge": kill_purges,
    "upgrade": kill_upgrades,
}


def main() -> None:
    """Read the command line and kill."""
    parser = argparse.ArgumentParser(prog="kill_writers.py")
    parser.add_argument("folder", type=Path)
    parser.add_argument("what", choices=HARNESSES)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)  # noqa: S311  when to kill is no secret
    begun = time.monotonic()
    try:
        found = HARNESSES[given.what](given.folder, given.kills, chance)
    except Broken as broken:
        sys.stderr.write(f"broken: {broken}\n")
        sys.exit(1)
    seconds = round(time.monotonic() - begun, 1)
    told = {"what": given.what, "kills": given.kills, "seconds": seconds, **found}
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
