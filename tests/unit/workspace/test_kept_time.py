"""Time kept for the community, and quotas prorated by leave, from pack to plan."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao.planning import Away, verify
from fengqiao.testing.small import SMALL_PACK, small_city
from fengqiao.timing import Span
from fengqiao.workspace import Workspace

MORE = """
format = 1

[[norm]]
key      = "hours.in_community"
each     = "community_officer"
per      = "week"
at_least = "20 hours"
clause   = "一#1"

[[norm]]
key      = "inspection.premises"
each     = "community_officer"
per      = "month"
at_least = 31
prorate  = true
clause   = "一#1"

[[duty]]
key      = "duty.data_entry"
who      = "community_officer"
each     = "community"
every    = "day"
lasts.at_least = "6 hours"
clause   = "一#1"
"""
KNOWN_AT = datetime(2018, 8, 1, 8, tzinfo=ZoneInfo("Asia/Shanghai"))
CONFIG: Mapping[str, object] = {
    "planning": {"hours": "8 hours", "starts": "09:00"},
    "testtown": {
        "visits.households.minutes": "20 minutes",
        "inspection.premises.minutes": "30 minutes",
    },
}


@pytest.fixture
def ws(tmp_path: Path) -> Iterator[Workspace]:
    """The small town, whose pack keeps 20 hours of a week and asks for six hours a day of data."""
    pack = Path(shutil.copytree(SMALL_PACK, tmp_path / "pack"))
    (pack / "data" / "9_more.toml").write_text(MORE.lstrip(), encoding="utf-8")
    with fengqiao.open_workspace("memory:", packs=[pack], config=CONFIG) as workspace:
        small_city(workspace)
        since = {"inspection": date(2018, 1, 1), "duty.data_entry": date(2018, 1, 1)}
        workspace.declare(since, known_at=KNOWN_AT)
        yield workspace


def test_a_week_keeps_its_hours(ws: Workspace) -> None:
    """Of the first week, 2 to 8 July, 20 hours; of the last two days of July two fifths."""
    own = next(one for one in ws.capacities("2018-07") if one.staff == "S01")
    assert (own.kept[1].span, own.kept[1].minutes, own.kept[-1].minutes) == (
        Span(date(2018, 7, 2), date(2018, 7, 8)),
        1_200,
        480,
    )


def test_other_work_gets_the_rest(ws: Workspace) -> None:
    """Six hours of data a day would be 30 of 40; only three days of it fit beside 20 hours."""
    plan = ws.plan("2018-W28")
    data = [one for one in plan.placed if one.entry == "duty.data_entry" and one.staff == "S01"]
    left = [one.reason for one in plan.unplaced if one.entry == "duty.data_entry"]
    items = tuple(ws.due("2018-W28", on=plan.on))
    found = verify(plan, items, ws.capacities("2018-W28"), period=plan.period, calendar=ws.calendar)
    assert (len(data), set(left), found) == (3, {"time_kept", "day_off"}, ())


def test_a_prorated_quota_is_less_in_a_month_with_leave(ws: Workspace) -> None:
    """31 inspections in July; ten days of leave leave 21. Visits aren't prorated and stay three."""
    away = [Away(staff="S01", first=date(2018, 7, 1), last=date(2018, 7, 10))]
    due = {one.entry: one.due for one in ws.due("2018-07", away=away) if one.staff == "S01"}
    assert (due["inspection.premises"], due["visits.households"]) == (21, 3)
