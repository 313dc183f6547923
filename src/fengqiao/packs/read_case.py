"""Worked cases: what is given, and what an entry is expected to make of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from fengqiao.packs.amounts import parse_amount
from fengqiao.packs.case_attributes import check_attributes
from fengqiao.packs.case_records import first_day, kinds_of, record_faults
from fengqiao.packs.fill_term import fill_term
from fengqiao.packs.open_terms import terms_of
from fengqiao.packs.read_duty import REQUIREMENTS
from fengqiao.packs.read_steps import is_of_steps, read_steps
from fengqiao.packs.rows_case import PERIOD, CaseRow
from fengqiao.packs.rows_steps import StandsRow
from fengqiao.packs.spot import Spot, shown_name
from fengqiao.rules.catalogue import Catalogue, close_names
from fengqiao.rules.entries import (
    AnyEntry,
    Band,
    Case,
    Duty,
    Norm,
    NotModelled,
    Procedure,
    Role,
    Sheet,
)
from fengqiao.rules.values import Exact, Open

OUTCOMES = (
    "met", "breach", "notice", "info", "open", "no_data", "no_rule", "nothing_due",
    "part_of_period",
)  # fmt: skip
"""What may be expected; of a band also the name of a level."""

SCORED = ("open", "not_rated", "no_rule")
"""What may be expected of a sheet beside a score or the two ends of an interval."""


def read_case(
    row: CaseRow, spot: Spot, entries: Mapping[str, AnyEntry], catalogue: Catalogue
) -> list[Case]:
    """The case of a row, in a list; an empty one where its entry is not in the pack."""
    entry = entries.get(row.of)
    if entry is None or isinstance(entry, NotModelled):
        names = [name for name, one in entries.items() if not isinstance(one, NotModelled)]
        spot.at("of").fault("pack.case_of_nothing", close=close_names(row.of, names))
        return []
    if isinstance(entry, Procedure):
        config = tuple(_filled(row, entry, spot, entries, catalogue))
        return read_steps(row, entry, spot, catalogue, config)
    if is_of_steps(row):
        spot.fault("pack.case_kind", at_key=True)
        return []
    if isinstance(entry, Role):
        if row.records is None or row.expect is None or row.rows or row.events:
            spot.absent("pack.case_of_role", "records", "expect")
    elif (row.rows is None) == (row.events is None) or (row.events is None) != (row.expect is None):
        spot.absent("pack.case_shape", "rows", "events", "expect")
    elif isinstance(entry, Duty) != (row.events is not None):
        spot.fault("pack.case_kind", at_key=True)
    if row.rows is not None:
        _check_given(row, entry, spot, catalogue)
    check_attributes(row, entry, spot)
    if row.records is not None:
        _check_records(row, entry, spot, catalogue)
    if not _has_day(row):
        spot.absent("pack.case_day", "on", "period")
    _check_outcomes(row, entry, spot)
    return [
        Case(
            of=row.of,
            on=row.on,
            period=row.period,
            each=row.each,
            where=tuple((name, _given(value)) for name, value in (row.where or {}).items()),
            config=tuple(_filled(row, entry, spot, entries, catalogue)),
            records=None if row.records is None else tuple(row.records.items()),
            rows=tuple(dict(_facts(one)) for one in row.rows or ()),
            events=tuple(dict(_facts(one)) for one in row.events or ()),
            recorded=row.recorded,
            expect=tuple(_expected(row).items()),
            origin=spot.origin,
        )
    ]


def _filled(
    row: CaseRow,
    entry: AnyEntry,
    spot: Spot,
    entries: Mapping[str, AnyEntry],
    catalogue: Catalogue,
) -> Iterator[tuple[str, object]]:
    """What the case's host fills in: only what the entry leaves open, each in its own form."""
    if not row.config:
        return
    terms = {term.name: term for term in terms_of(entry, entries.values(), catalogue)}
    for name, value in row.config.items():
        place, term = spot.at("config", name), terms.get(name)
        if term is None:
            close = close_names(name, terms)
            facts = {"name": shown_name(name), "close": close, "known": tuple(terms)}
            place.fault("pack.case_config", at_key=True, entry=entry.id, **facts)
            continue
        # A single word was read as a list of one.
        is_one = term.form != "words" and isinstance(value, tuple) and len(value) == 1
        filled = fill_term(term, value[0] if is_one else value, place)
        if filled is not None:
            yield name, filled


def _expected(row: CaseRow) -> Mapping[str, str]:
    """What is expected by field; of a procedure, whose cases are read apart, nothing."""
    return {} if isinstance(row.expect, StandsRow) or row.expect is None else row.expect


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
    if isinstance(value, Exact):
        return value
    if isinstance(value, Mapping):
        return {name: _given(one) for name, one in value.items()}
    return parse_amount(value) or value


def _is_below_zero(given: object) -> bool:
    return isinstance(given, Exact) and given.num < 0


def _may_fall_below(entry: AnyEntry, catalogue: Catalogue) -> bool:
    """Whether what is measured is how far something fell: below 0 where it rose."""
    name = entry.key if isinstance(entry, Norm) else entry.by if isinstance(entry, Band) else None
    return isinstance(name, str) and name in catalogue.keys and name.endswith("_fall")


def _check_given(row: CaseRow, entry: AnyEntry, spot: Spot, catalogue: Catalogue) -> None:
    """A sheet is given one value for each part, everything else a single value.

    A band may be given one for each period, so that it shows by which of them it classes.
    """
    names = None
    if isinstance(entry, Sheet) and not isinstance(entry.parts, Open):
        names = tuple(part.name for part in entry.parts)
    for index, one in enumerate(row.rows or ()):
        place = spot.at("rows", index, "given")
        if one.given is None:
            continue
        if _is_below_zero(one.given) and not _may_fall_below(entry, catalogue):
            place.fault("pack.case_below_zero")
        if isinstance(entry, Band) and isinstance(one.given, Mapping):
            for name in one.given:
                PERIOD.read(name, place.at(name))
        elif isinstance(one.given, Mapping) != (names is not None):
            place.fault("pack.case_given", at_key=True)
        elif isinstance(one.given, Mapping) and names is not None:
            for name in one.given:
                if name not in names:
                    at = place.at(name)
                    at.fault("pack.case_part", at_key=True, close=close_names(name, names))


def _says_where(row: CaseRow) -> bool:
    return bool(row.where) or any(one.where for one in row.rows or ())


def _is_by_sheet(entry: Norm | Role | Band, catalogue: Catalogue) -> bool:
    """Whether an entry is a band that classes by a score."""
    by = entry.by if isinstance(entry, Band) else None
    return isinstance(by, str) and by in catalogue.keys and catalogue.keys[by].kind == "sheet"


def _check_records(row: CaseRow, entry: AnyEntry, spot: Spot, catalogue: Catalogue) -> None:
    """Records are counted for norms, roles and bands by a key; they hold the attributes."""
    if (
        not isinstance(entry, (Norm, Role, Band))
        or _is_by_sheet(entry, catalogue)
        or _says_where(row)
    ):
        spot.at("records").fault("pack.case_records", at_key=True)
    elif day := first_day(row.on, row.period):
        each = next((one.each for one in row.rows or () if one.each), kinds_of(entry)[0])
        for name, faults in record_faults(row.records or {}, each, day, catalogue).items():
            for fault in faults:
                spot.at("records", name).fault(fault.code, at_key=True, **fault.facts)
    else:
        spot.absent("pack.case_day", "on", "period")


def _check_outcomes(row: CaseRow, entry: AnyEntry, spot: Spot) -> None:
    levels = tuple(level.name for level in entry.levels) if isinstance(entry, Band) else ()
    known = (*OUTCOMES, *levels)
    for index, one in enumerate(row.rows or ()):
        place = spot.at("rows", index, "expect")
        if isinstance(entry, Sheet):
            if isinstance(one.expect, str) and one.expect not in SCORED:
                place.fault("pack.unknown_score", known=SCORED)
        elif not isinstance(one.expect, str):
            place.fault("pack.unknown_outcome", known=known)
        elif one.expect not in known:
            place.fault("pack.unknown_outcome", close=close_names(one.expect, known), known=known)
    names = _requirement_names(entry)
    for name, outcome in _expected(row).items():
        place = spot.at("expect", name)
        if outcome not in known:
            place.fault("pack.unknown_outcome", close=close_names(outcome, known), known=known)
        if name not in names:
            place.fault("pack.expects_nothing", at_key=True, close=close_names(name, names))


def _requirement_names(entry: AnyEntry) -> frozenset[str]:
    """Fields and requirements that a duty states."""
    if isinstance(entry, Role):
        return frozenset(name for name in ("held_by", "drawn_from") if getattr(entry, name))
    if not isinstance(entry, Duty):
        return frozenset(REQUIREMENTS) if isinstance(entry, Norm) else frozenset()
    return frozenset(
        name
        for phase in entry.phases
        for one in phase.requirements
        for name in (one.field, one.name)
    )
