"""What the plan makes due, on days of 2018; the town is invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Workspace
from fengqiao.model import Area, Assignment, Body, DutyDone, Station
from fengqiao.planning.owed import is_due_work
from fengqiao.rules import Duty, Norm

ZONE = ZoneInfo("Asia/Shanghai")
COUNTY, TOWN = "371324", "371324101"
COMMUNITY, VILLAGE = "371324001015", "371324101201"
PLACE = {"station": "ST01", "area": COMMUNITY}
SUPERVISED = "duty.unit_supervision.property_guards"


@pytest.fixture(scope="module")
def workspace() -> Iterator[Workspace]:
    """A subject of every kind that owes something; one term is filled in."""
    config = {"lanling": {f"{SUPERVISED}.every": "month"}}
    since, known = date(2017, 1, 1), datetime(2019, 1, 2, tzinfo=ZONE)
    hour = datetime(2018, 7, 10, 9, tzinfo=ZONE)
    with fengqiao.open_workspace(packs=["lanling"], config=config) as ws:
        facts: tuple[object, ...] = (
            [Area(area=area, name="C", since=since) for area in (COUNTY, TOWN, COMMUNITY, VILLAGE)],
            Station(station="ST01", name="S", area=TOWN, since=since),
            Body(body="BU1", kind="bureau", area=COUNTY, since=since),
            [
                Assignment(staff=staff, role=role, **PLACE, full_time=True, since=since)
                for staff, role in (("S01", "community_officer"), ("S02", "auxiliary_officer"))
            ],
            DutyDone(
                id="D1",
                key="duty.unit_supervision",
                staff="S01",
                **PLACE,
                topics=("property_guards",),
                started_at=hour,
                ended_at=hour.replace(hour=11),
            ),
        )
        for some in facts:
            ws.record(some, known_at=known)
        keys = ("visit", *ws.catalogue.words("meeting"), *ws.catalogue.words("duty"))
        ws.declare(dict.fromkeys(keys, since), known_at=known)
        yield ws


def test_every_duty_and_quota_of_the_plan_is_due_somewhere(workspace: Workspace) -> None:
    """Each entry that asks for work has an item in July."""
    pack = workspace.packs["lanling"]
    asking = {
        entry.id
        for entry in pack.entries
        if isinstance(entry, (Norm, Duty))
        and any(is_due_work(entry, phase, workspace.catalogue) for phase in entry.phases)
    }
    assert asking
    assert {item.entry for item in workspace.due("2018-07") if item.pack == "lanling"} == asking


def test_every_item_stands_under_a_clause_of_the_plan(workspace: Workspace) -> None:
    """In the plan's own numbering."""
    refs = {clause.ref for clause in workspace.packs["lanling"].clauses}
    items = [item for item in workspace.due("2018-07") if item.pack == "lanling"]
    assert all(item.clause and set(item.clause) <= refs for item in items)


def test_an_interval_of_the_host_makes_an_item(workspace: Workspace) -> None:
    """二: guards are supervised once in the host's month, and they were on 10 July."""
    (item,) = workspace.due("2018-07", entry=SUPERVISED)
    assert (item.subject, item.due, item.done, item.fulfilled_by) == ("ST01", 1, 1, ("D1",))


def test_open_intervals_wait_for_the_host(workspace: Workspace) -> None:
    """The plan says regularly and daily without a number, and none is guessed."""
    waiting = [item for item in workspace.due("2018-07") if item.reason == "not_configured"]
    assert waiting
    assert all((item.due, item.open) == (0, 0) for item in waiting)


def test_twenty_hours_a_week_are_owed_by_the_officer(workspace: Workspace) -> None:
    """三(二): each week, by the community officer alone."""
    found = [item for item in workspace.check("2018-W28") if item.entry == "hours.in_community"]
    assert [item.subject for item in found] == ["S01"]


def test_the_week_of_the_plan_is_whole(workspace: Workspace) -> None:
    """9 October 2017 was a Monday; the week before knows no duty of the plan."""
    assert date(2017, 10, 9).isoweekday() == 1
    before = [item for item in workspace.due("2017-W40") if item.pack == "lanling"]
    assert {item.due for item in before} <= {0}
