"""Connections to one SQLite file: opened, lent to one thread at a time, closed."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Lock
from typing import Final

from attrs import evolve, frozen

from fengqiao.errors import Place, StoreError

_CACHE_KIB = 64 * 1024
_inherited: Final[list[sqlite3.Connection]] = []
"""Connections that a forked process got from its parent: closing them would harm the parent."""


@frozen
class Target:
    """A file and how it is opened.

    Attributes:
        path: The file; absolute.
        mode: As in a SQLite URI: `ro`, `rw` or `rwc` (made if it isn't there).
        max_page_count: Most pages the file may have; None for no limit.
        busy_seconds: How long to wait for another process.
    """

    path: Path
    mode: str = "rwc"
    max_page_count: int | None = None
    busy_seconds: float = 30.0

    @property
    def place(self) -> Place:
        """The file, for errors."""
        return Place(str(self.path))

    def existing(self) -> Target:
        """The same file, which is not made again if somebody takes it away."""
        return evolve(self, mode="rw") if self.mode == "rwc" else self

    def connect(self) -> sqlite3.Connection:
        """A new connection; SQLite's own errors pass."""
        connection = self._opened()
        try:
            connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            connection.execute("PRAGMA temp_store = MEMORY")  # sorting leaves no reference on disk
            connection.execute("PRAGMA secure_delete = ON")
            if self.max_page_count is not None:
                connection.execute(f"PRAGMA max_page_count = {self.max_page_count}")
        except BaseException:
            connection.close()
            raise
        return connection

    def _opened(self) -> sqlite3.Connection:
        uri = f"{self.path.as_uri()}?mode={self.mode}"
        if self.mode == "ro" and not self.has_log() and not _may_write(self.path.parent):
            uri += "&immutable=1"  # nobody can write here, and SQLite needs no log to read
        return sqlite3.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, timeout=self.busy_seconds
        )

    def has_log(self) -> bool:
        """Whether pages lie in a write-ahead log beside the file."""
        return _bytes_in(self.path.with_name(f"{self.path.name}-wal")) > 0

    def has_journal(self) -> bool:
        """Whether a write in the older manner of SQLite was begun and not ended."""
        return _bytes_in(self.path.with_name(f"{self.path.name}-journal")) > 0


class Connections:
    """As many connections as are in use at once; each used by one thread at a time.

    Args:
        target: The file, which exists.
    """

    def __init__(self, target: Target) -> None:
        self.target = target
        self._idle: list[sqlite3.Connection] = []
        self._lock = Lock()
        self._writing = Lock()
        self._closed = False
        self._process = os.getpid()

    @contextmanager
    def lend(self) -> Iterator[sqlite3.Connection]:
        """A connection without a transaction."""
        self.require_usable()
        with self._lock:
            connection = self._idle.pop() if self._idle else None
        connection = connection or self.target.connect()
        try:
            yield connection
        finally:
            self._take_back(connection)

    def _take_back(self, connection: sqlite3.Connection) -> None:
        if self._process != os.getpid():
            _inherited.append(connection)
            return
        with self._lock:
            if not self._closed and not connection.in_transaction:
                self._idle.append(connection)
                return
        with suppress(sqlite3.Error):
            connection.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees one state of the store until the end of the block."""
        with self.lend() as connection, _transaction(connection, "BEGIN"):
            connection.execute("SELECT 1 FROM meta").fetchone()  # the state is that of now
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection on which the block happens as a whole or not at all."""
        self.require_usable()
        if self.target.mode == "ro":
            raise StoreError("store.read_only", place=self.target.place)
        with self._writing, self.lend() as connection, _transaction(connection, "BEGIN IMMEDIATE"):
            yield connection

    def try_writing(self, write: Callable[[sqlite3.Connection], None]) -> None:
        """Write something that may as well stay unwritten, without waiting for anybody."""
        if self.target.mode == "ro" or not self._writing.acquire(blocking=False):
            return
        try:
            with (
                suppress(sqlite3.Error),
                self.lend() as connection,
                _impatient(connection),
                _transaction(connection, "BEGIN IMMEDIATE"),
            ):
                write(connection)
        finally:
            self._writing.release()

    def require_usable(self) -> None:
        """Refuse to go on after `close` or in a forked process.

        Raises:
            StoreError: The store was closed, or belongs to the parent process.
        """
        if self._process != os.getpid():
            raise StoreError("store.forked", place=self.target.place)
        if self._closed:
            raise StoreError("store.closed", place=self.target.place)

    def close(self) -> None:
        """Close all connections; those in use are closed when they come back."""
        if self._process != os.getpid():
            _inherited.extend(self._idle)
            return
        with self._lock:
            idle, self._idle, self._closed = self._idle, [], True
        for connection in idle:
            connection.close()


@contextmanager
def _impatient(connection: sqlite3.Connection) -> Iterator[None]:
    (patience,) = connection.execute("PRAGMA busy_timeout").fetchone()
    connection.execute("PRAGMA busy_timeout = 0")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA busy_timeout = {patience}")


@contextmanager
def _transaction(connection: sqlite3.Connection, begin: str) -> Iterator[None]:
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.rollback()
        raise


def _bytes_in(path: Path) -> int:
    """Size of a file; 0 where there is none, or none any more."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _may_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
