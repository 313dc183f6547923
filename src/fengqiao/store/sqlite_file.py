"""The file of a SQLite store: made when it isn't there, looked at before it is trusted."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from zoneinfo import ZoneInfo

from attrs import evolve

from fengqiao.errors import StoreError
from fengqiao.store.sqlite_connections import Target
from fengqiao.store.sqlite_errors import guarded
from fengqiao.store.sqlite_schema import APPLICATION_ID, SCHEMA_VERSION, statements

DEFAULT_ZONE = "Asia/Shanghai"


@guarded
def ready(target: Target, zone: ZoneInfo | None) -> ZoneInfo:
    """Make sure that the file is a sound store of this schema and zone, or make it one.

    Args:
        target: The file and how it is opened.
        zone: Zone that the store must have; None takes the one it has.

    Returns:
        The zone of the store.

    Raises:
        StoreError: The file is not there, not ours, cut off, of a newer or older schema, or of
            another zone.
    """
    _require_file(target)
    if target.has_log() or target.has_journal():
        _look_first(target)
    with closing(target.connect()) as connection:
        if _is_blank(connection):
            if target.mode != "rwc":
                raise StoreError("store.damaged", place=target.place)
            _make(connection, zone or ZoneInfo(DEFAULT_ZONE))
        _require_schema(target, connection)
        _require_whole(target, connection)
        return _require_zone(target, connection, zone)


@guarded
def schema_of(target: Target) -> int:
    """The schema of a file that is a store and whole, of this version or an older one.

    Raises:
        StoreError: The file is not there, not ours, cut off, or of a newer schema.
    """
    _require_file(target)
    with closing(target.connect()) as connection:
        if _is_blank(connection):
            raise StoreError("store.damaged", place=target.place)
        _require_ours(target, connection)
        _require_whole(target, connection)
        return _pragma(connection, "user_version")


def _require_file(target: Target) -> None:
    try:
        is_file = stat.S_ISREG(target.path.stat().st_mode)
        code = None if is_file else "store.foreign_file"
    except (FileNotFoundError, NotADirectoryError):
        code = _code_of_absent(target)
    except OSError:
        code = "store.cannot_open"
    if code:
        raise StoreError(code, place=target.place)


def _code_of_absent(target: Target) -> str | None:
    if target.mode != "rwc":
        return "store.missing"
    return None if target.path.parent.is_dir() else "store.no_folder"


def _look_first(target: Target) -> None:
    """Refuse a file that isn't ours before a connection could move pages into it.

    A connection that may write takes over what another program left beside the file.
    """
    with closing(evolve(target, mode="ro").connect()) as connection:
        if not _is_blank(connection):
            _require_schema(target, connection)


def _require_whole(target: Target, connection: sqlite3.Connection) -> None:
    """Refuse a file whose end is missing.

    SQLite itself refuses a file that lacks whole pages; this finds one that lacks part of a page.
    Nothing here opens the file: closing it would drop the locks that SQLite holds on it for every
    other connection of this process.

    Source:
        How to corrupt an SQLite database file, section 2.2 (locks dropped by `close`).
    """
    connection.execute("BEGIN")  # nobody can shorten the log that is looked for until the end
    expected = _pragma(connection, "page_count") * _pragma(connection, "page_size")
    is_cut = not target.has_log() and target.path.stat().st_size < expected
    connection.execute("COMMIT")
    if is_cut:
        raise StoreError("store.damaged", place=target.place)


def _is_blank(connection: sqlite3.Connection) -> bool:
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return not tables and not _pragma(connection, "application_id")


def _make(connection: sqlite3.Connection, zone: ZoneInfo) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("BEGIN IMMEDIATE")
    if _is_blank(connection):  # nobody else was faster
        for statement in statements():
            connection.execute(statement)
        connection.execute("INSERT INTO meta VALUES ('zone', ?)", (zone.key,))
    connection.execute("COMMIT")


def _require_schema(target: Target, connection: sqlite3.Connection) -> None:
    _require_ours(target, connection)
    found = _pragma(connection, "user_version")
    if found < SCHEMA_VERSION:
        raise StoreError(
            "store.older_schema", place=target.place, found=found, known=SCHEMA_VERSION
        )


def _require_ours(target: Target, connection: sqlite3.Connection) -> None:
    if _pragma(connection, "application_id") != APPLICATION_ID:
        raise StoreError("store.foreign_file", place=target.place)
    found = _pragma(connection, "user_version")
    if found > SCHEMA_VERSION:
        raise StoreError(
            "store.newer_schema", place=target.place, found=found, known=SCHEMA_VERSION
        )


def _require_zone(
    target: Target, connection: sqlite3.Connection, zone: ZoneInfo | None
) -> ZoneInfo:
    (key,) = connection.execute("SELECT value FROM meta WHERE name = 'zone'").fetchone()
    if zone is not None and zone.key != key:
        raise StoreError("store.other_zone", place=target.place, zone=key)
    return zone or ZoneInfo(key)


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    (value,) = connection.execute(f"PRAGMA {name}").fetchone()
    return int(value)
