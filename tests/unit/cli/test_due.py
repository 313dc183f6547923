"""The verb `due`."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from fengqiao.cli.due_texts import _TEXTS
from fengqiao.cli.opening import day_used

Runner = Callable[..., Any]
Town = Any
"""The small town of `conftest.py`, which tests can't import."""
ZONE = ZoneInfo("Asia/Shanghai")
JULY = ("--period", "2018-07", "--on", "2018-07-05")


def test_json_has_items_and_counts(run: Runner, town: Town) -> None:
    """The shape of the library's own answer."""
    found = run("due", *town.asking(), *JULY, "--json").json()
    assert (len(found["items"]), found["counts"], found["on"]) == (
        4,
        {"items": 4, "open": 3, "done": 1, "not_checkable": 0},
        "2018-07-05",
    )


def test_open_leaves_out_what_is_done(run: Runner, town: Town) -> None:
    """The meeting that was held is gone, from the counts too."""
    found = run("due", *town.asking(), *JULY, "--open", "--json").json()
    assert (len(found["items"]), found["counts"]["done"]) == (3, 0)


def test_jsonl_writes_one_item_a_line(run: Runner, town: Town) -> None:
    """Each of them alone."""
    lines = run("due", *town.asking(), *JULY, "--jsonl").out.splitlines()
    assert [json.loads(line)["open"] for line in lines] == [1, 3, 0, 1]


@pytest.mark.parametrize(
    ("day", "is_said"), [("2018-07-30", False), ("2018-07-31", True), ("2018-08-15", True)]
)
def test_what_can_no_longer_be_done_is_said(
    run: Runner,
    town: Town,
    day: str,
    is_said: bool,  # noqa: FBT001  a column of the table above
) -> None:
    """Once July is over, what is open of it has no day left."""
    asking = ("--period", "2018-07", "--on", day, "--lang", "en")
    assert ("can no longer be done" in run("due", *town.asking(), *asking).out) is is_said


def test_table_groups_what_is_open_by_officer(run: Runner, town: Town) -> None:
    """Sums by entry first, then officer by officer."""
    text = run("due", *town.asking(), *JULY, "--lang", "en").out
    shown = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    assert shown == [
        "Items: 4. Unfinished 3, done 1, can't be told 0.",
        "(An item is one entry, for one subject, in one period.)",
        "Times still to do in the unfinished: meetings 1, visits 4.",
        "By entry",
        "clause and entry due done open",
        "一 Households visited a month 6 2 4",
        "二 Community meeting 2 1 1",
        "S01",
        "一 Households visited a month 1/3 07-31 -",
        "S02",
        "一 Households visited a month 3/3 07-31 -",
        "二 Community meeting 1/1 07-31 2:00",
        "Shown with the whole period, as their window is not known: 2 (not configured).",
    ]


def test_limit_cuts_the_officers(run: Runner, town: Town) -> None:
    """And says how many are left."""
    text = run("due", *town.asking(), *JULY, "--lang", "en", "--limit", "1").out
    assert "... and 1 more (--limit 2)" in text
    assert "\nS02" not in text


def test_week_view_of_one_officer(run: Runner, town: Town) -> None:
    """Thursday 5 July is in; Friday is left of this week, the weekend is for rest."""
    asked = ("--period", "2018-W27", "--on", "2018-07-05", "--staff", "S01", "--lang", "en")
    text = run("due", *town.asking(), *asked).out
    line = next(line for line in text.splitlines() if "Households" in line)
    assert line.rstrip().endswith("o  .  .        1/3  07-31  -")
    assert "2018-W27: 2018-07-02 to 2018-07-08" in text


def test_week_view_marks_what_was_left_undone(run: Runner, town: Town) -> None:
    """On its last day."""
    asked = ("--period", "2018-W31", "--on", "2018-07-31", "--staff", "S02", "--lang", "en")
    lines = run("due", *town.asking(), *asked).out.splitlines()
    assert next(line for line in lines if "Community meeting" in line).count("!") == 1


def test_chinese(run: Runner, town: Town) -> None:
    """All of it, except for ids and keys."""
    text = run("due", *town.asking(), *JULY, "--lang", "zh").out
    assert "共 4 项:未办完 3 项,已办完 1 项,无法判断 0 项。" in text
    assert "条款与条目" in text


def test_nothing_due(run: Runner, town: Town) -> None:
    """S03 owes nothing, and the answer says so."""
    found = run("due", *town.asking(), *JULY, "--staff", "S03", "--lang", "en")
    assert (found.code, found.out) == (0, "Nothing is due in this period.\n")


def test_unknown_officer(run: Runner, town: Town) -> None:
    """No answer, exit code 2, the code of the error."""
    found = run("due", *town.asking(), *JULY, "--staff", "S09", "--json")
    assert (found.code, found.json()["error"]["code"]) == (2, "request.no_staff")


def test_without_a_day_it_says_which_was_used(run: Runner, town: Town) -> None:
    """A period long past is read as of its last day."""
    text = run("due", *town.asking(), "--period", "2018-07", "--lang", "en").out
    assert text.startswith("Facts as of 2018-07-31 (another day: --on).")


def test_looking_ahead_today_is_still_to_come() -> None:
    """Of a period that runs, facts are read as of yesterday."""
    today = datetime.now(ZONE).date()
    used = day_used(None, f"{today.year}", ZONE, ahead=True)
    assert used < today or used == date(today.year, 12, 31)


@pytest.mark.parametrize("key", sorted(_TEXTS))
def test_texts_take_the_same_facts_in_both_languages(key: str) -> None:
    """A fact that only one of them names would be lost."""
    names = [{part.split("}")[0] for part in text.split("{")[1:]} for text in _TEXTS[key]]
    assert names[0] == names[1]
