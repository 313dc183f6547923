from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from fengqiao.errors import Fault
from fengqiao.model import KINDS
from fengqiao.model.references import (
    find_overlaps,
    find_unknown_codes,
    find_unrecorded,
    find_unregistered,
    find_wrong_totals,
    register_of,
    span_of,
)
from fengqiao.timing import Span

if TYPE_CHECKING:
    from tests.unit.conftest import Build

ZONE = ZoneInfo("Asia/Shanghai")


def visit(day: int = 10, **changes: object) -> dict[str, Any]:
    """A visit on a day of July 2018."""
    at = datetime(2018, 7, day, 9, tzinfo=ZONE)
    return {
        "id": f"V{day}",
        "staff": "W1",
        "station": "ST1",
        "area": "990101001001",
        "household": "HH-00000001",
        "started_at": at,
        "ended_at": at,
        **changes,
    }


Where = tuple[str, object, object, object]


def codes(faults: Iterable[Fault]) -> list[Where]:
    """Code, field, row and day of each fault."""
    return [
        (one.code, one.facts.get("field"), one.facts.get("row"), one.facts.get("day"))
        for one in faults
    ]


def unregistered(
    build: Build, kind: str, rows: list[dict[str, Any]], **more: object
) -> list[Where]:
    """Faults of these rows against the small town."""
    return codes(find_unregistered(KINDS[kind], build.table(kind, *rows), build.town(**more)))


def test_known_ids_pass(build: Build) -> None:
    """Officer, station and community all stand in their registers on the day."""
    assert unregistered(build, "visit", [visit()]) == []


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"staff": "W9"}, "record.not_assigned", "visit.staff"),
        ({"area": "990101001002"}, "record.not_registered", "visit.area"),
    ],
)
def test_unknown_id_names_field_row_and_day(
    build: Build, changes: dict[str, Any], code: str, field: str
) -> None:
    """The second row is the one at fault."""
    rows = [visit(), visit(11, **changes)]
    assert unregistered(build, "visit", rows) == [(code, field, 1, "2018-07-11")]


def test_unknown_station_is_found_for_itself_and_for_the_post(build: Build) -> None:
    """Nobody holds a post at a station that is not there."""
    found = unregistered(build, "visit", [visit(station="ST9")])
    assert {fault[0] for fault in found} == {"record.not_assigned", "record.not_registered"}


@pytest.mark.parametrize(("day", "held"), [(9, False), (10, True), (20, True), (21, False)])
def test_post_must_be_held_on_the_day(build: Build, day: int, *, held: bool) -> None:
    """An officer's visits count from the first to the last day of the post."""
    post = build.post("W2", since=date(2018, 7, 10), until=date(2018, 7, 20))
    found = unregistered(build, "visit", [visit(day, staff="W2")], assignment=[post])
    assert (found == []) == held


def test_each_row_is_looked_at_where_a_post_is_interrupted(build: Build) -> None:
    """A batch that spans a break is refused only for the day in the break."""
    posts = [
        build.post("W2", until=date(2018, 7, 10)),
        build.post("W2", since=date(2018, 7, 20)),
    ]
    rows = [visit(5, staff="W2"), visit(25, staff="W2"), visit(15, staff="W2")]
    assert unregistered(build, "visit", rows, assignment=posts) == [
        ("record.not_assigned", "visit.staff", 2, "2018-07-15")
    ]


def total(kind: str, subject: str) -> dict[str, Any]:
    """A total about a subject."""
    return {
        "id": f"T-{kind}-{subject}",
        "key": "calls.received",
        "subject_kind": kind,
        "subject": subject,
        "on": date(2018, 7, 10),
        "done": 1,
    }


@pytest.mark.parametrize(
    ("kind", "subject", "known"),
    [
        ("station", "ST1", True),
        ("community", "990101001001", True),
        ("community_officer", "W1", True),
        ("police_room", "R1", True),
        ("station", "R1", False),
        ("village", "990101001001", False),
        ("auxiliary_officer", "W1", False),
    ],
)
def test_subject_of_a_total_must_be_of_its_kind(
    build: Build, kind: str, subject: str, *, known: bool
) -> None:
    """A community is no village, and an officer no auxiliary."""
    assert (unregistered(build, "total", [total(kind, subject)]) == []) == known


@pytest.mark.parametrize(("subject", "known"), [("B1", True), ("D1", False)])
def test_a_department_is_no_bureau(build: Build, subject: str, *, known: bool) -> None:
    """A total about a bureau names a body of that kind."""
    bodies = [
        {"body": body, "kind": kind, "area": "990101001001"}
        for body, kind in (("B1", "bureau"), ("D1", "department"))
    ]
    assert (unregistered(build, "total", [total("bureau", subject)], body=bodies) == []) == known


def report(day: int) -> dict[str, Any]:
    """A report on an action item at the meeting S1, on a day of July 2018."""
    facts = {"session": "S1", "item": "ITEM-0001", "station": "ST1", "on": date(2018, 7, day)}
    return {"id": f"R{day}", **facts}


@pytest.mark.parametrize(("held", "row"), [(10, None), (11, 0), (12, 0), (None, 0)])
def test_a_meeting_must_be_recorded_by_the_day(
    build: Build, held: int | None, row: int | None
) -> None:
    """Reports of the 10th and 20th name a meeting; it was held by then, later, or never."""
    table = build.table("action_report", report(10), report(20))
    first = {"S1": date(2018, 7, held).toordinal()} if held else {}
    fault = find_unrecorded(KINDS["action_report"], table, "session", first)
    found = fault and (fault.code, fault.facts["row"], fault.facts["recorded"])
    assert found == (None if row is None else ("record.not_recorded", row, "session.id"))


@pytest.mark.parametrize(
    ("key", "done", "row"),
    [
        ("calls.attended_share", 3, None),
        ("calls.attended_share", 4, 1),
        ("survey.rating", 14, None),
    ],
)
def test_no_more_is_done_than_there_is(build: Build, key: str, done: int, row: int | None) -> None:
    """Four calls of three can't have been attended; three respondents may give 14 points."""
    facts = [{**total("station", "ST1"), "id": f"T{n}", "key": key, "total": 3} for n in (1, 2)]
    facts[1]["done"] = done
    table = build.table("total", *facts)
    ratings = {"survey.rating"}
    found = find_wrong_totals(KINDS["total"], table, shares=(), ratings=ratings)
    assert [fault.facts["row"] for fault in found] == ([] if row is None else [row])


@pytest.mark.parametrize("key", ["calls.attended_share", "calls.received"])
def test_a_share_says_out_of_how_many(build: Build, key: str) -> None:
    """Calls received stand alone; calls attended are out of some number."""
    table = build.table("total", {**total("station", "ST1"), "key": key})
    shares = {"calls.attended_share"}
    found = find_wrong_totals(KINDS["total"], table, shares=shares, ratings=())
    assert [fault.code for fault in found] == (["record.absent"] if key in shares else [])


def test_register_of_each_kind_of_subject() -> None:
    """Areas by level, staff by role, bureaus as bodies, the rest by their own register."""
    kinds = ("village", "station", "police_room", "grid", "auxiliary_officer", "bureau")
    assert [register_of(kind) for kind in kinds] == [
        ("area", "area"),
        ("station", "station"),
        ("police_room", "room"),
        ("grid", "grid"),
        ("assignment", "staff"),
        ("body", "body"),
    ]


def test_unknown_code_is_found_and_not_repeated(build: Build) -> None:
    """The fault names the field and the words there are, never the word that was given."""
    table = build.table("assignment", {**build.post("W1", "marker"), "since": date(2018, 1, 1)})
    every = {spec.vocabulary: frozenset() for spec in KINDS["assignment"].fields.values()}
    known = {**every, "role": frozenset({"officer", "community_officer"})}
    (fault,) = find_unknown_codes(KINDS["assignment"], table, known)
    assert (fault.facts["field"], "marker" in str(dict(fault.facts))) == ("assignment.role", False)


def overlaps(build: Build, *rows: dict[str, Any]) -> list[Where]:
    """Faults of facts about station ST1, which holds from 2018 on."""
    facts = [{"station": "ST1", "name": "一", "area": "990101001", **row} for row in rows]
    return codes(find_overlaps(KINDS["station"], build.table("station", *facts), build.town()))


def test_second_fact_on_a_day_is_refused(build: Build) -> None:
    """Two facts may not speak about one station on one day."""
    assert overlaps(build, {"since": date(2018, 7, 1)}) == [
        ("record.overlap", "station.station", 0, "2018-07-01")
    ]


def test_fact_before_another_passes(build: Build) -> None:
    """Until the day before is no overlap."""
    assert overlaps(build, {"since": date(2017, 1, 1), "until": date(2017, 12, 31)}) == []


def test_same_fact_again_is_no_overlap(build: Build) -> None:
    """Recording a fact twice is repetition, which the store counts."""
    assert overlaps(build, {"since": date(2018, 1, 1)}) == []


def test_overlap_within_a_batch_is_found(build: Build) -> None:
    """Two facts of one batch are held against each other."""
    rows = [
        {"since": date(2016, 1, 1), "until": date(2016, 12, 31)},
        {"since": date(2016, 12, 31), "until": date(2017, 6, 30)},
    ]
    assert overlaps(build, *rows) == [("record.overlap", "station.station", 1, "2016-12-31")]


def test_posts_may_overlap(build: Build) -> None:
    """An officer may hold several posts at once."""
    table = build.table("assignment", {**build.post("W1"), "since": date(2018, 7, 1)})
    assert find_overlaps(KINDS["assignment"], table, build.town()) == []


def test_span_of_a_batch(build: Build) -> None:
    """From the first to the last day that a row touches; a fact without an end has none."""
    station = {"station": "ST2", "name": "二", "area": "990101001", "since": date(2018, 7, 1)}
    assert [
        span_of(KINDS["visit"], build.table("visit", visit(5), visit(3))),
        span_of(KINDS["station"], build.table("station", station)),
        span_of(KINDS["visit"], build.table("visit")),
    ] == [
        Span(date(2018, 7, 3), date(2018, 7, 5)),
        Span(date(2018, 7, 1), date.max),
        None,
    ]
