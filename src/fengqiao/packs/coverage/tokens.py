"""From a line to its numerals with their units: what stands there, before any judgement."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from attrs import frozen

from fengqiao.packs.coverage.measure_words import COUNTS, LONGEST, PERIODS, TIMES
from fengqiao.packs.coverage.numerals import CHINESE, DIGITS, POWERS, Pair, read_numeral

Kind = Literal["plain", "date", "share", "every", "clock", "unread"]

_N = rf"(?:(?:[0-9]{{1,3}}(?:,[0-9]{{3}}){{1,4}}(?![0-9])|[0-9]{{1,16}})(?:\.[0-9]{{1,6}})?[百千万亿]{{0,2}}|[{CHINESE}]{{1,24}})"
_TIME = "|".join(TIMES)
_YEAR = r"(?:[12][0-9]{3}|[一二][〇零一二三四五六七八九]{3})"
_MONTH = r"(?:[01]?[0-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:[0-3]?[0-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TOKEN = re.compile(
    rf"(?P<iso>[12][0-9]{{3}}[-./][01]?[0-9][-./][0-3]?[0-9])(?![0-9])"
    rf"|(?P<year>{_YEAR})年(?:(?P<month>{_MONTH})月(?:(?P<day>{_DAY})日|[底末初份])?|[底末初度])?"
    rf"|(?P<month2>{_MONTH})月(?:(?P<day2>{_DAY})日|[底末初份])"
    rf"|(?P<of>[百千万](?=分之)|{_N})分之(?P<share>{_N})(?:点(?P<point>[〇零一二三四五六七八九]{{1,6}}))?"
    r"|(?P<percent>[0-9]{1,9}(?:\.[0-9]{1,6})?) ?(?P<sign>[%‰])"
    r"|(?P<tenths>[一二三四五六七八九])成(?P<half>半)?(?=以上|以下|以内|左右|[,,。;;、的)]|$)"
    r"|(?P<num>[0-9]{1,4})/(?P<den>[1-9][0-9]{0,3})(?![0-9/])"
    r"|(?P<clock>[0-2]?[0-9][:︰:][0-5][0-9](?::[0-5][0-9])?)"
    rf"|每 ?(?P<apart>{_N})? ?个?(?P<period>{'|'.join(PERIODS)})"
    rf"|半个?(?P<halftime>{_TIME})"
    r"|(?P<most>过半|半数|一半)"
    rf"|(?P<plain>{_N})"
)
_UNIT = re.compile(
    rf" {{0,2}}(?:\((?P<noun>[^()0-9]{{1,6}})\)|(?P<piece>个)?(?P<half>半)?(?P<time>{_TIME})(?![级轻代年])(?P<after>半)?)"
)
_BLANKS = re.compile(r"\s{0,2}")


@frozen(kw_only=True)
class Token:
    """A numeral with its unit.

    Attributes:
        start: Where it begins, counted from 0.
        digits: Where its digits end.
        end: Where its unit ends.
        value: As a pack writes it.
        unit: The measure word as it stands; None without one.
        more: Whether 多, 余 or 几 stands behind its digits.
        kind: What it was recognised as.
        pair: The number itself, where it is a plain one.
    """

    start: int
    digits: int
    end: int
    value: str
    unit: str | None = None
    more: bool = False
    kind: Kind = "plain"
    pair: Pair | None = None


def read_tokens(line: str) -> Iterator[Token]:
    """The numerals of a line in half width, in their order."""
    place = 0
    while found := _TOKEN.search(line, place):
        tokens = _read(line, found)
        yield from tokens
        place = max([found.end(), *(one.end for one in tokens)])


def _read(line: str, found: re.Match[str]) -> list[Token]:
    part = found.groupdict()
    if part["plain"]:
        return _read_plain(line, found.start(), found.end())
    value, unit, kind = _read_fixed(part)
    start, end = found.span()
    return [Token(start=start, digits=end, end=end, value=value, unit=unit, kind=kind)]


def _read_fixed(part: dict[str, str | None]) -> tuple[str, str | None, Kind]:
    """Value, unit and kind of what is no plain numeral."""
    if part["iso"]:
        return "-".join(f"{int(one):02}" for one in re.split("[-./]", part["iso"])), None, "date"
    if part["year"] or part["month2"]:
        return _read_date(part), None, "date"
    if part["of"]:
        return _read_share(part["of"], part["share"] or "", part["point"] or ""), None, "share"
    if part["percent"]:
        sign = "%" if part["sign"] == "%" else " per 1000"
        return f"{part['percent']}{sign}", None, "share"
    if part["tenths"]:
        return f"{DIGITS[part['tenths']] * 10 + (5 if part['half'] else 0)}%", None, "share"
    if part["num"]:
        return f"{part['num']}/{part['den']}", None, "share"
    if part["clock"]:
        return part["clock"], None, "clock"
    if part["period"]:
        return _read_every(part["apart"], part["period"]), part["period"], "every"
    if part["halftime"]:
        return time_value((1, 2), part["halftime"]), part["halftime"], "plain"
    return "1/2", None, "share"


def _read_date(part: dict[str, str | None]) -> str:
    parts = [part["year"], part["month"] or part["month2"], part["day"] or part["day2"]]
    pairs = [read_numeral(text) if text else None for text in parts]
    year, month, day = (f"{pair[0]:02}" if pair else "" for pair in pairs)
    return "-".join(filter(None, (year or "-", month, day)))


def _read_share(of: str, share: str, point: str) -> str:
    whole = str(POWERS[share]) if share in POWERS else _shown(read_numeral(share), share)
    digits = "".join(str(DIGITS[one]) for one in point)
    number = f"{whole}.{digits}" if digits else whole
    if of in POWERS:
        return f"{number}%" if of == "百" else f"{number} per {POWERS[of]}"
    return f"{number}/{_shown(read_numeral(of), of)}"


def _read_every(apart: str | None, period: str) -> str:
    pair = read_numeral(apart) if apart else None
    if pair is None or pair == (1, 1):
        return (
            f"every {apart or ''}{PERIODS[period]}"
            if not pair and apart
            else f"every {PERIODS[period]}"
        )
    return f"every {_shown(pair, '')} {PERIODS[period]}s"


def _shown(pair: Pair | None, text: str) -> str:
    if pair is None:
        return text
    return str(pair[0]) if pair[1] == 1 else f"{pair[0]}/{pair[1]}"


def time_value(pair: Pair, unit: str) -> str:
    """A quantity of time as a pack writes it: `2 hours`, `1/2 day`, `3 months` for a quarter."""
    factor, name = TIMES[unit]
    num, den = pair[0] * factor, pair[1]
    if num % den == 0:
        num, den = num // den, 1
    return f"{_shown((num, den), '')} {name}{'s' if num > den else ''}"


def _read_plain(line: str, start: int, end: int) -> list[Token]:
    """A numeral and its unit; none for powers alone (百姓, 千方百计) and after 几 and 数."""
    text = line[start:end]
    before = line[start - 1 : start]
    if before and before in "几数" and text[0] in POWERS:
        return []
    if text in POWERS and text != "十":
        return _read_power(line, start, end) if before and before in "每超逾达近满" else []
    if not set(text) - set(POWERS) and len(text) > 1 and text[0] != "十":
        return []
    pair = read_numeral(text)
    if pair is not None:
        return _with_unit(line, start, end, pair)
    if len(text) == 2 and all(DIGITS.get(one) for one in text):  # noqa: PLR2004  三五, 七八
        low = Token(
            start=start,
            digits=start + 1,
            end=start + 1,
            value=str(DIGITS[text[0]]),
            pair=(DIGITS[text[0]], 1),
        )
        return [low, *_with_unit(line, start + 1, end, (DIGITS[text[1]], 1))]
    return [Token(start=start, digits=end, end=end, value=text, kind="unread")]


def _read_power(line: str, start: int, end: int) -> list[Token]:
    """`每千人`: a power alone is a number only before a measure word."""
    tokens = _with_unit(line, start, end, (POWERS[line[start]], 1))
    return tokens if tokens[0].unit else []


def _with_unit(line: str, start: int, end: int, pair: Pair) -> list[Token]:
    place, more = end, False
    if line[end : end + 1] in ("多", "余", "几"):
        powers = line[end + 1 : end + 2]
        after = end + 2 if powers and powers in "万亿" else end + 1
        if after > end + 1 or line[end] != "多" or _unit_at(line, after)[0]:
            place, more = after, True
            pair = (pair[0] * POWERS[powers], pair[1]) if after > end + 1 else pair
    if found := _UNIT.match(line, place):
        if found["time"]:
            return _with_time(found, start, end, pair, more=more)
        return [
            Token(
                start=start,
                digits=end,
                end=found.end(),
                value=_shown(pair, ""),
                unit=found["noun"],
                more=more,
                pair=pair,
            )
        ]
    unit, stop = _unit_at(line, place)
    return [
        Token(
            start=start,
            digits=end,
            end=stop,
            value=_shown(pair, ""),
            unit=unit,
            more=more,
            pair=pair,
        )
    ]


def _unit_at(line: str, place: int) -> tuple[str | None, int]:
    """The longest measure word at a place, after up to two blanks."""
    blanks = _BLANKS.match(line, place)
    first = blanks.end() if blanks else place
    for length in range(LONGEST, 0, -1):
        if line[first : first + length] in COUNTS:
            return line[first : first + length], first + length
    return None, place


def _with_time(
    found: re.Match[str], start: int, end: int, pair: Pair, *, more: bool
) -> list[Token]:
    """`两个半小时` is two and a half, `两个半天` is two half-days: 天 and 年 take no 个."""
    unit = found["time"]
    if found["piece"] and found["half"] and unit in ("天", "日", "年", "半年"):
        middle = found.start("half")
        return [
            Token(
                start=start,
                digits=end,
                end=middle,
                value=_shown(pair, ""),
                unit="个",
                more=more,
                pair=pair,
            ),
            Token(
                start=middle,
                digits=middle + 1,
                end=found.end("time"),
                value=time_value((1, 2), unit),
                unit=unit,
            ),
        ]
    halves = bool(found["half"]) or bool(found["after"])
    amount = (pair[0] * 2 + pair[1], pair[1] * 2) if halves else pair
    if (
        unit == "月"
        and not (found["piece"] or halves)
        and 0 < pair[0] <= 12
        and found.string[start] != "两"
    ):  # noqa: PLR2004  months
        return [
            Token(
                start=start,
                digits=end,
                end=found.end(),
                value=f"--{pair[0]:02}",
                unit=None,
                kind="date",
            )
        ]
    return [
        Token(
            start=start,
            digits=end,
            end=found.end(),
            value=time_value(amount, unit),
            unit=unit,
            more=more,
            pair=amount,
        )
    ]
