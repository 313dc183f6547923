"""Export a store as lines, and load lines into one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from fengqiao.model import KINDS
from fengqiao.store import Appended, lines
from fengqiao.store.erasing import Erasures
from fengqiao.store.purging import Kept
from fengqiao_sql.erasing import held_among, learn, read_erasures, replace
from fengqiao_sql.keeping import kept_of, marks_of
from fengqiao_sql.purging import take_kept, take_mark
from fengqiao_sql.reading import transposed
from fengqiao_sql.tables import Tables
from fengqiao_sql.writing import append, pieces, void

_ROWS_A_QUERY = 1_000


def export(connection: Connection, tables: Tables, zone: ZoneInfo) -> Iterator[bytes]:
    """Everything held, as lines."""
    yield lines.header(zone)
    yield from lines.erased(read_erasures(connection, tables))
    yield from lines.purged(marks_of(connection, tables), kept_of(connection, tables))
    there = tables.batch.c
    batches = connection.execute(
        select(there.kind, there.known_at, there.first_row, there.last_row).order_by(there.batch)
    ).all()
    for name, known_at, first, last in batches:
        kind, fact = KINDS[name], tables.facts[name]
        query = select(*(fact.c[field] for field in kind.fields))
        rows = connection.execute(
            query.where(fact.c.row.between(first, last)).order_by(fact.c.row)
        ).all()
        columns = transposed(rows, len(kind.fields))
        yield lines.batch(kind, dict(zip(kind.fields, columns, strict=True)), known_at)
    yield from lines.voids(_voids(connection, tables))


def _voids(connection: Connection, tables: Tables) -> Iterator[tuple[str, str, int, str]]:
    there = tables.void.c
    query = select(there.kind, there.row, there.known_at, there.reason).order_by(there.void)
    found = connection.execute(query).all()
    for name, group in groupby(found, key=lambda row: str(row[0])):
        fact = tables.facts[name].c
        for some in pieces(list(group), _ROWS_A_QUERY):
            wanted = select(fact.row, fact.id).where(fact.row.in_([each[1] for each in some]))
            ids = {row: id_ for row, id_ in connection.execute(wanted)}  # noqa: C416  rows are no pairs to mypy
            for _, row, known_at, reason in some:
                yield name, ids[row], known_at, reason


def load(
    connection: Connection, tables: Tables, found: Iterator[lines.Line], zone: ZoneInfo
) -> tuple[Appended, bool]:
    """Take in lines, inside the caller's transaction; also whether references were erased."""
    done = Appended()
    erasures = read_erasures(connection, tables)
    has_erased = False
    here = marks_of(connection, tables)
    for line in found:
        if isinstance(line, lines.ErasedLine):
            pairs = [(line.key, digest) for digest in line.digests]
            learnt = Erasures(pairs).minus(erasures)
            learn(connection, tables, learnt)
            erasures = erasures.plus(learnt)
            for ref in sorted(held_among(connection, tables, learnt)):
                replace(connection, tables, ref, key=learnt.record_of(ref)[0])
                has_erased = True
        elif isinstance(line, lines.PurgedLine):
            take_mark(connection, tables, line)
        elif isinstance(line, Kept):
            take_kept(connection, tables, line, here=here, erasures=erasures)
        elif isinstance(line, lines.BatchLine):
            done += append(
                connection,
                tables,
                line.kind,
                line.columns,
                known_at=line.known_at,
                zone=zone,
                erasures=erasures,
                is_load=True,
            )
        else:
            void(
                connection,
                tables,
                line.kind,
                line.ids,
                known_at=line.known_at,
                reason=line.reason,
                strict=False,
            )
    return done, has_erased
