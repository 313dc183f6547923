"""Planning again changes as little as it can, says why, and stands before the verifier."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from fengqiao.errors import RequestError
from fengqiao.planning import (
    Away,
    Capacity,
    DeadlinePlanner,
    DueItem,
    Pin,
    Plan,
    Replan,
    RoundsPlanner,
    Visits,
    for_each,
    read_plan,
    replan,
    take_away,
    verify,
)
from fengqiao.planning.visits import without_done
from fengqiao.testing.planning import EVE, due_item, officer, shared_item
from fengqiao.timing import CN_CALENDAR, Period, Span

MONTH = Period.parse("2018-07")
WEEK = Span(date(2018, 7, 2), date(2018, 7, 6))
MEETING = shared_item(window=WEEK, who=("community_officer",))
VISITS = due_item(10, window=WEEK)
STAFF = (officer("S01"), officer("S02"))
MONDAY, TUESDAY = date(2018, 7, 2), date(2018, 7, 3)
REFS = tuple(f"household{number:02}" for number in range(12))
WANTED = Visits(
    wanted=for_each(REFS, of="S01"),
    at={ref: (index * 50, 0) for index, ref in enumerate(REFS)},
    pace=70,
)


def planned(
    items: Sequence[DueItem], staff: Sequence[Capacity] = STAFF, visits: Visits | None = None
) -> Plan:
    """The plan before."""
    if visits is None:
        return DeadlinePlanner().plan(items, staff, period=MONTH, on=EVE)
    return RoundsPlanner(visits=visits, iterations=50).plan(items, staff, period=MONTH, on=EVE)


def again(
    old: Plan,
    items: Sequence[DueItem],
    staff: Sequence[Capacity] = STAFF,
    *,
    on: date = EVE,
    visits: Visits | None = None,
    **given: Any,  # noqa: ANN401  as replan takes it
) -> Replan:
    """The plan after, which the verifier has looked at."""
    found = replan(old, items, staff, on=on, visits=visits, iterations=50, **given)
    wrong = verify(
        found.plan,
        items,
        staff,
        period=MONTH,
        calendar=CN_CALENDAR,
        visits=visits,
        pinned=found.pinned,
    )
    assert [one.text() for one in wrong] == []
    return found


def reasons(found: Replan) -> set[str]:
    """Why anything moved."""
    return {one.reason for one in found.moves}


def test_without_a_change_nothing_moves() -> None:
    """The same facts and staff give the same plan, with all of it kept."""
    old = planned([MEETING, VISITS])
    found = again(old, [MEETING, VISITS])
    assert (found.plan.placed, found.moves, found.kept) == (old.placed, (), 11)


def test_without_a_change_no_visit_moves() -> None:
    """Visits stay with their officer on their day."""
    old = planned([MEETING, VISITS], visits=WANTED)
    found = again(old, [MEETING, VISITS], visits=WANTED)
    assert (found.changed, found.moves, found.kept) == (0, (), 13)


def test_leave_moves_only_what_stood_on_it() -> None:
    """Monday falls out for S01: what stood on it moves, and says so."""
    old = planned([MEETING, VISITS])
    staff = take_away(STAFF, [Away(staff="S01", first=MONDAY, last=MONDAY)])
    found = again(old, [MEETING, VISITS], staff)
    stood = sum(one.units for one in old.placed if one.day == MONDAY and one.staff == "S01")
    assert (found.changed, reasons(found)) == (stood, {"away"})


def test_leave_moves_only_the_visits_of_that_day() -> None:
    """Those of other days stay where they are."""
    old = planned([VISITS], visits=WANTED)
    day = next(one.day for one in old.placed if one.refs)
    staff = take_away(STAFF, [Away(staff="S01", first=day, last=day)])
    found = again(old, [VISITS], staff, visits=WANTED)
    stood = sum(len(one.refs) for one in old.placed if one.day == day)
    assert (found.changed, reasons(found), found.plan.left) == (stood, {"away"}, ())


def test_what_is_done_is_no_change() -> None:
    """Four of ten are done on Monday: four less are planned."""
    old = planned([VISITS])
    found = again(old, [due_item(6, window=WEEK)], on=MONDAY)
    assert (found.changed, reasons(found) <= {"done", "not_done"}) == (0, True)


def test_what_was_not_done_comes_again() -> None:
    """Monday is over, nothing of it was done: as many units more stand on later days."""
    old = planned([VISITS])
    found = again(old, [VISITS], on=MONDAY)
    stood = sum(one.units for one in old.placed if one.day == MONDAY)
    assert (found.counts()["new"], reasons(found)) == (stood, {"not_done"})


def test_what_is_due_newly_moves_nothing() -> None:
    """A new meeting finds its place beside what stands."""
    old = planned([VISITS])
    found = again(old, [VISITS, MEETING])
    assert (found.changed, reasons(found), found.kept) == (0, {"new"}, 10)


def test_a_shorter_day_keeps_as_many_as_it_holds() -> None:
    """Of a day cut to an hour three visits of 20 minutes stay, and no more move than must."""
    old = planned([due_item(24, window=Span(MONDAY, TUESDAY))], [officer("S01")])
    short = officer("S01")
    short = evolve(short, days={**short.days, MONDAY: (540, 60)})
    found = again(old, [due_item(24, window=Span(MONDAY, TUESDAY))], [short])
    assert (found.changed, reasons(found)) == (9, {"no_room"})


def test_a_post_that_ended_moves_what_it_held() -> None:
    """The meeting goes to somebody else."""
    old = planned([MEETING])
    (block,) = old.placed
    staff = [one for one in STAFF if one.staff != block.staff]
    found = again(old, [MEETING], staff)
    assert [(one.reason, one.after is not None) for one in found.moves] == [("post", True)]


def test_pinned_blocks_stay_when_room_is_short() -> None:
    """The long meeting keeps its place on a day that no longer holds everything."""
    meeting = shared_item(window=Span(MONDAY, MONDAY))
    items = [meeting, due_item(18, window=Span(MONDAY, MONDAY))]
    old = planned(items, [officer("S01")])
    short = evolve(officer("S01"), days={MONDAY: (540, 120)})
    found = again(old, items, [short], pinned=[Pin(item=meeting.id)])
    assert {one.item for one in found.plan.placed} == {meeting.id}


def hours(plan: Plan, name: str) -> list[tuple[date, int]]:
    """Days and hours of an item."""
    return [(one.day, one.start) for one in plan.placed if one.item == name]


def test_a_pin_keeps_the_hour() -> None:
    """A new meeting comes first on everybody's day, but not before what is pinned there."""
    late = evolve(VISITS, window=Span(MONDAY, MONDAY))
    old = planned([late, MEETING], [officer("S01")])
    more = evolve(MEETING, id="testtown:meeting.other@x:2018-07", window=Span(MONDAY, MONDAY))
    loose = again(old, [late, MEETING, more], [officer("S01")])
    held = again(old, [late, MEETING, more], [officer("S01")], pinned=[Pin(item=late.id)])
    assert hours(loose.plan, late.id) != hours(old, late.id)
    assert hours(held.plan, late.id) == hours(old, late.id)
    assert held.changed == 0


def test_a_pin_that_loses_its_hour_is_refused() -> None:
    """The day begins at ten now: the meeting at nine would have to begin later."""
    old = planned([MEETING], [officer("S01")])
    with pytest.raises(RequestError) as caught:
        again(old, [MEETING], [officer("S01", starts=10 * 60)], pinned=[Pin(item=MEETING.id)])
    assert (caught.value.code, caught.value.facts["reason"]) == ("replan.pin_lost", "no_room")


def test_a_pinned_round_keeps_its_order_and_hours() -> None:
    """However much better another order would be now, and whoever else wants a visit."""
    old = planned([VISITS], [officer("S01")], visits=WANTED)
    more = "household99"
    new = evolve(
        WANTED,
        wanted=[*WANTED.wanted, *for_each([more], of="S01")],
        at={**WANTED.at, more: (25, 0)},
    )
    found = again(old, [VISITS], [officer("S01")], visits=new, pinned=[Pin(staff="S01")])
    rounds = [(one.day, one.start, one.refs) for one in old.placed if one.refs]
    assert rounds == [
        (one.day, one.start, one.refs)
        for one in found.plan.placed
        if one.refs and more not in one.refs
    ]


def test_what_is_left_of_a_pinned_round_keeps_its_hours() -> None:
    """Two of its visits are made: the others stay in their order, and nobody moves."""
    old = planned([VISITS], [officer("S01")], visits=WANTED)
    left = without_done(WANTED, {REFS[0]: [MONDAY], REFS[1]: [MONDAY]})
    items = [due_item(8, window=WEEK)]
    found = again(old, items, [officer("S01")], visits=left, pinned=[Pin(staff="S01")])
    refs = [ref for one in found.plan.placed for ref in one.refs]
    assert refs == [ref for one in old.placed for ref in one.refs if ref not in REFS[:2]]
    assert found.changed == 0


def test_a_round_whose_visits_are_all_made_leaves_its_hours() -> None:
    """What was kept for them takes no time of other work."""
    monday = Span(MONDAY, MONDAY)
    old = planned([due_item(12, window=monday)], [officer("S01")], visits=WANTED)
    done = without_done(WANTED, {ref: [EVE] for ref in REFS})
    work = evolve(shared_item(minutes=480, window=monday), who=("community_officer",))
    items = [due_item(0, window=monday), work]
    found = again(old, items, [officer("S01")], visits=done, pinned=[Pin(staff="S01")])
    assert hours(found.plan, work.id) == [(MONDAY, 540)]


def test_a_pinned_round_that_has_no_room_is_refused() -> None:
    """The day ends before it does."""
    monday = Span(MONDAY, MONDAY)
    old = planned([due_item(12, window=monday)], [officer("S01")], visits=WANTED)
    short = evolve(officer("S01"), days={MONDAY: (540, 60)})
    with pytest.raises(RequestError) as caught:
        again(
            old,
            [due_item(12, window=monday)],
            [short],
            visits=WANTED,
            pinned=[Pin(staff="S01")],
        )
    assert caught.value.code == "replan.pin_lost"


def test_a_pin_that_cannot_hold_is_refused() -> None:
    """Whoever pins what can't stay is told so, with officer, day and reason."""
    old = planned([MEETING])
    (block,) = old.placed
    staff = take_away(STAFF, [Away(staff=block.staff, first=block.day, last=block.day)])
    with pytest.raises(RequestError) as caught:
        again(old, [MEETING], staff, pinned=[Pin(staff=block.staff)])
    assert (caught.value.code, caught.value.facts["reason"]) == ("replan.pin_lost", "away")


def test_a_pin_on_what_is_done_holds_nothing() -> None:
    """What is done needs no place."""
    old = planned([MEETING])
    found = again(old, [evolve(MEETING, open=0)], pinned=[Pin(item=MEETING.id)])
    assert (found.plan.placed, found.pinned) == ((), ())


def test_visits_made_are_not_planned_again() -> None:
    """Two references are done: the others keep their days."""
    old = planned([VISITS], visits=WANTED)
    left = without_done(WANTED, {REFS[0]: [MONDAY], REFS[1]: [MONDAY]})
    found = again(old, [due_item(8, window=WEEK)], visits=left)
    assert (found.changed, found.counts()["done"], found.plan.counts()["visits"]) == (0, 2, 10)


def test_a_plan_with_references_needs_its_visits() -> None:
    """Places are kept nowhere, so the ways can't be looked at without them."""
    old = planned([VISITS], visits=WANTED)
    with pytest.raises(RequestError) as caught:
        again(old, [VISITS])
    assert caught.value.code == "replan.no_visits"


def test_a_visit_of_nobody_cannot_be_done() -> None:
    """A slip in a reference is told."""
    with pytest.raises(RequestError) as caught:
        without_done(WANTED, {"household99": [MONDAY]})
    assert caught.value.code == "replan.unknown_done"


def test_a_written_plan_is_read_again() -> None:
    """Through JSON and back it is the same plan."""
    old = planned([MEETING, VISITS], visits=WANTED)
    assert read_plan(json.loads(json.dumps(old.to_json()))) == old


def test_a_plan_made_from_another_is_read_again() -> None:
    """What stands beside it is not needed."""
    found = again(planned([MEETING]), [MEETING])
    assert read_plan(json.loads(json.dumps(found.to_json()))) == found.plan


def test_an_earlier_plan_is_read() -> None:
    """Before there were visits a plan had no references, ways or visits left out."""
    data = planned([MEETING]).to_json()
    del data["left"]
    for row in data["placed"]:
        for name in ("refs", "travel", "serves"):
            del row[name]
    assert read_plan(data) == planned([MEETING])


SPOILT: Mapping[str, Any] = {
    "no mapping": lambda _data: [],
    "no format": lambda data: {name: data[name] for name in data if name != "format"},
    "an unknown field": lambda data: {**data, "score": 1},
    "no period": lambda data: {**data, "period": "July"},
    "no day": lambda data: {**data, "on": "yesterday"},
    "no list": lambda data: {**data, "placed": {}},
    "a block that is none": lambda data: {**data, "placed": [1]},
    "a block with an unknown field": lambda data: {
        **data,
        "placed": [{**data["placed"][0], "x": 1}],
    },
    "a block without an officer": lambda data: {
        **data,
        "placed": [{**data["placed"][0], "staff": 1}],
    },
    "a block of no time": lambda data: {**data, "placed": [{**data["placed"][0], "start": "nine"}]},
    "negative units": lambda data: {**data, "placed": [{**data["placed"][0], "units": -1}]},
    "an unknown reason": lambda data: {
        **data,
        "left": [{"ref": REFS[0], "times": 1, "reason": "x"}],
    },
}


@pytest.mark.parametrize("case", SPOILT)
def test_what_is_no_plan_is_refused(case: str) -> None:
    """Half a plan would look as if the rest were new."""
    with pytest.raises(RequestError) as caught:
        read_plan(SPOILT[case](planned([MEETING]).to_json()))
    assert caught.value.code == "plan_file.shape"


def test_a_later_format_is_refused() -> None:
    """What it means is not known."""
    with pytest.raises(RequestError) as caught:
        read_plan({**planned([MEETING]).to_json(), "format": 2})
    assert caught.value.code == "plan_file.newer"
