"""Plans of random work for random staff: always sound, always the same, nothing lost."""

from __future__ import annotations

import json
from datetime import date
from random import Random

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from fengqiao.errors import Fault, RequestError
from fengqiao.planning import (
    Capacity,
    DeadlinePlanner,
    DueItem,
    Pin,
    RoundsPlanner,
    Venue,
    Visits,
    Wanted,
    find_burden,
    replan,
    verify,
)
from fengqiao.testing.planning import COMMUNITIES, capacities, due_items
from fengqiao.timing import CN_CALENDAR, Period

PERIODS = st.sampled_from(("2018-07", "2018-W27", "2018-W28", "2018-07-16")).map(Period.parse)
DAYS = st.integers(0, 31).map(lambda day: date.fromordinal(date(2018, 6, 30).toordinal() + day))


@given(due_items(), capacities(), PERIODS, DAYS)
def test_no_plan_breaks_a_rule(
    items: list[DueItem], staff: list[Capacity], period: Period, on: date
) -> None:
    """Never double-booked, never outside hours, days, posts or windows, no unit lost."""
    plan = DeadlinePlanner().plan(items, staff, period=period, on=on)
    assert verify(plan, items, staff, period=period, calendar=CN_CALENDAR) == ()


@given(due_items(), capacities(), PERIODS, DAYS, st.integers(0, 2**32))
def test_the_order_of_the_input_does_not_matter(
    items: list[DueItem], staff: list[Capacity], period: Period, on: date, seed: int
) -> None:
    """The same bytes come of every order."""
    planner, random = DeadlinePlanner(), Random(seed)  # noqa: S311  a shuffle, with a drawn seed
    one = planner.plan(items, staff, period=period, on=on)
    other = planner.plan(
        random.sample(items, len(items)), random.sample(staff, len(staff)), period=period, on=on
    )
    assert json.dumps(one.to_json()) == json.dumps(other.to_json())


@given(due_items(), capacities(), PERIODS, DAYS, st.integers(0))
def test_a_lost_block_is_found(
    items: list[DueItem], staff: list[Capacity], period: Period, on: date, number: int
) -> None:
    """Whichever block is taken out of a plan, the verifier misses its units."""
    plan = DeadlinePlanner().plan(items, staff, period=period, on=on)
    if not plan.placed:
        return
    lost = plan.placed[number % len(plan.placed)]
    rest = evolve(plan, placed=tuple(one for one in plan.placed if one is not lost))
    violations = verify(rest, items, staff, period=period, calendar=CN_CALENDAR)
    # The room that it leaves may make it untrue that something else found none.
    found = [(one.code, one.item) for one in violations if one.code != "plan.false_reason"]
    assert found == [("plan.lost_unit", lost.item)]


@given(due_items(), capacities(), PERIODS, DAYS, st.integers(0), st.integers(0, 1439))
def test_a_block_that_moves_into_another_is_found(  # noqa: PLR0917  what hypothesis draws
    items: list[DueItem],
    staff: list[Capacity],
    period: Period,
    on: date,
    number: int,
    start: int,
) -> None:
    """Wherever a block is moved on its day, it overlaps, leaves the hours, or all is still well."""
    plan = DeadlinePlanner().plan(items, staff, period=period, on=on)
    if not plan.placed:
        return
    moved = evolve(plan.placed[number % len(plan.placed)], start=start)
    others = [one for one in plan.placed if (one.item, one.staff, one.day) != _key(moved)]
    changed = evolve(plan, placed=(*others, moved))
    opens, length = next(one.days[moved.day] for one in staff if one.staff == moved.staff)
    overlaps = any(
        (one.staff, one.day) == (moved.staff, moved.day)
        and max(one.start, moved.start) < min(one.end, moved.end)
        for one in others
    )
    outside = moved.start < opens or moved.end > opens + length
    violations = verify(changed, items, staff, period=period, calendar=CN_CALENDAR)
    codes = {one.code for one in violations}
    assert ("plan.double_booked" in codes, "plan.outside_hours" in codes) == (overlaps, outside)


def _key(block: object) -> tuple[object, ...]:
    return block.item, block.staff, block.day  # type: ignore[attr-defined]  # a placed block


@given(due_items(), capacities())
def test_no_minute_of_burden_is_lost(items: list[DueItem], staff: list[Capacity]) -> None:
    """What falls on officers and months together is what all items of the month ask."""
    burden = find_burden(items, staff, period=Period.parse("2018-07"), calendar=CN_CALENDAR)
    asked = sum(one.due * one.minutes for one in items if one.minutes)
    assert (burden.minutes, sum(one.minutes or 0 for one in burden.entries)) == (asked, asked)


@st.composite
def venues(draw: st.DrawFn) -> tuple[Venue, ...]:
    """Rooms of the communities and the station: open at some hours, for one or two at once."""
    rooms = draw(st.lists(st.sampled_from((*COMMUNITIES, "hall")), unique=True, min_size=1))
    return tuple(
        Venue(
            room=room,
            of=draw(st.sampled_from(((), ("ST01",), COMMUNITIES, ("S01",)))),
            entries=draw(st.sampled_from(((), (), ("visits",)))),
            opens=draw(st.sampled_from((None, 570, 720))),
            closes=draw(st.sampled_from((None, 780, 1_020))),
            at_once=draw(st.sampled_from((1, 1, 2))),
        )
        for room in rooms
    )


@given(due_items(), capacities(), PERIODS, DAYS, venues())
def test_no_plan_with_rooms_breaks_a_rule(
    items: list[DueItem],
    staff: list[Capacity],
    period: Period,
    on: date,
    rooms: tuple[Venue, ...],
) -> None:
    """No room holds more than it may or when it is shut, and what finds none says so truly."""
    plan = DeadlinePlanner(venues=rooms).plan(items, staff, period=period, on=on)
    found = verify(plan, items, staff, period=period, calendar=CN_CALENDAR, venues=rooms)
    assert [one.text() for one in found] == []


_REFS = tuple(f"household{number:02}" for number in range(16))


@st.composite
def visits(draw: st.DrawFn) -> Visits:
    """Visits to some households of whoever owes any, once or several times, here and there."""
    some = draw(st.lists(st.sampled_from(_REFS), unique=True, max_size=12))
    at = {ref: (draw(st.integers(0, 3_000)), draw(st.integers(0, 3_000))) for ref in some}
    return Visits(
        wanted=[
            Wanted(
                ref=ref,
                of=draw(st.sampled_from(("S01", "S02", "S03", COMMUNITIES[0], "ST01"))),
                minutes=draw(st.sampled_from((None, 15, 300))),
                times=draw(st.sampled_from((1, 1, 2))),
                spacing=draw(st.sampled_from(("sliding", "calendar"))),
                prefers=draw(st.sampled_from((None, "S01"))),
            )
            for ref in some
        ],
        at=at,
        pace=draw(st.sampled_from((None, 70))),
        change=draw(st.sampled_from((0, 500))),
        fair=draw(st.sampled_from((0, 5))),
    )


@settings(max_examples=30)
@given(due_items(), capacities(), PERIODS, DAYS, visits())
def test_no_plan_with_visits_breaks_a_rule(
    items: list[DueItem], staff: list[Capacity], period: Period, on: date, wanted: Visits
) -> None:
    """Whatever is wanted of whomever, the plan is sound and every visit is made or named."""
    plan = RoundsPlanner(visits=wanted, iterations=5).plan(items, staff, period=period, on=on)
    found = verify(plan, items, staff, period=period, calendar=CN_CALENDAR, visits=wanted)
    assert [one.text() for one in found] == []


@settings(max_examples=30)
@given(due_items(), capacities(), DAYS, visits(), venues(), st.data())
def test_pins_and_rooms_hold_in_a_plan_made_from_another(  # noqa: PLR0917  what hypothesis draws
    items: list[DueItem],
    staff: list[Capacity],
    on: date,
    wanted: Visits,
    rooms: tuple[Venue, ...],
    data: st.DataObject,
) -> None:
    """What is pinned has its officer, day and hour, or the answer is that it can't."""
    july = Period.parse("2018-07")
    planner = RoundsPlanner(visits=wanted, iterations=5, venues=rooms)
    old = planner.plan(items, staff, period=july, on=date(2018, 6, 30))
    some = data.draw(st.lists(st.sampled_from(old.placed), max_size=3)) if old.placed else []
    pins = [Pin(staff=one.staff, day=one.day, item=one.item) for one in some]
    now = [evolve(one, open=data.draw(st.integers(0, one.open))) for one in items]
    given = {"on": on, "visits": wanted, "venues": rooms, "iterations": 5}
    refused: tuple[Fault, ...] = ()
    try:
        found = replan(old, now, staff, pinned=pins, **given)
    except RequestError as error:
        refused = error.faults
        found = replan(old, now, staff, **given)
    assert {one.code for one in refused} <= {"replan.pin_lost"}
    wrong = verify(
        found.plan,
        now,
        staff,
        period=july,
        calendar=CN_CALENDAR,
        visits=wanted,
        venues=rooms,
        pinned=found.pinned,
    )
    assert [one.text() for one in wrong] == []


@settings(max_examples=30)
@given(due_items(), capacities(), capacities(), DAYS, visits(), st.data())
def test_no_plan_made_from_another_breaks_a_rule(  # noqa: PLR0917  what hypothesis draws
    items: list[DueItem],
    before: list[Capacity],
    after: list[Capacity],
    on: date,
    wanted: Visits,
    data: st.DataObject,
) -> None:
    """Whatever became of staff and work meanwhile; and what did not move is what was kept."""
    july = Period.parse("2018-07")
    old = RoundsPlanner(visits=wanted, iterations=5).plan(
        items, before, period=july, on=date(2018, 6, 30)
    )
    now = [evolve(one, open=data.draw(st.integers(0, one.open))) for one in items]
    found = replan(old, now, after, on=on, visits=wanted, iterations=5)
    wrong = verify(found.plan, now, after, period=july, calendar=CN_CALENDAR, visits=wanted)
    assert [one.text() for one in wrong] == []
    stood = sum(len(one.refs) or one.units for one in old.placed if one.day > on)
    left = sum(one.units for one in found.moves if one.before is not None)
    assert found.kept + left == stood
