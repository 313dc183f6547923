"""Days that the source leaves to the host (`by = "open"`): by when something is to be reached."""

from __future__ import annotations

from attrs import evolve

from fengqiao.judging.blocks import Block
from fengqiao.judging.compare import NOT_CHECKABLE
from fengqiao.judging.limits import used_term
from fengqiao.measures import Reason
from fengqiao.rules import Rules


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
