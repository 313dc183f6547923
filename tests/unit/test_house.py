"""Rules of the house that no linter knows."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

MOST_LINES = 400
TABLES = re.compile(r"(days_cn|texts_\w+|catalogue\w*)\.py")  # data, one row a line
CLOCK = {
    "date": {"today"},
    "datetime": {"now", "today", "utcnow"},
    "time": {"gmtime", "localtime", "time", "time_ns"},
}
ARITHMETIC = {"relativedelta", "rrule", "timedelta"}
CHANCE = {"random", "secrets", "uuid"}
SEEDED = {"Random"}
EMPTY_NAMES = {"utils", "util", "helpers", "helper", "common", "base", "misc"}


@pytest.fixture(scope="module")
def modules(repository: Path) -> dict[str, ast.Module]:
    """Every module of the package, parsed, by its path below ``fengqiao/``."""
    root = repository / "src" / "fengqiao"
    return {
        path.relative_to(root).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(root.rglob("*.py"))
    }


def imported_names(tree: ast.Module, module: str) -> set[str]:
    """Names that ``from module import ...`` brings in anywhere in a file."""
    return {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == module
        for alias in node.names
    }


def attributes(tree: ast.Module) -> set[tuple[str, str]]:
    """Every ``name.attribute`` and ``...name.attribute`` of a file, as its last two parts."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            owner = node.value
            name = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            found.add((name, node.attr))
    return found


def reads_clock(tree: ast.Module) -> bool:
    """Whether a file asks what day or time it is."""
    asked = {(owner, name) for owner, names in CLOCK.items() for name in names}
    return bool(attributes(tree) & asked or imported_names(tree, "time") & CLOCK["time"])


def adds_to_dates(tree: ast.Module) -> bool:
    """Whether a file imports or names a type that date arithmetic is made of."""
    brought = imported_names(tree, "datetime") | imported_names(tree, "dateutil")
    return bool((brought | {name for _, name in attributes(tree)}) & ARITHMETIC)


def draws_without_seed(tree: ast.Module) -> bool:
    """Whether a file calls for chance otherwise than through ``random.Random``."""
    brought = set().union(*(imported_names(tree, module) for module in CHANCE))
    reached = {name for owner, name in attributes(tree) if owner in CHANCE}
    return bool((brought | reached) - SEEDED) or ("os", "urandom") in attributes(tree)


@pytest.mark.parametrize(
    "text",
    [
        "from datetime import date\nday = date.today()",
        "import datetime\nnow = datetime.datetime.now(tz)",
        "import time\nseconds = time.time()",
        "from time import time_ns\nseconds = time_ns()",
    ],
)
def test_clock_rule_sees_each_way_to_ask(text: str) -> None:
    """Each usual way to ask the clock is noticed."""
    assert reads_clock(ast.parse(text))


def test_clock_rule_leaves_dates_alone() -> None:
    """A file that only makes and names days is not taken for one that asks the clock."""
    assert not reads_clock(ast.parse("from datetime import date\nday = date(2018, 6, 25).year"))


@pytest.mark.parametrize(
    "text",
    [
        "from datetime import timedelta",
        "import datetime\nday = first + datetime.timedelta(days=1)",
        "from dateutil.relativedelta import relativedelta",
    ],
)
def test_arithmetic_rule_sees_each_way(text: str) -> None:
    """Each usual way to reach date arithmetic is noticed."""
    assert adds_to_dates(ast.parse(text))


@pytest.mark.parametrize(
    "text", ["import random\nx = random.choice(y)", "import secrets\nx = secrets.token_hex()"]
)
def test_chance_rule_sees_each_way(text: str) -> None:
    """Chance without a seed is noticed."""
    assert draws_without_seed(ast.parse(text))


def test_only_the_command_line_reads_the_clock(modules: dict[str, ast.Module]) -> None:
    """No module outside ``cli/`` asks what day it is."""
    assert [
        path for path, tree in modules.items() if reads_clock(tree) and path[:4] != "cli/"
    ] == []


def test_date_arithmetic_lives_in_timing_only(modules: dict[str, ast.Module]) -> None:
    """No module outside ``timing/`` adds to or subtracts from days."""
    assert [p for p, tree in modules.items() if adds_to_dates(tree) and p[:7] != "timing/"] == []


def test_only_erasing_draws_without_a_seed(modules: dict[str, ast.Module]) -> None:
    """Outside ``store/``, which erases with fresh tokens, chance comes from a seeded generator."""
    found = [p for p, tree in modules.items() if draws_without_seed(tree) and p[:6] != "store/"]
    assert found == []


def test_no_module_is_longer_than_a_reader_can_hold(repository: Path) -> None:
    """No module but a data table has more than 400 lines."""
    root = repository / "src" / "fengqiao"
    long = [
        path.relative_to(root).as_posix()
        for path in root.rglob("*.py")
        if not TABLES.fullmatch(path.name)
        and len(path.read_text(encoding="utf-8").splitlines()) > MOST_LINES
    ]
    assert long == []


def test_no_module_has_an_empty_name(modules: dict[str, ast.Module]) -> None:
    """No module or folder is called by a name that says nothing."""
    assert [path for path in modules if EMPTY_NAMES & set(path[:-3].split("/"))] == []


@pytest.mark.parametrize(
    "name",
    ["constraints.txt", ".ci/lowest.txt", "benchmarks/constraints.txt", "mutation/constraints.txt"],
)
def test_pins_hold_names_and_versions_only(repository: Path, name: str) -> None:
    """A file of pins has one ``name==version`` a line and no address of any registry."""
    lines = (repository / name).read_text(encoding="utf-8").splitlines()
    pin = re.compile(r"[A-Za-z0-9._-]+==[0-9A-Za-z.!+]+")
    assert [line for line in lines if not pin.fullmatch(line)] == []


def test_the_lowest_versions_are_those_that_the_project_promises(repository: Path) -> None:
    """CI tests the lower end of each range that the core and the command line declare."""
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = [*project["dependencies"], *project["optional-dependencies"]["cli"]]
    promised = dict(re.findall(r"([a-z-]+)>=([0-9.]+)", "\n".join(declared)))
    lines = (repository / ".ci" / "lowest.txt").read_text(encoding="utf-8").splitlines()
    tested = dict(line.split("==") for line in lines)
    assert {name: re.sub(r"(\.0)+$", "", version) for name, version in tested.items()} == promised
