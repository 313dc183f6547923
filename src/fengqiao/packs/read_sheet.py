"""Sheets: what is scored, out of which parts, and award lists."""

from __future__ import annotations

from collections.abc import Sequence

from fengqiao.packs.known import Known, find_key
from fengqiao.packs.read_entry import entry_facts, read_held, read_who
from fengqiao.packs.read_part import read_part
from fengqiao.packs.rows import SheetRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import Key
from fengqiao.rules.catalogue_core import OUTSIDE_AWARDS
from fengqiao.rules.entries import Part, Sheet
from fengqiao.rules.points import RANKED
from fengqiao.rules.values import OPEN, Exact, Open
from fengqiao.rules.weights import is_mixed, weights_of, wrong_percent, wrong_sum

MOST_DIGITS = 6


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
            round=_digits(row.round, spot.at("round")),
            effective_from=held.effective_from,
            effective_until=held.effective_until,
            force=held.force,
        )
    ]


def _check_each(row: SheetRow, key: Key | None, spot: Spot, known: Known) -> None:
    """Scored are kinds of the closed list; ranked only staff, rooms, units and stations.

    Cadres and volunteers only get an award that others decided.
    """
    closed = known.catalogue.words("subject_kind")
    if row.each in OUTSIDE_AWARDS:
        if row.decided != "outside" or row.part is not None:
            spot.fault("pack.ranked_person")
    elif row.each not in closed:
        spot.fault("pack.not_a_subject", known=sorted(closed))
        return
    elif row.winners is not None and row.decided == "scores" and row.each not in RANKED:
        spot.fault("pack.not_ranked", known=tuple(kind for kind in RANKED if kind in closed))
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
        parts.append(read_part(part, place, known, row.each, _whole(row.out_of)))
    _check_sum(row, parts, spot)
    return tuple(parts)


def _check_sum(row: SheetRow, parts: Sequence[Part], spot: Spot) -> None:
    """Stated weights add up to what the sheet is out of; percent and points don't mix."""
    weights = weights_of(parts)
    out_of = _whole(row.out_of)
    if out_of is None:
        if is_mixed(parts):
            spot.at("part").fault("pack.weights_mixed", at_key=True)
        elif (percent := wrong_percent(weights)) is not None:
            spot.at("part").fault("pack.weights_sum", at_key=True, sum=percent, out_of="100%")
    elif (found := wrong_sum(weights, out_of)) is not None:
        spot.at("out_of").fault("pack.weights_sum", sum=found, out_of=row.out_of)


def _digits(number: int | None, spot: Spot) -> int | None:
    """How many decimals are shown; nobody reads more than a few."""
    if number is not None and number > MOST_DIGITS:
        spot.fault("pack.out_of_range", most=MOST_DIGITS)
        return None
    return number


def _whole(number: int | None) -> Exact | None:
    return None if number is None else Exact.whole(number)


def _open_or_whole(number: int | Open | None) -> Exact | Open | None:
    return number if isinstance(number, Open) else _whole(number)
