from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime
from zoneinfo import ZoneInfo

from fengqiao.simulate import Batch, Town

ZONE = ZoneInfo("Asia/Shanghai")


def done(facts: dict[str, Batch], key: str, *names: str) -> list[tuple[object, ...]]:
    """Columns of the duties of a key."""
    columns = facts["duty"].columns
    rows = zip(columns["key"], *(columns[name] for name in names), strict=True)
    return [row[1:] for row in rows if row[0] == key]


def day(started_at: object) -> date:
    """The day of a moment."""
    assert isinstance(started_at, int)
    return datetime.fromtimestamp(started_at, ZONE).date()


def test_daily_duty_is_done_once_a_day_at_most(facts: dict[str, Batch]) -> None:
    """No officer does it twice on a day."""
    rows = [
        (staff, day(at)) for staff, at in done(facts, "duty.case_review", "staff", "started_at")
    ]
    assert len(rows) == len(set(rows))


def test_most_days_have_the_daily_duty(facts: dict[str, Batch], town: Town) -> None:
    """July 2018 has 22 working days; all together leave out fewer than one of twenty."""
    by_staff: defaultdict[object, int] = defaultdict(int)
    for staff, _ in done(facts, "duty.case_review", "staff", "started_at"):
        by_staff[staff] += 1
    first = town.scenario.posted_on
    officers = [post for post in town.posts if post.role == "community_officer"]
    whole = [post.staff for post in officers if post.since == first and not post.until]
    assert 20 * sum(by_staff[staff] for staff in whole) > 19 * 22 * len(whole)


def test_duty_of_a_community_is_done_there(facts: dict[str, Batch], town: Town) -> None:
    """By somebody who serves it."""
    serve = {(p.staff, p.area) for p in town.posts if p.role == "community_officer"}
    assert set(done(facts, "duty.report", "staff", "area")) <= serve


def test_duty_says_what_it_was_about(facts: dict[str, Batch]) -> None:
    """As its routine has it."""
    assert set(done(facts, "duty.report", "topics")) == {(("organisation",),)}


def test_box_is_emptied_only_where_there_is_one(facts: dict[str, Batch], town: Town) -> None:
    """A room without a box has nothing to look into."""
    without = {room.room for room in town.rooms if not room.fittings}
    assert not without & {room for (room,) in done(facts, "duty.suggestion_box", "room")}


def test_reception_of_less_than_half_a_day_is_rare(facts: dict[str, Batch]) -> None:
    """Four hours are half a day of eight."""
    rows = done(facts, "duty.public_reception", "started_at", "ended_at")
    short = [1 for started, ended in rows if int(str(ended)) - int(str(started)) < 240 * 60]
    assert 0 < 4 * len(short) < len(rows)
