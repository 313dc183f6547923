"""Numbers that sort: `3000人以下的社区` says of whom, `20起以上的为一类` names a class."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from fengqiao.packs.starting.amounts import Amount, Value
from fengqiao.packs.starting.sentences import Sentence

_BOUND = r"(?:\(含\))?(?:[及或]?以上|以下|以内|左右)?"
_CLASSED = re.compile(
    rf"{_BOUND}的?(?:为|是|属于?|列为|定为|评为)(?P<name>[^,，、。;；:：]{{1,8}})"
)
_SORTED = re.compile(rf"{_BOUND}(?:的|[、,，]?(?:不满|不足|不超过|少于)|[、,，][0-9])")
_CALLED_IN = re.compile(r"(?:及?以下)?的[,，]?[^,，。;；]{0,8}(?P<name>约谈|通报批评|诫勉|黄牌)")
"""What follows from too few points names a class as well: `不满70分的由县局约谈`."""
_ATTRIBUTES = {"人": "resident_count", "户": "households"}
_LEAST_LEVELS = 2
_LARGE = 100
"""From here on a number of people or households may be the size of a place."""


@frozen
class Level:
    """A class that a sentence names, and the values in it."""

    amount: Amount
    name: str


def levels_of(sentence: Sentence, amounts: Sequence[Amount]) -> tuple[Level, ...]:
    """The classes of a sentence that names at least two of them by their values."""
    found = [
        Level(one, match["name"])
        for one in amounts
        if (match := _CLASSED.match(_after(sentence, one)) or _called_in(sentence, one)) is not None
    ]
    return tuple(found) if len(found) >= _LEAST_LEVELS else ()


def _called_in(sentence: Sentence, amount: Amount) -> re.Match[str] | None:
    return _CALLED_IN.match(_after(sentence, amount)) if amount.found.unit == "分" else None


def sizes_of(sentence: Sentence, amounts: Sequence[Amount]) -> list[Amount]:
    """Amounts that say how large a place is for which the rest of the sentence holds."""
    return [
        one
        for one in amounts
        if one.found.unit in _ATTRIBUTES
        and isinstance(one.value, int)
        and one.value >= _LARGE
        and _SORTED.match(_after(sentence, one)) is not None
    ]


def where_of(sizes: Sequence[Amount]) -> dict[str, Value]:
    """The filter that one size, or a lower and an upper one, come to.

    A value below the upper one is written as the whole number before it.
    """
    if not sizes:
        return {}
    name = f"where.{_ATTRIBUTES[sizes[0].found.unit or '人']}"
    if len(sizes) == 1:
        return {f"{name}.{sizes[0].op}": sizes[0].value}
    low, high = sizes[0].value, sizes[1].value
    if not isinstance(low, int) or not isinstance(high, int) or low >= high:
        return {f"{name}.{sizes[0].op}": low}
    return {f"{name}.between": (low, high - 1 if sizes[1].op == "less_than" else high)}


def _after(sentence: Sentence, amount: Amount) -> str:
    return sentence.after(amount.last.column + len(amount.last.text))
