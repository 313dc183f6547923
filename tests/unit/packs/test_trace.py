"""Clauses, their parts, and what became of each."""

from __future__ import annotations

import pytest

from fengqiao.packs import Account, TracedClause, trace
from fengqiao.packs.trace import measured_by
from fengqiao.rules import Pack, entry_of

from .conftest import Reader

TWO_PARTS = """
[[clause]]
ref   = "二"
parts = 2
"""
VISITS = """
[[norm]]
key      = "visits.households"
each     = "community_officer"
per      = "month"
at_least = 30
"""


def clause(pack: Pack, ref: str) -> TracedClause:
    """A traced clause by its reference."""
    return next(one for one in trace(pack) if one.clause.ref == ref)


def ids(accounts: tuple[Account, ...]) -> list[str]:
    """Entries of some accounts."""
    return [account.entry.id for account in accounts]


def of_entry(accounts: tuple[Account, ...], entry_id: str) -> Account:
    """The account of an entry."""
    return next(account for account in accounts if account.entry.id == entry_id)


def test_every_clause_is_there_in_order(everytown: Pack) -> None:
    """The trace follows the skeleton, not the entries."""
    assert [one.clause for one in trace(everytown)] == list(everytown.clauses)


def test_every_part_is_there(everytown: Pack) -> None:
    """A clause shows as many parts as the skeleton counts, accounted for or not."""
    numbers = [part.number for part in clause(everytown, "一(一)").parts]
    assert numbers == [1, 2, 3, 4]


def test_every_entry_is_there(everytown: Pack) -> None:
    """No entry of a pack is lost on the way."""
    accounts = [
        account
        for one in trace(everytown)
        for account in (*one.undivided, *(a for part in one.parts for a in part.accounts))
    ]
    assert {account.entry.id for account in accounts} == {one.id for one in everytown.entries}


def test_an_entry_stands_under_its_part(read: Reader) -> None:
    """`二#2` is the second part of the clause and no other."""
    pack = read(f'{TWO_PARTS}{VISITS}clause = "二#2"\n')
    assert [ids(part.accounts) for part in clause(pack, "二").parts] == [[], ["visits.households"]]


def test_a_clause_without_its_part_is_not_guessed(read: Reader) -> None:
    """An entry that does not say which of two parts it carries, stands for none of them."""
    pack = read(f'{TWO_PARTS}{VISITS}clause = "二"\n')
    traced = clause(pack, "二")
    assert ids(traced.undivided) == ["visits.households"]
    assert [part.accounts for part in traced.parts] == [(), ()]


@pytest.mark.parametrize("cited", ["一", "一#1"])
def test_the_only_part_needs_no_number(cited: str, read: Reader) -> None:
    """A clause of one part is accounted for with or without its number."""
    traced = clause(read(f'{VISITS}clause = "{cited}"\n'), "一")
    assert (ids(traced.parts[0].accounts), traced.undivided) == (["visits.households"], ())


def test_an_entry_stands_once_under_a_clause(read: Reader) -> None:
    """A clause of one part that an entry cites both ways, is one account."""
    traced = clause(read(f'{VISITS}clause = ["一", "一#1"]\n'), "一")
    assert ids(traced.parts[0].accounts) == ["visits.households"]


def test_a_later_phase_traces_too(everytown: Pack) -> None:
    """A clause that only one phase cites, leads to the entry."""
    (part,) = clause(everytown, "二").parts
    assert of_entry(part.accounts, "staffing.auxiliaries").of == ()


def test_a_requirement_says_its_name(read: Reader) -> None:
    """A clause that one requirement of a duty cites, names that requirement."""
    duty = """
[[duty]]
key    = "meeting.community"
who    = "community_officer"
each   = "community"
every  = "month"
covers.all_of     = ["report_back"]
cites.report_back = "二#1"
clause = "一"
"""
    part = clause(read(TWO_PARTS + duty), "二").parts[0]
    assert of_entry(part.accounts, "meeting.community").of == ("report_back",)


def test_an_item_says_its_name(read: Reader) -> None:
    """A clause that one item of a label cites, names that item."""
    label = """
[[label]]
key    = "fitting"
items  = [ { name = "desk", clause = "二#1" }, { name = "bench" } ]
clause = "一"
"""
    part = clause(read(TWO_PARTS + label), "二").parts[0]
    assert of_entry(part.accounts, "fitting").of == ("desk",)


def test_worked_cases_come_along(everytown: Pack) -> None:
    """Each account carries the cases of its entry and no others."""
    account = of_entry(clause(everytown, "一(一)").undivided, "station.class")
    assert {case.of for case in account.cases} == {"station.class"}


@pytest.mark.parametrize(
    ("entry_id", "keys"),
    [
        ("visits.households", ("visits.households",)),
        ("station.class", ("calls.per_day",)),
        ("points.community_officer", ("visits.households",)),
        ("award.police_room", ()),
        ("volunteering.activities", ("volunteering.activities",)),
        ("meeting.community", ()),
        ("fitting", ()),
    ],
)
def test_what_measures_an_entry(entry_id: str, keys: tuple[str, ...], everytown: Pack) -> None:
    """Norms, bands, sheets and measures name their indicators; what is open names none."""
    entry = entry_of(everytown, entry_id)
    assert entry is not None
    assert measured_by(entry) == keys
