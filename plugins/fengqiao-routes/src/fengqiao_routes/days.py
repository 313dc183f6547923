"""To which slots a visit may move without asking where the others of its stop are."""

from __future__ import annotations

from collections.abc import Sequence

from fengqiao.planning.rounds import RoundsProblem


def free_slots(
    problem: RoundsProblem, stop: int, slots: Sequence[int], number: int, seed: int
) -> list[int]:
    """Slots in which one visit of a stop may be while every second one of the others stays.

    Of several visits only every second one moves, so that each that moves lies between two that
    stay. Visits whose days are tied by patterns don't move; nor do visits leave their staff where
    changes or fairness are weighed, which PyVRP would not see.

    Args:
        problem: What to visit, and when.
        stop: Which stop.
        slots: Where its visits are, by day.
        number: Which of them.
        seed: Even: the first, third, ... may move; odd: the others.

    Returns:
        Indexes of slots; only that of the visit where it has to stay.
    """
    asked, here = problem.stops[stop], slots[number]
    if asked.patterns or (len(slots) > 1 and (number + seed) % 2):
        return [here]
    days = [problem.slots[slot].day for slot in slots]
    least, most = asked.gap
    earliest, latest = 1, max(slot.day for slot in problem.slots)
    if number:
        earliest = days[number - 1] + least
        latest = latest if most is None else min(latest, days[number - 1] + most)
    elif asked.since is not None:
        earliest = asked.since + least
        first = min(problem.slots[slot].day for slot in asked.slots)
        if most is not None and asked.since + most >= first:
            latest = min(latest, asked.since + most)
    if number + 1 < len(slots):
        latest = min(latest, days[number + 1] - least)
        if most is not None:
            earliest = max(earliest, days[number + 1] - most)
    held = problem.slots[here].staff if problem.change or problem.fair else None
    return [
        slot
        for slot in sorted(set(asked.slots))
        if earliest <= problem.slots[slot].day <= latest
        and held in {None, problem.slots[slot].staff}
    ]
