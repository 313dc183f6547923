"""Slips of the keyboard: which one made `tomllib` refuse a text, and where.

`tomllib` stops at the first fault and names it in a programmer's words. Here the statement that it
stopped at is looked at again for what people really type: full-width quotes, `40%` without quotes,
a table broken over lines. The statement is then left out, so that the next fault can be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from fengqiao.packs.spot import shown_name
from fengqiao.packs.statements import PAIR, WIDE, Statement, is_header, statement_at
from fengqiao.rules.values import TIME_UNITS

_POSITION = re.compile(r"\(at line ([0-9]+), column ([0-9]+)\)$")
_HEADER = re.compile(r"[ \t]*\[\[?[ \t]*([^\]\[=,{}]*?)[ \t]*\]?\][ \t]*$")
_DAY_LIKE = re.compile(
    r"[=,\[][ \t]*(?![0-9]{4}-[0-9]{2}-[0-9]{2}[ \t]*(?:[,\]}]|$))"
    r"([0-9]{4}[ \t]*[-/.\u5e74][ \t]*[0-9]{1,2})",
    re.MULTILINE,
)
_UNITS = "|".join((*TIME_UNITS, "per"))
_AMOUNT = re.compile(
    rf"(?<![\w.\-\"])[0-9]+[ \t]*(%|/[ \t]*[0-9]|(?:{_UNITS})s?(?![^\W\d]))",
)
_COUNTED = re.compile(r"(?<![\w.\-\"])[0-9]+[ \t]*([^\W\d_]{2,}|[\u3400-\u9fff])")
_FLAG = re.compile(
    r"[=,\[][ \t]*(True|TRUE|yes|Yes|YES|\u662f|\u771f|False|FALSE|no|No|NO|\u5426|\u5047)"
    r"[ \t]*(?=[,\]}]|$)",
    re.MULTILINE,
)
_YES = frozenset(("true", "yes", "\u662f", "\u771f"))
_ROUND = re.compile("[=,\\[][ \\t]*([(\uff08])")
_WORD = re.compile(r"[=,\[][ \t]*((?!(?:true|false|inf|nan)\b)[^\W\d][\w.\-]*)[ \t]*(?=[,\]}]|$)")
_AFTER_QUOTE = re.compile(r'"~*"[ \t]*([^\s,\]}.=#~])')
_NO_VALUE = re.compile(r"=[ \t]*(?=[,}]|$)", re.MULTILINE)
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
    statement, following = statement_at(lines, line)
    code, place, facts = _name(statement, message, (line, column))
    last = statement.last
    if is_header(statement.head):
        last = following
    return Slip(code, place[0], place[1], statement.first, max(last, statement.first), facts)


_Named = tuple[str, tuple[int, int], dict[str, object]]


def _name(statement: Statement, message: str, said: tuple[int, int]) -> _Named:
    """The code of a slip, its place and its facts."""
    if message.startswith("Cannot"):
        return _said_twice(statement)
    if message.startswith("Invalid date"):
        return "toml.bad_day", said, {}
    if statement.wide:
        return _wide(statement, *statement.wide)
    if _HEADER.match(statement.head) or is_header(statement.head):
        return "toml.header", statement.start, {}
    if flag := _FLAG.search("\n".join(statement.lines)):
        instead = "true" if flag.group(1).lower() in _YES else "false"
        return "toml.unquoted", statement.search(_FLAG, 1) or said, {"instead": instead}
    found = next(((code, place) for code, place in _found(statement) if place is not None), None)
    if found is None:
        is_pair = PAIR.match(statement.head)
        found = ("toml.syntax", said) if is_pair else ("toml.no_equals", statement.start)
    return *found, {}


def _wide(statement: Statement, sign: str, line: int, column: int) -> _Named:
    """A full-width sign; a comma that nothing follows is not to be replaced but to go."""
    if WIDE[sign] == "," and _is_last(statement, line, column):
        return "toml.comma_at_end", (line, column), {}
    code = "toml.wide_space" if WIDE[sign] == " " else "toml.fullwidth"
    return code, (line, column), {"instead": WIDE[sign]}


def _is_last(statement: Statement, line: int, column: int) -> bool:
    """Whether nothing follows a sign in its statement, which then has no use for it."""
    lines = statement.lines[line - statement.first :]
    return not "\n".join([lines[0][column:], *lines[1:]]).strip()


def _said_twice(statement: Statement) -> _Named:
    """A table or a field that stands a second time."""
    if header := _HEADER.match(statement.head):
        return "toml.table_twice", statement.start, {"table": shown_name(header.group(1))}
    pair = PAIR.match(statement.head)
    name = pair.group(1) if pair else ""
    return "toml.key_twice", statement.start, {"field": shown_name(name)}


def _found(statement: Statement) -> Iterator[tuple[str, tuple[int, int] | None]]:
    yield "toml.text_after_quote", statement.search(_AFTER_QUOTE, 1)
    yield "toml.unclosed_quote", statement.unclosed
    yield "toml.round_brackets", statement.search(_ROUND, 1)
    yield "toml.no_value", statement.search(_NO_VALUE)
    yield "toml.table_broken", statement.broken
    yield "toml.unclosed_bracket", statement.open[-1][1:] if statement.open else None
    yield "toml.bad_day", statement.search(_DAY_LIKE, 1)
    yield "toml.unquoted", statement.search(_AMOUNT)
    yield "toml.unit_behind", statement.search(_COUNTED)
    yield "toml.unquoted", statement.search(_WORD, 1)
    yield "toml.comma_at_end", statement.search(_LAST_COMMA)
