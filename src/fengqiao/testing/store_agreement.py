"""Any store in lock step with the memory store: the same calls, the same answers.

Example:
    A test module of a store needs four lines::

        class MyAgreement(StoreAgreement):
            def open_store(self, folder, *, zone):
                return MyStore(folder / "store", zone)

        TestMyAgreement = MyAgreement.TestCase
"""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from fengqiao.errors import FengqiaoError
from fengqiao.measures.tallies import Tally
from fengqiao.model import KINDS, Columns, Kind, Table
from fengqiao.store import Store
from fengqiao.store.memory import MemoryStore
from fengqiao.testing import strategies as own
from fengqiao.testing.builders import SHANGHAI
from fengqiao.timing import Span

_TOKEN = re.compile(r"erased\.[A-Z2-7]+")
_KNOWN = st.none() | own.moments()


class StoreAgreement(RuleBasedStateMachine):
    """Calls both stores alike and compares what comes back.

    Must override: `open_store`. Never override: everything else.
    """

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._number = count()
        self.kinds: tuple[Kind, ...] = ()
        self._written: list[tuple[str, Columns]] = []
        self._exports: list[list[bytes]] = []
        self._asked: list[Tally] = []
        self.memory: Store = MemoryStore(SHANGHAI)
        self.store: Store = self._opened()

    def open_store(self, folder: Path, *, zone: ZoneInfo) -> Store:
        """Open a new, empty store in an empty folder."""
        raise NotImplementedError

    def _opened(self) -> Store:
        folder = Path(self._folder.name) / str(next(self._number))
        folder.mkdir()
        return self.open_store(folder, zone=SHANGHAI)

    def teardown(self) -> None:
        """Close what is open."""
        self.store.close()
        self._folder.cleanup()

    def _both(self, call: Callable[[Store], Any]) -> Any:  # noqa: ANN401  whatever stores return
        wanted, found = _outcome(call, self.memory), _outcome(call, self.store)
        assert found == wanted
        return found

    @initialize(
        event=st.sampled_from(own.EVENT_KINDS), register=st.sampled_from(own.REGISTER_KINDS)
    )
    def choose(self, event: Kind, register: Kind) -> None:
        """A run keeps to visits, which carry references, another event and a register."""
        self.kinds = (KINDS["visit"], event, register)

    @rule(data=st.data(), which=st.integers(0, 2), known_at=own.moments())
    def append(self, data: st.DataObject, which: int, known_at: datetime) -> None:
        """Facts drawn from small pools: some are new, some repeated, some in conflict."""
        kind = self.kinds[which]
        columns = data.draw(own.columns(kind))
        self._both(lambda store: store.append(kind.name, columns, known_at=known_at))
        self._written.append((kind.name, columns))

    @rule(data=st.data(), which=st.integers(0, 2), known_at=own.moments())
    def append_all(self, data: st.DataObject, which: int, known_at: datetime) -> None:
        """The same batch by batch: a conflict in a later one keeps the earlier ones out."""
        kind = self.kinds[which]
        batches = data.draw(st.lists(own.columns(kind), max_size=3))
        self._both(lambda store: store.append_all(kind.name, iter(batches), known_at=known_at))
        self._written += [(kind.name, columns) for columns in batches]

    @rule(which=st.integers(0, 99), known_at=own.moments())
    def append_again(self, which: int, known_at: datetime) -> None:
        """Facts that were written (or refused) before; some of them withdrawn since."""
        if self._written:
            kind, columns = self._written[which % len(self._written)]
            self._both(lambda store: store.append(kind, columns, known_at=known_at))

    @rule(
        which=st.integers(0, 2),
        ids=st.lists(st.sampled_from(own.FACT_IDS), min_size=1, max_size=2),
        known_at=own.moments(),
    )
    def void(self, which: int, ids: list[str], known_at: datetime) -> None:
        """Facts that are there, and facts that are not."""
        kind = self.kinds[which].name
        self._both(lambda store: store.void(kind, ids, known_at=known_at, reason="entered_twice"))

    @rule(ref=st.sampled_from(own.REFS))
    def erase(self, ref: str) -> None:
        """References, some of them twice."""
        self._both(lambda store: store.erase(ref))

    @rule(
        data=st.data(),
        which=st.integers(0, 2),
        before=st.dates(date(2018, 6, 30), date(2018, 7, 2)) | st.just(date(2018, 8, 1)),
        dry_run=st.booleans(),
    )
    def purge(self, data: st.DataObject, which: int, before: date, *, dry_run: bool) -> None:
        """Days about which counts were asked, and those counts kept with others."""
        kind = self.kinds[which]
        some = own.tallies(self.kinds[which % 2])
        asked = st.sampled_from(self._asked) | some if self._asked else some
        keep = data.draw(st.lists(asked, max_size=3))
        self._both(lambda s: s.purge(kind.name, before=before, keep=keep, dry_run=dry_run))
        self._both(lambda store: dict(store.purged()))

    @rule(data=st.data(), as_known=_KNOWN)
    def tally(self, data: st.DataObject, as_known: datetime | None) -> None:
        """Counts, several of them alike but for what they count, and twice: answers may be kept."""
        wanted = [data.draw(own.tallies(kind)) for kind in self.kinds[:2]]
        self._asked += wanted
        plain = [evolve(one, measure="events", field=None) for one in wanted]
        wanted += [*plain, *(evolve(one, where=()) for one in plain)]
        wanted = data.draw(st.permutations(wanted))
        first = self._both(lambda store: _plain(store.tally(wanted, as_known=as_known)))
        assert self._both(lambda store: _plain(store.tally(wanted, as_known=as_known))) == first

    @rule(during=own.spans(), as_known=_KNOWN)
    def register(self, during: Span, as_known: datetime | None) -> None:
        """Registers."""
        kind = self.kinds[2].name
        self._both(lambda s: _plain([s.register(kind, during=during, as_known=as_known)]))

    @rule(which=st.integers(0, 2), during=own.spans(), as_known=_KNOWN)
    def rows(self, which: int, during: Span, as_known: datetime | None) -> None:
        """Rows of kinds that are few, and of those that are not."""
        kind = self.kinds[which].name
        self._both(lambda s: _plain(s.rows(kind, during=during, as_known=as_known)))

    @rule()
    def carry(self) -> None:
        """Export, load into new stores, export the same bytes, and go on with those."""
        lines = list(self.store.export())
        memory, store = MemoryStore(SHANGHAI), self._opened()
        assert memory.load(lines) == store.load(lines)
        self.store.close()
        self.memory, self.store = memory, store
        assert list(memory.export()) == lines
        assert list(store.export()) == lines
        self._exports.append(lines)

    @rule(which=st.integers(0, 99))
    def load_earlier(self, which: int) -> None:
        """An earlier export: facts that are there, in conflict, voided or erased since."""
        if self._exports:
            lines = self._exports[which % len(self._exports)]
            self._both(lambda store: store.load(lines))

    @invariant()
    def same_content(self) -> None:
        """Both hold the same, but for what is random."""
        assert _without_chance(self.store.export()) == _without_chance(self.memory.export())


def _outcome(call: Callable[[Store], Any], store: Store) -> Any:  # noqa: ANN401  as above
    try:
        return call(store)
    except FengqiaoError as error:
        return type(error), [(fault.code, dict(fault.facts)) for fault in error.faults]


def _plain(tables: Iterator[Table] | Sequence[Table]) -> list[tuple[list[str], list[Any]]]:
    """Names and rows of tables; where tokens stand, which are random, they and the order go."""
    return [(list(each.columns), _rows_of(each)) for each in tables]


def _rows_of(table: Table) -> list[Any]:
    rows = list(table.rows(*table.columns))
    plain = [
        tuple(_TOKEN.sub("erased", cell) if isinstance(cell, str) else cell for cell in row)
        for row in rows
    ]
    return rows if plain == rows else sorted(plain, key=repr)


def _without_chance(lines: Iterator[bytes]) -> list[str]:
    """An export without digests, and with tokens numbered in order of appearance."""
    tokens: dict[str, str] = {}
    texts = [
        _kept_without_chance(line) if line.startswith(b'{"kept"') else line.decode()
        for line in lines
        if not line.startswith(b'{"erased"')
    ]
    return [
        _TOKEN.sub(lambda token: tokens.setdefault(token[0], f"erased.{len(tokens)}"), text)
        for text in texts
    ]


def _kept_without_chance(line: bytes) -> str:
    """A kept answer without its tokens, by which its rows are sorted."""
    inner = json.loads(_TOKEN.sub("erased", line.decode()))["kept"]
    rows = sorted(zip(*inner.pop("columns"), strict=True), key=repr)
    return json.dumps([inner, rows])
