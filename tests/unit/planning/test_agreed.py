from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.planning import DueItem, Posts, find_agreed
from fengqiao.rules import Cite, Requirement, Rules

if TYPE_CHECKING:
    from tests.unit.conftest import Build

COMMUNITY = "990101001001"


def day(number: int, month: int = 7) -> date:
    """A day of 2018."""
    return date(2018, month, number)


def agreed(number: int = 1, **changes: object) -> dict[str, Any]:
    """Something that the meeting of 3 July agreed, due on the 20th."""
    return {
        "id": f"A{number}",
        "session": "E1",
        "item": f"agreed-item-{number}",
        "owner": "W1",
        "station": "ST1",
        "agreed_on": day(3),
        "due_on": day(20),
        **changes,
    }


def heard(number: int = 1, **changes: object) -> dict[str, Any]:
    """A report on it, at a later meeting."""
    facts = {"id": f"P{number}", "session": "E2", "item": f"agreed-item-{number}"}
    return {**facts, "station": "ST1", "on": day(25), **changes}


def report_back(build: Build) -> Requirement:
    """The meeting is to report back, says a clause of its own."""
    stated = build.comparison("all_of", frozenset({"report_back"}))
    return Requirement(
        name="report_back", field="covers", comparison=stated, cites=(Cite("order", "三"),)
    )


def rules_of(build: Build, *more: object) -> Rules:
    """A meeting of communities that is to report back."""
    return build.rules(build.pack(build.duty(build.duty_phase(report_back(build))), *more))


def items(
    build: Build,
    *some: dict[str, Any],
    reports: tuple[dict[str, Any], ...] = (),
    rules: Rules | None = None,
    period: str = "2018-07",
    on: date | None = None,
    posts: tuple[dict[str, Any], ...] = (),
    meetings: tuple[dict[str, Any], ...] = (),
    **asked: object,
) -> list[DueItem]:
    """What was agreed and touches the request."""
    registers = build.town(assignment=list(posts))
    sessions = [build.session(1, day(3)), *(meetings or (build.session(2, day(25)),))]
    rows = {
        "action_item": [build.table("action_item", *(some or (agreed(),)))],
        "action_report": [build.table("action_report", *reports)],
        "session": [build.table("session", *sessions)],
    }
    request = build.request(period, on=on or day(10), overlapping=True, **asked)
    blocks = find_agreed(rules or rules_of(build), Posts.read(registers), rows, request)
    return [block.item(index) for block in blocks for index in range(len(block))]


def test_it_is_due_of_its_owner(build: Build) -> None:
    """One thing, by its day, under the clause that asks to report back."""
    (item,) = items(build)
    assert (item.kind, item.staff, item.due, item.open, item.period, item.clause) == (
        "action_item",
        "W1",
        1,
        1,
        "2018-07-20",
        ("三",),
    )


def test_its_id_names_the_fact(build: Build) -> None:
    """Two items of one owner and day stay apart."""
    assert [item.id for item in items(build, agreed(2), agreed(1))] == [
        "town:meeting.community:action_item@community_officer/W1:A1",
        "town:meeting.community:action_item@community_officer/W1:A2",
    ]


def test_the_earlier_due_comes_first(build: Build) -> None:
    """Then by id."""
    found = items(build, agreed(1, due_on=day(25)), agreed(2))
    assert [item.period for item in found] == ["2018-07-20", "2018-07-25"]


def test_it_may_be_done_until_its_day(build: Build) -> None:
    """From the day after the facts were read."""
    (item,) = items(build)
    assert (item.window.first, item.window.last) == (day(11), day(20))


def test_it_is_done_once_a_meeting_heard_of_it(build: Build) -> None:
    """And the report is what fulfils it."""
    (item,) = items(build, reports=(heard(),), on=day(31))
    assert (item.done, item.open, item.fulfilled_by) == (1, 0, ("P1",))


@pytest.mark.parametrize(
    ("session", "meeting"),
    [
        ("E1", {"day": day(25)}),  # the one that agreed it
        ("E2", {"day": day(25), "area": "990101001002"}),
        ("E2", {"day": day(25), "key": "meeting.auxiliaries"}),
        ("E2", {"day": day(2)}),
    ],
)
def test_only_a_later_meeting_of_the_same_subject_closes_it(
    build: Build, session: str, meeting: dict[str, Any]
) -> None:
    """A report that any other meeting heard leaves it open."""
    held = build.session(2, **meeting)
    (item,) = items(build, reports=(heard(session=session),), on=day(31), meetings=(held,))
    assert (item.open, item.fulfilled_by) == (1, ())


def test_two_meetings_may_use_one_reference(build: Build) -> None:
    """A report closes the item of its own community, and not the other's."""
    there = "990101001002"
    meetings = (build.session(2, day(25)), build.session(3, day(4), area=there))
    both = (agreed(1), agreed(2, session="E3", item="agreed-item-1"))
    found = items(build, *both, reports=(heard(),), on=day(31), meetings=meetings)
    assert [(item.area, item.open) for item in found] == [(COMMUNITY, 0), (there, 1)]


def test_a_report_on_another_item_does_not_count(build: Build) -> None:
    """Each is heard of on its own."""
    (item,) = items(build, reports=(heard(2),), on=day(31))
    assert (item.open, item.fulfilled_by) == (1, ())


@pytest.mark.parametrize(
    ("period", "reports", "count"),
    [
        ("2018-06", (), 0),
        ("2018-W27", (), 1),  # agreed on the Tuesday of that week
        ("2018-W30", (), 1),  # overdue since the 20th
        ("2018-W30", (heard(),), 0),
    ],
)
def test_it_is_listed_from_its_meeting_on_until_it_is_heard_of(
    build: Build, period: str, reports: tuple[dict[str, Any], ...], count: int
) -> None:
    """What is overdue does not vanish with its period."""
    assert len(items(build, period=period, on=day(25), reports=reports)) == count


def test_without_a_duty_to_report_back_the_meetings_own_clause_stands(build: Build) -> None:
    """It was agreed all the same."""
    rules = build.rules(build.pack(build.duty(build.duty_phase())))
    (item,) = items(build, rules=rules)
    assert item.clause == ("一",)


def test_the_meeting_that_reports_back_is_taken_first(build: Build) -> None:
    """Where a pack has two duties of one key."""
    plain = build.duty(build.duty_phase(), id="a.first")
    rules = build.rules(
        build.pack(plain, build.duty(build.duty_phase(report_back(build)), id="b.second"))
    )
    (item,) = items(build, rules=rules)
    assert item.entry == "b.second"


def test_the_role_that_leads_the_meeting_comes_first(build: Build) -> None:
    """Of several that the owner holds."""
    (item,) = items(build, posts=(build.post("W1", "auxiliary_officer"),))
    assert item.who == ("community_officer",)


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ({"station": "ST1"}, 1),
        ({"station": "ST2"}, 0),
        ({"area": COMMUNITY}, 1),
        ({"area": "990101001002"}, 0),
        ({"entry": "meeting.community"}, 1),
        ({"entry": "visits.households"}, 0),
    ],
)
def test_filters(build: Build, asked: dict[str, str], count: int) -> None:
    """By the station that owes it, where the meeting was, and the meeting's entry."""
    assert len(items(build, **asked)) == count


def test_where_no_pack_speaks_nothing_is_asked(build: Build) -> None:
    """A meeting outside the places of all packs."""
    elsewhere = build.rules(build.pack(build.duty(build.duty_phase()), areas=("1101",)))
    assert items(build, rules=elsewhere) == []
