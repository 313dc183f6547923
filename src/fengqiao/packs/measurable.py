"""What a part of a sheet may be measured by: shares, counts and rates, never words."""

from __future__ import annotations

from typing import Literal, get_args

from fengqiao.packs.amounts import is_share
from fengqiao.packs.edges import ends_of
from fengqiao.rules.catalogue import Catalogue
from fengqiao.rules.points import PointsRule

Measured = Literal["share", "count", "rate", "rating"]


def measured(name: str, catalogue: Catalogue) -> Measured | None:
    """What kind of number a key or total is; None where nothing of that name is measured.

    Of totals that no key stands for only a survey is out of something; calls are counted by day.
    """
    key = catalogue.keys.get(name)
    if key is not None and key.kind == "norm" and key.value != "words":
        if key.value == "count":
            return "count"
        if key.is_rating:
            return "rating"
        return "share" if key.unit == "share" else "rate"
    return "share" if name in catalogue.words("total") and name.startswith("survey.") else None


def measurable(
    catalogue: Catalogue, rule: PointsRule | None = None, each: str | None = None
) -> frozenset[str]:
    """Keys and totals that a part may be measured by.

    Args:
        catalogue: With the pack's own measures.
        rule: How the part gives points: a share reached wants a share, and a stretch what it is
            written in. None: whatever can be measured.
        each: Kind of subject that is scored. None: any.
    """
    kinds = _wanted(rule) if rule else get_args(Measured)
    names = {*catalogue.keys, *catalogue.words("total")}
    return frozenset(
        name
        for name in names
        if measured(name, catalogue) in kinds and (each is None or is_for(name, each, catalogue))
    )


def is_for(name: str, each: str, catalogue: Catalogue) -> bool:
    """Whether a key is counted for a kind of subject; totals and surveys are for any."""
    key = catalogue.keys.get(name)
    return key is None or each in key.each or name.startswith("survey.")


def _wanted(rule: PointsRule) -> tuple[Measured, ...]:
    if rule.by_share:
        return ("rating",) if rule.full is not None else ("share", "rating")
    if rule.each_time is not None:
        return ("count",)
    if rule.each_short is not None:
        ends = [rule.each_short.target]
    else:
        stretches = [step.comparison for step in rule.steps]
        ends = [end for one in (*stretches, rule.limit) if one for end in ends_of(one)]
    return ("share",) if any(is_share(end) for end in ends) else ("count", "rate", "rating")
