"""The fold of a case: from its steps to its state, or the step that can't have been."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fengqiao.casework import CaseState, Law, advanced, blank_step, deadlines, fold, moves
from fengqiao.casework.facts import DERIVED
from fengqiao.casework.upcast import upcast
from fengqiao.errors import CaseError, MoveRefused
from fengqiao.model import CASE_EVENT, Table
from fengqiao.rules.catalogue_procedures import DERIVED_FACTS
from fengqiao.testing.casework import law_of, refusals, step, walk

PEOPLES = "mediation.peoples"
A, B = "party-000A", "party-000B"


@pytest.fixture(scope="module")
def under() -> Law:
    """National law; its open terms stay open."""
    return law_of(["wuhai"], place="cn", terms={"mediation.peoples.contents": "waived"})


def _table(*steps: dict[str, Any]) -> Table:
    rows = [
        blank_step(**{"procedure": PEOPLES, "facts": "", "format": 1, "seq": number, **one})
        for number, one in enumerate(steps, start=1)
    ]
    names = (*CASE_EVENT.fields, "day")
    return Table({name: [row[name] for row in rows] for name in names})


OPEN = (
    step("applied"),
    step("joined", party=A),
    step("joined", party=B),
    step("consented", party=A),
    step("consented", party=B),
    step("accepted"),
)


def test_a_case_is_the_fold_of_its_steps(under: Law) -> None:
    """Replaying what a store gives leads to the state in which the steps were taken."""
    state = fold("case-0001", 6, _table(*OPEN), under)
    assert (state.state, state.version, state.accepted_on) == ("open", 6, date(2024, 3, 4))
    assert dict(state.parties) == {A: "consented", B: "consented"}


def test_replaying_piece_by_piece_comes_to_the_same(under: Law) -> None:
    """However the steps are cut, the state is one."""
    whole = fold("case-0001", 6, _table(*OPEN), under)
    assert walk(under, PEOPLES, *OPEN).state == whole.state


def test_a_step_that_can_not_have_been_is_named(under: Law) -> None:
    """A history that no procedure knows is refused with the number of the step."""
    with pytest.raises(CaseError) as caught:
        fold("case-0001", 2, _table(step("applied"), step("performed")), under)
    assert (caught.value.code, caught.value.facts["step"]) == ("casework.impossible", 2)


def test_the_first_step_names_the_procedure(under: Law) -> None:
    """Without it nothing says which steps there are."""
    with pytest.raises(CaseError) as caught:
        advanced(CaseState(case="case-0001"), blank_step(**step("applied")), under)
    assert caught.value.code == "casework.no_procedure"


def test_an_unknown_procedure_is_refused(under: Law) -> None:
    """A procedure that no pack of the place has."""
    first = blank_step(**step("applied"), procedure="mediation.judicial")
    with pytest.raises(CaseError) as caught:
        advanced(CaseState(case="case-0001"), first, under)
    assert caught.value.code == "casework.unknown_procedure"


def test_a_newer_format_is_refused() -> None:
    """Steps of a later version are not guessed at."""
    with pytest.raises(CaseError) as caught:
        upcast({"format": 2, "seq": 1})
    assert caught.value.code == "casework.newer_format"


def test_the_same_step_twice_is_refused(under: Law) -> None:
    """A case is accepted once."""
    state = walk(under, PEOPLES, *OPEN)
    assert [one.why for one in refusals(under, state, step("accepted"), PEOPLES)] == ["not_here"]


def test_a_refusal_carries_all_its_reasons(under: Law) -> None:
    """A clerk reads everything that is missing at once, each with its article."""
    state = walk(under, PEOPLES, *OPEN)
    whys = refusals(under, state, step("session_held", facts=("fee_charged",)), PEOPLES)
    assert {one.guard for one in whys} == {
        f"{PEOPLES}.{name}" for name in ("rights_first", "mediator", "no_fee")
    }


def test_an_illegal_step_raises_with_its_articles(under: Law) -> None:
    """The error names the guard and the clauses, in words that say what to do."""
    with pytest.raises(MoveRefused) as caught:
        walk(under, PEOPLES, *OPEN, step("session_held"))
    assert {fault.code for fault in caught.value.faults} == {"casework.needs"}
    assert "mediation2010:19" in str(caught.value)


def test_moves_say_which_are_legal(under: Law) -> None:
    """Every step of the procedure once, legal or with its reasons."""
    state = walk(under, PEOPLES, *OPEN)
    found = moves(state, under, at=step("failed")["at"])
    assert len({one.step for one in found}) == len(found)
    legal = {one.step for one in found if one.is_legal}
    assert {"mediator_appointed", "rights_told", "failed"} <= legal
    assert all(one.refusals[0].cites for one in found if not one.is_legal)


def test_deadlines_explain_themselves(under: Law) -> None:
    """Art. 33: thirty days from an oral agreement of 4 March 2024 end on 3 April."""
    state = walk(
        under,
        PEOPLES,
        *OPEN,
        step("rights_told"),
        step("mediator_appointed"),
        step("session_held"),
        step("agreed", form="oral", facts=("content_recorded",)),
    )
    found = next(one for one in deadlines(state, under) if "confirm" in one.entry)
    assert (found.entry, found.deadline.last_day) == ("mediation.time_to_confirm", date(2024, 4, 3))
    assert found.deadline.explain("en")


def test_each_derived_fact_has_its_function() -> None:
    """The catalogue and the functions name the same facts."""
    assert set(DERIVED) == set(DERIVED_FACTS)
