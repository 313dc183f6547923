"""Visits recorded in a durable SQLite file: this library beside raw SQL into the same table.

Everybody writes the same rows into the same table with the same unique key, into a file with a
write-ahead log that is synchronised at the end, and commits once. A second table has no such key.
"""

from __future__ import annotations

import importlib
import sqlite3
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, date, datetime
from importlib.util import find_spec
from itertools import chain, count
from pathlib import Path
from typing import Any

from rounds import Contender, Contest, Goal, Size, main

from fengqiao.model import KINDS, Visit, prepare
from fengqiao.packs import set_up
from fengqiao.store import open_store
from fengqiao.store.sqlite_schema import kept_names, table
from fengqiao.testing.builders import KNOWN_AT, SHANGHAI
from fengqiao.testing.small import COMMUNITIES, SMALL_PACK, small_city
from fengqiao.workspace import Workspace, open_workspace

START = int(datetime(2018, 7, 2, 1, tzinfo=UTC).timestamp())
VISIT = KINDS["visit"]
NAMES = kept_names(VISIT)
SETUP = set_up([SMALL_PACK])


def contests(size: Size) -> Iterator[Contest]:
    """Columns and objects into a file."""
    rows = 1_000 if size.is_tiny else size.options["visits"]
    with tempfile.TemporaryDirectory() as folder:
        yield _recording(Path(folder), rows)
    with tempfile.TemporaryDirectory() as folder:
        yield _without_key(Path(folder), rows)


def columns_of(rows: int) -> dict[str, list[Any]]:
    """Visits of one month by two officers, with ids that grow with time."""
    starts = [START + number * 2_000_000 // rows for number in range(rows)]
    return {
        "id": [f"V{number:09}" for number in range(rows)],
        "staff": ["S01" if number % 2 else "S02" for number in range(rows)],
        "station": ["ST01"] * rows,
        "area": [COMMUNITIES[0]] * rows,
        "household": [f"household-{number * 7_919 % rows:09}" for number in range(rows)],
        "started_at": starts,
        "ended_at": [start + 1_200 for start in starts],
    }


def _recording(folder: Path, rows: int) -> Contest:
    columns = columns_of(rows)
    ready = prepare(VISIT, columns, zone=SHANGHAI)
    tuples = list(ready.rows(*NAMES))
    fresh = _files(folder)
    visits = [
        Visit(**dict(zip(columns, row, strict=True))) for row in zip(*columns.values(), strict=True)
    ]
    contenders = [
        Contender(
            name="columns, checked against registers",
            run=lambda: _workspace(
                fresh(), lambda ws: ws.record_columns("visit", columns, known_at=KNOWN_AT)
            ),
            amount=rows,
        ),
        Contender(
            name="columns, checked by themselves",
            run=lambda: _store(fresh(), columns),
            amount=rows,
        ),
        Contender(
            name="attrs objects, checked against registers",
            run=lambda: _workspace(fresh(), lambda ws: ws.record(visits, known_at=KNOWN_AT)),
            amount=rows,
        ),
        Contender(
            name="sqlite3 executemany, unchecked", run=lambda: _raw(fresh(), tuples), amount=rows
        ),
        Contender(
            name="sqlite3, 100 rows a statement, unchecked",
            run=lambda: _many(fresh(), tuples),
            amount=rows,
        ),
    ]
    absent = []
    if find_spec("sqlalchemy"):
        dicts = [dict(zip(NAMES, row, strict=True)) for row in tuples]
        moments = [_with_moments(row) for row in dicts]
        contenders += [
            Contender(
                name="SQLAlchemy Core, unchecked", run=lambda: _core(fresh(), dicts), amount=rows
            ),
            Contender(
                name="SQLAlchemy Core, moments by its types",
                run=lambda: _core(fresh(), moments, typed=True),
                amount=rows,
            ),
        ]
    else:
        absent.append(("SQLAlchemy Core, unchecked", "sqlalchemy"))
    raw = "sqlite3 executemany, unchecked"
    return Contest(
        title="Record visits in a SQLite file",
        instance=f"{rows:,} visits of seven fields, into a table with a unique id.",
        unit="visits/s",
        contenders=contenders,
        absent=absent,
        goals=[
            Goal(name="columns, checked against registers", against=raw, ratio=0.8),
            Goal(
                name="columns, checked against registers",
                against="SQLAlchemy Core, unchecked",
                ratio=4.0,
            ),
            Goal(name="attrs objects, checked against registers", against=raw, ratio=0.5),
        ],
    )


def _without_key(folder: Path, rows: int) -> Contest:
    """What the unique id costs everybody: the same rows into a table without it."""
    tuples = list(prepare(VISIT, columns_of(rows), zone=SHANGHAI).rows(*NAMES))
    fresh = _files(folder)

    def keyless() -> Path:
        path = fresh()
        with closing(sqlite3.connect(path)) as connection, connection:
            columns = ", ".join(f'"{name}"' for name in NAMES)
            connection.execute(f"DROP TABLE {table(VISIT)}")
            connection.execute(f"CREATE TABLE {table(VISIT)} ({columns})")
        return path

    contenders = [
        Contender(name="sqlite3 executemany", run=lambda: _raw(keyless(), tuples), amount=rows),
        Contender(
            name="sqlite3, 100 rows a statement", run=lambda: _many(keyless(), tuples), amount=rows
        ),
    ]
    absent = []
    if find_spec("sqlalchemy"):
        dicts = [dict(zip(NAMES, row, strict=True)) for row in tuples]
        contenders.append(
            Contender(name="SQLAlchemy Core", run=lambda: _core(keyless(), dicts), amount=rows)
        )
    else:
        absent.append(("SQLAlchemy Core", "sqlalchemy"))
    return Contest(
        title="The same into a table without a key",
        instance=f"{rows:,} visits of seven fields; nothing finds out that one comes twice.",
        unit="visits/s",
        contenders=contenders,
        absent=absent,
    )


def _files(folder: Path) -> Callable[[], Path]:
    """Makes stores of Testtown to be written once, and takes away the one before."""
    template = folder / "template.db"
    with open_workspace(f"sqlite:///{template}", packs=SMALL_PACK) as ws:
        small_city(ws)
    content = template.read_bytes()
    numbers = count()

    def fresh() -> Path:
        number = next(numbers)
        for old in folder.glob(f"town-{number - 1}.db*"):
            old.unlink()
        path = folder / f"town-{number}.db"
        path.write_bytes(content)
        return path

    return fresh


def _workspace(path: Path, record: Callable[[Any], object]) -> None:
    with Workspace(store=open_store(f"sqlite:///{path}"), setup=SETUP) as ws:
        record(ws)


def _store(path: Path, columns: dict[str, list[Any]]) -> None:
    with closing(open_store(f"sqlite:///{path}")) as store:
        store.append("visit", columns, known_at=KNOWN_AT)


def _raw(path: Path, rows: Sequence[tuple[Any, ...]]) -> None:
    names, marks = ", ".join(f'"{name}"' for name in NAMES), ", ".join("?" * len(NAMES))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany(f"INSERT INTO {table(VISIT)} ({names}) VALUES ({marks})", rows)  # noqa: S608  names of our own


def _many(path: Path, rows: Sequence[tuple[Any, ...]]) -> None:
    names, marks = ", ".join(f'"{name}"' for name in NAMES), ", ".join("?" * len(NAMES))
    start = f"INSERT INTO {table(VISIT)} ({names}) VALUES "  # noqa: S608  names of our own
    with closing(sqlite3.connect(path)) as connection, connection:
        for first in range(0, len(rows), 100):
            some = rows[first : first + 100]
            values = ", ".join([f"({marks})"] * len(some))
            connection.execute(start + values, list(chain.from_iterable(some)))


def _with_moments(row: dict[str, Any]) -> dict[str, Any]:
    """A row as a host has it: moments and a day instead of whole numbers."""
    started, ended = (datetime.fromtimestamp(row[name], UTC) for name in ("started_at", "ended_at"))
    return {**row, "started_at": started, "ended_at": ended, "day": date.fromordinal(row["day"])}


def _core(path: Path, rows: Sequence[dict[str, Any]], *, typed: bool = False) -> None:
    sql = importlib.import_module("sqlalchemy")
    engine = sql.create_engine(f"sqlite:///{path}")
    types = {"started_at": sql.DateTime, "ended_at": sql.DateTime, "day": sql.Date} if typed else {}
    visits = sql.table("fact_visit", *(sql.column(name, types.get(name)) for name in NAMES))
    with engine.begin() as connection:
        connection.execute(sql.insert(visits), rows)
    engine.dispose()


if __name__ == "__main__":
    main(
        __file__,
        contests,
        packages=("fengqiao", "attrs", "sqlalchemy"),
        options=[("--visits", {"type": int, "default": 1_000_000, "help": "visits recorded"})],
    )
