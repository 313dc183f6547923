"""What a workspace does with cases: take legal steps, show one, list many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol, TypedDict, Unpack

from attrs import evolve

from fengqiao.casework import (
    CaseState,
    Law,
    Option,
    blank_step,
    check_step,
    fold,
    folded,
    moves,
    steps_of,
    unlawful_steps,
)
from fengqiao.errors import CaseError, RequestError
from fengqiao.model import CASE_EVENT, prepare
from fengqiao.model.columns import unknown_fields
from fengqiao.packs import Setup
from fengqiao.rules import Catalogue
from fengqiao.store import Store
from fengqiao.store.case_order import case_columns, require_version
from fengqiao.timing import OpenHours, Span, WorkCalendar, advance, day_in, epoch
from fengqiao.workspace.case_law import (
    HeldCase,
    area_of,
    as_they_stood,
    held_cases,
    latest_of,
    law_around,
    law_at,
)
from fengqiao.workspace.case_view import (
    CaseList,
    CaseView,
    is_closed,
    is_overdue,
    line_of,
    names_of,
)
from fengqiao.workspace.case_waits import Wait, waits_of
from fengqiao.workspace.recording import require_recordable


class StepFields(TypedDict, total=False):
    """What may be said of a step beside its kind, its moment and what is attested.

    Attributes are those of `CaseEvent`.
    """

    area: str
    station: str
    committee: str
    other: str
    form: str
    contents: Sequence[str]
    papers: Sequence[str]
    participants: Sequence[str]
    level: str
    size: str
    category: str
    channel: str
    holder: str
    due_on: date


class _Asked(Protocol):
    """What these methods need of the workspace that they belong to."""

    @property
    def setup(self) -> Setup: ...

    @property
    def store(self) -> Store: ...

    @property
    def calendar(self) -> WorkCalendar: ...

    @property
    def hours(self) -> OpenHours | None: ...

    @property
    def catalogue(self) -> Catalogue: ...

    def case(
        self, case_id: str, *, at: datetime | None = None, as_known: datetime | None = None
    ) -> CaseView: ...


class HandlesCases:
    """The methods of a workspace that handle cases."""

    __slots__ = ()

    def open_case(
        self: _Asked,
        case_id: str,
        kind: str,
        *,
        procedure: str,
        at: datetime,
        known_at: datetime,
        by: str | None = None,
        party: str | None = None,
        facts: Sequence[str] = (),
        **more: Unpack[StepFields],
    ) -> CaseView:
        """Open a case with its first step.

        Args:
            case_id: A new reference of the host's, made for this case alone.
            kind: The step: `found`, `applied`, `referred`.
            procedure: Key of the procedure that it follows: `mediation.peoples`.
            at: When it happened; with a zone.
            known_at: When the host came to know it; with a zone.
            by: Staff id or mediator id of who did it; of a party's or the court's step, of who
                wrote it down.
            party: Reference of the party that it is about, made for this case alone.
            facts: What is attested with it. Where the host keeps a register of posts and nobody
                in `by` holds a fitting one, `by_officer` and the like say who took it.
            more: What else is said of the step; its `area` says whose law governs the case.

        Returns:
            The case after it.

        Raises:
            CaseError: There is such a case already, or the procedure has no such step.
            MoveRefused: The step is not legal; with every reason and its articles.
            RecordError, IdRefused, StoreConflict, StoreError: As `take`.
        """
        if self.store.case(case_id)[0]:
            raise CaseError("casework.exists")
        given = {"procedure": procedure, "by": by, "party": party, "facts": facts, **more}
        return _take(self, case_id, kind, at=at, known_at=known_at, at_version=0, given=given)

    def take(
        self: _Asked,
        case_id: str,
        kind: str,
        *,
        at: datetime,
        known_at: datetime,
        by: str | None = None,
        party: str | None = None,
        facts: Sequence[str] = (),
        at_version: int | None = None,
        **more: Unpack[StepFields],
    ) -> CaseView:
        """Take the next step of a case, if it is legal.

        Args:
            case_id: Its reference.
            kind: The step: `accepted`, `session_held`, `agreed` ...
            at: When it happened; with a zone. Before the last step only with `approved` among
                the facts.
            known_at: When the host came to know it; with a zone.
            by: Staff id or mediator id of who did it.
            party: Reference of the party that it is about, made for this case alone.
            facts: What is attested with it.
            at_version: The version that the caller has seen; None: whatever is the latest.
            more: What else is said of the step.

        Returns:
            The case after it.

        Raises:
            MoveRefused: The step is not legal; with every reason and its articles.
            CaseError: There is no such case, or its procedure has no such step.
            RecordError: What is said of the step is not in order.
            IdRefused: A reference is none.
            StoreConflict: Somebody else took a step since that version, the party stands in
                another case, or a reference was erased.
            StoreError: The store can't be written.
        """
        version = self.store.case(case_id)[0]
        if not version:
            raise CaseError("casework.unknown_case")
        seen = version if at_version is None else at_version
        given = {"by": by, "party": party, "facts": facts, **more}
        return _take(self, case_id, kind, at=at, known_at=known_at, at_version=seen, given=given)

    def case(
        self: _Asked,
        case_id: str,
        *,
        at: datetime | None = None,
        as_known: datetime | None = None,
    ) -> CaseView:
        """A case: its steps, its state, what may be done next, its deadlines.

        Args:
            case_id: Its reference.
            at: The moment as of which it is given, as it stood then; None: that of the last step.
            as_known: Only what was known by this moment; None: everything.

        Raises:
            CaseError: There is no such case, it had not begun by then, or its steps can't have
                been taken so.
            IdRefused: The text is no reference of a case.
            RequestError, PeriodError: A moment has no zone.
        """
        until = None if at is None else _moment(at)
        held, state = _read(self, case_id, until=until, as_known=as_known)
        moment = max(step["at"] for step in state.steps) if until is None else until
        around = law_around(held.law, self.store, state.steps, until=moment, as_known=as_known)
        return CaseView(
            state=state,
            held=held,
            at=moment,
            moves=moves(state, held.law, at=moment),
            waits=waits_of(state, held.law),
            unlawful=unlawful_steps(case_id, state.steps, around),
            names=names_of(self.catalogue.vocabularies["guard_fact"].words),
        )

    def moves(
        self: _Asked,
        case_id: str,
        *,
        at: datetime,
        facts: Sequence[str] = (),
        by: str | None = None,
    ) -> tuple[Option, ...]:
        """Every step of a case's procedure, legal at a moment or refused with each reason.

        Args:
            case_id: Its reference.
            at: The moment; with a zone.
            facts: What would be attested with the step.
            by: Who would take it, on the register of posts; None: whoever may.

        Raises:
            CaseError: There is no such case, or its steps can't have been taken so.
            IdRefused: The text is no reference of a case.
        """
        held, state = _read(self, case_id)
        moment = _moment(at)
        day = day_in(self.store.zone, moment).toordinal()
        law = law_around(held.law, self.store, (blank_step(day=day),))
        return moves(state, law, at=moment, attested=facts, by=by)

    def cases(
        self: _Asked,
        *,
        on: date,
        overdue: bool = False,
        due_within: int | None = None,
        station: str | None = None,
        closed: bool = False,
        as_known: datetime | None = None,
    ) -> CaseList:
        """Cases as they stand at the end of a day, each with what it waits for next.

        Args:
            on: The day.
            overdue: Only those in which something owed is overdue.
            due_within: Only those in which something owed ends on this day or one of so many
                days after it.
            station: Only those of this station.
            closed: Those too in which no step is left.
            as_known: Only what was known by this moment; None: everything.

        Returns:
            One line a case, by reference. A case whose steps its procedure does not know stands
            there without a state, whatever was asked for.

        Raises:
            RequestError: The day is none, or the number of days is below 0.
        """
        if type(on) is not date:
            raise RequestError("request.day")
        if due_within is not None and (type(due_within) is not int or due_within < 0):
            raise RequestError("request.days")
        found = held_cases(
            self.store,
            self.setup,
            on=on,
            calendar=self.calendar,
            hours=self.hours,
            as_known=as_known,
            closed=closed,
        )
        lines = []
        for held in found:
            if station not in (None, latest_of(held.steps, "station")):
                continue
            if is_closed(held) and not closed:
                continue
            waits = waits_of(held.state, held.law) if held.state else ()
            is_over = not overdue or is_overdue(waits, on) is True
            if held.fault or (is_over and _ends_within(waits, on, due_within)):
                lines.append(line_of(held, waits, on))
        return CaseList(on=on, lines=tuple(lines))


def _ends_within(waits: tuple[Wait, ...], on: date, days: int | None) -> bool:
    if days is None:
        return True
    span = Span(on, advance(on, days, "day"))
    ends = (one.earliest_day for one in waits if one.is_open)
    return any(day is not None and span.contains(day) for day in ends)


def _moment(at: datetime) -> int:
    if getattr(at, "tzinfo", None) is None:
        raise RequestError("request.moment")
    return epoch(at)


def _read(
    asked: _Asked, case_id: str, *, until: int | None = None, as_known: datetime | None = None
) -> tuple[HeldCase, CaseState]:
    """A case and its state, as it is or as it stood at a moment.

    Raises:
        CaseError: There is none, it had not begun, or its steps can't have been taken so.
    """
    version, table = asked.store.case(case_id, as_known=as_known)
    steps = tuple(steps_of(table))
    if not version or not steps:
        raise CaseError("casework.unknown_case")
    law = _law(asked, area_of(steps))
    stood = steps if until is None else as_they_stood(steps, until=until)
    if not stood:
        raise CaseError("casework.not_begun")
    state = folded(case_id, stood, law)
    version = version if len(stood) == len(steps) else int(stood[-1]["seq"])
    state = evolve(state, version=version)
    return HeldCase(case=case_id, steps=state.steps, law=law, state=state), state


def _law(asked: _Asked, area: str | None) -> Law:
    return law_at(
        asked.setup, area, zone=asked.store.zone, calendar=asked.calendar, hours=asked.hours
    )


def _take(
    asked: _Asked,
    case_id: str,
    kind: str,
    *,
    at: datetime,
    known_at: datetime,
    at_version: int,
    given: Mapping[str, Any],
) -> CaseView:
    """Check a step against registers, lists and the law, and write it."""
    version, table = asked.store.case(case_id)
    require_version(at_version, version)
    unknown = [name for name in given if name not in CASE_EVENT.fields]
    if unknown:
        raise unknown_fields(CASE_EVENT, unknown)
    said = {"kind": kind, "at": at, **given}
    events = {name: [cell] for name, cell in said.items() if cell is not None}
    columns = case_columns(case_id, at_version, events)
    require_recordable(asked.store, asked.catalogue, CASE_EVENT.name, columns, known_at)
    (step,) = steps_of(prepare(CASE_EVENT, columns, zone=asked.store.zone))
    steps = (*steps_of(table), step)
    law = law_around(_law(asked, area_of(steps)), asked.store, (step,))
    state = fold(case_id, version, table, law)
    check_step(state, step, law)
    asked.store.append_case(case_id, at_version=at_version, events=events, known_at=known_at)
    return asked.case(case_id)
