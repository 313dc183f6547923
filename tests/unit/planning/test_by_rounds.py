"""The planner of visits: days and order together, nothing dropped, and always verified."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from random import Random
from typing import Any

import pytest
from attrs import evolve

from fengqiao.errors import RequestError
from fengqiao.planning import (
    Capacity,
    DueItem,
    Kept,
    LeftVisit,
    Plan,
    RoundsPlanner,
    Visits,
    Wanted,
    for_each,
    verify,
)
from fengqiao.testing.planning import COMMUNITIES, EVE, JULY, due_item, officer, shared_item
from fengqiao.timing import CN_CALENDAR, Period, Span

MONTH = Period.parse("2018-07")
ITEM = due_item(10)
REFS = tuple(f"household{number:02}" for number in range(30))
ROOM = {"S01": "room"}


def line_of(count: int, *, apart: int = 100) -> dict[str, tuple[float, float]]:
    """The room, and references east of it, so many metres apart."""
    places = {ref: (apart * (number + 1), 0.0) for number, ref in enumerate(REFS[:count])}
    return {"room": (0.0, 0.0), **places}


def made(
    visits: Visits,
    items: Sequence[DueItem] = (ITEM,),
    staff: Sequence[Capacity] = (),
    *,
    on: date = EVE,
    **given: Any,  # noqa: ANN401  fields of a planner
) -> Plan:
    """A plan, after the verifier has looked at it."""
    capacities = staff or [officer("S01")]
    planner = RoundsPlanner(visits=visits, iterations=given.pop("iterations", 30), **given)
    plan = planner.plan(items, capacities, period=MONTH, on=on)
    pace = given.get("pace", 0)
    found = verify(
        plan, items, capacities, period=MONTH, calendar=CN_CALENDAR, visits=visits, pace=pace
    )
    assert [one.text() for one in found] == []
    return plan


def days_of(plan: Plan, ref: str) -> list[date]:
    """Days on which a reference is visited."""
    return [one.day for one in plan.placed if ref in one.refs]


def test_what_nobody_named_is_placed_as_before() -> None:
    """Ten are open and four references are wanted: six units stand without any."""
    plan = made(Visits(wanted=for_each(REFS[:4], of="S01")))
    assert (plan.counts()["visits"], plan.counts()["placed"]) == (4, 10)


def test_visits_beyond_what_is_open_count_no_unit() -> None:
    """Thirty visits are wanted and made, ten of them count for the ten that are open."""
    plan = made(Visits(wanted=for_each(REFS, of="S01")))
    assert (plan.counts()["visits"], plan.counts()["placed"]) == (30, 10)


def test_a_reference_counts_once() -> None:
    """Four visits to one household are one household visited."""
    plan = made(Visits(wanted=for_each(REFS[:1], of="S01", times=4, gap=(7, None))))
    visited = [one.units for one in plan.placed if one.refs]
    assert visited == [1, 0, 0, 0]


def test_fixed_work_comes_first() -> None:
    """A day full of a meeting holds no visit."""
    day = date(2018, 7, 2)
    meeting = shared_item(minutes=480, window=Span(day, day))
    plan = made(Visits(wanted=for_each(REFS, of="S01")), [ITEM, meeting])
    assert [one.entry for one in plan.placed if one.day == day] == ["meeting.community"]


def test_the_way_takes_time() -> None:
    """700 metres there and 700 back at 70 metres a minute are 20 minutes."""
    visits = Visits(
        wanted=for_each(REFS[:1], of="S01"), at={"room": (0, 0), REFS[0]: (700, 0)}, base=ROOM
    )
    (block,) = [one for one in made(visits, [due_item(1)], pace=70).placed if one.refs]
    assert (block.travel, block.minutes, block.end - block.start) == (20, 20, 40)


def test_neighbours_share_a_day() -> None:
    """Two villages far apart take two days, not four ways between them."""
    at = {"room": (0.0, 0.0)}
    at |= {ref: (9_000.0, float(number)) for number, ref in enumerate(REFS[:5])}
    at |= {ref: (-9_000.0, float(number)) for number, ref in enumerate(REFS[5:10])}
    day = officer("S01", days=[date(2018, 7, 2), date(2018, 7, 3)], minutes=420)
    visits = Visits(wanted=for_each(REFS[:10], of="S01"), at=at, base=ROOM)
    plan = made(visits, staff=[day], pace=60)
    tours = {frozenset(one.refs) for one in plan.placed}
    assert tours == {frozenset(REFS[:5]), frozenset(REFS[5:10])}


def test_one_visit_may_serve_several_items() -> None:
    """Each of three visits counts for the households and for the round."""
    second = due_item(3, entry="visits.households.new", minutes=30)
    plan = made(Visits(wanted=for_each(REFS[:3], of="S01")), [due_item(3), second])
    assert (plan.counts()["placed"], plan.counts()["minutes"], plan.unplaced) == (6, 90, ())


def test_sliding_visits_keep_their_gap_from_the_last_one() -> None:
    """Last visited on 28 June, at least 10 days apart: not before 8 July."""
    wanted = for_each(REFS[:1], of="S01", times=2, gap=(10, 12), last=date(2018, 6, 28))
    first, second = days_of(made(Visits(wanted=wanted)), REFS[0])
    assert (date(2018, 7, 8) <= first <= date(2018, 7, 10), (second - first).days >= 10) == (
        True,
        True,
    )


def test_calendar_visits_lie_in_equal_parts() -> None:
    """Two visits of July: one up to the fifteenth, one after."""
    wanted = for_each(REFS[:9], of="S01", times=2, spacing="calendar")
    plan = made(Visits(wanted=wanted))
    assert all([day.day > 15 for day in days_of(plan, one.ref)] == [False, True] for one in wanted)


def test_a_visit_keeps_to_its_season() -> None:
    """What fits only in the last week stands in it."""
    week = Span(date(2018, 7, 23), date(2018, 7, 27))
    plan = made(Visits(wanted=for_each(REFS[:5], of="S01", during=(week,))))
    assert all(one.day >= week.first for one in plan.placed if one.refs)


SHARED = shared_item(
    20,
    entry="visits.households",
    kind="visit",
    minutes=20,
    subject_kind="community",
    who=("community_officer",),
)


def test_the_officer_who_knows_them_comes() -> None:
    """Of two who may, the one who is preferred makes the visits."""
    wanted = for_each(REFS[:6], of=COMMUNITIES[0], prefers="S02")
    staff = [officer("S01"), officer("S02")]
    plan = made(Visits(wanted=wanted, change=10_000), [SHARED], staff)
    assert {one.staff for one in plan.placed if one.refs} == {"S02"}


def test_fairness_spreads_the_load() -> None:
    """Without ways nothing but fairness decides: both have the same number of visits."""
    staff = [officer("S01"), officer("S02")]
    visits = Visits(wanted=for_each(REFS[:10], of=COMMUNITIES[0]), fair=1_000)
    plan = made(visits, [evolve(SHARED, open=10)], staff, iterations=200)
    made_by = [
        sum(len(one.refs) for one in plan.placed if one.staff == who) for who in ("S01", "S02")
    ]
    assert made_by == [5, 5]


def test_the_order_of_the_input_does_not_matter() -> None:
    """The same bytes come of every order of items, staff and visits."""
    wanted = for_each(REFS, of="S01", times=2, gap=(5, None))
    visits = Visits(wanted=wanted, at=line_of(30), base=ROOM, pace=70)
    items, staff = [ITEM, shared_item()], [officer("S01"), officer("S02")]
    shuffled = Random(3).sample(wanted, len(wanted))  # noqa: S311  a shuffle with a seed
    one = made(visits, items, staff)
    other = made(evolve(visits, wanted=shuffled), items[::-1], staff[::-1])
    assert json.dumps(one.to_json()) == json.dumps(other.to_json())


def test_a_plan_that_is_stopped_at_once_is_sound() -> None:
    """The best so far stands before the verifier, whenever it is asked for."""
    visits = Visits(wanted=for_each(REFS, of="S01"), at=line_of(30), base=ROOM, pace=70)
    assert made(visits, stop=lambda: True, iterations=10_000).counts()["visits"] == 30


def test_no_plan_holds_a_place() -> None:
    """References stand in it, and neither places nor metres (they are arguments, kept nowhere)."""
    visits = Visits(wanted=for_each(REFS[:1], of="S01"), at={REFS[0]: (123457, 765431)})
    text = json.dumps(made(visits).to_json()) + repr(visits) + repr(visits.wanted[0])
    assert [number for number in ("123457", "765431") if number in text] == []


def test_ten_times_the_demand_is_named_not_dropped() -> None:
    """Two hours a day for one day hold six visits; of thirty, twenty-four are left for time."""
    staff = [officer("S01", days=[date(2018, 7, 2)], minutes=120)]
    plan = made(Visits(wanted=for_each(REFS, of="S01")), staff=staff)
    left = {(one.reason, one.times) for one in plan.left}
    assert (plan.counts()["visits"], len(plan.left), left) == (6, 24, {("no_time", 1)})


LEFT: Mapping[str, tuple[Mapping[str, Any], Mapping[str, Any], str]] = {
    # fields of the wanted visit, fields of the visits, reason
    "an unknown officer": ({"of": "S09"}, {}, "no_item"),
    "an entry that is not due": ({"serves": ("visits.premises",)}, {}, "no_item"),
    "an unknown place": ({}, {"at": {"room": (0, 0)}}, "no_place"),
    "no days of its season": ({"during": (Span(EVE, EVE),)}, {}, "no_slot"),
    "a window of one day for two visits": (
        {"times": 2, "during": (Span(date(2018, 7, 2), date(2018, 7, 2)),)},
        {},
        "no_spacing",
    ),
    "longer than a day": ({"minutes": 481}, {}, "too_long"),
    "no way there": (
        {},
        {"travel": lambda names: [[None] * len(names)] * len(names)},
        "unreachable",
    ),
    "too far": ({}, {"at": {"room": (0, 0), REFS[0]: (99_000, 0)}, "pace": 70}, "too_far"),
}


@pytest.mark.parametrize("case", LEFT)
def test_each_visit_that_is_left_has_its_reason(case: str) -> None:
    """Whatever can't be visited is named with the reason, and the rest of the plan stands."""
    wanted, visits, reason = LEFT[case]
    one = Wanted(ref=REFS[0], **{"of": "S01", **wanted})
    plan = made(Visits(wanted=[one], base=ROOM, **visits))
    assert {left.reason for left in plan.left} == {reason}


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"open": 0}, "nothing_open"),
        ({"reason": "no_data"}, "not_known"),
        ({"minutes": None}, "no_minutes"),
    ],
)
def test_each_item_that_hinders_a_visit_is_named(given: Mapping[str, Any], reason: str) -> None:
    """What is done, can't be counted or has no length asks for no visit."""
    plan = made(Visits(wanted=for_each(REFS[:1], of="S01")), [evolve(ITEM, **given)])
    assert plan.left == (LeftVisit(ref=REFS[0], times=1, reason=reason),)


def test_an_empty_station_has_an_answer() -> None:
    """Nobody holds a post: the visits have no day, the units no staff."""
    visits = Visits(wanted=for_each(REFS[:2], of="S01"))
    plan = RoundsPlanner(visits=visits).plan([ITEM], [], period=MONTH, on=EVE)
    assert ({one.reason for one in plan.left}, {one.reason for one in plan.unplaced}) == (
        {"no_slot"},
        {"no_staff"},
    )


def test_a_plan_of_days_that_are_over_has_an_answer() -> None:
    """As of its last day, a month has no day left for anything."""
    plan = made(Visits(wanted=for_each(REFS[:2], of="S01")), on=JULY.last)
    assert {one.reason for one in plan.left} == {"no_slot"}


WRONG: Mapping[str, Any] = {
    "visits.ref": lambda: Visits(wanted=for_each(["张三家"])),
    "visits.ref_twice": lambda: Visits(wanted=for_each([REFS[0], REFS[0]])),
    "visits.row_number": lambda: Visits(wanted=for_each(REFS[:1], times=0)),
    "visits.gap": lambda: Visits(wanted=for_each(REFS[:1], gap=(7, 3))),
    "visits.spacing": lambda: Visits(wanted=for_each(REFS[:1], spacing="lunar")),
    "visits.number": lambda: Visits(wanted=(), pace=-1),
    "visits.point": lambda: Visits(wanted=(), at={REFS[0]: (float("nan"), 0)}),
    "visits.base": lambda: Visits(wanted=(), at={REFS[0]: (0, 0)}, base=ROOM),
    "visits.two_ways": lambda: Visits(wanted=(), at={REFS[0]: (0, 0)}, travel=lambda _: []),
    "visits.travel_shape": lambda: made(
        Visits(wanted=for_each(REFS[:2], of="S01"), travel=lambda _: [[0]])
    ),
    "visits.travel_number": lambda: made(
        Visits(wanted=for_each(REFS[:1], of="S01"), travel=lambda _: [[-1]])
    ),
}


@pytest.mark.parametrize("code", WRONG)
def test_what_makes_no_sense_is_refused(code: str) -> None:
    """Nonsense gets an error of ours before anything is planned."""
    with pytest.raises(RequestError) as caught:
        WRONG[code]()
    assert caught.value.code == code


def test_no_error_says_whom(capsys: pytest.CaptureFixture[str]) -> None:
    """A name given for a reference is not echoed."""
    with pytest.raises(RequestError) as caught:
        Visits(wanted=for_each(["张三家"]))
    assert "张三" not in f"{caught.value}{caught.value!r}"


KEPT = Kept(
    span=Span(date(2018, 7, 2), date(2018, 7, 8)),
    minutes=20 * 60,
    pack="testtown",
    entry="hours.in_community",
    clause=("三",),
)
OFFICE = due_item(
    100,
    entry="duty.data_entry",
    kind="task",
    minutes=60,
    window=Span(date(2018, 7, 2), date(2018, 7, 6)),
)


def test_kept_time_is_left_for_the_community() -> None:
    """Lanling keeps 20 hours of a week (三(二)#5): of 40 hours, office work gets the other 20."""
    staff = [evolve(officer("S01"), kept=(KEPT,))]
    visits = evolve(ITEM, in_community=True)
    plan = made(Visits(wanted=for_each(REFS[:10], of="S01")), [OFFICE, visits], staff)
    office = sum(one.units for one in plan.placed if one.entry == "duty.data_entry")
    assert (office, {one.reason for one in plan.unplaced}) == (20, {"time_kept"})


def test_work_in_the_community_may_take_all_of_it() -> None:
    """Kept time is no ceiling on what it is kept for."""
    staff = [evolve(officer("S01"), kept=(KEPT,))]
    plan = made(Visits(wanted=()), [evolve(OFFICE, in_community=True)], staff)
    assert sum(one.units for one in plan.placed) == 40


def test_staff_without_hours_have_an_answer() -> None:
    """Nobody stated hours: no day may take the visits, and the units say why."""
    plan = made(Visits(wanted=for_each(REFS[:2], of="S01")), staff=[officer("S01", days=[])])
    assert ({one.reason for one in plan.left}, {one.reason for one in plan.unplaced}) == (
        {"no_slot"},
        {"no_hours"},
    )
