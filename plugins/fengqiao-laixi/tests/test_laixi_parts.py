"""Every part of every clause has its place: what it tells of, or why nothing stands for it."""

from __future__ import annotations

from pathlib import Path

import pytest

import fengqiao_laixi
from fengqiao.packs import read_pack
from fengqiao.rules import Label, NotModelled, Pack, cites_of

FOLDER = Path(fengqiao_laixi.__file__).parent

PARTS = {
    "导语": 1, "四头工作法": 2, "坐炕头": 2, "蹲街头": 4, "转地头": 2, "巡村头": 3,
    "五小工程": 1, "破小案": 2, "办小事": 1, "解小忧": 1, "帮小忙": 2, "惠小利": 3,
    "三个结合": 1, "三个结合·矛盾不上交": 4, "三个结合·平安不出事": 5,
    "三个结合·服务不缺位": 2,
}  # fmt: skip
"""The 16 references of the report, and how many points each makes."""

LEFT_OUT = {
    ("导语", 1): {"heading"},
    ("四头工作法", 2): {"reported_result"},
    ("坐炕头", 2): {"reported_result"},
    ("蹲街头", 2): {"declined_informants", "reported_result"},
    ("蹲街头", 3): {"declined_persons"},
    ("蹲街头", 4): {"declined_informants", "reported_result"},
    ("转地头", 2): {"reported_result"},
    ("破小案", 2): {"reported_result"},
    ("惠小利", 3): {"reported_result"},
    ("三个结合·平安不出事", 5): {"reported_result"},
}
"""Parts that nothing but a reason stands for."""

IN_PART = {
    ("坐炕头", 1): {"declined_persons"},
    ("巡村头", 1): {"no_act"},
    ("办小事", 1): {"no_act", "heading"},
    ("解小忧", 1): {"reported_result"},
    ("帮小忙", 2): {"reported_result"},
    ("惠小利", 1): {"no_act"},
    ("惠小利", 2): {"reported_result"},
    ("三个结合", 1): {"duplicate"},
    ("三个结合·矛盾不上交", 2): {"reported_result"},
    ("三个结合·平安不出事", 2): {"heading"},
    ("三个结合·平安不出事", 3): {"reported_result"},
    ("三个结合·服务不缺位", 2): {"heading"},
}
"""Parts of which something is left out, such as a result, and the rest is an entry."""


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The pack as it is shipped."""
    return read_pack(FOLDER)


def _homes(pack: Pack) -> dict[tuple[str, int], list[object]]:
    """The entries that cite each part; a clause of one part is cited with or without a number."""
    homes: dict[tuple[str, int], list[object]] = {
        (ref, part + 1): [] for ref, parts in PARTS.items() for part in range(parts)
    }
    for entry in pack.entries:
        for cite in cites_of(entry):
            if cite.part is not None or PARTS[cite.ref] == 1:
                homes[cite.ref, cite.part or 1].append(entry)
    return homes


def test_skeleton_is_the_reports(pack: Pack) -> None:
    """The skeleton has the report's 16 references in its order, each with its parts."""
    assert [(clause.ref, clause.parts) for clause in pack.clauses] == list(PARTS.items())


def test_every_part_has_an_entry_or_a_reason(pack: Pack) -> None:
    """A part without a reason is told of by an entry that is more than a list of names."""
    bare = {
        part
        for part, entries in _homes(pack).items()
        if all(isinstance(entry, (Label, NotModelled)) for entry in entries)
    }
    assert bare == set(LEFT_OUT)


def test_what_is_left_out_says_why(pack: Pack) -> None:
    """Each part that is left out, whole or in part, has exactly the reasons given here."""
    reasons = {
        part: {entry.why for entry in entries if isinstance(entry, NotModelled)}
        for part, entries in _homes(pack).items()
    }
    assert {part: why for part, why in reasons.items() if why} == LEFT_OUT | IN_PART


def test_no_clause_of_several_parts_is_cited_as_a_whole(pack: Pack) -> None:
    """Whoever cites a clause of several parts says which."""
    whole = {
        (entry.id, cite.ref)
        for entry in pack.entries
        for cite in cites_of(entry)
        if cite.part is None and PARTS[cite.ref] > 1
    }
    assert whole == set()
