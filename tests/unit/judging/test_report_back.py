"""A meeting reports back on what the one before it agreed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.judging import Few, Finding, check, explain
from fengqiao.measures import core_indicators
from fengqiao.rules import Rules
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build

COMMUNITY = "990101001001"
MEETING = "meeting.community"
JUNE, JULY = date(2018, 6, 4), date(2018, 7, 3)


def item(number: int, session: str = "EJune", **changes: object) -> dict[str, Any]:
    """An action item that a meeting agreed."""
    facts = {"session": session, "item": f"ITEM-{number:04}", "owner": "W1", "station": "ST1"}
    days = {"agreed_on": JUNE, "due_on": date(2018, 6, 30)}
    return {"id": f"A{session}{number}", **facts, **days, **changes}


def report(number: int, session: str = "EJuly", **changes: object) -> dict[str, Any]:
    """That a meeting heard what became of an item."""
    facts = {"session": session, "item": f"ITEM-{number:04}", "station": "ST1", "on": JULY}
    return {"id": f"R{session}{number}", **facts, **changes}


def rules_of(build: Build, times: int = 1) -> Rules:
    """A meeting, so many times a month, that is to report back."""
    words = frozenset({"report_back"})
    requirement = build.requirement("report_back", "covers", "all_of", words)
    phase = build.duty_phase(requirement, times=times)
    return build.rules(build.pack(build.duty(phase)))


def finding(
    build: Build, sessions: list[dict[str, Any]], times: int = 1, **events: list[dict[str, Any]]
) -> Finding:
    """What July's meeting is found to have reported back."""
    rules = rules_of(build, times)
    registers = build.town(recording=build.declared(MEETING))
    request = build.request()
    values = build.answer(
        build.tasks(rules, registers, request), registers, session=sessions, **events
    )
    findings = check(rules, values, on=request.on, calendar=CN_CALENDAR, few=Few(1))
    return next(one for one in findings if one.requirement == "report_back")


def meetings(build: Build, **july: object) -> list[dict[str, Any]]:
    """A meeting in June and one in July."""
    return [build.session("June", JUNE), build.session("July", JULY, **july)]


@pytest.mark.parametrize(
    ("reported", "result", "actual"),
    [
        ([1, 2], "met", "2/2 action_items"),
        ([1], "not_met", "1/2 action_items"),
        ([], "not_met", "0/2 action_items"),
    ],
)
def test_every_item_of_the_last_meeting_is_reported_on(
    build: Build, reported: list[int], result: str, actual: str
) -> None:
    """One item without a report is enough to fall short; the finding says how many of how many."""
    found = finding(
        build,
        meetings(build),
        action_item=[item(1), item(2)],
        action_report=[report(number) for number in reported],
    )
    assert (found.result, found.actual) == (result, actual)


def test_without_items_the_topic_is_enough(build: Build) -> None:
    """Where nothing was agreed there is nothing to report on, and the topics are shown."""
    found = finding(build, meetings(build))
    assert (found.result, found.actual) == ("met", ["prevention", "report_back"])


def test_the_topic_must_be_taken_even_where_all_was_reported(build: Build) -> None:
    """Items reported at a meeting that did not take the topic do not stand for it."""
    found = finding(
        build,
        meetings(build, covers=("prevention",)),
        action_item=[item(1)],
        action_report=[report(1)],
    )
    assert (found.result, found.actual) == ("not_met", ["prevention"])


def test_only_the_meeting_before_counts(build: Build) -> None:
    """What was agreed in May was June's to report; July looks at June alone."""
    may = build.session("May", date(2018, 5, 8))
    old = item(1, "EMay", agreed_on=date(2018, 5, 8))
    found = finding(build, [may, *meetings(build)], action_item=[old])
    assert (found.result, found.actual) == ("met", ["prevention", "report_back"])


def test_of_two_meetings_the_one_that_owes_more_reports_is_told(build: Build) -> None:
    """The first heard one of June's two items; the second all three of the first."""
    sessions = [*meetings(build), build.session("Second", date(2018, 7, 20))]
    own = {"agreed_on": JULY, "due_on": date(2018, 7, 19)}
    found = finding(
        build,
        sessions,
        times=2,
        action_item=[item(1), item(2), *(item(n, "EJuly", **own) for n in (3, 4, 5))],
        action_report=[
            report(1),
            *(report(n, "ESecond", on=date(2018, 7, 20)) for n in (3, 4, 5)),
        ],
    )
    assert (found.result, found.actual) == ("not_met", "1/2 action_items")


@pytest.mark.parametrize("other", [{"area": "990101001002"}, {"key": "meeting.auxiliaries"}])
def test_another_subjects_meeting_owes_nothing_here(build: Build, other: dict[str, str]) -> None:
    """The previous meeting is that of the same community and of the same kind."""
    sessions = [build.session("June", JUNE, **other), build.session("July", JULY)]
    found = finding(build, sessions, action_item=[item(1)])
    assert found.result == "met"


def test_a_report_at_another_meeting_is_not_this_ones(build: Build) -> None:
    """What the June meeting itself heard does not help July."""
    found = finding(
        build,
        meetings(build),
        action_item=[item(1)],
        action_report=[report(1, "EJune", on=JUNE)],
    )
    assert found.actual == "0/1 action_items"


def test_an_item_of_its_own_is_the_next_meetings(build: Build) -> None:
    """What July agrees is for August to hear."""
    own = item(1, "EJuly", agreed_on=JULY, due_on=date(2018, 7, 31))
    assert finding(build, meetings(build), action_item=[own]).result == "met"


@pytest.mark.parametrize(
    ("lang", "line"), [("en", "Found: 1/2 action items"), ("zh", "实际:1/2 项议定事项")]
)
def test_explanation_says_how_many(build: Build, lang: Any, line: str) -> None:  # noqa: ANN401  a language
    """In both languages."""
    found = finding(
        build, meetings(build), action_item=[item(1), item(2)], action_report=[report(1)]
    )
    assert line in explain(found, rules_of(build), core_indicators(), lang=lang).splitlines()
