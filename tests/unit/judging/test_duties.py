from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.judging import Few, check
from fengqiao.rules import OPEN, Duty, DutyPhase, Requirement
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build

COMMUNITY = "990101001001"
MEETING = "meeting.community"


def found(
    build: Build,
    phase: DutyPhase,
    *sessions: dict[str, Any],
    on: date | None = None,
    period: str = "2018-07",
    small_count: int | None = 1,
    terms: dict[str, object] | None = None,
    **town: object,
) -> dict[str, tuple[object, object]]:
    """Word and actual of each requirement of the one community."""
    rules = build.rules(
        build.pack(build.duty(phase)),
        terms={f"{MEETING}.{name}": value for name, value in (terms or {}).items()},
    )
    registers = build.town(recording=build.declared(MEETING), **town)
    request = build.request(period, on=on)
    values = build.answer(build.tasks(rules, registers, request), registers, session=list(sessions))
    findings = check(rules, values, on=request.on, calendar=CN_CALENDAR, few=Few(small_count))
    return {
        str(one.requirement): (
            one.severity if one.result == "not_met" else one.reason or one.result,
            one.actual,
        )
        for one in findings
    }


def day(number: int) -> date:
    """A day of July 2018."""
    return date(2018, 7, number)


def length(build: Build, op: str = "at_least", limit: object = "2 hours") -> Requirement:
    """How long."""
    return build.requirement("length", "lasts", op, limit)


def report_back(build: Build) -> Requirement:
    """What became of the last meeting."""
    words = frozenset({"report_back"})
    return build.requirement("report_back", "covers", "all_of", words)


def window(build: Build, limit: object) -> Requirement:
    """When in the period."""
    return build.requirement("window", "within", "at_most", limit)


@pytest.mark.parametrize(("minutes", "word"), [(119, "breach"), (120, "met"), (121, "met")])
def test_length(build: Build, minutes: int, word: str) -> None:
    """Two hours are 120 minutes."""
    phase = build.duty_phase(length(build))
    assert found(build, phase, build.session(1, day(3), minutes=minutes))["length"] == (
        word,
        f"{minutes} minutes",
    )


def test_each_requirement_has_its_own_result(build: Build) -> None:
    """Cadence and report-back are met, the length is not."""
    phase = build.duty_phase(length(build), report_back(build))
    assert found(build, phase, build.session(1, day(3), minutes=60)) == {
        "cadence": ("met", 1),
        "length": ("breach", "60 minutes"),
        "report_back": ("met", ["prevention", "report_back"]),
    }


def test_two_records_of_one_morning_are_one(build: Build) -> None:
    """Two officers at one reception have not done it twice; the record that fulfils more counts."""
    phase = build.duty_phase(length(build), times=2)
    twice = [build.session(1, day(3), minutes=90), build.session(2, day(3))]
    assert found(build, phase, *twice) == {
        "cadence": ("breach", 1),
        "length": ("met", "120 minutes"),
    }


def test_half_done_meetings_do_not_add_up(build: Build) -> None:
    """Of two meetings that each fulfil one requirement of two, the earlier one is judged."""
    phase = build.duty_phase(length(build), report_back(build))
    halves = [
        build.session(1, day(3), minutes=60),
        build.session(2, day(9), covers=("prevention",)),
    ]
    assert found(build, phase, *halves) == {
        "cadence": ("met", 2),
        "length": ("breach", "60 minutes"),
        "report_back": ("met", ["prevention", "report_back"]),
    }


def test_meeting_that_fulfils_most_is_judged(build: Build) -> None:
    """A later, better meeting counts; the others don't spoil it."""
    phase = build.duty_phase(length(build), report_back(build))
    meetings = [build.session(1, day(3), minutes=60), build.session(2, day(9))]
    assert {word for word, _ in found(build, phase, *meetings).values()} == {"met"}


def test_of_two_that_are_due_the_worse_decides(build: Build) -> None:
    """The good one and the earlier of the two bad ones are judged, and both must be long enough."""
    phase = build.duty_phase(length(build), times=2)
    meetings = [build.session(n, day(n), minutes=m) for n, m in ((1, 119), (2, 10), (3, 150))]
    assert found(build, phase, *meetings)["length"] == ("breach", "119 minutes")


def test_nothing_done_leaves_nothing_to_judge(build: Build) -> None:
    """Only the cadence is not met."""
    assert found(build, build.duty_phase(length(build))) == {
        "cadence": ("breach", 0),
        "length": ("nothing_due", None),
    }


@pytest.mark.parametrize(
    ("limit", "on", "word", "actual"),
    [
        ("5 days", 5, "met", "5 days"),
        ("5 days", 6, "breach", "6 days"),
        ("1 week", 7, "met", "7 days"),
        # July 2018 begins on a Sunday: its fifth working day is Friday the 6th.
        ("5 working_days", 6, "met", "5 working_days"),
        ("5 working_days", 8, "met", "5 working_days"),
        ("5 working_days", 9, "breach", "6 working_days"),
    ],
)
def test_window_at_the_start(build: Build, limit: str, on: int, word: str, actual: str) -> None:
    """Days are counted from 1, working days by the calendar."""
    phase = build.duty_phase(window(build, limit), within=build.exact(limit))
    assert found(build, phase, build.session(1, day(on)))["window"] == (word, actual)


@pytest.mark.parametrize(("on", "word"), [(27, "met"), (26, "breach")])
def test_window_at_the_end(build: Build, on: int, word: str) -> None:
    """The last five days of July are the 27th to the 31st."""
    phase = build.duty_phase(window(build, "open"), within="end")
    terms = {"within": "5 days"}
    assert found(build, phase, build.session(1, day(on)), terms=terms)["window"][0] == word


def test_window_past_the_calendar_is_a_reason(build: Build) -> None:
    """Working days of 2027 are not published."""
    phase = build.duty_phase(window(build, "5 working_days"), within=build.exact("5 working_days"))
    meeting = build.session(1, date(2027, 3, 3))
    assert found(build, phase, meeting, period="2027-03")["window"][0] == "calendar_unpublished"


@pytest.mark.parametrize("limit", ["open", "1 month", "2 hours"])
def test_window_without_days_is_not_configured(build: Build, limit: str) -> None:
    """An open one, and units that are no days."""
    phase = build.duty_phase(window(build, limit), within="start")
    assert found(build, phase, build.session(1, day(3)))["window"][0] == "not_configured"


def test_open_cadence_is_named_in_the_receipt(build: Build) -> None:
    """The host's word on how often is a term that was used."""
    rules = build.rules(
        build.pack(build.duty(build.duty_phase(every=OPEN))), terms={f"{MEETING}.every": "month"}
    )
    registers = build.town(recording=build.declared(MEETING))
    values = build.answer(build.tasks(rules, registers, build.request()), registers)
    (finding,) = check(rules, values, on=day(31), calendar=CN_CALENDAR)
    assert finding.receipt["terms"] == [
        {"name": f"{MEETING}.every", "value": "month", "given_for": "town"}
    ]


# -- while the period runs ----------------------------------------------------------------------


@pytest.mark.parametrize(("minutes", "word"), [(120, "met"), (60, "period_open")])
def test_good_meeting_is_met_before_the_month_is_over(
    build: Build, minutes: int, word: str
) -> None:
    """A bad one may still be followed by a better one."""
    phase = build.duty_phase(length(build))
    meeting = build.session(1, day(3), minutes=minutes)
    assert found(build, phase, meeting, on=day(10))["length"][0] == word


def test_one_of_two_is_not_yet_decided(build: Build) -> None:
    """The second may turn out too short."""
    phase = build.duty_phase(length(build), times=2)
    assert found(build, phase, build.session(1, day(3)), on=day(10)) == {
        "cadence": ("period_open", 1),
        "length": ("period_open", "120 minutes"),
    }


@pytest.mark.parametrize(("on", "word"), [(4, "met"), (31, "met")])
def test_window_that_was_kept_stays_kept(build: Build, on: int, word: str) -> None:
    """No need to wait for the end of the month."""
    phase = build.duty_phase(window(build, "5 days"), within=build.exact("5 days"))
    assert found(build, phase, build.session(1, day(3)), on=day(on))["window"][0] == word


def test_window_that_has_passed_is_missed(build: Build) -> None:
    """A meeting on the 6th is too late, and no later one can be in time."""
    phase = build.duty_phase(window(build, "5 days"), within=build.exact("5 days"))
    assert found(build, phase, build.session(1, day(6)), on=day(6))["window"][0] == "breach"


def test_window_at_the_end_is_open_until_the_end(build: Build) -> None:
    """An early meeting may be followed by one in time."""
    phase = build.duty_phase(window(build, "open"), within="end")
    meeting = build.session(1, day(3))
    assert (
        found(build, phase, meeting, on=day(10), terms={"within": "5 days"})["window"][0]
        == "period_open"
    )


def test_nothing_done_yet_is_open(build: Build) -> None:
    """Neither cadence nor length is decided."""
    assert found(build, build.duty_phase(length(build)), on=day(10)) == {
        "cadence": ("period_open", 0),
        "length": ("period_open", None),
    }


# -- attendance, ceilings, parts of a period -----------------------------------------------------


@pytest.mark.parametrize(("small_count", "actual"), [(None, None), (11, None), (10, 10)])
def test_small_attendance_is_not_shown(
    build: Build, small_count: int | None, actual: int | None
) -> None:
    """The result stands; the number is shown from the host's smallest count on."""
    phase = build.duty_phase(build.requirement("attendance", "people", "at_least", 8))
    meeting = build.session(1, day(3), people=10)
    assert found(build, phase, meeting, small_count=small_count)["attendance"] == ("met", actual)


def test_longest_of_several_decides_for_a_ceiling(build: Build) -> None:
    """Of two meetings that are due, the longer one breaks a limit of an hour."""
    phase = build.duty_phase(length(build, "at_most", "1 hour"), times=2)
    meetings = [build.session(1, day(3), minutes=30), build.session(2, day(9), minutes=90)]
    assert found(build, phase, *meetings)["length"] == ("breach", "90 minutes")


@pytest.mark.parametrize(
    ("minutes", "word"), [(59, "breach"), (60, "met"), (90, "met"), (91, "breach")]
)
def test_length_between_two_times(build: Build, minutes: int, word: str) -> None:
    """Both ends are turned into minutes."""
    phase = build.duty_phase(length(build, "between", ("1 hour", "90 minutes")))
    assert found(build, phase, build.session(1, day(3), minutes=minutes))["length"][0] == word


def test_prorated_cadence(build: Build) -> None:
    """Four a month from the 17th on are two: 4 x 15 / 31 is 1.9, rounded up."""
    phase = build.duty_phase(times=4, prorate=True, effective_from=day(17))
    meetings = [build.session(n, day(n)) for n in (18, 19)]
    words = [found(build, phase, *meetings[:size])["cadence"][0] for size in (1, 2)]
    assert words == ["breach", "met"]


def reception_receipt(build: Build, *others: Duty, **event: object) -> object:
    """The events in the receipt of how often the room received, after one reception."""
    key = "duty.public_reception"
    duty = build.duty(build.duty_phase(), key=key, each=("police_room",), done_by=("duty",))
    rules = build.rules(build.pack(duty, *others))
    registers = build.town(recording=build.declared(key))
    facts = {"key": key, "staff": "W1", "area": COMMUNITY, "room": "R1", **event}
    request = build.request(entry=key)
    tasks = build.tasks(rules, registers, request)
    values = build.answer(tasks, registers, duty=[build.event(1, day(3), **facts)])
    (one,) = check(rules, values, on=request.on, calendar=CN_CALENDAR)
    return one.receipt["events"]


def test_a_receipt_names_the_events_that_count(build: Build) -> None:
    """By id; this one counts for nothing else."""
    assert reception_receipt(build) == [{"id": "E1", "also_counts_for": []}]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, ["other"]),
        ({"key": "duty.patrol"}, []),
        ({"done_by": ("session",)}, []),
        ({"each": ("police_post",)}, []),  # the event names no police post
    ],
)
def test_a_receipt_says_what_else_an_event_counts_for(
    build: Build, changes: dict[str, Any], found: list[str]
) -> None:
    """Another duty of the same key, done by the same kind of event, of somebody it names."""
    facts = {"key": "duty.public_reception", "each": ("community",), "done_by": ("duty",)}
    other = build.duty(build.duty_phase(every="week"), id="other", **{**facts, **changes})
    assert reception_receipt(build, other) == [{"id": "E1", "also_counts_for": found}]


def test_a_duty_of_another_topic_does_not_count_it(build: Build) -> None:
    """Only what each of them counts."""
    topic = ("topic", build.comparison("any_of", frozenset({"fire"})))
    facts = {"key": "duty.public_reception", "each": ("police_room",), "done_by": ("duty",)}
    other = build.duty(build.duty_phase(of=(topic,)), id="other", **facts)
    assert [
        reception_receipt(build, other, topics=topics) for topics in (("fire",), ("public_order",))
    ] == [
        [{"id": "E1", "also_counts_for": ["other"]}],
        [{"id": "E1", "also_counts_for": []}],
    ]
