"""Score a sheet by the values of a worked case."""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.judging.parts import Range
from fengqiao.judging.score_parts import Measured, score_parts
from fengqiao.measures import Reason
from fengqiao.measures.sheets import PartTask, part_measure, part_weight, parts_of
from fengqiao.rules import Exact, Rules, Sheet, Spoken, shown_pair
from fengqiao.rules.pairs import lowest
from fengqiao.rules.part_terms import filled_part, lacks_points
from fengqiao.rules.points import weight_points


def run_sheet(rules: Rules, spoken: Spoken | None, given: object, reason: Reason | None) -> str:
    """What a sheet comes to: a score, `low to high`, `not_rated`, `open` or `no_rule`.

    Args:
        rules: With the open terms of the case.
        spoken: The sheet in force, or None.
        given: A value for each part by its name, or for the whole where the parts are open. A
            part without one can't be checked.
        reason: Why no part can be checked, where that holds for all of them.
    """
    entry = spoken.entry if spoken else None
    if spoken is None or not isinstance(entry, Sheet) or entry.decided == "outside":
        return "no_rule"
    tasks = [
        PartTask(
            part=filled_part(part, entry.id, spoken.asked, rules.terms),
            weight=part_weight(rules, spoken, part),
            measure=part_measure(rules, spoken, part),
            task=None,
        )
        for part in parts_of(entry)
    ]
    weights = [weight_points(one.weight, entry.out_of) for one in tasks if one.weight is not None]
    if len(weights) < len(tasks) or all(one.measure is None for one in tasks):
        return "open"
    keys = rules.catalogue.keys
    ratings = {name for name, key in keys.items() if key.is_rating}
    found: list[Measured] = [
        (None, "not_configured")
        if lacks_points(one.part, is_rating=one.measure in ratings)
        else _measured(one, given, reason)
        for one in tasks
    ]
    ends = score_parts(tasks, found, weights).ends
    return "not_rated" if ends is None else _shown(ends)


def _measured(task: PartTask, given: object, reason: Reason | None) -> Measured:
    if task.measure is None:
        return None, "not_configured"
    value = given.get(task.part.name) if isinstance(given, Mapping) else given
    if reason is not None or not isinstance(value, Exact):
        return None, reason or "no_data"
    return value.pair, None


def expected_score(expect: object) -> str:
    """What a case expects, written as `run_sheet` answers."""
    if isinstance(expect, Exact):
        return _shown((expect.pair, expect.pair))
    if isinstance(expect, tuple):
        low, high = expect
        return _shown((low.pair, high.pair))
    return str(expect)


def _shown(ends: Range) -> str:
    low, high = (shown_pair(*lowest(end)) for end in ends)
    return str(low) if low == high else f"{low} to {high}"
