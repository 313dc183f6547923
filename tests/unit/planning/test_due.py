from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.model.registry import Registers
from fengqiao.planning import DueWork
from fengqiao.rules import OPEN, Duty, Rules

if TYPE_CHECKING:
    from tests.unit.conftest import Build

COMMUNITY = "990101001001"
MEETING = "meeting.community"
RECEPTION = "duty.public_reception"
BOX = "duty.suggestion_box"
EVERYTHING = ("visit", "inspection", MEETING, RECEPTION, BOX)


def day(number: int, month: int = 7) -> date:
    """A day of 2018."""
    return date(2018, month, number)


def town(build: Build, *keys: str, **more: list[dict[str, Any]]) -> Registers:
    """The one community, recorded since the year began."""
    return build.town(recording=build.declared(*(keys or EVERYTHING)), **more)


def counted(work: DueWork) -> list[tuple[str, int, int, int]]:
    """Period, due, done and open of each item."""
    return [(item.period, item.due, item.done, item.open) for item in work]


def reception(build: Build, *, times: int = 2, every: object = "week") -> Duty:
    """Reception at each room."""
    phase = build.duty_phase(times=times, every=every)
    return build.duty(phase, key=RECEPTION, each=("police_room",), done_by=("duty",))


def received(build: Build, number: int, on: date, **fields: object) -> dict[str, Any]:
    """A reception at the one room."""
    facts = {"key": RECEPTION, "staff": "W1", "area": COMMUNITY, "room": "R1", **fields}
    return build.event(number, on, **facts)


def test_a_quota_counts_what_was_done_so_far(build: Build) -> None:
    """Of 80 households 63 were visited by the 20th: 17 are open."""
    rules = build.rules(build.pack(build.norm()))
    visits = [build.visit(number, day(1 + number % 20)) for number in range(63)]
    work = build.due(rules, town(build), on=day(20), visit=visits)
    assert counted(work) == [("2018-07", 80, 63, 17)]


def test_more_than_due_leaves_nothing_open(build: Build) -> None:
    """85 households are 80 and nothing less than nothing open."""
    rules = build.rules(build.pack(build.norm()))
    visits = [build.visit(number, day(1 + number % 20)) for number in range(85)]
    assert counted(build.due(rules, town(build), visit=visits)) == [("2018-07", 80, 85, 0)]


def test_a_household_visited_twice_is_one(build: Build) -> None:
    """A quota of households is not one of visits."""
    rules = build.rules(build.pack(build.norm()))
    visits = [build.visit(1, day(number)) for number in (3, 4, 5)]
    assert counted(build.due(rules, town(build), visit=visits)) == [("2018-07", 80, 1, 79)]


def test_a_week_shows_the_quota_of_its_month(build: Build) -> None:
    """Asked for a week, the month's households stand there whole."""
    rules = build.rules(build.pack(build.norm()))
    visits = [build.visit(number, day(number)) for number in (2, 9)]
    work = build.due(rules, town(build), "2018-W28", visit=visits)
    assert counted(work) == [("2018-07", 80, 2, 78)]


def test_a_week_across_two_months_shows_both(build: Build) -> None:
    """30 July to 5 August lies in both."""
    rules = build.rules(build.pack(build.norm()))
    assert [item.period for item in build.due(rules, town(build), "2018-W31")] == [
        "2018-07",
        "2018-08",
    ]


def test_a_month_shows_every_week_that_touches_it(build: Build) -> None:
    """July 2018 shares days with ISO weeks 26 to 31."""
    work = build.due(build.rules(build.pack(reception(build))), town(build))
    assert [item.period for item in work] == [f"2018-W{week}" for week in range(26, 32)]


def test_two_receptions_a_week_one_done_one_open(build: Build) -> None:
    """四(二)第二项: two half-days a week."""
    duty = reception(build)
    events = [received(build, 1, day(10))]
    work = build.due(build.rules(build.pack(duty)), town(build), "2018-W28", day(11), duty=events)
    assert counted(work) == [("2018-W28", 2, 1, 1)]


def test_a_working_day_duty_has_one_item_for_each_day_worked(build: Build) -> None:
    """In the week of the Dragon Boat Festival, 18 June 2018, four days are worked."""
    duty = reception(build, times=1, every="working_day")
    work = build.due(build.rules(build.pack(duty)), town(build), "2018-W25")
    assert [item.period for item in work] == [f"2018-06-{number}" for number in range(19, 23)]


def test_a_make_up_workday_is_worked(build: Build) -> None:
    """Saturday 29 and Sunday 30 September 2018 were worked for the National Day break."""
    duty = reception(build, times=1, every="working_day")
    work = build.due(build.rules(build.pack(duty)), town(build), "2018-W39")
    assert [item.period for item in work] == [
        "2018-09-25",
        "2018-09-26",
        "2018-09-27",
        "2018-09-28",
        "2018-09-29",
        "2018-09-30",
    ]


def test_days_that_the_calendar_does_not_hold_are_not_guessed(build: Build) -> None:
    """Nobody knows yet which days of 2040 are worked: no number, and the reason."""
    duty = reception(build, times=1, every="working_day")
    (item,) = build.due(build.rules(build.pack(duty)), town(build), "2040-07")
    assert (item.period, item.due, item.open, item.reason) == (
        "2040-07",
        0,
        0,
        "calendar_unpublished",
    )


def test_before_its_period_all_of_it_is_open(build: Build) -> None:
    """On 30 June nothing of July is done, and that is no reason for doubt."""
    rules = build.rules(build.pack(build.norm()))
    (item,) = build.due(rules, town(build), on=day(30, 6))
    assert (item.due, item.open, item.reason, item.window.first) == (80, 80, None, day(1))


def test_in_its_period_it_may_be_done_from_the_next_day_on(build: Build) -> None:
    """Facts of the 20th are in; from the 21st on there is time."""
    (item,) = build.due(build.rules(build.pack(build.norm())), town(build), on=day(20))
    assert (item.window.first, item.window.last) == (day(21), day(31))


def test_after_its_period_the_window_is_past(build: Build) -> None:
    """Then it says when it could have been done."""
    (item,) = build.due(build.rules(build.pack(build.norm())), town(build), on=day(3, 8))
    assert (item.window.first, item.window.last, item.open) == (day(1), day(31), 80)


def test_nothing_declared_is_no_data(build: Build) -> None:
    """What is on record counts; at most the rest is open, and the reason says so."""
    rules = build.rules(build.pack(build.norm()))
    registers = town(build, MEETING)
    (item,) = build.due(rules, registers, on=day(20), visit=[build.visit(1, day(3))])
    assert (item.due, item.done, item.open, item.reason) == (80, 1, 79, "no_data")


def test_an_officer_who_began_in_the_month_owes_no_guessed_number(build: Build) -> None:
    """From the 10th on: whether 80 are due of them the source doesn't say."""
    registers = town(build, assignment=[build.post("W2", room="R1", since=day(10))])
    visits = [build.visit(1, day(12), staff="W2")]
    items = build.due(build.rules(build.pack(build.norm())), registers, visit=visits)
    assert [(item.staff, item.due, item.done, item.open, item.reason) for item in items] == [
        ("W1", 80, 0, 80, None),
        ("W2", 0, 1, 0, "part_of_period"),
    ]


def test_it_is_known_before_the_month_begins_that_an_officer_comes_later(build: Build) -> None:
    """The register knows in June that W2 begins on 10 July."""
    registers = town(build, assignment=[build.post("W2", room="R1", since=day(10))])
    work = build.due(build.rules(build.pack(build.norm())), registers, on=day(30, 6))
    assert [item.reason for item in work] == [None, "part_of_period"]


def test_a_prorated_quota_is_due_in_proportion(build: Build) -> None:
    """22 of 31 days of 80 are 56.8, so 57."""
    norm = build.norm(build.norm_phase(prorate=True))
    registers = town(build, assignment=[build.post("W2", room="R1", since=day(10))])
    items = build.due(build.rules(build.pack(norm)), registers)
    assert [(item.due, item.reason) for item in items] == [(80, None), (57, None)]


def test_a_rule_in_force_for_part_of_the_month_says_so(build: Build) -> None:
    """In force from 25 June on, it asks for no number in June."""
    norm = build.norm(build.norm_phase(effective_from=day(25, 6)))
    (item,) = build.due(build.rules(build.pack(norm)), town(build), "2018-06")
    assert (item.due, item.reason) == (0, "part_of_period")


def test_an_open_limit_is_not_configured(build: Build) -> None:
    """Regularly, without a number: the host has to say how many."""
    norm = build.norm(build.norm_phase("at_least", "open"))
    (item,) = build.due(build.rules(build.pack(norm)), town(build))
    assert (item.due, item.open, item.reason) == (0, 0, "not_configured")


def test_an_open_limit_that_the_host_filled_is_due(build: Build) -> None:
    """Then it is as good as a number of the source."""
    norm = build.norm(build.norm_phase("at_least", "open"))
    rules = build.rules(build.pack(norm), terms={"visits.households.at_least": 12})
    assert counted(build.due(rules, town(build))) == [("2018-07", 12, 0, 12)]


def test_an_open_cadence_is_not_configured(build: Build) -> None:
    """How often is for the host to say: until then there is no period to count."""
    duty = reception(build, times=1, every=OPEN)
    (item,) = build.due(build.rules(build.pack(duty)), town(build))
    assert (item.period, item.due, item.reason) == ("2018-07", 0, "not_configured")


def test_an_open_cadence_that_the_host_filled_has_its_periods(build: Build) -> None:
    """Weekly, says the host."""
    duty = reception(build, times=1, every=OPEN)
    rules = build.rules(build.pack(duty), terms={f"{RECEPTION}.every": "week"})
    assert len(build.due(rules, town(build))) == 6


@pytest.mark.parametrize("op", ["at_most", "less_than"])
def test_a_ceiling_is_no_work(build: Build, op: str) -> None:
    """Nobody has to visit at most 80 households."""
    norm = build.norm(build.norm_phase(op, 80))
    assert len(build.due(build.rules(build.pack(norm)), town(build))) == 0


def test_a_figure_that_the_host_reads_as_a_ceiling_is_no_work(build: Build) -> None:
    """A bare figure has the direction that the host gives it."""
    norm = build.norm(build.norm_phase("bare", 80))
    rules = build.rules(build.pack(norm), terms={"visits.households.direction": "at_most"})
    assert len(build.due(rules, town(build))) == 0


@pytest.mark.parametrize(
    ("key", "each", "per"),
    [
        ("facility.police_rooms", "community", None),
        ("calls.per_day", "station", "month"),
        ("survey.familiarity_share", "community_officer", None),
    ],
)
def test_states_shares_and_surveys_are_no_work(
    build: Build, key: str, each: str, per: str | None
) -> None:
    """What is there, what is a share and what residents say can't be done by a day."""
    norm = build.norm(build.norm_phase(limit=1), key=key, each=(each,), per=per)
    assert len(build.due(build.rules(build.pack(norm)), town(build))) == 0


@pytest.mark.parametrize(
    ("op", "limit", "due"),
    [
        ("at_least", 5, 5),
        ("more_than", 5, 6),
        ("equal", 5, 5),
        ("between", (5, 9), 5),
        ("at_least", "11/2", 6),
    ],
)
def test_the_lower_end_is_due(build: Build, op: str, limit: object, due: int) -> None:
    """The smallest whole number that passes."""
    norm = build.norm(build.norm_phase(op, limit))
    (item,) = build.due(build.rules(build.pack(norm)), town(build))
    assert item.due == due


@pytest.mark.parametrize(("terms", "due"), [({}, 0), ({"visits.households.about": 5}, 75)])
def test_about_a_figure_is_due_from_its_tolerance_on(
    build: Build, terms: dict[str, object], due: int
) -> None:
    """About 80, give or take 5: 75 are due; without a tolerance nobody can say."""
    rules = build.rules(build.pack(build.norm(build.norm_phase("about", 80))), terms=terms)
    (item,) = build.due(rules, town(build))
    assert (item.due, item.reason) == (due, None if terms else "not_configured")


def test_an_item_names_the_events_that_fulfil_it(build: Build) -> None:
    """Both receptions of the week, in the order in which they began."""
    events = [received(build, 2, day(12)), received(build, 1, day(10))]
    rules = build.rules(build.pack(reception(build)))
    (item,) = build.due(rules, town(build), "2018-W28", duty=events)
    assert item.fulfilled_by == ("E1", "E2")


def test_a_week_without_a_working_day_owes_nothing(build: Build) -> None:
    """1 to 7 October 2018: all days of rest, so no reception is due, and the item says so."""
    rules = build.rules(build.pack(reception(build)))
    (item,) = build.due(rules, town(build), "2018-W40")
    assert (item.due, item.open, item.reason) == (0, 0, "nothing_due")


def test_two_records_of_one_reception_are_one(build: Build) -> None:
    """Both officers of the room at one morning's reception: one of two is still open."""
    events = [received(build, 1, day(10)), received(build, 2, day(10), staff="W2")]
    rules = build.rules(build.pack(reception(build)))
    (item,) = build.due(rules, town(build), "2018-W28", duty=events)
    assert (item.done, item.open, item.fulfilled_by) == (1, 1, ("E1", "E2"))


def test_one_event_counts_for_every_duty_that_it_matches(build: Build) -> None:
    """The weekly and the monthly reception are two duties; one reception is one of each."""
    monthly = build.duty(
        build.duty_phase(), id="monthly", key=RECEPTION, each=("police_room",), done_by=("duty",)
    )
    rules = build.rules(build.pack(reception(build), monthly))
    work = build.due(rules, town(build), "2018-W28", duty=[received(build, 1, day(10))])
    assert work.fulfilled("E1") == (
        "town:duty.public_reception@police_room/R1:2018-W28",
        "town:monthly@police_room/R1:2018-07",
    )


def test_visits_are_counts_only(build: Build) -> None:
    """No visit is ever read back."""
    rules = build.rules(build.pack(build.norm()))
    (item,) = build.due(rules, town(build), visit=[build.visit(1, day(3))])
    assert (item.done, item.fulfilled_by) == (1, ())


@pytest.mark.parametrize(
    ("key", "done_by", "kind"),
    [
        (MEETING, "session", "meeting"),
        (RECEPTION, "duty", "task"),
        ("duty.report", "duty", "report"),
    ],
)
def test_kind_of_a_duty(build: Build, key: str, done_by: str, kind: str) -> None:
    """By what fulfils it; a report is a duty of its own key."""
    duty = build.duty(build.duty_phase(), key=key, done_by=(done_by,))
    (item,) = build.due(build.rules(build.pack(duty)), town(build))
    assert item.kind == kind


@pytest.mark.parametrize(
    ("key", "kind"), [("visits.households", "visit"), ("inspection.premises", "inspection")]
)
def test_kind_of_a_norm(build: Build, key: str, kind: str) -> None:
    """By what it counts."""
    (item,) = build.due(build.rules(build.pack(build.norm(key=key))), town(build))
    assert item.kind == kind


def test_the_officer_owes_what_is_asked_of_officers(build: Build) -> None:
    """Staff subjects owe it themselves; a community's meeting is for whoever leads it."""
    rules = build.rules(build.pack(build.norm(), build.duty(build.duty_phase())))
    assert [(item.staff, item.who) for item in build.due(rules, town(build))] == [
        ("W1", ("community_officer",)),
        (None, ("community_officer",)),
    ]


@pytest.mark.parametrize(
    ("changes", "severity"),
    [({}, "breach"), ({"force": "aim"}, "notice"), ({"below": "info"}, "info")],
)
def test_severity_is_that_of_leaving_it_undone(
    build: Build, changes: dict[str, object], severity: str
) -> None:
    """As the finding would have it."""
    norm = build.norm(build.norm_phase(**changes))
    (item,) = build.due(build.rules(build.pack(norm)), town(build))
    assert item.severity == severity


def test_the_same_facts_give_the_same_bytes(build: Build) -> None:
    """Whatever the order in which they were recorded."""
    rules = build.rules(build.pack(build.norm(), reception(build)))
    events = [received(build, number, day(number)) for number in range(2, 12)]
    lines = [
        list(build.due(rules, town(build), duty=some).jsonl()) for some in (events, events[::-1])
    ]
    assert lines[0] == lines[1]


def fire(build: Build, number: int, on: date, premises: str, **fields: object) -> dict[str, Any]:
    """An inspection by the one officer, for fire safety unless it says otherwise."""
    facts = {"staff": "W1", "premises": premises, "topics": ("fire",), **fields}
    return build.event(number, on, **facts)


def test_a_norm_on_inspections_names_those_that_count(build: Build) -> None:
    """Three inspections of two premises; the one for public order counts for another norm."""
    topic = ("topic", build.comparison("any_of", frozenset({"fire"})))
    norm = build.norm(build.norm_phase(limit=5, of=(topic,)), key="inspection.premises")
    registers = town(
        build,
        premises=[
            {"premises": name, "kind": "hotel", "area": COMMUNITY, "station": "ST1"}
            for name in ("premises-1", "premises-2")
        ],
    )
    events = [
        fire(build, 1, day(3), "premises-1"),
        fire(build, 2, day(4), "premises-2"),
        fire(build, 3, day(5), "premises-1"),
        fire(build, 4, day(6), "premises-2", topics=("public_order",)),
        fire(build, 5, day(1, 8), "premises-2"),
    ]
    (item,) = build.due(build.rules(build.pack(norm)), registers, inspection=events)
    assert (item.done, item.open, item.fulfilled_by) == (2, 3, ("E1", "E2", "E3"))


def share(build: Build, limit: object, op: str = "at_least") -> Rules:
    """A share of the station's premises to be inspected for fire safety."""
    topic = ("topic", build.comparison("any_of", frozenset({"fire"})))
    phase = build.norm_phase(op, limit, of=(topic,))
    return build.rules(
        build.pack(build.norm(phase, key="inspection.share", each=("station",), per=None))
    )


def five_premises() -> list[dict[str, Any]]:
    """On the register of the one station."""
    return [
        {"premises": f"premises-{n}", "kind": "hotel", "area": COMMUNITY, "station": "ST1"}
        for n in range(1, 6)
    ]


@pytest.mark.parametrize(
    ("op", "limit", "due"),
    [("at_least", "100%", 5), ("at_least", "50%", 3), ("more_than", "40%", 3)],
)
def test_a_share_of_premises_is_due_as_so_many_premises(
    build: Build, op: str, limit: str, due: int
) -> None:
    """Of five on the register; one is inspected, and one for something else."""
    events = [
        fire(build, 1, day(3), "premises-1"),
        fire(build, 2, day(4), "premises-2", topics=("public_order",)),
    ]
    registers = town(build, premises=five_premises())
    (item,) = build.due(share(build, limit, op), registers, inspection=events)
    assert (item.kind, item.due, item.done, item.open) == ("inspection", due, 1, due - 1)


def test_before_its_period_a_share_is_of_the_register_of_its_first_day(build: Build) -> None:
    """On 30 June all five are to be inspected in July; one opens only on the 2nd."""
    later = {**five_premises()[0], "premises": "premises-6", "since": day(2)}
    registers = town(build, premises=[*five_premises(), later])
    (item,) = build.due(share(build, "100%"), registers, on=day(30, 6))
    assert (item.due, item.done, item.open, item.reason) == (5, 0, 5, None)


def test_a_share_that_nobody_filled_in_is_not_configured(build: Build) -> None:
    """How many of them is for the host to say."""
    registers = town(build, premises=five_premises())
    (item,) = build.due(share(build, "open"), registers)
    assert (item.due, item.reason) == (0, "not_configured")
