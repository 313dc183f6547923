"""Deadlines where one more day, hour or zone makes the difference."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fengqiao.errors import DeadlineError
from fengqiao.timing import (
    CN_CALENDAR,
    CountingRule,
    Exclusion,
    Extension,
    ExtensionRule,
    Length,
    OpenHours,
    deadline,
    epoch,
)

ZONE = ZoneInfo("Asia/Shanghai")
PLAIN = CountingRule(id="r")


def at(text: str, zone: ZoneInfo = ZONE) -> int:
    """Moment of a local time."""
    return epoch(datetime.fromisoformat(text).replace(tzinfo=zone))


@pytest.mark.parametrize(("rolls_on", "weekends"), [([], "roll"), (["statutory"], "stay")])
def test_a_rest_counts_whole_behind_the_last_day_too(rolls_on: list[str], weekends: str) -> None:
    """5 May 2026, a Tuesday off, ends a rest with a Sunday and statutory days before it."""
    rule = CountingRule(id="r", rolls_on=rolls_on, weekends=weekends)  # type: ignore[arg-type]  # words of theirs
    found = deadline(date(2026, 5, 4), Length(1, "day"), rule, zone=ZONE, calendar=CN_CALENDAR)
    assert found.last_day == date(2026, 5, 6)


def test_the_next_full_hour_is_one_of_the_zone() -> None:
    """In Kolkata, half an hour off, the hour after 9:20 begins at 10:00 there."""
    zone = ZoneInfo("Asia/Kolkata")
    rule = CountingRule(id="r", first_hour="next_hour")
    found = deadline(at("2026-03-02T09:20", zone), Length(1, "hour"), rule, zone=zone)
    assert found.due_at == at("2026-03-02T11:00", zone)


def test_hours_of_an_evening_count_where_it_is_another_day_in_utc() -> None:
    """From 22:00 in New York one hour lasts until 23:00."""
    zone = ZoneInfo("America/New_York")
    found = deadline(at("2026-03-02T22:00", zone), Length(1, "hour"), PLAIN, zone=zone)
    assert (found.due_at, found.last_day) == (at("2026-03-02T23:00", zone), date(2026, 3, 2))


def test_nights_count_while_opening_hours_are_left_out() -> None:
    """24 hours from 17:00; from 9:00 on opening hours are left out: 16 hours, and 8 after 18:00."""
    out = Exclusion(reason="expert", begins=at("2026-03-03T09:00"), ends=None, within="open_hours")
    found = deadline(
        at("2026-03-02T17:00"),
        Length(24, "hour"),
        PLAIN,
        zone=ZONE,
        calendar=CN_CALENDAR,
        hours=OpenHours(on_working_days=[(540, 1080)]),
        exclusions=[out],
    )
    assert found.due_at == at("2026-03-04T02:00")


def test_hours_for_which_nothing_opens_stand_still() -> None:
    """Opening hours only, and all of them left out for good: it is held, and the search ends."""
    every_day = OpenHours(on_working_days=[(540, 1080)], on_rest_days=[(540, 1080)])
    out = Exclusion(reason="expert", begins=at("2026-03-02T09:00"), ends=None, within="open_hours")
    found = deadline(
        at("2026-03-02T08:00"),
        Length(1, "hour"),
        CountingRule(id="r", hours_run="open_hours"),
        zone=ZONE,
        hours=every_day,
        exclusions=[out],
    )
    assert (found.due_at, found.reason) == (None, "held")


def test_a_day_is_left_out_of_hours_from_midnight_to_midnight() -> None:
    """Two hours from 23:00 with the next day left out end an hour after it."""
    out = Exclusion(reason="expert", begins=date(2026, 3, 3), ends=date(2026, 3, 3))
    found = deadline(at("2026-03-02T23:00"), Length(2, "hour"), PLAIN, zone=ZONE, exclusions=[out])
    assert found.due_at == at("2026-03-04T01:00")


def test_the_second_before_a_span_counts() -> None:
    """Of two spans the earlier begins a second after the period: that second counts."""
    late = Exclusion(reason="b", begins=at("2026-03-02T12:00"), ends=at("2026-03-02T13:00"))
    soon = Exclusion(reason="a", begins=at("2026-03-02T09:00:01"), ends=at("2026-03-02T10:00"))
    found = deadline(
        at("2026-03-02T09:00"), Length(1, "hour"), PLAIN, zone=ZONE, exclusions=[late, soon]
    )
    assert found.due_at == at("2026-03-02T10:59:59")


def test_an_extension_from_the_end_leaves_its_first_day_out() -> None:
    """Three days with the first counted end on the 4th; two more end on the 6th, not the 5th."""
    rule = CountingRule(id="r", first_day="in", weekends="stay", extended_from="end")
    found = deadline(
        date(2026, 3, 2),
        Length(3, "day"),
        rule,
        zone=ZONE,
        extensions=[Extension(at=date(2026, 3, 3), reason="complex", by="s1")],
        allowed=ExtensionRule(length=Length(2, "day"), times=1),
    )
    assert found.last_day == date(2026, 3, 6)


def test_weeks_have_seven_days() -> None:
    """Two weeks from 2 March end on 16 March."""
    rule = CountingRule(id="r", weekends="stay")
    assert deadline(date(2026, 3, 2), Length(2, "week"), rule, zone=ZONE).last_day == date(
        2026, 3, 16
    )


def test_a_span_before_the_period_leaves_nothing_out() -> None:
    """What ended before the period began, or begins after it, is no matter."""
    rule = CountingRule(id="r", weekends="stay", excluded_days="touched")
    out = [
        Exclusion(reason="expert", begins=date(2026, 2, 2), ends=date(2026, 2, 20)),
        Exclusion(reason="expert", begins=date(2026, 3, 4), ends=date(2026, 3, 4)),
        Exclusion(reason="expert", begins=date(2026, 5, 4), ends=date(2026, 5, 20)),
    ]
    found = deadline(date(2026, 3, 2), Length(10, "day"), rule, zone=ZONE, exclusions=out)
    assert found.last_day == date(2026, 3, 13)
    assert [s.first for s in found.spans if s.kind == "excluded"] == [date(2026, 3, 4)]


def test_working_days_skip_rest_and_what_is_left_out() -> None:
    """Two working days from Thursday 5 March with Monday left out: Friday and Tuesday."""
    rule = CountingRule(id="r", weekends="stay", excluded_days="touched")
    out = Exclusion(reason="expert", begins=date(2026, 3, 9), ends=date(2026, 3, 9))
    found = deadline(
        date(2026, 3, 5),
        Length(2, "working_day"),
        rule,
        zone=ZONE,
        calendar=CN_CALENDAR,
        exclusions=[out],
    )
    assert found.last_day == date(2026, 3, 10)


def test_a_clause_stands_for_the_rule_where_nothing_else_does() -> None:
    """Its own clause first, then that of the rule, then none."""
    rule = CountingRule(id="r", cites={"rule": "c:0", "roll": "c:6"})
    assert [rule.clause("roll"), rule.clause("close"), PLAIN.clause("roll")] == ["c:6", "c:0", ""]


def test_a_rule_that_rolls_on_worked_days_is_named() -> None:
    """The error says which rule it is."""
    with pytest.raises(DeadlineError) as caught:
        CountingRule(id="odd", rolls_on=["workday"])
    assert (caught.value.code, caught.value.facts["rule"]) == ("deadline.rolls_on", "odd")


def test_an_unknown_term_names_those_there_are() -> None:
    """The error for a term names what may be left open."""
    with pytest.raises(DeadlineError) as caught:
        PLAIN.filled({"holidays": "roll"})
    assert caught.value.facts["known"] == ("weekends", "excluded_days", "extended_from")
