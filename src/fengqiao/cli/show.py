"""`fengqiao show`: every entry of a pack with its clause and values, or every known key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, get_args

import click
from rich.console import Console
from rich.padding import Padding

from fengqiao.cli.failures import CannotAnswer
from fengqiao.cli.opening import pack_names
from fengqiao.cli.options import json_option, lang_option
from fengqiao.cli.screen import make_console, plain_table, print_json, put
from fengqiao.cli.show_words import beside, field_words, part_names, said
from fengqiao.cli.texts import say
from fengqiao.errors import Lang
from fengqiao.judging import word
from fengqiao.judging.wording import Wording
from fengqiao.packs import Setup, describe, set_up
from fengqiao.packs.read_duty import REQUIREMENTS
from fengqiao.rules import (
    AnyEntry,
    Catalogue,
    Counting,
    Duty,
    Key,
    Label,
    Norm,
    NotModelled,
    Pack,
    Sheet,
    unverified_days,
)
from fengqiao.rules.counting_texts import counting_says
from fengqiao.rules.entries import NAMES
from fengqiao.rules.occasion_days import day_of_month
from fengqiao.rules.units import of_number
from fengqiao.rules.values import Unit
from fengqiao.rules.windows import unit_of


@click.command("show")
@click.argument("pack", required=False)
@click.option("--keys", is_flag=True, help="Show the keys that entries may use instead.")
@json_option()
@lang_option()
def command(*, pack: str | None, keys: bool, as_json: bool, lang: Lang) -> int:
    """Show what a pack says: clause by clause, with every value and open term.

    PACK is an installed pack or a pack's folder.
    """
    if pack is None and not keys:
        raise CannotAnswer("no_pack")
    setup = set_up(pack_names([pack]) if pack else [])
    catalogue = setup.rules.catalogue
    if keys:
        _show_keys(catalogue, as_json=as_json, lang=lang)
    elif as_json:
        print_json(describe(_first(setup), catalogue))
    else:
        _show_pack(make_console(), _first(setup), catalogue, lang)
    return 0


def _first(setup: Setup) -> Pack:
    """The pack that was asked for; its parents come after it."""
    return next(iter(setup.rules.packs.values()))


def _show_keys(catalogue: Catalogue, *, as_json: bool, lang: Lang) -> None:
    found = [catalogue.keys[name] for name in sorted(catalogue.keys)]
    if as_json:
        plain = [
            {
                "key": key.name,
                "kind": key.kind,
                "unit": key.unit or None,
                "each": list(key.each),
                "names": {"zh": key.names.zh, "en": key.names.en},
            }
            for key in found
        ]
        print_json({"format": 1, "keys": plain})
        return
    header = [say(name, lang) for name in ("key", "kind", "means")]
    rows = [(key.name, key.kind, _meaning(key, lang)) for key in found]
    put(make_console(), plain_table(rows, header=header, keep=(0, 1)))


def _meaning(key: Key, lang: Lang) -> str:
    about = ", ".join(filter(None, (key.unit, " ".join(key.each))))
    return f"{key.names.get(lang)} ({about})" if about else key.names.get(lang)


def _show_pack(console: Console, pack: Pack, catalogue: Catalogue, lang: Lang) -> None:
    title = say("pack_title", lang, name=pack.names.get(lang), id=pack.id, version=pack.version)
    console.print(title, style="bold")
    for source in pack.sources:
        facts = {"id": source.id, "name": source.names.get(lang), "issued": source.issued}
        console.print(say("source_line", lang, **facts))
    shown: Any = describe(pack, catalogue)["entries"]
    for entry, plain in zip(pack.entries, shown, strict=True):
        console.print()
        console.print(_title(entry, plain, lang), style="bold")
        wording = Wording(packs={pack.id: pack}, catalogue=catalogue, lang=lang)
        put(console, Padding("\n".join(_lines(entry, plain, wording)), (0, 0, 0, 4)))


def _title(entry: AnyEntry, plain: dict[str, Any], lang: Lang) -> str:
    clause = " ".join(plain["clause"])
    if isinstance(entry, NotModelled):
        return f"{clause}  {say('left_out', lang, why=entry.why)}"
    return f"{clause}  {plain['kind']}  {entry.id}  {entry.names.get(lang)}"


def _per(window: str, wording: Wording) -> str:
    """How often; of a band also whether the period before counts."""
    lang = wording.lang
    if window[:1].isdigit():
        return say("per.length", lang, length=wording.amount(window))
    unit, is_previous = unit_of(window)
    per = say(f"per.{unit or window}", lang)
    return say("per.previous", lang, per=per) if is_previous else per


def _lines(entry: AnyEntry, plain: dict[str, Any], wording: Wording) -> Iterator[str]:
    lang = wording.lang
    if isinstance(entry, NotModelled):
        yield entry.what.get(lang)
    if plain["each"]:
        per = _per(plain["per"], wording) if plain["per"] else ""
        every = say("every", lang, every=per) if per else ""
        yield say("owed", lang, each=wording.listed(plain["each"]), per=every)
    if isinstance(entry, Counting):
        yield from counting_says(entry.rule, lang)
        plain = {**plain, "values": []}
    if plain["force"] not in (None, "must") and not isinstance(entry, Label):
        yield word(plain["force"], lang)
    for value in plain["values"]:
        if isinstance(entry, Label) and value["field"] == "count" and entry.count is None:
            continue  # the source gives a list, and no number
        vocabulary = _vocabulary(entry, value["field"], wording.catalogue)
        yield _value(_with_names(value, entry, lang), entry, wording, vocabulary)
    yield from beside(entry, lang)
    names = [name.removeprefix(f"{plain['id']}.") for name in plain["open"]]
    if judged := [name for name in names if name != "minutes"]:
        yield say("left_open", lang, names=" ".join(judged))
    if planned := [name for name in names if name == "minutes"]:
        yield said("for_plans", lang, names=" ".join(planned))
    if not isinstance(entry, NotModelled) and entry.reading.get(lang):
        yield say("read_as", lang, text=entry.reading.get(lang))
    yield from _not_verified(entry, lang)


def _not_verified(entry: AnyEntry, lang: Lang) -> Iterator[str]:
    """That values were not compared with the source, and on which days they hold."""
    found = unverified_days(entry)
    phases = len(entry.phases) if isinstance(entry, (Norm, Duty)) else 1
    if found and len(found) == phases:
        yield say("not_verified", lang)
    elif found:
        days = [f"{first or ''} - {last or ''}".strip() for first, last in found]
        yield say("not_verified_days", lang, days=", ".join(days))


def _with_names(value: dict[str, Any], entry: AnyEntry, lang: Lang) -> dict[str, Any]:
    """The value, items of a label by their names in the label itself, as they stand there."""
    if isinstance(entry, Sheet) and value["field"] == "part":
        known = part_names(entry, lang)
        return {**value, "value": _listed((known[name] for name in value["value"]), lang)}
    if not isinstance(entry, Label) or value["field"] != "items":
        return value
    names = (item.names.get(lang) or item.name for item in entry.items)
    return {**value, "value": _listed(names, lang)}


def _listed(names: Iterable[str], lang: Lang) -> str:
    return ("、" if lang == "zh" else ", ").join(names)


def _vocabulary(entry: AnyEntry, field: str | None, catalogue: Catalogue) -> str | None:
    """The closed list that the words of a norm, or of a filter, come from."""
    if field == "where.name" and isinstance(entry, (Norm, Duty)):
        return f"{NAMES}{entry.each[0]}"
    key = catalogue.keys.get(entry.key) if isinstance(entry, Norm) else None
    if key is None:
        return None
    if field == "unless":
        return key.unless
    return key.of.get(field.removeprefix("of.")) if field else key.vocabulary


def _value(value: dict[str, Any], entry: AnyEntry, wording: Wording, vocabulary: str | None) -> str:
    """One value in words; a requirement is followed by the pack's own word for it."""
    lang, field, number = wording.lang, value["field"], value["value"]
    requirement = REQUIREMENTS.get(field, field)
    if isinstance(number, list) and (value["op"] == "between" or value["unit"] == "clock"):
        number = " - ".join(map(str, number))
    elif isinstance(number, list) and set(number) <= {"true", "false"}:
        number = " / ".join(say(f"flag.{one}", lang) for one in number)
    elif field == "where.setting" and isinstance(number, list):
        number = _listed((word(one, lang) for one in number), lang)
    elif field == "during":
        number = wording.listed([number], vocabulary="season")
    elif isinstance(number, list):
        number = wording.listed(number, requirement, vocabulary=vocabulary)
    else:
        number = word("open", lang) if number == "open" else wording.amount(number)
    named = f"{word(requirement, lang)} ({field})" if field in REQUIREMENTS else field
    if field and field not in REQUIREMENTS:
        named = field_words(field, entry, lang)
    dates = [value["from"], value["until"]] if value["until"] else []
    op = {"equal": "=", "bare": ""}.get(value["op"], word(value["op"], lang))
    if day_of_month(str(value["value"])):
        op = word("by_day", lang)
    if field and value["op"] == "any_of" and len(value["value"]) == 1:
        op = "="  # one word, and no choice
    is_said = field is not None or value["unit"] in ("words", "share", *get_args(Unit))
    unit = value["unit"] if lang == "en" and not is_said else None
    unit = unit and of_number(unit, value["value"])
    parts = (named, op, number, unit, " - ".join(dates), _due(value, lang))
    return " ".join(str(part) for part in parts if part not in (None, ""))


def _due(value: dict[str, Any], lang: Lang) -> str:
    """By which day a limit is to be reached; filters of the limit don't repeat it."""
    by, field = value["by"], value["field"]
    if not by or (field is not None and field != "times"):
        return ""
    by = word("open", lang) if by == "open" else by
    return say("due_by", lang, days=" - ".join(by) if isinstance(by, list) else by)
