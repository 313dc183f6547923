"""Which steps are legal in a case now, and for each that is not, why, with the article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve

from fengqiao.casework.around import is_circle, whose
from fengqiao.casework.clocks import case_runs
from fengqiao.casework.facts import (
    DERIVED,
    Trial,
    facts_of,
    missing_contents,
    missing_papers,
)
from fengqiao.casework.law import Law
from fengqiao.casework.limits import breaks
from fengqiao.casework.refusals import Option, Refusal, Why
from fengqiao.casework.state import CaseState, Step
from fengqiao.errors import CaseError, Fault, MoveRefused
from fengqiao.model import CASE_EVENT
from fengqiao.rules.case_clocks import CaseClock
from fengqiao.rules.catalogue import close_names
from fengqiao.rules.procedures import Guard, Move
from fengqiao.rules.sources import Cite
from fengqiao.rules.values import Comparison
from fengqiao.timing import day_in


def moves(
    state: CaseState, law: Law, *, at: int, attested: Sequence[str] = (), by: str | None = None
) -> tuple[Option, ...]:
    """Every step of the procedure that a case follows, legal or refused with its reasons.

    Args:
        state: The case.
        law: Procedures in force where it is handled.
        at: The moment at which the step would be taken.
        attested: Facts that would be attested with it.
        by: Who would take it; None: whoever may.

    Returns:
        In the order of the procedure, each kind of step once.

    Raises:
        CaseError: The case follows no procedure yet.

    Units:
        at: seconds since 1970-01-01T00:00Z
    """
    if state.procedure is None:
        raise CaseError("casework.no_procedure", step=1)
    names = dict.fromkeys(move.name for move in law.procedure(state.procedure).moves)
    facts = ",".join(sorted(attested))
    found = []
    for name in names:
        day = day_in(law.zone, at).toordinal()
        step = blank_step(kind=name, at=at, day=day, facts=facts, by=by)
        option = option_of(state, step, law)
        if option is not None:
            found.append(option)
    return tuple(found)


def blank_step(**given: Any) -> Step:  # noqa: ANN401  cells of any kind
    """A step in stored form of which only some fields are said."""
    return {**dict.fromkeys(CASE_EVENT.fields), **given}


def check_step(state: CaseState, step: Mapping[str, Any], law: Law) -> Option:
    """A step that is legal, or the error that says why it is not.

    Args:
        state: The case before it.
        step: The step by field, in stored form: `kind`, `at`, `day`, `facts`, `party` ...
        law: Procedures in force where it is handled.

    Raises:
        MoveRefused: With one fault a reason, each with its articles.
        CaseError: There is no such step in the procedure.
    """
    full = blank_step(**step)
    option = option_of(state, full, law, is_taken=True)
    if option is None:
        raise _no_such_step(state, full, law)
    if option.refusals:
        raise MoveRefused.of([_fault(option, one) for one in option.refusals])
    return option


def _no_such_step(state: CaseState, step: Step, law: Law) -> CaseError:
    """The error of a step that the procedure doesn't know, with those that may be meant."""
    key = state.procedure or step["procedure"] or "?"
    taken = law.procedure(key).moves
    here = dict.fromkeys(move.name for move in taken if state.state in move.froms)
    close = close_names(step["kind"], dict.fromkeys(move.name for move in taken))
    facts = {"kind": step["kind"], "procedure": key, "close": close, "here": tuple(here)}
    return CaseError("casework.no_such_step", **facts)


def _fault(option: Option, one: Refusal) -> Fault:
    return Fault(
        f"casework.{one.why}",
        {
            "step": option.step,
            "guard": one.guard,
            "words": one.words,
            "every": () if one.any_of else one.words,
            "one_of": one.words if one.any_of else (),
            "attest": one.attest,
            "follows": tuple(word for word in one.words if word not in one.attest),
            "still": one.still,
            "clauses": tuple(f"{cite.source}:{cite.ref}" for cite in one.cites),
            "term": one.term or "",
        },
    )


def option_of(state: CaseState, step: Step, law: Law, *, is_taken: bool = False) -> Option | None:
    """Whether a step may be taken; None where the procedure knows none of its kind.

    Args:
        state: The case before it.
        step: The step by field, in stored form.
        law: Procedures in force where it is handled.
        is_taken: Whether somebody is taking it, so that it must be known who; else it is asked
            what may be done, by those whom the procedure names.

    Where the law changed while the case was open, and neither law nor host says which governs, a
    step is legal if it is so under both; what differs is refused as `not_configured`.
    """
    key = state.procedure or step["procedure"]
    if key is None:
        raise CaseError("casework.no_procedure", step=1)
    days = law.days_for(key, accepted_on=state.accepted_on, on=date.fromordinal(step["day"]))
    options = [
        one
        for day in days
        if (one := _on_day(state, step, key, day, law, is_taken=is_taken)) is not None
    ]
    if not options:
        return None
    first = options[0]
    if len(options) == len(days) and len({_gist(one) for one in options}) == 1:
        return first
    every = tuple(dict.fromkeys(one for option in options for one in option.refusals))
    common = tuple(one for one in every if all(one in option.refusals for option in options))
    procedure = law.procedure(key)
    differs = Refusal(
        guard=f"{procedure.id}.transition",
        why="not_configured",
        words=tuple(day.isoformat() for day in days),
        cites=tuple(dict.fromkeys(cite for one in every for cite in one.cites)) or first.cites,
        term=f"{procedure.id}.transition",
    )
    return Option(
        step=first.step, to=first.to, refusals=(*common, differs), cites=first.cites, by=first.by
    )


def _gist(option: Option) -> tuple[object, ...]:
    return option.to, tuple((one.why, one.words) for one in option.refusals)


def _on_day(
    state: CaseState, step: Step, key: str, day: date, law: Law, *, is_taken: bool
) -> Option | None:
    procedure = law.procedure(key)
    every = [m for m in procedure.moves if m.name == step["kind"] and m.holds_on(day)]
    if not every:
        return None
    here = [move for move in every if state.state in move.froms]
    if not here:
        return Option(
            step=step["kind"],
            to=None,
            cites=_cites(every),
            refusals=(_not_here(every, key),),
        )
    trial = Trial(before=state, step=step, procedure=procedure, day=day)
    facts = facts_of(trial)
    refusals: list[Refusal] = []
    if state.steps and step["at"] < state.steps[-1]["at"] and "approved" not in facts:
        refusals.append(
            Refusal(
                guard=f"{procedure.id}.order",
                why="backdated",
                words=("approved",),
                cites=procedure.cites[:1],
                attest=("approved",),
            )
        )
    refusals += _misdirected(trial, facts, here[0], law, is_taken=is_taken)
    for guard in law.guards(key, step["kind"], day):
        refusals += _guarded(guard, trial, facts, law)
    for clock in law.clocks(key, step["kind"], day):
        refusals += _extending(clock, trial, facts, law)
    move = here[0]
    return Option(
        step=move.name,
        to=move.to or state.state,
        refusals=tuple(refusals),
        cites=move.cites,
        by=move.by,
    )


def _misdirected(
    trial: Trial, facts: frozenset[str], move: Move, law: Law, *, is_taken: bool
) -> Iterator[Refusal]:
    """A step that is somebody else's to take, or that refers a case in a circle."""
    name = f"{trial.procedure.id}.{move.name}"
    said = whose(trial, facts, move, law)
    if said == "others":
        yield Refusal(guard=name, why="not_theirs", words=move.by, cites=move.cites)
    elif said == "unknown" and is_taken:
        words = tuple(f"by_{word}" for word in move.by)
        yield _lacking(name, words, move.cites, any_of=len(words) > 1)
    if is_circle(trial.before, trial.step, law):
        yield Refusal(guard=name, why="cyclic", words=(move.name,), cites=move.cites)


def _cites(every: Sequence[Move]) -> tuple[Cite, ...]:
    return tuple(dict.fromkeys(cite for move in every for cite in move.cites))


def _not_here(every: Sequence[Move], key: str) -> Refusal:
    froms = dict.fromkeys(name for move in every for name in move.froms)
    return Refusal(
        guard=f"{key}.{every[0].name}", why="not_here", words=tuple(froms), cites=_cites(every)
    )


def _guarded(guard: Guard, trial: Trial, facts: frozenset[str], law: Law) -> Iterator[Refusal]:
    """What a guard says against a step."""
    name = f"{trial.procedure.id}.{guard.name}"
    applies = law.term(trial.procedure, guard.name) if guard.is_open else "applies"
    if applies == "waived":
        return
    for one in _reasons(guard, name, trial, facts, law):
        if applies is None:
            yield Refusal(
                guard=name, why="not_configured", words=one.words, cites=one.cites, term=name
            )
        else:
            yield one


_NOT_LONGER: Mapping[str, Why] = {
    "deadline.extension_late": "late",
    "deadline.extension_many": "too_many",
    "deadline.extension_none": "not_configured",
}
"""Why a limit can't be made longer, by the code of the deadline's error."""


def _extending(
    clock: CaseClock, trial: Trial, facts: frozenset[str], law: Law
) -> Iterator[Refusal]:
    """What a clock says against a step that would make its limit longer."""
    name = f"{trial.procedure.id}.{clock.name}"
    more = clock.extend
    missing = _missing(more.needs, facts) if more else ()
    if "approver_named" not in (*missing, *facts):
        missing = (*missing, "approver_named")
    if missing:
        any_of = more is not None and more.needs is not None and more.needs.op == "any_of"
        yield _lacking(name, missing, clock.cites, any_of=any_of and "approver_named" in facts)
    steps = (*trial.before.steps, trial.step)
    run = next(
        (one for one in case_runs(trial.before, law, steps) if one.clock.name == clock.name), None
    )
    if more is None or (run is not None and run.refused is None):
        return
    code = run.refused if run is not None and run.refused else "deadline.not_running"
    if code == "deadline.extension_ground":
        yield _lacking(name, more.reasons, clock.cites, any_of=len(more.reasons) > 1)
    elif code == "deadline.not_running":
        yield Refusal(guard=name, why="not_here", words=clock.starts, cites=clock.cites)
    else:
        why = _NOT_LONGER.get(code, "not_configured")
        term = f"{name}.extension" if why == "not_configured" else None
        yield Refusal(guard=name, why=why, words=(name,), cites=clock.cites, term=term)


def _reasons(
    guard: Guard, name: str, trial: Trial, facts: frozenset[str], law: Law
) -> Iterator[Refusal]:
    missing = _missing(guard.needs, facts)
    if missing:
        is_any = guard.needs is not None and guard.needs.op == "any_of"
        found = _lacking(name, missing, guard.cites, any_of=is_any and len(missing) > 1)
        contents = missing_contents(trial) if "contents_complete" in missing else ()
        papers = missing_papers(trial) if "file_complete" in missing else ()
        yield evolve(found, still=(*contents, *papers))
    barring = _barring(guard.bars, facts)
    if barring:
        yield Refusal(guard=name, why="barred", words=barring, cites=guard.cites)
    for entry_id in guard.within:
        norm = law.norm(entry_id, trial.day)
        why = breaks(norm, law, trial.before, trial.step, trial.procedure) if norm else None
        if norm is not None and why is not None:
            cites = tuple(dict.fromkeys((*guard.cites, *norm.cites)))
            yield Refusal(guard=name, why=why, words=(entry_id,), cites=cites)


def _lacking(
    name: str, words: tuple[str, ...], cites: tuple[Cite, ...], *, any_of: bool
) -> Refusal:
    """Facts that a step lacks: all of them are needed, or one."""
    attest = tuple(word for word in words if word not in DERIVED)
    return Refusal(guard=name, why="needs", words=words, cites=cites, any_of=any_of, attest=attest)


def _missing(needs: Comparison | None, facts: frozenset[str]) -> tuple[str, ...]:
    if needs is None:
        return ()
    if needs.op == "any_of":
        return () if facts & frozenset(needs.words) else needs.words
    if needs.op == "none_of":
        return tuple(word for word in needs.words if word in facts)
    return tuple(word for word in needs.words if word not in facts)


def _barring(bars: Comparison | None, facts: frozenset[str]) -> tuple[str, ...]:
    """The facts that bar: any one of them, or all together where the guard says `all_of`."""
    if bars is None:
        return ()
    there = tuple(word for word in bars.words if word in facts)
    if bars.op == "all_of":
        return there if len(there) == len(bars.words) else ()
    return there
