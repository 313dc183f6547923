"""How many worked cases an entry needs: every kind of answer is shown once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from fengqiao.errors import Fault, Place
from fengqiao.packs.read_steps import limits_of
from fengqiao.rules import (
    AnyEntry,
    Band,
    Case,
    Chain,
    Duty,
    Exact,
    Norm,
    NotModelled,
    Open,
    Pack,
    Procedure,
    Sheet,
)

NOT_MET = frozenset(("breach", "notice", "info"))
WITHOUT_RULE = "no_rule"


def cases_missing(pack: Pack, parents: Sequence[Pack] = ()) -> Iterator[Fault]:
    """Entries whose worked cases leave a kind of answer out.

    Each norm and duty needs one case that is met, one that is not met, and one that can't be
    checked; a band one of each level and one that can't be told; a sheet that is scored here, with
    its parts stated, one with a score, and one whose score is open or an interval; a procedure one
    that ends, one step that is refused, and one limit's end. That nothing speaks (`no_rule`) shows
    none of these. Entries that one row stands for, item by item, are shown by the cases of any of
    them.

    Args:
        pack: The pack.
        parents: Packs whose procedures it adds to, nearest first.

    Yields:
        One fault per entry, at the entry.
    """
    procedures = Chain((pack, *parents)).procedures
    expected: dict[str, list[object]] = {}
    for case in pack.cases:
        found = expected.setdefault(case.of, [])
        found.extend(row["expect"] for row in case.rows)
        found.extend(outcome for _, outcome in case.expect)
    together: dict[tuple[str, int, str], list[object]] = {}
    for entry in pack.entries:
        together.setdefault(_row_of(entry), []).extend(expected.get(entry.id, []))
    told: set[tuple[str, int, str]] = set()
    for entry in pack.entries:
        if isinstance(entry, Procedure):
            cases = [case for case in pack.cases if case.of == entry.id]
            code, missing = "pack.procedure_cases", tuple(_not_walked(procedures[entry.key], cases))
        else:
            code, missing = _missing(entry, together[_row_of(entry)])
        if missing and _row_of(entry) not in told:
            told.add(_row_of(entry))
            facts = {"entry": entry.id, "missing": missing}
            yield Fault(code, facts, Place(entry.origin.file, entry.origin.line))


def _row_of(entry: AnyEntry) -> tuple[str, int, str]:
    """The row that an entry comes from; one of several keys is a row for each."""
    key = "" if isinstance(entry, NotModelled) else entry.key
    return entry.origin.file, entry.origin.line, key


def _missing(entry: AnyEntry, expected: list[object]) -> tuple[str, tuple[str, ...]]:
    """The code of an entry's fault, and outcomes as a case would expect them."""
    outcomes = {one for one in expected if isinstance(one, str)} - {WITHOUT_RULE}
    if isinstance(entry, (Norm, Duty)):
        wanted = {
            "met": "met" in outcomes,
            "breach": bool(outcomes & NOT_MET),
            "no_data": bool(outcomes - NOT_MET - {"met"}),
        }
    elif isinstance(entry, Band):
        levels = tuple(level.name for level in entry.levels)
        wanted = {name: name in outcomes for name in levels}
        wanted["no_data"] = bool(outcomes - set(levels))
    elif isinstance(entry, Sheet):
        if isinstance(entry.parts, Open) or entry.decided == "outside":
            return "pack.score_cases", ()
        scored = any(isinstance(one, Exact) for one in expected)
        unsure = any(isinstance(one, tuple) or one == "open" for one in expected)
        return "pack.score_cases", () if scored and unsure else (entry.id,)
    else:
        wanted = {}
    return "pack.few_cases", tuple(name for name, is_there in wanted.items() if not is_there)


def _not_walked(entry: Procedure, cases: Sequence[Case]) -> Iterator[str]:
    """What the cases of a procedure leave out: a way to its end, a refusal, a limit's end."""
    stands = [case.stands for case in cases if case.stands is not None]
    if not {one.state for one in stands} & {state.name for state in entry.states if state.ends}:
        yield "state"
    if not any(one.may_not for one in stands):
        yield "may_not"
    if limits_of(entry) and not any(isinstance(end, date) for one in stands for _, end in one.due):
        yield "due"
