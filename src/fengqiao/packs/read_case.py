"""Worked cases: what is given, and what an entry is expected to make of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from fengqiao.packs.amounts import parse_amount
from fengqiao.packs.read_duty import REQUIREMENTS
from fengqiao.packs.rows import CaseRow
from fengqiao.packs.spot import Spot
from fengqiao.rules.catalogue import close_names
from fengqiao.rules.entries import AnyEntry, Band, Case, Duty, Norm, NotModelled

OUTCOMES = (
    "met", "breach", "notice", "info", "open", "no_data", "no_rule", "nothing_due",
    "part_of_period",
)  # fmt: skip
"""What may be expected; of a band also the name of a level."""


def read_case(row: CaseRow, spot: Spot, entries: Mapping[str, AnyEntry]) -> list[Case]:
    """The case of a row, in a list; an empty one where its entry is not in the pack."""
    entry = entries.get(row.of)
    if entry is None or isinstance(entry, NotModelled):
        names = [name for name, one in entries.items() if not isinstance(one, NotModelled)]
        spot.at("of").fault("pack.case_of_nothing", close=close_names(row.of, names))
        return []
    if (row.rows is None) == (row.events is None) or (row.events is None) != (row.expect is None):
        spot.absent("pack.case_shape", "rows", "events", "expect")
    elif isinstance(entry, Duty) != (row.events is not None):
        spot.fault("pack.case_kind", at_key=True)
    if not _has_day(row):
        spot.absent("pack.case_day", "on", "period")
    _check_outcomes(row, entry, spot)
    return [
        Case(
            of=row.of,
            on=row.on,
            period=row.period,
            config=tuple((name, _given(value)) for name, value in (row.config or {}).items()),
            rows=tuple(dict(_facts(one)) for one in row.rows or ()),
            events=tuple(dict(_facts(one)) for one in row.events or ()),
            recorded=row.recorded,
            expect=tuple((row.expect or {}).items()),
            origin=spot.origin,
        )
    ]


def _has_day(row: CaseRow) -> bool:
    if row.on or row.period:
        return True
    return bool(row.rows) and all(one.on or one.period for one in row.rows or ())


def _facts(row: Any) -> Iterator[tuple[str, object]]:  # noqa: ANN401  rows of any kind
    """The fields that a row states, amounts as exact values."""
    for attribute in attrs.fields(type(row)):
        value = getattr(row, attribute.name)
        if value is None:
            continue
        if isinstance(value, Mapping):
            value = {name: _given(one) for name, one in value.items()}
        yield attribute.name, _given(value) if attribute.name == "given" else value


def _given(value: object) -> object:
    return parse_amount(value) or value


def _check_outcomes(row: CaseRow, entry: AnyEntry, spot: Spot) -> None:
    levels = tuple(level.name for level in entry.levels) if isinstance(entry, Band) else ()
    known = (*OUTCOMES, *levels)
    for index, one in enumerate(row.rows or ()):
        if one.expect not in known:
            place = spot.at("rows", index, "expect")
            place.fault("pack.unknown_outcome", close=close_names(one.expect, known), known=known)
    names = _requirement_names(entry)
    for name, outcome in (row.expect or {}).items():
        place = spot.at("expect", name)
        if outcome not in known:
            place.fault("pack.unknown_outcome", close=close_names(outcome, known), known=known)
        if name not in names:
            place.fault("pack.expects_nothing", at_key=True, close=close_names(name, names))


def _requirement_names(entry: AnyEntry) -> frozenset[str]:
    """Fields and requirements that a duty states."""
    if not isinstance(entry, Duty):
        return frozenset(REQUIREMENTS) if isinstance(entry, Norm) else frozenset()
    return frozenset(
        name
        for phase in entry.phases
        for one in phase.requirements
        for name in (one.field, one.name)
    )
