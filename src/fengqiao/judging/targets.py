"""Days that the host names: by when something is to be reached, and those of a season."""

from __future__ import annotations

from attrs import evolve

from fengqiao.judging.blocks import Block
from fengqiao.judging.compare import NOT_CHECKABLE
from fengqiao.judging.limits import UsedTerm, used_term
from fengqiao.measures import Reason
from fengqiao.rules import DutyPhase, Rules
from fengqiao.rules.entries import DURING
from fengqiao.timing import Period


def with_season(rules: Rules, block: Block) -> Block:
    """A block with the days of its season among its terms, where the host has named them."""
    phase, given = block.task.spoken.phase, rules.season(block.task.spoken)
    if given is None or not isinstance(phase, DutyPhase):
        return block
    days = ", ".join(str(Period("stretch", span.first, span.last)) for span in given[1])
    term = UsedTerm(name=f"{DURING}{phase.during}", value=days, given_for=given[0])
    return evolve(block, terms=(*block.terms, term))


def with_target(rules: Rules, block: Block) -> Block:
    """A block with the host's day among its terms.

    Where the host has named none, what is reached is met on any day; whether a shortfall counts
    yet nobody can tell, and it is not checkable.

    Args:
        rules: Hold the host's terms.
        block: Judged by what `Rules.with_target` gave.
    """
    spoken = block.task.spoken
    if spoken.by is None or not spoken.by.is_open:
        return block
    found = rules.term(spoken, "by")
    if found is not None:
        return evolve(block, terms=(*block.terms, used_term(spoken, "by", found)))
    short = tuple(block.not_met())
    if not short:
        return block
    results = bytearray(block.results)
    for index in short:
        results[index] = NOT_CHECKABLE
    reason: Reason = "not_configured"
    reasons = {**block.reasons, **dict.fromkeys(short, reason)}
    return evolve(block, results=bytes(results), reasons=reasons)
