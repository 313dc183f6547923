"""Answer tallies by SQL, and keep the answers until a fact of one of their months changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen
from sqlalchemy import ColumnElement, Connection, delete, false, func, insert, literal, select
from sqlalchemy import Table as SqlTable

from fengqiao.measures.tallies import Tally
from fengqiao.model import Kind, Table
from fengqiao.store.batches import month_of
from fengqiao.store.purging import key_of, unanswered
from fengqiao.timing import Span
from fengqiao_sql.keeping import find_kept, marks_of
from fengqiao_sql.reading import live, transposed
from fengqiao_sql.tables import Tables, expression

_Columns = list[list[Any]]


@frozen
class Counted:
    """An answer worth keeping, and how many references were erased when it was counted."""

    tally: str
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

    def __init__(self, connection: Connection, tables: Tables, *, as_known: int | None) -> None:
        self._connection = connection
        self._tables = tables
        self._as_known = as_known
        self._marks = marks_of(connection, tables)
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

    def _answer(self, kind: Kind, tally: Tally, name: str, span: Span) -> _Columns:
        """Columns of `by` and `value` for one span."""
        if span.first.toordinal() < (before := self._marks.get(kind.name, 0)):
            return self._kept(kind, tally, span, before)
        if self._as_known is not None:
            return self._count(kind, tally, span)
        first, last = span.first.toordinal(), span.last.toordinal()
        stamp = self._stamp(kind, month_of(first), month_of(last))
        there = self._tables.answer.c
        kept = self._connection.execute(
            select(there.columns).where(
                there.tally == name,
                there.first == first,
                there.last == last,
                there.stamp == stamp,
            )
        ).scalar()
        if kept is not None:
            found: _Columns = json.loads(kept)
            return found
        columns = self._count(kind, tally, span)
        text = json.dumps(columns, separators=(",", ":"))
        erased = erased_by_now(self._connection, self._tables)
        self.counted.append(Counted(name, first, last, stamp, text, erased))
        return columns

    def _kept(self, kind: Kind, tally: Tally, span: Span, before: int) -> _Columns:
        """The answer that was kept when facts of the span were purged."""
        key = key_of(tally, span)
        kept = None
        if self._as_known is None:
            kept = find_kept(self._connection, self._tables, key)
        if kept is None:
            raise unanswered(kind, before)
        return kept.columns

    def _stamp(self, kind: Kind, first: int, last: int) -> int:
        """Of the last change to these months."""
        there = self._tables.revision.c
        query = select(func.coalesce(func.max(there.stamp), 0)).where(
            there.kind == kind.name, there.month.between(first, last)
        )
        return int(self._connection.execute(query).scalar_one())

    def _count(self, kind: Kind, tally: Tally, span: Span) -> _Columns:
        fact = self._tables.fact(kind)
        by = [expression(fact, name) for name in tally.by]
        query = select(*by, _measure(fact, tally)).where(
            fact.c.day.between(span.first.toordinal(), span.last.toordinal()),
            *live(self._tables, kind, self._as_known),
            *(_condition(expression(fact, name), how, value) for name, how, value in tally.where),
        )
        found = self._connection.execute(query.group_by(*by) if by else query)
        rows = [(*row[:-1], int(row[-1])) for row in found if row[-1]]
        return transposed(sorted(rows, key=_order), len(by) + 1)


def erased_by_now(connection: Connection, tables: Tables) -> int:
    """How many references were erased."""
    return int(connection.execute(select(func.count()).select_from(tables.erased)).scalar_one())


def keep(connection: Connection, tables: Tables, counted: Iterable[Counted]) -> None:
    """Keep answers, inside the caller's transaction.

    An answer may name premises. One that was counted before an erasure is not kept after it.
    """
    answer, erased = tables.answer, erased_by_now(connection, tables)
    for each in counted:
        if each.erased == erased:
            at = {"tally": each.tally, "first": each.first, "last": each.last}
            connection.execute(delete(answer).filter_by(**at))
            row = {**at, "stamp": each.stamp, "columns": each.columns}
            connection.execute(insert(answer), row)


def _order(row: Sequence[Any]) -> list[tuple[bool, Any]]:
    return [(cell is not None, cell) for cell in row[:-1]]


def _measure(fact: SqlTable, tally: Tally) -> ColumnElement[int]:
    if tally.field is None:
        return func.count()
    cells = expression(fact, tally.field)
    return func.count(cells.distinct()) if tally.measure == "distinct" else func.sum(cells)


def _condition(cells: ColumnElement[Any], how: str, value: object) -> ColumnElement[bool]:
    """A condition of a tally; a value that can stand in no such column is met by no fact."""
    if how == "in":
        return cells.in_(_sorted(one for one in _items(value) if _can_stand(cells, one)))
    if value is None:
        return cells.is_(None)
    if how in _BOUNDS and isinstance(value, str) and not _is_number(cells) and "\0" in value:
        before = value.partition("\0")[0]  # no text in a database goes on where this one does
        return cells > before if how == ">=" else cells <= before
    if not _can_stand(cells, value):
        return false()
    return _CONDITIONS[how](cells, value)


def _has(cells: ColumnElement[Any], value: object) -> ColumnElement[bool]:
    text = str(value)
    if "," in text:
        return false()
    comma = literal(",")
    return comma.concat(cells).concat(comma).contains(f",{text},", autoescape=True)


_BOUNDS: Mapping[str, Callable[[ColumnElement[Any], object], ColumnElement[bool]]] = {
    ">=": lambda cells, value: cells >= value,
    "<=": lambda cells, value: cells <= value,
}
_CONDITIONS: Mapping[str, Callable[[ColumnElement[Any], object], ColumnElement[bool]]] = {
    **_BOUNDS,
    "==": lambda cells, value: cells == value,
    "has": _has,
}


def _is_number(cells: ColumnElement[Any]) -> bool:
    return cells.type.python_type is int


def _can_stand(cells: ColumnElement[Any], value: object) -> bool:
    if isinstance(value, str):
        return not _is_number(cells) and "\0" not in value
    return _is_number(cells)


def _items(value: object) -> Iterable[Any]:
    return value if isinstance(value, (tuple, frozenset)) else ()


def _sorted(values: Iterable[Any]) -> list[Any]:
    return sorted(set(values), key=lambda value: (isinstance(value, str), value))


def _digest(tally: Tally) -> str:
    """Names what a tally asks, without its spans."""
    where = [
        (name, condition, _sorted(_items(value)) if condition == "in" else value)
        for name, condition, value in tally.where
    ]
    asked = [tally.kind, tally.measure, tally.field, tally.by, where]
    return hashlib.sha256(json.dumps(asked).encode()).hexdigest()
