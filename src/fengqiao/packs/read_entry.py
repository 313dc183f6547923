"""What all entries share: key, id, clauses, force, days and texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, TypedDict

from attrs import frozen

from fengqiao.errors import PeriodError
from fengqiao.packs.known import Known, find_cites, known_words
from fengqiao.packs.rows import DatedRow, EntryRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import Key
from fengqiao.rules.entries import Cite, Force, Origin, PlacesMay, Source, Target, Words
from fengqiao.rules.values import Exact
from fengqiao.timing import advance
from fengqiao.timing.days import CalendarUnit

_MOST_TARGETS = 2


class EntryFacts(TypedDict):
    """The fields that every entry has."""

    pack: str
    id: str
    key: str
    cites: tuple[Cite, ...]
    names: Words
    note: Words
    reading: Words
    other: Words
    verified: bool
    places_may: PlacesMay
    origin: Origin


@frozen
class Held:
    """From when until when something holds, how firmly, and where that is said."""

    cites: tuple[Cite, ...]
    source: Source
    force: Force
    effective_from: date
    effective_until: date | None


def entry_facts(
    row: EntryRow, key: str, cites: tuple[Cite, ...], spot: Spot, known: Known
) -> EntryFacts:
    """The fields that every entry has, from its row."""
    return EntryFacts(
        pack=known.pack,
        id=row.id or key,
        key=key,
        cites=cites,
        names=Words(zh=row.zh, en=row.en),
        note=row.note,
        reading=row.reading,
        other=row.other,
        verified=row.verified,
        places_may=row.places_may,
        origin=spot.origin,
    )


def read_cites(refs: Sequence[str], spot: Spot, known: Known) -> tuple[Cite, ...]:
    """The clauses of an entry, which needs at least one."""
    if not refs:
        spot.absent("pack.no_clause", "clause")
        return ()
    return find_cites(refs, spot.at("clause"), known)


def read_held(row: DatedRow, spot: Spot, known: Known) -> Held | None:
    """Clauses, force and days of an entry as a whole; None where the pack has no source."""
    cites = read_cites(row.clause, spot, known)
    source = known.source_of(cites)
    if source is None:
        return None
    begins = row.from_ or source.effective_from
    ends = row.until or source.effective_until
    if ends is not None and ends < begins:
        spot.at("until" if row.until else "from").fault("pack.days_reversed")
    return Held(cites, source, row.force or source.force, begins, ends)


def phase_spans(
    rows: Sequence[DatedRow], targets: Sequence[Target | None], held: Held, spot: Spot
) -> list[tuple[date, date | None]]:
    """First and last day of each phase: a phase ends the day before the next begins.

    The first begins with the entry, a later one on its own `from`, else on the day it is due by,
    so that an earlier value counts until the next deadline.
    """
    begins: list[date | None] = []
    for index, (row, target) in enumerate(zip(rows, targets, strict=True)):
        begin = row.from_
        if begin is None and index == 0:
            begin = held.effective_from
        elif begin is None and target is not None:
            begin = target.days[0]
        if begin is None:
            spot.at(index).absent("pack.phase_without_day", "from", "by")
        begins.append(begin)
    spans: list[tuple[date, date | None]] = []
    for index, row in enumerate(rows):
        first = begins[index] or held.effective_from
        following = begins[index + 1] if index + 1 < len(rows) else None
        last = row.until
        if following is not None and (following <= first or (last and last >= following)):
            spot.at(index + 1).fault("pack.phase_overlap", at_key=True)
        elif last is None and following is not None:
            last = advance(following, -1, "day")
        elif last is None:
            last = held.effective_until
        if last is not None and last < first and following is None:
            spot.at(index).fault("pack.days_reversed", at_key=True)
        spans.append((first, last))
    return spans


def read_target(by: Sequence[date | Exact] | None, held: Held, spot: Spot) -> Target | None:
    """By when something is to be reached: days, or quantities from the source's day."""
    if by is None:
        return None
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
    units: Mapping[str | None, CalendarUnit] = {
        "day": "day", "week": "week", "month": "month", "year": "year",
    }  # fmt: skip
    day = None
    if one.unit in units and one.den == 1:
        try:
            day = advance(held.source.effective_from, one.num, units[one.unit])
        except PeriodError:
            day = None
    if day is None:
        spot.fault("pack.by_unit")
    return day


def read_each(each: Sequence[str], key: Key, spot: Spot, known: Known) -> tuple[str, ...]:
    """Kinds of subject: of the closed list, and such as the key is counted for."""
    closed = tuple(known.catalogue.words("subject_kind"))
    found = []
    for index, kind in enumerate(each):
        place = spot.at(index) if len(each) > 1 else spot
        if kind not in closed:
            place.fault("pack.not_a_subject", known=sorted(closed))
        elif kind not in key.each:
            place.fault("pack.wrong_each", key=key.name, known=key.each)
        else:
            found.append(kind)
    return tuple(found)


def read_who(who: str | None, spot: Spot, known: Known) -> str | None:
    """A role or a kind of subject that does, leads or assesses something."""
    if who is None:
        return None
    words = (*known.catalogue.words("role"), *known.catalogue.words("subject_kind"))
    found = known_words((who,), words, spot)
    return found[0] if found else None


def merged(phase: Any, row: Any, name: str) -> Any:  # noqa: ANN401  the types of the two agree
    """A phase's own value of a field, else the entry's."""
    own = getattr(phase, name)
    return getattr(row, name) if own is None else own
