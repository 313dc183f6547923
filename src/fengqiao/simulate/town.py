"""The town itself: communities by code, stations, rooms, premises, grids, committees, posts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from attrs import frozen

from fengqiao.model import (
    Area,
    Assignment,
    Grid,
    MediationCommittee,
    PoliceRoom,
    Premises,
    Station,
    area_level,
    area_prefix,
)
from fengqiao.simulate.people import assign_posts
from fengqiao.simulate.places import build_grids, build_premises, build_rooms
from fengqiao.simulate.scenario import Scenario

_TOWN_DIGITS = 9
_HOUSEHOLDS = {"community": (400, 800), "village": (220, 600), "quasi": (60, 240)}
_RESIDENTS_PER_10_HOUSEHOLDS = (22, 29)
_ENDINGS = ("街道", "镇", "乡")


@frozen(kw_only=True, slots=False)
class Town:
    """A synthetic town as its registers show it.

    Attributes:
        scenario: What it was drawn from.
        served_by: Station by community or village code.
    """

    scenario: Scenario
    areas: tuple[Area, ...]
    stations: tuple[Station, ...]
    served_by: Mapping[str, str]
    rooms: tuple[PoliceRoom, ...]
    premises: tuple[Premises, ...]
    grids: tuple[Grid, ...]
    committees: tuple[MediationCommittee, ...]
    posts: tuple[Assignment, ...]

    @cached_property
    def posts_at(self) -> Mapping[str, tuple[Assignment, ...]]:
        """Posts of officers and auxiliaries by room."""
        found: dict[str, tuple[Assignment, ...]] = {}
        for post in self.posts:
            if post.room is not None:
                found[post.room] = (*found.get(post.room, ()), post)
        return found

    @cached_property
    def households(self) -> Mapping[str, int]:
        """Households by community or village code."""
        return {area.area: area.households or 0 for area in self.areas}


def build_town(scenario: Scenario) -> Town:
    """Draw a town.

    Args:
        scenario: Area rows, month, seed.

    Returns:
        Its registers. Areas are classed by the number in their code, never by name.
    """
    areas = tuple(_area(scenario, code, name) for code, name in sorted(scenario.areas))
    stations, serves = _stations(scenario, areas)
    settled = [a.area for a in areas if area_level(a.area) in ("community", "village")]
    settled = [code for code in settled if code[:_TOWN_DIGITS] in serves]
    served_by = {code: serves[code[:_TOWN_DIGITS]] for code in settled}
    premises = build_premises(scenario, served_by)
    rooms = build_rooms(scenario, served_by, premises)
    grids = build_grids(scenario, areas, served_by)
    return Town(
        scenario=scenario,
        areas=areas,
        stations=stations,
        served_by=served_by,
        rooms=rooms,
        premises=premises,
        grids=grids,
        committees=_committees(scenario, settled),
        posts=assign_posts(scenario, stations, rooms, grids),
    )


def _area(scenario: Scenario, code: str, name: str) -> Area:
    level = area_level(code)
    bounds = _HOUSEHOLDS.get(level) if len(code) > _TOWN_DIGITS else None
    households = residents = None
    if bounds:
        draw = scenario.draw("area", code)
        households = draw.randint(*bounds)
        residents = households * draw.randint(*_RESIDENTS_PER_10_HOUSEHOLDS) // 10
    return Area(
        area=code,
        name=name,
        households=households,
        resident_count=residents,
        since=scenario.posted_on,
    )


def _stations(
    scenario: Scenario, areas: tuple[Area, ...]
) -> tuple[tuple[Station, ...], Mapping[str, str]]:
    """Stations in the towns with most communities, in code order, and the station of each town.

    A town without one is served by its neighbour: the town with the nearest code in the county.
    """
    towns = {a.area: a.name for a in areas if len(a.area) == _TOWN_DIGITS}
    count = {town: sum(a.area.startswith(town) and a.area != town for a in areas) for town in towns}
    proper = [town for town in towns if area_level(town) == "town" and count[town]]
    seats = sorted(sorted(proper, key=lambda town: (-count[town], town))[: scenario.stations])
    stations = tuple(
        Station(
            station=f"ST{number:02}",
            name=_station_name(towns[seat]),
            area=seat,
            since=scenario.posted_on,
        )
        for number, seat in enumerate(seats, 1)
    )
    at = {station.area: station.station for station in stations}
    return stations, {town: at[_nearest(town, seats)] for town in towns if seats}


def _nearest(town: str, seats: list[str]) -> str:
    county = area_prefix(town[:6])
    return min(seats, key=lambda seat: (seat[:6] != county, abs(int(seat) - int(town)), seat))


def _station_name(town: str) -> str:
    ending = next((end for end in _ENDINGS if town.endswith(end) and len(town) > len(end) + 1), "")
    return f"{town.removesuffix(ending)}派出所"


def _committees(scenario: Scenario, codes: list[str]) -> tuple[MediationCommittee, ...]:
    """One mediation committee for each community and village; a few too small or too large."""
    draw = scenario.draw("committees")
    return tuple(
        MediationCommittee(
            committee=f"M{number:03}",
            area=code,
            members=draw.choices((2, 3, 5, 7, 9, 10), (2, 14, 40, 34, 8, 2))[0],
            since=scenario.posted_on,
        )
        for number, code in enumerate(codes, 1)
    )
