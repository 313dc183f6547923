"""The state of a case: a fold of its steps, from the first to the last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Literal

from attrs import evolve, field, frozen

from fengqiao.casework.law import Law
from fengqiao.casework.upcast import upcast
from fengqiao.errors import CaseError
from fengqiao.model import Table
from fengqiao.rules.catalogue_procedures import LASTING_FACTS

Step = Mapping[str, Any]
"""One step in stored form, by field."""

Stand = Literal["joined", "consented", "refused"]

FIRST_STATE = "new"
"""The state of a case before its first step."""

_STANDS: Mapping[str, Stand] = {"joined": "joined", "consented": "consented", "refused": "refused"}


@frozen(kw_only=True)
class CaseState:
    """How a case stands after the steps so far.

    Attributes:
        case: Its reference.
        version: Number of its last step; 0: no step was taken.
        procedure: Key of the procedure that it follows; None before the first step.
        state: A word of `case_state`.
        steps: In order.
        parties: How each party stands: joined, consented or refused, whichever came last.
        facts: Attested facts that hold for the case.
        accepted_on: Day on which it was accepted.
    """

    case: str
    version: int = 0
    procedure: str | None = None
    state: str = FIRST_STATE
    steps: tuple[Step, ...] = ()
    parties: Mapping[str, Stand] = field(factory=dict)
    facts: frozenset[str] = frozenset()
    accepted_on: date | None = None

    def latest(self, *kinds: str) -> Step | None:
        """The last step of some kinds, or None."""
        return next((step for step in reversed(self.steps) if step["kind"] in kinds), None)

    def count(self, kind: str) -> int:
        """How many steps of a kind were taken."""
        return sum(step["kind"] == kind for step in self.steps)


def fold(case_id: str, version: int, table: Table, law: Law) -> CaseState:
    """The state of a case from its steps, as a store gives them.

    Args:
        case_id: Its reference.
        version: Its version.
        table: Its steps in order.
        law: Procedures in force where it is handled.

    Raises:
        CaseError: A step can't have been taken from where the case stood
            (`casework.impossible`), or the first step names no procedure
            (`casework.no_procedure`).
    """
    return evolve(folded(case_id, steps_of(table), law), version=version)


def steps_of(table: Table) -> list[Step]:
    """The steps of a table, in the format of today."""
    return [
        upcast(dict(zip(table.columns, row, strict=True))) for row in table.rows(*table.columns)
    ]


def folded(case_id: str, steps: Iterable[Step], law: Law) -> CaseState:
    """The state after some steps of a case, in order; its version is how many they are.

    Raises:
        CaseError: As `fold`.
    """
    state = CaseState(case=case_id)
    for step in steps:
        state = advanced(state, step, law)
    return state


def advanced(state: CaseState, step: Step, law: Law) -> CaseState:
    """The state after one more step; guards are not asked: what happened has happened.

    Raises:
        CaseError: The step is none of the procedure's from this state.
    """
    key = state.procedure or step["procedure"]
    if key is None:
        raise CaseError("casework.no_procedure", step=state.version + 1)
    days = law.days_for(key, accepted_on=state.accepted_on, on=date.fromordinal(step["day"]))
    move = next(
        (move for day in days for move in law.moves(key, step["kind"], state.state, day)), None
    )
    if move is None:
        facts = {"kind": step["kind"], "state": state.state, "procedure": key}
        raise CaseError("casework.impossible", step=state.version + 1, **facts)
    return evolve(
        state,
        version=state.version + 1,
        procedure=key,
        state=move.to or state.state,
        steps=(*state.steps, step),
        parties=parties_after(state.parties, step),
        facts=state.facts | (words(step, "facts") & LASTING_FACTS),
        accepted_on=date.fromordinal(step["day"])
        if step["kind"] == "accepted"
        else state.accepted_on,
    )


def parties_after(parties: Mapping[str, Stand], step: Step) -> Mapping[str, Stand]:
    """How the parties stand after a step."""
    stand = _STANDS.get(step["kind"])
    if stand is None or step.get("party") is None:
        return parties
    return {**parties, step["party"]: stand}


def words(step: Step, name: str) -> frozenset[str]:
    """The words of one field of a step."""
    return frozenset(filter(None, (step.get(name) or "").split(",")))


def every_word(steps: Sequence[Step], name: str) -> frozenset[str]:
    """The words of one field of all steps."""
    return frozenset(word for step in steps for word in words(step, name))


def level_of(steps: Sequence[Step], path: Sequence[str]) -> str | None:
    """The level at which a case stands: the last that a step names, else the first of the path."""
    named = (step["level"] for step in reversed(steps) if step.get("level"))
    return next(named, path[0] if path else None)
