"""The workspace: the one place where packs, a store, a calendar and a configuration meet.

Everything it does is a call of the pure functions of the other rooms; it only wires them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from attrs import field, frozen

from fengqiao.errors import RequestError
from fengqiao.judging import Classes, Findings, Scores
from fengqiao.measures import Request
from fengqiao.model import Columns, Recording, columns_of
from fengqiao.model.registry import Registers
from fengqiao.packs import Config, Plugins, Setup, open_store, set_up
from fengqiao.planning.rounds import RoundsSolver
from fengqiao.rules import Catalogue, Pack, Rules
from fengqiao.store import Appended, Store
from fengqiao.timing import CN_CALENDAR, OpenHours, Period, Span, WorkCalendar
from fengqiao.workspace.answering import (
    Question,
    find_classes,
    find_findings,
    find_scores,
    make_request,
)
from fengqiao.workspace.case_work import HandlesCases
from fengqiao.workspace.due_work import ListsDue
from fengqiao.workspace.explaining import Explains
from fengqiao.workspace.loading import LoadsTables
from fengqiao.workspace.planned import PlansWork
from fengqiao.workspace.purging import PurgesFacts
from fengqiao.workspace.recording import read_registers, record_columns
from fengqiao.workspace.staffed import CountsStaff
from fengqiao.workspace.stations_planned import PlansStations


def open_workspace(
    url: str = "memory:",
    *,
    packs: str | Path | Pack | Sequence[str | Path | Pack] = (),
    config: str | Path | Mapping[str, object] | None = None,
    zone: str = "Asia/Shanghai",
    calendar: WorkCalendar = CN_CALENDAR,
    hours: OpenHours | None = None,
) -> Workspace:
    """Open a workspace.

    Args:
        url: Where facts are kept: `memory:`, `sqlite:///file.db`, or what a plugin brings, such as
            `postgresql+psycopg://user@host/database`.
        packs: Ids of installed packs, folders, or packs, one or several; their parents come with
            them.
        config: The host's configuration file, or its content, which fills open terms.
        zone: The zone in which the day of an event is its day.
        calendar: Says which days are worked.
        hours: When the bodies that handle cases are open, for limits that count in such hours; the
            end of a day is then the close of business where a text says so.

    Returns:
        The workspace; close it, or use it in a `with` block.

    Raises:
        UnknownPack: A pack is not installed.
        PackError: A pack can't be used; every fault of it is in the error.
        ConfigError: The configuration can't be used; every fault of it is in the error.
        StoreError: The store can't be opened.
        RequestError: There is no such zone.
    """
    given = (packs,) if isinstance(packs, (str, Path, Pack)) else packs
    setup = set_up(given, config)
    store = open_store(url, zone=_zone(zone), plugins=setup.plugins)
    return Workspace(store=store, setup=setup, calendar=calendar, hours=hours)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    raise RequestError("request.zone")


@frozen(kw_only=True, eq=False, repr=False)
class Workspace(
    LoadsTables,
    Explains,
    ListsDue,
    PlansWork,
    PlansStations,
    PurgesFacts,
    HandlesCases,
    CountsStaff,
):
    """Packs, a store, a calendar and a configuration together.

    May be used from many threads; an async host calls it through `asyncio.to_thread`.
    """

    store: Store
    setup: Setup
    calendar: WorkCalendar = field(default=CN_CALENDAR)
    hours: OpenHours | None = None

    @property
    def rules(self) -> Rules:
        """Packs in force and the host's terms."""
        return self.setup.rules

    @property
    def packs(self) -> Mapping[str, Pack]:
        """Packs by id, parents too."""
        return self.setup.rules.packs

    @property
    def catalogue(self) -> Catalogue:
        """Known keys and words: the core's, plugins' and packs'."""
        return self.setup.rules.catalogue

    @property
    def plugins(self) -> Plugins:
        """Installed plugins, loaded and failed."""
        return self.setup.plugins

    @property
    def planners(self) -> Mapping[str, RoundsSolver]:
        """Solvers of rounds by name: the library's own as `built_in`, and those of plugins."""
        return self.setup.plugins.planners

    @property
    def config(self) -> Config:
        """The host's configuration."""
        return self.setup.config

    def __enter__(self) -> Self:
        """Use it in a `with` block."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Close the store."""
        self.store.close()

    # -- recording ---------------------------------------------------------------------------

    def record(self, objects: object, *, known_at: datetime) -> Appended:
        """Record facts as model objects, all of one kind.

        Args:
            objects: One `Visit`, `Session`, `Assignment` ... or several of them.
            known_at: When the host came to know them; with a zone.

        Returns:
            How many were new, repeated, refused.

        Raises:
            RecordError, IdRefused, StoreConflict, StoreError: Nothing was written.
        """
        given = objects if isinstance(objects, Iterable) else (objects,)
        kind, columns = columns_of(given)
        return self.record_columns(kind.name, columns, known_at=known_at)

    def record_columns(self, kind: str, columns: Columns, *, known_at: datetime) -> Appended:
        """Record facts as columns: names to equally long sequences.

        A column is anything with a length that can be sliced: a list, an `array`, a column of
        NumPy, pandas, Polars or Arrow. Long columns are read, checked and written piece by piece,
        so they may be of any length; all of their rows are written, or none.

        Args:
            kind: `visit`, `session`, `assignment` ... see `model.KINDS`.
            columns: One sequence per field; optional fields may be left out.
            known_at: When the host came to know them; with a zone.

        Returns:
            How many were new, repeated, refused.

        Raises:
            RecordError: With every fault found; nothing was written.
            StoreConflict: An id stands in the store with other content; nothing was written.
            StoreError: The store can't be written; nothing was written.
        """
        return record_columns(self.store, self.catalogue, kind, columns, known_at=known_at)

    def declare(
        self,
        records: Mapping[str, date],
        *,
        until: date | None = None,
        area: str | None = None,
        known_at: datetime,
    ) -> Appended:
        """Declare what the host records completely, and since when.

        Only then is absence zero; before it, and after its end, the answer is `no_data`.

        Args:
            records: `{"visit": date(2018, 6, 25)}`: kinds of event, or keys of meetings, duties
                and totals, each with its first day.
            until: Last day, where it is known; None: until further notice.
            area: Only in this area; None: everywhere.
            known_at: When this is declared; with a zone.

        Returns:
            How many declarations were new or repeated.
        """
        facts = [
            Recording(key=key, area=area, since=since, until=until)
            for key, since in records.items()
        ]
        return self.record(facts, known_at=known_at)

    def void(self, kind: str, ids: str | Sequence[str], *, known_at: datetime, reason: str) -> int:
        """Withdraw facts that were wrong; they stay readable `as_known` earlier.

        Args:
            kind: Kind of fact.
            ids: Their ids, one or several.
            known_at: When the host came to know; with a zone.
            reason: A code of the host's, lower-case letters and `_`.

        Returns:
            How many were withdrawn now.
        """
        given = (ids,) if isinstance(ids, str) else ids
        return self.store.void(kind, given, known_at=known_at, reason=reason)

    def erase(self, ref: str) -> int:
        """Forget a reference: replaced everywhere by a random one, counts stay as they are.

        Returns:
            How many facts were changed.
        """
        return self.store.erase(ref)

    def export(self) -> Iterator[bytes]:
        """All facts as lines of JSON, the same bytes for the same content."""
        return self.store.export()

    def load(self, lines: Iterable[bytes]) -> Appended:
        """Read what `export` wrote, into this store."""
        return self.store.load(lines)

    # -- judging -----------------------------------------------------------------------------

    def registers(self, span: Span, *, as_known: datetime | None = None) -> Registers:
        """Register facts that hold on at least one day of a span."""
        return read_registers(self.store, span, as_known=as_known)

    def check(
        self,
        period: str | Period,
        *,
        on: date | None = None,
        station: str | None = None,
        area: str | None = None,
        entry: str | None = None,
        as_known: datetime | None = None,
    ) -> Findings:
        """Check what was done against every clause in force.

        Args:
            period: The period asked for; every period that ends in it is judged.
            on: The day as of which facts are read; by default the period's last day.
            station: Only subjects of this station.
            area: Only subjects in this area, by code.
            entry: Only this entry id.
            as_known: Only what was known by this moment; None: everything.

        Returns:
            Findings, as columns; iterate for objects.

        Raises:
            PeriodError: The period can't be read.
            RequestError: There is no such station, area or entry.
        """
        request = make_request(self.setup, period, on=on, station=station, area=area, entry=entry)
        return find_findings(self._question(request, as_known))

    def classify(
        self,
        period: str | Period,
        *,
        on: date | None = None,
        station: str | None = None,
        as_known: datetime | None = None,
    ) -> Classes:
        """Class subjects by bands, over the last window that ended with the period.

        Args:
            period: The period asked for.
            on: The day as of which facts are read; by default the period's last day.
            station: Only subjects of this station.
            as_known: Only what was known by this moment; None: everything.
        """
        request = make_request(self.setup, period, on=on, station=station)
        return find_classes(self._question(request, as_known))

    def score(
        self,
        period: str | Period,
        *,
        on: date | None = None,
        station: str | None = None,
        entry: str | None = None,
        as_known: datetime | None = None,
    ) -> Scores:
        """Score sheets and award lists of a period.

        Args:
            period: The period asked for; every sheet is scored for each of its periods in it.
            on: The day as of which facts are read; by default the period's last day.
            station: Only subjects of this station; then there are no award lists.
            entry: Only this sheet.
            as_known: Only what was known by this moment; None: everything.

        Returns:
            Exact scores; an interval where a part can't be checked; and the award lists.

        Raises:
            PeriodError: The period can't be read.
            RequestError: There is no such station or sheet.
        """
        request = make_request(self.setup, period, on=on, station=station, entry=entry, sheets=True)
        return find_scores(self._question(request, as_known))

    def __repr__(self) -> str:
        """Packs and kind of store; the rest would fill a screen."""
        return f"Workspace(packs={sorted(self.packs)}, store={type(self.store).__name__})"

    def _question(self, request: Request, as_known: datetime | None) -> Question:
        if as_known is not None and getattr(as_known, "tzinfo", None) is None:
            raise RequestError("request.as_known")
        return Question(
            store=self.store,
            setup=self.setup,
            calendar=self.calendar,
            hours=self.hours,
            request=request,
            as_known=as_known,
        )
