"""The file of a SQLite store: made when it isn't there, looked at before it is trusted."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from zoneinfo import ZoneInfo

from fengqiao.errors import StoreError
from fengqiao.store.sqlite_connections import Target
from fengqiao.store.sqlite_errors import guarded
from fengqiao.store.sqlite_schema import APPLICATION_ID, SCHEMA_VERSION, statements

DEFAULT_ZONE = "Asia/Shanghai"

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_LARGEST_PAGE = 65_536


@guarded
def ready(target: Target, zone: ZoneInfo | None) -> ZoneInfo:
    """Make sure that the file is a sound store of this schema and zone, or make it one.

    Args:
        target: The file and how it is opened.
        zone: Zone that the store must have; None takes the one it has.

    Returns:
        The zone of the store.

    Raises:
        StoreError: The file is not there, not ours, cut off, of a newer schema, or of another
            zone.
    """
    _require_file(target)
    with closing(target.connect()) as connection:
        if target.mode != "ro" and _is_blank(connection):
            _make(connection, zone or ZoneInfo(DEFAULT_ZONE))
        _require_schema(target, connection)
        return _require_zone(target, connection, zone)


def _require_file(target: Target) -> None:
    if not target.path.exists():
        if target.mode != "rwc":
            raise StoreError("store.missing", place=target.place)
        if not target.path.parent.is_dir():
            raise StoreError("store.no_folder", place=target.place)
    elif not target.path.is_file():
        raise StoreError("store.foreign_file", place=target.place)
    elif code := _fault_of(target.path, has_log=target.has_log()):
        raise StoreError(code, place=target.place)


def _fault_of(path: Path, *, has_log: bool) -> str | None:
    """What is wrong with a file by its header, if anything.

    Source:
        SQLite file format, section 1.3 (page size at 16, change counter at 24, page count at 28,
        version for which that count is valid at 92).
    """
    size = path.stat().st_size
    if size == 0:
        return None
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
    if not header.startswith(_MAGIC):
        return "store.foreign_file"
    if len(header) < _HEADER_BYTES:
        return "store.damaged"
    page_bytes = int.from_bytes(header[16:18], "big")
    page_bytes = _LARGEST_PAGE if page_bytes == 1 else page_bytes
    pages = int.from_bytes(header[28:32], "big")
    is_count_valid = header[24:28] == header[92:96]
    is_cut = is_count_valid and size < pages * page_bytes
    return "store.damaged" if is_cut and not has_log else None


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
