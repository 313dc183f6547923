"""The store in memory: the obvious way to keep the promise, by which the others are measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from threading import RLock
from zoneinfo import ZoneInfo

from fengqiao.errors import StoreError
from fengqiao.measures.tallies import Tally
from fengqiao.model import CASE_EVENT, KINDS, Columns, Kind, Table
from fengqiao.store import lines
from fengqiao.store.arguments import (
    as_known_seconds,
    is_text,
    known_seconds,
    require_batches,
    require_lines,
    require_list,
    require_ref,
    require_type,
)
from fengqiao.store.asking import (
    require_few,
    require_reason,
    require_register,
    require_tally,
    stored_names,
    unknown_id,
)
from fengqiao.store.batches import (
    CHUNK_ROWS,
    kind_named,
    prepared_batches,
    require_same,
    voided,
    without_erased,
)
from fengqiao.store.case_order import (
    CASE_COLUMNS,
    case_columns,
    require_case,
    require_not_erased,
    require_orderly,
    require_version,
)
from fengqiao.store.memory_state import (
    Batch,
    Cells,
    Fact,
    State,
    Void,
    learn_erasures,
    learn_purge,
    purge_facts,
    replace,
)
from fengqiao.store.protocol import Appended, Purged
from fengqiao.store.purging import (
    Kept,
    require_keep,
    require_purge,
    without_purged,
)
from fengqiao.timing import Span


class MemoryStore:
    """A store that lives as long as the process.

    Args:
        zone: Zone in which the day of an event is its day.
    """

    abilities: frozenset[str] = frozenset()

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self._state = State()
        self._lock = RLock()
        self._closed = False

    def append(self, kind: str, columns: Columns, *, known_at: datetime) -> Appended:
        """Add facts of one kind; see `Store.append`."""
        with self._lock:
            self._require_open()
            found, seconds = kind_named(kind), known_seconds(known_at)
            require_type("columns", columns, Mapping)
            return self._append(self._state, found, columns, seconds)

    def append_all(self, kind: str, batches: Iterable[Columns], *, known_at: datetime) -> Appended:
        """Add facts that come batch by batch; see `Store.append_all`."""
        with self._lock:
            self._require_open()
            found, seconds = kind_named(kind), known_seconds(known_at)
            require_batches(batches)
            state, done = self._state.copy(), Appended()
            for columns in batches:
                require_type("columns", columns, Mapping)
                done += self._append(state, found, columns, seconds)
            self._state = state
            return done

    def _append(
        self, state: State, kind: Kind, columns: Columns, known_at: int, *, is_load: bool = False
    ) -> Appended:
        done = Appended()
        held = state.facts[kind.name]
        added: dict[str, Fact] = {}
        batches: list[Batch] = []
        for table in prepared_batches(kind, columns, zone=self.zone):
            if kind is CASE_EVENT:
                before = (fact.cells for fact in added.values())
                require_orderly(table, state.cases.held(table).plus(before), is_load=is_load)
            left, late = without_purged(kind, table, state.purges.before(kind))
            kept, refused = without_erased(kind, left, state.erasures)
            new: list[str] = []
            for row in kept.rows(*kept.columns):
                cells = dict(zip(kept.columns, row, strict=True))
                id_ = cells["id"]
                fact = held.get(id_) or added.get(id_)
                if fact is None:
                    added[id_] = Fact(cells, known_at)
                    new.append(id_)
                elif not is_load and (kind.name, id_) in state.voids:
                    raise voided(kind, id_)
                else:
                    require_same(
                        kind, *(tuple(c[f] for f in kind.fields) for c in (fact.cells, cells))
                    )
            if new:
                batches.append(Batch(kind, known_at, tuple(new)))
            done += Appended(len(new), len(kept) - len(new), refused + late)
        held.update(added)
        state.batches += batches
        if kind is CASE_EVENT:
            for fact in added.values():
                state.cases.add(fact.cells)
        return done

    def case(self, case_id: str, *, as_known: datetime | None = None) -> tuple[int, Table]:
        """The steps of a case, and its version; see `Store.case`."""
        with self._lock:
            self._require_open()
            name, latest = require_case(case_id), as_known_seconds(as_known)
            state = self._state
            steps = state.cases.steps.get(name, {})
            known = [seq for seq in sorted(steps) if state.knows(CASE_EVENT, steps[seq], latest)]
            held = state.facts[CASE_EVENT.name]
            ids = [steps[seq] for seq in known]
            facts = [held[id_] for id_ in ids if not state.is_void(CASE_EVENT, id_, latest)]
        rows = [{**fact.cells, "known_at": fact.known_at} for fact in facts]
        table = Table({name: [row[name] for row in rows] for name in CASE_COLUMNS})
        return max(known, default=0), table

    def append_case(
        self, case_id: str, *, at_version: int, events: Columns, known_at: datetime
    ) -> int:
        """Add steps to a case; see `Store.append_case`."""
        with self._lock:
            self._require_open()
            name, seconds = require_case(case_id), known_seconds(known_at)
            columns = case_columns(name, at_version, events)
            require_version(at_version, max(self._state.cases.steps.get(name, {}), default=0))
            require_not_erased(columns, self._state.erasures)
            return at_version + self._append(self._state, CASE_EVENT, columns, seconds).new

    def void(self, kind: str, ids: Sequence[str], *, known_at: datetime, reason: str) -> int:
        """Withdraw facts; see `Store.void`."""
        with self._lock:
            self._require_open()
            held = self._state.facts[kind_named(kind).name]
            void = Void(known_seconds(known_at), require_reason(reason))
            require_list("ids", ids)
            for row, id_ in enumerate(ids):
                if not is_text(id_) or id_ not in held:
                    raise unknown_id(KINDS[kind], ids, row)
            return self._void(self._state, kind, ids, void)

    def _void(self, state: State, kind: str, ids: Iterable[str], void: Void) -> int:
        before = len(state.voids)
        for id_ in ids:
            state.voids.setdefault((kind, id_), void)
        return len(state.voids) - before

    def tally(self, wanted: Sequence[Tally], *, as_known: datetime | None = None) -> list[Table]:
        """Answer counts; see `Store.tally`."""
        with self._lock:
            self._require_open()
            require_list("wanted", wanted)
            kinds, latest = [require_tally(tally) for tally in wanted], as_known_seconds(as_known)
            live = {kind.name: self._state.live(kind, latest) for kind in kinds}
            purges = self._state.purges.copy()
        return [
            purges.answer(kind, tally, live[kind.name], is_as_known=latest is not None)
            for kind, tally in zip(kinds, wanted, strict=True)
        ]

    def register(self, kind: str, *, during: Span, as_known: datetime | None = None) -> Table:
        """Facts of a register that hold during a span; see `Store.register`."""
        found = require_register(kind)
        return _table(kind_named(kind), self._select(found, during, as_known))

    def rows(self, kind: str, *, during: Span, as_known: datetime | None = None) -> Iterator[Table]:
        """Facts of a kind marked few; see `Store.rows`."""
        few = require_few(kind)
        found = self._select(few, during, as_known)
        cuts = range(0, len(found), CHUNK_ROWS)
        return iter([_table(few, found[cut : cut + CHUNK_ROWS]) for cut in cuts])

    def _select(self, kind: Kind, during: Span, as_known: datetime | None) -> list[Cells]:
        require_type("during", during, Span)
        latest = as_known_seconds(as_known)
        first, last = during.first.toordinal(), during.last.toordinal()
        with self._lock:
            self._require_open()
            self._state.purges.require_left(kind, first)
            live = self._state.live(kind, latest)
        if kind.nature == "event":
            found = [cells for cells in live if first <= cells["day"] <= last]
            return sorted(found, key=lambda cells: (cells["day"], cells["id"]))
        found = [
            cells
            for cells in live
            if cells["since"] <= last and (cells["until"] is None or cells["until"] >= first)
        ]
        return sorted(found, key=lambda cells: str(cells["id"]))

    def erase(self, ref: str) -> int:
        """Replace a reference by a random one; see `Store.erase`."""
        require_ref(ref)
        with self._lock:
            self._require_open()
            state = self._state
            key, digest = state.erasures.record_of(ref)
            state.erasures = state.erasures.plus([(key, digest)])
            return replace(state, ref, key)

    def purge(
        self, kind: str, *, before: date, keep: Sequence[Tally] = (), dry_run: bool = False
    ) -> Purged:
        """Take away the facts of whole months; see `Store.purge`."""
        found = require_purge(kind, before)
        tallies = require_keep(found, keep)
        with self._lock:
            self._require_open()
            state = self._state.copy()
            done = purge_facts(state, found, before, tallies)
            self._state = self._state if dry_run else state
        return done

    def purged(self) -> Mapping[str, date]:
        """The first day that is left of each kind that was purged."""
        with self._lock:
            self._require_open()
            marks = dict(self._state.purges.marks)
        return {kind: date.fromordinal(mark) for kind, mark in sorted(marks.items())}

    def export(self) -> Iterator[bytes]:
        """Everything held, as lines of JSON; see `Store.export`."""
        with self._lock:
            self._require_open()
            return _exported(self.zone, self._state.copy())

    def load(self, lines_: Iterable[bytes]) -> Appended:
        """Take in an export; see `Store.load`."""
        with self._lock:
            self._require_open()
            require_lines(lines_)
            state = self._state.copy()
            done, here = Appended(), dict(state.purges.marks)
            for line in lines.read(lines_, self.zone):
                if isinstance(line, lines.ErasedLine):
                    learn_erasures(state, line)
                elif isinstance(line, lines.PurgedLine):
                    learn_purge(state, line)
                elif isinstance(line, Kept):
                    state.purges.take(line, here=here, erasures=state.erasures)
                elif isinstance(line, lines.BatchLine):
                    batch = (line.kind, line.columns, line.known_at)
                    done += self._append(state, *batch, is_load=True)
                else:
                    held = state.facts[line.kind.name]
                    ids = [id_ for id_ in line.ids if id_ in held]
                    self._void(state, line.kind.name, ids, Void(line.known_at, line.reason))
            self._state = state
            return done

    def close(self) -> None:
        """Refuse every later call."""
        self._closed = True

    def _require_open(self) -> None:
        if self._closed:
            raise StoreError("store.closed")


def _table(kind: Kind, found: Sequence[Cells]) -> Table:
    names = stored_names(kind)
    return Table({name: [cells[name] for cells in found] for name in names})


def _exported(zone: ZoneInfo, state: State) -> Iterator[bytes]:
    yield lines.header(zone)
    yield from lines.erased(state.erasures)
    yield from lines.purged(state.purges.marks, state.purges.kept.values())
    for batch in state.batches:
        held = state.facts[batch.kind.name]
        found = _table(batch.kind, [held[id_].cells for id_ in batch.ids])
        yield lines.batch(batch.kind, found.columns, batch.known_at)
    voids = ((k, i, void.known_at, void.reason) for (k, i), void in state.voids.items())
    yield from lines.voids(voids)
