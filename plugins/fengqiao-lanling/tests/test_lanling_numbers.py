"""Every number of the plan stands under its clause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import fengqiao
from fengqiao.packs import describe

Said = tuple[str, str, str, object]
"""Clause, field, comparison and value, as the plan has them."""

NUMBERS: tuple[Said, ...] = (
    # Four sides that work together.
    ("一", "count", "equal", 4),
    # 1+2+N; full-time; one officer; one auxiliary, then two.
    ("二", "count", "equal", 3),
    ("二", "", "at_least", "100%"),
    ("二", "", "at_least", 1),
    ("二", "", "at_least", 2),
    # Some grid workers.
    ("二", "", "at_least", "open"),
    # 40% of the stations' strength.
    ("二", "", "at_least", "40%"),
    # Four aims, three kinds of cases, 3%, 4%, 5%.
    ("二", "count", "equal", 4),
    ("二", "", "at_least", "3%"),
    ("二", "", "at_least", "4%"),
    ("二", "", "at_least", "5%"),
    # A beat, its officer, two auxiliaries, 3 for each 1,000 residents, one assistant a village.
    ("三(一)", "", "at_least", 1),
    ("三(一)", "", "at_least", 2),
    ("三(一)", "", "at_least", "3 per 1000"),
    # Five duties, five methods, three bans, 20 hours a week.
    ("三(二)", "count", "equal", 5),
    ("三(二)", "count", "equal", 3),
    ("三(二)", "", "all_of", ["notebook", "radio", "digital_camera", "voice_recorder"]),
    ("三(二)", "", "none_of", ["case_target"]),
    ("三(二)", "", "none_of", ["outside_event"]),
    ("三(二)", "", "at_most", 0),
    ("三(二)", "", "at_least", "20 hours"),
    # Five standards, eight responsibilities, eight roles, seven stages, five things.
    ("三(三)", "count", "equal", 5),
    ("三(三)", "count", "equal", 8),
    ("三(三)", "count", "equal", 7),
    ("三(三)", "", "at_least", "100%"),
    # Nothing entered twice; tools for all.
    ("三(四)", "", "at_most", 0),
    ("三(四)", "", "at_least", "100%"),
    # Four questions; a group and an office in the county and in each town; an opinion.
    ("四(二)", "count", "equal", 4),
    ("四(二)", "", "at_least", 1),
    # No empty rooms; some model rooms.
    ("四(三)", "", "at_most", 0),
    ("四(三)", "", "at_least", "open"),
    # A supervision group.
    ("四(四)", "", "at_least", 1),
)
"""From the plan, in its order; readings of words for all and every stand in their entries."""

DAYS = {
    "staffing.full_time_share.county": "2017-10-31",
    "staffing.villages_with_assistant_share.county": "2017-10-31",
    "staffing.community_officer_share": "2018-12-31",
    "staffing.model_running_share.county": "2018-12-31",
    "staffing.model_raised_share.county": "2019-12-31",
    "equipment.mobile_share.officers": "2017-12-31",
    "equipment.mobile_share.auxiliaries": "2018-12-31",
    "equipment.mobile_share.assistants": "2018-12-31",
    "data.mobile_entry_share.county": "2019-12-31",
}
"""二, 三(四): by when each is to be reached."""


@pytest.fixture(scope="module")
def shown() -> dict[str, Any]:
    """What `fengqiao show lanling --json` prints."""
    with fengqiao.open_workspace("memory:", packs="lanling") as ws:
        return dict(describe(ws.packs["lanling"], ws.catalogue))


def _values(shown: dict[str, Any]) -> Iterator[tuple[str, Said]]:
    """Entry id, and each of its values under each of its clauses."""
    for entry in shown["entries"]:
        for clause in entry["clause"]:
            for value in entry["values"]:
                yield entry["id"], (clause, value["field"] or "", value["op"], value["value"])


@pytest.mark.parametrize("said", NUMBERS, ids=lambda said: f"{said[0]}-{said[1]}-{said[3]}")
def test_a_number_stands_under_its_clause(shown: dict[str, Any], said: Said) -> None:
    """Each number of the plan is shown under its clause, in the plan's own unit."""
    assert said in [value for _, value in _values(shown)]


def test_five_duties_and_five_methods(shown: dict[str, Any]) -> None:
    """三(二): two lists of five."""
    said = ("三(二)", "count", "equal", 5)
    found = {entry for entry, value in _values(shown) if value == said}
    assert found == {"officer_task", "work_method"}


def test_two_lists_of_eight(shown: dict[str, Any]) -> None:
    """三(三): responsibilities and roles."""
    said = ("三(三)", "count", "equal", 8)
    found = {entry for entry, value in _values(shown) if value == said}
    assert found == {"assistant_responsibility", "assistant_role"}


@pytest.mark.parametrize(("entry", "day"), DAYS.items())
def test_a_day_is_shown(shown: dict[str, Any], entry: str, day: str) -> None:
    """By when it is to be reached stands beside the value."""
    (found,) = [one for one in shown["entries"] if one["id"] == entry]
    assert {value["by"] for value in found["values"]} == {day}


def test_falls_are_of_whole_years(shown: dict[str, Any]) -> None:
    """二: each from 1 January to 31 December."""
    (found,) = [one for one in shown["entries"] if one["id"] == "area.preventable_cases_fall"]
    days = [(value["from"], value["until"]) for value in found["values"]]
    assert days == [(f"{year}-01-01", f"{year}-12-31") for year in (2017, 2018, 2019)]
