"""The states of many cases at once, from the few columns that moves and clocks need.

`fold` says everything of one case; this says of any number of cases where they stand and when each
kind of step was last taken, as fast as their columns can be read.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from attrs import field, frozen

from fengqiao.casework.law import Law
from fengqiao.casework.state import FIRST_STATE
from fengqiao.errors import CaseError
from fengqiao.model import CASE_FORMAT, Columns, Table
from fengqiao.rules import Procedure
from fengqiao.timing import advance

REPLAY_COLUMNS = ("case", "seq", "format", "kind", "procedure", "area", "at", "day")
"""The columns that it reads."""

_Next = Mapping[str, Mapping[str, str]]
"""States, and where each kind of step leads from them."""


@frozen(kw_only=True)
class Replayed:
    """Cases as their steps leave them, a row a case, in the order of their first rows.

    Attributes:
        case: References.
        procedure: Keys of the procedures; None where the first step names none.
        state: Words of `case_state`; None where a step is none of the procedure's from where the
            case stood, or was written by another version: `fold` says which and why.
        version: The number of the last step.
        moments: For each case, when a step of each kind was last taken.

    Units:
        moments: seconds since 1970-01-01T00:00Z
    """

    case: list[str] = field(factory=list)
    procedure: list[str | None] = field(factory=list)
    state: list[str | None] = field(factory=list)
    version: list[int] = field(factory=list)
    moments: list[Mapping[str, int]] = field(factory=list)

    def __len__(self) -> int:
        """Number of cases."""
        return len(self.case)


@frozen
class _Course:
    """The moves of a procedure, cut at the days on which any of them changes."""

    law: Law
    key: str
    changes: Sequence[int]
    nexts: Sequence[_Next]

    def on(self, day: int) -> _Next:
        """The moves of a day."""
        return self.nexts[bisect_right(self.changes, day)]


def replay(columns: Table | Columns, law_at: Callable[[str | None], Law]) -> Replayed:
    """Where cases stand after all of their steps; no guard is asked: what happened has happened.

    Args:
        columns: `REPLAY_COLUMNS` of any number of cases, in stored form and any order. It is
            fastest where the steps of a case follow each other by number.
        law_at: Gives the law of an area, or that of cases whose steps name none.
    """
    held = columns.columns if isinstance(columns, Table) else columns
    found = Replayed()
    cases, seqs = held["case"], held["seq"]
    kinds, ats, days = held["kind"], held["at"], held["day"]
    keys, areas, formats = held["procedure"], held["area"], held["format"]
    courses: dict[tuple[str | None, str], _Course | None] = {}
    for case, rows in _by_case(cases, seqs):
        if isinstance(rows, slice):
            of_case, when, on = kinds[rows], ats[rows], days[rows]
            area = next(filter(None, areas[rows]), None)
            known = set(formats[rows]) == {CASE_FORMAT}
            key, version = keys[rows.start], seqs[rows.stop - 1]
        else:
            of_case, when = [kinds[row] for row in rows], [ats[row] for row in rows]
            on = [days[row] for row in rows]
            area = next((areas[row] for row in rows if areas[row]), None)
            known = all(formats[row] == CASE_FORMAT for row in rows)
            key, version = keys[rows[0]], seqs[rows[-1]]
        state = None
        if key is not None and known:
            if (area, key) not in courses:
                courses[area, key] = _course(law_at(area), key)
            course = courses[area, key]
            state = _state(course, of_case, on) if course else None
        found.case.append(case)
        found.procedure.append(key)
        found.state.append(state)
        found.version.append(version)
        found.moments.append(dict(zip(of_case, when, strict=True)))
    return found


def _by_case(
    cases: Sequence[str], seqs: Sequence[int]
) -> Iterator[tuple[str, slice | Sequence[int]]]:
    """The rows of each case, in order of their numbers."""
    if not len(cases):
        return
    changes = [row for row in range(1, len(cases)) if cases[row] != cases[row - 1]]
    starts = [0, *changes]
    names = [cases[row] for row in starts]
    if len(set(names)) == len(names):
        for case, start, stop in zip(names, starts, [*changes, len(cases)], strict=True):
            some = seqs[start:stop]
            if list(some) == sorted(some):
                yield case, slice(start, stop)
            else:
                yield case, sorted(range(start, stop), key=seqs.__getitem__)
        return
    rows_of: dict[str, list[int]] = {}
    for row, case in enumerate(cases):
        rows_of.setdefault(case, []).append(row)
    for case, rows in rows_of.items():
        yield case, sorted(rows, key=seqs.__getitem__)


def _course(law: Law, key: str) -> _Course | None:
    """The moves of a procedure; None where no pack has it."""
    try:
        procedure = law.procedure(key)
    except CaseError:
        return None
    changes = sorted(
        {
            day
            for move in procedure.moves
            for day in (move.effective_from, _day_after(move.effective_until))
            if day is not None
        }
    )
    nexts = [_nexts(procedure, day) for day in (date.min, *changes)]
    return _Course(law, key, [day.toordinal() for day in changes], nexts)


def _day_after(day: date | None) -> date | None:
    return None if day is None else advance(day, 1, "day")


def _nexts(procedure: Procedure, day: date) -> _Next:
    """Where each step leads on a day; of several moves the first counts."""
    found: dict[str, dict[str, str]] = {FIRST_STATE: {}}
    for move in procedure.moves:
        if move.holds_on(day):
            for state in move.froms:
                found.setdefault(state, {}).setdefault(move.name, move.to or state)
                found.setdefault(move.to or state, {})
    return found


def _state(course: _Course, kinds: Sequence[str], days: Sequence[int]) -> str | None:
    nexts, state = course.on(min(days)), FIRST_STATE
    if nexts is not course.on(max(days)):
        return _across_a_change(course, kinds, days)
    try:
        for kind in kinds:
            state = nexts[state][kind]
    except KeyError:
        return None
    return state


def _across_a_change(course: _Course, kinds: Sequence[str], days: Sequence[int]) -> str | None:
    """The state of a case that was open when the law of its procedure changed."""
    state: str | None = FIRST_STATE
    accepted_on: date | None = None
    for kind, ordinal in zip(kinds, days, strict=True):
        day = date.fromordinal(ordinal)
        governing = course.law.days_for(course.key, accepted_on=accepted_on, on=day)
        ways = (course.on(one.toordinal()).get(state or "", {}).get(kind) for one in governing)
        state = next(filter(None, ways), None)
        if state is None:
            return None
        if kind == "accepted":
            accepted_on = day
    return state
