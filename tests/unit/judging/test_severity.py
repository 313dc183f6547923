from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from fengqiao.judging import severity
from fengqiao.judging.severity import Side
from fengqiao.rules import Target
from fengqiao.rules.entries import Force

if TYPE_CHECKING:
    from tests.unit.conftest import Build

ON = date(2018, 7, 31)
TARGET = Target(days=(date(2021, 6, 25), date(2023, 6, 25)))


@pytest.mark.parametrize(
    ("force", "found"),
    [("must", "breach"), ("in_principle", "notice"), ("aim", "notice"), ("practice", "info")],
)
def test_force_decides(force: Force, found: str) -> None:
    """How binding the source is."""
    assert severity(force, on=ON, side="below") == found


def test_about_is_never_more_than_a_notice() -> None:
    """Whatever the force."""
    assert [severity(force, on=ON, side="above", about=True) for force in ("must", "practice")] == [
        "notice",
        "info",
    ]


@pytest.mark.parametrize(
    ("held", "side", "found"),
    [
        ({"above": "notice"}, "above", "notice"),
        ({"above": "notice"}, "below", "breach"),
        ({"below": "info"}, "below", "info"),
        ({"above": "breach"}, "above", "breach"),
    ],
)
def test_side_may_be_held_down(build: Build, held: dict[str, str], side: Side, found: str) -> None:
    """Above a range a notice, below it in full."""
    assert severity("must", on=ON, side=side, phase=build.norm_phase(**held)) == found


def test_side_never_raises(build: Build) -> None:
    """An aim stays a notice, whatever the entry says of its side."""
    phase = build.norm_phase(above="breach")
    assert severity("aim", on=ON, side="above", phase=phase) == "notice"


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (date(2021, 6, 24), "info"),
        (date(2021, 6, 25), "notice"),
        (date(2023, 6, 24), "notice"),
        (date(2023, 6, 25), "breach"),
    ],
)
def test_two_targets(build: Build, on: date, found: str) -> None:
    """Info, then a notice, then in full."""
    assert severity("must", on=on, side="below", phase=build.norm_phase(by=TARGET)) == found


@pytest.mark.parametrize(("day", "found"), [(30, "info"), (31, "breach")])
def test_one_target(build: Build, day: int, found: str) -> None:
    """On its day it counts in full."""
    phase = build.norm_phase(by=Target(days=(date(2018, 12, 31),)))
    assert severity("must", on=date(2018, 12, day), side="below", phase=phase) == found
