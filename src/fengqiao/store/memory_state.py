"""What the store in memory holds, and what erasing and purging change of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from attrs import Factory, define, evolve, frozen

from fengqiao.measures.tallies import Tally
from fengqiao.model import CASE_EVENT, KINDS, Kind
from fengqiao.store import lines
from fengqiao.store.erasing import Erasures, erased_id, fresh_token
from fengqiao.store.memory_cases import CasesHeld
from fengqiao.store.memory_purge import PurgesHeld
from fengqiao.store.protocol import Purged
from fengqiao.store.purging import by_month, not_purged_here, to_keep

Cells = Mapping[str, Any]


@frozen
class Fact:
    """A fact in stored form, and since when it is known."""

    cells: Cells
    known_at: int


@frozen
class Void:
    """That a fact was withdrawn."""

    known_at: int
    reason: str


@frozen
class Batch:
    """Ids of facts that came together."""

    kind: Kind
    known_at: int
    ids: tuple[str, ...]


@define
class State:
    """Everything held: facts by kind and id, batches and withdrawals in the order they came."""

    facts: dict[str, dict[str, Fact]] = Factory(lambda: {name: {} for name in KINDS})
    batches: list[Batch] = Factory(list)
    voids: dict[tuple[str, str], Void] = Factory(dict)
    erasures: Erasures = Factory(Erasures)
    cases: CasesHeld = Factory(CasesHeld)
    purges: PurgesHeld = Factory(PurgesHeld)

    def copy(self) -> State:
        """A state that can be changed without changing this one."""
        facts = {name: dict(held) for name, held in self.facts.items()}
        copies = (list(self.batches), dict(self.voids), self.erasures, self.cases.copy())
        return State(facts, *copies, self.purges.copy())

    def live(self, kind: Kind, latest: int | None) -> list[Cells]:
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


def replace(state: State, ref: str, key: bytes) -> int:
    """Put one token in the place of a reference; returns how many facts that changed.

    Ids of facts that hold the reference are replaced with it.
    """
    token = fresh_token()
    state.purges.replace(ref, token)
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


def _rename(state: State, name: str, ids: Mapping[str, str]) -> None:
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


def learn_erasures(state: State, line: lines.ErasedLine) -> None:
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
        for ref in sorted(learnt.among(refs | state.purges.refs())):
            replace(state, ref, learnt.record_of(ref)[0])


def purge_facts(state: State, kind: Kind, before: date, keep: Sequence[Tally]) -> Purged:
    """Take away the facts of a kind before a day, and keep answers about them."""
    purges, end = state.purges, before.toordinal()
    live = state.live(kind, None)
    for tally, span in to_keep(keep, purges.before(kind), end):
        purges.keep(tally, span, live)
    held = state.facts[kind.name]
    gone = {id_: fact.cells["day"] for id_, fact in held.items() if fact.cells["day"] < end}
    state.facts[kind.name] = {id_: fact for id_, fact in held.items() if id_ not in gone}
    left = [
        evolve(batch, ids=tuple(id_ for id_ in batch.ids if id_ not in gone))
        if batch.kind is kind
        else batch
        for batch in state.batches
    ]
    state.batches = [batch for batch in left if batch.ids]
    state.voids = {
        (name, id_): void
        for (name, id_), void in state.voids.items()
        if name != kind.name or id_ not in gone
    }
    purges.marks[kind.name] = max(end, purges.before(kind))
    mark = date.fromordinal(purges.before(kind))
    return Purged(kind.name, mark, by_month(Counter(gone.values()).items()), purges.number(kind))


def learn_purge(state: State, line: lines.PurgedLine) -> None:
    """Take days as purged here that were purged where the lines come from."""
    if state.purges.before(line.kind) < line.before:
        held = state.facts[line.kind.name].values()
        if any(fact.cells["day"] < line.before for fact in held):
            raise not_purged_here(line.kind, line.before)
        state.purges.marks[line.kind.name] = line.before
