"""Write facts and withdrawals, inside the transaction of the one writer."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Column, Connection, exists, func, insert, null, select, update
from sqlalchemy import Table as SqlTable

from fengqiao.model import CASE_EVENT, Columns, Kind, Table
from fengqiao.store import Appended
from fengqiao.store.arguments import is_text
from fengqiao.store.asking import unknown_id
from fengqiao.store.batches import (
    months_of,
    prepared_batches,
    require_same,
    voided,
    without_erased,
)
from fengqiao.store.case_order import require_orderly
from fengqiao.store.erasing import Erasures
from fengqiao.store.purging import without_purged
from fengqiao_sql.cases import held_of
from fengqiao_sql.keeping import marks_of
from fengqiao_sql.tables import Tables, kept_names

_IDS_A_QUERY = 1_000

_R = TypeVar("_R")


def append(
    connection: Connection,
    tables: Tables,
    kind: Kind,
    columns: Columns,
    *,
    known_at: int,
    zone: ZoneInfo,
    erasures: Erasures,
    is_load: bool = False,
) -> Appended:
    """Add facts, batch by batch; a load may bring withdrawn ones again."""
    done = Appended()
    fact, names = tables.fact(kind), kept_names(kind)
    last = _latest(connection, fact.c.row)
    number = _latest(connection, tables.batch.c.batch)
    days: set[int] = set()
    before = marks_of(connection, tables).get(kind.name, 0)
    for prepared in prepared_batches(kind, columns, zone=zone):
        if kind is CASE_EVENT:
            require_orderly(prepared, held_of(connection, tables, prepared), is_load=is_load)
        left, late = without_purged(kind, prepared, before)
        kept, refused = without_erased(kind, left, erasures)
        new = _new_rows(connection, tables, kind, kept, is_load=is_load)
        if new:
            rows = [
                {**dict(zip(names, row, strict=True)), "row": place, "known_at": known_at}
                for place, row in enumerate(new, start=last + 1)
            ]
            connection.execute(insert(fact), rows)
            number += 1
            batch = {"batch": number, "kind": kind.name, "known_at": known_at}
            span = {"first_row": last + 1, "last_row": last + len(new)}
            connection.execute(insert(tables.batch), {**batch, **span})
            last += len(new)
            days |= {row["day"] for row in rows} if kind.nature == "event" else set()
        done += Appended(len(new), len(kept) - len(new), refused + late)
    mark_changed(connection, tables, kind, days)
    return done


def _latest(connection: Connection, column: Column[Any]) -> int:
    return int(connection.execute(select(func.coalesce(func.max(column), 0))).scalar_one())


def _new_rows(
    connection: Connection, tables: Tables, kind: Kind, given: Table, *, is_load: bool
) -> list[tuple[Any, ...]]:
    """The rows that are not there; those that are must be the same.

    Raises:
        StoreConflict: One is not, or was withdrawn.
    """
    names, fields = kept_names(kind), len(kind.fields)
    place = names.index("id")
    fresh: dict[str, tuple[Any, ...]] = {}
    for rows in pieces(list(given.rows(*names)), _IDS_A_QUERY):
        held = _held(connection, tables, kind, [row[place] for row in rows])
        for row in rows:
            id_ = row[place]
            if id_ in held:
                is_void, *there = held[id_]
                if is_void and not is_load:
                    raise voided(kind, id_)
                require_same(kind, there, row[:fields])
            elif id_ in fresh:
                require_same(kind, fresh[id_][:fields], row[:fields])
            else:
                fresh[id_] = row
    return list(fresh.values())


def _held(
    connection: Connection, tables: Tables, kind: Kind, ids: Sequence[str]
) -> dict[str, Sequence[Any]]:
    """Facts that stand under these ids: whether they were withdrawn, and their fields."""
    fact, void = tables.fact(kind), tables.void
    is_void = exists().where(void.c.kind == kind.name, void.c.row == fact.c.row)
    query = select(is_void, *(fact.c[name] for name in kind.fields)).where(fact.c.id.in_(ids))
    place = 1 + list(kind.fields).index("id")
    return {row[place]: row for row in connection.execute(query)}


def pieces(rows: Sequence[_R], most: int) -> Iterator[Sequence[_R]]:
    """A sequence cut into pieces of at most so many."""
    return (rows[place : place + most] for place in range(0, len(rows), most))


def mark_changed(connection: Connection, tables: Tables, kind: Kind, days: Collection[int]) -> None:
    """Say that answers about the months of these days have to be counted anew."""
    if not days:
        return
    revision = tables.revision
    stamp = _latest(connection, revision.c.stamp) + 1
    months = months_of(days)
    named = (revision.c.kind == kind.name, revision.c.month.in_(sorted(months)))
    there = set(connection.execute(select(revision.c.month).where(*named)).scalars())
    if there:
        connection.execute(update(revision).where(*named).values(stamp=stamp))
    if new := sorted(months - there):
        rows = [{"kind": kind.name, "month": month, "stamp": stamp} for month in new]
        connection.execute(insert(revision), rows)


def void(
    connection: Connection,
    tables: Tables,
    kind: Kind,
    ids: Sequence[str],
    *,
    known_at: int,
    reason: str,
    strict: bool = True,
) -> int:
    """Withdraw facts; ids that stand nowhere are refused, or skipped where not `strict`."""
    number = _latest(connection, tables.void.c.void)
    days: set[int] = set()
    rows: dict[int, dict[str, Any]] = {}
    for start, some in enumerate(pieces(ids, _IDS_A_QUERY)):
        there = _rows_of(connection, tables, kind, [id_ for id_ in some if _can_stand(id_)])
        for place, id_ in enumerate(some, start=start * _IDS_A_QUERY):
            found = there.get(id_) if _can_stand(id_) else None
            if found is None:
                if strict:
                    raise unknown_id(kind, ids, place)
                continue
            row, day, is_void = found
            if not is_void and row not in rows:
                why = {"known_at": known_at, "reason": reason}
                at = number + 1 + len(rows)
                rows[row] = {"void": at, "kind": kind.name, "row": row, **why}
                days |= set() if day is None else {day}
    if rows:
        connection.execute(insert(tables.void), list(rows.values()))
    mark_changed(connection, tables, kind, days)
    return len(rows)


def _can_stand(id_: object) -> bool:
    """Whether a text can be compared with ids at all."""
    return is_text(id_) and "\0" not in str(id_)


def _rows_of(
    connection: Connection, tables: Tables, kind: Kind, ids: Sequence[str]
) -> dict[str, tuple[int, int | None, bool]]:
    """Row, day and whether it was withdrawn, by id."""
    fact, void_ = tables.fact(kind), tables.void
    day = fact.c.day if _has_day(fact) else null()
    gone = exists().where(void_.c.kind == kind.name, void_.c.row == fact.c.row)
    query = select(fact.c.id, fact.c.row, day, gone).where(fact.c.id.in_(ids))
    return {id_: (row, on, bool(is_void)) for id_, row, on, is_void in connection.execute(query)}


def _has_day(fact: SqlTable) -> bool:
    return "day" in fact.c
