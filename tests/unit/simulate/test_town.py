from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from fengqiao.model import area_level
from fengqiao.simulate import Scenario, Town, build_town


def test_stations_stand_in_the_towns_with_most_communities_in_code_order(town: Town) -> None:
    """001 has five communities, 101 four villages and a quasi-community, the others fewer."""
    assert [station.area[6:] for station in town.stations] == ["001", "101"]


def test_station_is_named_after_its_street(town: Town) -> None:
    """The street's name without its kind, and the word for station."""
    assert town.stations[0].name == "东门派出所"


def test_town_without_a_station_is_served_by_its_neighbour(town: Town) -> None:
    """Street 002 lies next to 001."""
    assert town.served_by["990101002001"] == "ST01"


def test_quasi_communities_have_no_station_room_or_grid(town: Town) -> None:
    """Only residents' and villagers' committees are served, by the number in their code."""
    codes = {*town.served_by, *(r.area for r in town.rooms), *(g.area for g in town.grids)}
    assert {area_level(code) for code in codes} == {"community", "village"}


def test_grids_have_at_most_500_households(town: Town) -> None:
    """300 to 500 is the usual size; a village with fewer is one grid."""
    assert max(grid.households or 0 for grid in town.grids) <= 500


def test_grids_add_up_to_the_households_of_their_community(town: Town) -> None:
    """No household is left out or counted twice."""
    sums: Counter[str] = Counter()
    for grid in town.grids:
        sums[grid.area] += grid.households or 0
    assert dict(sums) == {code: town.households[code] for code in town.served_by}


def test_same_seed_gives_the_same_town(make_scenario: Callable[..., Scenario], town: Town) -> None:
    """Everything follows from the scenario."""
    assert build_town(make_scenario()) == town


@pytest.mark.parametrize("part", ["rooms", "posts", "areas"])
def test_another_seed_gives_another_town(
    make_scenario: Callable[..., Scenario], town: Town, part: str
) -> None:
    """The seed reaches every part."""
    assert getattr(build_town(make_scenario(seed=8)), part) != getattr(town, part)


def test_more_stations_than_towns_gives_one_each(make_scenario: Callable[..., Scenario]) -> None:
    """Four towns have communities, so there are four stations however many are asked for."""
    assert len(build_town(make_scenario(stations=16)).stations) == 4


def test_areas_without_a_town_give_a_town_without_stations(
    make_scenario: Callable[..., Scenario],
) -> None:
    """Nothing is served where no town level is known."""
    town = build_town(make_scenario(areas=(("990101001001", "某居委会"),)))
    assert (town.stations, town.rooms, town.posts) == ((), (), ())


def test_two_officers_hand_over_in_the_middle_of_the_month(town: Town) -> None:
    """Their posts end on the 15th, so that a month is judged as part of a period."""
    leaving = {p.staff for p in town.posts if p.until and p.role == "community_officer"}
    assert len(leaving) == 2
