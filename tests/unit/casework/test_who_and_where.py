"""Who takes a step, and where a case is handed on to."""

from __future__ import annotations

import pytest
from attrs import evolve

from fengqiao.casework import Law
from fengqiao.testing.casework import law_of, refusals, step, walk

PEOPLES = "mediation.peoples"
A, B = "party-000A", "party-000B"
OPEN = (
    step("referred", other="case-0009"),
    step("joined", party=A),
    step("joined", party=B),
    step("consented", party=A),
    step("consented", party=B),
    step("accepted"),
)


@pytest.fixture(scope="module")
def under() -> Law:
    """National law; one auxiliary is known."""
    law = law_of(["wuhai"], place="cn", terms={"mediation.peoples.contents": "waived"})
    return evolve(law, auxiliaries=frozenset({"aux-0001"}))


@pytest.mark.parametrize(
    ("by", "expected"), [("aux-0001", ["not_theirs"]), ("staff-0001", []), (None, [])]
)
def test_an_auxiliary_takes_no_step_of_others(
    under: Law, by: str | None, expected: list[str]
) -> None:
    """Whoever is known to assist only can't mediate or decide, whatever is attested."""
    state = walk(under, PEOPLES, *OPEN)
    found = refusals(under, state, step("failed", by=by), PEOPLES)
    assert [one.why for one in found] == expected
    assert all(one.cites for one in found)


@pytest.mark.parametrize(
    ("other", "expected"),
    [("case-0009", ["cyclic"]), ("case-0001", ["cyclic"]), ("case-0010", []), (None, [])],
)
def test_a_case_is_not_handed_back(under: Law, other: str | None, expected: list[str]) -> None:
    """Neither to the case that it came from nor to itself."""
    state = walk(under, PEOPLES, *OPEN)
    found = refusals(under, state, step("handed_on", other=other), PEOPLES)
    assert [one.why for one in found] == expected
