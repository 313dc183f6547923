"""Answer tallies by SQL, and keep the answers until a fact of one of their months changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from attrs import frozen
from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    case,
    delete,
    false,
    func,
    insert,
    literal,
    literal_column,
    or_,
    select,
)
from sqlalchemy import Table as SqlTable

from fengqiao.measures.tallies import Tally
from fengqiao.model import Kind
from fengqiao.store.batches import month_of
from fengqiao.store.purging import unanswered
from fengqiao.store.together import Part, Row, members
from fengqiao.timing import Span
from fengqiao_sql.keeping import find_kept, marks_of
from fengqiao_sql.reading import live
from fengqiao_sql.tables import Tables, expression


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
        there = self._tables.answer.c
        kept = self._connection.execute(
            select(there.columns).where(
                there.tally == name.hex(),
                there.first == span.first.toordinal(),
                there.last == span.last.toordinal(),
                there.stamp == self._stamp(kind, span),
            )
        ).scalar()
        if kept is None:
            return None
        found: Part = json.loads(kept)
        return found

    def _kept_for_good(self, kind: Kind, name: bytes, span: Span, before: int) -> Part:
        """The answer that was kept when facts of the span were purged."""
        key = (name, span.first.toordinal(), span.last.toordinal())
        kept = None
        if self._as_known is None:
            kept = find_kept(self._connection, self._tables, key)
        if kept is None:
            raise unanswered(kind, before)
        return kept.columns

    def learn(self, kind: Kind, name: bytes, span: Span, part: Part) -> None:
        """Take note of an answer worth keeping."""
        if self._as_known is not None:
            return
        first, last = span.first.toordinal(), span.last.toordinal()
        text = json.dumps(part, separators=(",", ":"))
        stamp, erased = self._stamp(kind, span), erased_by_now(self._connection, self._tables)
        self.counted.append(Counted(name.hex(), first, last, stamp, text, erased))

    def _stamp(self, kind: Kind, span: Span) -> int:
        """Of the last change to the months of a span."""
        first, last = month_of(span.first.toordinal()), month_of(span.last.toordinal())
        asked = (kind.name, first, last)
        if asked not in self._stamps:
            there = self._tables.revision.c
            query = select(func.coalesce(func.max(there.stamp), 0)).where(
                there.kind == kind.name, there.month.between(first, last)
            )
            self._stamps[asked] = int(self._connection.execute(query).scalar_one())
        return self._stamps[asked]

    def count(self, kind: Kind, tallies: Sequence[Tally], span: Span) -> Sequence[Row]:
        """Groups with the value of each tally, from one pass over the facts of the span."""
        fact = self._tables.fact(kind)
        by = [expression(fact, name) for name in tallies[0].by]
        wheres = [_where(fact, tally) for tally in tallies]
        if all(tally.where == tallies[0].where for tally in tallies):
            anyone, wheres = wheres[0], [None] * len(wheres)
        else:
            some = [where for where in wheres if where is not None]
            anyone = or_(*some) if len(some) == len(wheres) else None
        measures = map(partial(_measure, fact), tallies, wheres)
        query = select(*by, *measures).where(
            fact.c.day.between(span.first.toordinal(), span.last.toordinal()),
            *live(self._tables, kind, self._as_known),
            *(() if anyone is None else (anyone,)),
        )
        found = self._connection.execute(query.group_by(*by) if by else query)
        width = len(by)
        rows = [(*row[:width], *(int(value or 0) for value in row[width:])) for row in found]
        return sorted(rows, key=lambda row: [(cell is not None, cell) for cell in row[:width]])


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


def _where(fact: SqlTable, tally: Tally) -> ColumnElement[bool] | None:
    """What a tally counts; None for everything."""
    conditions = [
        _condition(expression(fact, name), how, value) for name, how, value in tally.where
    ]
    return and_(*conditions) if conditions else None


def _measure(fact: SqlTable, tally: Tally, where: ColumnElement[bool] | None) -> ColumnElement[int]:
    """What is counted of a group; only where the condition holds, if there is one."""
    cells = literal_column("1") if tally.field is None else expression(fact, tally.field)
    if where is not None:
        cells = case((where, cells))
    if tally.measure == "sum":
        return func.sum(cells)
    return func.count(cells.distinct() if tally.measure == "distinct" else cells)


def _condition(cells: ColumnElement[Any], how: str, value: object) -> ColumnElement[bool]:
    """A condition of a tally; a value that can stand in no such column is met by no fact."""
    if how == "in":
        return cells.in_([one for one in members(value) if _can_stand(cells, one)])
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
