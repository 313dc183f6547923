"""The numbers of a sentence as a pack writes them: comparisons, ranges and rates."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from attrs import frozen

from fengqiao.errors import PeriodError
from fengqiao.packs.amounts import MOST, parse_amount
from fengqiao.packs.coverage.measure_words import WEAK
from fengqiao.packs.coverage.numbers import Found
from fengqiao.packs.starting.sentences import Sentence
from fengqiao.rules.values import Exact
from fengqiao.timing import Period

Plain = str | int | date | tuple[int | str, int | str]
LevelRow = Mapping[str, Plain]
"""A class of a band, with the comparison that leads to it."""
Value = Plain | tuple[str, ...] | tuple[LevelRow, ...]

_LISTED = frozenset(
    ("项", "种", "类", "条", "大类", "大项", "小类", "小项", "方面", "环节", "步骤")
)
_OPENED = re.compile("[“「《][^”」》]{0,10}$")
_QUOTE_NEAR = re.compile(".{0,4}[“「]")
_REACHED = re.compile(r"(?:达到?|提高到|提升到|升至|不低于|至少)[^,，。]{0,4}$")
_DAY = re.compile(r"(?:19|20)[0-9]{2}(?:-[0-9]{2}){0,2}")
_RANGE_GAP = 5
_LEAST_LISTED = 2
_PEOPLE = frozenset(("人",))


@frozen
class Amount:
    """A number, or both ends of a range, with its comparison as a pack writes it.

    Attributes:
        found: The number, or the lower end.
        last: The same, or the upper end.
    """

    found: Found
    op: str
    value: Plain
    exact: Exact
    texts: tuple[str, ...]
    last: Found


def day_of_deadline(found: Found) -> date | None:
    """The last day of a date that is owed by: of its month or year where no day stands in it."""
    if not _DAY.fullmatch(found.value):
        return None
    try:
        return Period.parse(found.value).last
    except PeriodError:
        return None


def find_amounts(sentence: Sentence, plain: Sequence[Found]) -> tuple[list[Amount], list[Found]]:
    """Numbers as a pack writes them, ranges together; and those that it has no way to write."""
    amounts: list[Amount] = []
    unread: list[Found] = []
    place = 0
    while place < len(plain):
        found = plain[place]
        exact = parse_amount(_raw(found))
        high = plain[place + 1] if place + 1 < len(plain) else None
        if exact is None:
            unread.append(found)
        elif (
            high is not None and not _range(found, high) and (rate := _rate(sentence, found, high))
        ):
            op = high.bound or "bare"
            amounts.append(Amount(high, op, rate, exact, (found.text, high.text), high))
            place += 1
        elif high is not None and (pair := _range(found, high)):
            amounts.append(Amount(found, "between", pair, exact, (found.text, high.text), high))
            place += 1
        else:
            reached = "at_least" if _is_reached(sentence, found) else "bare"
            stated = found.bound or _listed_after(sentence, amounts, found) or reached
            amounts.append(Amount(found, stated, _raw(found), exact, (found.text,), found))
        place += 1
    return amounts, unread


def _listed_after(sentence: Sentence, amounts: Sequence[Amount], found: Found) -> str | None:
    """The comparison of the number before, where both stand in one list: `不低于30%、35%、40%`."""
    if not amounts or amounts[-1].found.line != found.line or amounts[-1].op == "between":
        return None
    before = amounts[-1].found
    gap = sentence.between(before.column + len(before.text), found.column)
    return amounts[-1].op if gap == "、" and before.unit == found.unit else None


def _raw(found: Found) -> int | str:
    return int(found.value) if found.value.isdecimal() and found.value.isascii() else found.value


def _range(low: Found, high: Found) -> tuple[int | str, int | str] | None:
    gap = high.column - low.column - len(low.text)
    if (low.bound, high.bound) != ("at_least", "at_most") or not 0 <= gap < _RANGE_GAP:
        return None
    ends = _raw(low), _raw(high)
    first, second = parse_amount(ends[0]), parse_amount(ends[1])
    if first is None or second is None or first.unit != second.unit:
        return None
    return ends if first.num * second.den < second.num * first.den else None


def _rate(sentence: Sentence, of: Found, found: Found) -> str | None:
    """`每1000人…3名` as a pack writes it: `3 per 1000`."""
    whole, part = _raw(of), _raw(found)
    if not isinstance(whole, int) or not isinstance(part, int):
        return None
    if not sentence.before(of.column).endswith("每") or not 1 < whole <= MOST:
        return None
    text = f"{part} per {whole}"
    return text if parse_amount(text) else None


def _is_reached(sentence: Sentence, found: Found) -> bool:
    return _REACHED.search(sentence.before(found.column)) is not None


def is_list(sentence: Sentence, amount: Amount) -> bool:
    """Whether a number is the length of a list or part of a name: `五项职责`, `三个“一律不准”`."""
    found = amount.found
    if amount.op != "bare" or not isinstance(amount.value, int) or found.unit in _PEOPLE:
        return False
    if amount.value < _LEAST_LISTED:
        return False
    if found.unit in _LISTED or (found.unit is None and not found.text.isascii()):
        return True
    after = sentence.after(found.column + len(found.text))
    is_quoted = found.unit == "个" and _QUOTE_NEAR.match(after) is not None
    return is_quoted or (found.unit in ("个", "张") and _is_quoted(sentence, found))


def _is_quoted(sentence: Sentence, found: Found) -> bool:
    return _OPENED.search(sentence.before(found.column)) is not None


def is_name(sentence: Sentence, amount: Amount) -> bool:
    """Whether a number belongs to a name or saying: `“最多跑一次”`, `两队一室`."""
    found = amount.found
    if found.text[0].isdecimal() and found.text[0].isascii():
        return False
    if found.unit in ("次", "件") and _is_quoted(sentence, found):
        return True
    if found.unit == "个" and amount.value == 1 and _is_quoted(sentence, found):
        return True
    return found.unit in WEAK and found.bound is None
