from __future__ import annotations

import shlex

import pytest
from rich.cells import cell_len

from fengqiao.cli.screen import make_console, packed, plain_table, put, ruled, shell_lines


def test_columns_are_aligned_with_chinese_in_them(capsys: pytest.CaptureFixture[str]) -> None:
    """A wide character takes two columns, so the second column starts at the same place."""
    put(make_console(), plain_table([("派出所", "1"), ("ST01", "2")]))
    lines = capsys.readouterr().out.splitlines()
    assert {
        cell_len(line[: line.index(number)]) for line, number in zip(lines, "12", strict=True)
    } == {8}


def test_no_blanks_stand_at_the_end_of_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Tables fill their cells with blanks; what is printed does not."""
    put(make_console(), plain_table([("a", "b"), ("long text", "b")], right=(0,)))
    assert all(line == line.rstrip() for line in capsys.readouterr().out.splitlines())


def test_packed_items_are_not_broken() -> None:
    """Each item stands whole on one line."""
    assert packed(["海北 23.38", "拉僧仲 22.93"], 16) == "海北 23.38\n拉僧仲 22.93"


def test_heading_is_80_columns_wide() -> None:
    """Measured in columns, not characters."""
    assert cell_len(ruled("派出所分类")) == 80


def test_long_command_is_broken_between_words() -> None:
    """A shell joins the lines again."""
    lines = shell_lines(["fengqiao", "explain", "x" * 60, "--config", "y" * 30])
    joined = " ".join(line.removesuffix("\\").strip() for line in lines)
    assert joined == f"$ fengqiao explain {'x' * 60} --config {'y' * 30}"


def test_long_command_is_at_most_80_columns_wide() -> None:
    """With the mark that goes on to the next line."""
    lines = shell_lines(["fengqiao", "explain", "x" * 60, "--config", "y" * 30])
    assert max(map(cell_len, lines)) <= 80


def test_word_with_a_blank_in_it_can_be_pasted() -> None:
    """A shell reads the words that were given."""
    words = ["fengqiao", "check", "--config", "my town/it's.toml"]
    joined = " ".join(line.removesuffix("\\").strip() for line in shell_lines(words))
    assert shlex.split(joined)[1:] == words
