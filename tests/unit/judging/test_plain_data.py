"""Findings, scores, lists and classes as plain data: every key of it, nothing else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from fengqiao.judging import (
    AwardList,
    Classification,
    Findings,
    Score,
    check,
    outside_awards,
)
from fengqiao.judging.awards import Scores
from fengqiao.judging.bands import Classes
from fengqiao.judging.findings import library_version
from fengqiao.judging.parts import PartScore
from fengqiao.rules import OPEN, Cite, Origin, Sheet, Words
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build

DAY = date(2018, 7, 31)


def judged(build: Build, *, verified: bool = True) -> Findings:
    """A floor of two households a month, asked of one officer who visited one of them."""
    norm = build.norm(build.norm_phase(limit=2, verified=verified), id="visits")
    rules = build.rules(build.pack(norm))
    registers = build.town(recording=build.declared("visit"))
    visits = [build.visit(1, date(2018, 7, 3))]
    values = build.answer(build.tasks(rules, registers, build.request()), registers, visit=visits)
    return check(rules, values, on=DAY, calendar=CN_CALENDAR, as_known="2018-08-01T00:00:00+08:00")


def test_a_finding_says_everything(build: Build) -> None:
    """One household of two: the finding, with a receipt that names all it rests on."""
    (found,) = judged(build)
    assert found.to_json() == {
        "id": "town:visits@community_officer/W1:2018-07",
        "entry": "visits",
        "requirement": None,
        "subject": {"kind": "community_officer", "id": "W1"},
        "period": "2018-07",
        "result": "not_met",
        "severity": "breach",
        "reason": None,
        "actual": 1,
        "limit": {"op": "at_least", "value": 2, "unit": "households"},
        "receipt": {
            "entry": "visits",
            "requirement": None,
            "clause": ["一"],
            "source": "order",
            "source_sha256": None,
            "force": "must",
            "phase": {"from": "2018-01-01", "until": None},
            "pack": "town",
            "pack_version": "1.0.0",
            "pack_sha256": "",
            "overlay": [],
            "asked": ["town"],
            "indicator": "visits.households",
            "revision": 1,
            "only": {"where": {}, "of": {}, "basis": None, "unless": []},
            "terms": [],
            "days": {"counted": 31, "in_force": 31, "held": None, "of": 31},
            "unknown": None,
            "prorated": None,
            "withheld": False,
            "events": [],
            "calendar": {"name": "cn", "published_through": "2026-12-31"},
            "verified": True,
            "on": "2018-07-31",
            "as_known": "2018-08-01T00:00:00+08:00",
            "fengqiao": library_version(),
        },
    }


def test_columns_say_the_same(build: Build) -> None:
    """One row, as texts."""
    assert judged(build).columns() == {
        "id": ["town:visits@community_officer/W1:2018-07"],
        "pack": ["town"],
        "entry": ["visits"],
        "requirement": [None],
        "subject_kind": ["community_officer"],
        "subject": ["W1"],
        "period": ["2018-07"],
        "result": ["not_met"],
        "severity": ["breach"],
        "reason": [None],
        "actual": ["1"],
        "limit_op": ["at_least"],
        "limit": ["2"],
        "limit_unit": ["households"],
    }


def test_findings_as_one_piece_of_data(build: Build) -> None:
    """A format number, the findings, and how many there are of each."""
    found = judged(build)
    plain = found.to_json()
    assert (plain["format"], [one["id"] for one in plain["findings"]], sorted(plain)) == (
        1,
        [one.id for one in found],
        ["counts", "findings", "format"],
    )
    assert repr(found) == f"Findings({found.counts()})"


PART = PartScore(
    name="points",
    weight="60",
    effect="veto",
    measure="points.reported",
    revision=2,
    value=(9, 10),
    reason=None,
    low=(1, 2),
    high=(3, 4),
    veto="zero",
    kept=True,
)
SCORE = Score(
    id="town:points@community_officer/W1:2018-07",
    sheet="points",
    subject_kind="community_officer",
    subject="W1",
    period="2018-07",
    low=(54, 1),
    high=(94, 1),
    out_of=(100, 1),
    vetoed_by=None,
    parts=(PART,),
    receipt={"entry": "points"},
)
LIST = AwardList(
    sheet="points",
    period="2018-07",
    places=3,
    winners=("W1",),
    tied=("W2",),
    vetoed=("W3",),
    uncertain=("W4",),
    awarded_on=("2018-08-01",),
    reason="no_data",
    clause=("五",),
)


def test_a_part_says_everything() -> None:
    """Weight as stated, value and ends as they are shown."""
    assert PART.to_json() == {
        "name": "points",
        "effect": "veto",
        "weight": "60",
        "measure": "points.reported",
        "revision": 2,
        "value": "9/10",
        "reason": None,
        "low": "1/2",
        "high": "3/4",
        "veto": "zero",
        "kept": True,
    }


def test_a_part_without_a_value_says_why() -> None:
    """No value, no ends, and the reason."""
    plain = PartScore(name="survey", weight=None, value=None, reason="withheld").to_json()
    assert plain == {
        **dict.fromkeys(("weight", "measure", "revision", "value", "low", "high", "veto", "kept")),
        "name": "survey",
        "effect": "part",
        "reason": "withheld",
    }


def test_a_score_says_everything() -> None:
    """Ends, what the weights add up to, parts and receipt."""
    assert SCORE.to_json() == {
        "id": "town:points@community_officer/W1:2018-07",
        "sheet": "points",
        "subject": {"kind": "community_officer", "id": "W1"},
        "period": "2018-07",
        "low": 54,
        "high": 94,
        "out_of": 100,
        "vetoed_by": None,
        "parts": [PART.to_json()],
        "receipt": {"entry": "points"},
    }


def test_a_list_says_everything() -> None:
    """Who won, who is level, who is kept off, and whose score isn't certain."""
    assert LIST.to_json() == {
        "sheet": "points",
        "period": "2018-07",
        "places": 3,
        "winners": ["W1"],
        "tied": ["W2"],
        "vetoed": ["W3"],
        "uncertain": ["W4"],
        "awarded_on": ["2018-08-01"],
        "reason": "no_data",
        "clause": ["五"],
    }


def test_scores_are_found_and_told() -> None:
    """By their id, one after another, and as data with their lists."""
    scores = Scores((SCORE,), (LIST,))
    assert (list(scores), len(scores)) == ([SCORE], 1)
    assert (scores.find(SCORE.id), scores.find("another")) == (SCORE, None)
    assert scores.to_json() == {
        "format": 1,
        "scores": [SCORE.to_json()],
        "awards": [LIST.to_json()],
    }


def class_of(subject: str, level: str | None, reason: str | None) -> Classification:
    """A class of a station by its households."""
    return Classification(
        entry="size",
        key="station.size",
        subject_kind="station",
        subject=subject,
        period="2018",
        level=level,
        reason=reason,  # type: ignore[arg-type]  # one of its words
        actual="5/2" if level else None,
        clause=("三",),
    )


CLASSES = Classes((class_of("S1", "large", None), class_of("S2", None, "no_data")))


def test_classes_say_everything() -> None:
    """Each with its value, or why it has none."""
    assert CLASSES.to_json() == {
        "format": 1,
        "classes": [
            {
                "entry": "size",
                "subject": {"kind": "station", "id": "S1"},
                "period": "2018",
                "level": "large",
                "reason": None,
                "actual": "5/2",
                "clause": ["三"],
            },
            {
                "entry": "size",
                "subject": {"kind": "station", "id": "S2"},
                "period": "2018",
                "level": None,
                "reason": "no_data",
                "actual": None,
                "clause": ["三"],
            },
        ],
    }


def test_classes_filter_other_entries() -> None:
    """Known levels and unknown ones, by the key of the band."""
    classed = CLASSES.classed()
    assert (len(CLASSES), [one.subject for one in CLASSES]) == (2, ["S1", "S2"])
    assert (classed.levels, classed.unknown) == (
        {"station.size": {"S1": "large"}},
        {"station.size": {"S2": "no_data"}},
    )


@pytest.mark.parametrize(
    ("rows", "winners", "days", "reason"),
    [
        (
            [
                ("award.best", "W2", "2018-07-09"),
                ("award.other", "W9", "2018-07-01"),
                ("award.best", "W1", "2018-07-03"),
            ],
            ("W1", "W2"),
            ("2018-07-03", "2018-07-09"),
            None,
        ),
        ([], (), (), "no_data"),
    ],
)
def test_a_list_of_others_is_told_in_order_of_day(
    rows: list[tuple[str, str, str]],
    winners: tuple[str, ...],
    days: tuple[str, ...],
    reason: str | None,
) -> None:
    """What the host recorded, with the places that it says; none recorded is no data."""
    entry = Sheet(
        id="best",
        key="award.best",
        pack="town",
        cites=(Cite("order", "五"),),
        origin=Origin(file="test.toml", line=1),
        effective_from=date(2018, 1, 1),
        force="must",
        names=Words(en="best"),
        each="community_officer",
        per="month",
        parts=(),
        winners=OPEN,
    )
    (found,) = outside_awards([entry], rows, "2018-07", places={"best": 2})
    assert found == AwardList(
        sheet="best",
        period="2018-07",
        places=2,
        winners=winners,
        awarded_on=days,
        reason=reason,  # type: ignore[arg-type]  # one of its words
        clause=("五",),
    )
