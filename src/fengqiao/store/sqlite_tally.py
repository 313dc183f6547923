"""Answer tallies by SQL, and keep the answers until a fact of one of their months changes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from fengqiao.measures.tallies import Tally
from fengqiao.model import Kind
from fengqiao.store.batches import month_of
from fengqiao.store.purging import unanswered
from fengqiao.store.sqlite_kept import find_kept, marks_of
from fengqiao.store.sqlite_ranges import EVERYTHING, ranges
from fengqiao.store.sqlite_schema import expression, table
from fengqiao.store.together import Part, Row, members
from fengqiao.timing import Span

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
        self._stamps: dict[tuple[str, int, int], int] = {}
        self.counted: list[Counted] = []

    def kept(self, kind: Kind, name: bytes, span: Span) -> Part | None:
        """An answer that was kept, if no fact of its months changed or all of them were purged.

        Raises:
            StoreError: Facts of the span were purged, and no answer was kept then.
        """
        if span.first.toordinal() < (before := self._marks.get(kind.name, 0)):
            return self._kept_for_good(kind, name, span, before)
        if self._as_known is not None:
            return None
        kept = self._connection.execute(
            "SELECT columns FROM answer WHERE tally = ? AND first = ? AND last = ? AND stamp = ?",
            (name, span.first.toordinal(), span.last.toordinal(), self._stamp(kind, span)),
        ).fetchone()
        if kept is None:
            return None
        found: Part = json.loads(kept[0])
        return found

    def _kept_for_good(self, kind: Kind, name: bytes, span: Span, before: int) -> Part:
        """The answer that was kept when facts of the span were purged."""
        key = (name, span.first.toordinal(), span.last.toordinal())
        kept = find_kept(self._connection, key) if self._as_known is None else None
        if kept is None:
            raise unanswered(kind, before)
        return kept.columns

    def learn(self, kind: Kind, name: bytes, span: Span, part: Part) -> None:
        """Take note of an answer worth keeping."""
        if self._as_known is not None:
            return
        first, last = span.first.toordinal(), span.last.toordinal()
        text = json.dumps(part, separators=(",", ":"))
        (erased,) = self._connection.execute("SELECT count(*) FROM erased").fetchone()
        self.counted.append(Counted(name, first, last, self._stamp(kind, span), text, erased))

    def _stamp(self, kind: Kind, span: Span) -> int:
        """Of the last change to the months of a span."""
        months = month_of(span.first.toordinal()), month_of(span.last.toordinal())
        asked = (kind.name, *months)
        if asked not in self._stamps:
            (self._stamps[asked],) = self._connection.execute(
                "SELECT coalesce(max(stamp), 0) FROM revision"
                " WHERE kind = ? AND month BETWEEN ? AND ?",
                asked,
            ).fetchone()
        return self._stamps[asked]

    def count(self, kind: Kind, tallies: Sequence[Tally], span: Span) -> Sequence[Row]:
        """Groups with the value of each tally; one pass over the facts unless they are many."""
        by = [expression(name) for name in tallies[0].by]
        parts = ranges(self._connection, kind, by[0], span) if by else [EVERYTHING]
        conditions = [_conditions(tally) for tally in tallies]
        filters, cases, values = _together(conditions)
        measures = [_measure(tally, case) for tally, case in zip(tallies, cases, strict=True)]
        known, limits = live(kind, self._as_known)
        first, last = span.first.toordinal(), span.last.toordinal()
        sql = (
            f"SELECT {', '.join([*by, *measures])} FROM batch b CROSS JOIN {table(kind)} f"
            " ON f.row BETWEEN b.first_row AND b.last_row"
            " WHERE b.kind = ? AND b.last_day >= ? AND b.first_day <= ?"
            f" AND f.day BETWEEN ? AND ?{known}{filters}"
        )
        grouped = f" GROUP BY {', '.join(by)} ORDER BY {', '.join(by)}" if by else ""
        counted = [
            value
            for case, (_, some) in zip(cases, conditions, strict=True)
            if case
            for value in some
        ]
        given = (*counted, kind.name, first, last, first, last, *limits, *values)
        return [
            row
            for condition, ends in parts
            for row in self._connection.execute(f"{sql} AND {condition}{grouped}", (*given, *ends))
        ]


def live(kind: Kind, as_known: int | None) -> tuple[str, Sequence[object]]:
    """Conditions on batch `b` and fact `f`: known by then, and not withdrawn by then."""
    if as_known is None:
        return " AND f.row NOT IN (SELECT row FROM void WHERE kind = ?)", (kind.name,)
    then = "SELECT row FROM void WHERE kind = ? AND known_at <= ?"
    return f" AND b.known_at <= ? AND f.row NOT IN ({then})", (as_known, kind.name, as_known)


def transposed(rows: Sequence[Sequence[Any]], width: int) -> Part:
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


_Condition = tuple[str, Sequence[object]]
"""SQL, and the values that it needs; both empty where everything is counted."""


def _together(conditions: Sequence[_Condition]) -> tuple[str, Sequence[str], Sequence[object]]:
    """What facts any of the tallies counts, and which each of them does, if not all of these."""
    first = conditions[0]
    if all(one == first for one in conditions):
        return (f" AND {first[0]}" if first[0] else ""), [""] * len(conditions), first[1]
    cases = [sql for sql, _ in conditions]
    if not all(cases):
        return "", cases, ()
    anyone = " OR ".join(f"({sql})" for sql in cases)
    return f" AND ({anyone})", cases, [value for _, values in conditions for value in values]


def _measure(tally: Tally, case: str) -> str:
    """What is counted of a group; only where the case holds, if there is one."""
    cells = "1" if tally.field is None else expression(tally.field)
    if case:
        cells = f"CASE WHEN {case} THEN {cells} END"
    if tally.measure == "sum":
        return f"sum({cells})"
    return f"count(DISTINCT {cells})" if tally.measure == "distinct" else f"count({cells})"


def _conditions(tally: Tally) -> _Condition:
    parts: list[str] = []
    values: list[object] = []
    for name, condition, value in tally.where:
        column = expression(name)
        if condition == "in":
            several = members(value)
            parts.append(f"{column} IN ({', '.join('?' * len(several))})")
            values += several
        else:
            how = _SPLIT.format(column) if condition == "has" else f"{column} {_SQL[condition]} ?"
            parts.append(how)
            values.append(value)
    return " AND ".join(parts), values


_SQL = {"==": "IS", ">=": ">=", "<=": "<="}
