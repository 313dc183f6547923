from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fengqiao.judging import Settled
from fengqiao.judging.compare import (
    MET,
    NOT_CHECKABLE,
    NOT_MET,
    Judged,
    compare_words,
    ends_about,
    judge,
    side_of,
)
from fengqiao.measures import Column, Reason
from fengqiao.rules import OPEN, Comparison, Op

if TYPE_CHECKING:
    from tests.unit.conftest import Build


def judged(build: Build, op: str, limit: object, column: Column, **more: object) -> Judged:
    """Results of a column."""
    size = len(column.nums) if column.words is None else len(column.words)
    settled = Settled(comparison=build.comparison(op, limit), tolerance=more.pop("tolerance", None))
    given = {"size": size, "has_ended": True, "known": {}, **more}
    return judge(column, settled, **given)


@pytest.mark.parametrize(
    ("op", "results"),
    [
        ("at_least", [NOT_MET, MET, MET]),
        ("at_most", [MET, MET, NOT_MET]),
        ("more_than", [NOT_MET, NOT_MET, MET]),
        ("less_than", [MET, NOT_MET, NOT_MET]),
        ("equal", [NOT_MET, MET, NOT_MET]),
    ],
)
@pytest.mark.parametrize(
    ("limit", "column"),
    [
        (80, Column([79, 80, 81])),
        ("40%", Column([39, 2, 41], [100, 5, 100])),
        ("1/3", Column([33, 1, 34], [100, 3, 100])),
        ("5 per 1000", Column([49, 1, 51], [10000, 200, 10000])),
        ("1/2", Column([0, 0, 1], [1, 1, 1])),
    ],
)
def test_edges_of_numbers_and_shares(
    build: Build, op: str, results: list[int], limit: object, column: Column
) -> None:
    """At least and at most include the number; shares are compared exactly."""
    if limit == "1/2":  # between two whole numbers there is no edge
        column = Column([0, 1, 1], [1, 2, 1])
    assert list(judged(build, op, limit, column).results) == results


def test_a_third_is_not_33_percent(build: Build) -> None:
    """33 of 100 is enough for 33% and falls short of 1/3."""
    column = Column([33], [100])
    found = [judged(build, "at_least", limit, column).results[0] for limit in ("33%", "1/3")]
    assert found == [MET, NOT_MET]


def test_range_includes_both_ends(build: Build) -> None:
    """One to two officers: none falls short, three are too many."""
    assert list(judged(build, "between", (1, 2), Column([0, 1, 2, 3])).results) == [0, 1, 1, 0]


def test_about_without_tolerance_passes_the_figure_itself_only(build: Build) -> None:
    """Anything else waits for the host's tolerance."""
    found = judged(build, "about", 10, Column([9, 10, 11]))
    assert (list(found.results), found.reasons) == (
        [NOT_CHECKABLE, MET, NOT_CHECKABLE],
        {0: "not_configured", 2: "not_configured"},
    )


@pytest.mark.parametrize(("tolerance", "results"), [(3, [0, 1, 1, 0]), ("1/2", [0, 0, 0, 0])])
def test_about_with_tolerance(build: Build, tolerance: object, results: list[int]) -> None:
    """Seven and thirteen are within three of ten."""
    column = Column([6, 7, 13, 14])
    found = judged(build, "about", 10, column, tolerance=build.exact(tolerance))
    assert list(found.results) == results


@pytest.mark.parametrize(
    ("op", "words", "passes"),
    [
        ("all_of", "a b", True),
        ("all_of", "a b c", True),
        ("all_of", "a", False),
        ("any_of", "b c", True),
        ("any_of", "c", False),
        ("any_of", "", False),
        ("none_of", "c", True),
        ("none_of", "", True),
        ("none_of", "a c", False),
    ],
)
def test_words(op: Op, words: str, *, passes: bool) -> None:
    """All, any or none of a and b."""
    assert compare_words(frozenset(words.split()), op, frozenset("ab")) == passes


@pytest.mark.parametrize(
    ("op", "limit", "results"),
    [
        ("at_least", 2, [2, 1, 1]),
        ("more_than", 2, [2, 2, 1]),
        ("at_most", 2, [2, 2, 0]),
        ("less_than", 2, [2, 0, 0]),
        ("between", (1, 2), [2, 2, 0]),
        ("equal", 2, [2, 2, 0]),
    ],
)
def test_period_that_has_not_ended(
    build: Build, op: str, limit: object, results: list[int]
) -> None:
    """A floor that is reached is met, a ceiling that is passed is not met, all else is open."""
    found = judged(build, op, limit, Column([1, 2, 3]), has_ended=False)
    assert list(found.results) == results
    assert set(found.reasons.values()) <= {"period_open"}


def test_share_is_open_until_its_period_ends(build: Build) -> None:
    """More answers can still turn it either way."""
    found = judged(build, "at_least", "40%", Column([1, 9], [10, 10]), has_ended=False)
    assert list(found.results) == [NOT_CHECKABLE, NOT_CHECKABLE]


@pytest.mark.parametrize(("op", "results"), [("all_of", [1, 2]), ("none_of", [0, 2])])
def test_words_of_a_period_that_has_not_ended(build: Build, op: str, results: list[int]) -> None:
    """Words that are there stay; words that are missing may still come."""
    column = Column(words=[frozenset({"a"}), frozenset()])
    found = judged(build, op, frozenset({"a"}), column, has_ended=False)
    assert list(found.results) == results


def test_nothing_over_nothing_is_nothing_due(build: Build) -> None:
    """A zero denominator is neither met nor missed."""
    found = judged(build, "at_least", "40%", Column([0, 0], [0, 5]))
    assert (list(found.results), found.reasons) == ([NOT_CHECKABLE, NOT_MET], {0: "nothing_due"})


def test_known_reasons_come_first(build: Build) -> None:
    """What can't be judged whatever its value is not judged."""
    found = judged(build, "at_least", 1, Column([5, 0]), known={0: "no_data"})
    assert (list(found.results), found.reasons) == ([NOT_CHECKABLE, NOT_MET], {0: "no_data"})


def test_unsettled_limit_is_not_configured() -> None:
    """Every value, but for those with a reason of their own."""
    settled = Settled(comparison=None, reason="not_configured")
    found = judge(Column([1, 2]), settled, size=2, has_ended=True, known={1: "no_data"})
    assert found.reasons == {0: "not_configured", 1: "no_data"}


@pytest.mark.parametrize(
    ("reason", "shown"),
    [("calendar_unpublished", "calendar_unpublished"), (None, "not_configured")],
)
def test_why_a_limit_is_not_settled(reason: Reason | None, shown: str) -> None:
    """The reason that is given; without one, nobody has configured it."""
    settled = Settled(comparison=None, reason=reason)
    found = judge(Column([1]), settled, size=1, has_ended=True, known={})
    assert (list(found.results), found.reasons) == ([NOT_CHECKABLE], {0: shown})


def test_an_open_limit_must_be_settled_first() -> None:
    """A slip of the caller, not of the host."""
    settled = Settled(comparison=Comparison("at_least", OPEN))
    message = "^an open limit must be settled before it is compared with$"
    with pytest.raises(TypeError, match=message):
        judge(Column([1]), settled, size=1, has_ended=True, known={})


@pytest.mark.parametrize("has_ended", [True, False])
def test_some_values_run_on(build: Build, *, has_ended: bool) -> None:
    """Those alone are open, whatever the period: a floor that they reached is met."""
    column = Column([1, 1, 2, 2], running=frozenset({0, 2}))
    found = judged(build, "at_least", 2, column, has_ended=has_ended)
    assert (list(found.results), found.reasons) == (
        [NOT_CHECKABLE, NOT_MET, MET, MET],
        {0: "period_open"},
    )


def test_what_the_host_left_open_is_not_configured(build: Build) -> None:
    """A value that rests on a term that is missing."""
    found = judged(build, "at_least", 2, Column([1, 2], open=frozenset({1})))
    assert (list(found.results), found.reasons) == ([NOT_MET, NOT_CHECKABLE], {1: "not_configured"})


@pytest.mark.parametrize(
    ("limit", "column", "results"),
    [
        ("3/2", Column([1, 2, 3]), [0, 1, 1]),  # whole numbers against a fraction
        ("4/3", Column([1, 2, 3]), [0, 1, 1]),
        (1, Column([5, 5], [10, 5]), [0, 1]),  # shares against the whole
    ],
)
def test_fractions(build: Build, limit: object, column: Column, results: list[int]) -> None:
    """Compared exactly, whichever side is one."""
    assert list(judged(build, "at_least", limit, column).results) == results


@pytest.mark.parametrize(
    ("limit", "tolerance", "ends"),
    [
        (10, None, ((10, 1), (10, 1))),
        (10, 3, ((7, 1), (13, 1))),
        # 1/2 and 1/4 in eighths: 4 - 2 and 4 + 2.
        ("1/2", "1/4", ((2, 8), (6, 8))),
    ],
)
def test_ends_of_an_approximate_figure(
    build: Build, limit: object, tolerance: object, ends: tuple[tuple[int, int], ...]
) -> None:
    """The figure less the tolerance, and the figure and the tolerance."""
    given = None if tolerance is None else build.exact(tolerance)
    assert tuple(one.pair for one in ends_about(build.exact(limit), given)) == ends


def test_an_approximate_figure_of_a_period_that_has_not_ended(build: Build) -> None:
    """Ten, give or take three: 12 may still grow too many, 14 are."""
    found = judged(build, "about", 10, Column([12, 14]), tolerance=build.exact(3), has_ended=False)
    assert list(found.results) == [NOT_CHECKABLE, NOT_MET]


@pytest.mark.parametrize(
    ("op", "pair", "side"),
    [
        ("about", (12, 1), "below"),
        ("about", (14, 1), "above"),
        ("at_most", (12, 1), "above"),  # a tolerance is of approximate figures only
    ],
)
def test_side_with_a_tolerance(build: Build, op: str, pair: tuple[int, int], side: str) -> None:
    """Ten, give or take three."""
    assert side_of(build.comparison(op, 10), build.exact(3), pair) == side


@pytest.mark.parametrize(
    ("op", "limit", "pair", "side"),
    [
        ("between", (1, 2), (0, 1), "below"),
        ("between", (1, 2), (3, 1), "above"),
        ("at_least", 80, (79, 1), "below"),
        ("at_most", 80, (81, 1), "above"),
        ("all_of", frozenset({"a"}), None, "below"),
    ],
)
def test_side_of_a_limit(
    build: Build, op: str, limit: object, pair: tuple[int, int] | None, side: str
) -> None:
    """Severities may differ by side."""
    assert side_of(build.comparison(op, limit), None, pair) == side
