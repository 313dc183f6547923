"""Rows of a procedure's worked cases: the steps that were taken, and how the case then stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from attrs import frozen

from fengqiao.packs.fields import fields_of, need, read_row, row_schema, rows_form
from fengqiao.packs.fields import may as can  # a field of a row here is called `may`
from fengqiao.packs.forms import DAY, NAME, TEXT, Form, either, one_of, several
from fengqiao.packs.rows_procedure import GUARD_NAME, STATE, STEP
from fengqiao.packs.spot import Spot

NO_MOMENT = ("open", "none")
"""What a deadline may come to beside a moment: its end is open, or no such limit runs."""


def _read_moment(raw: object, spot: Spot) -> date | datetime | None:
    """A day, or a moment by the clock of the place: `2026-01-05 09:30:00`, quoted or not."""
    if isinstance(raw, str):
        try:
            raw = datetime.fromisoformat(raw.strip())
        except ValueError:
            spot.fault("pack.not_a_moment")
            return None
    if isinstance(raw, datetime):
        if raw.tzinfo is not None:
            spot.fault("pack.not_a_moment")
            return None
        return raw
    return DAY.read(raw, spot)


MOMENT: Form[date | datetime] = Form(_read_moment, {"type": "string"})


@frozen(kw_only=True, slots=False)
class StepFields:
    """What a step may say."""

    facts: tuple[str, ...] | None = can(several(NAME))
    party: str | None = can(TEXT)
    by: str | None = can(TEXT)
    other: str | None = can(TEXT)
    form: str | None = can(NAME)
    contents: tuple[str, ...] | None = can(several(NAME))
    papers: tuple[str, ...] | None = can(several(NAME))
    participants: tuple[str, ...] | None = can(several(NAME))
    level: str | None = can(NAME)
    size: str | None = can(NAME)
    due_on: date | None = can(DAY)


@frozen(kw_only=True)
class StepRow(StepFields):
    """A step that was taken; of a day alone the steps follow each other from nine o'clock."""

    kind: str = need(STEP)
    at: date | datetime = need(MOMENT)


@frozen(kw_only=True)
class TriedRow(StepFields):
    """A step that may be taken then, or may not: why not, and by which guard or clock."""

    kind: str = need(STEP)
    why: str | None = can(NAME)
    guard: str | None = can(GUARD_NAME)


def _read_tried(raw: object, spot: Spot) -> TriedRow | None:
    if isinstance(raw, Mapping):
        return read_row(TriedRow, raw, spot)
    kind = STEP.read(raw, spot)
    return None if kind is None else TriedRow(kind=kind)


_TRIED: Form[TriedRow] = Form(_read_tried, {"anyOf": [NAME.schema, row_schema(TriedRow)]})
_ENDS: Form[date | str] = either(
    one_of(*NO_MOMENT), MOMENT, lambda raw: isinstance(raw, str) and not raw[:1].isdigit()
)


def _read_due(raw: object, spot: Spot) -> Mapping[str, Any] | None:
    if not isinstance(raw, Mapping):
        spot.fault("pack.not_a_table")
        return None
    read = {name: _ENDS.read(value, spot.at(name)) for name, value in raw.items()}
    return {name: value for name, value in read.items() if value is not None}


@frozen(kw_only=True)
class StandsRow:
    """How a case stands at the end of a day, or at a moment."""

    on: date | datetime = need(MOMENT)
    state: str = need(STATE)
    may: tuple[TriedRow, ...] = can(several(_TRIED), ())
    may_not: tuple[TriedRow, ...] = can(several(_TRIED), ())
    due: Mapping[str, Any] = can(
        Form(_read_due, {"type": "object", "additionalProperties": _ENDS.schema}), {}
    )


def _read_stands(raw: object, spot: Spot) -> StandsRow | None:
    return read_row(StandsRow, raw, spot)


STANDS: Form[StandsRow] = Form(_read_stands, row_schema(StandsRow))
STEPS: Form[tuple[StepRow, ...]] = rows_form(StepRow)

_OF_STEPS = frozenset(fields_of(StepRow)) - {"participants"}
_OF_STANDS = frozenset(fields_of(StandsRow)) - {"on"}


def has_steps(raw: object) -> bool:
    """Whether the events of a case are steps, by a field that no other event has."""
    rows = raw if isinstance(raw, list) else []
    return any(isinstance(row, Mapping) and not _OF_STEPS.isdisjoint(row) for row in rows)


def is_standing(raw: object) -> bool:
    """Whether what is expected is how a case stands, by a field that nothing else expects."""
    return isinstance(raw, Mapping) and not _OF_STANDS.isdisjoint(raw)
