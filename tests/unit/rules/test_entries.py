"""What can be asked of an entry of any sort: its clauses, and whether it was confirmed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from fengqiao.rules import Cite, NotModelled, Origin, Role, Words, unverified_days
from fengqiao.rules.book import cites_of, entry_of, not_modelled
from fengqiao.rules.case_clocks import CaseClock, LeftOut
from fengqiao.rules.entries import Counting, Item, Label
from fengqiao.rules.procedures import Guard, Move, Procedure, Route, State
from fengqiao.timing import CountingRule

if TYPE_CHECKING:
    from tests.unit.conftest import Build

SINCE = date(2018, 1, 1)


def cite(ref: str) -> tuple[Cite, ...]:
    """A clause of the order."""
    return (Cite("order", ref),)


def facts(name: str) -> dict[str, Any]:
    """What every entry has."""
    return {
        "pack": "town", "id": name, "key": name, "cites": cite("一"),
        "origin": Origin(file="test.toml", line=1),
    }  # fmt: skip


ROLE = Role(**facts("grid_worker"), each="grid", effective_from=SINCE, force="must")
LEFT_OUT = NotModelled(
    pack="town", id="not_modelled:九", cites=cite("九"), why="no_number", what=Words(en="thanks"),
    origin=Origin(file="test.toml", line=1),
)  # fmt: skip


def refs(*found: Cite) -> str:
    """The clauses' numbers."""
    return " ".join(one.ref for one in found)


def test_clauses_of_a_norm(build: Build) -> None:
    """Its own, then those of its phases; each once."""
    phases = (
        build.norm_phase(cites=cite("二")),
        build.norm_phase(cites=(*cite("三"), *cite("一")), effective_from=date(2019, 1, 1)),
    )
    assert refs(*cites_of(build.norm(*phases, cites=cite("一")))) == "一 二 三"


def test_clauses_of_a_duty(build: Build) -> None:
    """Its own, those of each phase and of what each phase requires."""
    people = build.requirement("attendance", "people", "at_least", 20)
    first, second = (
        build.duty_phase(
            evolve(people, cites=cite(ref)), cites=cite(f"{ref}#"), effective_from=since
        )
        for ref, since in (("二", SINCE), ("三", date(2019, 1, 1)))
    )
    # the number of times stands in clause 一 (as the builder has it)
    duty = build.duty(first, second, cites=cite("零"))
    assert refs(*cites_of(duty)) == "零 二# 一 二 三# 三"


def test_clauses_of_a_procedure() -> None:
    """Its own, those of its pieces, and of its clocks with what they leave out."""
    days = {"effective_from": SINCE}
    facts_there = {"any_of": frozenset()}
    procedure = Procedure(
        **facts("mediation.peoples"), each="dispute", force="must", **days,
        states=(State(name="open", cites=cite("二"), **days),),
        moves=(Move(name="found", froms=("new",), cites=cite("三"), **days),),
        guards=(Guard(name="form", moves=("found",), cites=cite("四"), **days),),
        routes=(Route(when=facts_there, to="court", cites=cite("五"), **days),),
        clocks=(
            CaseClock(
                name="settle", starts=("found",), cites=cite("六"), restart_cites=cite("七"),
                holds=(LeftOut(reason="expert", begins="a", ends="b", cites=cite("八")),), **days,
            ),
        ),
    )  # fmt: skip
    assert refs(*cites_of(procedure)) == "一 二 三 四 五 六 七 八"


def test_clauses_of_a_rule_of_counting() -> None:
    """Its own, and those of what it says in another place."""
    entry = Counting(
        **facts("counting.own"), rule=CountingRule(id="counting.own"), effective_from=SINCE,
        own_cites=(("first_day", cite("二")), ("roll", cite("三"))), force="must",
    )  # fmt: skip
    assert refs(*cites_of(entry)) == "一 二 三"


def test_clauses_of_a_label() -> None:
    """Its own, and those of its words."""
    items = (Item(name="a", cites=cite("二")), Item(name="b"), Item(name="c", cites=cite("三")))
    assert refs(*cites_of(Label(**facts("fitting"), items=items))) == "一 二 三"


def test_clauses_of_a_role() -> None:
    """Its own: nothing of it stands elsewhere."""
    assert refs(*cites_of(ROLE)) == "一"


@pytest.mark.parametrize(
    ("entry", "days"),
    [
        (ROLE, ()),
        (evolve(ROLE, verified=False), ((None, None),)),  # as a whole: it has no phases
        (LEFT_OUT, ()),
    ],
)
def test_days_that_were_not_confirmed(entry: Role | NotModelled, days: tuple[object, ...]) -> None:
    """Of an entry without phases all or none; what is left out has no value to confirm."""
    assert unverified_days(entry) == days


def test_phases_are_confirmed_as_their_entry_says(build: Build) -> None:
    """Where a phase says nothing itself; one that says so is confirmed."""
    until, since = date(2018, 12, 31), date(2019, 1, 1)
    norm = build.norm(
        build.norm_phase(effective_until=until),
        build.norm_phase(effective_from=since, verified=True),
        verified=False,
    )
    assert unverified_days(norm) == ((SINCE, until),)


def test_a_pack_is_asked_for_an_entry_and_for_what_it_leaves_out(build: Build) -> None:
    """By id; what is left out, in order."""
    other = evolve(LEFT_OUT, id="not_modelled:十")
    pack = build.pack(LEFT_OUT, ROLE, other)
    assert (entry_of(pack, "grid_worker"), entry_of(pack, "grid_lead")) == (ROLE, None)
    assert not_modelled(pack) == (LEFT_OUT, other)
