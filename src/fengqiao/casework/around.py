"""What stands around a case: who takes its steps, and the cases it came from and goes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from fengqiao.casework.facts import Trial
from fengqiao.casework.law import Law
from fengqiao.casework.state import CaseState, Step
from fengqiao.rules.catalogue_procedures import ACTS_OF_PARTIES
from fengqiao.rules.procedures import Move

IN_HOUSE = frozenset(("committee", "mediator", "officer"))
"""Those of `step_by` who stand on a register of posts; for the others a clerk writes the step."""

Whose = Literal["theirs", "others", "unknown"]


def whose(trial: Trial, facts: frozenset[str], move: Move, law: Law) -> Whose:
    """Whether a step is taken by those to whom its procedure leaves it.

    What is attested of it (`by_officer`) says who took it; else, for those who hold posts, the
    register of posts on the day of the step. Whoever holds posts of which none takes such steps,
    as an auxiliary does, takes none, whatever is attested. A step that is about a party of the
    case, or attests what parties alone do, is a party's.

    Args:
        trial: The step.
        facts: What holds for it.
        move: The move that it would be.
        law: Knows the posts.

    Returns:
        `unknown` only where the host keeps a register of posts.
    """
    if not move.by:
        return "theirs"
    wanted = frozenset(move.by)
    held = _held(trial.step, law)
    if held is not None and not held and wanted & IN_HOUSE:
        return "others"
    attested = frozenset(word.removeprefix("by_") for word in facts if word.startswith("by_"))
    if "party" in wanted and (trial.step.get("party") is not None or facts & ACTS_OF_PARTIES):
        return "theirs"
    known = attested or held or frozenset()
    if known & wanted:
        return "theirs"
    if attested or (held and wanted <= IN_HOUSE):
        return "others"
    return "theirs" if law.posts is None else "unknown"


def _held(step: Step, law: Law) -> frozenset[str] | None:
    """Whose steps somebody takes by the posts that are held on the day; None: no post is known."""
    if law.posts is None or step.get("by") is None:
        return None
    day = date.fromordinal(step["day"])
    posts = [one.takes for one in law.posts.get(step["by"], ()) if one.holds_on(day)]
    return frozenset().union(*posts) if posts else None


def links_of(steps: Iterable[Step]) -> Mapping[str, frozenset[str]]:
    """Cases to which each case was handed on, from steps of any cases that name another one.

    A first step names the case that was taken over, any other step the one to which it goes.
    """
    found: dict[str, set[str]] = {}
    for step in steps:
        if step["other"] is not None:
            before, after = _link(step["case"], step, is_first=int(step["seq"]) == 1)
            found.setdefault(before, set()).add(after)
    return {case: frozenset(others) for case, others in found.items()}


def _link(case: str, step: Step, *, is_first: bool) -> tuple[str, str]:
    other = str(step["other"])
    return (other, case) if is_first else (case, other)


def is_circle(state: CaseState, step: Step, law: Law) -> bool:
    """Whether a step hands a case on to one from which it came, over however many others."""
    if step.get("other") is None:
        return False
    before, after = _link(state.case, step, is_first=not state.steps)
    known = {case: set(others) for case, others in law.links.items()}
    for number, one in enumerate(state.steps):
        if one["other"] is not None:
            source, target = _link(state.case, one, is_first=number == 0)
            known.setdefault(source, set()).add(target)
    seen: set[str] = set()
    ahead = [after]
    while ahead:
        case = ahead.pop()
        if case == before:
            return True
        if case not in seen:
            seen.add(case)
            ahead += known.get(case, ())
    return False
