"""Rules of counting, as packs write them."""

from __future__ import annotations

from typing import Any

import pytest

from fengqiao.packs.describe import describe
from fengqiao.packs.open_terms import open_terms
from fengqiao.rules import core_catalogue
from fengqiao.timing import CountingRule

from .conftest import Finder, Reader

TABLE = '[[counting]]\nkey = "counting.own"\nclause = "一"\nfirst_day = "out"\n'
SECOND = '[[clause]]\nref = "二"\n'
HOURS = 'first_hour = "moment"\n'


def rule(entry: Any) -> CountingRule:  # noqa: ANN401  an entry of any kind
    """The rule of an entry."""
    found = entry.rule
    assert isinstance(found, CountingRule)
    return found


def test_a_rule_is_read_with_its_clauses(read: Reader) -> None:
    """What a pack says of counting becomes a rule that deadlines take, with the clause of each."""
    text = f'{SECOND}{TABLE}{HOURS}rolls_on = ["statutory"]\nweekends = "stay"\ncites.roll = "二"\n'
    found = rule(read(text).entries[0])
    assert (found.rolls_on, found.weekends) == ({"statutory"}, "stay")
    assert [found.clause(what).rpartition(":")[2] for what in ("first_day", "roll")] == ["一", "二"]


def test_what_a_pack_does_not_say_is_open(read: Reader) -> None:
    """Nothing that a text leaves open gets a value by itself."""
    assert rule(read(TABLE + HOURS).entries[0]).open_terms == (
        "weekends",
        "excluded_days",
        "extended_from",
    )


def test_open_terms_of_counting_are_filled_in_configuration(read: Reader) -> None:
    """Each has a name under which the host fills it, and the words to choose from."""
    terms = open_terms(read(TABLE + HOURS), core_catalogue())
    assert next((term.name, term.words) for term in terms) == (
        "counting.own.weekends",
        ("stay", "roll"),
    )


def test_a_rule_is_shown_field_by_field(read: Reader) -> None:
    """A pack as plain data names each thing that the rule says."""
    entries: Any = describe(read(TABLE + HOURS), core_catalogue())["entries"]
    assert [value["field"] for value in entries[0]["values"]] == [
        "first_day",
        "first_hour",
        "cutoff",
        "hours_run",
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (TABLE, "pack.missing_field"),
        (TABLE + HOURS.replace("moment", "noon"), "pack.unknown_choice"),
        (f'{TABLE}{HOURS}rolls_on = ["workday"]\n', "pack.unknown_choice"),
        (f'{TABLE}{HOURS}weekends = "maybe"\n', "pack.unknown_choice"),
        (f'{TABLE}{HOURS}cites.rolls = "一"\n', "pack.unknown_word"),
        (f'{TABLE}{HOURS}cites.roll = "九十"\n', "pack.unknown_clause"),
    ],
)
def test_a_rule_that_says_something_unknown_is_refused(
    faults: Finder, text: str, code: str
) -> None:
    """A slip in a rule of counting is one fault, at its place."""
    assert [one.code for one in faults(text)] == [code]
