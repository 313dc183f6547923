"""Signs by which a document numbers its parts: `一、`, `(一)`, `1.`, `第一条`, `【一】`, `A.`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_lowercase, ascii_uppercase
from typing import Literal

from attrs import frozen

from fengqiao.packs.coverage.numerals import narrow

Kind = Literal[
    "part", "article", "capital", "stem", "han", "roman", "square", "dotted", "bracket", "digit",
    "digit_bracket", "half_bracket", "circled", "letter", "item",
]  # fmt: skip

_HAN = "一二三四五六七八九十"
_STEMS, _CAPITALS, _ROMANS = "甲乙丙丁戊己庚辛壬癸", "壹贰叁肆伍陆柒捌玖拾", "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_BEGIN = re.compile(
    r"[\s#*>]{0,40}(?:"
    rf"第(?P<part>[{_HAN}0-9]{{1,3}})(?P<of>章|编|部分|节)"
    rf"|第(?P<article>[{_HAN}百0-9]{{1,4}})条"
    rf"|(?P<capital>[{_CAPITALS}]{{1,2}})、|(?P<stem>[{_STEMS}])、|(?P<roman>[{_ROMANS}])[、.]"
    rf"|(?P<han>[{_HAN}]{{1,3}})(?:、|\.(?![0-9]))"
    rf"|[【〔\[](?P<square>[{_HAN}]{{1,3}}|[1-9][0-9]?)[】〕\]]"
    r"|\(?(?P<letter>[A-Za-z])(?:、|\)|\.(?![A-Za-z0-9]))"
    r"|(?P<dotted>[1-9][0-9]?(?:\.[1-9][0-9]?){1,3})(?![0-9.%‰])(?=[\s、一-鿿])"
    rf"|\([ ]?(?P<bracket>[{_HAN}]{{1,3}})[ ]?\)|\([ ]?(?P<digit_bracket>[0-9]{{1,2}})[ ]?\)"
    rf"|(?P<circled>[{_CIRCLED}])"
    r"|(?P<digit>[1-9][0-9]{0,2})(?:、|\.(?![0-9]))|(?P<half_bracket>[1-9][0-9]?)\)"
    rf"|(?P<item>[{_HAN}]{{1,2}}[是要则]|[第其][{_HAN}]{{1,2}}(?=[，,、：:是]))"
    r")"
)
_INSIDE = re.compile(
    r"(?<=[。；：，;:,])[ ]{0,2}(?:"
    rf"\((?P<bracket>[{_HAN}]{{1,3}})\)|\((?P<digit_bracket>[0-9]{{1,2}})\)"
    rf"|(?P<circled>[{_CIRCLED}])|(?P<digit>[1-9][0-9]?)(?:、|\.(?![0-9]))"
    rf"|(?P<half_bracket>[1-9][0-9]?)\)"
    rf"|(?P<item>[{_HAN}]{{1,2}}[是要则]|[第其][{_HAN}]{{1,2}}(?=[，,、：:是]))"
    r")"
)
_KINDS: tuple[Kind, ...] = (
    "part", "article", "capital", "stem", "han", "roman", "square", "dotted", "bracket", "digit",
    "digit_bracket", "half_bracket", "circled", "letter", "item",
)  # fmt: skip
_ROWS = (_STEMS, _CAPITALS, _ROMANS, _CIRCLED, ascii_uppercase, ascii_lowercase)


@frozen(kw_only=True)
class Marker:
    """A sign of numbering in a text.

    Attributes:
        kind: Which row of signs it belongs to.
        text: As a reference holds it, in half width, without brackets: `三`, `4`, `一是`.
        number: Which one of its row.
        line, start, end: Where it stands: line, its first character, what follows it.
        is_first: Whether its line begins with it.

    Units:
        line, start, end: counted from 0
    """

    kind: Kind
    text: str
    number: int
    line: int
    start: int
    end: int
    is_first: bool


def find_markers(line: str, number: int) -> Iterator[Marker]:
    """All signs of a line that may number a part, in their order.

    Args:
        line: As the document has it.
        number: Which line of the document, counted from 0.
    """
    plain = narrow(line)
    first = _BEGIN.match(plain)
    if first:
        yield _marker(first, number, is_first=True)
    for found in _INSIDE.finditer(plain, first.end() if first else 0):
        yield _marker(found, number, is_first=False)


def _marker(found: re.Match[str], line: int, *, is_first: bool) -> Marker:
    kind = next(kind for kind in _KINDS if found.groupdict().get(kind))
    text = found[kind]
    head = found.group()
    start = found.start() + len(head) - len(head.lstrip(" \t\u3000\xa0#*>\f\v"))
    number = _number(text)
    if kind == "part":
        text = f"第{text}{found['of']}"
    return Marker(
        kind=kind,
        text=f"第{text}条" if kind == "article" else text,
        number=number,
        line=line,
        start=start,
        end=found.end(),
        is_first=is_first,
    )


def _number(text: str) -> int:
    """The number that a sign stands for; of `1.2` the last."""
    for row in _ROWS:
        if text in row:
            return row.index(text) + 1
    if text[-1].isdecimal() and text.isascii():
        return int(text.rpartition(".")[2])
    tens, ten, ones = text.strip("第其是要则").replace("百", "").partition("十")
    if not ten:
        return _digit(tens) if tens else 0
    return 10 * (_digit(tens) if tens else 1) + (_digit(ones) if ones else 0)


def _digit(text: str) -> int:
    if text.isdecimal() and text.isascii():
        return int(text)
    return _HAN.index(text[0]) + 1 if text[0] in _HAN else 0
