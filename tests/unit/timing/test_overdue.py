from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fengqiao.timing import (
    CN_CALENDAR,
    CountingRule,
    Deadline,
    Exclusion,
    Length,
    Overdue,
    deadline,
    epoch,
    overdue,
)

ZONE = ZoneInfo("Asia/Shanghai")
RESTS = {"statutory", "exchanged_rest"}
CIVIL = CountingRule(id="civil", rolls_on=RESTS)
COURT = CountingRule(id="court", rolls_on=RESTS, posting_counts=True)


def days(start: date, rule: CountingRule = CIVIL, **how: object) -> Deadline:
    """Thirty days."""
    return deadline(start, Length(30, "day"), rule, zone=ZONE, calendar=CN_CALENDAR, **how)


END = days(date(2026, 3, 2))  # Wednesday 1 April
SATURDAY = days(date(2026, 2, 5))  # Saturday 7 March, or Monday 9 March
UNPUBLISHED = days(date(2026, 12, 10))  # 9 January 2027
HELD = days(
    date(2026, 3, 2),
    CountingRule(id="civil", rolls_on=RESTS, excluded_days="touched"),
    exclusions=[Exclusion(reason="expert", begins=date(2026, 3, 10), ends=None)],
)


def at(*parts: int) -> int:
    """A local moment."""
    return epoch(datetime(*parts, tzinfo=ZONE))  # type: ignore[arg-type, misc]  # year to second


@pytest.mark.parametrize(
    ("moment", "result"),
    [((2026, 4, 1, 23, 59, 59), False), ((2026, 4, 2, 0, 0, 0), True)],
)
def test_last_second_is_in_time(moment: tuple[int, ...], result: bool) -> None:  # noqa: FBT001  a column
    """Civil Code art. 203: the last day ends at 24:00."""
    assert overdue(END, at=at(*moment)).result is result


def test_a_day_stands_for_its_end() -> None:
    """Asked as of the last day, nothing is overdue yet, and no second is left."""
    assert overdue(END, at=date(2026, 4, 1)) == Overdue(result=False, seconds_left=0)


def test_time_left_is_negative_once_it_has_passed() -> None:
    """A day late is a day below nothing."""
    assert overdue(END, at=date(2026, 4, 2)).seconds_left == -86_400


@pytest.mark.parametrize(("done", "result"), [(date(2026, 4, 1), False), (date(2026, 4, 2), True)])
def test_what_was_done_is_judged_by_its_day(done: date, result: bool) -> None:  # noqa: FBT001  a column
    """An act on the last day was in time, one on the next day late, however long ago."""
    found = overdue(END, at=date(2026, 9, 1), done_at=done)
    assert (found.result, found.done) == (result, True)


def test_what_is_done_later_is_not_done_yet() -> None:
    """As of a day before the act the case is what it was on that day."""
    found = overdue(END, at=date(2026, 4, 5), done_at=date(2026, 4, 9))
    assert (found.result, found.done) == (True, False)


@pytest.mark.parametrize(("rule", "result"), [(COURT, False), (CIVIL, True)])
def test_posting_counts_where_the_rule_says_so(rule: CountingRule, result: bool) -> None:  # noqa: FBT001  a column
    """Civil Procedure Law art. 85: what was posted before the end is in time."""
    found = overdue(
        days(date(2026, 3, 2), rule),
        at=date(2026, 5, 1),
        done_at=date(2026, 4, 3),
        posted_at=date(2026, 4, 1),
    )
    assert found.result is result


@pytest.mark.parametrize(
    ("day", "result"),
    [(date(2026, 3, 7), False), (date(2026, 3, 8), None), (date(2026, 3, 10), True)],
)
def test_open_end_is_told_only_where_every_reading_agrees(
    day: date,
    result: bool | None,  # noqa: FBT001  a column
) -> None:
    """Between the earliest and the latest reading nobody can say."""
    found = overdue(SATURDAY, at=day)
    assert (found.result, found.reason) == (result, "not_configured")


@pytest.mark.parametrize(("day", "result"), [(date(2027, 1, 9), False), (date(2027, 1, 12), None)])
def test_end_past_the_calendar_is_not_before_the_days_counted(
    day: date,
    result: bool | None,  # noqa: FBT001  a column
) -> None:
    """A rest can only move an end away, so the days counted are certain."""
    found = overdue(UNPUBLISHED, at=day)
    assert (found.result, found.reason) == (result, "calendar_unpublished")


def test_held_clock_is_never_overdue() -> None:
    """While time is left out none passes."""
    assert overdue(HELD, at=date(2026, 12, 1)) == Overdue(result=False, reason="held")


HOURS = deadline(
    at(2026, 3, 2, 0, 0, 0), Length(24, "hour"), CountingRule(id="police"), zone=ZONE
)  # ends at 0:00 of 3 March


def test_done_on_the_day_that_begins_as_the_hours_end() -> None:
    """A day stands for its first second, and that is still in time."""
    assert overdue(HOURS, at=date(2026, 3, 9), done_at=date(2026, 3, 3)) == Overdue(
        result=False, seconds_left=0, done=True
    )


def test_done_at_a_moment_is_measured_to_the_second() -> None:
    """Done a second too late."""
    done = at(2026, 3, 3, 0, 0, 1)
    assert overdue(HOURS, at=date(2026, 3, 9), done_at=done) == Overdue(
        result=True, seconds_left=-1, done=True
    )


def test_done_in_the_very_second_that_is_asked() -> None:
    """What was done at that moment is done."""
    moment = at(2026, 3, 2, 12, 0, 0)
    assert overdue(HOURS, at=moment, done_at=moment).done


@pytest.mark.parametrize("found", [HELD, SATURDAY, UNPUBLISHED])
def test_done_while_the_end_is_not_known_is_done(found: Deadline) -> None:
    """Done on the second day of the period: in time by any reading, and done."""
    start = {id(HELD): date(2026, 3, 3), id(SATURDAY): date(2026, 2, 6)}
    done = start.get(id(found), date(2026, 12, 11))
    answer = overdue(found, at=date(2027, 6, 1), done_at=done)
    assert (answer.result, answer.reason, answer.done) == (False, found.reason, True)


@pytest.mark.parametrize(
    ("moment", "result"),
    [((2026, 3, 9, 23, 59, 59), None), ((2026, 3, 10, 0, 0, 0), True)],
)
def test_done_after_every_reading_is_late(moment: tuple[int, ...], result: bool | None) -> None:  # noqa: FBT001  a column
    """The last second of the last reading may be in time; the next is not."""
    answer = overdue(SATURDAY, at=date(2026, 6, 1), done_at=at(*moment))
    assert (answer.result, answer.reason, answer.done) == (result, "not_configured", True)
