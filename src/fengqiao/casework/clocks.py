"""Clocks of a case: which run, since which step, and when their limits end.

Where it is open whether a clock starts anew, runs at all, or by which law, and the host is silent,
its deadline has no one end but the end of each reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import evolve, frozen

from fengqiao.casework.law import Law
from fengqiao.casework.lengths import as_length, norm_length
from fengqiao.casework.state import CaseState, Step, level_of, words
from fengqiao.errors.timing import DeadlineError
from fengqiao.rules import Procedure
from fengqiao.rules.case_clocks import CaseClock
from fengqiao.rules.sources import Cite
from fengqiao.timing import (
    Clock,
    ClockEvent,
    ClockRun,
    CountingRule,
    Deadline,
    Length,
    OpenHours,
    run_clock,
)
from fengqiao.timing.clocks import ClockState, Hold
from fengqiao.timing.deadlines import Reading
from fengqiao.timing.extensions import ExtensionRule

Terms = tuple[tuple[str, str], ...]


_CAME, _WENT = "level:came", "level:went"
"""Events of clocks that run at some levels only: the case came to one of them, or left them."""


@frozen(kw_only=True)
class CaseRun:
    """How a clock of a procedure stands in a case.

    Attributes:
        clock: The clock; of several laws' the first.
        state: How it stands.
        started: The step that started it last.
        stopped: The step that stopped it; None while none did.
        deadline: When its limit ends.
        refused: Why the last step can't extend it: a code of `DeadlineError`; None where it can,
            or doesn't try to.
    """

    clock: CaseClock
    state: ClockState
    started: Step
    stopped: Step | None
    deadline: Deadline
    refused: str | None = None

    @property
    def cites(self) -> tuple[Cite, ...]:
        """Its clauses."""
        return self.clock.every_cite


@frozen(kw_only=True)
class _Way:
    """A clock under one reading of what is open."""

    terms: Terms
    clock: CaseClock | None


def case_runs(state: CaseState, law: Law, steps: Sequence[Step]) -> Iterator[CaseRun]:
    """Every clock that some step of a case started, in the order of the procedure.

    Args:
        state: The case; its `accepted_on` counts.
        law: Procedures in force where it is handled.
        steps: Its steps, with one that somebody is about to take.
    """
    key = state.procedure or (steps[0]["procedure"] if steps else None)
    if key is None or not steps:
        return
    procedure = law.procedure(key)
    on = date.fromordinal(steps[-1]["day"])
    days = law.days_for(key, accepted_on=state.accepted_on, on=on)
    facts = state.facts | words(steps[-1], "facts")
    for name in dict.fromkeys(clock.name for clock in procedure.clocks):
        ways = list(_ways(name, days, procedure, law, facts))
        found = _run_all(ways, law, procedure, steps)
        if found is not None:
            yield found


def _ways(
    name: str, days: Sequence[date], procedure: Procedure, law: Law, facts: frozenset[str]
) -> Iterator[_Way]:
    of_days = [
        next((one for one in procedure.clocks if one.name == name and one.holds_on(day)), None)
        for day in days
    ]
    if len(set(map(id, of_days))) == 1:
        of_days = of_days[:1]
    for index, clock in enumerate(of_days):
        # Two days: the step's own comes first.
        which = ("by_event", "by_acceptance")[index]
        terms: Terms = ()
        if len(of_days) > 1:
            terms = ((f"{procedure.id}.transition", which),)
        if clock is None or not _is_there(clock, facts):
            yield _Way(terms=terms, clock=None)
            continue
        said = law.term(procedure, clock.name) if clock.is_open else "applies"
        without = evolve(clock, restarts=()) if clock.restarts else None
        if said != "waived":
            own = () if said else ((f"{procedure.id}.{clock.name}", "applies"),)
            yield from _holding((*terms, *own), clock, procedure, law)
        if said != "applies":
            own = () if said else ((f"{procedure.id}.{clock.name}", "waived"),)
            if without is None:
                yield _Way(terms=(*terms, *own), clock=None)
            else:
                yield from _holding((*terms, *own), without, procedure, law)


def _holding(terms: Terms, clock: CaseClock, procedure: Procedure, law: Law) -> Iterator[_Way]:
    """A clock under each reading of what it may leave out."""
    ways = [(terms, clock)]
    for hold in clock.holds:
        if not hold.is_open:
            continue
        name = f"{clock.name}.{hold.reason}"
        said = law.term(procedure, name)
        found = []
        for one, held in ways:
            if said != "waived":
                own = () if said else ((f"{procedure.id}.{name}", "applies"),)
                found.append(((*one, *own), held))
            if said != "applies":
                own = () if said else ((f"{procedure.id}.{name}", "waived"),)
                less = tuple(other for other in held.holds if other != hold)
                found.append(((*one, *own), evolve(held, holds=less)))
        ways = found
    for one, held in ways:
        yield _Way(terms=one, clock=held)


def _is_there(clock: CaseClock, facts: frozenset[str]) -> bool:
    when = clock.when
    if when is None:
        return True
    asked = frozenset(when.words)
    return bool(asked & facts) if when.op == "any_of" else asked <= facts


def _run_all(
    ways: Sequence[_Way], law: Law, procedure: Procedure, steps: Sequence[Step]
) -> CaseRun | None:
    runs = [(way, _run(way.clock, law, procedure, steps) if way.clock else None) for way in ways]
    there = [run for _, run in runs if run is not None]
    if not there:
        return None
    first = there[0]
    refused = first.refused if all(one.refused for one in there) else None
    ends = {(one.deadline.due_at, one.deadline.reason) for one in there}
    if len(there) == len(runs) and len(ends) == 1:
        return evolve(first, refused=refused)
    readings = [
        Reading(terms=(*way.terms, *inner.terms), deadline=inner.deadline)
        for way, run in runs
        for inner in _readings(run, first.deadline)
    ]
    known = [
        at
        for one in readings
        for at in (one.deadline.due_at, one.deadline.not_before)
        if at is not None
    ]
    together = evolve(
        first.deadline,
        clause=", ".join(dict.fromkeys(one.deadline.clause for one in there)),
        due_at=None,
        last_day=None,
        reason="not_configured",
        not_before=min(known, default=None),
        open_terms=tuple(dict.fromkeys(name for one in readings for name, _ in one.terms)),
        readings=tuple(readings),
        spans=(),
    )
    return evolve(first, deadline=together, refused=refused)


def _readings(run: CaseRun | None, like: Deadline) -> tuple[Reading, ...]:
    """The ends of one way; without a clock there is none."""
    if run is None:
        none = Deadline(rule=like.rule, clause="", reason="not_running", zone=like.zone)
        return (Reading(terms=(), deadline=none),)
    return run.deadline.readings or (Reading(terms=(), deadline=run.deadline),)


def _run(clock: CaseClock, law: Law, procedure: Procedure, steps: Sequence[Step]) -> CaseRun | None:
    """How a clock stands; extensions that its clause does not allow are passed by."""
    taken = [
        (step, event)
        for step in sorted(steps, key=lambda step: int(step["at"]))
        for event in (_event(step, clock),)
    ]
    if clock.levels:
        taken = list(_at_levels(taken, clock, procedure.path))
    starting = {*clock.starts, *clock.restarts, _CAME}
    begins = next((step for step, event in taken if event.kind in starting), None)
    if begins is None:
        return None
    day = date.fromordinal(begins["day"])
    rule = law.counting(procedure, day, clock.counting)
    clause = _written(clock.cites)
    length = _length(clock, law, day)
    extends = clock.extend.by if clock.extend else ()
    more = _extension(clock, law, procedure)
    unknown = None
    if length is None or _lacks_hours(clock, rule, law):
        unknown = Deadline(rule=rule.id, clause=clause, reason="not_configured", zone=law.zone)
        length = length or Length(1, "day")
        law = evolve(law, hours=law.hours or _ALL_HOURS)
    timer = Clock(
        id=f"{procedure.id}.{clock.name}",
        length=length,
        rule=rule,
        clause=clause,
        starts=dict.fromkeys((*clock.starts, _CAME), clause),
        restarts=dict.fromkeys(clock.restarts, _written(clock.restart_cites) or clause),
        stops=dict.fromkeys((*clock.stops, _WENT), clause),
        holds=tuple(
            Hold(
                reason=one.reason,
                begins=one.begins,
                ends=one.ends,
                within=one.within,
                clause=_written(one.cites) or clause,
            )
            for one in clock.holds
        ),
        extends=extends,
        allowed=more,
    )
    events: list[ClockEvent] = []
    refused: str | None = None
    for step, event in taken:
        if event.kind not in extends:
            events.append(event)
            continue
        code = _try(timer, [*events, event], law)
        if code is None:
            events.append(event)
        if step is steps[-1]:
            refused = code
    run = run_of(timer, events, law)
    if run.deadline is None or run.started is None:
        return None
    return CaseRun(
        clock=clock,
        state=run.state,
        started=_step_of(taken, run.started),
        stopped=_step_of(taken, run.stopped) if run.stopped else None,
        deadline=unknown or run.deadline,
        refused=refused,
    )


def _at_levels(
    taken: Sequence[tuple[Step, ClockEvent]], clock: CaseClock, path: Sequence[str]
) -> Iterator[tuple[Step, ClockEvent]]:
    """Events of a clock that runs at some levels only: coming to one starts it, going stops it."""
    has_started = False
    steps: list[Step] = []
    for step, event in taken:
        was_here = level_of(steps, path) in clock.levels
        steps.append(step)
        is_here = level_of(steps, path) in clock.levels
        is_start = event.kind in {*clock.starts, *clock.restarts}
        if was_here and not is_here:
            yield step, evolve(event, kind=_WENT)
        elif is_here and not was_here and has_started and not is_start:
            yield step, evolve(event, kind=_CAME)
        elif is_here or not is_start:
            yield step, event
        has_started = has_started or is_start


def _lacks_hours(clock: CaseClock, rule: CountingRule, law: Law) -> bool:
    """Whether it counts in opening hours, which the host hasn't said."""
    in_hours = rule.hours_run == "open_hours"
    return law.hours is None and (
        in_hours or any(one.within == "open_hours" for one in clock.holds)
    )


def run_of(timer: Clock, events: Sequence[ClockEvent], law: Law) -> ClockRun:
    """How a clock stands after these events, with the calendar and hours of the place."""
    return run_clock(timer, events, zone=law.zone, calendar=law.calendar, hours=law.hours)


def _try(timer: Clock, events: Sequence[ClockEvent], law: Law) -> str | None:
    """Why the last of these events can't extend the limit, or None."""
    if run_of(timer, events[:-1], law).state not in ("running", "held"):
        return "deadline.not_running"
    try:
        run_of(timer, events, law)
    except DeadlineError as error:
        return error.code
    return None


def _event(step: Step, clock: CaseClock) -> ClockEvent:
    reasons = clock.extend.reasons if clock.extend else ()
    said = words(step, "facts")
    code = next((one for one in reasons if one in said), "")
    return ClockEvent(kind=step["kind"], at=step["at"], code=code, by=step.get("by") or "")


def _step_of(taken: Sequence[tuple[Step, ClockEvent]], event: ClockEvent) -> Step:
    return next(step for step, one in taken if one is event or one == event)


def _length(clock: CaseClock, law: Law, day: date) -> Length | None:
    if clock.length is not None:
        return as_length(clock.length)
    norm = law.norm(clock.norm or "", day)
    return norm_length(norm, law) if norm is not None else None


def _extension(clock: CaseClock, law: Law, procedure: Procedure) -> ExtensionRule | None:
    more = clock.extend
    if more is None:
        return None
    length = as_length(law.amount(procedure, f"{clock.name}.extension", more.length))
    if length is None:
        return None
    return ExtensionRule(
        length=length,
        times=_ANY_NUMBER if more.times is None else more.times,
        reasons=more.reasons,
        clause=_written(clock.cites),
    )


_ALL_HOURS = OpenHours(on_working_days=((0, 1440),), on_rest_days=((0, 1440),))
_ANY_NUMBER = 10**6
"""Extensions where the text names no number."""


def _written(cites: Sequence[Cite]) -> str:
    return ", ".join(f"{cite.source}:{cite.ref}" for cite in cites)
