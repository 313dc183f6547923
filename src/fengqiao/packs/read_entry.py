"""What all entries share: key, id, clauses, force, days and texts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypedDict

from attrs import frozen

from fengqiao.packs.known import Known, find_cites, known_words
from fengqiao.packs.rows_entry import DatedRow, EntryRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import Key
from fengqiao.rules.entries import Cite, Force, Origin, PlacesMay, Source, Words


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
