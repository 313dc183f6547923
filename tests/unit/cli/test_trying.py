"""Bars: on standard error, on a terminal only, with how much is done of how much."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Runner = Callable[..., Any]
Town = Any
"""The small town of `conftest.py`, which tests can't import."""
MONTH = ("--period", "2018-07")
SETTINGS = '[planning]\nhours = "8 hours"\nstarts = "09:00"\n'
MINUTES = '[testtown]\n"visits.households.minutes" = "20 minutes"\n'


@pytest.fixture
def plan(run: Runner, town: Town) -> Path:
    """A written plan of July, beside the configuration."""
    path = Path(town.config)
    path.write_text(path.read_text("utf-8") + SETTINGS + MINUTES, encoding="utf-8")
    file = path.with_name("plan.json")
    file.write_text(run("plan", *town.asking("--json"), *MONTH).out, encoding="utf-8")
    return file


@pytest.mark.parametrize("verb", ["plan", "burden", "replan"])
def test_a_terminal_sees_how_far_an_answer_has_come(
    run: Runner, town: Town, plan: Path, verb: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it in the end, in percent; what is printed is the same without a bar."""
    asked = ("replan", str(plan)) if verb == "replan" else (verb, *MONTH)
    plain = run(*asked, *town.asking("--lang", "en"))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    shown = run(*asked, *town.asking("--lang", "en"))
    assert (shown.out, plain.err) == (plain.out, "")
    assert "100 %" in shown.err
