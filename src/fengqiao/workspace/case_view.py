"""A case as a workspace shows it: its course, what may be done next, and by when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from attrs import frozen

from fengqiao.casework import CaseState, Option, Refusal, Unlawful, unlawful_steps
from fengqiao.rules import Words
from fengqiao.timing import Overdue, iso
from fengqiao.timing.counted import Names
from fengqiao.workspace.case_law import HeldCase, is_final, latest_of
from fengqiao.workspace.case_waits import Wait, sources_of

Step = Mapping[str, Any]

_WORDS = ("facts", "contents", "papers", "participants")
_SAID = ("procedure", "by", "area", "station", "committee", "other", "form", "level", "size")


@frozen(kw_only=True)
class CaseView:
    """A case as of a moment.

    Attributes:
        state: Its state, with all steps.
        at: The moment as of which moves and deadlines are given.
        moves: Every step of its procedure, legal or refused with each reason.
        waits: Limits that run or ran in it, and days that were set.
        unlawful: Steps that were recorded and are not legal, each with the reasons.
        names: Names of reason codes, in both languages.

    Units:
        at: seconds since 1970-01-01T00:00Z
    """

    state: CaseState
    held: HeldCase
    at: int
    moves: tuple[Option, ...]
    waits: tuple[Wait, ...]
    names: Names
    unlawful: tuple[Unlawful, ...] = ()

    @property
    def case(self) -> str:
        """Its reference."""
        return self.state.case

    @property
    def version(self) -> int:
        """Number of its last step, withdrawn ones too; `take(at_version=)` asks for it."""
        return self.state.version

    @property
    def legal(self) -> tuple[Option, ...]:
        """Steps that may be taken now."""
        return tuple(one for one in self.moves if one.is_legal)

    def overdue(self) -> bool | None:
        """Whether something that is owed is overdue; None where that can't be told."""
        return is_overdue(self.waits, self.at)

    def to_json(self) -> dict[str, Any]:
        """The case as plain data; of parties only how many there are."""
        zone, state = self.held.law.zone, self.state
        return {
            "format": 1,
            "case": self.case,
            "version": self.version,
            "procedure": state.procedure,
            "state": state.state,
            "at": iso(self.at, zone),
            "accepted_on": state.accepted_on and state.accepted_on.isoformat(),
            "parties": len(state.parties),
            "overdue": self.overdue(),
            "steps": [_step_json(step, iso(step["at"], zone)) for step in state.steps],
            "moves": [_move_json(one) for one in self.moves],
            "deadlines": [self._wait_json(one) for one in self.waits],
            "unlawful": [_unlawful_json(one) for one in self.unlawful],
        }

    def _wait_json(self, one: Wait) -> dict[str, Any]:
        return {
            **wait_json(one),
            "overdue": _overdue_json(one.overdue(self.at)),
            "deadline": one.deadline.plain(self.names),
        }


def _step_json(step: Step, at: str) -> dict[str, Any]:
    said = {name: step[name] for name in _SAID if step[name]}
    words = {name: step[name].split(",") for name in _WORDS if step[name]}
    due = {"due_on": date.fromordinal(step["due_on"]).isoformat()} if step["due_on"] else {}
    of_party = {"of_a_party": True} if step["party"] else {}
    return {"seq": step["seq"], "kind": step["kind"], "at": at, **of_party, **said, **words, **due}


def _move_json(one: Option) -> dict[str, Any]:
    return {
        "step": one.step,
        "to": one.to,
        "legal": one.is_legal,
        "by": list(one.by),
        "clause": sources_of(one.cites),
        "attest": list(one.attest),
        "attest_one_of": [list(words) for words in one.attest_one_of],
        "refusals": [_refusal_json(refusal) for refusal in one.refusals],
    }


def _unlawful_json(one: Unlawful) -> dict[str, Any]:
    refusals = [_refusal_json(refusal) for refusal in one.refusals]
    return {"seq": one.seq, "kind": one.kind, "refusals": refusals}


def _refusal_json(one: Refusal) -> dict[str, Any]:
    return {
        "guard": one.guard,
        "why": one.why,
        "words": list(one.words),
        "clause": sources_of(one.cites),
        "any_of": one.any_of,
        "may_attest": one.may_attest,
        "attest": list(one.attest),
        "still": list(one.still),
        "term": one.term,
    }


def wait_json(one: Wait) -> dict[str, Any]:
    """What is waited for, as plain data."""
    return {
        "what": one.what,
        "pack": one.pack,
        "entry": one.entry,
        "clause": sources_of(one.cites),
        "begun_with": {"seq": one.begun["seq"], "kind": one.begun["kind"]},
        "done_with": one.done and {"seq": one.done["seq"], "kind": one.done["kind"]},
        "owed": one.is_owed,
        "who": list(one.who),
    }


def _overdue_json(one: Overdue) -> dict[str, Any]:
    return {
        "result": one.result,
        "reason": one.reason,
        "seconds_left": one.seconds_left,
        "done": one.done,
    }


def is_overdue(waits: tuple[Wait, ...], at: int | date) -> bool | None:
    """Whether something that is owed had passed by a moment; None where that can't be told.

    Units:
        at: seconds since 1970-01-01T00:00Z
    """
    results = [one.overdue(at).result for one in waits if one.is_open]
    if True in results:
        return True
    return None if None in results else False


@frozen(kw_only=True)
class CaseLine:
    """A case on a list: how it stands at the end of a day, and what comes next.

    Attributes:
        case: Its reference.
        procedure: Key of the procedure that it follows.
        state: A word of `case_state`; None where its steps make no case.
        fault: Code of the error that says why not.
        station, area: Where it belongs.
        since: Day of its first step.
        is_closed: Whether no step is left.
        next: What is owed next, by its last day.
        overdue: Whether something owed is overdue; None where that can't be told.
        unlawful: How many of its steps were recorded and are not legal.
    """

    case: str
    procedure: str
    state: str | None
    fault: str | None
    station: str | None
    area: str | None
    since: date
    is_closed: bool
    next: Wait | None
    overdue: bool | None
    unlawful: int = 0

    def to_json(self) -> dict[str, Any]:
        """The line as plain data."""
        day = self.next.earliest_day if self.next else None
        return {
            "case": self.case,
            "procedure": self.procedure,
            "state": self.state,
            "fault": self.fault,
            "station": self.station,
            "area": self.area,
            "since": self.since.isoformat(),
            "closed": self.is_closed,
            "next": self.next and {**wait_json(self.next), "last_day": day and day.isoformat()},
            "overdue": self.overdue,
            "unlawful": self.unlawful,
        }


@frozen(kw_only=True)
class CaseList:
    """Cases as of a day, by reference.

    Attributes:
        on: The day; a case stands there as it did when the day ended.
    """

    on: date
    lines: tuple[CaseLine, ...]

    def __len__(self) -> int:
        """Number of cases."""
        return len(self.lines)

    def __iter__(self) -> Iterator[CaseLine]:
        """Each case."""
        return iter(self.lines)

    def to_json(self) -> dict[str, Any]:
        """All cases as plain data: `{"format", "on", "cases"}`."""
        return {
            "format": 1,
            "on": self.on.isoformat(),
            "cases": [one.to_json() for one in self.lines],
        }


def line_of(held: HeldCase, waits: tuple[Wait, ...], on: date) -> CaseLine:
    """A case as a line of a list.

    Args:
        held: The case.
        waits: What it waits for.
        on: The day.
    """
    state, first = held.state, held.steps[0]
    unlawful = unlawful_steps(held.case, held.steps, held.law) if state else ()
    owed = [one for one in waits if one.is_open]
    return CaseLine(
        case=held.case,
        procedure=first["procedure"],
        state=None if state is None else state.state,
        fault=held.fault,
        station=latest_of(held.steps, "station"),
        area=latest_of(held.steps, "area"),
        since=date.fromordinal(first["day"]),
        is_closed=is_closed(held),
        next=min(owed, key=lambda one: one.earliest_day or date.max, default=None),
        overdue=None if state is None else is_overdue(waits, on),
        unlawful=len(unlawful),
    )


def is_closed(held: HeldCase) -> bool:
    """Whether no step leads on from where a case stands."""
    state = held.state
    return state is not None and is_final(held.law.procedure(state.procedure or ""), state.state)


def names_of(words: Mapping[str, Words]) -> Names:
    """Names of codes as deadlines take them."""
    return {code: {"zh": one.zh, "en": one.en} for code, one in words.items()}
