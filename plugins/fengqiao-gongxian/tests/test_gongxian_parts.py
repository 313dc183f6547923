"""Every part of every clause has its place: what it asks for, or why nothing stands for it."""

from __future__ import annotations

from pathlib import Path

import pytest

import fengqiao_gongxian
from fengqiao.packs import read_pack
from fengqiao.rules import (
    Duty,
    Label,
    Norm,
    NotModelled,
    Pack,
    Role,
    Sheet,
    cites_of,
)

FOLDER = Path(fengqiao_gongxian.__file__).parent

PARTS = {
    "导语": 3, "一(一是)": 1, "一(二是)": 1, "一(三是)": 1,
    "二(一是)": 2, "二(二是)": 4, "二(三是)": 6,
    "三(一是)": 3, "三(二是)": 2, "三(三是)": 1,
    "四(一是)": 3, "四(二是)": 2, "四(三是)": 3,
    "五(一是)": 1, "五(二是)": 2, "五(三是)": 2,
    "六": 1, "六(一是)": 1, "六(二是)": 2, "六(三是)": 5,
    "七(一是)": 2, "七(二是)": 1, "七(三是)": 2,
}  # fmt: skip
"""The 23 references of the report, and how many requirements each holds."""

LEFT_OUT = {
    ("导语", 1): {"heading"},
    ("导语", 3): {"no_act"},
    ("二(一是)", 2): {"reported_result"},
    ("四(一是)", 1): {"declined_volume_quota"},
    ("四(一是)", 2): {"declined_volume_quota"},
    ("四(二是)", 2): {"reported_result"},
    ("四(三是)", 2): {"reported_result"},
    ("四(三是)", 3): {"declined_persons"},
    ("五(三是)", 2): {"reported_result"},
    ("六", 1): {"heading"},
    ("六(三是)", 5): {"reported_result"},
    ("七(一是)", 1): {"declined_informants"},
    ("七(一是)", 2): {"declined_informants"},
    ("七(二是)", 1): {"declined_informants"},
    ("七(三是)", 1): {"declined_informants"},
    ("七(三是)", 2): {"declined_informants"},
}
"""Parts that nothing but a reason, or a reason and a name, stands for."""

IN_PART = {
    ("二(二是)", 3): {"reported_result"},
    ("四(一是)", 3): {"declined_persons"},
    ("四(二是)", 1): {"declined_persons"},
    ("四(三是)", 1): {"declined_persons"},
}
"""Parts of which something is left out, such as a result or what concerns people, and the rest is
an entry."""

BINDING = {
    "assignments.kinds",
    "visits.people",
    "visits.days",
    "visits.home_services",
    "organisation.rules.assessment",
    "points.community_officer",
    "duty.premises_upkeep",
}
"""What the report quotes of the county bureau's own binding rules: three bans, three musts, the
assessment and the upkeep of records."""


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
    """The skeleton has the report's 23 references in its order, each with its parts."""
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


def test_only_what_is_quoted_as_binding_is_an_order(pack: Pack) -> None:
    """The rest of a press report is practice: a shortfall is told and orders nothing."""
    found = {
        entry.id: phase.force
        for entry in pack.entries
        if isinstance(entry, (Norm, Duty))
        for phase in entry.phases
    } | {entry.id: entry.force for entry in pack.entries if isinstance(entry, (Role, Sheet))}
    assert {entry for entry, force in found.items() if force == "must"} == BINDING
    assert set(found.values()) == {"must", "practice"}
