"""Commands that are suggested can be pasted."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from typing import Any

import pytest

Runner = Callable[..., Any]
Town = Any
"""The small town of `conftest.py`, which tests can't import."""
JULY = ("--period", "2018-07")


def suggested(out: str) -> list[str]:
    """The words of the command at the end of an answer."""
    start = out.rindex("fengqiao ")
    return shlex.split(out[start:].replace("\\\n", " "))[1:]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_suggested_explain_works(run: Runner, town: Town, lang: str) -> None:
    """With the id of a finding in the place of the word ID."""
    asked = run("check", *JULY, *town.asking(), "--lang", lang)
    verb, placeholder, *options = suggested(asked.out)
    ids = [word for word in asked.out.split() if word.startswith("testtown:")]
    assert (verb, placeholder in ("ID", "编号")) == ("explain", True)
    assert run("explain", ids[0], *options).code == 0


def test_options_are_those_that_were_given(run: Runner, town: Town) -> None:
    """Each as it was written, and none that was not."""
    asked = run("check", *JULY, *town.asking())
    assert suggested(asked.out)[2:] == list(town.asking())


def test_wide_command_is_broken_between_options(run: Runner, town: Town) -> None:
    """So that a shell reads it as one."""
    asked = run("check", *JULY, *town.asking())
    heading, first, *others = asked.out.splitlines()[-4:]
    assert (heading, first) == ("What lies behind one:", "  fengqiao explain ID \\")
    assert [line.split()[0] for line in others] == ["--config", "--pack"]
