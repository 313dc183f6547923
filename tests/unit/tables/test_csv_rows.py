from __future__ import annotations

from fengqiao.tables.csv_rows import csv_rows
from fengqiao.tables.faults import TableFaults


def read(*lines: str) -> tuple[list[tuple[int, list[str]]], list[int | None]]:
    """Rows with their lines, and lines of faults, all of them broken lines."""
    faults = TableFaults("table.csv")
    rows = list(csv_rows(iter(enumerate((f"{line}\r\n" for line in lines), 1)), faults))
    assert {fault.code for fault in faults.all()} <= {"table.broken_line"}
    return rows, [fault.place.line if fault.place else None for fault in faults.all()]


def test_rows_without_content_are_left_out() -> None:
    """Spreadsheets write rows of commas below the last one."""
    assert read("a,b", "", ",,", " ,　", "1,2") == ([(1, ["a", "b"]), (5, ["1", "2"])], [])


def test_quoted_cell_may_hold_commas_quotes_and_line_breaks() -> None:
    """As a remark with several lines does."""
    rows, faults = read('a,"b,""c""', 'd",e', "1,2,3")
    assert rows == [(1, ["a", 'b,"c"\r\nd', "e"]), (3, ["1", "2", "3"])]
    assert faults == []


def test_quote_that_never_closes_costs_one_line() -> None:
    """The lines below it are read."""
    rows, faults = read("a,b", '1,"2', "3,4", "5,6")
    assert (rows, faults) == ([(1, ["a", "b"]), (3, ["3", "4"]), (4, ["5", "6"])], [2])


def test_quote_that_closes_too_early_costs_one_line() -> None:
    """What follows it is no cell."""
    assert read("a,b", '1,"2"3', "3,4") == ([(1, ["a", "b"]), (3, ["3", "4"])], [2])


def test_quote_inside_a_plain_cell_is_a_sign() -> None:
    """Five inches, for example."""
    assert read('5",b') == ([(1, ['5"', "b"])], [])


def test_many_broken_lines_are_each_told() -> None:
    """Each costs only itself."""
    rows, faults = read("a,b", *['"1"x,2'] * 50)
    assert (len(rows), faults) == (1, list(range(2, 52)))


def test_line_of_signs_alone_is_broken() -> None:
    """A carriage return in the middle is no end of a row."""
    assert read("a\rb,c") == ([], [1])
