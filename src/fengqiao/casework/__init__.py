"""Casework: the state of a case from its steps, what may be done next, and by when."""

from __future__ import annotations

from fengqiao.casework.audit import Unlawful, unlawful_steps
from fengqiao.casework.facts import DERIVED, Trial, facts_of
from fengqiao.casework.law import Law, Post
from fengqiao.casework.limits import CaseDeadline, deadlines
from fengqiao.casework.moves import blank_step, check_step, moves
from fengqiao.casework.refusals import Option, Refusal
from fengqiao.casework.replay import REPLAY_COLUMNS, Replayed, replay
from fengqiao.casework.state import CaseState, advanced, fold, folded, steps_of

__all__ = [
    "DERIVED",
    "REPLAY_COLUMNS",
    "CaseDeadline",
    "CaseState",
    "Law",
    "Option",
    "Post",
    "Refusal",
    "Replayed",
    "Trial",
    "Unlawful",
    "advanced",
    "blank_step",
    "check_step",
    "deadlines",
    "facts_of",
    "fold",
    "folded",
    "moves",
    "replay",
    "steps_of",
    "unlawful_steps",
]
