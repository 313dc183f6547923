from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.judging import Classes, classify, level_of
from fengqiao.measures import Request, core_indicators
from fengqiao.measures.sheets import plan_bands
from fengqiao.rules import OPEN, Band, Cite, Level, Origin

if TYPE_CHECKING:
    from tests.unit.conftest import Build


def band(build: Build, **changes: object) -> Band:
    """The three station classes of Wuhai 一(一), in any order."""
    levels = [
        Level(name="class_3", comparison=build.comparison("at_most", 10)),
        Level(name="class_1", comparison=build.comparison("at_least", 15)),
        Level(name="class_2", comparison=build.comparison("between", (10, 15))),
    ]
    facts: dict[str, Any] = {
        "pack": "town",
        "id": "station.class",
        "key": "station.class",
        "cites": (Cite("order", "一"),),
        "origin": Origin(file="test.toml", line=1),
        "each": "station",
        "by": "calls.per_day",
        "over": "month",
        "tie": "upper",
        "levels": tuple(levels),
        "effective_from": date(2018, 1, 1),
        "force": "must",
    }
    return Band(**{**facts, **changes})


@pytest.mark.parametrize(
    ("pair", "upper", "lower"),
    [
        ((0, 31), "class_3", "class_3"),
        ((309, 31), "class_3", "class_3"),
        ((310, 31), "class_2", "class_3"),  # 10 a day
        ((311, 31), "class_2", "class_2"),
        ((464, 31), "class_2", "class_2"),
        ((465, 31), "class_1", "class_2"),  # 15 a day
        ((466, 31), "class_1", "class_1"),
    ],
)
def test_edge_goes_by_the_tie_rule(
    build: Build, pair: tuple[int, int], upper: str, lower: str
) -> None:
    """An edge is in two classes; the upper one is the level of larger numbers."""
    assert [level_of(band(build, tie=tie), pair) for tie in ("upper", "lower")] == [upper, lower]


def test_value_outside_all_levels_has_none(build: Build) -> None:
    """Only a band with a gap would have one; it is not classed as something."""
    only = Level(name="one", comparison=build.comparison("more_than", 3))
    assert level_of(band(build, levels=(only,)), (3, 1)) is None


def classes(
    build: Build, entry: Band, request: Request, calls: int | None, **town: object
) -> Classes:
    """Classes of the one station, which had so many calls in July."""
    rules = build.rules(build.pack(entry))
    registers = build.town(
        **{"recording": build.declared("calls.received"), **town},
    )
    totals = (
        []
        if calls is None
        else [
            {
                "id": "T1",
                "key": "calls.received",
                "subject_kind": "station",
                "subject": "ST1",
                "on": date(2018, 7, 20),
                "done": calls,
            }
        ]
    )
    tasks = plan_bands(rules, registers, core_indicators(), request)
    return classify(build.answer(tasks, registers, total=totals))


def test_class_shows_what_it_rests_on(build: Build) -> None:
    """Calls over days, unreduced, with the clause; and as JSON."""
    found = classes(build, band(build), build.request(), 465)
    assert found.to_json() == {
        "format": 1,
        "classes": [
            {
                "entry": "station.class",
                "subject": {"kind": "station", "id": "ST1"},
                "period": "2018-07",
                "level": "class_1",
                "reason": None,
                "actual": "465/31",
                "clause": ["一"],
            }
        ],
    }


def test_levels_by_band_and_subject(build: Build) -> None:
    """As entries that filter by a class need them."""
    found = classes(build, band(build), build.request(), 465)
    assert found.classed().levels == {"station.class": {"ST1": "class_1"}}


@pytest.mark.parametrize(
    ("changes", "on", "town", "reason"),
    [
        ({"over": OPEN}, None, {}, "not_configured"),
        ({}, date(2018, 7, 20), {}, "period_open"),
        ({}, None, {"recording": []}, "no_data"),
    ],
)
def test_no_class_without_a_reason(
    build: Build, changes: dict[str, Any], on: date | None, town: dict[str, Any], reason: str
) -> None:
    """Nothing is classed by half a month, by a window of nobody's, or by what is not recorded."""
    (one,) = classes(build, band(build, **changes), build.request(on=on), 465, **town)
    assert (one.level, one.reason, one.actual) == (None, reason, None)


def test_station_without_a_call_is_classed(build: Build) -> None:
    """Where calls are declared, none is zero."""
    (one,) = classes(build, band(build), build.request(), None)
    assert (one.level, one.actual) == ("class_3", "0/31")


def test_station_without_a_report_of_a_stock_has_no_class(build: Build) -> None:
    """How things stand is not zero where it is declared and the month has no report of it."""
    entry = band(build, by="service.online_share")
    recording = build.declared("service.online_share")
    (one,) = classes(build, entry, build.request(), None, recording=recording)
    assert (one.level, one.reason, one.actual) == (None, "no_data", None)
