"""A case as JSON: its steps by column, written to be sent, and read back as strictly as recorded.

Columns that say nothing are left out; one that says the same at every step is written as one
cell, and one that says little as an object of row numbers (from 0) and cells. Moments are epoch
seconds, days ISO texts, several codes one text with commas. Where msgspec is installed it writes
and reads the JSON; the bytes are the same without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from importlib import import_module
from json import JSONDecoder, JSONEncoder
from typing import Any
from zoneinfo import ZoneInfo

from attrs import frozen

from fengqiao.errors import RecordError
from fengqiao.ids import TextKind, find_refused
from fengqiao.model.columns import MOST_EPOCH, SAID_OF_A_CASE, prepare
from fengqiao.model.kinds import CASE_EVENT
from fengqiao.model.table import Table
from fengqiao.timing import day_ordinals
from fengqiao.timing.days import FIRST_DAY

FORMAT = 1
_KIND = "fengqiao.case"
_MOST_STEPS = 100_000
_SHORTEST_REF = 8
_SHORTEST_AREA, _LONGEST_AREA = 2, 12

_FIELDS = CASE_EVENT.fields
_SEVERAL = frozenset(name for name, spec in _FIELDS.items() if spec.several)
_OPTIONAL = frozenset(name for name, spec in _FIELDS.items() if spec.optional)
_NEEDED = frozenset(_FIELDS) - _SEVERAL - _OPTIONAL
_NAMES = frozenset((*_FIELDS, "known_at"))
_VARIED = frozenset(("id", "seq", "kind", "at"))
_SPARSE = _SEVERAL | _OPTIONAL
_ROWS: Mapping[str, int] = {str(row): row for row in range(1000)}
_WHOLE = {int}
_COUNTS = ("seq", "format")
_TEXTS: Mapping[str, TextKind] = {
    name: "area_code" if spec.is_area else spec.kind
    for name, spec in _FIELDS.items()
    if spec.kind in ("id", "ref", "code")
}


@frozen
class Codec:
    """What writes plain data as compact JSON, and reads it."""

    write: Callable[[object], bytes]
    read: Callable[[bytes], object]


def _standard() -> Codec:
    encode = JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode
    decode = JSONDecoder().decode
    return Codec(lambda content: encode(content).encode(), lambda data: decode(data.decode()))


def _fastest() -> Codec:
    try:
        found: Any = import_module("msgspec.json")
    except ImportError:
        return _standard()
    return Codec(found.Encoder().encode, found.Decoder().decode)


STANDARD = _standard()
FASTEST = _fastest()


def write_case(steps: Table, *, codec: Codec = FASTEST) -> bytes:
    """A case as JSON.

    Args:
        steps: Its steps in order, as a store gives them.
        codec: What writes it.

    Returns:
        One object: `{"format", "kind", "steps", "columns"}`.
    """
    size = len(steps)
    columns: dict[str, Any] = {}
    for name, column in steps.columns.items():
        if name not in _NAMES:
            continue
        cells = column
        if name not in _VARIED:
            same = column.count(column[0]) if size else 0
            if same == size and not (size and column[0]):
                continue
            if name == "due_on":
                cells = [_text(day) for day in column]
            if same == size:
                columns[name] = cells[0]
                continue
            if name in _SPARSE and size <= len(_ROWS):
                some = {str(row): cell for row, cell in enumerate(cells) if cell}
                if len(some) * 2 < size:
                    columns[name] = some
                    continue
        columns[name] = cells if type(cells) is list else list(cells)
    return codec.write({"format": FORMAT, "kind": _KIND, "steps": size, "columns": columns})


def read_case(data: bytes, *, zone: ZoneInfo, codec: Codec = FASTEST) -> Table:
    """A case from JSON, checked as if it were recorded.

    Args:
        data: What `write_case` wrote.
        zone: The zone in which a step's day is its day.
        codec: What reads it.

    Returns:
        Its steps: the fields of `case_event` in stored form, `day`, and `known_at` where given.

    Raises:
        RecordError: It is no such case (`record.no_case`), or with each fault of each column.
    """
    size, given = _opened(data, codec)
    seen = _seen(given, size)
    known_at = seen.columns.pop("known_at", None)
    if known_at is not None and not (len(known_at) == size and _are_moments(known_at)):
        raise RecordError("record.no_case", known=FORMAT)
    if seen.is_plain and _is_plain(seen):
        nothing, none = [""] * size, [None] * size
        table = {name: nothing if name in _SEVERAL else none for name in _FIELDS} | seen.columns
        if seen.days:
            table["due_on"] = [day and day.toordinal() for day in table["due_on"]]
        table["day"] = day_ordinals(table["at"], zone)
    else:
        table = {**prepare(CASE_EVENT, seen.columns, zone=zone).columns}
        if len(table["id"]) != size:
            raise RecordError("record.no_case", known=FORMAT)
    if known_at is not None:
        table["known_at"] = known_at
    return Table(table)


def _text(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()


def _opened(data: bytes, codec: Codec) -> tuple[int, dict[str, Any]]:
    """The number of steps and the columns as they are written."""
    try:
        content = codec.read(data)
    except (AttributeError, TypeError, ValueError, RecursionError):
        content = None
    head = (content.get("kind"), content.get("format")) if isinstance(content, dict) else None
    if isinstance(content, dict) and head == (_KIND, FORMAT):
        size, columns = content.get("steps"), content.get("columns")
        if type(size) is int and 0 < size <= _MOST_STEPS and isinstance(columns, dict):
            return size, columns
    raise RecordError("record.no_case", known=FORMAT)


@frozen
class _Seen:
    """Columns as written, filled up, and what is checked of them by kind of text.

    Attributes:
        columns: All cells of each column.
        texts: Every text that occurs, by kind.
        days: Days of `due_on`.
        is_plain: Whether nothing was seen that has to be looked at closer.
    """

    columns: dict[str, list[Any]]
    texts: dict[TextKind, list[Any]]
    days: list[Any]
    is_plain: bool


def _seen(given: Mapping[str, Any], size: int) -> _Seen:
    columns: dict[str, list[Any]] = {}
    texts: dict[TextKind, list[Any]] = {"id": [], "ref": [], "code": [], "area_code": []}
    days: list[Any] = []
    is_plain = _NEEDED <= given.keys() <= _NAMES
    for name, written in given.items():
        if type(written) is list:
            cells = column = written
            is_plain = is_plain and len(cells) == size
            if name in _OPTIONAL:
                cells = [cell for cell in cells if cell is not None]
        elif type(written) is dict:
            column = _filled(written, size, "" if name in _SEVERAL else None)
            cells = list(written.values())
        else:
            cells, column = [written], [written] * size
        if name == "due_on":
            days = cells = [_day(cell) for cell in cells]
            column = [_day(cell) for cell in column]
        elif name in _SEVERAL:
            for cell in cells:
                words = _words(cell)
                if words is None:
                    is_plain = False
                else:
                    texts["code"] += words
        elif name in _TEXTS:
            texts[_TEXTS[name]] += cells
        columns[name] = column
    return _Seen(columns, texts, days, is_plain)


def _filled(written: Mapping[str, Any], size: int, absent: str | None) -> list[Any]:
    """All cells of a column of which only those that say something are written."""
    column: list[Any] = [absent] * size
    try:
        for row, cell in written.items():
            column[_ROWS[row]] = cell
    except LookupError:
        column = []
    if not column:
        raise RecordError("record.no_case", known=FORMAT)
    return column


def _day(cell: object) -> object:
    """A day from its ISO text; what is none stays as it is, to be refused."""
    if type(cell) is not str:
        return cell
    try:
        found = date.fromisoformat(cell)
    except ValueError:
        return cell
    return found if found.isoformat() == cell else cell


def _words(cell: object) -> list[str] | None:
    """The words of a cell; None where they are not as a store holds them."""
    if type(cell) is not str:
        return None
    words = cell.split(",") if cell else []
    return words if words == sorted(set(words)) else None


def _is_plain(seen: _Seen) -> bool:
    """Whether `prepare` would leave all as it is."""
    columns = seen.columns
    texts = seen.texts
    keys = [*texts["id"], *texts["ref"], *texts["area_code"]]
    if set(map(type, keys)) != {str} or set(map(type, texts["code"])) != {str}:
        return False
    if not _are_words(texts["code"]) or find_refused("id", keys):
        return False
    if min(map(len, texts["ref"])) < _SHORTEST_REF or any(
        not (_SHORTEST_AREA <= len(area) <= _LONGEST_AREA and area.isdecimal())
        for area in texts["area_code"]
    ):
        return False
    for name in _COUNTS:
        cells = columns[name]
        if set(map(type, cells)) != _WHOLE or min(cells) < 1 or max(cells) > _MOST_STEPS:
            return False
    if any(type(day) is not date or day < FIRST_DAY for day in seen.days):
        return False
    return _are_moments(columns["at"]) and not _says_of_a_party(columns)


def _are_words(texts: list[str]) -> bool:
    """Whether texts are codes; those that were seen before need no second look."""
    if _WORDS_SEEN.issuperset(texts):
        return True
    if find_refused("code", texts):
        return False
    if len(_WORDS_SEEN) < _MOST_WORDS_SEEN:
        _WORDS_SEEN.update(texts)
    return True


_MOST_WORDS_SEEN = 10_000
_WORDS_SEEN: set[str] = set()


def _says_of_a_party(columns: Mapping[str, list[Any]]) -> bool:
    rows = [row for row, party in enumerate(columns.get("party", ())) if party is not None]
    said = (columns[name] for name in SAID_OF_A_CASE if name in columns)
    return any(column[row] for column in said for row in rows)


def _are_moments(cells: list[Any]) -> bool:
    return set(map(type, cells)) == _WHOLE and min(cells) >= 0 and max(cells) < MOST_EPOCH
