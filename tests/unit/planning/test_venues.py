"""Rooms that meetings need: open hours, one at a time, and the rest of the day around them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from fengqiao.errors import RequestError
from fengqiao.planning import (
    Capacity,
    DeadlinePlanner,
    DueItem,
    Pin,
    Plan,
    RoundsPlanner,
    Venue,
    Visits,
    for_each,
    replan,
    verify,
)
from fengqiao.planning.plan import clock
from fengqiao.testing.planning import COMMUNITIES, EVE, due_item, officer, shared_item
from fengqiao.timing import CN_CALENDAR, Period, Span

MONTH = Period.parse("2018-07")
MONDAY = date(2018, 7, 2)
DAY = Span(MONDAY, MONDAY)
STAFF = (officer("S01"), officer("S02"))
HALL = Venue(room="HALL", of=["ST01"], opens=10 * 60, closes=16 * 60)


def meetings(*staff: str, **given: Any) -> list[DueItem]:  # noqa: ANN401  fields of a due item
    """A meeting of 2 hours on Monday that each of some officers owes."""
    return [
        due_item(
            1,
            **{
                "entry": "meeting.auxiliaries",
                "kind": "meeting",
                "subject": one,
                "staff": one,
                "minutes": 120,
                "window": DAY,
                **given,
            },
        )
        for one in staff
    ]


def planned(
    items: Sequence[DueItem], *venues: Venue, staff: Sequence[Capacity] = STAFF
) -> list[tuple[str, str, str, str]]:
    """Officer, from, until and place of each block of a plan that the verifier has looked at."""
    return shown(plan_of(items, *venues, staff=staff))


def plan_of(items: Sequence[DueItem], *venues: Venue, staff: Sequence[Capacity] = STAFF) -> Plan:
    """A plan that the verifier has looked at."""
    plan = DeadlinePlanner(venues=venues).plan(items, staff, period=MONTH, on=EVE)
    wrong = verify(plan, items, staff, period=MONTH, calendar=CN_CALENDAR, venues=venues)
    assert [one.text() for one in wrong] == []
    return plan


def shown(plan: Plan) -> list[tuple[str, str, str, str]]:
    """Officer, from, until and place."""
    return [(one.staff, clock(one.start), clock(one.end), one.place) for one in plan.placed]


def test_without_rooms_meetings_stand_first_on_everybodys_day() -> None:
    """Both begin at nine: nothing says that they need one room."""
    assert {start for _, start, _, _ in planned(meetings("S01", "S02"))} == {"09:00"}


def test_two_meetings_never_stand_in_one_room_at_once() -> None:
    """The hall opens at ten: one after the other."""
    assert planned(meetings("S01", "S02"), HALL) == [
        ("S01", "10:00", "12:00", "HALL"),
        ("S02", "12:00", "14:00", "HALL"),
    ]


def test_a_large_room_holds_both_at_once() -> None:
    """Where the caller says so."""
    found = planned(meetings("S01", "S02"), evolve(HALL, at_once=2))
    assert {start for _, start, _, _ in found} == {"10:00"}


def test_other_work_fills_the_day_around_a_meeting() -> None:
    """Nine visits of 20 minutes: three before ten, the others after noon."""
    items = [*meetings("S01"), due_item(9, window=DAY)]
    found = [(start, end) for _, start, end, _ in planned(items, HALL)]
    assert found == [("09:00", "10:00"), ("10:00", "12:00"), ("12:00", "14:00")]


def test_rounds_take_the_longest_time_that_is_left() -> None:
    """A round of four visits of 20 minutes does not fit before ten."""
    visits = Visits(wanted=for_each([f"household{number}" for number in range(4)], of="S01"))
    items = [*meetings("S01"), due_item(4, window=DAY)]
    planner = RoundsPlanner(visits=visits, venues=[HALL], iterations=10)
    plan = planner.plan(items, STAFF, period=MONTH, on=EVE)
    given = {"calendar": CN_CALENDAR, "visits": visits, "venues": [HALL]}
    assert verify(plan, items, STAFF, period=MONTH, **given) == ()
    assert [clock(one.start) for one in plan.placed] == ["10:00", "12:00"]


def test_what_finds_the_room_taken_says_so() -> None:
    """Six hours hold three meetings of two; the officers have time, the hall has none."""
    staff = [officer(f"S0{number}") for number in range(1, 5)]
    plan = plan_of(meetings("S01", "S02", "S03", "S04"), HALL, staff=staff)
    assert [(one.staff, one.reason) for one in plan.unplaced] == [("S04", "room_taken")]


def test_full_days_are_the_reason_where_the_room_is_not() -> None:
    """Nobody has two hours left, whatever the hall has."""
    short = officer("S01", minutes=180)
    items = meetings("S01")
    items += meetings("S01", entry="meeting.other", period="2018-W27")
    plan = plan_of(items, HALL, staff=[short])
    assert [one.reason for one in plan.unplaced] == ["no_time_in_window"]


@pytest.mark.parametrize(
    ("venue", "place"),
    [
        (Venue(room=COMMUNITIES[0]), COMMUNITIES[0]),
        (Venue(room="HALL", of=[COMMUNITIES[0]]), "HALL"),
        (Venue(room="HALL", of=[COMMUNITIES[1]]), COMMUNITIES[0]),
        (Venue(room="HALL", of=[COMMUNITIES[0]], entries=["meeting"]), "HALL"),
        (Venue(room="HALL", of=[COMMUNITIES[0]], entries=["meet"]), COMMUNITIES[0]),
    ],
)
def test_a_meeting_stands_in_the_room_that_it_needs(venue: Venue, place: str) -> None:
    """That of its community, or whichever the caller names for it."""
    (block,) = planned([shared_item(window=DAY)], venue)
    assert block[3] == place


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"opens": 600, "closes": 600}, "venues.hours"),
        ({"closes": 1_441}, "venues.hours"),
        ({"at_once": 0}, "venues.at_once"),
    ],
)
def test_a_room_that_cannot_be_is_refused(given: dict[str, int], code: str) -> None:
    """A slip would leave meetings without a place, or with too many in one."""
    with pytest.raises(RequestError) as caught:
        DeadlinePlanner(venues=[Venue(room="HALL", **given)])
    assert caught.value.code == code


def test_a_room_stands_once() -> None:
    """Which of two would hold?"""
    with pytest.raises(RequestError) as caught:
        DeadlinePlanner(venues=[HALL, HALL])
    assert caught.value.code == "venues.twice"


def test_rooms_stay_when_a_plan_is_made_again() -> None:
    """Nothing moves, not even by an hour, where nothing changed."""
    items = [*meetings("S01", "S02"), due_item(9, window=DAY)]
    old = plan_of(items, HALL)
    found = replan(old, items, STAFF, on=EVE, venues=[HALL])
    assert (shown(found.plan), found.moves) == (shown(old), ())


def test_a_room_that_is_taken_earlier_does_not_hold_a_pin() -> None:
    """The hall closes at noon now: the second meeting can't stay at its hour."""
    items = meetings("S01", "S02")
    old = plan_of(items, HALL)
    with pytest.raises(RequestError) as caught:
        replan(
            old,
            items,
            STAFF,
            on=EVE,
            pinned=[Pin(staff="S02")],
            venues=[evolve(HALL, closes=12 * 60)],
        )
    assert (caught.value.code, caught.value.facts["reason"]) == ("replan.pin_lost", "no_room")


@pytest.mark.parametrize(
    ("start", "code"),
    [(870, "plan.room_closed"), (660, "plan.room_taken")],
)
def test_the_verifier_finds_a_room_used_wrongly(start: int, code: str) -> None:
    """After it closes, or while another meeting is held in it."""
    items = meetings("S01", "S02")
    plan = plan_of(items, HALL)
    placed = (plan.placed[0], evolve(plan.placed[1], start=start))
    wrong = verify(
        evolve(plan, placed=placed),
        items,
        STAFF,
        period=MONTH,
        calendar=CN_CALENDAR,
        venues=[HALL],
    )
    assert [one.code for one in wrong] == [code]


def test_the_verifier_finds_a_room_that_was_free() -> None:
    """Whoever says that it was taken must not leave it empty."""
    items = meetings("S01")
    plan = plan_of(items, evolve(HALL, closes=11 * 60))
    wrong = verify(
        plan, items, STAFF, period=MONTH, calendar=CN_CALENDAR, venues=[evolve(HALL, opens=0)]
    )
    assert [one.code for one in wrong] == ["plan.false_reason"]
