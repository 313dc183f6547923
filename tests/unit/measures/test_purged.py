"""What rests on purged facts can't be judged; what was counted before they went still can."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

import pytest

from fengqiao import measures

if TYPE_CHECKING:
    from tests.unit.conftest import Build

JULY_1, JULY_2 = date(2018, 7, 1), date(2018, 7, 2)


def marked(
    build: Build, purged: Mapping[str, date], *, is_kept: bool, on: date | None = None
) -> list[str | None]:
    """The reasons that a norm on July's visits and a duty to meet in July get."""
    rules = build.rules(build.pack(build.norm(), build.duty(build.duty_phase())))
    tasks = build.tasks(rules, build.town(), build.request(on=on))
    found = measures.mark_purged(tasks, build.town(), purged=purged, is_kept=lambda _tally: is_kept)
    return [task.reason for task in found]


@pytest.mark.parametrize(
    ("purged", "is_kept", "reasons"),
    [
        ({}, False, [None, None]),
        ({"visit": JULY_1}, False, [None, None]),  # the first day that is left
        ({"visit": JULY_2}, False, ["purged", None]),
        ({"visit": JULY_2}, True, [None, None]),  # counted before
        ({"session": JULY_1}, False, [None, None]),
        ({"session": JULY_2}, True, [None, "purged"]),  # rows are read, and no count will do
        ({"contact": JULY_2}, False, [None, None]),
    ],
)
def test_what_needs_purged_facts_is_not_judged(
    build: Build, purged: Mapping[str, date], reasons: list[str | None], *, is_kept: bool
) -> None:
    """Of each kind of event the days before the first that is left are gone."""
    assert marked(build, purged, is_kept=is_kept) == reasons


def test_another_reason_stays(build: Build) -> None:
    """What has not begun is open, whatever was purged."""
    gone = {"visit": JULY_2, "session": JULY_2}
    reasons = marked(build, gone, is_kept=False, on=date(2018, 6, 30))
    assert reasons == ["period_open", "period_open"]
