"""Bands: classes by a measured value, without gap, without overlap, every edge decided."""

from __future__ import annotations

from fengqiao.packs.edges import check_edges, check_no_time, check_unit, ends_of, exact_comparison
from fengqiao.packs.known import Known, find_key, is_about_persons
from fengqiao.packs.read_entry import entry_facts, read_held
from fengqiao.packs.rows import BandRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import Key, close_names
from fengqiao.rules.entries import Band, Level, Words
from fengqiao.rules.values import Open


def read_band(row: BandRow, spot: Spot, known: Known) -> list[Band]:
    """The band of a row, in a list; an empty one where it can't be made out."""
    held = read_held(row, spot, known)
    key = find_key(row.key, "band", spot.at("key"), known)
    by = _measured(row, key, spot.at("by"), known)
    levels = _levels(row, by, spot.at("level"))
    if len(levels) == len(row.level):
        check_edges([level.comparison for level in levels], row.tie, by, spot, "level")
    if key is None or held is None:
        return []
    facts = entry_facts(row, key.name, held.cites, spot, known)
    return [
        Band(
            **facts,
            each=key.each[0],
            by=row.by,
            over=row.over,
            tie=row.tie,
            levels=tuple(levels),
            effective_from=held.effective_from,
            effective_until=held.effective_until,
            force=held.force,
        )
    ]


def _measured(row: BandRow, band: Key | None, spot: Spot, known: Known) -> Key | None:
    """The key that is measured; None where it is open, not known, or the score of a sheet."""
    if isinstance(row.by, Open):
        return None
    sheet = known.catalogue.keys.get(row.by)
    if sheet is not None and sheet.kind == "sheet":
        if band is not None and not set(band.each) <= set(sheet.each):
            spot.fault("pack.wrong_each", key=sheet.name, known=sheet.each)
        return None
    numeric = {
        name: key
        for name, key in known.catalogue.keys.items()
        if key.kind == "norm" and key.value != "words"
    }
    if row.by not in numeric:
        code = "pack.about_persons" if is_about_persons(row.by) else "pack.unknown_key"
        spot.fault(code, close=close_names(row.by, numeric))
    return numeric.get(row.by)


def _levels(row: BandRow, by: Key | None, spot: Spot) -> list[Level]:
    levels = []
    seen: set[str] = set()
    for index, level in enumerate(row.level):
        place = spot.at(index)
        if level.name in seen:
            place.at("name").fault("pack.word_twice")
        seen.add(level.name)
        comparison = exact_comparison(level, place)
        if comparison is None:
            continue
        check_unit(comparison, by, place)
        check_no_time(ends_of(comparison), by, place.at(comparison.op))
        names = Words(zh=level.zh, en=level.en)
        levels.append(Level(name=level.name, names=names, comparison=comparison))
    return levels
