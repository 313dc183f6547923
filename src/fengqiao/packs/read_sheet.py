"""Sheets: what is scored, out of which parts, and award lists."""

from __future__ import annotations

from fengqiao.packs.known import Known, find_key, is_about_persons
from fengqiao.packs.read_entry import entry_facts, read_held, read_who
from fengqiao.packs.rows import PartRow, SheetRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import Catalogue, Key, close_names
from fengqiao.rules.catalogue_core import OUTSIDE_AWARDS
from fengqiao.rules.entries import Part, Sheet, Words
from fengqiao.rules.values import OPEN, Exact, Open


def read_sheet(row: SheetRow, spot: Spot, known: Known) -> list[Sheet]:
    """The sheet of a row, in a list; an empty one where it can't be made out."""
    held = read_held(row, spot, known)
    key = find_key(row.key, "sheet", spot.at("key"), known)
    _check_each(row, key, spot.at("each"), known)
    parts = _parts(row, spot, known)
    if key is None or held is None:
        return []
    if row.tie is not None and row.winners is None:
        spot.at("tie").fault("pack.tie_without_winners")
    return [
        Sheet(
            **entry_facts(row, key.name, held.cites, spot, known),
            each=row.each,
            per=row.per,
            by=read_who(row.by, spot.at("by"), known),
            parts=parts,
            out_of=_whole(row.out_of),
            winners=_open_or_whole(row.winners),
            tie=row.tie,
            minimum_data=_open_or_whole(row.minimum_data),
            decided=row.decided,
            round=row.round,
            effective_from=held.effective_from,
            effective_until=held.effective_until,
            force=held.force,
        )
    ]


def _check_each(row: SheetRow, key: Key | None, spot: Spot, known: Known) -> None:
    """Ranked are kinds of the closed list; cadres and volunteers only by an outside award."""
    closed = known.catalogue.words("subject_kind")
    if row.each in OUTSIDE_AWARDS:
        if row.decided != "outside" or row.part is not None:
            spot.fault("pack.ranked_person")
    elif row.each not in closed:
        spot.fault("pack.not_a_subject", known=sorted(closed))
        return
    if key is not None and row.each not in key.each:
        spot.fault("pack.wrong_each", key=key.name, known=key.each)


def _parts(row: SheetRow, spot: Spot, known: Known) -> tuple[Part, ...] | Open:
    if row.decided == "outside":
        if row.part is not None and row.each not in OUTSIDE_AWARDS:
            spot.at("part").fault("pack.decided_outside", at_key=True)
        return ()
    if row.part is None:
        spot.absent("pack.missing_field", "part", field="part")
        return ()
    if isinstance(row.part, Open):
        return OPEN
    parts: list[Part] = []
    for index, part in enumerate(row.part):
        place = spot.at("part", index)
        if part.name in {one.name for one in parts}:
            place.at("name").fault("pack.word_twice")
        parts.append(_part(part, place, known))
    return tuple(parts)


def _part(row: PartRow, spot: Spot, known: Known) -> Part:
    if isinstance(row.weight, Exact) and row.weight.unit is not None:
        spot.at("weight").fault("pack.wants_count", key="weight", unit="points")
    if isinstance(row.measure, str):
        _check_measure(row.measure, spot.at("measure"), known)
    return Part(
        name=row.name,
        names=Words(zh=row.zh, en=row.en),
        weight=row.weight,
        by=read_who(row.by, spot.at("by"), known),
        measure=row.measure,
        missing=row.missing,
    )


def _check_measure(name: str, spot: Spot, known: Known) -> None:
    """A part is measured by a number: of a norm, or one that the host reports."""
    names = measurable(known.catalogue)
    if name in names:
        return
    if is_about_persons(name):
        spot.fault("pack.about_persons")
    else:
        spot.fault("pack.unknown_key", close=close_names(name, names))


def measurable(catalogue: Catalogue) -> frozenset[str]:
    """Keys that a part of a sheet may be measured by."""
    keys = catalogue.keys.values()
    numeric = {key.name for key in keys if key.kind == "norm" and key.value != "words"}
    return frozenset(numeric) | catalogue.words("total")


def _whole(number: int | None) -> Exact | None:
    return None if number is None else Exact.whole(number)


def _open_or_whole(number: int | Open | None) -> Exact | Open | None:
    return number if isinstance(number, Open) else _whole(number)
