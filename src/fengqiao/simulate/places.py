"""Police rooms and grids of a synthetic town."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from fengqiao.model import Area, Grid, PoliceRoom, Premises
from fengqiao.simulate.organisation import ROOM_RULES, most_of
from fengqiao.simulate.premises import GATHERING_PLACES
from fengqiao.simulate.scenario import Scenario

_HOUSEHOLDS_OF_A_GRID = (300, 500)
_NAMED_ROOMS = 6
_PERCENT = 100
_LACKS_ROOM, _LACKS_BOX, _HAS_ROOM_AT_PREMISES = 6, 5, 60


def build_rooms(
    scenario: Scenario, served_by: Mapping[str, str], premises: Iterable[Premises]
) -> tuple[PoliceRoom, ...]:
    """A room in most communities and villages, and at some of the places where people gather.

    The first rooms of a drawn handful are named after an officer; a few have no suggestion box.
    """
    draw = scenario.draw("rooms")
    sites: list[tuple[str, str, str | None]] = [
        (code, station, None)
        for code, station in served_by.items()
        if draw.randrange(_PERCENT) >= _LACKS_ROOM
    ]
    sites += [
        (place.area, place.station, place.premises)
        for place in premises
        if place.kind in GATHERING_PLACES and draw.randrange(_PERCENT) < _HAS_ROOM_AT_PREMISES
    ]
    rules = scenario.known("rule_set", *ROOM_RULES)
    named = set(draw.sample(range(len(sites)), min(_NAMED_ROOMS, len(sites))))
    return tuple(
        PoliceRoom(
            room=f"R{number + 1:03}",
            station=station,
            area=code,
            premises=place,
            named=number in named,
            fittings=() if draw.randrange(_PERCENT) < _LACKS_BOX else ("suggestion_box",),
            rules=most_of(scenario.draw("rules", "room", number), rules),
            since=scenario.posted_on,
        )
        for number, (code, station, place) in enumerate(sites)
    )


def build_grids(
    scenario: Scenario, areas: Sequence[Area], served_by: Mapping[str, str]
) -> tuple[Grid, ...]:
    """Grids of 300 to 500 households; one grid where a village has fewer.

    Source:
        300 to 500 households: the size that grids commonly have, as in Gongxian's notice.
    """
    found: list[Grid] = []
    for area in areas:
        if area.area not in served_by or not area.households:
            continue
        target = scenario.draw("grids", area.area).randint(*_HOUSEHOLDS_OF_A_GRID)
        number = max(1, round(area.households / target))
        while area.households > number * _HOUSEHOLDS_OF_A_GRID[1]:
            number += 1
        share, left = divmod(area.households, number)
        for place in range(number):
            found.append(
                Grid(
                    grid=f"G{len(found) + 1:04}",
                    area=area.area,
                    station=served_by[area.area],
                    households=share + (place < left),
                    since=scenario.posted_on,
                )
            )
    return tuple(found)
