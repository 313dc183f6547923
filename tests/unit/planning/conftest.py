"""A planner whose every plan is verified."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import pytest

from fengqiao.planning import Capacity, DeadlinePlanner, DueItem, Plan, verify
from fengqiao.testing.planning import EVE
from fengqiao.timing import CN_CALENDAR, Period


@pytest.fixture
def planned() -> Callable[..., Plan]:
    """Plan items on officers' days; whatever comes out must stand before the verifier."""

    def planned(
        items: Iterable[DueItem],
        capacities: Iterable[Capacity],
        *,
        period: str = "2018-07",
        on: date = EVE,
    ) -> Plan:
        items, capacities = list(items), list(capacities)
        asked = Period.parse(period)
        plan = DeadlinePlanner().plan(items, capacities, period=asked, on=on)
        assert verify(plan, items, capacities, period=asked, calendar=CN_CALENDAR) == ()
        return plan

    return planned
