"""For which other duties a recorded event counts as well."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.judging import check
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build


@pytest.mark.parametrize(
    ("phase", "changes", "also"),
    [
        ({}, {}, ["other"]),
        # Whoever leads a meeting does their own duty by it.
        ({}, {"each": ("community_officer",)}, ["other"]),
        ({}, {"each": ("police_room",)}, []),
        # It begins on the day of the meeting, or on the day after.
        ({"effective_from": date(2018, 7, 3)}, {}, ["other"]),
        ({"effective_from": date(2018, 7, 4)}, {}, []),
    ],
)
def test_a_meeting_counts_for_what_was_owed_on_its_day(
    build: Build, phase: dict[str, Any], changes: dict[str, Any], also: list[str]
) -> None:
    """A meeting of the community on 3 July, led by its officer; the other duty is of its kind."""
    other = build.duty(build.duty_phase(**phase), id="other", **changes)
    rules = build.rules(build.pack(build.duty(build.duty_phase()), other))
    registers = build.town(recording=build.declared("meeting.community"))
    tasks = build.tasks(rules, registers, build.request())
    values = build.answer(tasks, registers, session=[build.session(1, date(2018, 7, 3))])
    first, *_ = check(rules, values, on=date(2018, 7, 31), calendar=CN_CALENDAR)
    assert first.receipt["events"] == [{"id": "E1", "also_counts_for": also}]
