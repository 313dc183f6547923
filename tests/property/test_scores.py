"""Scores agree with exact fractions, stay within their bounds, and are ranked as they are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from fengqiao.judging import Score, award_list
from fengqiao.judging.parts import contributions, score_ends
from fengqiao.measures import Subjects
from fengqiao.measures.sheets import SheetTask
from fengqiao.rules import (
    OPEN,
    Comparison,
    Exact,
    Origin,
    Part,
    Rules,
    Sheet,
    Spoken,
    core_catalogue,
)
from fengqiao.rules.points import (
    EachShort,
    EachTime,
    PointsRule,
    Step,
    least_points,
    most_points,
    points_of,
)
from fengqiao.timing import Period

Pair = tuple[int, int]
MISSING = ("interval", "zero", "full", "redistribute")
SMALL = st.integers(0, 30)
WEIGHTS = st.tuples(st.integers(0, 100), st.integers(1, 10))
SHARES = st.tuples(SMALL, st.integers(1, 30))
COUNTS = SMALL.map(lambda number: (number, 1))
EXACT = WEIGHTS.map(lambda pair: Exact(*pair))


@st.composite
def steps(draw: st.DrawFn) -> PointsRule:
    """Steps that leave no gap: points by value, in any order of size."""
    edges = sorted(draw(st.sets(st.integers(1, 20), min_size=1, max_size=3)))
    comparisons = [Comparison("less_than", Exact.whole(edges[0]))]
    for low, high in pairwise(edges):
        comparisons.append(Comparison("between", (Exact.whole(low), Exact.whole(high))))
    comparisons.append(Comparison("at_least", Exact.whole(edges[-1])))
    tie = draw(st.sampled_from(["upper", "lower"]))
    return PointsRule(
        steps=tuple(Step(points=draw(EXACT), comparison=one) for one in comparisons), tie=tie
    )


RULES = st.one_of(
    st.builds(PointsRule, cap=st.none() | EXACT),
    steps(),
    st.builds(
        PointsRule,
        each_short=st.builds(
            EachShort,
            target=SMALL.map(Exact.whole),
            points=EXACT,
            unit=st.integers(1, 5).map(Exact.whole),
            floor=st.integers(0, 3).map(Exact.whole),
        ),
    ),
    st.builds(
        PointsRule,
        each_time=st.builds(EachTime, points=EXACT, floor=st.integers(0, 3).map(Exact.whole)),
    ),
)
VETOES = st.builds(
    PointsRule,
    effect=st.just("veto"),
    veto=st.sampled_from(["zero", "not_rated"]),
    limit=SMALL.map(lambda number: Comparison("at_least", Exact.whole(number))),
)


@st.composite
def parts(draw: st.DrawFn, missing: Sequence[str] = MISSING) -> Part:
    """Any part that a pack can state."""
    if draw(st.integers(0, 4)) == 0:
        return Part(name="part", points=draw(VETOES))
    effect = draw(st.sampled_from(["part", "part", "bonus", "deduct"]))
    rule = evolve(draw(RULES), effect=effect)
    kept = [one for one in missing if effect == "part" or one != "redistribute"]
    return Part(name="part", weight=OPEN, points=rule, missing=draw(st.sampled_from(kept)))


def scored_parts(
    missing: Sequence[str] = MISSING,
) -> st.SearchStrategy[list[tuple[Part, Pair, Pair]]]:
    """Parts of a sheet, each with its weight and what was measured."""
    return st.lists(
        st.tuples(parts(missing), WEIGHTS, st.one_of(SHARES, COUNTS)), min_size=1, max_size=5
    )


def by_share(missing: str = "interval") -> Part:
    """A part that gives its weight times the share reached."""
    return Part(name="part", weight=OPEN, missing=missing)


def fractions(ends: tuple[Pair, Pair]) -> tuple[Fraction, Fraction]:
    """Both ends as fractions."""
    return Fraction(*ends[0]), Fraction(*ends[1])


@given(RULES, WEIGHTS, st.one_of(SHARES, COUNTS))
def test_points_lie_between_the_least_and_the_most(
    rule: PointsRule, weight: Pair, value: Pair
) -> None:
    """What a part may give bounds whatever it gives."""
    least, most = (Fraction(*end(rule, weight)) for end in (least_points, most_points))
    assert 0 <= least <= Fraction(*points_of(rule, weight, value)) <= most


@given(scored_parts(("interval",)), st.data())
def test_interval_holds_the_score_whatever_is_missing(
    some: list[tuple[Part, Pair, Pair]], data: st.DataObject
) -> None:
    """Filling in what is missing, with any value, never leaves the interval."""
    entries, weights, values = (list(column) for column in zip(*some, strict=True))
    hidden = [None if data.draw(st.booleans()) else value for value in values]
    interval = score_ends(entries, weights, hidden)
    exact = score_ends(entries, weights, values)
    if exact is None:
        return  # a veto leaves the subject unrated: there is no score to hold
    assert interval is not None
    low, high = fractions(interval)
    first, last = fractions(exact)
    assert first == last
    assert low <= first <= high


@given(scored_parts(), st.data())
def test_score_is_never_below_nothing(
    some: list[tuple[Part, Pair, Pair]], data: st.DataObject
) -> None:
    """Whatever is taken off and whatever is missing, 0 <= low <= high."""
    entries, weights, values = (list(column) for column in zip(*some, strict=True))
    hidden = [None if data.draw(st.booleans()) else value for value in values]
    ends = score_ends(entries, weights, hidden)
    if ends is not None:
        low, high = fractions(ends)
        assert 0 <= low <= high


@given(st.lists(st.tuples(WEIGHTS, SHARES), min_size=1, max_size=6))
def test_score_with_every_part_is_the_weighted_sum(some: list[tuple[Pair, Pair]]) -> None:
    """Exactly, with each share counted up to the whole."""
    weights, values = [one for one, _ in some], [one for _, one in some]
    ends = score_ends([by_share()] * len(some), weights, values)
    wanted = sum(Fraction(*w) * min(Fraction(*v), Fraction(1)) for w, v in some)
    assert ends is not None
    assert fractions(ends) == (wanted, wanted)


@given(
    st.lists(
        st.tuples(WEIGHTS, st.none() | SHARES, st.sampled_from(MISSING)), min_size=1, max_size=6
    ),
    st.data(),
)
def test_more_of_a_share_never_lowers_a_score(
    some: list[tuple[Pair, Pair | None, str]], data: st.DataObject
) -> None:
    """Neither end falls when a share that is known rises."""
    known = [index for index, (_, value, _) in enumerate(some) if value is not None]
    entries = [by_share(rule) for *_, rule in some]
    weights, values = [one for one, *_ in some], [value for _, value, _ in some]
    before = score_ends(entries, weights, values)
    if known:
        index = data.draw(st.sampled_from(known))
        num, den = values[index] or (0, 1)
        values[index] = (num + data.draw(SMALL), den)
    after = score_ends(entries, weights, values)
    assert before is not None
    assert after is not None
    assert all(one <= other for one, other in zip(fractions(before), fractions(after), strict=True))


@given(st.lists(st.tuples(WEIGHTS, st.booleans()), min_size=1, max_size=6))
def test_weights_that_move_lose_nothing(some: list[tuple[Pair, bool]]) -> None:
    """Where the others reach everything, the score is the whole, as if nothing were missing."""
    weights = [weight for weight, _ in some]
    values: list[Pair | None] = [None if is_missing else (1, 1) for _, is_missing in some]
    ends = score_ends([by_share("redistribute")] * len(some), weights, values)
    whole = sum(Fraction(*weight) for weight in weights)
    left = sum(Fraction(*weight) for weight, is_missing in some if not is_missing)
    assert ends is not None
    assert fractions(ends) == ((whole, whole) if left else (0, whole))


@given(scored_parts(), st.data())
def test_parts_add_up_to_the_score(
    some: list[tuple[Part, Pair, Pair]], data: st.DataObject
) -> None:
    """What each part adds comes to the score, where nothing is held at 0 and no veto speaks."""
    some = [one for one in some if one[0].points.effect != "veto"] or [(by_share(), (1, 1), (1, 1))]
    entries, weights, values = (list(column) for column in zip(*some, strict=True))
    hidden = [None if data.draw(st.booleans()) else value for value in values]
    given_ = [ends for ends in contributions(entries, weights, hidden) if ends is not None]
    ends = score_ends(entries, weights, hidden)
    assert ends is not None
    for which in (0, 1):
        added = sum(Fraction(*one[which]) for one in given_)
        assert max(Fraction(0), added) == Fraction(*ends[which])


# -- award lists ---------------------------------------------------------------------------------

KINDS = Subjects("community_officer", (), (), (), ())


def listed(points: list[Pair], places: int, digits: int | None) -> list[str]:
    """The winners of a list on which a tie shares the last place."""
    sheet = Sheet(
        pack="town",
        id="points",
        key="points.community_officer",
        cites=(),
        origin=Origin(file="test.toml", line=1),
        each="community_officer",
        per="month",
        parts=(),
        winners=Exact.whole(places),
        tie="share",
        round=digits,
        effective_from=date(2018, 1, 1),
        force="must",
    )
    rules = Rules(packs={}, catalogue=core_catalogue())
    task = SheetTask(
        spoken=Spoken(sheet, None, ("town",)), period=Period.parse("2018-07"), subjects=KINDS
    )
    scores = [
        Score(
            id=f"W{number}",
            sheet="points",
            subject_kind="community_officer",
            subject=f"W{number:02}",
            period="2018-07",
            low=pair,
            high=pair,
            parts=(),
        )
        for number, pair in enumerate(points)
    ]
    found = award_list(rules, task, scores)
    assert found is not None
    return list(found.winners)


@given(st.lists(SHARES, min_size=1, max_size=8), st.integers(1, 8), st.integers(0, 3))
def test_ranks_do_not_know_how_many_decimals_are_shown(
    points: list[Pair], places: int, digits: int
) -> None:
    """The order is that of the exact scores, whatever a sheet shows of them."""
    ranked = sorted((-Fraction(*pair), f"W{number:02}") for number, pair in enumerate(points))
    edge = ranked[min(places, len(ranked)) - 1][0]
    wanted = [subject for score, subject in ranked if score <= edge]
    assert listed(points, places, digits) == listed(points, places, None) == wanted
