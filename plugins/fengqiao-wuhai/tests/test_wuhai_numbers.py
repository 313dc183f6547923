"""Every number of the notice that is not declined stands under its clause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

import fengqiao
from fengqiao.packs import describe

Said = tuple[str, str, str, object]
"""Clause, field, comparison and value, as the notice has them."""

NUMBERS: tuple[Said, ...] = (
    # One centre, two ideas, three priorities, four bases, five small projects.
    ("一", "count", "equal", 1),
    ("一", "count", "equal", 2),
    ("一", "count", "equal", 3),
    ("一", "count", "equal", 4),
    ("一", "count", "equal", 5),
    # 16 stations; 15 and more, 10 to 15, 10 and fewer calls a day.
    ("一(一)", "", "bare", 16),
    ("一(一)", "class_1", "at_least", 15),
    ("一(一)", "class_2", "between", [10, 15]),
    ("一(一)", "class_3", "at_most", 10),
    # Two teams and one room.
    ("一(二)", "", "all_of", ["case_team", "community_team", "command_room"]),
    # A room in every community; 40%; 1 to 2 officers, 2 to 3 auxiliaries; 5 to 10 named rooms.
    ("一(三)", "", "at_least", 1),
    ("一(三)", "", "at_least", "40%"),
    ("一(三)", "", "between", [1, 2]),
    ("一(三)", "", "between", [2, 3]),
    ("一(三)", "", "between", [5, 10]),
    # Ten kinds of visits.
    ("二", "count", "equal", 10),
    # 100% of cadres, committee members, group leaders and Party members met.
    ("二(一)", "", "at_least", "100%"),
    # 100% of each kind of goods on file; three measures.
    ("二(七)", "", "at_least", "100%"),
    (
        "二(七)", "", "all_of",
        ["video_surveillance", "dedicated_guard", "record_filing"],
    ),
    # Three rates of 100% at venues: see the test of its own below.
    ("二(八)", "", "at_least", "100%"),
    # 80 households a month.
    ("二(十)", "", "at_least", 80),
    # Five discussions and one creation, in three forms.
    ("三", "count", "equal", 6),
    ("三", "count", "equal", 3),
    # About 20 people, once in half a year, at least half a day.
    ("三(一)", "people", "about", 20),
    ("三(一)", "times", "at_least", "1 per half_year"),
    ("三(一)", "lasts", "at_least", "1/2 day"),
    # About 15 people, once a quarter, at least half a day.
    ("三(二)", "people", "about", 15),
    ("三(二)", "times", "at_least", "1 per quarter"),
    ("三(二)", "lasts", "at_least", "1/2 day"),
    # About 10 people, once a month, at least 2 hours.
    ("三(三)", "people", "about", 10),
    ("三(三)", "times", "at_least", "1 per month"),
    ("三(三)", "lasts", "at_least", "2 hours"),
    # Three checklists: daily, weekly, monthly.
    ("四", "count", "equal", 3),
    ("四(一)第一项", "times", "at_least", "1 per working_day"),
    ("四(一)第四项", "times", "at_least", "1 per working_day"),
    ("四(二)第一项", "times", "at_least", "1 per week"),
    # Two half-days a week.
    ("四(二)第二项", "times", "at_least", "2 per week"),
    ("四(二)第二项", "lasts", "at_least", "1/2 day"),
    # One warning a week.
    ("四(二)第三项", "times", "at_least", "1 per week"),
    ("四(二)第四项", "times", "at_least", "1 per week"),
    ("四(二)第五项", "times", "at_least", "1 per week"),
    ("四(二)第六项", "times", "at_least", "1 per week"),
    # One meeting and one analysis a month; 5 premises.
    ("四(三)第一项", "times", "at_least", "1 per month"),
    ("四(三)第三项", "times", "at_least", "1 per month"),
    ("四(三)第四项", "", "at_least", 5),
    # Ten best: see the test of its own below.
    ("五", "winners", "equal", 10),
    # Three circles and three zones.
    ("六", "count", "equal", 3),
    # Three kinds of mediation; two rooms named after a mediator.
    ("七(四)", "count", "equal", 3),
    ("七(五)", "", "at_least", 2),
    # One trip at most.
    ("八", "", "at_most", 1),
    # All matters in one go, and online.
    ("八(三)", "", "at_least", "100%"),
)  # fmt: skip
"""From the notice, in its order; readings of words for all and every stand in their entries."""

DECLINED = {"二(五)": "100%", "二(六)": "100%", "四(三)第二项": "一次"}
"""Numbers about persons: kept as text beside the reason, never as a limit."""


@pytest.fixture(scope="module")
def shown() -> dict[str, Any]:
    """What `fengqiao show wuhai --json` prints."""
    with fengqiao.open_workspace("memory:", packs="wuhai") as ws:
        return dict(describe(ws.packs["wuhai"], ws.catalogue))


def _values(shown: dict[str, Any], *kinds: str) -> Iterator[tuple[str, Said]]:
    """Entry id, and each of its values under each of its clauses."""
    for entry in shown["entries"]:
        if kinds and entry["kind"] not in kinds:
            continue
        for clause in entry["clause"]:
            for value in entry["values"]:
                field, given = value["field"] or "", value["value"]
                if field == "times":
                    given = f"{given} {value['unit']}"
                yield entry["id"], (clause, field, value["op"], given)


@pytest.mark.parametrize("said", NUMBERS, ids=lambda said: f"{said[0]}-{said[1]}-{said[3]}")
def test_a_number_stands_under_its_clause(shown: dict[str, Any], said: Said) -> None:
    """Each number of the notice is shown under its clause, in the notice's own unit."""
    assert said in [value for _, value in _values(shown)]


def test_venues_owe_three_rates(shown: dict[str, Any]) -> None:
    """二(八): real names, registration and cards, each 100%."""
    said = ("二(八)", "", "at_least", "100%")
    assert len([entry for entry, value in _values(shown, "norm") if value == said]) == 3


def test_five_lists_of_ten(shown: dict[str, Any]) -> None:
    """五: rooms, cadres, officers, auxiliaries and volunteers, ten of each."""
    said = ("五", "winners", "equal", 10)
    assert len([entry for entry, value in _values(shown, "sheet") if value == said]) == 5


@pytest.mark.parametrize(("clause", "number"), DECLINED.items())
def test_a_declined_number_is_no_limit(shown: dict[str, Any], clause: str, number: str) -> None:
    """二(五), 二(六): what is declined stands only beside its reason."""
    said = (clause, "", "bare", number)
    assert {entry for entry, value in _values(shown) if value == said} == {f"not_modelled:{clause}"}
