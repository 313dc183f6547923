"""Sheets are read, their cases are run, and what they leave open can be filled."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve

from fengqiao.errors import ConfigError
from fengqiao.packs import open_terms, read_config, read_pack, run_cases
from fengqiao.packs.measurable import measurable
from fengqiao.packs.setup import with_words_of
from fengqiao.rules import OPEN, Catalogue, Comparison, Exact, Pack, Sheet, core_catalogue
from fengqiao.rules.points import BY_SHARE, EachTime, PointsRule

from .conftest import TESTS, Finder, Reader

SHEET = """[[sheet]]
key    = "points.community_officer"
each   = "community_officer"
per    = "month"
out_of = 100
clause = "一"
part   = [
    { name = "survey", weight = 60, measure = "survey.familiarity_share" },
    { name = "effect", weight = "open" },
]
"""


@pytest.fixture(scope="module")
def scoring() -> Pack:
    """The pack that gives points in every way."""
    return read_pack(TESTS / "packs_for_tests" / "scoring")


@pytest.fixture(scope="module")
def catalogue(scoring: Pack) -> Catalogue:
    """The core's catalogue with the pack's own measures."""
    return with_words_of(scoring, core_catalogue())


def test_every_case_of_the_pack_comes_out(scoring: Pack, catalogue: Catalogue) -> None:
    """Each way of giving points, worked out by hand in the cases."""
    faults = [result.fault for result in run_cases(scoring, catalogue)]
    assert [fault for fault in faults if fault is not None] == []
    assert len(faults) > 30


def test_wrong_score_is_named(read: Reader) -> None:
    """What was expected and what came out, both exactly."""
    case = (
        '[[case]]\nof = "points.community_officer"\nperiod = "2018-07"\n'
        'config = { "points.community_officer.effect.weight" = 40 }\n'
        'rows = [ { given = { survey = "1/3" }, expect = [20, 61] } ]\n'
    )
    (result,) = run_cases(read(SHEET + case), core_catalogue())
    assert result.fault is not None
    assert dict(result.fault.facts) == {
        "entry": "points.community_officer",
        "part": 1,
        "expected": "20 to 61",
        "found": "20 to 60",
    }


def test_part_without_a_measure_is_the_hosts_to_measure(read: Reader) -> None:
    """A source that says what counts and not how leaves it open."""
    names = [term.name for term in open_terms(read(SHEET), core_catalogue())]
    assert names == [
        "points.community_officer.effect.weight",
        "points.community_officer.effect.measure",
        "points.community_officer.effect.full",  # if it is a rating that the host names
    ]


@pytest.mark.parametrize(
    ("rule", "named", "left_out"),
    [
        (BY_SHARE, "survey.familiarity_share", "visits.households"),
        (BY_SHARE, "points.reported", "calls.per_day"),  # a mean of calls has no full marks
        (BY_SHARE, "survey.rating", "visits.households"),  # of a rating the host says them
        (PointsRule(full=OPEN), "survey.rating", "points.reported"),
        (
            PointsRule(each_time=EachTime(points=Exact.whole(1))),
            "violations.found",
            "survey.rating",
        ),
        (
            PointsRule(effect="veto", limit=Comparison("at_least", Exact.whole(1))),
            "visits.households",
            "survey.familiarity_share",
        ),
    ],
)
def test_host_may_name_what_fits_the_part(
    catalogue: Catalogue, rule: PointsRule, named: str, left_out: str
) -> None:
    """A share where the share reached counts, a count where times do."""
    names = measurable(catalogue, rule, "community_officer")
    assert (named in names, left_out in names) == (True, False)


def test_measure_of_another_kind_of_subject_is_not_offered(catalogue: Catalogue) -> None:
    """The share of community officers is counted for stations only."""
    name = "staffing.community_officer_share"
    assert name in measurable(catalogue, BY_SHARE, "station")
    assert name not in measurable(catalogue, BY_SHARE, "community_officer")


def weights(pack: Pack, **given: object) -> dict[str, object]:
    """A configuration that gives weights to the sheet of these tests."""
    return {f"points.community_officer.{name}.weight": value for name, value in given.items()}


@pytest.mark.parametrize("value", [40, "40%"])
def test_weights_that_add_up_are_taken(read: Reader, value: object) -> None:
    """60 of the pack and 40, or 40% of 100."""
    pack = read(SHEET)
    config = read_config({"town": weights(pack, effect=value)}, {"town": pack}, core_catalogue())
    assert config.get("town", "points.community_officer.effect.weight") is not None


@pytest.mark.parametrize(("value", "total"), [(39, "99"), ("41%", "101"), ("1/2", "121/2")])
def test_weights_that_do_not_add_up_are_refused(read: Reader, value: object, total: str) -> None:
    """The term, what the weights come to, and what they should."""
    pack = read(SHEET)
    with pytest.raises(ConfigError) as caught:
        read_config({"town": weights(pack, effect=value)}, {"town": pack}, core_catalogue())
    (fault,) = caught.value.faults
    facts = {name: fault.facts[name] for name in ("name", "entry", "sum", "out_of")}
    assert (fault.code, facts) == (
        "config.weights_sum",
        {
            "name": "points.community_officer.effect.weight",
            "entry": "points.community_officer",
            "sum": total,
            "out_of": "100",
        },
    )


def test_weights_of_a_place_are_added_to_its_parents(read: Reader) -> None:
    """Two open weights, one given in each section: 50 and 60 are too many."""
    parent = read(SHEET.replace("weight = 60", 'weight = "open"'))
    child = evolve(parent, id="child", parent="town", entries=())
    config = {"town": weights(parent, survey=50), "child": weights(parent, effect=60)}
    with pytest.raises(ConfigError) as caught:
        read_config(config, {"town": parent, "child": child}, core_catalogue())
    assert [fault.code for fault in caught.value.faults] == ["config.weights_sum"]


def test_some_weights_given_may_still_come_right(read: Reader) -> None:
    """While one is open, the others must not exceed the whole."""
    pack = read(SHEET.replace("weight = 60", 'weight = "open"'))
    assert read_config({"town": weights(pack, effect=60)}, {"town": pack}, core_catalogue()).terms


NO_FULL_SCORE = SHEET.replace("out_of = 100\n", "")
ALL_OPEN = NO_FULL_SCORE.replace("weight = 60", 'weight = "open"')


@pytest.mark.parametrize(
    ("text", "given", "code", "name"),
    [
        (NO_FULL_SCORE, {"effect": "40%"}, "config.weights_mixed", "effect"),
        (ALL_OPEN, {"survey": "70%", "effect": 30}, "config.weights_mixed", "survey"),
        (ALL_OPEN, {"survey": "70%", "effect": "20%"}, "config.weights_sum", "effect"),
        (ALL_OPEN, {"survey": "107%"}, "config.weights_sum", "survey"),
    ],
)
def test_percent_of_no_full_score_is_refused(
    read: Reader, text: str, given: dict[str, object], code: str, name: str
) -> None:
    """Unless all weights are percents and come to a hundred."""
    pack = read(text)
    with pytest.raises(ConfigError) as caught:
        read_config({"town": weights(pack, **given)}, {"town": pack}, core_catalogue())
    (fault,) = caught.value.faults
    assert (fault.code, fault.facts["name"]) == (
        code,
        f"points.community_officer.{name}.weight",
    )


@pytest.mark.parametrize("given", [{"survey": "70%", "effect": "30%"}, {"survey": "70%"}])
def test_percents_that_come_to_a_hundred_are_taken(read: Reader, given: dict[str, object]) -> None:
    """Such a sheet is out of 100 %; while a weight is open the others may fall short."""
    pack = read(ALL_OPEN)
    assert read_config({"town": weights(pack, **given)}, {"town": pack}, core_catalogue()).terms


def test_packs_percents_must_come_to_a_hundred(faults: Finder) -> None:
    """As those of a sheet that says what it is out of must come to that."""
    text = NO_FULL_SCORE.replace("weight = 60", 'weight = "60%"').replace('"open"', '"30%"')
    text = text.replace('"30%" }', '"30%", measure = "survey.familiarity_share" }')
    (fault,) = faults(text)
    assert (fault.code, fault.facts["sum"]) == ("pack.weights_sum", "90%")


def test_fault_of_weights_names_its_line(read: Reader, tmp_path: Path) -> None:
    """Where the last of them stands."""
    pack = read(SHEET)
    path = tmp_path / "host.toml"
    path.write_text(
        'format = 1\n\n[town]\n"points.community_officer.effect.weight" = 41\n', "utf-8"
    )
    with pytest.raises(ConfigError) as caught:
        read_config(path, {"town": pack}, core_catalogue())
    assert str(caught.value.faults[0].place).startswith("host.toml:4")


def test_bonus_deduction_and_veto_are_no_part_of_the_whole(scoring: Pack) -> None:
    """A sheet out of 50 has a bonus of 6 and takes off up to 30."""
    sheet = next(one for one in scoring.entries if one.id == "points.beyond")
    assert isinstance(sheet, Sheet)
    assert isinstance(sheet.parts, tuple)
    assert [part.points.effect for part in sheet.parts] == ["part", "bonus", "deduct"]


def test_calls_received_measure_no_part() -> None:
    """They are counted by day and are out of nothing, so no share comes of them."""
    assert "calls.received" not in measurable(core_catalogue(), each="auxiliary_officer")


OPEN_WAYS = """[[sheet]]
key    = "points.department"
each   = "department"
per    = "year"
clause = "一"
[[sheet.part]]
name    = "effect"
weight  = "open"
[[sheet.part]]
name    = "public_rating"
weight  = "open"
measure = "survey.rating"
"""
"""As the sketch of the format has it: nothing but the weights and a rating is known."""


def test_a_rating_loads_without_steps(read: Reader) -> None:
    """Which rating gives the whole weight is then the host's to say."""
    names = [term.name for term in open_terms(read(OPEN_WAYS), core_catalogue())]
    assert names == [
        "points.department.effect.weight",
        "points.department.effect.measure",
        "points.department.effect.full",
        "points.department.public_rating.weight",
        "points.department.public_rating.full",
    ]


@pytest.mark.parametrize(
    ("config", "given", "expect"),
    [
        ('"points.department.public_rating.full" = 5', '"9/2"', "[36, 96]"),  # 40 x 4.5 of 5
        ('"points.department.public_rating.full" = 5', "6", "[40, 100]"),  # never above all
        ("", '"9/2"', "[0, 100]"),  # nobody said how much 4.5 is
    ],
)
def test_a_rating_counts_as_its_part_of_the_full_marks(
    read: Reader, config: str, given: str, expect: str
) -> None:
    """Counted from 0; until the host says how much is full, anything is possible."""
    case = f"""[[case]]
of = "points.department"
period = "2019"
rows = [ {{ given = {{ public_rating = {given} }}, expect = {expect} }} ]
[case.config]
"points.department.effect.weight" = 60
"points.department.effect.measure" = "points.reported"
"points.department.public_rating.weight" = 40
{config}
"""
    (result,) = run_cases(read(OPEN_WAYS + case), core_catalogue())
    assert result.fault is None


@pytest.mark.parametrize(("points", "expect"), [("= 2", "54"), ("", "[50, 55]")])
def test_points_each_time_may_be_the_hosts_to_say(read: Reader, points: str, expect: str) -> None:
    """A bonus at discretion: two times at 2 points, or nobody knows."""
    sheet = """[[measure]]
key    = "commendations.received"
kind   = "count"
about  = "staff"
each   = "station"
done   = "commendations"
clause = "一"
[[sheet]]
key    = "points.station"
each   = "station"
per    = "year"
out_of = 50
clause = "一"
[[sheet.part]]
name    = "points"
weight  = 50
measure = "points.reported"
[[sheet.part]]
name      = "bonus"
weight    = 5
bonus     = true
measure   = "commendations.received"
each_time = { points = "open" }
"""
    term = f'"points.station.bonus.points" {points}' if points else ""
    case = f"""[[case]]
of = "points.station"
period = "2019"
rows = [ {{ given = {{ points = "50/50", bonus = 2 }}, expect = {expect} }} ]
[case.config]
{term}
"""
    pack = read(sheet + case)
    (result,) = run_cases(pack, with_words_of(pack, core_catalogue()))
    assert result.fault is None
