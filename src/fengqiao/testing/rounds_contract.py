"""The contract of a solver of rounds, as a class for pytest.

Checks may be added in any minor release while this library is 0.x; each is named in the
changelog. The instances and seeds are part of the contract: a number that somebody reports for one
of them can be found again.

Example:
    A test module of a plugin that brings a solver needs four lines::

        from fengqiao.testing.rounds_contract import RoundsContract

        class TestOurSolver(RoundsContract):
            solver = staticmethod(our_solver)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import count
from typing import ClassVar

import pytest
from attrs import evolve
from hypothesis import given, settings

from fengqiao.planning.rounds import (
    Rounds,
    RoundsProblem,
    RoundsSolver,
    check_rounds,
    solve_rounds,
)
from fengqiao.testing.rounds import households, rounds_problems, slot

ITERATIONS = 150
"""What the built-in solver and the other one are given on each named instance."""


def _two_officers() -> RoundsProblem:
    """Two officers share a week; a third of the households know one of them."""
    asked = households(12, single=60, twice=0, weekly=0, side=2000)
    slots = tuple(
        slot(day, staff=staff, minutes=120) for staff in ("S01", "S02") for day in range(5)
    )
    stops = tuple(
        evolve(
            one,
            slots=tuple(range(len(slots))),
            prefers=(None, "S01", "S02")[number % 3],
        )
        for number, one in enumerate(asked.stops)
    )
    return evolve(asked, slots=slots, stops=stops, change=300, fair=2)


NAMED: Mapping[str, tuple[Callable[[], RoundsProblem], int]] = {
    "a month of one officer": (lambda: households(11, single=60, twice=20, weekly=8), 1),
    "two officers for a week": (_two_officers, 2),
    "a month with one visit each": (lambda: households(14, single=80, twice=0, weekly=0), 4),
    "more than fits": (
        lambda: _shorter(households(13, single=60, twice=10, weekly=5), 40),
        3,
    ),
}
"""Instances by name, each with its seed."""


def _shorter(asked: RoundsProblem, minutes: int) -> RoundsProblem:
    return evolve(asked, slots=tuple(evolve(one, minutes=minutes) for one in asked.slots))


class RoundsContract:
    """What every solver of rounds has to pass; derive a class whose name begins with `Test`.

    Must override: `solver`. Never override: everything else.

    Attributes:
        solver: What chooses days and order.
    """

    solver: ClassVar[RoundsSolver]

    def test_rounds_pass_the_check(self) -> None:
        """Whatever is asked, nothing is wrong with the rounds."""

        @settings(max_examples=25)
        @given(rounds_problems())
        def check(asked: RoundsProblem) -> None:
            assert check_rounds(asked, self.solver(asked, seed=1, iterations=20)) == ()

        check()

    @pytest.mark.parametrize("name", NAMED)
    def test_named_rounds_pass_the_check(self, name: str) -> None:
        """Nothing is wrong with the rounds of the named instances."""
        assert check_rounds(NAMED[name][0](), self._named(name)) == ()

    @pytest.mark.parametrize("name", NAMED)
    def test_the_same_is_found_again(self, name: str) -> None:
        """Problem, seed and iterations decide everything."""
        make, seed = NAMED[name]
        assert self.solver(make(), seed=seed, iterations=ITERATIONS) == self._named(name)

    @pytest.mark.parametrize("name", NAMED)
    def test_it_is_never_worse_than_the_built_in_one(self, name: str) -> None:
        """With the same seed and iterations no more visits are missed, and no way is longer."""
        asked = NAMED[name][0]()
        assert cost_of(asked, self._named(name)) <= cost_of(asked, _built_in(name))

    def test_the_order_of_stops_does_not_matter(self) -> None:
        """Stops may come in any order: the same tours come out."""
        make, seed = NAMED["a month of one officer"]
        asked = make()
        turned = evolve(asked, stops=asked.stops[::-1])

        found = self.solver(turned, seed=seed, iterations=ITERATIONS)
        named = [[turned.stops[one].ref for one in tour] for tour in found.tours]
        there = self._named("a month of one officer")
        assert named == [[asked.stops[one].ref for one in tour] for tour in there.tours]

    def test_it_stops_when_told(self) -> None:
        """Told to stop at once or soon, it returns rounds that pass the check."""
        make, seed = NAMED["a month of one officer"]
        for calls in (0, 5):
            found = self.solver(make(), seed=seed, iterations=10**9, stop=_after(calls))
            assert check_rounds(make(), found) == ()

    def _named(self, name: str) -> Rounds:
        solver: Callable[..., Rounds] = self.solver
        return _solved(solver, name)


def cost_of(problem: RoundsProblem, rounds: Rounds) -> tuple[int, int]:
    """Missed visits, then metres with changes and fairness, as the problem weighs them."""
    changes, loads = 0, dict.fromkeys((one.staff for one in problem.slots), 0)
    shares = dict(loads)
    for one, tour in zip(problem.slots, rounds.tours, strict=True):
        shares[one.staff] += one.minutes
        for stop in tour:
            asked = problem.stops[stop]
            changes += asked.prefers not in {None, one.staff}
            loads[one.staff] += asked.minutes
    fair = sum(problem.fair * loads[one] ** 2 // shares[one] for one in loads if loads[one])
    missed = sum(one.units for one in rounds.missed)
    return missed, rounds.metres + problem.change * changes + fair


@cache
def _solved(solver: Callable[..., Rounds], name: str) -> Rounds:
    make, seed = NAMED[name]
    return solver(make(), seed=seed, iterations=ITERATIONS)


def _built_in(name: str) -> Rounds:
    return _solved(solve_rounds, name)


def _after(calls: int) -> Callable[[], bool]:
    asked: Iterator[int] = count()
    return lambda: next(asked) >= calls
