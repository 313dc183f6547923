"""Facts that follow from the steps of a case: a function for each word of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from attrs import frozen

from fengqiao.casework.state import (
    CaseState,
    Stand,
    Step,
    every_word,
    level_of,
    parties_after,
    words,
)
from fengqiao.rules import Procedure

_TWO = 2


@frozen(kw_only=True)
class Trial:
    """A step that somebody is about to take.

    Attributes:
        before: The state of the case.
        step: The step, by field, in stored form.
        procedure: What the case follows.
        day: The day whose law governs it.
    """

    before: CaseState
    step: Step
    procedure: Procedure
    day: date

    @property
    def parties(self) -> Mapping[str, Stand]:
        """How the parties stand once the step is taken."""
        return parties_after(self.before.parties, self.step)

    @property
    def agreement(self) -> Step | None:
        """The agreement: the step itself, or the last one that was reached."""
        return self.step if self.step["kind"] == "agreed" else self.before.latest("agreed")

    def was(self, *kinds: str) -> bool:
        """Whether a step of some kind was taken before."""
        return self.before.latest(*kinds) is not None


def _form(form: str) -> Callable[[Trial], bool]:
    def is_form(trial: Trial) -> bool:
        agreement = trial.agreement
        return agreement is not None and agreement.get("form") == form

    return is_form


def missing_contents(trial: Trial) -> tuple[str, ...]:
    """What the agreement has to say and does not."""
    there = words(trial.agreement, "contents") if trial.agreement is not None else frozenset()
    return tuple(word for word in trial.procedure.contents if word not in there)


def missing_papers(trial: Trial) -> tuple[str, ...]:
    """Papers that the file has to hold and does not; no agreement where none was reached."""
    filed = every_word((*trial.before.steps, trial.step), "papers")
    needed = (
        one for one in trial.procedure.papers if trial.agreement is not None or one != "agreement"
    )
    return tuple(one for one in needed if one not in filed)


def _in_effect(trial: Trial) -> bool:
    """Whether the agreement is in effect: signed and sealed, or reached by word of mouth."""
    agreement = trial.agreement
    is_oral = agreement is not None and agreement.get("form") in ("oral", "recording")
    return is_oral or trial.was("signed")


def _attested(trial: Trial) -> frozenset[str]:
    return trial.before.facts | words(trial.step, "facts")


def _guardian(trial: Trial) -> bool:
    facts = _attested(trial)
    return "minor_party" not in facts or "guardian_exempt" in facts or trial.was("guardian_told")


def _proxy(trial: Trial) -> bool:
    facts = _attested(trial)
    return "victim_proxy" not in facts or "written_powers" in facts


def _no_expert_pending(trial: Trial) -> bool:
    last = trial.before.latest("expert_begun", "expert_ended")
    return last is None or last["kind"] == "expert_ended"


def _size(size: str) -> Callable[[Trial], bool]:
    """Whether the host called the dispute so, with the step or with the last one that says it."""

    def is_size(trial: Trial) -> bool:
        steps = (*trial.before.steps, trial.step)
        return next((one["size"] for one in reversed(steps) if one.get("size")), None) == size

    return is_size


def _to_next_level(trial: Trial) -> bool:
    path = trial.procedure.path
    level, to = level_of(trial.before.steps, path), trial.step.get("level")
    return level in path and to in path and path.index(to) == path.index(level) + 1


def _at_level(number: int) -> Callable[[Trial], bool]:
    """Whether the case stands at the first (0) or last (-1) level of its path before the step."""

    def is_there(trial: Trial) -> bool:
        path = trial.procedure.path
        return bool(path) and level_of(trial.before.steps, path) == path[number]

    return is_there


_ELSEWHERE = frozenset(("to_administrative", "to_judicial", "to_court"))
"""Bodies that are no party's committee and no police: another route than mediation so far."""


def _police_were_told(trial: Trial) -> bool:
    told = _attested(trial) | every_word(trial.before.steps, "facts")
    return "to_police" not in words(trial.step, "facts") or "police_told" in told


def _routes_were_told(trial: Trial) -> bool:
    return not words(trial.step, "facts") & _ELSEWHERE or trial.was("remedies_told")


DERIVED: Mapping[str, Callable[[Trial], bool]] = {
    "parties_joined": lambda trial: len(trial.parties) >= _TWO,
    "all_consented": lambda trial: (
        bool(trial.parties) and set(trial.parties.values()) == {"consented"}
    ),
    "party_refused": lambda trial: "refused" in trial.parties.values(),
    "rights_were_told": lambda trial: trial.was("rights_told"),
    "mediator_named": lambda trial: trial.was("mediator_appointed", "mediator_chosen"),
    "session_was_held": lambda trial: trial.was("session_held"),
    "guardian_was_told": lambda trial: trial.was("guardian_told"),
    "agreement_written": _form("written"),
    "agreement_oral": _form("oral"),
    "agreement_recorded": _form("recording"),
    "contents_complete": lambda trial: trial.agreement is not None and not missing_contents(trial),
    "remedies_were_told": lambda trial: trial.was("remedies_told"),
    "file_complete": lambda trial: not missing_papers(trial),
    "was_performed": lambda trial: trial.was("performed"),
    "in_effect": _in_effect,
    "is_first_session": lambda trial: not trial.was("session_held"),
    "guardian_settled": _guardian,
    "proxy_in_writing": _proxy,
    "no_expert_pending": _no_expert_pending,
    "police_were_told": _police_were_told,
    "routes_were_told": _routes_were_told,
    "approver_named": lambda trial: trial.step.get("by") is not None,
    "is_minor": _size("minor"),
    "is_major": _size("major"),
    "is_complex": _size("complex"),
    "to_next_level": _to_next_level,
    "at_first_level": _at_level(0),
    "at_last_level": _at_level(-1),
    "party_stepped": lambda trial: trial.step.get("party") in trial.before.parties,
}
"""The function of each fact that nobody need attest."""


def facts_of(trial: Trial) -> frozenset[str]:
    """Every fact that holds for a step: attested before or with it, or following from the steps."""
    derived = {name for name, holds in DERIVED.items() if holds(trial)}
    return _attested(trial) | derived
