"""Counts that one look at the facts answers: of one kind, split alike, over the same days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from fengqiao.measures.tallies import Tally
from fengqiao.model import Kind, Table
from fengqiao.store.purging import definition, digest
from fengqiao.timing import Span

Part = list[list[Any]]
"""What a tally answers for one span: the columns of its `by`, and its value."""
Row = Sequence[Any]
"""The fields of a group, then the value of each tally there, 0 or None for nothing."""

_MOST_TALLIES = 30
_MOST_VALUES = 500
"""A database takes only so many of either in one query."""


class Counts(Protocol):
    """What counts facts, and may know answers from before."""

    def kept(self, kind: Kind, name: bytes, span: Span) -> Part | None:
        """An answer that was kept and still holds."""
        ...

    def count(self, kind: Kind, tallies: Sequence[Tally], span: Span) -> Sequence[Row]:
        """The groups of tallies of the same `by`, sorted by it, absent before present."""
        ...

    def learn(self, kind: Kind, name: bytes, span: Span, part: Part) -> None:
        """Take note of an answer that was counted."""
        ...


def answers(counts: Counts, kinds: Sequence[Kind], wanted: Sequence[Tally]) -> list[Table]:
    """The tables that tallies ask for, with as few looks at the facts as that takes."""
    names = [named(tally) for tally in wanted]
    parts: dict[tuple[bytes, Span], Part] = {}
    missing: dict[tuple[str, tuple[str, ...], Span], tuple[Kind, dict[bytes, Tally]]] = {}
    for kind, tally, name in zip(kinds, wanted, names, strict=True):
        for span in tally.spans:
            kept = parts.get((name, span)) or counts.kept(kind, name, span)
            if kept is not None:
                parts[name, span] = kept
            else:
                _, some = missing.setdefault((kind.name, tally.by, span), (kind, {}))
                some[name] = tally
    for (_, by, span), (kind, tallies) in missing.items():
        for some in _apart(tallies):
            rows = counts.count(kind, list(some.values()), span)
            for place, name in enumerate(some, start=len(by)):
                parts[name, span] = part = _part(rows, len(by), place)
                counts.learn(kind, name, span, part)
    return [
        _table(tally, [parts[name, span] for span in tally.spans])
        for tally, name in zip(wanted, names, strict=True)
    ]


def named(tally: Tally) -> bytes:
    """Names what a tally asks, without its spans."""
    return digest(definition(tally))


def members(values: Any) -> list[Any]:  # noqa: ANN401  checked by `require_tally`
    """The values of a condition `in`, each once and in order."""
    return sorted(set(values), key=lambda value: (isinstance(value, str), value))


def _apart(tallies: Mapping[bytes, Tally]) -> Iterator[dict[bytes, Tally]]:
    """Tallies in pieces of which each makes one query."""
    piece: dict[bytes, Tally] = {}
    values = 0
    for name, tally in tallies.items():
        more = sum(_width(value) for *_, value in tally.where)
        if len(piece) == _MOST_TALLIES or (piece and values + more > _MOST_VALUES):
            yield piece
            piece, values = {}, 0
        piece[name] = tally
        values += more
    yield piece


def _width(value: object) -> int:
    return len(value) if isinstance(value, (tuple, frozenset)) else 1


def _part(rows: Sequence[Row], width: int, place: int) -> Part:
    """What one of several tallies answers: groups that it counts nothing in are left out."""
    groups = [row for row in rows if row[place]]
    return [[row[column] for row in groups] for column in (*range(width), place)]


def _table(tally: Tally, parts: Sequence[Part]) -> Table:
    names = ("span", *tally.by, "value")
    columns: Part = [[] for _ in names]
    for index, part in enumerate(parts):
        columns[0] += [index] * len(part[-1])
        for whole, cells in zip(columns[1:], part, strict=True):
            whole.extend(cells)
    return Table(dict(zip(names, columns, strict=True)))
