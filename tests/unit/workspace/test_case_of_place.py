"""Procedures that a place brings: other kinds of mediation, a clock that stands still in hours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Workspace
from fengqiao.errors import MoveRefused
from fengqiao.timing import OpenHours

ZONE = ZoneInfo("Asia/Shanghai")
KNOWN_AT = datetime(2026, 12, 31, 12, tzinfo=ZONE)
A, B = "party-000A", "party-000B"
KINDS = ("mediation.administrative", "mediation.judicial", "mediation.joint")

HEAD = """
format = 1
[pack]
id = "somewhere"
version = "1"
zh = "某地"
areas = ["990001"]
[[source]]
id = "rules"
zh = "某地调解规定"
issued = 2025-01-01
[[clause]]
ref = "一"
[[clause]]
ref = "二"
"""
KIND = """
[[procedure]]
key    = "{key}"
clause = "一"
papers = ["registration", "index"]
[[procedure.state]]
name = "open"
[[procedure.state]]
name = "failed"
[[procedure.state]]
name = "handed_on"
ends = true
[[procedure.state]]
name = "filed"
ends = true
[[procedure.move]]
name = "applied"
from = "new"
to   = "open"
by   = "party"
[[procedure.move]]
name = "referred"
from = "new"
to   = "open"
by   = ["body", "court", "committee"]
[[procedure.move]]
name = "joined"
from = "open"
[[procedure.move]]
name = "expert_begun"
from = "open"
[[procedure.move]]
name = "expert_ended"
from = "open"
[[procedure.move]]
name = "failed"
from = "open"
to   = "failed"
by   = ["body", "court"]
[[procedure.move]]
name = "handed_on"
from = ["open", "failed"]
to   = "handed_on"
[[procedure.move]]
name = "filed"
from = "failed"
to   = "filed"
[[procedure.guard]]
name   = "named"
moves  = "handed_on"
needs.any_of = ["to_peoples", "to_administrative", "to_judicial", "to_joint", "to_court"]
clause = "二"
[[procedure.guard]]
name   = "archive"
moves  = "filed"
needs  = "file_complete"
clause = "二"
[[procedure.clock]]
name     = "settle"
at_most  = "24 hours"
starts   = ["applied", "referred"]
stops    = ["failed", "handed_on"]
holds    = [ {{ reason = "expert", begins = "expert_begun", ends = "expert_ended", within = "open_hours", clause = "二" }} ]
zh       = "办结"
en       = "to be settled"
"""  # noqa: E501  a row of a pack
OFFICE = OpenHours(on_working_days=((540, 720), (840, 1080)))
"""09:00 to 12:00 and 14:00 to 18:00."""


def on(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of March 2026; the 2nd is a Monday."""
    return datetime(2026, 3, day, hour, minute, tzinfo=ZONE)


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[..., Workspace]]:
    """Opens the place, with the hours that its bodies keep."""
    data = tmp_path / "somewhere" / "data"
    data.mkdir(parents=True)
    text = HEAD + "".join(KIND.format(key=key) for key in KINDS)
    (data / "pack.toml").write_text(text, encoding="utf-8")
    with ExitStack() as stack:
        yield lambda hours=None: stack.enter_context(
            fengqiao.open_workspace("memory:", packs=[tmp_path / "somewhere"], hours=hours)
        )


def begin(ws: Workspace, case_id: str, key: str, at: datetime, **more: Any) -> None:  # noqa: ANN401  fields
    """The first step of a case."""
    kind = "referred" if more else "applied"
    ws.open_case(case_id, kind, procedure=key, at=at, known_at=KNOWN_AT, **more)


def take(ws: Workspace, kind: str, at: datetime, **more: Any) -> Any:  # noqa: ANN401  a case
    """A step of the first case."""
    return ws.take("case-0001", kind, at=at, known_at=KNOWN_AT, **more)


def ends(ws: Workspace) -> Any:  # noqa: ANN401  a deadline
    """The deadline of the place's clock."""
    (wait,) = ws.case("case-0001").waits
    return wait.deadline


def test_a_hold_counts_as_far_as_the_office_is_open(opened: Callable[..., Workspace]) -> None:
    """24 hours from Monday 09:00; of 11:00 to Tuesday 10:00 1 + 4 + 1 hours are office hours."""
    ws = opened(OFFICE)
    begin(ws, "case-0001", KINDS[0], on(2, 9))
    take(ws, "expert_begun", on(2, 11))
    take(ws, "expert_ended", on(3, 10))
    found = ends(ws)
    assert datetime.fromtimestamp(found.due_at, tz=ZONE) == on(3, 15)
    told = " ".join(found.explain("en"))
    assert ("expert" in told, "二" in told) == (True, True)


def test_a_hold_of_a_night_takes_nothing(opened: Callable[..., Workspace]) -> None:
    """From 18:00 to 09:00 nobody would have worked."""
    ws = opened(OFFICE)
    begin(ws, "case-0001", KINDS[0], on(2, 9))
    take(ws, "expert_begun", on(2, 18))
    take(ws, "expert_ended", on(3, 9))
    assert datetime.fromtimestamp(ends(ws).due_at, tz=ZONE) == on(3, 9)


def test_without_hours_the_end_is_not_guessed(opened: Callable[..., Workspace]) -> None:
    """The case is read all the same; nobody said when the office is open."""
    ws = opened()
    begin(ws, "case-0001", KINDS[0], on(2, 9))
    assert (ends(ws).due_at, ends(ws).reason) == (None, "not_configured")


def test_a_case_passes_from_one_kind_to_the_next(opened: Callable[..., Workspace]) -> None:
    """Administrative, judicial, joint: handed on with a destination, taken over, in no circle."""
    ws = opened(OFFICE)
    begin(ws, "case-0001", KINDS[0], on(2, 9))
    with pytest.raises(MoveRefused) as caught:
        take(ws, "handed_on", on(2, 10))
    assert "rules:二" in str(caught.value)
    view = take(ws, "handed_on", on(2, 10), other="case-0002", facts=("to_judicial",))
    assert view.state.state == "handed_on"
    begin(ws, "case-0002", KINDS[1], on(2, 11), other="case-0001", facts=("by_body",))
    begin(ws, "case-0003", KINDS[2], on(2, 12), other="case-0002", facts=("by_court",))
    with pytest.raises(MoveRefused) as again:
        ws.take(
            "case-0003", "handed_on", other="case-0001", facts=("to_administrative",),
            at=on(2, 13), known_at=KNOWN_AT,
        )  # fmt: skip
    assert again.value.code == "casework.cyclic"


def test_a_place_asks_for_an_index_of_the_file(opened: Callable[..., Workspace]) -> None:
    """What a file holds is the pack's: here an index, without which nothing is filed."""
    ws = opened(OFFICE)
    begin(ws, "case-0001", KINDS[0], on(2, 9))
    take(ws, "failed", on(2, 10), facts=("by_body",))
    with pytest.raises(MoveRefused) as caught:
        take(ws, "filed", on(2, 11), papers=("registration",))
    assert caught.value.code == "casework.needs"
    view = take(ws, "filed", on(2, 11), papers=("registration", "index"))
    assert view.state.state == "filed"
