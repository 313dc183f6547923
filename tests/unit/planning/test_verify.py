"""The verifier finds each kind of mistake in a plan that was spoilt on purpose."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from fengqiao.planning import (
    Capacity,
    DeadlinePlanner,
    DueItem,
    Kept,
    Placed,
    Plan,
    Violation,
    verify,
)
from fengqiao.planning.plan import Unplaced
from fengqiao.planning.violations import TEXTS
from fengqiao.testing.planning import COMMUNITIES, EVE, NINE, due_item, officer, shared_item
from fengqiao.timing import CN_CALENDAR, Period, Span

JULY = Period.parse("2018-07")
WEEK = Span(date(2018, 7, 2), date(2018, 7, 6))
VISITS = due_item(2, window=WEEK, in_community=True)
MEETING = shared_item(window=WEEK, in_community=True)
UNSURE = due_item(0, entry="duty.patrol", reason="not_configured")
ITEMS = (VISITS, MEETING, UNSURE)
KEPT = Kept(span=WEEK, minutes=2_400, pack="testtown", entry="hours.in_community", clause=("三",))
STAFF = (evolve(officer("S01"), kept=(KEPT,)), officer("S02", area=COMMUNITIES[1]))

OF_VISITS = (
    "lost_visit",
    "outside_season",
    "pin_moved",
    "unknown_visit",
    "wrong_spacing",
    "wrong_travel",
    "wrong_units",
    "wrong_visit",
)
Spoil = Callable[[Plan], Plan]


@pytest.fixture
def sound() -> Plan:
    """The meeting on Monday, the visits on Tuesday and Wednesday, all of officer S01."""
    return DeadlinePlanner().plan(ITEMS, STAFF, period=JULY, on=EVE)


def found(plan: Plan) -> tuple[Violation, ...]:
    """What the verifier says."""
    return verify(plan, ITEMS, STAFF, period=JULY, calendar=CN_CALENDAR)


def changed(plan: Plan, number: int, **given: object) -> Plan:
    """The plan with one block changed."""
    placed = list(plan.placed)
    placed[number] = evolve(placed[number], **given)
    return evolve(plan, placed=tuple(placed))


def without(plan: Plan, number: int) -> Plan:
    """The plan with one block lost."""
    return evolve(plan, placed=(*plan.placed[:number], *plan.placed[number + 1 :]))


def left(plan: Plan, *more: Unplaced) -> Plan:
    """The plan with more of what found no place."""
    return evolve(plan, unplaced=(*plan.unplaced, *more))


def unplaced(item: str, units: int, reason: Any = "no_time_in_window") -> Unplaced:  # noqa: ANN401  one of a closed list
    """Units of the visits without a place."""
    return Unplaced(
        item=item, entry=VISITS.entry, staff="S01", units=units, reason=reason, clause=VISITS.clause
    )


def excused(plan: Plan, **given: object) -> Plan:
    """The plan with its one excuse changed."""
    return evolve(plan, unplaced=tuple(evolve(one, **given) for one in plan.unplaced))


def test_a_sound_plan_passes(sound: Plan) -> None:
    """Three blocks on three days, and nothing is wrong with them."""
    assert ([one.day.day for one in sound.placed], found(sound)) == ([2, 3, 4], ())


SPOILT: dict[str, Spoil] = {
    "plan.double_booked": lambda plan: changed(
        changed(plan, 1, day=date(2018, 7, 2), start=NINE + 119), 2, start=NINE
    ),
    "plan.outside_hours": lambda plan: changed(plan, 1, start=NINE - 1),
    "plan.no_hours": lambda plan: changed(plan, 1, day=date(2018, 7, 8)),
    "plan.day_off": lambda plan: changed(plan, 1, day=date(2018, 7, 7)),
    "plan.outside_window": lambda plan: changed(plan, 1, day=date(2018, 7, 9)),
    "plan.outside_period": lambda plan: changed(plan, 1, day=date(2018, 6, 29)),
    "plan.wrong_person": lambda plan: changed(plan, 1, staff="S02"),
    "plan.unknown_staff": lambda plan: changed(plan, 1, staff="S09"),
    "plan.unknown_item": lambda plan: changed(plan, 1, item="testtown:nothing"),
    "plan.wrong_length": lambda plan: changed(plan, 1, minutes=19),
    "plan.wrong_label": lambda plan: changed(plan, 1, place=COMMUNITIES[1]),
    "plan.no_units": lambda plan: changed(plan, 1, units=0, minutes=0),
    "plan.too_many_units": lambda plan: changed(plan, 1, units=2, minutes=40),
    "plan.lost_unit": lambda plan: without(plan, 1),
    "plan.false_reason": lambda plan: excused(plan, reason="no_hours"),
    "plan.wrong_period": lambda plan: evolve(plan, period=Period.parse("2018-08")),
    "plan.kept_time": lambda plan: changed(plan, 0, item=UNSURE.id, entry=UNSURE.entry),
    "plan.not_plannable": lambda plan: changed(plan, 1, item=UNSURE.id, entry=UNSURE.entry),
}


@pytest.mark.parametrize("code", SPOILT)
def test_each_mistake_is_found(sound: Plan, code: str) -> None:
    """Whatever is spoilt in a sound plan, its code is among what the verifier says."""
    assert code in {one.code for one in found(SPOILT[code](sound))}


def test_every_code_is_tried() -> None:
    """No rule of the verifier goes without an example of how it is broken."""
    of_visits = {f"plan.{name}" for name in OF_VISITS}  # test_verify_visits.py
    of_rooms = {"plan.room_closed", "plan.room_taken"}  # test_venues.py
    assert set(SPOILT) | of_visits | of_rooms == {
        code for code in TEXTS if code.startswith("plan.")
    }


@pytest.mark.parametrize(
    "code",
    [
        "plan.outside_hours",
        "plan.wrong_length",
        "plan.wrong_label",
        "plan.false_reason",
        "plan.wrong_period",
    ],
)
def test_nothing_else_is_said(sound: Plan, code: str) -> None:
    """One mistake gives one violation."""
    assert [one.code for one in found(SPOILT[code](sound))] == [code]


def test_work_beyond_the_end_of_the_day_is_found(sound: Plan) -> None:
    """A block that begins in time and ends late lies outside the hours as well."""
    late = changed(sound, 1, start=NINE + 8 * 60 - 19)
    assert [one.code for one in found(late)] == ["plan.outside_hours"]


def test_blocks_may_touch(sound: Plan) -> None:
    """One may begin when the other ends."""
    touching = changed(sound, 1, day=date(2018, 7, 2), start=NINE + 120)
    assert found(touching) == ()


def test_a_day_of_the_facts_is_not_planned(sound: Plan) -> None:
    """What was done on the day of the facts is counted, so nothing may stand on it."""
    late = evolve(sound, on=date(2018, 7, 2))
    assert [one.code for one in found(late)] == ["plan.outside_period"]


def test_a_holiday_is_a_day_off() -> None:
    """Hours on a statutory holiday do not make it a working day."""
    day = date(2018, 6, 18)  # the Dragon Boat Festival of 2018
    june = Period.parse("2018-06")
    item, staff = due_item(window=june.span), officer(days=[day])
    plan = DeadlinePlanner().plan([item], [staff], period=june, on=date(2018, 5, 31))
    codes = verify(plan, [item], [staff], period=june, calendar=CN_CALENDAR)
    assert [one.code for one in codes] == ["plan.day_off"]


def test_units_left_out_twice_are_found(sound: Plan) -> None:
    """Placed and left out at once is too many."""
    both = left(sound, unplaced(VISITS.id, 1))
    assert "plan.too_many_units" in {one.code for one in found(both)}


@pytest.mark.parametrize("units", [0, -1])
def test_an_empty_excuse_is_found(sound: Plan, units: int) -> None:
    """No units, or fewer, are nothing to leave out."""
    assert "plan.no_units" in {one.code for one in found(left(sound, unplaced(VISITS.id, units)))}


@pytest.mark.parametrize("given", [{"clause": ("nonsense",)}, {"staff": "S09"}, {"entry": "x"}])
def test_an_excuse_says_whose_it_is_and_by_which_clause(
    sound: Plan, given: dict[str, object]
) -> None:
    """As the item has them."""
    assert [one.code for one in found(excused(sound, **given))] == ["plan.wrong_label"]


def excuse(item: DueItem, reason: str, *staff: Capacity, blocks: tuple[Placed, ...] = ()) -> bool:
    """Whether a plan of a week may leave all of an item out for a reason."""
    week = Period.parse("2018-W27")  # 2 to 8 July
    left_out = Unplaced(
        item=item.id,
        entry=item.entry,
        staff=item.staff,
        units=item.open,
        reason=reason,  # type: ignore[arg-type]  a word of the table below
        clause=item.clause,
    )
    plan = Plan(placed=blocks, unplaced=(left_out,), period=week, on=EVE)
    violations = verify(plan, [item], staff, period=week, calendar=CN_CALENDAR)
    return "plan.false_reason" not in {one.code for one in violations}


MONDAY, NEXT_MONDAY = date(2018, 7, 2), date(2018, 7, 9)
ONE = officer(days=[MONDAY], minutes=120)
FULL = Placed(
    item="other",
    entry="other",
    staff="S01",
    day=MONDAY,
    start=NINE,
    minutes=101,
    units=1,
    place=COMMUNITIES[0],
    clause=(),
)


@pytest.mark.parametrize(
    ("true", "reason", "item", "staff", "blocks"),
    [
        (True, "no_minutes", due_item(minutes=None), (ONE,), ()),
        (False, "no_minutes", due_item(), (ONE,), ()),
        (True, "no_role", shared_item(who=()), (ONE,), ()),
        (False, "no_role", shared_item(), (ONE,), ()),
        (True, "no_staff", due_item(), (officer("S02"),), ()),
        (False, "no_staff", due_item(), (ONE,), ()),
        (True, "no_hours", due_item(), (officer(days=[]),), ()),
        (False, "no_hours", due_item(), (officer(days=[NEXT_MONDAY]),), ()),
        (True, "day_off", due_item(), (officer(days=[NEXT_MONDAY]),), ()),
        (False, "day_off", due_item(), (ONE,), ()),
        (True, "too_long", due_item(minutes=121), (ONE,), ()),
        (False, "too_long", due_item(minutes=120), (ONE,), ()),
        (True, "no_time_in_window", due_item(), (ONE,), (FULL,)),
        (False, "no_time_in_window", due_item(minutes=19), (ONE,), (FULL,)),
        (False, "no_time_in_window", due_item(), (ONE,), ()),
        (
            True,
            "no_time_in_period",
            due_item(),
            (officer(days=[MONDAY, NEXT_MONDAY], minutes=120),),
            (FULL,),
        ),
        (False, "no_time_in_period", due_item(window=WEEK), (ONE,), (FULL,)),
        (True, "outside_period", due_item(), (officer(days=[MONDAY, NEXT_MONDAY]),), ()),
        (False, "outside_period", due_item(window=WEEK), (ONE,), ()),
        (False, "window_over", due_item(), (ONE,), ()),
        (True, "window_over", due_item(window=Span(EVE, EVE)), (ONE,), ()),
        (True, "no_data", due_item(reason="no_data"), (ONE,), ()),
        (False, "no_hours", due_item(reason="no_data"), (officer(days=[]),), ()),
        (False, "nonsense", due_item(), (ONE,), ()),
    ],
)
def test_a_reason_must_be_true(
    reason: str,
    item: DueItem,
    staff: tuple[Capacity, ...],
    blocks: tuple[Placed, ...],
    *,
    true: bool,
) -> None:
    """Each reason is looked up in posts, hours and what the plan itself holds."""
    assert excuse(item, reason, *staff, blocks=blocks) is true


def test_an_excuse_for_nothing_is_found(sound: Plan) -> None:
    """What is left out must be due."""
    strange = left(sound, unplaced("testtown:nothing", 1))
    assert [one.code for one in found(strange)] == ["plan.unknown_item"]


def test_an_item_that_cannot_be_told_must_be_named(sound: Plan) -> None:
    """Dropping it without a word is a loss, though nobody knows how many are open."""
    silent = evolve(sound, unplaced=())
    assert [(one.code, one.item) for one in found(silent)] == [("plan.lost_unit", UNSURE.id)]


def test_violations_come_in_order(sound: Plan) -> None:
    """The same mistakes give the same list."""
    codes = [one.code for one in found(without(changed(sound, 1, start=0), 0))]
    assert codes == ["plan.lost_unit", "plan.outside_hours"]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_violation_says_item_staff_day_and_what(sound: Plan, lang: str) -> None:
    """Its text names whose day it is, and fills in its facts."""
    (one,) = found(changed(sound, 1, day=date(2018, 7, 9)))
    text = one.text(lang)
    facts = (VISITS.id, "S01", "2018-07-09", "2018-07-02", "2018-07-06", one.code)
    assert [fact for fact in facts if fact not in text] == []


def test_a_violation_travels_as_json(sound: Plan) -> None:
    """Programs read code, item, staff and day."""
    (one,) = found(changed(sound, 1, start=0))
    data = one.to_json()
    assert (data["code"], data["item"], data["staff"], data["day"]) == (
        "plan.outside_hours",
        VISITS.id,
        "S01",
        "2018-07-03",
    )


ROOM = shared_item(subject_kind="police_room", subject="R1")
POST = shared_item(subject_kind="police_post", subject="PP1")
GRID = shared_item(subject_kind="grid", subject="G1")
STATION = shared_item(subject_kind="station", subject="ST01")


@pytest.mark.parametrize(
    ("item", "posts", "may"),
    [
        (ROOM, {"places": (("room", "R1"),)}, True),
        (ROOM, {"places": (("room", "R2"),)}, False),
        (POST, {"places": (("post", "PP1"),), "area": None}, True),
        (GRID, {"places": (("grid", "G2"),)}, False),
        (GRID, {}, True),
        (STATION, {}, True),
        (STATION, {"station": "ST02"}, False),
        (MEETING, {"area": None}, True),
        (MEETING, {"area": COMMUNITIES[1]}, False),
        (MEETING, {"area": COMMUNITIES[0][:9]}, True),
        (MEETING, {"area": "990001002"}, False),
        (MEETING, {"role": "officer"}, False),
        (MEETING, {"since": date(2018, 7, 3).toordinal()}, False),
        (MEETING, {"until": date(2018, 7, 1).toordinal()}, False),
    ],
)
def test_who_may_is_decided_by_the_post(
    sound: Plan,
    item: DueItem,
    posts: dict[str, Any],
    may: bool,  # noqa: FBT001  a column of the table above
) -> None:
    """A post at the place, in its area or for the whole station, with a role that may."""
    block = evolve(sound.placed[0], item=item.id, place=item.subject)
    plan = evolve(sound, placed=(block,), unplaced=())
    violations = verify(plan, [item], [officer(**posts)], period=JULY, calendar=CN_CALENDAR)
    assert [one.code for one in violations] == ([] if may else ["plan.wrong_person"])
