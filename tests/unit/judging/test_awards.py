"""Award lists made from scores: the whole list, by what the sheet and the host say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.judging import AwardList, PartScore, Score, award_list
from fengqiao.measures import core_indicators
from fengqiao.measures.sheets import plan_sheets
from fengqiao.rules import OPEN, Cite, Part

if TYPE_CHECKING:
    from tests.unit.conftest import Build


def listed(
    build: Build, *scores: Score, terms: dict[str, object] | None = None, **sheet: object
) -> AwardList:
    """The list of July, of two places unless the sheet says otherwise."""
    part = Part(name="points", weight=build.exact(100), measure="survey.familiarity_share")
    stated = {"winners": build.exact(2), "tie": "open", **sheet}
    entry = build.sheet(part, id="best", cites=(Cite("order", "五"),), **stated)
    given = {f"best.{name}": value for name, value in (terms or {}).items()}
    rules = build.rules(build.pack(entry), terms=given)
    registers = build.town()
    (task,) = plan_sheets(rules, registers, core_indicators(), build.request())
    found = award_list(rules, task, scores)
    assert found is not None
    return found


def score(
    subject: str,
    low: int | None,
    high: int | None = None,
    vetoed_by: str | None = None,
    *reasons: str,
) -> Score:
    """A score, certain without a second end; with parts that are missing for these reasons."""
    parts = [
        PartScore(name=f"part_{number}", weight="1", value=None, reason=reason)  # type: ignore[arg-type]  # one of its words
        for number, reason in enumerate(reasons)
    ]
    best = low if high is None else high
    return Score(
        id=f"town:best@community_officer/{subject}:2018-07",
        sheet="best",
        subject_kind="community_officer",
        subject=subject,
        period="2018-07",
        low=None if low is None else (low, 1),
        high=None if best is None else (best, 1),
        vetoed_by=vetoed_by,
        parts=tuple(parts),
    )


def told(**facts: object) -> AwardList:
    """The list as it should be."""
    whole: dict[str, Any] = {"sheet": "best", "period": "2018-07", "places": 2, **facts}
    whole.setdefault("clause", ("五",))
    return AwardList(**whole)


def test_a_list_says_who_won_who_is_barred_and_who_might_have_won(build: Build) -> None:
    """Two places, the last at 80: W5 may reach it, W6 may not; W7 has nothing, W8 no score."""
    scores = [
        score("W3", 70),
        score("W1", 80),
        score("W2", 90),
        score("W5", 60, 80),
        score("W6", 60, 79),
        score("W7", 0, vetoed_by="offence"),
        score("W8", None, vetoed_by="offence"),
    ]
    assert listed(build, *scores) == told(
        winners=("W2", "W1"), vetoed=("W7", "W8"), uncertain=("W5",)
    )


def test_while_a_place_is_free_everybody_might_win(build: Build) -> None:
    """Two certain scores for three places; who is barred stays so, though with an interval."""
    scores = [score("W1", 90), score("W2", 0, 1), score("W3", 0, 50, "offence"), score("W4", 95)]
    assert listed(build, *scores, winners=build.exact(3)) == told(
        places=3, winners=("W4", "W1"), vetoed=("W3",), uncertain=("W2",)
    )


@pytest.mark.parametrize(
    ("terms", "winners", "tied"),
    [
        ({}, ("W4",), ("W1", "W2", "W3")),
        ({"tie": "share"}, ("W4", "W1", "W2", "W3"), ()),
        ({"tie": "open"}, ("W4",), ("W1", "W2", "W3")),
    ],
)
def test_a_tie_at_the_last_place(
    build: Build, terms: dict[str, object], winners: tuple[str, ...], tied: tuple[str, ...]
) -> None:
    """Three are level for one place; they stand by id, whatever order they came in."""
    scores = [score("W3", 80), score("W1", 80), score("W4", 81), score("W2", 80)]
    assert listed(build, *scores, terms=terms) == told(winners=winners, tied=tied)


def test_a_tie_that_fits_is_none(build: Build) -> None:
    """Two places for two who are level."""
    scores = [score("W2", 80), score("W1", 80), score("W3", 79)]
    assert listed(build, *scores) == told(winners=("W1", "W2"))


def test_the_host_says_how_many_places_there_are(build: Build) -> None:
    """Where the source leaves it open."""
    scores = [score("W1", 70), score("W2", 80)]
    found = listed(build, *scores, winners=OPEN, terms={"winners": 1})
    assert found == told(places=1, winners=("W2",))


@pytest.mark.parametrize(
    ("scores", "sheet", "terms", "expected"),
    [
        # no weights: nobody has a score, whatever else is missing
        (
            [score("W1", None, None, None, "no_data", "not_configured")],
            {},
            {},
            told(reason="not_configured"),
        ),
        ([score("W1", 70)], {"winners": OPEN}, {}, told(places=None, reason="not_configured")),
        (
            [score("W1", 70)],
            {"winners": OPEN},
            {"winners": "two"},
            told(places=None, reason="not_configured"),
        ),
        # nobody has a certain score: for one reason, or for several
        (
            [score("W1", 0, 9, None, "withheld"), score("W2", 0, 9, None, "withheld")],
            {},
            {},
            told(reason="withheld"),
        ),
        (
            [score("W1", 0, 9, None, "withheld"), score("W2", 0, 9, None, "nothing_due")],
            {},
            {},
            told(reason="no_data"),
        ),
    ],
)
def test_why_there_is_no_list(
    build: Build,
    scores: list[Score],
    sheet: dict[str, Any],
    terms: dict[str, object],
    expected: AwardList,
) -> None:
    """The number of places is told all the same, where it is known."""
    assert listed(build, *scores, terms=terms, **sheet) == expected


@pytest.mark.parametrize(("least", "reason"), [(2, None), (3, "too_few")])
def test_a_list_needs_as_many_certain_scores_as_are_stated(
    build: Build, least: int, reason: str | None
) -> None:
    """Of three officers, one has no certain score; the host's word does not count here."""
    scores = [score("W1", 70), score("W2", 80), score("W3", 0, 1)]
    found = listed(
        build, *scores, minimum_data=build.exact(least), winners=build.exact(1),
        terms={"minimum_data": 9},
    )  # fmt: skip
    winners = () if reason else ("W2",)
    assert found == told(places=1, winners=winners, reason=reason)


def test_all_may_be_barred(build: Build) -> None:
    """Then there is a list with nobody on it; one who is not barred makes it a lack of scores."""
    barred = [score("W1", None, vetoed_by="offence"), score("W2", None, vetoed_by="offence")]
    assert listed(build, *barred) == told(vetoed=("W1", "W2"))
    open_one = score("W3", None, None, None, "not_configured")
    assert listed(build, *barred, open_one).reason == "not_configured"
