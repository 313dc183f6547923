"""Disputes that a place passes up level by level: each has its days, and a hold stops them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Area, Workspace
from fengqiao.errors import CaseError, MoveRefused

pytestmark = pytest.mark.needs("fengqiao_cn")
ZONE = ZoneInfo("Asia/Shanghai")
PACK = Path(__file__).parents[2] / "packs_for_tests" / "passed_up"
KNOWN_AT = datetime(2026, 12, 31, 12, tzinfo=ZONE)
CASE, A, B = "case-0001", "party-000A", "party-000B"
COMMUNITY = "990002001002"


def take(ws: Workspace, kind: str, day: int, **more: object) -> object:
    """The next step, at nine o'clock of a day in March 2024, by the committee or a party."""
    at = datetime(2024, 3, day, 9, tzinfo=ZONE)
    facts = ("by_committee", "risk_of_escalation") if "party" not in more else ()
    return ws.take(CASE, kind, at=at, known_at=KNOWN_AT, facts=facts, **more)  # type: ignore[arg-type]  # fields of a step


@pytest.fixture
def ws() -> Iterator[Workspace]:
    """A dispute that was accepted in the grid on Monday 2024-03-04."""
    with fengqiao.open_workspace("memory:", packs=[PACK]) as opened:
        opened.record(Area(area=COMMUNITY, name="A", since=date(2018, 1, 1)), known_at=KNOWN_AT)
        opened.open_case(
            CASE,
            "found",
            procedure="mediation.peoples",
            area=COMMUNITY,
            at=datetime(2024, 3, 4, 9, tzinfo=ZONE),
            known_at=KNOWN_AT,
            facts=("by_committee",),
        )
        for party in (A, B):
            for kind in ("joined", "consented"):
                take(opened, kind, 4, party=party)
        take(opened, "accepted", 4)
        yield opened


def due(ws: Workspace, day: int) -> dict[str, tuple[date | None, int]]:
    """Last day, and how many are open, of each clock of a level that is due in March."""
    found = (one for one in ws.due("2024-03", on=date(2024, 3, day)) if one.kind == "case")
    return {
        one.entry.removeprefix("mediation.peoples."): (one.window.last, one.open)
        for one in found
        if one.pack == "passed_up"
    }


def test_the_days_of_the_first_level_are_due(ws: Workspace) -> None:
    """Three working days after Monday (二): Thursday 2024-03-07."""
    assert due(ws, 4) == {"grid": (date(2024, 3, 7), 1)}


def test_a_level_whose_days_are_over_is_overdue(ws: Workspace) -> None:
    """On Friday the case stands on the list of overdue ones."""
    assert [line.case for line in ws.cases(on=date(2024, 3, 7), overdue=True).lines] == []
    assert [line.case for line in ws.cases(on=date(2024, 3, 8), overdue=True).lines] == [CASE]


def test_passing_it_up_ends_the_days_of_a_level(ws: Workspace) -> None:
    """From Wednesday on five working days of the community run (二): Wednesday 2024-03-13."""
    take(ws, "escalated", 6, level="community")
    assert due(ws, 6) == {"grid": (date(2024, 3, 7), 0), "community": (date(2024, 3, 13), 1)}


def test_a_level_is_not_passed_over(ws: Workspace) -> None:
    """From the grid a case goes to the community, not to the town (一)."""
    with pytest.raises(MoveRefused) as caught:
        take(ws, "escalated", 6, level="town")
    assert caught.value.faults[0].facts["clauses"] == ("rules:一",)


def test_a_held_case_is_never_overdue(ws: Workspace) -> None:
    """While it is held the days of the level have no end (三)."""
    take(ws, "held", 5)
    assert [line.case for line in ws.cases(on=date(2024, 3, 29), overdue=True).lines] == []


def test_limits_of_national_law_stay_its_own(ws: Workspace) -> None:
    """What a place adds to doesn't become the place's: the month to settle is national law's."""
    items = ws.due("2024-04", on=date(2024, 4, 1))
    assert {one.pack for one in items if one.entry == "mediation.time_to_settle"} == {"cn"}


def test_steps_that_only_a_place_has_are_unknown_elsewhere() -> None:
    """National law passes nothing up."""
    with fengqiao.open_workspace("memory:", packs=["cn"]) as opened:
        opened.open_case(
            CASE,
            "found",
            procedure="mediation.peoples",
            at=datetime(2024, 3, 4, 9, tzinfo=ZONE),
            known_at=KNOWN_AT,
            facts=("by_committee",),
        )
        with pytest.raises(CaseError) as caught:
            take(opened, "escalated", 6, level="community")
        assert caught.value.code == "casework.no_such_step"
