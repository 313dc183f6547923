"""Two packs compared: what answers to what, and each difference with both clauses."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date

import pytest
from attrs import evolve

from fengqiao.packs.comparing import Difference, Row, compare_packs
from fengqiao.rules import Chain, Pack, core_catalogue

Reader = Callable[[str], Pack]
Shown = list[tuple[str, str | None]]
DAY = date(2020, 1, 1)
VISITS = """
[[norm]]
key = "visits.households"
each = "community_officer"
per = "month"
at_least = 80
clause = "一"
"""
MEETING = """
[[duty]]
key = "meeting.community"
who = "community_officer"
each = "community"
every = "month"
lasts.at_least = "2 hours"
people.about = 10
clause = "一"
"""
BAND = """
[[band]]
key = "station.class"
by = "calls.per_day"
over = "month"
tie = "upper"
clause = "一"
level = [ { name = "large", at_least = 9 }, { name = "small", at_most = 9 } ]
"""
ROLE = """
[[role]]
key = "deputy_grid_lead"
held_by = ["auxiliary_officer", "community_cadre"]
clause = "一"
"""
SHEET = """
[[sheet]]
key = "points.community_officer"
each = "community_officer"
per = "year"
part = [ { name = "work", weight = 60, measure = "open" }, { name = "rest", weight = "open" } ]
clause = "一"
"""


def compared(one: Pack, other: Pack) -> Difference:
    """Both as other places, on one day."""
    second = Chain((_named(other, "other"),))
    return compare_packs(Chain((one,)), second, core_catalogue(), on=DAY, and_on=DAY)


def _named(pack: Pack, name: str) -> Pack:
    """The pack under another id, with its entries."""
    entries = tuple(evolve(entry, pack=name) for entry in pack.entries)
    return evolve(pack, id=name, entries=entries)


def shown(difference: Difference) -> Shown:
    """What changed, and in which field."""
    return [(row.change, row.field) for row in difference.rows]


def differing(read: Reader, text: str, *swaps: tuple[str, str]) -> Shown:
    """Changes between a pack of these lines and one with other words in them."""
    first = read(text)
    for old, new in swaps:
        assert old in text
        text = text.replace(old, new)
    return shown(compared(first, read(text)))


def test_same_packs_differ_in_nothing(read: Reader) -> None:
    """Every entry answers to itself."""
    pack = read(VISITS + MEETING + BAND + ROLE + SHEET)
    found = compared(pack, pack)
    assert (found.rows, found.same, len(found.pairs)) == ((), 5, 5)


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("at_least = 80", "at_least = 100", ("tighter", None)),
        ("at_least = 80", "at_least = 60", ("looser", None)),
        ("at_least = 80", 'at_least = "open"', ("left_open", None)),
        ('per = "month"', 'per = "week"', ("measured", None)),
        ("at_least = 80", "at_least = 80\nforce = 'aim'", ("looser", "force")),
        ("at_least = 80", "at_least = 80\nby = 2021-01-01", ("looser", "by")),
        ("at_least = 80", "at_least = 80\nabove = 'notice'", ("looser", "beyond")),
        ("at_least = 80", "at_least = 80\nwhere.full_time = true", ("measured", None)),
    ],
)
def test_norms(read: Reader, old: str, new: str, change: tuple[str, str | None]) -> None:
    """Limit, measure, force, deadline, severity beyond the end, filters."""
    assert differing(read, VISITS, (old, new)) == [change]


def test_direction_comes_from_the_key(read: Reader) -> None:
    """More households are asked for, so 90 without a direction asks for more than 80 without."""
    assert core_catalogue().key("visits.households").stricter == "up"
    text = VISITS.replace("at_least", "bare")
    assert differing(read, text, ("80", "90")) == [("tighter", None)]


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ('every = "month"', 'every = "week"', ("measured", "cadence")),
        ('every = "month"', 'every = "month"\ntimes = 2', ("tighter", "cadence")),
        ('every = "month"', 'every = "open"', ("left_open", "cadence")),
        ('every = "month"', 'every = "month"\nwithin = "start"', ("added", "window")),
        ("2 hours", "90 minutes", ("looser", "length")),
        ("2 hours", "1/2 day", ("measured", "length")),
        ("people.about = 10\n", "", ("dropped", "attendance")),
        ("people.about = 10", "people.about = 20", ("changed", "attendance")),
        ('clause = "一"', 'clause = "一"\nforce = "practice"', ("looser", "force")),
    ],
)
def test_duties_requirement_by_requirement(
    read: Reader, old: str, new: str, change: tuple[str, str | None]
) -> None:
    """How often, when, how long, how many, and how binding."""
    assert differing(read, MEETING, (old, new)) == [change]


@pytest.mark.parametrize(
    ("one", "other", "change"),
    [
        ('"5 days"', '"3 days"', "tighter"),
        ('"start"', '"3 days"', "settled"),
        ('"3 days"', '"end"', "left_open"),
        ('"start"', '"end"', "changed"),
        ('"3 days"', '"3 working_days"', "measured"),
    ],
)
def test_windows(read: Reader, one: str, other: str, change: str) -> None:
    """`start` says no number of days, so a number settles it; other units are not converted."""
    text = MEETING + f"within = {one}\n"
    assert differing(read, text, (f"within = {one}", f"within = {other}")) == [(change, "window")]


def test_levels_of_bands(read: Reader) -> None:
    """Another edge asks neither for more nor for less."""
    found = differing(
        read, BAND, ("at_least = 9", "at_least = 12"), ("at_most = 9", "at_most = 12")
    )
    assert found == [("changed", "large"), ("changed", "small")]


def test_band_over_another_window(read: Reader) -> None:
    """The same edges on a year's mean class by another measure."""
    assert differing(read, BAND, ('"month"', '"year"')) == [("measured", "over")]


def test_roles_by_words(read: Reader) -> None:
    """Fewer who may hold it ask for more; a list that was not there is added."""
    found = differing(
        read,
        ROLE,
        ('["auxiliary_officer", "community_cadre"]', '"auxiliary_officer"\ndrawn_from = "officer"'),
    )
    assert found == [("added", "drawn_from"), ("tighter", "held_by")]


def test_sheets_by_parts(read: Reader) -> None:
    """Weights settled or changed, parts that go."""
    assert differing(read, SHEET, ("weight = 60", "weight = 50")) == [("changed", "work.weight")]
    assert differing(
        read, SHEET, ('name = "rest", weight = "open"', 'name = "rest", weight = 40')
    ) == [("settled", "rest.weight")]
    assert differing(read, SHEET, ('name = "rest"', 'name = "thanks"')) == [
        ("added", "thanks"),
        ("dropped", "rest"),
    ]


def test_whole_entries_come_and_go(read: Reader) -> None:
    """With the side that says something, and nothing on the other."""
    found = compared(read(VISITS), read(MEETING))
    (added, dropped) = found.rows
    assert (added.change, added.one, added.key) == ("added", None, "meeting.community")
    assert (dropped.change, dropped.other, dropped.key) == ("dropped", None, "visits.households")


def test_kinds_of_subject_one_by_one(read: Reader) -> None:
    """What is asked of communities and villages here, and of communities there, is half dropped."""
    text = """
[[norm]]
key = "staffing.mediation_members"
each = ["community", "village"]
at_least = 3
clause = "一"
"""
    found = compared(read(text), read(text.replace('["community", "village"]', '"community"')))
    assert [(row.change, row.each) for row in found.rows] == [("dropped", ("village",))]


def test_kinds_of_subject_that_differ_alike_are_one_row(read: Reader) -> None:
    """Not one for communities and one for villages."""
    text = """
[[norm]]
key = "staffing.mediation_members"
each = ["community", "village"]
at_least = 3
clause = "一"
"""
    (row,) = compared(read(text), read(text.replace("= 3", "= 5"))).rows
    assert (row.change, row.each) == ("tighter", ("community", "village"))


def test_filters_tell_entries_apart(read: Reader) -> None:
    """Fire is compared with fire, whatever the order; what is filtered otherwise is not matched."""
    text = """
[[norm]]
key = "inspection.premises"
each = "community_officer"
per = "month"
of.topic = "fire"
at_least = 3
clause = "一"

[[norm]]
key = "inspection.premises"
id = "inspection.premises.order"
each = "community_officer"
per = "month"
of.topic = "public_order"
at_least = 5
clause = "一"
"""
    first = read(text)
    second = _named(read(text.replace("at_least = 5", "at_least = 4")), "other")
    turned = evolve(second, entries=tuple(reversed(second.entries)))
    (row,) = compared(first, turned).rows
    assert row.one is not None
    assert row.other is not None
    assert (row.change, row.one.value["value"], row.other.value["value"]) == ("looser", 5, 4)


@pytest.mark.parametrize(
    ("key", "per"),
    [("visits.people", "month"), ("visits.days", "week"), ("hours.in_community", "week")],
)
def test_measures_of_visiting_are_never_converted(read: Reader, key: str, per: str) -> None:
    """Households, people, services, days and hours stand side by side."""
    value = '"20 hours"' if key.startswith("hours") else "20"
    other = VISITS.replace("visits.households", key).replace('"month"', f'"{per}"')
    found = compared(read(VISITS), read(other.replace("80", value)))
    assert shown(found) == [("measured", None)]
    assert found.pairs == ()


def test_both_sides_are_named_with_their_clause(read: Reader) -> None:
    """And with entry, force and the value in the source's own unit."""
    (row,) = compared(read(VISITS), read(VISITS.replace("80", "60"))).rows
    plain = row.to_json()
    assert plain["one"] == {
        "pack": "town",
        "entry": "visits.households",
        "clause": ["order:一"],
        "force": "must",
        "op": "at_least",
        "value": 80,
        "unit": "households",
        "key": "visits.households",
        "per": "month",
        "basis": None,
    }
    assert plain["other"]["value"] == 60


PHASES = """
[[norm]]
key = "staffing.auxiliaries"
each = "community_officer"
phase = [ { at_least = 1 }, { from = 2019-01-01, until = 2019-12-31, at_least = 2 } ]
clause = "一"
"""


@pytest.mark.parametrize(
    ("on", "and_on", "found"),
    [
        (date(2018, 7, 1), date(2018, 8, 1), []),
        (date(2018, 7, 1), date(2019, 7, 1), ["tighter"]),
        (date(2019, 7, 1), date(2018, 7, 1), ["looser"]),
        (date(2018, 1, 1), date(2018, 7, 1), ["added"]),
        (date(2019, 12, 31), date(2020, 1, 1), ["dropped"]),
    ],
)
def test_one_pack_on_two_days(read: Reader, on: date, and_on: date, found: list[str]) -> None:
    """The value in force on each; before the source and after an end there is none."""
    chain = Chain((read(PHASES),))
    difference = compare_packs(chain, chain, core_catalogue(), on=on, and_on=and_on)
    assert [row.change for row in difference.rows] == found


def test_parent_speaks_where_a_pack_is_silent(read: Reader) -> None:
    """The place leaves it out, so the value above it counts; the side says who spoke."""
    parent = _named(read(VISITS), "above")
    place = evolve(read(MEETING), parent="above")
    other = Chain((_named(read(MEETING + VISITS.replace("80", "90")), "other"),))
    found = compare_packs(Chain((place, parent)), other, core_catalogue(), on=DAY, and_on=DAY)
    (row,) = found.rows
    assert row.one is not None
    assert (row.change, row.one.pack, row.one.value["value"]) == ("tighter", "above", 80)


def test_json_shape(read: Reader) -> None:
    """Other programs read these keys."""
    plain = compared(read(VISITS), read(MEETING)).to_json()
    assert list(plain) == ["format", "one", "other", "counts", "same", "rows", "definitions"]
    assert list(plain["one"]) == ["pack", "version", "sha256", "overlay", "on"]
    assert [list(row) for row in plain["rows"]] == [list(Row.__annotations__)] * 2
    assert json.loads(json.dumps(plain)) == plain


RULES = """
[[norm]]
key = "organisation.rules"
each = "bureau"
all_of = ["community_officer_assessment", "auxiliary_assessment"]
clause = "一"
"""


def test_lists_that_share_no_word_are_two_things(read: Reader) -> None:
    """One list of rules is dropped, another added; nobody changed the one into the other."""
    other = RULES.replace("community_officer_assessment", "risk_assessment")
    other = other.replace("auxiliary_assessment", "grid_integration")
    assert differing(read, RULES, (RULES, other)) == [("added", None), ("dropped", None)]


def test_lists_go_with_those_that_they_share_most_with(read: Reader) -> None:
    """Whatever order they stand in."""
    second = RULES.replace("[[norm]]", "[[norm]]\nid = 'organisation.rules.risk'")
    second = second.replace("community_officer_assessment", "risk_assessment")
    second = second.replace(', "auxiliary_assessment"', "")
    first = read(RULES + second)
    turned = read(second + RULES.replace(', "auxiliary_assessment"', ""))
    assert shown(compared(first, turned)) == [("looser", None)]
