from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

Runner = Callable[..., Any]
Town = Any
"""The small town of `conftest.py`, which tests can't import."""
WEEK = ("--period", "2018-W28")
EVE = ("--on", "2018-07-08")
HOURS = '[planning]\nhours = "8 hours"\nstarts = "09:00"\n'
MINUTES = '[testtown]\n"visits.households.minutes" = "20 minutes"\n'
# Testtown's notice: 3 households a month, one meeting of 2 hours a month. By 8 July S02 has one
# of three visits to make and the second community has not met.


@pytest.fixture
def with_hours(town: Town) -> Town:
    """The town with hours and durations."""
    path = Path(town.config)
    path.write_text(path.read_text("utf-8") + HOURS + MINUTES, encoding="utf-8")
    return town


def test_a_plan_is_answered(run: Runner, with_hours: Town) -> None:
    """What can't be placed is no fault of the question."""
    assert run("plan", *with_hours.asking(), *WEEK, *EVE).code == 0


def test_one_officers_week_is_a_table_by_day(run: Runner, with_hours: Town) -> None:
    """Day, time, what, place, minutes and clause."""
    out = run("plan", *with_hours.asking("--staff", "S02", "--lang", "en"), *WEEK, *EVE).out
    lines = [line.split() for line in out.splitlines()]
    assert ["Mon", "2018-07-09", "2:00", "of", "8:00"] in lines
    assert ["Fri", "2018-07-13", "0:00", "of", "8:00"] in lines
    assert ["09:00-11:00", "Community", "meeting", "990001001002", "120", "二"] in lines


def test_who_has_nothing_is_told_so(run: Runner, with_hours: Town) -> None:
    """By then S01 has done everything."""
    out = run("plan", *with_hours.asking("--staff", "S01", "--lang", "en"), *WEEK, *EVE).out
    assert "Nothing falls to S01" in out


def test_officers_come_fullest_first(run: Runner, with_hours: Town) -> None:
    """Planned hours of those there are, with the fullest day."""
    out = run("plan", *with_hours.asking("--lang", "en"), *WEEK, *EVE).out
    row = next(line.split() for line in out.splitlines() if line.strip().startswith("S02"))
    assert row == ["S02", "2:20", "40:00", "5", "%", "2018-07-09", "2:00"]


def test_the_limit_holds(run: Runner, with_hours: Town) -> None:
    """How many officers are left out is said."""
    out = run(
        "plan",
        *with_hours.asking("--limit", "1", "--lang", "en"),
        *("--period", "2018-07", "--on", "2018-06-30"),
    ).out
    assert "... and 1 more (--limit 2)" in out


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_without_hours_it_says_how_to_give_them(run: Runner, town: Town, lang: str) -> None:
    """The lines to write stand ready for the configuration."""
    out = run("plan", *town.asking("--lang", lang), *WEEK, *EVE).out
    assert [line.strip() for line in out.splitlines() if "=" in line or "[" in line] == [
        "[testtown]",
        '"visits.households.minutes" = "20 minutes"',
        "[planning]",
        'hours  = "8 hours"',
        'starts = "09:00"',
    ]


def test_only_what_is_missing_is_asked_for(run: Runner, town: Town) -> None:
    """Who stated the length of a day is asked for its start alone."""
    path = Path(town.config)
    path.write_text(path.read_text("utf-8") + '[planning]\nhours = "8 hours"\n', encoding="utf-8")
    out = run("plan", *town.asking("--lang", "en"), *WEEK, *EVE).out
    assert ("starts =" in out, "hours  =" in out) == (True, False)


def test_what_is_left_stands_under_its_reason(run: Runner, with_hours: Town) -> None:
    """Of three visits that each of two officers owes, one day takes one each; four are left."""
    ask = ("--period", "2018-07-03", "--on", "2018-07-02")
    out = run("plan", *with_hours.asking("--lang", "en"), *ask).out
    lines = [line.split() for line in out.splitlines()]
    at = lines.index(["left", "for", "days", "outside", "this", "period"])
    assert lines[at + 1] == ["4", "一", "Households", "visited", "a", "month"]


def test_json_is_the_plan(run: Runner, with_hours: Town) -> None:
    """Other programs read blocks and what is left."""
    data = run("plan", *with_hours.asking("--json"), *WEEK, *EVE).json()
    assert (data["format"], data["period"], data["on"]) == (1, "2018-W28", "2018-07-08")
    assert {one["staff"] for one in data["placed"]} == {"S02"}


def test_lines_of_json(run: Runner, with_hours: Town) -> None:
    """One a block, then one for each that is left."""
    both = run("plan", *with_hours.asking("--json"), *WEEK, *EVE).json()
    out = run("plan", *with_hours.asking("--jsonl"), *WEEK, *EVE).out
    assert [json.loads(line) for line in out.splitlines()] == both["placed"] + both["unplaced"]


def test_a_period_that_is_over_is_planned_from_its_eve(run: Runner, with_hours: Town) -> None:
    """Without --on a past month is planned as it would have been before it began."""
    out = run("plan", *with_hours.asking("--lang", "en"), "--period", "2018-07").out
    assert out.startswith("Facts up to and including 2018-06-30")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("more", [(), ("--staff", "S02")])
def test_80_columns_are_enough(
    run: Runner, with_hours: Town, lang: str, more: tuple[str, ...]
) -> None:
    """No line of the tables is wider than a terminal."""
    out = run("plan", *with_hours.asking("--lang", lang, *more), *WEEK, *EVE).out
    wide = [line for line in out.splitlines()[1:] if cell_len(line) > 80]
    assert [line for line in wide if not line.startswith("    --")] == []  # a path is not broken


def test_an_unknown_officer_gives_2(run: Runner, with_hours: Town) -> None:
    """There is no plan of nobody."""
    ran = run("plan", *with_hours.asking("--staff", "S99", "--json"), *WEEK)
    assert (ran.code, ran.json()["error"]["code"]) == (2, "request.no_staff")


def test_a_day_that_is_none_gives_2(run: Runner, with_hours: Town) -> None:
    """As with every verb."""
    assert run("plan", *with_hours.asking("--on", "today"), *WEEK).code == 2
