"""Tasks that rest on facts that were purged: they can't be judged, and are not counted too low."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from attrs import evolve

from fengqiao.measures.compute import wanted, wanted_rows
from fengqiao.measures.tallies import Tally
from fengqiao.measures.tasks import Task
from fengqiao.model.registry import Registers


def mark_purged(
    tasks: Sequence[Task],
    registers: Registers,
    *,
    purged: Mapping[str, date],
    is_kept: Callable[[Tally], bool],
) -> tuple[Task, ...]:
    """Tasks with the reason `purged` where facts that they need are gone.

    Args:
        tasks: From `plan_tasks`.
        registers: The facts that the tasks were planned with.
        purged: The first day that is left, by kind of event.
        is_kept: Whether the answer to a tally about earlier days was kept.
    """

    def needs_purged(task: Task) -> bool:
        asked = (
            tally
            for tally in wanted([task], registers)
            if any(span.first < purged.get(tally.kind, date.min) for span in tally.spans)
        )
        return any(
            span.first < purged.get(kind, date.min) for kind, span in wanted_rows([task]).items()
        ) or not all(map(is_kept, asked))

    return tuple(
        evolve(task, reason="purged") if task.reason is None and needs_purged(task) else task
        for task in tasks
    )
