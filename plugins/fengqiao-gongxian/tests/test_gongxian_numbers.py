"""Every number of the notice that is not declined stands under its clause."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import fengqiao
import fengqiao_gongxian
from fengqiao.packs import describe, read_pack
from fengqiao.rules import NotModelled

Said = tuple[str, str, str, object]
"""Clause, field, comparison and value, as the notice has them."""

NUMBERS: tuple[Said, ...] = (
    # Seven lines; three stations in one office.
    ("导语", "count", "equal", 7),
    ("导语", "count", "equal", 3),
    # A room in each of four communities.
    ("一(一是)", "count", "equal", 4),
    ("一(一是)", "", "at_least", 1),
    # Two posts, of which either will do; 20 grid workers.
    ("一(二是)", "", "any_of", ["branch_member", "residents_committee_member"]),
    ("一(三是)", "", "bare", 20),
    # Four things pooled, three stations.
    ("二(一是)", "count", "equal", 4),
    ("二(一是)", "count", "equal", 3),
    # Six fittings; 1+2+N; four rooms; 20 grid workers; three bans.
    (
        "二(二是)", "", "all_of",
        [
            "exterior_sign", "public_bulletin", "digital_camera",
            "office_computer", "police_terminal", "police_bicycle",
        ],
    ),
    ("二(二是)", "", "at_least", 1),
    ("二(二是)", "", "at_least", 2),
    ("二(二是)", "", "at_least", "open"),
    ("二(二是)", "count", "equal", 4),
    ("二(二是)", "", "bare", 20),
    ("二(二是)", "", "none_of", ["station_roster", "casework", "outside_incident"]),
    # 300 to 500 households; four rules; five headings and 124 items.
    ("二(三是)", "", "between", [300, 500]),
    (
        "二(三是)", "", "all_of",
        ["boundaries_kept", "bounded_by_streets", "easy_to_manage", "no_gaps"],
    ),
    ("二(三是)", "count", "equal", 5),
    ("二(三是)", "count", "equal", 124),
    # 20 people a day, 3 days a week, 10 services a month.
    ("二(三是)", "", "at_least", 20),
    ("二(三是)", "", "at_least", 3),
    ("二(三是)", "", "at_least", 10),
    # Three who assess.
    ("二(三是)", "part", "all_of", ["bureau", "community", "residents"]),
    # More than 40 million yuan; more than 450 cameras; three systems.
    ("三(二是)", "", "more_than", 40_000_000),
    ("三(二是)", "", "more_than", 450),
    ("三(二是)", "", "at_least", 3),
    # Three teams and one room.
    ("三(三是)", "count", "equal", 3),
    (
        "三(三是)", "", "all_of",
        ["area_crime_squad", "special_patrol_squad", "community_team", "command_room"],
    ),
    # One terminal in each of four rooms.
    ("四(一是)", "count", "equal", 4),
    ("四(一是)", "", "at_least", 1),
    # A committee; more than 30 members of seven backgrounds.
    ("五(一是)", "", "at_least", 1),
    ("五(二是)", "", "more_than", 30),
    (
        "五(二是)", "", "all_of",
        [
            "peoples_deputy", "political_adviser", "retired_cadre", "legal_aid_lawyer",
            "station_officer", "town_staff", "community_cadre",
        ],
    ),
    ("五(二是)", "held_by", "any_of", ["deputy_station_leader"]),
    # Four steps of the way; four layers; four rules.
    ("六(一是)", "count", "equal", 4),
    ("六(一是)", "", "all_of", ["command_centre", "hotline_centre", "department"]),
    ("六(二是)", "count", "equal", 4),
    ("六(二是)", "", "at_least", 4),
    ("六(二是)", "", "at_most", "open"),
    # Five categories, each with a limit that is not published; three channels; three parts; all.
    ("六(三是)", "count", "equal", 5),
    ("六(三是)", "", "at_most", "open"),
    ("六(三是)", "", "any_of", ["sms", "phone", "home_visit"]),
    ("六(三是)", "part", "all_of", ["effect", "public_rating", "procedure"]),
    ("六(三是)", "", "at_least", "100%"),
)  # fmt: skip
"""From the report, in its order; readings of words for all and every stand in their entries."""

LEFT_OUT = {
    "二(一是)": {"24人"},
    "二(二是)": {"4名", "8名"},
    "四(一是)": {"每天", "20条", "5台次"},
    "四(二是)": {"5100余条"},
    "四(三是)": {
        "211户", "200余家", "70家", "20家", "9家", "68家", "24家", "95家", "20处", "6处",
    },
    "五(三是)": {"26件"},
    "六(三是)": {"200余条", "三提升"},
}  # fmt: skip
"""Results and quotas: kept as text beside the reason, never as a limit."""

ABOUT_PEOPLE = ("declined_persons", "declined_informants")
"""Reasons whose numbers are about people, and stand in no test."""


@pytest.fixture(scope="module")
def shown() -> dict[str, Any]:
    """What `fengqiao show gongxian --json` prints."""
    with fengqiao.open_workspace("memory:", packs="gongxian") as ws:
        return dict(describe(ws.packs["gongxian"], ws.catalogue))


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


def test_five_categories_have_a_limit_each(shown: dict[str, Any]) -> None:
    """六(三是): five limits, none of them published."""
    said = ("六(三是)", "", "at_most", "open")
    assert len([entry for entry, value in _values(shown, "norm") if value == said]) == 5


def test_three_musts_have_a_measure_each(shown: dict[str, Any]) -> None:
    """二(三是): people a day, days a week, services a month; none is turned into another."""
    found = {
        entry["key"]: (entry["per"], entry["values"][0]["unit"])
        for entry in shown["entries"]
        if entry["kind"] == "norm" and entry["key"].startswith("visits.")
    }
    assert found == {
        "visits.people": ("working_day", "people"),
        "visits.days": ("week", "days"),
        "visits.home_services": ("month", "services"),
    }


def _left_out(shown: dict[str, Any], clause: str, *, about_people: bool) -> set[object]:
    """What is written beside the reasons for leaving something out of a clause."""
    ids = {
        entry.id
        for entry in read_pack(Path(fengqiao_gongxian.__file__).parent).entries
        if isinstance(entry, NotModelled) and (entry.why in ABOUT_PEOPLE) is about_people
    }
    return {value[3] for entry, value in _values(shown) if value[0] == clause and entry in ids}


@pytest.mark.parametrize(("clause", "numbers"), LEFT_OUT.items())
def test_what_is_left_out_is_no_limit(
    shown: dict[str, Any], clause: str, numbers: set[str]
) -> None:
    """What is left out stands only beside its reason, all of it."""
    assert _left_out(shown, clause, about_people=False) == numbers


@pytest.mark.parametrize("clause", ["四(三是)", "七(二是)", "七(三是)"])
def test_no_entry_carries_a_number_about_people(shown: dict[str, Any], clause: str) -> None:
    """Files of persons, rewards and informants: no entry has a value of these clauses."""
    beside = {str(text) for text in _left_out(shown, clause, about_people=True)}
    carried = {
        str(value[3])
        for _, value in _values(shown, "norm", "duty", "band", "role", "sheet", "label", "measure")
        if value[0] == clause
    }
    assert beside
    assert not [value for value in carried if any(value in text for text in beside)]
