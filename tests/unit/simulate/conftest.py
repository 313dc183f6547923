"""A small town to look at: three streets, one town, an industrial zone."""

from __future__ import annotations

import pytest

from fengqiao.simulate import (
    ROUTINES,
    Batch,
    Reported,
    Routine,
    Scenario,
    Town,
    build_town,
    simulate_events,
    simulate_registers,
)
from fengqiao.timing import Period

# Town level, digits 7-9: 001-099 street, 100-199 town, 400+ quasi. Village level, digits 10-12:
# 001-199 residents' committee, 200-399 villagers' committee, 400+ quasi (GB/T 10114 and the
# statistics code table's rule).
TOWNS = {"001": "东门街道", "002": "西门街道", "003": "南门街道", "101": "北山镇", "400": "园区"}
COMMUNITIES = {"001": 5, "002": 3, "003": 1, "101": 0}


OFFICER = ("community_officer",)
DAILY = Routine(key="duty.case_review", each=OFFICER, who=OFFICER, every="working_day", minutes=15)
REPORT = Routine(
    key="duty.report",
    each=("community", "village"),
    who=OFFICER,
    every="month",
    about=("organisation",),
)
OF_STATION = Routine(
    key="meeting.station",
    each=("station",),
    who=("station_leader",),
    every="month",
    is_meeting=True,
    minutes=240,
    people=20,
)
OF_POST = Routine(
    key="meeting.post",
    each=("police_post",),
    who=("deputy_station_leader", "post_leader"),
    every="month",
    is_meeting=True,
)
REPORTED = (
    Reported(key="hazards.remedied_share", each=("station",)),
    Reported(key="calls.attended_share", each=OFFICER, is_share=False),
)


def area_rows() -> tuple[tuple[str, str], ...]:
    """Codes and names of an invented county."""
    rows = [("990100", "某市"), ("990101", "某区")]
    rows += [("990101" + town, name) for town, name in TOWNS.items()]
    for town, size in COMMUNITIES.items():
        rows += [(f"990101{town}{number:03}", f"第{number}居委会") for number in range(1, size + 1)]
    rows += [(f"990101101{number}", f"第{number}村委会") for number in range(200, 204)]
    rows += [("990101101400", "园区社区"), ("990101400498", "园区综合服务中心")]
    return tuple(rows)


def scenario(**changes: object) -> Scenario:
    """A scenario of two stations in July 2018."""
    wanted: dict[str, object] = {
        "areas": area_rows(),
        "month": Period.parse("2018-07"),
        "seed": 7,
        "stations": 2,
        "topics": ("prevention", "law_publicity", "report_back"),
        "points": "points.reported",
        "awards": {"award.community_cadre": "community_cadre"},
        "routines": (*ROUTINES, DAILY, REPORT, OF_STATION, OF_POST),
        "reported": REPORTED,
    }
    return Scenario(**{**wanted, **changes})


def batches(town: Town) -> dict[str, Batch]:
    """Everything about a town by kind."""
    return {batch.kind: batch for batch in (*simulate_registers(town), *simulate_events(town))}


@pytest.fixture(scope="session")
def town() -> Town:
    """The small town."""
    return build_town(scenario())


@pytest.fixture(scope="session")
def facts(town: Town) -> dict[str, Batch]:
    """Its facts by kind."""
    return batches(town)


@pytest.fixture
def make_scenario() -> object:
    """Scenarios like the small town's, with changes."""
    return scenario
