"""A plan as a table that spreadsheets open: nothing left out, no formula."""

from __future__ import annotations

import csv
from datetime import date

from fengqiao.planning import LeftVisit, Placed, Plan, Unplaced
from fengqiao.tables import PLAN_COLUMNS, plan_lines
from fengqiao.timing import Period

ITEM = "testtown:visits.households@community_officer/S01:2018-07"
PLAN = Plan(
    placed=(
        Placed(
            item=ITEM,
            entry="visits.households",
            staff="S01",
            day=date(2018, 7, 9),
            start=9 * 60,
            minutes=40,
            units=2,
            place="990001001001",
            clause=("二(十)", "二"),
            refs=("=cmd|x!A1", "household-b"),
            travel=10,
        ),
    ),
    unplaced=(
        Unplaced(
            item=ITEM,
            entry="visits.households",
            staff=None,
            units=3,
            reason="no_hours",
            clause=("二(十)",),
        ),
    ),
    left=(LeftVisit(ref="household-c", times=2, reason="no_slot"),),
    period=Period.parse("2018-07"),
    on=date(2018, 6, 30),
)


def rows() -> list[dict[str, str]]:
    """The table as a reader of CSV takes it."""
    return list(csv.DictReader(plan_lines(PLAN)))


def test_a_block_ends_after_work_and_ways() -> None:
    """40 minutes of work and 10 on the way, from nine o'clock."""
    row = rows()[0]
    assert (row["start"], row["end"], row["minutes"], row["travel"]) == (
        "09:00",
        "09:50",
        "40",
        "10",
    )


def test_no_cell_is_a_formula() -> None:
    """A reference that begins with a sign of a formula is text in a spreadsheet."""
    assert rows()[0]["refs"] == "'=cmd|x!A1 household-b"


def test_what_found_no_place_has_its_reason() -> None:
    """Nothing of a plan is left out of its table."""
    assert [(row["day"], row["units"], row["reason"]) for row in rows()[1:]] == [
        ("", "3", "no_hours"),
        ("", "2", "no_slot"),
    ]


def test_a_chinese_header_has_every_column() -> None:
    """As many titles as in English."""
    header = next(plan_lines(PLAN, "zh")).strip().split(",")
    assert header == list(PLAN_COLUMNS.values())
