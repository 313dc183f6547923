from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from rich.cells import cell_len

Runner = Callable[..., Any]
Town = Any
"""The small town of `conftest.py`, which tests can't import."""
ID = "testtown:visits.households@community_officer/S02:2018-07"


@pytest.mark.parametrize(("lang", "words"), [("en", "at least 3"), ("zh", "不少于 3")])
def test_explanation_says_what_is_asked(
    run: Runner,
    town: Town,
    lang: str,
    words: str,
) -> None:
    """3 households, clause 一 of the small pack, in both languages."""
    assert words in run("explain", ID, *town.asking(), "--lang", lang).out


def test_breach_explained_is_an_answer(run: Runner, town: Town) -> None:
    """Explaining a breach is no fault."""
    assert run("explain", ID, *town.asking()).code == 0


def test_json_carries_the_finding_and_the_text(run: Runner, town: Town) -> None:
    """The finding as `check` gives it, and its explanation."""
    found = run("explain", ID, *town.asking(), "--json").json()
    assert (found["finding"]["id"], "at least 3" in found["text"]) == (ID, True)


def test_finding_that_is_not_there_gives_2(run: Runner, town: Town) -> None:
    """Nobody is called S09."""
    assert run("explain", ID.replace("S02", "S09"), *town.asking()).code == 2


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_explanation_is_at_most_80_columns_wide(
    run: Runner,
    town: Town,
    lang: str,
) -> None:
    """Long readings are set beside their label, over several lines."""
    out = run("explain", ID, *town.asking(), "--lang", lang).out
    assert max(map(cell_len, out.splitlines())) <= 80


def test_as_known_reaches_the_explanation(run: Runner, town: Town) -> None:
    """All of Testtown became known on 1 August at 8: before that there is no such finding."""
    words = ("explain", ID, *town.asking(), "--as-known")
    codes = [run(*words, f"2018-08-01T0{hour}:00+08:00").code for hour in (7, 8)]
    assert codes == [2, 0]
