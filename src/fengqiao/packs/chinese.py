"""What a Chinese value in a pack was meant to be: the identifier or quantity to write instead."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fengqiao.rules.catalogue import Catalogue

_DIGITS = dict(zip("〇一二三四五六七八九", range(10), strict=True)) | {"零": 0, "两": 2}
_UNITS = {
    "分钟": "minute", "分": "minute", "小时": "hour", "个小时": "hour", "天": "day", "日": "day",
    "个工作日": "working_day", "工作日": "working_day", "周": "week", "星期": "week",
    "个星期": "week", "个月": "month", "月": "month", "年": "year",
}  # fmt: skip
_QUANTITY = re.compile(rf"([0-9]+|[半{''.join(_DIGITS)}十]+) *({'|'.join(_UNITS)})")
_PERCENT = re.compile(r"(?:百分之|%)([0-9]+)|([0-9]+)%")
_EVERY = {
    "天": "day", "日": "day", "个工作日": "working_day", "工作日": "working_day", "周": "week",
    "星期": "week", "月": "month", "季": "quarter", "季度": "quarter", "半年": "half_year",
    "年": "year",
}  # fmt: skip


def meant_amount(text: object) -> tuple[str, ...]:
    """The quantity or share behind `90分钟`, `半天`, `百分之40` or `true`, as a pack writes it.

    Returns:
        One text with its quotes, or nothing where it can't be told.
    """
    if isinstance(text, bool):  # `equal = true` of a measure that is there or not
        return ("1" if text else "0",)
    if not isinstance(text, str):
        return ()
    if found := _PERCENT.fullmatch(text):
        return (f'"{found.group(1) or found.group(2)}%"',)
    found = _QUANTITY.fullmatch(text)
    number = _number(found.group(1)) if found else None
    if found is None or number is None:
        return ()
    unit = _UNITS[found.group(2)]
    return (f'"{number} {unit}{"" if number in {"1", "1/2"} else "s"}"',)


def _number(text: str) -> str | None:
    """A number up to 99 in digits; `半` is a half."""
    if text.isdecimal():
        return text
    if text == "半":
        return "1/2"
    tens, ten, ones = text.rpartition("十")
    if any(len(part) > 1 or part not in {*_DIGITS, ""} for part in (tens, ones)):
        return None
    if not ten:
        return str(_DIGITS[ones])
    return str(10 * _DIGITS.get(tens, 1) + _DIGITS.get(ones, 0))


def meant_choice(text: object) -> tuple[str, ...]:
    """The period behind `每月` or `月`; nothing where it can't be told."""
    word = _EVERY.get(text.removeprefix("每")) if isinstance(text, str) else None
    return (word,) if word else ()


def words_by_chinese(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Names of keys and words by their Chinese label; a label may stand for several."""
    found: dict[str, dict[str, None]] = {}
    for name, key in catalogue.keys.items():
        found.setdefault(key.names.zh, {})[name] = None
    for vocabulary in catalogue.vocabularies.values():
        for word, names in vocabulary.words.items():
            found.setdefault(names.zh, {})[word] = None
    return {label: tuple(words) for label, words in found.items() if label}
