"""The page of procedures is made of the pack: every state, step and clock of it stands there."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

import fengqiao
from fengqiao.rules import Procedure

pytestmark = pytest.mark.needs("fengqiao_wuhai", "fengqiao_cn")


@pytest.fixture
def pages(repository: Path) -> ModuleType:
    """The package that makes the pages about packs."""
    folder = str(repository / "docs")
    if folder not in sys.path:
        sys.path.insert(0, folder)
    return importlib.import_module("_packs")


@pytest.mark.parametrize(("folder", "lang"), [("packs/cn", "en"), ("zh/packs/cn", "zh")])
def test_every_state_step_and_clock_is_drawn(pages: ModuleType, folder: str, lang: str) -> None:
    """In the language of the page, with as many rows as the data has moves from states."""
    text = pages.page_source(f"{folder}/procedures")
    with fengqiao.open_workspace("memory:", packs=["wuhai"]) as ws:
        pack, catalogue = ws.packs["cn"], ws.catalogue
    states = catalogue.vocabularies["case_state"].words
    found = [entry for entry in pack.entries if isinstance(entry, Procedure)]
    for one in found:
        assert f"`{one.key}`" in text
        assert [state for state in one.states if states[state.name].get(lang) not in text] == []
        assert [clock for clock in one.clocks if clock.names.get(lang) not in text] == []
    rows = sum(len(move.froms) for one in found for move in one.moves)
    clocks = sum(len(one.clocks) for one in found)
    heads = 2 * len(found) + 2 * sum(bool(one.clocks) for one in found)
    assert sum(line.startswith("|") for line in text.splitlines()) == rows + clocks + heads
