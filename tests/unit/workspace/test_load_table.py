"""What a workspace makes of a host's table; all of it is invented."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve

import fengqiao
from fengqiao.errors import Fault, StoreConflict, TableError
from fengqiao.store import Appended
from fengqiao.tables import CHUNK_ROWS, MOST_FAULTS, Layout
from fengqiao.testing.small import SMALL_PACK, small_city

NOW = datetime(2018, 8, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
KEYED = Layout(secret=b"sixteen bytes or more")
HEADER = "staff,station,area,household,started_at,ended_at"
GOOD = "S01,ST01,990001001001,household-0001,2018-07-20 09:00,2018-07-20 09:30"
FIELDS = dict(zip(HEADER.split(","), GOOD.split(","), strict=True))


@pytest.fixture(params=["memory", "file"])
def ws(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[fengqiao.Workspace]:
    """The small town, in memory and in a file."""
    url = "memory:" if request.param == "memory" else f"sqlite:///{tmp_path}/town.db"
    with fengqiao.open_workspace(url, packs=[SMALL_PACK]) as opened:
        small_city(opened)
        yield opened


def row(**changes: str) -> str:
    """A good visit with some of its cells changed."""
    return ",".join({**FIELDS, **changes}.values())


def load(
    ws: fengqiao.Workspace, *lines: str, kind: str = "visit", layout: Layout = KEYED
) -> Appended:
    """What becomes of lines of text."""
    return ws.load_table(kind, list(lines), known_at=NOW, layout=layout)


def refused(
    ws: fengqiao.Workspace, *lines: str, kind: str = "visit", layout: Layout = KEYED
) -> tuple[Fault, ...]:
    """The faults of a table that is refused; the store stays as it was."""
    before = list(ws.export())
    with pytest.raises(TableError) as caught:
        load(ws, *lines, kind=kind, layout=layout)
    assert list(ws.export()) == before
    return caught.value.faults


def told(faults: tuple[Fault, ...]) -> list[tuple[str, int | None]]:
    """Codes and lines."""
    return [(fault.code, fault.place.line if fault.place else None) for fault in faults]


# -- what is loaded ------------------------------------------------------------------------------


def test_rows_are_recorded_as_objects_would_be(ws: fengqiao.Workspace) -> None:
    """The store holds the same either way."""
    with fengqiao.open_workspace("memory:", packs=[SMALL_PACK]) as other:
        small_city(other)
        at = NOW.replace(month=7, day=20)
        visit = fengqiao.Visit(
            id="v-1",
            staff="S01",
            station="ST01",
            area="990001001001",
            household="household-0001",
            started_at=at,
            ended_at=at.replace(minute=30),
        )
        other.record([visit], known_at=NOW)
        load(ws, f"id,{HEADER}", f"v-1,{GOOD}")
        assert list(ws.export()) == list(other.export())


def test_columns_may_come_in_any_order_under_any_label(ws: fengqiao.Workspace) -> None:
    """Names and labels of both languages, mixed."""
    header = "end,被走访户(不透明引用),开始时间,Officer Who Visited,社区(村),station"
    cells = "2018/7/20 9:30,household-0001,2018/7/20 9:00,S01,990001001001,ST01"
    load(ws, HEADER, GOOD)
    assert load(ws, header, cells) == Appended(repeated=1)


def test_own_headers_are_mapped_and_others_ignored(ws: fengqiao.Workspace) -> None:
    """A field is named by its name or its label."""
    layout = evolve(
        KEYED, columns={"警号": "staff", "户": "被走访户(不透明引用)"}, ignore=("备注",)
    )
    header = "警号,station,area,户,备注,started_at,ended_at"
    cells = GOOD.replace("household-0001,", "household-0001,看门人不在家,")
    assert load(ws, header, cells, layout=layout) == Appended(new=1)


def test_constants_stand_in_every_row(ws: fengqiao.Workspace) -> None:
    """Read as the cells of a column are."""
    layout = evolve(KEYED, constants={"派出所": '="ST01"', "area": "990001001001"})
    lines = ["staff,household,started_at,ended_at"]
    lines += [f"S01,household-{n:04},2018/7/20 9:00,2018/7/20 9:30" for n in range(3)]
    assert load(ws, *lines, layout=layout) == Appended(new=3)


def test_own_words_stand_for_ids(ws: fengqiao.Workspace) -> None:
    """A station by its name; ids beside it are read as they stand."""
    layout = evolve(KEYED, values={"派出所": {"城东 派出所": "ST01"}})
    rows = [row(station="城东派出所"), row(household="household-0002")]
    assert load(ws, HEADER, *rows, layout=layout) == Appended(new=2)
    assert load(ws, HEADER, GOOD) == Appended(repeated=1)


def test_identity_number_among_own_words_is_refused(ws: fengqiao.Workspace) -> None:
    """What a word means is checked as a cell is."""
    layout = evolve(KEYED, values={"household": {"张": "x-11010519491231002X"}})
    faults = refused(ws, HEADER, row(household="张"), layout=layout)
    assert told(faults) == [("record.identity_number", 2)]


def test_other_kinds_of_rows_and_totals_are_left_out(ws: fengqiao.Workspace) -> None:
    """Before anything of them is read; a column that chooses needs no field."""
    layout = evolve(
        KEYED, only={"类型": ("入户走访", "回访")}, skip={"staff": ("合计",), "类型": ("作废",)}
    )
    rows = [
        f"入户走访,{GOOD}",
        f"回访,{row(household='household-0002')}",
        "单位检查,=1,,,,,",
        "入户走访,合计,,,,,",
        "作废,x",
    ]
    assert load(ws, f"类型,{HEADER}", *rows, layout=layout) == Appended(new=2)


def test_rows_of_json_are_chosen_too(ws: fengqiao.Workspace) -> None:
    """By what stands under a key."""
    layout = evolve(KEYED, format="jsonl", skip={"n": ("2",)})
    rows = [json.dumps({**FIELDS, "n": n}) for n in (1, 2)]
    assert load(ws, *rows, layout=layout) == Appended(new=1)


def test_table_of_which_no_row_is_chosen_is_refused(ws: fengqiao.Workspace) -> None:
    """And the fault names what chose."""
    (fault,) = refused(ws, HEADER, GOOD, layout=evolve(KEYED, only={"staff": ("S02",)}))
    assert (fault.code, fault.facts["options"]) == ("table.no_rows", ["--only"])


@pytest.mark.parametrize(
    ("header", "cells"),
    [
        ("started_at,时长", "2018-07-20 09:00,30"),
        ("时长,started_at", "30分钟,2018年7月20日 09时00分"),
    ],
)
def test_duration_stands_for_the_end(ws: fengqiao.Workspace, header: str, cells: str) -> None:
    """The fact is the one that a table with an end would give."""
    load(ws, HEADER, GOOD)
    lines = (
        f"staff,station,area,household,{header}",
        f"S01,ST01,990001001001,household-0001,{cells}",
    )
    assert load(ws, *lines, layout=evolve(KEYED, minutes="时长")) == Appended(repeated=1)


@pytest.mark.parametrize("cell", ["", "半小时", "-5", "20000", "13912345678"])
def test_what_is_no_duration_is_told(ws: fengqiao.Workspace, cell: str) -> None:
    """With its line; a start alone is no visit."""
    header = HEADER.replace("ended_at", "时长")
    (fault,) = refused(ws, header, row(ended_at=cell), layout=evolve(KEYED, minutes="时长"))
    assert fault.code in ("table.absent", "table.minutes", "table.formula")


def test_title_above_the_header_is_left_out(ws: fengqiao.Workspace) -> None:
    """Lines are counted from the top all the same."""
    layout = evolve(KEYED, header_line=3)
    faults = refused(ws, "走访登记表,,,,,", "", HEADER, GOOD, row(staff="S99"), layout=layout)
    assert told(faults) == [("record.not_assigned", 5)]


def test_minted_references_are_those_of_mint_ref(ws: fengqiao.Workspace) -> None:
    """So that what other programs record is the same household."""
    load(ws, HEADER, row(household="一单元-3"), layout=evolve(KEYED, mint=("household",)))
    ref = fengqiao.mint_ref(b"sixteen bytes or more", "household", "一单元-3")
    assert ws.erase(ref) == 1


def test_minted_premises_are_the_same_in_every_table(ws: fengqiao.Workspace) -> None:
    """On the register and in an inspection; flags that may be absent are."""
    layout = evolve(KEYED, mint=("premises",))
    header = "premises,kind,area,station,filed,undertaking,since"
    lines = (header, "旅馆-12,旅馆,990001001001,ST01,是,,2018-01-01")
    assert load(ws, *lines, kind="premises", layout=layout) == Appended(new=1)
    header = "staff,station,premises,topics,started_at,ended_at"
    lines = (header, "S01,ST01,旅馆-12,消防、治安,2018/7/20 9:00,2018/7/20 9:30")
    assert load(ws, *lines, kind="inspection", layout=layout) == Appended(new=1)


def test_event_that_names_no_recorded_one_is_told(ws: fengqiao.Workspace) -> None:
    """An action item belongs to a meeting that is in the store."""
    header = "session,item,owner,station,agreed_on,due_on"
    rows = [
        f"{id_},item-000{n},S01,ST01,2018-07-03,2018-08-03" for n, id_ in enumerate(("m1", "m2"))
    ]
    faults = refused(ws, header, *rows, kind="action_item")
    assert told(faults) == [("record.not_recorded", 3)]


def test_empty_cells_are_absent(ws: fengqiao.Workspace) -> None:
    """Where a field may be."""
    lines = ("area,name,households,since,until", "990001001003,三社区,,2018-01-01,")
    assert load(ws, *lines, kind="area") == Appended(new=1)


def test_registers_and_declarations_are_kinds_like_others(ws: fengqiao.Workspace) -> None:
    """A declaration by the label of what is recorded."""
    assert load(ws, "记录内容,自何日起", "检查,2018/6/25", kind="recording") == Appended(new=1)
    assert ws.check("2018-07", entry="visits.households").counts()["not_checkable"] == 0


def test_json_lines_hold_typed_values(ws: fengqiao.Workspace) -> None:
    """Counts as numbers, several codes as a list; what is optional may be left out."""
    session = {
        "key": "社区议事会",
        "station": "ST01",
        "area": "990001001001",
        "led_by": "S01",
        "started_at": "2018-07-20T09:00+08:00",
        "ended_at": 1532052000,
        "people": 12,
        "invited": ["grid_worker", "社区(村)干部"],
    }
    more = {**session, "people": 13, "covers": None}
    layout = evolve(KEYED, format="jsonl")
    lines = [json.dumps(one, ensure_ascii=False) for one in (session, more)]
    assert load(ws, *lines, kind="session", layout=layout) == Appended(new=2)


def test_path_and_bytes_and_text_are_the_same(ws: fengqiao.Workspace, tmp_path: Path) -> None:
    """A path as text or as a Path, lines with or without their ends."""
    path = tmp_path / "visits.csv"
    path.write_text(f"{HEADER}\r\n{GOOD}\r\n", encoding="utf-8-sig")
    done = [
        ws.load_table("visit", source, known_at=NOW, layout=KEYED)
        for source in (path, str(path), path.read_bytes().splitlines(keepends=True), (HEADER, GOOD))
    ]
    assert done == [Appended(new=1), *[Appended(repeated=1)] * 3]


def test_erased_references_are_counted_as_refused(ws: fengqiao.Workspace) -> None:
    """As in every other way in."""
    ws.erase("household-0001")
    assert load(ws, HEADER, GOOD, row(household="household-0777")) == Appended(new=1, refused=1)


# -- ids -----------------------------------------------------------------------------------------


def test_table_loaded_twice_is_repeated(ws: fengqiao.Workspace) -> None:
    """Even with its rows in another order, and more of them."""
    first = [row(household=f"household-{n:04}") for n in range(5)]
    assert load(ws, HEADER, *first) == Appended(new=5)
    more = [row(household="household-0099"), *reversed(first)]
    assert load(ws, HEADER, *more) == Appended(new=1, repeated=5)


def test_same_row_twice_in_a_table_is_one_fact(ws: fengqiao.Workspace) -> None:
    """A row that was pasted twice is not two visits."""
    assert load(ws, HEADER, GOOD, GOOD) == Appended(new=1, repeated=1)


def test_made_id_depends_on_the_secret(ws: fengqiao.Workspace) -> None:
    """Nobody can try references until the id fits, unless he knows it."""
    load(ws, HEADER, GOOD)
    other = evolve(KEYED, secret=b"another sixteen bytes")
    assert load(ws, HEADER, GOOD, layout=other) == Appended(new=1)


def test_visits_without_ids_and_secret_are_refused(ws: fengqiao.Workspace) -> None:
    """Their ids would tell which reference was erased."""
    assert told(refused(ws, HEADER, GOOD, layout=Layout())) == [("table.no_id", 1)]


def test_empty_id_without_a_secret_is_refused(ws: fengqiao.Workspace) -> None:
    """Some rows with an id are not enough."""
    faults = refused(ws, f"id,{HEADER}", f"v-1,{GOOD}", f",{GOOD}", layout=Layout())
    assert told(faults) == [("table.absent", 3)]


def test_empty_id_is_made(ws: fengqiao.Workspace) -> None:
    """Beside rows that have one of their own."""
    assert load(ws, f"id,{HEADER}", f"v-1,{GOOD}", f",{GOOD}") == Appended(new=2)


def test_kinds_without_references_need_no_secret(ws: fengqiao.Workspace) -> None:
    """Nothing could be told from their ids."""
    lines = ("key,subject_kind,subject,on,done", "calls.received,派出所,ST01,2018/7/1,12")
    assert load(ws, *lines, kind="total", layout=Layout()) == Appended(new=1)
    assert load(ws, *lines, kind="total") == Appended(repeated=1)


TOTALS = "id,key,subject_kind,subject,on,done"


def test_second_total_of_the_same_is_refused(ws: fengqiao.Workspace) -> None:
    """In one table, and beside what is recorded already: both would count."""
    one, other = (f"{id_},calls.received,station,ST01,2018-07-01,12" for id_ in ("t-1", "t-2"))
    assert told(refused(ws, TOTALS, one, other, kind="total")) == [("record.second_total", 3)]
    load(ws, TOTALS, one, kind="total")
    assert told(refused(ws, TOTALS, other, kind="total")) == [("record.second_total", 2)]


def test_second_total_far_below_the_first_is_refused(ws: fengqiao.Workspace) -> None:
    """Also where the two are not read in one piece."""
    first = date(2018, 7, 1)
    days = [first + timedelta(number) for number in range(CHUNK_ROWS)]
    lines = [f"t-{day},calls.received,station,ST01,{day},1" for day in (*days, first)]
    lines[-1] = lines[-1].replace("t-", "again-", 1)
    late = datetime(2099, 1, 1, tzinfo=NOW.tzinfo)
    with pytest.raises(TableError) as caught:
        ws.load_table("total", [TOTALS, *lines], known_at=late)
    assert told(caught.value.faults) == [("record.second_total", CHUNK_ROWS + 2)]


def test_corrected_total_takes_the_place_of_one_that_was_withdrawn(ws: fengqiao.Workspace) -> None:
    """A correction is another fact under another id."""
    load(ws, TOTALS, "t-1,calls.received,station,ST01,2018-07-01,12", kind="total")
    ws.void("total", ["t-1"], known_at=NOW, reason="wrong")
    corrected = "t-2,calls.received,station,ST01,2018-07-01,13"
    assert load(ws, TOTALS, corrected, kind="total") == Appended(new=1)


def test_register_fact_without_an_id_gets_that_of_its_keys(ws: fengqiao.Workspace) -> None:
    """As if it were recorded; beside one that has an id."""
    lines = ("id,area,name,since", "A3,990001001003,三社区,2018-01-01")
    assert load(ws, *lines, ",990001001004,四社区,2018-01-01", kind="area") == Appended(new=2)
    since = datetime(2018, 1, 1, tzinfo=NOW.tzinfo).date()
    area = fengqiao.Area(area="990001001004", name="四社区", since=since)
    assert ws.record(area, known_at=NOW) == Appended(repeated=1)


# -- what is refused -----------------------------------------------------------------------------

BROKEN: dict[str, tuple[str, list[tuple[str, int | None]]]] = {
    "too few cells": ("S01,ST01", [("table.cells", 3)]),
    "too many cells": (f"{GOOD},x", [("table.cells", 3)]),
    "a broken quote": (f'"S01"x,{GOOD[4:]}', [("table.broken_line", 3)]),
    "a quote that never closes": (f'"{GOOD}', [("table.broken_line", 3)]),
    "an empty cell": (row(area=""), [("table.absent", 3)]),
    "a formula": (row(staff="=S01"), [("table.formula", 3)]),
    "a number made of an area": (row(area="9.90001E+11"), [("table.spreadsheet_number", 3)]),
    "a day that is none": (row(started_at="2018-02-30 9:00"), [("table.instant", 3)]),
    "a day alone": (row(started_at="2018-07-20"), [("table.instant", 3)]),
    "an identity number": (row(household="x-11010519491231002X"), [("record.identity_number", 3)]),
    "a mobile number": (row(household="13912345678"), [("record.mobile_number", 3)]),
    "a mobile number as an id": (row(staff="13912345678"), [("record.mobile_number", 3)]),
    "a short reference": (row(household="h1"), [("record.shape", 3)]),
    "a name for an id": (row(staff="老民警"), [("record.shape", 3)]),
    "an end before the start": (row(ended_at="2018-07-20 8:00"), [("record.ends_before_start", 3)]),
    "an unknown area": (row(area="990001001099"), [("record.not_registered", 3)]),
    "an unknown officer": (row(staff="S99"), [("record.not_assigned", 3)]),
    "a visit of tomorrow": (
        row(started_at="2018-08-02 9:00", ended_at="2018-08-02 9:30"),
        [("record.after_known", 3)],
    ),
    "a NUL": ("S01\0", [("table.nul", 3)]),
    "a very long line": ("S" * 70_000, [("table.long_line", 3)]),
    "two faults in a row": (row(area="", staff="=1"), [("table.formula", 3), ("table.absent", 3)]),
}


@pytest.mark.parametrize("name", BROKEN)
def test_bad_row_is_told_with_its_line(ws: fengqiao.Workspace, name: str) -> None:
    """And the good rows around it are not written."""
    bad, expected = BROKEN[name]
    assert told(refused(ws, HEADER, GOOD, bad, row(household="household-0002"))) == expected


def test_all_faults_are_told_at_once(ws: fengqiao.Workspace) -> None:
    """Of cells, of rows, of registers, in the order of lines."""
    lines = [
        row(household="short"),
        row(area="9.9E+11"),
        row(staff="S99"),
        "x,y",
        row(household="tiny"),
        row(station="ST99"),
    ]
    assert told(refused(ws, HEADER, *lines)) == [
        ("record.shape", 2),
        ("table.spreadsheet_number", 3),
        ("record.not_assigned", 4),
        ("table.cells", 5),
        ("record.shape", 6),
        ("record.not_assigned", 7),
        ("record.not_registered", 7),
    ]


def test_fault_names_the_column_as_the_host_does(ws: fengqiao.Workspace) -> None:
    """Beside the field, in faults of cells and of rows."""
    layout = evolve(KEYED, columns={"户号": "household", "警号": "staff"})
    header = HEADER.replace("household", "户号").replace("staff", "警号")
    faults = refused(
        ws, header, row(household="h 1", staff="=1"), row(household="h1"), layout=layout
    )
    assert [fault.facts["field"] for fault in faults] == [
        "警号 (visit.staff)",
        "户号 (visit.household)",
    ]


def test_faults_are_bounded(ws: fengqiao.Workspace) -> None:
    """With a hundred the reading stops, and says so."""
    faults = refused(ws, HEADER, *[row(household=f"h{n}") for n in range(3_000)])
    assert len(faults) == MOST_FAULTS + 1
    assert told(faults)[:2] == [("record.shape", 2), ("record.shape", 3)]
    assert faults[-1].code == "table.more_faults"


def test_table_without_a_header_is_refused(ws: fengqiao.Workspace) -> None:
    """Its first row is not taken for one, nor repeated."""
    assert told(refused(ws, GOOD, GOOD)) == [("table.no_header", 1)]


def test_missing_columns_are_named_all_at_once(ws: fengqiao.Workspace) -> None:
    """By name and label."""
    (fault,) = refused(ws, "staff,station,household,started_at", "S01,ST01,household-0001,x")
    assert fault.facts["fields"] == ["area (社区(村))", "ended_at (结束时间)"]


def test_unknown_columns_of_other_words_are_named_by_their_letters(ws: fengqiao.Workspace) -> None:
    """What stands in them may be somebody's name; close labels are ours."""
    (fault,) = refused(ws, f"{HEADER},开始时刻,某某", f"{GOOD},1,2")
    assert (fault.code, fault.facts["columns"]) == ("table.unknown_columns", ["G (开始时刻)", "H"])
    assert fault.facts["close"] == ["开始时间"]


def test_unknown_columns_of_common_words_are_named_by_them(ws: fengqiao.Workspace) -> None:
    """A header that consists of words for headers is nobody's name."""
    (fault,) = refused(ws, f"{HEADER},备注,走访人姓名,张某备注", f"{GOOD},1,2,3")
    assert fault.facts["columns"] == ["G (备注)", "H (走访人姓名)", "I"]


def test_missing_area_says_why(ws: fengqiao.Workspace) -> None:
    """Though a station's own work needs no area to be judged."""
    (fault,) = refused(ws, "staff,station,household,started_at", "S01,ST01,household-0001,x")
    assert "says where a thing was done" in fengqiao.render(fault, "en")


@pytest.mark.parametrize("again", ["staff", "走访民警", "officer who visited"])
def test_field_under_two_headers_is_refused(ws: fengqiao.Workspace, again: str) -> None:
    """Whatever its name."""
    assert told(refused(ws, f"{HEADER},{again}", f"{GOOD},S01")) == [("table.column_twice", 1)]


def test_constant_beside_a_column_is_refused(ws: fengqiao.Workspace) -> None:
    """Nobody knows which of them is meant."""
    layout = evolve(KEYED, constants={"staff": "S01"})
    assert told(refused(ws, HEADER, GOOD, layout=layout)) == [("table.column_twice", 1)]


def test_header_alone_and_empty_table_are_refused(ws: fengqiao.Workspace) -> None:
    """Either would look like work that was not done."""
    assert told(refused(ws, HEADER)) == [("table.no_rows", None)]
    assert told(refused(ws)) == [("table.empty", None)]


LAYOUTS: dict[str, tuple[Layout, str]] = {
    "a field that there is not": (Layout(columns={"x": "name"}), "table.no_field"),
    "a constant that there is not": (Layout(constants={"name": "x"}), "table.no_field"),
    "a constant that can't be read": (Layout(constants={"started_at": "heute"}), "table.constant"),
    "a number in a constant": (Layout(constants={"staff": "13912345678"}), "record.mobile_number"),
    "a header that is not there": (Layout(columns={"警号": "staff"}), "table.map_unused"),
    "own words of no field": (Layout(values={"name": {"x": "y"}}), "table.no_field"),
    "a choice by no column": (Layout(only={"类型": ("x",)}), "table.map_unused"),
    "a duration that is not there": (evolve(KEYED, minutes="时长"), "table.map_unused"),
    "minting what is no reference": (evolve(KEYED, mint=("staff",)), "table.mint"),
    "minting without a secret": (Layout(mint=("household",)), "table.no_secret"),
    "another format": (Layout(format="xlsx"), "table.layout"),  # type: ignore[arg-type]  the point
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_wrong_layout_is_refused(ws: fengqiao.Workspace, name: str) -> None:
    """What a host says of its table must fit it."""
    layout, code = LAYOUTS[name]
    assert code in [fault.code for fault in refused(ws, HEADER, GOOD, layout=layout)]


def test_short_secret_is_refused(ws: fengqiao.Workspace) -> None:
    """It could be guessed."""
    with pytest.raises(fengqiao.FengqiaoError) as caught:
        load(ws, HEADER, GOOD, layout=Layout(secret=b"short"))
    assert caught.value.code == "id.secret_short"


JSON_LINES: dict[str, tuple[str, str]] = {
    "a list": ("[]", "table.no_object"),
    "a torn object": ('{"staff": "S01"', "table.no_object"),
    "not a number": ('{"staff": NaN}', "table.no_object"),
    "deep nesting": ("[" * 50_000, "table.no_object"),
    "an unknown key": (json.dumps({**FIELDS, "name": "x"}), "table.unknown_columns"),
    "a missing key": (json.dumps({"staff": "S01"}), "table.missing_columns"),
    "a key twice": (json.dumps(FIELDS)[:-1] + ', "staff": "S02"}', "table.column_twice"),
    "a number for an id": (json.dumps({**FIELDS, "staff": 7}), "table.type"),
    "a fraction": (json.dumps({**FIELDS, "started_at": 1.5}), "table.type"),
    "nothing": (json.dumps({**FIELDS, "staff": None}), "table.absent"),
    "a mobile number in a list": (
        json.dumps({**FIELDS, "household": ["13912345678"]}),
        "record.mobile_number",
    ),
    "an object in an object": (json.dumps({**FIELDS, "staff": {"id": 1}}), "table.type"),
}


@pytest.mark.parametrize("name", JSON_LINES)
def test_bad_json_line_is_told_with_its_line(ws: fengqiao.Workspace, name: str) -> None:
    """A line is an object with known keys and values of their types."""
    line, code = JSON_LINES[name]
    good = json.dumps(FIELDS)
    faults = refused(ws, good, line, good, layout=evolve(KEYED, format="jsonl"))
    assert told(faults) == [(code, 2)]


# -- against what is there -----------------------------------------------------------------------


def test_taken_id_is_told_with_its_line(ws: fengqiao.Workspace) -> None:
    """And with it whatever else is wrong in later chunks."""
    rows = [f"n{n},{row(household=f'household-{n:06}')}" for n in range(CHUNK_ROWS)]
    lines = (f"id,{HEADER}", f"v1,{GOOD}", *rows, f"v9,{row(staff='S99')}")
    before = list(ws.export())
    with pytest.raises(StoreConflict) as caught:
        load(ws, *lines)
    last = ("record.not_assigned", CHUNK_ROWS + 3)
    assert told(caught.value.faults) == [("store.conflict", 2), last]
    assert list(ws.export()) == before


def test_withdrawn_fact_comes_not_back(ws: fengqiao.Workspace) -> None:
    """Its id stays taken, and the line is named."""
    load(ws, f"id,{HEADER}", f"w1,{GOOD}")
    ws.void("visit", ["w1"], known_at=NOW, reason="wrong")
    with pytest.raises(StoreConflict) as caught:
        load(ws, f"id,{HEADER}", f"w0,{GOOD}", f"w1,{GOOD}")
    assert told(caught.value.faults) == [("store.voided", 3)]


def test_two_facts_of_one_thing_in_a_table_are_told(ws: fengqiao.Workspace) -> None:
    """Though they stand in different chunks."""
    good = [f"9900010010{n:02d},x,2018-01-01" for n in range(3, 60)]
    lines = ("area,name,since", *good, "990001001003,y,2018-06-01")
    (fault,) = refused(ws, *lines, kind="area")
    assert (fault.code, fault.place) == ("record.overlap", fengqiao.errors.Place("lines", 59))


def test_file_that_is_not_there_is_an_error_of_ours(ws: fengqiao.Workspace, tmp_path: Path) -> None:
    """Which names the path."""
    with pytest.raises(TableError) as caught:
        ws.load_table("visit", tmp_path / "none.csv", known_at=NOW)
    assert caught.value.code == "table.cannot_open"


def test_error_of_the_store_comes_through(tmp_path: Path) -> None:
    """It is an error of the system to Python, too, and not one of the table's file."""
    with fengqiao.open_workspace(f"sqlite:///{tmp_path}/town.db", packs=[SMALL_PACK]) as made:
        small_city(made)
    path = tmp_path / "visits.csv"
    path.write_text(f"{HEADER}\n{GOOD}\n", encoding="utf-8")
    url = f"sqlite:///{tmp_path}/town.db?mode=ro"
    with (
        fengqiao.open_workspace(url, packs=[SMALL_PACK]) as reader,
        pytest.raises(fengqiao.FengqiaoError) as caught,
    ):
        reader.load_table("visit", path, known_at=NOW, layout=KEYED)
    assert caught.value.code == "store.read_only"


@pytest.mark.parametrize("source", [7, None, b"staff,station"])
def test_what_has_no_lines_is_refused(ws: fengqiao.Workspace, source: Any) -> None:  # noqa: ANN401
    """By an error of ours."""
    with pytest.raises(fengqiao.FengqiaoError) as caught:
        ws.load_table("visit", source, known_at=NOW)
    assert caught.value.code == "store.argument"


def test_unknown_kind_and_naive_moment_are_refused(ws: fengqiao.Workspace) -> None:
    """Before a line is read."""
    naive = NOW.replace(tzinfo=None)
    for kind, at, code in (
        ("resident", NOW, "record.unknown_kind"),
        ("visit", naive, "record.naive_known_at"),
    ):
        with pytest.raises(fengqiao.FengqiaoError) as caught:
            ws.load_table(kind, [HEADER, GOOD], known_at=at)
        assert caught.value.code == code


# -- size ----------------------------------------------------------------------------------------


def test_late_fault_of_a_long_table_keeps_all_rows_out(ws: fengqiao.Workspace) -> None:
    """Chunks before it were good."""
    good = (row(household=f"household-{n:06}") for n in range(2 * CHUNK_ROWS))
    faults = refused(ws, HEADER, *good, row(household="h1"))
    assert told(faults) == [("record.shape", 2 * CHUNK_ROWS + 2)]


def test_no_more_than_a_chunk_is_read_ahead() -> None:
    """However long the table is, so many lines are taken before their rows are handed on."""
    from fengqiao.model import KINDS
    from fengqiao.rules import core_catalogue
    from fengqiao.tables import TableFaults, read_chunks

    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        yield HEADER
        while True:
            taken += 1
            yield GOOD

    chunks = read_chunks(
        KINDS["visit"],
        endless(),
        KEYED,
        TableFaults("lines"),
        catalogue=core_catalogue(),
        zone=ZoneInfo("Asia/Shanghai"),
    )
    for number in range(1, 4):
        assert len(next(chunks).lines) == CHUNK_ROWS
        assert taken <= number * CHUNK_ROWS + 1


_MILLION = """
import resource, sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo
import fengqiao
from fengqiao.tables import Layout
from fengqiao.testing.small import SMALL_PACK, small_city

with fengqiao.open_workspace(f"sqlite:///{sys.argv[2]}", packs=[SMALL_PACK]) as ws:
    small_city(ws)
    now = datetime(2018, 8, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
    try:
        ws.load_table("visit", sys.argv[1], known_at=now, layout=Layout(secret=b"x" * 16))
    except fengqiao.FengqiaoError as error:
        print(len(error.faults), error.faults[0].place.line)
try:  # of this program alone: what getrusage says includes the one that started it
    status = Path("/proc/self/status").read_text("ascii")
    peak = int(status.partition("VmHWM:")[2].split()[0])
except FileNotFoundError:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(peak // 1024)
"""


@pytest.mark.needs("time", "resource")
def test_million_lines_with_one_bad_one_stay_small(tmp_path: Path) -> None:
    """The process that reads 70 MB takes no more than 256 MB; measured: 150, 31 of them before."""
    path = tmp_path / "visits.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write(f"{HEADER}\n")
        file.writelines(
            f"{row(household='h1' if n == 999_000 else f'household-{n:07}')}\n"
            for n in range(1_000_000)
        )
    words = [sys.executable, "-c", _MILLION, str(path), str(tmp_path / "town.db")]
    ran = subprocess.run(words, capture_output=True, text=True, check=True)
    found, line, peak = ran.stdout.split()
    assert (found, line) == ("1", "999002")
    assert int(peak) < 256
