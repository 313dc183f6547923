"""Every part of every clause has its place: what it asks for, or why nothing stands for it."""

from __future__ import annotations

from pathlib import Path

import pytest

import fengqiao_lanling
from fengqiao.packs import read_pack
from fengqiao.rules import Label, NotModelled, Pack, cites_of

FOLDER = Path(fengqiao_lanling.__file__).parent

PARTS = {
    "文头": 1, "引言": 1, "一": 1, "二": 7,
    "三(一)": 6, "三(二)": 5, "三(三)": 6, "三(四)": 3,
    "四(一)": 1, "四(二)": 2, "四(三)": 2, "四(四)": 2,
}  # fmt: skip
"""The 12 references of the plan, and how many requirements each holds."""

NAMES_ONLY = {("二", 5)}
"""Parts that are lists of names without an act, a count to reach or a day."""

LEFT_OUT = {
    ("文头", 1): {"heading"},
    ("引言", 1): {"heading"},
    ("一", 1): {"no_act"},
    ("三(二)", 1): {"declined_persons"},
    ("三(三)", 3): {"declined_informants"},
    ("四(一)", 1): {"no_act"},
}
"""Parts that nothing but a reason, and a list of names, stands for."""

IN_PART = {
    ("二", 2): {"duplicate"},
    ("三(三)", 1): {"other_document"},
    ("三(三)", 2): {"declined_persons", "declined_informants"},
    ("三(三)", 5): {"declined_persons"},
    ("三(三)", 6): {"declined_persons", "duplicate"},
}
"""Parts of which something is left out, and the rest is an entry."""


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


def test_skeleton_is_the_notices(pack: Pack) -> None:
    """The skeleton has the plan's 12 references in its order, each with its parts."""
    assert [(clause.ref, clause.parts) for clause in pack.clauses] == list(PARTS.items())


def test_every_part_has_an_entry_or_a_reason(pack: Pack) -> None:
    """A part without a reason is asked for by an entry that is more than a list of names."""
    bare = {
        part
        for part, entries in _homes(pack).items()
        if all(isinstance(entry, (Label, NotModelled)) for entry in entries)
    }
    assert bare == NAMES_ONLY | set(LEFT_OUT)


def test_names_stand_where_only_names_are(pack: Pack) -> None:
    """A part that lists names is a label."""
    homes = _homes(pack)
    assert all(any(isinstance(one, Label) for one in homes[part]) for part in NAMES_ONLY)


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
