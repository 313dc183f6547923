"""Duties of a text that carry no number: a word that obliges, in a sentence without a quantity."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from fengqiao.packs.coverage.duty_words import DUTY_WORDS, NOT_DUTIES

_WORD = re.compile(f"(?P<no>{'|'.join(NOT_DUTIES)})|(?P<yes>{'|'.join(DUTY_WORDS)})")
_SENTENCE = re.compile(r"[^。;\uff1b!\uff01]{1,20000}")
_PIECE = re.compile(r"[^,\uff0c:\uff1a]{1,20000}")


@frozen(kw_only=True)
class Obligation:
    """A word that obliges, in a sentence that has no quantity.

    Attributes:
        text: The word: `应`, `要`, `必须`, `严禁`, `不得`.
        line: Counted from 1.
        column: Counted from 1.
    """

    text: str
    line: int
    column: int


def obligations_of(
    lines: Sequence[str], quantities: Iterable[tuple[int, int]]
) -> Iterator[Obligation]:
    """The first word that obliges in each piece of each sentence without a quantity.

    Args:
        lines: The text.
        quantities: Line and column of every quantity, in the order of the text.
    """
    by_line: dict[int, list[int]] = {}
    for line, column in quantities:
        by_line.setdefault(line, []).append(column - 1)
    for number, text in enumerate(lines, start=1):
        columns = by_line.get(number, [])
        passed = 0
        for sentence in _SENTENCE.finditer(text):
            while passed < len(columns) and columns[passed] < sentence.start():
                passed += 1
            if passed < len(columns) and columns[passed] < sentence.end():
                continue
            yield from _in_sentence(sentence, number)


def _in_sentence(sentence: re.Match[str], number: int) -> Iterator[Obligation]:
    for piece in _PIECE.finditer(sentence.group()):
        for found in _WORD.finditer(piece.group()):
            if found["yes"]:
                place = sentence.start() + piece.start() + found.start()
                yield Obligation(text=found["yes"], line=number, column=place + 1)
                break
