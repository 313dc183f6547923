"""Write facts and withdrawals into a SQLite store, inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from typing import TypeVar
from zoneinfo import ZoneInfo

from fengqiao.model import CASE_EVENT, Columns, Kind, Table
from fengqiao.store.arguments import is_text
from fengqiao.store.asking import unknown_id
from fengqiao.store.batches import (
    months_of,
    prepared_batches,
    require_same,
    voided,
    without_erased,
)
from fengqiao.store.case_order import require_orderly
from fengqiao.store.erasing import Erasures
from fengqiao.store.protocol import Appended
from fengqiao.store.purging import without_purged
from fengqiao.store.sqlite_cases import held_of
from fengqiao.store.sqlite_kept import marks_of
from fengqiao.store.sqlite_schema import kept_names, table

_ROWS_A_STATEMENT = 100
_IDS_A_QUERY = 500

_R = TypeVar("_R")


def append(
    connection: sqlite3.Connection,
    kind: Kind,
    columns: Columns,
    *,
    known_at: int,
    zone: ZoneInfo,
    erasures: Erasures,
    is_load: bool = False,
) -> Appended:
    """Add facts, batch by batch; a load may bring withdrawn ones again."""
    done = Appended()
    (last,) = connection.execute(f"SELECT coalesce(max(row), 0) FROM {table(kind)}").fetchone()
    days: set[int] = set()
    before = marks_of(connection).get(kind.name, 0)
    for prepared in prepared_batches(kind, columns, zone=zone):
        if kind is CASE_EVENT:
            require_orderly(prepared, held_of(connection, prepared), is_load=is_load)
        left, late = without_purged(kind, prepared, before)
        kept, refused = without_erased(kind, left, erasures)
        new = _insert(connection, kind, kept)
        if new < len(kept):
            _require_same(connection, kind, kept, is_load=is_load)
        if new:
            found = _days(connection, kind, kept, last, last + new)
            days |= found
            connection.execute(
                "INSERT INTO batch (kind, known_at, first_row, last_row, first_day, last_day)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    kind.name,
                    known_at,
                    last + 1,
                    last + new,
                    min(found, default=None),
                    max(found, default=None),
                ),
            )
            last += new
        done += Appended(new, len(kept) - new, refused + late)
    mark_changed(connection, kind, days)
    return done


def _insert(connection: sqlite3.Connection, kind: Kind, rows: Table) -> int:
    """Insert what isn't there, many rows a statement; returns how many were."""
    names = kept_names(kind)
    width = len(names)
    cells = list(chain.from_iterable(rows.rows(*names)))
    quoted = ", ".join(f'"{name}"' for name in names)
    start = f"INSERT OR IGNORE INTO {table(kind)} ({quoted}) VALUES "
    one = f"({', '.join('?' * width)})"
    most = min(
        _ROWS_A_STATEMENT, connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER) // width
    )
    step = most * width
    before = connection.total_changes
    whole = len(cells) - len(cells) % step
    many = start + ", ".join([one] * most)
    for place in range(0, whole, step):
        connection.execute(many, cells[place : place + step])
    if rest := cells[whole:]:
        connection.execute(start + ", ".join([one] * (len(rest) // width)), rest)
    return connection.total_changes - before


def _days(
    connection: sqlite3.Connection, kind: Kind, given: Table, before: int, last: int
) -> set[int]:
    """Days of the rows that were new."""
    if kind.nature != "event":
        return set()
    if last - before == len(given):
        return set(given["day"])
    found = connection.execute(
        f"SELECT DISTINCT day FROM {table(kind)} WHERE row BETWEEN ? AND ?", (before + 1, last)
    )
    return {day for (day,) in found}


def _require_same(
    connection: sqlite3.Connection, kind: Kind, given: Table, *, is_load: bool
) -> None:
    rows = list(given.rows(*kind.fields))
    place = list(kind.fields).index("id")
    quoted = ", ".join(f'"{name}"' for name in kind.fields)
    for some in _pieces(rows, _IDS_A_QUERY):
        ids = [row[place] for row in some]
        found = connection.execute(
            f"SELECT EXISTS (SELECT 1 FROM void v WHERE v.kind = ? AND v.row = f.row), {quoted}"
            f" FROM {table(kind)} f WHERE id IN ({', '.join('?' * len(ids))})",
            (kind.name, *ids),
        ).fetchall()
        withdrawn = set() if is_load else {row[place] for is_void, *row in found if is_void}
        held = {row[place]: row for _, *row in found}
        for row in some:
            if row[place] in withdrawn:
                raise voided(kind, row[place])
            if held[row[place]] != list(row):
                require_same(kind, held[row[place]], row)


def _pieces(rows: Sequence[_R], most: int) -> Iterator[Sequence[_R]]:
    """A sequence cut into pieces of at most so many."""
    return (rows[place : place + most] for place in range(0, len(rows), most))


def mark_changed(connection: sqlite3.Connection, kind: Kind, days: Collection[int]) -> None:
    """Say that answers about the months of these days have to be counted anew."""
    (stamp,) = connection.execute("SELECT coalesce(max(stamp), 0) + 1 FROM revision").fetchone()
    connection.executemany(
        "INSERT OR REPLACE INTO revision VALUES (?, ?, ?)",
        [(kind.name, month, stamp) for month in months_of(days)],
    )


def void(
    connection: sqlite3.Connection,
    kind: Kind,
    ids: Sequence[str],
    *,
    known_at: int,
    reason: str,
    strict: bool = True,
) -> int:
    """Withdraw facts; ids that stand nowhere are refused, or skipped where not `strict`."""
    day = "day" if kind.nature == "event" else "NULL"
    query = f"SELECT row, {day} FROM {table(kind)} WHERE id = ?"
    before = connection.total_changes
    days: set[int] = set()
    for place, id_ in enumerate(ids):
        found = connection.execute(query, (id_,)).fetchone() if is_text(id_) else None
        if found is not None:
            row, on = found
            cursor = connection.execute(
                "INSERT OR IGNORE INTO void (kind, row, known_at, reason) VALUES (?, ?, ?, ?)",
                (kind.name, row, known_at, reason),
            )
            if cursor.rowcount and on is not None:
                days.add(on)
        elif strict:
            raise unknown_id(kind, ids, place)
    done = connection.total_changes - before
    mark_changed(connection, kind, days)
    return done
