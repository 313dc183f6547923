"""Which recorded events a duty's finding rests on, and what else each of them counts for."""

from __future__ import annotations

from datetime import date

from fengqiao.judging.blocks import Block
from fengqiao.measures import Occasion
from fengqiao.measures.occasions import is_about, subject_column
from fengqiao.rules import Chain, Duty, DutyPhase


def counted_events(block: Block, index: int) -> list[dict[str, object]]:
    """The events by which one subject did its duty, as a receipt shows them.

    Args:
        block: Findings of a requirement.
        index: Which subject.

    Returns:
        In order of start: `{"id", "also_counts_for"}`, the latter the ids of other entries; empty
        for norms and roles, whose events are counts only.
    """
    task = block.task
    if block.occasions is None:
        return []
    return [
        {"id": one.id, "also_counts_for": _others(task.chain, task.spoken.entry.id, one)}
        for one in block.occasions.of(task.subjects.ids[index])
    ]


def _others(chain: Chain, entry_id: str, one: Occasion) -> list[str]:
    """Other duties in force on the day that the same event fulfils."""
    day = date.fromordinal(one.day)
    return sorted(
        other
        for other, entries in chain.entries.items()
        if other != entry_id
        and any(isinstance(entry, Duty) and entry.key == one.key for entry in entries)
        and _counts(chain, other, day, one)
    )


def _counts(chain: Chain, entry_id: str, day: date, one: Occasion) -> bool:
    spoken = chain.spoken_on(entry_id, day)
    if spoken is None or not isinstance(spoken.phase, DutyPhase):
        return False
    duty = spoken.entry
    return (
        isinstance(duty, Duty)
        and one.kind in duty.done_by
        and any(subject_column(kind, one.kind) in one.names for kind in duty.each)
        and is_about(one.topics, spoken.phase)
    )
