"""What a host asks of a workspace, and what must not pass for an answer; all is invented."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import StringIO
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from rich.console import Console

import fengqiao
from fengqiao import FengqiaoError, Workspace
from fengqiao.cli.score import print_award
from fengqiao.errors import Lang
from fengqiao.testing.small import COMMUNITIES, SMALL_PACK, small_city
from fengqiao.timing import Period

ZONE = ZoneInfo("Asia/Shanghai")
KNOWN_AT = datetime(2018, 8, 2, 8, tzinfo=ZONE)
MORE = """
[[band]]
key    = "station.class"
by     = "calls.per_day"
over   = "open"
tie    = "upper"
clause = "二"
level  = [{ name = "busy", at_least = 15 }, { name = "quiet", at_most = 15 }]

[[norm]]
id       = "staffing.share"
key      = "staffing.community_officer_share"
each     = "station"
where."station.class" = "busy"
basis    = "strength"
at_least = "40%"
clause   = "二"

[[norm]]
key      = "facility.police_rooms"
each     = "community"
at_least = 1
clause   = "二"

[[sheet]]
key     = "award.community_cadre"
each    = "community_cadre"
per     = "open"
decided = "outside"
winners = 10
clause  = "二"

[[role]]
key     = "grid_lead"
each    = "grid"
held_by = ["community_officer"]
clause  = "二"
"""


NAMED = """
[[label]]
key    = "names.station"
items  = [{ name = "north" }]
clause = "二"

[[norm]]
id         = "mediation_rooms"
key        = "facility.mediation_rooms"
each       = "station"
where.name = "north"
at_least   = 1
clause     = "二"
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The small pack with a band, a role, an award list and an open list of people to invite."""
    folder = tmp_path / "town"
    shutil.copytree(SMALL_PACK, folder)
    rules = folder / "data" / "rules.toml"
    text = rules.read_text(encoding="utf-8")
    text = text.replace("people.about   = 10", 'people.about   = 10\ninvite.all_of  = "open"')
    rules.write_text(text + MORE + NAMED, encoding="utf-8")
    return folder


def opened(pack: Path, **config: object) -> Workspace:
    """The town in memory, with what the host fills in."""
    ws = fengqiao.open_workspace("memory:", packs=pack, config={"testtown": config})
    small_city(ws)
    return ws


@pytest.fixture
def ws(pack: Path) -> Iterator[Workspace]:
    """The town with nothing filled in."""
    with opened(pack) as workspace:
        yield workspace


def test_words_that_the_host_fills_in_are_judged(pack: Path) -> None:
    """The source leaves open who is invited; nobody was."""
    with opened(pack, **{"meeting.community.invite": ["resident_rep"]}) as ws:
        found = ws.find(f"testtown:meeting.community:invited@community/{COMMUNITIES[0]}:2018-07")
    assert (found.result, found.actual) == ("not_met", [])


def test_a_class_that_is_not_known_lets_nobody_off(ws: Workspace) -> None:
    """While the band is not configured the station may be the busy one that is meant."""
    (found,) = ws.check("2018-07", entry="staffing.share")
    assert (found.result, found.reason) == ("not_checkable", "not_configured")


def test_a_rule_for_a_named_station_waits_until_the_host_says_which(ws: Workspace) -> None:
    """Until then no station is let off in silence."""
    (found,) = ws.check("2018-07", entry="mediation_rooms")
    assert (found.subject, found.reason) == ("ST01", "not_configured")


UNCLASSED = "testtown:staffing.share@station/ST01:2018-07-31"


@pytest.mark.parametrize(
    ("lang", "config", "result", "hint"),
    [
        (
            "en",
            {},
            "(not configured: the station class isn't known)",
            'To be filled in: [testtown] "station.class.over"',
        ),
        (
            "en",
            {"station.class.over": "month"},
            "(no data: the station class isn't known, as 2018-07 has no calls a day on record)",
            "`calls.received`: only where it is declared",
        ),
        (
            "zh",
            {"station.class.over": "month"},
            "(没有数据:派出所类别不明,因为没有 2018-07 日接警量的记录)",
            "`calls.received`:声明已完整记录之后",
        ),
    ],
)
def test_a_class_that_is_not_known_is_said(
    pack: Path, lang: Lang, config: dict[str, object], result: str, hint: str
) -> None:
    """Which class, by what, over which period; what the host can do is about the band."""
    with opened(pack, **config) as ws:
        text = ws.explain(UNCLASSED, lang=lang)
    assert result in text
    assert hint in text
    assert "staffing.share." not in text


def test_a_class_that_is_not_known_is_plain_data_too(pack: Path) -> None:
    """Whoever reads JSON sees the band, and not an open number of the entry."""
    with opened(pack, **{"station.class.over": "month"}) as ws:
        (found,) = ws.check("2018-07", entry="staffing.share")
    assert (found.reason, found.receipt["unknown"]) == (
        "no_data",
        {
            "about": "station.class",
            "by": "calls.per_day",
            "over": "2018-07",
            "terms": [],
            "pack": "testtown",
        },
    )


def test_a_station_that_is_new_has_no_class(pack: Path) -> None:
    """Of the window before it was set up there is nothing on record: the host left nothing open."""
    with opened(pack, **{"station.class.over": "year"}) as ws:
        (found,) = ws.check("2018-07", entry="staffing.share")
    assert (found.reason, found.receipt["unknown"]["over"]) == ("no_data", "2017")  # type: ignore[index]


@pytest.mark.parametrize(
    ("over", "on", "level"),
    [
        ("previous year", date(2018, 12, 31), "busy"),
        ("previous year", date(2019, 1, 1), "quiet"),
        ("year", date(2018, 12, 31), "quiet"),
    ],
)
def test_a_class_by_the_year_before_holds_for_a_whole_year(
    pack: Path, over: str, on: date, level: str
) -> None:
    """20 calls a day in 2017, 10 in 2018: the class of 2017 holds to the last day of 2018."""
    with fengqiao.open_workspace(
        "memory:", packs=pack, config={"testtown": {"station.class.over": over}}
    ) as ws:
        small_city(ws)
        since = date(2017, 1, 1)
        ws.declare({"calls.received": since}, known_at=KNOWN_AT)
        street = "990001007"
        early = fengqiao.Station(station="ST07", name="seventh", area=street, since=since)
        calls = [
            fengqiao.Total(
                id=f"t{year}",
                key="calls.received",
                subject_kind="station",
                subject="ST07",
                on=date(year, 6, 30),
                done=daily * 365,
            )
            for year, daily in ((2017, 20), (2018, 10))
        ]
        ws.record([fengqiao.Area(area=street, name="seventh", since=since)], known_at=KNOWN_AT)
        ws.record([early], known_at=KNOWN_AT)
        ws.record(calls, known_at=KNOWN_AT)
        classes = {one.subject: one.level for one in ws.classify(on.isoformat(), on=on)}
    assert classes["ST07"] == level


def test_one_name_that_nobody_bears_yet_silences_only_those_who_may_bear_it(pack: Path) -> None:
    """A station that the host has named is judged; the others may be the second one meant."""
    rules = pack / "data" / "rules.toml"
    text = rules.read_text(encoding="utf-8")
    text = text.replace('{ name = "north" }', '{ name = "north" }, { name = "south" }')
    text = text.replace('where.name = "north"', 'where.name = ["north", "south"]')
    rules.write_text(text, encoding="utf-8")
    with opened(pack, **{"names.station.north": "ST01"}) as ws:
        (sure,) = ws.check("2018-07", entry="mediation_rooms")
        other = fengqiao.Station(
            station="ST02", name="second", area=COMMUNITIES[0][:9], since=date(2018, 1, 1)
        )
        ws.record([other], known_at=KNOWN_AT)
        found = {one.subject: one for one in ws.check("2018-07", entry="mediation_rooms")}
        text = ws.explain(found["ST02"].id)
    assert (sure.subject, sure.receipt["unknown"]) == ("ST01", None)
    assert found["ST01"].reason != "not_configured"
    assert found["ST02"].reason == "not_configured"
    assert 'To be filled in: [testtown] "names.station.south"' in text


@pytest.mark.parametrize(("bearer", "judged"), [("ST01", ["ST01"]), ("ST02", [])])
def test_a_rule_for_a_named_station_is_judged_there_only(
    pack: Path, bearer: str, judged: list[str]
) -> None:
    """The host's id of a station stands for the name in the source."""
    with opened(pack, **{"names.station.north": bearer}) as ws:
        found = [one.subject for one in ws.check("2018-07") if one.entry == "mediation_rooms"]
    assert found == judged


def test_stations_together_have_every_finding_of_their_areas(ws: Workspace) -> None:
    """A community without a room belongs to the station whose staff serve it."""
    ws.void("police_room", ["R2:2018-01-01"], known_at=KNOWN_AT, reason="closed")
    whole = {finding.id for finding in ws.check("2018-07")}
    station = {finding.id for finding in ws.check("2018-07", station="ST01")}
    missing = f"testtown:facility.police_rooms@community/{COMMUNITIES[1]}:2018-07-31"
    assert (missing in whole, whole - station) == (True, set())


def test_outside_awards_are_read_as_of_the_day(ws: Workspace) -> None:
    """On the tenth nobody knows an award of the thirtieth."""
    award = fengqiao.Award(
        id="a1", award="award.community_cadre", recipient="C1", awarded_on=date(2018, 7, 30)
    )
    ws.record([award], known_at=KNOWN_AT)
    lists = {on: ws.score("2018-07", on=date(2018, 7, on)).awards[-1].winners for on in (10, 30)}
    assert lists == {10: (), 30: ("C1",)}


@pytest.mark.parametrize(
    ("config", "places"), [({}, None), ({"award.community_cadre.winners": 3}, 3)]
)
def test_places_of_an_outside_list_may_be_the_hosts(
    pack: Path, config: dict[str, object], places: int | None
) -> None:
    """Where the source leaves the number open; nobody's number stands nowhere."""
    rules = pack / "data" / "rules.toml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace("winners = 10", 'winners = "open"'), encoding="utf-8")
    with opened(pack, **config) as ws:
        award = ws.score("2018-07").awards[-1]
        console = Console(file=StringIO())
        print_award(console, ws, award, "en")
    assert award.places == places
    assert "- places" not in console.file.getvalue()  # type: ignore[attr-defined]


def test_another_places_award_list_is_not_shown(pack: Path, tmp_path: Path) -> None:
    """Both packs are in use; the second speaks nowhere on the register."""
    other = tmp_path / "elsewhere"
    shutil.copytree(pack, other)
    rules = other / "data" / "rules.toml"
    text = rules.read_text(encoding="utf-8").replace('"testtown"', '"elsewhere"')
    prefix = COMMUNITIES[0][:4]
    rules.write_text(text.replace(f'"{prefix}', '"9902'), encoding="utf-8")
    with fengqiao.open_workspace("memory:", packs=[pack, other]) as ws:
        small_city(ws)
        lists = [award.sheet for award in ws.score("2018-07").awards]
    assert lists == ["award.community_cadre"]


def test_a_station_alone_has_no_award_list(ws: Workspace) -> None:
    """A list ranks everybody of the place."""
    assert ws.score("2018-07", station="ST01").awards == ()


ASKS: dict[str, tuple[Callable[[Workspace], object], str]] = {
    "a band, which has no findings": (
        lambda ws: ws.check("2018-07", entry="station.class"),
        "request.no_entry",
    ),
    "a day that is a text": (lambda ws: ws.check("2018-07", on="2018-07-31"), "request.day"),  # type: ignore[arg-type]
    "a day that is a moment": (lambda ws: ws.check("2018-07", on=KNOWN_AT), "request.day"),
    "a finding of a band": (
        lambda ws: ws.explain("testtown:station.class@station/ST01:2018-07"),
        "finding.unknown",
    ),
    "another language": (
        lambda ws: ws.explain(
            "testtown:visits.households@community_officer/S01:2018-07",
            lang="fr",  # type: ignore[arg-type]
        ),
        "request.lang",
    ),
    "a moment that is a text": (
        lambda ws: ws.declare({"visit": date(2018, 1, 1)}, known_at="2018"),  # type: ignore[arg-type]
        "record.naive_known_at",
    ),
    "a column that is nothing": (
        lambda ws: ws.record_columns("visit", {"id": None}, known_at=KNOWN_AT),  # type: ignore[dict-item]
        "record.no_column",
    ),
    "a column that is a generator": (
        lambda ws: ws.record_columns("visit", {"id": (x for x in "ab")}, known_at=KNOWN_AT),  # type: ignore[dict-item]
        "record.no_column",
    ),
    "a field that is a number": (
        lambda ws: ws.record_columns("visit", {1: ["x"]}, known_at=KNOWN_AT),  # type: ignore[dict-item]
        "record.unknown_field",
    ),
}


@pytest.mark.parametrize("name", ASKS)
def test_what_can_not_be_asked_gets_an_error_of_ours(ws: Workspace, name: str) -> None:
    """A slip of the host's code is named, not passed on to Python."""
    call, code = ASKS[name]
    with pytest.raises(FengqiaoError) as caught:
        call(ws)
    assert caught.value.code == code


def test_a_workspace_without_a_place_says_so() -> None:
    """Without the pack of a place nothing would be judged."""
    with fengqiao.open_workspace("memory:") as ws, pytest.raises(FengqiaoError) as caught:
        ws.check("2018-07")
    assert caught.value.code == "request.no_place"


def test_a_finding_is_explained_as_it_was_known(ws: Workspace) -> None:
    """A visit that was withdrawn later still counts for what was known before."""
    finding = "testtown:visits.households@community_officer/S01:2018-07"
    ws.void("visit", ["v1"], known_at=KNOWN_AT, reason="wrong")
    before = datetime(2018, 8, 1, 12, tzinfo=ZONE)
    assert (ws.find(finding).actual, ws.find(finding, as_known=before).actual) == (3, 4)
    assert "Found: 4" in ws.explain(finding, as_known=before)


def test_withheld_attendance_says_that_it_is(ws: Workspace) -> None:
    """With no smallest number set, none is shown, and the explanation says so."""
    finding = f"testtown:meeting.community:attendance@community/{COMMUNITIES[0]}:2018-07"
    assert "Found: withheld" in ws.explain(finding)


def test_a_role_is_counted_in_words(ws: Workspace) -> None:
    """Of what the two numbers of a role are is said; its name comes from the catalogue."""
    since = date(2018, 1, 1)
    grid = fengqiao.Grid(grid="G1", area=COMMUNITIES[0], station="ST01", since=since)
    ws.record([grid], known_at=KNOWN_AT)
    posts = [
        fengqiao.Assignment(
            staff=staff, role="grid_lead", station="ST01", grid="G1", full_time=False, since=since
        )
        for staff in ("S01", "S09")
    ]
    ws.record(posts, known_at=KNOWN_AT)
    text = ws.explain("testtown:grid_lead:held_by@grid/G1:2018-07-31", lang="zh")
    expected = ["结论:网格长 / 担任者", "实际:1/2", "分子:可以担任的在任人员", "分母:全部在任人员"]
    assert [one for one in expected if one not in text] == []


def test_a_limit_in_proportion_is_explained(tmp_path: Path) -> None:
    """From the 12th on the officer held the post for 20 of 31 days: 3 x 20 / 31 is 2."""
    folder = tmp_path / "town"
    shutil.copytree(SMALL_PACK, folder)
    rules = folder / "data" / "rules.toml"
    text = rules.read_text(encoding="utf-8")
    rules.write_text(text.replace("at_least = 3", "at_least = 3\nprorate = true"), "utf-8")
    with opened(folder) as ws:
        post = fengqiao.Assignment(
            staff="S09",
            role="community_officer",
            station="ST01",
            full_time=True,
            since=date(2018, 7, 12),
        )
        ws.record([post], known_at=KNOWN_AT)
        text = ws.explain("testtown:visits.households@community_officer/S09:2018-07")
    assert "In proportion: 20 of 31 days: at least 2" in text


def test_after_its_last_day_a_declaration_says_nothing(ws: Workspace) -> None:
    """Declared for July only, August has no data instead of nothing done."""
    ws.void("recording", ["visit:2018-01-01"], known_at=KNOWN_AT, reason="ended")
    july = date(2018, 7, 1)
    ws.declare({"visit": july}, until=date(2018, 7, 31), known_at=KNOWN_AT)
    finding = "testtown:visits.households@community_officer/S01:"
    found = [ws.find(f"{finding}{period}") for period in ("2018-07", "2018-08")]
    assert [(one.result, one.reason) for one in found] == [
        ("met", None),
        ("not_checkable", "no_data"),
    ]


def test_an_entry_that_judges_nothing_is_refused(ws: Workspace) -> None:
    """A monthly limit asked for a week gives no empty answer, which would look like no breach."""
    with pytest.raises(FengqiaoError) as caught:
        ws.check("2018-W28", entry="visits.households")
    assert caught.value.code == "request.entry_not_judged"
    assert caught.value.facts["entry"] == "visits.households"


def test_an_id_of_due_work_is_found(ws: Workspace) -> None:
    """A duty's item of due work stands for how often the duty was done."""
    (item,) = [
        one
        for one in ws.due("2018-07", on=date(2018, 7, 31))
        if one.entry == "meeting.community" and one.subject == COMMUNITIES[0]
    ]
    assert ws.find(item.id).requirement == "cadence"


def test_what_is_not_declared_is_named(ws: Workspace) -> None:
    """An explanation of no data says which declaration is missing."""
    july = Period.parse("2018-07").span
    declared = ws.store.register("recording", during=july)["id"]
    ws.void("recording", declared, known_at=KNOWN_AT, reason="never_kept")
    findings = ws.check("2018-07", entry="visits.households")
    assert {finding.reason for finding in findings} == {"no_data"}
    assert "fengqiao store declare visit " in ws.explain(next(iter(findings)).id)
