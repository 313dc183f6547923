"""The small town with hours, its plan of a week, and one with visits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from attrs import evolve

import fengqiao
from fengqiao import Plan, Workspace
from fengqiao.testing.small import SMALL_PACK, small_city

CONFIG = {
    "format": 1,
    "planning": {"hours": "8 hours", "starts": "09:00"},
    "testtown": {"visits.households.minutes": "20 minutes"},
}


@pytest.fixture
def town() -> Iterator[Workspace]:
    """In memory; S01 and S02 are its officers."""
    with fengqiao.open_workspace("memory:", packs=[SMALL_PACK], config=CONFIG) as workspace:
        small_city(workspace)
        yield workspace


@pytest.fixture
def plan(town: Workspace) -> Plan:
    """Of July, as if nothing was done."""
    return town.plan("2018-07", on=date(2018, 6, 30))


@pytest.fixture
def rounds(plan: Plan) -> Plan:
    """The same, with references in its first block of visits."""
    first = next(one for one in plan.placed if one.entry == "visits.households")
    block = evolve(first, refs=("household-a", "household-<b>"), travel=5)
    return evolve(plan, placed=tuple(block if one is first else one for one in plan.placed))
