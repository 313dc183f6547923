"""Connections to one database: reading one state, writing as a whole or not at all."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TypeVar

from sqlalchemy import Connection, Engine, Select, create_engine, select
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from fengqiao.errors import StoreError
from fengqiao_sql.failures import is_passing
from fengqiao_sql.tables import Tables
from fengqiao_sql.target import Target

WRITER = "writer"
"""The row of `meta` that a writer holds until its transaction ends."""
TRIES = 6
_FIRST_PAUSE = 0.02
_T = TypeVar("_T")


def engine_of(target: Target) -> Engine:
    """What connects to a database; nothing is connected yet."""
    seconds = target.busy_seconds
    options = f"-c lock_timeout={max(seconds * 1000, 1)} -c client_min_messages=error"
    return create_engine(
        target.url,
        connect_args={
            "options": options,
            "connect_timeout": max(seconds, 2),
            "prepare_threshold": None,  # a plan made for an empty table is kept when it has grown
        },
        hide_parameters=True,
        isolation_level="READ COMMITTED",
        max_overflow=-1,  # a reader never waits for another
        pool_pre_ping=True,  # the server may have been restarted since
        pool_size=4,
    )


class Connections:
    """As many connections as are in use at once.

    Args:
        target: The database.
        tables: The tables of the store in it.

    Attributes:
        retries: How often a write was tried again, because the server had called it off.
    """

    def __init__(self, target: Target, tables: Tables) -> None:
        self.target = target
        self.tables = tables
        self.engine = engine_of(target)
        self.retries = 0
        self._reading = self.engine.execution_options(
            isolation_level="REPEATABLE READ", postgresql_readonly=True
        )
        self._writing = Lock()
        self._closed = False
        self._process = os.getpid()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store until the end of the block."""
        self.require_usable()
        with self._reading.connect() as connection:
            connection.execute(select(self.tables.meta.c.name)).all()  # the state is that of now
            yield connection

    def write(self, work: Callable[[Connection], _T], *, may_repeat: bool = True) -> _T:
        """Do something as a whole or not at all, while nobody else writes.

        A transaction that the server calls off (a deadlock, a serialisation failure) left nothing
        behind. It is tried again, each time after a longer pause.

        Args:
            work: What to do; every time the same.
            may_repeat: Whether it can be done anew; not where it takes from an iterator.
        """
        self.require_writable()
        for number in range(TRIES):
            try:
                with self._writing, self.engine.begin() as connection:
                    connection.execute(self._turn())
                    return work(connection)
            except DBAPIError as error:
                if not may_repeat or number + 1 == TRIES or not is_passing(error):
                    raise
            with self._writing:
                self.retries += 1
            time.sleep(_FIRST_PAUSE * 2**number)
        raise AssertionError  # the last try returns or raises

    def try_writing(self, work: Callable[[Connection], object]) -> None:
        """Write something that may as well stay unwritten, without waiting for anybody."""
        if self.target.mode == "ro" or not self._writing.acquire(blocking=False):
            return
        try:
            with self.engine.begin() as connection:
                connection.execute(self._turn(nowait=True))
                work(connection)
        except SQLAlchemyError:
            pass
        finally:
            self._writing.release()

    def _turn(self, *, nowait: bool = False) -> Select[tuple[str]]:
        """Waits until nobody else writes; then it is this transaction's turn until it ends."""
        meta = self.tables.meta
        return select(meta.c.value).where(meta.c.name == WRITER).with_for_update(nowait=nowait)

    @contextmanager
    def outside(self) -> Iterator[Connection]:
        """A connection on which every statement stands alone."""
        self.require_usable()
        with self.engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
            yield connection

    def require_writable(self) -> None:
        """Refuse to write what was opened for reading.

        Raises:
            StoreError: It was, or the store can't be used at all.
        """
        self.require_usable()
        if self.target.mode == "ro":
            raise StoreError("store.read_only", place=self.target.place)

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
        self._closed = True
        self.engine.dispose(close=self._process == os.getpid())


def is_postgresql(connection: Connection) -> bool:
    """Whether what only PostgreSQL has is there."""
    return connection.dialect.name == "postgresql"
