"""Solvers of rounds that plugins bring by name."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib.metadata import EntryPoint
from types import ModuleType

import pytest

from fengqiao import open_workspace
from fengqiao.packs import Plugins, collect_plugins, hookimpl
from fengqiao.planning.rounds import solve_rounds
from fengqiao.testing.small import SMALL_PACK


@pytest.fixture
def bring(monkeypatch: pytest.MonkeyPatch) -> object:
    """Collect plugins with one module whose hook returns what is given."""

    def collected(planners: object) -> Plugins:
        module = ModuleType("brings_planners")

        @hookimpl
        def fengqiao_planners() -> object:
            return planners

        module.fengqiao_planners = fengqiao_planners  # type: ignore[attr-defined]  # a plugin
        monkeypatch.setitem(sys.modules, "brings_planners", module)
        return collect_plugins([EntryPoint("mine", "brings_planners", "fengqiao")])

    return collected


def test_a_planner_is_found_by_its_name(bring: object) -> None:
    """What a plugin brings stands beside the built-in one."""
    found: Plugins = bring({"mine_2": solve_rounds})  # type: ignore[operator]  # the fixture
    assert (sorted(found.planners), found.failed) == (["built_in", "mine_2"], ())


@pytest.mark.parametrize(
    ("planners", "code"),
    [
        ({"built_in": solve_rounds}, "plugin.duplicate_id"),
        ({"Mine": solve_rounds}, "plugin.bad_answer"),
        ({"mine": "not to be called"}, "plugin.bad_answer"),
        ([solve_rounds], "plugin.bad_answer"),
        (None, "plugin.bad_answer"),
    ],
)
def test_what_is_no_planner_is_left_out(bring: object, planners: object, code: str) -> None:
    """A name that is taken or no name, and what can't be called: the plugin is named."""
    found: Plugins = bring(planners)  # type: ignore[operator]  # the fixture
    faults = [one.fault.code for one in found.failed if one.fault]
    assert (faults, list(found.planners)) == ([code], ["built_in"])


def test_a_workspace_names_its_planners() -> None:
    """Without a plugin there is the built-in one."""
    with open_workspace("memory:", packs=[SMALL_PACK]) as ws:
        planners: Mapping[str, object] = ws.planners
    assert planners["built_in"] is solve_rounds
