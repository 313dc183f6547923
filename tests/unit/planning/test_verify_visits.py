"""The verifier finds each kind of mistake in the visits of a plan that was spoilt on purpose."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from attrs import evolve

from fengqiao.planning import LeftVisit, Placed, Plan, RoundsPlanner, Visits, Wanted, verify
from fengqiao.testing.planning import EVE, due_item, officer
from fengqiao.timing import CN_CALENDAR, Period, Span

MONTH = Period.parse("2018-07")
WEEK = Span(date(2018, 7, 2), date(2018, 7, 6))
ITEM = due_item(2, window=WEEK)
TWICE, ONCE = "household-a", "household-b"
WANTED = (
    Wanted(
        ref=TWICE,
        of="S01",
        times=2,
        gap=(3, None),
        during=(Span(WEEK.first, WEEK.first), Span(date(2018, 7, 5), WEEK.last)),
    ),
    Wanted(ref=ONCE, of="S01"),
)
VISITS = Visits(
    wanted=WANTED,
    at={TWICE: (700, 0), ONCE: (700, 70), "room": (0, 0)},
    base={"S01": "room"},
    pace=70,
)
STAFF = (officer("S01"), officer("S02"))


@pytest.fixture
def sound() -> Plan:
    """Both on Monday, one of them again on Thursday or Friday."""
    return RoundsPlanner(visits=VISITS, iterations=50).plan([ITEM], STAFF, period=MONTH, on=EVE)


def codes(plan: Plan, pinned: tuple[Placed, ...] = ()) -> set[str]:
    """What the verifier says."""
    found = verify(
        plan, [ITEM], STAFF, period=MONTH, calendar=CN_CALENDAR, visits=VISITS, pinned=pinned
    )
    return {one.code for one in found}


def changed(plan: Plan, **given: object) -> Plan:
    """The plan with its last block changed: the second visit."""
    return evolve(plan, placed=(*plan.placed[:-1], evolve(plan.placed[-1], **given)))


SPOILT: Mapping[str, Callable[[Plan], Plan]] = {
    "plan.lost_visit": lambda plan: evolve(plan, placed=plan.placed[:-1]),
    "plan.outside_season": lambda plan: changed(plan, day=date(2018, 7, 4)),
    "plan.unknown_visit": lambda plan: changed(plan, refs=("household-c",)),
    "plan.wrong_spacing": lambda plan: changed(plan, day=WEEK.first, start=900),
    "plan.wrong_travel": lambda plan: changed(plan, travel=19),
    "plan.wrong_units": lambda plan: changed(plan, units=1),
    "plan.wrong_visit": lambda plan: changed(plan, serves=(("testtown:other", 0),)),
    "plan.wrong_length": lambda plan: changed(plan, minutes=19),
    "plan.false_reason": lambda plan: evolve(
        plan, left=(LeftVisit(ref=ONCE, times=1, reason="no_place"),)
    ),
}


def test_a_sound_plan_passes(sound: Plan) -> None:
    """Three visits, and nothing is wrong with them."""
    assert (sound.counts()["visits"], codes(sound)) == (3, set())


@pytest.mark.parametrize("code", SPOILT)
def test_each_mistake_is_found(sound: Plan, code: str) -> None:
    """Whatever is spoilt in a sound plan, its code is among what the verifier says."""
    assert code in codes(SPOILT[code](sound))


def test_a_pin_that_moved_is_found(sound: Plan) -> None:
    """What was to stay on Tuesday does not."""
    pinned = evolve(sound.placed[0], day=date(2018, 7, 3))
    assert codes(sound, (pinned,)) == {"plan.pin_moved"}


def test_a_pin_that_stays_is_none(sound: Plan) -> None:
    """What stands where it was to stay is no violation."""
    assert codes(sound, sound.placed) == set()


def test_references_without_the_visits_are_found(sound: Plan) -> None:
    """Whoever verifies without the visits is told that the plan has some."""
    found = verify(sound, [ITEM], STAFF, period=MONTH, calendar=CN_CALENDAR)
    assert {one.code for one in found} == {"plan.unknown_visit"}
