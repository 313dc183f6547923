"""The demonstration's disputes: one of each way to end, under the law of 2026."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from attrs import frozen

from fengqiao.cli.demo_page import Page
from fengqiao.cli.screen import packed
from fengqiao.errors import CaseError
from fengqiao.workspace import Workspace
from fengqiao.workspace.case_waits import sources_of

_PROCEDURE = "mediation.peoples"
_YEAR, _MONTH = 2026, 3
"""The law on judicial confirmation that the packs have is in force by then."""
_FIRST_HOUR = 9
_INDENT = 2

_CONTENTS = (
    "parties", "facts", "issues", "responsibility", "terms", "performance_time",
    "performance_way", "signatures",
)  # fmt: skip
_SEALED = ("parties_signed", "mediator_signed", "committee_sealed")
_TAKEN_BY = {
    **dict.fromkeys(
        ("accepted", "rights_told", "mediator_appointed", "remedies_told", "terminated"),
        "by_committee",
    ),
    **dict.fromkeys(("session_held", "failed"), "by_mediator"),
    "agreed": "by_party",
    "confirmed": "by_court",
}
"""Who takes a step, as attested: the demonstration's posts are of police and grids alone."""

_Steps = tuple[tuple[int, str, Mapping[str, Any]], ...]
"""Day of the month, step, and what is said of it."""

_BEGUN: _Steps = (
    (2, "joined", {"party": "A"}),
    (2, "joined", {"party": "B"}),
    (2, "consented", {"party": "A"}),
)
_OPEN: _Steps = (
    *_BEGUN,
    (2, "consented", {"party": "B"}),
    (3, "accepted", {}),
    (3, "rights_told", {}),
    (3, "mediator_appointed", {}),
    (5, "session_held", {}),
)
_SETTLED: _Steps = (
    *_OPEN,
    (5, "agreed", {"form": "written", "contents": _CONTENTS}),
    (5, "signed", {"facts": _SEALED}),
)


@frozen
class _Dispute:
    """One dispute: its number, how it ends, and the step that decides that."""

    number: int
    outcome: str
    steps: _Steps
    decided_by: str


DISPUTES = (
    _Dispute(
        1,
        "performed",
        (*_SETTLED, (9, "performed", {})),
        "performed",
    ),
    _Dispute(
        2,
        "failed",
        (*_OPEN, (9, "failed", {}), (9, "remedies_told", {}), (10, "terminated", {})),
        "terminated",
    ),
    _Dispute(3, "refused", (*_BEGUN, (3, "refused", {"party": "B"})), "refused"),
    _Dispute(4, "withdrawn", (*_OPEN, (9, "ended_by_party", {"party": "A"})), "ended_by_party"),
    _Dispute(
        5,
        "confirmed",
        (
            *_SETTLED,
            (12, "confirmation_applied", {"facts": ("joint_application",)}),
            (20, "confirmed", {}),
        ),
        "confirmed",
    ),
)


def record_disputes(workspace: Workspace) -> tuple[str, ...]:
    """Record the disputes.

    Returns:
        Their references; none where the packs do not know how disputes are mediated.
    """
    zone = workspace.store.zone
    try:
        for dispute in DISPUTES:
            _record(workspace, dispute, zone)
    except CaseError as error:
        if error.code != "casework.unknown_procedure":
            raise
        return ()
    return tuple(reference(dispute.number) for dispute in DISPUTES)


def _record(workspace: Workspace, dispute: _Dispute, zone: ZoneInfo) -> None:
    case_id = reference(dispute.number)
    at = datetime(_YEAR, _MONTH, 2, _FIRST_HOUR, tzinfo=zone)
    known_at = datetime(_YEAR, _MONTH + 1, 1, tzinfo=zone)
    first: dict[str, Any] = {"facts": ("by_party",), "at": at, "known_at": known_at}
    workspace.open_case(case_id, "applied", procedure=_PROCEDURE, **first)
    for day, kind, given in dispute.steps:
        more = dict(given)
        if "party" in more:
            more["party"] = f"{case_id}-{more['party']}"
        when = datetime(_YEAR, _MONTH, day, _FIRST_HOUR, tzinfo=zone)
        if kind in _TAKEN_BY:
            more["facts"] = (*more.get("facts", ()), _TAKEN_BY[kind])
        workspace.take(case_id, kind, at=when, known_at=known_at, **more)


def reference(number: int) -> str:
    """The reference of one of the disputes."""
    return f"demo-case-{number}"


def print_disputes(page: Page) -> None:
    """How each dispute ended, and by which article."""
    page.title("disputes", first=reference(1), last=DISPUTES[-1].number)
    items = []
    for dispute in DISPUTES:
        view = page.workspace.case(reference(dispute.number))
        procedure = view.held.law.procedure(_PROCEDURE)
        move = next(one for one in procedure.moves if one.name == dispute.decided_by)
        outcome = page.say(f"dispute.{dispute.outcome}")
        items.append(f"{dispute.number} {outcome} {sources_of(move.cites)[0]}")
    for line in packed(items, page.console.width - _INDENT).splitlines():
        page.console.out(" " * _INDENT + line, highlight=False)
