"""The demonstration's week of one officer: what is due, and on which days it is planned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from attrs import frozen

from fengqiao.cli.demo_page import Page
from fengqiao.cli.due_tables import measure_of
from fengqiao.cli.screen import hanging, plain_table, put
from fengqiao.cli.work_time import hours_of, title_of
from fengqiao.papers.texts import WEEKDAYS, reason_in_words
from fengqiao.planning import DueItem, Placed, Plan
from fengqiao.planning.plan import clock
from fengqiao.timing import Period, advance, period_of
from fengqiao.workspace import Workspace

_MIDDLE = 15
_TITLES = {"week": "each_week"}
_KINDS = ("day", "week", "longer")


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


_REASONS = 2
"""Of those why something found no place, how many are told one by one."""


def find_week(workspace: Workspace, month: Period, staff: str) -> Week | None:
    """What is due and planned in the week of the month's sixteenth; None where nothing is due."""
    period = period_of("week", advance(month.first, _MIDDLE, "day"))
    on = advance(period.first, -1, "day")
    items = tuple(workspace.due(period, on=on, staff=staff))
    if not items:
        return None
    plan = workspace.plan(period, on=on)
    return Week(period=period, on=on, staff=staff, items=items, plan=plan)


def print_week(page: Page, week: Week) -> None:
    """Due and open by how often it comes, and the hours planned for it on each day."""
    own = week.plan.of(week.staff).placed
    days = [day for day in week.period.span if page.workspace.calendar.is_working_day(day)]
    page.title("week", staff=week.staff, week=week.period, on=week.on)
    kinds = {item.id: _kind(page, item) for item in week.items}
    names = {kind: page.say(_TITLES.get(kind, kind)) for kind in _KINDS}
    order = [*_KINDS[:2], *sorted(set(kinds.values()) - set(_KINDS)), _KINDS[2]]
    rows = [
        (
            names.get(kind, kind),
            *_numbers(item for item in week.items if kinds[item.id] == kind),
            *_hours((block for block in own if kinds.get(block.item) == kind), days),
        )
        for kind in order
        if kind in kinds.values()
    ]
    rows.append((page.say("planned"), "", "", "", *_hours(own, days)))
    numbers = map(page.say, ("due", "done", "open"))
    header = ["", *numbers, *(_shown(page, day) for day in days)]
    right = range(1, len(header))
    put(page.console, plain_table(rows, header=header, right=right, indent=2, keep=right))


def print_first_day(page: Page, week: Week) -> None:
    """What is planned for the officer on the first day on which anything is."""
    own = week.plan.of(week.staff).placed
    if own:
        day = own[0].day
        blocks = (_block(page, block) for block in own if block.day == day)
        facts = {"day": _shown(page, day), "blocks": page.say("comma").join(blocks)}
        hanging(page.console, page.say("blocks", **facts))


def _shown(page: Page, day: date) -> str:
    """Weekday and day of the month."""
    return f"{WEEKDAYS[page.lang][day.weekday()]} {day.day}"


def _kind(page: Page, item: DueItem) -> str:
    """By how often it comes; visits, which are many, apart, each measure under its own name."""
    if item.kind == "visit":
        return measure_of(page.workspace, item, page.lang)
    if item.kind == "action_item":
        return "longer"
    unit = Period.parse(item.period).unit
    return unit if unit in _KINDS else "longer"


def _numbers(items: Iterable[DueItem]) -> tuple[str, ...]:
    """How many are due, done and open."""
    some = [(item.due, min(item.done, item.due), item.open) for item in items]
    return tuple(str(sum(one[place] for one in some)) for place in range(3))


def _hours(blocks: Iterable[Placed], days: Sequence[date]) -> tuple[str, ...]:
    """Planned hours by day."""
    planned = Counter[date]()
    for block in blocks:
        planned[block.day] += block.minutes
    return tuple(hours_of(planned[day]) if planned[day] else "-" for day in days)


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
    counted = [(reason, count) for reason, count in reasons.most_common() if count]
    some = [
        page.say("left", count=count, why=reason_in_words(reason, page.lang))
        for reason, count in counted[:_REASONS]
    ]
    if others := sum(count for _, count in counted[_REASONS:]):
        some.append(page.say("left", count=others, why=page.say("other_reasons")))
    left = page.say("not_placed", left=page.say("comma").join(some)) if some else ""
    facts = {
        **counts,
        "all": counts["placed"] + counts["unplaced"],
        "hours": hours_of(counts["minutes"]),
        "left": left,
    }
    hanging(page.console, page.say("plan", **facts))
