"""Where a proposed clause begins, and the few characters by which its place is found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from attrs import evolve, frozen

_STARTS = 8
_SHIFTS = 24
_TRIES = 500
"""How many shifts are tried in all, so that no text takes long."""
_SHAPE = re.compile(r"\S(.{0,6}\S)?")


@frozen(kw_only=True)
class Proposed:
    """A clause that a document seems to have.

    Attributes:
        ref: In the document's own numbering, with half-width brackets.
        line, column: Where it begins.
        starts: At most 8 characters of the text, by which it is found behind the clause before it.

    Units:
        line, column: counted from 0
    """

    ref: str
    line: int
    column: int
    starts: str = ""


def with_starts(lines: Sequence[str], clauses: Iterable[Proposed]) -> Iterator[Proposed]:
    """The clauses with the characters that find them; one that can't be found is left out.

    A clause whose first characters stand earlier too, behind the clause before it, gets those a
    little further on.
    """
    text = "\n".join(lines)
    offsets = list(accumulate((len(line) + 1 for line in lines), initial=0))
    behind, tries = 0, _TRIES
    for clause in clauses:
        line = lines[clause.line]
        for shift in range(_SHIFTS):
            column = clause.column + shift
            starts = line[column : column + _STARTS].rstrip()
            place = offsets[clause.line] + column
            if not _SHAPE.fullmatch(starts) or place < behind:
                continue
            if text.find(starts, behind, place + len(starts)) == place:
                behind = place + len(starts)
                yield evolve(clause, starts=starts, column=column)
                break
            tries -= 1
            if tries < 0:
                break
