"""Who takes a step, and where a case is handed on to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from attrs import evolve

from fengqiao.casework import Law, moves
from fengqiao.casework.around import links_of
from fengqiao.casework.law import Post
from fengqiao.casework.moves import option_of
from fengqiao.casework.state import CaseState
from fengqiao.model import CASE_EVENT
from fengqiao.testing.casework import law_of, step, walk

PEOPLES, POLICE = "mediation.peoples", "mediation.public_security"
A, B = "party-000A", "party-000B"
OPEN = (
    step("referred", other="case-0009"),
    step("joined", party=A),
    step("joined", party=B),
    step("consented", party=A),
    step("consented", party=B),
    step("accepted"),
)
SINCE = date(2024, 1, 1)
POSTS = {
    "aux-0001": [Post(since=SINCE)],
    "officer-01": [Post(since=SINCE, takes=frozenset({"officer"}))],
    "member-001": [Post(since=SINCE, takes=frozenset({"committee", "mediator"}))],
    "former-001": [
        Post(since=SINCE, until=date(2024, 2, 29), takes=frozenset({"committee", "mediator"}))
    ],
}


@pytest.fixture(scope="module")
def silent() -> Law:
    """National law; the host keeps no register of posts."""
    return law_of(["wuhai"], place="cn", terms={"mediation.peoples.contents": "waived"})


@pytest.fixture(scope="module")
def under(silent: Law) -> Law:
    """The same, with posts of four people."""
    return evolve(silent, posts=POSTS)


def why(law: Law, state: CaseState, one: Mapping[str, Any]) -> list[str]:
    """Why somebody may not take a step, or nothing; every reason has its article."""
    full = {**dict.fromkeys(CASE_EVENT.fields), "facts": "", **one}
    option = option_of(state, full, law, is_taken=True)
    assert option is not None
    assert all(one.cites for one in option.refusals)
    return [one.why for one in option.refusals]


@pytest.mark.parametrize(
    ("by", "facts", "expected"),
    [
        ("member-001", (), []),  # a post in the committee
        ("officer-01", (), ["not_theirs"]),  # the police don't close the committee's case
        ("aux-0001", (), ["not_theirs"]),
        ("aux-0001", ("by_mediator",), ["not_theirs"]),  # an auxiliary, whatever is attested
        ("former-001", (), ["needs"]),  # no longer in post on 4 March
        ("stranger-1", (), ["needs"]),
        (None, (), ["needs"]),
        (None, ("by_mediator",), []),
        ("stranger-1", ("by_committee",), []),
        ("stranger-1", ("by_party",), ["not_theirs"]),
    ],
)
def test_a_step_is_taken_by_whom_it_is_for(
    silent: Law, under: Law, by: str | None, facts: tuple[str, ...], expected: list[str]
) -> None:
    """Art. 26: the committee ends a mediation that failed; posts or attestation say who did."""
    state = walk(silent, PEOPLES, *OPEN)
    assert why(under, state, step("failed", by=by, facts=facts)) == expected


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (step("consented", party=A, by="aux-0001"), []),  # the clerk writes it down
        (step("mediator_chosen", by="officer-01"), ["needs"]),
        (step("mediator_chosen", facts=("by_party",)), []),
        (step("mediator_chosen", facts=("by_officer",)), ["not_theirs"]),
    ],
)
def test_a_partys_step_is_a_partys(
    silent: Law, under: Law, one: Mapping[str, Any], expected: list[str]
) -> None:
    """Art. 23: a party chooses; whoever writes it down doesn't."""
    state = walk(silent, PEOPLES, *OPEN)
    assert why(under, state, one) == expected


def test_the_courts_step_is_attested(silent: Law, under: Law) -> None:
    """Civil procedure art. 206: no register of the host has the court's staff."""
    state = walk(
        silent, PEOPLES, *OPEN, step("rights_told"), step("mediator_appointed"),
        step("session_held"), step("agreed", form="oral", facts=("content_recorded",)),
        step("confirmation_applied", facts=("joint_application",)),
    )  # fmt: skip
    assert why(under, state, step("confirmed", by="member-001")) == ["needs"]
    assert why(under, state, step("confirmed", by="member-001", facts=("by_court",))) == []


def test_without_posts_only_what_is_attested_counts(silent: Law) -> None:
    """Nothing says that somebody is none of those; an attestation to the contrary does."""
    state = walk(silent, PEOPLES, *OPEN)
    assert why(silent, state, step("failed", by="aux-0001")) == []
    assert why(silent, state, step("failed", facts=("by_party",))) == ["not_theirs"]


def test_moves_of_somebody(silent: Law, under: Law) -> None:
    """What is legal for nobody in particular is refused to whom it isn't for."""
    state = walk(silent, PEOPLES, *OPEN)
    at = step("failed")["at"]
    legal = [
        {one.step for one in moves(state, under, at=at, by=by) if one.is_legal}
        for by in (None, "member-001", "officer-01")
    ]
    assert [("failed" in one, "rights_told" in one) for one in legal] == [
        (True, True), (True, True), (False, False),
    ]  # fmt: skip


def _case(case: str, *steps: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Steps of another case."""
    blank = dict.fromkeys(CASE_EVENT.fields)
    return [{**blank, **one, "case": case, "seq": n} for n, one in enumerate(steps, start=1)]


def _chain(*cases: str) -> list[dict[str, Any]]:
    """Cases handed on one to the next, each seen from its own side by turns."""
    steps: list[dict[str, Any]] = []
    for number, (before, after) in enumerate(pairwise(cases)):
        if number % 2:
            steps += _case(before, step("found"), step("handed_on", other=after))
        else:
            steps += _case(after, step("referred", other=before))
    return steps


@pytest.mark.parametrize(
    ("chain", "other", "expected"),
    [
        ((), "case-0009", ["cyclic"]),  # back to where it came from
        ((), "case-0001", ["cyclic"]),  # to itself
        ((), "case-0010", []),
        (("case-0002", "case-0009"), "case-0002", ["cyclic"]),
        (("case-0003", "case-0002", "case-0009"), "case-0003", ["cyclic"]),
        (tuple(f"case-{n:04d}" for n in (*range(20, 60), 9)), "case-0020", ["cyclic"]),
        (("case-0009", "case-0002", "case-0003"), "case-0003", []),  # a sister, not an ancestor
        (("case-0005", "case-0006", "case-0005"), "case-0005", []),  # another circle, elsewhere
        (("case-0005", "case-0006", "case-0001"), "case-0005", ["cyclic"]),  # they said so
        ((), None, []),
    ],
)
def test_a_case_does_not_go_in_circles(
    silent: Law, chain: tuple[str, ...], other: str | None, expected: list[str]
) -> None:
    """Not back, not to itself, not to a case that it came from over others."""
    law = evolve(silent, links=links_of(_chain(*chain)))
    state = walk(silent, PEOPLES, *OPEN)
    assert why(law, state, step("handed_on", other=other)) == expected


def test_a_case_is_not_opened_from_its_own_offspring(silent: Law) -> None:
    """The circle that a first step would close is one, too."""
    law = evolve(silent, links=links_of(_chain("case-0001", "case-0002", "case-0003")))
    opening = {**step("referred", other="case-0003"), "procedure": PEOPLES}
    assert why(law, CaseState(case="case-0001"), opening) == ["cyclic"]
