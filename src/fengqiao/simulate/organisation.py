"""How a synthetic town is organised: bureaux, police posts, facilities, teams and societies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from fengqiao.model import Area, Body, Facility, PolicePost, Station, Team, area_level
from fengqiao.simulate.scenario import Scenario

STATION_RULES = ("community_officer_assessment",)
ROOM_RULES = ("auxiliary_assessment",)
"""Rules that a station or a police room has for itself; all others are a bureau's."""

_PERCENT = 100
_LACKS_SOMETHING = 12
_POSTS = ((0, 1, 2), (30, 50, 20))
_NAMED_MEDIATION_ROOMS = 2
"""Mediation rooms named after somebody: Wuhai's order of 2018, 七(五)."""
_HAS = {"mediation_room": 85, "experience_hall": 20, "law_park": 25}
"""How many communities of a hundred have such a facility."""
_SERVICE_POINTS = ((0, 1, 2, 3), (10, 45, 30, 15))
_WITHOUT_NUMBERS = ("party_group",)
_TEAMS = (3, 6)
_MEMBERS = (5, 30)
_SOCIETIES = 5
_OF_A_CITY = ("society", "party_group")
"""Societies and their Party groups; all other teams belong to communities."""


def most_of(draw: Random, words: Sequence[str]) -> tuple[str, ...]:
    """Words of a list: all of them, or now and then all but one."""
    lacking = draw.choice(words) if words and draw.randrange(_PERCENT) < _LACKS_SOMETHING else None
    return tuple(word for word in words if word != lacking)


def build_bodies(scenario: Scenario, areas: Sequence[Area]) -> tuple[Body, ...]:
    """A bureau for the city and one for each county."""
    own = {*STATION_RULES, *ROOM_RULES}
    rules = [word for word in scenario.known("rule_set") if word not in own]
    levels = [area for area in areas if area_level(area.area) in ("city", "county")]
    return tuple(
        Body(
            body=f"BUR{number:02}",
            kind="bureau",
            area=area.area,
            channels=most_of(scenario.draw("channels", area.area), scenario.known("channel")),
            rules=most_of(scenario.draw("rules", area.area), rules),
            since=scenario.posted_on,
        )
        for number, area in enumerate(levels, 1)
    )


def build_police_posts(scenario: Scenario, stations: Sequence[Station]) -> tuple[PolicePost, ...]:
    """None, one or two police posts of each station."""
    found: list[PolicePost] = []
    for station in stations:
        for _ in range(scenario.draw("police_posts", station.station).choices(*_POSTS)[0]):
            found.append(
                PolicePost(
                    post=f"PP{len(found) + 1:02}",
                    station=station.station,
                    area=station.area,
                    since=scenario.posted_on,
                )
            )
    return tuple(found)


def build_facilities(
    scenario: Scenario,
    areas: Sequence[Area],
    stations: Sequence[Station],
    served_by: Mapping[str, str],
) -> tuple[Facility, ...]:
    """Mediation rooms and more in communities, service points, a centre for the city."""
    sites = [*_in_communities(scenario, served_by), *_at_stations(scenario, stations)]
    sites += [
        ("governance_centre", None, area.area)
        for area in areas
        if area_level(area.area) in ("city", "county")
    ]
    kinds = scenario.known("facility_kind")
    sites = [site for site in sites if site[0] in kinds]
    rooms = [number for number, site in enumerate(sites) if site[0] == "mediation_room"]
    draw = scenario.draw("named_mediation_rooms")
    named = set(draw.sample(rooms, min(_NAMED_MEDIATION_ROOMS, len(rooms))))
    return tuple(
        Facility(
            facility=f"F{number + 1:03}",
            kind=kind,
            station=station,
            area=area,
            named=number in named,
            since=scenario.posted_on,
        )
        for number, (kind, station, area) in enumerate(sites)
    )


def _in_communities(
    scenario: Scenario, served_by: Mapping[str, str]
) -> Iterator[tuple[str, str | None, str]]:
    for code, station in served_by.items():
        draw = scenario.draw("facilities", code)
        for kind, share in _HAS.items():
            if draw.randrange(_PERCENT) < share:
                yield kind, station, code


def _at_stations(
    scenario: Scenario, stations: Sequence[Station]
) -> Iterator[tuple[str, str | None, str]]:
    for station in stations:
        draw = scenario.draw("service_points", station.station)
        for _ in range(draw.choices(*_SERVICE_POINTS)[0]):
            yield "service_point", station.station, station.area


def build_teams(
    scenario: Scenario, areas: Sequence[Area], served_by: Mapping[str, str]
) -> tuple[Team, ...]:
    """Volunteer teams of several kinds in each community, and societies of the city."""
    kinds = [kind for kind in scenario.known("team_kind") if kind not in _OF_A_CITY]
    found: list[tuple[str, str]] = []
    for code in served_by:
        draw = scenario.draw("teams", code)
        found += (
            (kind, code) for kind in draw.sample(kinds, min(len(kinds), draw.randint(*_TEAMS)))
        )
    cities = [area.area for area in areas if area_level(area.area) == "city"]
    societies = scenario.known("team_kind", *_OF_A_CITY) * _SOCIETIES
    found += ((kind, code) for code in cities for kind in societies)
    return tuple(
        Team(
            team=f"TM{number:03}",
            kind=kind,
            area=code,
            members=None
            if kind in _WITHOUT_NUMBERS
            else scenario.draw("members", number).randint(*_MEMBERS),
            since=scenario.posted_on,
        )
        for number, (kind, code) in enumerate(found, 1)
    )
