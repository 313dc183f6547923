"""Check what columns refer to: ids that a register must know on the day, and closed lists."""

from __future__ import annotations

from collections.abc import Collection, Mapping, MutableMapping, Sequence
from datetime import date
from typing import Any

from fengqiao.errors import Fault
from fengqiao.model.areas import area_level
from fengqiao.model.kinds import KINDS, Kind
from fengqiao.model.registry import NEVER, Registers, Spans
from fengqiao.model.table import Table
from fengqiao.timing import Span

BODIES = ("bureau", "department", "village_committee")
"""Kinds of subject that stand in the register of bodies, each a kind of body."""
AREAS = ("city", "county", "town", "community", "village")
"""Kinds of subject that stand in the register of areas, by the level of their code."""

CASES = ("dispute", "request")
"""Kinds of subject that are cases: their register is made of their events."""

_MOST_SHOWN = 8
"""Words of a list that is so short that it is shown in full."""


def find_unknown_codes(
    kind: Kind, table: Table, vocabularies: Mapping[str, frozenset[str]]
) -> list[Fault]:
    """Faults of columns of codes that hold a word outside their closed list."""
    faults = []
    for name, spec in kind.fields.items():
        if spec.vocabulary is None:
            continue
        used = set(table[name]) - {None, ""}
        words = {word for cell in used for word in cell.split(",")} if spec.several else used
        known = vocabularies[spec.vocabulary]
        if wrong := sorted(words - known):
            facts = {
                "field": f"{kind.name}.{name}",
                "vocabulary": spec.vocabulary,
                "close": _close(wrong, known),
                "known": sorted(known) if len(known) <= _MOST_SHOWN else (),
            }
            faults.append(Fault("record.unknown_code", facts))
    return faults


def _close(wrong: Sequence[str], known: Collection[str]) -> list[str]:
    """At most three words of a list that wrong ones may have meant."""
    from difflib import get_close_matches  # noqa: PLC0415  only needed when something is wrong

    found = [name for word in wrong for name in get_close_matches(word, sorted(known), n=3)]
    return list(dict.fromkeys(found))[:3]


def find_unregistered(kind: Kind, table: Table, registers: Registers) -> list[Fault]:
    """Faults of ids that no register knows on the row's day (events) or first day (registers).

    Staff must hold a post at the row's station; the subject of a total must be of its kind.
    """
    days = table["day"] if kind.nature == "event" else table["since"]
    faults: list[Fault] = []
    for name, spec in kind.fields.items():
        if spec.register is None:
            continue
        if spec.register == "assignment":
            spans = registers.spans("assignment", "staff", "station")
            keys: Sequence[Any] = [
                None if staff is None else (staff, station)
                for staff, station in table.rows(name, "station")
            ]
            code = "record.not_assigned"
        else:
            entity = KINDS[spec.register].one_at_a_time or "id"
            spans = registers.spans(spec.register, entity)
            keys = [None if cell is None else (cell,) for cell in table[name]]
            code = "record.not_registered"
        row = _first_outside(keys, days, spans)
        if row is not None:
            faults.append(_fault(kind, name, code, row, days[row], register=spec.register))
    if kind.name == "total":
        faults += _unregistered_subjects(kind, table, registers)
    return faults


def _unregistered_subjects(kind: Kind, table: Table, registers: Registers) -> list[Fault]:
    keys = list(table.rows("subject_kind", "subject"))
    spans: dict[tuple[object, ...], Sequence[tuple[int, int]]] = {}
    for subject_kind in {key[0] for key in keys}:
        register, column = register_of(subject_kind)
        if register == "assignment":
            held = registers.spans("assignment", "role", "staff")
            spans |= {key: days for key, days in held.items() if key[0] == subject_kind}
        elif register == "body":
            held = registers.spans("body", "kind", "body")
            spans |= {key: days for key, days in held.items() if key[0] == subject_kind}
        else:
            found = registers.spans(register, column)
            spans |= {
                (subject_kind, *key): days
                for key, days in found.items()
                if register != "area" or area_level(str(key[0])) == subject_kind
            }
    row = _first_outside(keys, table["day"], spans)
    if row is None:
        return []
    day = table["day"][row]
    return [_fault(kind, "subject", "record.not_registered", row, day, register=keys[row][0])]


def register_of(subject_kind: str) -> tuple[str, str]:
    """The register that lists the subjects of a kind, and its column that names them."""
    if subject_kind in CASES:
        return "case", "case"
    if subject_kind in KINDS:
        return subject_kind, KINDS[subject_kind].one_at_a_time or "id"
    if subject_kind in AREAS:
        return "area", "area"
    if subject_kind in BODIES:
        return "body", "body"
    return "assignment", "staff"


def _first_outside(keys: Sequence[Any], days: Sequence[int], spans: Spans) -> int | None:
    """First row whose key has no span that holds its day; rows without a key pass.

    Each distinct key is tried against the first and last day of the batch at once; only keys
    that do not pass so are looked at row by row.
    """
    if not keys:
        return None
    first, last = min(days), max(days)
    doubtful = {
        key for key in set(keys) if key is not None and not _holds(spans.get(key, ()), first, last)
    }
    if not doubtful:
        return None
    for row, (key, day) in enumerate(zip(keys, days, strict=True)):
        if key in doubtful and not _holds(spans.get(key, ()), day, day):
            return row
    return None


def _holds(spans: Sequence[tuple[int, int]], first: int, last: int) -> bool:
    """Whether one of the spans holds all these days."""
    for since, until in spans:  # noqa: SIM110  asked for every key: a generator takes twice as long
        if since <= first and last <= until:
            return True
    return False


def find_unrecorded(
    kind: Kind, table: Table, name: str, first: Mapping[object, int]
) -> Fault | None:
    """The fault of a field that names what no event held by the row's day, or None.

    Args:
        kind: The kind of fact.
        table: Its rows.
        name: The field.
        first: Recorded values, each with the first day of an event that holds it.
    """
    recorded = kind.fields[name].recorded
    for row, (value, day) in enumerate(table.rows(name, "day")):
        if value not in first or first[value] > day:
            shown = ".".join(recorded or ())
            return _fault(kind, name, "record.not_recorded", row, day, recorded=shown)
    return None


def find_wrong_totals(
    kind: Kind, table: Table, *, shares: Collection[str], ratings: Collection[str]
) -> list[Fault]:
    """Faults of totals of which more was done than there was, and of shares of nothing.

    Args:
        kind: The kind of fact; only totals have both.
        table: Its rows.
        shares: Keys that say what a count is out of, ratings among them.
        ratings: Keys whose `done` is a sum of points and `total` the number of respondents.
    """
    if kind.name != "total":
        return []
    for row, (key, done, total, day) in enumerate(table.rows("key", "done", "total", "day")):
        if total is None and key in shares:
            return [_fault(kind, "total", "record.absent", row, day)]
        if total is not None and done > total and key not in ratings:
            return [_fault(kind, "total", "record.more_than_total", row, day, other="done")]
    return []


TOLD_APART_BY = ("key", "subject_kind", "subject", "day")
"""What is reported once: of one key, about one subject, for one day."""


def find_second_totals(
    kind: Kind, table: Table, told: MutableMapping[tuple[object, ...], object]
) -> list[Fault]:
    """The fault of the first total that is reported already, under another id.

    Args:
        kind: The kind of fact; only totals are looked at.
        table: Its rows.
        told: Ids of what was reported, by `TOLD_APART_BY`; rows without a fault are added.
    """
    if kind.name != "total":
        return []
    for row, (fact, *name) in enumerate(table.rows("id", *TOLD_APART_BY)):
        if told.setdefault(tuple(name), fact) != fact:
            return [_fault(kind, "key", "record.second_total", row, table["day"][row])]
    return []


def find_overlaps(kind: Kind, table: Table, registers: Registers) -> list[Fault]:
    """Faults of register facts of which two would hold for one thing on one day."""
    if kind.one_at_a_time is None:
        return []
    name = kind.one_at_a_time
    held: dict[str, list[tuple[int, int, str]]] = {}
    for key, fact, since, until in registers.table(kind.name).rows(name, "id", "since", "until"):
        held.setdefault(key, []).append((since, NEVER if until is None else until, fact))
    for row, (key, fact, since, until) in enumerate(table.rows(name, "id", "since", "until")):
        end = NEVER if until is None else until
        others = held.setdefault(key, [])
        clash = next((o for o in others if o[0] <= end and since <= o[1] and o[2] != fact), None)
        if clash:
            return [_fault(kind, name, "record.overlap", row, max(since, clash[0]))]
        others.append((since, end, fact))
    return []


def span_of(kind: Kind, table: Table) -> Span | None:
    """The days that a table's rows touch; None for an empty one."""
    if not len(table):
        return None
    if kind.nature == "event":
        return _span(min(table["day"]), max(table["day"]))
    ends = [NEVER if until is None else until for until in table["until"]]
    return _span(min(table["since"]), max(ends))


def _span(first: int, last: int) -> Span:
    return Span(date.fromordinal(first), date.fromordinal(last))


def _fault(kind: Kind, name: str, code: str, row: int, day: int, **facts: object) -> Fault:
    shown = date.fromordinal(day).isoformat()
    return Fault(code, {"field": f"{kind.name}.{name}", "row": row, "day": shown, **facts})
