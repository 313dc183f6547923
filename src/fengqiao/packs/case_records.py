"""Facts of a worked case: what its entry counts is counted from them, with the real indicators.

A record says only what matters. Whatever it leaves out is the case's own: the first station, the
first officer, the community of the case, its first day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from attrs import frozen

from fengqiao.errors import Fault, RecordError
from fengqiao.measures import (
    Indicators,
    Reason,
    Task,
    Values,
    cases_of,
    compute,
    subjects_of,
    wanted,
)
from fengqiao.measures.subjects import passing
from fengqiao.measures.tasks import limit_unit
from fengqiao.measures.whom import find_bearers
from fengqiao.measures.windows import find_window
from fengqiao.model import CASE_EVENT, CASE_FORMAT, KINDS, Kind, Table, prepare
from fengqiao.model.fields import FieldSpec
from fengqiao.model.references import CASES, find_unknown_codes, register_of
from fengqiao.model.registry import Registers
from fengqiao.rules import Band, Catalogue, Chain, Duty, Judged, Norm, Role, Rules, Spoken
from fengqiao.store.counting import answer
from fengqiao.timing import Period

Records = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows by kind of fact: `premises`, `inspection` ..."""

_ZONE = ZoneInfo("Asia/Shanghai")
_CASE = "case-0001"
_SINCE = date(1990, 1, 1)
_AREAS = {
    "community": "990101001001",
    "village": "990101001201",
    "town": "990101001",
    "county": "990101",
    "city": "990100",
}
"""Codes of the areas of a case, in a province that there is not."""
_BARE = ("station", "police_post", "police_room", "beat", "grid", "body")
"""Registers that a case need not fill in for its subject to be there."""
_STARTS, _ENDS = time(9), time(10)


def name_of(kind: str, number: int = 1) -> str:
    """What a thing of a register is called where a record doesn't say: `premises1`."""
    return f"{register_of(kind)[1]}{number}"


def kinds_of(entry: Judged | Band) -> tuple[str, ...]:
    """The kinds of subject that an entry is judged for."""
    return entry.each if isinstance(entry, (Norm, Duty)) else (entry.each,)


def subject_of(each: str) -> str:
    """Who is judged: the area of the case, or the first of its kind."""
    return _AREAS.get(each) or (_CASE if each in CASES else name_of(each))


def first_day(on: date | None, period: str | None) -> date | None:
    """The day on which what a case records happened, unless it says otherwise."""
    return on or (Period.parse(period).first if period else None)


def record_faults(
    records: Records, each: str, day: date, catalogue: Catalogue
) -> Mapping[str, tuple[Fault, ...]]:
    """What is wrong with records, by kind of fact."""
    found: dict[str, tuple[Fault, ...]] = {}
    for name, rows in records.items():
        kind = KINDS[name]
        if not rows:
            continue  # nothing of this kind is on record
        try:
            table = _table(kind, rows, each, day)
        except RecordError as error:
            found[name] = error.faults
            continue
        words = {
            spec.vocabulary: catalogue.words(spec.vocabulary)
            for spec in kind.fields.values()
            if spec.vocabulary is not None
        }
        if faults := find_unknown_codes(kind, table, words):
            found[name] = tuple(faults)
    return found


@frozen(kw_only=True)
class Counting:
    """What records are counted with."""

    rules: Rules
    chain: Chain
    spoken: Spoken
    indicators: Indicators

    def values(
        self, records: Records, each: str, period: Period, *, is_recorded: bool
    ) -> Values | None:
        """What comes of the records for the case's subject; None where nothing is asked of it."""
        by, period, reason = self._asked(period)
        day = period.first
        tables = {
            kind: _table(KINDS[kind], rows, each, day)
            for kind, rows in _completed(records, each).items()
            if rows
        }
        entry, phase = self.spoken.entry, self.spoken.phase
        indicator = self.indicators.get(by or "")
        if is_recorded and indicator is not None and indicator.recorded_as:
            rows = ({"key": indicator.recorded_as},)
            tables["recording"] = _table(KINDS["recording"], rows, each, day)
        if each in CASES:
            tables["case"] = cases_of([tables["case_event"]] if "case_event" in tables else [])
        registers = Registers(tables)
        everyone = subjects_of(each, registers, period.span)
        where = entry.where if isinstance(entry, Role) else phase.where if phase else ()
        names, _ = find_bearers(self.rules, self.chain, each, where)
        subjects = passing(where, everyone, registers, {"name": names})
        if subject_of(each) not in subjects.ids:
            return None
        task = Task(
            spoken=self.spoken,
            chain=self.chain,
            period=period,
            counted=period.span,
            subjects=subjects.pick([subjects.ids.index(subject_of(each))]),
            indicator=indicator,
            in_force=period.span,
            unit=limit_unit(self.rules, self.spoken),
            reason=reason,
        )
        answers = {
            tally: answer(tally, _cells(tables.get(tally.kind)))
            for tally in wanted((task,), registers)
        }
        return compute((task,), answers, {}, registers)[0]

    def _asked(self, period: Period) -> tuple[str | None, Period, Reason | None]:
        """What is measured, over which period, and why it can't be: of a band its window."""
        entry = self.spoken.entry
        if isinstance(entry, Band):
            window = find_window(self.rules, self.spoken, entry, period)
            by, period, reason = window.by, window.period or period, window.reason
        else:
            by, reason = (entry.key if isinstance(entry, Norm) else None), None
        if reason is None and by not in self.indicators and not isinstance(entry, Role):
            reason = "not_installed"
        return by, period, reason


def _completed(records: Records, each: str) -> dict[str, Sequence[Mapping[str, Any]]]:
    """Records with the areas of a case, its station, and a bare subject where none is given."""
    rows: dict[str, Sequence[Mapping[str, Any]]] = {
        "area": tuple({"area": code} for code in _AREAS.values()),
        "station": ({},),
    }
    register, _ = register_of(each)
    if register in _BARE:
        rows[register] = ({"kind": each},) if register == "body" else ({},)
    elif register == "assignment":
        rows[register] = ({"role": each},)
    return {**rows, **records}


def _table(kind: Kind, rows: Sequence[Mapping[str, Any]], each: str, day: date) -> Table:
    """Records in stored form.

    Raises:
        RecordError: A record has a field that its kind has not, or lacks one that it needs.
    """
    full = [_row(kind, row, number, each, day) for number, row in enumerate(rows, start=1)]
    names = dict.fromkeys(name for row in full for name in row)
    columns = {name: [row.get(name) for row in full] for name in names}
    return prepare(kind, columns, zone=_ZONE)


def _row(kind: Kind, row: Mapping[str, Any], number: int, each: str, day: date) -> dict[str, Any]:
    """A record with what it leaves out; without what nobody can guess, such as a role."""
    told = dict(row)
    made: dict[str, Any] = {"id": f"{kind.name}{number}"}
    has_hours = "started_at" in kind.fields or kind is CASE_EVENT
    on = told.pop("on", day) if has_hours else day
    for name, spec in kind.fields.items():
        if name != "id" and not spec.optional:
            made[name] = _default(kind, name, spec, number, each)
    if kind.nature == "register":
        made["since"] = _SINCE
    elif "started_at" in kind.fields and type(on) is date:
        made["started_at"] = datetime.combine(on, _STARTS, tzinfo=_ZONE)
        made["ended_at"] = datetime.combine(on, _ENDS, tzinfo=_ZONE)
    elif kind is CASE_EVENT and type(on) is date:
        made |= {"seq": number, "format": CASE_FORMAT}
        made["at"] = datetime.combine(on, _STARTS, tzinfo=_ZONE)
    elif kind.dated_by is not None:
        made[kind.dated_by] = on
    return {name: value for name, value in {**made, **told}.items() if value is not None}


def _default(kind: Kind, name: str, spec: FieldSpec, number: int, each: str) -> Any:  # noqa: ANN401  a cell of any kind
    """What a field is where a record doesn't say; None where it has to say."""
    if name in (kind.one_at_a_time, "household") or (kind.name, name) == ("assignment", "staff"):
        return f"{name}{number}"
    if kind.name == "total" and name.startswith("subject"):
        return each if name == "subject_kind" else subject_of(each)
    if name == "case":
        return _CASE
    if spec.is_area:
        return _AREAS[_area_of(kind, each)]
    if spec.kind in ("id", "ref"):
        return f"{name}1"
    plain: Mapping[str, object] = {"register_name": "-", "flag": False}
    return () if spec.several else plain.get(spec.kind)


def _area_of(kind: Kind, each: str) -> str:
    """The level of the area that a fact lies in: a body serves the area that is judged."""
    if kind.name == "body":
        return each if each in _AREAS else "city"
    return each if each == "village" else "community"


def _cells(table: Table | None) -> list[dict[str, Any]]:
    """Rows as the store counts them."""
    if table is None:
        return []
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows(*table.columns)]
