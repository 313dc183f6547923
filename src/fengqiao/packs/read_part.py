"""Parts of a sheet: what they weigh, what measures them, and how that gives points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fengqiao.packs.amounts import is_share
from fengqiao.packs.edges import check_edges, check_no_time, check_unit, ends_of, exact_comparison
from fengqiao.packs.known import Known, is_about_persons
from fengqiao.packs.limits import comparisons_of
from fengqiao.packs.measurable import is_for, measurable, measured
from fengqiao.packs.read_entry import read_who
from fengqiao.packs.read_norm import wrong_unit
from fengqiao.packs.rows_part import EachShortRow, EachTimeRow, PartRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import Key, close_names
from fengqiao.rules.entries import Part, Words
from fengqiao.rules.pairs import Pair
from fengqiao.rules.points import (
    NOTHING,
    ONE,
    EachShort,
    EachTime,
    Effect,
    PointsRule,
    Step,
    weight_points,
)
from fengqiao.rules.values import OPEN, Exact, Open, compare

_WAYS = ("steps", "each_short", "each_time", "full")
_EFFECTS: tuple[Effect, ...] = ("bonus", "deduct", "veto")
_POINTS = ("weight", *_WAYS, "cap", "tie")


def read_part(row: PartRow, spot: Spot, known: Known, each: str, out_of: Exact | None) -> Part:
    """One part of a sheet.

    Args:
        row: As it stands in the file.
        spot: Where it stands.
        known: What it may refer to.
        each: Kind of subject that is scored.
        out_of: What the sheet is out of, for weights in percent.
    """
    effects = [name for name in _EFFECTS if getattr(row, name)]
    if len(effects) > 1:
        spot.fault("pack.part_effects", at_key=True, found=tuple(effects))
    effect: Effect = effects[0] if effects else "part"
    key = _measured_by(row, each, spot.at("measure"), known)
    if effect == "veto":
        rule = _veto(row, spot, key)
    else:
        rule = _points(row, spot, key, effect)
        _check_amounts(row, spot, out_of)
        _check_measure(row, rule, spot, known)
    if (effect != "part" and row.missing == "redistribute") or (
        effect == "veto" and row.missing != "interval"
    ):
        spot.at("missing").fault("pack.missing_not_here")
    return Part(
        name=row.name,
        names=Words(zh=row.zh, en=row.en),
        weight=None if effect == "veto" else row.weight or OPEN,
        by=read_who(row.by, spot.at("by"), known),
        measure=row.measure or OPEN,
        missing=row.missing,
        points=rule,
    )


def _measured_by(row: PartRow, each: str, spot: Spot, known: Known) -> Key | None:
    """The key that measures a part; None where it is open, a total, or not known."""
    if not isinstance(row.measure, str):
        return None
    if measured(row.measure, known.catalogue) is None:
        if is_about_persons(row.measure):
            spot.fault("pack.about_persons")
        else:
            names = measurable(known.catalogue)
            spot.fault("pack.unknown_key", close=close_names(row.measure, names))
        return None
    key = known.catalogue.keys.get(row.measure)
    if key is not None and not is_for(key.name, each, known.catalogue):
        spot.fault("pack.wrong_each", key=key.name, known=key.each)
    return key


def _veto(row: PartRow, spot: Spot, key: Key | None) -> PointsRule:
    """A veto: what has to be kept, and no points."""
    for name in _POINTS:
        if getattr(row, name) is not None:
            spot.at(name).fault("pack.veto_with_points", at_key=True)
    limit = exact_comparison(row, spot)
    if limit is not None:
        check_unit(limit, key, spot)
        check_no_time(ends_of(limit), key, spot.at(limit.op))
    return PointsRule(effect="veto", veto=row.veto, limit=limit)


def _points(row: PartRow, spot: Spot, key: Key | None, effect: Effect) -> PointsRule:
    for comparison in comparisons_of(row):
        spot.at(comparison.op).fault("pack.limit_without_veto", at_key=True)
    ways = [name for name in _WAYS if getattr(row, name) is not None]
    if len(ways) > 1:
        spot.fault("pack.part_ways", at_key=True, found=tuple(ways))
    if row.tie is not None and row.steps is None:
        spot.at("tie").fault("pack.tie_without_steps", at_key=True)
    return PointsRule(
        effect=effect,
        steps=_steps(row, spot, key),
        tie=row.tie,
        each_short=_short(row.each_short, spot.at("each_short"), key, effect),
        each_time=_time(row.each_time, spot.at("each_time"), effect),
        full=_full(row, spot, key, ways),
        cap=row.cap,
    )


def _steps(row: PartRow, spot: Spot, key: Key | None) -> tuple[Step, ...]:
    steps = []
    for index, one in enumerate(row.steps or ()):
        place = spot.at("steps", index)
        comparison = exact_comparison(one, place)
        if comparison is not None:
            check_unit(comparison, key, place)
            check_no_time(ends_of(comparison), key, place.at(comparison.op))
            steps.append(Step(points=one.points, comparison=comparison))
    if row.steps and len(steps) == len(row.steps):
        check_edges([one.comparison for one in steps], row.tie, key, spot, "steps")
    return tuple(steps)


def _short(
    row: EachShortRow | None, spot: Spot, key: Key | None, effect: Effect
) -> EachShort | None:
    if row is None:
        return None
    if effect == "bonus":
        spot.fault("pack.bonus_for_short", at_key=True)
    check_no_time([row.target], key, spot.at("target"))
    code = wrong_unit(row.target, key) if key else None
    if code and key:
        spot.at("target").fault(code, key=key.name, unit=key.reported_in or key.unit)
    elif row.unit is None and is_share(row.target):
        spot.absent("pack.missing_field", "unit", field="unit")
    elif row.unit is not None and (
        row.unit.num == 0 or row.unit.unit or is_share(row.unit) != is_share(row.target)
    ):
        spot.at("unit").fault("pack.short_unit")
    return EachShort(
        target=row.target,
        points=row.points,
        unit=row.unit if row.unit and row.unit.num else ONE,
        floor=_floor(row.floor, spot, effect),
    )


def _time(row: EachTimeRow | None, spot: Spot, effect: Effect) -> EachTime | None:
    if row is None:
        return None
    return EachTime(points=row.points, floor=_floor(row.floor, spot, effect))


def _full(row: PartRow, spot: Spot, key: Key | None, ways: Sequence[str]) -> Exact | Open | None:
    """The full marks of a rating; the host's to say where the source doesn't."""
    if row.full is None:
        return OPEN if key is not None and key.is_rating and not ways else None
    if isinstance(row.measure, str) and not (key is not None and key.is_rating):
        spot.at("full").fault("pack.full_not_here", at_key=True)
    elif isinstance(row.full, Exact) and (row.full.unit or not row.full.num or is_share(row.full)):
        spot.at("full").fault("pack.wants_full")
    return row.full


def _floor(floor: Exact | None, spot: Spot, effect: Effect) -> Exact:
    if floor is not None and effect != "part":
        spot.at("floor").fault("pack.floor_not_here", at_key=True)
    return floor or NOTHING


def _check_amounts(row: PartRow, spot: Spot, out_of: Exact | None) -> None:
    """Points are plain numbers, and none is above the weight that the pack has to state."""
    stated = list(_amounts(row, spot))
    wrong = [place for value, place in stated if value.unit or value.text.endswith("%")]
    for place in wrong:
        place.fault("pack.wants_points")
    if row.weight is None:
        spot.absent("pack.missing_field", "weight", field="weight")
    elif isinstance(row.weight, Open):
        if stated:
            spot.at("weight").fault("pack.points_without_weight")
    elif row.weight.unit is not None:
        spot.at("weight").fault("pack.wants_points")
    elif not wrong:
        _check_most(row, row.weight, spot, out_of)


def _amounts(row: PartRow, spot: Spot) -> Iterator[tuple[Exact, Spot]]:
    """Everything in a part that is written in points, and where."""
    for index, step in enumerate(row.steps or ()):
        yield step.points, spot.at("steps", index, "points")
    for name in ("each_short", "each_time"):
        each: EachShortRow | EachTimeRow | None = getattr(row, name)
        if each is not None:
            if isinstance(each.points, Exact):
                yield each.points, spot.at(name, "points")
            if each.floor is not None:
                yield each.floor, spot.at(name, "floor")
    if row.cap is not None:
        yield row.cap, spot.at("cap")


def _check_most(row: PartRow, weight: Exact, spot: Spot, out_of: Exact | None) -> None:
    most: Pair = row.cap.pair if row.cap else weight_points(weight, out_of)
    for value, place in _amounts(row, spot):
        bounded = place.path[-1] == "floor" or "steps" in place.path
        if bounded and compare(value.pair, most) > 0:
            place.fault("pack.points_over_weight")


def _check_measure(row: PartRow, rule: PointsRule, spot: Spot, known: Known) -> None:
    """A share reached wants a share; times want a count."""
    if not isinstance(row.measure, str):
        return
    kind = measured(row.measure, known.catalogue)
    if rule.by_share and kind in ("count", "rate"):
        spot.at("measure").fault("pack.part_without_points")
    elif rule.each_time is not None and kind != "count":
        spot.at("measure").fault("pack.times_of_share")
