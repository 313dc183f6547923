from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from rich.cells import cell_len

import fengqiao
from fengqiao.cli.score import award_lines, decimal_of, in_order
from fengqiao.judging import AwardList, Score
from fengqiao.testing.small import small_city

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


# -- a town with sheets ------------------------------------------------------------------------

SCORING = Path(__file__).parents[2] / "packs_for_tests" / "scoring"
S02 = "scoring:points.by_share@community_officer/S02:2018-07"


@pytest.fixture
def asking(tmp_path: Path) -> tuple[str, ...]:
    """The small city by the pack of sheets: S01 has 45 of 50 points, S02 30; no survey."""
    config = tmp_path / "town.toml"
    config.write_text(
        "format = 1\n[scoring]\n"
        '"points.by_share.points_table.weight" = 60\n'
        '"points.by_share.familiarity.weight" = 40\n',
        encoding="utf-8",
    )
    known_at = datetime(2018, 8, 2, tzinfo=ZoneInfo("Asia/Shanghai"))
    with fengqiao.open_workspace(f"sqlite:///{tmp_path}/town.db", packs=[SCORING]) as ws:
        small_city(ws)
        ws.declare({"points.reported": date(2018, 1, 1)}, known_at=known_at)
        totals = [
            fengqiao.Total(
                id=staff,
                key="points.reported",
                subject_kind="community_officer",
                subject=staff,
                on=date(2018, 7, 31),
                done=done,
                total=50,
            )
            for staff, done in (("S01", 45), ("S02", 30))
        ]
        ws.record(totals, known_at=known_at)
    return ("--config", str(config), "--pack", str(SCORING))


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        ("en", "  S02  36.00 to 76.00  familiarity (no data)"),
        ("zh", "  S02  36.00 至 76.00  familiarity (没有数据)"),
    ],
)
def test_line_shows_interval_and_what_is_missing(
    run: Runner, asking: tuple[str, ...], lang: str, line: str
) -> None:
    """60 x 30/50 = 36, and up to 40 more."""
    found = run("score", *asking, "--period", "2018-07", "--lang", lang).out.splitlines()
    wide = [text for text in found if cell_len(text) > 80]
    assert line in found
    assert [text for text in wide if not text.startswith("    --")] == []  # a path is not broken


def test_best_stand_first(run: Runner, asking: tuple[str, ...]) -> None:
    """S01 has at least 54, S02 at least 36."""
    found = run("score", *asking, "--period", "2018-07", "--entry", "points.by_share").out
    assert found.index("S01") < found.index("S02")


def test_unknown_sheet_gives_2(run: Runner, asking: tuple[str, ...]) -> None:
    """Nobody scored would look like nobody to score."""
    assert run("score", *asking, "--period", "2018-07", "--entry", "points.none").code == 2


def test_list_names_who_might_still_be_on_it() -> None:
    """Until their scores are certain the list may change."""
    award = AwardList(sheet="a", period="2018-07", places=2, winners=("W1",), uncertain=("W2",))
    assert award_lines(award, "en")[1] == "might still be among them: W2"


def test_those_who_may_not_be_ranked_stand_by_id() -> None:
    """A community is scored; which is best is not said."""
    scores = [
        Score(
            id=subject,
            sheet="s",
            subject_kind=kind,
            subject=subject,
            period="2018-07",
            low=low,
            high=low,
            parts=(),
        )
        for kind in ("community", "station")
        for subject, low in (("A", (1, 1)), ("B", (2, 1)), ("C", (3, 2)))
    ]
    assert [one.subject for one in in_order(scores[:3])] == ["A", "B", "C"]
    assert [one.subject for one in in_order(scores[3:])] == ["B", "C", "A"]


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "36 to 76 of 100"), ("zh", "36 至 76,满分 100")]
)
def test_score_is_explained(run: Runner, asking: tuple[str, ...], lang: str, words: str) -> None:
    """`explain` takes the id of a score as well."""
    found = run("explain", S02, *asking, "--lang", lang)
    assert (found.code, words in found.out) == (0, True)
    assert [line for line in found.out.splitlines() if cell_len(line) > 80] == []


def test_explained_score_as_json(run: Runner, asking: tuple[str, ...]) -> None:
    """The score as `score` gives it, and its explanation."""
    found = run("explain", S02, *asking, "--json").json()
    assert (found["score"]["id"], found["score"]["low"], "36 to 76" in found["text"]) == (
        S02,
        36,
        True,
    )
