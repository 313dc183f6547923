"""The one place where an error of the database becomes one of this library's."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from fengqiao.errors import Place, StoreError

_P = ParamSpec("_P")
_R = TypeVar("_R")

_PASSING = frozenset({"40001", "40P01"})
"""SQLSTATE: serialization failure, deadlock. The same again may well succeed."""
MADE_MEANWHILE = frozenset({"23505", "42P06", "42P07"})
"""SQLSTATE: there is one by now, of a row, a schema, a table."""
_CODES = {
    **dict.fromkeys(_PASSING, "store.busy"),
    "55P03": "store.busy",  # lock not available
    "53100": "store.full",
    "25006": "store.read_only",  # the server, or the user, may only read
    "42501": "store.read_only",  # insufficient privilege
    "XX001": "store.damaged",
    "XX002": "store.damaged",
}
_CLASSES = {
    "08": "store.connection_lost",
    "57": "store.connection_lost",  # shut down by its operator, or crashed
    "28": "store.unreachable",  # not let in
    "3D": "store.unreachable",  # no such database
    "53": "store.unreachable",  # too many connections, out of memory
}


class HasPlace(Protocol):
    """Something that lives in a database."""

    @property
    def place(self) -> Place:
        """The database."""
        ...


_H = TypeVar("_H", bound=HasPlace)


def sqlstate_of(error: SQLAlchemyError) -> str:
    """The five letters by which SQL names what is wrong; empty where there are none."""
    return getattr(getattr(error, "orig", None), "sqlstate", None) or ""


def is_passing(error: SQLAlchemyError) -> bool:
    """Whether the same transaction may succeed when it is tried again."""
    return sqlstate_of(error) in _PASSING


def translated(error: SQLAlchemyError, place: Place, *, is_opening: bool = False) -> StoreError:
    """Our error for one of the database's; its text stays behind, since it may repeat a value."""
    state = sqlstate_of(error)
    code = _CODES.get(state) or _CLASSES.get(state[:2], "store.failed")
    is_gone = isinstance(error, DBAPIError) and error.connection_invalidated
    if is_gone or (not state and isinstance(error, OperationalError)):
        code = "store.connection_lost"
    if is_opening and code in {"store.connection_lost", "store.failed"} and _is_link(error):
        code = "store.unreachable"
    return StoreError(code, place=place, reason=type(getattr(error, "orig", error)).__name__)


def _is_link(error: SQLAlchemyError) -> bool:
    return isinstance(error, OperationalError) or not sqlstate_of(error)


def guarded(
    function: Callable[Concatenate[_H, _P], _R],
) -> Callable[Concatenate[_H, _P], _R]:
    """Let no error of the database out of a method; ours is raised with nothing riding along."""

    @wraps(function)
    def call(self: _H, /, *args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return function(self, *args, **kwargs)
        except SQLAlchemyError as error:
            failure = translated(error, self.place)
        raise failure

    return call


def guarded_iterator(found: Iterator[_R], place: Place) -> Iterator[_R]:
    """Let no error of the database out of an iterator."""
    failure = None
    try:
        yield from found
    except SQLAlchemyError as error:
        failure = translated(error, place)
    if failure:
        raise failure
