"""A plan as data."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable

from fengqiao.planning import Plan
from fengqiao.testing.planning import due_item, officer, shared_item

Planned = Callable[..., Plan]


def test_json_has_blocks_and_what_is_left(planned: Planned) -> None:
    """A block says who, when, how long, how many, where and by which clause."""
    data = planned([due_item(), shared_item(minutes=None)], [officer()]).to_json()
    assert data == {
        "format": 1,
        "period": "2018-07",
        "on": "2018-06-30",
        "placed": [
            {
                "item": "testtown:visits.households@community_officer/S01:2018-07",
                "entry": "visits.households",
                "staff": "S01",
                "day": "2018-07-02",
                "start": "09:00",
                "minutes": 20,
                "units": 1,
                "place": "990001001001",
                "clause": ["一"],
                "refs": [],
                "travel": 0,
                "serves": [],
            }
        ],
        "unplaced": [
            {
                "item": "testtown:meeting.community@community/990001001001:2018-07",
                "entry": "meeting.community",
                "staff": None,
                "units": 1,
                "reason": "no_minutes",
                "clause": ["二"],
            }
        ],
        "left": [],
        "counts": {
            "placed": 1,
            "minutes": 20,
            "travel": 0,
            "visits": 0,
            "left": 0,
            "unplaced": 1,
        },
    }


def test_lines_are_blocks_then_what_is_left(planned: Planned) -> None:
    """Each line is one object of its own."""
    plan = planned([due_item(), shared_item(minutes=None)], [officer()])
    lines = [json.loads(line) for line in plan.jsonl()]
    assert lines == [*plan.to_json()["placed"], *plan.to_json()["unplaced"]]


def test_one_officers_part(planned: Planned) -> None:
    """Of the plan, what stands on the officer's days; of the rest, what only they owe."""
    items = [
        due_item(2),
        due_item(3, subject="S02", staff="S02", minutes=None),
        shared_item(minutes=None),
    ]
    part = planned(items, [officer("S01"), officer("S02")]).of("S02")
    assert (part.placed, [one.units for one in part.unplaced]) == ((), [3])


def test_a_plan_travels(planned: Planned) -> None:
    """It can be handed to another process."""
    plan = planned([due_item(80)], [officer()])
    assert pickle.loads(pickle.dumps(plan)) == plan  # noqa: S301  our own bytes
