"""Check facts against registers and closed lists before they are written."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, MutableMapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from attrs import define, field

from fengqiao.errors import Fault, RecordError
from fengqiao.measures import Tally
from fengqiao.model import KINDS, Columns, Kind, Prepared, Table, cut, prepare
from fengqiao.model.references import (
    TOLD_APART_BY,
    find_overlaps,
    find_second_totals,
    find_unknown_codes,
    find_unrecorded,
    find_unregistered,
    find_wrong_totals,
    span_of,
)
from fengqiao.model.registry import Registers
from fengqiao.rules import Catalogue
from fengqiao.store import Appended, Store
from fengqiao.store.batches import CHUNK_ROWS
from fengqiao.timing import Span, day_in, epoch
from fengqiao.timing.days import FIRST_DAY

_AT_LAST = datetime(9999, 12, 1, tzinfo=UTC)
"""After all that is known: answers as of then are counted anew, and not kept."""

EVER = Span(date(1900, 1, 1), date(9999, 12, 31))
"""Every day there is."""

_REGISTERS = tuple(kind.name for kind in KINDS.values() if kind.nature == "register")


def read_registers(store: Store, span: Span, *, as_known: datetime | None = None) -> Registers:
    """Register facts of every kind that hold on at least one day of a span."""
    return Registers(
        {kind: store.register(kind, during=span, as_known=as_known) for kind in _REGISTERS}
    )


def record_columns(
    store: Store, catalogue: Catalogue, kind_name: str, columns: Columns, *, known_at: datetime
) -> Appended:
    """Check columns against all that is known and write them, piece by piece where they are long.

    Raises:
        RecordError: With every fault found; nothing was written.
    """
    lengths = {len(column) if hasattr(column, "__len__") else -1 for column in columns.values()}
    if len(lengths) != 1 or max(lengths) <= CHUNK_ROWS:
        ready = require_recordable(store, catalogue, kind_name, columns, known_at)
        return store.append(kind_name, ready, known_at=known_at)
    checks = _checks(store, catalogue, kind_name, known_at)
    checks.registers = read_registers(store, EVER)
    return store.append_all(kind_name, _pieces(checks, columns, *lengths), known_at=known_at)


def require_recordable(
    store: Store, catalogue: Catalogue, kind_name: str, columns: Columns, known_at: datetime
) -> Prepared:
    """Refuse columns, codes, references and days that can't be right.

    Raises:
        RecordError: With every fault found; nothing was written.
    """
    ready, faults = _checks(store, catalogue, kind_name, known_at).look(columns)
    if ready is None:
        raise RecordError.of(faults)
    return ready


def _checks(store: Store, catalogue: Catalogue, kind_name: str, known_at: datetime) -> Checks:
    if kind_name not in KINDS:
        raise RecordError("record.unknown_kind", kinds=sorted(KINDS))
    if getattr(known_at, "tzinfo", None) is None:
        raise RecordError("record.naive_known_at")
    return Checks(store=store, catalogue=catalogue, kind=KINDS[kind_name], known_at=known_at)


def _pieces(checks: Checks, columns: Columns, rows: int) -> Iterator[Columns]:
    """Columns cut and checked, until the first fault; then the rest is only checked."""
    found: dict[object, Fault] = {}
    for start in range(0, rows, CHUNK_ROWS):
        ready, faults = checks.look(cut(columns, slice(start, start + CHUNK_ROWS)))
        for fault in faults:
            row = fault.facts.get("row")
            facts = {**fault.facts, "row": row + start} if isinstance(row, int) else fault.facts
            found.setdefault(facts.get("field"), Fault(fault.code, facts, fault.place))
        if ready is not None and not found:
            checks.remember(ready.table)
            yield ready
    if found:
        raise RecordError.of(list(found.values()))


@define(kw_only=True)
class Checks:
    """Checks of facts of one kind that come piece by piece.

    Attributes:
        registers: Register facts that hold on the days of all pieces, and those that came before;
            None reads those of each piece.
        told: Ids of the totals that came before, by `TOLD_APART_BY`.
    """

    store: Store
    catalogue: Catalogue
    kind: Kind
    known_at: datetime
    registers: Registers | None = None
    told: dict[tuple[object, ...], object] = field(factory=dict)

    def look(self, columns: Columns) -> tuple[Prepared | None, tuple[Fault, ...]]:
        """Columns that are in order, or what is wrong: the first such row of each field."""
        try:
            table = prepare(self.kind, columns, zone=self.store.zone)
        except RecordError as error:
            return None, error.faults
        faults = self._faults(table)
        ready = Prepared(self.kind.name, self.store.zone, columns, table)
        return (None, tuple(faults)) if faults else (ready, ())

    def _faults(self, table: Table) -> list[Fault]:
        span = span_of(self.kind, table)
        if span is None:
            return []
        return find_faults(
            self.kind,
            table,
            self.store,
            self.registers or read_registers(self.store, span),
            catalogue=self.catalogue,
            known_at=self.known_at,
            told=self.told,
        )

    def remember(self, table: Table) -> None:
        """Let later rows of a register, and later totals, be compared with these."""
        if self.kind.nature == "register" and self.registers is not None:
            held = self.registers.table(self.kind.name)
            both = {name: [*held[name], *table[name]] for name in self.kind.fields}
            self.registers = self.registers.with_table(self.kind.name, Table(both))
        if self.kind.name == "total":
            names = table.rows(*TOLD_APART_BY)
            self.told.update(zip(map(tuple, names), table["id"], strict=True))


def find_faults(
    kind: Kind,
    table: Table,
    store: Store,
    registers: Registers,
    *,
    catalogue: Catalogue,
    known_at: datetime,
    told: MutableMapping[tuple[object, ...], object] | None = None,
) -> list[Fault]:
    """What is wrong with facts that are in stored form: the first such row of each field.

    Args:
        kind: Kind of fact.
        table: The facts; at least one.
        store: Where they are to go, for the events that they name.
        registers: Its register facts that hold on the days of the table.
        catalogue: Closed lists.
        known_at: When the host came to know the facts.
        told: Ids of totals that come with these facts and stand before them, by `TOLD_APART_BY`.
    """
    if late := _find_late(kind, table, known_at, store.zone):
        return late
    words = {name: catalogue.words(name) for name in catalogue.vocabularies}
    faults = find_unknown_codes(kind, table, words)
    shares = {key.name: key for key in catalogue.keys.values() if key.value == "share"}
    ratings = {name for name, key in shares.items() if key.is_rating or key.may_exceed}
    faults += find_wrong_totals(kind, table, shares=shares, ratings=ratings)
    faults += find_unregistered(kind, table, registers) if not faults else []
    faults += find_overlaps(kind, table, registers)
    span = span_of(kind, table)
    if kind.name == "total" and span is not None and not faults:
        faults += find_second_totals(
            kind, table, ChainMap({}, told or {}, _told(store, table, span))
        )
    faults += _find_unrecorded(store, kind, table, span) if span is not None and not faults else []
    return faults


def _told(store: Store, table: Table, span: Span) -> dict[tuple[object, ...], object]:
    """Ids of the totals that a store holds of these keys on these days."""
    left = store.purged().get("total", span.first)
    if left > span.last:  # the store takes no such totals
        return {}
    span = Span(max(span.first, left), span.last)
    names = ("id", *TOLD_APART_BY)
    keys = frozenset(table["key"])
    wanted = Tally("total", "events", by=names, spans=(span,), where=(("key", "in", keys),))
    (found,) = store.tally([wanted], as_known=_AT_LAST)
    return {tuple(name): fact for fact, *name in found.rows(*names)}


def _find_unrecorded(store: Store, kind: Kind, table: Table, span: Span) -> list[Fault]:
    """Faults of fields that name what no earlier event holds: a meeting, an action item."""
    wanted = {name: spec.recorded for name, spec in kind.fields.items() if spec.recorded}
    faults = []
    for name, (event, holding) in wanted.items():
        first: dict[object, int] = {}
        left = store.purged().get(event, FIRST_DAY)
        days = Span(left, max(left, span.last))
        for rows in store.rows(event, during=days):
            for value, day in rows.rows(holding, "day"):
                first[value] = min(day, first.get(value, day))
        late = find_unrecorded(kind, table, name, first)
        faults += [late] if late else []
    return faults


def _find_late(kind: Kind, table: Table, known_at: datetime, zone: ZoneInfo) -> list[Fault]:
    """A fault of the first event that was over only after it was known."""
    if kind.dated_by is None:
        return []
    name = "ended_at" if "ended_at" in table.columns else kind.dated_by
    by_instant = kind.fields[name].kind == "instant"
    known = epoch(known_at)
    latest = known if by_instant else day_in(zone, known).toordinal()
    row = next((row for row, at in enumerate(table[name]) if at > latest), None)
    facts = {"field": f"{kind.name}.{name}", "row": row}
    return [] if row is None else [Fault("record.after_known", facts)]
