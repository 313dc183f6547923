"""What is said of a step that may be taken, or not: the reasons, each with its articles."""

from __future__ import annotations

from typing import Literal, get_args

from attrs import frozen

from fengqiao.rules.sources import Cite

Why = Literal["late", "too_many", "not_configured"]
"""Why a limit is not kept."""

Reason = Literal["not_here", "needs", "barred", "backdated", "not_theirs", "cyclic"] | Why
"""Why a step is refused: not from this state, a fact is missing, a fact bars it, a limit is passed,
it is somebody else's to take, it would refer a case back to where it came from, or the law leaves
open what the host has not said."""

REASONS: tuple[str, ...] = tuple(word for part in get_args(Reason) for word in get_args(part))
"""Every reason, as it is written."""


@frozen(kw_only=True)
class Refusal:
    """One reason why a step is refused.

    Attributes:
        guard: Id of the guard or move: `mediation.peoples.consent`.
        why: The reason.
        words: The facts that are missing or that bar the step, or the limit that is passed.
        cites: The articles.
        any_of: Whether one of the words is enough.
        attest: Those of the words that can be attested; the others follow from steps.
        still: Contents of the agreement or papers of the file that are not there yet, where it
            is for them that the step is refused.
        term: The open term, where the host has not said whether the guard applies.
    """

    guard: str
    why: Reason
    words: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()
    any_of: bool = False
    attest: tuple[str, ...] = ()
    still: tuple[str, ...] = ()
    term: str | None = None

    @property
    def may_attest(self) -> bool:
        """Whether attesting some of these facts with the step would do."""
        return bool(self.attest) and (self.any_of or len(self.attest) == len(self.words))


@frozen(kw_only=True)
class Option:
    """A step of the procedure, and whether it may be taken now.

    Attributes:
        step: Kind of step.
        to: State that it leads to; None where it is not possible from here.
        refusals: Why not; empty where it is legal.
        cites: Articles of the move itself.
        by: Who may take it; empty: anybody.
    """

    step: str
    to: str | None
    refusals: tuple[Refusal, ...]
    cites: tuple[Cite, ...]
    by: tuple[str, ...] = ()

    @property
    def is_legal(self) -> bool:
        """Whether it may be taken as it stands."""
        return not self.refusals

    @property
    def attest(self) -> tuple[str, ...]:
        """What has to be attested with it, all of it, where attesting is all that is missing."""
        if not all(one.may_attest for one in self.refusals):
            return ()
        wanted = (one.attest for one in self.refusals if not one.any_of)
        return tuple(dict.fromkeys(word for words in wanted for word in words))

    @property
    def attest_one_of(self) -> tuple[tuple[str, ...], ...]:
        """Beside `attest`: of each of these at least one has to be attested, whichever is so."""
        if not all(one.may_attest for one in self.refusals):
            return ()
        return tuple(dict.fromkeys(one.attest for one in self.refusals if one.any_of))
