"""Statements of a text that `tomllib` refused: which lines belong together, and what is odd there.

It never refuses anything: brackets may stay open and quotes without a partner.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

_HEADER_LIKE = re.compile(r"[ \t]*\[[ \t]*\[?[ \t]*[^\W\d][\w.\-]*[ \t]*(\]|$)")
PAIR = re.compile(r"[ \t]*([^\s=\[\]{},#][^=\[\]{},]*?)[ \t]*=")
_OPENERS = {"[": "]", "{": "}"}
WIDE = {
    **dict.fromkeys("\u201c\u201d\u201e\u201f\uff02\u300c\u300d\u300e\u300f\u300a\u300b", '"'),
    **dict.fromkeys("\u2018\u2019\uff07", "'"),
    **dict.fromkeys("\uff0c\u3001", ","),
    **dict.fromkeys("\uff3b\u3010\u3014", "["),
    **dict.fromkeys("\uff3d\u3011\u3015", "]"),
    **dict.fromkeys("\uff0e\u3002", "."),
    **dict.fromkeys("\uff1d\uff1a", "="),
    **dict.fromkeys("\u3000\u00a0\ufeff\u200b", " "),
    **{chr(ord(sign) + 0xFEE0): sign for sign in "{}#%/-_0123456789"},
}
"""Signs of a Chinese keyboard -> what TOML wants in their place."""
_PLAIN = str.maketrans(WIDE)
_QUOTES = frozenset(sign for sign, plain in WIDE.items() if plain in ("'", '"'))


def as_plain(line: str) -> str:
    """A line with plain signs in place of full-width ones; columns stay."""
    return line.translate(_PLAIN)


def is_header(line: str) -> bool:
    """Whether a line is meant to name a table, whatever is wrong with its brackets or name."""
    return _HEADER_LIKE.match(as_plain(line)) is not None


@frozen
class Statement:
    """Lines that belong together, strings and comments blanked out.

    Attributes:
        open: Brackets that are still open at the end: sign, line, column.
        broken: An inline table that runs over the end of a line: line, column.
        wide: A full-width sign outside strings: sign, line, column.
        unclosed: A quote without its partner: line, column.
    """

    first: int
    lines: tuple[str, ...]
    open: tuple[tuple[str, int, int], ...]
    broken: tuple[int, int] | None
    wide: tuple[str, int, int] | None
    unclosed: tuple[int, int] | None

    @property
    def last(self) -> int:
        """The last line."""
        return self.first + len(self.lines) - 1

    @property
    def head(self) -> str:
        """The first line; empty where there is none."""
        return self.lines[0] if self.lines else ""

    @property
    def start(self) -> tuple[int, int]:
        """Line and column of the first sign."""
        return self.first, len(self.head) - len(self.head.lstrip()) + 1

    def search(self, pattern: re.Pattern[str], group: int = 0) -> tuple[int, int] | None:
        """Line and column of the first match in the lines taken together."""
        found = pattern.search("\n".join(self.lines))
        if found is None:
            return None
        before = found.string[: found.start(group)]
        return self.first + before.count("\n"), len(before) - before.rfind("\n")


def statement_at(lines: Sequence[str], line: int) -> tuple[Statement, int]:
    """The statement that a line belongs to, and the last line of its table."""
    chosen: Statement | None = None
    for statement in _statements(lines):
        if chosen is not None and chosen.last >= line:
            if is_header(statement.head):
                return chosen, statement.first - 1
            continue
        if statement.first > line and chosen is not None:
            continue
        if not (chosen is not None and chosen.open and statement.first <= line):
            chosen = statement
        elif statement.first > chosen.last + 1 and statement.last >= line:
            return chosen, chosen.last
    if chosen is None:
        chosen = Statement(line, (), (), None, None, None)
    return chosen, len(lines)


def _statements(lines: Sequence[str]) -> Iterator[Statement]:
    index = 0
    while index < len(lines):
        if not lines[index].strip() or lines[index].lstrip().startswith("#"):
            index += 1
            continue
        statement = _read_statement(lines, index)
        yield statement
        index = statement.last


def _read_statement(lines: Sequence[str], index: int) -> Statement:
    masked: list[str] = []
    stack: list[tuple[str, int, int]] = []
    broken: tuple[int, int] | None = None
    wide: tuple[str, int, int] | None = None
    unclosed: tuple[int, int] | None = None
    fence = ""
    for number in range(index, len(lines)):
        if masked and not fence and (not stack or _begins_anew(lines[number], stack[-1][0])):
            break
        line, fence, quote, sign = _mask(lines[number], fence)
        masked.append(line)
        if sign and wide is None:
            wide = (sign[0], number + 1, sign[1])
        if quote and unclosed is None:
            unclosed = (number + 1, quote)
        if len(masked) == 1 and is_header(line):
            stack = []
            break
        for column, letter in enumerate(line, start=1):
            if letter in _OPENERS:
                stack.append((letter, number + 1, column))
            elif stack and letter == _OPENERS[stack[-1][0]]:
                stack.pop()
        broken = broken or _table_opened(stack, number + 1)
    if fence:
        unclosed = unclosed or (index + 1, len(masked[0]) + 1)
    return Statement(index + 1, tuple(masked), tuple(stack), broken, wide, unclosed)


def _table_opened(stack: Sequence[tuple[str, int, int]], line: int) -> tuple[int, int] | None:
    """The first inline table that is opened on a line and still open at its end."""
    found = None
    for sign, number, column in reversed(stack):
        if number != line:
            break
        if sign == "{":
            found = number, column
    return found


def _begins_anew(line: str, opened: str) -> bool:
    """Whether a line can't belong to the bracket that is open, so that it was never closed."""
    if not line.strip() or is_header(line):
        return True
    return opened == "[" and PAIR.match(line) is not None


def _mask(line: str, fence: str) -> tuple[str, str, int | None, tuple[str, int] | None]:
    """A line without what stands in strings and comments.

    Returns:
        The line; the fence of a long string that goes on; the column of a quote without partner;
        the first full-width sign outside strings with its column.
    """
    out: list[str] = []
    at = 0
    wide: tuple[str, int] | None = None
    if fence:
        closing = line.find(fence)
        if closing < 0:
            return "", fence, None, None
        at = closing + len(fence)
        out.append("~" * at)
    while at < len(line):
        letter = line[at]
        if letter == "#":
            break
        if letter in "\"'":
            long = line[at : at + 3] == letter * 3
            end = _string_end(line, at, letter * 3 if long else letter)
            if end is None:
                if long:
                    return "".join(out), letter * 3, None, wide
                wide = wide or _first_wide(line, at, quotes_only=True)
                return "".join(out), "", at + 1, wide
            out.append('"' + "~" * (end - at - 2) + '"')
            at = end
            continue
        if letter in WIDE:
            wide = wide or (letter, at + 1)
        out.append(letter)
        at += 1
    return "".join(out).rstrip(), "", None, wide


def _string_end(line: str, start: int, fence: str) -> int | None:
    at = start + len(fence)
    while at < len(line):
        if line[at] == "\\" and fence[0] == '"':
            at += 2
        elif line.startswith(fence, at):
            return at + len(fence)
        else:
            at += 1
    return None


def _first_wide(line: str, start: int, *, quotes_only: bool) -> tuple[str, int] | None:
    signs = _QUOTES if quotes_only else WIDE
    return next(((line[at], at + 1) for at in range(start, len(line)) if line[at] in signs), None)
