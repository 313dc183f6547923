"""Days that the host names: by when a limit is to be reached, and those of a season."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.judging import Finding, check
from fengqiao.rules import Duty, Norm
from fengqiao.rules.entries import Target
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build

VISITS, MEETING = "visits.households", "meeting.community"
NAMES = ("W1", "W2", "W3", "W4")


def findings(
    build: Build,
    entry: Norm | Duty,
    terms: dict[str, object],
    *,
    period: str = "2018-07",
    **events: list[dict[str, Any]],
) -> list[Finding]:
    """Findings of a month on four officers, and on the community of the first."""
    rules = build.rules(build.pack(entry), terms=terms)
    registers = build.town(
        recording=build.declared("visit", MEETING),
        assignment=[build.post(name) for name in NAMES[1:]],
    )
    request = build.request(period)
    values = build.answer(build.tasks(rules, registers, request), registers, **events)
    return list(check(rules, values, on=request.on, calendar=CN_CALENDAR))


def visits(build: Build, **numbers: int) -> list[dict[str, Any]]:
    """How many households each officer visits in July."""
    return [
        build.visit(n, date(2018, 7, 3), staff=staff)
        for staff, number in numbers.items()
        for n in range(number)
    ]


def told(found: list[Finding]) -> list[tuple[object, ...]]:
    """Who, with what result, how grave, and why it can't be checked."""
    return [(one.subject, one.result, one.severity, one.reason) for one in found]


OPEN_DAY = Target(is_open=True)
MADE = {"W1": 1, "W2": 2, "W3": 0, "W4": 3}  # of two that are asked


def test_until_a_day_is_named_nobody_can_tell_whether_a_shortfall_counts(build: Build) -> None:
    """What is reached is met on any day; every other is not configured, and rests on no term."""
    norm = build.norm(build.norm_phase(limit=2, by=OPEN_DAY))
    found = findings(build, norm, {}, visit=visits(build, **MADE))
    assert told(found) == [
        ("W1", "not_checkable", "info", "not_configured"),
        ("W2", "met", "info", None),
        ("W3", "not_checkable", "info", "not_configured"),
        ("W4", "met", "info", None),
    ]
    assert [one.receipt["terms"] for one in found] == [[]] * 4


@pytest.mark.parametrize(("day", "severity"), [("2018-07-31", "breach"), ("2018-08-01", "info")])
def test_from_the_hosts_day_on_a_shortfall_counts(build: Build, day: str, severity: str) -> None:
    """July ends on the 31st; every finding names the day, also one that is met."""
    norm = build.norm(build.norm_phase(limit=2, by=OPEN_DAY))
    found = findings(build, norm, {f"{VISITS}.by": day}, visit=visits(build, **MADE))
    assert told(found) == [
        ("W1", "not_met", severity, None),
        ("W2", "met", "info", None),
        ("W3", "not_met", severity, None),
        ("W4", "met", "info", None),
    ]
    term = {"name": f"{VISITS}.by", "value": day, "given_for": "town"}
    assert [one.receipt["terms"] for one in found] == [[term]] * 4


@pytest.mark.parametrize("by", [None, Target(days=(date(2018, 8, 1),))])
def test_a_day_that_the_source_names_is_no_term(build: Build, by: Target | None) -> None:
    """Nor is what must be reached at once; the host's word on it is not looked at."""
    norm = build.norm(build.norm_phase(limit=2, by=by))
    found = findings(build, norm, {f"{VISITS}.by": "2018-07-01"}, visit=visits(build, **MADE))
    severity = "info" if by else "breach"
    assert told(found)[0] == ("W1", "not_met", severity, None)
    assert found[0].receipt["terms"] == []


def test_where_all_is_reached_the_day_does_not_matter(build: Build) -> None:
    """Everybody met it, so nothing waits for the host."""
    norm = build.norm(build.norm_phase(limit=1, by=OPEN_DAY))
    found = findings(build, norm, {}, visit=visits(build, W1=1, W2=1, W3=1, W4=1))
    assert {one.result for one in found} == {"met"}


def test_other_reasons_stay(build: Build) -> None:
    """Who held the post for part of July is no case for the host's day."""
    norm = build.norm(build.norm_phase(limit=1, by=OPEN_DAY))
    rules = build.rules(build.pack(norm))
    registers = build.town(
        recording=build.declared("visit"),
        assignment=[build.post("W2", since=date(2018, 7, 11))],
    )
    values = build.answer(build.tasks(rules, registers, build.request()), registers)
    found = list(check(rules, values, on=date(2018, 7, 31), calendar=CN_CALENDAR))
    assert [(one.subject, one.reason) for one in found] == [
        ("W1", "not_configured"),
        ("W2", "part_of_period"),
    ]


def test_each_requirement_of_a_duty_waits_for_the_day(build: Build) -> None:
    """A meeting of an hour, of two that are asked: the number is met, the length is open."""
    length = build.requirement("length", "lasts", "at_least", "2 hours")
    duty = build.duty(build.duty_phase(length, by=OPEN_DAY))
    short = [build.session(1, date(2018, 7, 3), minutes=60)]
    assert [
        [(one.requirement, one.severity, one.reason, one.receipt["terms"]) for one in found]
        for found in (
            findings(build, duty, {}, session=short),
            findings(build, duty, {f"{MEETING}.by": "2018-01-01"}, session=short),
        )
    ] == [
        [("cadence", "info", None, []), ("length", "info", "not_configured", [])],
        [
            (
                name,
                severity,
                None,
                [{"name": f"{MEETING}.by", "value": "2018-01-01", "given_for": "town"}],
            )
            for name, severity in (("cadence", "info"), ("length", "breach"))
        ],
    ]


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("2018-07-12..2018-08-10", "2018-07-12..2018-08-10"),
        # a month is written as its days, and the earlier span stands first
        (("2018-07-20..2018-07-25", "2018-06"), "2018-06-01..2018-06-30, 2018-07-20..2018-07-25"),
    ],
)
def test_a_finding_of_a_season_names_its_days(build: Build, given: object, shown: str) -> None:
    """One term of all duties of that season; the number of meetings names them after its own."""
    length = build.requirement("length", "lasts", "at_least", "2 hours")
    duty = build.duty(build.duty_phase(length, during="busy_season", by=OPEN_DAY))
    rules = build.rules(build.pack(duty))
    terms = {("town", "during.busy_season"): given, ("town", f"{MEETING}.by"): "2018-01-01"}
    rules = type(rules)(packs=rules.packs, catalogue=rules.catalogue, terms=terms)
    registers = build.town(recording=build.declared(MEETING))
    values = build.answer(
        build.tasks(rules, registers, build.request()),
        registers,
        session=[build.session(1, date(2018, 7, 21))],
    )
    found = check(rules, values, on=date(2018, 7, 31), calendar=CN_CALENDAR)
    named = [
        {"name": f"{MEETING}.by", "value": "2018-01-01", "given_for": "town"},
        {"name": "during.busy_season", "value": shown, "given_for": "town"},
    ]
    assert [(one.requirement, one.result, one.receipt["terms"]) for one in found] == [
        ("cadence", "met", named),
        ("length", "met", named),
    ]


def test_a_season_whose_days_nobody_named_is_not_checkable(build: Build) -> None:
    """And there is no term to name."""
    duty = build.duty(build.duty_phase(during="busy_season"))
    (one,) = findings(build, duty, {}, session=[build.session(1, date(2018, 7, 21))])
    assert (one.reason, one.actual, one.receipt["terms"]) == ("not_configured", None, [])
