"""Capacities: the hours of a day by role, and the days on which a post is held."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from fengqiao.planning import Post, Posts, WorkHours, capacities_of, share_of
from fengqiao.testing.planning import JULY, NINE
from fengqiao.timing import CN_CALENDAR, Span

EIGHT = 8 * 60
HOURS = WorkHours(minutes=EIGHT, starts=NINE)


def post(staff: str = "S01", role: str = "officer", **days: date) -> Post:
    """A post at station ST01."""
    since, until = days.get("since", date(2018, 1, 1)), days.get("until", date.max)
    return Post(
        staff=staff,
        role=role,
        station="ST01",
        area=None,
        places=(),
        since=since.toordinal(),
        until=until.toordinal(),
    )


def days_of(*posts: Post, hours: WorkHours = HOURS, span: Span = JULY) -> dict[date, object]:
    """Days with hours of the only member of staff."""
    (one,) = capacities_of(Posts(posts), span, hours, CN_CALENDAR)
    return dict(one.days)


def test_only_working_days_have_hours() -> None:
    """July 2018 has 22 of them, and the first is a Monday."""
    days = days_of(post())
    assert (len(days), min(days)) == (22, date(2018, 7, 2))


def test_a_make_up_workday_has_hours() -> None:
    """A Saturday that is worked by notice counts, a weekday of a festival does not."""
    # State Council notice for 2018: 1-7 October off, 29 and 30 September worked
    days = days_of(post(), span=Span(date(2018, 9, 29), date(2018, 10, 8)))
    assert sorted(days) == [date(2018, 9, 29), date(2018, 9, 30), date(2018, 10, 8)]


def test_hours_end_with_the_post() -> None:
    """Who leaves on the third has hours on two days."""
    assert len(days_of(post(until=date(2018, 7, 3)))) == 2


def test_staff_come_by_id_and_once() -> None:
    """Two posts of one officer make one capacity."""
    posts = Posts((post("S02"), post("S01"), post("S02", "community_officer")))
    found = capacities_of(posts, JULY, HOURS, CN_CALENDAR)
    assert [(one.staff, len(one.posts)) for one in found] == [("S01", 1), ("S02", 2)]


def test_who_holds_no_post_then_is_not_there() -> None:
    """A post that ended before gives no capacity."""
    posts = Posts((post(until=date(2018, 6, 30)),))
    assert capacities_of(posts, JULY, HOURS, CN_CALENDAR) == ()


def test_days_beyond_the_calendar_are_left_out() -> None:
    """Nobody knows yet which days of 2027 are worked."""
    days = days_of(post(), span=Span(date(2026, 12, 31), date(2027, 1, 31)))
    assert sorted(days) == [date(2026, 12, 31)]


@pytest.mark.parametrize("hours", [WorkHours(), WorkHours(minutes=EIGHT), WorkHours(starts=NINE)])
def test_without_length_and_start_there_are_no_hours(hours: WorkHours) -> None:
    """Neither is assumed where the host does not say it."""
    assert days_of(post(), hours=hours) == {}


def test_a_role_may_have_its_own_hours() -> None:
    """What is stated for a role speaks before what is stated for everybody."""
    hours = WorkHours(minutes=EIGHT, starts=NINE, minutes_of={"officer": 240})
    assert set(days_of(post(), hours=hours).values()) == {(NINE, 240)}


def test_a_role_without_hours_does_not_count() -> None:
    """Who is also something without stated hours keeps the hours of the role that has them."""
    hours = WorkHours(starts=NINE, minutes_of={"officer": 240})
    some = days_of(post(), post(role="grid_lead"), hours=hours)
    assert set(some.values()) == {(NINE, 240)}


def test_two_roles_have_what_they_have_in_common() -> None:
    """9:00 to 13:00 in one role and 11:00 to 19:00 in the other leave 11:00 to 13:00."""
    hours = WorkHours(
        minutes_of={"officer": 240, "grid_lead": EIGHT},
        starts_of={"officer": NINE, "grid_lead": 11 * 60},
    )
    some = days_of(post(), post(role="grid_lead"), hours=hours)
    assert set(some.values()) == {(11 * 60, 120)}


def test_two_roles_that_never_meet_leave_nothing() -> None:
    """A morning in one role and an evening in the other have no hour in common."""
    hours = WorkHours(minutes=120, starts_of={"officer": NINE, "grid_lead": 18 * 60})
    assert days_of(post(), post(role="grid_lead"), hours=hours) == {}


def shared(station: str, *posts: Post) -> dict[date, object]:
    """The hours that a station gets of the first three working days of July."""
    span = Span(date(2018, 7, 2), date(2018, 7, 4))
    (one,) = capacities_of(Posts(posts), span, HOURS, CN_CALENDAR)
    return dict(share_of(one, station).days)


def test_two_stations_share_a_day_between_them() -> None:
    """Four hours each, one after the other, so that their plans can't collide."""
    both = (post(), evolve(post(), station="ST02"))
    first, second = shared("ST01", *both), shared("ST02", *both)
    assert (set(first.values()), set(second.values())) == (
        {(NINE, EIGHT // 2)},
        {(NINE + EIGHT // 2, EIGHT // 2)},
    )


def test_a_station_gets_nothing_of_days_without_a_post_there() -> None:
    """Until the 2nd at one, from the 3rd on at the other: each has whole days."""
    moved = (
        post(until=date(2018, 7, 2)),
        evolve(post(since=date(2018, 7, 3)), station="ST02"),
    )
    assert [shared(station, *moved) for station in ("ST01", "ST02")] == [
        {date(2018, 7, 2): (NINE, EIGHT)},
        {date(2018, 7, 3): (NINE, EIGHT), date(2018, 7, 4): (NINE, EIGHT)},
    ]


def test_two_posts_at_one_station_are_one_share() -> None:
    """The whole day stays with it."""
    assert set(shared("ST01", post(), post(role="grid_lead")).values()) == {(NINE, EIGHT)}
