"""From the sentences of a notice to stubs of entries: clause and value found, key to be chosen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Literal, get_args

from attrs import evolve, frozen

from fengqiao.packs.amounts import is_length, is_share
from fengqiao.packs.coverage.numbers import Found
from fengqiao.packs.starting.amounts import (
    Amount,
    LevelRow,
    Value,
    day_of_deadline,
    find_amounts,
    is_list,
    is_name,
)
from fengqiao.packs.starting.declined import is_result, reason_to_decline
from fengqiao.packs.starting.head import DATED, HEAD, PREAMBLE
from fengqiao.packs.starting.near_keys import Asked, NearKeys
from fengqiao.packs.starting.sentences import Sentence
from fengqiao.packs.starting.thresholds import Level, levels_of, sizes_of, where_of
from fengqiao.rules import Catalogue
from fengqiao.timing import PeriodUnit

Table = Literal["norm", "duty", "band", "label", "not_modelled"]
CHOOSE = "choose:"

_OTHER_SPAN = re.compile("全年|年度|年终|任期|[。;；]")
_COMMA = re.compile("[,，]")
_OCCASIONS = frozenset(("次", "场", "场次", "遍", "轮", "期"))
_PEOPLE = frozenset(("人",))


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


def write_stubs(sentences: Iterable[Sentence], catalogue: Catalogue) -> Iterator[Stub]:
    """The stubs of a notice, in the order of its text.

    Args:
        sentences: With their numbers and duties, each in its clause.
        catalogue: Where near keys are looked for.
    """
    near = NearKeys(catalogue)
    for sentence in sentences:
        if sentence.clause in (HEAD, DATED, PREAMBLE) or sentence.is_heading:
            numbers = tuple(one.text for one in sentence.numbers)
            if numbers:
                yield _left_out(sentence, "heading", numbers)
            continue
        if len(sentence.numbers) > 1:
            left, asked = _told_apart(sentence)
            yield from left
            if asked is None:
                continue
            sentence, reason = asked, None  # noqa: PLW2901  without what is left out
        else:
            reason = reason_to_decline(sentence.text, sentence.piece(sentence.column))
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


def _told_apart(sentence: Sentence) -> tuple[list[Stub], Sentence | None]:
    """What of a sentence with several numbers is left out, by the words around each number.

    Returns:
        One stub for each reason, and the sentence with its other numbers; None without any.
    """
    by_reason: dict[str | None, list[Found]] = {}
    for one in sentence.numbers:
        piece = sentence.piece(one.column)
        by_reason.setdefault(reason_to_decline(sentence.text, piece, is_list=True), []).append(one)
    rest = tuple(by_reason.pop(None, ()))
    left = [
        _left_out(sentence, str(reason), tuple(one.text for one in some))
        for reason, some in by_reason.items()
    ]
    return left, evolve(sentence, numbers=rest) if rest else None


def _left_out(
    sentence: Sentence, reason: str | None, numbers: tuple[str, ...], column: int | None = None
) -> Stub:
    fields: dict[str, Value] = {"why": _choose((reason,) if reason else ()), "what": CHOOSE}
    if numbers:
        fields["numbers"] = numbers
    line, column = sentence.line, column or sentence.column
    near = sentence.near(column)
    return Stub(
        table="not_modelled", clause=sentence.clause, line=line, column=column, near=near,
        fields=fields,
    )  # fmt: skip


def _with_numbers(sentence: Sentence, near: NearKeys) -> Iterator[Stub]:
    periods = [one for one in sentence.numbers if one.value.startswith("every ")]
    days = [
        (one, day) for one in sentence.numbers if one.unit is None and (day := day_of_deadline(one))
    ]
    dated = {one for one, _ in days}
    plain = [one for one in sentence.numbers if one not in dated and one not in periods]
    if days and not plain and not periods:
        yield _dated(sentence, near, days)
        return
    amounts, unread = find_amounts(sentence, plain)
    used: set[Found] = set()
    if levels := levels_of(sentence, amounts):
        yield _band(sentence, near, levels)
        amounts = [one for one in amounts if one not in {level.amount for level in levels}]
    sizes = sizes_of(sentence, amounts)
    amounts = [one for one in amounts if one not in sizes]
    named = list(_named(sentence, amounts))
    yield from (stub for _, stub in named)
    amounts = [one for one in amounts if one not in [amount for amount, _ in named]]
    duties = [one for one in amounts if _is_occasion(one)]
    rest = [one for one in amounts if one not in duties]
    counted = [one for one in rest if not _belongs(one)]
    first = _period_of(periods, None)
    if duties or (first is not None and not counted):
        details: dict[str, Value] = {}
        if len(periods) <= 1:
            details, rest = _details(rest)
        for number, duty in enumerate(duties or [None]):
            period = _period_of(periods, duty.found) if duty else first
            used |= {period} if period else set()
            yield _occasion(sentence, near, period, duty, {} if number else details)
    for amount in rest:
        period = _period_before(sentence, periods, amount)
        if period is not None:
            used.add(period)
        norm = _norm(sentence, near, amount, period, days)
        asked = {name: norm.fields[name] for name in ("key", "each")}
        yield evolve(norm, fields={**asked, **where_of(sizes), **norm.fields})
    for period in periods:
        if period not in used:
            yield _occasion(sentence, near, period, None, {})
    for found in unread:
        yield _left_out(sentence, None, (found.text,), found.column)


def _named(sentence: Sentence, amounts: Sequence[Amount]) -> Iterator[tuple[Amount, Stub]]:
    """Lengths of lists, then numbers in names and sayings."""
    lists = [one for one in amounts if is_list(sentence, one)]
    for amount in lists:
        yield amount, _list(sentence, amount)
    for amount in amounts:
        if amount not in lists and is_name(sentence, amount):
            yield amount, _left_out(sentence, "heading", amount.texts, amount.found.column)


def _period_of(periods: Sequence[Found], found: Found | None) -> Found | None:
    """The last period before a number in its sentence; else the first."""
    before = [one for one in periods if found is None or one.column < found.column]
    return before[-1] if before else next(iter(periods), None)


def _period_before(sentence: Sentence, periods: Sequence[Found], amount: Amount) -> Found | None:
    """The last period before an amount, unless another span of time is named in between.

    A share is taken over a period only where the two stand between the same commas.
    """
    before = [one for one in periods if one.column < amount.found.column]
    if not before:
        return None
    between = sentence.between(before[-1].column + len(before[-1].text), amount.found.column)
    is_apart = _OTHER_SPAN.search(between) or (is_share(amount.exact) and _COMMA.search(between))
    return None if is_apart else before[-1]


def _every(period: Found) -> str:
    name = period.value.removeprefix("every ")
    if name == "half_month":  # two times a month
        return "month"
    return name if name in get_args(PeriodUnit) else "open"


def _belongs(amount: Amount) -> bool:
    """Whether an amount says how long an occasion lasts, or how many come."""
    return is_length(amount.exact) or amount.found.unit in _PEOPLE


def _is_occasion(amount: Amount) -> bool:
    is_times = isinstance(amount.value, int) and amount.op != "at_most" and amount.value > 0
    return amount.found.unit in _OCCASIONS and is_times


def _details(amounts: Sequence[Amount]) -> tuple[dict[str, Value], list[Amount]]:
    """How long an occasion lasts and how many come, and the amounts that say neither."""
    fields: dict[str, Value] = {}
    rest: list[Amount] = []
    stated: set[str] = set()
    for amount in amounts:
        name = "lasts" if is_length(amount.exact) else "people"
        if not _belongs(amount) or name in stated:
            rest.append(amount)
            continue
        stated.add(name)
        fields[f"{name}.{amount.op}"] = amount.value
    return fields, rest


def _occasion(
    sentence: Sentence,
    near: NearKeys,
    period: Found | None,
    times: Amount | None,
    details: Mapping[str, Value],
) -> Stub:
    fields: dict[str, Value] = {}
    number = times.value if times is not None and isinstance(times.value, int) else 1
    if period is not None and period.value == "every half_month":
        number *= 2
    if number > 1:
        fields["times"] = number
    fields |= details
    found = times.found if times else period
    line, column = (found.line, found.column) if found else (sentence.line, sentence.column)
    every = _every(period) if period else "open"
    return _duty(sentence, near, line, column, every, more=fields)


def _duty(
    sentence: Sentence,
    near: NearKeys,
    line: int,
    column: int,
    every: str,
    *,
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


def _dated(sentence: Sentence, near: NearKeys, days: Sequence[tuple[Found, date]]) -> Stub:
    """A sentence with nothing but days: since when it holds, or something owed by a day."""
    found, day = days[0]
    if _is_since(sentence, found):
        return _left_out(sentence, "heading", tuple(one.text for one, _ in days))
    return _duty(sentence, near, found.line, found.column, "open", more={"by": day})


def _is_since(sentence: Sentence, found: Found) -> bool:
    return sentence.after(found.column + len(found.text)).startswith("起")


def _norm(
    sentence: Sentence,
    near: NearKeys,
    amount: Amount,
    period: Found | None,
    days: Sequence[tuple[Found, date]],
) -> Stub:
    found = amount.found
    around = sentence.around(found.column)
    asked = Asked(
        piece=sentence.piece(found.column),
        sentence=around,
        unit=found.unit,
        is_share=is_share(amount.exact),
        is_time=amount.exact.unit is not None,
    )
    keys = near.keys("norm", asked)
    fields: dict[str, Value] = {
        "key": _choose(keys),
        "each": _choose(near.subjects(keys, around)),
    }
    if period is not None and (every := _every(period)) != "open":
        fields["per"] = every
    before = [(one, day) for one, day in days if one.column < found.column]
    if before:
        fields["from" if _is_since(sentence, before[-1][0]) else "by"] = before[-1][1]
    return Stub(
        table="norm",
        clause=sentence.clause,
        line=found.line,
        column=found.column,
        near=sentence.near(found.column),
        fields={**fields, amount.op: amount.value},
    )


def _band(sentence: Sentence, near: NearKeys, levels: Sequence[Level]) -> Stub:
    """Classes by a value: the level names are to be chosen, the edges decided."""
    found = levels[0].amount.found
    asked = Asked(piece=sentence.piece(found.column), sentence=sentence.around(found.column))
    rows: list[LevelRow] = [
        {"name": f"level_{number}", "zh": one.name, one.amount.op: one.amount.value}
        for number, one in enumerate(levels, start=1)
    ]
    return Stub(
        table="band",
        clause=sentence.clause,
        line=found.line,
        column=found.column,
        near=sentence.near(found.column),
        fields={
            "key": _choose(near.keys("band", asked)),
            "by": _choose(near.keys("norm", asked)),
            "over": "open",
            "tie": "upper",
            "level": tuple(rows),
        },
    )


def _list(sentence: Sentence, amount: Amount) -> Stub:
    found = amount.found
    return Stub(
        table="label",
        clause=sentence.clause,
        line=found.line,
        column=found.column,
        near=sentence.near(found.column),
        fields={"key": CHOOSE, "count": amount.value},
    )
