"""How long one occasion, household or inspection takes: as its clause says, or as the host does."""

from __future__ import annotations

from typing import Literal

from fengqiao.judging.compare import CEILINGS
from fengqiao.judging.limits import MINUTES, in_minutes, settle
from fengqiao.rules import DutyPhase, Exact, Rules, Spoken

MinutesFrom = Literal["clause", "term"]


def find_minutes(rules: Rules, spoken: Spoken) -> tuple[int | None, MinutesFrom | None]:
    """How long one of what an entry asks for takes.

    Args:
        rules: Hold the host's terms.
        spoken: The entry in force.

    Returns:
        Minutes, rounded up, and who says so. The clause comes first: the least length that it
        states, where the host filled it in if the clause leaves it open; then the host's
        `<entry id>.minutes`; else nobody.

    Units:
        minutes
    """
    stated = _stated(rules, spoken)
    if stated is not None:
        return stated
    found = rules.term(spoken, "minutes")
    told = found[1] if found is not None else None
    minutes = whole_minutes(told) if isinstance(told, Exact) else None
    return (None, None) if minutes is None else (minutes, "term")


def whole_minutes(told: Exact) -> int | None:
    """A time in minutes, rounded up; None where it is none of minutes or hours.

    Units:
        minutes
    """
    return _up(told.num * MINUTES[told.unit], told.den) if told.unit in MINUTES else None


def states_length(phase: DutyPhase) -> bool:
    """Whether a duty says how long it lasts at least, or leaves that to the host."""
    return any(
        one.field == "lasts" and one.comparison.op not in CEILINGS for one in phase.requirements
    )


def _stated(rules: Rules, spoken: Spoken) -> tuple[int, MinutesFrom] | None:
    """The least length that a duty states, in minutes."""
    phase = spoken.phase
    if not isinstance(phase, DutyPhase):
        return None
    for one in phase.requirements:
        if one.field != "lasts":
            continue
        settled = in_minutes(rules, spoken, settle(rules, spoken, one.comparison, "lasts"))
        comparison = settled.comparison
        if comparison is None or comparison.op in CEILINGS:
            continue
        limit = comparison.limit
        low = limit[0] if isinstance(limit, tuple) else limit
        if isinstance(low, Exact):
            return _up(low.num, low.den), "term" if one.comparison.is_open else "clause"
    return None


def _up(num: int, den: int) -> int:
    return -(-num // den)
