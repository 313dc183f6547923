"""Working time in words: hours and minutes, shares, and what the configuration lacks."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console

from fengqiao.cli.plan_texts import say
from fengqiao.errors import Lang
from fengqiao.packs import open_terms
from fengqiao.papers.clauses import shown_clauses
from fengqiao.papers.titles import hours_of, is_agreed, title_of
from fengqiao.planning import WorkHours
from fengqiao.workspace import Workspace

__all__ = [
    "clauses_of",
    "hours_of",
    "is_agreed",
    "print_missing_hours",
    "print_missing_minutes",
    "share_of",
    "title_of",
]

_SAY_HOW_LONG = (("minutes", "20 minutes"), ("lasts", "2 hours"), ("day", "8 hours"))
"""Terms that say how long one takes: outright, as an open length, or as the length of a day."""


def share_of(part: int, whole: int | None) -> str:
    """A share in whole percent, cut: what is not full never shows as 100 %, nor any as 0 %."""
    if not whole:
        return "-"
    percent = part * 100 // whole
    return f"{percent} %" if percent or not part else "<1 %"


def clauses_of(clause: Iterable[str], lang: Lang) -> str:
    """Clauses side by side."""
    return shown_clauses(clause, lang)


def print_missing_hours(console: Console, hours: WorkHours, text: str) -> None:
    """What to write into the configuration so that staff have hours."""
    console.print()
    console.print(text)
    console.print("  [planning]")
    if hours.minutes is None:
        console.print('  hours  = "8 hours"')
    if hours.starts is None:
        console.print('  starts = "09:00"')


def print_missing_minutes(
    console: Console, workspace: Workspace, entries: Iterable[tuple[str, str]], lang: Lang
) -> None:
    """The terms that say how long one takes, of entries that have such a term.

    Args:
        console: Where to print.
        workspace: Knows its open terms.
        entries: Packs and ids of entries.
        lang: `en` or `zh`.
    """
    known = {
        (pack.id, term.name)
        for pack in workspace.packs.values()
        for term in open_terms(pack, workspace.catalogue)
    }
    lines: dict[str, list[str]] = {}
    for pack, entry in sorted(entries):
        for term, example in _SAY_HOW_LONG:
            if (pack, f"{entry}.{term}") in known:
                lines.setdefault(pack, []).append(f'  "{entry}.{term}" = "{example}"')
                break
    if lines:
        console.print()
        console.print(say("set_minutes", lang))
    for pack, some in lines.items():
        for line in (f"  [{pack}]", *some):
            console.print(line, soft_wrap=True)
