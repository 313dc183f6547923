"""A workspace purges facts, and judges closed periods as before where they rest on counts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from attrs import frozen

import fengqiao
from fengqiao import FengqiaoError, Workspace
from fengqiao.model import Session, Visit
from fengqiao.store import Appended
from fengqiao.testing.builders import action_items, totals
from fengqiao.testing.small import COMMUNITIES, SMALL_PACK, small_city

ZONE = ZoneInfo("Asia/Shanghai")
KNOWN_AT = datetime(2018, 9, 1, 8, tzinfo=ZONE)
AUGUST = date(2018, 8, 1)
MEETING = date(2018, 8, 3)


@pytest.fixture
def town() -> Iterator[Workspace]:
    """The small town with its July, and one visit in August."""
    with fengqiao.open_workspace(packs=[SMALL_PACK]) as workspace:
        small_city(workspace)
        workspace.record(visit("v8", 2, day=date(2018, 8, 9)), known_at=KNOWN_AT)
        yield workspace


def visit(name: str, household: int, *, day: date) -> Visit:
    """A visit of officer S01."""
    return Visit(
        id=name,
        staff="S01",
        station="ST01",
        area=COMMUNITIES[0],
        household=f"household-{household:04}",
        started_at=datetime(day.year, day.month, day.day, 9, tzinfo=ZONE),
        ended_at=datetime(day.year, day.month, day.day, 10, tzinfo=ZONE),
    )


@frozen
class Told:
    """What a finding says."""

    id: str
    result: str
    reason: str | None
    actual: object


def told(workspace: Workspace, period: str, entry: str | None = None) -> list[Told]:
    """What a check says of a period."""
    found = workspace.check(period, entry=entry)
    return [Told(one.id, one.result, one.reason, one.actual) for one in found]


def test_findings_that_rest_on_counts_stay_as_they_were(town: Workspace) -> None:
    """Purging visits changes nothing of July, which has ended."""
    before = told(town, "2018-07")
    town.purge("visit", before=AUGUST)
    assert told(town, "2018-07") == before


def test_explanations_stay_as_they_were(town: Workspace) -> None:
    """A finding is found by its id and explained in the same words."""
    (finding, *_) = town.check("2018-07", entry="visits.households")
    before = town.explain(finding.id)
    town.purge("visit", before=AUGUST)
    assert town.explain(finding.id) == before


def test_later_periods_are_judged_as_ever(town: Workspace) -> None:
    """August has its visit."""
    before = told(town, "2018-08")
    town.purge("visit", before=AUGUST)
    assert told(town, "2018-08") == before


def test_what_was_not_kept_is_said_to_be_purged(town: Workspace) -> None:
    """July as of its 15th was no closed period: it is not counted anew from what is left."""
    town.purge("visit", before=AUGUST)
    found = town.check("2018-07", on=date(2018, 7, 15), entry="visits.households")
    assert {(one.result, one.reason, one.actual) for one in found} == {
        ("not_checkable", "purged", None)
    }


def test_as_known_earlier_is_said_to_be_purged(town: Workspace) -> None:
    """What was known when is gone with the facts."""
    town.purge("visit", before=AUGUST)
    found = town.check("2018-07", as_known=KNOWN_AT, entry="visits.households")
    assert {one.reason for one in found} == {"purged"}


def test_duties_need_the_facts_themselves(town: Workspace) -> None:
    """A meeting was held in one of the communities; once it is purged, nobody says it wasn't."""
    town.purge("session", before=AUGUST)
    found = town.check("2018-07", entry="meeting.community")
    assert {(one.result, one.reason) for one in found} == {("not_checkable", "purged")}


def test_purge_keeps_what_an_earlier_purge_kept(town: Workspace) -> None:
    """July stays as it was when August is purged too."""
    before = told(town, "2018-07")
    august = told(town, "2018-08", entry="visits.households")
    town.purge("visit", before=AUGUST)
    town.purge("visit", before=date(2018, 9, 1))
    assert told(town, "2018-07") == before
    assert told(town, "2018-08", entry="visits.households") == august


def test_dry_run_changes_nothing(town: Workspace) -> None:
    """It says what would go; then that is what goes."""
    before = b"".join(town.export())
    looked = town.purge("visit", before=AUGUST, dry_run=True)
    assert b"".join(town.export()) == before
    assert town.purge("visit", before=AUGUST) == looked
    assert (looked.facts, looked.kept > 0) == ({"2018-07": 7}, True)


def test_nothing_to_purge_is_said_so(town: Workspace) -> None:
    """No fact is from before July."""
    done = town.purge("visit", before=date(2018, 6, 1))
    assert (dict(done.facts), done.kept) == ({}, 0)


def test_late_facts_are_left_out_and_counted(town: Workspace) -> None:
    """A visit of July that comes after the purge would make the kept count wrong."""
    town.purge("visit", before=AUGUST)
    late = visit("v9", 9, day=date(2018, 7, 30))
    assert town.record(late, known_at=KNOWN_AT) == Appended(refused=1)


def test_late_totals_of_purged_days_are_left_out(town: Workspace) -> None:
    """They are not compared with those that are gone."""
    town.purge("total", before=AUGUST)
    columns = totals(1, on=date(2018, 7, 31), subject="ST01")
    assert town.record_columns("total", columns, known_at=KNOWN_AT) == Appended(refused=1)


def test_meetings_that_are_left_may_be_named(town: Workspace) -> None:
    """What was agreed at one is recorded after earlier ones were purged."""
    town.purge("session", before=AUGUST)
    meeting = Session(
        id="m2",
        key="meeting.community",
        station="ST01",
        area=COMMUNITIES[0],
        led_by="S01",
        started_at=datetime(2018, 8, 3, 9, tzinfo=ZONE),
        ended_at=datetime(2018, 8, 3, 11, tzinfo=ZONE),
        people=9,
    )
    town.record(meeting, known_at=KNOWN_AT)
    who = {"owner": "S01", "station": "ST01"}
    agreed = action_items(1, session="m2", agreed_on=MEETING, due_on=MEETING, **who)
    assert town.record_columns("action_item", agreed, known_at=KNOWN_AT) == Appended(new=1)


def test_due_work_goes_on(town: Workspace) -> None:
    """What is due in August rests on nothing that was purged."""
    before = [(one.id, one.open) for one in town.due("2018-08", on=AUGUST)]
    town.purge("visit", before=AUGUST)
    assert [(one.id, one.open) for one in town.due("2018-08", on=AUGUST)] == before


def test_purging_needs_to_know_what_is_judged() -> None:
    """Without a pack no count would be kept; who wants that asks the store."""
    with fengqiao.open_workspace() as workspace:
        small_city(workspace)
        with pytest.raises(FengqiaoError) as caught:
            workspace.purge("visit", before=AUGUST)
    assert caught.value.code == "request.no_place"
