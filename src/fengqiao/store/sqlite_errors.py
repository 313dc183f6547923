"""The one place where an error of SQLite becomes one of this library's."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from fengqiao.errors import Place, StoreError

_P = ParamSpec("_P")
_R = TypeVar("_R")

_CODES = {
    sqlite3.SQLITE_READONLY_ROLLBACK: "store.foreign_file",  # a store never has such a journal
    sqlite3.SQLITE_FULL: "store.full",
    sqlite3.SQLITE_READONLY: "store.read_only",
    sqlite3.SQLITE_BUSY: "store.busy",
    sqlite3.SQLITE_LOCKED: "store.busy",
    sqlite3.SQLITE_CORRUPT: "store.damaged",
    sqlite3.SQLITE_NOTADB: "store.foreign_file",
    sqlite3.SQLITE_CANTOPEN: "store.cannot_open",
    sqlite3.SQLITE_IOERR: "store.failed",
}


class HasPlace(Protocol):
    """Something that lives in a file."""

    @property
    def place(self) -> Place:
        """The file."""
        ...


_H = TypeVar("_H", bound=HasPlace)


def translated(error: sqlite3.Error, place: Place) -> StoreError:
    """Our error for one of SQLite's; its text stays behind, since it may repeat a value."""
    number = getattr(error, "sqlite_errorcode", None) or 0
    name = getattr(error, "sqlite_errorname", None) or type(error).__name__
    code = _CODES.get(number) or _CODES.get(number & 0xFF, "store.failed")
    return StoreError(code, place=place, reason=name)


def guarded(
    function: Callable[Concatenate[_H, _P], _R],
) -> Callable[Concatenate[_H, _P], _R]:
    """Let no error of SQLite out of a method; ours is raised with nothing riding along."""

    @wraps(function)
    def call(self: _H, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return function(self, *args, **kwargs)
        except sqlite3.Error as error:
            failure = translated(error, self.place)
        raise failure

    return call


def guarded_iterator(found: Iterator[_R], place: Place) -> Iterator[_R]:
    """Let no error of SQLite out of an iterator."""
    failure = None
    try:
        yield from found
    except sqlite3.Error as error:
        failure = translated(error, place)
    if failure:
        raise failure
