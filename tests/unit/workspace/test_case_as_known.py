"""A case as it was known: later steps, later withdrawals and later posts are left out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Area, Assignment, FengqiaoError, Station, Workspace

pytestmark = pytest.mark.needs("fengqiao_cn")
ZONE = ZoneInfo("Asia/Shanghai")
AT = datetime(2026, 3, 2, 9, tzinfo=ZONE)
KNOWN = AT + timedelta(minutes=30)
LATER = KNOWN + timedelta(days=1)
LAST = KNOWN + timedelta(days=2)
CASE = "case-0001"


@pytest.fixture
def ws() -> Iterator[Workspace]:
    """A dispute that was applied for; a party of it became known a day later."""
    with fengqiao.open_workspace(packs=["cn"]) as opened:
        opened.open_case(CASE, "applied", procedure="mediation.peoples", at=AT, known_at=KNOWN)
        opened.take(CASE, "joined", party="party-000A", at=AT, known_at=LATER)
        yield opened


def test_a_step_that_became_known_later_is_left_out(ws: Workspace) -> None:
    """On the first day the case had one step and no party, and was of version 1."""
    then, today = ws.case(CASE, as_known=KNOWN), ws.case(CASE)
    assert (then.version, len(then.state.parties)) == (1, 0)
    assert (today.version, len(today.state.parties)) == (2, 1)


def test_a_step_that_was_withdrawn_later_stands_there_still(ws: Workspace) -> None:
    """Its number stays taken, so the version is the same before and after."""
    ws.void("case_event", f"{CASE}:2", known_at=LAST, reason="wrong_party")
    then, today = ws.case(CASE, as_known=LATER), ws.case(CASE)
    assert [len(view.state.steps) for view in (then, today)] == [2, 1]


def test_a_case_is_not_there_before_it_was_recorded(ws: Workspace) -> None:
    """It had happened, and nobody had said so."""
    with pytest.raises(FengqiaoError) as caught:
        ws.case(CASE, as_known=KNOWN - timedelta(seconds=1))
    assert caught.value.code == "casework.unknown_case"


def test_a_post_that_became_known_later_makes_no_step_unlawful_then(ws: Workspace) -> None:
    """S01 told the parties their rights; that he is an auxiliary, who may not, came out later."""
    day = date(2018, 1, 1)
    ws.take(CASE, "rights_told", by="S01", at=AT, known_at=LATER)
    ws.record(Area(area="990001001", name="街道", since=day), known_at=LAST)
    ws.record(Station(station="ST01", name="派出所", area="990001001", since=day), known_at=LAST)
    role: Any = {"role": "auxiliary_officer", "full_time": True}
    ws.record(Assignment(staff="S01", station="ST01", since=day, **role), known_at=LAST)
    assert [one.kind for one in ws.case(CASE).unlawful] == ["rights_told"]
    assert ws.case(CASE, as_known=LATER).unlawful == ()
