"""A plan as tables: how full each officer's days are, and what found no place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from rich.cells import cell_len
from rich.console import Console

from fengqiao.cli.plan_texts import say
from fengqiao.cli.screen import plain_table, put
from fengqiao.cli.work_time import (
    clauses_of,
    hours_of,
    is_agreed,
    print_missing_minutes,
    share_of,
    title_of,
)
from fengqiao.errors import Lang
from fengqiao.papers.texts import reason_in_words
from fengqiao.planning import Capacity, Plan
from fengqiao.workspace import Workspace


def print_officers(
    console: Console, plan: Plan, capacities: Iterable[Capacity], lang: Lang, limit: int
) -> None:
    """Planned minutes and hours of each officer of whom something is planned."""
    days: dict[str, Counter[str]] = {}
    for block in plan.placed:
        days.setdefault(block.staff, Counter())[block.day.isoformat()] += (
            block.travel + block.minutes
        )
    if not days:
        return
    hours = {
        one.staff: sum(length for day, (_, length) in one.days.items() if day > plan.on)
        for one in capacities
    }
    rows = [
        _officer(staff, days[staff], hours.get(staff, 0)) for staff in _fullest(days, hours)[:limit]
    ]
    header = [say(name, lang) for name in ("officer", "planned", "available", "share", "fullest")]
    console.print()
    console.print(say("by_officer", lang), style="bold")
    put(console, plain_table(rows, header=header, right=(1, 2, 3), indent=2))
    if 0 < limit < len(days):
        console.print("  " + say("more", lang, more=len(days) - limit, all=len(days)))


def _fullest(days: Mapping[str, Counter[str]], hours: Mapping[str, int]) -> list[str]:
    """Officers by the share of their hours that is planned, the largest first."""
    return sorted(days, key=lambda staff: (-days[staff].total() / (hours.get(staff) or 1), staff))


def _officer(staff: str, days: Counter[str], hours: int) -> tuple[str, ...]:
    day, minutes = min(days.items(), key=lambda one: (-one[1], one[0]))
    planned = days.total()
    fullest = f"{day}  {hours_of(minutes)}"
    return staff, hours_of(planned), hours_of(hours), share_of(planned, hours), fullest


def print_unplaced(console: Console, workspace: Workspace, plan: Plan, lang: Lang) -> None:
    """How many units of each entry found no place, and why."""
    if not plan.unplaced:
        return
    units: dict[str, Counter[tuple[str, str]]] = {}
    for one in plan.unplaced:
        title = title_of(workspace, one.entry, lang, item=one.item)
        named = clauses_of(one.clause, lang), title
        units.setdefault(one.reason, Counter())[named] += one.units
    console.print()
    console.print(say("unplaced", lang), style="bold")
    print_by_reason(console, units, lang)
    untimed = {
        (one.item.partition(":")[0], one.entry)
        for one in plan.unplaced
        if one.reason == "no_minutes" and not is_agreed(one.item)
    }
    print_missing_minutes(console, workspace, untimed, lang)


def print_left(console: Console, plan: Plan, lang: Lang) -> None:
    """How many wanted visits are left out, and why; whom, only JSON says."""
    if not plan.left:
        return
    times: Counter[str] = Counter()
    refs: dict[str, set[str]] = {}
    for one in plan.left:
        times[one.reason] += one.times
        refs.setdefault(one.reason, set()).add(one.ref)
    console.print()
    console.print(say("left", lang), style="bold")
    for reason, count in sorted(times.items(), key=lambda one: (-one[1], one[0])):
        text = reason_in_words(reason, lang)
        facts = {"reason": text, "times": count, "refs": len(refs[reason])}
        console.print("  " + say("left_row", lang, **facts))


def print_by_reason(
    console: Console, counts: Mapping[str, Counter[tuple[str, str]]], lang: Lang
) -> None:
    """Clauses and entries under each reason with their counts, the largest first; ? for none."""
    widest = max(cell_len(clause) for some in counts.values() for clause, _ in some)
    for reason, some in sorted(counts.items(), key=lambda one: (-one[1].total(), one[0])):
        console.print("  " + reason_in_words(reason, lang))
        rows = [
            (f"{count or '?':>6}", clause + " " * (widest - cell_len(clause)), title)
            for (clause, title), count in sorted(some.items(), key=lambda one: (-one[1], one[0]))
        ]
        put(console, plain_table(rows, keep=(0, 1)))
