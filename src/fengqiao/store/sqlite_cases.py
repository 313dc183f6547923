"""Read the steps of cases from a SQLite store, inside the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

from fengqiao.model import CASE_EVENT, Table
from fengqiao.store.case_order import CASE_COLUMNS, Held
from fengqiao.store.sqlite_schema import expression, table
from fengqiao.store.sqlite_tally import transposed

_NAMES_A_QUERY = 500


def version_of(connection: sqlite3.Connection, case_id: str) -> int:
    """The number of the last step of a case, withdrawn ones too; 0 where there is none."""
    query = f'SELECT coalesce(max(seq), 0) FROM {table(CASE_EVENT)} WHERE "case" = ?'
    (version,) = connection.execute(query, (case_id,)).fetchone()
    return int(version)


def read_case(
    connection: sqlite3.Connection, case_id: str, as_known: int | None
) -> tuple[int, Table]:
    """The version of a case by then, and its steps that were not withdrawn by then, in order."""
    names = [expression(name) for name in CASE_COLUMNS if name != "known_at"]
    rows = connection.execute(
        f"SELECT f.seq, v.known_at, {', '.join(names)}, (SELECT b.known_at FROM batch b"
        " WHERE b.kind = ? AND b.first_row <= f.row ORDER BY b.first_row DESC LIMIT 1)"
        f" FROM {table(CASE_EVENT)} f LEFT JOIN void v ON v.kind = ? AND v.row = f.row"
        ' WHERE f."case" = ? ORDER BY f.seq',
        (CASE_EVENT.name, CASE_EVENT.name, case_id),
    ).fetchall()
    known = [row for row in rows if as_known is None or row[-1] <= as_known]
    live = [
        row for _, void, *row in known if void is None or (as_known is not None and void > as_known)
    ]
    columns = transposed(live, len(CASE_COLUMNS))
    version = known[-1][0] if known else 0
    return version, Table(dict(zip(CASE_COLUMNS, columns, strict=True)))


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
