from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fengqiao.errors import DeadlineError
from fengqiao.timing import (
    CN_CALENDAR,
    Clock,
    ClockEvent,
    ClockRun,
    CountingRule,
    ExtensionRule,
    Hold,
    Length,
    epoch,
    run_clock,
)

ZONE = ZoneInfo("Asia/Shanghai")
RULE = CountingRule(
    id="police",
    rolls_on={"statutory", "exchanged_rest"},
    weekends="stay",
    excluded_days="touched",
    extended_from="period",
)
# Public Order Punishment Law 2025 art. 118: thirty days from filing, twice thirty more, work of
# experts left out; procedure rule 185: the clock starts when mediation fails or isn't kept.
CASE = Clock(
    id="case",
    length=Length(30, "day"),
    rule=RULE,
    clause="public_order2025:118",
    starts={"filed": "public_order2025:118"},
    restarts={
        "mediation_failed": "police_procedure2018:185",
        "agreement_not_kept": "police_procedure2018:185",
    },
    stops={"decided": "public_order2025:118", "agreement_kept": "police_procedure2018:185"},
    holds=(Hold(reason="expert", begins="expert_asked", ends="expert_answered", clause="x:118"),),
    extends={"extended"},
    allowed=ExtensionRule(length=Length(30, "day"), times=2, reasons={"complex"}),
)


def event(kind: str, month: int, day: int, code: str = "") -> ClockEvent:
    """An event of 2026."""
    return ClockEvent(kind=kind, at=date(2026, month, day), code=code, by="s1")


def run(*events: ClockEvent, clock: Clock = CASE) -> ClockRun:
    """The clock after these events."""
    return run_clock(clock, events, zone=ZONE, calendar=CN_CALENDAR)


def last_day(*events: ClockEvent) -> date | None:
    """Last day of the clock after these events."""
    found = run(*events).deadline
    assert found is not None
    return found.last_day


def test_clock_without_its_event_has_not_started() -> None:
    """A clock that no event started has no deadline."""
    assert run(event("session", 3, 2)) == ClockRun(clock="case", state="not_started")


def test_clock_starts_with_its_event() -> None:
    """A case filed on 4 March ends on 3 April: 27 days in March, 3 in April."""
    assert last_day(event("filed", 3, 4)) == date(2026, 4, 3)


def test_second_start_changes_nothing_while_it_runs() -> None:
    """An event that starts a clock is passed by while the clock runs."""
    assert last_day(event("filed", 3, 4), event("filed", 3, 9)) == date(2026, 4, 3)


def test_clock_starts_anew_when_mediation_fails() -> None:
    """Rule 185: thirty days from the failure on 23 March, 8 in March and 22 in April."""
    found = run(event("filed", 3, 4), event("mediation_failed", 3, 23))
    assert found.deadline is not None
    assert (found.deadline.last_day, found.because) == (
        date(2026, 4, 22),
        "police_procedure2018:185",
    )


def test_clock_that_stopped_starts_anew_on_default() -> None:
    """Rule 185: thirty days from the default on 11 May, 20 in May and 10 in June."""
    found = run(
        event("filed", 3, 4), event("agreement_kept", 3, 30), event("agreement_not_kept", 5, 11)
    )
    assert found.deadline is not None
    assert (found.state, found.deadline.last_day) == ("running", date(2026, 6, 10))


def test_stopped_clock_keeps_its_deadline() -> None:
    """A decided case says when it was decided and when it had to be."""
    found = run(event("filed", 3, 4), event("decided", 3, 30))
    assert found.deadline is not None
    assert (found.state, found.stopped, found.deadline.last_day) == (
        "stopped",
        event("decided", 3, 30),
        date(2026, 4, 3),
    )


def test_expert_work_is_left_out() -> None:
    """Art. 118: ten days of expert work move 3 April to 13 April."""
    events = event("filed", 3, 4), event("expert_asked", 3, 10), event("expert_answered", 3, 19)
    assert last_day(*events) == date(2026, 4, 13)


def test_clock_is_held_while_the_expert_works() -> None:
    """While an expert works there is no end, and no case is overdue."""
    found = run(event("filed", 3, 4), event("expert_asked", 3, 10))
    assert found.deadline is not None
    assert (found.state, found.deadline.reason) == ("held", "held")


def test_expert_asked_twice_is_one_span() -> None:
    """A second question while the expert works lengthens nothing."""
    events = (
        event("filed", 3, 4),
        event("expert_asked", 3, 10),
        event("expert_asked", 3, 12),
        event("expert_answered", 3, 19),
    )
    assert last_day(*events) == date(2026, 4, 13)


def test_answer_without_a_question_changes_nothing() -> None:
    """An end without a beginning leaves out nothing."""
    assert last_day(event("filed", 3, 4), event("expert_answered", 3, 19)) == date(2026, 4, 3)


def test_hold_between_a_day_and_a_moment_is_of_days() -> None:
    """A hold known by its day at one end and its moment at the other leaves out days."""
    answered = epoch(datetime(2026, 3, 19, 15, tzinfo=ZONE))
    events = (
        event("filed", 3, 4),
        event("expert_asked", 3, 10),
        ClockEvent(kind="expert_answered", at=answered),
    )
    assert last_day(*events) == date(2026, 4, 13)


def test_extension_lengthens_it() -> None:
    """Art. 118: sixty days end on 3 May, in the holiday until 5 May."""
    events = event("filed", 3, 4), event("extended", 4, 2, "complex")
    assert last_day(*events) == date(2026, 5, 6)


def test_extension_before_a_restart_ends_with_its_period() -> None:
    """A new period starts without the extensions of the one before."""
    events = (
        event("filed", 3, 4),
        event("extended", 3, 20, "complex"),
        event("mediation_failed", 3, 23),
    )
    assert last_day(*events) == date(2026, 4, 22)


@pytest.mark.parametrize(
    ("events", "code"),
    [
        ([event("extended", 4, 4, "complex")], "deadline.extension_late"),
        ([event("extended", 4, 2, "easy")], "deadline.extension_ground"),
        ([event("extended", 4, 2, "complex")] * 3, "deadline.extension_many"),
    ],
)
def test_extension_that_the_clause_does_not_allow_is_refused(
    events: list[ClockEvent], code: str
) -> None:
    """An extension too late, on another ground or one too many is an error."""
    with pytest.raises(DeadlineError) as caught:
        run(event("filed", 3, 4), *events)
    assert caught.value.code == code
