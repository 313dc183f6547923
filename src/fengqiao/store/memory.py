"""The store in memory: the obvious way to keep the promise, by which the others are measured."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from threading import RLock
from typing import Any
from zoneinfo import ZoneInfo

from attrs import Factory, define, evolve, frozen

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
from fengqiao.store.counting import answer
from fengqiao.store.erasing import Erasures, erased_id, fresh_token
from fengqiao.store.memory_cases import CasesHeld
from fengqiao.store.protocol import Appended
from fengqiao.timing import Span

_Cells = Mapping[str, Any]


@frozen
class _Fact:
    cells: _Cells
    known_at: int


@frozen
class _Void:
    known_at: int
    reason: str


@frozen
class _Batch:
    kind: Kind
    known_at: int
    ids: tuple[str, ...]


@define
class _State:
    """Everything held: facts by kind and id, batches and withdrawals in the order they came."""

    facts: dict[str, dict[str, _Fact]] = Factory(lambda: {name: {} for name in KINDS})
    batches: list[_Batch] = Factory(list)
    voids: dict[tuple[str, str], _Void] = Factory(dict)
    erasures: Erasures = Factory(Erasures)
    cases: CasesHeld = Factory(CasesHeld)

    def copy(self) -> _State:
        """A state that can be changed without changing this one."""
        facts = {name: dict(held) for name, held in self.facts.items()}
        return _State(facts, list(self.batches), dict(self.voids), self.erasures, self.cases.copy())

    def live(self, kind: Kind, latest: int | None) -> list[_Cells]:
        """Facts known by then and not withdrawn by then."""
        return [
            fact.cells
            for id_, fact in self.facts[kind.name].items()
            if self.knows(kind, id_, latest) and not self.is_void(kind, id_, latest)
        ]

    def knows(self, kind: Kind, id_: str, latest: int | None) -> bool:
        """Whether a fact that is held was known by then."""
        return latest is None or self.facts[kind.name][id_].known_at <= latest

    def is_void(self, kind: Kind, id_: str, latest: int | None) -> bool:
        """Whether a fact was withdrawn by then."""
        void = self.voids.get((kind.name, id_))
        return void is not None and (latest is None or void.known_at <= latest)


class MemoryStore:
    """A store that lives as long as the process.

    Args:
        zone: Zone in which the day of an event is its day.
    """

    abilities: frozenset[str] = frozenset()

    def __init__(self, zone: ZoneInfo) -> None:
        self.zone = zone
        self._state = _State()
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
        self, state: _State, kind: Kind, columns: Columns, known_at: int, *, is_load: bool = False
    ) -> Appended:
        done = Appended()
        held = state.facts[kind.name]
        added: dict[str, _Fact] = {}
        batches: list[_Batch] = []
        for table in prepared_batches(kind, columns, zone=self.zone):
            if kind is CASE_EVENT:
                before = (fact.cells for fact in added.values())
                require_orderly(table, state.cases.held(table).plus(before), is_load=is_load)
            kept, refused = without_erased(kind, table, state.erasures)
            new: list[str] = []
            for row in kept.rows(*kept.columns):
                cells = dict(zip(kept.columns, row, strict=True))
                id_ = cells["id"]
                fact = held.get(id_) or added.get(id_)
                if fact is None:
                    added[id_] = _Fact(cells, known_at)
                    new.append(id_)
                elif not is_load and (kind.name, id_) in state.voids:
                    raise voided(kind, id_)
                else:
                    require_same(
                        kind, *(tuple(c[f] for f in kind.fields) for c in (fact.cells, cells))
                    )
            if new:
                batches.append(_Batch(kind, known_at, tuple(new)))
            done += Appended(len(new), len(kept) - len(new), refused)
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
            void = _Void(known_seconds(known_at), require_reason(reason))
            require_list("ids", ids)
            for row, id_ in enumerate(ids):
                if not is_text(id_) or id_ not in held:
                    raise unknown_id(KINDS[kind], ids, row)
            return self._void(self._state, kind, ids, void)

    def _void(self, state: _State, kind: str, ids: Iterable[str], void: _Void) -> int:
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
        return [answer(tally, live[tally.kind]) for tally in wanted]

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

    def _select(self, kind: Kind, during: Span, as_known: datetime | None) -> list[_Cells]:
        require_type("during", during, Span)
        latest = as_known_seconds(as_known)
        first, last = during.first.toordinal(), during.last.toordinal()
        with self._lock:
            self._require_open()
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
            return _replace(state, ref, key)

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
            done = Appended()
            for line in lines.read(lines_, self.zone):
                if isinstance(line, lines.ErasedLine):
                    _learn(state, line)
                elif isinstance(line, lines.BatchLine):
                    batch = (line.kind, line.columns, line.known_at)
                    done += self._append(state, *batch, is_load=True)
                else:
                    held = state.facts[line.kind.name]
                    ids = [id_ for id_ in line.ids if id_ in held]
                    self._void(state, line.kind.name, ids, _Void(line.known_at, line.reason))
            self._state = state
            return done

    def close(self) -> None:
        """Refuse every later call."""
        self._closed = True

    def _require_open(self) -> None:
        if self._closed:
            raise StoreError("store.closed")


def _table(kind: Kind, found: Sequence[_Cells]) -> Table:
    names = stored_names(kind)
    return Table({name: [cells[name] for cells in found] for name in names})


def _replace(state: _State, ref: str, key: bytes) -> int:
    """Put one token in the place of a reference; returns how many facts that changed.

    Ids of facts that hold the reference are replaced with it.
    """
    token = fresh_token()
    changed = 0
    for name, kind in KINDS.items():
        held = state.facts[name]
        ids: dict[str, str] = {}
        for id_, fact in held.items():
            new = {field: token for field in kind.refs if fact.cells[field] == ref}
            if new:
                ids[id_] = new["id"] = erased_id(key, id_) if ref in id_ else id_
                held[id_] = evolve(fact, cells={**fact.cells, **new})
        changed += len(ids)
        renamed = {old: new for old, new in ids.items() if old != new}
        if renamed:
            _rename(state, name, renamed)
        if ids and kind is CASE_EVENT:
            state.cases = CasesHeld.of(fact.cells for fact in state.facts[name].values())
    return changed


def _rename(state: _State, name: str, ids: Mapping[str, str]) -> None:
    """Give facts of a kind other ids, wherever the old ones stand; their order stays."""
    state.facts[name] = {ids.get(id_, id_): fact for id_, fact in state.facts[name].items()}
    state.batches = [
        evolve(batch, ids=tuple(ids.get(id_, id_) for id_ in batch.ids))
        if batch.kind.name == name
        else batch
        for batch in state.batches
    ]
    state.voids = {
        (kind, ids.get(id_, id_) if kind == name else id_): void
        for (kind, id_), void in state.voids.items()
    }


def _learn(state: _State, line: lines.ErasedLine) -> None:
    """Erase here what was erased where the lines come from."""
    learnt = Erasures((line.key, digest) for digest in line.digests).minus(state.erasures)
    if learnt:
        state.erasures = state.erasures.plus(learnt)
        refs = {
            fact.cells[field]
            for name, kind in KINDS.items()
            for field in kind.refs
            for fact in state.facts[name].values()
        }
        for ref in sorted(learnt.among(refs)):
            _replace(state, ref, learnt.record_of(ref)[0])


def _exported(zone: ZoneInfo, state: _State) -> Iterator[bytes]:
    yield lines.header(zone)
    yield from lines.erased(state.erasures)
    for batch in state.batches:
        held = state.facts[batch.kind.name]
        found = _table(batch.kind, [held[id_].cells for id_ in batch.ids])
        yield lines.batch(batch.kind, found.columns, batch.known_at)
    voids = ((k, i, void.known_at, void.reason) for (k, i), void in state.voids.items())
    yield from lines.voids(voids)
