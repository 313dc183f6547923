"""Judge values: from columns of values to findings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from fengqiao.judging.blocks import Block
from fengqiao.judging.duties import judge_duty
from fengqiao.judging.findings import Context, Findings
from fengqiao.judging.norms import judge_norm, judge_role
from fengqiao.judging.small_counts import NONE_SHOWN, Few
from fengqiao.measures import Values
from fengqiao.rules import Duty, Role, Rules
from fengqiao.timing import WorkCalendar


def check(
    rules: Rules,
    values: Iterable[Values],
    *,
    on: date,
    calendar: WorkCalendar,
    few: Few = NONE_SHOWN,
    as_known: str | None = None,
) -> Findings:
    """Judge values of norms, duties and roles.

    Args:
        rules: Packs in force and the host's terms.
        values: From `measures.compute`.
        on: The day as of which facts were read; stands in receipts.
        calendar: The calendar that periods were made with.
        few: Which attendance is not shown, and which values of surveys are withheld; by default
            none is shown, and all are withheld.
        as_known: The moment as of which the store was read, for receipts.

    Returns:
        Findings in the order of the values.
    """
    blocks = (block for one in values for block in _blocks(rules, one, calendar=calendar, few=few))
    context = Context(rules=rules, calendar=calendar, on=on, as_known=as_known)
    return Findings(tuple(blocks), context)


def _blocks(rules: Rules, values: Values, *, calendar: WorkCalendar, few: Few) -> Iterator[Block]:
    entry = values.task.spoken.entry
    if isinstance(entry, Duty):
        yield from judge_duty(rules, values, calendar=calendar, small_count=few.small_count)
    elif isinstance(entry, Role):
        yield from judge_role(values)
    else:
        yield judge_norm(rules, values, few=few)
