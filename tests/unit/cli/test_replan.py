"""The verb `replan`: it reads what `plan --json` wrote, and says what moves and why."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Runner = Callable[..., Any]
Town = Any
"""The small town of `conftest.py`, which tests can't import."""
MONTH = ("--period", "2018-07")
EVE = ("--on", "2018-06-30")
SETTINGS = '[planning]\nhours = "8 hours"\nstarts = "09:00"\n'
MINUTES = '[testtown]\n"visits.households.minutes" = "20 minutes"\n'
AWAY = "staff,first,last\nS02,2018-07-02,2018-07-13\n"


@pytest.fixture
def plan(run: Runner, town: Town) -> Path:
    """A written plan of July, beside the configuration."""
    path = Path(town.config)
    path.write_text(path.read_text("utf-8") + SETTINGS + MINUTES, encoding="utf-8")
    file = path.with_name("plan.json")
    file.write_text(run("plan", *town.asking("--json"), *MONTH, *EVE).out, encoding="utf-8")
    return file


def test_without_a_change_nothing_moves(run: Runner, town: Town, plan: Path) -> None:
    """The same blocks, and no move."""
    found = json.loads(run("replan", str(plan), *town.asking("--json")).out)
    before = json.loads(plan.read_text("utf-8"))
    assert (found["placed"], found["moves"]) == (before["placed"], [])


def test_leave_is_said_to_move_what_stood_on_it(run: Runner, town: Town, plan: Path) -> None:
    """In words: what, whence, whither and why."""
    away = plan.with_name("away.csv")
    away.write_text(AWAY, encoding="utf-8")
    out = run("replan", str(plan), *town.asking("--lang", "en"), "--away", str(away)).out
    assert "the officer is away" in out


def test_a_plan_made_from_another_can_be_planned_again(run: Runner, town: Town, plan: Path) -> None:
    """The answer in JSON is a plan, too."""
    again = plan.with_name("again.json")
    again.write_text(run("replan", str(plan), *town.asking("--json")).out, encoding="utf-8")
    assert run("replan", str(again), *town.asking("--json")).code == 0


def test_a_pin_that_cannot_hold_is_no_answer(run: Runner, town: Town, plan: Path) -> None:
    """Exit code 2, and what hinders it."""
    away = plan.with_name("away.csv")
    away.write_text(AWAY, encoding="utf-8")
    asked = (*town.asking("--json"), "--away", str(away), "--pin", "S02@2018-07-02")
    done = run("replan", str(plan), *asked)
    assert (done.code, json.loads(done.out)["error"]["code"]) == (2, "replan.pin_lost")


def test_the_new_plan_is_written_as_a_table(run: Runner, town: Town, plan: Path) -> None:
    """What stood up to the day of the facts comes first, then the new plan."""
    out = run("replan", str(plan), *town.asking("--on", "2018-07-06"), "--csv", "-").out
    days = [row["day"] for row in csv.DictReader(io.StringIO(out)) if row["day"]]
    assert (days == sorted(days), days[0] <= "2018-07-06" < days[-1]) == (True, True)


def test_the_new_weeks_are_printed(run: Runner, town: Town, plan: Path) -> None:
    """Of one officer; and only that officer's moves are shown."""
    page = plan.with_name("week.html")
    away = plan.with_name("away.csv")
    away.write_text(AWAY, encoding="utf-8")
    asked = (*town.asking("--away", str(away), "--lang", "en"), "--staff", "S02")
    out = run("replan", str(plan), *asked, "--page", str(page)).out
    assert (f"{page} is written." in out, "2018-W29" in page.read_text("utf-8")) == (True, True)
    assert ("S02 2018" in out, "S01 2018" in out) == (True, False)


def test_the_page_of_nobody_is_refused(run: Runner, town: Town, plan: Path) -> None:
    """A slip in an id would give an empty page."""
    asked = (*town.asking("--json"), "--staff", "S99", "--page", str(plan.with_name("w.html")))
    done = run("replan", str(plan), *asked)
    assert (done.code, done.json()["error"]["code"]) == (2, "request.no_staff")
    assert not plan.with_name("w.html").exists()


@pytest.mark.needs("icalendar")
def test_the_new_plan_is_written_as_calendars(run: Runner, town: Town, plan: Path) -> None:
    """As `plan --ics` does."""
    folder = plan.with_name("calendars")
    assert run("replan", str(plan), *town.asking("--ics", str(folder))).code == 0
    assert {"staff-S01.ics", "staff-S02.ics"} <= {path.name for path in folder.iterdir()}


def test_a_month_without_a_calendar_is_not_planned_again(
    run: Runner, town: Town, plan: Path
) -> None:
    """The plan before may be of a month that was settled for somebody else."""
    plan.write_text(
        json.dumps({**json.loads(plan.read_text("utf-8")), "period": "2031-07"}), encoding="utf-8"
    )
    done = run("replan", str(plan), *town.asking("--json"))
    assert (done.code, done.json()["error"]["code"]) == (2, "calendar.unpublished")


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "plan_file.no_json"), ("[" * 100_000, "plan_file.no_json"), ("[]", "plan_file.shape")],
)
def test_what_is_no_plan_is_refused(
    run: Runner, town: Town, plan: Path, text: str, code: str
) -> None:
    """Nothing is planned from half a file."""
    plan.write_text(text, encoding="utf-8")
    done = run("replan", str(plan), *town.asking("--json"))
    assert (done.code, json.loads(done.out)["error"]["code"]) == (2, code)
