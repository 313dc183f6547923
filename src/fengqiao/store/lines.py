"""The export: lines of JSON that any store writes alike and any other can read.

The first line is a header. Then come erased references (a key and the digests made with it), days
that were purged and the answers kept of them, batches of facts in the order in which they were
written, and withdrawals. Days are ISO texts, moments epoch seconds, flags true or false, several
codes a list; a kept answer is in stored form.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, islice
from typing import Any
from zoneinfo import ZoneInfo

from attrs import frozen

from fengqiao.errors import FengqiaoError, StoreError
from fengqiao.ids import find_refused
from fengqiao.model import KINDS, Columns, FieldSpec, Kind
from fengqiao.store.asking import require_reason
from fengqiao.store.batches import CHUNK_ROWS
from fengqiao.store.erasing import DIGEST_BYTES, Erasures
from fengqiao.store.purging import (
    Kept,
    definition,
    read_definition,
    replaced,
    require_purge,
)
from fengqiao.timing import Span

FORMAT = 1
_KIND = "fengqiao.store"
_LATEST_EPOCH = 1 << 40


@frozen
class ErasedLine:
    """Digests of erased references under one key."""

    key: bytes
    digests: tuple[bytes, ...]


@frozen
class BatchLine:
    """Facts of one kind that became known together, as columns for `prepare`."""

    kind: Kind
    known_at: int
    columns: Columns


@frozen
class VoidLine:
    """Facts that were withdrawn together."""

    kind: Kind
    known_at: int
    reason: str
    ids: tuple[str, ...]


@frozen
class PurgedLine:
    """Before which day facts of a kind were purged. Units: ordinal."""

    kind: Kind
    before: int


Line = ErasedLine | PurgedLine | Kept | BatchLine | VoidLine


def header(zone: ZoneInfo) -> bytes:
    """The first line."""
    return _line({"format": FORMAT, "kind": _KIND, "zone": zone.key})


def erased(erasures: Erasures) -> Iterator[bytes]:
    """A line for each key."""
    for key, digests in erasures.by_key().items():
        yield _line({"erased": {"key": key.hex(), "digests": [each.hex() for each in digests]}})


def purged(marks: Mapping[str, int], kept: Iterable[Kept]) -> Iterator[bytes]:
    """A line for each kind that was purged, and one for each answer that is kept."""
    for name, before in sorted(marks.items()):
        yield _line({"purged": {"kind": name, "before": _day(before)}})
    for one in sorted(kept, key=lambda one: (one.tally, one.first, one.last)):
        span = {"first": _day(one.first), "last": _day(one.last)}
        yield _line({"kept": {"tally": one.tally, **span, "columns": one.columns}})


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def batch(kind: Kind, stored: Mapping[str, Sequence[Any]], known_at: int) -> bytes:
    """A line for a batch in stored form."""
    columns = {name: _written(spec, stored[name]) for name, spec in kind.fields.items()}
    return _line({"batch": {"kind": kind.name, "known_at": known_at, "columns": columns}})


def voids(found: Iterable[tuple[str, str, int, str]]) -> Iterator[bytes]:
    """Lines for withdrawals: kind, id, known at, reason; neighbours that agree share a line."""
    for (kind, known_at, reason), group in groupby(found, key=lambda void: (void[0], *void[2:])):
        while ids := [void[1] for void in islice(group, CHUNK_ROWS)]:
            content = {"kind": kind, "known_at": known_at, "reason": reason, "ids": ids}
            yield _line({"void": content})


def _line(content: object) -> bytes:
    return (json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _written(spec: FieldSpec, cells: Sequence[Any]) -> list[Any]:
    if spec.kind == "day":
        return [cell if cell is None else date.fromordinal(cell).isoformat() for cell in cells]
    if spec.kind == "flag":
        return [cell if cell is None else bool(cell) for cell in cells]
    if spec.several:
        return [None if cell is None else cell.split(",") if cell else [] for cell in cells]
    return list(cells)


def read(lines: Iterable[bytes], zone: ZoneInfo) -> Iterator[Line]:
    """The lines of an export, one by one, after its header was looked at.

    Raises:
        StoreError: A line is not what this library writes, or the header names another format
            or zone. Lines are counted from 1.
    """
    number = 0
    for number, line in enumerate(lines, start=1):
        content = _content(line)
        if number == 1:
            _require_header(content, zone)
        elif content is not None:
            parsed = _parsed(content)
            if parsed is None:
                raise StoreError("store.bad_line", line=number)
            yield parsed
        elif not _is_blank(line):
            raise StoreError("store.bad_line", line=number)
    if number == 0:
        raise StoreError("store.format", known=FORMAT)


def _is_blank(line: object) -> bool:
    return isinstance(line, bytes | str) and not line.strip()


def _content(line: bytes) -> object:
    try:
        return json.loads(line)
    except (TypeError, ValueError, RecursionError):
        return None


def _require_header(content: object, zone: ZoneInfo) -> None:
    if not isinstance(content, dict) or content.get("kind") != _KIND or content.get("format") != 1:
        raise StoreError("store.format", known=FORMAT)
    if content.get("zone") != zone.key:
        raise StoreError("store.other_zone", zone=zone.key)


def _parsed(content: object) -> Line | None:
    if not isinstance(content, dict) or len(content) != 1:
        return None
    ((what, inner),) = content.items()
    parse = _PARSERS.get(what)
    if parse is None or not isinstance(inner, dict):
        return None
    try:
        return parse(inner)
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError, FengqiaoError):
        return None


def _parsed_erased(inner: Mapping[str, Any]) -> Line:
    key, *digests = (bytes.fromhex(text) for text in (inner["key"], *inner["digests"]))
    if {len(key), *map(len, digests)} != {DIGEST_BYTES}:
        raise ValueError
    return ErasedLine(key, tuple(digests))


def _parsed_batch(inner: Mapping[str, Any]) -> Line:
    kind = KINDS[inner["kind"]]
    columns = {
        name: _given(kind.fields.get(name), cells) for name, cells in inner["columns"].items()
    }
    return BatchLine(kind, _known_at(inner), columns)


def _parsed_void(inner: Mapping[str, Any]) -> Line:
    ids = tuple(inner["ids"])
    if set(map(type, ids)) - {str}:
        raise TypeError
    return VoidLine(KINDS[inner["kind"]], _known_at(inner), require_reason(inner["reason"]), ids)


def _parsed_purged(inner: Mapping[str, Any]) -> Line:
    before = date.fromisoformat(inner["before"])
    return PurgedLine(require_purge(inner["kind"], before), before.toordinal())


def _parsed_kept(inner: Mapping[str, Any]) -> Line:
    span = Span(date.fromisoformat(inner["first"]), date.fromisoformat(inner["last"]))
    tally = read_definition(inner["tally"], span)
    columns = inner["columns"]
    if len(columns) != len(tally.by) + 1 or len(set(map(len, columns))) != 1:
        raise ValueError
    if not all(type(value) is int and value > 0 for value in columns[-1]):
        raise TypeError
    for cells in columns[:-1]:
        texts = [cell for cell in cells if cell is not None and type(cell) is not int]
        words = [word for text in texts for word in text.split(",") if word]
        if find_refused("id", words):
            raise ValueError
    first, last = span.first.toordinal(), span.last.toordinal()
    return Kept(definition(tally), first, last, replaced(columns, {}))


_PARSERS: Mapping[str, Callable[[Mapping[str, Any]], Line]] = {
    "erased": _parsed_erased,
    "purged": _parsed_purged,
    "kept": _parsed_kept,
    "batch": _parsed_batch,
    "void": _parsed_void,
}


def _given(spec: FieldSpec | None, cells: object) -> list[Any]:
    if not isinstance(cells, list):
        raise TypeError
    if spec is not None and spec.kind == "day":
        return [cell if cell is None else date.fromisoformat(cell) for cell in cells]
    return cells


def _known_at(inner: Mapping[str, Any]) -> int:
    known_at = inner["known_at"]
    if type(known_at) is not int or not -_LATEST_EPOCH < known_at < _LATEST_EPOCH:
        raise TypeError
    return known_at
