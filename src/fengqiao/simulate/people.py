"""Posts of a synthetic town: opaque staff ids, their roles, rooms and grids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import count
from random import Random

from attrs import evolve, field, frozen

from fengqiao.model import Assignment, Grid, PolicePost, PoliceRoom, Station
from fengqiao.simulate.scenario import Scenario

_HANDED_OVER_ON_DAY = 16
_HANDOVERS = 2
_LEADERS = ("station_leader", "deputy_station_leader")
_MINIMUM_OTHERS = 6
_AUXILIARY_DEPUTIES = 3
"""Of five deputies so many are auxiliaries, where there are any; the others are cadres."""


@frozen(kw_only=True)
class _Spot:
    """Where a post is held."""

    area: str | None = None
    room: str | None = None
    grid: str | None = None
    post: str | None = None


@frozen
class _Desk:
    """Hands out posts, with fresh staff ids."""

    since: date
    numbers: Iterator[int] = field(factory=lambda: count(1))

    def staff(self) -> str:
        return f"W{next(self.numbers):04}"

    def post(
        self,
        role: str,
        station: str,
        spot: _Spot,
        *,
        staff: str | None = None,
        full_time: bool = True,
    ) -> Assignment:
        return Assignment(
            staff=staff or self.staff(),
            role=role,
            station=station,
            area=spot.area,
            room=spot.room,
            grid=spot.grid,
            post=spot.post,
            full_time=full_time,
            since=self.since,
        )


def assign_posts(
    scenario: Scenario,
    stations: Sequence[Station],
    police_posts: Sequence[PolicePost],
    rooms: Sequence[PoliceRoom],
    grids: Sequence[Grid],
) -> tuple[Assignment, ...]:
    """Fill the posts of stations, police posts, rooms and grids, station by station.

    Each station has a leader and a deputy, each police post a leader of its own.
    Most rooms have one or two officers and two or three auxiliaries, and most grids the lead,
    deputy and worker that they should have; a few have not. In two rooms the officer changes in
    the middle of the month.
    """
    desk = _Desk(scenario.posted_on)
    posts: list[Assignment] = []
    for station in stations:
        own_rooms = [room for room in rooms if room.station == station.station]
        staffed = [post for room in own_rooms for post in _room_posts(scenario, desk, room)]
        community = sum(post.role == "community_officer" for post in staffed)
        others = _other_officers(scenario, station.station, community)
        own_posts = [one for one in police_posts if one.station == station.station]
        posts += staffed
        posts += _officers(desk, station.station, own_posts, others)
        own_grids = (grid for grid in grids if grid.station == station.station)
        posts += _grid_posts(scenario, desk, own_grids, _by_area(staffed))
    return tuple(_handed_over(scenario, desk, posts))


def _room_posts(scenario: Scenario, desk: _Desk, room: PoliceRoom) -> Iterator[Assignment]:
    """Officers and auxiliaries of a room; at premises one officer is enough."""
    draw = scenario.draw("staff", room.room)
    spot = _Spot(area=room.area, room=room.room)
    at_premises = room.premises is not None
    for _ in range(1 if at_premises else draw.choices((0, 1, 2, 3), (2, 66, 30, 2))[0]):
        full_time = draw.randrange(10) > 0
        yield desk.post("community_officer", room.station, spot, full_time=full_time)
    for _ in range(draw.choices((1, 2, 3, 4), (8, 58, 31, 3))[0]):
        yield desk.post("auxiliary_officer", room.station, spot)


def _other_officers(scenario: Scenario, station: str, community: int) -> int:
    """So many other officers that community officers are between a third and a half of all."""
    share = scenario.draw("strength", station).randint(34, 52)
    return max(_MINIMUM_OTHERS, community * 100 // share - community)


def _officers(
    desk: _Desk, station: str, police_posts: Sequence[PolicePost], others: int
) -> Iterator[Assignment]:
    """Those who lead, then the other officers."""
    for role in _LEADERS:
        yield desk.post(role, station, _Spot())
    for one in police_posts:
        yield desk.post("post_leader", station, _Spot(post=one.post))
    for _ in range(others - len(_LEADERS) - len(police_posts)):
        yield desk.post("officer", station, _Spot())


def _by_area(posts: Iterable[Assignment]) -> Mapping[str, Mapping[str, list[str]]]:
    """Staff of communities by code, then role."""
    found: dict[str, dict[str, list[str]]] = {}
    for post in posts:
        found.setdefault(post.area or "", {}).setdefault(post.role, []).append(post.staff)
    return found


def _grid_posts(
    scenario: Scenario,
    desk: _Desk,
    grids: Iterable[Grid],
    staff: Mapping[str, Mapping[str, list[str]]],
) -> Iterator[Assignment]:
    """Lead, deputy and worker of each grid; the two latter live on the spot."""
    cadres: dict[str, str] = {}
    for grid in grids:
        draw = scenario.draw("grid", grid.grid)
        here = staff.get(grid.area, {})
        spot, station = _Spot(area=grid.area, grid=grid.grid), grid.station
        lead = _lead(draw, here)
        if lead:
            yield desk.post("grid_lead", station, spot, staff=lead, full_time=False)
        deputies = here.get("auxiliary_officer", ())
        if deputies and draw.randrange(5) < _AUXILIARY_DEPUTIES:
            deputy = draw.choice(deputies)
        else:
            if grid.area not in cadres:
                cadres[grid.area] = desk.staff()
                home = _Spot(area=grid.area)
                yield desk.post("community_cadre", station, home, staff=cadres[grid.area])
            deputy = cadres[grid.area]
        yield desk.post("deputy_grid_lead", station, spot, staff=deputy, full_time=False)
        worker = desk.post("grid_worker", station, spot)
        yield worker
        if draw.randrange(4) == 0:
            yield desk.post("safety_volunteer", station, spot, staff=worker.staff)


def _lead(draw: Random, here: Mapping[str, list[str]]) -> str | None:
    """A community officer; now and then an auxiliary stands in, or nobody."""
    officers, auxiliaries = here.get("community_officer"), here.get("auxiliary_officer")
    if officers and draw.randrange(20) > 0:
        return draw.choice(officers)
    return draw.choice(auxiliaries) if auxiliaries and draw.randrange(2) else None


def _handed_over(
    scenario: Scenario, desk: _Desk, posts: Sequence[Assignment]
) -> Iterator[Assignment]:
    """The posts, two of them held by one officer until mid-month and by another from then on."""
    day = scenario.month.first.replace(day=_HANDED_OVER_ON_DAY)
    officers = [post for post in posts if post.role == "community_officer"]
    in_room = Counter(post.room for post in officers)
    alone = [post.staff for post in officers if in_room[post.room] == 1]
    leaving = scenario.draw("handover").sample(alone, min(_HANDOVERS, len(alone)))
    successors = {staff: desk.staff() for staff in sorted(leaving)}
    for post in posts:
        if post.staff in successors:
            yield evolve(post, until=date.fromordinal(day.toordinal() - 1))
            yield evolve(post, staff=successors[post.staff], since=day)
        else:
            yield post
