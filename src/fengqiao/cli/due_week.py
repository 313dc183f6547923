"""One officer's due work, week by week: on which days each item may still be done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import frozen
from rich.console import Console

from fengqiao.cli.due_tables import time_of, title_of
from fengqiao.cli.due_texts import say
from fengqiao.cli.screen import hanging, plain_table, put
from fengqiao.errors import CalendarUnpublished, Lang
from fengqiao.planning import DueItem, DueWork
from fengqiao.timing import Period, Span, WorkCalendar, periods_overlapping
from fengqiao.workspace import Workspace

_BY_WINDOW = ("action_item", "case")
"""Kinds of item that stand on the days of their window, whatever their period."""


def print_weeks(console: Console, workspace: Workspace, work: DueWork, lang: Lang) -> None:
    """A table for each week of the period asked for."""
    items = tuple(item for item in work if item.due)
    for week in periods_overlapping("week", work.period.span):
        some = [item for item in items if _span_of(item).overlaps(week.span)]
        if not some:
            continue
        console.print()
        facts = {"week": week, "first": week.first, "last": week.last}
        console.print(say("week", lang, **facts), style="bold")
        header = [say(name, lang) for name in ("entry", "days", "left", "by", "time")]
        rows = [_row(workspace, work.on, week, one) for one in _lines(workspace, some, lang)]
        put(console, plain_table(rows, header=header, right=(2,), keep=(1, 2, 3, 4)))
    if items:
        console.print()
        put(console, say("legend", lang))
    unnumbered = dict.fromkeys(title_of(workspace, one, lang) for one in work if not one.due)
    if unnumbered:
        console.print()
        console.print(say("unnumbered", lang), style="bold")
        for title in unnumbered:
            hanging(console, title)


@frozen
class _Line:
    """What one line of a week shows: one item, or those of one entry that have a day each."""

    title: str
    items: tuple[DueItem, ...]
    is_daily: bool


def _span_of(item: DueItem) -> Span:
    return item.window if item.kind in _BY_WINDOW else Period.parse(item.period).span


def _is_daily(item: DueItem) -> bool:
    return item.kind not in _BY_WINDOW and Period.parse(item.period).unit == "day"


def _lines(workspace: Workspace, items: Iterable[DueItem], lang: Lang) -> Iterator[_Line]:
    found: dict[tuple[str, str], list[DueItem]] = {}
    for item in items:
        title = title_of(workspace, item, lang)
        if item.staff is None:
            title = f"{title} ({item.subject})"
        found.setdefault((title, "" if _is_daily(item) else item.id), []).append(item)
    for (title, _), some in found.items():
        yield _Line(title, tuple(some), _is_daily(some[0]))


def _row(
    workspace: Workspace, on: date, week: Period, line: _Line
) -> tuple[str, str, str, str, str]:
    some = [one for one in line.items if _span_of(one).overlaps(week.span)]
    return (
        line.title,
        "  ".join(_mark(line, day, on, workspace.calendar) for day in week.span),
        f"{sum(one.open for one in some)}/{sum(one.due for one in some)}",
        f"{max(one.window.last for one in some):%m-%d}",
        time_of(some),
    )


def _mark(line: _Line, day: date, on: date, calendar: WorkCalendar) -> str:
    """What one day of the week shows of a line: one letter."""
    rests = _rests(day, calendar)
    for item in line.items:
        is_over = item.window.last <= on
        if line.is_daily:
            if item.window.contains(day):
                return "?" if item.reason else "x" if not item.open else "!" if is_over else "o"
        elif item.open and is_over:
            return "!" if day == item.window.last else "." if rests else " "
        elif item.window.contains(day) and not rests and (item.open or item.reason):
            return "?" if item.reason else "o"
    return "." if rests else " "


def _rests(day: date, calendar: WorkCalendar) -> bool:
    """Whether a day is one of rest; one that the calendar does not hold is none."""
    try:
        return not calendar.is_working_day(day)
    except CalendarUnpublished:
        return False
