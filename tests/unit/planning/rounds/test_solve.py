"""What the built-in solver promises, on problems small enough to try everything."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from fengqiao.planning.rounds import (
    Missed,
    Rounds,
    RoundsProblem,
    check_rounds,
    solve_rounds,
)
from fengqiao.testing.rounds import households, metres_between, problem, rounds_problems, slot, stop


@given(rounds_problems(), st.integers(0, 60), st.integers(0, 3))
@settings(max_examples=150)
def test_rounds_pass_the_check_whatever_is_asked(
    asked: RoundsProblem, iterations: int, seed: int
) -> None:
    """Nothing is wrong with rounds of any problem, after any number of changes."""
    found = solve_rounds(asked, seed=seed, iterations=iterations)

    assert check_rounds(asked, found) == ()


@given(rounds_problems())
@settings(max_examples=30)
def test_the_same_problem_gives_the_same_rounds(asked: RoundsProblem) -> None:
    """Problem, seed and number of changes decide everything."""
    assert solve_rounds(asked, seed=5, iterations=30) == solve_rounds(asked, seed=5, iterations=30)


@given(rounds_problems(), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_the_order_of_stops_and_points_does_not_matter(
    asked: RoundsProblem, random: object
) -> None:
    """Stops and points may come in any order: the same visits come out."""
    stops = list(asked.stops)
    points = list(range(len(asked.metres)))
    random.shuffle(stops)  # type: ignore[attr-defined]  # hypothesis types it as object
    random.shuffle(points)  # type: ignore[attr-defined]  # as above
    mixed = evolve(
        asked,
        stops=tuple(evolve(one, point=points.index(one.point)) for one in stops),
        slots=tuple(evolve(one, depot=points.index(one.depot)) for one in asked.slots),
        metres=[[asked.metres[row][column] for column in points] for row in points],
    )

    assert _named(mixed, solve_rounds(mixed, iterations=30)) == _named(
        asked, solve_rounds(asked, iterations=30)
    )


def test_the_order_of_slots_does_not_matter() -> None:
    """Slots may come in any order: each day holds the same visits."""
    asked = households(3, single=30, twice=4, weekly=2)
    count = len(asked.slots)
    turned = evolve(
        asked,
        slots=asked.slots[::-1],
        stops=tuple(
            evolve(one, slots=tuple(count - 1 - number for number in one.slots))
            for one in asked.stops
        ),
    )

    there = solve_rounds(turned, iterations=50)
    assert there.tours[::-1] == solve_rounds(asked, iterations=50).tours


_PLACES = st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900)), min_size=2, max_size=6)


@given(_PLACES)
@settings(max_examples=30)
def test_one_day_is_as_short_as_can_be(places: list[tuple[int, int]]) -> None:
    """With five stops and one day the tour found is the shortest of all orders."""
    metres = metres_between(places)
    stops = [stop(f"{number}", number) for number in range(1, len(places))]
    asked = problem(stops, [slot(minutes=1440)], metres=metres)

    found = solve_rounds(asked, iterations=200)
    assert found.metres == min(
        _length(metres, order) for order in permutations(range(1, len(places)))
    )


@given(_PLACES.filter(lambda places: len(places) <= 5))
@settings(max_examples=20)
def test_days_and_order_together_are_as_short_as_can_be(places: list[tuple[int, int]]) -> None:
    """With four stops and two days that take two each, no other choice is shorter."""
    metres = metres_between(places)
    count = len(places) - 1
    stops = [stop(f"{number}", number, (0, 1)) for number in range(1, len(places))]
    asked = problem(stops, [slot(0, minutes=40), slot(1, minutes=40)], metres=metres, pace=0)

    found = solve_rounds(asked, iterations=200)
    best = min(
        _length(metres, order[:cut]) + _length(metres, order[cut:])
        for order in permutations(range(1, len(places)))
        for cut in range(max(0, count - 2), min(count, 2) + 1)
    )
    assert (found.metres, found.missed) == (best, ())


def test_more_changes_are_never_worse() -> None:
    """What is found first is kept until something better is."""
    asked = households(2, single=60, twice=6, weekly=3)

    lengths = [solve_rounds(asked, iterations=number).metres for number in (0, 100)]
    assert lengths[1] < lengths[0]


def test_it_stops_when_told() -> None:
    """`stop` is asked before each change, and what was found by then passes the check."""
    asked = households(2, single=60, twice=6, weekly=3)
    answers = iter([False, False, True])

    found = solve_rounds(asked, iterations=10_000, stop=lambda: next(answers))
    assert (found.iterations, check_rounds(asked, found)) == (2, ())


def test_nothing_to_visit() -> None:
    """Without stops each slot has an empty tour."""
    found = solve_rounds(problem([], [slot(0), slot(1)]))
    assert found == Rounds(tours=((), ()), missed=(), metres=0, iterations=found.iterations)


def test_the_largest_gap_is_kept() -> None:
    """Three visits with 2 days from one to the next stand on Monday, Wednesday and Friday."""
    asked = problem(
        [stop(slots=(0, 1, 2, 3, 4), times=3, gap=(2, 2))], [slot(day) for day in range(5)]
    )
    assert solve_rounds(asked).tours == ((0,), (), (0,), (), (0,))


def test_the_gap_holds_from_the_last_visit() -> None:
    """Visited on the Sunday before, and 3 days at least: Wednesday is the first day."""
    asked = problem(
        [stop(slots=(0, 1, 2), gap=(3, 4), since=slot().day - 1)], [slot(day) for day in range(3)]
    )
    assert solve_rounds(asked).tours == ((), (), (0,))


def test_what_is_overdue_may_be_visited_on_any_day() -> None:
    """Visited 40 days before, 30 at most: no day keeps it, so each day is as good."""
    asked = problem([stop(gap=(1, 30), since=slot().day - 40)], [slot()])
    assert solve_rounds(asked).tours == ((0,),)


def test_patterns_are_kept() -> None:
    """Monday with Thursday or Tuesday with Friday: Monday is full, so the second."""
    days = [slot(day, minutes=60 if day else 30) for day in range(5)]
    monday, tuesday = days[0].day, days[1].day
    patterns = ((monday, monday + 3), (tuesday, tuesday + 3))
    asked = problem(
        [
            stop("full", slots=(0,)),
            stop("twice", slots=(0, 1, 2, 3, 4), times=2, patterns=patterns),
        ],
        days,
    )
    assert solve_rounds(asked).tours == ((0,), (1,), (), (), (1,))


def test_whom_they_know_comes_to_them() -> None:
    """Both officers stand at the same place: the one preferred is sent."""
    asked = problem(
        [stop(slots=(0, 1), prefers="S02")], [slot(staff="S01"), slot(staff="S02")], change=1
    )
    assert solve_rounds(asked).tours == ((), (0,))


def test_work_is_shared_where_fairness_weighs() -> None:
    """Two stops next to each other are one way for one officer, or half the work for each."""
    stops = [stop("a", 1, (0, 1)), stop("b", 1, (0, 1))]
    slots = [slot(staff="S01"), slot(staff="S02")]

    sizes = [
        sorted(map(len, solve_rounds(problem(stops, slots, fair=fair)).tours)) for fair in (0, 100)
    ]
    assert sizes == [[0, 2], [1, 1]]


_HINDRANCES = {
    "no_slot": (stop(slots=()), {}),
    "too_long": (stop(minutes=121), {}),
    "unreachable": (stop(), {"metres": ((0, 5), (None, 0))}),
    "too_far": (stop(), {"metres": ((0, 10**12), (10**12, 0))}),
    "no_spacing": (stop(times=2), {}),
}


@pytest.mark.parametrize("reason", _HINDRANCES)
def test_each_missed_visit_has_its_reason(reason: str) -> None:
    """What can't be visited even on an empty day says what hinders it."""
    one, given_ = _HINDRANCES[reason]
    asked = problem([one], [slot()], **given_)

    found = solve_rounds(asked, iterations=10)
    assert [(left.units, left.reason) for left in found.missed] == [(1, reason)]


def test_a_full_day_says_that_there_is_no_time() -> None:
    """Ten visits of 20 minutes to a day of 120, side by side: six fit."""
    asked = problem([stop(f"{number}", 0) for number in range(10)], [slot()])

    found = solve_rounds(asked, iterations=20)
    assert [left.reason for left in found.missed] == ["no_time"] * 4


def test_ten_times_the_demand_ends() -> None:
    """Ten times what fits: the days are filled, and each missed visit says why."""
    asked = households(1, single=200, twice=90, weekly=30)
    asked = evolve(asked, stops=tuple(evolve(one, minutes=200) for one in asked.stops))

    found = solve_rounds(asked, iterations=5)
    assert (check_rounds(asked, found), len(found.tours[0])) == ((), 1)
    assert {left.reason for left in found.missed} == {"no_time"}


def test_a_way_there_but_none_back() -> None:
    """A stop that only another leads to stays out; the others don't."""
    metres = ((0, 10, None), (10, 0, 10), (10, 10, 0))
    asked = problem([stop("a", 1), stop("b", 2)], [slot()], metres=metres)

    found = solve_rounds(asked)
    assert (found.tours, found.missed) == (
        ((0,),),
        (Missed(stop=1, units=1, reason="unreachable"),),
    )


def _length(metres: tuple[tuple[int, ...], ...], order: tuple[int, ...]) -> int:
    way = [0, *order, 0]
    return sum(metres[one][two] for one, two in pairwise(way)) if order else 0


def _named(asked: RoundsProblem, found: Rounds) -> object:
    """Rounds with references instead of indexes."""
    return (
        [[asked.stops[one].ref for one in tour] for tour in found.tours],
        {(asked.stops[one.stop].ref, one.units, one.reason) for one in found.missed},
        found.metres,
    )
