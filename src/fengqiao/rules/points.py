"""How a part of a sheet turns what was measured into points."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from fengqiao.rules.pairs import ZERO, Pair, larger, minus, smaller, times
from fengqiao.rules.stretches import Tie, stretch_of
from fengqiao.rules.values import Comparison, Exact, Open

Effect = Literal["part", "bonus", "deduct", "veto"]
Missing = Literal["interval", "zero", "full", "redistribute"]
Veto = Literal["zero", "not_rated"]

ONE = Exact.whole(1)
NOTHING = Exact.whole(0)

RANKED = (
    "community_officer",
    "auxiliary_officer",
    "police_room",
    "police_post",
    "station",
)
"""Kinds of subject that may be ranked: staff, rooms, units and stations, never anybody else."""


@frozen(kw_only=True)
class Step:
    """The points for values of one stretch."""

    points: Exact
    comparison: Comparison


@frozen(kw_only=True)
class EachShort:
    """Points for each whole unit that a value is short of a target.

    Attributes:
        target: What the value is to reach, in the measure's own unit.
        unit: How much short counts once; what is left below a whole unit does not count.
        floor: The fewest points that a part keeps.
    """

    target: Exact
    points: Exact
    unit: Exact = ONE
    floor: Exact = NOTHING


@frozen(kw_only=True)
class EachTime:
    """Points for each time that was counted.

    Attributes:
        floor: The fewest points that a part keeps.
    """

    points: Exact | Open
    floor: Exact = NOTHING


@frozen(kw_only=True)
class PointsRule:
    """How a part gives points; without steps or points each, the weight times the share reached.

    Attributes:
        effect: A `part` of the whole; a `bonus` beyond the weights; a `deduct`, which takes off
            what it gives; a `veto`, which gives no points.
        steps: Points by the stretch that the value lies in.
        tie: Which step has a value on an edge that two share.
        full: The rating that gives the whole weight, counted from 0; open where the host says it.
        cap: The most that the part can give; its weight where none is stated.
        veto: What becomes of the score when `limit` is not kept.
        limit: For a veto: what the measure has to keep.
    """

    effect: Effect = "part"
    steps: tuple[Step, ...] = ()
    tie: Tie | None = None
    each_short: EachShort | None = None
    each_time: EachTime | None = None
    full: Exact | Open | None = None
    cap: Exact | None = None
    veto: Veto | None = None
    limit: Comparison | None = None

    @property
    def by_share(self) -> bool:
        """Whether the points are the weight times the share reached."""
        states = self.steps or self.each_short or self.each_time
        return not states and self.effect != "veto"


def weight_points(weight: Exact, out_of: Exact | None) -> Pair:
    """A weight in points: one in percent is that share of what the sheet is out of, else of 1."""
    if out_of is not None and weight.text.endswith("%"):
        return times(weight.pair, out_of.pair)
    return weight.pair


def most_points(rule: PointsRule, weight: Pair) -> Pair:
    """The most that a part can give (a deduct: take off)."""
    most = rule.cap.pair if rule.cap else weight
    if not rule.steps:
        if rule.effect == "part" and (rule.each_short or rule.each_time):
            return smaller(most, weight)
        return most
    best = ZERO
    for step in rule.steps:
        best = larger(best, step.points.pair)
    return smaller(best, most)


def least_points(rule: PointsRule, weight: Pair) -> Pair:
    """The least that a part can give, whatever is measured."""
    each = rule.each_short or rule.each_time
    worst = ZERO
    if each is not None and rule.effect == "part":
        worst = each.floor.pair
    elif rule.steps:
        worst = rule.steps[0].points.pair
        for step in rule.steps:
            worst = smaller(worst, step.points.pair)
    return smaller(worst, most_points(rule, weight))


def points_of(rule: PointsRule, weight: Pair, value: Pair) -> Pair:
    """The points for a value; not above the cap, and not below the floor.

    Args:
        rule: Of the part; not a veto.
        weight: In points.
        value: What was measured: a share for a part without steps or points each, else in the
            measure's own unit.
    """
    if rule.steps:
        step = step_at(rule, value)
        given = step.points.pair if step else ZERO
    elif rule.by_share:
        given = times(weight, share_of(rule, value))
    else:
        off = _each(rule, value)
        given = minus(weight, off) if rule.effect == "part" else off
    bounded = larger(given, least_points(rule, weight))
    return smaller(bounded, most_points(rule, weight))


def share_of(rule: PointsRule, value: Pair) -> Pair:
    """The share reached: of a rating how much of its full marks it is."""
    if not isinstance(rule.full, Exact) or not rule.full.num:
        return value
    return value[0] * rule.full.den, value[1] * rule.full.num


def _each(rule: PointsRule, value: Pair) -> Pair:
    """Points for every unit short or every time."""
    if rule.each_time is not None:
        points = rule.each_time.points
        return ZERO if isinstance(points, Open) else times(points.pair, value)
    short = rule.each_short
    if short is None:
        return ZERO
    gap = minus(short.target.pair, value)
    units = max(0, gap[0] * short.unit.den // (gap[1] * short.unit.num))
    return times(short.points.pair, (units, 1))


def step_at(rule: PointsRule, value: Pair) -> Step | None:
    """The step that a value lies in; on a shared edge the tie rule decides."""
    found = stretch_of([step.comparison for step in rule.steps], rule.tie, value)
    return None if found is None else rule.steps[found]


BY_SHARE = PointsRule()
"""The weight times the share reached."""
