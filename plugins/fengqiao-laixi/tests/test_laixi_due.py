"""What the report makes due, on days of 2019; the records are invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Workspace
from fengqiao.model import Area, Assignment, DutyDone, Station
from fengqiao.planning.owed import is_due_work
from fengqiao.rules import Duty, Norm

ZONE = ZoneInfo("Asia/Shanghai")
TOWN, VILLAGE = "370285102", "370285102256"
CONFIG = {"laixi": {"duty.patrol.village.every": "week", "visits.home_services.at_least": 2}}


@pytest.fixture(scope="module")
def workspace() -> Iterator[Workspace]:
    """A town with a village, its station, an officer and an assistant; one patrol on record."""
    since, known = date(2019, 1, 1), datetime(2020, 1, 2, tzinfo=ZONE)
    start, end = (datetime(2019, 6, 12, hour, tzinfo=ZONE) for hour in (14, 16))
    with fengqiao.open_workspace(packs=["laixi"], config=CONFIG) as ws:
        areas = [Area(area=area, name="C", since=since) for area in (TOWN, VILLAGE)]
        ws.record(areas, known_at=known)
        ws.record(Station(station="ST01", name="S", area=TOWN, since=since), known_at=known)
        posted = {"station": "ST01", "area": VILLAGE, "full_time": True, "since": since}
        ws.record(
            [
                Assignment(staff="S01", role="community_officer", **posted),
                Assignment(staff="S02", role="police_assistant", **posted),
            ],
            known_at=known,
        )
        ws.declare(dict.fromkeys(ws.catalogue.words("duty"), since), known_at=known)
        ws.record(
            DutyDone(
                id="D1",
                key="duty.patrol",
                staff="S02",
                station="ST01",
                area=VILLAGE,
                topics=("village_patrol",),
                started_at=start,
                ended_at=end,
            ),
            known_at=known,
        )
        yield ws


def test_every_duty_of_the_report_is_due_somewhere(workspace: Workspace) -> None:
    """Each entry that asks for work has an item in June."""
    pack = workspace.packs["laixi"]
    asking = {
        entry.id
        for entry in pack.entries
        if isinstance(entry, (Norm, Duty))
        and any(is_due_work(entry, phase, workspace.catalogue) for phase in entry.phases)
    }
    assert asking
    assert {item.entry for item in workspace.due("2019-06") if item.pack == "laixi"} == asking


def test_every_item_stands_under_a_clause_of_the_report(workspace: Workspace) -> None:
    """In the report's own headings."""
    refs = {clause.ref for clause in workspace.packs["laixi"].clauses}
    items = [item for item in workspace.due("2019-06") if item.pack == "laixi"]
    assert all(item.clause and set(item.clause) <= refs for item in items)


def test_a_village_patrol_of_the_week_is_done(workspace: Workspace) -> None:
    """巡村头: with a week as the host's interval, one is owed; 12 June 2019 was a Wednesday."""
    (item,) = workspace.due("2019-W24", entry="duty.patrol.village")
    assert (item.subject, item.due, item.open, item.fulfilled_by) == (VILLAGE, 1, 0, ("D1",))


def test_open_intervals_wait_for_the_host(workspace: Workspace) -> None:
    """Where the report says often, no number is guessed."""
    waiting = [item for item in workspace.due("2019-06") if item.reason == "not_configured"]
    assert {item.entry for item in waiting} >= {"duty.visit_round.at_home", "disputes.screenings"}
    assert all((item.due, item.open) == (0, 0) for item in waiting)


def test_nothing_is_due_before_the_report(workspace: Workspace) -> None:
    """April lies before the day of the report."""
    assert {item.due for item in workspace.due("2019-04") if item.pack == "laixi"} <= {0}
