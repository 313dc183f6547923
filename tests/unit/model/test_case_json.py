from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from fengqiao.errors import RecordError
from fengqiao.model import CASE_EVENT, CaseEvent, Table, columns_of, prepare, read_case, write_case
from fengqiao.model.case_json import STANDARD

ZONE = ZoneInfo("Asia/Shanghai")


def steps(count: int = 4) -> Table:
    """A case of some steps, with every way in which a column may be written."""
    events = [
        CaseEvent(
            id=f"case-0001:{seq}",
            case="case-0001",
            seq=seq,
            format=1,
            kind="applied" if seq == 1 else "session_set",
            procedure="mediation.peoples" if seq == 1 else None,
            at=datetime(2026, 3, seq % 28 + 1, 9, tzinfo=ZONE),
            area="150302001",
            party="case-0001-A" if seq == 2 else None,
            by=None if seq == 2 else "staff-0001",
            facts=("signed_by_all", "told") if seq == count and seq != 2 else (),
            due_on=date(2026, 4, 1) if seq > 2 else None,
        )
        for seq in range(1, count + 1)
    ]
    kind, columns = columns_of(events)
    return prepare(kind, columns, zone=ZONE)


def plain(table: Table) -> dict[str, list[Any]]:
    """A table as plain data."""
    return {name: list(cells) for name, cells in table.columns.items()}


@pytest.mark.parametrize("count", [1, 2, 4, 20, 1500])
def test_a_case_comes_back_as_it_was(count: int) -> None:
    """A case of any length is read as it was written, with the day of each step."""
    table = steps(count)
    assert plain(read_case(write_case(table), zone=ZONE)) == plain(table)


def test_when_it_became_known_is_kept() -> None:
    """The column that a store adds is written and read, too."""
    table = Table({**steps().columns, "known_at": [1, 2, 3, 4]})
    assert plain(read_case(write_case(table), zone=ZONE)) == plain(table)


@pytest.mark.needs("msgspec")
def test_the_bytes_do_not_depend_on_what_is_installed() -> None:
    """With msgspec the same bytes come out as without it."""
    assert write_case(steps()) == write_case(steps(), codec=STANDARD)


def changed(**columns: object) -> bytes:
    """A case in which some columns were written otherwise."""
    content = json.loads(write_case(steps()))
    content["columns"].update(columns)
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "record.no_case"),
        (b"[]", "record.no_case"),
        (b"\xff", "record.no_case"),
        (b'{"kind":"fengqiao.case","format":2}', "record.no_case"),
        (b"[" * 5000, "record.no_case"),
        (changed(party={"4": "case-0001-A"}), "record.no_case"),
        (changed(party={"-1": "case-0001-A"}), "record.no_case"),
        (changed(known_at=[1]), "record.no_case"),
        (changed(kind=["applied"]), "record.unequal_columns"),
        (changed(kind=["applied", "told", "told", None]), "record.absent"),
        (changed(kind=["applied", "told", "told", "TOLD"]), "record.code_shape"),
        (changed(at=[1, 2, 3, True]), "record.type"),
        (changed(at=[1, 2, 3, 4e3]), "record.type"),
        (changed(at=[-1, 2, 3, 4]), "record.range"),
        (changed(seq=[0, 1, 2, 3]), "record.range"),
        (changed(case="no"), "record.shape"),
        (changed(by="13800138000"), "record.mobile_number"),
        (changed(due_on={"1": "2026-02-30"}), "record.type"),
        (changed(due_on={"1": "20260401"}), "record.type"),
        (changed(area="15030200x"), "record.area_code_shape"),
        (changed(facts={"1": "told"}), "record.party_with_codes"),
        (changed(remark="x"), "record.unknown_field"),
    ],
)
def test_what_is_not_in_order_is_refused(data: bytes, code: str) -> None:
    """Whatever could not have been recorded is not read either, with the same fault."""
    with pytest.raises(RecordError) as refused:
        read_case(data, zone=ZONE)
    assert refused.value.code == code


def test_words_are_put_in_order_as_when_recorded() -> None:
    """Codes in another order are read as a record with them would be held."""
    read = read_case(changed(facts={"3": "told,signed_by_all"}), zone=ZONE)
    assert read["facts"][3] == "signed_by_all,told"


def test_every_field_of_a_step_is_carried() -> None:
    """No declared field is left behind."""
    assert set(read_case(write_case(steps()), zone=ZONE).columns) == {*CASE_EVENT.fields, "day"}
