"""Plans of what can't be: each a clear answer, nothing lost in silence, in Python and in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao.errors import RequestError
from fengqiao.model import Station
from fengqiao.planning import Plan, Visits, Wanted, for_each, verify
from fengqiao.testing.small import SMALL_PACK, small_city
from fengqiao.timing import Span
from fengqiao.workspace import Workspace

EVE = date(2018, 6, 30)
KNOWN = datetime(2018, 8, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
REFS = tuple(f"household{number:03}" for number in range(6))
CONFIG: Mapping[str, Any] = {
    "format": 1,
    "planning": {"hours": "8 hours", "starts": "09:00", "pace": 70},
    "testtown": {"visits.households.minutes": "20 minutes"},
}


@pytest.fixture
def town() -> Iterator[Callable[..., Workspace]]:
    """Opens the small town; S02 owes three visits in July 2018."""
    opened: list[Workspace] = []

    def town(**planning: str) -> Workspace:
        config = {**CONFIG, "planning": {**CONFIG["planning"], **planning}}
        config["planning"] = {name: value for name, value in config["planning"].items() if value}
        ws = fengqiao.open_workspace("memory:", packs=[SMALL_PACK], config=config)
        opened.append(ws)
        small_city(ws)
        return ws

    yield town
    for ws in opened:
        ws.close()


def planned(ws: Workspace, visits: Visits) -> Plan:
    """A plan of July that the verifier has looked at, with every visit made or left."""
    plan = ws.plan("2018-07", on=EVE, visits=visits, iterations=10)
    items, staff = tuple(ws.due("2018-07", on=EVE)), ws.capacities("2018-07")
    wrong = verify(
        plan, items, staff, period=plan.period, calendar=ws.calendar, visits=visits, pace=70
    )
    assert [one.text() for one in wrong] == []
    counts = plan.counts()
    assert counts["visits"] + counts["left"] == sum(one.times for one in visits.wanted)
    return plan


def split(names: Sequence[str]) -> list[list[int | None]]:
    """Ways among the first three, and among the others; none between both."""
    sides = [name < REFS[3] for name in names]
    return [[0 if one == other else None for other in sides] for one in sides]


HARD: Mapping[str, tuple[Visits, dict[str, int]]] = {
    "a window that holds fewer visits than wanted": (
        Visits(wanted=[Wanted(ref=REFS[0], of="S02", times=6, gap=(7, None))]),
        {"no_spacing": 1},
    ),
    "a season without a working day": (
        Visits(
            wanted=[
                Wanted(ref=REFS[0], of="S02", during=[Span(date(2018, 7, 7), date(2018, 7, 8))])
            ]
        ),
        {"no_slot": 1},
    ),
    "a place that nobody gave": (
        Visits(wanted=for_each(REFS[:2], of="S02"), at={REFS[0]: (0, 0)}),
        {"no_place": 1},
    ),
    "a way that leads nowhere": (
        Visits(wanted=for_each(REFS, of="S02"), travel=split, base={"S02": REFS[0]}),
        {"unreachable": 3},
    ),
    "a place too far for a day": (
        Visits(
            wanted=for_each(REFS[:1], of="S02"),
            at={REFS[0]: (0, 0), "base": (20_000, 0)},
            base={"S02": "base"},
        ),
        {"too_far": 1},
    ),
    "visits of somebody who owes none": (
        Visits(wanted=for_each(REFS[:1], of="S03")),
        {"no_item": 1},
    ),
}


@pytest.mark.parametrize("case", HARD)
def test_what_cannot_be_visited_says_why(town: Callable[..., Workspace], case: str) -> None:
    """Each visit that no day can hold is left with its reason; the others are made."""
    visits, reasons = HARD[case]
    found: dict[str, int] = {}
    for one in planned(town(), visits).left:
        found[one.reason] = found.get(one.reason, 0) + one.times
    assert found == reasons


def test_ten_times_the_demand_is_planned_as_far_as_it_goes(
    town: Callable[..., Workspace],
) -> None:
    """An hour a day for 22 days, and 220 visits of an hour: 22 are made, 198 have no time."""
    some = [f"household{number:03}" for number in range(220)]
    visits = Visits(wanted=for_each(some, of="S02", minutes=60))
    plan = planned(town(hours="1 hour"), visits)
    assert (plan.counts()["visits"], {one.reason for one in plan.left}) == (22, {"no_time"})


def test_without_hours_each_item_says_so(town: Callable[..., Workspace]) -> None:
    """Nothing is placed, and nothing is lost."""
    plan = town(hours="").plan("2018-07", on=EVE)
    assert (plan.placed, {one.reason for one in plan.unplaced}) == ((), {"no_hours"})


def test_a_station_without_staff_owes_nothing_of_its_own(town: Callable[..., Workspace]) -> None:
    """Its plan is empty, as are its burden and its need."""
    ws = town()
    ws.record(
        Station(station="ST09", name="Nine", area="990001001001", since=date(2018, 1, 1)),
        known_at=KNOWN,
    )
    plan = ws.plan("2018-07", on=EVE, station="ST09")
    assert (plan.placed, plan.unplaced) == ((), ())
    assert (
        ws.burden("2018-07", station="ST09").minutes,
        ws.need("2018-07", station="ST09").roles,
    ) == (0, ())


def square(value: object) -> Callable[[Sequence[str]], Any]:
    """A travel function that says one thing of every way."""
    return lambda names: [[value] * len(names) for _ in names]


BAD_TRAVEL: Mapping[str, tuple[Callable[[Sequence[str]], Any], str]] = {
    "negative": (square(-1), "visits.travel_number"),
    "absurd": (square(10**9), "visits.travel_number"),
    "no number": (
        lambda names: [[float("nan")] * len(names) for _ in names],
        "visits.travel_number",
    ),
    "infinite": (
        lambda names: [[float("inf")] * len(names) for _ in names],
        "visits.travel_number",
    ),
    "words": (square("far"), "visits.travel_number"),
    "too few rows": (lambda _names: [[0]], "visits.travel_shape"),
    "nothing": (lambda _names: None, "visits.travel_shape"),
}


@pytest.mark.parametrize("case", BAD_TRAVEL)
def test_ways_that_cannot_be_are_refused(town: Callable[..., Workspace], case: str) -> None:
    """Negative, absurd, endless or no numbers: no plan is made of them."""
    travel, code = BAD_TRAVEL[case]
    with pytest.raises(RequestError) as refused:
        town().plan(
            "2018-07", on=EVE, visits=Visits(wanted=for_each(REFS, of="S02"), travel=travel)
        )
    assert refused.value.code == code


def test_a_base_that_nobody_gave_is_refused() -> None:
    """The ways from it can't be known."""
    with pytest.raises(RequestError) as refused:
        Visits(wanted=for_each(REFS[:1], of="S02"), at={REFS[0]: (0, 0)}, base={"S02": "nowhere"})
    assert refused.value.code == "visits.base"


@pytest.mark.parametrize(
    "ask",
    [
        lambda ws: ws.plan("2018-07", station="ST99"),
        lambda ws: ws.burden("2018-07", station="ST99"),
        lambda ws: ws.need("2018-07", station="ST99"),
        lambda ws: ws.replan(ws.plan("2018-07"), station="ST99"),
        lambda ws: ws.abstractions("2018-07", station="ST99"),
        lambda ws: ws.capacities("2018-07", station="ST99"),
    ],
    ids=["plan", "burden", "need", "replan", "abstractions", "capacities"],
)
def test_an_unknown_station_is_refused(
    town: Callable[..., Workspace], ask: Callable[[Workspace], object]
) -> None:
    """An empty answer would look as if it had nothing to do."""
    with pytest.raises(RequestError) as refused:
        ask(town())
    assert refused.value.code == "request.no_station"
