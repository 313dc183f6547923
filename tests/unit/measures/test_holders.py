from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from fengqiao.measures import Column
from fengqiao.measures.holders import holders
from fengqiao.measures.subjects import subjects_of
from fengqiao.rules import Cite, Origin, Role
from fengqiao.timing import Span

if TYPE_CHECKING:
    from tests.unit.conftest import Build

DAY = Span.day(date(2018, 7, 31))


def role(key: str, **stated: tuple[str, ...]) -> Role:
    """A role at a grid."""
    return Role(
        pack="town",
        id=key,
        key=key,
        cites=(Cite("order", "一"),),
        origin=Origin(file="test.toml", line=1),
        each="grid",
        effective_from=date(2018, 1, 1),
        force="must",
        **stated,
    )


def held(build: Build, entry: Role, *posts: dict[str, Any]) -> Mapping[str, Column]:
    """Holders of a role at grids G1 and G2."""
    grids = [{"grid": name, "area": "990101001001", "station": "ST1"} for name in ("G1", "G2")]
    registers = build.town(grid=grids, assignment=list(posts))
    return holders(entry, subjects_of("grid", registers, DAY), DAY, registers)


def test_holder_must_hold_one_of_the_roles_named(build: Build) -> None:
    """Of two leads of a grid one is a community officer; the other grid has none."""
    posts = [
        build.post("W1", "grid_lead", grid="G1"),
        build.post("C1", "grid_lead", grid="G1"),
        build.post("C1", "community_cadre"),
    ]
    entry = role("grid_lead", held_by=("community_officer",))
    assert held(build, entry, *posts) == {"held_by": Column([1, 0], [2, 0])}


def test_role_filled_from_its_own_kind_asks_for_a_full_time_post(build: Build) -> None:
    """A part-time grid worker is not drawn from the full-time ones."""
    posts = [
        build.post("G-full", "grid_worker", grid="G1"),
        build.post("G-part", "grid_worker", grid="G2", full_time=False),
    ]
    entry = role("grid_worker", drawn_from=("grid_worker",))
    assert held(build, entry, *posts) == {"drawn_from": Column([1, 0], [1, 1])}


def test_post_of_another_day_does_not_count(build: Build) -> None:
    """Who was a community officer until yesterday is none today."""
    posts = [
        build.post("X1", "grid_lead", grid="G1"),
        build.post("X1", until=date(2018, 7, 30)),
    ]
    entry = role("grid_lead", held_by=("community_officer",))
    assert held(build, entry, *posts)["held_by"] == Column([0, 0], [1, 0])


def test_a_role_is_held_where_the_register_says(build: Build) -> None:
    """The chair of a committee (Gongxian, 五(二是)), a director in a village (Binhai, 三(三)8)."""
    village = {"area": "990101001201", "name": "V1"}
    committee = {"committee": "M1", "area": "990101001201", "members": 30}
    posts = [
        build.post("D1", "mediation_committee_chair", committee="M1"),
        build.post("D1", "deputy_station_leader"),
        build.post("V1", "mediation_director", area="990101001201"),
    ]
    registers = build.town(area=[village], mediation_committee=[committee], assignment=posts)
    chair = role("mediation_committee_chair", held_by=("deputy_station_leader",))
    director = role("mediation_director", held_by=("village_secretary",))
    found = [
        holders(entry, subjects_of(each, registers, DAY), DAY, registers)
        for entry, each in ((chair, "mediation_committee"), (director, "village"))
    ]
    assert found == [{"held_by": Column([1], [1])}, {"held_by": Column([0], [1])}]


def test_whom_a_post_was_filled_from_is_remembered(build: Build) -> None:
    """A deputy who was a community officer before (Binhai, 三(六)20) is one no longer."""
    posts = [
        build.post("D1", "deputy_station_leader", drawn_from="community_officer"),
        build.post("D2", "deputy_station_leader", drawn_from=None),
    ]
    registers = build.town(assignment=posts)
    deputy = role("deputy_station_leader", drawn_from=("community_officer",))
    found = holders(deputy, subjects_of("station", registers, DAY), DAY, registers)
    assert found == {"drawn_from": Column([1], [2])}


def test_only_the_post_itself_says_whom_it_was_filled_from(build: Build) -> None:
    """What another post of theirs was filled from says nothing; what they also are counts."""
    posts = [
        build.post("D1", "deputy_station_leader", drawn_from=None),
        build.post("D1", "officer", drawn_from="community_officer"),
        build.post("D2", "deputy_station_leader", drawn_from="officer"),
        build.post("D2", "community_officer"),
    ]
    registers = build.town(assignment=posts)
    deputy = role("deputy_station_leader", drawn_from=("community_officer",))
    found = holders(deputy, subjects_of("station", registers, DAY), DAY, registers)
    assert found == {"drawn_from": Column([1], [2])}


def test_a_part_time_holder_may_have_been_full_time_elsewhere(build: Build) -> None:
    """Drawn from the cadres of the community, as the post says, though it is part-time itself."""
    post = build.post("G1", "grid_worker", grid="G1", full_time=False, drawn_from="community_cadre")
    entry = role("grid_worker", drawn_from=("community_cadre", "grid_worker"))
    assert held(build, entry, post) == {"drawn_from": Column([1, 0], [1, 0])}
