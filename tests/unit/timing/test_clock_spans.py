"""What clocks hand on to their deadline."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from fengqiao.timing import (
    CN_CALENDAR,
    Clock,
    ClockEvent,
    CountingRule,
    ExtensionRule,
    Hold,
    Length,
    OpenHours,
    epoch,
    run_clock,
)

ZONE = ZoneInfo("Asia/Shanghai")
RULE = CountingRule(id="r", weekends="stay", excluded_days="touched", extended_from="period")
CLOCK = Clock(
    id="case",
    length=Length(30, "day"),
    rule=RULE,
    clause="public_order2025:118",
    starts={"filed": "public_order2025:118"},
    stops={"decided": "public_order2025:118"},
    holds=(Hold(reason="expert", begins="asked", ends="answered", clause="x:118"),),
    extends={"extended"},
    allowed=ExtensionRule(length=Length(30, "day"), times=2),
)
FILED = ClockEvent(kind="filed", at=date(2026, 3, 2))


def test_a_run_names_its_clock_and_what_started_it() -> None:
    """Which clock it is, the event that started it, and the clause of the limit."""
    run = run_clock(CLOCK, [FILED], zone=ZONE)
    assert (run.clock, run.started, run.deadline and run.deadline.clause) == (
        "case",
        FILED,
        "public_order2025:118",
    )


def test_a_span_names_its_reason_and_clause() -> None:
    """Work of experts, five days: what is left out says why, and where that stands."""
    events = [
        FILED,
        ClockEvent(kind="asked", at=date(2026, 3, 3)),
        ClockEvent(kind="answered", at=date(2026, 3, 7)),
    ]
    found = run_clock(CLOCK, events, zone=ZONE).deadline
    assert found is not None
    assert [(s.clause, s.facts_by_name) for s in found.spans if s.kind == "excluded"] == [
        ("x:118", {"reason": "expert"})
    ]


def test_an_extension_names_who_approved_it() -> None:
    """The member of staff who approved it is told with the extension."""
    more = ClockEvent(kind="extended", at=date(2026, 3, 20), code="complex", by="s1")
    found = run_clock(CLOCK, [FILED, more], zone=ZONE).deadline
    assert found is not None
    assert found.spans[2].facts_by_name == {"length": "30 days", "reason": "complex", "by": "s1"}


def test_a_day_and_a_moment_are_a_span_of_days_where_the_clock_stands() -> None:
    """Asked on the 3rd, answered at 4:00 of the 5th in Shanghai, the 4th in London: three days."""
    answered = epoch(datetime(2026, 3, 5, 4, tzinfo=ZONE))
    events = [
        FILED,
        ClockEvent(kind="asked", at=date(2026, 3, 3)),
        ClockEvent(kind="answered", at=answered),
    ]
    found = run_clock(CLOCK, events, zone=ZONE).deadline
    assert found is not None
    assert found.last_day == date(2026, 4, 4)  # 30 days end on 1 April


def test_a_moment_and_a_day_are_a_span_of_days_where_the_clock_stands() -> None:
    """Asked at 4:00 of the 4th in Shanghai, answered on the 5th: two days."""
    asked = epoch(datetime(2026, 3, 4, 4, tzinfo=ZONE))
    events = [
        FILED,
        ClockEvent(kind="asked", at=asked),
        ClockEvent(kind="answered", at=date(2026, 3, 5)),
    ]
    found = run_clock(CLOCK, events, zone=ZONE).deadline
    assert found is not None
    assert found.last_day == date(2026, 4, 3)


def test_hours_and_terms_reach_the_deadline() -> None:
    """Opening hours close the last day, and a term that was open is settled."""
    rule = CountingRule(id="r", cutoff="close_of_business", rolls_on=["statutory"])
    clock = Clock(id="c", length=Length(2, "day"), rule=rule, starts={"filed": ""})
    run = run_clock(
        clock,
        [ClockEvent(kind="filed", at=date(2026, 3, 5))],  # the last day is a Saturday
        zone=ZONE,
        calendar=CN_CALENDAR,
        hours=OpenHours(on_working_days=[(540, 1080)]),
        terms={"weekends": "roll"},
    )
    assert run.deadline is not None
    assert run.deadline.due_at == epoch(datetime(2026, 3, 9, 18, tzinfo=ZONE))


def test_a_hold_within_opening_hours_counts_only_there() -> None:
    """Asked and answered before the office opens: nothing of the day is left out."""
    hold = Hold(reason="expert", begins="asked", ends="answered", within="open_hours")
    clock = Clock(id="c", length=Length(3, "day"), rule=RULE, starts={"filed": ""}, holds=(hold,))
    events = [
        FILED,
        ClockEvent(kind="asked", at=epoch(datetime(2026, 3, 3, 6, tzinfo=ZONE))),
        ClockEvent(kind="answered", at=epoch(datetime(2026, 3, 3, 7, tzinfo=ZONE))),
    ]
    run = run_clock(
        clock,
        events,
        zone=ZONE,
        calendar=CN_CALENDAR,
        hours=OpenHours(on_working_days=[(540, 1080)]),
    )
    assert run.deadline is not None
    assert run.deadline.last_day == date(2026, 3, 5)


def test_a_clock_is_provisional_only_where_it_is_asked() -> None:
    """Past the published calendar there is no end, unless ordinary weeks are asked for."""
    clock = Clock(id="c", length=Length(5, "working_day"), rule=RULE, starts={"filed": ""})
    event = ClockEvent(kind="filed", at=date(2026, 12, 28))
    plain = run_clock(clock, [event], zone=ZONE, calendar=CN_CALENDAR).deadline
    guessed = run_clock(clock, [event], zone=ZONE, calendar=CN_CALENDAR, provisional=True).deadline
    assert plain is not None
    assert guessed is not None
    assert (plain.reason, guessed.last_day) == ("calendar_unpublished", date(2027, 1, 4))
