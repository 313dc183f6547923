"""A month of each of the five places: a plan that the verifier passes, and all that did not fit.

The staff are those of the synthetic town of each pack, with 8 hours a day; the visits are invented
references on an invented map.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from fengqiao.cli.demo_setup import draw_town, month_of, open_demo, prepare_demo, record_town
from fengqiao.planning import Away, Plan, Visits, Wanted, verify
from fengqiao.timing import Span
from fengqiao.workspace import Workspace

PLACES = ("binhai", "gongxian", "laixi", "lanling", "wuhai")
pytestmark = pytest.mark.needs("time", "click", "rich", *(f"fengqiao_{place}" for place in PLACES))


@pytest.fixture(scope="module", params=PLACES)
def town(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Workspace]:
    """The synthetic town of a pack, with the month of its notice."""
    place = request.param
    demo = prepare_demo(place, month_of(place), 1, Path(tmp_path_factory.mktemp(place)))
    with open_demo(demo) as workspace:
        record_town(draw_town(demo, workspace), workspace, "en")
        yield workspace


def month(ws: Workspace) -> str:
    """The month of the notice."""
    return str(month_of(next(iter(ws.packs))))


def wanted(ws: Workspace, station: str) -> Visits:
    """As many references as are due to each subject at a station, some of them twice."""
    random = Random(7)  # noqa: S311  an invented map, the same each time
    due = {
        one.subject: one
        for one in ws.due(month(ws), station=station)
        if one.entry.startswith("visits.households") and one.reason is None
    }
    some = [
        Wanted(
            ref=f"{subject}-household-{number:03}",
            of=subject,
            serves=(item.entry,),
            minutes=item.minutes or 20,
            times=1 + (number % 10 == 0),
            gap=(7, None),
        )
        for subject, item in sorted(due.items())
        for number in range(min(item.due, 60))
    ]
    at = {one.ref: (random.randrange(4_000), random.randrange(4_000)) for one in some}
    return Visits(wanted=some, at=at, pace=70)


def stations(ws: Workspace) -> list[str]:
    """All stations of a town."""
    last = ws.due(month(ws)).period.last
    return sorted(ws.registers(Span(last, last)).table("station")["station"])


def whole(
    ws: Workspace, plan: Plan, station: str, visits: Visits | None, away: tuple[Away, ...] = ()
) -> None:
    """Nothing is wrong with a plan, and what did not fit names its clause."""
    asked = {"station": station, "away": away}
    items = tuple(ws.due(plan.period, on=plan.on, **asked))  # type: ignore[arg-type]  # as named
    found = verify(
        plan,
        items,
        ws.capacities(plan.period, **asked),  # type: ignore[arg-type]  # as named
        period=plan.period,
        calendar=ws.calendar,
        visits=visits,
    )
    assert [one.text() for one in found] == []
    assert plan.placed
    assert [one.item for one in plan.unplaced if not one.clause or not one.reason] == []


def test_each_station_has_a_month(town: Workspace) -> None:
    """Of the first three: every unit is placed, or left out with its reason and clause."""
    for station in stations(town)[:3]:
        whole(town, town.plan(month(town), station=station), station, None)


def test_a_station_has_a_month_with_rounds(town: Workspace) -> None:
    """Visits to households get a day and an order beside all else, and each is made or named."""
    station = stations(town)[0]
    visits = wanted(town, station)
    plan = town.plan(month(town), station=station, visits=visits, iterations=100)
    whole(town, plan, station, visits)
    times = sum(one.times for one in visits.wanted)
    assert plan.counts()["visits"] + plan.counts()["left"] == times


def test_a_month_with_leave_is_planned_again(town: Workspace) -> None:
    """One officer falls out for a week: the rest of the plan stays, and each move says why."""
    station = stations(town)[0]
    before = town.plan(month(town), station=station)
    staff, day = before.placed[0].staff, before.placed[0].day
    away = (Away(staff=staff, first=day, last=day),)
    found = town.replan(before, station=station, away=away)
    whole(town, found.plan, station, None, away)
    assert found.moves
    assert found.changed <= sum(
        one.units for one in before.placed if (one.staff, one.day) == (staff, day)
    )
