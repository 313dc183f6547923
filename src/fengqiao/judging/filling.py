"""What the host fills in where a source leaves something open: what it gave, what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fengqiao.judging.findings import Finding
from fengqiao.measures import Doubt
from fengqiao.rules import DutyPhase
from fengqiao.rules.entries import DURING, Phase

_DIRECTION = {"bare": "direction"}
_FIELDS = {
    "window": "within",
    "on_day": "on",
    "length": "lasts",
    "attendance": "people",
    "cadence": "every",
    "invited": "invite",
    "topics": "covers",
}


def items_of(receipt: Mapping[str, object], name: str) -> list[Any]:
    """What a receipt lists under a name."""
    found: Any = receipt[name]
    return list(found)


def given_terms(finding: Finding) -> Mapping[str, str]:
    """What the host filled in, by the names of the terms."""
    return {one["name"]: one["value"] for one in items_of(finding.receipt, "terms")}


def limit_term(finding: Finding) -> str:
    """The name of the term that stands for the limit of a finding."""
    op = str(finding.limit["op"])
    own, name = _DIRECTION.get(op, op), finding.requirement
    return f"{finding.entry}.{_FIELDS.get(name, name) if name else own}"


def missing_terms(finding: Finding, doubt: Doubt | None, phase: Phase | None) -> list[str]:
    """The terms that a finding lacks, each with its section: `[town] "visits.by"`.

    Args:
        finding: Not checkable, as something is not configured.
        doubt: Whether it is asked of the subject, where nobody knows.
        phase: By which it was judged.
    """
    section = (doubt.pack if doubt else None) or finding.receipt["pack"]
    names = doubt.terms if doubt else _missing(finding, phase)
    return [f'[{section}] "{name}"' for name in names]


def _missing(finding: Finding, phase: Phase | None) -> list[str]:
    given = given_terms(finding)
    days = [name for name in _days_asked(finding, phase) if name not in given]
    own = limit_term(finding)
    is_given = own in given or not _is_limit_open(finding)
    if days and is_given:
        return days
    if own.endswith(".lasts") and is_given:  # a length in days, and nobody knows how long one is
        own = f"{finding.entry}.day"
    return [own, *days]


def _days_asked(finding: Finding, phase: Phase | None) -> Iterator[str]:
    """The terms under which the host names days: of a deadline, of a season."""
    if phase is not None and phase.by is not None and phase.by.is_open:
        yield f"{finding.entry}.by"
    if isinstance(phase, DutyPhase) and phase.during is not None:
        yield f"{DURING}{phase.during}"


def _is_limit_open(finding: Finding) -> bool:
    """Whether a limit, or how often, is the host's to say."""
    limit = finding.limit
    return (
        limit["value"] == "open" or limit["unit"] == "per open" or limit["op"] in ("bare", "about")
    )
