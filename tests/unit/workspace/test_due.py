"""What a host asks to be shown as due; the town is invented."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Workspace
from fengqiao.errors import RequestError
from fengqiao.model import ActionItem, Inspection, Premises
from fengqiao.testing.small import COMMUNITIES, SMALL_PACK, small_city

ZONE = ZoneInfo("Asia/Shanghai")
VISITS = "visits.households"
MEETING = "meeting.community"


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    """Testtown with its July."""
    with fengqiao.open_workspace(packs=[SMALL_PACK]) as ws:
        small_city(ws)
        yield ws


def shown(workspace: Workspace, **asked: object) -> list[tuple[str, str, int]]:
    """Entry, subject and open of each item of July."""
    found = workspace.due("2018-07", **asked)
    return [(item.entry, item.subject, item.open) for item in found]


def test_everything_of_the_month(workspace: Workspace) -> None:
    """S02 lacks one household of three, the second community its meeting."""
    assert shown(workspace) == [
        (VISITS, "S01", 0),
        (VISITS, "S02", 1),
        (MEETING, COMMUNITIES[0], 0),
        (MEETING, COMMUNITIES[1], 1),
    ]


def test_only_facts_up_to_the_day_count(workspace: Workspace) -> None:
    """By 5 July S01 had visited two households and held the meeting."""
    assert shown(workspace, on=date(2018, 7, 5), staff="S01") == [
        (VISITS, "S01", 1),
        (MEETING, COMMUNITIES[0], 0),
    ]


def test_an_officer_has_what_they_owe_and_may_do(workspace: Workspace) -> None:
    """The quota of their own and the meeting of their community."""
    assert [subject for _, subject, _ in shown(workspace, staff="S02")] == ["S02", COMMUNITIES[1]]


def test_an_officer_without_duties_has_nothing(workspace: Workspace) -> None:
    """S03 is no community officer."""
    assert shown(workspace, staff="S03") == []


def test_a_unit_has_what_its_staff_may_do(workspace: Workspace) -> None:
    """Room R1 is that of S01."""
    assert [subject for _, subject, _ in shown(workspace, unit="R1")] == ["S01", COMMUNITIES[0]]


def test_an_area_has_what_lies_in_it(workspace: Workspace) -> None:
    """The community and the officer who serves it."""
    found = shown(workspace, area=COMMUNITIES[0])
    assert [subject for _, subject, _ in found] == ["S01", COMMUNITIES[0]]


def test_a_station_has_all_of_its_own(workspace: Workspace) -> None:
    """Testtown has one."""
    assert shown(workspace, station="ST01") == shown(workspace)


def test_one_entry(workspace: Workspace) -> None:
    """Only the meetings."""
    assert {entry for entry, _, _ in shown(workspace, entry=MEETING)} == {MEETING}


@pytest.mark.parametrize(
    ("filters", "code"),
    [
        ({"staff": "S09"}, "request.no_staff"),
        ({"unit": "R9"}, "request.no_unit"),
        ({"unit": "ST01"}, "request.no_unit"),
        ({"station": "ST09"}, "request.no_station"),
        ({"area": "990001001009"}, "request.no_area"),
        ({"entry": "visits.household"}, "request.no_entry"),
        ({"on": "2018-07-05"}, "request.day"),
        ({"as_known": datetime(2018, 8, 1)}, "request.as_known"),  # noqa: DTZ001  what is refused
    ],
)
def test_what_is_not_there_is_no_empty_answer(
    workspace: Workspace, filters: dict[str, object], code: str
) -> None:
    """An empty list would look like all work done."""
    with pytest.raises(RequestError) as caught:
        workspace.due("2018-07", **filters)
    assert caught.value.code == code


def test_before_any_rule_is_no_empty_answer(workspace: Workspace) -> None:
    """The notice of Testtown is of 2018."""
    with pytest.raises(RequestError) as caught:
        workspace.due("2017-07")
    assert caught.value.code == "request.nothing_judged"


def test_as_it_was_known(workspace: Workspace) -> None:
    """Before anything was recorded nobody was on the register."""
    known = datetime(2018, 7, 31, 8, tzinfo=ZONE)
    with pytest.raises(RequestError) as caught:
        workspace.due("2018-07", as_known=known)
    assert caught.value.code == "request.nothing_judged"


def test_the_last_week_of_a_year_shows_the_years_it_touches(workspace: Workspace) -> None:
    """31 December 2018 to 6 January 2019: December and January."""
    found = workspace.due("2019-W01", entry=VISITS, staff="S01", on=date(2018, 12, 30))
    assert [item.period for item in found] == ["2018-12", "2019-01"]


def test_without_a_day_the_period_is_over(workspace: Workspace) -> None:
    """As everywhere, facts are read as of the period's last day."""
    assert workspace.due("2018-07").on == date(2018, 7, 31)


def test_an_answer_can_be_handed_to_another_process(workspace: Workspace) -> None:
    """It is plain data."""
    found = workspace.due("2018-07")
    assert pickle.loads(pickle.dumps(found)).to_json() == found.to_json()  # noqa: S301  our own


def test_what_a_meeting_agreed_is_due_of_its_owner(workspace: Workspace) -> None:
    """Until a later meeting hears of it; as it was known, too."""
    known = datetime(2018, 8, 20, 8, tzinfo=ZONE)
    item = ActionItem(
        id="a1",
        session="m1",
        item="agreed-item-1",
        owner="S02",
        station="ST01",
        agreed_on=date(2018, 7, 3),
        due_on=date(2018, 7, 20),
    )
    workspace.record(item, known_at=known)
    asked = {"on": date(2018, 7, 31), "staff": "S02"}
    assert [one.kind for one in workspace.due("2018-07", **asked)][-1] == "action_item"
    before = workspace.due("2018-07", **asked, as_known=datetime(2018, 8, 2, tzinfo=ZONE))
    assert [one.kind for one in before] == ["visit", "meeting"]


def test_what_was_inspected_is_named_as_it_was_known(tmp_path: Path) -> None:
    """An inspection of July that came on record on 3 August was not known on the 2nd."""
    rules = (SMALL_PACK / "data" / "rules.toml").read_text(encoding="utf-8")
    data = tmp_path / "testtown" / "data"
    data.mkdir(parents=True)
    inspecting = rules.replace('"visits.households"', '"inspection.premises"')
    (data / "rules.toml").write_text(inspecting, encoding="utf-8")
    at, hotel = datetime(2018, 7, 9, 9, tzinfo=ZONE), "premises-0001"
    place = {"station": "ST01", "premises": hotel}
    inspected = Inspection(
        id="i1",
        staff="S01",
        topics=("fire",),
        started_at=at,
        ended_at=at + timedelta(hours=1),
        **place,
    )
    registered = Premises(kind="hotel", area=COMMUNITIES[0], since=date(2018, 1, 1), **place)
    with fengqiao.open_workspace(packs=[tmp_path / "testtown"]) as ws:
        small_city(ws)
        ws.record(registered, known_at=datetime(2018, 8, 1, 9, tzinfo=ZONE))
        ws.record(inspected, known_at=datetime(2018, 8, 3, 8, tzinfo=ZONE))
        asked = {"entry": "inspection.premises", "staff": "S01"}
        before = ws.due("2018-07", **asked, as_known=datetime(2018, 8, 2, tzinfo=ZONE))
        after = ws.due("2018-07", **asked)
    named = [[one.fulfilled_by for one in found] for found in (before, after)]
    assert named == [[()], [("i1",)]]
