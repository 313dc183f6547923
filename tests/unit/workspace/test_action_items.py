"""What a meeting agreed is recorded against the meeting, and the next one is asked about it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Workspace
from fengqiao.errors import RecordError
from fengqiao.model import ActionItem, ActionReport, Session
from fengqiao.testing.small import COMMUNITIES, SMALL_PACK, small_city

ZONE = ZoneInfo("Asia/Shanghai")
KNOWN_AT = datetime(2018, 9, 1, 8, tzinfo=ZONE)
JULY_3, AUGUST_2 = date(2018, 7, 3), date(2018, 8, 2)
ITEM = "item-0000001"


@pytest.fixture(params=["memory:", "sqlite"])
def town(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    """The small town, whose meeting is to report back, with a meeting in August."""
    pack = Path(shutil.copytree(SMALL_PACK, tmp_path / "pack"))
    rules = pack / "data" / "rules.toml"
    text = rules.read_text(encoding="utf-8")
    text = text.replace("people.about   = 10", 'covers.all_of = ["report_back"]')
    rules.write_text(text, encoding="utf-8")
    url = request.param if request.param == "memory:" else f"sqlite:///{tmp_path / 'town.db'}"
    with fengqiao.open_workspace(url, packs=[pack]) as workspace:
        small_city(workspace)
        held = datetime(2018, 8, 2, 9, tzinfo=ZONE)
        session = Session(
            id="m2",
            key="meeting.community",
            station="ST01",
            area=COMMUNITIES[0],
            led_by="S01",
            started_at=held,
            ended_at=held.replace(hour=11),
            people=9,
            covers=("report_back",),
        )
        workspace.record([session], known_at=KNOWN_AT)
        yield workspace


def item(session: str = "m1", agreed_on: date = JULY_3, owner: str = "S01") -> ActionItem:
    """An item that July's meeting agreed."""
    return ActionItem(
        id="a1",
        session=session,
        item=ITEM,
        owner=owner,
        station="ST01",
        agreed_on=agreed_on,
        due_on=date(2018, 7, 31),
    )


def report(item_ref: str = ITEM) -> ActionReport:
    """What August's meeting heard."""
    return ActionReport(id="r1", session="m2", item=item_ref, station="ST01", on=AUGUST_2)


def reported_back(town: Workspace) -> tuple[str, object]:
    """Result and actual of August's meeting in the first community."""
    findings = town.check(period="2018-08", entry="meeting.community")
    found = findings.find(
        f"testtown:meeting.community:report_back@community/{COMMUNITIES[0]}:2018-08"
    )
    assert found is not None
    return found.result, found.actual


@pytest.mark.parametrize("heard", [False, True])
def test_the_next_meeting_is_asked_about_the_item(town: Workspace, *, heard: bool) -> None:
    """One item agreed in July; August hears of it or does not."""
    town.record([item()], known_at=KNOWN_AT)
    if heard:
        town.record([report()], known_at=KNOWN_AT)
    expected = ("met", "1/1 action_items") if heard else ("not_met", "0/1 action_items")
    assert reported_back(town) == expected


def test_an_erased_item_keeps_its_result(town: Workspace) -> None:
    """Item and report carry one token afterwards, so that they still belong together."""
    town.record([item()], known_at=KNOWN_AT)
    town.record([report()], known_at=KNOWN_AT)
    assert (town.erase(ITEM), reported_back(town)) == (2, ("met", "1/1 action_items"))


@pytest.mark.parametrize(
    ("wrong", "code", "field"),
    [
        (item(session="m9"), "record.not_recorded", "action_item.session"),
        (item(agreed_on=date(2018, 7, 2)), "record.not_recorded", "action_item.session"),
        (item(owner="S99"), "record.not_assigned", "action_item.owner"),
        (report(), "record.not_recorded", "action_report.item"),
    ],
)
def test_an_item_belongs_to_a_meeting_and_a_report_to_an_item(
    town: Workspace, wrong: object, code: str, field: str
) -> None:
    """No such meeting, before it was held, by nobody's owner, or of no item: refused."""
    with pytest.raises(RecordError) as caught:
        town.record([wrong], known_at=KNOWN_AT)
    assert [(one.code, one.facts["field"]) for one in caught.value.faults] == [(code, field)]


def test_a_refused_item_leaves_nothing_behind(town: Workspace) -> None:
    """Nothing half written."""
    with pytest.raises(RecordError):
        town.record([item(session="m9")], known_at=KNOWN_AT)
    assert reported_back(town) == ("met", ["report_back"])
