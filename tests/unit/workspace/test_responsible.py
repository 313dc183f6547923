"""Who was responsible for a grid, a room or an area, on a day and as it was known on another."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Assignment, FengqiaoError, Grid, Workspace
from fengqiao.testing.small import COMMUNITIES, SMALL_PACK, small_city

FIRST, SECOND = COMMUNITIES
START = date(2018, 1, 1)
KNOWN = datetime(2018, 8, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
LATER = KNOWN + timedelta(days=9)
MAY = date(2018, 5, 2)


def post(staff: str, **given: Any) -> Assignment:  # noqa: ANN401  fields of any kind
    """A post of an auxiliary officer at the station."""
    fields: dict[str, Any] = {"role": "auxiliary_officer", "station": "ST01", "full_time": True}
    return Assignment(staff=staff, since=START, **{**fields, **given})


@pytest.fixture
def ws() -> Iterator[Workspace]:
    """The small town, and a grid in its first community that S11 holds until June."""
    with fengqiao.open_workspace(packs=[SMALL_PACK]) as opened:
        small_city(opened)
        opened.record(Grid(grid="G1", area=FIRST, station="ST01", since=START), known_at=KNOWN)
        opened.record(Grid(grid="G2", area=FIRST, station="ST01", since=START), known_at=KNOWN)
        held = post("S11", id="p11", grid="G1", until=date(2018, 6, 30))
        opened.record(held, known_at=KNOWN)
        opened.record([post("S12", grid="G2"), post("S13")], known_at=KNOWN)
        yield opened


def names(ws: Workspace, *asked: str, **more: Any) -> list[tuple[str, str]]:  # noqa: ANN401  as above
    """Who was responsible, and by what."""
    return [(one.staff, one.by) for one in ws.responsible(*asked, **{"on": MAY, **more})]


def test_the_nearest_post_comes_first(ws: Workspace) -> None:
    """The officer of the grid, of its community, of the station; and of no other grid."""
    assert names(ws, "grid", "G1") == [("S11", "grid"), ("S01", "area"), ("S13", "station")]


def test_a_post_that_has_ended_is_left_out(ws: Workspace) -> None:
    """On 1 July nobody holds the grid any more."""
    assert names(ws, "grid", "G1", on=date(2018, 7, 1)) == [("S01", "area"), ("S13", "station")]


def test_a_correction_leaves_what_was_known_before(ws: Workspace) -> None:
    """It was S14 all the time, as became known on 10 August; on 1 August it read S11."""
    ws.void("assignment", "p11", known_at=LATER, reason="wrong_officer")
    ws.record(post("S14", grid="G1"), known_at=LATER)
    assert names(ws, "grid", "G1")[0] == ("S14", "grid")
    assert names(ws, "grid", "G1", as_known=KNOWN)[0] == ("S11", "grid")


def test_of_an_area_posts_within_it_are_told(ws: Workspace) -> None:
    """The town is served by those who hold posts in its communities, at rooms and grids."""
    found = ws.responsible("area", "990001001", on=MAY)
    assert [(one.staff, one.place) for one in found] == [
        ("S01", "R1"),
        ("S02", "R2"),
        ("S03", "R2"),
        ("S04", "R2"),
        ("S11", "G1"),
        ("S12", "G2"),
    ]


@pytest.mark.parametrize(
    ("asked", "more", "code"),
    [
        (("household", "H1"), {}, "request.no_place_kind"),
        (("grid", "G9"), {}, "request.not_on_register"),
        (("grid", "G1"), {"on": date(2017, 5, 2)}, "request.not_on_register"),
        (("grid", "G1"), {"as_known": KNOWN - timedelta(days=1)}, "request.not_on_register"),
        (("grid", "G1"), {"on": KNOWN}, "request.day"),
    ],
)
def test_what_is_not_there_is_refused(
    ws: Workspace, asked: tuple[str, str], more: dict[str, Any], code: str
) -> None:
    """An empty answer would look like a post that stood empty."""
    with pytest.raises(FengqiaoError) as caught:
        names(ws, *asked, **more)
    assert caught.value.code == code


def test_an_answer_is_plain_data(ws: Workspace) -> None:
    """Days are written as texts; a post without an end has none."""
    first, second, _ = ws.responsible("grid", "G1", on=MAY)
    assert first.to_json() == {
        "staff": "S11",
        "role": "auxiliary_officer",
        "by": "grid",
        "place": "G1",
        "since": "2018-01-01",
        "until": "2018-06-30",
    }
    assert second.to_json()["until"] is None
