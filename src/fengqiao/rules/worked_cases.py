"""Worked cases of a pack: what is given, and what is expected of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from attrs import frozen

from fengqiao.rules.sources import Origin


@frozen(kw_only=True)
class Stands:
    """How a case of a procedure is expected to stand.

    Attributes:
        on: The day at whose end, or the moment at which, it is looked at.
        state: A word of `case_state`.
        may: Steps that are legal then, by field.
        may_not: Steps that are refused then; `why` and `guard` say how.
        due: The end of each limit by its norm's id or the clock's name: the last day or the last
            moment in time, `open`, or `none` where no such limit runs.
    """

    on: date | datetime
    state: str
    may: tuple[dict[str, object], ...] = ()
    may_not: tuple[dict[str, object], ...] = ()
    due: tuple[tuple[str, object], ...] = ()


@frozen(kw_only=True)
class Case:
    """A worked case of an entry, as the pack's own tests run it.

    Attributes:
        of: Entry id.
        on, period: The day or the period that is judged.
        each, where: Kind and attributes of the subject; a row may say otherwise.
        config: Open terms for this case.
        records: Facts by kind, from which what is given is counted; what they leave out is the
            case's own. Empty: nothing is on record; None: nothing is counted.
        rows: Given values and what each is expected to give.
        events: What happened, for duties; the steps that were taken, for procedures.
        recorded: Whether the host records it: otherwise nothing recorded is not zero.
        expect: For events, and for the records of a role: expected result by field.
        stands: For procedures: how the case stands after its steps.
    """

    of: str
    on: date | None = None
    period: str | None = None
    each: str | None = None
    where: tuple[tuple[str, object], ...] = ()
    config: tuple[tuple[str, object], ...] = ()
    records: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] | None = None
    rows: tuple[dict[str, object], ...] = ()
    events: tuple[dict[str, object], ...] = ()
    recorded: bool = True
    expect: tuple[tuple[str, str], ...] = ()
    stands: Stands | None = None
    origin: Origin
