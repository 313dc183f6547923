"""Due items of cases: days that were set and limits that run, by reference alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Area, Workspace
from fengqiao.errors import RequestError
from fengqiao.model import Assignment, Station
from fengqiao.planning import DueItem, verify
from fengqiao.timing import Period, Span

pytestmark = pytest.mark.needs("fengqiao_cn", "fengqiao_wuhai")
ZONE = ZoneInfo("Asia/Shanghai")
KNOWN_AT = datetime(2026, 12, 31, 12, tzinfo=ZONE)
CASE, A, B = "case-0001", "party-000A", "party-000B"
COMMUNITY = "150302001002"
CONFIG = {
    "format": 1,
    "planning": {"hours": "8 hours", "starts": "09:00"},
    "cn": {
        "mediation.peoples.contents": "waived",
        "mediation.peoples.session.minutes": "90 minutes",
        "mediation.peoples.step.minutes": "30 minutes",
    },
}


def on(day: int) -> datetime:
    """Nine o'clock of a day in March 2026."""
    return datetime(2026, 3, day, 9, tzinfo=ZONE)


@pytest.fixture
def ws() -> Iterator[Workspace]:
    """A case of one community, accepted on 2026-03-03, its session set for 2026-03-09."""
    with fengqiao.open_workspace("memory:", packs=["wuhai"], config=CONFIG) as opened:
        opened.record(Area(area=COMMUNITY, name="A", since=date(2018, 1, 1)), known_at=KNOWN_AT)
        opened.open_case(
            CASE,
            "applied",
            procedure="mediation.peoples",
            area=COMMUNITY,
            at=on(2),
            known_at=KNOWN_AT,
        )
        for party in (A, B):
            for kind in ("joined", "consented"):
                opened.take(CASE, kind, party=party, at=on(2), known_at=KNOWN_AT)
        for kind in ("accepted", "rights_told", "mediator_appointed"):
            opened.take(CASE, kind, at=on(3), by="mediator-7", known_at=KNOWN_AT)
        opened.take(
            CASE,
            "session_set",
            at=on(3),
            due_on=date(2026, 3, 9),
            by="mediator-7",
            known_at=KNOWN_AT,
        )
        yield opened


def items(ws: Workspace, period: str, day: date) -> dict[str, DueItem]:
    """Due items of cases, by id."""
    return {one.id: one for one in ws.due(period, on=day) if one.kind == "case"}


SESSION = f"cn:mediation.peoples:session@dispute/{CASE}:9"
LIMIT = f"cn:mediation.time_to_settle@dispute/{CASE}:6"


def test_the_day_set_and_the_limit_are_due(ws: Workspace) -> None:
    """The session on its day, settling until the end of the month's limit, each with its clause."""
    found = items(ws, "2026-03", date(2026, 3, 4))
    assert set(found) == {SESSION, LIMIT}
    session = found[SESSION]
    assert (session.window.first, session.window.last, session.open, session.staff) == (
        date(2026, 3, 9),
        date(2026, 3, 9),
        1,
        "mediator-7",
    )
    assert session.clause == ("19",)


def test_the_limit_runs_to_its_last_day(ws: Workspace) -> None:
    """A month from 2026-03-03 (rule 33 of 2002) may be used up from the day after the facts on."""
    limit = items(ws, "2026-03", date(2026, 3, 4))[LIMIT]
    assert (limit.window.first, limit.window.last) == (date(2026, 3, 5), date(2026, 4, 3))


def test_what_is_overdue_stays_on_the_list(ws: Workspace) -> None:
    """A month later the session that nobody held is open still."""
    assert items(ws, "2026-04", date(2026, 4, 2))[SESSION].open == 1


def test_a_session_that_was_held_is_done(ws: Workspace) -> None:
    """The step that held it counts for it."""
    ws.take(CASE, "session_held", at=on(9), known_at=KNOWN_AT)
    found = items(ws, "2026-03", date(2026, 3, 9))[SESSION]
    assert (found.done, found.open, found.fulfilled_by) == (1, 0, (f"{CASE}:10",))


def test_a_step_after_the_day_is_not_seen(ws: Workspace) -> None:
    """Facts are read up to the day."""
    ws.take(CASE, "session_held", at=on(9), known_at=KNOWN_AT)
    assert items(ws, "2026-03", date(2026, 3, 8))[SESSION].open == 1


def test_a_session_that_can_no_more_be_held_is_left_out(ws: Workspace) -> None:
    """After mediation failed nobody waits for it."""
    ws.take(CASE, "failed", at=on(5), known_at=KNOWN_AT)
    assert SESSION not in items(ws, "2026-03", date(2026, 3, 6))


def test_items_hold_the_reference_alone(ws: Workspace) -> None:
    """No party stands in them."""
    text = json.dumps([one.to_json() for one in items(ws, "2026-03", date(2026, 3, 4)).values()])
    assert [name for name in (A, B) if name in text] == []


def test_items_keep_to_the_area(ws: Workspace) -> None:
    """Another area has none of them."""
    other = "150302001003"
    ws.record(Area(area=other, name="B", since=date(2018, 1, 1)), known_at=KNOWN_AT)
    found = ws.due("2026-03", on=date(2026, 3, 4), area=other)
    assert [one for one in found if one.kind == "case"] == []


def post(ws: Workspace, staff: str, role: str, since: date, until: date | None = None) -> None:
    """Somebody's post in the community of the case."""
    if not len(ws.store.register("station", during=Span(since, since))):
        station = Station(station="st-1", name="S", area=COMMUNITY, since=date(2018, 1, 1))
        ws.record(station, known_at=KNOWN_AT)
    ws.record(
        Assignment(
            staff=staff, role=role, station="st-1", area=COMMUNITY, full_time=True,
            since=since, until=until,
        ),
        known_at=KNOWN_AT,
    )  # fmt: skip


def test_whoever_is_in_charge_finds_it_under_their_name(ws: Workspace) -> None:
    """The mediator who took the last step of such is asked, though on no register of posts."""
    found = {one.id for one in ws.due("2026-03", on=date(2026, 3, 4), staff="mediator-7")}
    assert {SESSION, LIMIT} <= found


def test_nobody_else_finds_it(ws: Workspace) -> None:
    """Another mediator of the community does not owe it."""
    post(ws, "mediator-8", "mediator", date(2026, 1, 1))
    found = {one.id for one in ws.due("2026-03", on=date(2026, 3, 4), staff="mediator-8")}
    assert not {SESSION, LIMIT} & found


def test_after_whoever_was_in_charge_left_the_post_has_it(ws: Workspace) -> None:
    """Once the mediator's post has ended it is for those who hold such a post in the area."""
    post(ws, "mediator-7", "mediator", date(2026, 1, 1), date(2026, 3, 8))
    post(ws, "mediator-8", "mediator", date(2026, 3, 9))
    work = ws.due("2026-03", on=date(2026, 3, 8))
    session = work.find(SESSION)
    assert session is not None
    assert (session.staff, work.able(session)) == (None, ("mediator-8",))


def test_somebody_unknown_is_refused(ws: Workspace) -> None:
    """Who holds no post and is in charge of nothing has no list."""
    with pytest.raises(RequestError) as refused:
        ws.due("2026-03", on=date(2026, 3, 4), staff="mediator-9")
    assert refused.value.code == "request.no_staff"


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("mediation.peoples", {SESSION, LIMIT}),
        ("mediation.time_to_settle", {LIMIT}),
        ("mediation.public_security", set()),
    ],
)
def test_a_procedure_may_be_asked_for(ws: Workspace, entry: str, found: set[str]) -> None:
    """By a procedure all that its cases wait for is listed, by a limit that alone."""
    assert {one.id for one in ws.due("2026-03", on=date(2026, 3, 4), entry=entry)} == found


def test_a_plan_has_the_session_on_its_day(ws: Workspace) -> None:
    """The mediator sits 90 minutes on the day that was set, and settles by the limit's last day."""
    post(ws, "mediator-7", "mediator", date(2026, 1, 1))
    period = Period.parse("2026-03")
    plan = ws.plan(period, on=date(2026, 3, 4))
    placed = {one.item: one for one in plan.placed}
    assert (placed[SESSION].day, placed[SESSION].staff, placed[SESSION].minutes) == (
        date(2026, 3, 9), "mediator-7", 90,
    )  # fmt: skip
    assert placed[LIMIT].minutes == 30
    items = list(ws.due(period, on=plan.on))
    capacities = ws.capacities(period)
    assert verify(plan, items, capacities, period=period, calendar=ws.calendar) == ()
