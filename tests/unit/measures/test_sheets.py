from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from fengqiao.measures import Request, Task, Values, compute, core_indicators
from fengqiao.measures.sheets import SheetTask, plan_bands, plan_sheets
from fengqiao.measures.windows import last_ended
from fengqiao.rules import OPEN, Band, Cite, Key, Level, Origin, Part, Sheet, Words
from fengqiao.rules.points import PointsRule
from fengqiao.timing import Period, PeriodUnit, Span

if TYPE_CHECKING:
    from tests.unit.conftest import Build

JULY = Span(date(2018, 7, 1), date(2018, 7, 31))
FACTS: dict[str, Any] = {
    "pack": "town",
    "cites": (Cite("order", "一"),),
    "origin": Origin(file="test.toml", line=1),
    "effective_from": date(2018, 1, 1),
    "force": "must",
}


def band(build: Build, **changes: object) -> Band:
    """Stations by calls a day."""
    level = Level(name="class_1", comparison=build.comparison("at_least", 0))
    facts = {"by": "calls.per_day", "over": "month", "tie": None, "levels": (level,), **FACTS}
    return Band(id="station.class", key="station.class", each="station", **{**facts, **changes})


def sheet(**changes: object) -> Sheet:
    """A monthly sheet of one part."""
    part = Part(name="familiarity", weight=OPEN, measure="survey.familiarity_share")
    names = {"id": "points", "key": "points.community_officer", "each": "community_officer"}
    return Sheet(**{**FACTS, **names, "per": "month", "parts": (part,), **changes})


def bands(build: Build, entry: Band, request: Request, **terms: object) -> tuple[Task, ...]:
    """The tasks of a band."""
    rules = build.rules(
        build.pack(entry), terms={f"station.class.{name}": value for name, value in terms.items()}
    )
    return plan_bands(rules, build.town(), core_indicators(), request)


def sheets(build: Build, entry: Sheet, request: Request, **terms: object) -> tuple[SheetTask, ...]:
    """The tasks of a sheet."""
    rules = build.rules(
        build.pack(entry), terms={f"points.{name}": value for name, value in terms.items()}
    )
    return plan_sheets(rules, build.town(), core_indicators(), request)


@pytest.mark.parametrize(
    ("unit", "asked", "found"),
    [
        ("month", "2018-07", "2018-07"),
        ("week", "2018-07", "2018-W30"),  # week 31 ends in August
        ("quarter", "2018-07", "2018-Q2"),
        ("quarter", "2018-09", "2018-Q3"),
        ("year", "2018-12", "2018"),
        ("year", "2018-11", "2017"),
    ],
)
def test_last_window_that_has_ended(unit: PeriodUnit, asked: str, found: str) -> None:
    """The window that ends with the request, or the last one before."""
    assert str(last_ended(unit, Period.parse(asked))) == found


@pytest.mark.parametrize(
    ("changes", "terms", "period", "reason"),
    [
        ({}, {}, "2018-07", None),
        ({"over": OPEN}, {}, "2018-07", "not_configured"),
        ({"over": OPEN}, {"over": "quarter"}, "2018-Q2", None),
        ({"over": "previous month"}, {}, "2018-06", None),
        ({"over": OPEN}, {"over": "previous quarter"}, "2018-Q2", None),
        ({"by": OPEN}, {}, "2018-07", "not_configured"),
        ({"by": OPEN}, {"by": "calls.per_day"}, "2018-07", None),
        ({"by": "no.such"}, {}, "2018-07", "not_installed"),
    ],
)
def test_band_takes_window_and_measure_from_source_or_host(
    build: Build, changes: dict[str, Any], terms: dict[str, str], period: str, reason: str | None
) -> None:
    """What is open is not guessed."""
    (task,) = bands(build, band(build, **changes), build.request(), **terms)
    assert (str(task.period), task.reason) == (period, reason)


def test_window_that_has_not_ended_gives_no_class(build: Build) -> None:
    """Half way through July its calls say nothing about its mean."""
    (task,) = bands(build, band(build), build.request(on=date(2018, 7, 15)))
    assert task.reason == "period_open"


@pytest.mark.parametrize(
    ("changes", "asked", "periods"),
    [
        ({}, "2018-Q3", ["2018-07", "2018-08", "2018-09"]),
        ({"per": "quarter"}, "2018-07", []),
        ({"per": OPEN}, "2018-07", ["2018-07"]),
        ({"decided": "outside", "parts": ()}, "2018-07", []),
        ({"effective_from": date(2018, 8, 1)}, "2018-07", []),
    ],
)
def test_sheet_is_scored_for_each_period_that_ends_in_the_request(
    build: Build, changes: dict[str, Any], asked: str, periods: list[str]
) -> None:
    """By its own period; by the one asked for where the source names none."""
    found = sheets(build, sheet(**changes), build.request(asked))
    assert [str(one.period) for one in found] == periods


def test_sheet_in_force_for_part_of_its_period(build: Build) -> None:
    """A sheet of 25 June says nothing about June."""
    entry = sheet(effective_from=date(2018, 6, 25))
    (found,) = sheets(build, entry, build.request("2018-06"))
    assert [part.task.reason for part in found.parts] == ["part_of_period"]


def test_weight_and_measure_come_from_source_or_host(build: Build) -> None:
    """An open weight is None until the host gives it; an open measure makes no task."""
    parts = (
        Part(name="a", weight=build.exact(30), measure="survey.familiarity_share"),
        Part(name="b", weight=OPEN, measure=OPEN),
    )
    (found,) = sheets(build, sheet(parts=parts), build.request())
    assert [(one.weight and one.weight.num, one.measure) for one in found.parts] == [
        (30, "survey.familiarity_share"),
        (None, None),
    ]
    given = {"b.weight": 70, "b.measure": "survey.familiarity_share"}
    (filled,) = sheets(build, sheet(parts=parts), build.request(), **given)
    assert [(one.weight and one.weight.num, one.measure) for one in filled.parts] == [
        (30, "survey.familiarity_share"),
        (70, "survey.familiarity_share"),
    ]


def test_open_parts_are_one_measure_of_the_hosts(build: Build) -> None:
    """A sheet whose parts are not published is scored by what the host names, or not at all."""
    entry = sheet(parts=OPEN)
    told = [{}, {"measure": "survey.familiarity_share"}]
    tasks = [sheets(build, entry, build.request(), **given)[0].parts[0].task for given in told]
    assert [task is None for task in tasks] == [True, False]


def test_total_that_the_host_reports_is_a_measure(build: Build) -> None:
    """Points under a name of the host's own become a share of their total, in its own words."""
    parts = (Part(name="points", weight=build.exact(1), measure="points.own"),)
    rules = build.rules(build.pack(sheet(parts=parts)))
    own = Words(zh="积分", en="points")
    known = evolve(rules, catalogue=rules.catalogue.with_words("total", {"points.own": own}))
    missing, found = (
        plan_sheets(one, build.town(), core_indicators(), build.request())[0].parts[0].task
        for one in (rules, known)
    )
    assert (missing.reason, missing.indicator) == ("not_installed", None)
    assert (found.reason, found.indicator.numerator) == (None, own)
    assert found.indicator.denominator == Words(zh="应得总数", en="the most there is to be had")
    assert found.indicator.recorded_as == "points.own"
    assert found.indicator.key == Key(
        name="points.own", kind="norm", names=own, unit="share", value="share"
    )


@pytest.mark.parametrize("other", ["points.other", "a.points"])
def test_a_band_classes_by_the_sheet_of_that_name(build: Build, other: str) -> None:
    """Of two sheets of one key the one of that id; without it, the only one there is."""
    facts = {"each": "station", "key": "points.station"}
    sheets_of = [sheet(id=name, **facts) for name in (other, "points.station")]
    for some, scored_by in ((sheets_of, "points.station"), (sheets_of[:1], other)):
        rules = build.rules(build.pack(band(build, by="points.station"), *some))
        (task,) = plan_bands(rules, build.town(), core_indicators(), build.request())
        assert (task.scored_by, task.chain) == (scored_by, rules.chains[0])


def test_a_band_by_score_measures_nothing_itself(build: Build) -> None:
    """Its class comes of the sheet: there is no column, and nothing is missing."""
    points = sheet(each="station", key="points.station")
    rules = build.rules(build.pack(band(build, by="points.station"), points))
    tasks = plan_bands(rules, build.town(), core_indicators(), build.request())
    assert compute(tasks, {}, {}, build.town()) == (Values(task=tasks[0]),)


def test_a_part_is_measured_over_the_whole_period(build: Build) -> None:
    """Of the place whose sheet it is; what a part leaves open is filled with the host's points."""
    rating = PointsRule(full=OPEN)
    parts = (
        Part(name="known", weight=build.exact(1), measure="survey.rating", points=rating),
        Part(name="asked", weight=build.exact(1), measure="survey.familiarity_share"),
    )
    rules = build.rules(build.pack(sheet(parts=parts)), terms={"points.known.full": 5})
    (found,) = plan_sheets(rules, build.town(), core_indicators(), build.request())
    assert [(one.task.chain, one.task.in_force) for one in found.parts] == [
        (rules.chains[0], JULY)
    ] * 2
    assert [one.part.points.full for one in found.parts] == [build.exact(5), None]


def test_a_sheet_that_changes_its_period_is_scored_by_each_in_its_time(build: Build) -> None:
    """The city named no period until June; the county scores by quarter from July on."""
    city = sheet(pack="city", per=OPEN, effective_until=date(2018, 6, 30))
    county = sheet(pack="county", per="quarter", effective_from=date(2018, 7, 1))
    rules = build.rules(
        build.pack(city, name="city"),
        build.pack(county, name="county", areas=("990101",), parent="city"),
    )
    found = plan_sheets(rules, build.town(), core_indicators(), build.request("2018"))
    assert [str(one.period) for one in found] == ["2018-Q3", "2018-Q4"]


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ({}, ("W1", "W2", "W3")),
        ({"station": "ST2"}, ("W2",)),
        ({"area": "990101002"}, ("W2",)),
        ({"station": "ST1", "area": "990101002"}, ()),
        ({"area": "990202"}, ()),
    ],
)
def test_only_those_asked_for_are_scored(
    build: Build, asked: dict[str, str], ids: tuple[str, ...]
) -> None:
    """Of the places that the pack speaks for; ST9 lies elsewhere."""
    registers = build.town(
        station=[
            {"station": "ST2", "name": "S2", "area": "990101002"},
            {"station": "ST9", "name": "S9", "area": "990202001"},
        ],
        assignment=[
            build.post("W2", station="ST2"),
            build.post("W3"),
            build.post("W9", station="ST9"),
        ],
    )
    rules = build.rules(build.pack(sheet()))
    (found,) = plan_sheets(rules, registers, core_indicators(), build.request(**asked))
    assert found.subjects.ids == ids
