"""Public periodic instances are read as their format says; the file is written here."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from fengqiao.planning.rounds import check_rounds, solve_rounds

_SMALL = """\
1 2 3 2
0 50
0 50
0 0 0 0 0 0 0
1 3 4 0 20 1 2 1 2
2 6 8 0 30 2 1 3
3 -3 4 0 40 1 1 2
"""
"""Two vehicles, three customers, two days: on either day, on both, on the first (binary 10)."""


@pytest.fixture(scope="module")
def periodic(repository: Path) -> ModuleType:
    """The reader, which stands beside the benchmarks."""
    path = repository / "benchmarks" / "periodic.py"
    spec = importlib.util.spec_from_file_location("periodic", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_customers_are_stops(periodic: ModuleType) -> None:
    """Demand, number of visits and days, which are read from left to right."""
    asked = periodic.read_periodic(_SMALL)
    assert [(one.minutes, one.times, one.patterns) for one in asked.stops] == [
        (20, 1, ((1,), (2,))),
        (30, 2, ((1, 2),)),
        (40, 1, ((1,),)),
    ]


def test_vehicles_are_staff(periodic: ModuleType) -> None:
    """Each vehicle has each day, and its load is what the day holds."""
    asked = periodic.read_periodic(_SMALL)
    assert [(one.staff, one.day, one.minutes) for one in asked.slots] == [
        ("V000", 1, 50),
        ("V000", 2, 50),
        ("V001", 1, 50),
        ("V001", 2, 50),
    ]


def test_distances_are_hundredths(periodic: ModuleType) -> None:
    """From the depot to a customer at 3, 4 it is 5."""
    assert periodic.read_periodic(_SMALL).metres[0] == (0, 500, 1000, 500)


def test_it_can_be_solved(periodic: ModuleType) -> None:
    """On the first day 2 and 3 need a vehicle each; on the second 1 and 2 share one: 5000 together.

    There and back: 10 + 20 on the first day, and 20 on the second, where 1 lies on the way to 2.
    """
    asked = periodic.read_periodic(_SMALL)
    found = solve_rounds(asked, iterations=50)
    assert (found.metres, found.missed, check_rounds(asked, found)) == (5000, (), ())


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        _SMALL.replace("1 2 3 2\n", "2 2 3 2\n", 1),
        _SMALL.replace("0 50\n", "90 50\n", 1),
        "\n".join(_SMALL.splitlines()[:-1]),
    ],
    ids=["empty", "another type", "durations", "cut off"],
)
def test_what_is_no_such_instance_is_refused(periodic: ModuleType, wrong: str) -> None:
    """Empty, of several depots, with limits of duration, or cut off."""
    with pytest.raises(ValueError, match=r"head|periodic|duration|missing"):
        periodic.read_periodic(wrong)


def test_the_best_known_cost_stands_beside(periodic: ModuleType, tmp_path: Path) -> None:
    """The file of results begins with it; without one nothing is known."""
    (tmp_path / "p01.res").write_text("524.61\n1 2 3\n", encoding="ascii")
    assert periodic.best_known(tmp_path / "p01") == 524.61
    assert periodic.best_known(tmp_path / "p02") is None


def test_a_table_of_best_costs_comes_first(periodic: ModuleType, tmp_path: Path) -> None:
    """Files of results are older than what has been found since."""
    (tmp_path / "p05.res").write_text("2027.99\n", encoding="ascii")
    (tmp_path / "best-known.csv").write_text("p04,835.26\np05,2024.96\n", encoding="ascii")
    assert periodic.best_known(tmp_path / "p05") == 2024.96


def test_results_and_tables_are_no_instances(periodic: ModuleType, tmp_path: Path) -> None:
    """Of a folder only what may be an instance is read, in order."""
    for name in ("p02", "p01", "p01.res", "best-known.csv", "README.md"):
        (tmp_path / name).write_text("", encoding="ascii")
    assert [path.name for path in periodic.instances_in(tmp_path)] == ["p01", "p02"]
