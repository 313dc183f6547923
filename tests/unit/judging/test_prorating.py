from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from fengqiao.judging import Finding, check
from fengqiao.judging.prorating import prorated
from fengqiao.rules import NormPhase
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build


@pytest.mark.parametrize(
    ("limit", "days", "of", "found"),
    [
        (80, 31, 31, 80),
        (80, 6, 30, 16),
        (80, 21, 31, 55),  # 54.19
        (80, 1, 31, 3),  # 2.58
        (1, 1, 31, 1),
        (0, 10, 31, 0),
        ("5/2", 15, 30, 2),  # 1.25
    ],
)
def test_limit_shrinks_with_the_days_and_is_rounded_up(
    build: Build, limit: object, days: int, of: int, found: int
) -> None:
    """Eighty a month are sixteen in six days of June."""
    assert prorated(build.exact(limit), days, of).num == found


def findings(build: Build, phase: NormPhase, visits: int, **post: object) -> Finding:
    """Findings on W2, who held the post from 11 July on."""
    registers = build.town(
        recording=build.declared("visit"),
        assignment=[build.post("W2", since=date(2018, 7, 11), **post)],
    )
    rules = build.rules(build.pack(build.norm(phase)))
    events = [build.visit(n, date(2018, 7, 12), staff="W2") for n in range(visits)]
    values = build.answer(build.tasks(rules, registers, build.request()), registers, visit=events)
    found = check(rules, values, on=date(2018, 7, 31), calendar=CN_CALENDAR)
    return next(one for one in found if one.subject == "W2")


@pytest.mark.parametrize(("visits", "result"), [(54, "not_met"), (55, "met")])
def test_subject_is_judged_by_its_part(build: Build, visits: int, result: str) -> None:
    """The receipt names limit and days."""
    one = findings(build, build.norm_phase(prorate=True), visits)
    assert (one.result, one.receipt["prorated"], one.receipt["days"]) == (
        result,
        55,
        {"counted": 31, "in_force": 31, "held": 21, "of": 31},
    )


@pytest.mark.parametrize(
    ("visits", "result"), [(6, "not_met"), (7, "met"), (14, "met"), (15, "not_met")]
)
def test_both_ends_of_a_range_shrink(build: Build, visits: int, result: str) -> None:
    """Ten to twenty a month are seven to fourteen in 21 days: 6.8 and 13.5."""
    phase = build.norm_phase("between", (10, 20), prorate=True)
    one = findings(build, phase, visits)
    assert (one.result, one.receipt["prorated"]) == (result, [7, 14])


def test_side_of_a_part_decides_its_severity(build: Build) -> None:
    """Fifteen are above the part's range, though not above the whole one."""
    phase = build.norm_phase("between", (10, 20), prorate=True, above="notice")
    assert findings(build, phase, 15).severity == "notice"


def test_without_prorate_the_part_is_not_judged(build: Build) -> None:
    """And nothing is shown as found."""
    one = findings(build, build.norm_phase(), 80)
    assert (one.reason, one.actual, one.receipt["prorated"]) == ("part_of_period", None, None)
