"""Judge subjects for which an entry held only part of a period, where the entry says how.

The limit is reduced in proportion to the days, rounded up to a whole number; shares stay as
they are, since a share over part of a period asks for no less.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve

from fengqiao.judging.compare import Judged, judge
from fengqiao.judging.limits import Settled
from fengqiao.measures import Column, Task
from fengqiao.rules import Comparison, Exact


def prorated(limit: Exact, days: int, of: int) -> Exact:
    """A limit in proportion to days out of all days, rounded up to a whole number.

    Units:
        days, of: days

    Examples:
        >>> prorated(Exact.whole(80), 10, 31).num
        26
    """
    return Exact.whole(-(-limit.num * days // (limit.den * of)))


def judge_parts(
    task: Task, column: Column, settled: Settled, judged: Judged
) -> tuple[Judged, Mapping[int, Settled]]:
    """Judge anew, with a limit in proportion, those that had only part of the period.

    Args:
        task: Names the days on which the entry was in force and subjects held their role.
        column: Counts. Shape (n,).
        settled: The limit for the whole period.
        judged: Results with that limit; what is not checkable there for another reason than a
            period still open stays so.

    Returns:
        Results, and the limits that replaced the whole one, by index.
    """
    of = task.period.span.days
    comparison = settled.comparison
    if comparison is None or column.dens is not None or column.words is not None:
        return judged, {}
    results, reasons = bytearray(judged.results), dict(judged.reasons)
    used: dict[int, Settled] = {}
    for index in range(len(task.subjects)):
        days = task.subjects.held.get(index, task.in_force.days)
        if days == of or reasons.get(index) not in (None, "period_open"):
            continue
        part = evolve(settled, comparison=reduced(comparison, days, of))
        one = judge(Column([column.nums[index]]), part, size=1, has_ended=task.has_ended, known={})
        used[index] = part
        results[index] = one.results[0]
        reasons.pop(index, None)
        if one.reasons:
            reasons[index] = one.reasons[0]
    return Judged(bytes(results), reasons), used


def reduced(comparison: Comparison, days: int, of: int) -> Comparison:
    """A comparison with its limit in proportion to days out of all days; words stay as they are.

    Units:
        days, of: days
    """
    limit = comparison.limit
    if isinstance(limit, Exact):
        return evolve(comparison, limit=prorated(limit, days, of))
    if isinstance(limit, tuple):
        return evolve(
            comparison, limit=(prorated(limit[0], days, of), prorated(limit[1], days, of))
        )
    return comparison
