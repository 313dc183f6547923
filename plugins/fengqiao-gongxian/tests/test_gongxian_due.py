"""What the report makes due, on days of July 2018; the town is invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Workspace
from fengqiao.model import Area, Assignment, Contact, Grid, PoliceRoom, Station
from fengqiao.planning.owed import is_due_work
from fengqiao.rules import Duty, Norm

ZONE = ZoneInfo("Asia/Shanghai")
COMMUNITY = "511526101001"
PLACE = {"station": "ST01", "area": COMMUNITY}


@pytest.fixture(scope="module")
def workspace() -> Iterator[Workspace]:
    """A room with its staff and grid, and rounds of one week on record."""
    since, known = date(2017, 1, 1), datetime(2019, 1, 2, tzinfo=ZONE)
    with fengqiao.open_workspace(packs=["gongxian"]) as ws:
        facts: tuple[object, ...] = (
            [Area(area=area, name="C", since=since) for area in ("511526101", COMMUNITY)],
            Station(station="ST01", name="S", area="511526101", since=since),
            PoliceRoom(room="R01", **PLACE, named=False, since=since),
            Grid(grid="G01", **PLACE, households=400, since=since),
            [
                Assignment(staff=staff, role=role, **PLACE, room="R01", full_time=True, since=since)
                for staff, role in (("S01", "community_officer"), ("S02", "auxiliary_officer"))
            ],
            [
                Contact(
                    id=f"K{day}",
                    staff="S01",
                    **PLACE,
                    place="home" if day < 11 else "street",
                    people=20 if day < 11 else 12,
                    home_services=1,
                    started_at=datetime(2018, 7, day, 14, tzinfo=ZONE),
                    ended_at=datetime(2018, 7, day, 16, tzinfo=ZONE),
                )
                for day in (9, 10, 11)
            ],
        )
        for some in facts:
            ws.record(some, known_at=known)
        keys = ("visit", "contact", "tasking", *ws.catalogue.words("duty"))
        ws.declare(dict.fromkeys(keys, since), known_at=known)
        yield ws


def test_every_duty_and_quota_of_the_report_is_due_somewhere(workspace: Workspace) -> None:
    """Each entry that asks for work has an item in July."""
    pack = workspace.packs["gongxian"]
    asking = {
        entry.id
        for entry in pack.entries
        if isinstance(entry, (Norm, Duty))
        and any(is_due_work(entry, phase, workspace.catalogue) for phase in entry.phases)
    }
    found = {item.entry for item in workspace.due("2018-07") if item.pack == "gongxian"}
    assert found == asking


def test_every_item_stands_under_a_clause_of_the_report(workspace: Workspace) -> None:
    """In the report's own numbering."""
    refs = {clause.ref for clause in workspace.packs["gongxian"].clauses}
    items = [item for item in workspace.due("2018-07") if item.pack == "gongxian"]
    assert all(item.clause and set(item.clause) <= refs for item in items)


def test_twenty_people_are_owed_on_each_working_day(workspace: Workspace) -> None:
    """二(三是): Monday to Friday; 12 of 20 on the third day, and none after it."""
    found = workspace.due("2018-W28", entry="visits.people", on=date(2018, 7, 13))
    assert [(item.period, item.due, item.done, item.open) for item in found] == [
        ("2018-07-09", 20, 20, 0),
        ("2018-07-10", 20, 20, 0),
        ("2018-07-11", 20, 12, 8),
        ("2018-07-12", 20, 0, 20),
        ("2018-07-13", 20, 0, 20),
    ]


def test_three_days_are_owed_in_the_week(workspace: Workspace) -> None:
    """二(三是): two days with homes; a round of the street is no third one."""
    (item,) = workspace.due("2018-W28", entry="visits.days", on=date(2018, 7, 13))
    assert (item.due, item.done, item.open) == (3, 2, 1)


def test_ten_services_are_owed_in_the_month(workspace: Workspace) -> None:
    """二(三是): three were given."""
    (item,) = workspace.due("2018-07", entry="visits.home_services", on=date(2018, 7, 13))
    assert (item.due, item.done, item.open) == (10, 3, 7)


def test_the_month_before_the_report_owes_nothing(workspace: Workspace) -> None:
    """August 2017 lies before the day of publication, and the report states no earlier one."""
    items = [item for item in workspace.due("2017-08") if item.pack == "gongxian"]
    assert {item.due for item in items} <= {0}


def test_open_intervals_wait_for_the_host(workspace: Workspace) -> None:
    """Where the report says regularly, no number is guessed."""
    waiting = {item.entry for item in workspace.due("2018-07") if item.reason == "not_configured"}
    assert waiting == {
        "duty.premises_upkeep",
        "duty.publicity.prevention",
        "duty.guidance",
        "duty.visit_round",
    }
