"""What comes of tasks: occasions of duties, and holders of roles."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from fengqiao import measures
from fengqiao.measures import Column, Values
from fengqiao.measures.action_items import KINDS_READ
from fengqiao.model.registry import Registers
from fengqiao.rules import (
    OPEN,
    Cite,
    DutyPhase,
    Origin,
    Role,
    Rules,
)
from fengqiao.timing import Span

if TYPE_CHECKING:
    from tests.unit.conftest import Build

COMMUNITY, VILLAGE = "990101001001", "990101001201"
MEETING = "meeting.community"
JULY = Span(date(2018, 7, 1), date(2018, 7, 31))
FACTS: dict[str, Any] = {
    "pack": "town",
    "cites": (Cite("order", "一"),),
    "origin": Origin(file="test.toml", line=1),
    "effective_from": date(2018, 1, 1),
    "force": "must",
}


def blocks(
    build: Build,
    rules: Rules,
    registers: Registers,
    period: str = "2018-07",
    **events: list[dict[str, Any]],
) -> tuple[Values, ...]:
    """Values of everything that is asked of July."""
    tasks = build.tasks(rules, registers, build.request(period))
    return build.answer(tasks, registers, **events)


# ------------------------------------------------------------------------------------- duties


def test_a_duty_has_occasions_where_its_recording_is_declared(build: Build) -> None:
    """July's meeting of the community; nobody says that those of the village are recorded."""
    duty = build.duty(build.duty_phase(), each=("community", "village"))
    registers = build.town(
        area=[{"area": VILLAGE, "name": "V1"}],
        recording=build.declared(MEETING, area=COMMUNITY),
    )
    held = [
        build.session(1, date(2018, 7, 3)),
        build.session(2, date(2018, 8, 1)),
    ]
    rules = build.rules(build.pack(duty))
    community, village = blocks(build, rules, registers, session=held)
    assert community.occasions is not None
    assert [(one.id, one.roles, one.kind) for one in community.occasions.of(COMMUNITY)] == [
        ("E1", {"community_officer"}, "session")
    ]
    assert (community.reasons, village.reasons) == ({}, {0: "no_data"})
    assert [one.task.subjects.kind for one in (community, village)] == ["community", "village"]


def test_occasions_of_a_season_alone_count(build: Build) -> None:
    """On the 5th and 6th, and on the 12th: the meetings of the days between and around are out."""
    rules = build.rules(
        build.pack(build.duty(build.duty_phase(during="busy_season"))),
        terms={"during.busy_season": ("2018-07-05..2018-07-06", "2018-07-12")},
    )
    held = [build.session(day, date(2018, 7, day)) for day in (4, 5, 6, 8, 12, 13)]
    (found,) = blocks(build, rules, build.town(recording=build.declared(MEETING)), session=held)
    assert found.occasions is not None
    assert [one.id for one in found.occasions.of(COMMUNITY)] == ["E5", "E6", "E12"]
    assert found.task.season == (
        Span(date(2018, 7, 5), date(2018, 7, 6)),
        Span(date(2018, 7, 12), date(2018, 7, 12)),
    )


def reporting(build: Build) -> DutyPhase:
    """A phase of a duty that is to report back on what was agreed."""
    words = frozenset({"report_back"})
    return build.duty_phase(build.requirement("report_back", "covers", "all_of", words))


def test_what_a_meeting_reported_on_stands_with_it(build: Build) -> None:
    """In June two items were agreed; July's meeting heard of one of them."""
    held = [build.session("June", date(2018, 6, 4)), build.session("July", date(2018, 7, 3))]
    agreed = [
        {
            "id": f"A{number}",
            "session": "EJune",
            "item": f"ITEM-{number:04}",
            "owner": "W1",
            "station": "ST1",
            "agreed_on": date(2018, 6, 4),
            "due_on": date(2018, 6, 30),
        }
        for number in (1, 2)
    ]
    told = {"id": "R1", "session": "EJuly", "item": "ITEM-0001", "station": "ST1"}
    (found,) = blocks(
        build,
        build.rules(build.pack(build.duty(reporting(build)))),
        build.town(recording=build.declared(MEETING)),
        session=held,
        action_item=agreed,
        action_report=[{**told, "on": date(2018, 7, 3)}],
    )
    assert found.occasions is not None
    assert [(one.id, one.items, one.reported) for one in found.occasions.of(COMMUNITY)] == [
        ("EJuly", 2, 1)
    ]


def test_rows_are_read_from_a_year_before_where_a_duty_reports_back(build: Build) -> None:
    """Norms need none; a duty of which nothing can be judged needs none either."""
    entries = (
        build.norm(),
        build.duty(build.duty_phase(every=OPEN), id="open", done_by=("contact",)),
        build.duty(reporting(build), done_by=("session", "duty")),
    )
    tasks = build.tasks(build.rules(build.pack(*entries)), build.town(), build.request())
    year = Span(date(2017, 7, 1), date(2018, 7, 31))
    assert measures.wanted_rows(tasks) == {"duty": JULY, **dict.fromkeys(KINDS_READ, year)}


def test_rows_of_a_duty_that_has_not_begun_are_not_read(build: Build) -> None:
    """In June, July's meeting has no occasions yet, and no facts are looked at."""
    rules = build.rules(build.pack(build.duty(build.duty_phase())))
    tasks = build.tasks(rules, build.town(), build.request(on=date(2018, 6, 30)))
    (found,) = build.answer(tasks, build.town())
    assert measures.wanted_rows(tasks) == {}
    assert found == Values(task=tasks[0])


# -------------------------------------------------------------------------------------- roles


def test_holders_of_a_role_are_counted_where_it_is_asked_for(build: Build) -> None:
    """A grid lead of each grid in a village; the grid of the community is not asked."""
    role = Role(
        id="grid_lead",
        key="grid_lead",
        each="grid",
        where=(("setting", build.comparison("any_of", frozenset({"rural"}))),),
        held_by=("community_cadre",),
        **FACTS,
    )
    registers = build.town(
        area=[{"area": VILLAGE, "name": "V1"}],
        grid=[
            {"grid": "G1", "area": COMMUNITY, "station": "ST1"},
            {"grid": "G2", "area": VILLAGE, "station": "ST1"},
        ],
        assignment=[
            build.post("C1", "grid_lead", grid="G2"),
            build.post("C1", "community_cadre"),
            build.post("C2", "grid_lead", grid="G2"),
        ],
    )
    (found,) = blocks(build, build.rules(build.pack(role)), registers)
    assert (found.task.subjects.ids, found.holders) == (("G2",), {"held_by": Column([1], [2])})
    assert (str(found.task.period), found.reasons) == ("2018-07-31", {})
