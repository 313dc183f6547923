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
    parts = [task.part for task in tasks]
    values = [value for value, _ in found]
    ends: Range | None = None
    given: Sequence[Range | None] = (None,) * len(tasks)
    fallen = []
    if weights is not None:
        ends = score_ends(parts, weights, values)
        given = contributions(parts, weights, values)
        fallen = [
            one for one, value in zip(parts, values, strict=True) if is_kept(one, value) is False
        ]
    fallen.sort(key=lambda one: one.points.veto != "not_rated")
    return Scored(
        parts=tuple(
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
        ),
        ends=ends,
        vetoed_by=fallen[0].name if fallen else None,
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
