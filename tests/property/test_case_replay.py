"""Replay by column agrees with folding step by step, whatever happened in whatever procedure."""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.casework import REPLAY_COLUMNS, CaseState, Law, advanced, blank_step, replay
from fengqiao.errors import CaseError
from fengqiao.testing.casework import law_of

pytestmark = pytest.mark.needs("fengqiao_cn", "fengqiao_laixi")
ZONE = ZoneInfo("Asia/Shanghai")
FIRST = datetime(2025, 12, 25, 9, tzinfo=ZONE)
"""The law of public order changes on 2026-01-01."""
TRANSITIONS = ("by_acceptance", "by_event", None)
STRAY = 0.03
"""How often a step comes that does not start from where the case stands."""


@cache
def _law(pack: str, transition: str | None) -> Law:
    terms = {"mediation.public_security.transition": transition} if transition else {}
    return law_of([pack], place=pack, terms=terms)


def _steps(law: Law, chance: random.Random, case: str) -> list[dict[str, Any]]:
    """Steps of a case at moments that never go back; most start from where it stands."""
    procedure = law.procedure(chance.choice(sorted(law.chain.procedures)))
    state, at, found = "new", FIRST + timedelta(hours=chance.randrange(0, 240)), []
    for seq in range(1, chance.randrange(2, 15)):
        ways = [one for one in procedure.moves if state in one.froms]
        if not ways:
            break
        is_stray = chance.random() < STRAY
        move = chance.choice(procedure.moves if is_stray else ways)
        at += timedelta(hours=chance.randrange(0, 60))
        found.append(
            dict(
                blank_step(
                    case=case, seq=seq, format=1, kind=move.name,
                    procedure=procedure.key if seq == 1 else None,
                    at=int(at.timestamp()), day=at.date().toordinal(),
                )
            )
        )  # fmt: skip
        state = move.to or state
    return found


def _folded(law: Law, steps: list[dict[str, Any]]) -> str | None:
    state = CaseState(case=steps[0]["case"])
    try:
        for one in steps:
            state = advanced(state, one, law)
    except CaseError:
        return None
    return state.state


@given(
    seed=st.integers(0, 2**32),
    pack=st.sampled_from(["cn", "laixi"]),
    transition=st.sampled_from(TRANSITIONS),
    mixed=st.booleans(),
)
def test_replay_says_what_folding_says(
    seed: int,
    pack: str,
    transition: str | None,
    mixed: bool,  # noqa: FBT001  what hypothesis draws
) -> None:
    """State and version of each of forty cases, in whatever order the rows come."""
    law, chance = _law(pack, transition), random.Random(seed)  # noqa: S311  a test
    cases = [_steps(law, chance, f"case-{number:04d}") for number in range(40)]
    rows = [one for steps in cases for one in steps]
    if mixed:
        chance.shuffle(rows)
    found = replay({name: [one[name] for one in rows] for name in REPLAY_COLUMNS}, lambda _: law)
    replayed = dict(zip(found.case, zip(found.state, found.version, strict=True), strict=True))
    assert replayed == {
        steps[0]["case"]: (_folded(law, steps), steps[-1]["seq"]) for steps in cases
    }


def test_the_cases_cross_the_day_on_which_the_law_changed() -> None:
    """Some of them; and some have a step that does not fit, most have not."""
    law, chance = _law("cn", None), random.Random(1)  # noqa: S311  a test
    cases = [_steps(law, chance, f"case-{number:04d}") for number in range(400)]
    change = date(2026, 1, 1).toordinal()
    across = [steps for steps in cases if steps[0]["day"] < change <= steps[-1]["day"]]
    folded = [_folded(law, steps) for steps in across]
    assert len(across) > 50
    assert 0 < folded.count(None) < len(across) / 2
    assert {steps[0]["procedure"] for steps in across} == set(law.chain.procedures)
