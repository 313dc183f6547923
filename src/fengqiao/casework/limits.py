"""Limits on a case: numbers of steps and lengths of time, which packs state as norms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from attrs import frozen

from fengqiao.casework.law import Law
from fengqiao.casework.state import CaseState, Step
from fengqiao.measures.indicators_cases import TIMES
from fengqiao.rules import Comparison, Exact, Norm, NormPhase, Open, Procedure, Spoken
from fengqiao.timing import Deadline, Length, Overdue, deadline, overdue

COUNTED: Mapping[str, str] = {"mediation.sessions": "session_held"}
"""The step that a limit on numbers counts."""

Why = Literal["late", "too_many", "not_configured"]


@frozen(kw_only=True)
class CaseDeadline:
    """A time limit that runs in a case.

    Attributes:
        entry: Id of the norm that states it.
        spoken: The norm in force.
        started: The step with which it began.
        deadline: When it ends, and why then.
        done: The step that was to be taken by then; None while it was not.
    """

    entry: str
    spoken: Spoken
    started: Step
    deadline: Deadline
    done: Step | None

    def overdue(self, at: int) -> Overdue:
        """Whether it had passed when the step was taken, or has at a moment.

        Units:
            at: seconds since 1970-01-01T00:00Z
        """
        return overdue(self.deadline, at=at, done_at=None if self.done is None else self.done["at"])


def breaks(
    norm: Spoken, law: Law, state: CaseState, step: Step, procedure: Procedure
) -> Why | None:
    """Why a step would not keep a limit, or None where it keeps it.

    Args:
        norm: The limit in force.
        law: Counts.
        state: The case before the step.
        step: The step.
        procedure: What the case follows.
    """
    key = norm.entry.key
    if key in COUNTED:
        limit = _limit(norm, law)
        if limit is None:
            return "not_configured"
        taken = state.count(COUNTED[key]) + (step["kind"] == COUNTED[key])
        return "too_many" if taken * limit.den > limit.num else None
    ends = TIMES[key].ends((*state.steps, step)) if key in TIMES else None
    if ends is None or ends[1] is not step:
        return None
    end = _deadline(norm, law, ends[0], procedure)
    if end is None:
        return "not_configured"
    result = overdue(end, at=step["at"], done_at=step["at"]).result
    return "not_configured" if result is None else "late" if result else None


def deadlines(state: CaseState, law: Law) -> tuple[CaseDeadline, ...]:
    """Every time limit that began to run in a case: first those that a guard names."""
    if state.procedure is None or not state.steps:
        return ()
    procedure = law.procedure(state.procedure)
    found: list[CaseDeadline] = []
    named = (entry_id for guard in procedure.guards for entry_id in guard.within)
    for entry_id in dict.fromkeys((*named, *_limits_on(procedure, law))):
        one = _running(entry_id, state, law, procedure)
        if one is not None:
            found.append(one)
    return tuple(found)


def _limits_on(procedure: Procedure, law: Law) -> tuple[str, ...]:
    """Ids of the limits on time that norms put on cases of a procedure, whether or not they bar."""
    return tuple(
        entry.id
        for pack in law.chain.packs
        for entry in pack.entries
        if isinstance(entry, Norm)
        and entry.key in TIMES
        and any(_is_of(procedure, phase) for phase in entry.phases)
    )


def _is_of(procedure: Procedure, phase: NormPhase) -> bool:
    """Whether a limit is put on cases of a procedure."""
    named = [words.words for name, words in phase.where if name == "procedure"]
    return all(procedure.key in words for words in named)


def _running(
    entry_id: str, state: CaseState, law: Law, procedure: Procedure
) -> CaseDeadline | None:

    spoken = law.norm(entry_id, date.fromordinal(state.steps[-1]["day"]))
    between = TIMES.get(spoken.entry.key) if spoken else None
    ends = between.ends(state.steps) if between else None
    if spoken is None or ends is None:
        return None
    end = _deadline(spoken, law, ends[0], procedure)
    if end is None:
        return None
    return CaseDeadline(entry=entry_id, spoken=spoken, started=ends[0], deadline=end, done=ends[1])


def _limit(norm: Spoken, law: Law) -> Exact | None:
    comparison: Comparison = norm.phase.comparison  # type: ignore[union-attr]  # a norm has phases with one
    limit = comparison.limit
    if isinstance(limit, Open):
        told = law.rules.term(norm, comparison.op)
        limit = told[1] if told is not None and isinstance(told[1], Exact) else limit
    return limit if isinstance(limit, Exact) else None


def _deadline(norm: Spoken, law: Law, start: Step, procedure: Procedure) -> Deadline | None:
    limit = _limit(norm, law)
    if limit is None or limit.unit is None or limit.den != 1:
        return None
    rule = law.counting(procedure, date.fromordinal(start["day"]))
    clause = ", ".join(f"{cite.source}:{cite.ref}" for cite in norm.cites)
    return deadline(
        start["at"],
        Length(limit.num, limit.unit),
        rule,
        zone=law.zone,
        clause=clause,
        calendar=law.calendar,
    )
