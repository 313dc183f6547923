from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fengqiao.measures.tallies import Tally
from fengqiao.model import KINDS
from fengqiao.store.together import answers, named
from fengqiao.testing.builders import AUGUST, JULY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fengqiao.model import Kind, Table
    from fengqiao.store.together import Part, Row
    from fengqiao.timing import Span

EVENTS = Tally("visit", "events", by=("staff",), spans=(JULY,))
HOUSEHOLDS = Tally("visit", "distinct", "household", by=("staff",), spans=(JULY,))
OF_ONE = Tally("visit", "events", by=("staff",), spans=(JULY,), where=(("area", "==", "A1"),))


class Looked:
    """Counts one officer everywhere, and remembers each look at the facts."""

    def __init__(self, kept: Mapping[bytes, Part] | None = None) -> None:
        self._kept = kept or {}
        self.looks: list[tuple[int, Span]] = []
        self.learned: list[bytes] = []

    def kept(self, kind: Kind, name: bytes, span: Span) -> Part | None:
        """What it was given."""
        return self._kept.get(name)

    def count(self, kind: Kind, tallies: Sequence[Tally], span: Span) -> Sequence[Row]:
        """The first tally counts 1, the next 2."""
        self.looks.append((len(tallies), span))
        return [("W1", *range(1, len(tallies) + 1)), ("W2", *[0] * len(tallies))]

    def learn(self, kind: Kind, name: bytes, span: Span, part: Part) -> None:
        """Remember whose answer it was."""
        self.learned.append(name)


def ask(counts: Looked, *wanted: Tally) -> list[Table]:
    """The answers, in order."""
    return answers(counts, [KINDS[tally.kind] for tally in wanted], wanted)


def test_the_same_facts_are_looked_at_once() -> None:
    """Whatever is counted of them, and whichever of them count."""
    counts = Looked()
    found = ask(counts, EVENTS, HOUSEHOLDS, OF_ONE, EVENTS)
    assert counts.looks == [(3, JULY)]
    assert [table["value"] for table in found] == [[1], [2], [3], [1]]


@pytest.mark.parametrize(
    "other",
    [
        Tally("visit", "events", by=("staff",), spans=(AUGUST,)),
        Tally("visit", "events", by=("area",), spans=(JULY,)),
        Tally("contact", "events", by=("staff",), spans=(JULY,)),
    ],
    ids=["days", "split", "kind"],
)
def test_other_facts_are_looked_at_by_themselves(other: Tally) -> None:
    """Of other days, split otherwise, of another kind."""
    counts = Looked()
    ask(counts, EVENTS, other)
    assert [number for number, _ in counts.looks] == [1, 1]


def test_what_is_kept_is_not_counted() -> None:
    """Only the other answer is learned."""
    counts = Looked({named(EVENTS): [["W7"], [7]]})
    events, households = ask(counts, EVENTS, HOUSEHOLDS)
    assert (events["value"], households["value"]) == ([7], [1])
    assert (counts.looks, counts.learned) == ([(1, JULY)], [named(HOUSEHOLDS)])


def test_no_query_is_too_long() -> None:
    """A database takes so many columns and values, and no more."""
    areas = [(f"A{number}",) for number in range(31)]
    long = [tuple(f"A{number}" for number in range(first, first + 300)) for first in (0, 300)]
    for some, pieces in ((areas, [30, 1]), (long, [1, 1])):
        counts = Looked()
        ask(
            counts,
            *(
                Tally("visit", "events", spans=(JULY,), by=("staff",), where=(("area", "in", one),))
                for one in some
            ),
        )
        assert [number for number, _ in counts.looks] == pieces
