"""Judge norms and roles: a column of values against a limit."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from fengqiao.judging.blocks import Block
from fengqiao.judging.compare import MET, NOT_CHECKABLE, judge
from fengqiao.judging.limits import Settled, settle
from fengqiao.measures import Column, Reason, Values
from fengqiao.rules import Comparison, Exact, NormPhase, Role, Rules


def judge_norm(rules: Rules, values: Values) -> Block:
    """Findings of a norm over one period."""
    task = values.task
    phase = task.spoken.phase
    if not isinstance(phase, NormPhase):
        message = "the values are not a norm's"
        raise TypeError(message)
    size = len(task.subjects)
    settled = settle(rules, task.spoken, phase.comparison, None)
    if task.reason is not None or values.column is None:
        reason: Reason = task.reason or "not_installed"
        results, reasons = bytes([NOT_CHECKABLE]) * size, dict.fromkeys(range(size), reason)
    else:
        judged = judge(
            values.column,
            settled,
            size=size,
            has_ended=task.has_ended,
            known=values.reasons,
        )
        results, reasons = judged.results, dict(judged.reasons)
        if phase.prorate:
            results = _prorated(values, settled, results, reasons)
    return Block(
        task=task,
        requirement=None,
        stated=phase.comparison,
        settled=settled,
        cites=phase.cites,
        results=results,
        reasons=reasons,
        column=values.column,
        terms=settled.terms,
    )


def _prorated(
    values: Values, settled: Settled, results: bytes, reasons: dict[int, Reason]
) -> bytes:
    """Judge anew, with a limit in proportion to the days, those that had only part of them."""
    task, comparison = values.task, settled.comparison
    if comparison is None or values.column is None or not isinstance(comparison.limit, Exact):
        return results
    days = task.period.span.days
    changed = bytearray(results)
    for index in range(len(task.subjects)):
        held = task.subjects.held.get(index, task.in_force)
        if held == days or index in values.reasons:
            continue
        limit = prorated(comparison.limit, held, days)
        part = evolve(settled, comparison=evolve(comparison, limit=limit))
        num, _ = values.column.pair(index)
        one = judge(Column([num]), part, size=1, has_ended=task.has_ended, known={})
        changed[index] = one.results[0]
        if one.reasons:
            reasons[index] = one.reasons[0]
        else:
            reasons.pop(index, None)
    return bytes(changed)


def prorated(limit: Exact, held: int, days: int) -> Exact:
    """A limit in proportion to the days held, rounded up to a whole number."""
    return Exact.whole(-(-limit.num * held // (limit.den * days)))


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
            pairs = enumerate(zip(column.nums, column.dens, strict=True))
            results = bytes(
                NOT_CHECKABLE if index in reasons else MET if num == den else 0
                for index, (num, den) in pairs
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
