"""Worked cases of a pack: what is given, and what is expected of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from attrs import frozen

from fengqiao.rules.sources import Origin


@frozen(kw_only=True)
class Case:
    """A worked case of an entry, as the pack's own tests run it.

    Attributes:
        of: Entry id.
        on, period: The day or the period that is judged.
        each, where: Kind and attributes of the subject; a row may say otherwise.
        config: Open terms for this case.
        records: Facts by kind, from which what is given is counted; what they leave out is the
            case's own.
        rows: Given values and what each is expected to give.
        events: What happened, for duties.
        recorded: Whether the host records it: otherwise nothing recorded is not zero.
        expect: For events, and for the records of a role: expected result by field.
    """

    of: str
    on: date | None = None
    period: str | None = None
    each: str | None = None
    where: tuple[tuple[str, object], ...] = ()
    config: tuple[tuple[str, object], ...] = ()
    records: tuple[tuple[str, tuple[Mapping[str, Any], ...]], ...] = ()
    rows: tuple[dict[str, object], ...] = ()
    events: tuple[dict[str, object], ...] = ()
    recorded: bool = True
    expect: tuple[tuple[str, str], ...] = ()
    origin: Origin
