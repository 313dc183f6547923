"""Rows of a TOML text from which a statement was left out, because it is not TOML."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from fengqiao.packs.statements import as_plain, is_header

ANY = "*"
"""Stands for every table: whose name can't be told."""

_NAME = re.compile(r"[ \t]*\[[ \t]*\[?[ \t]*([^\W\d]\w*)[ \t]*([.\]]|$)")


@frozen
class Torn:
    """A stretch of a file: the rows that a left-out statement belongs to.

    Attributes:
        tables: Their names; `ANY` where a name can't be told, empty text above the first table.

    Units:
        first, last: lines, counted from 1
    """

    first: int
    last: int
    tables: frozenset[str]


def torn_at(lines: Sequence[str], first: int, last: int) -> Torn:
    """The rows that lines belong to: back to the header above, on to the one below.

    A header with a dot begins no row of its own.

    Args:
        lines: The text as it was typed.
        first: First line of the statement that was left out.
        last: Its last line.
    """
    begin = first
    while begin > 1 and not _begins_row(lines[begin - 1]):
        begin -= 1
    end = max(first, last)
    while end < len(lines) and not _begins_row(lines[end]):
        end += 1
    stretch = lines[begin - 1 : end]
    tables = {_table(line) for line in stretch if is_header(line)}
    if begin == 1 and not is_header(lines[0]):
        tables.add("")
    return Torn(begin, end, frozenset(tables))


def whole_file() -> Torn:
    """A file of which nothing could be read."""
    return Torn(1, 1 << 30, frozenset({ANY}))


def _begins_row(line: str) -> bool:
    found = _NAME.match(as_plain(line))
    return is_header(line) and not (found is not None and found.group(2) == ".")


def _table(line: str) -> str:
    found = _NAME.match(as_plain(line))
    name = found.group(1) if found else ""
    return name if name.isascii() and name else ANY
