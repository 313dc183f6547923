"""Findings on who holds a role and whom it is filled from, and on what can't be judged at all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from fengqiao.judging import Finding, check
from fengqiao.rules import Cite, Norm, Origin, Role
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build

WHERE = {"area": "990101001001", "station": "ST1"}


def role(**stated: tuple[str, ...]) -> Role:
    """Who may lead a grid, and from which role the lead is chosen."""
    return Role(
        pack="town",
        id="grid_lead",
        key="grid_lead",
        cites=(Cite("order", "一"),),
        origin=Origin(file="test.toml", line=1),
        each="grid",
        effective_from=date(2018, 1, 1),
        force="must",
        **stated,
    )


def findings(
    build: Build, entry: Norm | Role, *, on: date = date(2018, 7, 31), **town: list[dict[str, Any]]
) -> list[Finding]:
    """Findings of July as of a day."""
    rules = build.rules(build.pack(entry))
    registers = build.town(recording=build.declared("visit"), **town)
    values = build.answer(build.tasks(rules, registers, build.request(on=on)), registers)
    return list(check(rules, values, on=on, calendar=CN_CALENDAR))


def leads(build: Build) -> dict[str, list[dict[str, Any]]]:
    """Three grids: of a former grid worker, of a former officer, and of nobody."""
    return {
        "grid": [{"grid": name, **WHERE} for name in ("G1", "G2", "G3")],
        "assignment": [
            build.post("W1", "grid_lead", grid="G1", drawn_from="grid_worker"),
            build.post("C1", "grid_lead", grid="G2", drawn_from="officer"),
        ],
    }


def test_role_is_one_finding_per_requirement_and_grid(build: Build) -> None:
    """A grid led by an officer, one led by somebody else, and one of which nobody knows."""
    posts = [
        build.post("W1", "grid_lead", grid="G1"),
        build.post("C1", "grid_lead", grid="G2"),
    ]
    town = {**leads(build), "assignment": posts}
    found = findings(build, role(held_by=("community_officer",)), **town)
    assert [(one.id, one.result, one.reason, one.actual) for one in found] == [
        ("town:grid_lead:held_by@grid/G1:2018-07-31", "met", None, "1/1"),
        ("town:grid_lead:held_by@grid/G2:2018-07-31", "not_met", None, "0/1"),
        ("town:grid_lead:held_by@grid/G3:2018-07-31", "not_checkable", "no_data", None),
    ]


def test_a_role_may_say_only_whom_it_is_filled_from(build: Build) -> None:
    """Then that is all that is judged, with the words in the order of the source."""
    entry = role(drawn_from=("grid_worker", "community_officer"))
    found = findings(build, entry, **leads(build))
    assert [(one.id, one.result, one.severity, one.reason, one.actual) for one in found] == [
        ("town:grid_lead:drawn_from@grid/G1:2018-07-31", "met", "info", None, "1/1"),
        ("town:grid_lead:drawn_from@grid/G2:2018-07-31", "not_met", "breach", None, "0/1"),
        ("town:grid_lead:drawn_from@grid/G3:2018-07-31", "not_checkable", "info", "no_data", None),
    ]
    assert {(str(one.requirement), str(one.limit)) for one in found} == {
        (
            "drawn_from",
            str({"op": "any_of", "value": ["grid_worker", "community_officer"], "unit": "words"}),
        )
    }


@pytest.mark.parametrize("what", ["norm", "role"])
def test_what_is_to_come_is_open(build: Build, what: str) -> None:
    """July, asked in June: of every subject it is open, and nothing is shown as found."""
    entry, town = (build.norm(), {"assignment": [build.post("W2")]})
    if what == "role":
        entry, town = role(held_by=("officer",), drawn_from=("officer",)), leads(build)
    found = findings(build, entry, on=date(2018, 6, 30), **town)
    expected = {
        "norm": [(None, "W1"), (None, "W2")],
        "role": [(name, grid) for name in ("held_by", "drawn_from") for grid in ("G1", "G2", "G3")],
    }
    assert [
        (one.requirement, one.subject, one.result, one.severity, one.reason, one.actual)
        for one in found
    ] == [
        (name, subject, "not_checkable", "info", "period_open", None)
        for name, subject in expected[what]
    ]


def test_holders_given_for_what_can_not_be_judged_are_not_judged(build: Build) -> None:
    """What the source doesn't say of the whole period nobody failed, whoever held the role."""
    rules = build.rules(build.pack(role(held_by=("officer",))))
    registers = build.town(**leads(build))
    (task,) = build.tasks(rules, registers, build.request())
    (values,) = build.answer((task,), registers)
    given = evolve(values, task=evolve(task, reason="part_of_period"))
    found = check(rules, (given,), on=date(2018, 7, 31), calendar=CN_CALENDAR)
    assert [(one.result, one.reason) for one in found] == [("not_checkable", "part_of_period")] * 3
