"""Steps and spans of time: 30% by one year and 35% by the next, `三年内`, `有效期三年`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from attrs import evolve

from fengqiao.packs.starting.amounts import Amount, LevelRow
from fengqiao.packs.starting.sentences import Sentence
from fengqiao.packs.starting.stub import Stub

_IN_TURN = re.compile("依次|分别|逐年")
_YEAR = re.compile("(?P<year>20[0-9]{2})年")
_WITHIN = re.compile(r"内|时间")
_AIM = re.compile(r"(?:力争|争取|利用|用|在|通过|计划)?")
_LASTS = re.compile("有效期|试行期|试点期|任期|为期|连续")
_COMPARED = re.compile(
    r"[底末]?[之以]?前?(?:[,，]|力争|应|要|须|达到?|提高到|提升到|不少于|不低于|至少|至)*"
)
_FEWEST = 2


def in_turn(
    sentence: Sentence, amounts: Sequence[Amount], days: Sequence[date]
) -> tuple[LevelRow, ...]:
    """The phases of one norm that a sentence states; none where its numbers are no steps.

    Args:
        sentence: `依次不低于30%、35%`, or a year before each of its numbers.
        amounts: Its numbers.
        days: The days that the sentences before it in its clause name.
    """
    if len(amounts) < _FEWEST or len({(one.op, one.found.unit) for one in amounts}) > 1:
        return ()
    dated = [_YEAR.findall(sentence.lead(one.found.column)) for one in amounts]
    years = [int(found[-1]) for found in dated if found]
    if len(years) < len(amounts):
        is_listed = _IN_TURN.search(sentence.text) and len(days) >= len(amounts)
        ends = list(days[-len(amounts) :]) if is_listed else []
    else:
        ends = [date(year, 12, 31) for year in years]
    if not ends or sorted(set(ends)) != ends:
        return ()
    return tuple({"by": day, one.op: one.value} for day, one in zip(ends, amounts, strict=True))


def span_of(sentence: Sentence, amounts: Sequence[Amount]) -> Amount | None:
    """The years within which the rest of a sentence is to be reached: `力争三年内`."""
    return next(
        (
            one
            for one in amounts
            if one.exact.unit == "year"
            and _WITHIN.match(sentence.after_of(one.found))
            and _AIM.fullmatch(sentence.lead(one.found.column).rpartition("、")[2].strip())
        ),
        None,
    )


def lasting(sentence: Sentence, amounts: Sequence[Amount]) -> list[Amount]:
    """Years that say how long something holds or goes on, and limit nothing."""
    return [
        one
        for one in amounts
        if one.exact.unit == "year" and _LASTS.search(sentence.lead(one.found.column))
    ]


def goes_on(sentence: Sentence, stub: Stub) -> bool:
    """Whether a sentence holds nothing but a later day and number: `2025年底前不少于60%`."""
    text = sentence.between(sentence.first, stub.column)
    return _COMPARED.fullmatch(_YEAR.sub("", text, count=1).strip()) is not None


def joined(first: Stub, second: Stub) -> Stub | None:
    """Two norms as phases of one; None where they can't be."""
    if {first.table, second.table} != {"norm"} or first.clause != second.clause:
        return None
    row, rows = _phase(second), _phases(first)
    if row is None or not rows:
        return None
    rest = {name: one for name, one in first.fields.items() if name not in _PHASED}
    return evolve(first, fields={**rest, "phase": (*rows, row)})


_OPS = ("at_least", "at_most", "more_than", "less_than", "about", "between", "bare")
_PHASED = ("by", "phase", *_OPS)


def _phases(stub: Stub) -> tuple[LevelRow, ...]:
    before = stub.fields.get("phase")
    if isinstance(before, tuple):
        return tuple(one for one in before if isinstance(one, Mapping))
    row = _phase(stub)
    return (row,) if row else ()


def _phase(stub: Stub) -> LevelRow | None:
    day = stub.fields.get("by")
    op = next((name for name in _OPS if name in stub.fields), None)
    value = stub.fields[op] if op else None
    if not isinstance(day, date) or op is None or isinstance(value, tuple) or value is None:
        return None
    return {"by": day, op: value}
