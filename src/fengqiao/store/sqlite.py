"""The embedded default: a store in one SQLite file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from fengqiao.errors import Place
from fengqiao.measures.tallies import Tally
from fengqiao.model import CASE_EVENT, Columns, Kind, Table
from fengqiao.store import (
    sqlite_append,
    sqlite_cases,
    sqlite_erase,
    sqlite_lines,
    sqlite_purge,
    sqlite_read,
)
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
from fengqiao.store.lines import read
from fengqiao.store.protocol import Appended, Purged
from fengqiao.store.purging import require_keep, require_purge
from fengqiao.store.sqlite_connections import Connections, Target
from fengqiao.store.sqlite_errors import guarded, guarded_iterator
from fengqiao.store.sqlite_file import ready
from fengqiao.store.sqlite_kept import marks_of
from fengqiao.store.sqlite_tally import Counted, Tallier, keep
from fengqiao.store.together import answers
from fengqiao.timing import Span


class SqliteStore:
    """A store in a SQLite file; see `Store` for what its methods do.

    Args:
        target: The file and how it is opened.
        zone: Zone in which the day of an event is its day; None takes the zone of the file.

    Raises:
        StoreError: The file is not there, not ours, damaged, newer, or of another zone.
    """

    abilities: frozenset[str] = frozenset({"durable", "concurrent_readers"})

    def __init__(self, target: Target, zone: ZoneInfo | None) -> None:
        self.place: Place = target.place
        self.zone: ZoneInfo = ready(target, zone)
        self._connections = Connections(target.existing())

    @guarded
    def append(self, kind: str, columns: Columns, *, known_at: datetime) -> Appended:
        """Add facts of one kind; see `Store.append`."""
        require_type("columns", columns, Mapping)
        return self.append_all(kind, (columns,), known_at=known_at)

    @guarded
    def append_all(self, kind: str, batches: Iterable[Columns], *, known_at: datetime) -> Appended:
        """Add facts that come batch by batch; see `Store.append_all`."""
        found, seconds = kind_named(kind), known_seconds(known_at)
        require_batches(batches)
        done = Appended()
        with self._connections.writing() as connection:
            erasures = sqlite_erase.read_erasures(connection)
            for columns in batches:
                require_type("columns", columns, Mapping)
                done += sqlite_append.append(
                    connection,
                    found,
                    columns,
                    known_at=seconds,
                    zone=self.zone,
                    erasures=erasures,
                )
        return done

    @guarded
    def void(self, kind: str, ids: Sequence[str], *, known_at: datetime, reason: str) -> int:
        """Withdraw facts; see `Store.void`."""
        found, seconds, code = kind_named(kind), known_seconds(known_at), require_reason(reason)
        require_list("ids", ids)
        with self._connections.writing() as connection:
            return sqlite_append.void(connection, found, ids, known_at=seconds, reason=code)

    @guarded
    def tally(self, wanted: Sequence[Tally], *, as_known: datetime | None = None) -> list[Table]:
        """Answer counts; see `Store.tally`."""
        require_list("wanted", wanted)
        kinds, latest = [require_tally(tally) for tally in wanted], as_known_seconds(as_known)
        with self._connections.reading() as connection:
            tallier = Tallier(connection, as_known=latest)
            found = answers(tallier, kinds, wanted)
        if tallier.counted:
            self._keep(tallier.counted)
        return found

    def _keep(self, counted: Sequence[Counted]) -> None:
        """Keep answers if that is possible just now; without them the next ask counts again."""
        self._connections.try_writing(lambda connection: keep(connection, counted))

    @guarded
    def register(self, kind: str, *, during: Span, as_known: datetime | None = None) -> Table:
        """Facts of a register that hold during a span; see `Store.register`."""
        found = require_register(kind)
        require_type("during", during, Span)
        latest = as_known_seconds(as_known)
        with self._connections.reading() as connection:
            return sqlite_read.read_register(connection, found, during, latest)

    def rows(self, kind: str, *, during: Span, as_known: datetime | None = None) -> Iterator[Table]:
        """Facts of a kind marked few; see `Store.rows`."""
        found = require_few(kind)
        require_type("during", during, Span)
        latest = as_known_seconds(as_known)
        self._connections.require_usable()
        return guarded_iterator(self._rows(found, during, latest), self.place)

    def _rows(self, kind: Kind, during: Span, as_known: int | None) -> Iterator[Table]:
        with self._connections.reading() as connection:
            yield from sqlite_read.read_rows(connection, kind, during, as_known)

    @guarded
    def case(self, case_id: str, *, as_known: datetime | None = None) -> tuple[int, Table]:
        """The steps of a case, and its version; see `Store.case`."""
        name, latest = require_case(case_id), as_known_seconds(as_known)
        with self._connections.reading() as connection:
            return sqlite_cases.read_case(connection, name, latest)

    @guarded
    def append_case(
        self, case_id: str, *, at_version: int, events: Columns, known_at: datetime
    ) -> int:
        """Add steps to a case; see `Store.append_case`."""
        name, seconds = require_case(case_id), known_seconds(known_at)
        columns = case_columns(name, at_version, events)
        with self._connections.writing() as connection:
            require_version(at_version, sqlite_cases.version_of(connection, name))
            erasures = sqlite_erase.read_erasures(connection)
            require_not_erased(columns, erasures)
            done = sqlite_append.append(
                connection,
                CASE_EVENT,
                columns,
                known_at=seconds,
                zone=self.zone,
                erasures=erasures,
            )
        return at_version + done.new

    @guarded
    def erase(self, ref: str) -> int:
        """Replace a reference by a random one; see `Store.erase`."""
        require_ref(ref)
        with self._connections.writing() as connection:
            erasures = sqlite_erase.read_erasures(connection)
            key, digest = erasures.record_of(ref)
            sqlite_erase.learn(connection, [(key, digest)])
            changed = sqlite_erase.replace(connection, ref, key=key)
        self._scrub("store.erase_pending")
        return changed

    def _scrub(self, pending: str) -> None:
        with self._connections.lend() as connection:
            sqlite_erase.scrub(connection, self.place, pending=pending)

    @guarded
    def purge(
        self, kind: str, *, before: date, keep: Sequence[Tally] = (), dry_run: bool = False
    ) -> Purged:
        """Take away the facts of whole months; see `Store.purge`."""
        found = require_purge(kind, before)
        tallies = require_keep(found, keep)
        if dry_run:
            with self._connections.reading() as connection:
                return sqlite_purge.look(connection, found, before, tallies)
        with self._connections.writing() as connection:
            done = sqlite_purge.purge(connection, found, before, tallies)
        self._scrub("store.purge_pending")
        return done

    @guarded
    def purged(self) -> Mapping[str, date]:
        """The first day that is left of each kind that was purged."""
        with self._connections.reading() as connection:
            marks = marks_of(connection)
        return {kind: date.fromordinal(mark) for kind, mark in marks.items()}

    def export(self) -> Iterator[bytes]:
        """Everything held, as lines of JSON; see `Store.export`."""
        self._connections.require_usable()
        return guarded_iterator(self._export(), self.place)

    def _export(self) -> Iterator[bytes]:
        with self._connections.reading() as connection:
            yield from sqlite_lines.export(connection, self.zone)

    @guarded
    def load(self, lines: Iterable[bytes]) -> Appended:
        """Take in an export; see `Store.load`."""
        require_lines(lines)
        with self._connections.writing() as connection:
            found = read(lines, self.zone)
            done, has_erased = sqlite_lines.load(connection, found, self.zone)
        if has_erased:
            self._scrub("store.erase_pending")
        return done

    @guarded
    def close(self) -> None:
        """Close the file; calls that are under way in other threads still finish."""
        self._connections.close()
