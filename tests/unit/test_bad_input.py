"""Bad input gets an error of ours, and leaves the store byte for byte as it was."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import FengqiaoError, Workspace
from fengqiao.tables import Layout
from fengqiao.testing.small import SMALL_PACK, small_city

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2018, 8, 1, 9, tzinfo=ZONE)
START = datetime(2018, 7, 10, 9, tzinfo=ZONE)
END = datetime(2018, 7, 10, 10, tzinfo=ZONE)
COMMUNITY = "990001001001"
READABLE = frozenset(
    (
        "pack.few_cases",
        "pack.phase_gap",
        "pack.procedure_cases",
        "pack.score_cases",
        "pack.source_stale",
    )
)
"""Broken packs that can be read and used: only a strict check, or a note, speaks of them."""
BROKEN = sorted(
    path.parent if path.parent.name != "data" else path.parent.parent
    for path in (Path(__file__).parents[1] / "bad_packs").rglob("data/*.toml")
    if path.parents[1].name.partition("-")[0] not in READABLE
)


def digest(ws: Workspace) -> str:
    """Digest of everything the store holds."""
    found = hashlib.sha256()
    for line in ws.export():
        found.update(line)
    return found.hexdigest()


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Where the town's store is."""
    return f"sqlite:///{tmp_path}/town.db"


@pytest.fixture
def ws(url: str) -> Iterator[Workspace]:
    """A town with a month of work, in a SQLite file."""
    with fengqiao.open_workspace(url, packs=[SMALL_PACK]) as opened:
        small_city(opened)
        yield opened


def _visit(**changes: Any) -> fengqiao.Visit:  # noqa: ANN401  any field of a visit
    fields: dict[str, Any] = {
        "id": "bad1",
        "staff": "S01",
        "station": "ST01",
        "area": COMMUNITY,
        "household": "household-0001",
        "started_at": START,
        "ended_at": END,
    }
    return fengqiao.Visit(**{**fields, **changes})


# Every number and id here is invented; the identity number is the standard's own example shape
# with a right check digit, made from region 110105, day 1949-12-31 and sequence 002.
IDENTITY = "11010519491231002X"
VISITS: dict[str, tuple[dict[str, Any], str]] = {
    "a reference with white space": ({"household": "house 0001"}, "record.shape"),
    "a reference in another script": ({"household": "凤凰岭街一号院八"}, "record.shape"),
    "a short reference": ({"household": "h1"}, "record.shape"),
    "an identity number": ({"household": f"x-{IDENTITY}"}, "record.identity_number"),
    "a mobile number": ({"household": "t.13912345678"}, "record.mobile_number"),
    "an id in another script": ({"id": "走访一"}, "record.shape"),
    "an id that is a number": ({"id": 7}, "record.type"),
    "an end before the start": (
        {"ended_at": START - timedelta(minutes=1)},
        "record.ends_before_start",
    ),
    "a start after it was known": (
        {"started_at": NOW + timedelta(days=1), "ended_at": NOW + timedelta(days=1)},
        "record.after_known",
    ),
    "staff that hold no post": ({"staff": "S99"}, "record.not_assigned"),
    "staff not assigned then": (
        {"started_at": START - timedelta(days=900), "ended_at": END - timedelta(days=900)},
        "record.not_assigned",
    ),
    "an area that does not exist": ({"area": "990001001099"}, "record.not_registered"),
    "an area that is no code": ({"area": "town"}, "record.area_code_shape"),
    "a naive start": ({"started_at": datetime(2018, 7, 10, 9)}, "record.naive"),  # noqa: DTZ001
    "a day for an instant": ({"started_at": date(2018, 7, 10)}, "record.type"),
}


def _column(ws: Workspace, kind: str, **columns: Any) -> None:  # noqa: ANN401
    ws.record_columns(kind, columns, known_at=NOW)


HEADER = "id,staff,station,area,household,started_at,ended_at"
VISIT = f"t1,S01,ST01,{COMMUNITY},household-0001,2018-07-10 09:00,2018-07-10 09:30"
TABLES: dict[str, tuple[list[bytes], str]] = {
    "nothing in it": ([], "table.empty"),
    "a header alone": ([HEADER.encode()], "table.no_rows"),
    "no header": ([VISIT.encode()], "table.no_header"),
    "a missing column": ([b"id,staff,station", b"t1,S01,ST01"], "table.missing_columns"),
    "a header twice": ([f"{HEADER},staff".encode()], "table.column_twice"),
    "a column of another name": ([f"{HEADER},name".encode()], "table.unknown_columns"),
    "a broken line": ([HEADER.encode(), VISIT.encode(), b'"t2,S01'], "table.broken_line"),
    "too few cells": ([HEADER.encode(), VISIT.encode(), b"t2,S01"], "table.cells"),
    "the wrong encoding": (["警号,岗位".encode("gb18030")], "table.encoding"),
    "UTF-16": ([f"{HEADER}".encode("utf-16")], "table.utf16"),
    "a workbook's bytes": ([b"PK\x03\x04" + bytes(20)], "table.workbook"),
    "a NUL": ([HEADER.encode(), VISIT.encode(), b"t2,\0"], "table.nul"),
    "a very long line": ([HEADER.encode(), b"x" * 100_000], "table.long_line"),
    "a formula": ([HEADER.encode(), VISIT.replace("S01", "=S01").encode()], "table.formula"),
    "an identity number": (
        [HEADER.encode(), VISIT.replace("household-0001", IDENTITY).encode()],
        "record.identity_number",
    ),
    "a mobile number": (
        [HEADER.encode(), VISIT.replace("household-0001", "13912345678").encode()],
        "record.mobile_number",
    ),
    "a good row and a bad one": (
        [HEADER.encode(), VISIT.encode(), VISIT.replace("t1,S01", "t2,S99").encode()],
        "record.not_assigned",
    ),
}


def _load_lines(lines: list[bytes], ws: Workspace) -> None:
    ws.load_table("visit", lines, known_at=NOW)


CALLS: dict[str, tuple[Callable[[Workspace], object], str]] = {
    "a naive known_at": (
        lambda ws: ws.record([_visit()], known_at=datetime(2018, 8, 1)),  # noqa: DTZ001
        "record.naive_known_at",
    ),
    "an unknown kind": (lambda ws: _column(ws, "resident", id=["r1"]), "record.unknown_kind"),
    "an unknown field": (lambda ws: _column(ws, "visit", name=["x"]), "record.unknown_field"),
    "columns of two lengths": (
        lambda ws: _column(ws, "award", id=["a", "b"], award=["x"]),
        "record.unequal_columns",
    ),
    "a word outside its list": (
        lambda ws: _column(
            ws,
            "award",
            id=["a1"],
            award=["best_resident"],
            recipient=["R1"],
            awarded_on=[date(2018, 7, 1)],
        ),
        "record.unknown_code",
    ),
    "a count below zero": (
        lambda ws: _column(
            ws,
            "total",
            id=["t1"],
            key=["calls.received"],
            subject_kind=["station"],
            subject=["ST01"],
            on=[date(2018, 7, 1)],
            done=[-1],
        ),
        "record.range",
    ),
    "more than the total": (
        lambda ws: _column(
            ws,
            "total",
            id=["t1"],
            key=["calls.received"],
            subject_kind=["station"],
            subject=["ST01"],
            on=[date(2018, 7, 1)],
            done=[9],
            total=[8],
        ),
        "record.more_than_total",
    ),
    "a total that is reported twice": (
        lambda ws: _column(
            ws,
            "total",
            id=["t1", "t2"],
            key=["calls.received"] * 2,
            subject_kind=["station"] * 2,
            subject=["ST01"] * 2,
            on=[date(2018, 7, 1)] * 2,
            done=[9, 9],
        ),
        "record.second_total",
    ),
    "two facts for one station": (
        lambda ws: ws.record(
            [
                fengqiao.Station(
                    id="again",
                    station="ST01",
                    name="x",
                    area="990001001",
                    since=date(2018, 7, 1),
                )
            ],
            known_at=NOW,
        ),
        "record.overlap",
    ),
    "a void of what is not there": (
        lambda ws: ws.void("visit", ["nothing"], known_at=NOW, reason="wrong"),
        "store.unknown_id",
    ),
    "a period that is none": (lambda ws: ws.check("2018-13"), "period.text"),
    "a station that is none": (
        lambda ws: ws.check("2018-07", station="ST99"),
        "request.no_station",
    ),
    "a finding id that is none": (lambda ws: ws.explain("nonsense"), "finding.id"),
    "a finding that is not there": (
        lambda ws: ws.explain("testtown:visits.households@community_officer/S99:2018-07"),
        "finding.unknown",
    ),
    "an export of something else": (lambda ws: ws.load([b"{}\n"]), "store.format"),
    **{
        f"a table with {name}": (partial(_load_lines, lines), code)
        for name, (lines, code) in TABLES.items()
    },
}


def _refuse_other_content(ws: Workspace) -> None:
    ws.record([_visit(id="m-new"), _visit(id="v1", household="household-0999")], known_at=NOW)


def _path_of(ws: Workspace) -> Path:
    return Path(str(ws.store.place))  # type: ignore[attr-defined]


def _copy(ws: Workspace, name: str) -> Path:
    """A copy of the store's file, whole and closed."""
    copy = _path_of(ws).with_name(name)
    with sqlite3.connect(_path_of(ws)) as one, sqlite3.connect(copy) as other:
        one.backup(other)
    other.close()
    one.close()
    return copy


def _open_newer(ws: Workspace) -> None:
    copy = _copy(ws, "newer.db")
    with sqlite3.connect(copy) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    _open_unchanged(copy)


def _open_older(ws: Workspace) -> None:
    copy = _copy(ws, "older.db")
    with sqlite3.connect(copy) as connection:
        connection.execute("PRAGMA user_version = 1")
    connection.close()
    _open_unchanged(copy)


def _open_truncated(ws: Workspace) -> None:
    copy = _copy(ws, "truncated.db")
    copy.write_bytes(copy.read_bytes()[:-4096])
    _open_unchanged(copy)


def _open_unchanged(path: Path) -> None:
    """Try to open a file that can't be used; it must stay as it is."""
    before = path.read_bytes()
    try:
        fengqiao.open_workspace(f"sqlite:///{path}", packs=[SMALL_PACK])
    finally:
        assert path.read_bytes() == before


def _write_read_only(ws: Workspace) -> None:
    url = f"sqlite:///{_path_of(ws)}?mode=ro"
    with fengqiao.open_workspace(url, packs=[SMALL_PACK]) as reader:
        assert reader.check("2018-07").counts() == ws.check("2018-07").counts()
        reader.record([_visit()], known_at=NOW)


def _write_full(ws: Workspace) -> None:
    copy = _copy(ws, "full.db")
    with sqlite3.connect(copy) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.close()
    url = f"sqlite:///{copy}?max_page_count={pages + 2}"
    with fengqiao.open_workspace(url, packs=[SMALL_PACK]) as small:
        before = digest(small)
        try:
            small.record([_visit(id=f"v{n:06}") for n in range(20_000)], known_at=NOW)
        finally:
            assert digest(small) == before


def _open_with(pack: Path, **config: Any) -> Callable[[Workspace], object]:  # noqa: ANN401
    def call(ws: Workspace) -> None:
        fengqiao.open_workspace(f"sqlite:///{_path_of(ws)}", packs=[pack], config=config or None)

    return call


def _visiting(changes: dict[str, Any]) -> Callable[[Workspace], object]:
    """Record a good visit and a bad one in one batch."""
    return lambda ws: ws.record([_visit(id="good"), _visit(**changes)], known_at=NOW)


BAD: dict[str, tuple[Callable[[Workspace], object], str]] = {
    **{name: (_visiting(changes), code) for name, (changes, code) in VISITS.items()},
    **CALLS,
    "other content under an id": (_refuse_other_content, "store.conflict"),
    "a term that no pack leaves open": (
        _open_with(SMALL_PACK, testtown={"visits.households.at_least": 3}),
        "config.unknown_term",
    ),
    "a store of a newer schema": (_open_newer, "store.newer_schema"),
    "a store of an older schema": (_open_older, "store.older_schema"),
    "a truncated file": (_open_truncated, "store.damaged"),
    "a read-only store": (_write_read_only, "store.read_only"),
    "a full disk": (_write_full, "store.full"),
    **{
        f"pack {folder.parent.name}/{folder.name}": (_open_with(folder), "pack or toml")
        for folder in BROKEN
    },
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_changes_nothing(ws: Workspace, name: str) -> None:
    """Bad input gets an error of ours with its code, and the store's export stays the same."""
    call, code = BAD[name]
    before = digest(ws)
    with pytest.raises(FengqiaoError) as caught:
        call(ws)
    assert caught.value.code == code or caught.value.code.split(".")[0] in code.split(" or ")
    assert digest(ws) == before


_JSON = Layout(format="jsonl")


def _each_cell(text: str) -> list[str]:
    """A good row with one of its cells replaced, for each cell."""
    cells = VISIT.split(",")
    return [",".join([*cells[:n], text, *cells[n + 1 :]]) for n in range(len(cells))]


def _one_session(text: str) -> list[str]:
    """A session with this for its key, its number of people, and its topics."""
    header = "key,station,area,led_by,started_at,ended_at,people,covers"
    row = f"ST01,{COMMUNITY},S01,2018-07-10 09:00,2018-07-10 09:30"
    return [header, f"{text},{row},9,{text}", f"meeting.community,{row},{text},report_back"]


def test_a_marker_shows_nowhere(ws: Workspace, caplog: pytest.LogCaptureFixture) -> None:
    """A value made at run time that is refused shows in no error, repr, traceback or log."""
    import secrets
    import traceback

    marker = f"某{secrets.token_hex(8)}"
    shown: list[str] = []
    caplog.set_level("DEBUG")
    tries: list[Callable[[], object]] = [
        lambda: ws.record([_visit(household=marker)], known_at=NOW),
        lambda: ws.record([_visit(id=marker)], known_at=NOW),
        lambda: ws.record([_visit(staff=marker)], known_at=NOW),
        lambda: ws.record([_visit(area=marker)], known_at=NOW),
        lambda: ws.record([_visit(started_at=marker)], known_at=NOW),
        lambda: _column(ws, "visit", **{marker: ["x"]}),
        lambda: _column(ws, marker, id=["x"]),
        lambda: _column(ws, "award", id=[marker], award=[marker], recipient=[marker]),
        lambda: ws.erase(marker),
        lambda: ws.void("visit", [marker], known_at=NOW, reason="wrong"),
        lambda: ws.void("visit", ["x"], known_at=NOW, reason=marker),
        lambda: ws.check(marker),
        lambda: ws.check("2018-07", station=marker),
        lambda: ws.check("2018-07", area=marker),
        lambda: ws.check("2018-07", entry=marker),
        lambda: ws.explain(marker),
        lambda: ws.load([f'{{"format": "{marker}"}}\n'.encode()]),
        lambda: ws.load([marker.encode()]),
        lambda: ws.load_table(marker, [HEADER, VISIT], known_at=NOW),
        lambda: ws.load_table("visit", [f"{HEADER},{marker}", VISIT], known_at=NOW),
        lambda: ws.load_table("visit", [marker, VISIT], known_at=NOW),
        lambda: ws.load_table("visit", [HEADER, marker], known_at=NOW),
        lambda: ws.load_table("visit", [HEADER, f'"{marker}'], known_at=NOW),
        lambda: ws.load_table("visit", [HEADER, *_each_cell(marker)], known_at=NOW),
        lambda: ws.load_table("visit", [HEADER, *_each_cell(f"={marker}")], known_at=NOW),
        lambda: ws.load_table("session", _one_session(marker), known_at=NOW),
        lambda: ws.load_table("visit", [f'{{"{marker}": 1}}'], known_at=NOW, layout=_JSON),
        lambda: ws.load_table("visit", [f'{{"id": "{marker}'], known_at=NOW, layout=_JSON),
        lambda: ws.load_table(
            "visit",
            [HEADER, VISIT],
            known_at=NOW,
            layout=Layout(columns={marker: marker}, constants={marker: marker}, mint=(marker,)),
        ),
        lambda: ws.load_table(
            "visit",
            ["id,staff,station,area,household,ended_at", VISIT],
            known_at=NOW,
            layout=Layout(constants={"started_at": marker}),
        ),
        lambda: fengqiao.open_workspace(marker, packs=[SMALL_PACK]),
        lambda: fengqiao.open_workspace("memory:", packs=[marker]),
        lambda: fengqiao.open_workspace("memory:", packs=[SMALL_PACK], zone=marker),
        lambda: fengqiao.open_workspace(
            "memory:", packs=[SMALL_PACK], config={"testtown": {marker: marker}}
        ),
        lambda: fengqiao.mint_ref(marker.encode()[:3], "household", marker),
    ]
    for call in tries:
        with pytest.raises(FengqiaoError) as caught:
            call()
        error = caught.value
        shown += [str(error), repr(error), fengqiao.render(error, "zh"), repr(error.faults)]
        shown += traceback.format_exception(error)
        shown += [repr(error.__context__), repr(error.__cause__)]
    shown += [record.getMessage() for record in caplog.records]
    assert [text for text in shown if marker in text] == []


def test_a_marker_in_a_pack_file_shows_nowhere(tmp_path: Path) -> None:
    """A value in a pack's file that is refused is not repeated."""
    import secrets

    marker = f"某{secrets.token_hex(8)}"
    folder = tmp_path / "pack"
    shutil.copytree(SMALL_PACK, folder)
    target = min((folder / "data").glob("*.toml"))
    text = target.read_text(encoding="utf-8")
    shown = []
    for broken in (
        f'{text}\n[[norm]]\nkey = "{marker}"\n',
        f'{text}\n[[norm]]\nkey = "visits.households"\nclause = "{marker}"\nat_least = 1\n',
        f'{text}\n"{marker}" = 1\n',
        f"{text}\n{marker}\n",
        f'{text}\n[[{"x" * 3}]]\nwhat = "{marker}"\n',
        f'format = "{marker}"\n',
    ):
        target.write_text(broken, encoding="utf-8")
        with pytest.raises(FengqiaoError) as caught:
            fengqiao.open_workspace("memory:", packs=[folder])
        shown += [str(caught.value), fengqiao.render(caught.value, "zh"), repr(caught.value.faults)]
    assert [text for text in shown if marker in text] == []
