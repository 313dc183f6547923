"""Worked cases of procedures: steps, and how the case is expected to stand after them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

import attrs

from fengqiao.casework.refusals import REASONS
from fengqiao.packs.known import known_words
from fengqiao.packs.rows_case import CaseRow
from fengqiao.packs.rows_steps import StandsRow, StepFields, StepRow, TriedRow
from fengqiao.packs.spot import Spot, shown_name
from fengqiao.rules.catalogue import Catalogue, close_names
from fengqiao.rules.entries import Case, Procedure
from fengqiao.rules.worked_cases import Stands

NO_SUCH_STEP = "no_such_step"
WHY: tuple[str, ...] = (*REASONS, NO_SUCH_STEP)
"""Why a step is refused: a reason of casework, or that the law of its day knows no such step."""

_WORDS: Mapping[str, str] = {
    "facts": "case_fact",
    "form": "agreement_form",
    "contents": "agreement_content",
    "papers": "case_paper",
    "participants": "case_participant",
    "level": "settled_at",
    "size": "dispute_size",
}
"""The closed list of each field of a step."""

_OF_OTHERS = ("period", "each", "where", "records", "rows", "on")


def is_of_steps(row: CaseRow) -> bool:
    """Whether a case is written as those of procedures are."""
    return isinstance(row.expect, StandsRow) or any(
        isinstance(e, StepRow) for e in row.events or ()
    )


def read_steps(
    row: CaseRow,
    entry: Procedure,
    spot: Spot,
    catalogue: Catalogue,
    config: tuple[tuple[str, object], ...],
) -> list[Case]:
    """The case of a procedure, in a list; an empty one where it is not written as such a case."""
    steps = tuple(one for one in row.events or () if isinstance(one, StepRow))
    stands = row.expect if isinstance(row.expect, StandsRow) else None
    others = [name for name in _OF_OTHERS if getattr(row, name) is not None]
    if row.events == ():  # steps stand there, and none of them could be read
        return []
    if not steps or stands is None or others:
        spot.absent("pack.case_of_procedure", "events", "expect")
        return []
    taken = tuple(dict.fromkeys(move.name for move in entry.moves))
    if entry.adds:  # steps, states and guards may be the parent's: the walk itself finds them out
        taken = tuple(catalogue.words("case_step"))
    for index, one in enumerate(steps):
        _check_step(one, taken, catalogue, spot.at("events", index))
    for name in ("may", "may_not"):
        for index, tried in enumerate(getattr(stands, name)):
            at = spot.at("expect", name, index)
            _check_step(tried, taken, catalogue, at)
            _check_tried(tried, entry, at, is_refused=name == "may_not")
    states = tuple(catalogue.words("case_state"))
    if not entry.adds:
        states = tuple(dict.fromkeys(state.name for state in entry.states))
        _check_due(stands, entry, spot.at("expect"))
    known_words((stands.state,), states, spot.at("expect", "state"))
    if moment_of(stands.on) < moment_of(steps[-1].at, time.min):
        spot.at("expect", "on").fault("pack.case_looks_back")
    return [
        Case(
            of=row.of,
            config=config,
            events=tuple(_said(one) for one in steps),
            stands=Stands(
                on=stands.on,
                state=stands.state,
                may=tuple(_said(one) for one in stands.may),
                may_not=tuple(_said(one) for one in stands.may_not),
                due=tuple(stands.due.items()),
            ),
            origin=spot.origin,
        )
    ]


def _said(row: StepFields) -> dict[str, object]:
    return {name: value for name, value in _fields(row) if value is not None}


def _fields(row: Any) -> Iterator[tuple[str, object]]:  # noqa: ANN401  rows of either kind
    for one in attrs.fields(type(row)):
        yield one.name, getattr(row, one.name)


def _check_step(
    row: StepRow | TriedRow, taken: Sequence[str], catalogue: Catalogue, spot: Spot
) -> None:
    if row.kind not in taken:
        close = close_names(row.kind, taken)
        at = spot.at("kind")
        at.fault("pack.case_step", step=shown_name(row.kind), close=close, known=taken)
    for name, vocabulary in _WORDS.items():
        said = getattr(row, name)
        if said is not None:
            words = said if isinstance(said, tuple) else (said,)
            known_words(words, tuple(catalogue.words(vocabulary)), spot.at(name))


def _check_tried(row: TriedRow, entry: Procedure, spot: Spot, *, is_refused: bool) -> None:
    """Only a step that is refused has a reason, and a guard that refuses it."""
    for name in ("why", "guard"):
        if getattr(row, name) is not None and not is_refused:
            spot.at(name).fault("pack.case_allowed_why", at_key=True)
    if row.why is not None and row.why not in WHY:
        spot.at("why").fault("pack.unknown_choice", close=close_names(row.why, WHY), known=WHY)
    names = _refusing(entry)
    if row.guard is not None and row.guard not in names and not entry.adds:
        spot.at("guard").fault("pack.case_guard", close=close_names(row.guard, names), known=names)


def _refusing(entry: Procedure) -> tuple[str, ...]:
    """What may refuse a step: guards, clocks, moves themselves, their order, the law of its day."""
    guards = [one.name for one in entry.guards]
    clocks = [one.name for one in entry.clocks]
    moves = [one.name for one in entry.moves]
    return tuple(dict.fromkeys((*guards, *clocks, *moves, "order", "transition")))


def limits_of(entry: Procedure) -> tuple[str, ...]:
    """What has an end in a procedure: its clocks, and norms that its guards and clocks name."""
    norms = [name for guard in entry.guards for name in guard.within]
    norms += [clock.norm for clock in entry.clocks if clock.norm]
    return tuple(dict.fromkeys((*(clock.name for clock in entry.clocks), *norms)))


def _check_due(stands: StandsRow, entry: Procedure, spot: Spot) -> None:
    limits = limits_of(entry)
    for name in stands.due:
        if name not in limits:
            at = spot.at("due", name)
            at.fault("pack.case_due", at_key=True, close=close_names(name, limits), known=limits)


def moment_of(day: date | datetime, clock: time = time.max) -> datetime:
    """A moment as it stands; of a day the given time of it, its end where none is given."""
    return day if isinstance(day, datetime) else datetime.combine(day, clock)
