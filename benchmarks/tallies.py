"""Counts by officer, community and month: this library beside hand-written SQL on the same file."""

from __future__ import annotations

import random
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from rounds import Contender, Contest, Goal, Size, main

from fengqiao.measures import Tally
from fengqiao.store import Store, open_store
from fengqiao.testing.builders import KNOWN_AT
from fengqiao.timing import Period

YEAR = 2018
MONTHS = tuple(Period.parse(f"{YEAR}-{month:02}").span for month in range(1, 13))
FIRST = int(datetime(YEAR, 1, 1, tzinfo=UTC).timestamp())
SECONDS = 364 * 86_400
STAFF, AREAS = 1_000, 2
TALLIES = tuple(
    Tally("visit", measure, field, by=("staff", "area"), spans=MONTHS)  # type: ignore[arg-type]  # the two measures there are
    for measure, field in (("events", None), ("distinct", "household"))
)
SQL = """SELECT f.staff, f.area, m.month, count(*), count(DISTINCT f.household)
FROM fact_visit f JOIN month m ON f.day BETWEEN m.first AND m.last GROUP BY 1, 2, 3"""


def contests(size: Size) -> Iterator[Contest]:
    """Events and distinct households."""
    rows = 2_000 if size.is_tiny else size.options["visits"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "town.db"
        with closing(open_store(f"sqlite:///{path}")) as store:
            store.append("visit", _visits(rows, random.Random(size.seed)), known_at=KNOWN_AT)
            yield _counting(store, path, rows)


def _visits(rows: int, chance: random.Random) -> dict[str, list[Any]]:
    starts = sorted(FIRST + chance.randrange(SECONDS) for _ in range(rows))
    return {
        "id": [f"V{number:09}" for number in range(rows)],
        "staff": [f"S{chance.randrange(STAFF):04}" for _ in range(rows)],
        "station": ["ST01"] * rows,
        "area": [f"99000100100{chance.randrange(AREAS)}" for _ in range(rows)],
        "household": [f"household-{chance.randrange(rows // 3 + 1):09}" for _ in range(rows)],
        "started_at": starts,
        "ended_at": [start + 1_200 for start in starts],
    }


def _counting(store: Store, path: Path, rows: int) -> Contest:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE month (month INTEGER, first INTEGER, last INTEGER)")
        spans = [(n, one.first.toordinal(), one.last.toordinal()) for n, one in enumerate(MONTHS)]
        connection.executemany("INSERT INTO month VALUES (?, ?, ?)", spans)
    store.tally(TALLIES)
    first, again = "fengqiao, first ask", "fengqiao, asked again"
    return Contest(
        title="Events and distinct households by officer, community and month",
        instance=f"{rows:,} visits, {STAFF:,} officers, {AREAS} communities, 12 months.",
        unit="asks/s",
        contenders=[
            Contender(name=first, run=lambda: _first(store, path)),
            Contender(name=again, run=lambda: store.tally(TALLIES)),
            Contender(name="one SQL query by hand", run=lambda: _by_hand(path)),
            Contender(name="Python loop over rows", run=lambda: _loop(path)),
        ],
        goals=[
            Goal(name=first, against="one SQL query by hand", ratio=1 / 1.2),
            Goal(name=again, against="one SQL query by hand", ratio=1 / 0.15),
        ],
    )


def _first(store: Store, path: Path) -> object:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM answer")
    return store.tally(TALLIES)


def _by_hand(path: Path) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(SQL).fetchall()


def _loop(path: Path) -> object:
    events: dict[tuple[str, str, int], int] = {}
    households: dict[tuple[str, str, int], set[str]] = {}
    months = {
        day: date.fromordinal(day).month for span in MONTHS for day in map(date.toordinal, span)
    }
    with closing(sqlite3.connect(path)) as connection:
        for staff, area, day, household in connection.execute(
            "SELECT staff, area, day, household FROM fact_visit"
        ):
            group = staff, area, months[day]
            events[group] = events.get(group, 0) + 1
            households.setdefault(group, set()).add(household)
    return {group: (number, len(households[group])) for group, number in events.items()}


if __name__ == "__main__":
    main(
        __file__,
        contests,
        packages=("fengqiao",),
        options=[("--visits", {"type": int, "default": 1_000_000, "help": "visits counted"})],
    )
