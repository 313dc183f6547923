"""What carries each number of a clause: an entry, a reason to leave it out, a rule, or nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal

from attrs import evolve, frozen

from fengqiao.packs.coverage.carriers import (
    NO_LIST,
    OCCASIONS,
    Carrier,
    Holding,
    carries,
    is_length_of,
)
from fengqiao.packs.coverage.lexical import STRICT
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
        again: Whether the entry carries an equal number of the same clause already: the two may
            be one requirement said twice, or an entry may be lacking.
    """

    why: Why
    by: str | None = None
    again: bool = False


MISSING = Verdict(why="missing")
_NEAR = 24
"""How many letters may stand between how often and how many times."""


def judge_numbers(numbers: Sequence[Found], holding: Holding | None) -> tuple[Verdict, ...]:
    """A verdict for each number of one clause.

    First what a strict rule says (part of a word, an ordinal, a numbering); then what the pack
    leaves out by its text, as many times as the pack names it; then what an entry carries, first
    by a value and then by the length of a list; then the other rules (a date, a name).

    Args:
        numbers: The numbers of the clause, in the order of the text.
        holding: What the pack has under this clause; None for nothing.
    """
    left_out = _left_out(numbers, holding.left_out if holding else ())
    sums = _sums(numbers)
    taken: set[tuple[str, str]] = set()
    return tuple(
        _judge(place, number, holding, left_out, sums, taken)
        for place, number in enumerate(_monthly(numbers))
    )


def _monthly(numbers: Sequence[Found]) -> Iterator[Found]:
    """The numbers, with `每半月一次` as a pack writes it: twice a month."""
    yield from numbers[:1]
    for first, second in pairwise(numbers):
        near = first.line == second.line and second.column - first.column < _NEAR
        is_once = second.value == "1" and second.unit in OCCASIONS
        twice = first.value == "every half_month" and near and is_once
        yield evolve(second, value="2") if twice else second


def _judge(  # noqa: PLR0917  what a clause holds, and what of it was taken
    place: int,
    number: Found,
    holding: Holding | None,
    left_out: dict[int, NotModelled],
    sums: dict[int, str],
    taken: set[tuple[str, str]],
) -> Verdict:
    if number.rule in STRICT:
        return _by_rule(number.rule)
    if place in left_out:
        return Verdict(why=why_of(left_out[place]), by=left_out[place].id)
    carriers = _carriers(number, sums.get(place, ""), holding.carriers if holding else ())
    if carriers:
        fresh = [one for one in carriers if (one, number.value) not in taken]
        taken.add(((*fresh, *carriers)[0], number.value))
        return Verdict(why="carried", by=(*fresh, *carriers)[0], again=not fresh)
    return _by_rule(number.rule) if number.rule else MISSING


def _carriers(number: Found, together: str, carriers: Sequence[Carrier]) -> list[str]:
    """The entries that have a list of the sum's length, then the value, then such a list."""
    tests: tuple[Callable[[Carrier], bool], ...] = (
        lambda one: is_length_of(one, together),
        lambda one: carries(one, number.value, number.unit),
        lambda one: number.unit not in NO_LIST and is_length_of(one, number.value),
    )
    found = (one.entry for test in tests for one in carriers if test(one))
    return list(dict.fromkeys(found))


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
    by_value: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for place, number in enumerate(numbers):
        if number.rule not in STRICT:
            by_value[number.value, number.unit].append(place)
    taken: dict[int, NotModelled] = {}
    for entry in entries:
        for text in entry.numbers:
            read = find_numbers([text])
            named = [(one.value, one.unit) for one in read]
            firsts = by_value[named[0]] if named else []
            for first in sorted(firsts, key=lambda place: numbers[place].text != read[0].text):
                places = range(first, first + len(named))
                found = [(one.value, one.unit) for one in numbers[first : places.stop]]
                if found == named and not any(place in taken for place in places):
                    taken |= dict.fromkeys(places, entry)
                    firsts.remove(first)
                    break
    return taken


def _sums(numbers: Sequence[Found]) -> dict[int, str]:
    """By place: the sum of two numbers that make one name together (`两队一室`: 3).

    Three numbers in a row (`一村一警二协管`) are no pair.
    """
    sums: dict[int, str] = {}
    pairs: list[int] = []
    for place, (first, second) in enumerate(pairwise(numbers)):
        end = first.column + len(first.text) + (0 if first.unit else 1)
        together = first.line == second.line and second.column == end
        both = {first.rule, second.rule} <= {None, "heading.slogan"}
        if together and both and first.value.isdecimal() and second.value.isdecimal():
            pairs.append(place)
    for place in pairs:
        if not {place - 1, place + 1} & set(pairs):
            both_values = (int(one.value) for one in numbers[place : place + 2])
            sums |= dict.fromkeys((place, place + 1), str(sum(both_values)))
    return sums


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
