"""Bands: classes by a measured value, without gap, without overlap, every edge decided."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import frozen

from fengqiao.packs.known import Known, find_key, is_about_persons
from fengqiao.packs.limits import one_comparison
from fengqiao.packs.read_entry import entry_facts, read_held
from fengqiao.packs.read_norm import wrong_unit
from fengqiao.packs.rows import BandRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import Key, close_names
from fengqiao.rules.entries import Band, Level, Words
from fengqiao.rules.values import OPS, Comparison, Exact, Open, compare

_EDGED = ("at_least", "at_most", "more_than", "less_than", "equal", "between")
_Pair = tuple[int, int]


def read_band(row: BandRow, spot: Spot, known: Known) -> list[Band]:
    """The band of a row, in a list; an empty one where it can't be made out."""
    held = read_held(row, spot, known)
    key = find_key(row.key, "band", spot.at("key"), known)
    by = _measured(row, spot.at("by"), known)
    levels = _levels(row, by, spot.at("level"))
    if len(levels) == len(row.level):
        _check_edges(row, levels, by, spot)
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


def _measured(row: BandRow, spot: Spot, known: Known) -> Key | None:
    if isinstance(row.by, Open):
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
        comparison = one_comparison(level, place)
        if comparison is None:
            if not any(getattr(level, op) is not None for op in OPS):
                place.absent("pack.no_comparison", *OPS, ops=_EDGED)
            continue
        if comparison.op not in _EDGED or comparison.is_open:
            place.at(comparison.op).fault("pack.level_not_exact", ops=_EDGED)
            continue
        code = by and next((c for end in _ends(comparison) if (c := wrong_unit(end, by))), None)
        if code and by:
            place.at(comparison.op).fault(code, key=by.name, unit=by.unit)
        names = Words(zh=level.zh, en=level.en)
        levels.append(Level(name=level.name, names=names, comparison=comparison))
    return levels


def _ends(comparison: Comparison) -> tuple[Exact, ...]:
    limit = comparison.limit
    if isinstance(limit, Exact):
        return (limit,)
    return limit if isinstance(limit, tuple) else ()


@frozen
class _Stretch:
    """The values of a level: ends that may be missing, and whether they belong to it."""

    index: int
    low: _Pair | None
    has_low: bool
    high: _Pair | None
    has_high: bool


def _stretch(index: int, comparison: Comparison) -> _Stretch:
    first, *rest = (end.pair for end in _ends(comparison))
    match comparison.op:
        case "at_least" | "more_than":
            return _Stretch(index, first, comparison.op == "at_least", None, has_high=False)
        case "at_most" | "less_than":
            return _Stretch(index, None, False, first, comparison.op == "at_most")  # noqa: FBT003
        case _:
            return _Stretch(index, first, True, rest[0] if rest else first, has_high=True)  # noqa: FBT003


def _check_edges(row: BandRow, levels: Sequence[Level], by: Key | None, spot: Spot) -> None:
    """Between any two neighbours there is one edge, and every value has exactly one level."""
    stretches = [_stretch(index, level.comparison) for index, level in enumerate(levels)]
    stretches.sort(key=lambda one: -1.0 if one.low is None else one.low[0] / one.low[1])
    first, last = stretches[0], stretches[-1]
    if first.low is not None and (compare(first.low, (0, 1)) > 0 or not first.has_low):
        spot.at("level", first.index).fault("pack.band_gap", at_key=True)
    if last.high is not None:
        spot.at("level", last.index).fault("pack.band_gap", at_key=True)
    for lower, upper in pairwise(stretches):
        place = spot.at("level", upper.index)
        if lower.high is None or upper.low is None:
            place.fault("pack.band_overlap", at_key=True)
            continue
        side = compare(lower.high, upper.low)
        held_by = lower.has_high + upper.has_low
        if side > 0:
            place.fault("pack.band_overlap", at_key=True)
        elif (side == 0 and held_by == 0) or (side < 0 and not _is_next(lower, upper, by)):
            place.fault("pack.band_gap", at_key=True)
        elif side == 0 and held_by > 1 and row.tie is None:
            spot.absent("pack.band_tie", "tie")


def _is_next(lower: _Stretch, upper: _Stretch, by: Key | None) -> bool:
    """Whether no whole number lies between two levels of a count."""
    if by is None or by.value != "count" or not (lower.has_high and upper.has_low):
        return False
    high, low = lower.high or (0, 1), upper.low or (0, 1)
    return compare((high[0] + high[1], high[1]), low) == 0
