from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fengqiao.errors import DeadlineError
from fengqiao.timing import (
    CN_CALENDAR,
    CountingRule,
    Exclusion,
    Length,
    OpenHours,
    deadline,
    epoch,
)

ZONE = ZoneInfo("Asia/Shanghai")
OPEN = OpenHours(on_working_days=[(540, 1080)])  # 9:00-18:00


def at(text: str) -> int:
    """Moment of a local time."""
    return epoch(datetime.fromisoformat(text).replace(tzinfo=ZONE))


def left(begins: int | date, ends: int | date | None, within: str = "always") -> Exclusion:
    """A span that is left out."""
    return Exclusion(reason="expert", begins=begins, ends=ends, within=within)  # type: ignore[arg-type]  # one of its words


def last_day(days: str, *out: Exclusion) -> date | None:
    """Last day of three days from Monday 2 March 2026 on, by one reading of excluded days."""
    rule = CountingRule(id="r", weekends="stay", excluded_days=days)  # type: ignore[arg-type]  # one of its words
    return deadline(
        date(2026, 3, 2),
        Length(3, "day"),
        rule,
        zone=ZONE,
        calendar=CN_CALENDAR,
        hours=OPEN,
        exclusions=out,
    ).last_day


@pytest.mark.parametrize(
    ("days", "day"),
    [("touched", 7), ("whole", 6), ("after_first", 6)],
)
def test_which_days_of_a_span_are_left_out(days: str, day: int) -> None:
    """From noon of the 3rd through the 4th: two days touched, one filled, one after the first."""
    assert last_day(days, left(at("2026-03-03T12:00"), at("2026-03-05T00:00"))) == date(
        2026, 3, day
    )


@pytest.mark.parametrize(
    ("begins", "ends", "day"),
    [
        ("2026-03-03T08:00", "2026-03-03T19:00", 6),  # all opening hours of the 3rd
        ("2026-03-03T09:01", "2026-03-03T19:00", 5),  # a minute of them was left
        ("2026-03-07T08:00", "2026-03-07T19:00", 5),  # closed on a Saturday, after the end
    ],
)
def test_opening_hours_are_filled_or_not(begins: str, ends: str, day: int) -> None:
    """Within opening hours, a day is filled where these hours are."""
    assert last_day("whole", left(at(begins), at(ends), "open_hours")) == date(2026, 3, day)


def test_a_span_on_a_day_that_is_closed_fills_nothing() -> None:
    """On a Saturday there are no opening hours that a span could fill."""
    rule = CountingRule(id="r", weekends="stay", excluded_days="whole")
    out = left(at("2026-03-07T00:00"), at("2026-03-08T00:00"), "open_hours")
    found = deadline(
        date(2026, 3, 6),
        Length(3, "day"),
        rule,
        zone=ZONE,
        calendar=CN_CALENDAR,
        hours=OPEN,
        exclusions=[out],
    )
    assert found.last_day == date(2026, 3, 9)


def test_a_span_that_ends_at_midnight_does_not_touch_the_next_day() -> None:
    """Until 24:00 of the 3rd, the 4th is free."""
    assert last_day("touched", left(at("2026-03-03T12:00"), at("2026-03-04T00:00"))) == date(
        2026, 3, 6
    )


def test_a_span_that_ends_a_second_later_does() -> None:
    """Until a second after midnight, the 4th is touched."""
    assert last_day("touched", left(at("2026-03-03T12:00"), at("2026-03-04T00:00") + 1)) == date(
        2026, 3, 7
    )


def test_two_spans_leave_out_what_each_of_them_reaches() -> None:
    """The 3rd and the 5th are left out, in whatever order they were recorded; the 4th counts."""
    third, fifth = (left(date(2026, 3, day), date(2026, 3, day)) for day in (3, 5))
    assert [last_day("touched", *spans) for spans in ((third, fifth), (fifth, third))] == [
        date(2026, 3, 7)
    ] * 2


def test_a_span_that_touches_but_fills_nothing_hides_no_other() -> None:
    """A minute of the 3rd fills no day, but another span fills the 3rd."""
    minute = left(at("2026-03-03T12:00"), at("2026-03-03T12:01"))
    day = left(date(2026, 3, 3), date(2026, 3, 3))
    assert last_day("whole", minute, day) == date(2026, 3, 6)


def test_a_span_outside_opening_hours_hides_no_other() -> None:
    """Before the office opens nothing is touched; another span leaves out the day."""
    early = left(at("2026-03-03T06:00"), at("2026-03-03T07:00"), "open_hours")
    day = left(date(2026, 3, 3), date(2026, 3, 3))
    assert last_day("touched", early, day) == date(2026, 3, 6)


def test_reach_is_told_in_days() -> None:
    """It reaches from its first to its last day; while it lasts there is no last one."""
    spans = (
        left(date(2026, 3, 3), date(2026, 3, 4)),
        left(at("2026-03-03T23:59"), at("2026-03-05T00:00")),
        left(at("2026-03-03T12:00"), at("2026-03-03T12:00")),
        left(date(2026, 3, 3), None),
    )
    assert [span.reach(ZONE) for span in spans] == [
        (date(2026, 3, 3), date(2026, 3, 4)),
        (date(2026, 3, 3), date(2026, 3, 4)),
        (date(2026, 3, 3), date(2026, 3, 3)),
        (date(2026, 3, 3), None),
    ]


@pytest.mark.parametrize(
    ("begins", "ends", "code"),
    [
        (date(2026, 3, 3), date(2026, 3, 2), "deadline.excluded_reversed"),
        (5, 4, "deadline.excluded_reversed"),
        (date(2026, 3, 3), 5, "deadline.mixed_ends"),
        (5, date(2026, 3, 3), "deadline.mixed_ends"),
    ],
)
def test_ends_that_do_not_fit_are_refused(begins: int | date, ends: int | date, code: str) -> None:
    """An end before the beginning, or a day on one side and a moment on the other."""
    with pytest.raises(DeadlineError) as caught:
        left(begins, ends)
    assert caught.value.code == code


def test_a_span_may_be_one_day() -> None:
    """A day to itself, and a moment to itself, are spans."""
    assert left(date(2026, 3, 3), date(2026, 3, 3)).stretch(ZONE) == (
        at("2026-03-03T00:00"),
        at("2026-03-04T00:00"),
    )
