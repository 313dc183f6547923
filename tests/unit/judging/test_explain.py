from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fengqiao.errors import Lang
from fengqiao.judging import check, explain, word
from fengqiao.judging.explain import counted_lines
from fengqiao.judging.narrowing import asked_only, narrowed
from fengqiao.measures import core_indicators
from fengqiao.rules import Comparison, Duty, Norm, Target, Words, core_catalogue
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build


def explained(
    build: Build, entry: Norm | Duty, lang: str = "en", **terms: object
) -> dict[str, list[str]]:
    """The lines of the explanation of each finding, by requirement."""
    given = {f"{entry.id}.{name}": value for name, value in terms.items()}
    rules = build.rules(build.pack(entry), terms=given)
    keys = ("visit", "meeting.community")
    registers = build.town(recording=build.declared(*keys))
    visits = [build.visit(n, date(2018, 7, 3)) for n in range(79)]
    sessions = [build.session(1, date(2018, 7, 3), minutes=90)]
    values = build.answer(
        build.tasks(rules, registers, build.request()),
        registers,
        visit=visits,
        session=sessions,
    )
    found = check(rules, values, on=date(2018, 7, 31), calendar=CN_CALENDAR)
    return {
        one.requirement or "": explain(one, rules, core_indicators(), lang=lang).split("\n")
        for one in found
    }


LEFT_OUT = (
    "Left out: visits refused or without an answer; a household visited again in the period"
    " counts once"
)


def test_breach_in_english(build: Build) -> None:
    """What was asked, by which clause, what was counted, and what came of it."""
    norm = build.norm(names=Words(en="Households visited", zh="走访户数"))
    assert explained(build, norm)[""] == [
        "Finding: Households visited (town:visits.households@community_officer/W1:2018-07)",
        "Result: not met (breach)",
        "Asked: must, at least 80",
        "Source: order (2018-01-01)",
        "Clause: 一",
        "Subject: community officer W1",
        "Period: 2018-07",
        "Found: 79",
        "Counted: distinct households visited",
        LEFT_OUT,
        "Packs asked: town 1.0.0",
        "Facts as of: 2018-07-31",
    ]


@pytest.mark.parametrize(("lang", "line"), [("en", "Events: E1"), ("zh", "记录:E1")])
def test_a_duty_names_the_events_that_count(build: Build, lang: str, line: str) -> None:
    """By id, so that whoever disagrees can look the meeting up."""
    assert line in explained(build, build.duty(build.duty_phase()), lang)["cadence"]


def test_breach_in_chinese(build: Build) -> None:
    """The same in Chinese."""
    norm = build.norm(names=Words(en="Households visited", zh="走访户数"))
    assert explained(build, norm, "zh")[""][1:3] == ["结果:不符合(违反)", "要求:应当,不少于 80"]


@pytest.mark.parametrize(
    ("entry", "requirement", "term"),
    [
        (
            lambda build: build.norm(build.norm_phase(limit="open")),
            "",
            "visits.households.at_least",
        ),
        (lambda build: build.norm(build.norm_phase("bare", 80)), "", "visits.households.direction"),
        (lambda build: build.norm(build.norm_phase("about", 80)), "", "visits.households.about"),
        (
            lambda build: meeting(build, "length", "lasts", "at_least", "1/2 day"),
            "length",
            "meeting.community.day",
        ),
        (
            lambda build: meeting(build, "length", "lasts", "at_least", "open"),
            "length",
            "meeting.community.lasts",
        ),
        (
            lambda build: meeting(build, "window", "within", "at_most", "open"),
            "window",
            "meeting.community.within",
        ),
        (
            lambda build: meeting(build, "attendance", "people", "about", 8),
            "attendance",
            "meeting.community.people",
        ),
        (
            lambda build: meeting(build, "invited", "invite", "all_of", "open"),
            "invited",
            "meeting.community.invite",
        ),
    ],
)
def test_what_is_missing_is_named(
    build: Build, entry: Callable[[Build], Norm | Duty], requirement: str, term: str
) -> None:
    """The name under which the host fills it in, in which section."""
    lines = explained(build, entry(build))[requirement]
    assert f'To be filled in: [town] "{term}"' in lines


def meeting(build: Build, name: str, field: str, op: str, limit: object) -> Duty:
    """A meeting with one requirement."""
    requirement = build.requirement(name, field, op, limit)
    return build.duty(build.duty_phase(requirement, within="start"))


def test_terms_that_were_used_are_named(build: Build) -> None:
    """With their values."""
    norm = build.norm(build.norm_phase(limit="open"))
    assert (
        "Filled in by the host: visits.households.at_least = 70"
        in (explained(build, norm, at_least=70)[""])
    )


def test_requirement_and_unit_are_words(build: Build) -> None:
    """A length is shown in minutes, under the requirement's own name."""
    entry = meeting(build, "length", "lasts", "at_least", "2 hours")
    lines = explained(build, entry)["length"]
    assert (lines[0].split(" (")[0], lines[2], lines[7]) == (
        "Finding: community meeting / length",
        "Asked: must, at least 2 hours",
        "Found: 90 minutes",
    )


def test_reading_that_was_not_taken_is_said(build: Build) -> None:
    """Both readings, and that a value was not confirmed."""
    norm = build.norm(
        reading=Words(en="each officer's"), other=Words(en="a room's"), verified=False
    )
    lines = explained(build, norm)[""]
    assert lines[-5:-2] == [
        "Read as: each officer's",
        "Not read as: a room's",
        "Not verified: the value was not confirmed against the source",
    ]


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "Not verified: the value was not confirmed against the source"),
        ("zh", "未核实:该数值尚未与原文核对"),
    ],
)
def test_phase_that_is_not_confirmed_is_said(build: Build, lang: str, line: str) -> None:
    """Although the entry as a whole is."""
    norm = build.norm(build.norm_phase(verified=False))
    assert line in explained(build, norm, lang)[""]


@pytest.mark.parametrize(
    ("days", "line"),
    [
        ((date(2018, 12, 31),), "Due by: 2018-12-31 (a shortfall is {} before 2018-12-31)"),
        (
            (date(2021, 6, 25), date(2023, 6, 25)),
            "Due by: 2023-06-25 (a shortfall is {} before 2021-06-25, {} before 2023-06-25)",
        ),
    ],
)
def test_a_deadline_says_why_a_shortfall_counts_for_less(
    build: Build, days: tuple[date, ...], line: str
) -> None:
    """Nobody would know else why a must is only information."""
    norm = build.norm(build.norm_phase(by=Target(days=days)))
    words = [word("info", "en"), word("notice", "en")]
    assert line.format(*words) in explained(build, norm)[""]


def of(build: Build, **words: str) -> tuple[tuple[str, Comparison], ...]:
    """Filters, each of one word."""
    return tuple(
        (name, build.comparison("any_of", frozenset((word,)))) for name, word in words.items()
    )


@pytest.mark.parametrize(
    ("lang", "counted", "out_of"),
    [
        (
            "en",
            "of these, inspected in the period (only: fire safety; hotel)",
            "premises on the register on the last day counted (only: hotel)",
        ),
        ("zh", "周期内检查过的在册场所(仅计:消防;旅馆)", "周期末登记在册的场所(仅计:旅馆)"),
    ],
)
def test_filters_stand_behind_what_they_narrow(
    build: Build, lang: Lang, counted: str, out_of: str
) -> None:
    """Hotels inspected for fire, out of all hotels: the topic narrows the numerator alone."""
    phase = build.norm_phase(of=of(build, topic="fire", kind="hotel"))
    lines = counted_lines(core_indicators()["inspection.share"], phase, core_catalogue(), lang)
    assert dict(lines) == {"counted": counted, "out_of": out_of}


@pytest.mark.parametrize(
    ("lang", "flag", "counted"),
    [
        ("en", "true", "community officers (only: full time in this role)"),
        ("zh", "true", "社区民警(仅计:专职)"),
        ("zh", "false", "社区民警(仅计:非专职)"),
    ],
)
def test_flags_are_words(build: Build, lang: Lang, flag: str, counted: str) -> None:
    """Full-time community officers, out of all officers."""
    indicator = core_indicators()["staffing.community_officer_share"]
    phase = build.norm_phase(of=of(build, full_time=flag), basis="strength")
    lines = dict(counted_lines(indicator, phase, core_catalogue(), lang))
    assert (lines["counted"], "(" in lines["out_of"]) == (counted, False)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "school; residents at least 1000"), ("zh", "学校;常住人口数 不少于 1000")],
)
def test_where_says_of_whom_it_is_asked(build: Build, lang: Lang, text: str) -> None:
    """Words by the list of the subject's own register, numbers with their comparison."""
    residents = ("resident_count", build.comparison("at_least", 1000))
    phase = build.norm_phase(where=(*of(build, kind="school"), residents))
    assert asked_only(phase, "premises", core_catalogue(), lang) == text


def test_receipt_holds_the_filters(build: Build) -> None:
    """As data, beside the indicator that they narrow."""
    phase = build.norm_phase(of=of(build, topic="fire"), basis="strength")
    assert narrowed(phase) == {
        "where": {},
        "of": {"topic": {"op": "any_of", "value": ["fire"]}},
        "basis": "strength",
        "unless": [],
    }


@pytest.mark.parametrize(
    ("terms", "lines"),
    [
        (
            {},
            [
                "Due by: left open by the source",
                'To be filled in: [town] "visits.households.by"',
            ],
        ),
        (
            {"by": "2018-12-31"},
            [
                "Result: not met (info)",
                "Due by: 2018-12-31 (a shortfall is info before 2018-12-31)",
                "Filled in by the host: visits.households.by = 2018-12-31",
            ],
        ),
    ],
)
def test_a_deadline_of_the_host(build: Build, terms: dict[str, str], lines: list[str]) -> None:
    """An open deadline is said to be open, and its term named; filled in, it is shown."""
    shown = explained(build, build.norm(build.norm_phase(by=Target(is_open=True))), **terms)[""]
    assert set(lines) - set(shown) == set()


@pytest.mark.parametrize(
    ("terms", "lang", "line"),
    [
        ({}, "en", "Only during: the busy season in the fields (left open by the source)"),
        ({}, "zh", "仅在:农忙(来源未写明)"),
        ({}, "en", 'To be filled in: [town] "during.busy_season"'),
        (
            {"during.busy_season": ("2018-07-02..2018-07-20",)},
            "en",
            "Only during: the busy season in the fields (2018-07-02..2018-07-20)",
        ),
        ({"during.busy_season": "2018-08"}, "en", "Result: not checkable (nothing was due)"),
    ],
)
def test_a_season(build: Build, terms: dict[str, object], lang: Lang, line: str) -> None:
    """Which season, which days the host says it is, and under what name it says so."""
    rules = build.rules(build.pack(build.duty(build.duty_phase(during="busy_season"))), terms=terms)
    registers = build.town(recording=build.declared("meeting.community"))
    tasks = build.tasks(rules, registers, build.request())
    values = build.answer(tasks, registers, session=[build.session(1, date(2018, 7, 3))])
    (found,) = check(rules, values, on=date(2018, 7, 31), calendar=CN_CALENDAR)
    assert line in explain(found, rules, core_indicators(), lang=lang).split("\n")
