from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from fengqiao.casework import REPLAY_COLUMNS, Law, fold, replay
from fengqiao.model import Table
from fengqiao.testing.casework import law_of, step

pytestmark = pytest.mark.needs("fengqiao_cn")

PEOPLES = "mediation.peoples"
ON_SITE = "mediation.public_security"


@pytest.fixture(scope="module")
def law() -> Law:
    """National law, as a place has it that fills in nothing."""
    return law_of(["cn"], place="cn", terms={})


def table(case: str, key: str, *steps: tuple[str, date]) -> Table:
    """The steps of a case."""
    rows = [
        {
            "case": case, "seq": seq, "format": 1, "procedure": key if seq == 1 else None,
            "area": None, "facts": "", "party": None, **step(kind, on=on),
        }
        for seq, (kind, on) in enumerate(steps, 1)
    ]  # fmt: skip
    return Table(
        {name: [row[name] for row in rows] for name in (*REPLAY_COLUMNS, "facts", "party")}
    )


def together(tables: Sequence[Table], order: Sequence[int] | None = None) -> Table:
    """The steps of several cases, in any order."""
    rows = [row for one in tables for row in one.rows(*one.columns)]
    rows = [rows[place] for place in order] if order else rows
    names = tuple(tables[0].columns)
    return Table(dict(zip(names, map(list, zip(*rows, strict=True)), strict=True)))


SETTLED = table(
    "case-0001", PEOPLES,
    ("applied", date(2026, 3, 2)), ("accepted", date(2026, 3, 3)),
    ("session_held", date(2026, 3, 4)),
    ("agreed", date(2026, 3, 5)),
)  # fmt: skip
REFUSED = table("case-0002", PEOPLES, ("applied", date(2026, 3, 2)), ("refused", date(2026, 3, 3)))
ACROSS = table(
    "case-0003", ON_SITE,
    ("found", date(2025, 12, 29)), ("accepted", date(2025, 12, 30)),
    ("session_held", date(2026, 1, 5)),
)  # fmt: skip
"""The public-security rules changed on 2026-01-01."""


@pytest.mark.parametrize("case", [SETTLED, REFUSED, ACROSS])
def test_it_says_what_the_fold_says(law: Law, case: Table) -> None:
    """State and number of the last step are those of the case folded step by step."""
    folded = fold(case["case"][0], len(case), case, law)
    replayed = replay(case, lambda _: law)
    assert (replayed.state, replayed.version) == ([folded.state], [folded.version])


def test_rows_may_come_in_any_order(law: Law) -> None:
    """Steps as a store gives them, by day, make the same cases as case by case."""
    mixed = replay(together([SETTLED, REFUSED, ACROSS], [8, 0, 4, 7, 2, 1, 5, 3, 6]), lambda _: law)
    apart = replay(together([SETTLED, REFUSED, ACROSS]), lambda _: law)
    by_case: Any = dict(zip(mixed.case, zip(mixed.state, mixed.moments, strict=True), strict=True))
    assert by_case == dict(
        zip(apart.case, zip(apart.state, apart.moments, strict=True), strict=True)
    )


def test_a_step_from_elsewhere_leaves_the_state_open(law: Law) -> None:
    """A case with a step that its procedure does not know from there has no state."""
    case = table("case-0004", PEOPLES, ("applied", date(2026, 3, 2)), ("filed", date(2026, 3, 3)))
    assert replay(case, lambda _: law).state == [None]


def test_the_last_moment_of_each_step_is_there(law: Law) -> None:
    """What clocks ask, when a step was last taken, stands beside the state."""
    (moments,) = replay(SETTLED, lambda _: law).moments
    assert moments == dict(zip(SETTLED["kind"], SETTLED["at"], strict=True))


def test_no_steps_make_no_case(law: Law) -> None:
    """An empty table makes no case."""
    assert len(replay({name: [] for name in REPLAY_COLUMNS}, lambda _: law)) == 0
