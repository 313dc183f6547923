from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from fengqiao.measures import subjects_of
from fengqiao.measures.subjects import attribute, attributes_of, meets, passing
from fengqiao.timing import Span

if TYPE_CHECKING:
    from tests.unit.conftest import Build

JULY = Span(date(2018, 7, 1), date(2018, 7, 31))


def test_areas_are_subjects_by_their_level(build: Build) -> None:
    """A village is no community."""
    registers = build.registers(
        area=[
            {"area": "990101001001", "name": "C"},
            {"area": "990101001201", "name": "V"},
            {"area": "990101001498", "name": "Q"},
        ]
    )
    found = {kind: subjects_of(kind, registers, JULY).ids for kind in ("community", "village")}
    assert found == {"community": ("990101001001",), "village": ("990101001201",)}


def test_staff_are_subjects_by_role(build: Build) -> None:
    """Sorted by id, with their station and the area of its seat."""
    registers = build.town(assignment=[build.post("W0"), build.post("A1", "auxiliary_officer")])
    found = subjects_of("community_officer", registers, JULY)
    assert (found.ids, found.stations, found.areas) == (
        ("W0", "W1"),
        ("ST1", "ST1"),
        ("990101001", "990101001"),
    )


def test_staff_stand_in_the_community_they_serve(build: Build) -> None:
    """A post that names a community counts there; without one the station's seat does."""
    registers = build.town(assignment=[build.post("W2", area="990101001001")])
    found = subjects_of("community_officer", registers, JULY)
    assert dict(zip(found.ids, found.areas, strict=True)) == {
        "W1": "990101001",
        "W2": "990101001001",
    }


@pytest.mark.parametrize(
    ("days", "held"),
    [
        ({"until": date(2018, 6, 30)}, None),
        ({"until": date(2018, 7, 1)}, 1),
        ({"since": date(2018, 7, 11)}, 21),
        ({"since": date(2018, 7, 1), "until": date(2018, 7, 31)}, "all"),
        ({"since": date(2018, 8, 1)}, None),
    ],
)
def test_days_held_are_counted(build: Build, days: dict[str, date], held: object) -> None:
    """Who held the post on no day is no subject; who held it on some has the number of days."""
    found = subjects_of(
        "community_officer", build.town(assignment=[build.post("W2", **days)]), JULY
    )
    index = found.ids.index("W2") if "W2" in found.ids else None
    assert (None if index is None else found.held.get(index, "all")) == held


def test_two_posts_in_a_row_are_one_whole_period(build: Build) -> None:
    """A change of room in the middle of the month leaves no gap; a day of overlap counts once."""
    posts = [
        build.post("W2", until=date(2018, 7, 15)),
        build.post("W2", room="R1", since=date(2018, 7, 15)),
    ]
    found = subjects_of("community_officer", build.town(assignment=posts), JULY)
    assert found.held == {}


def test_picked_subjects_keep_their_days(build: Build) -> None:
    """Indices move with the subjects."""
    posts = [build.post("W0"), build.post("W2", since=date(2018, 7, 11))]
    found = subjects_of("community_officer", build.town(assignment=posts), JULY).pick([0, 2])
    assert (found.ids, found.held) == (("W0", "W2"), {1: 21})
    assert (found.areas, found.stations) == (("990101001",) * 2, ("ST1", "ST1"))
    assert len(found.rows) == len(found)


@pytest.mark.parametrize(
    ("op", "limit", "value", "passes"),
    [
        ("at_least", 1000, 999, False),
        ("at_least", 1000, 1000, True),
        ("more_than", 1000, 1000, False),
        ("between", (3, 5), 5, True),
        ("between", (3, 5), 6, False),
        ("between", (3, 5), 3, True),
        ("between", (3, 5), 4, True),
        ("between", (3, 5), 2, False),
        ("all_of", frozenset({"toxic"}), frozenset({"toxic"}), True),
        ("any_of", frozenset({"urban"}), "urban", True),
        ("none_of", frozenset({"urban"}), "urban", False),
        ("none_of", frozenset({"urban"}), "rural", True),
        ("none_of", frozenset({"urban"}), None, False),
        ("at_least", 1000, None, False),
        ("at_least", 0, "urban", False),
        ("any_of", frozenset({"toxic", "radioactive"}), frozenset({"toxic", "other"}), True),
        ("any_of", frozenset({"toxic"}), frozenset(), False),
        ("none_of", frozenset({"toxic"}), frozenset({"toxic"}), False),
        ("none_of", frozenset({"toxic"}), frozenset(), True),
        ("all_of", frozenset({"toxic", "radioactive"}), frozenset({"toxic"}), False),
        ("all_of", frozenset({"toxic"}), frozenset({"toxic", "radioactive"}), True),
    ],
)
def test_filters_on_attributes(
    build: Build, op: str, limit: object, value: object, *, passes: bool
) -> None:
    """Edges are included, and an unknown attribute never passes."""
    assert meets(build.comparison(op, limit), value) == passes


def test_attributes_of_a_room(build: Build) -> None:
    """Flags stand as the words true and false; a band gives a level by its key."""
    rooms = [{"room": "R2", "station": "ST1", "area": "990101001001", "named": True}]
    registers = build.town(police_room=rooms)
    found = subjects_of("police_room", registers, JULY)
    levels = {"room.class": {"R2": "large"}}
    assert [attribute(name, found, registers, levels) for name in ("named", "room.class")] == [
        ["false", "true"],
        [None, "large"],
    ]


def test_several_words_are_one_attribute(build: Build) -> None:
    """Goods of premises stand as a set of words; none stand as an empty one."""
    place = {"station": "ST1", "area": "990101001001", "kind": "enterprise"}
    premises = [
        {**place, "premises": "PREM0001", "goods": ["toxic", "radioactive"]},
        {**place, "premises": "PREM0002"},
    ]
    registers = build.town(premises=premises)
    found = subjects_of("premises", registers, JULY)
    assert attribute("goods", found, registers, {}) == [{"toxic", "radioactive"}, set()]


def test_every_filter_must_pass(build: Build) -> None:
    """Two filters leave only what passes both."""
    registers = build.registers(
        area=[
            {"area": "990101001001", "name": "a", "households": 900, "resident_count": 2000},
            {"area": "990101001002", "name": "b", "households": 1000, "resident_count": 3000},
            {"area": "990101001003", "name": "c"},
        ]
    )
    where = [
        ("households", build.comparison("at_least", 900)),
        ("resident_count", build.comparison("more_than", 2000)),
    ]
    found = passing(where, subjects_of("community", registers, JULY), registers, {})
    assert found.ids == ("990101001002",)


@pytest.mark.parametrize(
    ("kind", "settings"),
    [("community_officer", ["urban", "rural"]), ("beat", ["rural"]), ("police_room", ["urban"])],
)
def test_setting_is_that_of_the_area_served(build: Build, kind: str, settings: list[str]) -> None:
    """An officer of a village is rural (Lanling, 三(一)), one of a community urban."""
    registers = build.registers(
        area=[{"area": "990101001001", "name": "C"}, {"area": "990101001201", "name": "V"}],
        station=[{"station": "ST1", "name": "S1", "area": "990101001"}],
        beat=[{"beat": "B1", "station": "ST1", "area": "990101001201"}],
        police_room=[{"room": "R1", "station": "ST1", "area": "990101001001", "named": False}],
        assignment=[
            build.post("W1", area="990101001001"),
            build.post("W2", area="990101001201"),
        ],
    )
    assert attribute("setting", subjects_of(kind, registers, JULY), registers, {}) == settings


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("police_room", {"fittings", "model", "named", "rules", "setting", "terminals"}),
        ("team", {"kind", "members", "setting"}),
        # What a bureau is responsible for is neither urban nor rural.
        ("bureau", {"channels", "kind", "mediates", "programmes", "rules", "units"}),
        (
            "community",
            {
                *("channels", "fittings", "grid_rules", "programmes", "rules"),
                *("households", "resident_count", "setting"),
            },
        ),
    ],
)
def test_attributes_are_codes_flags_and_counts(kind: str, names: set[str]) -> None:
    """Ids, names and days are none; all that lies in an area has its setting."""
    assert attributes_of(kind) == names


@pytest.mark.parametrize(
    ("kind", "ids"),
    [
        ("town", ("990101001",)),
        ("county", ("990101",)),
        ("department", ("D1",)),
        ("village_committee", ("VC1",)),
        ("facility", ("F1",)),
    ],
)
def test_places_and_bodies_are_subjects(build: Build, kind: str, ids: tuple[str, ...]) -> None:
    """Areas by the level of their code, bodies by their kind, facilities by the register."""
    areas = ("990101001201", "990101001", "990101")
    registers = build.registers(
        area=[{"area": area, "name": area} for area in areas],
        body=[
            {"body": "D1", "kind": "department", "area": "990101"},
            {"body": "VC1", "kind": "village_committee", "area": "990101001201"},
            {"body": "LG", "kind": "leading_group", "area": "990101"},
        ],
        facility=[
            {"facility": "F1", "kind": "law_park", "area": "990101001", "named": False},
        ],
    )
    assert subjects_of(kind, registers, JULY).ids == ids


def test_what_nobody_says_is_no_attribute(build: Build) -> None:
    """Neither a flag nor words: not `false`, and not an empty set."""
    place = {"station": "ST1", "area": "990101001001", "kind": "hotel"}
    registers = build.town(
        premises=[
            {**place, "premises": "PREM0001", "filed": None},
            {**place, "premises": "PREM0002", "filed": False},
        ],
        assignment=[build.post("W2", equipment=None)],
    )
    for kind, name, known in (
        ("premises", "filed", [None, "false"]),
        ("community_officer", "equipment", [frozenset(), None]),
    ):
        assert attribute(name, subjects_of(kind, registers, JULY), registers, {}) == known


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("community", {"990101001001": "ST1", "990101001002": "ST2", "990101001003": None}),
        ("station", {"ST1": "ST1", "ST2": "ST2"}),
        ("premises", {"PREM0001": "ST2"}),  # its own, wherever it lies
        ("bureau", {"B1": "ST2"}),  # that which serves its area
    ],
)
@pytest.mark.parametrize("served_by", ["assignment", "grid", "police_room"])
def test_the_station_of_a_place_is_the_one_that_serves_it(
    build: Build, kind: str, found: dict[str, str | None], served_by: str
) -> None:
    """By a post, a grid or a room in it; a post of no community serves none."""
    second = {"station": "ST2", "area": "990101001002"}
    serving = {
        "assignment": build.post("W2", **second),
        "grid": {"grid": "G1", **second},
        "police_room": {"room": "R2", "named": False, **second},
    }
    areas = [{"area": f"99010100100{number}", "name": str(number)} for number in (2, 3)]
    premises = {"premises": "PREM0001", "kind": "hotel", "area": "990101001001", "station": "ST2"}
    facts = {
        "area": areas,
        "station": [{"station": "ST2", "name": "S2", "area": "990101001"}],
        "premises": [premises],
        "body": [{"body": "B1", "kind": "bureau", "area": "990101001002"}],
    }
    registers = build.town(**facts, **{served_by: [serving[served_by]]})
    subjects = subjects_of(kind, registers, JULY)
    assert dict(zip(subjects.ids, subjects.stations, strict=True)) == found


def test_a_post_at_an_unknown_station_is_nowhere(build: Build) -> None:
    """Without an area no pack speaks for who holds it."""
    registers = build.registers(assignment=[build.post("W1", station="ST9")])
    found = subjects_of("community_officer", registers, JULY)
    assert (found.areas, found.stations) == (("",), ("ST9",))


def test_of_two_posts_of_one_day_the_later_row_is_the_place(build: Build) -> None:
    """The last that the host gave is the latest."""
    posts = [build.post("W2", area=f"99010100100{number}") for number in (1, 2)]
    found = subjects_of("community_officer", build.registers(assignment=posts), JULY)
    assert found.areas == ("990101001002",)
