"""What is still open agrees with what the check finds; the town is invented."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fengqiao
from fengqiao import DutyDone, Session, Visit, Workspace
from fengqiao.model import Area, Assignment, PoliceRoom, Station
from fengqiao.timing import Span, advance

ZONE = ZoneInfo("Asia/Shanghai")
SINCE = date(2018, 1, 1)
COMMUNITY = "990001001001"
DAYS = Span(date(2018, 6, 11), date(2018, 8, 5))
PACK = """
format = 1

[pack]
id      = "duetown"
zh      = "待办镇"
en      = "Duetown"
version = "1.0.0"
areas   = ["990001"]

[[source]]
id     = "order"
zh     = "通知"
en     = "Order"
kind   = "order"
issued = 2018-01-01

[[clause]]
ref    = "一"
parts  = 1

[[norm]]
id       = "visits.month"
key      = "visits.households"
each     = "community_officer"
per      = "month"
at_least = 3
clause   = "一"

[[norm]]
id        = "visits.week"
key       = "visits.households"
each      = "community_officer"
per       = "week"
more_than = 1
prorate   = true
clause    = "一"

[[duty]]
key    = "meeting.community"
who    = "community_officer"
each   = "community"
every  = "month"
clause = "一"

[[duty]]
key    = "duty.public_reception"
who    = "community_officer"
each   = "police_room"
every  = "week"
times  = 2
clause = "一"

[[duty]]
key    = "duty.suggestion_box"
who    = "community_officer"
each   = "community_officer"
every  = "working_day"
clause = "一"
"""


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Quotas and duties by month, week and working day."""
    folder = tmp_path_factory.mktemp("duetown")
    (folder / "data").mkdir()
    (folder / "data" / "rules.toml").write_text(PACK, encoding="utf-8")
    return folder


WHEN = st.dates(DAYS.first, DAYS.last)
VISITS = st.lists(st.tuples(WHEN, st.sampled_from(["W1", "W2"]), st.integers(1, 6)), max_size=20)
DONE = st.lists(
    st.tuples(WHEN, st.sampled_from(["duty.public_reception", "duty.suggestion_box"])), max_size=30
)
MET = st.lists(WHEN, max_size=4)


def recorded(
    workspace: Workspace,
    visits: list[tuple[date, str, int]],
    done: list[tuple[date, str]],
    met: list[date],
) -> None:
    """Two officers, of whom the second comes on 4 July, and what they did."""
    known = datetime(2018, 9, 1, tzinfo=ZONE)
    posts = (("W1", SINCE), ("W2", date(2018, 7, 4)))
    facts: list[list[object]] = [
        [Area(area=area, name="C", since=SINCE) for area in ("990001001", COMMUNITY)],
        [Station(station="ST1", name="S", area="990001001", since=SINCE)],
        [PoliceRoom(room="R1", station="ST1", area=COMMUNITY, named=False, since=SINCE)],
        [
            Assignment(
                staff=staff,
                role="community_officer",
                station="ST1",
                area=COMMUNITY,
                room="R1",
                full_time=True,
                since=since,
            )
            for staff, since in posts
        ],
        list(_events(visits, done, met)),
    ]
    for objects in facts[:-1]:
        workspace.record(objects, known_at=known)
    workspace.declare(
        dict.fromkeys(
            ("visit", "meeting.community", "duty.public_reception", "duty.suggestion_box"), SINCE
        ),
        known_at=known,
    )
    for cls in (Visit, Session, DutyDone):
        some = [event for event in facts[-1] if type(event) is cls]
        if some:
            workspace.record(some, known_at=known)


def _events(
    visits: list[tuple[date, str, int]], done: list[tuple[date, str]], met: list[date]
) -> Iterator[object]:
    for number, (day, staff, household) in enumerate(visits):
        who = staff if day >= date(2018, 7, 4) else "W1"
        yield Visit(id=f"v{number}", staff=who, household=f"household-{household}", **_place(day))
    for number, (day, key) in enumerate(done):
        yield DutyDone(id=f"d{number}", key=key, staff="W1", room="R1", **_place(day))
    for number, day in enumerate(met):
        yield Session(
            id=f"m{number}", key="meeting.community", led_by="W1", people=9, **_place(day)
        )


def _place(day: date) -> dict[str, object]:
    start, end = (datetime.combine(day, time(hour), tzinfo=ZONE) for hour in (9, 10))
    return {"station": "ST1", "area": COMMUNITY, "started_at": start, "ended_at": end}


@settings(max_examples=60)
@given(
    visits=VISITS,
    done=DONE,
    met=MET,
    period=st.sampled_from(["2018-06", "2018-07", "2018-W27", "2018-W25"]),
)
def test_nothing_is_open_exactly_if_the_finding_is_met(
    pack: Path,
    *,
    visits: list[tuple[date, str, int]],
    done: list[tuple[date, str]],
    met: list[date],
    period: str,
) -> None:
    """Of every period that has ended, with everything on record; reasons are the same too."""
    with fengqiao.open_workspace(packs=[pack]) as workspace:
        recorded(workspace, visits, done, met)
        found = {
            finding.id.replace(":cadence@", "@"): finding
            for finding in workspace.check(period)
            if finding.requirement in (None, "cadence")
        }
        items = {item.id: item for item in workspace.due(period)}
    assert set(found) <= set(items)
    for name, finding in found.items():
        item = items[name]
        assert (finding.result == "met") == (item.open == 0 and item.reason is None)
        assert item.reason == finding.reason


@settings(max_examples=30)
@given(visits=VISITS, done=DONE, met=MET, on=WHEN, later=st.integers(0, 20))
def test_another_day_of_facts_never_opens_anything(
    pack: Path,
    *,
    visits: list[tuple[date, str, int]],
    done: list[tuple[date, str]],
    met: list[date],
    on: date,
    later: int,
) -> None:
    """As the days go by, what is open of an item only becomes less."""
    with fengqiao.open_workspace(packs=[pack]) as workspace:
        recorded(workspace, visits, done, met)
        before = {item.id: item for item in workspace.due("2018-07", on=on)}
        after = {item.id: item for item in workspace.due("2018-07", on=advance(on, later, "day"))}
    assert set(before) == set(after)
    for name, item in before.items():
        assert after[name].open <= item.open
        assert after[name].due == item.due
        assert set(item.fulfilled_by) <= set(after[name].fulfilled_by)
