"""The workspace: the one place where packs, a store, a calendar and a configuration meet."""

from __future__ import annotations

from fengqiao.workspace.facade import Workspace, open_workspace

__all__ = ["Workspace", "open_workspace"]
