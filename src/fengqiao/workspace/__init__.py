"""The workspace: the one place where packs, a store, a calendar and a configuration meet."""

from __future__ import annotations

from fengqiao.workspace.burdens import TwoBurdens, compare_burdens
from fengqiao.workspace.case_view import CaseLine, CaseList, CaseView
from fengqiao.workspace.case_waits import Wait
from fengqiao.workspace.facade import Workspace, open_workspace
from fengqiao.workspace.responsible import Responsible

__all__ = [
    "CaseLine",
    "CaseList",
    "CaseView",
    "Responsible",
    "TwoBurdens",
    "Wait",
    "Workspace",
    "compare_burdens",
    "open_workspace",
]
