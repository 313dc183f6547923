"""Purge facts through a workspace: the counts that its packs need of closed periods are kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Protocol

from attrs import evolve

from fengqiao.measures import Request, Tally
from fengqiao.packs import Setup
from fengqiao.store import Purged, Store
from fengqiao.store.purging import is_keepable
from fengqiao.timing import Period, PeriodUnit, advance, period_of
from fengqiao.workspace.answering import (
    Question,
    find_classes,
    find_findings,
    find_scores,
    make_request,
)

_UNITS: tuple[PeriodUnit, ...] = ("month", "quarter", "half_year", "year")


class _Held(Protocol):
    """What these methods need of the workspace that they belong to."""

    @property
    def store(self) -> Store: ...

    @property
    def setup(self) -> Setup: ...

    def _question(self, request: Request, as_known: datetime | None) -> Question: ...


class PurgesFacts:
    """The methods of a workspace that take facts away for good."""

    __slots__ = ()

    def purge(self: _Held, kind: str, *, before: date, dry_run: bool = False) -> Purged:
        """Take away the facts of whole months for good; closed periods are judged as before.

        Every count that the packs ask for of a month, quarter, half-year or year that ends before
        that day is kept, so that checks, classes and scores of those periods come out the same
        where they rest on counts. Whatever needs the facts themselves (duties, counts of other
        spans) is `not_checkable` with the reason `purged` from then on; it is never counted too
        low. Counts of packs that are installed later are not kept.

        Args:
            kind: Kind of event; not `case_event`.
            before: The first day that stays; the first of a month.
            dry_run: Say what would go, and leave everything as it is.

        Returns:
            How many facts went, by month, and how many counts are kept.

        Raises:
            RecordError: There is no such kind.
            RequestError: No pack says what is judged here.
            StoreError: The kind can't be purged, the day is not the first of a month, or the
                store can't be written; nothing was purged.
        """
        looked = self.store.purge(kind, before=before, dry_run=True)
        keep: dict[Tally, None] = {}
        if looked.facts:
            first = date.fromisoformat(f"{min(looked.facts)}-01")
            for period in _periods(first, before):
                request = make_request(self.setup, period)
                question = evolve(self._question(request, None), asked=keep)
                find_findings(question, may_be_empty=True)
                find_classes(question)
                find_scores(question)
        kept = [tally for tally in keep if tally.kind == kind and is_keepable(tally)]
        return self.store.purge(kind, before=before, keep=kept, dry_run=dry_run)


def _periods(first: date, before: date) -> Iterator[Period]:
    """Periods from the one of a day to the one that a later day is in.

    The last of them has not ended: what it asks of the periods before it is kept with them.
    """
    for unit in _UNITS:
        period = period_of(unit, first)
        while period.first <= before:
            yield period
            period = period_of(unit, advance(period.last, 1, "day"))
