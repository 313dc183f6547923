"""Procedures of a place and its parents: whose is followed, and what a place adds to it."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from fengqiao.rules import Cite, Comparison, Exact, Origin
from fengqiao.rules.case_clocks import CaseClock
from fengqiao.rules.procedures import Guard, Move, Procedure, Route, State
from fengqiao.rules.procedures_together import added, procedures_together

LAND, TOWN = Cite("law", "一"), Cite("order", "二")
SINCE = date(2018, 1, 1)
FOUND = Move(name="found", froms=("new",), to="open", cites=(LAND,), effective_from=SINCE)
FILED = Move(name="filed", froms=("open",), to="filed", cites=(TOWN,), effective_from=SINCE)
WRITTEN = Comparison("all_of", frozenset(("agreement_written",)), ("agreement_written",))


def state(name: str, cite: Cite = LAND) -> State:
    """A state in force from 2018."""
    return State(name=name, cites=(cite,), effective_from=SINCE)


def guard(cite: Cite, since: date = SINCE, until: date | None = None, name: str = "form") -> Guard:
    """A guard of filing."""
    return Guard(
        name=name, moves=("filed",), cites=(cite,), effective_from=since, effective_until=until
    )


def clock(cite: Cite, name: str = "settle") -> CaseClock:
    """A clock of 30 days from the finding of a case on."""
    return CaseClock(
        name=name, length=Exact(30, 1, "day", "30 days"), starts=("found",),
        cites=(cite,), effective_from=SINCE,
    )  # fmt: skip


def procedure(pack: str = "land", **changes: object) -> Procedure:
    """A procedure with one state and one move."""
    facts: dict[str, object] = {
        "pack": pack,
        "id": "mediation.peoples",
        "key": "mediation.peoples",
        "cites": (LAND,),
        "origin": Origin(file="test.toml", line=1),
        "each": "dispute",
        "states": (state("open"),),
        "moves": (FOUND,),
        "effective_from": SINCE,
        "force": "must",
        **changes,
    }
    return Procedure(**facts)  # type: ignore[arg-type]  # fields of a procedure


@pytest.mark.parametrize(
    ("own", "followed"),
    [
        ({}, "town"),
        ({"force": "practice"}, "land"),  # what is merely done gives way
        ({"force": "practice", "key": "mediation.joint"}, "town"),  # to nothing that is there
    ],
)
def test_a_place_stands_before_its_parent(own: dict[str, object], followed: str) -> None:
    """Its procedure is followed instead of the parent's, unless it is mere practice."""
    own_one = procedure("town", **own)
    found = procedures_together([own_one, procedure("land")])
    assert found[own_one.key].pack == followed


def test_procedures_of_other_keys_stay() -> None:
    """A place that says nothing on a procedure follows its parent's."""
    joint = procedure("land", key="mediation.joint")
    own = procedure("town")
    assert procedures_together([own, joint]) == {own.key: own, joint.key: joint}


@pytest.mark.parametrize("force", ["must", "practice"])
def test_what_adds_is_followed_with_its_parents(force: str) -> None:
    """Its steps come after those of the parent; mere practice may add, too."""
    own = procedure("town", adds=True, moves=(FILED,), force=force)
    (found,) = procedures_together([own, procedure("land")]).values()
    assert (found.pack, found.moves) == ("town", (FOUND, FILED))


def test_what_adds_to_nothing_stands_alone() -> None:
    """Without a parent's there is nothing to add to."""
    own = procedure("town", adds=True)
    assert procedures_together([own]) == {own.key: own}


ROUTE = Route(when=WRITTEN, to="court", cites=(LAND,), effective_from=SINCE)
OTHER_ROUTE = evolve(ROUTE, to="mediation.joint", cites=(TOWN,))
ABOVE = procedure(
    "land",
    states=(state("new"), state("open")),
    guards=(guard(LAND),),
    routes=(ROUTE,),
    clocks=(clock(LAND),),
    path=("village", "town"),
    contents=("parties",),
    papers=("record",),
    counting="counting.land",
    transition="by_acceptance",
    places_may="tighten",
)


def test_a_place_that_only_adds_a_step_keeps_all_else() -> None:
    """Everything that it is silent on is the parent's; its clauses stand before the parent's."""
    own = procedure("town", adds=True, states=(), moves=(FILED,), cites=(TOWN, LAND))
    assert added(ABOVE, own) == evolve(
        ABOVE, pack="town", adds=True, moves=(FOUND, FILED), cites=(TOWN, LAND)
    )


def test_what_a_place_says_stands_instead() -> None:
    """Lists and the rule of counting as a whole, guards and clocks by name, states where new."""
    own = procedure(
        "town",
        adds=True,
        states=(state("open", TOWN), state("filed", TOWN)),
        moves=(FILED,),
        guards=(guard(TOWN), guard(TOWN, name="no_fee")),
        routes=(OTHER_ROUTE,),
        clocks=(clock(TOWN), clock(TOWN, "file")),
        path=("village", "county"),
        contents=("terms",),
        papers=("evidence",),
        counting="counting.town",
        transition="by_event",
        places_may="replace",
        cites=(TOWN,),
    )
    assert added(ABOVE, own) == evolve(
        own,
        states=(state("new"), state("open"), state("filed", TOWN)),
        moves=(FOUND, FILED),
        cites=(TOWN, LAND),
        # whose law governs, and what those below may change, is not the place's to say
        transition="by_acceptance",
        places_may="tighten",
    )


def test_practice_leaves_guards_and_clocks_as_they_are() -> None:
    """What is merely done adds new ones only."""
    own = procedure(
        "town",
        adds=True,
        force="practice",
        guards=(guard(TOWN), guard(TOWN, name="no_fee")),
        clocks=(clock(TOWN), clock(TOWN, "file")),
    )
    found = added(ABOVE, own)
    assert (found.guards, found.clocks) == (
        (guard(LAND), guard(TOWN, name="no_fee")),
        (clock(LAND), clock(TOWN, "file")),
    )


MARCH = date(2020, 3, 1)


@pytest.mark.parametrize(
    ("since", "until", "kept_until"),
    [
        (SINCE, None, date(2020, 2, 29)),  # the day before the place's begins
        (SINCE, date(2019, 12, 31), date(2019, 12, 31)),  # it had ended by itself
        (SINCE, date(2020, 12, 31), date(2020, 2, 29)),
        (date(2020, 2, 29), None, date(2020, 2, 29)),  # it held for one day
        (MARCH, None, None),  # the place's begins on the same day: nothing is left of it
        (date(2021, 1, 1), None, None),
    ],
)
def test_a_parents_guard_holds_until_the_places_begins(
    since: date, until: date | None, kept_until: date | None
) -> None:
    """The place's takes its place from its first day, 1 March 2020, on; others stay as they are."""
    above = guard(LAND, since, until)
    other = guard(LAND, name="voluntary")
    own = (guard(TOWN, MARCH, date(2020, 12, 31)), guard(TOWN, date(2021, 1, 1)))
    found = added(
        procedure("land", guards=(above, other)), procedure("town", adds=True, guards=own)
    )
    kept = () if kept_until is None else (evolve(above, effective_until=kept_until),)
    assert found.guards == (*kept, other, *own)
