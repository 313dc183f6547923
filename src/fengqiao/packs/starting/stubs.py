"""From the sentences of a notice to stubs of entries: clause and value found, key to be chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, get_args

from attrs import frozen

from fengqiao.packs.amounts import is_length, is_share, parse_amount
from fengqiao.packs.coverage.numbers import Found
from fengqiao.packs.starting.declined import is_result, reason_to_decline
from fengqiao.packs.starting.near_keys import Asked, NearKeys
from fengqiao.packs.starting.sentences import Sentence
from fengqiao.rules import Catalogue
from fengqiao.rules.values import Exact
from fengqiao.timing import PeriodUnit

Table = Literal["norm", "duty", "not_modelled"]
Value = str | int | tuple[str, ...] | tuple[int | str, int | str]
CHOOSE = "choose:"

_OCCASIONS = frozenset(("次", "场", "场次", "遍", "轮", "期"))
_PEOPLE = frozenset(("人", "名"))
_REACHED = re.compile(r"(?:达到?|提高到|提升到|升至|不低于|至少)[^,，。]{0,4}$")
_RANGE_GAP = 5


@frozen(kw_only=True)
class Stub:
    """An entry that a person finishes by choosing.

    Attributes:
        table: Which table it is written in.
        clause: The clause that it cites.
        line, column: Where its number or word stands.
        near: At most 8 characters of the text, to find the place by.
        fields: Its other fields, as a pack writes them.

    Units:
        line, column: counted from 1
    """

    table: Table
    clause: str
    line: int
    column: int
    near: str
    fields: Mapping[str, Value]


@frozen
class _Amount:
    """A number, or both ends of a range, with its comparison as a pack writes it."""

    found: Found
    op: str
    value: Value
    exact: Exact
    texts: tuple[str, ...]


def write_stubs(sentences: Sequence[Sentence], catalogue: Catalogue) -> Iterator[Stub]:
    """The stubs of a notice, in the order of its text.

    Args:
        sentences: With their numbers and duties, each in its clause.
        catalogue: Where near keys are looked for.
    """
    near = NearKeys(catalogue)
    for sentence in sentences:
        reason = reason_to_decline(sentence.text)
        if reason is None and is_result(sentence.text) and sentence.numbers:
            reason = "reported_result"
        if reason is not None:
            yield _left_out(sentence, reason, tuple(one.text for one in sentence.numbers))
        elif sentence.numbers:
            yield from _with_numbers(sentence, near)
        else:
            yield _duty(sentence, near, sentence.line, sentence.column, "open")


def _choose(names: Sequence[str]) -> str:
    return f"{CHOOSE} {' | '.join(names)}".rstrip()


def _left_out(sentence: Sentence, reason: str | None, numbers: tuple[str, ...]) -> Stub:
    fields: dict[str, Value] = {"why": _choose((reason,) if reason else ()), "what": CHOOSE}
    if numbers:
        fields["numbers"] = numbers
    line, column = sentence.line, sentence.column
    near = sentence.near(column)
    return Stub(
        table="not_modelled", clause=sentence.clause, line=line, column=column, near=near,
        fields=fields,
    )  # fmt: skip


def _with_numbers(sentence: Sentence, near: NearKeys) -> Iterator[Stub]:
    periods = [one for one in sentence.numbers if one.value.startswith("every ")]
    plain = [one for one in sentence.numbers if not one.value.startswith("every ")]
    amounts, unread = _amounts(sentence, plain)
    used: set[Found] = set()
    duties = [one for one in amounts if one.found.unit in _OCCASIONS and periods]
    rest = [one for one in amounts if one not in duties]
    if periods and not duties:
        last = _period_of(periods, None)
        counted = [one for one in rest if not (one.exact.unit or is_share(one.exact))]
        if not counted and last is not None:
            used.add(last)
            yield _occasion(sentence, near, last, None, rest)
            rest = [one for one in rest if one.exact.unit is None and is_share(one.exact)]
    for number, duty in enumerate(duties):
        period = _period_of(periods, duty.found)
        if period is not None:
            used.add(period)
            yield _occasion(sentence, near, period, duty, () if number else rest)
    if duties:
        rest = [one for one in rest if not _belongs(one)]
    for amount in rest:
        period = _period_of(periods, amount.found)
        if period is not None:
            used.add(period)
        yield _norm(sentence, near, amount, period)
    for period in periods:
        if period not in used:
            yield _occasion(sentence, near, period, None, ())
    for found in unread:
        yield _left_out(sentence, None, (found.text,))


def _period_of(periods: Sequence[Found], found: Found | None) -> Found | None:
    """The last period before a number in its sentence; else the first."""
    before = [one for one in periods if found is None or one.column < found.column]
    return before[-1] if before else next(iter(periods), None)


def _every(period: Found) -> str:
    name = period.value.removeprefix("every ")
    return name if name in get_args(PeriodUnit) else "open"


def _belongs(amount: _Amount) -> bool:
    """Whether an amount says how long an occasion lasts, or how many come."""
    return is_length(amount.exact) or amount.found.unit in _PEOPLE


def _occasion(
    sentence: Sentence,
    near: NearKeys,
    period: Found,
    times: _Amount | None,
    beside: Sequence[_Amount],
) -> Stub:
    fields: dict[str, Value] = {}
    if times is not None and isinstance(times.value, int) and times.value > 1:
        fields["times"] = times.value
    for amount in beside:
        name = "lasts" if is_length(amount.exact) else "people"
        taken = any(one.startswith(f"{name}.") for one in fields)
        if _belongs(amount) and not taken:
            fields[f"{name}.{amount.op}"] = amount.value
    found = times.found if times else period
    return _duty(sentence, near, found.line, found.column, _every(period), fields)


def _duty(
    sentence: Sentence,
    near: NearKeys,
    line: int,
    column: int,
    every: str,
    more: Mapping[str, Value] | None = None,
) -> Stub:
    around = sentence.around(column)
    keys = near.keys("duty", Asked(piece=sentence.piece(column), sentence=around))
    subjects = near.subjects(keys, around)
    return Stub(
        table="duty",
        clause=sentence.clause,
        line=line,
        column=column,
        near=sentence.near(column),
        fields={
            "key": _choose(keys),
            "who": _choose(near.roles(subjects, around)),
            "each": _choose(subjects),
            "every": every,
            **(more or {}),
        },
    )


def _norm(sentence: Sentence, near: NearKeys, amount: _Amount, period: Found | None) -> Stub:
    found = amount.found
    around = sentence.around(found.column)
    asked = Asked(
        piece=sentence.piece(found.column),
        sentence=around,
        unit=found.unit,
        is_share=is_share(amount.exact),
    )
    keys = near.keys("norm", asked)
    fields: dict[str, Value] = {
        "key": _choose(keys),
        "each": _choose(near.subjects(keys, around)),
    }
    if period is not None and (every := _every(period)) != "open":
        fields["per"] = every
    return Stub(
        table="norm",
        clause=sentence.clause,
        line=found.line,
        column=found.column,
        near=sentence.near(found.column),
        fields={**fields, amount.op: amount.value},
    )


def _amounts(sentence: Sentence, plain: Sequence[Found]) -> tuple[list[_Amount], list[Found]]:
    """Numbers as a pack writes them, ranges together; and those that it has no way to write."""
    amounts: list[_Amount] = []
    unread: list[Found] = []
    place = 0
    while place < len(plain):
        found = plain[place]
        exact = parse_amount(_raw(found))
        high = plain[place + 1] if place + 1 < len(plain) else None
        if exact is None:
            unread.append(found)
        elif high is not None and (pair := _range(found, high)):
            amounts.append(_Amount(found, "between", pair, exact, (found.text, high.text)))
            place += 1
        else:
            op = found.bound or ("at_least" if _is_reached(sentence, found) else "bare")
            amounts.append(_Amount(found, op, _raw(found), exact, (found.text,)))
        place += 1
    return amounts, unread


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


def _is_reached(sentence: Sentence, found: Found) -> bool:
    return _REACHED.search(sentence.before(found.column)) is not None
