"""Erase references in a SQLite store, down to the bytes on disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from fengqiao.errors import Place, StoreError
from fengqiao.model import KINDS
from fengqiao.store.erasing import Erasures, fresh_token
from fengqiao.store.sqlite_schema import table


def read_erasures(connection: sqlite3.Connection) -> Erasures:
    """What was erased so far."""
    return Erasures(connection.execute("SELECT key, digest FROM erased"))


def learn(connection: sqlite3.Connection, pairs: Iterable[tuple[bytes, bytes]]) -> None:
    """Remember digests."""
    connection.executemany("INSERT OR IGNORE INTO erased VALUES (?, ?)", pairs)


def replace(connection: sqlite3.Connection, ref: str) -> int:
    """Put one fresh token in the place of a reference everywhere; returns the facts changed."""
    token = fresh_token()
    changed = 0
    for kind in KINDS.values():
        if kind.refs:
            sets = ", ".join(
                f'"{n}" = CASE "{n}" WHEN :ref THEN :token ELSE "{n}" END' for n in kind.refs
            )
            names = ", ".join(f'"{name}"' for name in kind.refs)
            changed += connection.execute(
                f"UPDATE {table(kind)} SET {sets} WHERE :ref IN ({names})",
                {"ref": ref, "token": token},
            ).rowcount
    return changed


def held_among(connection: sqlite3.Connection, erasures: Erasures) -> set[str]:
    """References in the store that these digests are of."""
    return {
        ref
        for kind in KINDS.values()
        for name in kind.refs
        for (ref,) in connection.execute(f'SELECT DISTINCT "{name}" FROM {table(kind)}')
        if ref in erasures
    }


def scrub(connection: sqlite3.Connection, place: Place) -> None:
    """Empty the write-ahead log, where old pages lie.

    Raises:
        StoreError: A reader still needs the old pages.
    """
    (is_busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        raise StoreError("store.erase_pending", place=place)
