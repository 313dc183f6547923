"""Police stations of a synthetic town, and which of them serves each street and town."""

from __future__ import annotations

from collections.abc import Mapping

from fengqiao.model import Area, Station, area_level, area_prefix
from fengqiao.simulate.organisation import STATION_RULES, most_of
from fengqiao.simulate.scenario import Scenario

_TOWN_DIGITS = 9
_ENDINGS = ("街道", "镇", "乡")


def build_stations(
    scenario: Scenario, areas: tuple[Area, ...]
) -> tuple[tuple[Station, ...], Mapping[str, str]]:
    """Stations in the towns with most communities, in code order, and the station of each town.

    A town without one is served by its neighbour: the town with the nearest code in the county.
    """
    towns = {a.area: a.name for a in areas if len(a.area) == _TOWN_DIGITS}
    count = {town: sum(a.area.startswith(town) and a.area != town for a in areas) for town in towns}
    proper = [town for town in towns if area_level(town) == "town" and count[town]]
    seats = sorted(sorted(proper, key=lambda town: (-count[town], town))[: scenario.stations])
    rules = scenario.known("rule_set", *STATION_RULES)
    stations = tuple(
        Station(
            station=f"ST{number:02}",
            name=_station_name(towns[seat]),
            area=seat,
            units=most_of(scenario.draw("units", seat), scenario.known("station_unit")),
            rules=most_of(scenario.draw("rules", seat), rules),
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
