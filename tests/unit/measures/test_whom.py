"""Whom an entry asks: by the name that the host gave, by the class of a band, or nobody knows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from fengqiao.measures import Classed, Doubt, Task
from fengqiao.rules import OPEN, Band, Cite, Level, Origin, Rules

if TYPE_CHECKING:
    from tests.unit.conftest import Build

C1, C2, C3 = "990101001001", "990101001002", "990101001003"
OLD, NEW = "names.community.old_town", "names.community.new_town"
Asked = list[tuple[Doubt | None, tuple[str, ...]]]


def ask_communities(build: Build, rules: Rules, **changes: date) -> tuple[Task, ...]:
    """What is asked of three communities of July; the third has few households."""
    registers = build.registers(
        area=[
            {"area": code, "name": code, "households": households}
            for code, households in ((C1, 1000), (C2, 1000), (C3, 100))
        ]
    )
    return build.tasks(rules, registers, build.request(**changes))


def named_rules(build: Build, op: str, *names: str, terms: dict[str, object]) -> Rules:
    """A norm for communities of these names."""
    where = (("name", build.comparison(op, frozenset(names))),)
    norm = build.norm(build.norm_phase(where=where), each=("community",))
    return build.rules(build.pack(norm), terms=terms)


def unnamed(*terms: str) -> Doubt:
    """Nobody said who bears these names."""
    return Doubt(about="name", reason="not_configured", terms=terms)


@pytest.mark.parametrize(
    ("op", "names", "terms", "asked"),
    [
        ("any_of", ("old_town",), {OLD: C1}, [(None, (C1,))]),
        ("none_of", ("old_town",), {OLD: C1}, [(None, (C2, C3))]),
        # Nobody said who bears the name: it may be any of the three.
        ("any_of", ("old_town",), {}, [(unnamed(OLD), (C1, C2, C3))]),
        # What the host calls a bureau says nothing of communities.
        ("any_of", ("old_town",), {"names.bureau.a": C2}, [(unnamed(OLD), (C1, C2, C3))]),
        # One of the names is known; the other may be that of the second or the third.
        (
            "any_of",
            ("new_town", "old_town"),
            {OLD: C1},
            [(None, (C1,)), (unnamed(NEW), (C2, C3))],
        ),
        # The second has a name of its own, so that it is not the one which nobody bound.
        (
            "any_of",
            ("new_town", "old_town"),
            {OLD: C1, "names.community.market": C2},
            [(None, (C1,)), (unnamed(NEW), (C3,))],
        ),
        (
            "none_of",
            ("new_town", "old_town"),
            {OLD: C1, "names.community.market": C2},
            [(None, (C2,)), (unnamed(NEW), (C3,))],
        ),
        # Two names for one community: the one asked for is enough.
        ("any_of", ("old_town",), {OLD: C1, "names.community.market": C1}, [(None, (C1,))]),
        ("any_of", ("old_town",), {"names.community.market": C1, OLD: C1}, [(None, (C1,))]),
        # The community of that name is elsewhere.
        ("any_of", ("old_town",), {OLD: "990202001001"}, []),
    ],
)
def test_a_name_asks_whom_the_host_says(
    build: Build, op: str, names: tuple[str, ...], terms: dict[str, object], asked: Asked
) -> None:
    """Who bears a name is asked, who bears another is not, and of the rest nobody can tell."""
    tasks = ask_communities(build, named_rules(build, op, *names, terms=terms))
    assert [(task.doubt, task.subjects.ids) for task in tasks] == asked
    assert [task.reason for task in tasks] == [doubt and "not_configured" for doubt, _ in asked]


def test_other_filters_hold_for_those_of_unknown_name_as_well(build: Build) -> None:
    """With less than 900 households the third is not meant, whatever its name."""
    where = (
        ("households", build.comparison("at_least", 900)),
        ("name", build.comparison("any_of", frozenset({"old_town"}))),
    )
    norm = build.norm(build.norm_phase(where=where), each=("community",))
    (task,) = ask_communities(build, build.rules(build.pack(norm)))
    assert (task.doubt, task.subjects.ids) == (unnamed(OLD), (C1, C2))


def test_a_place_names_its_own_before_its_parent_does(build: Build) -> None:
    """City and county both say who `old_town` is: the county's word counts in the county."""
    where = (("name", build.comparison("any_of", frozenset({"old_town"}))),)
    norm = build.norm(build.norm_phase(where=where), each=("community",), pack="city")
    city = build.pack(norm, name="city", areas=("9901",))
    county = build.pack(name="county", areas=("990101",), parent="city")
    given = {("city", OLD): C1, ("county", OLD): C2}
    (task,) = ask_communities(build, evolve(build.rules(city, county), terms=given))
    assert task.subjects.ids == (C2,)


def test_what_can_not_be_judged_yet_has_no_doubt(build: Build) -> None:
    """Before its period has begun that is the reason, not a name that nobody bears."""
    rules = named_rules(build, "any_of", "old_town", terms={})
    (task,) = ask_communities(build, rules, on=date(2018, 6, 30))
    assert (task.reason, task.doubt) == ("period_open", None)


def band(build: Build, key: str, each: str, **changes: object) -> Band:
    """A band whose one class everybody is in."""
    facts: dict[str, Any] = {
        "pack": "town",
        "id": key,
        "key": key,
        "each": each,
        "cites": (Cite("order", "一"),),
        "origin": Origin(file="test.toml", line=1),
        "effective_from": date(2018, 1, 1),
        "force": "must",
        "by": "calls.per_day",
        "over": "quarter",
        "tie": None,
        "levels": (Level(name="class_1", comparison=build.comparison("at_least", 0)),),
        **changes,
    }
    return Band(**facts)


UNKNOWN = {"ST1": "no_data", "ST3": "not_configured"}


@pytest.mark.parametrize(
    ("changes", "known"),
    [
        ({}, {"by": "calls.per_day", "over": "2018-Q2", "pack": "town"}),
        (
            {"over": OPEN},
            {"by": "calls.per_day", "terms": ("station.class.over",), "pack": "town"},
        ),
        ({"by": OPEN}, {"over": "2018-Q2", "terms": ("station.class.by",), "pack": "town"}),
        ({"effective_from": date(2018, 8, 1)}, {}),
        (None, {}),
    ],
)
def test_a_class_that_is_not_known(
    build: Build, changes: dict[str, Any] | None, known: dict[str, Any]
) -> None:
    """The doubt says by what and over which period the band in force classes, if there is one."""
    where = (("station.class", build.comparison("any_of", frozenset({"class_1"}))),)
    norm = build.norm(build.norm_phase(where=where), each=("station",))
    bands = [] if changes is None else [band(build, "station.class", "station", **changes)]
    sizes = band(build, "dispute.size", "dispute", by=OPEN, over=OPEN)
    rules = build.rules(build.pack(norm, sizes, *bands))
    names = ("ST2", "ST3", "ST4", "ST5")
    registers = build.town(
        station=[{"station": name, "name": name, "area": "990101001"} for name in names]
    )
    levels = {"station.class": {"ST2": "class_1", "ST5": "class_2"}}
    classed = Classed(levels=levels, unknown={"station.class": UNKNOWN})
    tasks = build.tasks(rules, registers, build.request(), classed=lambda _day: classed)
    assert [(task.doubt, task.subjects.ids) for task in tasks] == [
        (None, ("ST2",)),
        (Doubt(about="station.class", reason="no_data", **known), ("ST1", "ST4")),
        (Doubt(about="station.class", reason="not_configured", **known), ("ST3",)),
    ]


def test_classes_are_not_worked_out_where_nobody_asks_for_them(build: Build) -> None:
    """A norm for all stations needs no band."""

    def classed(_day: date) -> Classed:
        raise AssertionError

    rules = build.rules(build.pack(build.norm(each=("station",))))
    assert build.tasks(rules, build.town(), build.request(), classed=classed)
