"""Read facts row by row from a SQLite store."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from fengqiao.model import Kind, Table
from fengqiao.store.asking import stored_names
from fengqiao.store.batches import CHUNK_ROWS
from fengqiao.store.purging import require_left
from fengqiao.store.sqlite_kept import marks_of
from fengqiao.store.sqlite_schema import expression, table
from fengqiao.store.sqlite_tally import live, transposed
from fengqiao.timing import Span


def read_rows(
    connection: sqlite3.Connection, kind: Kind, during: Span, as_known: int | None
) -> Iterator[Table]:
    """Tables of at most `CHUNK_ROWS` facts, sorted by day and id, or by id."""
    names = stored_names(kind)
    known, limits = live(kind, as_known)
    first, last = during.first.toordinal(), during.last.toordinal()
    values: tuple[int, ...]
    if kind.nature == "event":
        require_left(kind, first, marks_of(connection).get(kind.name, 0))
        days = "b.last_day >= ? AND b.first_day <= ? AND f.day BETWEEN ? AND ?"
        values, order = (first, last, first, last), "f.day, f.id"
    else:
        days = "f.since <= ? AND (f.until IS NULL OR f.until >= ?)"
        values, order = (last, first), "f.id"
    cursor = connection.execute(
        f"SELECT {', '.join(map(expression, names))} FROM batch b CROSS JOIN {table(kind)} f"
        " ON f.row BETWEEN b.first_row AND b.last_row"
        f" WHERE b.kind = ? AND {days}{known} ORDER BY {order}",
        (kind.name, *values, *limits),
    )
    while rows := cursor.fetchmany(CHUNK_ROWS):
        yield Table(dict(zip(names, transposed(rows, len(names)), strict=True)))


def read_register(
    connection: sqlite3.Connection, kind: Kind, during: Span, as_known: int | None
) -> Table:
    """All facts of a register that hold during a span, in one table."""
    names = stored_names(kind)
    columns: dict[str, list[object]] = {name: [] for name in names}
    for part in read_rows(connection, kind, during, as_known):
        for name in names:
            columns[name] += part[name]
    return Table(columns)
