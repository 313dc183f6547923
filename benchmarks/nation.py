"""A month of a nation's visits loaded and checked: this library beside SQL by hand on DuckDB.

Each part runs once, in a process of its own that says how long it took and how much memory it had.
"""

from __future__ import annotations

import csv
import importlib
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime
from functools import partial
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from attrs import field, frozen
from rounds import Contender, Contest, Size, main

from fengqiao.model.areas import area_level
from fengqiao.testing.builders import SHANGHAI
from fengqiao.workspace import open_workspace

STATIONS, VISITS = 40_000, 24_000_000
OFFICERS, HOUSEHOLDS = 5, 150
"""Of a station, and of an officer."""
STREETS, COMMUNITIES = 100, 10
"""Of a made-up county, and of each of its streets."""
LIMITS = {"community_officer": 82, "station": 415, "community": 83, "village": 83}
MONTH, SINCE = "2018-07", date(2018, 1, 1)
FIRST = datetime(2018, 7, 1, 8, tzinfo=SHANGHAI)
KNOWN_AT = datetime(2018, 8, 1, 8, tzinfo=SHANGHAI)
SECONDS = 30 * 86_400
PIECE = 50_000
MIX, AGAIN, WORD = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, (1 << 64) - 1
PACK = """format = 1
[pack]
id = "nation"
zh = "全国"
en = "Nation"
version = "1.0.0"
areas = [{areas}]
[[source]]
id = "order"
zh = "测试通知"
en = "Order"
kind = "order"
issued = 2018-01-01
[[clause]]
ref = "一"
parts = {parts}
"""
NORM = """[[norm]]
id = "visits.{kind}"
key = "visits.households"
each = "{kind}"
per = "month"
at_least = {limit}
clause = "一#{part}"
zh = "走访户数"
en = "Households visited by {kind}"
"""


@frozen
class Nation:
    """What is loaded, made row by row from its number."""

    areas: Sequence[tuple[str, str]]
    stations: int
    visits: int
    _last: list[Any] = field(factory=lambda: [None, None], eq=False)

    @property
    def officers(self) -> int:
        """How many officers there are."""
        return self.stations * OFFICERS

    def places(self) -> list[str]:
        """The community or village of each officer."""
        served = [code for code, _ in self.areas if area_level(code) in ("community", "village")]
        return [served[one * len(served) // self.officers] for one in range(self.officers)]

    def registers(self) -> Iterator[tuple[str, dict[str, list[Any]]]]:
        """Areas, stations and posts."""
        codes, names = map(list, zip(*self.areas, strict=True))
        places, everyone = self.places(), range(self.officers)
        yield "area", {"area": codes, "name": names, "since": [SINCE] * len(codes)}
        yield (
            "station",
            {
                "station": [f"ST{one:06}" for one in range(self.stations)],
                "name": [f"Station {one}" for one in range(self.stations)],
                "area": places[::OFFICERS],
                "since": [SINCE] * self.stations,
            },
        )
        yield (
            "assignment",
            {
                "staff": [f"S{one:07}" for one in everyone],
                "role": ["community_officer"] * self.officers,
                "station": [f"ST{one // OFFICERS:06}" for one in everyone],
                "area": places,
                "full_time": [True] * self.officers,
                "since": [SINCE] * self.officers,
            },
        )

    def piece(self, rows: range, places: Sequence[str]) -> dict[str, list[Any]]:
        """Some visits, as columns."""
        first = int(FIRST.timestamp())
        mixed = (row * MIX & WORD for row in rows)
        chance = [(one ^ one >> 30) * AGAIN & WORD for one in mixed]
        staff = [(one >> 40) % self.officers for one in chance]
        starts = [first + row * SECONDS // self.visits for row in rows]
        return {
            "id": [f"V{row:09}" for row in rows],
            "staff": [f"S{one:07}" for one in staff],
            "station": [f"ST{one // OFFICERS:06}" for one in staff],
            "area": [places[one] for one in staff],
            "household": [
                f"household-{one * HOUSEHOLDS + (drawn >> 16) % HOUSEHOLDS:09}"
                for one, drawn in zip(staff, chance, strict=True)
            ],
            "started_at": starts,
            "ended_at": [start + 1_200 for start in starts],
        }


class Cells:
    """One column of all visits, made as far as it is looked at."""

    def __init__(
        self, piece: Callable[[slice], dict[str, list[Any]]], name: str, size: int
    ) -> None:
        self._piece, self._name, self._size = piece, name, size

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, some: slice) -> list[Any]:
        return self._piece(some)[self._name]

    def __iter__(self) -> Iterator[Any]:
        return iter(self[:])


def lazy_columns(nation: Nation) -> dict[str, Cells]:
    """All visits, of which only one piece is there at a time."""
    places = nation.places()
    made: dict[tuple[int, int], dict[str, list[Any]]] = {}

    def piece(some: slice) -> dict[str, list[Any]]:
        rows = range(nation.visits)[some]
        if (rows.start, rows.stop) not in made:
            made.clear()
            made[rows.start, rows.stop] = nation.piece(rows, places)
        return made[rows.start, rows.stop]

    return {name: Cells(piece, name, nation.visits) for name in nation.piece(range(0), places)}


# ------------------------------------------------------------------------------ this library


def make_data(nation: Nation, folder: Path) -> None:
    """Only make the visits, which both do while they load."""
    places = nation.places()
    for start in range(0, nation.visits, PIECE):
        nation.piece(range(start, min(start + PIECE, nation.visits)), places)


def load_ours(nation: Nation, folder: Path) -> None:
    """Everything into a file, checked on the way."""
    parts = enumerate(LIMITS.items(), start=1)
    norms = (NORM.format(kind=kind, limit=limit, part=part) for part, (kind, limit) in parts)
    prefixes = ", ".join(sorted({f'"{code[:2]}"' for code, _ in nation.areas}))
    pack = folder / "nation" / "data"
    pack.mkdir(parents=True)
    text = PACK.format(areas=prefixes, parts=len(LIMITS)) + "".join(norms)
    (pack / "rules.toml").write_text(text, encoding="utf-8")
    with _opened(folder) as ws:
        for kind, columns in nation.registers():
            ws.record_columns(kind, columns, known_at=KNOWN_AT)
        ws.declare({"visit": SINCE}, known_at=KNOWN_AT)
        ws.record_columns("visit", lazy_columns(nation), known_at=KNOWN_AT)


def check_ours(nation: Nation, folder: Path) -> dict[str, tuple[int, int]]:
    """Of each norm, who met it and who did not."""
    with _opened(folder) as ws:
        findings = ws.check(MONTH)
        blocks = [(block.task.subjects.kind, block.results) for block in findings.blocks]
    return {
        kind: (
            sum(results.count(1) for name, results in blocks if name == kind),
            sum(results.count(0) for name, results in blocks if name == kind),
        )
        for kind in LIMITS
    }


def _opened(folder: Path) -> Any:  # noqa: ANN401  a workspace
    return open_workspace(f"sqlite:///{folder}/nation.db", packs=folder / "nation")


# ------------------------------------------------------------------------------------ DuckDB


def load_duckdb(nation: Nation, folder: Path) -> None:
    """The same into a file of DuckDB, unchecked and without a key."""
    arrow, connection = importlib.import_module("pyarrow"), _duckdb(folder)
    for kind, columns in nation.registers():
        given = arrow.table(columns)
        connection.register("given", given)
        connection.execute(f"CREATE TABLE {kind} AS SELECT * FROM given")  # noqa: S608  our names
    levels = [(code, area_level(code)) for code, _ in nation.areas]
    connection.register(
        "given", arrow.table({"area": [c for c, _ in levels], "level": [k for _, k in levels]})
    )
    connection.execute("CREATE TABLE level AS SELECT * FROM given")
    places = nation.places()
    for start in range(0, nation.visits, PIECE * 20):
        rows = range(start, min(start + PIECE * 20, nation.visits))
        connection.register("given", arrow.table(nation.piece(rows, places)))
        begin = "INSERT INTO visit" if start else "CREATE TABLE visit AS"
        connection.execute(f"{begin} SELECT * FROM given")  # noqa: S608  our names
    connection.close()


def check_duckdb(nation: Nation, folder: Path) -> dict[str, tuple[int, int]]:
    """The same norms as SQL."""
    asked = {
        "community_officer": ("staff", "assignment", "true"),
        "station": ("station", "station", "true"),
        "community": ("area", "level", "s.level = 'community'"),
        "village": ("area", "level", "s.level = 'village'"),
    }
    first = int(FIRST.replace(hour=0).timestamp())
    connection, found = _duckdb(folder), {}
    for kind, (column, register, where) in asked.items():
        found[kind] = connection.execute(
            f"""SELECT count(*) FILTER (WHERE coalesce(n, 0) >= ?),
                count(*) FILTER (WHERE coalesce(n, 0) < ?)
            FROM {register} s LEFT JOIN (
                SELECT {column}, count(DISTINCT household) n FROM visit
                WHERE started_at BETWEEN ? AND ? GROUP BY {column}) v USING ({column})
            WHERE {where}""",  # noqa: S608  our names
            [LIMITS[kind], LIMITS[kind], first, first + 31 * 86_400 - 1],
        ).fetchone()
    connection.close()
    return found


def _duckdb(folder: Path) -> Any:  # noqa: ANN401  a connection
    duckdb = importlib.import_module("duckdb")
    connection = duckdb.connect(str(folder / "nation.duckdb"))
    connection.execute("SET threads = 2")
    return connection


# --------------------------------------------------------------------------------- the contest


def areas_of(path: Path | None, stations: int) -> list[tuple[str, str]]:
    """Codes and names of a file, or made-up ones: ten communities for each station."""
    if path is not None:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return [(row["code"], row["name"]) for row in csv.DictReader(file)]
    streets = [(one // STREETS + 1, one % STREETS + 1) for one in range(stations)]
    return [
        (f"99{county:04}{street:03}{community:03}", f"Community {community}")
        for county, street in streets
        for community in range(1, COMMUNITIES + 1)
    ]


Figures = tuple[float, float, float, Any]
"""Seconds, seconds of processors, MiB, and what came out."""


def alone(part: Callable[[Nation, Path], Any], nation: Nation, folder: Path) -> Figures:
    """Figures of a part in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
        return one.submit(measured, part, nation, folder).result()


def measured(part: Callable[[Nation, Path], Any], nation: Nation, folder: Path) -> Figures:
    """Run a part in this process."""
    begun, used = perf_counter(), process_time()
    result = part(nation, folder)
    seconds, worked = perf_counter() - begun, process_time() - used
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return seconds, worked, most / (1 << 20 if sys.platform == "darwin" else 1 << 10), result


def contests(size: Size) -> Iterator[Contest]:
    """Seconds and memory."""
    share = 0.0005 if size.is_tiny else size.options["scale"]
    stations = round(STATIONS * share)
    given = size.options["areas"]
    nation = Nation(areas_of(given and Path(given), stations), stations, round(VISITS * share))
    ready = all(map(find_spec, ("duckdb", "pyarrow")))
    parts: dict[str, Callable[[Nation, Path], Any]] = {
        "fengqiao, load": load_ours,
        "fengqiao, check": check_ours,
        "fengqiao, check again": check_ours,
        "make the visits": make_data,
    }
    if ready:
        parts |= {"DuckDB, load": load_duckdb, "DuckDB, check": check_duckdb}
    with tempfile.TemporaryDirectory() as name:
        found = {part: alone(run, nation, Path(name)) for part, run in parts.items()}
        held = (Path(name) / "nation.db").stat().st_size / (1 << 20)
    results = {part: result for part, (*_, result) in found.items() if "check" in part}
    if len(set(map(repr, results.values()))) != 1:
        sys.exit(f"they disagree: {results}")
    told = ", ".join(
        f"{kind} {met:,} of {met + failed:,}"
        for kind, (met, failed) in results["fengqiao, check"].items()
    )
    instance = (
        f"{stations:,} stations, {nation.officers:,} officers, {len(nation.areas):,} areas,"
        f" {nation.visits:,} visits; our file has {held:,.0f} MiB. Norms met, as all say: {told}."
    )
    for title, unit, place in (
        ("Load and check a nation", "s", 0),
        ("Processors' time", "s of processors", 1),
        ("Memory", "MiB at most", 2),
    ):
        yield Contest(
            title=title,
            instance=instance,
            unit=unit,
            measures="figure",
            contenders=[
                Contender(name=part, run=partial(float, figures[place]))
                for part, figures in found.items()
            ],
            absent=[] if ready else [("DuckDB", "duckdb and pyarrow")],
        )


if __name__ == "__main__":
    main(
        __file__,
        contests,
        packages=("fengqiao", "duckdb", "pyarrow"),
        options=[
            ("--areas", {"help": "CSV file with columns code and name; otherwise made-up codes"}),
            ("--scale", {"type": float, "default": 1.0, "help": "part of the nation, 0.01 to 1"}),
        ],
        least=1,
        usual=1,
    )
