"""What the notice makes due, on days of 2018; the town is invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Workspace
from fengqiao.model import (
    Area,
    Assignment,
    Body,
    DutyDone,
    PoliceRoom,
    Session,
    Station,
)
from fengqiao.planning.owed import is_due_work
from fengqiao.rules import Duty, Norm

ZONE = ZoneInfo("Asia/Shanghai")
ISSUED = date(2018, 6, 25)
COMMUNITY, VILLAGE = "150302001002", "150302003201"
AREAS = ("150300", "150302001", COMMUNITY, VILLAGE)
PLACE = {"station": "ST01", "area": COMMUNITY}


@pytest.fixture(scope="module")
def workspace() -> Iterator[Workspace]:
    """A subject of every kind that owes something, and all that they do on record."""
    config = {"wuhai": {"duty.public_reception.day": "8 hours"}}
    since, known = date(2018, 1, 1), datetime(2019, 1, 2, tzinfo=ZONE)
    with fengqiao.open_workspace(packs=["wuhai"], config=config) as ws:
        facts: tuple[object, ...] = (
            [Area(area=area, name="C", since=since) for area in AREAS],
            Station(station="ST01", name="S", area="150302001", since=since),
            PoliceRoom(room="R01", **PLACE, named=False, since=since),
            fengqiao.model.PolicePost(post="PP1", **PLACE, since=since),
            Body(body="BU1", kind="bureau", area="150300", since=since),
            [
                Assignment(staff=staff, role=role, **PLACE, room="R01", full_time=True, since=since)
                for staff, role in (("S01", "community_officer"), ("S02", "auxiliary_officer"))
            ],
            DutyDone(
                id="D1",
                key="duty.public_reception",
                staff="S01",
                **PLACE,
                room="R01",
                **times(date(2018, 7, 10)),
            ),
            Session(
                id="M1",
                key="meeting.community",
                led_by="S01",
                **PLACE,
                people=10,
                **times(date(2018, 7, 3)),
            ),
        )
        for some in facts:
            ws.record(some, known_at=known)
        keys = ("visit", "inspection", *ws.catalogue.words("meeting"), *ws.catalogue.words("duty"))
        ws.declare(dict.fromkeys(keys, since), known_at=known)
        yield ws


def times(day: date) -> dict[str, datetime]:
    """Two in the afternoon until six."""
    start, end = (datetime(day.year, day.month, day.day, hour, tzinfo=ZONE) for hour in (14, 18))
    return {"started_at": start, "ended_at": end}


def test_every_duty_and_quota_of_the_notice_is_due_somewhere(workspace: Workspace) -> None:
    """Each entry that asks for work has an item in July."""
    pack = workspace.packs["wuhai"]
    asking = {
        entry.id
        for entry in pack.entries
        if isinstance(entry, (Norm, Duty))
        and any(is_due_work(entry, phase, workspace.catalogue) for phase in entry.phases)
    }
    assert {item.entry for item in workspace.due("2018-07") if item.pack == "wuhai"} == asking


def test_every_item_stands_under_a_clause_of_the_notice(workspace: Workspace) -> None:
    """In the notice's own numbering."""
    refs = {clause.ref for clause in workspace.packs["wuhai"].clauses}
    items = [item for item in workspace.due("2018-07") if item.pack == "wuhai"]
    assert all(item.clause and set(item.clause) <= refs for item in items)


@pytest.mark.parametrize(
    ("week", "days"),
    [
        # 国办发明电〔2017〕12号: 24 September and 1 to 7 October off, 29 and 30 September worked
        ("2018-W39", [f"2018-09-{day}" for day in range(25, 31)]),
        ("2018-W40", []),
        ("2018-W41", [f"2018-10-{day:02}" for day in range(8, 13)]),
    ],
)
def test_the_daily_list_follows_the_calendar(
    workspace: Workspace, week: str, days: list[str]
) -> None:
    """四(一)第一项 on each day worked, whatever day of the week it is."""
    found = workspace.due(week, entry="duty.data_entry", staff="S01")
    assert [item.period for item in found] == days


def test_two_receptions_a_week_one_is_open(workspace: Workspace) -> None:
    """四(二)第二项: two half-days, of which one was held on Tuesday 10 July."""
    found = workspace.due("2018-W28", on=date(2018, 7, 11), entry="duty.public_reception")
    assert [(one.due, one.done, one.open, one.minutes, one.fulfilled_by) for one in found] == [
        (2, 1, 1, 240, ("D1",))
    ]


def test_the_community_meeting_is_owed_by_villages_too(workspace: Workspace) -> None:
    """三(三) and 四(三)第一项: the community's was held, the village's is open."""
    found = workspace.due("2018-07", entry="meeting.community")
    assert [(one.subject, one.open, one.window_reason) for one in found] == [
        (COMMUNITY, 0, "not_configured"),
        (VILLAGE, 1, "not_configured"),
    ]


def test_the_week_before_the_order_knows_only_the_rest_of_its_month(workspace: Workspace) -> None:
    """18 to 24 June lie before the day of issue: no week, no day, no number is asked of them."""
    items = [item for item in workspace.due("2018-W25") if item.pack == "wuhai"]
    assert {item.due for item in items} == {0}
    assert {item.period[:7] for item in items} <= {"2018-06", "2018-Q2", "2018-H1", "2018-W25"}


def test_the_week_of_the_order_is_whole(workspace: Workspace) -> None:
    """25 June 2018 was a Monday."""
    assert ISSUED.isoweekday() == 1
    (item,) = workspace.due("2018-W26", entry="duty.public_reception", on=ISSUED)
    assert (item.due, item.reason) == (2, None)


def test_open_intervals_wait_for_the_host(workspace: Workspace) -> None:
    """Where the notice says regularly, no number is guessed."""
    waiting = [item for item in workspace.due("2018-07") if item.reason == "not_configured"]
    assert waiting
    assert all((item.due, item.open) == (0, 0) for item in waiting)
