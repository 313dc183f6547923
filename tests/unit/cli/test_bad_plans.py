"""Plans of what can't be, in words: each a clear answer, and exit code 2 where there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

Runner = Callable[..., Any]
Town = Any
"""The small town of `conftest.py`, which tests can't import."""
JULY = ("--period", "2018-07", "--on", "2018-06-30")
SETTINGS = '[planning]\nhours = "8 hours"\nstarts = "09:00"\npace = 70\n'
MINUTES = '[testtown]\n"visits.households.minutes" = "20 minutes"\n'
MANY = "".join(f"household{number:03},S02,480\n" for number in range(220))

ANSWERED: Mapping[str, tuple[str, str]] = {
    "a window that holds fewer visits than wanted": (
        "ref,of,times,gap\nhousehold-a,S02,6,7\n",
        "don't hold so many visits that far apart: 1 to 1 references",
    ),
    "a season without a working day": (
        "ref,of,from,until\nhousehold-a,S02,2018-07-07,2018-07-08\n",
        "nobody's day may take it: 1 to 1 references",
    ),
    "a place that nobody gave": (
        "ref,of,x,y\nhousehold-a,S02,,\nhousehold-b,S02,1,1\n",
        "nobody said where it is: 1 to 1 references",
    ),
    "a place too far for a day": (
        "ref,of,x,y\n,S02,0,0\nhousehold-a,S02,90000,0\n",
        "takes too long for a day: 1 to 1 references",
    ),
    "ten times the demand": (
        f"ref,of,minutes\n{MANY}",
        "the days are full: ",
    ),
}
REFUSED: Mapping[str, tuple[tuple[str, ...], str]] = {
    "an unknown station": (("--station", "ST99"), "request.no_station"),
    "an unknown officer": (("--staff", "S99"), "request.no_staff"),
    "a month without a calendar": (("--period", "2031-07"), "calendar.unpublished"),
    "a point beyond the county": (
        ("--visits", "ref,of,x,y\nhousehold-a,S02,999999999,0\n"),
        "visits.point",
    ),
    "a month that there is not": (("--period", "2018-13"), "period.text"),
    "an absence of nobody": (
        ("--away", "staff,first,last\nS99,2018-07-02,2018-07-02\n"),
        "away.no_staff",
    ),
    "a room that closes before it opens": (
        ("--venues", "room,opens,closes\nHALL,17:00,9:00\n"),
        "venues.hours",
    ),
}


@pytest.fixture
def staffed(town: Town) -> Town:
    """The town with hours and durations; S02 has 22 days of 8 hours in July."""
    path = Path(town.config)
    path.write_text(path.read_text("utf-8") + SETTINGS + MINUTES, encoding="utf-8")
    return town


def written(town: Town, words: tuple[str, ...]) -> list[str]:
    """Options, with the text of a table as a file beside the configuration."""
    found = []
    for number, word in enumerate(words):
        if "\n" in word:
            path = Path(town.config).with_name(f"table{number}.csv")
            path.write_text(word, encoding="utf-8")
            word = str(path)  # noqa: PLW2901  the file stands for its text
        found.append(word)
    return found


@pytest.mark.parametrize("case", ANSWERED)
def test_what_cannot_be_visited_is_told(run: Runner, staffed: Town, case: str) -> None:
    """How many visits to how many references are left out, and why."""
    text, told = ANSWERED[case]
    given = written(staffed, ("--visits", text, "--iterations", "5"))
    done = run("plan", *staffed.asking("--lang", "en"), *JULY, *given)
    assert (done.code, told in done.out) == (0, True)


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_planned_has_a_code(run: Runner, staffed: Town, case: str) -> None:
    """No plan, no hang, and what to do next."""
    words, code = REFUSED[case]
    done = run("plan", *staffed.asking("--json"), *JULY, *written(staffed, words))
    assert (done.code, done.json()["error"]["code"]) == (2, code)


def test_without_hours_it_says_what_to_write(run: Runner, town: Town) -> None:
    """The section of the configuration, to be pasted."""
    out = run("plan", *town.asking("--lang", "en"), *JULY).out
    assert 'hours  = "8 hours"' in out


def test_an_unknown_station_has_no_ledger(run: Runner, staffed: Town) -> None:
    """An empty one would look as if nobody was called away."""
    done = run("abstractions", *staffed.asking("--json"), *JULY[:2], "--station", "ST99")
    assert (done.code, done.json()["error"]["code"]) == (2, "request.no_station")
