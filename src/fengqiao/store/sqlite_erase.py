"""Erase references in a SQLite store, down to the bytes on disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from fengqiao.errors import Place, StoreError
from fengqiao.model import KINDS, Kind
from fengqiao.store.erasing import Erasures, erased_id, fresh_token
from fengqiao.store.sqlite_kept import refs_kept, replace_kept
from fengqiao.store.sqlite_schema import table


def read_erasures(connection: sqlite3.Connection) -> Erasures:
    """What was erased so far."""
    return Erasures(connection.execute("SELECT key, digest FROM erased"))


def learn(connection: sqlite3.Connection, pairs: Iterable[tuple[bytes, bytes]]) -> None:
    """Remember digests."""
    connection.executemany("INSERT OR IGNORE INTO erased VALUES (?, ?)", pairs)


def replace(connection: sqlite3.Connection, ref: str, *, key: bytes) -> int:
    """Put one fresh token in the place of a reference everywhere; returns the facts changed.

    Ids of facts that hold the reference are replaced with it, and kept counts are forgotten:
    they may be split by premises.
    """
    token = fresh_token()
    changed = 0
    connection.execute("DELETE FROM answer")
    replace_kept(connection, ref, token)
    for kind in KINDS.values():
        if kind.refs:
            _replace_ids(connection, kind, ref, key)
            sets = ", ".join(
                f'"{n}" = CASE "{n}" WHEN :ref THEN :token ELSE "{n}" END' for n in kind.refs
            )
            names = ", ".join(f'"{name}"' for name in kind.refs)
            changed += connection.execute(
                f"UPDATE {table(kind)} SET {sets} WHERE :ref IN ({names})",
                {"ref": ref, "token": token},
            ).rowcount
    return changed


def _replace_ids(connection: sqlite3.Connection, kind: Kind, ref: str, key: bytes) -> None:
    names = ", ".join(f'"{name}"' for name in kind.refs)
    found = connection.execute(
        f"SELECT row, id FROM {table(kind)} WHERE :ref IN ({names}) AND instr(id, :ref) > 0",
        {"ref": ref},
    ).fetchall()
    connection.executemany(
        f"UPDATE {table(kind)} SET id = ? WHERE row = ?",
        [(erased_id(key, id_), row) for row, id_ in found],
    )


def held_among(connection: sqlite3.Connection, erasures: Erasures) -> set[str]:
    """References in the store that these digests are of."""
    kept = erasures.among(refs_kept(connection))
    return kept | {
        ref
        for kind in KINDS.values()
        for name in kind.refs
        for ref in erasures.among(
            ref for (ref,) in connection.execute(f'SELECT DISTINCT "{name}" FROM {table(kind)}')
        )
    }


def scrub(connection: sqlite3.Connection, place: Place, *, pending: str) -> None:
    """Empty the write-ahead log, where old pages lie.

    Raises:
        StoreError: A reader still needs the old pages; with the code that is given.
    """
    (is_busy, _, _) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if is_busy:
        raise StoreError(pending, place=place)
