"""The page of a pack of law that says of each article what holds it.

The table stands beside the pack's tests, which hold the pack to it; here it is put into words.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from _reference import table

from fengqiao.packs.read_not_modelled import REASONS
from fengqiao.rules import NotModelled, Procedure
from fengqiao.rules.procedures import Guard
from fengqiao.rules.values import Comparison

from .texts import ELSEWHERE, HELD_AS
from .view import View, escaped

_PLUGINS = Path(__file__).resolve().parents[2] / "plugins"


@cache
def rows_of(pack_id: str) -> tuple[dict[str, str], ...]:
    """The table of a pack: text, article, how it is held, and by what."""
    file = _PLUGINS / f"fengqiao-{pack_id}" / "tests" / "articles.csv"
    return tuple(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


def write(view: View) -> str:
    """The whole generated part."""
    rows = rows_of(view.pack.id)
    texts = dict.fromkeys(row["text"] for row in rows)
    return "\n\n".join(part for text in texts for part in _text(view, text, rows))


def _text(view: View, text: str, rows: tuple[dict[str, str], ...]) -> Iterator[str]:
    names = {source.id: source.names.get(view.lang) for source in view.pack.sources}
    yield f"## {escaped(names.get(text) or ELSEWHERE[text][view.lang == 'zh'])} `{text}`"
    header = [view.say(name) for name in ("article", "held_as", "held_by")]
    found = [
        [row["article"] or "-", HELD_AS[row["held_as"]][view.lang == "zh"], _what(view, row)]
        for row in rows
        if row["text"] == text
    ]
    yield table(header, found)


def _what(view: View, row: dict[str, str]) -> str:
    """What holds an article, in words and by its id."""
    name = row["name"]
    if row["held_as"] == "calendar":
        return f"`{view.pack.id}` {view.say('working_days')}"
    if row["held_as"] == "left_out":
        return _left_out(view, row)
    known = {entry.id: entry for entry in view.pack.entries}
    if name in known:
        return f"{view.name(known[name])} `{name}`"
    return f"{escaped(_of_procedure(view, row['held_as'], name))} `{name}`"


def _left_out(view: View, row: dict[str, str]) -> str:
    for entry in view.pack.entries:
        if isinstance(entry, NotModelled):
            first = entry.cites[0]
            if f"{first.source}:{first.ref}" == row["name"]:
                reason = view.text(REASONS[entry.why])
                return f"{view.text(entry.what)}{view.say('colon')}{reason}"
    return f"`{row['name']}`"


def _of_procedure(view: View, held_as: str, name: str) -> str:
    """The words of a guard, clock, step or route; of a place's part, of what it leaves open."""
    if held_as == "route":
        start, _, to = name.partition(">")
        return f"{_word(view, start)} → {_word(view, to)}"
    for entry in view.pack.entries:
        if not isinstance(entry, Procedure) or not name.startswith(f"{entry.id}."):
            continue
        rest = name.removeprefix(f"{entry.id}.").removesuffix(".extension")
        for held in (*entry.guards, *entry.clocks):
            if held.name == rest:
                words = held.names.get(view.lang)
                return words or (_guard(view, held) if isinstance(held, Guard) else rest)
        return _listed(view, "case_step", (rest,))
    return name


def _guard(view: View, guard: Guard) -> str:
    """A guard without a name, by its steps and what they need or are barred by."""
    steps = _listed(view, "case_step", guard.moves)
    parts = [
        view.say(key, words=_facts(view, words))
        for key, words in (("guard_needs", guard.needs), ("guard_bars", guard.bars))
        if words is not None
    ]
    return steps + view.say("colon") + view.say("semicolon").join(parts)


def _facts(view: View, words: Comparison) -> str:
    known = view.catalogue.vocabularies["guard_fact"].words
    joint = view.say("or" if words.op == "any_of" else "comma")
    return joint.join(known[name].get(view.lang) for name in words.words)


def _listed(view: View, vocabulary: str, names: tuple[str, ...]) -> str:
    words = view.catalogue.vocabularies[vocabulary].words
    return view.say("comma").join(words[name].get(view.lang) for name in names)


def _word(view: View, name: str) -> str:
    for vocabulary in ("procedure", "step_by"):
        words = view.catalogue.vocabularies[vocabulary].words
        if name in words:
            return words[name].get(view.lang)
    return name
