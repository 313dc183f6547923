from __future__ import annotations

import pytest

from fengqiao.tables.faults import TableFaults
from fengqiao.tables.layout import Encoding
from fengqiao.tables.text import MOST_LINE_BYTES, text_lines

TEXT = ["警号,岗位\r\n", "1,社区民警\r\n", "2,辅警\r\n"]


def read(lines: list[bytes], encoding: Encoding = "utf-8") -> tuple[list[str], TableFaults]:
    """Texts that were read, and faults."""
    faults = TableFaults("table.csv")
    return [text for _, text in text_lines(lines, encoding, faults)], faults


def told(faults: TableFaults) -> list[tuple[str, int | None]]:
    """Codes and lines of faults."""
    return [(fault.code, fault.place and fault.place.line) for fault in faults.all()]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_text_is_read_in_its_encoding(encoding: Encoding) -> None:
    """Line by line."""
    found, faults = read([line.encode(encoding) for line in TEXT], encoding)
    assert (found, told(faults)) == (TEXT, [])


def test_mark_of_utf8_is_dropped() -> None:
    """Spreadsheet programs write it before the first header."""
    lines = [b"\xef\xbb\xbf" + TEXT[0].encode(), *(line.encode() for line in TEXT[1:])]
    assert read(lines)[0] == TEXT


@pytest.mark.parametrize(("encoding", "other"), [("utf-8", "gb18030"), ("gb18030", "utf-8")])
def test_wrong_encoding_says_which_to_try(encoding: Encoding, other: Encoding) -> None:
    """UTF-8 read as GB18030 gives no error of its own, only other words."""
    found, faults = read([line.encode(other) for line in TEXT], encoding)
    (fault,) = faults.all()
    assert (found, fault.code, fault.facts["other"]) == ([], "table.encoding", other)


def test_mark_of_utf8_is_wrong_in_gb18030() -> None:
    """However little other text there is."""
    assert told(read([b"\xef\xbb\xbfa,b\n"], "gb18030")[1]) == [("table.encoding", 1)]


def test_wrong_encoding_far_down_is_found() -> None:
    """Where all lines before are plain letters and digits."""
    lines = [b"a,b\n", *([b"1,2\n"] * 3_000), "1,民警\n".encode("gb18030")]
    found, faults = read(lines)
    assert (len(found), told(faults)) == (3_001, [("table.encoding", 3_002)])


def test_one_broken_line_among_good_ones_is_that_line() -> None:
    """The other encoding is not suggested."""
    lines = [*(line.encode() for line in TEXT), b"3,\xff\xfe\n", "4,辅警\n".encode()]
    found, faults = read(lines)
    assert (len(found), told(faults)) == (4, [("table.bytes", 4)])


@pytest.mark.parametrize("start", [b"PK\x03\x04\x14\x00", b"\xd0\xcf\x11\xe0\xa1\xb1"])
def test_workbook_is_told_apart(start: bytes) -> None:
    """The commonest mistake."""
    assert told(read([start + b"x" * 50])[1]) == [("table.workbook", None)]


def test_utf16_is_told_apart() -> None:
    """Spreadsheet programs call it Unicode text."""
    data = "".join(TEXT).encode("utf-16")
    assert told(read(data.splitlines(keepends=True))[1]) == [("table.utf16", None)]


def test_nul_is_a_fault_of_its_line() -> None:
    """The lines around it are read."""
    found, faults = read([b"a,b\n", b"1,\x002\n", b"3,4\n"])
    assert (found, told(faults)) == (["a,b\n", "3,4\n"], [("table.nul", 2)])


def test_very_long_line_is_a_fault_of_its_line() -> None:
    """The lines around it are read."""
    found, faults = read([b"a,b\n", b"1" * (MOST_LINE_BYTES + 1) + b"\n", b"3,4\n"])
    assert (found, told(faults)) == (["a,b\n", "3,4\n"], [("table.long_line", 2)])


def test_lines_of_another_type_are_refused() -> None:
    """A list of numbers is no table."""
    faults = TableFaults("lines")
    assert list(text_lines([7], "utf-8", faults)) == []
    assert told(faults) == [("table.no_text", 1)]
