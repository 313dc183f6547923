from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from fengqiao.cli.score import award_lines, decimal_of
from fengqiao.judging import AwardList

Runner = Callable[..., Any]
Town = Any
"""The small town of `conftest.py`, which tests can't import."""


def test_json_has_scores_awards_and_classes(run: Runner, town: Town) -> None:
    """A pack without sheets and bands has none of them, and says so."""
    found = run("score", *town.asking(), "--period", "2018-07", "--json").json()
    assert (found["scores"], found["awards"], found["classes"]) == ([], [], [])


@pytest.mark.parametrize(("actual", "shown"), [("29/2", "14.50"), (12, "12"), (None, "-")])
def test_values_are_shown_as_decimals(actual: object, shown: str) -> None:
    """A pair, a whole number, nothing."""
    assert decimal_of(actual) == shown


def test_award_list_without_weights_says_why() -> None:
    """Nobody is ranked by weights that nobody gave."""
    award = AwardList(sheet="award.x", period="2018-07", places=10, reason="not_configured")
    assert award_lines(award, "en")[0].startswith("not configured")


def test_award_list_of_others_says_when() -> None:
    """A name and an outside award date are all that is held."""
    award = AwardList(
        sheet="award.x",
        period="2018-07",
        places=10,
        winners=("W1", "W2"),
        awarded_on=("2018-07-31", "2018-07-31"),
    )
    assert award_lines(award, "en") == ["W1 W2", "as others decided, 2018-07-31"]


def test_tie_at_the_last_place_is_named() -> None:
    """Where the source has no rule for it, the host decides."""
    award = AwardList(sheet="a", period="2018-07", places=2, winners=("W1",), tied=("W2", "W3"))
    assert "W2 W3" in award_lines(award, "en")[1]
