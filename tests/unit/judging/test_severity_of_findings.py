"""Which findings fall short, and how gravely."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.judging import Findings, check
from fengqiao.rules import NormPhase
from fengqiao.rules.entries import Target
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build


def findings(build: Build, phase: NormPhase, *visits: int, **terms: object) -> Findings:
    """Findings of July on officers W1, W2 ..., who visited so many households."""
    names = [f"W{number}" for number in range(1, len(visits) + 1)]
    rules = build.rules(
        build.pack(build.norm(phase)),
        terms={f"visits.households.{name}": value for name, value in terms.items()},
    )
    registers = build.town(
        recording=build.declared("visit"), assignment=[build.post(name) for name in names[1:]]
    )
    events = [
        build.visit(n, date(2018, 7, 3), staff=name)
        for name, number in zip(names, visits, strict=True)
        for n in range(number)
    ]
    values = build.answer(build.tasks(rules, registers, build.request()), registers, visit=events)
    return check(rules, values, on=date(2018, 7, 31), calendar=CN_CALENDAR)


def test_all_who_fall_short_are_told(build: Build) -> None:
    """Two are asked: W1, W3 and W4 fall short, the last two side by side."""
    found = findings(build, build.norm_phase(limit=2), 1, 2, 0, 1, 3)
    assert [one.subject for one in found.breaches()] == ["W1", "W3", "W4"]
    assert found.counts() == {
        "met": 2,
        "not_met": 3,
        "not_checkable": 0,
        "breach": 3,
        "notice": 0,
        "info": 0,
    }


@pytest.mark.parametrize(
    ("days", "severity"),
    [
        ((date(2018, 7, 31),), "breach"),  # July ends on the day
        ((date(2018, 8, 1),), "info"),
        ((date(2018, 7, 1), date(2018, 8, 1)), "notice"),
    ],
)
def test_a_shortfall_is_as_grave_as_on_the_last_day(
    build: Build, days: tuple[date, ...], severity: str
) -> None:
    """A limit that is to be reached by a day, or in two steps."""
    (one,) = findings(build, build.norm_phase(limit=2, by=Target(days=days)), 1)
    assert (one.result, one.severity) == ("not_met", severity)


@pytest.mark.parametrize(
    ("visits", "result", "severity"),
    [
        (6, "not_met", "notice"),
        (7, "met", "info"),
        (13, "met", "info"),
        (14, "not_met", "info"),
    ],
)
def test_about_is_never_more_than_a_notice(
    build: Build, visits: int, result: str, severity: str
) -> None:
    """About ten, give or take three; what lies above is only told."""
    phase = build.norm_phase("about", 10, above="info")
    (one,) = findings(build, phase, visits, about=3)
    assert (one.result, one.severity) == (result, severity)


def test_words_that_are_missing_lie_below(build: Build) -> None:
    """So a severity that is held down above does not matter."""
    phase = build.norm_phase("all_of", frozenset({"suggestion_box"}), above="info", below="notice")
    norm = build.norm(phase, key="facility.fittings", each=("police_room",), per=None)
    rules = build.rules(build.pack(norm))
    room: dict[str, Any] = {"room": "R1", "station": "ST1", "area": "990101001001"}
    registers = build.town(police_room=[{**room, "named": False, "fittings": ("first_aid",)}])
    values = build.answer(build.tasks(rules, registers, build.request()), registers)
    found = check(rules, values, on=date(2018, 7, 31), calendar=CN_CALENDAR)
    assert [(one.result, one.severity, one.actual) for one in found] == [
        ("not_met", "notice", ["first_aid"])
    ]
