"""Answer tallies by SQL, and keep the answers until a fact of one of their months changes."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from fengqiao.measures.tallies import Tally
from fengqiao.model import Kind, Table
from fengqiao.store.batches import month_of
from fengqiao.store.purging import key_of, unanswered
from fengqiao.store.sqlite_kept import find_kept, marks_of
from fengqiao.store.sqlite_schema import expression, table
from fengqiao.timing import Span

_Columns = list[list[Any]]

_SPLIT = "instr(',' || {} || ',', ',' || ? || ',') > 0"


@frozen
class Counted:
    """An answer worth keeping, and how many references were erased when it was counted."""

    tally: bytes
    first: int
    last: int
    stamp: int
    columns: str
    erased: int


class Tallier:
    """Answers tallies on one connection, in one state of the store.

    Attributes:
        counted: Answers that were not kept yet.
    """

    def __init__(self, connection: sqlite3.Connection, *, as_known: int | None) -> None:
        self._connection = connection
        self._as_known = as_known
        self._marks = marks_of(connection)
        self.counted: list[Counted] = []

    def answer(self, kind: Kind, tally: Tally) -> Table:
        """The table that a tally asks for."""
        names = ("span", *tally.by, "value")
        columns: _Columns = [[] for _ in names]
        name = _digest(tally)
        for index, span in enumerate(tally.spans):
            part = self._answer(kind, tally, name, span)
            columns[0] += [index] * len(part[-1])
            for whole, cells in zip(columns[1:], part, strict=True):
                whole.extend(cells)
        return Table(dict(zip(names, columns, strict=True)))

    def _answer(self, kind: Kind, tally: Tally, name: bytes, span: Span) -> _Columns:
        """Columns of `by` and `value` for one span."""
        if span.first.toordinal() < (before := self._marks.get(kind.name, 0)):
            return self._kept(kind, tally, span, before)
        if self._as_known is not None:
            return self._count(kind, tally, span)
        first, last = span.first.toordinal(), span.last.toordinal()
        (stamp,) = self._connection.execute(
            "SELECT coalesce(max(stamp), 0) FROM revision WHERE kind = ? AND month BETWEEN ? AND ?",
            (kind.name, month_of(first), month_of(last)),
        ).fetchone()
        kept = self._connection.execute(
            "SELECT columns FROM answer WHERE tally = ? AND first = ? AND last = ? AND stamp = ?",
            (name, first, last, stamp),
        ).fetchone()
        if kept is not None:
            found: _Columns = json.loads(kept[0])
            return found
        columns = self._count(kind, tally, span)
        text = json.dumps(columns, separators=(",", ":"))
        (erased,) = self._connection.execute("SELECT count(*) FROM erased").fetchone()
        self.counted.append(Counted(name, first, last, stamp, text, erased))
        return columns

    def _kept(self, kind: Kind, tally: Tally, span: Span, before: int) -> _Columns:
        """The answer that was kept when facts of the span were purged."""
        kept = find_kept(self._connection, key_of(tally, span)) if self._as_known is None else None
        if kept is None:
            raise unanswered(kind, before)
        return kept.columns

    def _count(self, kind: Kind, tally: Tally, span: Span) -> _Columns:
        by = [expression(name) for name in tally.by]
        filters, values = _conditions(tally)
        known, limits = live(kind, self._as_known)
        first, last = span.first.toordinal(), span.last.toordinal()
        sql = (
            f"SELECT {', '.join([*by, _measure(tally)])} FROM batch b CROSS JOIN {table(kind)} f"
            " ON f.row BETWEEN b.first_row AND b.last_row"
            " WHERE b.kind = ? AND b.last_day >= ? AND b.first_day <= ?"
            f" AND f.day BETWEEN ? AND ?{known}{filters}"
        )
        if by:
            sql += f" GROUP BY {', '.join(by)} ORDER BY {', '.join(by)}"
        rows = self._connection.execute(
            sql, (kind.name, first, last, first, last, *limits, *values)
        )
        return transposed([row for row in rows if row[-1]], len(by) + 1)


def live(kind: Kind, as_known: int | None) -> tuple[str, Sequence[object]]:
    """Conditions on batch `b` and fact `f`: known by then, and not withdrawn by then."""
    if as_known is None:
        return " AND f.row NOT IN (SELECT row FROM void WHERE kind = ?)", (kind.name,)
    then = "SELECT row FROM void WHERE kind = ? AND known_at <= ?"
    return f" AND b.known_at <= ? AND f.row NOT IN ({then})", (as_known, kind.name, as_known)


def transposed(rows: Sequence[Sequence[Any]], width: int) -> _Columns:
    """Columns of rows; empty columns of no rows."""
    return [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(width)]


def keep(connection: sqlite3.Connection, counted: Iterable[Counted]) -> None:
    """Keep answers, inside the caller's transaction.

    One that was counted before a reference was erased may name it, and is dropped.
    """
    (erased,) = connection.execute("SELECT count(*) FROM erased").fetchone()
    connection.executemany(
        "INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?, ?)",
        [
            (each.tally, each.first, each.last, each.stamp, each.columns)
            for each in counted
            if each.erased == erased
        ],
    )


def _measure(tally: Tally) -> str:
    if tally.field is None:
        return "count(*)"
    name = expression(tally.field)
    return f"count(DISTINCT {name})" if tally.measure == "distinct" else f"sum({name})"


def _conditions(tally: Tally) -> tuple[str, list[object]]:
    parts: list[str] = []
    values: list[object] = []
    for name, condition, value in tally.where:
        column = expression(name)
        if condition == "in":
            some = _sorted(value)
            parts.append(f" AND {column} IN ({', '.join('?' * len(some))})")
            values += some
        else:
            how = _SPLIT.format(column) if condition == "has" else f"{column} {_SQL[condition]} ?"
            parts.append(f" AND {how}")
            values.append(value)
    return "".join(parts), values


_SQL = {"==": "IS", ">=": ">=", "<=": "<="}


def _sorted(values: Any) -> list[Any]:  # noqa: ANN401  checked by `require_tally`
    return sorted(set(values), key=lambda value: (isinstance(value, str), value))


def _digest(tally: Tally) -> bytes:
    """Names what a tally asks, without its spans."""
    where = [
        (name, condition, _sorted(value) if condition == "in" else value)
        for name, condition, value in tally.where
    ]
    asked = [tally.kind, tally.measure, tally.field, tally.by, where]
    return hashlib.sha256(json.dumps(asked).encode()).digest()
