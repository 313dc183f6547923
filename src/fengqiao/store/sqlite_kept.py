"""What a SQLite store keeps of days that were purged."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator

from fengqiao.store.purging import Kept, Key, refs_of, replaced


def marks_of(connection: sqlite3.Connection) -> dict[str, int]:
    """Before which day facts were purged, by kind."""
    return dict(connection.execute("SELECT kind, before FROM purged ORDER BY kind"))


def find_kept(connection: sqlite3.Connection, key: Key) -> Kept | None:
    """The kept answer to a question over a span."""
    found = connection.execute(
        "SELECT tally, first, last, columns FROM kept WHERE digest = ? AND first = ? AND last = ?",
        key,
    ).fetchone()
    if found is None:
        return None
    tally, first, last, columns = found
    return Kept(tally, first, last, json.loads(columns))


def kept_of(connection: sqlite3.Connection) -> Iterator[Kept]:
    """Every kept answer."""
    found = connection.execute("SELECT tally, first, last, columns FROM kept")
    for tally, first, last, columns in found:
        yield Kept(tally, first, last, json.loads(columns))


def replace_kept(connection: sqlite3.Connection, ref: str, token: str) -> None:
    """Put a token in the place of a reference in every kept answer."""
    for kept in list(kept_of(connection)):
        if ref in refs_of(kept):
            columns = json.dumps(replaced(kept.columns, {ref: token}), separators=(",", ":"))
            connection.execute(
                "UPDATE kept SET columns = ? WHERE digest = ? AND first = ? AND last = ?",
                (columns, *kept.key),
            )


def refs_kept(connection: sqlite3.Connection) -> set[str]:
    """References that kept answers name."""
    return {ref for kept in kept_of(connection) for ref in refs_of(kept)}
