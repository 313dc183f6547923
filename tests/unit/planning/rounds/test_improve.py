"""Rounds that there are already, changed for the better."""

from __future__ import annotations

import pytest
from attrs import evolve

from fengqiao.errors import RequestError
from fengqiao.planning.rounds import check_rounds, improve_rounds, solve_rounds
from fengqiao.testing.rounds import households, problem, slot, stop

_ASKED = households(6, single=40, twice=6, weekly=3)
_FIRST = solve_rounds(_ASKED, iterations=0)


def test_they_become_shorter() -> None:
    """What was only put together leaves much to be found."""
    found = improve_rounds(_ASKED, _FIRST, seed=1, iterations=60)
    assert found.metres < _FIRST.metres
    assert check_rounds(_ASKED, found) == ()


def test_without_changes_they_stay() -> None:
    """With no iterations the same tours come back."""
    assert improve_rounds(_ASKED, _FIRST, iterations=0) == evolve(_FIRST, iterations=0)


def test_what_was_left_out_without_need_is_put_in() -> None:
    """Whoever made the rounds may have left visits out: what has room is filled in."""
    asked = problem([stop()], [slot()])
    empty = evolve(
        solve_rounds(asked, iterations=0),
        tours=((),),
        metres=0,
        missed=solve_rounds(problem([stop()], [slot(minutes=1)])).missed,
    )
    empty = evolve(empty, missed=tuple(evolve(one, reason="no_time") for one in empty.missed))
    assert improve_rounds(asked, empty, iterations=0).tours == ((0,),)


def test_wrong_rounds_are_refused() -> None:
    """A tour that is fuller than its day is no beginning."""
    asked = problem([stop("a"), stop("b")], [slot(minutes=30)])
    wrong = evolve(solve_rounds(asked), tours=((0, 1),), missed=(), metres=200)
    with pytest.raises(RequestError) as caught:
        improve_rounds(asked, wrong)
    assert caught.value.code == "rounds.wrong_start"
