"""Which of two limits asks for more: by the values that keep it, and by words; never by names."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from fengqiao.packs.amounts import parse_amount
from fengqiao.packs.comparing.limits import (
    change_of_ends,
    change_of_exceptions,
    change_of_force,
    change_of_limit,
    change_of_target,
)
from fengqiao.rules.entries import Target
from fengqiao.rules.values import OPEN, Comparison, Exact


def limit(op: str, value: object) -> Comparison:
    """A comparison with a value as packs write it."""
    if value == "open":
        return Comparison(op, OPEN)  # type: ignore[arg-type]  # one of the comparisons
    if isinstance(value, set):
        return Comparison(op, frozenset(value), tuple(sorted(value)))  # type: ignore[arg-type]  # likewise
    ends = [exact(one) for one in value] if isinstance(value, list) else [exact(value)]
    return Comparison(op, (ends[0], ends[1]) if len(ends) > 1 else ends[0])  # type: ignore[arg-type]  # likewise


def exact(value: object) -> Exact:
    """An amount."""
    found = parse_amount(value)
    assert found is not None
    return found


NUMBERS = [
    ("at_least", 80, "at_least", 100, None, "tighter"),
    ("at_least", 80, "at_least", 60, None, "looser"),
    ("at_least", 80, "at_least", 80, None, None),
    ("at_most", 3, "at_most", 5, None, "looser"),
    ("at_most", 5, "at_most", 3, "up", "tighter"),
    ("at_least", 5, "more_than", 5, None, "tighter"),
    ("less_than", 5, "at_most", 5, None, "looser"),
    ("at_least", 5, "at_most", 5, None, "changed"),
    ("between", [1, 3], "between", [2, 3], None, "tighter"),
    ("between", [1, 3], "between", [0, 3], None, "looser"),
    ("between", [1, 2], "between", [2, 3], None, "changed"),
    ("between", [1, 2], "between", [2, 3], "up", "tighter"),
    ("between", [1, 2], "between", [2, 3], "down", "looser"),
    ("between", [1, 2], "at_least", 1, "up", "looser"),
    ("equal", 5, "equal", 6, None, "changed"),
    ("equal", 5, "equal", 6, "up", "tighter"),
    ("equal", 5, "at_least", 5, "up", "looser"),
    ("at_least", "40%", "at_least", "2/5", None, None),
    ("at_least", "1/3", "at_least", "33%", None, "looser"),
    ("at_least", "3 per 1000", "at_least", "5 per 1000", None, "tighter"),
    ("bare", 4, "bare", 6, "up", "tighter"),
    ("bare", 4, "bare", 6, "down", "looser"),
    ("bare", 4, "bare", 6, None, "changed"),
    ("bare", 4, "bare", 4, None, None),
    ("bare", 4, "at_least", 4, "up", "changed"),
    ("bare", 4, "at_least", 6, "up", "tighter"),
    ("about", 10, "about", 10, None, None),
    ("about", 10, "about", 20, None, "changed"),
    ("at_least", "2 hours", "at_least", "120 minutes", None, None),
    ("at_least", "2 hours", "at_least", "90 minutes", None, "looser"),
    ("at_least", "1/2 day", "at_least", "2 hours", None, "measured"),
    ("at_most", "7 working_days", "at_most", "7 day", None, "measured"),
    ("at_least", "open", "at_least", 5, None, "settled"),
    ("at_least", 5, "at_least", "open", None, "left_open"),
    ("at_least", "open", "at_least", "open", None, None),
    ("at_least", "open", "at_most", "open", None, "changed"),
]


@pytest.mark.parametrize("case", NUMBERS, ids=str)
def test_numbers(case: tuple[str, object, str, object, object, str | None]) -> None:
    """The values that keep the tighter limit all keep the looser one."""
    op, value, op2, value2, direction, change = case
    found = change_of_limit(limit(op, value), limit(op2, value2), direction)  # type: ignore[arg-type]  # up, down or None
    assert found == change


@pytest.mark.parametrize("case", NUMBERS, ids=str)
def test_turned_round(case: tuple[str, object, str, object, object, str | None]) -> None:
    """What is tighter one way is looser the other way."""
    op, value, op2, value2, direction, change = case
    back = {
        "tighter": "looser",
        "looser": "tighter",
        "settled": "left_open",
        "left_open": "settled",
    }
    found = change_of_limit(limit(op2, value2), limit(op, value), direction)  # type: ignore[arg-type]  # up, down or None
    assert found == back.get(str(change), change)


@pytest.mark.parametrize(
    ("op", "words", "op2", "words2", "change"),
    [
        ("all_of", {"a"}, "all_of", {"a", "b"}, "tighter"),
        ("all_of", {"a", "b"}, "all_of", {"a"}, "looser"),
        ("all_of", {"a", "b"}, "all_of", {"a", "c"}, "changed"),
        ("any_of", {"a", "b"}, "any_of", {"a"}, "tighter"),
        ("any_of", {"a"}, "any_of", {"a", "b"}, "looser"),
        ("none_of", {"a"}, "none_of", {"a", "b"}, "tighter"),
        ("none_of", {"a", "b"}, "none_of", {"b"}, "looser"),
        ("all_of", {"a"}, "any_of", {"a"}, "changed"),
        ("any_of", {"a", "b"}, "any_of", {"b", "a"}, None),
    ],
)
def test_words(op: str, words: object, op2: str, words2: object, change: str | None) -> None:
    """All of more words, any of fewer, none of more: each asks for more."""
    assert change_of_limit(limit(op, words), limit(op2, words2), None) == change


def test_force() -> None:
    """Must, in principle, aim, practice."""
    order = ("practice", "aim", "in_principle", "must")
    found = [change_of_force(one, other) for one, other in pairwise(order)]  # type: ignore[arg-type]  # forces
    assert (found, change_of_force("aim", "aim")) == (["tighter"] * 3, None)


def by(*days: date) -> Target:
    """A target."""
    return Target(days=days)


@pytest.mark.parametrize(
    ("one", "other", "change"),
    [
        (by(date(2018, 12, 31)), by(date(2017, 12, 31)), "tighter"),
        (by(date(2017, 12, 31)), by(date(2018, 12, 31)), "looser"),
        (None, by(date(2018, 12, 31)), "looser"),
        (by(date(2018, 12, 31)), None, "tighter"),
        (by(date(2018, 1, 1), date(2020, 1, 1)), by(date(2017, 1, 1), date(2021, 1, 1)), "changed"),
        (by(date(2018, 1, 1)), by(date(2018, 1, 1)), None),
    ],
)
def test_targets(one: Target | None, other: Target | None, change: str | None) -> None:
    """An earlier day asks for more; none at all holds at once."""
    assert change_of_target(one, other) == change


def test_beyond_the_ends() -> None:
    """A breach is more than a notice; None counts in full."""
    assert change_of_ends((None, "notice"), (None, None)) == "tighter"
    assert change_of_ends((None, None), (None, "notice")) == "looser"
    assert change_of_ends((None, "notice"), ("notice", None)) == "changed"
    assert change_of_ends((None, "breach"), (None, None)) is None


def test_exceptions() -> None:
    """More that may excuse asks for less."""
    assert change_of_exceptions((), ("promotion",)) == "looser"
    assert change_of_exceptions(("promotion", "illness"), ("illness",)) == "tighter"
    assert change_of_exceptions(("promotion",), ("illness",)) == "changed"
    assert change_of_exceptions(("a", "b"), ("b", "a")) is None
