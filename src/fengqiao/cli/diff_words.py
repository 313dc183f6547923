"""One side of a difference in words: the limit, what it is measured by, its clause and force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fengqiao.cli.clauses import shown_clauses
from fengqiao.cli.diff_texts import has, say
from fengqiao.cli.texts import say as say_verb
from fengqiao.judging import word
from fengqiao.judging.wording import Wording
from fengqiao.packs.comparing import Row, Side
from fengqiao.rules import Entry, entry_of

_NO_UNIT = ("words", "share", "time", None)


def title_of(row: Row, wording: Wording) -> str:
    """Name of the entry with its key, and what of it differs."""
    lang = wording.lang
    key = wording.catalogue.keys.get(row.key)
    name = key.names.get(lang) if key else _own_name(row, wording)
    each = say("each", lang, each=wording.listed(row.each))
    title = f"{name} ({row.key}), {each}" if lang == "en" else f"{name}({row.key}),{each}"
    return title if row.field is None else f"{title} / {field_of(row.field, wording)}"


def _own_name(row: Row, wording: Wording) -> str:
    side = row.one or row.other
    entry = entry_of(wording.packs[side.pack], side.entry) if side else None
    return entry.names.get(wording.lang) if isinstance(entry, Entry) else row.key


def field_of(field: str, wording: Wording) -> str:
    """What of an entry differs: a requirement, a level, a part, its force."""
    lang = wording.lang
    if has(field):
        return say(field, lang)
    first, _, last = field.rpartition(".")
    if first and has(last):
        return f"{first} {say(last, lang)}"
    known = word(field, lang)
    return known if known != field else wording.listed([field])


def clause_of(side: Side, wording: Wording) -> str:
    """Clauses of a side, without the source where its pack has only one."""
    several = len(wording.packs[side.pack].sources) > 1
    refs = side.clause if several else [one.partition(":")[2] for one in side.clause]
    return shown_clauses(refs, wording.lang)


def said_by(side: Side, wording: Wording) -> str:
    """What a side says in words."""
    lang, said = wording.lang, side.value
    comma = "," if lang == "zh" else ", "
    return comma.join(part for part in _parts(said, wording, lang) if part)


def _parts(said: Mapping[str, Any], wording: Wording, lang: Any) -> Iterator[str]:  # noqa: ANN401  en or zh
    per = say_verb(f"per.{said['per']}", lang) if said.get("per") else ""
    if said.get("op") == "at_least" and "per" in said and "key" not in said:
        once = said["value"] == 1
        yield say("once" if once else "times", lang, count=said["value"], per=per)
    else:
        yield _value(said, wording)
        yield per
    if said.get("basis"):
        yield say("basis", lang, basis=wording.listed([said["basis"]]))
    for name in ("where", "of"):
        if said.get(name):
            some = "; ".join(_filter(field, asked, wording) for field, asked in said[name].items())
            yield say(name, lang, filters=some)


def _filter(name: str, said: Mapping[str, Any], wording: Wording) -> str:
    if said["value"] == ["true"]:
        return name
    return f"{name} {_value(said, wording, without='any_of')}"


def _value(said: Mapping[str, Any], wording: Wording, *, without: str = "") -> str:
    """A comparison with its value and unit."""
    lang, value, op = wording.lang, said.get("value"), said.get("op")
    if value in (None, [], [None, None]):
        return say("nothing_said", lang)
    if value == "open":
        return word("open", lang)
    if isinstance(value, list) and op == "between":
        shown = " - ".join(wording.amount(end) for end in value)
    elif isinstance(value, list):
        shown = wording.listed(word(str(one), lang) for one in value if one is not None)
    elif isinstance(value, str) and has(value):
        shown = say(value, lang)
    else:
        named = word(str(value), lang)
        shown = named if named != str(value) else wording.amount(value)
    is_one = isinstance(value, list) and len(value) == 1 and op in ("all_of", "any_of")
    before = "" if op in (None, "bare", without) or is_one else word(str(op), lang)
    unit = said.get("unit") if lang == "en" and value != "open" else None
    unit = None if unit in _NO_UNIT or op is None or unit in str(value) else unit
    after = word("bare", lang) if op == "bare" else None
    return " ".join(part for part in (before, shown, unit, after) if part)
