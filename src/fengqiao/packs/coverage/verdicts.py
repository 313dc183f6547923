"""What carries each number of a clause: an entry, a reason to leave it out, a rule, or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from attrs import evolve, frozen

from fengqiao.packs.coverage.carriers import (
    NO_LIST,
    OCCASIONS,
    Amount,
    Carrier,
    Holding,
    length_of,
    wanted_by,
)
from fengqiao.packs.coverage.lexical import STRICT
from fengqiao.packs.coverage.matching import Matching
from fengqiao.packs.coverage.numbers import Found, find_numbers
from fengqiao.rules import NotModelled

Why = Literal["carried", "reported_result", "heading", "declined", "lexical", "missing"]
WHYS: tuple[Why, ...] = (
    "carried", "reported_result", "heading", "declined", "lexical", "missing",
)  # fmt: skip


@frozen(kw_only=True)
class Verdict:
    """Why a number needs nothing more, or that it is missing.

    Attributes:
        why: The verdict.
        by: The entry that carries it or leaves it out, or the rule; None for `missing`.
    """

    why: Why
    by: str | None = None


MISSING = Verdict(why="missing")
_Form = tuple[str, str | None]
_NEAR = 24
"""How many letters may stand between how often and how many times."""


def judge_numbers(numbers: Sequence[Found], holding: Holding | None) -> tuple[Verdict, ...]:
    """A verdict for each number of one clause.

    First what a strict rule says (part of a word, an ordinal, a numbering); then what the pack
    leaves out by its text, as many times as the pack names it; then what an entry carries, by a
    value, or by the length of a list; then the other rules (a date, a name). A value of an entry
    carries one number.

    Args:
        numbers: The numbers of the clause, in the order of the text.
        holding: What the pack has under this clause; None for nothing.
    """
    left_out = _left_out(numbers, holding.left_out if holding else ())
    asked = [
        place
        for place, number in enumerate(numbers)
        if number.rule not in STRICT and place not in left_out
    ]
    carried = _carried(numbers, asked, holding.carriers if holding else ())
    return tuple(
        _judge(number, left_out.get(place), carried.get(place))
        for place, number in enumerate(numbers)
    )


def _judge(number: Found, left_out: NotModelled | None, carried: str | None) -> Verdict:
    if number.rule in STRICT:
        return _by_rule(number.rule)
    if left_out:
        return Verdict(why=why_of(left_out), by=left_out.id)
    if carried:
        return Verdict(why="carried", by=carried)
    return _by_rule(number.rule) if number.rule else MISSING


def _carried(
    numbers: Sequence[Found], asked: Sequence[int], carriers: Sequence[Carrier]
) -> dict[int, str]:
    """By place: the entry that carries a number.

    Pairs that make the name of a list come first, then quantities, then what may be a date or a
    name: it takes a value that no quantity needs.
    """
    matching = Matching(carriers)
    open_places = set(asked)
    pairs: dict[int, int] = {}
    for first, together in _sums(numbers).items():
        wants = tuple(length_of(together))
        if {first, first + 1} <= open_places and matching.take(first, wants):
            pairs[first + 1] = first
            open_places -= {first, first + 1}
    monthly = list(_monthly(numbers))
    for place in sorted(open_places, key=lambda place: (numbers[place].rule is not None, place)):
        matching.take(place, _wants(monthly[place]))
    entries = matching.entries()
    return entries | {second: entries[first] for second, first in pairs.items()}


def _wants(number: Found) -> tuple[Amount, ...]:
    """A value, then the length of a list."""
    lengths = length_of(number.value) if number.unit not in NO_LIST else ()
    return (*sorted(wanted_by(number.value, number.unit)), *lengths)


def _monthly(numbers: Sequence[Found]) -> Iterator[Found]:
    """The numbers, with `每半月一次` as a pack writes it: twice a month."""
    yield from numbers[:1]
    for first, second in pairwise(numbers):
        near = first.line == second.line and second.column - first.column < _NEAR
        is_once = second.value == "1" and second.unit in OCCASIONS
        twice = first.value == "every half_month" and near and is_once
        yield evolve(second, value="2") if twice else second


def _by_rule(rule: str) -> Verdict:
    return Verdict(why="heading" if rule.startswith("heading.") else "lexical", by=rule)


def why_of(entry: NotModelled) -> Why:
    """The verdict that a reason for leaving out gives."""
    if entry.why == "reported_result":
        return "reported_result"
    return "heading" if entry.why == "heading" else "declined"


def _left_out(numbers: Sequence[Found], entries: Iterable[NotModelled]) -> dict[int, NotModelled]:
    """By place: what the pack leaves out. A text that stands twice in `numbers` counts twice.

    Of places with the same value the one of the same text comes first: `5` before `五`.
    """
    by_form: dict[_Form, list[int]] = defaultdict(list)
    for place, number in enumerate(numbers):
        for form in _forms(number) if number.rule not in STRICT else ():
            by_form[form].append(place)
    taken: dict[int, NotModelled] = {}
    for entry in entries:
        for text in entry.numbers:
            read = find_numbers([text])
            named = [(one.value, one.unit) for one in read]
            firsts = by_form[named[0]] if named else []
            for first in sorted(firsts, key=lambda place: numbers[place].text != read[0].text):
                places = range(first, first + len(named))
                found = numbers[first : places.stop]
                same = len(found) == len(named) and all(
                    form in _forms(one) for one, form in zip(found, named, strict=True)
                )
                if same and not any(place in taken for place in places):
                    taken |= dict.fromkeys(places, entry)
                    firsts.remove(first)
                    break
    return taken


def _forms(number: Found) -> tuple[_Form, ...]:
    """What an omission may call a number; of a day of the month also without its month."""
    plain = (number.value, number.unit)
    if number.unit != "日" or not number.value.isdecimal():
        return (plain,)
    return (plain, (f"{number.value} days", number.unit), (number.value, None))


def _sums(numbers: Sequence[Found]) -> dict[int, str]:
    """By place of the first: the sum of two numbers that make one name (`两队一室`: 3).

    Three numbers in a row (`一村一警二协管`) are no pair, and neither are two ones: `一村一警`
    says how many for each, and no list.
    """
    pairs: dict[int, str] = {}
    for place, (first, second) in enumerate(pairwise(numbers)):
        end = first.column + len(first.text) + (0 if first.unit else 1)
        together = first.line == second.line and second.column == end
        both = {first.rule, second.rule} <= {None, "heading.slogan"}
        if together and both and first.value.isdecimal() and second.value.isdecimal():
            pairs[place] = str(int(first.value) + int(second.value))
    ones = str(1 + 1)
    return {
        place: together
        for place, together in pairs.items()
        if not {place - 1, place + 1} & set(pairs) and together != ones
    }


def judge_obligation(holding: Holding | None) -> Verdict:
    """A duty without a number is carried by any entry of its clause that asks for something.

    What is left out of the clause comes next.
    """
    asking = next((one for one in holding.carriers if one.asks), None) if holding else None
    if asking:
        return Verdict(why="carried", by=asking.entry)
    if holding and holding.left_out:
        return Verdict(why=why_of(holding.left_out[0]), by=holding.left_out[0].id)
    return MISSING
