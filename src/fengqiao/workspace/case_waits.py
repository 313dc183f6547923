"""What a case waits for: limits that run in it, and days that were set for its next step."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from attrs import field, frozen

from fengqiao.casework import CaseDeadline, CaseState, Law, deadlines
from fengqiao.measures.indicators_cases import OPTIONAL, TIMES
from fengqiao.rules import Cite, Procedure, Spoken, Words
from fengqiao.rules.case_clocks import CaseClock
from fengqiao.rules.procedures import Move
from fengqiao.timing import Deadline, Overdue, overdue
from fengqiao.timing.hours import moment

Step = Mapping[str, Any]
What = Literal["limit", "session", "performance", "revisit"]
"""What is waited for: the end of a limit, or a day that was set for a step."""

_DAY_MINUTES = 1440
_OF_CHOICE = frozenset(("confirmation_applied", "objected"))
"""Steps that nobody has to take."""


@frozen
class _Setting:
    """The steps that set a day for something, and those that settle it."""

    what: What
    sets: frozenset[str]
    settles: tuple[str, ...]


_SETTINGS = (
    _Setting("session", frozenset(("session_set", "session_held")), ("session_held",)),
    _Setting("performance", frozenset(("agreed", "signed")), ("performed", "defaulted")),
    _Setting("revisit", frozenset(("performed", "defaulted", "revisited")), ("revisited",)),
)


@frozen(kw_only=True)
class Wait:
    """Something that a case waits for until a time.

    Attributes:
        what: A limit of the law, or a day set for a session, the performance or a revisit.
        pack: Pack that speaks.
        entry: Id of the norm that states the limit, or `<procedure>.<clock>`; of a day that was
            set, of the procedure.
        names: What a limit is called.
        cites: Where it stands.
        begun: The step with which it began, or that set the day.
        deadline: When it ends, with every span that led to it.
        done: The step that settled it; None while none did.
        is_owed: Whether it is to be done: not so where the law leaves it to the parties, or where
            the case has gone another way.
        who: Who may take the steps that settle it, as words of `step_by`.
        spoken: The norm of a limit, or the procedure of a clock.
    """

    what: What
    pack: str
    entry: str
    cites: tuple[Cite, ...]
    begun: Step
    deadline: Deadline
    done: Step | None
    is_owed: bool
    who: tuple[str, ...] = ()
    spoken: Spoken | None = None
    names: Words = field(factory=Words)

    def overdue(self, at: int | date) -> Overdue:
        """Whether it had passed when it was done, or has by a moment or the end of a day.

        Units:
            at: seconds since 1970-01-01T00:00Z
        """
        return overdue(self.deadline, at=at, done_at=None if self.done is None else self.done["at"])

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to do it."""
        return self.is_owed and self.done is None

    @property
    def earliest_day(self) -> date | None:
        """Its last day, where that is open the earliest of all readings; None: none is known."""
        if self.deadline.last_day is not None:
            return self.deadline.last_day
        days = [one.deadline.last_day for one in self.deadline.readings]
        return min((day for day in days if day is not None), default=None)


def waits_of(state: CaseState, law: Law) -> tuple[Wait, ...]:
    """Everything that a case waits for or waited for: limits first, then days that were set.

    Args:
        state: The case.
        law: What speaks for it.
    """
    if state.procedure is None or not state.steps:
        return ()
    procedure = law.procedure(state.procedure)
    return (*_limits(state, law, procedure), *_set_days(state, law, procedure))


def sources_of(cites: tuple[Cite, ...]) -> list[str]:
    """Clauses with the text that each stands in: `mediation2010:33(1)`."""
    return list(dict.fromkeys(f"{cite.source}:{cite.ref}" for cite in cites))


def _limits(state: CaseState, law: Law, procedure: Procedure) -> list[Wait]:
    found = []
    for one in deadlines(state, law):
        stops = _stops(one, procedure)
        ways = _ways(state, law, procedure, stops)
        is_clock = any(clock_entry(procedure, clock) == one.entry for clock in procedure.clocks)
        is_choice = one.spoken.entry.key in OPTIONAL or set(stops) <= _OF_CHOICE
        found.append(
            Wait(
                what="limit",
                pack=_pack_of(one, law),
                entry=one.entry,
                names=one.names,
                cites=one.cites,
                begun=one.started,
                deadline=one.deadline,
                done=one.done,
                is_owed=not is_choice and (is_clock or bool(ways)),
                who=_who(ways),
                spoken=one.spoken,
            )
        )
    return found


def _pack_of(one: CaseDeadline, law: Law) -> str:
    """The pack that states a limit; of a clock that a place adds to or keeps, by its source."""
    own = one.spoken.entry
    if isinstance(own, Procedure) and one.cites:
        source = one.cites[0].source
        for pack in law.chain.packs:
            if any(known.id == source for known in pack.sources):
                return pack.id
    return own.pack


def clock_entry(procedure: Procedure, clock: CaseClock) -> str:
    """How deadlines name a clock: the norm that states its limit, else procedure and clock."""
    return clock.norm or f"{procedure.id}.{clock.name}"


def _stops(one: CaseDeadline, procedure: Procedure) -> tuple[str, ...]:
    """Steps that settle a limit."""
    for clock in procedure.clocks:
        if clock_entry(procedure, clock) == one.entry:
            return clock.stops
    between = TIMES.get(one.spoken.entry.key)
    return tuple(sorted(between.stops)) if between else ()


def _set_days(state: CaseState, law: Law, procedure: Procedure) -> list[Wait]:
    found = []
    for setting in _SETTINGS:
        number, step = next(
            (
                (number, step)
                for number, step in reversed(tuple(enumerate(state.steps)))
                if step["kind"] in setting.sets and step["due_on"] is not None
            ),
            (0, None),
        )
        if step is None:
            continue
        later = state.steps[number + 1 :]
        done = next((one for one in later if one["kind"] in setting.settles), None)
        ways = _ways(state, law, procedure, setting.settles)
        moves = [move for move in procedure.moves if move.name == step["kind"]]
        cites = tuple(dict.fromkeys(cite for move in moves for cite in move.cites))
        last = date.fromordinal(step["due_on"])
        found.append(
            Wait(
                what=setting.what,
                pack=procedure.pack,
                entry=procedure.id,
                cites=cites,
                begun=step,
                deadline=Deadline(
                    rule="day_set",
                    clause=", ".join(sources_of(cites)),
                    due_at=moment(last, _DAY_MINUTES, law.zone) - 1,
                    last_day=last,
                    zone=law.zone,
                ),
                done=done,
                is_owed=bool(ways),
                who=_who(ways),
            )
        )
    return found


def _ways(
    state: CaseState, law: Law, procedure: Procedure, steps: tuple[str, ...]
) -> tuple[Move, ...]:
    """Moves by which one of some steps is possible from where a case stands."""
    last = date.fromordinal(state.steps[-1]["day"])
    days = law.days_for(procedure.key, accepted_on=state.accepted_on, on=last)
    found = (
        move
        for day in days
        for step in steps
        for move in law.moves(procedure.key, step, state.state, day)
    )
    return tuple(dict.fromkeys(found))


def _who(ways: tuple[Move, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for move in ways for word in move.by))
