"""Due work as tables: by entry, and what is open by officer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from rich.console import Console
from rich.padding import Padding
from rich.table import Table

from fengqiao.cli.due_texts import say
from fengqiao.cli.screen import plain_table, put
from fengqiao.cli.work_time import hours_of
from fengqiao.errors import Lang
from fengqiao.judging import word
from fengqiao.judging.doubts import doubt_in_words
from fengqiao.judging.words import brief
from fengqiao.papers.clauses import shown_clauses
from fengqiao.planning import KIND_NAMES, DueItem, DueWork
from fengqiao.rules import Entry, Procedure, entry_of
from fengqiao.workspace import Workspace


def title_of(workspace: Workspace, item: DueItem, lang: Lang) -> str:
    """Clause and name of the entry that asks for an item."""
    entry = entry_of(workspace.packs[item.pack], item.entry)
    name = item.entry
    if isinstance(entry, Entry):
        key = workspace.catalogue.keys.get(entry.key)
        name = entry.names.get(lang) or (key.names.get(lang) if key else "") or item.entry
    if item.kind == "action_item":
        name = say("agreed", lang, title=name)
    if item.kind == "case" and entry is None:
        name = clock_name(workspace, item, lang)
    if item.kind == "case" and (what := what_of(item.id)):
        name = say(f"case.{what}", lang, title=name)
    return f"{shown_clauses(item.clause, lang)} {name}"


def clock_name(workspace: Workspace, item: DueItem, lang: Lang) -> str:
    """Name of a clock of a procedure, by the entry of the item; the entry where it has none."""
    procedure_id, _, clock_name = item.entry.rpartition(".")
    own = workspace.packs[item.pack]
    found = (entry_of(pack, procedure_id) for pack in (own, *workspace.packs.values()))
    clocks = [one for entry in found if isinstance(entry, Procedure) for one in entry.clocks]
    names = (one.names.get(lang) for one in clocks if one.name == clock_name)
    return next((name for name in names if name), item.entry)


def what_of(item_id: str) -> str | None:
    """What a day was set for in a case, by the id of the item; None: a limit of the law."""
    before = item_id.partition("@")[0].rpartition(":")[2]
    return before if before in ("session", "performance", "revisit") else None


def print_by_kind(console: Console, workspace: Workspace, work: DueWork, lang: Lang) -> None:
    """How many visits, meetings and so on are left, and what can't be told apart from that.

    Visits by several measures (households, people, days) are never added up: each has its name.
    """
    measures = {measure_of(workspace, item, lang) for item in work.open() if item.kind == "visit"}
    left, at_most = Counter[str](), Counter[str]()
    order: dict[str, None] = {}
    for item in sorted(work.open(), key=lambda one: list(KIND_NAMES).index(one.kind)):
        name = KIND_NAMES[item.kind].get(lang)
        if item.kind == "visit" and len(measures) > 1:
            name = measure_of(workspace, item, lang)
        order[name] = None
        (at_most if item.reason else left)[name] += item.open
    for key, units in (("by_kind", left), ("at_most", at_most)):
        named = [f"{name} {units[name]}" for name in order if units[name]]
        if named:
            put(console, say(key, lang, kinds=("、" if lang == "zh" else ", ").join(named)))


def measure_of(workspace: Workspace, item: DueItem, lang: Lang) -> str:
    """What an item counts: the name of its key."""
    entry = entry_of(workspace.packs[item.pack], item.entry)
    key = workspace.catalogue.keys.get(entry.key) if isinstance(entry, Entry) else None
    return key.names.get(lang) if key else item.entry


def print_by_entry(console: Console, workspace: Workspace, work: DueWork, lang: Lang) -> None:
    """How many are due, done and open of each entry, over all subjects and periods."""
    totals: dict[str, list[int]] = {}
    for item in work:
        sums = totals.setdefault(title_of(workspace, item, lang), [0, 0, 0])
        sums[0] += item.due
        sums[1] += min(item.done, item.due)
        sums[2] += item.open
    header = [say(name, lang) for name in ("entry", "due", "done", "open")]
    rows = [
        (title, *(map(str, sums) if sums[0] else ("-", str(sums[1]), "-")))
        for title, sums in totals.items()
    ]
    console.print()
    console.print(say("by_entry", lang), style="bold")
    put(console, _indented(plain_table(rows, header=header, right=(1, 2, 3), keep=(1, 2, 3))))


def print_by_officer(
    console: Console, workspace: Workspace, work: DueWork, lang: Lang, limit: int
) -> None:
    """What is open, under those who owe it or may do it; several where any of them may."""
    groups: dict[tuple[str, ...], list[DueItem]] = {}
    for item in work.open():
        able = work.able(item) or (item.staff or "",)
        groups.setdefault(able if able != ("",) else ("", item.station or ""), []).append(item)
    console.print()
    if not groups:
        console.print(say("none_open", lang))
        return
    named = sorted(groups, key=lambda one: (one[0] == "", one))
    for who in named[:limit]:
        console.print(_heading(who, lang), style="bold")
        put(console, _indented(_open_table(workspace, groups[who], lang)))
    if limit < len(named):
        left = len(named) - limit
        console.print(say("more_groups", lang, more=left, all=len(named)))


def _heading(who: tuple[str, ...], lang: Lang) -> str:
    if who[0]:
        return "  ".join(who)
    return say("nobody", lang, station=who[1] or say("no_station", lang))


def _indented(table: Table) -> Padding:
    return Padding(table, (0, 0, 0, 2))


def _open_table(workspace: Workspace, items: Iterable[DueItem], lang: Lang) -> Table:
    by_entry: dict[str, list[DueItem]] = {}
    for item in items:
        by_entry.setdefault(title_of(workspace, item, lang), []).append(item)
    rows = [
        (
            title,
            f"{sum(one.open for one in some)}/{sum(one.due for one in some)}",
            f"{max(one.window.last for one in some):%m-%d}",
            time_of(some),
        )
        for title, some in by_entry.items()
    ]
    return plain_table(rows, right=(1,), keep=(1, 2, 3))


def time_of(items: Iterable[DueItem]) -> str:
    """How long what is open takes, in hours and minutes; `-` where nobody said of some of it."""
    total = 0
    for one in items:
        if one.minutes is None:
            return "-"
        total += one.open * one.minutes
    return hours_of(total)


def print_unsure(console: Console, workspace: Workspace, work: DueWork, lang: Lang) -> None:
    """Why it can't be said how many are open, and where a window is not known."""
    words = workspace.catalogue
    reasons = Counter(
        doubt_in_words(item.doubt, words, lang) if item.doubt else word(item.reason, lang)
        for item in work
        if item.reason
    )
    windows = Counter(item.window_reason for item in work if item.window_reason)
    if reasons:
        console.print()
        console.print(say("unsure", lang), style="bold")
        rows = [(str(count), text) for text, count in reasons.most_common()]
        put(console, _indented(plain_table(rows, right=(0,))))
    for reason, count in windows.most_common():
        console.print(say("whole", lang, count=count, reason=brief(reason, lang)))
