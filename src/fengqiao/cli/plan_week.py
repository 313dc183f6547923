"""One officer's part of a plan: day by day, with time, what, place, minutes and clause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from attrs import frozen
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from fengqiao.cli.plan_texts import say
from fengqiao.cli.work_time import clauses_of, hours_of, title_of
from fengqiao.errors import Lang
from fengqiao.papers.texts import WEEKDAYS
from fengqiao.papers.titles import unit_word
from fengqiao.planning import Capacity, Placed, Plan
from fengqiao.planning.plan import clock
from fengqiao.workspace import Workspace

_GAP, _INDENT = 2, 2
_CLAUSE = 18
"""The clause, and the place, is broken over lines where it is wider."""


@frozen
class _Widths:
    """Columns of all days alike, so that a week reads as one table."""

    time: int
    what: int
    place: int
    minutes: int
    clause: int


def print_days(  # noqa: PLR0917  whose days, and how they are told
    console: Console,
    workspace: Workspace,
    plan: Plan,
    capacity: Capacity | None,
    lang: Lang,
    names: Mapping[str, str] | None = None,
) -> None:
    """Each day with hours in the period, with what stands on it.

    Args:
        console: Where to print.
        workspace: Knows the entries.
        plan: Of the officer.
        capacity: The officer's hours.
        lang: `en` or `zh`.
        names: What places and references are called, by id.
    """
    called = names or {}
    hours = capacity.days if capacity else {}
    blocks: dict[date, list[Placed]] = {
        day: [] for day in hours if plan.period.span.contains(day) and day > plan.on
    }
    for block in plan.placed:
        blocks.setdefault(block.day, []).append(block)
    rows = {
        day: [_row(workspace, one, lang, called) for one in some] for day, some in blocks.items()
    }
    header = tuple(say(name, lang) for name in ("time", "what", "place", "minutes", "clause"))
    widths = _widths([header, *(row for some in rows.values() for row in some)], console.width)
    console.print()
    _print_row(console, header, widths)
    for day in sorted(rows):
        facts = {
            "day": day,
            "weekday": WEEKDAYS[lang][day.weekday()],
            "planned": hours_of(sum(one.end - one.start for one in blocks[day])),
            "available": hours_of(hours[day][1] if day in hours else 0),
        }
        console.print(say("day_line", lang, **facts), style="bold")
        for row in rows[day]:
            _print_row(console, row, widths)


def _row(
    workspace: Workspace, block: Placed, lang: Lang, called: Mapping[str, str]
) -> tuple[str, ...]:
    what = title_of(workspace, block.entry, lang, item=block.item)
    if block.refs:
        facts = {
            "what": what,
            "refs": _between(lang).join(called.get(ref, ref) for ref in block.refs)
            if called
            else " ".join(block.refs),
            "travel": block.travel,
        }
        what = say("rounds" if block.travel else "rounds_here", lang, **facts)
    elif block.units > 1:
        unit = unit_word(workspace, block.entry)
        what = say("times", lang, what=what, units=block.units, unit=unit)
    return (
        f"{clock(block.start)}-{clock(block.end)}",
        what,
        called.get(block.place, block.place),
        str(block.end - block.start),
        clauses_of(block.clause, lang),
    )


def _widths(rows: Sequence[Sequence[str]], screen: int) -> _Widths:
    widest = [max(cell_len(row[column]) for row in rows) for column in range(5)]
    time, _, place, minutes, clause = widest
    clause, place = min(clause, _CLAUSE), min(place, _CLAUSE)
    left = screen - _INDENT - time - place - minutes - clause - 4 * _GAP
    return _Widths(time, max(left, _CLAUSE), place, minutes, clause)


def _print_row(console: Console, row: Sequence[str], widths: _Widths) -> None:
    """One row, over as many lines as its longest cell needs."""
    time, what, place, minutes, clause = row
    whats = _lines(console, what, widths.what)
    clauses = _lines(console, clause, widths.clause)
    places = _lines(console, place, widths.place)
    for number in range(max(len(whats), len(clauses), len(places))):
        is_first = number == 0
        cells = (
            _padded(time if is_first else "", widths.time),
            _padded(whats[number] if number < len(whats) else "", widths.what),
            _padded(places[number] if number < len(places) else "", widths.place),
            " " * (widths.minutes - cell_len(minutes)) + minutes
            if is_first
            else " " * widths.minutes,
            clauses[number] if number < len(clauses) else "",
        )
        console.out((" " * _INDENT + (" " * _GAP).join(cells)).rstrip(), highlight=False)


def _between(lang: Lang) -> str:
    return "、" if lang == "zh" else ", "


def _lines(console: Console, text: str, width: int) -> list[str]:
    return [line.plain.rstrip() for line in Text(text).wrap(console, width)] or [""]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))
