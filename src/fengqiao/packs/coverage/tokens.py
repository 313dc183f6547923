"""From a line to its numerals with their units: what stands there, before any judgement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from fengqiao.packs.coverage.fixed_forms import TOKEN, Kind, read_fixed, shown, time_value
from fengqiao.packs.coverage.measure_words import COUNTS, LONGEST, TIMES, WEAK
from fengqiao.packs.coverage.numerals import DIGITS, POWERS, Pair, read_numeral

_UNIT = re.compile(
    r"\s{0,2}(?:\((?P<noun>[^()0-9]{1,6})\)"
    rf"|(?P<piece>个)?(?P<half>半)?(?P<time>{'|'.join(TIMES)})(?![级轻代年岁])(?P<after>半)?)"
)
_POINT = re.compile(r"点([〇零一二三四五六七八九]{1,3})(?![〇零一二三四五六七八九十分时钟])")
_DAY_OF_MONTH = re.compile(r"[每当次本下]月$")
_BLANKS = re.compile(r"\s{0,2}")
_NO_PIECE = ("天", "日", "年", "半年")
"""Units that take no 个: `两个半天` is two half-days, `两个半小时` is two hours and a half."""
_MONTHS = 12
_TWO_DIGITS = 2


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
    while found := TOKEN.search(line, place):
        tokens = _read(line, found)
        yield from tokens
        place = max([found.end(), *(one.end for one in tokens)])


def _read(line: str, found: re.Match[str]) -> list[Token]:
    start, end = found.span()
    if found["plain"]:
        return _read_plain(line, start, end)
    value, unit, kind = read_fixed(found.groupdict())
    return [Token(start=start, digits=end, end=end, value=value, unit=unit, kind=kind)]


def _read_plain(line: str, start: int, end: int) -> list[Token]:
    """A numeral and its unit; none for powers without one (百姓, 千方百计), or after 几 and 数."""
    text, before = line[start:end], line[max(start - 1, 0) : start]
    if before and before in "几数" and text[0] in POWERS:
        return []
    if text[0] != "十" and not set(text) - set(POWERS):
        return _read_power(line, start, end)
    pair = read_numeral(text)
    if pair is not None:
        stop, pair = _with_point(line, end, pair)
        return _with_unit(line, start, stop, pair)
    if len(text) == _TWO_DIGITS and all(DIGITS.get(one) for one in text):  # 三五, 七八
        first, second = ((DIGITS[one], 1) for one in text)
        middle = start + 1
        low = Token(start=start, digits=middle, end=middle, value=shown(first), pair=first)
        return [low, *_with_unit(line, middle, end, second)]
    return [Token(start=start, digits=end, end=end, value=text, kind="unread")]


def _with_point(line: str, end: int, pair: Pair) -> tuple[int, Pair]:
    """Behind a Chinese point and its digits: `一点五倍`, not `八点五分`."""
    found = _POINT.match(line, end)
    if found is None or line[end - 1].isdecimal() or pair[1] != 1:
        return end, pair
    size = 10 ** len(found[1])
    return found.end(), (pair[0] * size + int("".join(str(DIGITS[one]) for one in found[1])), size)


def _read_power(line: str, start: int, end: int) -> list[Token]:
    """`每千人`, `百日`: a power alone is a number only before a measure word."""
    if end > start + 1:
        return []
    tokens = _with_unit(line, start, end, (POWERS[line[start]], 1))
    return [evolve(one, kind="power") for one in tokens if one.unit and one.unit not in WEAK]


def _with_unit(line: str, start: int, end: int, pair: Pair) -> list[Token]:
    place, pair, more = _more(line, end, pair)
    found = _UNIT.match(line, place)
    if found and found["time"]:
        return _with_time(found, start, end, pair, more=more)
    if found:
        unit: str | None = found["noun"]
        stop = found.end()
    else:
        unit, stop = _unit_at(line, place)
    return [
        Token(start=start, digits=end, end=stop, value=shown(pair), unit=unit, more=more, pair=pair)
    ]


def _more(line: str, end: int, pair: Pair) -> tuple[int, Pair, bool]:
    """Behind 多, 余 or 几, with the 万 or 亿 after it: `4000余万`. 多 counts before a unit only."""
    if line[end : end + 1] not in ("多", "余", "几"):
        return end, pair, False
    power = line[end + 1 : end + 2]
    if power in ("万", "亿"):
        return end + 2, (pair[0] * POWERS[power], pair[1]), True
    if line[end] != "多" or _unit_at(line, end + 1)[0] or _UNIT.match(line, end + 1):
        return end + 1, pair, True
    return end, pair, False


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
    """A numeral before a unit of time, with a half before or behind the unit."""
    unit, stop = found["time"], found.end()
    if found["piece"] and found["half"] and unit in _NO_PIECE:
        middle = found.start("half")
        half = time_value((1, 2), unit)
        return [
            Token(start=start, digits=end, end=middle, value=shown(pair), unit="个", pair=pair),
            Token(start=middle, digits=middle + 1, end=found.end("time"), value=half, unit=unit),
        ]
    halves = found["half"] or found["after"]
    amount = (pair[0] * 2 + pair[1], pair[1] * 2) if halves else pair
    is_length = found["piece"] or halves or found.string[start] == "两"
    if unit == "月" and not is_length and 0 < pair[0] <= _MONTHS:
        value = f"--{pair[0]:02}"
        return [Token(start=start, digits=end, end=stop, value=value, kind="date")]
    is_day = unit == "日" and _DAY_OF_MONTH.search(found.string[max(start - 2, 0) : start])
    value = shown(pair) if is_day else time_value(amount, unit)
    return [
        Token(start=start, digits=end, end=stop, value=value, unit=unit, more=more, pair=amount)
    ]
