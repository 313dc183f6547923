from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.planning import Posts
from fengqiao.planning.posts import staff_of
from fengqiao.timing import Span

if TYPE_CHECKING:
    from tests.unit.conftest import Build

HERE, THERE = "990101001001", "990101001002"
JULY = Span(date(2018, 7, 1), date(2018, 7, 31))


def able(
    build: Build,
    *posts: dict[str, Any],
    kind: str = "community",
    subject: str = HERE,
    area: str = HERE,
    station: str | None = "ST1",
    who: tuple[str, ...] = ("community_officer",),
) -> tuple[str, ...]:
    """Staff who may do it in July."""
    rooms = [{"room": "R1", "station": "ST1", "area": HERE, "named": False}]
    registers = build.registers(assignment=list(posts), police_room=rooms)
    found = Posts.read(registers).able(kind, subject, area=area, station=station, who=who)
    return staff_of(found, JULY)


def test_who_serves_the_community_leads_its_meeting(build: Build) -> None:
    """Not who serves the next one."""
    posts = (build.post("W1", area=HERE), build.post("W2", area=THERE))
    assert able(build, *posts) == ("W1",)


@pytest.mark.parametrize(("post", "found"), [("990101001", ("W1",)), ("990101002", ())])
def test_who_serves_a_town_leads_the_meetings_of_its_communities(
    build: Build, post: str, found: tuple[str, ...]
) -> None:
    """What lies in the area of the post, and nothing of the next town."""
    assert able(build, build.post("W1", area=post)) == found


def test_several_may_and_come_in_order(build: Build) -> None:
    """Two officers of one community share what it owes."""
    assert able(build, build.post("W2", area=HERE), build.post("W1", area=HERE)) == ("W1", "W2")


def test_another_role_may_not(build: Build) -> None:
    """Only the roles that the duty names."""
    assert able(build, build.post("W1", "auxiliary_officer", area=HERE)) == ()


def test_any_of_several_roles_may(build: Build) -> None:
    """A duty may name more than one."""
    posts = (build.post("W1", "auxiliary_officer", area=HERE), build.post("W2", area=HERE))
    assert able(build, *posts, who=("auxiliary_officer", "community_officer")) == ("W1", "W2")


def test_a_post_at_a_room_is_for_that_room(build: Build) -> None:
    """The reception of R1 is not for who sits in R2."""
    posts = (build.post("W1", room="R1"), build.post("W2", room="R2"))
    assert able(build, *posts, kind="police_room", subject="R1") == ("W1",)


def test_a_post_at_a_room_serves_the_area_of_the_room(build: Build) -> None:
    """Where the post itself names no community."""
    assert able(build, build.post("W1", room="R1")) == ("W1",)
    assert able(build, build.post("W1", room="R1"), subject=THERE, area=THERE) == ()


def test_a_post_in_the_area_counts_for_what_lies_there(build: Build) -> None:
    """Premises of the community, by its officer."""
    posts = (build.post("W1", area=HERE), build.post("W2", area=THERE))
    assert able(build, *posts, kind="premises", subject="premises-1") == ("W1",)


def test_a_post_at_the_station_counts_for_all_that_it_serves(build: Build) -> None:
    """A leader without an area of their own; another station's may not."""
    posts = (
        build.post("W1", "officer"),
        build.post("W2", "officer", station="ST2"),
    )
    assert able(build, *posts, who=("officer",)) == ("W1",)


def test_without_a_station_nobody_is_named_by_it(build: Build) -> None:
    """A community that no station serves."""
    assert able(build, build.post("W1", "officer"), station=None, who=("officer",)) == ()


def test_what_a_station_owes_is_for_its_own(build: Build) -> None:
    """Every post at that station with the role."""
    posts = (build.post("W1", area=HERE), build.post("W2", station="ST2"))
    found = able(build, *posts, kind="station", subject="ST1", area="990101001")
    assert found == ("W1",)


def test_what_an_officer_owes_is_for_that_officer(build: Build) -> None:
    """Nobody can visit for another."""
    posts = (build.post("W1", area=HERE), build.post("W2", area=HERE))
    assert able(build, *posts, kind="community_officer", subject="W2") == ("W2",)


def test_without_a_role_nobody_is_named(build: Build) -> None:
    """The source says what, and not who."""
    assert able(build, build.post("W1", area=HERE), who=()) == ()


@pytest.mark.parametrize(
    ("days", "found"),
    [
        ({"until": date(2018, 6, 30)}, ()),
        ({"until": date(2018, 7, 1)}, ("W1",)),
        ({"since": date(2018, 7, 31)}, ("W1",)),
        ({"since": date(2018, 8, 1)}, ()),
    ],
)
def test_a_post_counts_on_its_days(
    build: Build, days: dict[str, object], found: tuple[str, ...]
) -> None:
    """A post that holds on one day of the window is enough."""
    assert able(build, build.post("W1", area=HERE, **days)) == found
