"""Every number and quantity of a text, with its place, its unit and its bound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from fengqiao.packs.coverage.bounds import Bound, bound_of
from fengqiao.packs.coverage.fixed_forms import time_value
from fengqiao.packs.coverage.lexical import rules_of
from fengqiao.packs.coverage.measure_words import TIMES
from fengqiao.packs.coverage.numerals import narrow
from fengqiao.packs.coverage.obligations import Obligation, obligations_of
from fengqiao.packs.coverage.tokens import Token, read_tokens

__all__ = ["Bound", "Found", "Obligation", "find_numbers", "find_obligations"]

_RANGE = re.compile(r"\s?(?:至|到|[-—–~]{1,2})\s?")


@frozen(kw_only=True)
class Found:
    """A number or quantity in a text.

    Attributes:
        text: As it stands, with its unit, digits in half width: `80户`, `40%`, `半天`, `每月`.
        value: As a pack writes it: `80`, `40%`, `1/3`, `2 hours`, `1/2 day`; `every month`,
            `every half_year`, `every 2 weeks` for `每月` and its like; `2018-06-25`, `2018-10`,
            `2018` for days, months and years.
        unit: The measure word as it stands: `户`, `小时`; None without one.
        line: Counted from 1.
        column: Counted from 1.
        bound: What stands beside it: `不少于`, `以下`, `超过`, `不满`, `左右`.
        rule: The rule by which it is no quantity: part of a word, a date, a numbering, a name.
            None where it is a quantity, so that something must carry it.
    """

    text: str
    value: str
    unit: str | None
    line: int
    column: int
    bound: Bound | None = None
    rule: str | None = None


def find_numbers(lines: Sequence[str]) -> tuple[Found, ...]:
    """Every number and quantity of a text, in its order.

    Args:
        lines: The text, without the ends of its lines.

    Returns:
        Also what a rule of the closed list says is no quantity: its `rule` is set.
    """
    return tuple(
        found for number, line in enumerate(lines, start=1) for found in _find(narrow(line), number)
    )


def find_obligations(lines: Sequence[str]) -> tuple[Obligation, ...]:
    """Every duty of a text whose sentence has no quantity, in the order of the text."""
    quantities = ((one.line, one.column) for one in find_numbers(lines) if one.rule is None)
    return tuple(obligations_of(lines, quantities))


def _find(line: str, number: int) -> Iterator[Found]:
    tokens = list(read_tokens(line))
    sides: dict[int, Bound] = {}
    for place, (low, high) in enumerate(pairwise(tokens)):
        if _is_range(line, low, high):
            tokens[place] = _borrow(low, high)
            sides |= {place: "at_least", place + 1: "at_most"}
    rules = rules_of(line, tokens)
    for place, (token, rule) in enumerate(zip(tokens, rules, strict=True)):
        bound = sides.get(place) or bound_of(line, token.start, token.end, digits=token.digits)
        yield Found(
            text=line[token.start : token.end],
            value=token.value,
            unit=token.unit,
            line=number,
            column=token.start + 1,
            bound=bound or ("more_than" if token.more else None),
            rule=rule,
        )


def _is_range(line: str, low: Token, high: Token) -> bool:
    """Whether two numerals are the ends of a range: `1至2名`, `300-500户`, `三五个`."""
    if low.pair is None or (low.unit and low.unit != high.unit):
        return False
    gap = line[low.end : high.start]
    together = not gap and low.unit is None and low.digits == high.start
    return together or (len(gap) < 5 and _RANGE.fullmatch(gap) is not None)  # noqa: PLR2004  gap


def _borrow(low: Token, high: Token) -> Token:
    """The lower end of a range with the unit of the upper end."""
    if low.unit is not None or low.pair is None:
        return low
    if high.kind == "share" and high.value.endswith("%"):
        return evolve(low, value=f"{low.value}%", kind="share")
    if high.unit is not None and high.unit in TIMES:
        return evolve(low, value=time_value(low.pair, high.unit), unit=high.unit)
    return evolve(low, unit=high.unit)
