"""Which counts of a survey would give a withheld one away; the host shows ten answers or more."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from fengqiao.judging import Few, find_few
from fengqiao.measures import Values

if TYPE_CHECKING:
    from tests.unit.conftest import Build

COUNTY, TOWN, OTHER = "990101", "990101001", "990101002"
C1, C2, D1 = f"{TOWN}001", f"{TOWN}002", f"{OTHER}001"
KINDS = ("town", "community", "station", "community_officer")
NAMES = {
    "T": ("town", TOWN),
    "C1": ("community", C1),
    "C2": ("community", C2),
    "D1": ("community", D1),
    "S": ("station", "ST1"),
    "W1": ("community_officer", "W1"),
    "W2": ("community_officer", "W2"),
}
SURVEY = "survey.familiarity_share"


def surveyed(
    build: Build, key: str = SURVEY, period: str = "2018-07", **answers: int
) -> tuple[Values, ...]:
    """Values of a month, from so many answers of each subject.

    Two communities and the station of two officers lie in the town, a third lies in another.
    """
    rules = build.rules(build.pack(build.norm(key=key, each=KINDS)))
    areas = (COUNTY, TOWN, OTHER, C1, C2, D1)
    reported = key.removesuffix("_share")
    registers = build.registers(
        area=[{"area": area, "name": area} for area in areas],
        station=[{"station": "ST1", "name": "S1", "area": TOWN}],
        assignment=[build.post("W1", area=C1), build.post("W2", area=C2)],
        recording=build.declared(reported),
    )
    totals: list[dict[str, Any]] = [
        {
            "id": name,
            "key": reported,
            "subject_kind": NAMES[name][0],
            "subject": NAMES[name][1],
            "on": date.fromisoformat(f"{period}-20"),
            "done": 1,
            "total": count,
        }
        for name, count in answers.items()
    ]
    tasks = build.tasks(rules, registers, build.request(period))
    return build.answer(tasks, registers, total=totals)


def hidden(few: Few) -> set[str]:
    """What is withheld besides the small counts themselves."""
    names = {place: name for name, place in NAMES.items()}
    return {names[kind, subject] for _key, _period, kind, subject in few.hidden}


@pytest.mark.parametrize(
    ("answers", "withheld"),
    [
        # Of 30 in the town, 7 are left beside the 12 and the 11: the 11 are withheld as well.
        ({"T": 30, "C1": 12, "C2": 11}, {"C2"}),
        ({"T": 30, "C1": 11, "C2": 12}, {"C1"}),
        # One answer that is left is told; ten may be shown, and none is nobody's.
        ({"T": 24, "C1": 12, "C2": 11}, {"C2"}),
        ({"T": 33, "C1": 12, "C2": 11}, set()),
        ({"T": 23, "C1": 12, "C2": 11}, set()),
        # Ten are shown, so what they leave is told; nine are not, and leave 13.
        ({"T": 25, "C1": 10, "C2": 12}, {"C1"}),
        ({"T": 25, "C1": 9, "C2": 12}, set()),
        # Of two equal ones, the first by id.
        ({"T": 30, "C1": 12, "C2": 12}, {"C1"}),
        # Officers and communities are two ways to part the same town: each leaves 7.
        ({"T": 30, "C1": 12, "C2": 11, "W1": 11, "W2": 12}, {"C2", "W1"}),
        # A community of another town is no part of it, nor is a station that serves all of it.
        ({"T": 20, "D1": 11}, set()),
        ({"T": 30, "S": 25}, set()),
        # A station's officers are its parts.
        ({"S": 30, "W1": 12, "W2": 11}, {"W2"}),
        # The station leaves 7, so W1's 11 are withheld; without them the town, of which its
        # officers report more than it does, leaves 6: 18 - 12.
        ({"S": 30, "T": 18, "W1": 11, "W2": 12}, {"W1", "W2"}),
        # A whole that is not shown gives nothing away.
        ({"T": 9, "C1": 12, "C2": 11}, set()),
    ],
)
def test_what_would_give_a_small_count_away(
    build: Build, answers: dict[str, int], withheld: set[str]
) -> None:
    """The smallest part of a whole of which too few would be left."""
    assert hidden(find_few(surveyed(build, **answers), 10)) == withheld


def test_only_surveys_are_withheld(build: Build) -> None:
    """Points that the host reports are no answers of people."""
    values = surveyed(build, "points.reported", T=30, C1=12, C2=11)
    few = find_few(values, 10)
    shown = [few.withholds(one, index) for one in values for index in range(len(one.task.subjects))]
    assert (few.hidden, any(shown)) == (frozenset(), False)


@pytest.mark.parametrize(
    "whole", [{"key": "survey.rating"}, {"period": "2018-06"}, {"period": "2018-08"}]
)
def test_one_survey_tells_nothing_of_another(build: Build, whole: dict[str, str]) -> None:
    """Another question, or another month."""
    values = (*surveyed(build, **whole, T=30), *surveyed(build, C1=12, C2=11))
    assert hidden(find_few(values, 10)) == set()


def test_which_values_are_withheld(build: Build) -> None:
    """Too few, or those that would tell of them; not where nobody answered or nothing is known."""
    values = surveyed(build, T=30, C1=12, C2=11, S=9, W1=0)
    few = find_few(values, 10)
    found = {
        one.task.subjects.ids[index]
        for one in values
        for index in range(len(one.task.subjects))
        if few.withholds(one, index)
    }
    assert found == {C2, "ST1"}
    assert not any(few.withholds(evolve(one, column=None), 0) for one in values)


def test_without_a_number_no_survey_is_shown(build: Build) -> None:
    """However many answered; nothing need be told apart then."""
    values = surveyed(build, T=30, C1=12)
    few = find_few(values, None)
    assert few == Few()
    assert [few.withholds(one, 0) for one in values if one.task.subjects.kind == "town"] == [True]
