"""Norms: phases, deadlines, units, and one limit on a day."""

from __future__ import annotations

from datetime import date

import pytest

from fengqiao.rules import Norm, NormPhase, Pack
from fengqiao.rules.values import Exact

from .conftest import Finder, Reader


def norm(**fields: str) -> str:
    """A norm with these fields beside key, each, per, limit and clause."""
    usual = {
        "key": '"visits.households"',
        "each": '"community_officer"',
        "per": '"month"',
        "at_least": "80",
        "clause": '"一"',
    }
    lines = {**usual, **fields}
    return "\n[[norm]]\n" + "".join(f"{name} = {value}\n" for name, value in lines.items() if value)


def phases(pack: Pack, entry_id: str) -> tuple[NormPhase, ...]:
    """The phases of a norm."""
    found = next(one for one in pack.entries if one.id == entry_id)
    assert isinstance(found, Norm)
    return found.phases


def test_a_phase_ends_the_day_before_the_next_begins(everytown: Pack) -> None:
    """The first begins with the source, a later one on its `by` day or its own `from`."""
    assert [
        (one.effective_from, one.effective_until)
        for one in phases(everytown, "staffing.auxiliaries")
    ] == [
        (date(2018, 6, 25), date(2019, 12, 30)),
        (date(2019, 12, 31), date(2020, 12, 31)),
        (date(2021, 1, 1), date(2021, 12, 31)),
    ]


def test_a_phase_holds_as_long_as_its_own_source(read: Reader) -> None:
    """A phase that cites another source takes force and end from that one."""
    text = (
        '[[source]]\nid = "press"\nzh = "报道"\nkind = "press_report"\nissued = 2019-01-01\n'
        'until = 2020-12-31\n[[clause]]\nref = "press:一"\n'
    )
    rows = '[ { at_least = 60 }, { from = 2019-01-01, at_least = 80, clause = "press:一" } ]'
    found = phases(read(text + norm(at_least="", phase=rows)), "visits.households")
    assert [(one.force, one.effective_until) for one in found] == [
        ("must", date(2018, 12, 31)),
        ("practice", date(2020, 12, 31)),
    ]


def test_a_phase_that_ends_before_it_begins_is_refused(faults: Finder) -> None:
    """Each phase has at least one day."""
    rows = (
        "[ { from = 2019-01-01, until = 2018-12-31, at_least = 60 }, "
        "{ from = 2020-01-01, at_least = 80 } ]"
    )
    found = faults(norm(at_least="", phase=rows))
    assert [one.code for one in found] == ["pack.days_reversed"]


def test_a_phase_takes_what_it_does_not_state_from_its_norm(everytown: Pack) -> None:
    """Clause, force and severity of a phase are its own where it states them."""
    assert [
        (one.force, one.above, [cite.ref for cite in one.cites])
        for one in phases(everytown, "staffing.auxiliaries")
    ] == [
        ("must", None, ["一(一)", "三"]),
        ("aim", None, ["一(一)", "三"]),
        ("must", "notice", ["二"]),
    ]


def test_deadlines_in_years_count_from_the_sources_day(everytown: Pack) -> None:
    """Three and five years from 25 June 2018."""
    by = phases(everytown, "staffing.community_officer_share")[0].by
    assert by is not None
    assert by.days == (date(2021, 6, 25), date(2023, 6, 25))


def test_a_deadline_keeps_the_quantity_it_was_written_in(everytown: Pack) -> None:
    """What the source says, 3 years, is not lost behind the day it comes to."""
    by = phases(everytown, "staffing.community_officer_share")[0].by
    assert by is not None
    assert [one.plain() for one in by.after] == ["3 years", "5 years"]


def test_a_share_is_not_reduced(read: Reader) -> None:
    """4/8 stays 4/8."""
    text = norm(
        key='"staffing.community_officer_share"', each='"station"', per="", at_least='"4/8"'
    )
    comparison = phases(read(text), "staffing.community_officer_share")[0].comparison
    assert comparison.limit == Exact(4, 8, None, "4/8")


def test_the_only_denominator_of_a_key_is_taken(everytown: Pack) -> None:
    """A share of staff is of the station's strength, named or not."""
    assert phases(everytown, "staffing.community_officer_share")[0].basis == "strength"


def test_several_keys_make_several_norms(read: Reader) -> None:
    """A list of keys is one norm for each, called by its key."""
    pack = read(norm(key='["visits.households", "inspection.premises"]'))
    assert [one.id for one in pack.entries] == ["visits.households", "inspection.premises"]


CITY = {"key": '"facility.police_rooms"', "per": "", "at_least": "1"}


@pytest.mark.parametrize(
    "other",
    [
        {},
        {"until": "2018-12-31"},
        {"from": "2019-01-01"},
        {"where.full_time": "true"},
        {"each": '["station", "community_officer"]'},
    ],
)
def test_two_limits_on_one_day_are_refused(faults: Finder, other: dict[str, str]) -> None:
    """Two norms of one key that can meet in one subject on one day do not load."""
    second = norm(**{"id": '"visits.other"', "at_least": "90", **other})
    assert [one.code for one in faults(norm() + second)] == ["pack.norm_overlap"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"until": "2018-12-31"}, {"from": "2019-01-01"}),
        ({}, {"each": '"station"'}),
        ({}, {"per": '"week"'}),
        ({"where.full_time": "true"}, {"where.full_time": "false"}),
        (
            {**CITY, "each": '"community"', "where.resident_count.at_most": "999"},
            {**CITY, "each": '"community"', "where.resident_count.at_least": "1000"},
        ),
        (
            {**CITY, "each": '"community"', "where.resident_count.less_than": "1000"},
            {**CITY, "each": '"community"', "where.resident_count.between": "[1000, 2000]"},
        ),
        (
            {"key": '"inspection.premises"', "of.topic": '"fire"'},
            {"key": '"inspection.premises"', "of.topic": '"public_order"'},
        ),
        (
            {"key": '"inspection.premises"', "of.kind.none_of": '["hotel", "courier"]'},
            {"key": '"inspection.premises"', "of.kind": '"hotel"'},
        ),
    ],
)
def test_limits_that_never_meet_stand_side_by_side(
    read: Reader, first: dict[str, str], second: dict[str, str]
) -> None:
    """Days, subjects, periods, and filters that exclude each other keep two norms apart."""
    key = first.get("key", '"visits.households"').strip('"')
    pack = read(norm(**first) + norm(**{**second, "id": f'"{key}.other"'}))
    assert len(pack.entries) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("at_most = 1000", "at_least = 1000"),
        ("between = [1, 1000]", "equal = 1000"),
        ("less_than = 1001", "more_than = 999"),
    ],
)
def test_filters_that_share_a_number_meet(faults: Finder, first: str, second: str) -> None:
    """A village of exactly 1,000 would be under both."""
    one = norm(**{**CITY, "each": '"community"', "where.resident_count": f"{{ {first} }}"})
    other = norm(
        **{**CITY, "each": '"community"', "where.resident_count": f"{{ {second} }}"},
        id='"facility.other"',
    )
    assert [fault.code for fault in faults(one + other)] == ["pack.norm_overlap"]


def test_all_officers_and_those_of_one_role_are_two_limits(read: Reader) -> None:
    """So many officers, and so many community officers among them."""
    staffing = {"key": '"staffing.officers"', "each": '"station"', "per": ""}
    among = norm(
        **staffing, id='"staffing.community"', at_least="6", **{"of.role": '"community_officer"'}
    )
    assert len(read(norm(**staffing, at_least="16") + among).entries) == 2


UNITS = {"key": '"organisation.station_units"', "each": '"station"', "per": "", "at_least": ""}
TWO_TEAMS = norm(**UNITS, all_of='["case_team", "community_team"]')


def test_words_asked_for_apart_add_up(read: Reader) -> None:
    """Two norms that each ask for words of their own are both read."""
    pack = read(TWO_TEAMS + norm(**UNITS, id='"organisation.other"', all_of='["command_room"]'))
    assert phases(pack, "organisation.other")


def test_one_word_asked_for_twice_is_refused(faults: Finder) -> None:
    """A word that two norms ask for is one limit said twice."""
    other = norm(**UNITS, id='"organisation.other"', all_of='["case_team"]')
    assert [fault.code for fault in faults(TWO_TEAMS + other)] == ["pack.norm_overlap"]


def test_the_word_asked_for_twice_is_named(faults: Finder) -> None:
    """Of two long lists the writer sees at once which word stands in both."""
    other = norm(**UNITS, id='"organisation.other"', all_of='["command_room", "case_team"]')
    assert [fault.facts["words"] for fault in faults(TWO_TEAMS + other)] == [("case_team",)]


def test_a_phase_may_say_that_it_is_not_confirmed(read: Reader) -> None:
    """What it does not say, the entry says."""
    text = norm(phase="[ { at_least = 80 }, { from = 2026-01-01, verified = false } ]")
    found = phases(read(text), "visits.households")
    assert [one.verified for one in found] == [None, False]


def test_exceptions_are_words_of_the_keys_own_list(read: Reader) -> None:
    """A phase may name others than its norm."""
    words = ('"emergency"', '["higher_order", "rule_names_it"]')
    rows = f"[ {{ unless = {words[1]}, from = 2019-01-01 }} ]"
    text = norm(
        key='"assignments.kinds"',
        per="",
        at_least="",
        none_of='["casework"]',
        unless=words[0],
        phase=f"[ {{ }}, {rows[2:-2]} ]",
    )
    found = phases(read(text), "assignments.kinds")
    assert [one.unless for one in found] == [("emergency",), ("higher_order", "rule_names_it")]


@pytest.mark.parametrize(
    ("key", "word", "code"),
    [
        ("assignments.kinds", "promotion", "pack.unknown_word"),
        ("roles.community_posts", "emergency", "pack.no_exceptions"),
    ],
)
def test_an_exception_that_nothing_attests_is_refused(
    faults: Finder, key: str, word: str, code: str
) -> None:
    """Neither words of another list, nor exceptions to what knows none."""
    ban = '["casework"]' if key.startswith("assign") else '["grid_worker"]'
    text = norm(key=f'"{key}"', per="", at_least="", none_of=ban, unless=f'"{word}"')
    assert [one.code for one in faults(text)] == [code]


def test_bans_of_different_words_stand_side_by_side(read: Reader) -> None:
    """Three bans on taskings (Lanling, 三(二)) are three norms, each with its own exceptions."""
    each = [
        norm(
            id=f'"ban.{word}"',
            key='"assignments.kinds"',
            per="",
            at_least="",
            none_of=f'["{word}"]',
        )
        for word in ("case_target", "outside_event", "station_roster")
    ]
    assert len(read("".join(each)).entries) == len(each)


def test_the_usual_denominator_is_taken(read: Reader) -> None:
    """A share of staff is of the strength, unless an entry names the officers."""
    text = norm(
        key='"staffing.community_officer_share"', each='"station"', per="", at_least='"1/3"'
    )
    own = text.replace("[[norm]]", '[[norm]]\nid = "own"\nbasis = "officers"')
    pack = read(text + own)
    found = [phases(pack, name)[0].basis for name in ("staffing.community_officer_share", "own")]
    assert found == ["strength", "officers"]
