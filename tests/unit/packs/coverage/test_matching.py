"""Each number with a value of its own."""

from __future__ import annotations

from fengqiao.packs.coverage.carriers import Amount, Carrier
from fengqiao.packs.coverage.matching import Matching

ONE, TWO, FIVE_DAYS = ("count", 1, 1), ("count", 2, 1), ("day", 5, 1)


def carrier(entry: str, *values: tuple[Amount, ...]) -> Carrier:
    """An entry with these values, each in its forms."""
    return Carrier(entry=entry, slots=tuple(frozenset(forms) for forms in values))


def test_a_number_moves_on_for_one_that_has_no_other_value() -> None:
    """The first took what only the second can use."""
    matching = Matching([carrier("both", (ONE, TWO)), carrier("one", (ONE,))])
    assert (matching.take(0, (ONE,)), matching.take(1, (TWO,))) == (True, True)
    assert matching.entries() == {0: "one", 1: "both"}


def test_a_chain_of_numbers_moves_on() -> None:
    """Three values, of which each number but the last could take two."""
    amounts: list[Amount] = [("count", number, 1) for number in range(4)]
    carriers = [carrier(str(n), (amounts[n], amounts[n + 1])) for n in range(3)]
    matching = Matching(carriers)
    assert all(matching.take(number, (amounts[number],)) for number in (1, 2, 0))
    assert matching.entries() == {0: "0", 1: "1", 2: "2"}


def test_what_a_number_has_it_keeps() -> None:
    """A second equal number gets nothing, however often it asks."""
    matching = Matching([carrier("entry", (ONE,))])
    assert [matching.take(number, (ONE,)) for number in range(3)] == [True, False, False]
    assert matching.entries() == {0: "entry"}


def test_the_likeliest_value_is_taken_first() -> None:
    """A value before the length of a list, though the list stands first."""
    matching = Matching([carrier("list", (("length", 2, 1),)), carrier("value", (TWO,))])
    assert matching.take(0, (TWO, ("length", 2, 1)))
    assert matching.entries() == {0: "value"}
