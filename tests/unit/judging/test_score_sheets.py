"""Score sheets of which the source says what they are out of, or leaves open what is measured."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.judging import Context, Few, Score, score_sheet
from fengqiao.measures import Values, core_indicators
from fengqiao.measures.sheets import plan_sheets
from fengqiao.rules import OPEN, Cite, Part, PointsRule
from fengqiao.rules.overlays import Overlay, Override
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.unit.conftest import Build

SURVEY = "survey.familiarity_share"


def part(build: Build, name: str, weight: object, **changes: object) -> Part:
    """A part on a survey."""
    facts: dict[str, Any] = {"measure": SURVEY, **changes}
    return Part(name=name, weight=OPEN if weight is OPEN else build.exact(weight), **facts)


def scored(
    build: Build,
    parts: Sequence[Part] | object,
    *,
    values_of: Callable[[list[Values | None]], list[Values | None]] = list,
    overlay: Overlay | None = None,
    terms: dict[str, object] | None = None,
    **changes: object,
) -> Score:
    """The score of one officer, half of whose ten people asked know them."""
    entry = build.sheet(cites=(Cite("order", "五"),), parts=parts, **changes)
    given = {f"sheet.{name}": value for name, value in (terms or {}).items()}
    rules = build.rules(build.pack(entry, overlay=overlay), terms=given)
    registers = build.town(recording=build.declared("survey.familiarity", "survey.rating"))
    (sheet,) = plan_sheets(rules, registers, core_indicators(), build.request())
    totals = [
        {
            "id": key,
            "key": key,
            "subject_kind": "community_officer",
            "subject": "W1",
            "on": date(2018, 7, 20),
            "done": 5,
            "total": 10,
        }
        for key in ("survey.familiarity", "survey.rating")
    ]
    tasks = tuple(one.task for one in sheet.parts if one.task is not None)
    answers = iter(build.answer(tasks, registers, total=totals))
    values = [None if one.task is None else next(answers) for one in sheet.parts]
    context = Context(rules=rules, calendar=CN_CALENDAR, on=date(2018, 7, 31))
    (score,) = score_sheet(sheet, values_of(values), context=context, few=Few(1))
    return score


def test_weights_in_percent_are_shares_of_what_the_sheet_is_out_of(build: Build) -> None:
    """Out of 50: 60 % are 30 and 40 % are 20 points, half of which make 25."""
    parts = (part(build, "one", "60%"), part(build, "other", "40%"))
    score = scored(build, parts, out_of=build.exact(50))
    assert (score.low, score.high, score.out_of) == ((25, 1), (25, 1), (50, 1))
    assert [one.low for one in score.parts] == [(15, 1), (10, 1)]


def test_what_a_sheet_is_out_of_is_known_without_its_weights(build: Build) -> None:
    """A weight that is left open leaves no score; what the source says stays."""
    parts = (part(build, "one", 60), part(build, "other", OPEN))
    score = scored(build, parts, out_of=build.exact(50))
    assert (score.low, score.high, score.out_of) == (None, None, (50, 1))


def test_a_sheet_is_out_of_its_own_parts(build: Build) -> None:
    """A bonus of ten beyond 60 and 40 doesn't make it 110."""
    bonus = PointsRule(effect="bonus")
    parts = (
        part(build, "one", 60),
        part(build, "other", 40),
        part(build, "more", 10, points=bonus),
    )
    score = scored(build, parts)
    assert (score.low, score.out_of) == ((55, 1), (100, 1))


def test_without_a_score_there_is_nothing_to_show(build: Build) -> None:
    """Neither ends nor what they are out of."""
    plain = scored(build, (part(build, "one", OPEN),)).to_json()
    assert [plain[name] for name in ("low", "high", "out_of", "vetoed_by")] == [None] * 4


def test_every_part_has_values(build: Build) -> None:
    """Those of the second part are not taken for the first's, nor more than there are parts."""
    parts = (part(build, "one", 60), part(build, "other", 40))
    with pytest.raises(ValueError, match="zip"):
        scored(build, parts, values_of=lambda values: values[1:])
    with pytest.raises(ValueError, match="zip"):
        scored(build, parts, values_of=lambda values: values * 2)


@pytest.mark.parametrize(
    ("names", "terms", "expected"),
    [
        # a part whose weight and measure the host says
        (
            "part",
            {"one.weight": 60, "one.measure": "survey.rating", "one.full": 5},
            [("one.weight", "60"), ("one.measure", "survey.rating"), ("one.full", "5")],
        ),
        ("part", {"one.measure": "survey.rating"}, [("one.measure", "survey.rating")]),
        # a sheet whose parts are not published is measured by one thing
        (
            "sheet",
            {"measure": "survey.rating", "full": 5},
            [("measure", "survey.rating"), ("full", "5")],
        ),
        ("sheet", {"one.weight": 60}, []),
    ],
)
def test_a_receipt_names_what_the_host_filled_in(
    build: Build, names: str, terms: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    """In the order of the sheet, with the pack that it was given for."""
    parts = (part(build, "one", OPEN, measure=OPEN),) if names == "part" else OPEN
    assert scored(build, parts, terms=terms).receipt["terms"] == [
        {"name": f"sheet.{name}", "value": value, "given_for": "town"} for name, value in expected
    ]


def test_a_receipt_names_an_overlay(build: Build) -> None:
    """What it changes in the sheet, and not what it changes elsewhere."""
    overrides = (
        Override(entry="sheet", field="one.weight", value="60"),
        Override(entry="other", field="at_least", value="1"),
    )
    overlay = Overlay(name="mild", sha256="0a", overrides=overrides)
    assert scored(build, (part(build, "one", 60),), overlay=overlay).receipt["overlay"] == [
        {"pack": "town", "name": "mild", "sha256": "0a", "changed": ["sheet.one.weight = 60"]}
    ]
