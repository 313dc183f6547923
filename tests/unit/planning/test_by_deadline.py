"""The first planner, rule by rule; the verifier looks at every plan (see `conftest.py`)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from fengqiao.errors import RequestError
from fengqiao.planning import DeadlinePlanner, DueItem, Plan
from fengqiao.testing.planning import (
    COMMUNITIES,
    EVE,
    JULY,
    NINE,
    due_item,
    officer,
    shared_item,
)
from fengqiao.timing import Period, Span

Planned = Callable[..., Plan]
# July 2018 has 22 working days: 2-6, 9-13, 16-20, 23-27, 30 and 31; no holiday falls in it.
WORKING_DAYS = 22


def reasons(plan: Plan) -> list[tuple[str, int]]:
    """Why units are not placed, and how many."""
    return [(one.reason, one.units) for one in plan.unplaced]


def days(plan: Plan) -> list[int]:
    """Days of July on which something stands, in order."""
    return [one.day.day for one in plan.placed]


# -- which day ---------------------------------------------------------------------------------


def test_one_unit_goes_on_the_first_working_day(planned: Planned) -> None:
    """The first of July 2018 is a Sunday, so work begins on the second."""
    assert days(planned([due_item()], [officer()])) == [2]


def test_units_spread_over_the_days(planned: Planned) -> None:
    """80 households in a month of 22 working days make 3 or 4 a day."""
    # the notice of Wuhai, 二(十): at least 80 households a month
    plan = planned([due_item(80)], [officer()])
    units = Counter(one.units for one in plan.placed)
    assert units == {4: 14, 3: 8}  # 14 x 4 + 8 x 3 = 80 on 22 days


def test_units_of_a_day_are_one_block(planned: Planned) -> None:
    """Several households of one day stand one after the other, and take their minutes together."""
    plan = planned([due_item(4, window=Span.day(date(2018, 7, 3)))], [officer()])
    assert [(one.start, one.minutes, one.units) for one in plan.placed] == [(NINE, 80, 4)]


def test_the_emptier_day_is_taken(planned: Planned) -> None:
    """What may be done on two days goes on the one with fewer planned minutes."""
    two_days = Span(date(2018, 7, 3), date(2018, 7, 4))
    first = due_item(entry="duty.patrol", minutes=60, window=Span.day(date(2018, 7, 3)))
    plan = planned([first, due_item(window=two_days)], [officer()])
    assert {one.entry: one.day.day for one in plan.placed} == {
        "duty.patrol": 3,
        "visits.households": 4,
    }


def test_what_ends_first_is_placed_first(planned: Planned) -> None:
    """With room for one only, the earlier deadline wins."""
    day = officer(days=[date(2018, 7, 3)], minutes=60)
    soon = due_item(entry="duty.soon", minutes=60, window=Span(JULY.first, date(2018, 7, 3)))
    late = due_item(entry="duty.late", minutes=60)
    assert [one.entry for one in planned([late, soon], [day]).placed] == ["duty.soon"]


def test_of_one_deadline_the_shorter_window_comes_first(planned: Planned) -> None:
    """What has fewer days to choose from is placed before what has more."""
    day = officer(days=[date(2018, 7, 31)], minutes=60)
    short = due_item(entry="duty.short", minutes=60, window=Span.day(JULY.last))
    long = due_item(entry="duty.long", minutes=60)
    assert [one.entry for one in planned([long, short], [day]).placed] == ["duty.short"]


def test_of_one_window_meetings_come_first(planned: Planned) -> None:
    """Several people come to a meeting, so it is placed before the rest."""
    day = officer(days=[date(2018, 7, 3)], minutes=60)
    meeting = due_item(entry="z.meeting", kind="meeting", minutes=60)
    visit = due_item(entry="a.visit", minutes=60)
    assert [one.entry for one in planned([visit, meeting], [day]).placed] == ["z.meeting"]


def test_a_meeting_opens_its_day(planned: Planned) -> None:
    """On a day, a meeting stands before what was placed there earlier."""
    only = [date(2018, 7, 3)]
    task = due_item(entry="duty.a", window=Span.day(only[0]))
    plan = planned([task, due_item(entry="z.meeting", kind="meeting")], [officer(days=only)])
    assert [(one.entry, one.start) for one in plan.placed] == [
        ("z.meeting", NINE),
        ("duty.a", NINE + 20),
    ]


def test_nothing_lies_between(planned: Planned) -> None:
    """Each block begins when the one before it ends."""
    items = [due_item(3, entry=f"duty.{name}", minutes=50) for name in "abc"]
    plan = planned(items, [officer(days=[date(2018, 7, 3)])])
    assert [(one.end, after.start) for one, after in pairwise(plan.placed)] == [
        (NINE + 150, NINE + 150),
        (NINE + 300, NINE + 300),
    ]


def test_work_begins_after_the_day_of_the_facts(planned: Planned) -> None:
    """Facts of the tenth are counted, so the plan begins on the eleventh."""
    assert days(planned([due_item()], [officer()], on=date(2018, 7, 10))) == [11]


# -- who ---------------------------------------------------------------------------------------


def test_what_an_officer_owes_stays_with_the_officer(planned: Planned) -> None:
    """A colleague with an empty month takes none of another's visits."""
    plan = planned([due_item(80)], [officer("S01"), officer("S02")])
    assert {one.staff for one in plan.placed} == {"S01"}


def test_what_several_may_do_goes_to_the_least_loaded(planned: Planned) -> None:
    """The meeting goes to the colleague who has nothing yet."""
    items = [due_item(window=Span(JULY.first, date(2018, 7, 30))), shared_item()]
    plan = planned(items, [officer("S01"), officer("S02")])
    assert {one.entry: one.staff for one in plan.placed}["meeting.community"] == "S02"


def test_equals_are_taken_by_id(planned: Planned) -> None:
    """Of two officers with nothing planned, the first id."""
    plan = planned([shared_item()], [officer("S02"), officer("S01")])
    assert [one.staff for one in plan.placed] == ["S01"]


def test_the_other_takes_what_does_not_fit(planned: Planned) -> None:
    """An officer without room is passed over, however light the month."""
    short = officer("S01", days=[date(2018, 7, 3)], minutes=30)
    busy = due_item(80, subject="S02", staff="S02", window=Span(JULY.first, date(2018, 7, 30)))
    plan = planned([busy, shared_item()], [short, officer("S02")])
    assert [one.staff for one in plan.placed if one.entry == "meeting.community"] == ["S02"]


@pytest.mark.parametrize(
    ("item", "post"),
    [
        (shared_item(subject_kind="police_room", subject="R1"), {"places": (("room", "R1"),)}),
        (shared_item(subject_kind="station", subject="ST01"), {"area": None}),
        (shared_item(), {}),
        (shared_item(), {"area": None}),
    ],
    ids=["at the room", "at the station", "in the area", "for the whole station"],
)
def test_staff_of_the_place_may_do_it(
    planned: Planned, item: DueItem, post: dict[str, Any]
) -> None:
    """Who is posted at the room, in the area or for the whole station may do what is due there."""
    plan = planned([item], [officer(**post)])
    assert len(plan.placed) == 1


@pytest.mark.parametrize(
    "post",
    [
        {"area": COMMUNITIES[1]},
        {"role": "officer"},
        {"area": None, "station": "ST02"},
        {"until": date(2018, 6, 30).toordinal()},
    ],
    ids=["other community", "other role", "other station", "no longer"],
)
def test_others_may_not(planned: Planned, post: dict[str, Any]) -> None:
    """Another community, role or station, or a post that has ended, is not enough."""
    assert reasons(planned([shared_item()], [officer(**post)])) == [("no_staff", 1)]


def test_a_post_counts_from_its_first_day(planned: Planned) -> None:
    """Who begins on the sixteenth gets nothing before."""
    late = officer(since=date(2018, 7, 16).toordinal())
    assert days(planned([due_item()], [late])) == [16]


# -- why not -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("item", "reason"),
    [
        (due_item(3, minutes=None), "no_minutes"),
        (shared_item(3, who=()), "no_role"),
        (due_item(3, subject="S09", staff="S09"), "no_staff"),
        (due_item(3, window=Span(date(2018, 7, 7), date(2018, 7, 8))), "day_off"),
        (due_item(3, minutes=481), "too_long"),
        (due_item(3, window=Span(date(2018, 8, 1), date(2018, 8, 31))), "outside_period"),
        (due_item(3, window=Span(date(2018, 6, 1), date(2018, 6, 30))), "window_over"),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_every_unplaced_unit_has_its_reason(planned: Planned, item: DueItem, reason: str) -> None:
    """What finds no place at all says why, with all of its units."""
    # 7 and 8 July 2018 are a weekend; a day has 480 minutes
    assert reasons(planned([item], [officer()])) == [(reason, 3)]


def test_staff_without_hours_get_nothing(planned: Planned) -> None:
    """A plan for staff with no hours leaves everything out, and says so."""
    plan = planned([due_item(3), shared_item()], [officer(days=[])])
    assert reasons(plan) == [("no_hours", 1), ("no_hours", 3)]


def test_what_does_not_fit_is_left_over(planned: Planned) -> None:
    """Of nine hours' visits in one day of eight hours, 24 are placed and 3 are not."""
    plan = planned([due_item(27, window=Span.day(date(2018, 7, 3)))], [officer()])
    assert (plan.counts()["placed"], reasons(plan)) == (24, [("no_time_in_window", 3)])


def test_a_full_week_says_that_there_are_others(planned: Planned) -> None:
    """What finds no room in a week may still be done in the rest of its month."""
    day = officer(days=[date(2018, 7, 12), date(2018, 7, 20)], minutes=60)
    busy = due_item(3, entry="duty.a", window=Span(date(2018, 7, 9), date(2018, 7, 13)))
    plan = planned([busy, due_item(entry="duty.b")], [day], period="2018-W28")
    assert reasons(plan) == [("no_time_in_period", 1)]


def test_an_item_that_cannot_be_told_keeps_its_reason(planned: Planned) -> None:
    """Where it can't be said how many are open, nothing is placed and the reason stays."""
    plan = planned([due_item(0, reason="not_configured")], [officer()])
    assert (plan.placed, reasons(plan)) == ((), [("not_configured", 0)])


def test_what_is_done_is_not_in_the_plan(planned: Planned) -> None:
    """An item with nothing open is neither placed nor left out."""
    plan = planned([due_item(0)], [officer()])
    assert (plan.placed, plan.unplaced) == ((), ())


def test_a_week_takes_its_share_of_a_month(planned: Planned) -> None:
    """Of 80 households, a week of 5 of 22 working days takes 19; the rest is left for later."""
    # 80 x 5 / 22 = 18.2, rounded up
    plan = planned([due_item(80)], [officer()], period="2018-W28")
    assert (plan.counts()["placed"], reasons(plan)) == (19, [("outside_period", 61)])


# -- the same for the same ---------------------------------------------------------------------


def test_the_order_of_the_input_does_not_matter() -> None:
    """The same bytes come of every order of items and capacities."""
    items = [due_item(80), shared_item(), due_item(9, subject="S02", staff="S02")]
    staff = [officer("S01"), officer("S02")]
    july, planner = Period.parse("2018-07"), DeadlinePlanner()
    one = planner.plan(items, staff, period=july, on=EVE)
    other = planner.plan(reversed(items), reversed(staff), period=july, on=EVE)
    assert json.dumps(one.to_json()) == json.dumps(other.to_json())


def test_one_id_twice_is_refused() -> None:
    """Overlapping lists of work would be planned twice."""
    with pytest.raises(RequestError) as caught:
        DeadlinePlanner().plan([due_item(), due_item()], [], period=Period.parse("2018-07"), on=EVE)
    assert caught.value.code == "request.item_twice"


def test_one_officer_twice_is_refused() -> None:
    """The same hours would be planned twice."""
    with pytest.raises(RequestError) as caught:
        DeadlinePlanner().plan([], [officer(), officer()], period=Period.parse("2018-07"), on=EVE)
    assert caught.value.code == "request.capacity_twice"


def test_a_full_month_keeps_to_its_hours(planned: Planned) -> None:
    """22 days of 8 hours hold 528 visits of 20 minutes, and not one more."""
    plan = planned([due_item(600)], [officer()])
    assert plan.counts()["placed"] == WORKING_DAYS * 8 * 3
