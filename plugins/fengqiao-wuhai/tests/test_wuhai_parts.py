"""Every part of every clause has its place: what it asks for, or why nothing stands for it."""

from __future__ import annotations

from pathlib import Path

import pytest

import fengqiao_wuhai
from fengqiao.packs import read_pack
from fengqiao.rules import Label, NotModelled, Pack, cites_of

FOLDER = Path(fengqiao_wuhai.__file__).parent

PARTS = {
    "题注、落款": 1, "一": 4, "一(一)": 1, "一(二)": 1, "一(三)": 6,
    "二": 1, "二(一)": 2, "二(二)": 2, "二(三)": 1, "二(四)": 2, "二(五)": 3, "二(六)": 1,
    "二(七)": 4, "二(八)": 4, "二(九)": 2, "二(十)": 4,
    "三": 1, "三(第一议)": 1, "三(第二议)": 1, "三(第三议)": 1, "三(第四议)": 1, "三(第五议)": 1,
    "三(第六议)": 1, "三(一)": 1, "三(二)": 1, "三(三)": 1,
    "四": 1, "四(一)第一项": 3, "四(一)第二项": 2, "四(一)第三项": 2, "四(一)第四项": 1,
    "四(二)第一项": 1, "四(二)第二项": 2, "四(二)第三项": 1, "四(二)第四项": 1,
    "四(二)第五项": 1, "四(二)第六项": 1, "四(三)第一项": 1, "四(三)第二项": 2,
    "四(三)第三项": 2, "四(三)第四项": 2,
    "五": 4, "六": 1, "七": 1, "七(一)": 1, "七(二)": 1, "七(三)": 2, "七(四)": 3, "七(五)": 1,
    "八": 1, "八(一)": 1, "八(二)": 2, "八(三)": 4, "九": 4, "十": 1,
}  # fmt: skip
"""The 55 references of the notice, and how many requirements each holds."""

NAMES_ONLY = {("一", 1), ("一", 2), ("一", 3), ("一", 4)}
"""Parts that are lists of names without an act, a count to reach or a day."""

LEFT_OUT = {
    ("题注、落款", 1): {"heading"},
    ("二(三)", 1): {"declined_claimants"},
    ("二(六)", 1): {"declined_persons", "declined_belief", "declined_claimants"},
    ("二(八)", 2): {"declined_biometric"},
    ("二(十)", 2): {"declined_persons"},
    ("二(十)", 3): {"declined_persons", "declined_informants"},
    ("四(一)第一项", 2): {"declined_persons"},
    ("四(一)第三项", 1): {"declined_persons"},
    ("四(一)第三项", 2): {"declined_persons"},
    ("四(三)第二项", 1): {"declined_persons"},
    ("四(三)第二项", 2): {"declined_persons"},
    ("七", 1): {"heading"},
    ("七(二)", 1): {"no_act"},
    ("九", 2): {"declined_belief"},
}
"""Parts that nothing but a reason stands for."""

IN_PART = {
    ("一(二)", 1): {"duplicate"},
    ("二(一)", 2): {"declined_persons"},
    ("二(二)", 2): {"declined_claimants"},
    ("二(五)", 1): {"declined_persons"},
    ("二(八)", 1): {"other_document"},
    ("四", 1): {"duplicate"},
    ("四(二)第五项", 1): {"declined_persons"},
    ("四(三)第四项", 1): {"declined_persons"},
    ("五", 4): {"no_act"},
    ("七(三)", 2): {"heading"},
    ("八", 1): {"duplicate"},
    ("八(二)", 2): {"heading"},
    ("八(三)", 1): {"heading"},
}
"""Parts of which something is left out, such as a name with a number in it, and the rest is an
entry."""


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
    """The skeleton has the notice's 55 references in its order, each with its parts."""
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
