"""One side of a difference in words: the limit, what it is measured by, its clause and force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from fengqiao.cli.diff_texts import has, say
from fengqiao.cli.show_words import basis_name
from fengqiao.cli.texts import say as say_verb
from fengqiao.judging import word
from fengqiao.judging.narrowing import in_words
from fengqiao.judging.wording import Wording
from fengqiao.model import LISTS
from fengqiao.model.references import register_of
from fengqiao.packs.amounts import parse_amount
from fengqiao.packs.comparing import Row, Side
from fengqiao.papers.clauses import shown_clauses
from fengqiao.rules import Comparison, Entry, entry_of
from fengqiao.rules.entries import NAMES
from fengqiao.rules.units import of_number
from fengqiao.rules.values import WORD_OPS

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


def said_by(side: Side, row: Row, wording: Wording) -> str:
    """What a side says in words."""
    comma = "," if wording.lang == "zh" else ", "
    return comma.join(part for part in _parts(side.value, row, wording) if part)


def _parts(said: Mapping[str, Any], row: Row, wording: Wording) -> Iterator[str]:
    lang = wording.lang
    per = _per(str(said["per"]), wording) if said.get("per") else ""
    if "per" in said and "key" not in said:  # how often a duty is due
        shown = "once" if said["value"] == 1 else "times"
        is_open = said["per"] == "open"
        yield per if is_open else say(shown, lang, count=said["value"], per=per)
    else:
        value = _value(said, wording)
        measure = _other_measure(said, row, wording)
        yield f"{measure} {value}" if measure else value
        yield per
    if said.get("basis"):
        yield say("basis", lang, basis=basis_name(said["basis"], lang))
    for name in ("where", "of"):
        if said.get(name):
            filters = [(field, _comparison(asked)) for field, asked in said[name].items()]
            lists = _lists(name, said.get("key", row.key), row.each, wording)
            shown = in_words(filters, lists, wording.catalogue, lang)
            yield say(name, lang, filters=shown)


def _per(name: str, wording: Wording) -> str:
    """How often: a period of the calendar, or a length such as two weeks."""
    if name[:1].isdigit():
        return say_verb("per.length", wording.lang, length=wording.amount(name))
    return say_verb(f"per.{name}", wording.lang)


def _other_measure(said: Mapping[str, Any], row: Row, wording: Wording) -> str:
    """The name of what is counted, where it is not what the title of the row names."""
    key = wording.catalogue.keys.get(str(said.get("key")))
    return key.names.get(wording.lang) if key and key.name != row.key else ""


def _comparison(said: Mapping[str, Any]) -> Comparison:
    """A filter as a comparison again."""
    op, value = said["op"], said["value"]
    if op in WORD_OPS:
        return Comparison(op, frozenset(value), tuple(value))
    ends = [parse_amount(one) for one in (value if op == "between" else [value])]
    return Comparison(op, tuple(ends) if op == "between" else ends[0])  # type: ignore[arg-type]  # a pack's own amounts


def _lists(name: str, key: str, each: Sequence[str], wording: Wording) -> dict[str, str]:
    """The closed list that the words of a filter come from, where it has another name."""
    if name == "of":
        known = wording.catalogue.keys.get(key)
        return dict(known.of) if known else {}
    fields = [LISTS[register_of(kind)[0]].fields for kind in each]
    lists = {field: spec.vocabulary or field for some in fields for field, spec in some.items()}
    return {**lists, "name": f"{NAMES}{each[0]}"} if each else lists


def _value(said: Mapping[str, Any], wording: Wording) -> str:
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
    before = "" if op in (None, "bare") or is_one else word(str(op), lang)
    unit = said.get("unit") if lang == "en" and value != "open" else None
    unit = None if unit in _NO_UNIT or op is None or unit in str(value) else of_number(unit, value)
    after = word("bare", lang) if op == "bare" else None
    return " ".join(part for part in (before, shown, unit, after) if part)
