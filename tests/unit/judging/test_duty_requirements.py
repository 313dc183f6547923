"""What is read off the occasions of a duty, and which of several is told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.judging import Few, Finding, check
from fengqiao.rules import DutyPhase, Requirement
from fengqiao.rules.values import Exact
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build

MEETING = "meeting.community"


def findings(
    build: Build,
    phase: DutyPhase,
    *sessions: dict[str, Any],
    period: str = "2018-07",
    on: date | None = None,
    small_count: int | None = 1,
    **terms: object,
) -> dict[str | None, Finding]:
    """Findings on the one community, by requirement."""
    rules = build.rules(
        build.pack(build.duty(phase)),
        terms={f"{MEETING}.{name}": value for name, value in terms.items()},
    )
    registers = build.town(recording=build.declared(MEETING))
    request = build.request(period, on=on)
    values = build.answer(build.tasks(rules, registers, request), registers, session=list(sessions))
    found = check(rules, values, on=request.on, calendar=CN_CALENDAR, few=Few(small_count))
    return {one.requirement: one for one in found}


def told(one: Finding) -> tuple[object, object]:
    """Why it can't be checked, or the result; and what was found."""
    return one.reason or one.result, one.actual


def day(number: int) -> date:
    """A day of July 2018."""
    return date(2018, 7, number)


def length(build: Build, op: str = "at_least", limit: object = "2 hours") -> Requirement:
    """How long."""
    return build.requirement("length", "lasts", op, limit)


def words(build: Build, field: str, op: str, *some: str) -> Requirement:
    """Who is invited, or what is talked about."""
    return build.requirement("words", field, op, frozenset(some))


@pytest.mark.parametrize(
    ("op", "limit", "minutes", "actual"),
    [
        ("at_least", "2 hours", (100, 60), "60 minutes"),  # both too short: the shorter
        ("at_most", "1 hour", (90, 100), "100 minutes"),  # both too long: the longer
        # neither lower nor higher is worse: the first that falls short
        ("between", ("1 hour", "90 minutes"), (70, 30), "30 minutes"),
        ("between", ("1 hour", "90 minutes"), (30, 120), "30 minutes"),
        ("between", ("1 hour", "90 minutes"), (80, 70), "80 minutes"),
    ],
)
def test_of_two_meetings_the_worse_is_told(
    build: Build, op: str, limit: object, minutes: tuple[int, int], actual: str
) -> None:
    """Both are due, so both are judged."""
    phase = build.duty_phase(length(build, op, limit), times=2)
    held = [build.session(n, day(n), minutes=length) for n, length in enumerate(minutes, start=1)]
    assert findings(build, phase, *held)["length"].actual == actual


@pytest.mark.parametrize(
    ("op", "asked", "invited", "expected"),
    [
        (
            "all_of",
            ("lawyer",),
            [("lawyer",), ("grid_worker",)],
            ("not_met", ["grid_worker"]),
        ),
        (
            "all_of",
            ("lawyer",),
            [("lawyer", "grid_worker"), ("lawyer",)],
            ("met", ["grid_worker", "lawyer"]),
        ),
        ("none_of", ("lawyer",), [("grid_worker",), ("lawyer",)], ("not_met", ["lawyer"])),
        ("none_of", ("lawyer",), [("grid_worker",), ("resident_rep",)], ("met", ["grid_worker"])),
    ],
)
def test_of_two_meetings_the_one_with_the_wrong_people_is_told(
    build: Build,
    op: str,
    asked: tuple[str, ...],
    invited: list[tuple[str, ...]],
    expected: tuple[str, list[str]],
) -> None:
    """Who was invited there; of two good ones the first."""
    phase = build.duty_phase(words(build, "invite", op, *asked), times=2)
    held = [build.session(n, day(n), invited=some) for n, some in enumerate(invited, start=1)]
    assert told(findings(build, phase, *held)["words"]) == expected


def test_the_shorter_meeting_fulfils_a_ceiling(build: Build) -> None:
    """One is due: the later one, of half an hour, is judged, and not the first of 90 minutes."""
    phase = build.duty_phase(length(build, "at_most", "1 hour"))
    held = [build.session(1, day(1), minutes=90), build.session(2, day(2), minutes=30)]
    assert told(findings(build, phase, *held)["length"]) == ("met", "30 minutes")


def test_of_two_records_of_one_meeting_the_longer_is_judged(build: Build) -> None:
    """Both fulfil as much of what is asked, and they overlap."""
    phase = build.duty_phase(length(build))
    held = [build.session(1, day(1), minutes=60), build.session(2, day(1), minutes=90)]
    assert findings(build, phase, *held)["length"].actual == "90 minutes"


def test_without_a_meeting_nothing_is_told_of_it(build: Build) -> None:
    """Neither of words nor of numbers."""
    phase = build.duty_phase(length(build), words(build, "invite", "all_of", "lawyer"))
    found = findings(build, phase)
    assert {name: told(one) for name, one in found.items()} == {
        "cadence": ("not_met", 0),
        "length": ("nothing_due", None),
        "words": ("nothing_due", None),
    }


def test_before_the_month_begins_all_is_open(build: Build) -> None:
    """Of July, asked in June; a window is, too."""
    window = build.requirement("window", "within", "at_most", "5 days")
    phase = build.duty_phase(window, length(build), within=build.exact("5 days"))
    found = findings(build, phase, on=date(2018, 6, 30))
    assert {name: told(one) for name, one in found.items()} == dict.fromkeys(
        ("cadence", "window", "length"), ("period_open", None)
    )


def test_what_is_left_open_is_not_configured_while_the_month_runs(build: Build) -> None:
    """A meeting was held, and how long it should have been nobody has said."""
    phase = build.duty_phase(length(build, limit="open"))
    found = findings(build, phase, build.session(1, day(3)), on=day(10))
    assert told(found["length"]) == ("not_configured", "120 minutes")


def test_only_attendance_is_hidden_where_it_is_small(build: Build) -> None:
    """How long it was stays to be seen, though no smallest count is set."""
    attendance = build.requirement("attendance", "people", "at_least", 8)
    phase = build.duty_phase(length(build), attendance)
    found = findings(build, phase, build.session(1, day(3)), small_count=None)
    assert {name: told(one) for name, one in found.items()} == {
        "cadence": ("met", 1),
        "length": ("met", "120 minutes"),
        "attendance": ("met", None),
    }


def test_each_finding_names_its_limit_and_the_meetings(build: Build) -> None:
    """A cadence in times a month, a length in hours; every meeting stands in every receipt."""
    phase = build.duty_phase(length(build))
    held = [build.session(1, day(3)), build.session(2, day(9))]
    found = findings(build, phase, *held)
    events = [{"id": f"E{number}", "also_counts_for": []} for number in (1, 2)]
    assert {name: (one.limit, one.receipt["events"]) for name, one in found.items()} == {
        "cadence": ({"op": "at_least", "value": 1, "unit": "per month"}, events),
        "length": ({"op": "at_least", "value": "2 hours", "unit": "hour"}, events),
    }


@pytest.mark.parametrize(
    ("period", "held", "expected"),
    [
        ("2018-07", date(2018, 7, 25), ("met", "25 days")),
        ("2018-07", date(2018, 7, 26), ("not_met", "26 days")),
        # 31 days of July, 31 of August and 25 of September are 87
        ("2018-Q3", date(2018, 9, 25), ("met", "87 days")),
        ("2018-Q3", date(2018, 9, 26), ("not_met", "88 days")),
    ],
)
def test_by_a_day_of_the_last_month(
    build: Build, period: str, held: date, expected: tuple[str, str]
) -> None:
    """By the 25th: counted in days from the first of the period."""
    limit = Exact(25, 1, "day", "day_25")
    window = build.requirement("window", "within", "at_most", "25 days")
    window = Requirement(
        name=window.name,
        field=window.field,
        comparison=type(window.comparison)("at_most", limit),
        cites=window.cites,
    )
    every = "quarter" if "Q" in period else "month"
    phase = build.duty_phase(window, within=limit, every=every)
    found = findings(build, phase, build.session(1, held), period=period)
    assert told(found["window"]) == expected


@pytest.mark.parametrize(
    ("weeks", "held", "word"),
    [
        ("2 weeks", 14, "met"),
        ("2 weeks", 15, "not_met"),
        ("3/2 weeks", 10, "met"),  # ten days and a half
        ("3/2 weeks", 11, "not_met"),
    ],
)
def test_a_window_of_weeks(build: Build, weeks: str, held: int, word: str) -> None:
    """Seven days each; the month need not have ended."""
    window = build.requirement("window", "within", "at_most", weeks)
    phase = build.duty_phase(window, within=build.exact(weeks))
    found = findings(build, phase, build.session(1, day(held)), on=day(20))
    assert told(found["window"]) == (word, f"{held} days")


def test_a_part_of_the_month_owes_part_of_the_meetings(build: Build) -> None:
    """Four a month from the 17th on: 4 x 15 / 31 is 1.9, rounded up to 2, as the receipt says."""
    phase = build.duty_phase(times=4, prorate=True, effective_from=day(17))
    held = [build.session(n, day(n)) for n in (18, 19)]
    found = findings(build, phase, *held)["cadence"]
    assert (told(found), found.receipt["prorated"]) == (("met", 2), 2)
