from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from fengqiao.simulate import Scenario, Town, build_town


def test_city_and_county_have_a_bureau(town: Town) -> None:
    """One each."""
    assert [body.area for body in town.bodies] == ["990100", "990101"]


def test_bureau_lacks_one_channel_at_most(town: Town) -> None:
    """Most is in place everywhere."""
    known = len(town.scenario.known("channel"))
    assert min(len(body.channels) for body in town.bodies) >= known - 1


def test_each_station_has_a_leader_and_a_deputy(town: Town) -> None:
    """And only one of each."""
    roles = Counter((post.station, post.role) for post in town.posts)
    stations = [one.station for one in town.stations]
    wanted = ("station_leader", "deputy_station_leader")
    assert [roles[station, role] for station in stations for role in wanted] == [1, 1, 1, 1]


def test_each_police_post_has_a_leader(town: Town) -> None:
    """Who belongs to that post alone."""
    leaders = [post.post for post in town.posts if post.role == "post_leader"]
    assert leaders == [one.post for one in town.police_posts]


def test_two_mediation_rooms_are_named(town: Town) -> None:
    """Two named rooms: Wuhai's order of 2018, 七(五)."""
    assert [one.kind for one in town.facilities if one.named] == ["mediation_room"] * 2


def test_goods_are_held_by_units_and_knives_by_sellers(town: Town) -> None:
    """Nobody else has goods that need care."""
    holders = {place.kind for place in town.premises if place.goods}
    assert holders <= {"hazardous_unit", "knife_seller"}


def test_file_is_said_only_of_premises_with_goods(town: Town) -> None:
    """Of the others the office says nothing."""
    assert {bool(place.goods) for place in town.premises if place.filed is not None} == {True}


@pytest.mark.parametrize("vocabulary", ["premises_kind", "facility_kind", "team_kind", "goods"])
def test_words_that_nobody_knows_are_not_used(
    make_scenario: Callable[..., Scenario], town: Town, vocabulary: str
) -> None:
    """A closed list without a word leaves out what has no other name."""
    words = {**town.scenario.words, vocabulary: ()}
    other = build_town(make_scenario(words=words))
    found = {
        "premises_kind": {place.kind for place in other.premises},
        "facility_kind": {one.kind for one in other.facilities},
        "team_kind": {one.kind for one in other.teams},
        "goods": {word for place in other.premises for word in place.goods},
    }
    assert found[vocabulary] == set()
