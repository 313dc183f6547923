"""Why visits of a stop are in no tour: what would hinder them in empty days, or else the rest."""

from __future__ import annotations

from collections.abc import Iterator

from fengqiao.planning.rounds.problem import MissReason
from fengqiao.planning.rounds.ready import Ready


def why_missed(ready: Ready, stop: int, units: int) -> Iterator[tuple[MissReason, int]]:
    """Each reason, and how many of the missed visits of a stop it holds for.

    Args:
        ready: The problem.
        stop: Number of the stop.
        units: How many of its visits are in no tour.
    """
    if units <= 0:
        return
    fits = ready.fitting[stop]
    if not fits:
        yield _hindrance(ready, stop), units
        return
    spacing = ready.spacings[stop]
    days = {ready.slots[slot][1].day for slot in fits}
    most = len(spacing.choose([(0, 0, 0, day) for day in sorted(days)], ()) or ())
    beyond = min(units, spacing.times - most)
    if beyond:
        yield "no_spacing", beyond
    if units > beyond:
        yield "no_time", units - beyond


def _hindrance(ready: Ready, number: int) -> MissReason:
    """Why none of the days of a stop could take a single visit."""
    _, stop = ready.stops[number]
    slots = [ready.problem.slots[slot] for slot in stop.slots]
    if not slots:
        return "no_slot"
    enough = [slot for slot in slots if stop.minutes <= slot.minutes]
    if not enough:
        return "too_long"
    metres = ready.problem.metres
    there = [(metres[slot.depot][stop.point], metres[stop.point][slot.depot]) for slot in enough]
    return "too_far" if any(None not in ways for ways in there) else "unreachable"
