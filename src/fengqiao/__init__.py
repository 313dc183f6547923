"""fengqiao: notices on community policing as executable, sourced, dated rule packs.

Open a workspace, record what was done, check it clause by clause:

    with fengqiao.open_workspace("sqlite:///city.db", packs=["wuhai"]) as ws:
        ws.record(visits, known_at=now)
        for finding in ws.check(period="2018-07").breaches():
            print(ws.explain(finding.id, lang="zh"))

It scores duties and service, never residents. Names load on first use.
"""

from __future__ import annotations

import logging
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fengqiao.errors import FengqiaoError, render
    from fengqiao.ids import mint_ref
    from fengqiao.judging import Finding, FindingId, Findings, Scores
    from fengqiao.model import (
        Area,
        Assignment,
        Award,
        DutyDone,
        Grid,
        Inspection,
        MediationCommittee,
        PoliceRoom,
        Premises,
        Recording,
        Session,
        Station,
        Total,
        Visit,
    )
    from fengqiao.packs import hookimpl, open_store, read_config, read_pack, with_overrides
    from fengqiao.planning import Burden, DueItem, DueWork, Plan
    from fengqiao.rules import Pack
    from fengqiao.timing import Period, Span
    from fengqiao.workspace import Workspace, open_workspace

_HOMES = {
    "fengqiao.errors": ("FengqiaoError", "render"),
    "fengqiao.ids": ("mint_ref",),
    "fengqiao.judging": ("Finding", "FindingId", "Findings", "Scores"),
    "fengqiao.model": (
        "Area",
        "Assignment",
        "Award",
        "DutyDone",
        "Grid",
        "Inspection",
        "MediationCommittee",
        "PoliceRoom",
        "Premises",
        "Recording",
        "Session",
        "Station",
        "Total",
        "Visit",
    ),
    "fengqiao.packs": ("hookimpl", "open_store", "read_config", "read_pack", "with_overrides"),
    "fengqiao.planning": ("Burden", "DueItem", "DueWork", "Plan"),
    "fengqiao.rules": ("Pack",),
    "fengqiao.timing": ("Period", "Span"),
    "fengqiao.workspace": ("Workspace", "open_workspace"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Area",
    "Assignment",
    "Award",
    "Burden",
    "DueItem",
    "DueWork",
    "DutyDone",
    "FengqiaoError",
    "Finding",
    "FindingId",
    "Findings",
    "Grid",
    "Inspection",
    "MediationCommittee",
    "Pack",
    "Period",
    "Plan",
    "PoliceRoom",
    "Premises",
    "Recording",
    "Scores",
    "Session",
    "Span",
    "Station",
    "Total",
    "Visit",
    "Workspace",
    "hookimpl",
    "mint_ref",
    "open_store",
    "open_workspace",
    "read_config",
    "read_pack",
    "render",
    "with_overrides",
]

logging.getLogger("fengqiao").addHandler(logging.NullHandler())


def __getattr__(name: str) -> object:
    """Load a public name when it is first used."""
    if name not in _HOME_OF:
        message = f"module 'fengqiao' has no attribute {name!r}"
        raise AttributeError(message)
    value = getattr(import_module(_HOME_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Public names."""
    return sorted(__all__)
