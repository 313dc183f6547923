from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.measures import Occasion
from fengqiao.measures.occasions import Occasions, gather
from fengqiao.measures.recorded import Recorded
from fengqiao.measures.subjects import subjects_of
from fengqiao.timing import Span

if TYPE_CHECKING:
    from tests.unit.conftest import Build

JULY = Span(date(2018, 7, 1), date(2018, 7, 31))
COMMUNITY = "990101001001"


def gathered(build: Build, *sessions: dict[str, Any], **more: object) -> tuple[Occasion, ...]:
    """Occasions of the meeting that the one community owes."""
    registers = build.town(**more)
    duty = build.duty(build.duty_phase())
    subjects = subjects_of("community", registers, JULY)
    rows = {"session": [build.table("session", *sessions)]}
    return gather(duty, subjects, JULY, Recorded(rows, registers)).of(COMMUNITY)


def test_occasions_stand_in_order_of_start(build: Build) -> None:
    """Whatever the order in which they were recorded."""
    found = gathered(build, build.session(2, date(2018, 7, 20)), build.session(1, date(2018, 7, 3)))
    assert [one.id for one in found] == ["E1", "E2"]


def test_other_meetings_places_and_days_are_left_out(build: Build) -> None:
    """Only this key, this community, these days."""
    day = date(2018, 7, 3)
    found = gathered(
        build,
        build.session(1, day, key="meeting.station"),
        build.session(2, day, area="990101001002"),
        build.session(3, date(2018, 8, 1)),
        build.session(4, day),
    )
    assert [one.id for one in found] == ["E4"]


def test_occasion_says_what_was_recorded(build: Build) -> None:
    """Length, people, topics, and the roles of who led it on that day."""
    posts = [build.post("W1", "grid_lead", until=date(2018, 7, 2))]
    (one,) = gathered(build, build.session(1, date(2018, 7, 3), minutes=90), assignment=posts)
    assert (one.minutes, one.people, one.covers, one.roles) == (
        90,
        10,
        frozenset({"prevention", "report_back"}),
        frozenset({"community_officer"}),
    )


def lasting(number: int, minute: int, minutes: int) -> Occasion:
    """An occasion that starts so many minutes into the day."""
    return Occasion(
        id=f"E{number}", day=736_878, started_at=60 * minute, minutes=minutes, staff="W1"
    )


@pytest.mark.parametrize(
    ("times", "count"),
    [
        ([], 0),
        ([(540, 240), (540, 240)], 1),  # two officers, or one entered twice
        ([(540, 240), (600, 60)], 1),
        ([(540, 60), (600, 60)], 2),  # the one begins when the other ends
        ([(540, 120), (630, 120), (690, 120)], 2),  # only the middle one overlaps both
        ([(540, 0), (540, 0)], 1),
    ],
)
def test_what_overlaps_counts_once(times: list[tuple[int, int]], count: int) -> None:
    """As many as could have been held one after the other."""
    some = tuple(lasting(number, *one) for number, one in enumerate(times))
    assert Occasions({"R1": some}).count("R1") == count
