from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

Runner = Callable[..., Any]
Town = Any
"""The small town of `conftest.py`, which tests can't import."""
JULY = ("--period", "2018-07")
HOURS = '[planning]\nhours = "8 hours"\nstarts = "09:00"\n'
MINUTES = '[testtown]\n"visits.households.minutes" = "20 minutes"\n'
# Testtown's notice asks 3 visits a month of each of two officers, and a meeting of 2 hours a month
# of each of two communities; July 2018 has 22 working days.


@pytest.fixture
def with_hours(town: Town) -> Town:
    """The town with hours and durations."""
    path = Path(town.config)
    path.write_text(path.read_text("utf-8") + HOURS + MINUTES, encoding="utf-8")
    return town


def rows(out: str) -> list[list[str]]:
    """Words of each line."""
    return [line.split() for line in out.splitlines()]


def test_the_total_stands_first(run: Runner, with_hours: Town) -> None:
    """Six visits of 20 minutes and two meetings are 6 hours of 352."""
    ran = run("burden", *with_hours.asking("--lang", "en"), *JULY)
    assert ran.out.splitlines()[0] == "2018-07: 6:00 hours asked, 352:00 hours there are: 1 %."


def test_each_entry_has_its_hours(run: Runner, with_hours: Town) -> None:
    """Hours, share of the hours there are, how long one takes, clause and name."""
    out = run("burden", *with_hours.asking("--lang", "en"), *JULY).out
    assert ["4:00", "1", "%", "2:00", "二", "Community", "meeting"] in rows(out)
    assert ["2:00", "<1", "%", "0:20", "一", "Households", "visited", "a", "month"] in rows(out)


def test_each_officer_has_hours_by_month(run: Runner, with_hours: Town) -> None:
    """Of each officer three hours of 176 are asked."""
    out = run("burden", *with_hours.asking("--lang", "en"), *JULY).out
    assert ["S01", "2018-07", "3:00", "176:00", "1", "%", "0"] in rows(out)


@pytest.mark.parametrize(
    ("lang", "sentence"), [("en", "Nobody said how long"), ("zh", "未写明时长")]
)
def test_what_nobody_timed_is_listed(run: Runner, town: Town, lang: str, sentence: str) -> None:
    """With how many are due, and the term that would say it."""
    out = run("burden", *town.asking("--lang", lang), *JULY).out
    assert sentence in out
    assert '"visits.households.minutes" = "20 minutes"' in out


def test_without_hours_it_says_how_to_give_them(run: Runner, town: Town) -> None:
    """The total stands without a comparison."""
    out = run("burden", *town.asking("--lang", "en"), *JULY).out
    assert out.startswith("2018-07: 4:00 hours asked.\n")
    assert 'starts = "09:00"' in out


def test_json_is_the_burden(run: Runner, with_hours: Town) -> None:
    """Other programs read minutes."""
    data = run("burden", *with_hours.asking("--json"), *JULY).json()
    assert data["total"] == {"minutes": 360, "available": 2 * 22 * 480}


def test_the_limit_holds(run: Runner, with_hours: Town) -> None:
    """How many officers are left out is said."""
    out = run("burden", *with_hours.asking("--limit", "1", "--lang", "en"), *JULY).out
    assert "... and 1 more (--limit 2)" in out


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_80_columns_are_enough(run: Runner, town: Town, lang: str) -> None:
    """No line is wider than a terminal."""
    out = run("burden", *town.asking("--lang", lang), *JULY).out
    assert [line for line in out.splitlines() if cell_len(line) > 80] == []


def test_there_is_no_day_to_choose(run: Runner, with_hours: Town) -> None:
    """Demand is that of the whole period, whatever is done, so there is no --on."""
    assert run("burden", *with_hours.asking("--on", "2018-07-01"), *JULY).code == 2


def other_pack(town: Town, tmp_path: Path) -> str:
    """A pack of the same town that asks for six visits a month instead of three."""
    folder = Path(shutil.copytree(town.pack, tmp_path / "heavier"))
    rules = folder / "data" / "rules.toml"
    text = rules.read_text("utf-8")
    assert text.count("at_least = 3\n") == 1
    rules.write_text(text.replace("at_least = 3\n", "at_least = 6\n"), encoding="utf-8")
    return str(folder)


def test_two_packs_stand_side_by_side(run: Runner, with_hours: Town, tmp_path: Path) -> None:
    """Three visits of 20 minutes by each of two officers are two hours, six are four."""
    ask = ("--against", other_pack(with_hours, tmp_path), "--on", "2018-07-31", "--json")
    found = run("burden", *with_hours.asking(*ask), *JULY).json()
    visits = [
        next(one["minutes"] for one in side["entries"] if one["entry"] == "visits.households")
        for side in (found["one"], found["other"])
    ]
    assert visits == [120, 240]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_those_furthest_apart_come_first(
    run: Runner, with_hours: Town, tmp_path: Path, lang: str
) -> None:
    """Hours of both sides in one row; nothing is wider than the terminal."""
    ask = ("--against", other_pack(with_hours, tmp_path), "--on", "2018-07-31", "--lang", lang)
    done = run("burden", *with_hours.asking(*ask), *JULY)
    row = next(line.split() for line in done.out.splitlines() if line.strip().startswith("S0"))
    assert (done.code, row[1]) == (0, "2018-07")
    assert [line for line in done.out.splitlines() if cell_len(line) > 80] == []


@pytest.mark.parametrize(
    "more",
    [("--on", "2018-07-01"), ("--need", "--against", "x"), ("--against", "x", "--pack", "y")],
)
def test_what_does_not_go_together_is_refused(
    run: Runner, with_hours: Town, more: tuple[str, ...]
) -> None:
    """A day without a second pack, posts of two packs, or three packs."""
    assert run("burden", *with_hours.asking(*more), *JULY).code == 2
