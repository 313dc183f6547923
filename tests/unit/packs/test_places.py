"""The second scanner finds every table, key and value that tomllib reads."""

from __future__ import annotations

import tomllib

import pytest

from fengqiao.packs.places import Path, Places, find_places

TEXT = '''format = 1

# a note with [brackets] = "and signs"
[pack]
id      = "town"  # a note
"a.b"   = 'c'
words.zh = "字"

[[norm]]
key = ["a", "b"]
where.count.at_least = 3
phase = [
  { by = 2018-12-31, at_least = 1 },  # first
  { "by" = 2019-12-31, range = [1, 2] },
]

  [[norm]]
  text = """
[[norm]]
key = "not a key" """
  [norm.where]
  kind = "x"
'''


def places() -> Places:
    """Places of the text above."""
    return find_places(TEXT)


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("format",), (1, 1), (1, 10)),
        (("pack",), (4, 1), (4, 1)),
        (("pack", "id"), (5, 1), (5, 11)),
        (("pack", "a.b"), (6, 1), (6, 11)),
        (("pack", "words"), (7, 1), (7, 1)),
        (("pack", "words", "zh"), (7, 1), (7, 12)),
        (("norm",), (9, 1), (9, 1)),
        (("norm", 0), (9, 1), (9, 1)),
        (("norm", 0, "key", 1), (10, 13), (10, 13)),
        (("norm", 0, "where", "count", "at_least"), (11, 1), (11, 24)),
        (("norm", 0, "phase", 0, "by"), (13, 5), (13, 10)),
        (("norm", 0, "phase", 1, "by"), (14, 5), (14, 12)),
        (("norm", 0, "phase", 1, "range", 1), (14, 36), (14, 36)),
        (("norm", 1), (17, 3), (17, 3)),
        (("norm", 1, "text"), (18, 3), (18, 10)),
        (("norm", 1, "where"), (21, 3), (21, 3)),
        (("norm", 1, "where", "kind"), (22, 3), (22, 10)),
    ],
)
def test_a_path_has_its_place(path: Path, key: tuple[int, int], value: tuple[int, int]) -> None:
    """Line and column of a key and of its value are those of the text, counted from 1."""
    assert (places().of_key(path), places().of_value(path)) == (key, value)


def test_every_path_that_tomllib_reads_has_a_place() -> None:
    """Nothing that tomllib reads is missed, and nothing else is found."""

    def paths(node: object, path: Path) -> set[Path]:
        inner = enumerate(node) if isinstance(node, list) else ()
        steps = node.items() if isinstance(node, dict) else inner
        return {path}.union(*(paths(one, (*path, step)) for step, one in steps))

    assert set(places().spreads) == paths(tomllib.loads(TEXT), ()) - {()}


def test_an_unknown_path_has_the_place_of_the_table_around_it() -> None:
    """A field that is missing is pointed at by the header of its table."""
    assert places().of_key(("norm", 1, "clause")) == (17, 3)


def test_windows_line_ends_do_not_shift_columns() -> None:
    """A line ends before its carriage return."""
    assert find_places("a = 1\r\nbb = 2\r\n").of_value(("bb",)) == (2, 6)
