"""Plan and burden of a workspace: Testtown's July, with hours and durations that the host gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from attrs import evolve

import fengqiao
from fengqiao.errors import CalendarUnpublished, PeriodError, RequestError
from fengqiao.planning import (
    Away,
    Capacity,
    DeadlinePlanner,
    DueItem,
    Plan,
    Visits,
    for_each,
    verify,
)
from fengqiao.testing.small import SMALL_PACK, small_city
from fengqiao.timing import Period
from fengqiao.workspace import Workspace

CONFIG: Mapping[str, object] = {
    "planning": {"hours": "8 hours", "starts": "09:00"},
    "testtown": {"visits.households.minutes": "20 minutes"},
}
# Testtown's notice: each community officer visits 3 households a month, each of the two
# communities meets once a month for 2 hours. S01 and S02 are the community officers.


@pytest.fixture
def ws() -> Iterator[Workspace]:
    """The small town with hours."""
    with fengqiao.open_workspace("memory:", packs=[SMALL_PACK], config=CONFIG) as workspace:
        small_city(workspace)
        yield workspace


def verified(ws: Workspace, plan: Plan) -> Plan:
    """The plan, after a look at it."""
    items = list(ws.due(plan.period, on=plan.on))
    found = verify(
        plan, items, ws.capacities(plan.period), period=plan.period, calendar=ws.calendar
    )
    assert found == ()
    return plan


def test_by_default_all_of_the_period_is_planned(ws: Workspace) -> None:
    """As of the day before: six visits and two meetings, none of them done yet."""
    plan = verified(ws, ws.plan("2018-07"))
    assert (plan.on, plan.counts()) == (
        date(2018, 6, 30),
        {
            "placed": 8,
            "minutes": 6 * 20 + 2 * 120,
            "travel": 0,
            "visits": 0,
            "left": 0,
            "unplaced": 0,
        },
    )


def test_what_is_done_is_not_planned_again(ws: Workspace) -> None:
    """By the eighth S01 has made all visits and met, S02 has made one of three visits."""
    plan = verified(ws, ws.plan("2018-07", on=date(2018, 7, 8)))
    units: Counter[tuple[str, str]] = Counter()
    for one in plan.placed:
        units[one.staff, one.entry] += one.units
    assert units == {("S02", "visits.households"): 2, ("S02", "meeting.community"): 1}


def test_a_week_is_planned_alone(ws: Workspace) -> None:
    """Nothing stands outside the week asked for."""
    plan = verified(ws, ws.plan("2018-W28"))
    assert {one.day.isocalendar().week for one in plan.placed} == {28}


def test_one_officers_part_is_that_of_the_station(ws: Workspace) -> None:
    """Asking for one officer plans the whole station and shows that officer's days."""
    whole, part = ws.plan("2018-07"), ws.plan("2018-07", staff="S02")
    assert part.placed == tuple(one for one in whole.placed if one.staff == "S02")


def test_a_station_is_planned_alone(ws: Workspace) -> None:
    """The town has one station, so its plan is the town's."""
    assert ws.plan("2018-07", station="ST01").placed == ws.plan("2018-07").placed


def test_without_hours_everything_is_left_out() -> None:
    """A plan for staff with no hours places nothing and says why."""
    with fengqiao.open_workspace("memory:", packs=[SMALL_PACK]) as ws:
        small_city(ws)
        plan = ws.plan("2018-07")
    assert (plan.placed, {(one.entry, one.reason) for one in plan.unplaced}) == (
        (),
        {("visits.households", "no_minutes"), ("meeting.community", "no_hours")},
    )


def test_a_host_may_take_days_out(ws: Workspace) -> None:
    """Leave is what a host takes out of capacities before it plans."""
    july, leave = Period.parse("2018-07"), date(2018, 7, 2)
    items = list(ws.due(july, on=date(2018, 6, 30)))
    staff = [
        evolve(one, days={day: hours for day, hours in one.days.items() if day != leave})
        for one in ws.capacities(july)
    ]
    plan = DeadlinePlanner().plan(items, staff, period=july, on=date(2018, 6, 30))
    assert leave not in {one.day for one in verified(ws, plan).placed}


def test_a_host_may_bring_its_planner(ws: Workspace) -> None:
    """Whatever plans is asked with items, capacities, period and day."""

    class Nothing:
        """Plans nothing at all."""

        def plan(
            self,
            items: tuple[DueItem, ...],
            capacities: tuple[Capacity, ...],
            *,
            period: Period,
            on: date,
        ) -> Plan:
            assert (len(items), len(capacities)) == (4, 4)
            return Plan(placed=(), unplaced=(), period=period, on=on)

    assert ws.plan("2018-07", planner=Nothing()).placed == ()


def test_capacities_are_those_of_all_staff(ws: Workspace) -> None:
    """Four hold a post, each with the 22 working days of July 2018."""
    assert [(one.staff, len(one.days)) for one in ws.capacities("2018-07")] == [
        ("S01", 22),
        ("S02", 22),
        ("S03", 22),
        ("S04", 22),
    ]


def test_burden_is_gross(ws: Workspace) -> None:
    """What was done in July was asked in July all the same."""
    burden = ws.burden("2018-07")
    assert {(one.entry, one.minutes) for one in burden.entries} == {
        ("visits.households", 6 * 20),
        ("meeting.community", 2 * 120),
    }


def test_burden_counts_the_hours_of_those_who_are_asked(ws: Workspace) -> None:
    """Two community officers with 22 days of 8 hours; of the other two nothing is asked."""
    assert ws.burden("2018-07", station="ST01").available == 2 * 22 * 480


@pytest.mark.parametrize("staff", ["S09", "nobody"])
def test_an_unknown_officer_is_refused(ws: Workspace, staff: str) -> None:
    """An empty plan would look like a free month."""
    with pytest.raises(RequestError) as caught:
        ws.plan("2018-07", staff=staff)
    assert caught.value.code == "request.no_staff"


def test_an_officer_of_another_station_is_refused(ws: Workspace) -> None:
    """Station and officer must belong together."""
    with pytest.raises(RequestError):
        ws.plan("2018-07", staff="S01", station="ST02")


@pytest.mark.parametrize("ask", ["plan", "burden", "capacities"])
def test_a_year_whose_working_days_are_unknown_is_refused(ws: Workspace, ask: str) -> None:
    """Nobody knows yet which days of 2027 are worked."""
    with pytest.raises(CalendarUnpublished):
        getattr(ws, ask)("2027-01")


@pytest.mark.parametrize("ask", ["plan", "burden", "capacities"])
def test_what_is_no_period_is_refused(ws: Workspace, ask: str) -> None:
    """As everywhere else."""
    with pytest.raises(PeriodError):
        getattr(ws, ask)("July")


@pytest.mark.parametrize("ask", ["plan", "burden"])
def test_an_unknown_station_is_refused(ws: Workspace, ask: str) -> None:
    """An empty answer would look like no work."""
    with pytest.raises(RequestError) as caught:
        getattr(ws, ask)("2018-07", station="ST99")
    assert caught.value.code == "request.no_station"


VISITS = Visits(
    wanted=for_each(("household-a", "household-b"), of="S02", times=2, gap=(7, None)),
    at={"household-a": (0, 0), "household-b": (700, 0)},
    base={"S02": "household-a"},
)


def test_visits_make_rounds(ws: Workspace) -> None:
    """Two households twice, a week apart; at 70 metres a minute the way and back take twenty."""
    with_pace = {**CONFIG, "planning": {**CONFIG["planning"], "pace": 70}}
    with fengqiao.open_workspace("memory:", packs=[SMALL_PACK], config=with_pace) as paced:
        small_city(paced)
        plan = paced.plan("2018-07", visits=VISITS, iterations=20)
        found = verify(
            plan,
            tuple(paced.due("2018-07", on=plan.on)),
            paced.capacities("2018-07"),
            period=plan.period,
            calendar=paced.calendar,
            visits=VISITS,
            pace=70,
        )
    assert (plan.counts()["visits"], plan.counts()["travel"], found) == (4, 40, ())


def test_nothing_of_visits_is_kept(ws: Workspace) -> None:
    """Their references are in the plan, and nowhere in the store."""
    ws.plan("2018-07", visits=VISITS, iterations=5)
    assert [line for line in ws.store.export() if b"household-b" in line] == []


def test_a_planner_of_ones_own_gets_no_visits(ws: Workspace) -> None:
    """Two ways to say the same thing would leave one unheard."""
    with pytest.raises(RequestError) as caught:
        ws.plan("2018-07", visits=VISITS, planner=DeadlinePlanner())
    assert caught.value.code == "plan.asked_twice"


def test_leave_is_not_planned(ws: Workspace) -> None:
    """S02 is away for the whole month: what S02 owes has no day."""
    away = [Away(staff="S02", first=date(2018, 7, 1), last=date(2018, 7, 31))]
    plan = ws.plan("2018-07", away=away)
    assert {(one.staff, one.reason) for one in plan.unplaced if one.staff} == {("S02", "away")}


def test_an_absence_of_nobody_is_refused(ws: Workspace) -> None:
    """A slip in an id would leave somebody planned who is away."""
    with pytest.raises(RequestError) as caught:
        ws.plan("2018-07", away=[Away(staff="S99", first=date(2018, 7, 1), last=date(2018, 7, 1))])
    assert caught.value.code == "away.no_staff"


def test_leave_moves_what_stood_on_it_alone(ws: Workspace) -> None:
    """S02's first week falls out: what stood in it moves, the rest of the plan stays."""
    old = ws.plan("2018-07")
    away = [Away(staff="S02", first=date(2018, 7, 2), last=date(2018, 7, 6))]
    found = ws.replan(old, away=away)
    stood = sum(one.units for one in old.placed if one.staff == "S02" and one.day.day <= 6)
    assert (found.changed, {one.reason for one in found.moves}) == (stood, {"away"})


def test_visits_that_were_made_stay_made(ws: Workspace) -> None:
    """One of two visits to a household was made: the other one stays a week later."""
    old = ws.plan("2018-07", visits=VISITS, iterations=20)
    first = min(one.day for one in old.placed if "household-a" in one.refs)
    found = ws.replan(old, visits=VISITS, done={"household-a": [first]}, iterations=20)
    days = [one.day for one in found.plan.placed if "household-a" in one.refs]
    assert (len(days), (days[0] - first).days >= 7) == (1, True)


def test_stations_are_planned_each_for_itself(ws: Workspace) -> None:
    """As many plans as stations, each as if it was asked for alone, here or in threads."""
    alone = ws.plan_stations("2018-07", on=date(2018, 6, 30))
    with ThreadPoolExecutor(2) as executor:
        beside = ws.plan_stations("2018-07", on=date(2018, 6, 30), executor=executor)
    wanted = {name: ws.plan("2018-07", on=date(2018, 6, 30), station=name) for name in alone}
    assert (alone, beside) == (wanted, wanted)
    assert alone
