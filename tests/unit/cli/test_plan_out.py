"""A plan in files: a table, a page and calendars, none of which replaces what it should not."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Runner = Callable[..., Any]
Town = Any
"""The small town of `conftest.py`, which tests can't import."""
WEEK = ("--period", "2018-W28", "--on", "2018-07-08")
HOURS = '[planning]\nhours = "8 hours"\nstarts = "09:00"\n'
MINUTES = '[testtown]\n"visits.households.minutes" = "20 minutes"\n'
STAMP = ("--stamp", "2018-07-08T18:00+08:00")


@pytest.fixture
def ask(town: Town) -> tuple[str, ...]:
    """A question for a plan of the town with hours and durations."""
    path = Path(town.config)
    path.write_text(path.read_text("utf-8") + HOURS + MINUTES, encoding="utf-8")
    return ("plan", *town.asking("--lang", "en"), *WEEK)


def test_a_table_opens_in_a_spreadsheet(run: Runner, ask: tuple[str, ...], tmp_path: Path) -> None:
    """With the mark by which spreadsheets know UTF-8; each block is a row."""
    file = tmp_path / "plan.csv"
    assert run(*ask, "--csv", str(file)).code == 0
    content = file.read_bytes()
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert content.startswith(b"\xef\xbb\xbf")
    assert ("S02", "2018-07-09", "09:00", "11:00", "120", "二") in {
        tuple(row[name] for name in ("staff", "day", "start", "end", "minutes", "clause"))
        for row in rows
    }


def test_a_table_can_be_printed(run: Runner, ask: tuple[str, ...]) -> None:
    """Nothing else is printed then."""
    out = run(*ask, "--csv", "-").out
    assert len({len(row) for row in csv.reader(io.StringIO(out))}) == 1


def test_a_file_that_is_there_is_not_replaced(
    run: Runner, ask: tuple[str, ...], tmp_path: Path
) -> None:
    """It may be somebody's."""
    file = tmp_path / "plan.csv"
    file.write_text("mine", encoding="utf-8")
    assert (run(*ask, "--csv", str(file)).code, file.read_text("utf-8")) == (2, "mine")


def test_a_page_has_the_names_that_are_given(
    run: Runner, ask: tuple[str, ...], tmp_path: Path
) -> None:
    """They are read for this page, and not kept."""
    names, page = tmp_path / "names.csv", tmp_path / "week.html"
    names.write_text("id,name\nS02,Officer Two\n", encoding="utf-8")
    run(*ask, "--staff", "S02", "--page", str(page), "--names", str(names))
    assert "<h1>Officer Two: week 2018-W28</h1>" in page.read_text("utf-8")
    assert "Officer Two" not in (tmp_path / "town.db").read_bytes().decode("latin-1")


def test_a_page_is_of_somebody(run: Runner, ask: tuple[str, ...], tmp_path: Path) -> None:
    """Without --staff nobody knows whose; nothing is written."""
    page = tmp_path / "week.html"
    assert run(*ask, "--page", str(page)).code == 2
    assert not page.exists()


def test_without_a_browser_there_is_no_pdf(
    run: Runner, ask: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what to do instead, and leaves no empty file."""
    monkeypatch.setenv("PATH", str(tmp_path))
    page = tmp_path / "week.pdf"
    done = run(*ask, "--staff", "S02", "--page", str(page))
    assert (done.code, "Install Chromium" in done.err, page.exists()) == (2, True, False)


@pytest.mark.needs("chromium", "time")
def test_a_week_is_one_page_of_a4(run: Runner, ask: tuple[str, ...], tmp_path: Path) -> None:
    """On its side: 842 by 595 points."""
    page = tmp_path / "week.pdf"
    assert run(*ask, "--staff", "S02", "--page", str(page)).code == 0
    content = page.read_bytes()
    boxes = re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", content)
    assert [(round(float(x)), round(float(y))) for x, y in boxes] == [(842, 595)]


@pytest.mark.needs("icalendar")
def test_calendars_are_the_same_each_time(
    run: Runner, ask: tuple[str, ...], tmp_path: Path
) -> None:
    """A folder holds one for each officer and room; a later run replaces them."""
    folder = tmp_path / "calendars"
    found = []
    for _ in range(2):
        assert run(*ask, "--ics", str(folder), *STAMP).code == 0
        found.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert found[0] == found[1]
    assert {"staff-S01.ics", "staff-S02.ics"} <= set(found[0])


@pytest.mark.needs("icalendar")
def test_one_officers_plan_gives_one_calendar(
    run: Runner, ask: tuple[str, ...], tmp_path: Path
) -> None:
    """Those of others would look empty."""
    run(*ask, "--staff", "S02", "--ics", str(tmp_path / "own"), *STAMP)
    assert [path.name for path in (tmp_path / "own").iterdir()] == ["staff-S02.ics"]


def test_places_are_named_in_the_terminal(
    run: Runner, ask: tuple[str, ...], tmp_path: Path
) -> None:
    """A long name is broken over lines, and no line is wider than the terminal."""
    names = tmp_path / "names.csv"
    names.write_text("id,name\n990001001002,Riverside Community Centre\n", encoding="utf-8")
    out = run(*ask, "--staff", "S02", "--names", str(names)).out
    assert ("Riverside" in out, "990001001002" in out) == (True, False)
    assert [line for line in out.splitlines() if len(line) > 80] == []
