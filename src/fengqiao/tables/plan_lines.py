"""A plan as a table: a line for each block, then for each thing that found no place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fengqiao.errors import Lang
from fengqiao.planning import Placed, Plan
from fengqiao.planning.plan import clock
from fengqiao.tables.template import csv_line

PLAN_COLUMNS: Mapping[str, str] = {
    "staff": "人员",
    "day": "日期",
    "start": "开始",
    "end": "结束",
    "minutes": "分钟",
    "travel": "路途分钟",
    "units": "件数",
    "place": "地点",
    "entry": "条目",
    "clause": "条款",
    "refs": "走访对象",
    "item": "事项",
    "reason": "未排原因",
}
"""Columns of a plan's table, in English and Chinese.

`minutes` are of the work, `travel` of the ways; `end` is after both. Clauses and references of one
line stand in one cell with blanks between them. What found no place has a reason and no day.
"""


def plan_lines(plan: Plan, lang: Lang = "en") -> Iterator[str]:
    """A plan as lines of CSV, none of which holds a cell that a spreadsheet takes for a formula.

    Args:
        plan: What is written: its blocks by day, then what found no place, then visits left out.
        lang: Of the header; `en` has the names of fields.
    """
    yield csv_line(PLAN_COLUMNS.values() if lang == "zh" else PLAN_COLUMNS)
    for block in plan.placed:
        yield _line(_placed(block))
    for one in plan.unplaced:
        cells = {"staff": one.staff or "", "units": str(one.units), "entry": one.entry}
        yield _line(
            {**cells, "clause": " ".join(one.clause), "item": one.item, "reason": one.reason}
        )
    for left in plan.left:
        yield _line({"units": str(left.times), "refs": left.ref, "reason": left.reason})


def _placed(block: Placed) -> Mapping[str, str]:
    return {
        "staff": block.staff,
        "day": block.day.isoformat(),
        "start": clock(block.start),
        "end": clock(block.end),
        "minutes": str(block.minutes),
        "travel": str(block.travel),
        "units": str(block.units),
        "place": block.place,
        "entry": block.entry,
        "clause": " ".join(block.clause),
        "refs": " ".join(block.refs),
        "item": block.item,
    }


def _line(cells: Mapping[str, str]) -> str:
    return csv_line(cells.get(name, "") for name in PLAN_COLUMNS)
