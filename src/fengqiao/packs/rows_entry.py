"""What the rows of all entries share: clauses, force, days and texts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import get_args

from attrs import frozen

from fengqiao.packs.fields import may
from fengqiao.packs.forms import DAY, FLAG, NAME, TEXT, WORDS_TEXT, Form, one_of, several
from fengqiao.packs.spot import Spot
from fengqiao.rules.entries import Force, PlacesMay, Words

FORCE = one_of(*get_args(Force))
CLAUSE = several(TEXT)


def _read_cites(raw: object, spot: Spot) -> Mapping[str, tuple[str, ...]] | None:
    if not isinstance(raw, Mapping):
        spot.fault("pack.not_a_table")
        return None
    read = {name: CLAUSE.read(refs, spot.at(name)) for name, refs in raw.items()}
    return {name: refs for name, refs in read.items() if refs is not None}


CITES = Form(_read_cites, {"type": "object", "additionalProperties": CLAUSE.schema})


@frozen(kw_only=True, slots=False)
class DatedRow:
    """Fields of whatever has a clause and days."""

    clause: tuple[str, ...] = may(CLAUSE, ())
    force: Force | None = may(FORCE)
    from_: date | None = may(DAY)
    until: date | None = may(DAY)


@frozen(kw_only=True, slots=False)
class EntryRow(DatedRow):
    """Fields of every entry."""

    id: str | None = may(NAME)
    reading: Words = may(WORDS_TEXT, Words())
    other: Words = may(WORDS_TEXT, Words())
    note: Words = may(WORDS_TEXT, Words())
    zh: str = may(TEXT, "")
    en: str = may(TEXT, "")
    verified: bool = may(FLAG, default=True)
    places_may: PlacesMay = may(one_of(*get_args(PlacesMay)), "replace")
