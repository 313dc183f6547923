"""Which report closes which action item, and what a meeting heard of those agreed before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fengqiao.measures.action_items import Heard, follow_up, heard_later
from fengqiao.model import Table

if TYPE_CHECKING:
    from tests.unit.conftest import Build

MEETING = "meeting.community"
HERE, THERE = "990101001001", "990101001002"
MAY, JUNE, JULY = date(2018, 5, 2), date(2018, 6, 4), date(2018, 7, 3)


@pytest.fixture
def meetings(build: Build) -> list[Table]:
    """Meetings of two communities in May, June and July, and one of another key, in two tables."""
    here = [
        build.session(name, day) for name, day in (("May", MAY), ("June", JUNE), ("July", JULY))
    ]
    there = [
        build.session("There5", MAY, area=THERE),
        build.session("There7", JULY, area=THERE),
        build.session("Other", JULY, key="meeting.station"),
    ]
    return [build.table("session", *reversed(here)), build.table("session", *there)]


def rows(
    build: Build, meetings: list[Table], agreed: Sequence[str], heard: Sequence[str]
) -> Mapping[str, Sequence[Table]]:
    """Item 1, agreed at these meetings, and reports on it that those meetings heard."""
    both = {"item": "ITEM-0001", "station": "ST1"}
    due = {"owner": "W1", "agreed_on": MAY, "due_on": JULY}
    items = [{"id": f"A{name}", "session": f"E{name}", **both, **due} for name in agreed]
    reports = [{"id": f"R{name}", "session": f"E{name}", "on": JULY, **both} for name in heard]
    return {
        "session": meetings,
        "action_item": [build.table("action_item", one) for one in items],
        "action_report": [build.table("action_report", one) for one in reports],
    }


@pytest.mark.parametrize(
    ("agreed", "heard", "closed_by"),
    [
        ("May", ["June"], [("EJune", "RJune")]),
        ("May", ["July", "June"], [("EJune", "RJune"), ("EJuly", "RJuly")]),
        ("June", ["June"], []),  # the meeting that agreed it
        ("June", ["May"], []),  # an earlier one
        ("June", ["There7"], []),  # another community's
        ("May", ["There7", "July"], [("EJuly", "RJuly")]),
        ("June", ["Other"], []),  # a meeting of another key
        ("There5", ["There7"], [("EThere7", "RThere7")]),
        ("Other", ["July"], []),
        ("Nowhere", ["July"], []),
    ],
)
def test_a_later_meeting_of_the_same_community_closes_an_item(
    build: Build, meetings: list[Table], agreed: str, heard: list[str], closed_by: list[Heard]
) -> None:
    """What it heard a report on; nothing else does."""
    found = heard_later(rows(build, meetings, [agreed], heard), MEETING, "area")
    assert found == {(f"E{agreed}", "ITEM-0001"): tuple(closed_by)}


@pytest.mark.parametrize(
    ("agreed", "heard", "followed"),
    [
        (["May"], ["June"], {"EJune": (1, 1)}),
        (["May"], ["July"], {"EJune": (1, 0)}),  # the next meeting heard nothing of it
        (["May", "June"], ["July"], {"EJune": (1, 0), "EJuly": (1, 1)}),
        (["July"], [], {}),  # no meeting has come after it
        (["There5"], ["July"], {"EThere7": (1, 0)}),
        ([], ["July"], {}),
    ],
)
def test_what_a_meeting_heard_of_those_agreed_at_the_one_before(
    build: Build,
    meetings: list[Table],
    agreed: list[str],
    heard: list[str],
    followed: dict[str, tuple[int, int]],
) -> None:
    """How many items, and on how many of them there was a report."""
    assert follow_up(rows(build, meetings, agreed, heard), MEETING, "area") == followed


def test_nothing_recorded_is_nothing_to_follow_up(build: Build, meetings: list[Table]) -> None:
    """No rows at all, none but meetings, and subjects that no meeting names."""
    known = rows(build, meetings, ["May"], ["June"])
    assert follow_up({}, MEETING, "area") == {}
    assert follow_up({"session": meetings}, MEETING, "area") == {}
    assert heard_later({"action_item": known["action_item"]}, MEETING, "area") == {
        ("EMay", "ITEM-0001"): ()
    }
    assert follow_up(known, MEETING, None) == {}
