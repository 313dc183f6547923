"""Two clerks who hand two cases to each other at one moment: nobody is left to find out later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Workspace
from fengqiao.casework import moves
from fengqiao.errors import MoveRefused
from fengqiao.store.sqlite import SqliteStore

pytestmark = pytest.mark.needs("fengqiao_cn")
ZONE = ZoneInfo("Asia/Shanghai")
ONE, TWO = "case-0001", "case-0002"


def on(day: int) -> datetime:
    """Nine o'clock of a day of March 2026."""
    return datetime(2026, 3, day, 9, tzinfo=ZONE)


def hand_on(ws: Workspace, case: str, other: str) -> Any:  # noqa: ANN401  a case
    """Hand one case on to the other."""
    return ws.take(case, "handed_on", other=other, at=on(3), known_at=on(4))


@pytest.fixture
def clerks(tmp_path: Path) -> Iterator[tuple[Workspace, Workspace]]:
    """Two workspaces over one store with two cases."""
    url = f"sqlite:///{tmp_path / 'town.db'}"
    with (
        fengqiao.open_workspace(url, packs=["cn"]) as first,
        fengqiao.open_workspace(url, packs=["cn"]) as second,
    ):
        for case in (ONE, TWO):
            first.open_case(
                case, "applied", procedure="mediation.peoples", at=on(2), known_at=on(4)
            )
        yield first, second


@pytest.fixture
def at_once(
    clerks: tuple[Workspace, Workspace], monkeypatch: pytest.MonkeyPatch
) -> Callable[[], tuple[Any, Any]]:
    """Both check, then both write: the second between the first's check and its write."""
    first, second = clerks
    write = SqliteStore.append_case
    views: list[Any] = []

    def late(store: SqliteStore, *args: Any, **more: Any) -> int:  # noqa: ANN401  handed through
        monkeypatch.setattr(SqliteStore, "append_case", write)
        views.append(hand_on(second, TWO, ONE))
        return write(store, *args, **more)

    def run() -> tuple[Any, Any]:
        monkeypatch.setattr(SqliteStore, "append_case", late)
        return hand_on(first, ONE, TWO), views[0]

    return run


def test_one_after_the_other_the_second_is_refused(clerks: tuple[Workspace, Workspace]) -> None:
    """The ring is seen before anything is written."""
    first, second = clerks
    hand_on(first, ONE, TWO)
    with pytest.raises(MoveRefused) as caught:
        hand_on(second, TWO, ONE)
    assert caught.value.code == "casework.cyclic"
    assert second.case(TWO).version == 1


def test_at_one_moment_whoever_wrote_last_is_told_at_once(
    at_once: Callable[[], tuple[Any, Any]],
) -> None:
    """What `take` gives back names the step; the one before couldn't know yet."""
    last, before = at_once()
    assert [(one.seq, [why.why for why in one.refusals]) for one in last.unlawful] == [
        (2, ["cyclic"])
    ]
    assert before.unlawful == ()


def test_both_cases_and_the_list_show_it_from_then_on(
    clerks: tuple[Workspace, Workspace], at_once: Callable[[], tuple[Any, Any]]
) -> None:
    """Nothing is lost, and neither case passes for one in order."""
    at_once()
    assert [clerks[1].case(case).unlawful[0].kind for case in (ONE, TWO)] == ["handed_on"] * 2
    lines = clerks[0].cases(on=date(2026, 3, 4), closed=True)
    assert [one.unlawful for one in lines] == [1, 1]


def test_withdrawing_one_step_opens_the_ring(
    clerks: tuple[Workspace, Workspace], at_once: Callable[[], tuple[Any, Any]]
) -> None:
    """Then the other stands as it should, and the first goes on where it was."""
    at_once()
    clerks[0].store.void("case_event", [f"{ONE}:2"], known_at=on(5), reason="circle")
    assert [clerks[0].case(case).unlawful for case in (ONE, TWO)] == [(), ()]
    view = clerks[0].case(ONE)
    assert "consented" in [one.step for one in moves(view.state, view.held.law, at=view.at)]
