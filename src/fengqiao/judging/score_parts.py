"""From what was measured of one subject to the parts of its score."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from fengqiao.judging.parts import PartScore, Range, contributions, is_kept, score_ends
from fengqiao.judging.small_counts import Few
from fengqiao.measures import Reason, Values
from fengqiao.measures.sheets import PartTask
from fengqiao.rules.pairs import Pair
from fengqiao.rules.part_terms import lacks_points

Measured = tuple[Pair | None, Reason | None]
"""A value, or why there is none."""


@frozen(kw_only=True)
class Scored:
    """The parts of one subject's score and what they come to."""

    parts: tuple[PartScore, ...]
    ends: Range | None
    vetoed_by: str | None


def score_parts(
    tasks: Sequence[PartTask], found: Sequence[Measured], weights: Sequence[Pair] | None
) -> Scored:
    """The parts of a score.

    Args:
        tasks: Of one sheet. Shape (n,).
        found: What was measured of one subject. Shape (n,).
        weights: In points; None where one is not configured, so that there is no score.
            Shape (n,).
    """
    if weights is None:
        parts = _parts(tasks, found, (None,) * len(tasks))
        return Scored(parts=parts, ends=None, vetoed_by=None)
    stated = [task.part for task in tasks]
    values = [value for value, _ in found]
    parts = _parts(tasks, found, contributions(stated, weights, values))
    fallen = [one for one in parts if one.kept is False]
    fallen.sort(key=lambda one: one.veto != "not_rated")
    return Scored(
        parts=parts,
        ends=score_ends(stated, weights, values),
        vetoed_by=fallen[0].name if fallen else None,
    )


def _parts(
    tasks: Sequence[PartTask], found: Sequence[Measured], given: Sequence[Range | None]
) -> tuple[PartScore, ...]:
    return tuple(
        PartScore(
            name=task.part.name,
            names=task.part.names,
            weight=task.weight.text if task.weight and task.part.weight is not None else None,
            effect=task.part.points.effect,
            measure=task.measure,
            revision=_revision(task),
            value=value,
            reason=reason,
            low=both[0] if both else None,
            high=both[1] if both else None,
            veto=task.part.points.veto,
            kept=is_kept(task.part, value),
        )
        for task, (value, reason), both in zip(tasks, found, given, strict=True)
    )


def _revision(task: PartTask) -> int | None:
    indicator = task.task.indicator if task.task else None
    return indicator.revision if indicator else None


def measured(task: PartTask, values: Values | None, index: int, few: Few) -> Measured:
    """What was measured of a subject, or why that can't be said."""
    indicator = values.task.indicator if values else None
    is_rating = indicator is not None and indicator.key.is_rating
    if task.weight is None or values is None or lacks_points(task.part, is_rating=is_rating):
        return None, "not_configured"
    column = values.column
    reason = values.task.reason or values.reasons.get(index)
    if reason is None and (column is None or index in column.unknown):
        reason = "no_data"
    if reason is not None or column is None:
        return None, reason
    value = column.pair(index)
    if value[1] == 0:
        return None, "nothing_due"
    if few.withholds(values, index):
        return None, "withheld"
    if task.part.points.by_share and column.dens is None:
        return None, "not_configured"
    return value, None
