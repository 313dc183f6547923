"""What two packs define otherwise, in a terminal: both sides under each title."""

from __future__ import annotations

from rich.console import Console

from fengqiao.cli.diff_texts import has, say
from fengqiao.cli.screen import hanging, plain_table, put
from fengqiao.judging.wording import Wording
from fengqiao.packs.comparing import Definition
from fengqiao.papers.clauses import shown_clauses
from fengqiao.rules import Entry, Label

_COUNTED = 8
"""Of a longer list only the words that the other side lacks are shown."""


def print_definitions(
    console: Console,
    rows: tuple[Definition, ...],
    names: tuple[str, str],
    wording: Wording,
    limit: int,
) -> None:
    """Each thing that the two define otherwise, with what both sides say; nothing where none is.

    Args:
        console: Where to print.
        rows: What differs.
        names: What each side is called.
        wording: For names of codes.
        limit: How many are shown; 0: all.
    """
    if not rows:
        return
    lang = wording.lang
    console.print()
    console.print(f"{say('definitions', lang)} ({len(rows)})", style="bold")
    for row in rows[: limit or None]:
        hanging(console, _title(row, wording))
        cells = [
            (name, _clause(row, side, wording), _said(row, side, wording))
            for side, name in enumerate(names)
            if row.packs[side] is not None
        ]
        put(console, plain_table(cells, indent=4, keep=(0,)))
    if 0 < limit < len(rows):
        more = {"more": len(rows) - limit, "all": len(rows)}
        console.print("  " + say("more", lang, **more))


def _title(row: Definition, wording: Wording) -> str:
    lang = wording.lang
    kind = say(f"a.{row.kind}", lang)
    text = (
        f"{kind} {_name(row, wording)} ({row.key})"
        if lang == "en"
        else (f"{kind}“{_name(row, wording)}”({row.key})")
    )
    change = say(f"of.{row.field}", lang) if row.field else say(row.change, lang)
    return f"{text}: {change}" if lang == "en" else f"{text}:{change}"


def _name(row: Definition, wording: Wording) -> str:
    for pack in filter(None, row.packs):
        for entry in wording.packs[pack].entries:
            if isinstance(entry, Entry) and entry.key == row.key:
                key = wording.catalogue.keys.get(row.key)
                known = key.names.get(wording.lang) if key else ""
                return entry.names.get(wording.lang) or known or row.key
    return row.key


def _clause(row: Definition, side: int, wording: Wording) -> str:
    pack = row.packs[side]
    several = pack is not None and len(wording.packs[pack].sources) > 1
    refs = [one if several else one.partition(":")[2] for one in row.clauses[side]]
    return shown_clauses(refs, wording.lang)


def _said(row: Definition, side: int, wording: Wording) -> str:
    if row.field is None:
        return ""
    own, theirs = (row.one, row.other) if side == 0 else (row.other, row.one)
    if not isinstance(own, list):
        return say("nothing_said", wording.lang) if own is None else _word(str(own), row, wording)
    left = own
    if isinstance(theirs, list) and own != theirs and len(own) > _COUNTED:
        left = [one for one in own if one not in theirs] or own
    words = [_word(one, row, wording) for one in left]
    text = ("、" if wording.lang == "zh" else ", ").join(words) or say("nothing_said", wording.lang)
    return f"{text} ({len(left)}/{len(own)})" if len(left) < len(own) else text


def _word(code: str, row: Definition, wording: Wording) -> str:
    """The name of a word: of a pack's own list, else of the catalogue."""
    for pack in filter(None, row.packs):
        for entry in wording.packs[pack].entries:
            if isinstance(entry, Label) and entry.key == row.key:
                for item in entry.items:
                    if item.name == code and item.names.get(wording.lang):
                        return item.names.get(wording.lang)
    return say(code, wording.lang) if has(code) else wording.listed([code])
