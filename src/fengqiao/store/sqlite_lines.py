"""Export a SQLite store as lines, and load lines into one."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from zoneinfo import ZoneInfo

from fengqiao.model import KINDS
from fengqiao.store import lines
from fengqiao.store.erasing import Erasures
from fengqiao.store.protocol import Appended
from fengqiao.store.purging import Kept
from fengqiao.store.sqlite_append import append, void
from fengqiao.store.sqlite_erase import held_among, learn, read_erasures, replace
from fengqiao.store.sqlite_kept import kept_of, marks_of
from fengqiao.store.sqlite_purge import take_kept, take_mark
from fengqiao.store.sqlite_schema import table
from fengqiao.store.sqlite_tally import transposed


def export(connection: sqlite3.Connection, zone: ZoneInfo) -> Iterator[bytes]:
    """Everything held, as lines."""
    yield lines.header(zone)
    yield from lines.erased(read_erasures(connection))
    yield from lines.purged(marks_of(connection), kept_of(connection))
    batches = connection.execute(
        "SELECT kind, known_at, first_row, last_row FROM batch ORDER BY batch"
    )
    for name, known_at, first, last in batches:
        kind = KINDS[name]
        quoted = ", ".join(f'"{field}"' for field in kind.fields)
        rows = connection.execute(
            f"SELECT {quoted} FROM {table(kind)} WHERE row BETWEEN ? AND ? ORDER BY row",
            (first, last),
        ).fetchall()
        columns = transposed(rows, len(kind.fields))
        yield lines.batch(kind, dict(zip(kind.fields, columns, strict=True)), known_at)
    yield from lines.voids(_voids(connection))


def _voids(connection: sqlite3.Connection) -> Iterator[tuple[str, str, int, str]]:
    found = connection.execute("SELECT kind, row, known_at, reason FROM void ORDER BY void")
    for name, row, known_at, reason in found:
        query = f"SELECT id FROM {table(KINDS[name])} WHERE row = ?"
        (id_,) = connection.execute(query, (row,)).fetchone()
        yield name, id_, known_at, reason


def load(
    connection: sqlite3.Connection, found: Iterator[lines.Line], zone: ZoneInfo
) -> tuple[Appended, bool]:
    """Take in lines, inside the caller's transaction; also whether references were erased."""
    done = Appended()
    erasures = read_erasures(connection)
    has_erased = False
    here = marks_of(connection)
    for line in found:
        if isinstance(line, lines.ErasedLine):
            pairs = [(line.key, digest) for digest in line.digests]
            learnt = Erasures(pairs).minus(erasures)
            learn(connection, pairs)
            erasures = erasures.plus(learnt)
            for ref in sorted(held_among(connection, learnt)):
                replace(connection, ref, key=learnt.record_of(ref)[0])
                has_erased = True
        elif isinstance(line, lines.PurgedLine):
            take_mark(connection, line)
        elif isinstance(line, Kept):
            take_kept(connection, line, here=here, erasures=erasures)
        elif isinstance(line, lines.BatchLine):
            done += append(
                connection,
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
                line.kind,
                line.ids,
                known_at=line.known_at,
                reason=line.reason,
                strict=False,
            )
    return done, has_erased
