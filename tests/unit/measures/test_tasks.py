from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fengqiao.measures import Classed, Task
from fengqiao.measures.tasks import whole_periods
from fengqiao.rules import OPEN, Exact, NormPhase
from fengqiao.timing import Span

if TYPE_CHECKING:
    from tests.unit.conftest import Build

JULY = Span(date(2018, 7, 1), date(2018, 7, 31))


def periods(tasks: Iterable[Task]) -> list[str]:
    """Labels of the periods of tasks."""
    return [str(task.period) for task in tasks]


def test_periods_that_end_in_the_request(build: Build) -> None:
    """A weekly norm in July: weeks 26 (which begins in June) to 30, not 31."""
    rules = build.rules(build.pack(build.norm(per="week")))
    assert periods(build.tasks(rules, build.town(), build.request())) == [
        f"2018-W{week}" for week in range(26, 31)
    ]


@pytest.mark.parametrize(
    ("per", "asked", "expected"),
    [("week", "2018-07", range(26, 32)), ("week", "2018-W28", [28])],
)
def test_periods_that_share_a_day_with_the_request(
    build: Build, per: str, asked: str, expected: Iterable[int]
) -> None:
    """Where that is asked for: week 31 too, which ends in August."""
    rules = build.rules(build.pack(build.norm(per=per)))
    request = build.request(asked, overlapping=True)
    assert periods(build.tasks(rules, build.town(), request)) == [
        f"2018-W{week}" for week in expected
    ]


def test_state_is_judged_on_the_last_day_read(build: Build) -> None:
    """A state has the day as of which facts are read, or the last of the request."""
    norm = build.norm(key="facility.police_rooms", each=("community",), per=None)
    rules = build.rules(build.pack(norm))
    days = (date(2018, 7, 10), date(2018, 7, 31), date(2018, 8, 15))
    asked = [build.tasks(rules, build.town(), build.request(on=on)) for on in days]
    assert [periods(tasks) for tasks in asked] == [["2018-07-10"], ["2018-07-31"], ["2018-07-31"]]


def test_share_without_period_takes_the_one_asked_for(build: Build) -> None:
    """A survey is judged over whatever the request names."""
    norm = build.norm(key="survey.familiarity_share", per=None)
    rules = build.rules(build.pack(norm))
    assert periods(build.tasks(rules, build.town(), build.request("2018-Q3"))) == ["2018-Q3"]


def test_only_days_up_to_the_day_read_are_counted(build: Build) -> None:
    """Half way through July its first half is counted; before it, nothing."""
    rules = build.rules(build.pack(build.norm()))
    days = (date(2018, 6, 30), date(2018, 7, 15), date(2018, 8, 15))
    tasks = [build.tasks(rules, build.town(), build.request(on=on))[0] for on in days]
    assert [(task.counted, task.reason, task.has_ended) for task in tasks] == [
        (None, "period_open", False),
        (Span(date(2018, 7, 1), date(2018, 7, 15)), None, False),
        (JULY, None, True),
    ]


@pytest.mark.parametrize(
    ("prorate", "reason", "counted"),
    [
        (False, "part_of_period", JULY),
        (True, None, Span(date(2018, 7, 11), date(2018, 7, 31))),
    ],
)
def test_value_in_force_for_part_of_the_period(
    build: Build, reason: str | None, counted: Span, *, prorate: bool
) -> None:
    """It is not judged, or what is in force of it is counted on its own."""
    phase = build.norm_phase(effective_from=date(2018, 7, 11), prorate=prorate)
    rules = build.rules(build.pack(build.norm(phase)))
    (task,) = build.tasks(rules, build.town(), build.request())
    assert (task.reason, task.counted, task.in_force.days) == (reason, counted, 21)


def test_prorated_period_that_ended_early_has_ended(build: Build) -> None:
    """A value that ends on the 10th is judged from the 10th on."""
    phase = build.norm_phase(effective_until=date(2018, 7, 10), prorate=True)
    rules = build.rules(build.pack(build.norm(phase)))
    days = (date(2018, 7, 9), date(2018, 7, 10))
    tasks = [build.tasks(rules, build.town(), build.request(on=on))[0] for on in days]
    assert [task.has_ended for task in tasks] == [False, True]


def test_two_values_in_one_period_are_judged_by_neither(build: Build) -> None:
    """Prorate does not help where the value changes: there are two limits."""
    phases = [
        build.norm_phase(limit=80, prorate=True, effective_until=date(2018, 7, 15)),
        build.norm_phase(limit=90, prorate=True, effective_from=date(2018, 7, 16)),
    ]
    rules = build.rules(build.pack(build.norm(*phases)))
    (task,) = build.tasks(rules, build.town(), build.request())
    assert task.reason == "part_of_period"


def test_how_things_stand_is_judged_by_the_value_of_the_last_day(build: Build) -> None:
    """A stock (services online) is no sum over the period: the limit at its end counts."""
    phases = [
        build.norm_phase(limit=30, effective_until=date(2018, 7, 30)),
        build.norm_phase(limit=50, effective_from=date(2018, 7, 31)),
    ]
    norm = build.norm(*phases, key="service.online_share", each=("station",), per=None)
    (task,) = build.tasks(build.rules(build.pack(norm)), build.town(), build.request())
    assert task.reason is None
    assert isinstance(task.spoken.phase, NormPhase)
    assert task.spoken.phase.comparison.limit == Exact.whole(50)


def test_nothing_in_force_makes_no_task(build: Build) -> None:
    """Before its first day an entry is not judged at all."""
    rules = build.rules(build.pack(build.norm(build.norm_phase(effective_from=date(2018, 8, 1)))))
    assert build.tasks(rules, build.town(), build.request()) == ()


def test_duty_that_changes_its_cadence_is_judged_by_both(build: Build) -> None:
    """Monthly until the 15th, weekly from the 16th: July is a part, its last two weeks whole."""
    phases = [
        build.duty_phase(effective_until=date(2018, 7, 15)),
        build.duty_phase(every="week", effective_from=date(2018, 7, 16)),
    ]
    rules = build.rules(build.pack(build.duty(*phases)))
    tasks = build.tasks(rules, build.town(), build.request())
    assert [(str(task.period), task.reason) for task in tasks] == [
        ("2018-07", "part_of_period"),
        ("2018-W29", None),
        ("2018-W30", None),
    ]


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        ({}, [("2018-07", "not_configured")]),
        ({"meeting.community.every": "month"}, [("2018-07", None)]),
        ({"meeting.community.every": "quarter"}, []),
    ],
)
def test_open_cadence_is_the_hosts_to_fill(
    build: Build, terms: dict[str, str], expected: list[tuple[str, str | None]]
) -> None:
    """How often, where the source does not say."""
    rules = build.rules(build.pack(build.duty(build.duty_phase(every=OPEN))), terms=terms)
    tasks = build.tasks(rules, build.town(), build.request())
    assert [(str(task.period), task.reason) for task in tasks] == expected


def test_unpublished_calendar_is_a_reason(build: Build) -> None:
    """The State Council's table ends in 2026: working days of 2027 are not guessed."""
    rules = build.rules(build.pack(build.norm(per="working_day")))
    (task,) = build.tasks(rules, build.town(), build.request("2027-03"))
    assert (str(task.period), task.reason) == ("2027-03", "calendar_unpublished")


def test_key_without_indicator_is_not_installed(build: Build) -> None:
    """A norm on what nobody can measure here says so."""
    rules = build.rules(build.pack(build.norm(key="no.such_indicator")))
    (task,) = build.tasks(rules, build.town(), build.request())
    assert task.reason == "not_installed"


@pytest.mark.parametrize(
    ("filters", "ids"),
    [
        ({}, ("W1", "W2")),
        ({"station": "ST2"}, ("W2",)),
        ({"area": "990101001"}, ("W1",)),
        ({"entry": "other"}, None),
    ],
)
def test_filters_of_a_request(
    build: Build, filters: dict[str, str], ids: tuple[str, ...] | None
) -> None:
    """By station, by area, by entry."""
    registers = build.town(
        station=[{"station": "ST2", "name": "S2", "area": "990101002"}],
        assignment=[build.post("W2", station="ST2")],
    )
    rules = build.rules(build.pack(build.norm()))
    tasks = build.tasks(rules, registers, build.request(**filters))
    assert (tasks[0].subjects.ids if tasks else None) == ids


def test_subjects_elsewhere_belong_to_other_packs(build: Build) -> None:
    """A district's pack speaks for its own stations, the city's for the rest."""
    city = build.pack(build.norm(pack="city"), name="city", areas=("9901",))
    district = build.pack(build.norm(pack="district"), name="district", areas=("990102",))
    registers = build.town(
        station=[{"station": "ST2", "name": "S2", "area": "990102001"}],
        assignment=[build.post("W2", station="ST2")],
    )
    tasks = build.tasks(build.rules(city, district), registers, build.request())
    assert {task.spoken.entry.pack: task.subjects.ids for task in tasks} == {
        "city": ("W1",),
        "district": ("W2",),
    }


def test_where_keeps_subjects_out(build: Build) -> None:
    """A norm for a class of stations asks nothing of the others; an unknown class is said."""
    where = (("station.class", build.comparison("any_of", frozenset({"class_1"}))),)
    norm = build.norm(build.norm_phase(where=where), each=("station",))
    rules = build.rules(build.pack(norm))
    known = [
        Classed(levels={"station.class": {"ST1": "class_1"}}),
        Classed(levels={"station.class": {"ST1": "class_2"}}),
        Classed(unknown={"station.class": {"ST1": "no_data"}}),
        Classed(),
    ]
    asked = [
        build.tasks(rules, build.town(), build.request(), classed=lambda _, one=one: one)
        for one in known
    ]
    assert [[task.reason for task in tasks] for tasks in asked] == [
        [None],
        [],
        ["no_data"],
        ["no_data"],  # not among those classed: no fault of what the host filled in
    ]


def test_a_class_is_that_of_the_findings_own_period(build: Build) -> None:
    """Asked for within a quarter or by itself, a month rests on the same class."""
    where = (("station.class", build.comparison("any_of", frozenset({"class_1"}))),)
    norm = build.norm(build.norm_phase(where=where), each=("station",))
    days: list[date] = []

    def classed_on(day: date) -> Classed:
        days.append(day)
        return Classed()

    rules = build.rules(build.pack(norm))
    build.tasks(rules, build.town(), build.request("2018-Q3"), classed=classed_on)
    assert days == [date(2018, 7, 31), date(2018, 8, 31), date(2018, 9, 30)]


@pytest.mark.parametrize(
    ("every", "period", "reasons"),
    [
        ("week", "2018-W40", {"nothing_due"}),  # 1 to 7 October 2018: the National Day holiday
        ("week", "2018-W39", {None}),
        ("day", "2018-W40", {None}),  # asked for on every day, whether it is worked or not
        ("week", "2040-W01", {None}),  # nobody knows yet which of its days are worked
    ],
)
def test_a_duty_of_a_period_without_a_working_day_is_not_due(
    build: Build, every: str, period: str, reasons: set[str | None]
) -> None:
    """Where all days are days of rest there is nobody to do it."""
    rules = build.rules(build.pack(build.duty(build.duty_phase(every=every))))
    tasks = build.tasks(rules, build.town(), build.request(period))
    assert {task.reason for task in tasks} == reasons


def test_what_is_a_quota_is_due_in_a_holiday_week_as_well(build: Build) -> None:
    """Only duties wait for working days; the limit of a norm is the source's."""
    rules = build.rules(build.pack(build.norm(per="week")))
    (task,) = build.tasks(rules, build.town(), build.request("2018-W40"))
    assert task.reason is None


FORTNIGHT = Exact(2, 1, "week", "2 weeks")


def test_every_two_weeks_from_the_first_day_of_the_phase_on(build: Build) -> None:
    """Monthly until the 15th, then every two weeks: from that day on, not from a Monday."""
    phases = [
        build.duty_phase(effective_until=date(2018, 7, 14)),
        build.duty_phase(every=FORTNIGHT, effective_from=date(2018, 7, 15)),
    ]
    rules = build.rules(build.pack(build.duty(*phases)))
    asked = build.request("2018-07", overlapping=True, on=date(2018, 7, 31))
    assert [
        (str(task.period), task.reason) for task in build.tasks(rules, build.town(), asked)
    ] == [
        ("2018-07-15..2018-07-28", None),
        ("2018-07-29..2018-08-11", None),
        ("2018-07", "part_of_period"),
    ]


def test_what_is_due_every_two_weeks(build: Build) -> None:
    """A meeting on the last day of two weeks leaves the next two open."""
    phase = build.duty_phase(every=FORTNIGHT, effective_from=date(2018, 7, 2))
    rules = build.rules(build.pack(build.duty(phase)))
    registers = build.town(recording=build.declared("meeting.community"))
    meeting = [build.session(1, date(2018, 7, 15))]
    work = build.due(rules, registers, on=date(2018, 7, 20), session=meeting)
    assert [(one.period, one.done, one.open, str(one.window.last)) for one in work] == [
        ("2018-07-02..2018-07-15", 1, 0, "2018-07-15"),
        ("2018-07-16..2018-07-29", 0, 1, "2018-07-29"),
        ("2018-07-30..2018-08-12", 0, 1, "2018-08-12"),
    ]
    assert work.find("town:meeting.community@community/990101001001:2018-07-16..2018-07-29")


def test_registers_are_read_through_every_period_that_reaches_over_the_year(build: Build) -> None:
    """Two weeks from 31 December 2018 end on 13 January, a week after the last ISO week."""
    phase = build.duty_phase(every=FORTNIGHT, effective_from=date(2018, 12, 31))
    rules = build.rules(build.pack(build.duty(phase)))
    december = Span(date(2018, 12, 1), date(2018, 12, 31))
    assert whole_periods(rules, december) == Span(date(2018, 1, 1), date(2019, 1, 13))


def test_what_is_due_in_a_season(build: Build) -> None:
    """On days of the season only; outside it nothing is due, and earlier meetings don't count."""
    phase = build.duty_phase(every="week", during="busy_season")
    terms = {"during.busy_season": ("2018-07-05..2018-07-13", "2018-07-20", "2018-07-22")}
    rules = build.rules(build.pack(build.duty(phase)), terms=terms)
    registers = build.town(recording=build.declared("meeting.community"))
    meetings = [build.session(1, date(2018, 7, 4)), build.session(2, date(2018, 7, 10))]
    work = build.due(rules, registers, "2018-07", on=date(2018, 7, 1), session=meetings)
    assert [(one.period, one.due, one.done, str(one.window.first), one.reason) for one in work][
        1:5
    ] == [
        ("2018-W27", 1, 0, "2018-07-05", None),
        ("2018-W28", 1, 0, "2018-07-09", None),
        ("2018-W29", 1, 0, "2018-07-20", None),
        ("2018-W30", 0, 0, "2018-07-23", "nothing_due"),
    ]
    third = next(one for one in work if one.period == "2018-W29")
    assert third.days == {date(2018, 7, 20), date(2018, 7, 22)}
    assert third.season == Span(date(2018, 7, 20), date(2018, 7, 22))


def test_a_season_within_one_phase_is_whole(build: Build) -> None:
    """A duty from May on has the whole of a season in May, though not the half-year."""
    phase = build.duty_phase(
        every="half_year", during="busy_season", effective_from=date(2018, 5, 1)
    )
    rules = build.rules(build.pack(build.duty(phase)), terms={"during.busy_season": "2018-05"})
    (task,) = build.tasks(rules, build.town(), build.request("2018-H1"))
    assert (task.reason, task.in_force) == (None, Span(date(2018, 5, 1), date(2018, 5, 31)))
