from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.judging import Few, Finding, check
from fengqiao.measures import Column, Values
from fengqiao.rules import Norm
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build


Facts = dict[str, list[dict[str, Any]]]


def findings(
    build: Build,
    entry: Norm,
    *,
    small_count: int | None = None,
    town: Facts | None = None,
    **events: object,
) -> list[Finding]:
    """Findings on July."""
    rules = build.rules(build.pack(entry))
    registers = build.town(**(town or {}))
    values = build.answer(build.tasks(rules, registers, build.request()), registers, **events)
    return list(
        check(
            rules,
            values,
            on=date(2018, 7, 31),
            calendar=CN_CALENDAR,
            few=Few(small_count),
        )
    )


def answers(subject: str, done: int, of: int) -> dict[str, Any]:
    """A survey about an officer."""
    return {
        "id": f"T-{subject}",
        "key": "survey.familiarity",
        "subject_kind": "community_officer",
        "subject": subject,
        "on": date(2018, 7, 20),
        "done": done,
        "total": of,
    }


@pytest.mark.parametrize(
    ("small_count", "expected"),
    [
        (None, {"W1": "withheld", "W2": "withheld", "W3": "nothing_due"}),
        (10, {"W1": "withheld", "W2": None, "W3": "nothing_due"}),
        (9, {"W1": None, "W2": None, "W3": "nothing_due"}),
    ],
)
def test_small_survey_is_withheld(
    build: Build, small_count: int | None, expected: dict[str, str | None]
) -> None:
    """Neither result nor answers of a survey below the host's smallest count are shown."""
    norm = build.norm(build.norm_phase(limit="50%"), key="survey.familiarity_share", per=None)
    town = {
        "recording": build.declared("survey.familiarity"),
        "assignment": [build.post("W2"), build.post("W3")],
    }
    totals = [answers("W1", 9, 9), answers("W2", 4, 10)]
    found = findings(build, norm, small_count=small_count, town=town, total=totals)
    assert {one.subject: one.reason for one in found} == expected
    assert [one.subject for one in found if one.reason and one.actual is not None] == []


def test_count_is_shown_as_a_number_and_a_share_unreduced(build: Build) -> None:
    """80 stays 80, two of four stays 2/4."""
    share = build.norm(
        build.norm_phase(limit="1/2"),
        key="staffing.community_officer_share",
        each=("station",),
        per=None,
    )
    town = {
        "assignment": [
            build.post("W2"),
            build.post("O1", "officer"),
            build.post("O2", "officer"),
        ]
    }
    (one,) = findings(build, share, town=town)
    assert (one.result, one.actual, one.limit) == (
        "met",
        "2/4",
        {"op": "at_least", "value": "1/2", "unit": "share"},
    )


BOX = {"room": "R1", "station": "ST1", "area": "990101001001", "named": False}


@pytest.mark.parametrize(
    ("fittings", "expected"),
    [((), ("not_met", "breach", [], None)), (None, ("not_checkable", "info", None, "no_data"))],
)
def test_an_empty_list_is_none_and_an_unsaid_one_is_no_data(
    build: Build, fittings: tuple[str, ...] | None, expected: tuple[object, ...]
) -> None:
    """A register that lists nothing says that there is nothing; one without a list does not."""
    norm = build.norm(
        build.norm_phase("all_of", frozenset({"suggestion_box"})),
        key="facility.fittings",
        each=("police_room",),
        per=None,
    )
    (one,) = findings(build, norm, town={"police_room": [{**BOX, "fittings": fittings}]})
    assert (one.result, one.severity, one.actual, one.reason) == expected


def test_a_value_given_for_what_can_not_be_judged_is_not_judged(build: Build) -> None:
    """In force from 16 July without `prorate`: 60 of 80 households failed nobody in July."""
    rules = build.rules(build.pack(build.norm(build.norm_phase(effective_from=date(2018, 7, 16)))))
    (task,) = build.tasks(rules, build.town(), build.request())
    given = Values(task=task, column=Column([60], None))
    (one,) = check(rules, (given,), on=date(2018, 7, 31), calendar=CN_CALENDAR)
    assert (one.result, one.severity, one.reason) == ("not_checkable", "info", "part_of_period")
