"""The town itself: areas by code, and everything that its registers hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from attrs import frozen

from fengqiao.model import (
    Area,
    Assignment,
    Body,
    Facility,
    Grid,
    MediationCommittee,
    PolicePost,
    PoliceRoom,
    Premises,
    Station,
    Team,
    area_level,
)
from fengqiao.simulate.organisation import (
    build_bodies,
    build_facilities,
    build_police_posts,
    build_teams,
)
from fengqiao.simulate.people import assign_posts
from fengqiao.simulate.places import build_grids, build_rooms
from fengqiao.simulate.premises import build_premises
from fengqiao.simulate.scenario import Scenario
from fengqiao.simulate.stations import build_stations

_TOWN_DIGITS = 9
_HOUSEHOLDS = {"community": (400, 800), "village": (220, 600), "quasi": (60, 240)}
_RESIDENTS_PER_10_HOUSEHOLDS = (22, 29)


@frozen(kw_only=True, slots=False)
class Town:
    """A synthetic town as its registers show it.

    Attributes:
        scenario: What it was drawn from.
        served_by: Station by community or village code.
    """

    scenario: Scenario
    areas: tuple[Area, ...]
    bodies: tuple[Body, ...]
    stations: tuple[Station, ...]
    police_posts: tuple[PolicePost, ...]
    served_by: Mapping[str, str]
    facilities: tuple[Facility, ...]
    teams: tuple[Team, ...]
    rooms: tuple[PoliceRoom, ...]
    premises: tuple[Premises, ...]
    grids: tuple[Grid, ...]
    committees: tuple[MediationCommittee, ...]
    posts: tuple[Assignment, ...]

    @cached_property
    def posts_at(self) -> Mapping[str, tuple[Assignment, ...]]:
        """Posts of officers and auxiliaries by room."""
        return _grouped((post.room, post) for post in self.posts)

    @cached_property
    def posts_in(self) -> Mapping[str, tuple[Assignment, ...]]:
        """Posts by community or village."""
        return _grouped((post.area, post) for post in self.posts)

    @cached_property
    def posts_of(self) -> Mapping[str, tuple[Assignment, ...]]:
        """Posts by station."""
        return _grouped((post.station, post) for post in self.posts)

    @cached_property
    def fittings(self) -> Mapping[str, tuple[str, ...]]:
        """What each police room is fitted with."""
        return {room.room: room.fittings or () for room in self.rooms}

    @cached_property
    def households(self) -> Mapping[str, int]:
        """Households by community or village code."""
        return {area.area: area.households or 0 for area in self.areas}


def _grouped(
    pairs: Iterable[tuple[str | None, Assignment]],
) -> Mapping[str, tuple[Assignment, ...]]:
    found: dict[str, list[Assignment]] = {}
    for place, post in pairs:
        if place is not None:
            found.setdefault(place, []).append(post)
    return {place: tuple(posts) for place, posts in found.items()}


def build_town(scenario: Scenario) -> Town:
    """Draw a town.

    Args:
        scenario: Area rows, month, seed.

    Returns:
        Its registers. Areas are classed by the number in their code, never by name.
    """
    areas = tuple(_area(scenario, code, name) for code, name in sorted(scenario.areas))
    stations, serves = build_stations(scenario, areas)
    settled = [a.area for a in areas if area_level(a.area) in ("community", "village")]
    settled = [code for code in settled if code[:_TOWN_DIGITS] in serves]
    served_by = {code: serves[code[:_TOWN_DIGITS]] for code in settled}
    premises = build_premises(scenario, served_by)
    rooms = build_rooms(scenario, served_by, premises)
    grids = build_grids(scenario, areas, served_by)
    police_posts = build_police_posts(scenario, stations)
    return Town(
        scenario=scenario,
        areas=areas,
        bodies=build_bodies(scenario, areas),
        stations=stations,
        police_posts=police_posts,
        served_by=served_by,
        facilities=build_facilities(scenario, areas, stations, served_by),
        teams=build_teams(scenario, areas, served_by),
        rooms=rooms,
        premises=premises,
        grids=grids,
        committees=_committees(scenario, settled),
        posts=assign_posts(scenario, stations, police_posts, rooms, grids),
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
