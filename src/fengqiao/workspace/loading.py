"""Load a host's table: every row is checked while it is read, and all are written or none."""

from __future__ import annotations

import errno
import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, Protocol

from attrs import define

from fengqiao.errors import Fault, Place, RecordError, StoreConflict, StoreError, TableError
from fengqiao.model import KINDS, Columns, Kind, Prepared, cut, prepare
from fengqiao.rules import Catalogue
from fengqiao.store import Appended, Store
from fengqiao.store.arguments import require_lines
from fengqiao.tables import MOST_LINE_BYTES, Layout, TableFaults, read_chunks
from fengqiao.workspace.recording import EVER, Checks, read_registers

Source = str | os.PathLike[str] | Iterable[bytes] | Iterable[str]
"""A path, or the lines of a table."""

_NO_FILE = "lines"
_FEW_ROWS = 1_000


class _Holding(Protocol):
    """What this method needs of the workspace that it belongs to."""

    @property
    def store(self) -> Store: ...

    @property
    def catalogue(self) -> Catalogue: ...


class LoadsTables:
    """The method of a workspace that loads a host's tables."""

    __slots__ = ()

    def load_table(
        self: _Holding,
        kind: str,
        source: Source,
        *,
        known_at: datetime,
        layout: Layout | None = None,
    ) -> Appended:
        """Load a host's table of facts of one kind: all its rows, or none.

        The table is read once, so many rows at a time, and may be of any length. Every row is
        checked as `record` would check it; while it is read nobody else can write to the store.

        Args:
            kind: `visit`, `session`, `assignment` ... see `model.KINDS`.
            source: A path, or lines as bytes or text.
            known_at: When the host came to know the facts; with a zone.
            layout: How the table is written; without it, CSV in UTF-8 with known headers.

        Returns:
            How many facts were new, repeated, refused.

        Raises:
            TableError: With every fault, each with its line; nothing was written.
            StoreConflict: An id is taken, or was withdrawn; nothing was written.
            StoreError: The store can't be written; nothing was written.
        """
        given = Layout() if layout is None else layout
        return load_table(self.store, self.catalogue, kind, source, layout=given, known_at=known_at)


def load_table(
    store: Store,
    catalogue: Catalogue,
    kind_name: str,
    source: Source,
    *,
    layout: Layout,
    known_at: datetime,
) -> Appended:
    """Load a table into a store; see `Workspace.load_table`."""
    if kind_name not in KINDS:
        raise RecordError("record.unknown_kind", kinds=sorted(KINDS))
    if getattr(known_at, "tzinfo", None) is None:
        raise RecordError("record.naive_known_at")
    kind = KINDS[kind_name]
    loading = _Loading(
        store=store,
        catalogue=catalogue,
        kind=kind,
        layout=layout,
        known_at=known_at,
        faults=TableFaults(_name_of(source)),
        checks=Checks(store=store, catalogue=catalogue, kind=kind, known_at=known_at),
    )
    if not isinstance(source, (str, os.PathLike)):
        require_lines(source)
        return loading.load(source)
    path, reason = Path(source), ""
    try:
        with path.open("rb") as stream:
            return loading.load(_lines(stream))
    except StoreError:  # which is an OSError too
        raise
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
    raise TableError("table.cannot_open", place=Place(str(path)), reason=reason)


def _name_of(source: Source) -> str:
    return os.fspath(source) if isinstance(source, (str, os.PathLike)) else _NO_FILE


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines of a file; of one that is too long no more is held than shows that it is."""
    while line := stream.readline(MOST_LINE_BYTES + 1):
        yield line
        while len(line) > MOST_LINE_BYTES and not line.endswith(b"\n"):
            line = stream.readline(MOST_LINE_BYTES + 1)
            if not line:
                return


@define(kw_only=True)
class _Loading:
    """One table on its way into a store."""

    store: Store
    catalogue: Catalogue
    kind: Kind
    layout: Layout
    known_at: datetime
    faults: TableFaults
    checks: Checks
    last: tuple[Sequence[str], Sequence[int]] = ((), ())
    """Ids and lines of the rows that the store was given last."""

    def load(self, lines: Iterable[bytes] | Iterable[str]) -> Appended:
        """Write all rows, or none where anything is wrong with one of them."""
        self.checks.registers = read_registers(self.store, EVER)
        batches = self._batches(lines)
        try:
            return self.store.append_all(self.kind.name, batches, known_at=self.known_at)
        except StoreConflict as error:
            conflict = self._placed(error.faults[0])
        with suppress(TableError):  # what else is wrong is told with it
            deque(batches, maxlen=0)
        raise StoreConflict.of([conflict, *self.faults.all()])

    def _batches(self, lines: Iterable[bytes] | Iterable[str]) -> Iterator[Columns]:
        """Columns of rows in order, until the first fault; then the rest is only checked.

        Raises:
            TableError: After the last row, where there was a fault.
        """
        chunks = read_chunks(
            self.kind,
            lines,
            self.layout,
            self.faults,
            catalogue=self.catalogue,
            zone=self.store.zone,
        )
        for chunk in chunks:
            columns = self._with_ids(chunk.columns)
            ready = self._check(columns, chunk.lines, chunk.shown)
            if ready is not None and not self.faults:
                self.last = (ready.table["id"], chunk.lines)
                yield ready
        if self.faults:
            raise self.faults.error()

    def _with_ids(self, columns: Columns) -> Columns:
        """Columns in which register facts without an id have the one that is made for them.

        Where none has one, the store makes them all.
        """
        ids = columns.get("id")
        if ids is None or None not in ids or self.kind.nature == "event" or not any(ids):
            return columns
        rest = {name: column for name, column in columns.items() if name != "id"}
        try:
            made = prepare(self.kind, rest, zone=self.store.zone)["id"]
        except RecordError:
            return rest  # what is wrong is found again, and told with its line
        return {**rest, "id": [one or other for one, other in zip(ids, made, strict=True)]}

    def _check(
        self, columns: Columns, lines: Sequence[int], shown: Mapping[str, str]
    ) -> Prepared | None:
        """Rows in stored form; None where one is wrong, after every wrong one was told.

        A check names the first wrong row of each field, so rows that were told are left out and
        the others looked at again, few at a time.
        """
        ready, found = self.checks.look(columns)
        if ready is not None:
            self.checks.remember(ready.table)
            return ready
        if len(lines) > _FEW_ROWS:
            for start in range(0, len(lines), _FEW_ROWS):
                some = slice(start, start + _FEW_ROWS)
                if not self.faults.is_full:
                    self._check(cut(columns, some), lines[some], shown)
            return None
        wrong = {row for fault in found if isinstance(row := fault.facts.get("row"), int)}
        for row in sorted(wrong):  # all of its faults, not only those that stand first
            _, alone = self.checks.look(cut(columns, slice(row, row + 1)))
            both = [*alone, *(fault for fault in found if fault.facts.get("row") == row)]
            for fault in {(one.code, one.facts.get("field")): one for one in both}.values():
                self._tell(fault, lines[row], shown)
        for fault in found:
            if "row" not in fault.facts:
                self._tell(fault, None, shown)
        left = [row for row in range(len(lines)) if row not in wrong]
        if wrong and left and not self.faults.is_full:
            kept = {name: [column[row] for row in left] for name, column in columns.items()}
            self._check(kept, [lines[row] for row in left], shown)
        return None

    def _tell(self, fault: Fault, line: int | None, shown: Mapping[str, str]) -> None:
        """Keep a fault with its line and the name of its column."""
        name = str(fault.facts.get("field", "")).rpartition(".")[2]
        facts = {key: fact for key, fact in fault.facts.items() if key != "row"}
        if name in shown:
            facts["field"] = shown[name]
        self.faults.add(fault.code, line, **facts)

    def _placed(self, fault: Fault) -> Fault:
        """A conflict with the line of the row whose id is taken."""
        ids, lines = self.last
        same = [line for id_, line in zip(ids, lines, strict=True) if id_ == fault.facts.get("id")]
        line = same[-1] if same else None
        return Fault(fault.code, fault.facts, Place(self.faults.file, line))
