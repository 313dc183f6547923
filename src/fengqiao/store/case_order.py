"""Steps of cases: numbered without a gap, each party in one case alone, no version raced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from fengqiao.errors import Fault, IdRefused, RecordError, StoreConflict
from fengqiao.ids import shape_facts
from fengqiao.model import CASE_EVENT, CASE_FORMAT, Columns, Table
from fengqiao.store.arguments import require_ref, require_type
from fengqiao.store.asking import stored_names
from fengqiao.store.erasing import Erasures

LONGEST_CASE = 56
"""Characters of a case reference, so that the id of a step holds it and its number."""

CASE_COLUMNS: tuple[str, ...] = (*stored_names(CASE_EVENT), "known_at")
"""Columns of a case as a store gives it."""

_GIVEN_BY_STORE = ("id", "case", "seq", "format")


@frozen
class Held:
    """What a store holds of the cases and parties of a batch.

    Attributes:
        steps: Ids of steps by case and number, withdrawn ones too.
        homes: The case of each party.
    """

    steps: Mapping[tuple[str, int], str]
    homes: Mapping[str, str]

    def plus(self, cells: Iterable[Mapping[str, Any]]) -> Held:
        """With steps that were taken in before, of the same batch."""
        steps, homes = dict(self.steps), dict(self.homes)
        for one in cells:
            steps[one["case"], one["seq"]] = one["id"]
            if one["party"] is not None:
                homes[one["party"]] = one["case"]
        return Held(steps, homes)


def require_orderly(table: Table, held: Held, *, is_load: bool) -> None:
    """Refuse steps out of order, and parties that belong to another case.

    Args:
        table: Steps of cases, in stored form.
        held: What stands in the store of their cases and parties.
        is_load: Whether they come from an export, where steps of erased parties may be missing.

    Raises:
        StoreConflict: A number is taken by another step, one was left out, or a party stands in
            another case.
    """
    steps, homes = dict(held.steps), dict(held.homes)
    last: dict[str, int] = {}
    for case, seq in steps:
        last[case] = max(seq, last.get(case, 0))
    for row, (id_, case, seq, party) in enumerate(table.rows("id", "case", "seq", "party")):
        there = steps.get((case, seq))
        if there not in (None, id_):
            raise StoreConflict("store.case_step_taken", row=row, step=seq)
        if there is None and not is_load and seq != last.get(case, 0) + 1:
            raise StoreConflict("store.case_gap", row=row, step=seq, expected=last.get(case, 0) + 1)
        steps[case, seq] = id_
        last[case] = max(seq, last.get(case, 0))
        if party is not None and homes.setdefault(party, case) != case:
            raise StoreConflict("store.party_elsewhere", row=row, step=seq)


def require_case(case_id: str) -> str:
    """The reference of a case, if it may be one.

    Raises:
        IdRefused: It is no reference, or too long to stand in the ids of steps.
    """
    found = require_ref(case_id)
    if len(found) > LONGEST_CASE:
        facts = {"field": "case", **shape_facts("ref"), "most": LONGEST_CASE}
        raise IdRefused.of([Fault("id.shape", facts)])
    return found


def require_version(at_version: int, version: int) -> None:
    """Refuse to go on from a version that is not the latest.

    Raises:
        StoreConflict: Somebody else took a step since, or there is none such.
    """
    if at_version != version:
        raise StoreConflict("store.stale_case", at_version=at_version, version=version)


def case_columns(case_id: str, at_version: int, events: Columns) -> Columns:
    """Columns of steps that follow a version: numbered, with ids and the format of today.

    Raises:
        StoreError: An argument has another type.
        RecordError: A column is given that the store fills in.
    """
    require_type("at_version", at_version, int)
    require_type("events", events, Mapping)
    given = [name for name in _GIVEN_BY_STORE if name in events]
    if given:
        raise RecordError("record.unknown_field", kind=CASE_EVENT.name, fields=given)
    sizes: list[int] = [len(column) for column in events.values() if hasattr(column, "__len__")]
    size = max(sizes, default=0)
    numbers = range(at_version + 1, at_version + 1 + size)
    made: dict[str, Sequence[Any]] = {
        "id": [f"{case_id}:{number}" for number in numbers],
        "case": [case_id] * size,
        "seq": list(numbers),
        "format": [CASE_FORMAT] * size,
    }
    return {**made, **events}


def require_not_erased(columns: Columns, erasures: Erasures) -> None:
    """Refuse a step of a case, or about a party, that was erased.

    Raises:
        StoreConflict: A reference was erased.
    """
    refs = [ref for name in CASE_EVENT.refs for ref in columns.get(name, ())]
    if erasures.among(ref for ref in refs if isinstance(ref, str)):
        raise StoreConflict("store.case_erased")
