"""What the rest of a notice asks, from records to findings: posts, bureaus, own measures."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import Workspace
from fengqiao.errors import Lang
from fengqiao.model import (
    Area,
    Assignment,
    Body,
    DutyDone,
    Inspection,
    PolicePost,
    Premises,
    Session,
    Total,
)
from fengqiao.testing.small import COMMUNITIES, SMALL_PACK, small_city

ZONE = ZoneInfo("Asia/Shanghai")
KNOWN_AT = datetime(2018, 9, 1, 8, tzinfo=ZONE)
SINCE = date(2018, 1, 1)
STREET = "990001001"
MORE = """
[[duty]]
key            = "meeting.post"
who            = ["deputy_station_leader", "post_leader"]
each           = "police_post"
every          = "quarter"
lasts.at_least = "1/2 day"
clause         = "二"

[[duty]]
id       = "duty.report.organisation"
key      = "duty.report"
who      = "community_officer"
every    = "month"
of.topic = "organisation"
clause   = "二"

[[duty]]
id       = "duty.report.situation"
key      = "duty.report"
who      = "community_officer"
every    = "month"
of.topic = "community_situation"
clause   = "二"

[[norm]]
key    = "organisation.channels"
each   = "bureau"
all_of = ["online_report", "online_enquiry"]
clause = "二"

[[norm]]
key      = "inspection.share"
each     = "station"
per      = "month"
of.kind  = ["school"]
at_least = "100%"
clause   = "二"

[[norm]]
key      = "premises.compliant_share"
each     = "station"
of.topic = "fire"
at_least = "100%"
clause   = "二"

[[norm]]
key      = "premises.filed_share"
each     = "station"
at_least = "100%"
clause   = "二"

[[norm]]
key      = "calls.attended_share"
each     = "community_officer"
at_least = "100%"
clause   = "二"

[[measure]]
key    = "publicity.talks"
kind   = "count"
about  = "service"
each   = ["station"]
done   = { zh = "举办的讲座", en = "talks held" }
unit   = "talks"
clause = "二"
zh     = "讲座次数"
en     = "Talks"

[[norm]]
id       = "publicity.talks.quarterly"
key      = "publicity.talks"
each     = "station"
per      = "quarter"
at_least = 2
clause   = "二"
"""

Answer = Callable[..., tuple[str, object]]


def at(day: date, hour: int) -> datetime:
    """A moment."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=ZONE)


def places() -> list[list[object]]:
    """A bureau, a police post, two schools, a post leader."""
    schools = [
        Premises(
            premises=f"school-{number:04}",
            kind="school",
            area=COMMUNITIES[0],
            station="ST01",
            goods=("hazardous_chemicals",),
            filed=filed,
            since=SINCE,
        )
        for number, filed in ((1, True), (2, None))
    ]
    leader = Assignment(
        staff="S09",
        role="post_leader",
        station="ST01",
        post="P1",
        full_time=True,
        since=SINCE,
    )
    return [
        [Area(area="990001", name="测试县", since=SINCE)],
        [
            Body(
                body="B1",
                kind="bureau",
                area="990001",
                channels=("online_report", "wechat"),
                since=SINCE,
            )
        ],
        [PolicePost(post="P1", station="ST01", area=STREET, since=SINCE)],
        list(schools),
        [leader],
    ]


def work() -> list[list[object]]:
    """A post's meeting, a report on organisation, an inspection, talks and calls."""
    day = date(2018, 7, 5)
    return [
        [
            Session(
                id="post-1",
                key="meeting.post",
                station="ST01",
                area=STREET,
                post="P1",
                led_by="S09",
                started_at=at(day, 8),
                ended_at=at(day, 12),
                people=15,
            )
        ],
        [
            DutyDone(
                id="report-1",
                key="duty.report",
                staff="S01",
                station="ST01",
                area=COMMUNITIES[0],
                topics=("organisation",),
                started_at=at(day, 14),
                ended_at=at(day, 15),
            )
        ],
        [
            Inspection(
                id="i1",
                staff="S01",
                station="ST01",
                premises="school-0001",
                topics=("fire", "food"),
                failed=("food",),
                started_at=at(day, 16),
                ended_at=at(day, 17),
            )
        ],
        [
            Total(
                id="t1",
                key="publicity.talks",
                subject_kind="station",
                subject="ST01",
                on=day,
                done=1,
            ),
            Total(
                id="t2",
                key="calls.attended_share",
                subject_kind="community_officer",
                subject="S01",
                on=day,
                done=3,
                total=4,
            ),
        ],
    ]


@pytest.fixture(params=["memory:", "sqlite"])
def town(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Workspace]:
    """The small town with a wider notice."""
    pack = Path(shutil.copytree(SMALL_PACK, tmp_path / "pack"))
    with (pack / "data" / "rules.toml").open("a", encoding="utf-8") as rules:
        rules.write(MORE)
    url = request.param if request.param == "memory:" else f"sqlite:///{tmp_path / 'town.db'}"
    terms = {"testtown": {"meeting.post.day": "8 hours"}}
    with fengqiao.open_workspace(url, packs=[pack], config=terms) as workspace:
        small_city(workspace)
        keys = (
            "meeting.post", "duty.report", "inspection", "publicity.talks", "calls.attended_share",
        )  # fmt: skip
        for facts in places():
            workspace.record(facts, known_at=KNOWN_AT)
        workspace.declare(dict.fromkeys(keys, SINCE), known_at=KNOWN_AT)
        for facts in work():
            workspace.record(facts, known_at=KNOWN_AT)
        yield workspace


def answer(town: Workspace, period: str, finding: str) -> tuple[str, object]:
    """Result (or reason) and actual of one finding."""
    entry = finding.partition("@")[0].partition(":")[0]
    found = town.check(period=period, entry=entry).find(f"testtown:{finding}:{period}")
    assert found is not None
    return found.reason or found.result, found.actual


@pytest.mark.parametrize(
    ("period", "finding", "expected"),
    [
        ("2018-Q3", "meeting.post:cadence@police_post/P1", ("met", 1)),
        ("2018-Q3", "meeting.post:lead@police_post/P1", ("met", ["post_leader"])),
        ("2018-Q3", "meeting.post:length@police_post/P1", ("met", "240 minutes")),
        ("2018-07", "duty.report.organisation:cadence@community_officer/S01", ("met", 1)),
        ("2018-07", "duty.report.situation:cadence@community_officer/S01", ("not_met", 0)),
        ("2018-07", "inspection.share@station/ST01", ("not_met", "1/2")),
        ("2018-07", "premises.compliant_share@station/ST01", ("met", "1/1")),
        ("2018-07", "calls.attended_share@community_officer/S01", ("not_met", "3/4")),
        ("2018-07", "calls.attended_share@community_officer/S02", ("nothing_due", None)),
        ("2018-Q3", "publicity.talks.quarterly@station/ST01", ("not_met", 1)),
    ],
)
def test_each_requirement_is_judged_on_what_was_recorded(
    town: Workspace, period: str, finding: str, expected: tuple[str, object]
) -> None:
    """In memory and in a file alike."""
    assert answer(town, period, finding) == expected


@pytest.mark.parametrize(
    ("finding", "expected"),
    [
        ("organisation.channels@bureau/B1", ("not_met", ["online_report", "wechat"])),
        ("premises.filed_share@station/ST01", ("no_data", None)),
    ],
)
def test_each_state_is_judged_on_its_day(
    town: Workspace, finding: str, expected: tuple[str, object]
) -> None:
    """A bureau lacks a channel; of one school nobody said whether there is a file."""
    assert answer(town, "2018-07-31", finding) == expected


@pytest.mark.parametrize(
    ("lang", "lines"),
    [
        ("en", {"Counted: talks held", "Asked: must, at least 2", "Found: 1"}),
        ("zh", {"分子:举办的讲座", "要求:应当,不少于 2", "实际:1"}),
    ],
)
def test_a_norm_on_an_own_measure_is_explained(
    town: Workspace, lang: Lang, lines: set[str]
) -> None:
    """With what the pack says that is counted."""
    text = town.explain("testtown:publicity.talks.quarterly@station/ST01:2018-Q3", lang=lang)
    assert lines <= set(text.splitlines())
