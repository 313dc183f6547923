"""What a pack carries under each clause: values, lengths of lists, periods and days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from math import gcd
from typing import Any

from attrs import frozen

from fengqiao.packs.amounts import parse_quantity, parse_share
from fengqiao.packs.coverage.fixed_forms import VAGUE
from fengqiao.packs.describe import describe
from fengqiao.rules import Catalogue, NotModelled, Pack, cites_of
from fengqiao.rules.occasion_days import day_of_month
from fengqiao.rules.values import Exact

Amount = tuple[str, int, int]
"""What a value is (a count, a share, minutes, days ...), numerator and denominator, reduced."""

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


NO_LIST = frozenset(
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


@frozen(kw_only=True)
class Carrier:
    """What one entry carries.

    Attributes:
        entry: Its id.
        amounts: Its values.
        lengths: Of its lists of words, and the number of levels of a band.
        periods: How often: `month`, `half_year`.
        days: Days on which something begins, ends or is due.
        is_open: Whether it leaves a number open.
        asks: Whether something is asked by it: a label only lists names, a measure only counts.
    """

    entry: str
    amounts: frozenset[Amount]
    lengths: frozenset[int]
    periods: frozenset[str]
    days: frozenset[str]
    is_open: bool = False
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
    ids: dict[str, dict[str, None]] = defaultdict(dict)
    carriers: dict[str, list[Carrier]] = defaultdict(list)
    left_out: dict[str, list[NotModelled]] = defaultdict(list)
    for entry, shown in zip(pack.entries, plain, strict=True):
        refs = dict.fromkeys(cite.ref for cite in cites_of(entry) if cite.source == source)
        carrier = None if isinstance(entry, NotModelled) else _carrier(shown)
        for ref in refs:
            ids[ref][entry.id] = None
            if isinstance(entry, NotModelled):
                left_out[ref].append(entry)
            elif carrier:
                carriers[ref].append(carrier)
    return {
        ref: Holding(
            entries=tuple(names), carriers=tuple(carriers[ref]), left_out=tuple(left_out[ref])
        )
        for ref, names in ids.items()
    }


def _carrier(shown: Mapping[str, Any]) -> Carrier:
    values = shown["values"]
    periods = {value["unit"].removeprefix("per ") for value in values if _is_cadence(value)}
    levels = {len(values)} if shown["kind"] == "band" else set()
    return Carrier(
        entry=shown["id"],
        amounts=frozenset(
            one for value in values if value["unit"] != "items" for one in _amounts(value)
        ),
        lengths=frozenset(levels | {n for value in values if (n := _length(value)) is not None}),
        periods=frozenset(periods | ({shown["per"]} if shown["per"] else set())),
        days=frozenset(day for value in values for day in _days(value)),
        is_open=any("open" in _listed(value["value"]) for value in values),
        asks=shown["kind"] not in ("label", "measure", "band", "counting"),
    )


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
    by = value["by"]
    yield from by if isinstance(by, list) else filter(None, (by, value["from"], value["until"]))


def _amounts(value: Mapping[str, Any]) -> Iterator[Amount]:
    for one in map(str, _listed(value["value"])):
        if number := day_of_month(one):
            yield from (("count", number, 1), ("day", number, 1))
    if value["unit"] == "words":
        return
    for one in _listed(value["value"]):
        if _is_cadence(value) and isinstance(one, int):
            yield ("times", one, 1)
        else:
            yield from amounts_of(one, value["unit"])


def _listed(given: object) -> list[Any]:
    return given if isinstance(given, list) else [given]


def amounts_of(raw: object, unit: object = None) -> Iterator[Amount]:
    """A value as it is compared: `"2 hours"` and `"120 minutes"` are the same.

    `"3 per 1000"` is a share, and both its numbers; a count of days is also a time in days.
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
            if " per " in raw:
                yield from (("count", share.num, 1), ("count", share.den, 1))
        elif raw.isdecimal():
            yield ("count", int(raw), 1)


def _time(time: Exact, unit: str) -> Amount:
    family, factor = _FAMILIES[unit]
    return _reduced(family, time.num * factor, time.den)


def _reduced(kind: str, num: int, den: int) -> Amount:
    by = gcd(num, den) or 1
    return (kind, num // by, den // by)


def carries(carrier: Carrier, value: str, unit: str | None) -> bool:
    """Whether an entry has a value, in the form in which `Found` gives it.

    How often something happens in a period carries only a number of times (`一次`, `两个`).
    """
    if value == VAGUE:
        return carrier.is_open
    if value.startswith("every "):
        return _carries_period(carrier, value.removeprefix("every "))
    if not carrier.amounts.isdisjoint(amounts_of(value)):
        return True
    if unit in OCCASIONS and value.isdecimal() and ("times", int(value), 1) in carrier.amounts:
        return True
    return _is_day(value) and any(day.startswith(value) for day in carrier.days)


def is_length_of(carrier: Carrier, value: str) -> bool:
    """Whether an entry has a list of that length, or a band that many levels."""
    return value.isdecimal() and int(value) in carrier.lengths


def _carries_period(carrier: Carrier, period: str) -> bool:
    """`month`, or `2 weeks`; every day may be read as every working day.

    Half a month is one of two times a month.
    """
    if period == "half_month":
        return "month" in carrier.periods and ("times", 2, 1) in carrier.amounts
    wanted = {period, "working_day"} if period == "day" else {period}
    return bool(wanted & carrier.periods)


def _is_day(value: str) -> bool:
    """Whether a value is a day or month of a year, or a year (four digits)."""
    return value[:4].isdecimal() and (value[4:5] == "-" or len(value) == 4)  # noqa: PLR2004  year
