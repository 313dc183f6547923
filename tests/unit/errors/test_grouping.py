"""Faults of many rows told together."""

from __future__ import annotations

import pytest

from fengqiao.errors import Fault, Place, grouped, render, wrong_rows
from fengqiao.errors.grouping import runs


def fault(line: int | None, code: str = "table.day", **facts: object) -> Fault:
    """A fault of a line of a table."""
    given = {"field": "visit.since", **({} if line is None else {"row": line}), **facts}
    return Fault(code, given, Place("t.csv", line))


@pytest.mark.parametrize(
    ("lines", "shown"),
    [
        ([3], ("3",)),
        ([3, 5, 9, 10, 11, 12], ("3", "5", "9-12")),
        (list(range(1, 61, 2)), (*map(str, range(1, 25, 2)), "...")),
    ],
)
def test_lines_that_follow_each_other_are_a_run(lines: list[int], shown: tuple[str, ...]) -> None:
    """And of very many the first are named."""
    assert runs(lines) == shown


def test_one_text_for_a_field_and_code() -> None:
    """It stands for all their lines; another code or field stays apart."""
    faults = [fault(3), fault(4, "table.absent"), fault(5), fault(6), fault(7, field="visit.until")]
    told = [(one.code, one.facts["field"], one.facts["row"]) for one in grouped(faults)]
    assert told == [
        ("table.day", "visit.since", ("3", "5-6")),
        ("table.absent", "visit.since", 4),
        ("table.day", "visit.until", 7),
    ]


def test_facts_that_differ_are_named_up_to_three() -> None:
    """As the days on which somebody held no post."""
    days = [fault(line, "record.not_assigned", day=f"2018-07-0{line}") for line in range(1, 6)]
    (one,) = grouped(days)
    assert one.facts["day"] == ("2018-07-01", "2018-07-02", "2018-07-03", "...")


def test_other_close_names_are_another_mistake() -> None:
    """The reader sees on which lines which word is wrong."""
    faults = [
        fault(2, "table.unknown_word", close=("a",)),
        fault(3, "table.unknown_word", close=()),
    ]
    assert len(grouped(faults)) == 2


def test_fault_of_the_whole_table_stays_alone() -> None:
    """It has no row."""
    faults = [fault(None, "table.no_rows"), fault(None, "table.no_rows")]
    assert (len(grouped(faults)), wrong_rows(faults)) == (2, 0)


def test_texts_name_the_lines_in_both_languages() -> None:
    """With a plural where the language has one."""
    (one,) = grouped([fault(line) for line in (3, 5, 9, 10)])
    assert render(one, "en").startswith("t.csv: `visit.since` is not a day in rows 3, 5, 9-10.")
    assert render(one, "zh").startswith("t.csv: `visit.since` 第 3、5、9-10 行不是日期。")
