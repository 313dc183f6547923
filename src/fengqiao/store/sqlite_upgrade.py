"""Bring the file of a SQLite store to the schema of this version: copied first, then in one step.

A later schema only adds: tables for new kinds of facts, and columns that may be absent or empty. So
an upgrade looks at what is there and adds what is missing, from whatever schema it comes.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from attrs import evolve

from fengqiao.errors import Place, StoreError
from fengqiao.model import KINDS, Kind
from fengqiao.store.sqlite_connections import Target
from fengqiao.store.sqlite_errors import guarded
from fengqiao.store.sqlite_file import schema_of
from fengqiao.store.sqlite_schema import SCHEMA_VERSION, column, create, table


@guarded
def bring_up_to_date(target: Target) -> tuple[int, Path | None]:
    """Upgrade a file if its schema is older; the file as it was is kept beside it.

    Args:
        target: The file, which must be a sound store.

    Returns:
        The schema that it had, and the copy; no copy where nothing had to be done.

    Raises:
        StoreError: The file can't be used as a store, or a copy of that name lies there already.
    """
    found = schema_of(evolve(target, mode="ro"))
    if found == SCHEMA_VERSION:
        return found, None
    copy = target.path.with_name(f"{target.path.name}.schema-{found}")
    if copy.exists():
        raise StoreError("store.copy_exists", place=Place(str(copy)))
    with closing(evolve(target, mode="rw").connect()) as connection:
        connection.execute("VACUUM INTO ?", (str(copy),))
        connection.execute("BEGIN IMMEDIATE")
        for kind in KINDS.values():
            _complete(connection, kind)
        connection.execute("DELETE FROM answer")  # kept counts are of the facts as they were
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    return found, copy


def _complete(connection: sqlite3.Connection, kind: Kind) -> None:
    """Add the table of a kind, or the columns that its table lacks."""
    there = {row[1] for row in connection.execute(f"PRAGMA table_info({table(kind)})")}
    if not there:
        connection.execute(create(kind))
        return
    for name, spec in kind.fields.items():
        if name not in there:
            empty = " DEFAULT ''" if spec.several and not spec.optional else ""
            connection.execute(f"ALTER TABLE {table(kind)} ADD COLUMN {column(name, spec)}{empty}")
