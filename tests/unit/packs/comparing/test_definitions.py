"""What two packs define otherwise: words, measures, ways of counting, procedures."""

from __future__ import annotations

import json
from datetime import date

from attrs import evolve
from tests.unit.packs.conftest import Reader

from fengqiao.packs.comparing import Definition, compare_packs
from fengqiao.rules import Pack, core_catalogue
from fengqiao.rules.book import Chain

DAY = date(2019, 1, 1)
RULES = """
[[label]]
key    = "inspection_topic"
items  = [{ name = "electricity" }, { name = "gas" }]
clause = "一"

[[measure]]
key     = "films.shown"
kind    = "count"
about   = "service"
each    = "community"
reports = "flow"
done    = "films"
clause  = "一"
"""


def apart(one: Pack, other: Pack) -> list[tuple[str, str, str | None, object, object]]:
    """What is defined otherwise, in short."""
    found = compare_packs(
        Chain((one,)), Chain((other,)), core_catalogue(), on=DAY, and_on=DAY
    ).definitions
    return [(row.change, row.key, row.field, row.one, row.other) for row in found]


def test_the_same_definitions_are_no_difference(read: Reader) -> None:
    """A pack beside itself."""
    pack = read(RULES)
    assert apart(pack, evolve(pack, id="other")) == []


def test_words_and_measures_that_are_otherwise(read: Reader) -> None:
    """Both lists in full, and how a measure is reported."""
    other = RULES.replace('{ name = "gas" }', '{ name = "water" }').replace('"flow"', '"stock"')
    assert apart(read(RULES), read(other)) == [
        ("changed", "inspection_topic", "words", ["electricity", "gas"], ["electricity", "water"]),
        ("changed", "films.shown", "reports", "flow", "stock"),
    ]


def test_what_only_one_side_defines(read: Reader) -> None:
    """Added or dropped, with where it stands."""
    measure = RULES.partition("[[measure]]")[2]
    one, other = read(RULES), read("[[measure]]" + measure)
    assert apart(one, other) == [("dropped", "inspection_topic", None, None, None)]
    assert apart(other, one) == [("added", "inspection_topic", None, None, None)]


PROCEDURE = """
[[counting]]
key       = "counting.own"
clause    = "一"
first_day = "out"
first_hour = "moment"
rolls_on  = ["statutory"]
weekends  = "open"

[[procedure]]
key      = "mediation.peoples"
clause   = "一"
counting = "counting.own"

[[procedure.state]]
name   = "open"
ends   = true
clause = "一"

[[procedure.move]]
name   = "found"
from   = "new"
to     = "open"
by     = ["committee"]
clause = "一"
"""


def test_ways_of_counting_and_procedures(read: Reader) -> None:
    """How days are counted; steps by name, and those that say something else."""
    other = PROCEDURE.replace('"out"', '"in"').replace('["committee"]', '["party"]')
    assert apart(read(PROCEDURE), read(other)) == [
        ("changed", "counting.own", "first_day", "out", "in"),
        ("changed", "mediation.peoples", "moves_otherwise", ["found"], ["found"]),
    ]


def test_definitions_are_plain_data(read: Reader) -> None:
    """Other programs read these keys."""
    pack = read(RULES)
    other = read(RULES.replace('{ name = "gas" }', '{ name = "water" }'))
    (one,) = compare_packs(
        Chain((pack,)), Chain((other,)), core_catalogue(), on=DAY, and_on=DAY
    ).definitions
    assert isinstance(one, Definition)
    plain = one.to_json()
    assert list(plain) == ["change", "kind", "key", "field", "one", "other"]
    assert list(plain["one"]) == ["pack", "clause", "value"]
    assert json.loads(json.dumps(plain)) == plain
