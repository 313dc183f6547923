"""Sentences of a notice with what stands in them, each in the clause that it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from fengqiao.packs.coverage.clauses import Section, clause_at
from fengqiao.packs.coverage.numbers import Found, find_numbers
from fengqiao.packs.coverage.obligations import Obligation, obligations_of
from fengqiao.packs.starting.head import OPENING

_SENTENCE = re.compile(r"[^。;；!！]{1,20000}")
_COMMA = re.compile("[,，:：。;；]")
_STOP = re.compile("[,，:：。;；]")
_QUOTED = re.compile("[“「][^”」]{0,12}$")
_DAY_AFTER = re.compile(
    "第(?P<day>[0-9]{1,2}日)(?:[前内]|之前)?(?=[^,，。;；]{0,6}(?:回访|走访|复查|上门|联系))"
)
"""A day behind an event says by when something is due, and is the ordinal of no date."""
_ITEM = re.compile("[,，、:：。;；]")
_LOCATES = 8
_REACH = 400
"""How much of a sentence on each side of its first number or duty is read for near words."""
_BEFORE, _PIECE, _AROUND, _TITLE = 10, 60, 120, 24
VETO = "一票否决"
"""What takes away all points is looked for though it holds no number and no duty."""


@frozen(kw_only=True)
class Sentence:
    """A sentence, or the part of it that lies in one clause, with its numbers or its duty.

    Attributes:
        clause: Reference of the clause.
        line, column: Of its first number or word that obliges, counted from 1.
        text: Its words, cut to what stands near.
        first: Column of the first of these words.
        numbers: Its quantities, in their order; empty where it obliges without one.
        is_heading: Whether it is a short line of a report's head: where it comes from, and when.
        is_title: Whether it is the heading of a chapter and its numbers stand in quotes there.
        title: The first words of its clause, where they stand in the same line.
    """

    clause: str
    line: int
    column: int
    text: str
    first: int
    numbers: tuple[Found, ...] = ()
    is_heading: bool = False
    is_title: bool = False
    title: str = ""

    def is_only(self, mark: str) -> bool:
        """Whether a mark is all that the sentence was found for."""
        return not self.numbers and self.text.startswith(mark, self.column - self.first)

    def piece(self, column: int) -> str:
        """What stands between the two commas around a column."""
        place = column - self.first
        before = _COMMA.split(self.text[max(place - _PIECE, 0) : place])[-1]
        return before + _COMMA.split(self.text[place : place + _PIECE], maxsplit=1)[0]

    def around(self, column: int) -> str:
        """What of the sentence stands near a column."""
        place = column - self.first
        return f"{self.title} {self.text[max(place - _AROUND, 0) : place + _AROUND]}"

    def item(self, column: int) -> str:
        """What of a piece stands in one place of a list: `辅警1名` of `民警1名、辅警1名`."""
        place = column - self.first
        before = _ITEM.split(self.text[max(place - _PIECE, 0) : place])[-1]
        return before + _ITEM.split(self.text[place : place + _PIECE], maxsplit=1)[0]

    def lead(self, column: int, *, pieces: int = 1) -> str:
        """What stands before a column, from the last comma on, or from one further back."""
        place = column - self.first
        return "".join(_COMMA.split(self.text[max(place - _PIECE, 0) : place])[-pieces:])

    def before(self, column: int) -> str:
        """The few characters before a column."""
        place = column - self.first
        return self.text[max(place - _BEFORE, 0) : place]

    def after(self, column: int) -> str:
        """The few characters from a column on."""
        place = column - self.first
        return self.text[place : place + _BEFORE]

    def after_of(self, found: Found) -> str:
        """The few characters behind a number."""
        return self.after(found.column + len(found.text))

    def between(self, first: int, last: int) -> str:
        """What stands from one column up to another."""
        return self.text[max(first - self.first, 0) : max(last - self.first, 0)]

    def near(self, column: int) -> str:
        """At most 8 characters that hold what stands at a column."""
        place = max(column - self.first, 0)
        start = max(place - _LOCATES // 2, 0)
        return self.text[start : start + _LOCATES].strip()


def find_sentences(lines: Sequence[str], sections: Sequence[Section]) -> Iterator[Sentence]:
    """Every sentence with a quantity or a duty that lies in a clause, in the order of the text."""
    signs = {section.first for section in sections}
    numbers = [
        one
        for found in find_numbers(lines)
        if (one := _asked(lines, found)).rule is None and (one.line, one.column) not in signs
    ]
    duties = list(obligations_of(lines, ((one.line, one.column) for one in numbers)))
    by_line: dict[int, list[Found | Obligation]] = {}
    vetoes = [
        Obligation(text=VETO, line=number, column=line.index(VETO) + 1)
        for number, line in enumerate(lines, start=1)
        if VETO in line
    ]
    everything: list[Found | Obligation] = [*numbers, *duties, *vetoes]
    for found in everything:
        by_line.setdefault(found.line, []).append(found)
    for number in sorted(by_line):
        line = lines[number - 1]
        there = sorted(by_line[number], key=lambda one: one.column)
        place = 0
        for span in _SENTENCE.finditer(line):
            inside: list[Found | Obligation] = []
            while place < len(there) and there[place].column <= span.end():
                inside.append(there[place])
                place += 1
            yield from _by_clause(line, span, inside, sections)


def _asked(lines: Sequence[str], found: Found) -> Found:
    """`第3日回访` as the limit that it is; any other number as it stands."""
    if found.rule != "lexical.ordinal" or found.unit != "日":
        return found
    place = found.column - 1
    day = _DAY_AFTER.match(lines[found.line - 1], max(place - 1, 0))
    return evolve(found, bound="at_most", rule=None) if day else found


def _is_title(line: str, group: Sequence[Found | Obligation]) -> bool:
    """Whether a line is a short heading that has its numbers in quotes: `“月访三十户”`."""
    if len(line.strip()) > _TITLE * 2 or _STOP.search(line):
        return False
    return all(
        isinstance(one, Found) and _QUOTED.search(line[: one.column - 1]) is not None
        for one in group
    )


def _by_clause(
    line: str,
    span: re.Match[str],
    inside: Sequence[Found | Obligation],
    sections: Sequence[Section],
) -> Iterator[Sentence]:
    groups: dict[str, list[Found | Obligation]] = {}
    titles: dict[str, str] = {}
    for found in inside:
        if section := clause_at(sections, (found.line, found.column)):
            groups.setdefault(section.ref, []).append(found)
            first = section.first[1] - 1
            is_here = section.first[0] == found.line
            titles[section.ref] = line[first : first + _TITLE] if is_here else ""
    for ref, group in groups.items():
        one = group[0]
        start = max(span.start(), one.column - 1 - _REACH)
        end = min(span.end(), group[-1].column - 1 + _REACH)
        yield Sentence(
            clause=ref,
            line=one.line,
            column=one.column,
            text=line[start:end],
            first=start + 1,
            numbers=tuple(each for each in group if isinstance(each, Found)),
            is_heading=ref == OPENING and "。" not in line,
            is_title=_is_title(line, group),
            title=titles[ref],
        )
