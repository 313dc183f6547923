"""Differences between packs in a terminal: by kind of change, both sides under each title."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console

from fengqiao.cli.diff_definitions import print_definitions
from fengqiao.cli.diff_texts import say
from fengqiao.cli.diff_words import clause_of, said_by, title_of
from fengqiao.cli.screen import hanging, plain_table, put
from fengqiao.errors import Lang
from fengqiao.judging import word
from fengqiao.judging.wording import Wording
from fengqiao.packs.comparing import CHANGES, Change, Difference, Row, Side

_ONE_SIDED = ("added", "dropped")


def names_of(difference: Difference) -> tuple[str, str]:
    """What each side is called: its pack, or its day where the pack is one."""
    if difference.one.id != difference.other.id:
        return difference.one.id, difference.other.id
    if difference.on != difference.and_on:
        return difference.on.isoformat(), difference.and_on.isoformat()
    return tuple(f"{pack.id} {pack.version}" for pack in (difference.one, difference.other))  # type: ignore[return-value]  # two of them


def print_difference(
    console: Console, difference: Difference, wording: Wording, limit: int
) -> None:
    """Counts, then each kind of change with its rows."""
    lang = wording.lang
    heads = [f"{pack.id} {pack.version}" for pack in (difference.one, difference.other)]
    facts = {"on": difference.on, "and_on": difference.and_on}
    console.print(say("title", lang, one=heads[0], other=heads[1], **facts), style="bold")
    counts = {change: count for change, count in difference.counts().items() if count}
    if counts:
        console.print(say("second", lang) + (" " if lang == "en" else "") + _listed(counts, lang))
    else:
        console.print(say("nothing", lang))
    if difference.same:
        console.print(say("same", lang, count=difference.same))
    names = names_of(difference)
    for change in CHANGES:
        rows = [row for row in difference.rows if row.change == change]
        if rows:
            console.print()
            console.print(f"{say(change, lang).capitalize()} ({len(rows)})", style="bold")
            _print_rows(console, rows[: limit or None], names, wording)
            if 0 < limit < len(rows):
                more = {"more": len(rows) - limit, "all": len(rows)}
                console.print("  " + say("more", lang, **more))
    print_definitions(console, difference.definitions, names, wording, limit)


def _listed(counts: dict[Change, int], lang: Lang) -> str:
    texts = (say("counts", lang, count=n, change=say(one, lang)) for one, n in counts.items())
    return ("、" if lang == "zh" else ", ").join(texts)


def _print_rows(
    console: Console, rows: Sequence[Row], names: tuple[str, str], wording: Wording
) -> None:
    for row in rows:
        hanging(console, title_of(row, wording))
        sides = zip(names, (row.one, row.other), strict=True)
        shown = [(name, side) for name, side in sides if side or row.change not in _ONE_SIDED]
        cells = [_cells(name, side, row, wording) for name, side in shown]
        put(console, plain_table(cells, indent=4, keep=(0,)))


def _cells(name: str, side: Side | None, row: Row, wording: Wording) -> tuple[str, str, str]:
    """Who, which clause, what; the force where it is not simply a must."""
    if side is None:
        return name, "", say("nothing_said", wording.lang)
    other = side.pack if side.pack not in name and "-" not in name else ""
    clause = " ".join(filter(None, (f"[{other}]" if other else "", clause_of(side, wording))))
    said = said_by(side, row, wording)
    if side.force != "must" and row.field != "force":
        force = word(side.force, wording.lang)
        said += f"({force})" if wording.lang == "zh" else f" ({force})"
    return name, clause, said
