"""Where things stand in a TOML text: line and column of each table header, key and value.

`tomllib` judges a text and gives no positions; this second scanner judges nothing. It runs only
over text that `tomllib` has accepted, and finds the place of each path in it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

from attrs import field, frozen, mutable

Path = tuple[str | int, ...]
"""Names of keys and numbers of rows from the top of a file: `("norm", 2, "where", "kind")`."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_INDENT = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}\n#]*")
_QUOTED = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}'
    r"|'''.*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(["\\bfnrt]))')
_ESCAPED = {'"': '"', "\\": "\\", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


@frozen
class Spread:
    """Where a key and its value begin.

    Units:
        key, value: (line, column), counted from 1
    """

    key: tuple[int, int]
    value: tuple[int, int]


@frozen
class Places:
    """The places of all paths of one text."""

    spreads: Mapping[Path, Spread] = field(factory=dict)

    def of_key(self, path: Path) -> tuple[int, int] | None:
        """Where a key stands; that of the nearest table around it where it has no place."""
        found = self._nearest(path)
        return None if found is None else found.key

    def of_value(self, path: Path) -> tuple[int, int] | None:
        """Where a value begins; that of the nearest table around it where it has no place."""
        found = self._nearest(path)
        if found is None:
            return None
        return found.value if path in self.spreads else found.key

    def _nearest(self, path: Path) -> Spread | None:
        for length in range(len(path), 0, -1):
            if path[:length] in self.spreads:
                return self.spreads[path[:length]]
        return None


@mutable
class _Scanner:
    text: str
    at: int = 0
    starts: list[int] = field(factory=list)
    found: dict[Path, Spread] = field(factory=dict)
    rows: dict[Path, int] = field(factory=dict)

    def here(self) -> tuple[int, int]:
        line = bisect_right(self.starts, self.at)
        return line, self.at - self.starts[line - 1] + 1

    def skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self.at)
        if match is None:
            return ""
        self.at = match.end()
        return match.group()

    def is_at(self, sign: str) -> bool:
        return self.text.startswith(sign, self.at)

    def note(self, path: Path, key: tuple[int, int], value: tuple[int, int]) -> None:
        self.found.setdefault(path, Spread(key, value))

    def scan(self) -> None:
        table: Path = ()
        self.skip(_BLANK)
        while self.at < len(self.text):
            before = self.at
            if self.is_at("["):
                table = self.header()
            else:
                self.pair(table)
            self.skip(_BLANK)
            if self.at == before:  # never on text that tomllib accepted
                return

    def header(self) -> Path:
        place = self.here()
        is_row = self.is_at("[[")
        self.at += 2 if is_row else 1
        names = self.names()
        self.at += 2 if is_row else 1
        path: Path = ()
        for index, name in enumerate(names):
            path = (*path, name)
            if is_row and index == len(names) - 1:
                self.rows[path] = self.rows.get(path, -1) + 1
                self.note(path, place, place)
            if path in self.rows:
                path = (*path, self.rows[path])
        self.note(path, place, place)
        return path

    def names(self) -> list[str]:
        names = []
        while True:
            self.skip(_INDENT)
            names.append(self.name())
            self.skip(_INDENT)
            if not self.is_at("."):
                return names
            self.at += 1

    def name(self) -> str:
        if self.is_at('"'):
            return _ESCAPE.sub(_unescaped, self.skip(_QUOTED)[1:-1])
        if self.is_at("'"):
            return self.skip(_QUOTED)[1:-1]
        return self.skip(_BARE)

    def pair(self, table: Path) -> None:
        key = self.here()
        path = (*table, *self.names())
        self.at += 1  # the sign =
        self.skip(_INDENT)
        for length in range(len(table) + 1, len(path)):
            self.note(path[:length], key, key)
        self.note(path, key, self.here())
        self.value(path)

    def value(self, path: Path) -> None:
        if self.is_at("["):
            self.array(path)
        elif self.is_at("{"):
            self.inline(path)
        elif not self.skip(_QUOTED):
            self.skip(_SCALAR)

    def array(self, path: Path) -> None:
        self.at += 1
        index = 0
        self.skip(_BLANK)
        while self.at < len(self.text) and not self.is_at("]"):
            self.note((*path, index), self.here(), self.here())
            self.value((*path, index))
            index += 1
            self.skip(_BLANK)
            self.at += self.is_at(",")
            self.skip(_BLANK)
        self.at += 1

    def inline(self, path: Path) -> None:
        self.at += 1
        self.skip(_BLANK)
        while self.at < len(self.text) and not self.is_at("}"):
            self.pair(path)
            self.skip(_BLANK)
            self.at += self.is_at(",")
            self.skip(_BLANK)
        self.at += 1


def _unescaped(match: re.Match[str]) -> str:
    short, long, letter = match.groups()
    return chr(int(short or long, 16)) if short or long else _ESCAPED[letter]


def find_places(text: str) -> Places:
    """Find the place of each table, key and value of a text that `tomllib` accepts.

    Args:
        text: TOML.

    Returns:
        Line and column of each path.

    Raises:
        RecursionError: The text nests deeper than the interpreter can follow.

    Units:
        line, column: counted from 1; a character is a column, whatever its width
    """
    scanner = _Scanner(text)
    scanner.starts = [0, *(match.end() for match in re.finditer("\n", text))]
    scanner.scan()
    return Places(scanner.found)
