"""Files that are not TOML get one plain sentence for each slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from fengqiao.packs.toml_file import MOST_BYTES, Decimal, parse_toml, read_toml


def codes(content: bytes) -> list[str]:
    """Codes of the faults of a file."""
    return [fault.code for fault in parse_toml(content, file="f.toml").faults]


def test_a_byte_order_mark_is_dropped() -> None:
    """A file saved with a byte order mark reads like one without."""
    assert parse_toml(b"\xef\xbb\xbfa = 1\n", file="f.toml").tables == {"a": 1}


def test_gb18030_is_named() -> None:
    """A Chinese file saved in the system's own encoding is told which one it is."""
    read = parse_toml('a = 1\nzh = "警务室"\n'.encode("gb18030"), file="f.toml")
    assert [(one.code, one.facts["guess"]) for one in read.faults] == [("toml.encoding", "GB18030")]


def test_an_encoding_fault_names_its_line() -> None:
    """The line is that of the first character that is not UTF-8."""
    place = parse_toml('a = 1\nzh = "警"\n'.encode("gb18030"), file="f.toml").faults[0].place
    assert place is not None
    assert place.line == 2


def test_a_file_over_the_bound_is_refused() -> None:
    """A file of more than 1 MiB is not read."""
    assert codes(b"#" * (MOST_BYTES + 1)) == ["toml.too_large"]


def test_a_file_at_the_bound_is_read() -> None:
    """A file of exactly 1 MiB is read."""
    assert codes(b"#" * MOST_BYTES) == []


def test_deep_nesting_is_refused() -> None:
    """Brackets nested beyond reason end in a sentence, not in a crash."""
    assert codes(b"a = " + b"[" * 50_000) == ["toml.too_deep"]


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    """A file that is not there is reported like any other fault."""
    assert [one.code for one in read_toml(tmp_path / "no.toml", file="no.toml").faults] == [
        "toml.unreadable"
    ]


def test_every_slip_of_a_file_is_found_at_once() -> None:
    """After a slip the rest of the file is read on, so that all slips show in one pass."""
    text = "a = “x”\nb = 40%\n[[norm]]\nc = 2 hours\nd = 1,\ne = { f = 1,\n g = 2 }\nh = 3\n"
    found = parse_toml(text.encode(), file="f.toml")
    assert [(one.code, one.place and one.place.line) for one in found.faults] == [
        ("toml.fullwidth", 1),
        ("toml.unquoted", 2),
        ("toml.unquoted", 4),
        ("toml.comma_at_end", 5),
        ("toml.table_broken", 6),
    ]


def test_what_is_sound_is_read_beside_a_slip() -> None:
    """Statements around a slip are kept."""
    assert parse_toml("a = “x”\nb = 1\n".encode(), file="f.toml").tables == {"b": 1}


def test_full_width_signs_in_text_are_sound() -> None:
    """Chinese punctuation inside quotes is text, as it should be."""
    assert codes('zh = "“以上”，含本数：【注】"  # 全角，没关系\n'.encode()) == []


def test_a_decimal_is_marked_wherever_it_stands() -> None:
    """A decimal never becomes a number that could be rounded."""
    assert parse_toml(b"a = [1.5, 1e3]\n", file="f.toml").tables == {"a": [Decimal(), Decimal()]}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a = 1/3\n", "toml.unquoted"),
        ("a = 3 per 1000\n", "toml.unquoted"),
        ("a = [10%, 20%]\n", "toml.unquoted"),
        ("a = True\n", "toml.unquoted"),
        ("a = 2018/06/25\n", "toml.bad_day"),
        ("a = 2018年6月25日\n", "toml.bad_day"),
        ("a = 2018.6.25\n", "toml.bad_day"),
        ("a ＝ 1\n", "toml.fullwidth"),
        ("a = ８０\n", "toml.fullwidth"),
        ("a = 80，\n", "toml.comma_at_end"),
        ("a = ［1, 2］\n", "toml.fullwidth"),
        ("a = { b ＝ 1 }\n", "toml.fullwidth"),
        ("\u3000a = 1\n", "toml.wide_space"),
        ("a = ‘x’\n", "toml.fullwidth"),
        ("a = 「x」\n", "toml.fullwidth"),
        ("a = { b = 1\n", "toml.table_broken"),
        ("a = [1,\n\n[[norm]]\nb = 1\n", "toml.unclosed_bracket"),
        ("[[norm]\na = 1\n", "toml.header"),
        ("[norm\na = 1\n", "toml.header"),
        ("键 = 1\n", "toml.syntax"),
        ('a = """x\n', "toml.unclosed_quote"),
        ("a\n", "toml.no_equals"),
    ],
)
def test_a_slip_is_told_by_its_name(text: str, code: str) -> None:
    """What people really type is recognised for what it is."""
    assert codes(text.encode()) == [code]
