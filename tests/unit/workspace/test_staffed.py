"""The ledger of abstraction, and the need of posts, of the small town with a wider notice."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve

import fengqiao
from fengqiao.errors import CalendarUnpublished
from fengqiao.model import Tasking
from fengqiao.planning import Away
from fengqiao.testing.small import SMALL_PACK, small_city
from fengqiao.timing import Period
from fengqiao.workspace import Workspace

ZONE = ZoneInfo("Asia/Shanghai")
KNOWN_AT = datetime(2018, 8, 1, 8, tzinfo=ZONE)
BAN = """
[[norm]]
key     = "assignments.kinds"
each    = "community_officer"
none_of = ["station_roster", "casework"]
unless  = ["emergency"]
clause  = "一#1"
"""
CONFIG: Mapping[str, object] = {
    "planning": {"hours": "8 hours", "starts": "09:00", "relief": "120%"},
    "testtown": {"visits.households.minutes": "20 minutes"},
}


def tasking(name: str, kind: str, day: int, hours: tuple[int, int], **given: object) -> Tasking:
    """One tasking on a day of July."""
    start, end = (datetime(2018, 7, day, hour, tzinfo=ZONE) for hour in hours)
    facts: dict[str, object] = {"staff": "S01", "station": "ST01", **given}
    return Tasking(id=name, kind=kind, started_at=start, ended_at=end, **facts)  # type: ignore[arg-type]  # fields of a tasking


def away(**given: object) -> Away:
    """S01 is sent to casework in the second week of July."""
    facts = {"staff": "S01", "first": date(2018, 7, 9), "last": date(2018, 7, 13)}
    return Away(**{**facts, "code": "deployment", "kind": "casework", **given})  # type: ignore[arg-type]  # fields of an absence


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """The small town with bans on tasking, and what officers were called away for."""
    pack = Path(shutil.copytree(SMALL_PACK, tmp_path / "pack"))
    with (pack / "data" / "rules.toml").open("a", encoding="utf-8") as rules:
        rules.write(BAN)
    with fengqiao.open_workspace("memory:", packs=[pack], config=CONFIG) as workspace:
        small_city(workspace)
        workspace.record(
            [
                tasking("t1", "casework", 2, (8, 12)),
                tasking("t2", "casework", 3, (14, 19)),
                tasking("t3", "casework", 4, (9, 10), excepted=("emergency",)),
                tasking("t4", "campaign", 5, (9, 11)),
                tasking("t5", "casework", 6, (9, 11), staff="S03"),
            ],
            known_at=KNOWN_AT,
        )
        yield workspace


def test_like_taskings_are_one_line(ws: Workspace) -> None:
    """Two days of casework: nine hours, six of them within 9:00 to 17:00."""
    line = next(one for one in ws.abstractions("2018-07").lines if one.is_barred)
    assert (line.staff, line.kind, line.times, line.minutes, line.in_hours) == (
        "S01",
        "casework",
        2,
        9 * 60,
        6 * 60,
    )


def test_a_ban_names_its_clause(ws: Workspace) -> None:
    """Whoever is called away can point at it."""
    line = next(one for one in ws.abstractions("2018-07").lines if one.is_barred)
    assert [(ban.entry, ban.clause) for ban in line.bans] == [("assignments.kinds", ("一",))]


def test_an_attested_exception_is_told_apart(ws: Workspace) -> None:
    """An emergency that the entry names lifts the ban, and stands in the ledger all the same."""
    line = next(one for one in ws.abstractions("2018-07").lines if one.excepted)
    assert (line.minutes, line.is_barred, line.bans[0].excepted) == (60, False, ("emergency",))


def test_other_kinds_and_roles_are_not_barred(ws: Workspace) -> None:
    """A campaign is none of the kinds, and officers are not protected."""
    lines = {
        (one.staff, one.kind): one for one in ws.abstractions("2018-07").lines if not one.excepted
    }
    assert (lines["S01", "campaign"].bans, lines["S03", "casework"].bans) == ((), ())


def test_only_taskings_of_the_period_count(ws: Workspace) -> None:
    """In August nobody was called away."""
    assert ws.abstractions("2018-08").lines == ()


def test_a_month_without_a_calendar_has_its_ledger(ws: Workspace) -> None:
    """Whoever was called away in 2031 was; how much of it lay in hours nobody knows yet."""
    start, end = (datetime(2031, 7, 1, hour, tzinfo=ZONE) for hour in (9, 12))
    facts = tasking("t6", "casework", 1, (9, 12))
    ws.record(evolve(facts, started_at=start, ended_at=end), known_at=end)
    (line,) = ws.abstractions("2031-07").lines
    assert (line.minutes, line.in_hours, line.is_barred) == (180, None, True)


def test_an_absence_that_is_barred_names_its_clause(ws: Workspace) -> None:
    """S01 is a community officer, whom testtown protects from casework; S03 is none."""
    gone = [away(), away(staff="S03"), away(kind="campaign"), away(kind=None)]
    (found,) = ws.barred_absences("2018-07", gone)
    assert (found.away.staff, [ban.clause for ban in found.bans]) == ("S01", [("一",)])


@pytest.mark.parametrize(
    "given", [{"excepted": ["emergency"]}, {"first": date(2018, 8, 1), "last": date(2018, 8, 2)}]
)
def test_an_absence_that_nothing_bars_is_not_told(
    ws: Workspace, given: Mapping[str, object]
) -> None:
    """An exception that the entry names is attested, or it lies outside the period."""
    assert ws.barred_absences("2018-07", [away(**given)]) == ()


def test_need_counts_who_is_away_as_not_there(ws: Workspace) -> None:
    """S01 is gone for 5 of 22 working days: 39 of 44 days are filled; as much is needed."""
    (role,) = ws.need("2018-07", away=[away()]).roles
    assert (role.held, role.minutes) == (Fraction(39, 22), 360)


def test_burden_weighs_on_who_is_there(ws: Workspace) -> None:
    """S01's hours are 17 of 22 days; work that only S01 owes still weighs on S01."""
    hours = {one.staff: one.available for one in ws.burden("2018-07", away=[away()]).officers}
    assert hours == {"S01": 17 * 480, "S02": 22 * 480}


@pytest.mark.parametrize(
    "ask",
    [
        lambda ws: ws.plan("2031-07"),
        lambda ws: ws.plan_stations("2031-07"),
        lambda ws: ws.replan(evolve(ws.plan("2018-07"), period=Period.parse("2031-07"))),
        lambda ws: ws.burden("2031-07"),
        lambda ws: ws.need("2031-07"),
        lambda ws: ws.capacities("2026-W53"),
    ],
    ids=["plan", "plan_stations", "replan", "burden", "need", "capacities"],
)
def test_a_month_without_a_calendar_is_not_planned(
    ws: Workspace, ask: Callable[[Workspace], object]
) -> None:
    """Nobody knows which days are worked; the answer says until when that is settled."""
    with pytest.raises(CalendarUnpublished) as refused:
        ask(ws)
    assert refused.value.facts["published_through"] == date(2026, 12, 31)


def test_need_is_work_times_relief_by_post(ws: Workspace) -> None:
    """Six visits and two meetings are 360 minutes; times 120 % by 22 days of 8 hours."""
    (role,) = ws.need("2018-07").roles
    assert (role.roles, role.minutes, role.held, role.needed, role.posts) == (
        ("community_officer",),
        360,
        Fraction(2),
        Fraction(360 * 120, 22 * 480 * 100),
        1,
    )


def test_need_shows_what_rooms_want(ws: Workspace) -> None:
    """Testtown wants 1 to 2 officers in each room; R2 has three."""
    rooms = {one.subject: one.result for one in ws.need("2018-07").rooms}
    assert rooms == {"R1": "met", "R2": "not_met"}


def test_without_relief_no_need_is_said() -> None:
    """The factor is for the host to give."""
    config = {**CONFIG, "planning": {"hours": "8 hours", "starts": "09:00"}}
    with fengqiao.open_workspace("memory:", packs=[SMALL_PACK], config=config) as ws:
        small_city(ws)
        (role,) = ws.need("2018-07").roles
    assert (role.needed, role.reason) == (None, "no_relief")


def test_without_hours_no_need_is_said() -> None:
    """Neither what a post gives, nor how many there are."""
    config = {"testtown": CONFIG["testtown"]}
    with fengqiao.open_workspace("memory:", packs=[SMALL_PACK], config=config) as ws:
        small_city(ws)
        (role,) = ws.need("2018-07").roles
    assert (role.held, role.reason) == (None, "no_hours")
