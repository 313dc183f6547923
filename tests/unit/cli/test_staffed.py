"""The verb `abstractions`, `burden --need`, and visits and absences of `plan`."""

from __future__ import annotations

import json
import shutil
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
BAN = """
[[norm]]
key     = "assignments.kinds"
each    = "community_officer"
none_of = ["casework"]
clause  = "一#1"
"""
BARRED = "staff,first,last,code,kind\nS01,2018-07-09,2018-07-13,deployment,casework\n"
TASKINGS = (
    "id,staff,station,kind,started_at,ended_at\n"
    "t1,S01,ST01,casework,2018-07-02 09:00,2018-07-02 12:00\n"
)


@pytest.fixture
def with_hours(town: Town) -> Town:
    """The town with hours and durations."""
    path = Path(town.config)
    path.write_text(path.read_text("utf-8") + SETTINGS + MINUTES, encoding="utf-8")
    return town


def written(town: Town, name: str, text: str) -> str:
    """A file beside the configuration."""
    path = Path(town.config).with_name(name)
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_nobody_called_away_is_said(run: Runner, with_hours: Town) -> None:
    """No table where there is nothing in it."""
    out = run("abstractions", *with_hours.asking("--lang", "en"), *MONTH).out
    assert out.strip() == "2018-07: nobody was called away."


def test_taskings_are_summed_up(run: Runner, with_hours: Town) -> None:
    """Three hours of casework on one day."""
    file = written(with_hours, "t.csv", TASKINGS)
    run("load", "tasking", file, *with_hours.asking())
    out = run("abstractions", *with_hours.asking("--lang", "en"), *MONTH).out
    assert ["S01", "casework", "-", "1", "3:00", "3:00", "-", "-"] in [
        line.split() for line in out.splitlines()
    ]


def test_need_without_relief_says_what_to_set(run: Runner, with_hours: Town) -> None:
    """Nothing is guessed."""
    out = run("burden", "--need", *with_hours.asking("--lang", "en"), *MONTH).out
    assert 'relief = "120%"' in out


def test_need_is_part_of_the_json(run: Runner, with_hours: Town) -> None:
    """Posts held as a fraction; of those needed nothing, without a factor."""
    out = run("burden", "--need", *with_hours.asking("--json"), *MONTH).out
    (role,) = json.loads(out)["need"]["roles"]
    assert (role["held"], role["needed"], role["reason"]) == ("2", None, "no_relief")


def test_visits_of_a_table_are_planned(run: Runner, with_hours: Town) -> None:
    """Both references stand in the plan, one after the other."""
    file = written(with_hours, "v.csv", "ref,of,x,y\nhousehold-a,S02,0,0\nhousehold-b,S02,9,9\n")
    asked = (*with_hours.asking("--json"), *MONTH, *EVE, "--visits", file, "--iterations", "5")
    placed = json.loads(run("plan", *asked).out)["placed"]
    assert sorted(ref for one in placed for ref in one["refs"]) == ["household-a", "household-b"]


def test_visits_without_a_pace_say_so(run: Runner, with_hours: Town) -> None:
    """A way that takes no time is nothing to be silent about."""
    file = written(with_hours, "v.csv", "ref,of,x,y\nhousehold-a,S02,0,0\n")
    asked = (*with_hours.asking("--lang", "en"), *MONTH, *EVE, "--visits", file)
    assert "pace = 70" in run("plan", *asked, "--iterations", "5").out


def test_who_is_visited_stands_in_the_officers_days(run: Runner, with_hours: Town) -> None:
    """The reference is what the officer looks up."""
    file = written(with_hours, "v.csv", "ref,of\nhousehold-a,S02\n")
    asked = (*with_hours.asking("--staff", "S02"), *MONTH, *EVE, "--visits", file)
    assert "household-a" in run("plan", *asked, "--iterations", "5").out


def test_visits_left_out_are_told_by_reason(run: Runner, with_hours: Town) -> None:
    """Of nobody's officer there is nothing due."""
    file = written(with_hours, "v.csv", "ref,of\nhousehold-a,S99\n")
    asked = (*with_hours.asking("--lang", "en"), *MONTH, *EVE, "--visits", file)
    assert "nothing due is served by it: 1 to 1 references" in run("plan", *asked).out


def test_absences_of_a_table_are_kept_free(run: Runner, with_hours: Town) -> None:
    """S02 is away all month, and so are S02's visits."""
    file = written(with_hours, "a.csv", "staff,first,last\nS02,2018-07-01,2018-07-31\n")
    asked = (*with_hours.asking("--json"), *MONTH, *EVE, "--away", file)
    plan = json.loads(run("plan", *asked).out)
    assert {one["staff"] for one in plan["placed"]} == {"S01"}


def test_an_absence_that_is_barred_is_told(run: Runner, with_hours: Town, tmp_path: Path) -> None:
    """With officer, days, kind and clause, wherever absences are given."""
    pack = Path(shutil.copytree(with_hours.pack, tmp_path / "barring"))
    with (pack / "data" / "rules.toml").open("a", encoding="utf-8") as rules:
        rules.write(BAN)
    file = written(with_hours, "a.csv", BARRED)
    given = ("--config", str(with_hours.config), "--pack", str(pack), "--away", file, *MONTH)
    plan = written(with_hours, "plan.json", run("plan", *given, *EVE, "--json").out)
    shown = ["S01", "2018-07-09", "-", "2018-07-13", "casework", "一"]
    for verb in (("plan", *EVE), ("burden",), ("replan", plan)):
        asked = given[:-2] if verb[0] == "replan" else given
        lines = [line.split() for line in run(*verb, *asked, "--lang", "en").out.splitlines()]
        assert shown in lines
        (told,) = run(*verb, *asked, "--json").json()["barred"]
        assert told["bans"][0]["clause"] == ["一"]


@pytest.mark.parametrize("verb", [("plan",), ("burden",), ("burden", "--need")])
def test_a_month_without_a_calendar_gets_one_answer(
    run: Runner, with_hours: Town, verb: tuple[str, ...]
) -> None:
    """Until when it is settled which days are worked, and nothing else."""
    done = run(*verb, *with_hours.asking("--lang", "en"), "--period", "2031-07")
    assert (done.code, done.out) == (2, "")
    assert "published from 2018-01-01 through 2026-12-31" in done.err


def test_days_of_leave_have_no_hours(run: Runner, with_hours: Town) -> None:
    """Eight free hours would look as if the officer was idle."""
    file = written(with_hours, "a.csv", "staff,first,last\nS02,2018-07-09,2018-07-10\n")
    week = ("--period", "2018-W28", "--on", "2018-07-08", "--staff", "S02")
    out = run("plan", *with_hours.asking("--lang", "en"), *week, "--away", file).out
    assert [word in out for word in ("Mon 2018-07-09", "Wed 2018-07-11")] == [False, True]


def test_meetings_stand_in_rooms_of_a_table(run: Runner, with_hours: Town) -> None:
    """Both communities meet in one hall, open from ten on: never at the same time."""
    file = written(with_hours, "r.csv", "room,of,opens,closes\nHALL,ST01,10:00,17:00\n")
    asked = (*with_hours.asking("--json"), "--venues", file)
    out = run("plan", *asked, *MONTH, *EVE).out
    plan = written(with_hours, "plan.json", out)
    held = [one for one in json.loads(out)["placed"] if one["place"] == "HALL"]
    assert len({(one["day"], one["start"]) for one in held}) == len(held) == 2
    assert min(one["start"] for one in held) >= "10:00"
    assert run("replan", plan, *asked).json()["moves"] == []


def test_a_table_that_cannot_be_read_gives_no_plan(run: Runner, with_hours: Town) -> None:
    """Exit code 2, and the row is named."""
    file = written(with_hours, "v.csv", "ref,of,times\nhousehold-a,S02,often\n")
    done = run("plan", *with_hours.asking("--lang", "en"), *MONTH, *EVE, "--visits", file)
    assert (done.code, "row 2" in done.err) == (2, True)


def test_an_unknown_solver_is_refused(run: Runner, with_hours: Town) -> None:
    """Those that there are, are named."""
    file = written(with_hours, "v.csv", "ref,of\nhousehold-a,S02\n")
    asked = (*with_hours.asking("--json"), *MONTH, *EVE, "--visits", file, "--solver", "built-in")
    error = json.loads(run("plan", *asked).out)["error"]
    assert (error["code"], "built_in" in error["next"]) == ("plan.no_solver", True)
