"""Judge norms and roles: a column of values against a limit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fengqiao.judging.blocks import Block
from fengqiao.judging.compare import MET, NOT_CHECKABLE, NOT_MET, judge
from fengqiao.judging.limits import Settled, settle
from fengqiao.judging.prorating import judge_parts
from fengqiao.judging.small_counts import NONE_SHOWN, Few
from fengqiao.judging.targets import with_target
from fengqiao.measures import Reason, Values
from fengqiao.rules import Comparison, NormPhase, Role, Rules


def judge_norm(rules: Rules, values: Values, *, few: Few = NONE_SHOWN) -> Block:
    """Findings of a norm over one period.

    Args:
        rules: Hold the host's terms.
        values: One value per subject.
        few: Which values of surveys are withheld; by default all are.
    """
    task = values.task
    phase = task.spoken.phase
    if not isinstance(phase, NormPhase):
        message = "the values are not a norm's"
        raise TypeError(message)
    size = len(task.subjects)
    settled = settle(rules, task.spoken, phase.comparison, None)
    parts: Mapping[int, Settled] = {}
    reasons: Mapping[int, Reason]
    if task.reason is not None or values.column is None:
        reason: Reason = task.reason or "not_installed"
        results = bytes([NOT_CHECKABLE]) * size
        reasons = dict.fromkeys(range(size), reason)
    else:
        known = {**values.reasons, **_withheld(values, few)}
        judged = judge(values.column, settled, size=size, has_ended=task.has_ended, known=known)
        if phase.prorate:
            judged, parts = judge_parts(task, values.column, settled, judged)
        results, reasons = judged.results, judged.reasons
    block = Block(
        task=task,
        requirement=None,
        stated=phase.comparison,
        settled=settled,
        cites=phase.cites,
        results=results,
        reasons=reasons,
        column=values.column,
        terms=settled.terms,
        parts=parts,
    )
    return with_target(rules, block)


def _withheld(values: Values, few: Few) -> dict[int, Reason]:
    """Subjects of a survey that too few answered, or that would give such a one away."""
    return {
        index: "withheld"
        for index in range(len(values.task.subjects))
        if few.withholds(values, index)
    }


def judge_role(values: Values) -> Iterator[Block]:
    """Findings of a role on a day: one per requirement.

    A grid where nobody holds the role is `no_data`: the register does not say who does.
    """
    task = values.task
    entry = task.spoken.entry
    if not isinstance(entry, Role):
        message = "the values are not a role's"
        raise TypeError(message)
    size = len(task.subjects)
    for name, words in (("held_by", entry.held_by), ("drawn_from", entry.drawn_from)):
        if not words:
            continue
        stated = Comparison("any_of", frozenset(words), words)
        column = values.holders.get(name)
        if task.reason is not None or column is None or column.dens is None:
            reason: Reason = task.reason or "no_data"
            results, reasons = bytes([NOT_CHECKABLE]) * size, dict.fromkeys(range(size), reason)
        else:
            reasons = {index: "no_data" for index, den in enumerate(column.dens) if den == 0}
            results = bytes(
                NOT_CHECKABLE if den == 0 else MET if column.nums[index] == den else NOT_MET
                for index, den in enumerate(column.dens)
            )
        yield Block(
            task=task,
            requirement=name,
            stated=stated,
            settled=Settled(comparison=stated),
            cites=entry.cites,
            results=results,
            reasons=reasons,
            column=column,
        )
