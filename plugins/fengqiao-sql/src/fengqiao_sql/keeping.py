"""What a store keeps of days that were purged."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from fengqiao.model import Kind
from fengqiao.store.purging import Kept, Key, refs_of, replaced
from fengqiao_sql.tables import Tables


def marks_of(connection: Connection, tables: Tables) -> dict[str, int]:
    """Before which day facts were purged, by kind."""
    query = select(tables.purged.c.kind, tables.purged.c.before).order_by(tables.purged.c.kind)
    return {str(kind): int(before) for kind, before in connection.execute(query)}


def mark(connection: Connection, tables: Tables, kind: Kind, before: int) -> None:
    """Say before which day facts of a kind were purged."""
    purged = tables.purged
    connection.execute(delete(purged).where(purged.c.kind == kind.name))
    connection.execute(insert(purged).values(kind=kind.name, before=before))


def find_kept(connection: Connection, tables: Tables, key: Key) -> Kept | None:
    """The kept answer to a question over a span."""
    there = tables.kept.c
    query = select(there.tally, there.columns).where(*_at(tables, key))
    found = connection.execute(query).one_or_none()
    return None if found is None else Kept(found[0], *key[1:], json.loads(found[1]))


def kept_of(connection: Connection, tables: Tables) -> Iterator[Kept]:
    """Every kept answer."""
    there = tables.kept.c
    query = select(there.tally, there.first, there.last, there.columns)
    for tally, first, last, columns in connection.execute(query).all():
        yield Kept(tally, first, last, json.loads(columns))


def keep(connection: Connection, tables: Tables, kind: Kind, kept: Kept) -> None:
    """Keep an answer, unless one is kept already."""
    if find_kept(connection, tables, kept.key) is None:
        row = {"digest": kept.key[0].hex(), "first": kept.first, "last": kept.last}
        told = {"kind": kind.name, "tally": kept.tally, "columns": json.dumps(kept.columns)}
        connection.execute(insert(tables.kept).values(**row, **told))


def replace_kept(connection: Connection, tables: Tables, ref: str, token: str) -> int:
    """Put a token in the place of a reference in every kept answer; how many that changed."""
    changed = [kept for kept in kept_of(connection, tables) if ref in refs_of(kept)]
    for kept in changed:
        columns = json.dumps(replaced(kept.columns, {ref: token}))
        new = update(tables.kept).where(*_at(tables, kept.key)).values(columns=columns)
        connection.execute(new)
    return len(changed)


def refs_kept(connection: Connection, tables: Tables) -> set[str]:
    """References that kept answers name."""
    return {ref for kept in kept_of(connection, tables) for ref in refs_of(kept)}


def _at(tables: Tables, key: Key) -> tuple[ColumnElement[bool], ...]:
    name, first, last = key
    there = tables.kept.c
    return there.digest == name.hex(), there.first == first, there.last == last
