"""Read the steps of cases from a SQLite store, inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from fengqiao.model import CASE_EVENT, Table
from fengqiao.store.case_order import CASE_COLUMNS, Held
from fengqiao.store.sqlite_schema import expression, table
from fengqiao.store.sqlite_tally import live, transposed

_NAMES_A_QUERY = 500


def version_of(connection: sqlite3.Connection, case_id: str) -> int:
    """The number of the last step of a case, withdrawn ones too; 0 where there is none."""
    query = f'SELECT coalesce(max(seq), 0) FROM {table(CASE_EVENT)} WHERE "case" = ?'
    (version,) = connection.execute(query, (case_id,)).fetchone()
    return int(version)


def read_case(connection: sqlite3.Connection, case_id: str) -> tuple[int, Table]:
    """The version of a case, and its steps that were not withdrawn, in order."""
    known, limits = live(CASE_EVENT, None)
    names = [expression(name) for name in CASE_COLUMNS if name != "known_at"]
    rows = connection.execute(
        f"SELECT {', '.join(names)}, (SELECT b.known_at FROM batch b WHERE b.kind = ?"
        f" AND b.first_row <= f.row ORDER BY b.first_row DESC LIMIT 1) FROM {table(CASE_EVENT)} f"
        f' WHERE f."case" = ?{known} ORDER BY f.seq',
        (CASE_EVENT.name, case_id, *limits),
    ).fetchall()
    columns = transposed(rows, len(CASE_COLUMNS))
    return version_of(connection, case_id), Table(dict(zip(CASE_COLUMNS, columns, strict=True)))


def held_of(connection: sqlite3.Connection, given: Table) -> Held:
    """What is held of the cases and parties of a batch."""
    name = table(CASE_EVENT)
    steps = f'SELECT "case", seq, id FROM {name} WHERE "case"'
    homes = f'SELECT party, "case" FROM {name} WHERE party'
    parties = set(given["party"]) - {None}
    return Held(
        {(case, seq): id_ for case, seq, id_ in _among(connection, steps, set(given["case"]))},
        {party: case for party, case in _among(connection, homes, parties)},  # noqa: C416  rows are no pairs to mypy
    )


def _among(connection: sqlite3.Connection, query: str, names: set[str]) -> Iterator[Sequence[Any]]:
    every = sorted(names)
    for start in range(0, len(every), _NAMES_A_QUERY):
        some = every[start : start + _NAMES_A_QUERY]
        yield from connection.execute(f"{query} IN ({', '.join('?' * len(some))})", some)
