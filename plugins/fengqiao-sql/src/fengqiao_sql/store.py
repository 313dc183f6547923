"""A store in a database on a server, behind the promise of every store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from fengqiao.errors import Place
from fengqiao.measures.tallies import Tally
from fengqiao.model import CASE_EVENT, Columns, Kind, Table
from fengqiao.store import Appended, Purged
from fengqiao.store.arguments import (
    as_known_seconds,
    known_seconds,
    require_batches,
    require_lines,
    require_list,
    require_ref,
    require_type,
)
from fengqiao.store.asking import require_few, require_reason, require_register, require_tally
from fengqiao.store.batches import kind_named
from fengqiao.store.case_order import (
    case_columns,
    require_case,
    require_not_erased,
    require_version,
)
from fengqiao.store.erasing import Erasures
from fengqiao.store.lines import read
from fengqiao.store.purging import require_keep, require_purge
from fengqiao.store.together import answers
from fengqiao.timing import Span
from fengqiao_sql import carrying, cases, erasing, keeping, purging, reading, writing
from fengqiao_sql.connections import Connections
from fengqiao_sql.counting import Counted, Tallier, keep
from fengqiao_sql.failures import guarded, guarded_iterator
from fengqiao_sql.making import ready
from fengqiao_sql.tables import tables_in
from fengqiao_sql.target import Target, target_of


def open_store(url: str, zone: ZoneInfo | None) -> SqlStore:
    """Open the store of a database, or make it where there is none.

    Args:
        url: See `target_of`.
        zone: Zone in which the day of an event is its day; None takes the zone of the store.

    Raises:
        StoreError: The URL has another form, or the database can't be used as a store.
    """
    return SqlStore(target_of(url), zone)


class SqlStore:
    """A store in a database; see `Store` for what its methods do.

    Args:
        target: The database and how it is opened.
        zone: Zone in which the day of an event is its day; None takes the zone of the store.

    Raises:
        StoreError: It can't be reached, holds no store, or one of another schema or zone.
    """

    abilities: frozenset[str] = frozenset({"durable", "concurrent_readers"})

    def __init__(self, target: Target, zone: ZoneInfo | None) -> None:
        self.place: Place = target.place
        self._tables = tables_in(target.schema)
        self._connections = Connections(target, self._tables)
        try:
            self.zone: ZoneInfo = ready(target, self._tables, self._connections.engine, zone)
        except BaseException:
            self._connections.close()
            raise

    @property
    def retries(self) -> int:
        """How often a write was tried again, because the server had called it off."""
        return self._connections.retries

    @guarded
    def append(self, kind: str, columns: Columns, *, known_at: datetime) -> Appended:
        """Add facts of one kind; see `Store.append`."""
        self._connections.require_usable()
        found, seconds = kind_named(kind), known_seconds(known_at)
        require_type("columns", columns, Mapping)
        return self._connections.write(lambda one: self._append(one, found, (columns,), seconds))

    @guarded
    def append_all(self, kind: str, batches: Iterable[Columns], *, known_at: datetime) -> Appended:
        """Add facts that come batch by batch; see `Store.append_all`."""
        self._connections.require_usable()
        found, seconds = kind_named(kind), known_seconds(known_at)
        require_batches(batches)
        return self._connections.write(
            lambda one: self._append(one, found, batches, seconds), may_repeat=False
        )

    def _append(
        self,
        connection: Connection,
        kind: Kind,
        batches: Iterable[Columns],
        known_at: int,
        erasures: Erasures | None = None,
    ) -> Appended:
        erasures = erasures or erasing.read_erasures(connection, self._tables)
        done = Appended()
        for columns in batches:
            require_type("columns", columns, Mapping)
            done += writing.append(
                connection,
                self._tables,
                kind,
                columns,
                known_at=known_at,
                zone=self.zone,
                erasures=erasures,
            )
        return done

    @guarded
    def void(self, kind: str, ids: Sequence[str], *, known_at: datetime, reason: str) -> int:
        """Withdraw facts; see `Store.void`."""
        self._connections.require_usable()
        found, seconds, code = kind_named(kind), known_seconds(known_at), require_reason(reason)
        require_list("ids", ids)
        return self._connections.write(
            lambda one: writing.void(one, self._tables, found, ids, known_at=seconds, reason=code)
        )

    @guarded
    def tally(self, wanted: Sequence[Tally], *, as_known: datetime | None = None) -> list[Table]:
        """Answer counts; see `Store.tally`."""
        self._connections.require_usable()
        require_list("wanted", wanted)
        kinds, latest = [require_tally(tally) for tally in wanted], as_known_seconds(as_known)
        with self._connections.reading() as connection:
            tallier = Tallier(connection, self._tables, as_known=latest)
            found = answers(tallier, kinds, wanted)
        if tallier.counted:
            self._keep(tallier.counted)
        return found

    def _keep(self, counted: Sequence[Counted]) -> None:
        """Keep answers if that is possible just now; without them the next ask counts again."""
        self._connections.try_writing(lambda one: keep(one, self._tables, counted))

    @guarded
    def register(self, kind: str, *, during: Span, as_known: datetime | None = None) -> Table:
        """Facts of a register that hold during a span; see `Store.register`."""
        found = require_register(kind)
        require_type("during", during, Span)
        latest = as_known_seconds(as_known)
        with self._connections.reading() as connection:
            return reading.read_register(connection, self._tables, found, during, latest)

    def rows(self, kind: str, *, during: Span, as_known: datetime | None = None) -> Iterator[Table]:
        """Facts of a kind marked few; see `Store.rows`."""
        found = require_few(kind)
        require_type("during", during, Span)
        latest = as_known_seconds(as_known)
        self._connections.require_usable()
        return guarded_iterator(self._rows(found, during, latest), self.place)

    def _rows(self, kind: Kind, during: Span, as_known: int | None) -> Iterator[Table]:
        with self._connections.reading() as connection:
            yield from reading.read_rows(connection, self._tables, kind, during, as_known)

    @guarded
    def case(self, case_id: str, *, as_known: datetime | None = None) -> tuple[int, Table]:
        """The steps of a case, and its version; see `Store.case`."""
        name, latest = require_case(case_id), as_known_seconds(as_known)
        with self._connections.reading() as connection:
            return cases.read_case(connection, self._tables, name, latest)

    @guarded
    def append_case(
        self, case_id: str, *, at_version: int, events: Columns, known_at: datetime
    ) -> int:
        """Add steps to a case; see `Store.append_case`."""
        name, seconds = require_case(case_id), known_seconds(known_at)
        columns = case_columns(name, at_version, events)

        def add(connection: Connection) -> int:
            require_version(at_version, cases.version_of(connection, self._tables, name))
            erasures = erasing.read_erasures(connection, self._tables)
            require_not_erased(columns, erasures)
            return self._append(connection, CASE_EVENT, (columns,), seconds, erasures).new

        return at_version + self._connections.write(add)

    @guarded
    def erase(self, ref: str) -> int:
        """Replace a reference by a random one; see `Store.erase`."""
        require_ref(ref)

        def forget(connection: Connection) -> int:
            erasures = erasing.read_erasures(connection, self._tables)
            key, digest = erasures.record_of(ref)
            new = Erasures([(key, digest)]).minus(erasures)
            erasing.learn(connection, self._tables, new)
            return erasing.replace(connection, self._tables, ref, key=key)

        changed = self._connections.write(forget)
        erasing.scrub(self._connections)
        return changed

    @guarded
    def purge(
        self, kind: str, *, before: date, keep: Sequence[Tally] = (), dry_run: bool = False
    ) -> Purged:
        """Take away the facts of whole months; see `Store.purge`."""
        found = require_purge(kind, before)
        tallies = require_keep(found, keep)
        if dry_run:
            with self._connections.reading() as connection:
                return purging.look(connection, self._tables, found, before, tallies)
        done = self._connections.write(
            lambda one: purging.purge(one, self._tables, found, before, tallies)
        )
        fact = self._tables.fact(found)
        erasing.scrub(self._connections, pending="store.purge_pending", also=fact)
        return done

    @guarded
    def purged(self) -> Mapping[str, date]:
        """The first day that is left of each kind that was purged."""
        with self._connections.reading() as connection:
            marks = keeping.marks_of(connection, self._tables)
        return {kind: date.fromordinal(mark) for kind, mark in marks.items()}

    def export(self) -> Iterator[bytes]:
        """Everything held, as lines of JSON; see `Store.export`."""
        self._connections.require_usable()
        return guarded_iterator(self._export(), self.place)

    def _export(self) -> Iterator[bytes]:
        with self._connections.reading() as connection:
            yield from carrying.export(connection, self._tables, self.zone)

    @guarded
    def load(self, lines: Iterable[bytes]) -> Appended:
        """Take in an export; see `Store.load`."""
        self._connections.require_usable()
        require_lines(lines)

        def take(connection: Connection) -> tuple[Appended, bool]:
            found = read(lines, self.zone)
            return carrying.load(connection, self._tables, found, self.zone)

        done, has_erased = self._connections.write(take, may_repeat=False)
        if has_erased:
            erasing.scrub(self._connections)
        return done

    def close(self) -> None:
        """Close the connections; calls that are under way in other threads still finish."""
        self._connections.close()
