"""Phases of norms and duties: which value holds on which days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Generic, TypeVar

from attrs import evolve, frozen

from fengqiao.errors import PeriodError
from fengqiao.packs.known import Known, find_cites
from fengqiao.packs.read_entry import Held
from fengqiao.packs.rows import HeldRow, OccasionRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.entries import Target
from fengqiao.rules.values import Exact, Open
from fengqiao.timing import advance
from fengqiao.timing.days import CalendarUnit

R = TypeVar("R", HeldRow, OccasionRow)

_MOST_TARGETS = 2
_UNITS: Mapping[str | None, CalendarUnit] = {
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
}


@frozen
class DatedRow(Generic[R]):
    """A phase's row with its days, its clauses and what it is due by.

    Attributes:
        row: The phase; the entry's own row where it has no phases.
        spot: Where it stands.
    """

    row: R
    spot: Spot
    held: Held
    target: Target | None


def dated_rows(
    row: R, phases: Sequence[R] | None, held: Held, spot: Spot, known: Known
) -> list[DatedRow[R]]:
    """The phases of an entry with their days; the entry itself where it has none.

    A phase ends the day before the next begins. The first begins with the entry, a later one on
    its own `from`, else on the day it is due by, so that an earlier value counts until the next
    deadline.
    """
    if phases is None:
        return [DatedRow(row, spot, held, read_target(row.by, held, spot))]
    found = []
    for index, phase in enumerate(phases):
        place = spot.at("phase", index)
        own = _phase_held(phase, row, held, place, known)
        by_place = spot if phase.by is None else place
        target = read_target(merged(phase, row, "by"), own, by_place)
        found.append(DatedRow(phase, place, own, target))
    spans = _spans(found, held)
    return [
        evolve(one, held=evolve(one.held, effective_from=first, effective_until=last))
        for one, (first, last) in zip(found, spans, strict=True)
    ]


def _phase_held(phase: R, row: R, held: Held, spot: Spot, known: Known) -> Held:
    """Clauses of a phase, with the force and end of their source where nothing else is said."""
    cites = find_cites(phase.clause, spot.at("clause"), known) or held.cites
    source = known.source_of(cites) or held.source
    return evolve(
        held,
        cites=cites,
        source=source,
        force=phase.force or row.force or source.force,
        effective_until=phase.until or row.until or source.effective_until,
    )


def _spans(found: Sequence[DatedRow[R]], held: Held) -> list[tuple[date, date | None]]:
    begins: list[date | None] = []
    for index, one in enumerate(found):
        begin = one.row.from_
        if begin is None and index == 0:
            begin = held.effective_from
        elif begin is None and one.target is not None and one.target.days:
            begin = one.target.days[0]
        if begin is None:
            one.spot.absent("pack.phase_without_day", "from", "by")
        begins.append(begin)
    spans: list[tuple[date, date | None]] = []
    for index, one in enumerate(found):
        first = begins[index] or held.effective_from
        following = begins[index + 1] if index + 1 < len(found) else None
        last = one.row.until
        if following is None:
            last = one.held.effective_until
        elif following <= first or (last is not None and last >= following):
            found[index + 1].spot.fault("pack.phase_overlap", at_key=True)
            last = None
        elif last is None:
            last = advance(following, -1, "day")
        if last is not None and last < first:
            one.spot.fault("pack.days_reversed", at_key=True)
        spans.append((first, last))
    return spans


def read_target(by: Sequence[date | Exact] | Open | None, held: Held, spot: Spot) -> Target | None:
    """By when something is to be reached: days, quantities from the source's day, or open."""
    if by is None:
        return None
    if isinstance(by, Open):
        return Target(is_open=True)
    days = [_target_day(one, held, spot.at("by")) for one in by]
    if any(day is None for day in days):
        return None
    kept = tuple(day for day in days if day is not None)
    if len(kept) > _MOST_TARGETS or list(kept) != sorted(set(kept)):
        spot.at("by").fault("pack.by_order")
        return None
    return Target(days=kept, after=tuple(one for one in by if isinstance(one, Exact)))


def _target_day(one: date | Exact, held: Held, spot: Spot) -> date | None:
    if isinstance(one, date):
        return one
    day = None
    if one.unit in _UNITS and one.den == 1:
        try:
            day = advance(held.source.effective_from, one.num, _UNITS[one.unit])
        except PeriodError:
            day = None
    if day is None:
        spot.fault("pack.by_unit")
    return day


def merged(phase: Any, row: Any, name: str) -> Any:  # noqa: ANN401  the types of the two agree
    """A phase's own value of a field, else the entry's."""
    own = getattr(phase, name)
    return getattr(row, name) if own is None else own
