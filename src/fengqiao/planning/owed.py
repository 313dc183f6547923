"""How many one entry asks of its subjects in one period: the floor of a norm, or a cadence."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from fengqiao.judging.compare import CEILINGS, ends_about
from fengqiao.judging.limits import Settled, settle
from fengqiao.judging.prorating import reduced
from fengqiao.measures import Column, Reason, Task
from fengqiao.rules import (
    AnyEntry,
    Catalogue,
    Comparison,
    Duty,
    DutyPhase,
    Exact,
    Norm,
    NormPhase,
    Phase,
    Requirement,
    Rules,
)

SHARE_OF_PREMISES = "inspection.share"
"""The one share that is work: its denominator is a register, each of which can be inspected."""
_FIXED: frozenset[Reason] = frozenset(
    ("not_configured", "part_of_period", "calendar_unpublished", "nothing_due")
)
"""Reasons for which none are due, or it is not known how many."""


@frozen(kw_only=True)
class Owed:
    """How many one task asks for.

    Attributes:
        whole: For the whole period; 0 with a reason.
        parts: For subjects that owe it for part of the period, in proportion. By index.
        reasons: Subjects of whom it can't be said how many they owe. By index.
        reason: Why that can't be said of any subject.
    """

    whole: int = 0
    parts: Mapping[int, int] = field(factory=dict)
    reasons: Mapping[int, Reason] = field(factory=dict)
    reason: Reason | None = None

    def of(self, index: int) -> int:
        """How many one subject owes; 0 where that can't be said."""
        if self.reason is not None or index in self.reasons:
            return 0
        return self.parts.get(index, self.whole)


def is_due_work(entry: AnyEntry, phase: Phase | None, catalogue: Catalogue) -> bool:
    """Whether an entry asks for work in a phase: a duty, or a floor on a count over a period.

    The share of premises to be inspected is such a count of premises. States, what is reported as
    a stock, times (which other work fills), other shares, ceilings and what an anonymous survey
    finds are no work that somebody could do by a day.
    """
    if isinstance(entry, Duty):
        return True
    if not isinstance(entry, Norm) or not isinstance(phase, NormPhase):
        return False
    key = catalogue.keys.get(entry.key)
    if key is None or key.judged == "state" or key.unit == "time" or key.reports == "stock":
        return False
    if entry.key != SHARE_OF_PREMISES and (key.value != "count" or entry.per is None):
        return False
    return phase.comparison.op not in CEILINGS and not entry.key.startswith("survey.")


def find_owed(  # noqa: PLR0911  one way out for each reason
    rules: Rules, task: Task, column: Column | None = None
) -> Owed | None:
    """How many a task asks for.

    Args:
        rules: Hold the host's terms.
        task: Of an entry for which `is_due_work` holds.
        column: Of a share: of how many premises.

    Returns:
        The numbers; None where the host's direction makes the limit a ceiling.
    """
    phase = task.spoken.phase
    if task.reason in _FIXED:
        return Owed(reason=task.reason)
    settled = _settled(rules, task)
    if settled.comparison is None:
        return Owed(reason=settled.reason or "not_configured")
    if settled.comparison.op in CEILINGS:
        return None
    if settled.comparison.op == "about" and settled.tolerance is None:
        return Owed(reason="not_configured")
    if task.spoken.entry.key == SHARE_OF_PREMISES:
        return _owed_of_premises(settled.comparison, settled.tolerance, column)
    whole = _least(settled.comparison, settled.tolerance)
    of, all_days = task.subjects.held, task.period.span.days
    if phase is None or not phase.prorate:
        return Owed(whole=whole, reasons=dict.fromkeys(of, "part_of_period"))
    days = task.in_force.days
    if days != all_days:
        whole = _least(reduced(settled.comparison, days, all_days), settled.tolerance)
    parts = {
        index: _least(reduced(settled.comparison, held, all_days), settled.tolerance)
        for index, held in of.items()
    }
    return Owed(whole=whole, parts=parts)


def _owed_of_premises(
    comparison: Comparison, tolerance: Exact | None, column: Column | None
) -> Owed:
    """So many premises as make up the share."""
    if column is None or column.dens is None:
        return Owed(reason="not_installed")
    num, den = _low(comparison, tolerance).pair
    is_more = comparison.op == "more_than"
    return Owed(
        parts={
            index: num * all_ // den + 1 if is_more else -(-num * all_ // den)
            for index, all_ in enumerate(column.dens)
        }
    )


def cadence_of(phase: DutyPhase) -> Requirement:
    """The requirement of a duty that says how often."""
    return next(one for one in phase.requirements if one.field == "times")


def _settled(rules: Rules, task: Task) -> Settled:
    phase = task.spoken.phase
    if isinstance(phase, DutyPhase):
        return settle(rules, task.spoken, cadence_of(phase).comparison, "times")
    if isinstance(phase, NormPhase):
        return settle(rules, task.spoken, phase.comparison, None)
    message = "only norms and duties ask for work"
    raise TypeError(message)


def _least(comparison: Comparison, tolerance: Exact | None) -> int:
    """The smallest whole number that reaches a floor, a range, or about a figure."""
    low = _low(comparison, tolerance)
    if comparison.op == "more_than":
        return low.num // low.den + 1
    return max(0, -(-low.num // low.den))


def _low(comparison: Comparison, tolerance: Exact | None) -> Exact:
    """The lower end of a floor, a range, or about a figure."""
    limit = comparison.limit
    low = limit[0] if isinstance(limit, tuple) else limit
    if not isinstance(low, Exact):
        message = "a floor of work is a number"
        raise TypeError(message)
    return ends_about(low, tolerance)[0] if comparison.op == "about" else low
