"""From a host's table to columns, chunk by chunk: so many rows at once and no more are held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any
from zoneinfo import ZoneInfo

from attrs import evolve, frozen

from fengqiao.ids import find_numbers
from fengqiao.model import Kind
from fengqiao.rules import Catalogue
from fengqiao.tables.cells import Bad, parser
from fengqiao.tables.choosing import is_meant
from fengqiao.tables.column import Column
from fengqiao.tables.csv_rows import csv_rows
from fengqiao.tables.durations import ends, minutes
from fengqiao.tables.faults import TableFaults
from fengqiao.tables.header import Binding, Header
from fengqiao.tables.json_rows import Object, json_rows
from fengqiao.tables.layout import ENCODINGS, FORMATS, Layout
from fengqiao.tables.made_ids import made_ids
from fengqiao.tables.text import Line, text_lines
from fengqiao.tables.words import Words

CHUNK_ROWS = 20_000
"""Rows of a chunk."""

_MOST_SHAPES = 500
_EMPTY = ""


@frozen
class Chunk:
    """Rows that could be read.

    Attributes:
        columns: Values by field, as `fengqiao.model.prepare` takes them. Equally long.
        lines: The line on which each row begins. Shape (n,).
        shown: Field -> how faults name it.
    """

    columns: Mapping[str, Sequence[Any]]
    lines: Sequence[int]
    shown: Mapping[str, str]


def read_chunks(
    kind: Kind,
    lines: Iterable[object],
    layout: Layout,
    faults: TableFaults,
    *,
    catalogue: Catalogue,
    zone: ZoneInfo,
) -> Iterator[Chunk]:
    """Rows of a table as values, chunk by chunk.

    A row with a fault is left out, and the reading goes on, so that every fault is found; it
    ends where the table as a whole can't be read, or there are too many faults.

    Args:
        kind: What each row is.
        lines: Lines of the table, bytes or text.
        layout: How the table is written.
        faults: Where faults go.
        catalogue: Closed lists and their labels.
        zone: Zone of moments that name none.
    """
    if layout.format not in FORMATS or layout.encoding not in ENCODINGS or layout.header_line < 1:
        faults.add("table.layout", None, formats=FORMATS, encodings=ENCODINGS)
        return
    reader = _Reader(kind, layout, faults, catalogue, zone)
    if faults:
        return
    texts = text_lines(lines, layout.encoding, faults)
    blocks = reader.csv_blocks(texts) if layout.format == "csv" else reader.json_blocks(texts)
    has_rows = False
    for block in blocks:
        has_rows = True
        chunk = reader.chunk(block)
        if chunk.lines:
            yield chunk
        if faults.is_full:
            return
    if not has_rows and not faults:
        chosen = ["--only"] * bool(layout.only) + ["--skip"] * bool(layout.skip)
        faults.add("table.no_rows", None, kind=kind.name, options=chosen)


@frozen
class _Block:
    """Rows as they were written: cells by field, and their lines."""

    cells: Mapping[str, Sequence[Any]]
    lines: list[int]
    shown: Mapping[str, str]


class _Reader:
    """Reads one table."""

    def __init__(
        self,
        kind: Kind,
        layout: Layout,
        faults: TableFaults,
        catalogue: Catalogue,
        zone: ZoneInfo,
    ) -> None:
        self._kind, self._layout, self._faults = kind, layout, faults
        self._header = Header(kind, layout)
        words = {
            name: Words(catalogue.vocabularies[name])
            for spec in kind.fields.values()
            if (name := spec.vocabulary) in catalogue.vocabularies and name is not None
        }
        needs_ids = kind.nature == "event" and bool(kind.refs)
        self._columns = {
            name: Column(
                spec,
                parser(
                    name,
                    spec,
                    zone=zone,
                    words=words.get(spec.vocabulary or _EMPTY),
                    secret=layout.secret if name in self._header.minted else None,
                ),
                may_be_empty=name == "id" and not (needs_ids and layout.secret is None),
                own=self._header.values.get(name),
            )
            for name, spec in kind.fields.items()
        }
        if layout.minutes is not None and "ended_at" in kind.fields:
            spec = evolve(kind.fields["ended_at"], kind="minutes")
            self._columns["ended_at"] = Column(spec, minutes, may_be_empty=False)
        for code, facts in self._header.layout_faults():
            faults.add(code, None, **facts)
        self._constants = {
            name: self._constant(name, text) for name, text in self._header.constants.items()
        }

    def _constant(self, name: str, text: str) -> object:
        value = self._columns[name].read(text)
        numbers = find_numbers([text])
        if isinstance(value, Bad) or numbers:
            code = numbers[0].code.replace("id.", "record.") if numbers else "table.constant"
            self._faults.add(code, None, field=f"{self._kind.name}.{name}", row="--set")
        return value

    # -- rows, by format ---------------------------------------------------------------------

    def csv_blocks(self, lines: Iterator[Line]) -> Iterator[_Block]:
        """Rows of CSV below the header."""
        above = self._layout.header_line - 1
        rows = csv_rows((line for line in lines if line[0] > above), self._faults)
        first = next(rows, None)
        if first is None:
            if not self._faults:
                self._faults.add("table.empty", None, kind=self._kind.name)
            return
        binding = self._header.bind(first[1], first[0], self._faults)
        if binding is None:
            return
        numbers: list[int] = []
        cells: list[list[str]] = []
        for number, row in rows:
            if not is_meant(binding.choices, row):
                continue
            fitting = self._fitting(row, number, binding)
            if fitting is not None:
                numbers.append(number)
                cells.append(fitting)
            if len(numbers) == CHUNK_ROWS:
                yield _block(numbers, cells, binding)
                numbers, cells = [], []
            if self._faults.is_full:
                return
        if numbers:
            yield _block(numbers, cells, binding)

    def _fitting(self, row: list[str], number: int, binding: Binding) -> list[str] | None:
        """A row as wide as the header; empty cells behind it are left out."""
        if len(row) == binding.width:
            return row
        if len(row) > binding.width and not any(map(str.strip, row[binding.width :])):
            return row[: binding.width]
        self._faults.add("table.cells", number, found=len(row), expected=binding.width)
        return None

    def json_blocks(self, lines: Iterator[Line]) -> Iterator[_Block]:
        """Objects of JSON lines."""
        shapes: dict[tuple[str, ...], Binding | None] = {}
        shown: dict[str, str] = {}
        numbers: list[int] = []
        cells: list[list[Any]] = []
        is_empty = True
        for number, found in json_rows(lines, self._faults):
            is_empty = False
            keys = tuple(key for key, _ in found)
            if keys not in shapes:
                if len(shapes) >= _MOST_SHAPES:
                    shapes.clear()
                shapes[keys] = self._header.bind(keys, number, self._faults)
            binding = shapes[keys]
            if self._faults.is_full:
                return
            if binding is None or not is_meant(binding.choices, [cell for _, cell in found]):
                continue
            shown = {**binding.shown, **shown}
            numbers.append(number)
            cells.append(self._in_order(found, binding))
            if len(numbers) == CHUNK_ROWS:
                yield self._all_fields(numbers, cells, shown)
                numbers, cells = [], []
        if is_empty and not self._faults:
            self._faults.add("table.empty", None, kind=self._kind.name)
        if numbers:
            yield self._all_fields(numbers, cells, shown)

    def _in_order(self, found: Object, binding: Binding) -> list[Any]:
        places = binding.places
        return [found[places[name]][1] if name in places else None for name in self._kind.fields]

    def _all_fields(
        self, numbers: list[int], cells: list[list[Any]], shown: Mapping[str, str]
    ) -> _Block:
        columns = dict(zip(self._kind.fields, zip(*cells, strict=True), strict=True))
        some = {name: column for name, column in columns.items() if name not in self._constants}
        return _Block(some, numbers, shown)

    # -- values ------------------------------------------------------------------------------

    def chunk(self, block: _Block) -> Chunk:
        """Rows whose cells can all be read, as values; the others are faults."""
        values: dict[str, Sequence[Any]] = {}
        bad: set[int] = set()
        for name in sorted(block.cells, key=lambda name: name == "ended_at"):  # after its start
            cells = block.cells[name]
            found = list(map(self._columns[name].read, cells))
            if name == "ended_at" and self._layout.minutes is not None:
                starts = self._constants.get("started_at")
                found = ends(values.get("started_at", [starts] * len(found)), found)
            bad |= self._tell_bad(name, found, cells, block)
            values[name] = found
        size = len(block.lines)
        values |= {name: [value] * size for name, value in self._constants.items()}
        lines: Sequence[int] = block.lines
        if bad:
            keep = [row for row in range(size) if row not in bad]
            values = {name: [column[row] for row in keep] for name, column in values.items()}
            lines = [lines[row] for row in keep]
        return Chunk(self._with_ids(values) if lines else values, lines, block.shown)

    def _tell_bad(
        self, name: str, found: Sequence[Any], cells: Sequence[Any], block: _Block
    ) -> set[int]:
        """Rows of a column that can't be read or that carry a person's number."""
        field = block.shown.get(name, f"{self._kind.name}.{name}")
        bad: set[int] = set()
        if self._kind.fields[name].kind not in ("day", "instant"):
            for refusal in find_numbers([_as_text(cell) for cell in cells]):
                code = refusal.code.replace("id.", "record.")
                self._faults.add(code, block.lines[refusal.row], field=field)
                bad.add(refusal.row)
        if Bad in set(map(type, found)):
            for row, value in enumerate(found):
                if isinstance(value, Bad) and row not in bad:
                    self._faults.add(value.code, block.lines[row], field=field, **dict(value.facts))
                    bad.add(row)
        return bad

    def _with_ids(self, values: dict[str, Sequence[Any]]) -> dict[str, Sequence[Any]]:
        """Values with an id for each event that has none."""
        ids = values.get("id")
        if self._kind.nature != "event" or (ids is not None and None not in ids):
            return values
        made = made_ids(self._kind, values, self._layout.secret)
        if ids is None:
            return {**values, "id": list(made)}
        return {**values, "id": [one or other for one, other in zip(ids, made, strict=True)]}


def _as_text(cell: object) -> str:
    """What a cell says, as far as it may carry a number: JSON has lists and whole numbers too."""
    if isinstance(cell, list):
        return "\t".join(one for one in cell if isinstance(one, str))
    return str(cell) if isinstance(cell, (str, int)) else ""


def _block(numbers: list[int], rows: list[list[str]], binding: Binding) -> _Block:
    cells = {name: list(map(itemgetter(place), rows)) for name, place in binding.places.items()}
    return _Block(cells, numbers, binding.shown)
