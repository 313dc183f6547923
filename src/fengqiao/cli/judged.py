"""Findings that are not met, grouped by what was asked, the furthest off first."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from fengqiao.judging import Finding
from fengqiao.judging.wording import Wording
from fengqiao.papers.clauses import shown_clauses

_RANK = {"breach": 0, "notice": 1, "info": 2}
_MINUTES = {"hour": 60, "hours": 60}


@frozen(kw_only=True)
class Group:
    """Findings of one requirement and one severity.

    Attributes:
        title: Name of the entry, and of the requirement where it has several.
        asked: The limit in words.
        verified: Whether what was asked was confirmed against the source.
        findings: Those furthest from the limit first.
    """

    clause: str
    title: str
    asked: str
    severity: str
    verified: bool
    findings: tuple[Finding, ...]


def groups_of(findings: Iterable[Finding], wording: Wording) -> list[Group]:
    """Findings by severity, then requirement; large groups first."""
    found: dict[tuple[str, object, str, str | None], list[Finding]] = {}
    for finding in findings:
        key = (finding.severity, finding.receipt["pack"], finding.entry, finding.requirement)
        found.setdefault(key, []).append(finding)
    groups = [
        Group(
            clause=shown_clauses(wording.clauses(some[0]), wording.lang),
            title=wording.title(some[0]),
            asked=wording.asked(some[0]),
            severity=some[0].severity,
            verified=all(bool(one.receipt["verified"]) for one in some),
            findings=tuple(sorted(some, key=_distance)),
        )
        for some in found.values()
    ]
    return sorted(groups, key=lambda one: (_RANK[one.severity], -len(one.findings)))


def _distance(finding: Finding) -> tuple[Fraction, str]:
    """How far off a finding is: the share of the limit that was reached; ties by id.

    What lies above a ceiling is further off the larger it is.
    """
    actual = _number(finding.actual)
    limit = finding.limit["value"]
    ends = limit if isinstance(limit, list) else [limit]
    asked = _number(ends[0]) if ends else None
    if actual is None:
        return Fraction(0), finding.id
    share = actual / asked if asked else actual
    return (-share if finding.limit["op"] in ("at_most", "less_than") else share), finding.id


def _number(value: object) -> Fraction | None:
    if isinstance(value, int):
        return Fraction(value)
    if not isinstance(value, str):
        return None
    text, _, unit = value.partition(" ")
    try:
        number = Fraction(text.removesuffix("%")) / (100 if text.endswith("%") else 1)
    except (ValueError, ZeroDivisionError):
        return None
    return number * _MINUTES.get(unit, 1)
