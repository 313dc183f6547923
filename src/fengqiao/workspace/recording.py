"""Check facts against registers and closed lists before they are written."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import MutableMapping
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from fengqiao.errors import Fault, RecordError
from fengqiao.measures import Tally
from fengqiao.model import KINDS, Columns, Kind, Table, prepare
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
from fengqiao.store import Store
from fengqiao.timing import Span, day_in, epoch
from fengqiao.timing.days import FIRST_DAY

_AT_LAST = datetime(9999, 12, 1, tzinfo=UTC)
"""After all that is known: answers as of then are counted anew, and not kept."""

_REGISTERS = tuple(kind.name for kind in KINDS.values() if kind.nature == "register")


def read_registers(store: Store, span: Span, *, as_known: datetime | None = None) -> Registers:
    """Register facts of every kind that hold on at least one day of a span."""
    return Registers(
        {kind: store.register(kind, during=span, as_known=as_known) for kind in _REGISTERS}
    )


def require_recordable(
    store: Store, catalogue: Catalogue, kind_name: str, columns: Columns, known_at: datetime
) -> None:
    """Refuse columns, codes, references and days that can't be right.

    Raises:
        RecordError: With every fault found; nothing was written.
    """
    if kind_name not in KINDS:
        raise RecordError("record.unknown_kind", kinds=sorted(KINDS))
    if getattr(known_at, "tzinfo", None) is None:
        raise RecordError("record.naive_known_at")
    kind = KINDS[kind_name]
    table = prepare(kind, columns, zone=store.zone)
    span = span_of(kind, table)
    if span is None:
        return
    faults = find_faults(
        kind,
        table,
        store,
        read_registers(store, span),
        catalogue=catalogue,
        known_at=known_at,
    )
    if faults:
        raise RecordError.of(faults)


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
    names = ("id", *TOLD_APART_BY)
    keys = frozenset(table["key"])
    wanted = Tally("total", "events", by=names, spans=(span,), where=(("key", "in", keys),))
    (found,) = store.tally([wanted], as_known=_AT_LAST)
    return {tuple(name): fact for fact, *name in found.rows(*names)}


def _find_unrecorded(store: Store, kind: Kind, table: Table, span: Span) -> list[Fault]:
    """Faults of fields that name what no earlier event holds: a meeting, an action item."""
    wanted = {name: spec.recorded for name, spec in kind.fields.items() if spec.recorded}
    faults = []
    for name, (event, field) in wanted.items():
        first: dict[object, int] = {}
        for rows in store.rows(event, during=Span(FIRST_DAY, span.last)):
            for value, day in rows.rows(field, "day"):
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
