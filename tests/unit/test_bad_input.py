"""Bad input gets an error of ours, and leaves the store byte for byte as it was."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao import FengqiaoError, Workspace
from fengqiao.testing.small import SMALL_PACK, small_city

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2018, 8, 1, 9, tzinfo=ZONE)
START = datetime(2018, 7, 10, 9, tzinfo=ZONE)
END = datetime(2018, 7, 10, 10, tzinfo=ZONE)
COMMUNITY = "990001001001"
BROKEN = sorted(
    path.parent if path.parent.name != "data" else path.parent.parent
    for path in (Path(__file__).parents[1] / "bad_packs").rglob("data/*.toml")
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
    "an end before the start": ({"ended_at": START - timedelta(minutes=1)}, "record.ends_before_start"),
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
    "an area that is no code": ({"area": "town"}, "record.shape"),
    "a naive start": ({"started_at": datetime(2018, 7, 10, 9)}, "record.naive"),  # noqa: DTZ001
    "a day for an instant": ({"started_at": date(2018, 7, 10)}, "record.type"),
}


@pytest.mark.parametrize("name", VISITS)
def test_a_bad_visit_changes_nothing(ws: Workspace, name: str) -> None:
    """A visit that can't be right is refused, and with it the good one of the same batch."""
    changes, code = VISITS[name]
    before = digest(ws)
    with pytest.raises(FengqiaoError) as caught:
        ws.record([_visit(id="good"), _visit(**changes)], known_at=NOW)
    assert (caught.value.code, digest(ws)) == (code, before)


def _column(ws: Workspace, kind: str, **columns: Any) -> None:  # noqa: ANN401
    ws.record_columns(kind, columns, known_at=NOW)


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
            ws, "award", id=["a1"], award=["best_resident"], recipient=["R1"],
            awarded_on=[date(2018, 7, 1)],
        ),
        "record.unknown_code",
    ),
    "a count below zero": (
        lambda ws: _column(
            ws, "total", id=["t1"], key=["calls.received"], subject_kind=["station"],
            subject=["ST01"], on=[date(2018, 7, 1)], done=[-1],
        ),
        "record.range",
    ),
    "more than the total": (
        lambda ws: _column(
            ws, "total", id=["t1"], key=["calls.received"], subject_kind=["station"],
            subject=["ST01"], on=[date(2018, 7, 1)], done=[9], total=[8],
        ),
        "record.more_than_total",
    ),
    "two facts for one station": (
        lambda ws: ws.record(
            [
                fengqiao.Station(
                    id="again", station="ST01", name="x", area="990001001",
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
}


@pytest.mark.parametrize("name", CALLS)
def test_a_bad_call_changes_nothing(ws: Workspace, name: str) -> None:
    """Whatever is asked wrongly gets an error of ours, with its code."""
    call, code = CALLS[name]
    before = digest(ws)
    with pytest.raises(FengqiaoError) as caught:
        call(ws)
    assert (caught.value.code, digest(ws)) == (code, before)


def test_other_content_under_an_id_changes_nothing(ws: Workspace) -> None:
    """An id that stands with other content is named, and nothing of the batch is written."""
    ws.record([_visit(id="twice")], known_at=NOW)
    before = digest(ws)
    with pytest.raises(FengqiaoError, match="twice") as caught:
        ws.record([_visit(id="new"), _visit(id="twice", household="household-0002")], known_at=NOW)
    assert (caught.value.code, digest(ws)) == ("store.conflict", before)


@pytest.mark.parametrize("folder", BROKEN, ids=lambda folder: folder.name)
def test_a_broken_pack_changes_nothing(ws: Workspace, url: str, folder: Path) -> None:
    """A workspace with a broken pack does not open, and its store stays as it was."""
    before = digest(ws)
    with pytest.raises(FengqiaoError):
        fengqiao.open_workspace(url, packs=[folder])
    assert digest(ws) == before


def test_a_bad_configuration_changes_nothing(ws: Workspace, url: str) -> None:
    """A term that no pack leaves open is refused."""
    before = digest(ws)
    with pytest.raises(FengqiaoError) as caught:
        fengqiao.open_workspace(
            url, packs=[SMALL_PACK], config={"testtown": {"visits.households.at_least": 3}}
        )
    assert (caught.value.code.split(".")[0], digest(ws)) == ("config", before)


def _copy(url: str, tmp_path: Path) -> Path:
    source = url.removeprefix("sqlite:///")
    copy = tmp_path / "copy.db"
    with sqlite3.connect(source) as one, sqlite3.connect(copy) as other:
        one.backup(other)
    other.close()
    one.close()
    return copy


def test_a_newer_schema_is_refused(ws: Workspace, url: str, tmp_path: Path) -> None:
    """A file that a later version wrote is not touched."""
    copy = _copy(url, tmp_path)
    with sqlite3.connect(copy) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = copy.read_bytes()
    with pytest.raises(FengqiaoError) as caught:
        fengqiao.open_workspace(f"sqlite:///{copy}", packs=[SMALL_PACK])
    assert (caught.value.code, copy.read_bytes()) == ("store.newer_schema", before)
    assert ws.packs


def test_a_truncated_file_is_refused(ws: Workspace, url: str, tmp_path: Path) -> None:
    """A file that lost its end is not opened, and not made worse."""
    copy = _copy(url, tmp_path)
    copy.write_bytes(copy.read_bytes()[:-4096])
    before = copy.read_bytes()
    with pytest.raises(FengqiaoError) as caught:
        fengqiao.open_workspace(f"sqlite:///{copy}", packs=[SMALL_PACK])
    assert (caught.value.code, copy.read_bytes()) == ("store.damaged", before)
    assert ws.packs


def test_a_read_only_store_answers_and_refuses_to_write(ws: Workspace, url: str) -> None:
    """Reading works as before; writing is refused."""
    before = digest(ws)
    with fengqiao.open_workspace(f"{url}?mode=ro", packs=[SMALL_PACK]) as reader:
        assert reader.check("2018-07").counts() == ws.check("2018-07").counts()
        with pytest.raises(FengqiaoError) as caught:
            reader.record([_visit()], known_at=NOW)
    assert (caught.value.code, digest(ws)) == ("store.read_only", before)


def test_a_full_disk_changes_nothing(ws: Workspace, url: str, tmp_path: Path) -> None:
    """A batch that does not fit is left out as a whole."""
    copy = _copy(url, tmp_path)
    with sqlite3.connect(copy) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.close()
    limited = f"sqlite:///{copy}?max_page_count={pages + 2}"
    with fengqiao.open_workspace(limited, packs=[SMALL_PACK]) as small:
        before = digest(small)
        visits = [_visit(id=f"v{number:06}") for number in range(20_000)]
        with pytest.raises(FengqiaoError) as caught:
            small.record(visits, known_at=NOW)
        assert (caught.value.code, digest(small)) == ("store.full", before)
    assert ws.packs


def test_a_marker_shows_nowhere(ws: Workspace, caplog: pytest.LogCaptureFixture) -> None:
    """A value made at run time that is refused shows in no error, repr, traceback or log."""
    import secrets  # noqa: PLC0415
    import traceback  # noqa: PLC0415

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
    import secrets  # noqa: PLC0415

    marker = f"某{secrets.token_hex(8)}"
    folder = tmp_path / "pack"
    shutil.copytree(SMALL_PACK, folder)
    target = sorted((folder / "data").glob("*.toml"))[0]
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
