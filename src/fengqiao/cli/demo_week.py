"""The demonstration's week of one officer: what is due, and on which days it is planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from attrs import frozen

from fengqiao.cli.demo_page import Page
from fengqiao.cli.plan_tables import reason_in_words
from fengqiao.cli.plan_texts import WEEKDAYS
from fengqiao.cli.screen import hanging, plain_table, put
from fengqiao.cli.work_time import hours_of, title_of
from fengqiao.planning import DueItem, Placed, Plan
from fengqiao.planning.plan import clock
from fengqiao.timing import Period, period_of
from fengqiao.workspace import Workspace

_MIDDLE = 15
_TITLES = {"week": "each_week"}
_CADENCES = ("day", "week", "month", "longer")


@frozen(kw_only=True)
class Week:
    """A week in the middle of the month, as its eve sees it.

    Attributes:
        on: The day before it.
        staff: The officer who is looked at.
        items: What the officer owes or may do.
        plan: Of the whole place.
    """

    period: Period
    on: date
    staff: str
    items: tuple[DueItem, ...]
    plan: Plan


def find_week(workspace: Workspace, month: Period, staff: str) -> Week:
    """What is due and planned in the week of the month's sixteenth."""
    period = period_of("week", month.first + timedelta(days=_MIDDLE))
    on = period.first - timedelta(days=1)
    items = tuple(workspace.due(period, on=on, staff=staff))
    plan = workspace.plan(period, on=on)
    return Week(period=period, on=on, staff=staff, items=items, plan=plan)


def print_week(page: Page, week: Week) -> None:
    """Due and open by how often it comes, and the hours planned for it on each day."""
    own = week.plan.of(week.staff).placed
    days = [day for day in week.period.span if page.workspace.calendar.is_working_day(day)]
    page.title("week", staff=week.staff, week=week.period, on=week.on)
    cadence = {item.id: _cadence(item) for item in week.items}
    rows = [
        _row(
            page.say(_TITLES.get(name, name)),
            [item for item in week.items if cadence[item.id] == name],
            [block for block in own if cadence.get(block.item) == name],
            days,
        )
        for name in _CADENCES
    ]
    rows.append(_row(page.say("all"), week.items, own, days))
    weekdays = [f"{WEEKDAYS[page.lang][day.weekday()]} {day.day}" for day in days]
    header = ["", *map(page.say, ("due", "done", "open")), *weekdays]
    right = range(1, len(header))
    put(page.console, plain_table(rows, header=header, right=right, indent=2, keep=right))
    first = [block for block in own if block.day == days[0]] if days else []
    if first:
        blocks = (_block(page, block) for block in first)
        text = page.say("blocks", day=weekdays[0], blocks=page.say("comma").join(blocks))
        hanging(page.console, text)


def _cadence(item: DueItem) -> str:
    unit = "longer" if item.kind == "action_item" else Period.parse(item.period).unit
    return unit if unit in _CADENCES else "longer"


def _row(
    title: str, items: Iterable[DueItem], blocks: Iterable[Placed], days: Sequence[date]
) -> tuple[str, ...]:
    due = [(item.due, min(item.done, item.due), item.open) for item in items]
    planned = Counter[date]()
    for block in blocks:
        planned[block.day] += block.minutes
    sums = (str(sum(one[place] for one in due)) for place in range(3))
    return title, *sums, *(hours_of(planned[day]) if planned[day] else "-" for day in days)


def _block(page: Page, block: Placed) -> str:
    title = title_of(page.workspace, block.entry, page.lang)
    what = page.say("several", what=title, units=block.units) if block.units > 1 else title
    return f"{clock(block.start)} {what}"


def print_plan(page: Page, plan: Plan) -> None:
    """How many units the plan of the whole place holds, and why others found no place."""
    counts = plan.counts()
    reasons = Counter[str]()
    for one in plan.unplaced:
        reasons[one.reason] += one.units
    left = (
        page.say("left", count=count, why=reason_in_words(reason, page.lang))
        for reason, count in reasons.most_common()
        if count
    )
    facts = {
        **counts,
        "all": counts["placed"] + counts["unplaced"],
        "hours": hours_of(counts["minutes"]),
        "left": page.say("comma").join(left),
    }
    hanging(page.console, page.say("plan", **facts))
