"""What a finding rests on, as its receipt says, and how its columns show it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from fengqiao.judging import Findings, check
from fengqiao.measures import Doubt, core_indicators, plan_tasks
from fengqiao.rules import Duty, Norm, Rules
from fengqiao.rules.overlays import Overlay, Override
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build

JULY = date(2018, 7, 31)


def judged(build: Build, *entries: Norm | Duty, on: date = JULY, **pack: object) -> Findings:
    """Findings of July as of a day, on one meeting of ten people."""
    rules = build.rules(build.pack(*entries, **pack))
    registers = build.town(recording=build.declared("visit", "meeting.community"))
    tasks = build.tasks(rules, registers, build.request(on=on))
    values = build.answer(tasks, registers, session=[build.session(1, date(2018, 7, 3))])
    return check(rules, values, on=on, calendar=CN_CALENDAR)


def receipt(found: Findings) -> dict[str, Any]:
    """The receipt of the last finding."""
    *_, one = found
    return dict(one.receipt)


def test_what_a_norm_narrows_and_what_stands_over_it(build: Build) -> None:
    """Filters, the last day of its phase, and only what an overlay changes in this entry."""
    fire = ("topic", build.comparison("any_of", frozenset(("fire",))))
    phase = build.norm_phase(of=(fire,), effective_until=date(2019, 12, 31))
    changes = tuple(
        Override(entry=name, field="at_least", value=value)
        for name, value in (("fires", "60"), ("other", "5"))
    )
    found = receipt(
        judged(
            build,
            build.norm(phase, key="inspection.premises", id="fires"),
            overlay=Overlay(name="trial", sha256="0" * 64, overrides=changes),
        )
    )
    assert found["phase"] == {"from": "2018-01-01", "until": "2019-12-31"}
    assert found["only"]["of"] == {"topic": {"op": "any_of", "value": ["fire"]}}
    assert found["overlay"] == [
        {
            "pack": "town",
            "name": "trial",
            "sha256": "0" * 64,
            "changed": ["fires.at_least = 60"],
        }
    ]


@pytest.mark.parametrize(
    ("on", "counted"), [(date(2018, 6, 30), 0), (date(2018, 7, 10), 10), (JULY, 31)]
)
def test_days_that_were_counted(build: Build, on: date, counted: int) -> None:
    """None before the period begins, all when it is over."""
    found = receipt(judged(build, build.norm(), on=on))
    assert found["days"] == {"counted": counted, "in_force": 31, "held": None, "of": 31}


@pytest.mark.parametrize(("installed", "revision"), [(True, 3), (False, 1)])
def test_the_revision_of_an_indicator(build: Build, installed: bool, revision: int) -> None:  # noqa: FBT001  a column
    """So that a number can be made again; the first where the plugin is missing."""
    key = "visits.households"
    indicators = {key: evolve(core_indicators()[key], revision=3)} if installed else {}
    rules: Rules = build.rules(build.pack(build.norm()))
    registers = build.town(recording=build.declared("visit"))
    tasks = plan_tasks(rules, registers, indicators, build.request(), calendar=CN_CALENDAR)
    values = build.answer(tasks, registers)
    found = receipt(check(rules, values, on=JULY, calendar=CN_CALENDAR))
    assert (found["indicator"], found["revision"]) == (key, revision)


def test_what_is_not_known_of_a_subject(build: Build) -> None:
    """As plain data, from which it can be told in words."""
    rules = build.rules(build.pack(build.norm()))
    registers = build.town(recording=build.declared("visit"))
    (values,) = build.answer(build.tasks(rules, registers, build.request()), registers)
    doubt = Doubt(about="station.class", reason="no_data", by="survey.rating", over="2017")
    doubtful = evolve(values, task=evolve(values.task, doubt=doubt))
    found = receipt(check(rules, [doubtful], on=JULY, calendar=CN_CALENDAR))
    assert found["unknown"] == {
        "about": "station.class",
        "by": "survey.rating",
        "over": "2017",
        "terms": [],
        "pack": None,
    }


def test_a_survey_is_withheld(build: Build) -> None:
    """Where the host has set no smallest number; the result is, too."""
    key = "survey.familiarity_share"
    rules = build.rules(build.pack(build.norm(build.norm_phase(limit="40%"), key=key)))
    registers = build.town(recording=build.declared("survey.familiarity"))
    total = {
        "id": "T1",
        "key": "survey.familiarity",
        "subject_kind": "community_officer",
        "subject": "W1",
        "on": date(2018, 7, 20),
        "done": 5,
        "total": 9,
    }
    tasks = build.tasks(rules, registers, build.request())
    values = build.answer(tasks, registers, total=[total])
    (one,) = check(rules, values, on=JULY, calendar=CN_CALENDAR)
    assert (one.reason, one.actual, one.receipt["withheld"]) == ("withheld", None, True)


def test_limits_have_their_own_units(build: Build) -> None:
    """How often, how many people, which guests: what is found stands beside it, as texts."""
    guests = build.requirement(
        "invited", "invite", "all_of", frozenset(("grid_worker", "resident_rep"))
    )
    people = build.requirement("attendance", "people", "at_least", 8)
    found = judged(build, build.duty(build.duty_phase(guests, people, times=2)))
    columns = found.columns()
    names = ("requirement", "limit_op", "limit", "limit_unit", "actual", "reason")
    assert list(zip(*(columns[name] for name in names), strict=True)) == [
        ("cadence", "at_least", "2", "per month", "1", None),
        (
            "invited",
            "all_of",
            "grid_worker,resident_rep",
            "words",
            "grid_worker,resident_rep",
            None,
        ),
        ("attendance", "at_least", "8", "people", None, None),
    ]
    assert [one.limit["unit"] for one in found] == columns["limit_unit"]
    assert [one.receipt["withheld"] for one in found] == [False, False, True]
    assert columns["id"] == [one.id for one in found]
