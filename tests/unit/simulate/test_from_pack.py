from __future__ import annotations

from collections.abc import Mapping

import pytest

import fengqiao
from fengqiao.simulate import Routine, reported_in, routines_of
from fengqiao.testing.small import SMALL_PACK


def routines(config: Mapping[str, object]) -> dict[str, Routine]:
    """Routines of Testtown's pack by key."""
    with fengqiao.open_workspace(packs=SMALL_PACK, config=config) as workspace:
        found = routines_of(workspace.packs["testtown"], workspace.rules)
    return {routine.key: routine for routine in found}


@pytest.fixture
def meeting() -> Routine:
    """Testtown's monthly meeting."""
    return routines({})["meeting.community"]


def test_duty_becomes_a_routine(meeting: Routine) -> None:
    """Owed by communities each month, led by the community officer."""
    assert (meeting.each, meeting.who, meeting.every) == (
        ("community",),
        ("community_officer",),
        "month",
    )


def test_routine_takes_the_length_that_the_clause_states(meeting: Routine) -> None:
    """Two hours."""
    assert meeting.minutes == 120


def test_routine_has_about_as_many_people_as_the_clause_says(meeting: Routine) -> None:
    """About ten."""
    assert meeting.people == 10


def test_window_at_the_start_makes_a_routine_early(meeting: Routine) -> None:
    """`within = "start"`."""
    assert meeting.is_early


def test_meeting_is_one(meeting: Routine) -> None:
    """It is fulfilled by sessions."""
    assert meeting.is_meeting


def test_pack_without_measures_wants_nothing_reported() -> None:
    """Testtown counts visits, posts and meetings only."""
    with fengqiao.open_workspace(packs=SMALL_PACK) as workspace:
        assert reported_in(workspace.packs["testtown"]) == ()
