"""Cases as they stood: nothing of what came later, whether one case is asked for or a list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Workspace
from fengqiao.errors import CaseError

pytestmark = pytest.mark.needs("fengqiao_cn")
ZONE = ZoneInfo("Asia/Shanghai")
KNOWN_AT = datetime(2026, 12, 31, 12, tzinfo=ZONE)
CASE, A, B = "case-0001", "party-000A", "party-000B"
CONFIG = {"format": 1, "cn": {"mediation.peoples.contents": "waived"}}


def on(day: int, hour: int = 9) -> datetime:
    """A moment of March 2026."""
    return datetime(2026, 3, day, hour, tzinfo=ZONE)


def take(ws: Workspace, kind: str, day: int, **more: Any) -> Any:  # noqa: ANN401  a case
    """The next step of the case."""
    return ws.take(CASE, kind, at=on(day), known_at=KNOWN_AT, **more)


@pytest.fixture
def ws() -> Iterator[Workspace]:
    """A people's mediation: accepted on the 3rd, failed on the 9th."""
    with fengqiao.open_workspace("memory:", packs=["cn"], config=CONFIG) as opened:
        opened.open_case(
            CASE, "applied", procedure="mediation.peoples", at=on(2), known_at=KNOWN_AT
        )
        for party in (A, B):
            take(opened, "joined", 2, party=party)
            take(opened, "consented", 2, party=party)
        take(opened, "accepted", 3)
        take(opened, "failed", 9)
        yield opened


def test_a_case_is_shown_as_it_stood(ws: Workspace) -> None:
    """On the 5th it was open and nothing had failed."""
    view = ws.case(CASE, at=on(5))
    assert (view.state.state, view.version) == ("open", 6)
    assert [one["kind"] for one in view.to_json()["steps"]][-1] == "accepted"


def test_what_was_legal_then_is_said(ws: Workspace) -> None:
    """No step is refused because of one that came later."""
    moves = ws.case(CASE, at=on(5)).moves
    assert "failed" in [one.step for one in moves if one.is_legal]
    assert not any(why.why == "backdated" for one in moves for why in one.refusals)


def test_a_limit_ran_then(ws: Workspace) -> None:
    """The month to settle had not been stopped."""
    (then, *_), (now, *_) = ws.case(CASE, at=on(5)).waits, ws.case(CASE).waits
    assert (then.done, now.done and now.done["kind"]) == (None, "failed")


def test_before_its_first_step_there_was_no_case(ws: Workspace) -> None:
    """It says so, and not that the reference is unknown."""
    with pytest.raises(CaseError) as caught:
        ws.case(CASE, at=on(1))
    assert caught.value.code == "casework.not_begun"


def test_a_step_dated_back_counts_from_its_place(ws: Workspace) -> None:
    """Recorded after the 9th though dated the 8th: on the 8th nothing was known to have failed."""
    take(ws, "remedies_told", 8, facts=("approved",))
    assert ws.case(CASE, at=on(8, 12)).state.state == "open"
    (line,) = ws.cases(on=date(2026, 3, 8))
    assert (line.fault, line.state) == (None, "open")
    assert ws.case(CASE, at=on(9)).to_json()["steps"][-1]["kind"] == "remedies_told"


# -- lists: closed cases are passed over by their columns -----------------------------------------


@pytest.fixture
def several(ws: Workspace) -> Workspace:
    """Cases that closed on several days, one whose steps make no case, one of no known kind."""
    take(ws, "remedies_told", 10)
    take(ws, "terminated", 11, facts=("by_committee",))
    rows = (
        ("case-0002", "applied", "mediation.peoples", 2),
        ("case-0001", "filed", None, 12),
        ("case-0002", "declined", None, 4),
        ("case-0002", "filed", None, 5),
        ("case-0003", "applied", "mediation.peoples", 2),
        ("case-0003", "signed", None, 4),
        ("case-0004", "found", "mediation.judicial", 2),
        ("case-0005", "applied", "mediation.peoples", 6),
        ("case-0005", "handed_on", None, 7),
        ("case-0005", "filed", None, 8),
    )
    for case, kind, procedure, day in rows:
        version = ws.store.case(case)[0]
        events: dict[str, list[Any]] = {"kind": [kind], "at": [on(day)]}
        if procedure:
            events["procedure"] = [procedure]
        if kind == "handed_on":
            events["other"] = ["case-0002"]
        ws.store.append_case(case, at_version=version, events=events, known_at=KNOWN_AT)
    return ws


@pytest.mark.parametrize("day", [1, 2, 4, 5, 7, 8, 11, 12, 31])
def test_the_list_of_open_cases_is_that_of_all_without_the_closed(
    several: Workspace, day: int
) -> None:
    """On every day, whether they were read by column or step by step."""
    every = several.cases(on=date(2026, 3, day), closed=True)
    found = several.cases(on=date(2026, 3, day))
    assert [one.to_json() for one in found] == [one.to_json() for one in every if not one.is_closed]


def test_some_of_them_are_closed(several: Workspace) -> None:
    """At the end those that were filed."""
    every = several.cases(on=date(2026, 3, 31), closed=True)
    assert [one.case for one in every if one.is_closed] == ["case-0001", "case-0002", "case-0005"]
    assert [one.case for one in every if one.fault] == ["case-0003", "case-0004"]
