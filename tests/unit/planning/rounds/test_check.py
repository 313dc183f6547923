"""What the check finds: rounds that are right but for one thing."""

from __future__ import annotations

import pytest

from fengqiao.planning.rounds import Missed, Rounds, RoundsProblem, check_rounds
from fengqiao.testing.rounds import problem, slot, stop

_ASKED = problem(
    [stop("a", 1, (0, 1)), stop("b", 2, (0,)), stop("c", 1, (0, 1, 2), times=2, gap=(2, 2))],
    [slot(0), slot(1), slot(2)],
)
_RIGHT = Rounds(tours=((0, 1, 2), (), (2,)), missed=(), metres=600, iterations=0)


def test_nothing_is_wrong_with_right_rounds() -> None:
    """200 metres to the second house and back, and the first lies on the way; another 200."""
    assert check_rounds(_ASKED, _RIGHT) == ()


def _rounds(*tours: tuple[int, ...], missed: tuple[Missed, ...] = (), metres: int) -> Rounds:
    return Rounds(tours=tours, missed=missed, metres=metres, iterations=0)


_LEFT = Missed(stop=0, units=1, reason="no_time")
_WRONG = {
    "rounds.wrong_slots": _rounds((0, 1, 2), (2,), metres=600),
    "rounds.unknown_stop": _rounds((0, 1, 2), (3,), (2,), metres=600),
    "rounds.wrong_metres": _rounds((0, 1, 2), (), (2,), metres=599),
    "rounds.miscounted": _rounds((1, 2), (), (2,), metres=600),
    "rounds.wrong_spacing": _rounds((0, 1, 2), (2,), (), metres=600),
    "rounds.not_allowed": _rounds((0, 2), (1,), (2,), metres=800),
    "rounds.false_reason": _rounds((1, 2), (), (2,), missed=(_LEFT,), metres=600),
    "rounds.no_units": _rounds(
        (0, 1, 2), (), (2,), missed=(Missed(stop=0, units=0, reason="no_time"),), metres=600
    ),
}


@pytest.mark.parametrize("code", _WRONG)
def test_each_fault_is_found(code: str) -> None:
    """One thing is wrong, and its code stands first."""
    assert code in [one.code for one in check_rounds(_ASKED, _WRONG[code])]


def test_a_minute_begun_counts() -> None:
    """Two visits of 20 minutes and 51 metres at 50 a minute take 42 minutes."""
    asked = problem([stop("a"), stop("b")], [slot(minutes=41)], metres=((0, 26), (25, 0)))
    found = check_rounds(asked, _rounds((0, 1), metres=51))
    assert [(one.code, one.facts) for one in found] == [
        ("rounds.too_full", (("minutes", 42), ("of", 41)))
    ]


def test_where_no_way_leads() -> None:
    """A tour along a way that there is not."""
    asked = problem([stop()], [slot()], metres=((0, None), (25, 0)))
    codes = {one.code for one in check_rounds(asked, _rounds((0,), metres=25))}
    assert "rounds.no_way" in codes


@pytest.mark.parametrize(
    "reason", ["no_slot", "too_long", "unreachable", "too_far", "no_spacing", "no_time"]
)
def test_no_excuse_holds_for_what_has_room(reason: str) -> None:
    """A stop that could simply be visited is left out: whatever the reason, it is false."""
    asked: RoundsProblem = problem([stop()], [slot()])
    left = Missed(stop=0, units=1, reason=reason)  # type: ignore[arg-type]  # one of them
    assert [one.code for one in check_rounds(asked, _rounds((), missed=(left,), metres=0))] == [
        "rounds.false_reason"
    ]
