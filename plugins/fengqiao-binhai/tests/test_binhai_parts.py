"""Every part of every clause has its place: what it asks for, or why nothing stands for it."""

from __future__ import annotations

from pathlib import Path

import pytest

import fengqiao_binhai
from fengqiao.packs import read_pack
from fengqiao.rules import Label, NotModelled, Pack, cites_of

FOLDER = Path(fengqiao_binhai.__file__).parent

PARTS = {
    "题注、落款": 1, "一": 1, "二.1": 1, "二.2": 1, "二.3": 1, "二.4": 1, "二.5": 1,
    "三(一)1": 1, "三(一)2": 1, "三(一)3": 2,
    "三(二)4": 5, "三(二)5": 2, "三(二)6": 3,
    "三(三)7": 3, "三(三)8": 3, "三(三)9": 2, "三(三)10": 2, "三(三)11": 3,
    "三(四)12": 4, "三(四)13": 3, "三(四)14": 2, "三(四)15": 4,
    "三(五)16": 2, "三(五)17": 3, "三(五)18": 1,
    "三(六)19": 4, "三(六)20": 2, "三(六)21": 1,
    "四(一)": 1, "四(二)": 1, "四(三)": 2,
}  # fmt: skip
"""The 31 references of the notice, and how many requirements each holds."""

LEFT_OUT = {
    ("题注、落款", 1): {"heading"},
    ("一", 1): {"no_act"},
    ("二.1", 1): {"no_act"},
    ("二.2", 1): {"no_act"},
    ("二.3", 1): {"duplicate"},
    ("二.4", 1): {"duplicate"},
    ("二.5", 1): {"no_act"},
    ("三(一)1", 1): {"no_act"},
    ("三(一)2", 1): {"no_act"},
    ("三(二)5", 2): {"declined_informants"},
    ("三(三)7", 3): {"declined_persons"},
    ("三(三)11", 3): {"declined_claimants"},
    ("三(四)13", 3): {"declined_biometric"},
    ("三(六)21", 1): {"no_act"},
}
"""Parts that nothing but a reason stands for."""

IN_PART = {
    ("三(一)3", 1): {"declined_belief"},
    ("三(二)4", 4): {"heading", "other_document"},
    ("三(二)6", 2): {"other_document"},
    ("三(三)10", 1): {"no_act"},
    ("三(四)12", 2): {"declined_belief"},
    ("三(四)12", 3): {"heading"},
    ("三(四)14", 1): {"no_act"},
    ("三(四)14", 2): {"no_act"},
    ("三(四)15", 1): {"declined_persons"},
    ("三(四)15", 2): {"declined_persons"},
    ("三(四)15", 3): {"other_document"},
    ("四(一)", 1): {"heading", "no_act"},
    ("四(二)", 1): {"declined_persons", "no_act"},
    ("四(三)", 2): {"other_document"},
}
"""Parts of which something is left out, such as what is not explained, and the rest is an entry."""


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
    """The skeleton has the notice's 31 references in its order, each with its parts."""
    assert [(clause.ref, clause.parts) for clause in pack.clauses] == list(PARTS.items())


def test_every_part_has_an_entry_or_a_reason(pack: Pack) -> None:
    """A part without a reason is asked for by an entry that is more than a list of names."""
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
