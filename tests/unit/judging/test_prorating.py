from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.judging import Few, Finding, check
from fengqiao.judging.prorating import prorated
from fengqiao.rules import NormPhase
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.unit.conftest import Build


@pytest.mark.parametrize(
    ("limit", "days", "of", "found"),
    [
        (80, 31, 31, 80),
        (80, 6, 30, 16),
        (80, 21, 31, 55),  # 54.19
        (80, 1, 31, 3),  # 2.58
        (1, 1, 31, 1),
        (0, 10, 31, 0),
        ("5/2", 15, 30, 2),  # 1.25
    ],
)
def test_limit_shrinks_with_the_days_and_is_rounded_up(
    build: Build, limit: object, days: int, of: int, found: int
) -> None:
    """Eighty a month are sixteen in six days of June."""
    assert prorated(build.exact(limit), days, of).num == found


def findings(build: Build, phase: NormPhase, visits: int, **post: object) -> Finding:
    """Findings on W2, who held the post from 11 July on."""
    registers = build.town(
        recording=build.declared("visit"),
        assignment=[build.post("W2", since=date(2018, 7, 11), **post)],
    )
    rules = build.rules(build.pack(build.norm(phase)))
    events = [build.visit(n, date(2018, 7, 12), staff="W2") for n in range(visits)]
    values = build.answer(build.tasks(rules, registers, build.request()), registers, visit=events)
    found = check(rules, values, on=date(2018, 7, 31), calendar=CN_CALENDAR)
    return next(one for one in found if one.subject == "W2")


@pytest.mark.parametrize(("visits", "result"), [(54, "not_met"), (55, "met")])
def test_subject_is_judged_by_its_part(build: Build, visits: int, result: str) -> None:
    """The receipt names limit and days."""
    one = findings(build, build.norm_phase(prorate=True), visits)
    assert (one.result, one.receipt["prorated"], one.receipt["days"]) == (
        result,
        55,
        {"counted": 31, "in_force": 31, "held": 21, "of": 31},
    )


@pytest.mark.parametrize(
    ("visits", "result"), [(6, "not_met"), (7, "met"), (14, "met"), (15, "not_met")]
)
def test_both_ends_of_a_range_shrink(build: Build, visits: int, result: str) -> None:
    """Ten to twenty a month are seven to fourteen in 21 days: 6.8 and 13.5."""
    phase = build.norm_phase("between", (10, 20), prorate=True)
    one = findings(build, phase, visits)
    assert (one.result, one.receipt["prorated"]) == (result, [7, 14])


def test_side_of_a_part_decides_its_severity(build: Build) -> None:
    """Fifteen are above the part's range, though not above the whole one."""
    phase = build.norm_phase("between", (10, 20), prorate=True, above="notice")
    assert findings(build, phase, 15).severity == "notice"


def test_without_prorate_the_part_is_not_judged(build: Build) -> None:
    """And nothing is shown as found."""
    one = findings(build, build.norm_phase(), 80)
    assert (one.reason, one.actual, one.receipt["prorated"]) == ("part_of_period", None, None)


def on_two(
    build: Build,
    phase: NormPhase,
    visits: int,
    *,
    recording: tuple[str, ...] = ("visit",),
    on: date = date(2018, 7, 31),
    total: Sequence[dict[str, Any]] = (),
    **norm: object,
) -> dict[str, Finding]:
    """Findings as of a day on W1, in post all July, and W2, from the 11th on; or on stations."""
    station = {"station": "ST2", "name": "S2", "area": "990101001", "since": date(2018, 7, 11)}
    registers = build.town(
        recording=build.declared(*recording),
        station=[station],
        assignment=[build.post("W2", since=date(2018, 7, 11))],
    )
    rules = build.rules(build.pack(build.norm(phase, **norm)))
    events = [
        build.visit(n, date(2018, 7, 12), staff=who) for who in ("W1", "W2") for n in range(visits)
    ]
    tasks = build.tasks(rules, registers, build.request(on=on))
    values = build.answer(tasks, registers, visit=events, total=list(total))
    found = check(rules, values, on=on, calendar=CN_CALENDAR, few=Few(1))
    return {one.subject: one for one in found}


def told(one: Finding) -> tuple[object, ...]:
    """Result, reason, what was found, and the limit in proportion."""
    return one.result, one.reason, one.actual, one.receipt["prorated"]


def test_who_had_the_whole_month_is_judged_by_the_whole_limit(build: Build) -> None:
    """Sixty visits are short of 80, and more than the 55 of 21 days."""
    found = on_two(build, build.norm_phase(prorate=True), 60)
    assert {name: told(one) for name, one in found.items()} == {
        "W1": ("not_met", None, 60, None),
        "W2": ("met", None, 60, 55),
    }


@pytest.mark.parametrize(("visits", "word"), [(54, "not_checkable"), (55, "met")])
def test_a_part_may_be_reached_before_the_month_ends(build: Build, visits: int, word: str) -> None:
    """By the 20th; W1 has until the 31st to reach 80, and W2 to reach 55."""
    found = on_two(build, build.norm_phase(prorate=True), visits, on=date(2018, 7, 20))
    reason = "period_open" if word == "not_checkable" else None
    assert {name: told(one) for name, one in found.items()} == {
        "W1": ("not_checkable", "period_open", visits, None),
        "W2": (word, reason, visits, 55),
    }


def test_a_part_without_data_is_not_judged(build: Build) -> None:
    """Nobody promised to record visits: none on record is not none made."""
    found = on_two(build, build.norm_phase(prorate=True), 0, recording=())
    assert {name: told(one) for name, one in found.items()} == dict.fromkeys(
        ("W1", "W2"), ("not_checkable", "no_data", None, None)
    )


def test_an_open_limit_has_no_part(build: Build) -> None:
    """The host has not filled it in."""
    found = on_two(build, build.norm_phase(limit="open", prorate=True), 60)
    assert {name: told(one) for name, one in found.items()} == dict.fromkeys(
        ("W1", "W2"), ("not_checkable", "not_configured", 60, None)
    )


def test_a_share_asks_no_less_of_a_part(build: Build) -> None:
    """Of a station that there is since the 11th, 1/2 is asked as of every other."""
    totals = [
        {
            "id": name,
            "key": "survey.familiarity",
            "subject_kind": "station",
            "subject": name,
            "on": date(2018, 7, 20),
            "done": done,
            "total": 100,
        }
        for name, done in (("ST1", 60), ("ST2", 40))
    ]
    found = on_two(
        build,
        build.norm_phase(limit="1/2", prorate=True),
        0,
        recording=("survey.familiarity",),
        total=totals,
        key="survey.familiarity_share",
        each=("station",),
        per="month",
    )
    assert {name: told(one) for name, one in found.items()} == {
        "ST1": ("met", None, "60/100", None),
        "ST2": ("not_met", None, "40/100", None),
    }
