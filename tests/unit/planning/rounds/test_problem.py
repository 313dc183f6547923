"""What a problem refuses, with the code and where."""

from __future__ import annotations

from typing import Any

import pytest

from fengqiao.errors import RequestError
from fengqiao.planning.rounds import RoundsProblem
from fengqiao.testing.rounds import problem, slot, stop

_BAD: dict[str, dict[str, Any]] = {
    "rounds.number": {"pace": -1},
    "rounds.slot_number": {"slots": [slot(minutes=-1)]},
    "rounds.slot_point": {"metres": (), "stops": []},
    "rounds.ref_twice": {"stops": [stop(), stop()]},
    "rounds.stop_number": {"stops": [stop(times=0)]},
    "rounds.stop_point": {"stops": [stop(point=7)], "metres": ((0, 1), (1, 0))},
    "rounds.stop_slot": {"stops": [stop(slots=(1,))]},
    "rounds.gap": {"stops": [stop(gap=(3, 2))]},
    "rounds.pattern": {"stops": [stop(times=2, patterns=((5,),))]},
    "rounds.not_square": {"metres": ((0, 1), (1,))},
    "rounds.metres": {"metres": ((0, -1), (1, 0))},
}


def _make(given: dict[str, Any]) -> RoundsProblem:
    rest = {name: value for name, value in given.items() if name not in {"stops", "slots"}}
    return problem(given.get("stops", [stop()]), given.get("slots", [slot()]), **rest)


@pytest.mark.parametrize("code", _BAD)
def test_what_makes_no_sense_is_refused(code: str) -> None:
    """Each number that no solver could use has a code of its own."""
    with pytest.raises(RequestError) as caught:
        _make(_BAD[code])
    assert [fault.code for fault in caught.value.faults] == [code]


@pytest.mark.parametrize("value", [True, 1.5, "1", None])
def test_only_whole_numbers_are_numbers(value: object) -> None:
    """True, fractions, text and nothing are no minutes."""
    with pytest.raises(RequestError):
        _make({"stops": [stop(minutes=value)]})


def test_every_fault_is_told() -> None:
    """Two faults are two, each with where it stands."""
    with pytest.raises(RequestError) as caught:
        _make({"pace": -1, "stops": [stop(), stop("b", minutes=0)]})
    assert [(one.code, dict(one.facts)) for one in caught.value.faults] == [
        ("rounds.number", {"field": "pace"}),
        ("rounds.stop_number", {"field": "minutes", "stop": 1}),
    ]


def test_nobody_is_named_when_it_is_shown() -> None:
    """References stand in no repr of a problem."""
    assert repr(problem([stop("HX-771")], [slot()])) == "RoundsProblem(stops=1, slots=1)"
