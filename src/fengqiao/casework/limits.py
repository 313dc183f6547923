"""Limits on a case: numbers of steps and lengths of time, which packs state as norms."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import frozen

from fengqiao.casework.clocks import CaseRun, case_runs
from fengqiao.casework.law import Law
from fengqiao.casework.lengths import norm_length, norm_limit
from fengqiao.casework.refusals import Why
from fengqiao.casework.state import CaseState, Step
from fengqiao.measures.indicators_cases import TIMES
from fengqiao.rules import Procedure, Spoken, Words
from fengqiao.rules.sources import Cite
from fengqiao.timing import Deadline, Overdue, deadline, overdue
from fengqiao.timing.clocks import ClockState

COUNTED: Mapping[str, str] = {"mediation.sessions": "session_held"}
"""The step that a limit on numbers counts."""


@frozen(kw_only=True)
class CaseDeadline:
    """A time limit that runs in a case.

    Attributes:
        entry: Id of the norm that states it, or `<procedure>.<clock>` of a clock.
        spoken: The norm in force, or the procedure of a clock that states its limit itself.
        started: The step with which it began, or began anew.
        deadline: When it ends, and why then.
        done: The step that was to be taken by then; None while it was not.
        names: What it is called.
        cites: Its clauses.
        state: Whether it runs, is held, or was stopped.
    """

    entry: str
    spoken: Spoken
    started: Step
    deadline: Deadline
    done: Step | None
    names: Words
    cites: tuple[Cite, ...]
    state: ClockState

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
        limit = norm_limit(norm, law)
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
    """Every time limit that began to run in a case: limits of guards first, then clocks.

    A norm that a clock names is the clock's alone.
    """
    if state.procedure is None or not state.steps:
        return ()
    procedure = law.procedure(state.procedure)
    found = [_of_clock(run, law, procedure) for run in case_runs(state, law, state.steps)]
    clocked = {clock.norm for clock in procedure.clocks}
    held: dict[str, CaseDeadline] = {}
    for guard in procedure.guards:
        for entry_id in guard.within:
            if entry_id in clocked or entry_id in held:
                continue
            one = _running(entry_id, state, law, procedure)
            if one is not None:
                held[entry_id] = one
    return (*held.values(), *found)


def _of_clock(run: CaseRun, law: Law, procedure: Procedure) -> CaseDeadline:
    day = date.fromordinal(run.started["day"])
    norm = law.norm(run.clock.norm, day) if run.clock.norm else None
    asked = tuple(pack.id for pack in law.chain.packs)
    return CaseDeadline(
        entry=run.clock.norm or f"{procedure.id}.{run.clock.name}",
        # A limit that no norm states is spoken of by its procedure.
        spoken=norm or Spoken(entry=procedure, phase=None, asked=asked),  # type: ignore[arg-type]  # cites alone are read
        started=run.started,
        deadline=run.deadline,
        done=run.stopped,
        names=run.clock.names,
        cites=tuple(dict.fromkeys((*run.cites, *(norm.cites if norm else ())))),
        state=run.state,
    )


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
    return CaseDeadline(
        entry=entry_id,
        spoken=spoken,
        started=ends[0],
        deadline=end,
        done=ends[1],
        names=spoken.entry.names,
        cites=spoken.cites,
        state="running" if ends[1] is None else "stopped",
    )


def _deadline(norm: Spoken, law: Law, start: Step, procedure: Procedure) -> Deadline | None:
    length = norm_length(norm, law)
    if length is None:
        return None
    rule = law.counting(procedure, date.fromordinal(start["day"]))
    clause = ", ".join(f"{cite.source}:{cite.ref}" for cite in norm.cites)
    return deadline(
        start["at"],
        length,
        rule,
        zone=law.zone,
        clause=clause,
        calendar=law.calendar,
    )
