"""Read facts row by row, inside the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, or_, select
from sqlalchemy import Table as SqlTable

from fengqiao.model import Kind, Table
from fengqiao.store.asking import stored_names
from fengqiao.store.batches import CHUNK_ROWS
from fengqiao.store.purging import require_left
from fengqiao.timing import Span
from fengqiao_sql.keeping import marks_of
from fengqiao_sql.tables import Tables, expression


def live(tables: Tables, kind: Kind, as_known: int | None) -> list[ColumnElement[bool]]:
    """Conditions on facts: known by then, and not withdrawn by then."""
    fact, void = tables.fact(kind), tables.void
    gone = [void.c.kind == kind.name, void.c.row == fact.c.row]
    if as_known is None:
        return [~exists().where(*gone)]
    return [fact.c.known_at <= as_known, ~exists().where(*gone, void.c.known_at <= as_known)]


def within(fact: SqlTable, kind: Kind, during: Span) -> list[ColumnElement[bool]]:
    """Conditions on facts: on a day of the span, or holding on one."""
    first, last = during.first.toordinal(), during.last.toordinal()
    if kind.nature == "event":
        return [fact.c.day.between(first, last)]
    return [fact.c.since <= last, or_(fact.c.until.is_(None), fact.c.until >= first)]


def read_rows(
    connection: Connection, tables: Tables, kind: Kind, during: Span, as_known: int | None
) -> Iterator[Table]:
    """Tables of at most `CHUNK_ROWS` facts, sorted by day and id, or by id."""
    names, fact = stored_names(kind), tables.fact(kind)
    if kind.nature == "event":
        before = marks_of(connection, tables).get(kind.name, 0)
        require_left(kind, during.first.toordinal(), before)
    query = (
        select(*(expression(fact, name) for name in names))
        .where(*within(fact, kind, during), *live(tables, kind, as_known))
        .order_by(*([fact.c.day] if kind.nature == "event" else []), fact.c.id)
    )
    options = {"stream_results": True, "max_row_buffer": CHUNK_ROWS}
    for rows in connection.execute(query, execution_options=options).partitions(CHUNK_ROWS):
        yield Table(dict(zip(names, transposed(rows, len(names)), strict=True)))


def read_register(
    connection: Connection, tables: Tables, kind: Kind, during: Span, as_known: int | None
) -> Table:
    """All facts of a register that hold during a span, in one table."""
    columns: dict[str, list[Any]] = {name: [] for name in stored_names(kind)}
    for part in read_rows(connection, tables, kind, during, as_known):
        for name in columns:
            columns[name] += part[name]
    return Table(columns)


def transposed(rows: Sequence[Sequence[Any]], width: int) -> list[list[Any]]:
    """Columns of rows; empty columns of no rows."""
    return [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(width)]
