"""Slips of the keyboard: which one made `tomllib` refuse a text, and where.

`tomllib` stops at the first fault and names it in a programmer's words. Here the statement that it
stopped at is looked at again for what people really type: full-width quotes, `40%` without quotes,
a table broken over lines. The statement is then left out, so that the next fault can be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import field, frozen

from fengqiao.packs.spot import shown_name

_POSITION = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)$")
_HEADER = re.compile(r"[ \t]*\[\[?[ \t]*([^\]\[=,{}]*?)[ \t]*\]?\][ \t]*$")
_HEADER_LIKE = re.compile(r"[ \t]*\[\[?[ \t]*[A-Za-z_][A-Za-z_.]*[ \t]*(\]|$)")
_PAIR = re.compile(r"[ \t]*([^\s=\[\]{},#][^=\[\]{},]*?)[ \t]*=")
_OPENERS = {"[": "]", "{": "}"}
_WIDE = {
    **dict.fromkeys("\u201c\u201d\u201e\u201f\uff02\u300c\u300d\u300e\u300f\u300a\u300b", '"'),
    **dict.fromkeys("\u2018\u2019\uff07", "'"),
    **dict.fromkeys("\uff0c\u3001", ","),
    **dict.fromkeys("\uff3b\u3010\u3014", "["),
    **dict.fromkeys("\uff3d\u3011\u3015", "]"),
    **dict.fromkeys("\uff0e\u3002", "."),
    **dict.fromkeys("\uff1d\uff1a", "="),
    **dict.fromkeys("\u3000\u00a0\ufeff\u200b", "a plain space"),
    **{chr(ord(sign) + 0xFEE0): sign for sign in "{}#%/-_0123456789"},
}
"""Signs of a Chinese keyboard -> what TOML wants in their place."""
_WIDE_QUOTES = frozenset(sign for sign, plain in _WIDE.items() if plain in "\"'")
_DAY_LIKE = re.compile(
    r"[=,\[][ \t]*(?![0-9]{4}-[0-9]{2}-[0-9]{2}[ \t]*(?:[,\]}]|$))"
    r"([0-9]{4}[ \t]*[-/.\u5e74][ \t]*[0-9]{1,2})",
    re.MULTILINE,
)
_AMOUNT = re.compile(r"(?<![\w.\-\"])[0-9]+[ \t]*(%|/[ \t]*[0-9]|[^\W\d]{2,})")
_WORD = re.compile(r"[=,\[][ \t]*((?!(?:true|false|inf|nan)\b)[^\W\d][\w.\-]*)[ \t]*(?=[,\]}]|$)")
_LAST_COMMA = re.compile(r",\s*(?:}|$)")


@frozen
class Slip:
    """One statement that is not TOML.

    Attributes:
        first, last: Lines to leave out.

    Units:
        line, column, first, last: counted from 1
    """

    code: str
    line: int
    column: int
    first: int
    last: int
    facts: Mapping[str, object] = field(factory=dict)

    def without(self, text: str) -> str:
        """The text with empty lines in place of the statement."""
        lines = text.split("\n")
        lines[self.first - 1 : self.last] = [""] * (self.last - self.first + 1)
        return "\n".join(lines)


@frozen
class _Statement:
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
        return self.first + len(self.lines) - 1

    def search(self, pattern: re.Pattern[str], group: int = 0) -> tuple[int, int] | None:
        """Line and column of the first match in the lines taken together."""
        found = pattern.search("\n".join(self.lines))
        if found is None:
            return None
        before = found.string[: found.start(group)]
        return self.first + before.count("\n"), len(before) - before.rfind("\n")


def find_slip(text: str, message: str) -> Slip:
    """Find the slip behind a refusal of `tomllib`.

    Args:
        text: What it refused.
        message: What it said; its position is read from it.

    Returns:
        The slip, with the lines to leave out.
    """
    lines = text.split("\n")
    position = _POSITION.search(message)
    line, column = (int(part) for part in position.groups()) if position else (len(lines), 1)
    statement, following = _statement_at(lines, line)
    code, place, facts = _name(statement, message, (line, column))
    last = statement.last
    if statement.lines and _HEADER_LIKE.match(statement.lines[0]):
        last = following
    return Slip(code, place[0], place[1], statement.first, max(last, statement.first), facts)


def _statement_at(lines: Sequence[str], line: int) -> tuple[_Statement, int]:
    """The statement that a line belongs to, and the last line of its table."""
    chosen: _Statement | None = None
    for statement in _statements(lines):
        if chosen is not None and chosen.last >= line:
            if _HEADER_LIKE.match(statement.lines[0]):
                return chosen, statement.first - 1
            continue
        if statement.first > line and chosen is not None:
            continue
        if not (chosen is not None and chosen.open and statement.first <= line):
            chosen = statement
        elif statement.first > chosen.last + 1 and statement.last >= line:
            return chosen, chosen.last
    if chosen is None:
        chosen = _Statement(line, (), (), None, None, None)
    return chosen, len(lines)


def _statements(lines: Sequence[str]) -> Iterator[_Statement]:
    index = 0
    while index < len(lines):
        if not lines[index].strip() or lines[index].lstrip().startswith("#"):
            index += 1
            continue
        statement = _read_statement(lines, index)
        yield statement
        index = statement.last


def _read_statement(lines: Sequence[str], index: int) -> _Statement:
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
        if len(masked) == 1 and _HEADER_LIKE.match(line):
            stack = []
            break
        for column, letter in enumerate(line, start=1):
            if letter in _OPENERS:
                stack.append((letter, number + 1, column))
            elif stack and letter == _OPENERS[stack[-1][0]]:
                stack.pop()
        tables = [opened[1:] for opened in stack if opened[0] == "{"]
        broken = broken or (tables[0] if tables else None)
    if fence:
        unclosed = unclosed or (index + 1, len(masked[0]) + 1)
    return _Statement(index + 1, tuple(masked), tuple(stack), broken, wide, unclosed)


def _begins_anew(line: str, opened: str) -> bool:
    """Whether a line can't belong to the bracket that is open, so that it was never closed."""
    if not line.strip() or _HEADER_LIKE.match(line):
        return True
    return opened == "[" and _PAIR.match(line) is not None


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
        if letter in _WIDE:
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
    signs = _WIDE_QUOTES if quotes_only else _WIDE
    return next(((line[at], at + 1) for at in range(start, len(line)) if line[at] in signs), None)


_Named = tuple[str, tuple[int, int], dict[str, object]]


def _name(statement: _Statement, message: str, said: tuple[int, int]) -> _Named:
    """The code of a slip, its place and its facts."""
    first = statement.lines[0] if statement.lines else ""
    header = _HEADER.match(first)
    pair = _PAIR.match(first)
    start = (statement.first, len(first) - len(first.lstrip()) + 1)
    if message.startswith("Cannot"):
        if header:
            return "toml.table_twice", start, {"table": shown_name(header.group(1))}
        name = pair.group(1) if pair else ""
        return "toml.key_twice", start, {"field": shown_name(name)}
    if message.startswith("Invalid date"):
        return "toml.bad_day", said, {}
    if statement.wide:
        sign, line, column = statement.wide
        return "toml.fullwidth", (line, column), {"instead": _WIDE[sign]}
    if header or _HEADER_LIKE.match(first):
        return "toml.header", start, {}
    found = next(((code, place) for code, place in _found(statement) if place is not None), None)
    if found is None:
        found = ("toml.no_equals", start) if pair is None else ("toml.syntax", said)
    return *found, {}


def _found(statement: _Statement) -> Iterator[tuple[str, tuple[int, int] | None]]:
    yield "toml.unclosed_quote", statement.unclosed
    yield "toml.table_broken", statement.broken
    yield "toml.unclosed_bracket", statement.open[-1][1:] if statement.open else None
    yield "toml.bad_day", statement.search(_DAY_LIKE, 1)
    yield "toml.unquoted", statement.search(_AMOUNT)
    yield "toml.unquoted", statement.search(_WORD, 1)
    yield "toml.comma_at_end", statement.search(_LAST_COMMA)
