"""Where the clauses of a skeleton stand in a notice."""

from __future__ import annotations

import pytest

from fengqiao.errors import NoticeError
from fengqiao.packs.coverage.clauses import clause_at, find_clauses
from fengqiao.packs.coverage.notice import parse_notice
from fengqiao.rules import Clause
from fengqiao.rules.sources import Origin

TEXT = "标题\n(一)甲。(二)乙\n乙续\n(三)甲。\n\n页脚"


def clauses(*starts: str) -> list[Clause]:
    """Clauses `c1`, `c2`, ... that start with these signs."""
    origin = Origin(file="p.toml", line=1)
    return [
        Clause(source="s", ref=f"c{number}", starts=start, origin=origin)
        for number, start in enumerate(starts, start=1)
    ]


def places(*starts: str) -> list[tuple[str, tuple[int, int], tuple[int, int]]]:
    """Reference, first place and end of each clause."""
    notice = parse_notice(TEXT.encode(), file="n.txt")
    return [(one.ref, one.first, one.end) for one in find_clauses(notice, clauses(*starts))]


def test_a_clause_reaches_to_the_next() -> None:
    """Over lines; several may stand in one line."""
    assert places("(一)", "(二)", "(三)")[:2] == [("c1", (2, 1), (2, 6)), ("c2", (2, 6), (4, 1))]


def test_the_last_clause_ends_with_an_empty_line() -> None:
    """What a web page has below the notice belongs to no clause."""
    assert places("(一)")[-1][2] == (5, 1)


def test_a_clause_is_looked_for_behind_the_one_before_it() -> None:
    """`甲` stands in two clauses: the second is found behind the first."""
    assert [first for _, first, _ in places("甲", "乙", "甲")] == [(2, 4), (2, 9), (4, 4)]


def test_every_clause_that_is_not_found_is_named() -> None:
    """In one pass, by its reference, at its place in the pack."""
    with pytest.raises(NoticeError) as caught:
        places("(一)", "(九)", "", "(二)", "(一)")
    named = [(fault.code, fault.facts["clause"]) for fault in caught.value.faults]
    assert named == [
        ("notice.clause_not_found", "c2"),
        ("notice.clause_without_start", "c3"),
        ("notice.clause_not_found", "c5"),
    ]


@pytest.mark.parametrize(
    ("spot", "ref"),
    [
        ((1, 1), None),
        ((2, 1), "c1"),
        ((2, 5), "c1"),
        ((2, 6), "c2"),
        ((4, 9), "c3"),
        ((6, 1), None),
    ],
)
def test_a_place_lies_in_its_clause(spot: tuple[int, int], ref: str | None) -> None:
    """The title and the foot of the page lie in none."""
    notice = parse_notice(TEXT.encode(), file="n.txt")
    section = clause_at(find_clauses(notice, clauses("(一)", "(二)", "(三)")), spot)
    assert (section.ref if section else None) == ref
