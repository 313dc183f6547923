"""Purge facts of a SQLite store, and keep answers about them; inside the caller's transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date

from attrs import evolve

from fengqiao.measures.tallies import Tally
from fengqiao.model import KINDS, Kind
from fengqiao.store.erasing import Erasures
from fengqiao.store.lines import PurgedLine
from fengqiao.store.protocol import Purged
from fengqiao.store.purging import (
    Kept,
    by_month,
    key_of,
    kind_of,
    not_purged_here,
    taken_in,
    to_keep,
)
from fengqiao.store.sqlite_kept import find_kept, marks_of
from fengqiao.store.sqlite_schema import table
from fengqiao.store.sqlite_tally import Tallier
from fengqiao.store.together import answers


def look(connection: sqlite3.Connection, kind: Kind, before: date, keep: Sequence[Tally]) -> Purged:
    """What a purge would take away and keep."""
    end, mark = before.toordinal(), marks_of(connection).get(kind.name, 0)
    query = f"SELECT day, count(*) FROM {table(kind)} WHERE day < ? GROUP BY day"
    gone = by_month(connection.execute(query, (end,)))
    there = connection.execute("SELECT digest, first, last FROM kept WHERE kind = ?", (kind.name,))
    keys = {*there, *(key_of(tally, span) for tally, span in to_keep(keep, mark, end))}
    return Purged(kind.name, date.fromordinal(max(end, mark)), gone, len(keys))


def purge(
    connection: sqlite3.Connection, kind: Kind, before: date, keep: Sequence[Tally]
) -> Purged:
    """Take away the facts of a kind before a day, and keep answers about them."""
    done = look(connection, kind, before, keep)
    end, mark = before.toordinal(), marks_of(connection).get(kind.name, 0)
    tallier = Tallier(connection, as_known=None)
    for tally, span in to_keep(keep, mark, end):
        (answer,) = answers(tallier, [kind], [evolve(tally, spans=(span,))])
        _keep(connection, kind, Kept.of(tally, span, answer))
    _take_away(connection, kind, end)
    new = (kind.name, done.before.toordinal())
    connection.execute("INSERT OR REPLACE INTO purged VALUES (?, ?)", new)
    return done


def _take_away(connection: sqlite3.Connection, kind: Kind, end: int) -> None:
    """Rows that come later may get the numbers of those that go: nothing may point at these."""
    facts = table(kind)
    connection.execute("DELETE FROM answer")  # a kept count may be split by premises
    connection.execute(
        f"DELETE FROM void WHERE kind = ? AND row IN (SELECT row FROM {facts} WHERE day < ?)",
        (kind.name, end),
    )
    connection.execute(f"DELETE FROM {facts} WHERE day < ?", (end,))
    rows = f"FROM {facts} f WHERE f.row BETWEEN first_row AND last_row"
    connection.execute(
        f"DELETE FROM batch WHERE kind = ? AND NOT EXISTS (SELECT 1 {rows})", (kind.name,)
    )
    connection.execute(
        f"UPDATE batch SET first_row = (SELECT min(f.row) {rows}),"
        f" last_row = (SELECT max(f.row) {rows}), first_day = max(first_day, ?)"
        " WHERE kind = ? AND first_day < ?",
        (end, kind.name, end),
    )


def _keep(connection: sqlite3.Connection, kind: Kind, kept: Kept) -> None:
    connection.execute(
        "INSERT OR IGNORE INTO kept VALUES (?, ?, ?, ?, ?, ?)",
        (*kept.key, kind.name, kept.tally, json.dumps(kept.columns, separators=(",", ":"))),
    )


def take_mark(connection: sqlite3.Connection, line: PurgedLine) -> None:
    """Take days as purged here that were purged where a line comes from."""
    if marks_of(connection).get(line.kind.name, 0) < line.before:
        query = f"SELECT EXISTS (SELECT 1 FROM {table(line.kind)} WHERE day < ?)"
        if connection.execute(query, (line.before,)).fetchone()[0]:
            raise not_purged_here(line.kind, line.before)
        mark = (line.kind.name, line.before)
        connection.execute("INSERT OR REPLACE INTO purged VALUES (?, ?)", mark)


def take_kept(
    connection: sqlite3.Connection, kept: Kept, *, here: Mapping[str, int], erasures: Erasures
) -> None:
    """Take in a kept answer of an export; see `taken_in`."""
    kind = KINDS[kind_of(kept.tally)]
    found = taken_in(
        kept,
        find_kept(connection, kept.key),
        here=here.get(kind.name, 0),
        mark=marks_of(connection).get(kind.name, 0),
        erasures=erasures,
    )
    if found is not None:
        _keep(connection, kind, found)
