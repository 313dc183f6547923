"""What the notice makes due, on days of 2019; the stations and bodies are invented."""

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
ISSUED = date(2019, 8, 7)
STREET, COMMUNITY, VILLAGE = "330602017", "330602017001", "330602017200"


@pytest.fixture(scope="module")
def workspace() -> Iterator[Workspace]:
    """A subject of every kind that owes something, and all that they do on record."""
    config = {
        "binhai": {
            "duty.lawyer_day.day": "8 hours",
            "names.station.lihai": "ST01",
            "names.station.industrial_park": "ST02",
        }
    }
    since, known = date(2019, 1, 1), datetime(2021, 1, 2, tzinfo=ZONE)
    with fengqiao.open_workspace(packs=["binhai"], config=config) as ws:
        facts: tuple[object, ...] = (
            [Area(area=area, name="A", since=since) for area in (STREET, COMMUNITY, VILLAGE)],
            [Station(station=one, name="S", area=STREET, since=since) for one in ("ST01", "ST02")],
            [
                Body(body=body, kind=kind, area=STREET, since=since)
                for body, kind in (("BU1", "bureau"), ("DE1", "department"))
            ],
            [
                Assignment(
                    staff=staff,
                    role=role,
                    station=station,
                    area=COMMUNITY,
                    full_time=True,
                    since=since,
                )
                for staff, role, station in (
                    ("S01", "community_officer", "ST01"),
                    ("S02", "community_officer", "ST02"),
                    ("L01", "lawyer", "ST01"),
                )
            ],
            DutyDone(
                id="D1",
                key="duty.lawyer_day",
                staff="L01",
                station="ST01",
                area=COMMUNITY,
                **times(date(2019, 12, 11)),
            ),
        )
        for some in facts:
            ws.record(some, known_at=known)
        keys = ("visit", "inspection", *ws.catalogue.words("meeting"), *ws.catalogue.words("duty"))
        ws.declare(dict.fromkeys(keys, since), known_at=known)
        yield ws


def times(day: date) -> dict[str, datetime]:
    """Nine in the morning until five."""
    start, end = (datetime(day.year, day.month, day.day, hour, tzinfo=ZONE) for hour in (9, 17))
    return {"started_at": start, "ended_at": end}


def test_every_duty_and_quota_of_the_notice_is_due_somewhere(workspace: Workspace) -> None:
    """Each entry that asks for work has an item in December."""
    pack = workspace.packs["binhai"]
    asking = {
        entry.id
        for entry in pack.entries
        if isinstance(entry, (Norm, Duty))
        and any(is_due_work(entry, phase, workspace.catalogue) for phase in entry.phases)
    }
    found = {item.entry for item in workspace.due("2019-12") if item.pack == "binhai"}
    assert asking - found == set()
    assert found - asking == set()


def test_every_item_stands_under_a_clause_of_the_notice(workspace: Workspace) -> None:
    """In the notice's own numbering."""
    refs = {clause.ref for clause in workspace.packs["binhai"].clauses}
    items = [item for item in workspace.due("2019-12") if item.pack == "binhai"]
    assert all(item.clause and set(item.clause) <= refs for item in items)


def test_each_station_owes_a_lawyers_day_and_one_was_held(workspace: Workspace) -> None:
    """三(三)9: a day a week at each station; at one a lawyer came on Wednesday 11 December."""
    found = workspace.due("2019-W50", on=date(2019, 12, 12), entry="duty.lawyer_day")
    assert [(one.subject, one.due, one.done, one.open, one.fulfilled_by) for one in found] == [
        ("ST01", 1, 1, 0, ("D1",)),
        ("ST02", 1, 0, 1, ()),
    ]


def test_sixty_households_are_due_in_a_month(workspace: Workspace) -> None:
    """三(二)4: by each community officer."""
    found = workspace.due("2019-12", entry="visits.households")
    assert [(one.subject, one.due, one.open) for one in found] == [("S01", 60, 60), ("S02", 60, 60)]


def test_the_canteen_is_owed_by_the_station_that_is_named(workspace: Workspace) -> None:
    """三(二)6: the host says which station is the Industrial Park's."""
    found = workspace.due("2019-12", entry="duty.public_reception.canteen")
    assert {one.subject for one in found} == {"ST02"}


def test_the_fund_is_due_in_each_year_after_that_of_the_notice(workspace: Workspace) -> None:
    """四(三): of 2019 only a part lies after the day of issue."""
    found = {
        year: [(one.subject, one.due) for one in workspace.due(year, entry="duty.fund")]
        for year in ("2019", "2020")
    }
    assert found == {"2019": [(STREET, 0)], "2020": [(STREET, 1)]}


def test_open_intervals_wait_for_the_host(workspace: Workspace) -> None:
    """Where the notice says regularly, no number is guessed."""
    waiting = [item for item in workspace.due("2019-12") if item.reason == "not_configured"]
    assert waiting
    assert all((item.due, item.open) == (0, 0) for item in waiting)


def test_nothing_is_due_before_the_notice(workspace: Workspace) -> None:
    """The week of 29 July 2019 lies before the day of issue."""
    assert ISSUED.isoweekday() == 3
    items = [item for item in workspace.due("2019-W31") if item.pack == "binhai"]
    assert {item.due for item in items} <= {0}
