"""Numbers that stand in a form of their own: dates, shares, periods, times of day, halves."""

from __future__ import annotations

import re
from math import gcd
from typing import Literal

from fengqiao.packs.coverage.measure_words import PERIODS, TIMES
from fengqiao.packs.coverage.numerals import CHINESE, DIGITS, POWERS, Pair, read_numeral

Kind = Literal["plain", "date", "share", "every", "clock", "power", "vague", "unread"]
Parts = dict[str, str | None]

NUMERAL = (
    r"(?:(?:[0-9]{1,3}(?:,[0-9]{3}){1,4}(?![0-9])|[0-9]{1,16})(?:\.[0-9]{1,6})?[百千万亿]{0,2}"
    rf"|[{CHINESE}]{{1,24}})"
)
VAGUE = "open"
"""The value of a number that the text leaves open (`若干名`): an open term carries it."""

_TIME = "|".join(TIMES)
_YEAR = r"(?:[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})"
_MONTH = r"(?:[01]?[0-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:[0-3]?[0-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
TOKEN = re.compile(
    r"(?P<iso>[12][0-9]{3}[-./][01]?[0-9][-./][0-3]?[0-9])(?![0-9])"
    rf"|(?P<year>{_YEAR})年"
    rf"(?:(?P<month>{_MONTH})月(?:(?P<day>{_DAY})日|[底末初份])?|[底末初度])?"
    rf"|(?P<month2>{_MONTH})月(?:(?P<day2>{_DAY})日|[底末初份])"
    rf"|(?P<of>[百千万](?=分之)|{NUMERAL})分之(?P<share>{NUMERAL})"
    r"(?:点(?P<point>[〇零一二三四五六七八九]{1,6}))?"
    r"|(?P<percent>[0-9]{1,9}(?:\.[0-9]{1,6})?) ?(?P<sign>[%‰])"
    r"|(?P<tenths>[一二三四五六七八九])成(?P<half>半|[一二三四五六七八九])?"
    r"(?=以上|以下|以内|左右|[,\uff0c。;\uff1b、的)]|$)"
    r"|(?P<num>[0-9]{1,4})/(?P<den>[1-9][0-9]{0,3})(?![0-9/])"
    r"|(?P<hour>[0-2]?[0-9])"
    r"(?:[:\uff1a](?P<minute>[0-5][0-9])(?::[0-5][0-9])?|时(?:(?P<minute2>[0-5]?[0-9])分)?)"
    rf"|一(?P<single>{'|'.join(PERIODS)})(?=一)"
    r"|(?P<clock>(?:二?十|廿)[一二三四五六七八九]?|[四五六七八九](?=时(?:至|到|以?前|以?后)))时(?![期间代候刻])"
    rf"|每隔? ?(?P<apart>{NUMERAL})? ?个?(?P<period>{'|'.join(PERIODS)})"
    r"|[逐按](?P<each>工作日|日|周|月度?|季度?|年度?)(?!期|岁)"
    r"|(?<![一单每])[双隔](?P<other>周|月)"
    rf"|(?P<some>若干|(?<=[造育立设出成建养])一批)"
    rf"|(?<![上下])半个?(?P<halftime>{_TIME})"
    r"|(?P<most>过半|半数|一半)"
    rf"|(?P<plain>{NUMERAL})"
)
"""The next number of a line; the first form that fits."""


def read_fixed(part: Parts) -> tuple[str, str | None, Kind]:
    """Value, unit and kind of what is no plain numeral.

    Args:
        part: The groups of a match of `TOKEN` without `plain`.
    """
    if part["iso"] or part["year"] or part["month2"]:
        return _date(part), None, "date"
    if hour := part["hour"] or part["clock"]:
        return f"{_or_text(hour)}:{int(part['minute'] or part['minute2'] or 0):02}", None, "clock"
    if period := part["single"] or part["period"] or part["each"] or part["other"]:
        return _every("2" if part["other"] else part["apart"], period), period, "every"
    if part["halftime"]:
        return time_value((1, 2), part["halftime"]), part["halftime"], "plain"
    return (VAGUE, None, "vague") if part["some"] else (_share(part), None, "share")


def _date(part: Parts) -> str:
    if part["iso"]:
        return "-".join(f"{int(one):02}" for one in re.split("[-./]", part["iso"]))
    parts = [part["year"], part["month"] or part["month2"], part["day"] or part["day2"]]
    pairs = [read_numeral(text) if text else None for text in parts]
    year, month, day = (f"{pair[0]:02}" if pair else "" for pair in pairs)
    return "-".join(filter(None, (year or "-", month, day)))


def _share(part: Parts) -> str:
    if part["of"]:
        return _of(part["of"], part["share"] or "", part["point"] or "")
    if part["percent"]:
        return f"{part['percent']}{'%' if part['sign'] == '%' else ' per 1000'}"
    if part["tenths"]:
        ones = 5 if part["half"] == "半" else DIGITS.get(part["half"] or "", 0)
        return f"{DIGITS[part['tenths']] * 10 + ones}%"
    return f"{part['num']}/{part['den']}" if part["num"] else "1/2"


def _of(of: str, share: str, point: str) -> str:
    """`百分之三十五点一`, `千分之五`, `三分之一`; also `百分之百`."""
    whole = str(POWERS[share]) if share in POWERS and share != "十" else _or_text(share)
    digits = "".join(str(DIGITS[one]) for one in point)
    number = f"{whole}.{digits}" if digits else whole
    if of in ("百", "千", "万"):
        return f"{number}%" if of == "百" else f"{number} per {POWERS[of]}"
    return f"{number}/{_or_text(of)}"


def _or_text(text: str) -> str:
    pair = read_numeral(text)
    return text if pair is None else shown(pair)


def _every(apart: str | None, period: str) -> str:
    number = _or_text(apart) if apart else "1"
    name = PERIODS[period]
    return f"every {name}" if number == "1" else f"every {number} {name}s"


def shown(pair: Pair) -> str:
    """A number as a pack writes it: `80`, or `3/2` for `1.5`."""
    by = gcd(*pair)
    return str(pair[0] // by) if pair[1] == by else f"{pair[0] // by}/{pair[1] // by}"


def time_value(pair: Pair, unit: str) -> str:
    """A quantity of time as a pack writes it: `2 hours`, `1/2 day`, `3 months` for a quarter."""
    factor, name = TIMES[unit]
    num, den = pair[0] * factor, pair[1]
    if num % den == 0:
        num, den = num // den, 1
    return f"{shown((num, den))} {name}{'s' if num > den else ''}"
