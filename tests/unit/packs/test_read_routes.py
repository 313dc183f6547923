"""Routes of a procedure leave no kind of case out and send none two ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.unit.packs.conftest import Finder, Reader

PROCEDURE = """
[[procedure]]
key = "mediation.peoples"
clause = "一"
[[procedure.state]]
name = "open"
ends = true
[[procedure.move]]
name = "found"
from = "new"
to = "open"
"""


def _route(when: str, to: str, more: str = "") -> str:
    return f'[[procedure.route]]\n{when}\nto = "{to}"\n{more}\n'


def test_routes_that_part_all_cases_are_read(read: Reader) -> None:
    """No offence; an offence that is minor; an offence that is not."""
    routes = (
        _route('when = "no_offence"', "mediation.peoples")
        + _route('when = { none_of = ["no_offence", "minor_case"] }', "officer")
        + _route('when = { none_of = "no_offence" }\nuntil = 2018-12-31', "officer")
    )
    late = _route('when = { none_of = "no_offence" }\nsince = 2019-01-01', "officer")
    pack = read(PROCEDURE + routes + late)
    assert len(pack.entries[0].routes) == 4  # type: ignore[union-attr]  # it is the procedure


def test_a_gap_is_found_over_several_facts(faults: Finder) -> None:
    """A case of both facts goes nowhere, though each fact has a route."""
    routes = (
        _route('when = { none_of = ["no_offence", "minor_case"] }', "officer")
        + _route('when = { none_of = "no_offence" }', "officer")
        + _route('when = { none_of = "minor_case" }', "officer")
    )
    found = faults(PROCEDURE + routes)
    assert [(one.code, one.facts["there"]) for one in found] == [
        ("pack.route_gap", ("minor_case", "no_offence"))
    ]


def test_an_overlap_is_found_where_no_route_holds_the_words_of_the_other(faults: Finder) -> None:
    """Two routes of one fact each take a case of both facts."""
    routes = (
        _route('when = "no_offence"', "court")
        + _route('when = "minor_case"', "officer")
        + _route('when = { none_of = ["no_offence", "minor_case"] }', "mediation.peoples")
    )
    found = faults(PROCEDURE + routes)
    assert [(one.code, one.facts["there"], one.facts["to"]) for one in found] == [
        ("pack.route_overlap", ("minor_case", "no_offence"), "court")
    ]


def test_a_gap_of_later_days_is_found(faults: Finder) -> None:
    """The route of the other kind of case ends, and nothing follows it."""
    routes = _route('when = "no_offence"', "court") + _route(
        'when = { none_of = "no_offence" }', "officer", "until = 2018-12-31"
    )
    assert [one.code for one in faults(PROCEDURE + routes)] == ["pack.route_gap"]


@pytest.mark.parametrize("number", [12, 13])
def test_routes_are_tried_for_at_most_twelve_facts(
    number: int, read: Reader, faults: Finder
) -> None:
    """Twelve facts are 4,096 kinds of case; a thirteenth is refused."""
    words = [
        "act_listed", "all_ask", "approved", "civil_dispute", "excluded", "facts_clear",
        "minor_case", "minor_party", "no_offence", "party_asks", "privacy", "trivial", "unclear",
    ]  # fmt: skip
    listed = ", ".join(f'"{word}"' for word in words[:number])
    text = (
        PROCEDURE
        + _route(f"when = {{ any_of = [{listed}] }}", "officer")
        + _route(f"when = {{ none_of = [{listed}] }}", "court")
    )
    if number == 12:
        assert read(text).entries
    else:
        assert {one.code for one in faults(text)} == {"pack.route_facts"}
