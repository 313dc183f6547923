"""Long columns of any make, recorded piece by piece, and columns handed out again."""

from __future__ import annotations

import importlib
import tracemalloc
from array import array
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import fengqiao
from fengqiao.errors import RecordError
from fengqiao.measures import Tally
from fengqiao.store.batches import CHUNK_ROWS
from fengqiao.testing.builders import JULY, KNOWN_AT
from fengqiao.testing.small import COMMUNITIES, SMALL_PACK, small_city

START = int(datetime(2018, 7, 2, 1, tzinfo=UTC).timestamp())
MEBIBYTE = 1 << 20


class Rows:
    """A column that holds nothing: each cell is made of its row when it is asked for."""

    def __init__(self, make: Callable[[int], object], rows: range) -> None:
        self._make, self._rows = make, rows

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, some: slice) -> Rows:
        return Rows(self._make, self._rows[some])

    def tolist(self) -> list[object]:
        """The cells."""
        return [self._make(row) for row in self._rows]


@pytest.fixture
def town(tmp_path: Path) -> fengqiao.Workspace:
    """Testtown in a file."""
    ws = fengqiao.open_workspace(f"sqlite:///{tmp_path}/town.db", packs=SMALL_PACK)
    small_city(ws)
    return ws


def visits(rows: int, **given: Any) -> dict[str, Any]:  # noqa: ANN401  columns of any make
    """Columns of visits that hold nothing until a piece is asked for."""
    every = range(rows)
    return {
        "id": Rows(lambda row: f"B{row:09}", every),
        "staff": Rows(lambda _: "S01", every),
        "station": Rows(lambda _: "ST01", every),
        "area": Rows(lambda _: COMMUNITIES[0], every),
        "household": Rows(lambda row: f"household-{row:09}", every),
        "started_at": Rows(lambda row: START + row % 86_400, every),
        "ended_at": Rows(lambda row: START + row % 86_400 + 60, every),
        **given,
    }


def recorded(town: fengqiao.Workspace) -> int:
    """Visits of July that the store holds beside Testtown's own."""
    tally = Tally("visit", "events", where=(("minutes", "==", 1),), spans=(JULY,))
    return sum(town.store.tally([tally])[0]["value"])


def most_memory(town: fengqiao.Workspace, rows: int) -> int:
    """Most bytes that Python holds while so many visits are recorded."""
    columns = visits(rows, id=Rows(lambda row: f"C{rows}-{row:09}", range(rows)))
    tracemalloc.start()
    try:
        town.record_columns("visit", columns, known_at=KNOWN_AT)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.needs("time")
def test_memory_does_not_grow_with_the_rows(town: fengqiao.Workspace) -> None:
    """Six pieces take as much as two, and less than 64 MiB."""
    two, six = most_memory(town, 2 * CHUNK_ROWS), most_memory(town, 6 * CHUNK_ROWS)
    assert six < 64 * MEBIBYTE
    assert six < two * 1.15


def test_a_fault_in_the_last_piece_keeps_all_out(town: fengqiao.Workspace) -> None:
    """Its row is counted from the first one, and nothing was written."""
    rows = CHUNK_ROWS + 10
    wrong = Rows(lambda row: "S99" if row == CHUNK_ROWS + 3 else "S01", range(rows))
    with pytest.raises(RecordError) as caught:
        town.record_columns("visit", visits(rows, staff=wrong), known_at=KNOWN_AT)
    (fault,) = caught.value.faults
    assert (fault.facts["field"], fault.facts["row"]) == ("visit.staff", CHUNK_ROWS + 3)
    assert recorded(town) == 0


def test_pieces_of_a_register_are_compared_with_each_other(town: fengqiao.Workspace) -> None:
    """Two premises of one name that hold at once are found though thousands lie between them."""
    rows = range(CHUNK_ROWS + 1)
    columns = {
        "id": Rows(lambda row: f"F{row}", rows),
        "premises": Rows(lambda row: f"PREM{row % CHUNK_ROWS:08}", rows),
        "area": Rows(lambda _: COMMUNITIES[0], rows),
        "station": Rows(lambda _: "ST01", rows),
        "kind": Rows(lambda _: "hotel", rows),
        "since": Rows(lambda _: date(2018, 1, 1), rows),
    }
    with pytest.raises(RecordError) as caught:
        town.record_columns("premises", columns, known_at=KNOWN_AT)
    assert [(one.code, one.facts["row"]) for one in caught.value.faults] == [
        ("record.overlap", CHUNK_ROWS)
    ]


def as_arrow(cells: Sequence[Any]) -> Any:  # noqa: ANN401  of another library
    """A column of Arrow in two chunks."""
    arrow = importlib.import_module("pyarrow")
    whole = arrow.array(cells)
    return arrow.chunked_array([whole[:3], whole[3:]])


def as_pandas(cells: Sequence[Any]) -> Any:  # noqa: ANN401  of another library
    """A column of pandas whose labels are not its positions."""
    pandas = importlib.import_module("pandas")
    return pandas.Series(cells, index=range(1, len(cells) + 1))


MAKERS = [
    pytest.param(list, id="list"),
    pytest.param(
        lambda cells: array("q", cells) if isinstance(cells[0], int) else tuple(cells), id="array"
    ),
    pytest.param(
        lambda cells: importlib.import_module("numpy").array(cells),
        id="numpy",
        marks=pytest.mark.needs("numpy"),
    ),
    pytest.param(as_pandas, id="pandas", marks=pytest.mark.needs("pandas")),
    pytest.param(
        lambda cells: importlib.import_module("polars").Series(cells),
        id="polars",
        marks=pytest.mark.needs("polars"),
    ),
    pytest.param(as_arrow, id="arrow", marks=pytest.mark.needs("pyarrow")),
]


@pytest.mark.parametrize("make", MAKERS)
def test_columns_of_any_make_are_the_same_facts(
    town: fengqiao.Workspace, make: Callable[[Any], Any]
) -> None:
    """Recorded again as lists they are repeated, cell by cell."""
    columns = {name: column.tolist() for name, column in visits(7).items()}
    made = {name: make(cells) for name, cells in columns.items()}
    town.record_columns("visit", made, known_at=KNOWN_AT)
    again = town.record_columns("visit", columns, known_at=KNOWN_AT)
    assert (again.new, again.repeated) == (0, 7)


@pytest.mark.parametrize("make", [param for param in MAKERS if param.id not in ("array", "numpy")])
def test_moments_days_and_gaps_of_any_make(
    town: fengqiao.Workspace, make: Callable[[Any], Any]
) -> None:
    """Moments with a zone, and an optional text that is absent in one row."""
    first = datetime(2018, 7, 2, 1, tzinfo=UTC)
    hours = [first + timedelta(hours=row) for row in range(4)]
    columns: dict[str, list[Any]] = {
        "id": ["G1", "G2", "G3", "G4"],
        "staff": ["S01", "S01", "S02", "S02"],
        "station": ["ST01"] * 4,
        "area": [COMMUNITIES[0]] * 4,
        "room": ["R1", None, "R1", "R2"],
        "key": ["duty.public_reception"] * 4,
        "started_at": hours,
        "ended_at": [hour + timedelta(minutes=30) for hour in hours],
    }
    town.record_columns("duty", {n: make(c) for n, c in columns.items()}, known_at=KNOWN_AT)
    assert town.record_columns("duty", columns, known_at=KNOWN_AT).repeated == 4


def test_columns_of_findings_say_what_findings_say(town: fengqiao.Workspace) -> None:
    """Row by row, in the same order."""
    findings = town.check("2018-07")
    columns = findings.columns()
    names = ("id", "entry", "subject", "period", "result", "severity", "reason")
    rows = zip(*(columns[name] for name in names), strict=True)
    assert list(rows) == [tuple(getattr(one, name) for name in names) for one in findings]
    assert {len(column) for column in columns.values()} == {len(findings)}


FRAMES = [
    pytest.param("pandas", "DataFrame", marks=pytest.mark.needs("pandas")),
    pytest.param("polars", "DataFrame", marks=pytest.mark.needs("polars")),
    pytest.param("pyarrow", "table", marks=pytest.mark.needs("pyarrow")),
]


@pytest.mark.parametrize(("library", "frame"), FRAMES)
def test_frames_are_made_of_findings(town: fengqiao.Workspace, library: str, frame: str) -> None:
    """The columns of findings are taken as they are."""
    columns = town.check("2018-07").columns()
    made = getattr(importlib.import_module(library), frame)(columns)
    assert list(map(str, made["result"])) == columns["result"]
    assert len(made) == len(columns["actual"])


@pytest.mark.parametrize(("library", "frame"), FRAMES)
def test_frames_are_made_of_tallies(town: fengqiao.Workspace, library: str, frame: str) -> None:
    """The columns of a tally are taken as they are: whole numbers stay whole numbers."""
    tally = Tally("visit", "distinct", "household", by=("staff",), spans=(JULY,))
    (table,) = town.store.tally([tally])
    made = getattr(importlib.import_module(library), frame)(dict(table.columns))
    # small_city: S01 visits 4 households, S02 visits 2
    rows = sorted(zip(*(map(str, made[name]) for name in ("staff", "value", "span")), strict=True))
    assert rows == [("S01", "4", "0"), ("S02", "2", "0")]
