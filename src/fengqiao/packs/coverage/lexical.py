"""When a numeral is no quantity: a closed list of rules, each by its name.

A rule of `STRICT` says what a numeral is, whatever stands in the pack: part of a word, an ordinal,
a numbering. The others hold only where no entry carries the number: a name or a date may be one.
"""

from __future__ import annotations

import re

from fengqiao.packs.coverage.bounds import bound_of
from fengqiao.packs.coverage.measure_words import WEAK
from fengqiao.packs.coverage.tokens import Token
from fengqiao.packs.coverage.words_with_numerals import WORDS

STRICT = frozenset(("heading.numbering", "lexical.word", "lexical.ordinal", "lexical.document"))
RULES = STRICT | {
    "heading.list_name",
    "heading.slogan",
    "lexical.code",
    "lexical.date",
    "lexical.each",
    "lexical.rank",
}

_ONE = "[一二三四五六七八九]"
_COUNT = "[0-9一二三四五六七八九十百]{1,4}"
_AFTER_WEEKDAY = "上午|下午|晚上|至|到|[,\uff0c。;\uff1b、)]"
_PLACES = "社区|村居|行政村|村|网格|格|警务室|警务区|派出所|所|校|镇|街道"
_WORDS = re.compile("|".join(sorted(WORDS, key=len, reverse=True)))
_SPANS = (
    (
        "heading.numbering",
        re.compile(rf"^\s*(?:[(【〔]{_COUNT}[)】〕]|{_COUNT}(?:、|[..)](?![0-9])))"),
    ),
    (
        "heading.numbering",
        re.compile(rf"(?:(?<=[。;\uff1b])|^)\s{{0,4}}[(]{_COUNT}[)]"),
    ),
    ("lexical.ordinal", re.compile(r"第[〇零一二三四五六七八九十百千0-9]{1,8}")),
    (
        "lexical.ordinal",
        re.compile(
            r"(?:(?<=[。;\uff1b,\uff0c:\uff1a、])|^)\s{0,4}其?[一二三四五六七八九十]{1,2}(?:是|要|看|则)"
        ),
    ),
    ("lexical.ordinal", re.compile(r"其[一二三四五六七八九十]{1,2}(?=[,\uff0c:\uff1a、])")),
    (
        "lexical.document",
        re.compile(
            r"[〔\[【(][12][0-9]{3}[〕\]】)][ 第]{0,2}[0-9]{1,5}号|第?[0-9]{1,5}号(?=令|文|公告)"
        ),
    ),
    ("lexical.rank", re.compile(rf"(?:{_ONE}、){{1,9}}{_ONE}(?=[类级档等])")),
    ("lexical.date", re.compile(rf"(?:星期|礼拜|周)[一二三四五六](?={_AFTER_WEEKDAY}|$)")),
    (
        "lexical.each",
        re.compile(rf"一(?:{_PLACES})(?=[一二两三四五六七八九0-9]{{1,2}}名?[^0-9,\uff0c。、])"),
    ),
    ("lexical.word", _WORDS),
    (
        "heading.list_name",
        re.compile(
            r"每个?(?:日|天|周|月|季度?|年度?)(?:重点)?(?:工作)?(?:清单|计划|任务单|安排表)"
        ),
    ),
)
_LATIN = re.compile(r"[A-Za-z]")
_CODE = re.compile(r"(?:代码|编码|编号|邮编|电话)[:\uff1a为]?\s{0,2}$")
_WEEKDAYS = frozenset("123456")
_WEEKDAY = re.compile(r"(?:周|星期|礼拜)$")
_HOTLINES = frozenset(("110", "119", "120", "122", "12110", "12123", "12345", "12348", "12389"))
_LONG_CODE = 7
_QUOTES = {"“": "”", "‘": "’", "「": "」", "《": "》", '"': '"'}
_LONGEST_NAME = 40
_ERAS = ("世纪", "年代", "周年")
_DEADLINE = re.compile(r"[底末]|.(?:以前|之前|前|止|起)")
"""From the last sign of a date on: a day by which, or from which, something is owed."""
_RANKED = re.compile(r"([一二三四五六七八九]|[1-9])[类级档等]")


def rules_of(line: str, tokens: list[Token]) -> list[str | None]:
    """The rule of each numeral of a line; None where it is a quantity."""
    marks: dict[int, str] = {}
    for name, pattern in _SPANS:
        for found in pattern.finditer(line):
            for place in range(found.start(), found.end()):
                marks.setdefault(place, name)
    names, ranked = _quoted(line), _is_ranked(line)
    return [_rule_of(line, token, marks, names, ranked=ranked) for token in tokens]


def _rule_of(
    line: str, token: Token, marks: dict[int, str], names: set[int], *, ranked: bool
) -> str | None:
    mark = marks.get(token.start)
    if mark and marks.get(token.digits - 1) == mark:
        return mark
    if token.unit is None and _WEEKDAY.search(line[: token.start]) and token.value in _WEEKDAYS:
        return "lexical.date"
    if token.kind == "date" or token.unit in _ERAS:
        return None if _DEADLINE.match(line, token.end - 1) else "lexical.date"
    if ranked and _RANKED.match(line, token.start):
        return "lexical.rank"
    return _rule_without_bound(line, token, names)


def _rule_without_bound(line: str, token: Token, names: set[int]) -> str | None:
    """A number with a bound is a quantity, though it stands between quotation marks."""
    if bound_of(line, token.start, token.end, digits=token.digits):
        return None
    if _is_code(line, token):
        return "lexical.code"
    is_bare = token.unit is None or (token.unit in WEAK and not line[token.start].isdecimal())
    is_name = token.kind == "power" or (is_bare and token.kind in ("plain", "unread"))
    return "heading.slogan" if is_name and token.start in names else None


def _is_code(line: str, token: Token) -> bool:
    """Latin letters beside it, a hotline, or a long row of digits without a unit."""
    digits = line[token.start : token.digits]
    if not digits.isdecimal() or token.unit is not None:
        return False
    before, after = line[max(token.start - 1, 0) : token.start], line[token.end : token.end + 1]
    if _CODE.search(line[max(token.start - 6, 0) : token.start]):
        return True
    beside = _LATIN.match(before) or _LATIN.match(after)
    return bool(beside) or digits in _HOTLINES or len(digits) >= _LONG_CODE


def _quoted(line: str) -> set[int]:
    """Places between quotation marks that stand close enough to hold a name."""
    places: set[int] = set()
    opened: tuple[int, str] | None = None
    for place, one in enumerate(line):
        if opened and one == opened[1]:
            if place - opened[0] <= _LONGEST_NAME:
                places.update(range(opened[0] + 1, place))
            opened = None
        elif one in _QUOTES:
            opened = (place, _QUOTES[one])
    return places


def _is_ranked(line: str) -> bool:
    """Whether `一类` and `二类` stand side by side in a line, so that they are names of classes."""
    ranks = {found.group() for found in _RANKED.finditer(line)}
    return any(f"一{kind}" in ranks and f"二{kind}" in ranks for kind in "类级档等")
