"""Where each clause of a skeleton stands in a notice."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from attrs import frozen

from fengqiao.errors import Fault, NoticeError, Place
from fengqiao.packs.coverage.notice import Notice
from fengqiao.rules import Clause

Spot = tuple[int, int]
"""Line and column, both counted from 1."""


@frozen(kw_only=True)
class Section:
    """A clause with its place in the text: from `first` up to, and without, `end`."""

    ref: str
    first: Spot
    end: Spot


def find_clauses(notice: Notice, clauses: Sequence[Clause]) -> tuple[Section, ...]:
    """The clauses of a skeleton, in their order; each is looked for behind the one before it.

    A clause reaches to the next. The last one ends with the first empty line behind it: what a
    web page has below the notice belongs to no clause.

    Raises:
        NoticeError: Clauses whose `starts` is missing, or does not stand where they belong; all
            of them.
    """
    firsts: list[tuple[str, Spot]] = []
    faults: list[Fault] = []
    line, column = 0, 0
    for clause in clauses:
        found = _find(notice.lines, clause.starts, line, column) if clause.starts else None
        if found is None:
            code = "notice.clause_not_found" if clause.starts else "notice.clause_without_start"
            place = Place(clause.origin.file, clause.origin.line)
            faults.append(Fault(code, {"clause": clause.ref, "file": notice.file}, place))
            continue
        line, column = found[0], found[1] + len(clause.starts)
        firsts.append((clause.ref, (found[0] + 1, found[1] + 1)))
    if faults:
        raise NoticeError.of(faults)
    ends = [first for _, first in firsts[1:]]
    if firsts:
        ends.append(_end_of_last(notice.lines, firsts[-1][1][0]))
    return tuple(
        Section(ref=ref, first=first, end=end)
        for (ref, first), end in zip(firsts, ends, strict=True)
    )


def _find(lines: Sequence[str], starts: str, line: int, column: int) -> Spot | None:
    """Line and column, counted from 0, of a text at or behind a place."""
    for number in range(line, len(lines)):
        place = lines[number].find(starts, column if number == line else 0)
        if place >= 0:
            return number, place
    return None


def _end_of_last(lines: Sequence[str], line: int) -> Spot:
    """The first empty line behind a line (counted from 1)."""
    for number in range(line, len(lines)):
        if not lines[number].strip():
            return number + 1, 1
    return len(lines) + 1, 1


def clause_at(sections: Sequence[Section], spot: Spot) -> Section | None:
    """The clause that a place lies in, or None."""
    place = bisect_right(sections, spot, key=lambda section: section.first) - 1
    return sections[place] if place >= 0 and spot < sections[place].end else None
