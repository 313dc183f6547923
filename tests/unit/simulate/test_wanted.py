"""What a pack wants of a town: words on registers, people posted, contacts, exact numbers."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from fengqiao.packs import read_pack
from fengqiao.rules import Pack, core_catalogue
from fengqiao.simulate import (
    Scenario,
    Town,
    Wanted,
    build_town,
    furnish,
    is_tasked,
    places_wanted,
    reported_in,
    simulate_events,
    staff_wanted,
    words_wanted,
)
from fengqiao.simulate.contacts import contacts, taskings

HEAD = """format = 1
[pack]
id = "town"
version = "1"
zh = "测试地"
areas = ["990001"]
[[source]]
id = "order"
zh = "测试令"
issued = 2018-06-25
[[clause]]
ref = "一"
"""
NORMS = """
[[norm]]
key = "organisation.rules"
each = "police_room"
all_of = ["auxiliary_assessment", "community_officer_assessment"]
clause = "一"

[[norm]]
key = "staffing.police_assistants"
each = "village"
at_least = 2
clause = "一"

[[norm]]
key = "visits.days"
each = "community_officer"
per = "week"
of.place = ["home", "field"]
at_least = 3
clause = "一"

[[norm]]
key = "assignments.kinds"
each = "community_officer"
none_of = "case_target"
clause = "一"

[[norm]]
key = "facility.cameras"
each = "county"
more_than = 450
clause = "一"
"""


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    """A pack that wants five things which no town has by itself."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "pack.toml").write_text(HEAD + NORMS, encoding="utf-8")
    return read_pack(tmp_path)


@pytest.fixture
def scenario(town: Town) -> Scenario:
    """What the small town was drawn from."""
    return town.scenario


def test_words_of_norms(pack: Pack) -> None:
    """What is barred is not wanted."""
    words = ("auxiliary_assessment", "community_officer_assessment")
    assert words_wanted(pack) == (Wanted("organisation.rules", "police_room", words),)


def test_staff_by_place(pack: Pack) -> None:
    """Two assistants a village."""
    assert staff_wanted(pack) == (("police_assistant", "village", 2),)


def test_places_of_contacts(pack: Pack) -> None:
    """Those that a norm names; none where no pack asks for contacts."""
    assert places_wanted(pack, core_catalogue()) == ("home", "field")
    assert places_wanted(evolve(pack, entries=()), core_catalogue()) == ()


def test_taskings_where_something_is_barred(pack: Pack) -> None:
    """Else nobody records them."""
    assert (is_tasked(pack), is_tasked(evolve(pack, entries=()))) == (True, False)


def test_number_to_reach(pack: Pack) -> None:
    """More than 450 cameras."""
    (cameras,) = reported_in(pack)
    assert (cameras.key, cameras.least, cameras.is_share) == ("facility.cameras", 450, False)


def test_furnished_town_has_the_words(scenario: Scenario) -> None:
    """On most of its subjects; what they had stays."""
    wanted = Wanted("facility.fittings", "police_room", ("wall_of_maps", "duty_board"))
    plain = build_town(scenario)
    town = furnish(build_town(evolve(scenario, wanted=(wanted,))))
    with_all = [
        room for room in town.rooms if {"wall_of_maps", "duty_board"} <= set(room.fittings or ())
    ]
    assert len(with_all) * 2 > len(town.rooms)
    assert all(
        set(before.fittings or ()) <= set(after.fittings or ())
        for before, after in zip(plain.rooms, town.rooms, strict=True)
    )


def test_furnished_town_has_the_staff(scenario: Scenario) -> None:
    """Two in a village, now and then one."""
    staffed = (("mediator", "community", 2),)
    town = furnish(build_town(evolve(scenario, staffed=staffed)))
    areas = [post.area for post in town.posts if post.role == "mediator"]
    assert {areas.count(area) for area in set(areas)} <= {1, 2}
    assert len(areas) > len(set(areas))


def test_town_that_nothing_is_wanted_of_stays(scenario: Scenario) -> None:
    """Nothing is drawn for it."""
    town = build_town(scenario)
    assert furnish(town) == town


def test_contacts_only_where_they_are_asked_for(scenario: Scenario) -> None:
    """At the places that are named."""
    assert list(contacts(build_town(scenario))) == []
    town = build_town(evolve(scenario, places=("home", "field")))
    rows = list(contacts(town))
    assert {row[5] for row in rows} == {"home", "field"}
    assert "contact" in {batch.kind for batch in simulate_events(town)}


def test_taskings_are_few(scenario: Scenario) -> None:
    """Some officers once; nobody where it is not recorded."""
    assert list(taskings(build_town(scenario))) == []
    town = build_town(evolve(scenario, tasked=True))
    officers = {post.staff for post in town.posts if post.role == "community_officer"}
    staff = [row[1] for row in taskings(town)]
    assert len(staff) == len(set(staff)) <= len(officers)
