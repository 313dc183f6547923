"""A month of visits of a whole city: 16 stations, 100 officers, 8,000 visits.

Each station is planned for itself, by `plan_stations`: here, and on two other processes. Rounds of
every station pass `check_rounds`, or the run ends with what is wrong.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime
from math import atan2
from random import Random

from rounds import Contender, Contest, Size, main

import fengqiao
from fengqiao.model import Area, Assignment, PoliceRoom, Station
from fengqiao.planning import Plan, Visits, Wanted
from fengqiao.planning.rounds import (
    ITERATIONS,
    Rounds,
    RoundsProblem,
    check_rounds,
    solve_rounds,
)
from fengqiao.testing.rounds import hamlet_places
from fengqiao.testing.small import SMALL_PACK
from fengqiao.workspace import Workspace

SINCE = date(2018, 1, 1)
KNOWN_AT = datetime(2018, 1, 1, tzinfo=UTC)
MONTH = "2018-07"
SIDE = 4000
"""Metres of the square that a station looks after."""
PACE = 70
"""Metres a minute."""
GAPS = {1: (1, None), 2: (10, 20), 4: (5, 10)}
CONFIG = {
    "planning": {"hours": "8 hours", "starts": "09:00"},
    "testtown": {"visits.households.minutes": "15 minutes"},
}


def contests(size: Size) -> Iterator[Contest]:
    """Seconds, then metres."""
    stations, officers = (2, 3) if size.is_tiny else (16, 100)
    counts = (12, 4, 2) if size.is_tiny else (200, 90, 30)
    iterations = 20 if size.is_tiny else ITERATIONS
    with fengqiao.open_workspace("memory:", packs=[SMALL_PACK], config=CONFIG) as workspace:
        posts = record_city(workspace, stations, officers)
        visits = {
            station: visits_of(staff, counts, seed=size.seed + number)
            for number, (station, staff) in enumerate(posts.items())
        }
        wanted = sum(one.times for some in visits.values() for one in some.wanted)
        said = f"{stations} stations, {officers} officers, {wanted:,} visits, seed {size.seed}"
        yield _seconds(said, workspace, visits, iterations)
        yield Contest(
            title="Metres walked in a city's month",
            instance=f"{said}; a visit left out counts {SIDE:,} m",
            unit="m",
            contenders=[
                Contender(name=name, run=_metres(workspace, visits, changes))
                for name, changes in (("put in", 0), (f"{iterations:,} changes", iterations))
            ],
            measures="figure",
        )


def _seconds(
    said: str, workspace: Workspace, visits: dict[str, Visits], iterations: int
) -> Contest:
    def here() -> float:
        begun = time.perf_counter()
        _whole(workspace.plan_stations(MONTH, visits=visits, solver=checked, iterations=iterations))
        return time.perf_counter() - begun

    def beside() -> float:
        begun = time.perf_counter()
        with ProcessPoolExecutor(max_workers=2) as executor:
            plans = workspace.plan_stations(
                MONTH, visits=visits, solver=checked, iterations=iterations, executor=executor
            )
        _whole(plans)
        return time.perf_counter() - begun

    return Contest(
        title="Plan a city's month",
        instance=f"{said}; {iterations:,} changes a station",
        unit="s",
        contenders=[
            Contender(name="one process", run=here),
            Contender(name="two more processes", run=beside),
        ],
        measures="figure",
    )


def _whole(plans: dict[str, Plan]) -> None:
    """Refuse plans that hold no rounds."""
    if not all(any(block.refs for block in plan.placed) for plan in plans.values()):
        raise RuntimeError("a station has no rounds")


def _metres(
    workspace: Workspace, visits: dict[str, Visits], iterations: int
) -> Callable[[], float]:
    def run() -> float:
        found: list[int] = []

        def noting(problem: RoundsProblem, **given: object) -> Rounds:
            rounds = checked(problem, **given)
            found.append(rounds.metres + SIDE * sum(one.units for one in rounds.missed))
            return rounds

        workspace.plan_stations(MONTH, visits=visits, solver=noting, iterations=iterations)
        return sum(found)

    return run


def checked(problem: RoundsProblem, **given: object) -> Rounds:
    """The built-in solver's rounds, after a look at them."""
    rounds = solve_rounds(problem, **given)  # type: ignore[arg-type]  # what a solver is given
    if wrong := check_rounds(problem, rounds):
        raise RuntimeError(wrong[0].text())
    return rounds


def record_city(workspace: Workspace, stations: int, officers: int) -> dict[str, list[str]]:
    """Record stations, and community officers evenly over them; return who is where."""
    posts: dict[str, list[str]] = {f"ST{number:02}": [] for number in range(1, stations + 1)}
    areas = [Area(area="990001001", name="东街道", since=SINCE)]
    rooms, assignments = [], []
    for number in range(officers):
        station = f"ST{1 + number % stations:02}"
        staff, room, code = f"S{number:03}", f"R{number:03}", f"990001001{1 + number:03}"
        posts[station].append(staff)
        areas.append(Area(area=code, name=f"社区{number}", since=SINCE))
        rooms.append(PoliceRoom(room=room, station=station, area=code, named=False, since=SINCE))
        assignments.append(
            Assignment(
                staff=staff,
                role="community_officer",
                station=station,
                area=code,
                room=room,
                full_time=True,
                since=SINCE,
            )
        )
    places = [
        Station(station=station, name=f"派出所{station}", area=areas[number].area, since=SINCE)
        for number, station in enumerate(posts)
    ]
    for objects in (areas, places, rooms, assignments):
        workspace.record(objects, known_at=KNOWN_AT)
    workspace.declare({"visit": SINCE, "meeting.community": SINCE}, known_at=KNOWN_AT)
    return posts


def visits_of(staff: list[str], counts: tuple[int, int, int], *, seed: int) -> Visits:
    """Households of a station, each sector one officer's; to be visited once, twice, four times."""
    seeded = Random(seed)
    places = hamlet_places(seeded, sum(counts), SIDE)
    times = [number for number, count in zip(GAPS, counts, strict=True) for _ in range(count)]
    seeded.shuffle(times)
    (east, north), homes = places[0], places[1:]
    around = sorted(
        range(len(homes)), key=lambda one: atan2(homes[one][1] - north, homes[one][0] - east)
    )
    officer = {one: staff[at * len(staff) // len(homes)] for at, one in enumerate(around)}
    return Visits(
        wanted=tuple(
            Wanted(
                ref=f"house{one:04}",
                of=officer[one],
                minutes=(10, 12, 15, 20)[seeded.randrange(4)],
                times=wanted,
                gap=GAPS[wanted],
            )
            for one, wanted in enumerate(times)
        ),
        at={
            **{f"house{one:04}": (float(x), float(y)) for one, (x, y) in enumerate(homes)},
            "room": (float(east), float(north)),
        },
        base=dict.fromkeys(staff, "room"),
        pace=PACE,
    )


if __name__ == "__main__":
    main(__file__, contests, packages=("fengqiao",), least=1)
