"""Erase references in a database, down to the bytes of its tables."""

from __future__ import annotations

import time

from sqlalchemy import (
    Connection,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    text,
    update,
)
from sqlalchemy import Table as SqlTable

from fengqiao.errors import StoreError
from fengqiao.model import KINDS, Kind
from fengqiao.store.erasing import Erasures, erased_id, fresh_token
from fengqiao_sql.connections import Connections, is_postgresql
from fengqiao_sql.keeping import refs_kept, replace_kept
from fengqiao_sql.tables import Tables

PENDING = "scrub"
"""The row of `meta` that says that old bytes still lie in the tables."""
_PAUSE = 0.05
_OLDER = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND backend_xmin IS NOT NULL AND age(backend_xmin) >= age(CAST(:erased AS xid))
"""
"""Transactions that still see the store as it was before."""


def read_erasures(connection: Connection, tables: Tables) -> Erasures:
    """What was erased so far."""
    rows = connection.execute(select(tables.erased.c.key, tables.erased.c.digest))
    return Erasures((bytes.fromhex(key), bytes.fromhex(digest)) for key, digest in rows)


def learn(connection: Connection, tables: Tables, erasures: Erasures) -> None:
    """Remember digests that are new."""
    rows = [{"key": key.hex(), "digest": digest.hex()} for key, digest in erasures]
    if rows:
        connection.execute(insert(tables.erased), rows)


def replace(connection: Connection, tables: Tables, ref: str, *, key: bytes) -> int:
    """Put one fresh token in the place of a reference everywhere; returns the facts changed.

    Ids of facts that hold the reference are replaced with it, and kept counts are forgotten:
    they may be split by premises.
    """
    token = fresh_token()
    connection.execute(delete(tables.answer))
    changed = sum(
        _replace(connection, tables, kind, ref, token=token, key=key)
        for kind in KINDS.values()
        if kind.refs
    )
    kept = replace_kept(connection, tables, ref, token)
    if changed or kept:
        note(connection, tables)
    return changed


def _replace(
    connection: Connection, tables: Tables, kind: Kind, ref: str, *, token: str, key: bytes
) -> int:
    fact = tables.fact(kind)
    holds = or_(*(fact.c[name] == ref for name in kind.refs))
    found = connection.execute(select(fact.c.row, fact.c.id).where(holds)).all()
    renamed = [{"row_of": row, "id_now": erased_id(key, id_)} for row, id_ in found if ref in id_]
    if renamed:
        rename = (
            update(fact).where(fact.c.row == bindparam("row_of")).values(id=bindparam("id_now"))
        )
        connection.execute(rename.values(id=bindparam("id_now")), renamed)
    if found:
        new = {name: case((fact.c[name] == ref, token), else_=fact.c[name]) for name in kind.refs}
        connection.execute(update(fact).where(holds).values(new))
    return len(found)


def note(connection: Connection, tables: Tables) -> None:
    """Say, with this transaction, that old bytes will lie there when it has ended."""
    now = literal("")
    if is_postgresql(connection):
        now = connection.execute(select(func.txid_current())).scalar_one()
    connection.execute(delete(tables.meta).where(tables.meta.c.name == PENDING))
    connection.execute(insert(tables.meta).values(name=PENDING, value=str(now)))


def held_among(connection: Connection, tables: Tables, erasures: Erasures) -> set[str]:
    """References in the store that these digests are of."""
    found = erasures.among(refs_kept(connection, tables))
    for kind in KINDS.values():
        for name in kind.refs if erasures else ():
            refs = connection.execute(select(tables.fact(kind).c[name]).distinct()).scalars()
            found |= erasures.among(refs)
    return found


def scrub(
    connections: Connections, *, pending: str = "store.erase_pending", also: SqlTable | None = None
) -> None:
    """Write the tables anew that an erased reference stood in, so that no old row is in them.

    Only PostgreSQL is known to leave old rows behind that can be looked for; what another
    database does with them is its own affair.

    Args:
        connections: To the database.
        pending: Code of the error.
        also: One more table.

    Raises:
        StoreError: Somebody still reads the store as it was before.
    """
    tables, target = connections.tables, connections.target
    with connections.outside() as connection:
        if not is_postgresql(connection):
            return
        there = select(tables.meta.c.value).where(tables.meta.c.name == PENDING)
        erased = connection.execute(there).scalar()
        if erased is None:
            return
        until = time.monotonic() + target.busy_seconds
        older = {"erased": str(int(erased) % (1 << 32))}
        while connection.execute(text(_OLDER), older).scalar_one():
            if time.monotonic() > until:
                raise StoreError(pending, place=target.place)
            time.sleep(_PAUSE)
        quote = connection.dialect.identifier_preparer
        for table in dict.fromkeys([*_with_references(tables), *([] if also is None else [also])]):
            connection.execute(text(f"VACUUM (FULL, ANALYZE) {quote.format_table(table)}"))
        meta = tables.meta
        done = (meta.c.name == PENDING, meta.c.value == erased)
        connection.execute(delete(meta).where(*done))


def _with_references(tables: Tables) -> list[SqlTable]:
    facts = (tables.fact(kind) for kind in KINDS.values() if kind.refs)
    return [*facts, tables.answer, tables.kept]
