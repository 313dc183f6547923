"""What every store promises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from attrs import frozen

from fengqiao.measures.tallies import Tally
from fengqiao.model import Columns, Table
from fengqiao.timing import Span


@frozen
class Appended:
    """What became of the facts of a batch.

    Attributes:
        new: Facts written.
        repeated: Facts that stood in the store already, word for word.
        refused: Facts left out because their reference was erased, or the days they are of were
            purged.
    """

    new: int = 0
    repeated: int = 0
    refused: int = 0

    def __add__(self, other: Appended) -> Appended:
        """What became of two batches together."""
        return Appended(
            self.new + other.new, self.repeated + other.repeated, self.refused + other.refused
        )


@frozen
class Purged:
    """What a purge took away.

    Attributes:
        kind: Kind of event.
        before: The first day that was not purged.
        facts: How many facts went, withdrawn ones too, by month: `2018-06`.
        kept: How many answers about purged days are kept now, each of one question over one span.
    """

    kind: str
    before: date
    facts: Mapping[str, int]
    kept: int


class Store(Protocol):
    """Holds facts, answers counts, forgets references.

    Every call is atomic: it succeeds as a whole or leaves the store as it was. A store may be
    used from many threads. An argument of another type than declared is refused by an error of
    this library that doesn't repeat it. `fengqiao.testing.StoreContract` proves all of it for any
    store.

    Attributes:
        zone: Zone in which the day of an event is its day. It is computed on writing, so it
            belongs to the store and never changes.
        abilities: What the store can do beyond the promise: `durable` (what was written is there
            when it is opened again), `concurrent_readers` (reading goes on during a write).
    """

    @property
    def zone(self) -> ZoneInfo:
        """Zone in which the day of an event is its day."""
        ...

    @property
    def abilities(self) -> frozenset[str]:
        """What the store can do beyond the promise."""
        ...

    def append(self, kind: str, columns: Columns, *, known_at: datetime) -> Appended:
        """Add facts of one kind.

        Args:
            kind: Kind of fact, one of `fengqiao.model.KINDS`.
            columns: Named columns of equal length, as `fengqiao.model.prepare` takes them.
            known_at: When the host came to know them; with a zone.

        Returns:
            How many were new, repeated, refused. A fact whose id stands there with the same
            content is repeated.

        Raises:
            RecordError: The columns are not in order; nothing was written.
            StoreConflict: An id stands there with other content (`store.conflict`), or was
                withdrawn, whatever the content (`store.voided`); nothing was written.
            StoreError: The store can't be written; nothing was written.
        """
        ...

    def append_all(self, kind: str, batches: Iterable[Columns], *, known_at: datetime) -> Appended:
        """Add facts of one kind that come batch by batch: all of them, or none.

        For what is too large to hold at once. Whatever is raised while the batches are taken,
        by the store or by what makes them, leaves the store as it was. While they come, nobody
        else can write.

        Args:
            kind: Kind of fact, one of `fengqiao.model.KINDS`.
            batches: Columns as `append` takes them, one mapping a batch. Taken one at a time.
            known_at: When the host came to know them; with a zone.

        Returns:
            How many were new, repeated, refused, of all batches together.

        Raises:
            RecordError, StoreConflict, StoreError: As `append`; nothing was written.
        """
        ...

    def void(self, kind: str, ids: Sequence[str], *, known_at: datetime, reason: str) -> int:
        """Withdraw facts; they stay in the store, and their ids stay taken.

        A correction is another fact under another id.

        Args:
            kind: Kind of fact.
            ids: Ids of the facts.
            known_at: When the host came to know that they are wrong; with a zone.
            reason: A code of lower-case letters and underscores; what it means is the host's.

        Returns:
            How many were withdrawn now; what was withdrawn before is not counted again.

        Raises:
            StoreError: An id is not there, or the reason is no code; nothing was written.
        """
        ...

    def tally(self, wanted: Sequence[Tally], *, as_known: datetime | None = None) -> list[Table]:
        """Answer counts, all from one state of the store.

        Args:
            wanted: The counts.
            as_known: Leave out what became known later than this; None takes all.

        Returns:
            One table per tally, in order; see `Tally`.

        Raises:
            StoreError: A tally asks for what no store answers, or about days whose facts were
                purged and of which no such count is kept (`store.purged`); as of a moment nothing
                is told of them.
        """
        ...

    def register(self, kind: str, *, during: Span, as_known: datetime | None = None) -> Table:
        """Facts of a register that hold on at least one day of a span.

        Args:
            kind: Kind of register fact.
            during: Days.
            as_known: Leave out what became known later than this; None takes all.

        Returns:
            All declared fields in stored form, sorted by id.

        Raises:
            StoreError: The kind is no register.
        """
        ...

    def rows(self, kind: str, *, during: Span, as_known: datetime | None = None) -> Iterator[Table]:
        """Facts of a kind that is marked `few`: all its fields, row by row.

        Args:
            kind: Kind of fact.
            during: For events, the days on which they happened; for registers, days on at least
                one of which they hold.
            as_known: Leave out what became known later than this; None takes all.

        Returns:
            Tables in stored form, none of them empty or longer than `CHUNK_ROWS`, all from one
            state of the store; sorted by day and id (registers: by id) across all tables.

        Raises:
            StoreError: The kind is not marked few: only tallies look at it; or days of the span
                were purged (`store.purged`).
        """
        ...

    def case(self, case_id: str, *, as_known: datetime | None = None) -> tuple[int, Table]:
        """The steps of a case.

        Args:
            case_id: Its reference.
            as_known: Leave out what became known later than this; None takes all.

        Returns:
            Its version, which is the number of its last step (0: there is no such case, and the
            table is empty), and its steps in order without those that were withdrawn: all fields
            of `case_event` in stored form, `day`, and `known_at` in epoch seconds.

        Raises:
            IdRefused: The text is no reference of a case.
            PeriodError: The moment has no zone.
        """
        ...

    def append_case(
        self, case_id: str, *, at_version: int, events: Columns, known_at: datetime
    ) -> int:
        """Add steps to a case, if nobody else did since it was read.

        Args:
            case_id: Its reference.
            at_version: The version that the caller has seen; 0 opens a case.
            events: Columns of the steps, without `id`, `case`, `seq` and `format`, which the store
                fills in.
            known_at: When the host came to know them; with a zone.

        Returns:
            The version after it.

        Raises:
            IdRefused: The text is no reference of a case.
            RecordError: The columns are not in order; nothing was written.
            StoreConflict: The version is not the latest (`store.stale_case`), a party belongs to
                another case (`store.party_elsewhere`), or a reference was erased
                (`store.case_erased`); nothing was written.
            StoreError: The store can't be written; nothing was written.
        """
        ...

    def erase(self, ref: str) -> int:
        """Replace a reference everywhere by a fresh random one, and never take it again.

        Counts at every level stay as they are. The id of a fact that holds the reference is
        replaced too. A keyed digest stays in the store and its export,
        by which facts with that reference are refused from now on; they are counted as
        `Appended.refused`.

        Args:
            ref: The reference.

        Returns:
            How many facts were changed; 0 when the reference stood nowhere.

        Raises:
            IdRefused: The text is no reference.
            StoreError: The store can't be written, or a reader kept the old text on disk.
        """
        ...

    def purge(
        self, kind: str, *, before: date, keep: Sequence[Tally] = (), dry_run: bool = False
    ) -> Purged:
        """Take away the facts of whole months for good, and keep the counts that are named.

        Facts of those days never come back: what is written or loaded of them is left out and
        counted as `Appended.refused`. A question about them has a kept answer or none, and the
        day before which facts were purged never goes back. `erase` reaches kept answers too.

        Args:
            kind: Kind of event; steps of cases are kept or erased, and never purged.
            before: The first day that stays; the first of a month.
            keep: Counts whose answers are kept, for each of their spans that ends before that day
                and can be answered still. None is split by ids or moments.
            dry_run: Say what would go, and leave everything as it is.

        Returns:
            What went, by month.

        Raises:
            RecordError: There is no such kind.
            StoreError: The kind can't be purged, the day is not the first of a month, a count
                can't be kept, or the store can't be written; nothing was purged. With
                `store.purge_pending` it was, and a reader keeps the old bytes on disk.
        """
        ...

    def purged(self) -> Mapping[str, date]:
        """The first day that is left of each kind that was purged."""
        ...

    def export(self) -> Iterator[bytes]:
        """Everything the store holds, as lines of JSON; the same store gives the same bytes.

        Returns:
            Lines, each with its line feed: the header, erased references (their digests), days
            purged and what is kept of them, facts in the order in which they were written,
            withdrawals.
        """
        ...

    def load(self, lines: Iterable[bytes]) -> Appended:
        """Take in an export, into an empty store or beside what is there.

        Loading the same lines again changes nothing: a fact that stands there with the same
        content is repeated, and if it was withdrawn here or there, it stays withdrawn. What was
        erased where the lines come from is erased here as well. What was purged there is taken
        as purged here, with the answers that are kept of it.

        Args:
            lines: The lines of an export.

        Returns:
            How many facts were new, repeated, refused.

        Raises:
            RecordError: Facts are not in order; nothing was written.
            StoreConflict: An id stands there with other content, or another answer is kept of days
                that were purged; nothing was written.
            StoreError: Days were purged there of which facts stand here (`store.not_purged_here`),
                the lines are no export of this format and zone, or the store can't be
                written; nothing was written.
        """
        ...

    def close(self) -> None:
        """Let go of files; every later call but `close` raises StoreError."""
        ...
