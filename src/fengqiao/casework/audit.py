"""Steps that stand in a case though they were not legal: written past the law, as records are.

What a host's platform did is recorded as it was (`record`, `load`): guards are not asked then. Here
they are, so that nothing passes for legal that was not.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve, frozen

from fengqiao.casework.law import Law
from fengqiao.casework.moves import option_of
from fengqiao.casework.refusals import Refusal
from fengqiao.casework.state import CaseState, Step, advanced

_OF_PARTIES = frozenset(("parties_joined", "all_consented", "party_refused", "party_stepped"))
"""Facts that can't be told any more once a party was erased."""

_PARTY_STEPS = frozenset(("joined", "consented", "refused"))


@frozen(kw_only=True)
class Unlawful:
    """A step that was recorded and is not legal.

    Attributes:
        seq: Its number.
        kind: What it is.
        refusals: Why it is not legal, each with its articles.
    """

    seq: int
    kind: str
    refusals: tuple[Refusal, ...]


def unlawful_steps(case_id: str, steps: Sequence[Step], law: Law) -> tuple[Unlawful, ...]:
    """Steps of a case that the law refuses, as it is read today.

    Args:
        case_id: Reference of the case.
        steps: Its steps, in order; each can have followed the one before it.
        law: Procedures in force, with what the host says of open terms.

    Returns:
        In order; none where every step is legal. What rests on parties of whom one was erased is
        passed over. A reason `not_configured` says that the texts leave it open.

    Raises:
        CaseError: A step can't have been taken from where the case stood.
    """
    is_erased = any(one["kind"] in _PARTY_STEPS and one["party"] is None for one in steps)
    state = CaseState(case=case_id)
    found = []
    for step in steps:
        option = option_of(state, step, law)
        refusals = option.refusals if option else ()
        if is_erased:
            refusals = tuple(one for one in map(_without_parties, refusals) if one is not None)
        if refusals:
            found.append(Unlawful(seq=int(step["seq"]), kind=step["kind"], refusals=refusals))
        state = advanced(state, step, law)
    return tuple(found)


def _without_parties(one: Refusal) -> Refusal | None:
    words = tuple(word for word in one.words if word not in _OF_PARTIES)
    return evolve(one, words=words) if words else None
