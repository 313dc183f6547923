"""Bring the file of a SQLite store to the schema of this version: copied first, then in one step.

A later schema has more tables, more columns, and columns that may now be empty. So an upgrade makes
each table anew and takes its rows over, from whatever schema it comes.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from attrs import evolve

from fengqiao.errors import Place, StoreError
from fengqiao.model import KINDS, Kind
from fengqiao.store.sqlite_connections import Target
from fengqiao.store.sqlite_errors import guarded
from fengqiao.store.sqlite_file import schema_of
from fengqiao.store.sqlite_schema import INDEXES, PURGING, SCHEMA_VERSION, create, table


@guarded
def bring_up_to_date(target: Target) -> tuple[int, Path | None]:
    """Upgrade a file if its schema is older; the file as it was is kept beside it.

    Args:
        target: The file, which must be a sound store.

    Returns:
        The schema that it had, and the copy; no copy where nothing had to be done. An index that
        a file of this schema lacks is added in place: it changes nothing that is held.

    Raises:
        StoreError: The file can't be used as a store, or a copy of that name lies there already.
    """
    found = schema_of(evolve(target, mode="ro"))
    if found == SCHEMA_VERSION:
        _complete_indexes(target)
        return found, None
    copy = target.path.with_name(f"{target.path.name}.schema-{found}")
    if copy.exists():
        raise StoreError("store.copy_exists", place=Place(str(copy)))
    unfinished = copy.with_name(f"{copy.name}.unfinished")
    _on_disk(target, partial(unfinished.unlink, missing_ok=True))  # of an upgrade that was killed
    with closing(evolve(target, mode="rw").connect()) as connection:
        connection.execute("VACUUM INTO ?", (str(unfinished),))
        connection.execute("BEGIN IMMEDIATE")
        for kind in KINDS.values():
            _complete(connection, kind)
        for statement in PURGING:
            connection.execute(statement)
        for index in INDEXES.values():  # those of before went with their tables
            connection.execute(index)
        connection.execute("DELETE FROM answer")  # kept counts are of the facts as they were
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        _on_disk(target, partial(unfinished.rename, copy))  # whole; next to nothing lies between
        connection.execute("COMMIT")
    return found, copy


def _complete_indexes(target: Target) -> None:
    """Add the indexes that came after a file of this schema was made; it reads without them."""
    with closing(evolve(target, mode="ro").connect()) as connection:
        there = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    lacking = [one for name, one in INDEXES.items() if name not in there]
    if lacking:
        with closing(evolve(target, mode="rw").connect()) as connection:
            connection.execute("BEGIN IMMEDIATE")
            for statement in lacking:
                connection.execute(statement)
            connection.execute("COMMIT")


def _on_disk(target: Target, act: Callable[[], object]) -> None:
    reason = None
    try:
        act()
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
    if reason:
        raise StoreError("store.failed", place=target.place, reason=reason)


def _complete(connection: sqlite3.Connection, kind: Kind) -> None:
    """Make the table of a kind as it is now, with the rows that it had.

    A column that is new holds nothing, or no words where a field of codes may not be absent.
    """
    name = table(kind)
    there = _columns(connection, name)
    if there:
        connection.execute(f"ALTER TABLE {name} RENAME TO before_upgrade")
    connection.execute(create(kind))
    if not there:
        return
    now = _columns(connection, name)
    wordless = {one for one, spec in kind.fields.items() if spec.several and not spec.optional}
    given = [f'"{one}"' if one in there else "''" if one in wordless else "NULL" for one in now]
    into = ", ".join(f'"{one}"' for one in now)
    connection.execute(
        f"INSERT INTO {name} ({into}) SELECT {', '.join(given)} FROM before_upgrade ORDER BY row"
    )
    connection.execute("DROP TABLE before_upgrade")


def _columns(connection: sqlite3.Connection, name: str) -> list[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({name})")]
