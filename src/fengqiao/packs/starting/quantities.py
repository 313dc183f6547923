"""The stubs of a sentence with numbers: bands, lists, occasions, steps and norms."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from attrs import evolve, field, frozen

from fengqiao.packs.amounts import is_length, is_share
from fengqiao.packs.coverage.fixed_forms import VAGUE
from fengqiao.packs.coverage.numbers import Found
from fengqiao.packs.starting.amounts import (
    Amount,
    Value,
    day_of_deadline,
    find_amounts,
    is_list,
    is_name,
)
from fengqiao.packs.starting.entries import (
    band_stub,
    dated_stub,
    has_duty,
    left_out,
    list_stub,
    norm_stub,
    occasion_stub,
    within,
)
from fengqiao.packs.starting.near_keys import NearKeys
from fengqiao.packs.starting.sentences import Sentence
from fengqiao.packs.starting.stages import in_turn, lasting, span_of
from fengqiao.packs.starting.stub import Stub
from fengqiao.packs.starting.thresholds import levels_of, sizes_of, where_of
from fengqiao.rules.values import Exact

_OTHER_SPAN = re.compile("全年|年度|年终|任期|[。;；]")
_COMMA = re.compile("[,，]")
_OCCASIONS = frozenset(("次", "场", "场次", "遍", "轮", "期"))
_PEOPLE = frozenset(("人",))
_INSPECTED = re.compile("检查|抽查|复查")
_STANDS = re.compile("值守|值班|开放|在岗|驻守|办公时间")
_WITHIN = re.compile("[以之]?内")
_SORTS = re.compile(r"分[为成]$")
_SHARE_WITHIN = re.compile(r"[以之]?内[^,，。;；]{1,8}率")
_LAST_MONTH = re.compile(r"(?:季度?|半年|年)[^,，。;；0-9]{0,2}末月$")
_CONDITION = re.compile(r"(?:调解|调处)(?:未|不)成")
_SPANS = {
    "1/2 year": "every half_year", "6 months": "every half_year", "3 months": "every quarter",
    "1 year": "every year", "1 month": "every month",
}  # fmt: skip


@frozen
class _Reading:
    """What of a sentence is read so far.

    Attributes:
        periods: How often: `每月`.
        days: Days that something is owed by.
        span: Years within which the rest is to be reached.
        sizes: How large the places are for which the rest holds.
        used: Periods that a stub has.
    """

    sentence: Sentence
    near: NearKeys
    periods: tuple[Found, ...]
    days: tuple[tuple[Found, date], ...]
    span: Amount | None = None
    sizes: tuple[Amount, ...] = ()
    used: set[Found] = field(factory=set)


def with_numbers(sentence: Sentence, near: NearKeys, earlier: Sequence[date]) -> Iterator[Stub]:
    """The stubs of a sentence that has numbers.

    Args:
        sentence: Its words and numbers.
        near: Finds keys.
        earlier: The days that the sentences before it in its clause name.
    """
    numbers = [_period_in_brackets(sentence, one) for one in sentence.numbers]
    periods = tuple(one for one in numbers if one.value.startswith("every "))
    days = tuple(
        (one, day) for one in numbers if one.unit is None and (day := day_of_deadline(one))
    )
    dated = {one for one, _ in days}
    plain = [one for one in numbers if one not in dated and one not in periods]
    if days and not plain and not periods:
        yield dated_stub(sentence, near, days)
        return
    amounts, unread = find_amounts(sentence, plain)
    aside = list(_aside(sentence, near, amounts))
    yield from (stub for stub, _ in aside)
    amounts = [one for one in amounts if not any(one in gone for _, gone in aside)]
    sizes = tuple(sizes_of(sentence, amounts))
    span = span_of(sentence, amounts)
    amounts = [one for one in amounts if one not in sizes and one != span]
    reading = _Reading(sentence, near, periods, days, span, sizes)
    if span and not amounts and not periods:
        yield within(norm_stub(sentence, near, span, None, days), span, is_alone=True)
    yield from _asked(reading, amounts, earlier)
    for period in periods:
        if period not in reading.used:
            yield occasion_stub(sentence, near, period, None, {})
    for found in unread:
        if found.value == VAGUE:
            number = Amount(found, "at_least", "open", Exact.whole(1), (found.text,), found)
            yield norm_stub(sentence, near, number, None, days)
            continue
        yield left_out(sentence, None, (found.text,), found.column)


def _period_in_brackets(sentence: Sentence, found: Found) -> Found:
    """`每学期(半年)` as a period; any other number as it is."""
    every = _SPANS.get(found.value)
    is_inside = sentence.before(found.column).endswith(("(", "（"))
    return evolve(found, value=every) if every and is_inside else found


def _aside(
    sentence: Sentence, near: NearKeys, amounts: Sequence[Amount]
) -> Iterator[tuple[Stub, tuple[Amount, ...]]]:
    """What asks for no number of its own, with its numbers: classes, lists, names, conditions."""
    levels = levels_of(sentence, amounts)
    if levels:
        yield band_stub(sentence, near, levels), tuple(level.amount for level in levels)
    rest = [one for one in amounts if one not in {level.amount for level in levels}]
    lasts = lasting(sentence, rest)
    conditions = [one for one in rest if _CONDITION.match(sentence.after_of(one.found))]
    named = [one for one in rest if one not in conditions and _is_in_measure(sentence, one)]
    for one in (*lasts, *conditions, *named):
        reason = "heading" if one in conditions else "duplicate" if one in named else None
        yield left_out(sentence, reason, one.texts, one.found.column), (one,)
    rest = [one for one in rest if one not in (*lasts, *conditions, *named)]
    sizes = sizes_of(sentence, rest)
    for amount, stub in _named(sentence, [one for one in rest if one not in sizes]):
        yield stub, (amount,)


def _is_in_measure(sentence: Sentence, amount: Amount) -> bool:
    """Whether a number only says of what another is: `分为三类`, `7日内回访率不低于90%`."""
    if amount.found.unit in ("类", "档", "等"):
        return _SORTS.search(sentence.before(amount.found.column)) is not None
    is_short = amount.exact.unit in ("hour", "day", "working_day")
    return is_short and _SHARE_WITHIN.match(sentence.after_of(amount.found)) is not None


def _asked(reading: _Reading, amounts: Sequence[Amount], earlier: Sequence[date]) -> Iterator[Stub]:
    """Occasions first, then steps, then each number for itself."""
    for times, length in _halves(amounts):
        period = _period_of(reading.periods, times.found)
        reading.used.update(filter(None, (period,)))
        details: dict[str, Value] = {"lasts.bare": length.value}
        yield occasion_stub(reading.sentence, reading.near, period, times, details)
        amounts = [one for one in amounts if one not in (times, length)]
    for one in amounts:
        is_last = _LAST_MONTH.search(reading.sentence.before(one.found.column)) is not None
        day = one.exact.num if is_last and one.exact.den == 1 else one.value
        if one.found.unit == "日" and isinstance(day, int):  # `每月25日前`, `每季度末月28日前`
            period = _period_of(reading.periods, one.found)
            reading.used.update(filter(None, (period,)))
            details = {"within": f"day_{day}"}
            yield occasion_stub(reading.sentence, reading.near, period, None, details)
            amounts = [each for each in amounts if each != one]
    duties = [one for one in amounts if _is_occasion(one)]
    limited = [pair for one in duties if (pair := _limited(reading, one, amounts))]
    for duty, limit in limited:
        yield _norm(reading, limit, None)
        yield left_out(reading.sentence, "duplicate", duty.texts, duty.found.column)
    gone = [one for pair in limited for one in pair]
    inspected = [one for one in duties if one not in gone and _is_inspected(reading, one)]
    for one in inspected:
        yield _norm(reading, one, _period_of(reading.periods, one.found))
    rest = [one for one in amounts if one not in gone and one not in inspected]
    occasions, rest = _occasions(reading, rest)
    yield from occasions
    if phases := in_turn(reading.sentence, rest, earlier):
        norm = norm_stub(reading.sentence, reading.near, rest[0], None, ())
        asked = {name: norm.fields[name] for name in ("key", "each")}
        yield evolve(norm, fields={**asked, **where_of(reading.sizes), "phase": phases})
        rest = []
    for amount in rest:
        yield _norm(reading, amount, _period_before(reading.sentence, reading.periods, amount))


def _halves(amounts: Sequence[Amount]) -> list[tuple[Amount, Amount]]:
    """`两个半天`: so many times, each so long."""
    return [
        (times, length)
        for times, length in pairwise(amounts)
        if times.found.unit == "个"
        and length.value == "1/2 day"
        and length.found.column == times.found.column + len(times.found.text)
    ]


def _norm(reading: _Reading, amount: Amount, period: Found | None) -> Stub:
    if period is not None:
        reading.used.add(period)
    norm = norm_stub(reading.sentence, reading.near, amount, period, reading.days)
    norm = within(norm, reading.span) if reading.span else norm
    asked = {name: norm.fields[name] for name in ("key", "each")}
    return evolve(norm, fields={**asked, **where_of(reading.sizes), **norm.fields})


def _limited(
    reading: _Reading, duty: Amount, amounts: Sequence[Amount]
) -> tuple[Amount, Amount] | None:
    """`15日内回访一次`: the limit of time is what is asked, once is the way to keep it."""
    if reading.periods or duty.value != 1:
        return None
    lead = reading.sentence.lead(duty.found.column)
    before = [
        one
        for one in amounts
        if one.op == "at_most"
        and one.exact.unit is not None
        and 0 < duty.found.column - one.found.column <= len(lead)
    ]
    return (duty, before[-1]) if before else None


def _is_inspected(reading: _Reading, duty: Amount) -> bool:
    """Whether a number of times is one of inspections: they are counted, not held."""
    period = bool(reading.periods)
    return period and _INSPECTED.search(reading.sentence.around(duty.found.column)) is not None


def _occasions(reading: _Reading, amounts: Sequence[Amount]) -> tuple[list[Stub], list[Amount]]:
    """What happens in a period, with how long it lasts and how many come; and the other amounts.

    With several periods each has the amounts behind it, with one all of the sentence.
    """
    stubs: list[Stub] = []
    left: list[Amount] = []
    for period, group in _groups(reading.sentence, reading.periods, amounts):
        duties = [one for one in group if _is_occasion(one)]
        rest = [one for one in group if one not in duties]
        if not duties and (period in reading.used or not _is_done(reading, period, rest)):
            left += rest
            continue
        details, rest = _details(rest)
        for number, duty in enumerate(duties or [None]):
            of = period or (_period_of(reading.periods, duty.found) if duty else None)
            reading.used.update(filter(None, (of,)))
            more = {} if number else details
            stubs.append(occasion_stub(reading.sentence, reading.near, of, duty, more))
        left += rest
    return stubs, left


def _is_done(reading: _Reading, period: Found | None, amounts: Sequence[Amount]) -> bool:
    """Whether something happens in a period, though no number says how many times.

    Its length or attendance says so, where the words are near to a duty; not how long a post is
    kept or a room is open.
    """
    if period is None or not all(map(_belongs, amounts)):
        return False
    columns = [one.found.column for one in amounts]
    pieces = [reading.sentence.piece(column) for column in columns]
    if any(map(_STANDS.search, pieces)):
        return False
    is_long = any(is_length(one.exact) and not _is_days(one) for one in amounts)
    places = [period.column, *columns]
    return not amounts or (is_long and has_duty(reading.sentence, reading.near, places))


def _is_days(amount: Amount) -> bool:
    """Whether an amount is several days: they are counted."""
    return amount.exact.unit in ("day", "working_day") and amount.exact.num > amount.exact.den


def _groups(
    sentence: Sentence, periods: Sequence[Found], amounts: Sequence[Amount]
) -> list[tuple[Found | None, list[Amount]]]:
    """The amounts behind each period up to the next one, or up to another span of time."""
    is_one = all(
        (_belongs(one) or _is_occasion(one)) and not _is_limit(sentence, one) for one in amounts
    )
    if not periods or (is_one and len(periods) == 1):
        return [(periods[0] if periods else None, list(amounts))]
    groups: list[tuple[Found | None, list[Amount]]] = [(None, [])]
    groups += [(period, []) for period in periods]
    for amount in amounts:
        period = _period_before(sentence, periods, amount)
        next(group for of, group in groups if of == period).append(amount)
    return groups


def _named(sentence: Sentence, amounts: Sequence[Amount]) -> Iterator[tuple[Amount, Stub]]:
    """Lengths of lists, then numbers in names and sayings."""
    lists = [one for one in amounts if is_list(sentence, one)]
    for amount in lists:
        yield amount, list_stub(sentence, amount)
    for amount in amounts:
        if amount not in lists and is_name(sentence, amount):
            yield amount, left_out(sentence, "heading", amount.texts, amount.found.column)


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
    if _is_limit(sentence, amount):
        return None
    between = sentence.between(before[-1].column + len(before[-1].text), amount.found.column)
    is_apart = _OTHER_SPAN.search(between) or (is_share(amount.exact) and _COMMA.search(between))
    return None if is_apart else before[-1]


def _is_limit(sentence: Sentence, amount: Amount) -> bool:
    """Whether an amount is a limit of time for each case: `在受理后10日内`."""
    is_time = amount.op == "at_most" and amount.exact.unit is not None
    return is_time and _WITHIN.match(sentence.after_of(amount.last)) is not None


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
