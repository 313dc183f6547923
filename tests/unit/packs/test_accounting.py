"""Each part of each clause has a place, and each entry a measure."""

from __future__ import annotations

import pytest

from fengqiao.errors import Lang, PackError, render
from fengqiao.measures import core_indicators
from fengqiao.packs import read_pack
from fengqiao.packs.accounting import not_installed, strict_faults, unaccounted
from fengqiao.packs.describe import describe
from fengqiao.rules import Pack, core_catalogue
from fengqiao.testing.small import SMALL_PACK

from .conftest import Reader

GRADED = """
[[sheet]]
key    = "points.station"
each   = "station"
per    = "year"
clause = "一"
part   = "open"
[[band]]
key    = "station.grade"
by     = "points.station"
over   = "year"
tie    = "upper"
clause = "一"
level  = [ { name = "excellent", at_least = 90 }, { name = "good", less_than = 90 } ]
"""
SECOND = '[[clause]]\nref = "二"\nparts = 2\n'
NORM = (
    '[[norm]]\nkey = "visits.households"\neach = "community_officer"\nper = "month"\n'
    "at_least = 80\nclause = {clause}\n"
)


def lacking(pack: Pack) -> list[tuple[str, int | None]]:
    """Clause and part of what nothing cites."""
    return [(clause.ref, part) for clause, part in unaccounted(pack)]


@pytest.mark.parametrize("clause", ['"一"', '"一#1"', '["一", "一#1"]'])
def test_a_clause_of_one_part_is_cited_with_or_without_its_number(
    read: Reader, clause: str
) -> None:
    """`#1` of a clause that holds one requirement is the clause."""
    assert lacking(read(NORM.format(clause=clause))) == []


@pytest.mark.parametrize(
    ("clause", "left"),
    [
        ('["一", "二"]', [("二", 1), ("二", 2)]),
        ('["一", "二#2"]', [("二", 1)]),
        ('["一", "二#1", "二#2"]', []),
        ('"order:二#1"', [("一", None), ("二", 2)]),
    ],
)
def test_each_part_of_a_longer_clause_is_cited_by_its_number(
    read: Reader, clause: str, left: list[tuple[str, int | None]]
) -> None:
    """A reference to the whole clause says nothing of which part is meant."""
    assert lacking(read(SECOND + NORM.format(clause=clause))) == left


def test_what_is_left_out_accounts_for_its_part(read: Reader) -> None:
    """An omission with its reason is a place too."""
    omitted = (
        '[[not_modelled]]\nclause = "二#2"\nwhy = "no_act"\nwhat.zh = "无"\nwhat.en = "none"\n'
    )
    pack = read(SECOND + NORM.format(clause='["一", "二#1"]') + omitted)
    assert lacking(pack) == []


def test_a_requirement_of_a_duty_accounts_for_its_part(read: Reader) -> None:
    """`cites` moves a requirement to a part of its own."""
    duty = (
        '[[duty]]\nkey = "meeting.community"\nwho = "community_officer"\neach = "community"\n'
        'every = "month"\nlasts.at_least = "2 hours"\ncites.length = "二#2"\n'
        'clause = ["一", "二#1"]\n'
    )
    assert lacking(read(SECOND + duty)) == []


def test_plain_data_names_clauses_without_parts(read: Reader) -> None:
    """The shape of `show --json` stays: a clause stands once, by its reference."""
    pack = read(SECOND + NORM.format(clause='["一", "二#1", "二#2"]'))
    (entry,) = describe(pack, core_catalogue())["entries"]  # type: ignore[misc]
    assert entry["clause"] == ["一", "二"]


def test_a_part_in_full_width_is_understood_in_the_hint(read: Reader) -> None:
    """The number sign of a Chinese keyboard is pointed out with what was meant."""
    with pytest.raises(PackError) as caught:
        read(SECOND + NORM.format(clause='"二＃2"'))
    assert (caught.value.code, caught.value.facts["close"]) == ("pack.unknown_clause", ("二#2",))


@pytest.fixture
def testtown() -> Pack:
    """A pack that is complete."""
    return read_pack(SMALL_PACK)


def test_a_complete_pack_has_no_strict_fault(testtown: Pack) -> None:
    """Every part is cited and every key has its indicator."""
    assert list(strict_faults(testtown, core_catalogue(), core_indicators())) == []


def test_an_entry_that_nothing_measures_is_found(testtown: Pack) -> None:
    """Without any indicator both norms of the pack can't be answered; its duty can."""
    found = not_installed(testtown, core_catalogue(), {})
    assert [entry.id for entry in found] == ["visits.households", "staffing.officers"]


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "Nothing measures `visits.households`"), ("zh", "没有可用的指标")]
)
def test_a_missing_indicator_is_named(testtown: Pack, lang: Lang, words: str) -> None:
    """The fault says which entry, and what to install for which key."""
    fault = next(strict_faults(testtown, core_catalogue(), {}))
    assert words in render(fault, lang)


def test_a_band_and_a_sheet_by_nothing_are_found(read: Reader) -> None:
    """What they are measured by has to be there as well."""
    band = (
        '[[band]]\nkey = "station.class"\nby = "calls.per_day"\nover = "month"\ntie = "upper"\n'
        'clause = "一"\nlevel = [ { name = "high", at_least = 15 }, { name = "low",'
        " less_than = 15 } ]\n"
    )
    sheet = (
        '[[sheet]]\nkey = "points.community_officer"\neach = "community_officer"\nper = "month"\n'
        'clause = "一"\npart = [ { name = "known", weight = 1,'
        ' measure = "survey.familiarity_share" } ]\n'
    )
    found = not_installed(read(band + sheet), core_catalogue(), {})
    assert [entry.id for entry in found] == ["station.class", "points.community_officer"]


def test_a_grade_by_the_points_of_a_sheet_is_measured_by_the_sheet(read: Reader) -> None:
    """Nothing else need be installed for it."""
    pack = read(GRADED)
    assert not_installed(pack, core_catalogue(), core_indicators()) == ()
