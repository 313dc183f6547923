"""What a pack carries under each clause: values, lengths of lists, periods and days."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping
from math import gcd
from typing import Any

from attrs import frozen

from fengqiao.packs.amounts import parse_quantity, parse_share
from fengqiao.packs.coverage.fixed_forms import VAGUE
from fengqiao.packs.coverage.measure_words import BODIES
from fengqiao.packs.describe import describe
from fengqiao.rules import Catalogue, NotModelled, Pack, cites_of
from fengqiao.rules.occasion_days import day_of_month
from fengqiao.rules.values import Exact

Amount = tuple[str, int, int]
"""What a value is (a count, a share, minutes, days ...), numerator and denominator, reduced."""

Slot = frozenset[Amount]
"""One value of an entry in all its forms: five days are also the number 5."""

_FAMILIES: Mapping[str, tuple[str, int]] = {
    "minute": ("minute", 1),
    "hour": ("minute", 60),
    "day": ("day", 1),
    "week": ("day", 7),
    "working_day": ("working_day", 1),
    "month": ("month", 1),
    "year": ("month", 12),
}
OCCASIONS = frozenset(
    ("次", "个", "天", "日", "场", "期", "回", "轮", "遍", "趟", "场次", "笔", "批")
)
"""Measure words of what happens so many times in a period."""


NO_LIST = BODIES | frozenset(
    (
        "名",
        "人",
        "户",
        "次",
        "天",
        "日",
        "小时",
        "分钟",
        "年",
        "月",
        "周",
        "元",
        "平方米",
        "台",
        "路",
        "辆",
    )
)
"""Measure words of what is never the length of a list: two people are no list of two names."""
_THINGS = frozenset(("张", "个", "台", "套", "部", "块", "只", "支", "本", "把", "面", "间", "处"))
"""Measure words of single things: a list that asks for a table by name asks for `一张`."""


_CLOCK = re.compile(r"[0-9]{1,2}:[0-9]{2}")
_ASKS_NOTHING = frozenset(("label", "measure", "band", "counting"))
_YEAR, _MONTH = len("2018"), len("2018-12")


@frozen(kw_only=True)
class Carrier:
    """What one entry carries.

    Attributes:
        entry: Its id.
        slots: Its values, lengths of lists, periods and days: each carries one number.
        asks: Whether something is asked by it: a label only lists names, a measure only counts.
    """

    entry: str
    slots: tuple[Slot, ...]
    asks: bool = True


@frozen(kw_only=True)
class Holding:
    """What a pack has under one clause.

    Attributes:
        entries: Ids of all entries, what is left out included.
        carriers: The entries that may carry a number.
        left_out: What is left out.
    """

    entries: tuple[str, ...]
    carriers: tuple[Carrier, ...]
    left_out: tuple[NotModelled, ...]


def holdings_of(pack: Pack, catalogue: Catalogue, source: str) -> Mapping[str, Holding]:
    """What a pack has under each clause of a source, by reference."""
    plain: Any = describe(pack, catalogue)["entries"]
    begins = {one.effective_from.isoformat() for one in pack.sources}
    ids: dict[str, dict[str, None]] = defaultdict(dict)
    carriers: dict[str, list[Carrier]] = defaultdict(list)
    left_out: dict[str, list[NotModelled]] = defaultdict(list)
    for entry, shown in zip(pack.entries, plain, strict=True):
        times = Counter(cite.ref for cite in cites_of(entry) if cite.source == source)
        slots = () if isinstance(entry, NotModelled) else tuple(_slots(shown, begins))
        for ref, cited in times.items():
            ids[ref][entry.id] = None
            if isinstance(entry, NotModelled):
                left_out[ref].append(entry)
            else:
                asks = shown["kind"] not in _ASKS_NOTHING
                carrier = Carrier(entry=entry.id, slots=slots * cited, asks=asks)
                carriers[ref].append(carrier)
    return {
        ref: Holding(
            entries=tuple(names), carriers=tuple(carriers[ref]), left_out=tuple(left_out[ref])
        )
        for ref, names in ids.items()
    }


def _slots(shown: Mapping[str, Any], begins: Container[str]) -> Iterator[Slot]:
    """Each value once, though several phases state it; the edge of a band for both its classes.

    Args:
        shown: The entry.
        begins: Days on which sources come into force: no entry states those itself.
    """
    values = shown["values"]
    phases: dict[object, Counter[Slot]] = defaultdict(Counter)
    for value in values:
        phase = str((value["by"], value["from"], value["until"]))
        phases[phase].update(_of_value(value))
    stated: Counter[Slot] = Counter()
    for counted in phases.values():
        stated |= counted
    if shown["kind"] == "band":
        stated = Counter(dict.fromkeys(stated, 2))
        stated[frozenset({("length", len(values), 1)})] = 1
    yield from stated.elements()
    yield from dict.fromkeys(_of_entry(shown, begins))


def _of_value(value: Mapping[str, Any]) -> Iterator[Slot]:
    """The numbers of a value; of a rate such as `3 per 1000` both."""
    if value["op"] == "all_of" and value["field"] is None:
        yield from [frozenset({("thing", 1, 1)})] * len(_listed(value["value"]))
    for one in map(str, _listed(value["value"])):
        if number := day_of_month(one):
            yield frozenset({("count", number, 1), ("day", number, 1)})
    if value["unit"] == "clock":
        yield from (frozenset({_clock(one)}) for one in _listed(value["value"]))
    if value["unit"] in ("words", "items", "clock"):
        return
    for one in _listed(value["value"]):
        if one == "open":
            yield frozenset({("open", 1, 1)})
        elif _is_cadence(value) and isinstance(one, int):
            yield frozenset({("times", one, 1)})
        elif isinstance(one, str) and " per " in one and (share := parse_share(one)):
            yield frozenset({_reduced("share", share.num, share.den), ("count", share.num, 1)})
            yield frozenset({("count", share.den, 1)})
        elif amounts := frozenset(amounts_of(one, value["unit"])):
            yield amounts


def _of_entry(shown: Mapping[str, Any], begins: Container[str]) -> Iterator[Slot]:
    """Lengths of its lists, how often, and its days; each once, however often it is stated."""
    values = shown["values"]
    for value in values:
        if (length := _length(value)) is not None:
            yield frozenset({("length", length, 1)})
    periods = [value["unit"].removeprefix("per ") for value in values if _is_cadence(value)]
    is_twice = any(("times", 2, 1) in slot for value in values for slot in _of_value(value))
    for period in dict.fromkeys((*periods, *filter(None, (shown["per"],)))):
        names = {period}
        if period == "working_day":  # every day may be read as every working day
            names.add("day")
        if period == "month" and is_twice:  # half a month is one of two times a month
            names.add("half_month")
        yield frozenset((f"every {name}", 1, 1) for name in names)
    days = (day for value in values for day in _days(value) if day not in begins)
    for day in dict.fromkeys(days):
        yield frozenset((day[:size], 1, 1) for size in (_YEAR, _MONTH, len(day)))


def _is_cadence(value: Mapping[str, Any]) -> bool:
    return isinstance(value["unit"], str) and value["unit"].startswith("per ")


def _length(value: Mapping[str, Any]) -> int | None:
    """The length of a list of words; a list of one word says nothing about a number.

    A label that states how many names there are, and has none, is as long as it says.
    """
    if value["field"] == "count" and isinstance(value["value"], int):
        return value["value"]
    if value["unit"] == "words" and isinstance(value["value"], list) and len(value["value"]) > 1:
        return len(value["value"])
    return None


def _days(value: Mapping[str, Any]) -> Iterator[str]:
    """Days on which something begins, ends or is due."""
    by = value["by"]
    yield from by if isinstance(by, list) else filter(None, (by, value["from"], value["until"]))


def _listed(given: object) -> list[Any]:
    return given if isinstance(given, list) else [given]


def amounts_of(raw: object, unit: object = None) -> Iterator[Amount]:
    """A value as it is compared: `"2 hours"` and `"120 minutes"` are the same.

    A count of days is also a time in days.
    """
    if isinstance(raw, int):
        yield ("count", raw, 1)
        name = unit.removesuffix("s") if isinstance(unit, str) else ""
        if name in _FAMILIES:
            yield _time(Exact(raw, 1), name)
    elif isinstance(raw, str):
        if (time := parse_quantity(raw)) and time.unit:
            yield _time(time, time.unit)
        elif share := parse_share(raw):
            yield _reduced("share", share.num, share.den)
        elif raw.isdecimal():
            yield ("count", int(raw), 1)


def _time(time: Exact, unit: str) -> Amount:
    family, factor = _FAMILIES[unit]
    return _reduced(family, time.num * factor, time.den)


def _reduced(kind: str, num: int, den: int) -> Amount:
    by = gcd(num, den) or 1
    return (kind, num // by, den // by)


def wanted_by(value: str, unit: str | None) -> Slot:
    """What a number may be carried by, in the form in which `Found` gives it.

    How often something happens in a period carries only a number of times (`一次`, `两个`).
    """
    if value == VAGUE:
        return frozenset({("open", 1, 1)})
    if _CLOCK.fullmatch(value):
        return frozenset({_clock(value)})
    if value.startswith("every ") or _is_day(value):
        wanted = {(value, 1, 1), *amounts_of(value)}
    else:
        wanted = set(amounts_of(value))
        if unit in OCCASIONS and value.isdecimal():
            wanted.add(("times", int(value), 1))
        if unit in _THINGS and value == "1":
            wanted.add(("thing", 1, 1))
    return frozenset(wanted)


def length_of(value: str) -> Slot:
    """What a list of that length has, or a band of so many levels; nothing for other values."""
    return frozenset({("length", int(value), 1)}) if value.isdecimal() else frozenset()


def _clock(text: str) -> Amount:
    """A time of the clock, in minutes of its day."""
    hour, _, minute = text.partition(":")
    return ("clock", int(hour) * 60 + int(minute), 1)


def _is_day(value: str) -> bool:
    """Whether a value is a day or month of a year, or a year (four digits)."""
    return value[:_YEAR].isdecimal() and (value[4:5] == "-" or len(value) == _YEAR)
