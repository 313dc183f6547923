"""Grades of stations by the score of their sheet; all is invented."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import fengqiao
from fengqiao.packs import read_pack, run_cases
from fengqiao.rules import core_catalogue
from fengqiao.testing.small import SMALL_PACK, small_city

KNOWN_AT = datetime(2018, 8, 2, 8, tzinfo=ZoneInfo("Asia/Shanghai"))
SHEET = """
[[sheet]]
key    = "points.station"
each   = "station"
per    = "month"
out_of = 100
clause = "二"
[[sheet.part]]
name    = "work"
weight  = 70
measure = "points.reported"
[[sheet.part]]
name    = "rating"
weight  = 30
measure = "survey.rating"
full    = 10

[[band]]
key    = "station.grade"
by     = "points.station"
over   = "month"
tie    = "upper"
level  = [{ name = "excellent", at_least = 90 }, { name = "good", between = [60, 90] }, { name = "poor", at_most = 60 }]
clause = "二"

[[norm]]
key      = "facility.mediation_rooms"
each     = "station"
where."station.grade" = "poor"
at_least = 1
clause   = "二"
"""  # noqa: E501  a level a line would hide the edges
VETO = """
[[sheet.part]]
name    = "veto"
measure = "facility.mediation_rooms"
veto    = "not_rated"
at_least = 1

[[band]]"""


def town(folder: Path, sheet: str = SHEET) -> Path:
    """The small pack with a sheet and a grade by its score."""
    pack = folder / "town"
    shutil.copytree(SMALL_PACK, pack)
    rules = pack / "data" / "rules.toml"
    rules.write_text(rules.read_text(encoding="utf-8") + sheet, encoding="utf-8")
    return pack


def opened(pack: Path, work: int, rating: int | None) -> fengqiao.Workspace:
    """The town with what the host reports of its station in July."""
    ws = fengqiao.open_workspace("memory:", packs=pack, config={"host": {"small_count": 5}})
    small_city(ws)
    reported = [("points.reported", work, 100)]
    reported += [] if rating is None else [("survey.rating", rating, 10)]
    ws.declare(dict.fromkeys([key for key, _, _ in reported], date(2018, 1, 1)), known_at=KNOWN_AT)
    totals = [
        fengqiao.Total(
            id=key,
            key=key,
            subject_kind="station",
            subject="ST01",
            on=date(2018, 7, 20),
            done=done,
            total=total,
        )
        for key, done, total in reported
    ]
    ws.record(totals, known_at=KNOWN_AT)
    return ws


@pytest.mark.parametrize(
    ("work", "rating", "grade", "actual"),
    [
        (100, 80, ("excellent", None), 94),  # 70 + 30 x 8 of 10
        (100, 66, ("good", None), "449/5"),  # 89.8: not rounded up to 90
        (80, None, (None, "no_data"), None),  # 56 to 86: poor or good
        (30, None, ("poor", None), None),  # 21 to 51: poor, whatever the rating is
    ],
)
def test_a_grade_is_that_of_the_score(
    tmp_path: Path, work: int, rating: int | None, grade: tuple[object, object], actual: object
) -> None:
    """By the exact score; an interval gives a grade only where it lies in one level."""
    with opened(town(tmp_path), work, rating) as ws:
        (found,) = ws.classify("2018-07")
    assert ((found.level, found.reason), found.actual) == (grade, actual)


def test_a_norm_may_go_by_the_grade(tmp_path: Path) -> None:
    """Where the grade isn't known, the finding says so and not that nothing is owed."""
    reasons = {}
    for work, rating in ((30, None), (80, None), (100, 80)):
        with opened(town(tmp_path / str(work)), work, rating) as ws:
            found = list(ws.check("2018-07", entry="facility.mediation_rooms", station="ST01"))
        reasons[work] = [(one.receipt["unknown"] or {}).get("about") for one in found]  # type: ignore[attr-defined]
    assert reasons == {30: [None], 80: ["station.grade"], 100: []}


def test_a_veto_that_cannot_be_checked_leaves_no_grade(tmp_path: Path) -> None:
    """The station may come out unrated."""
    sheet = SHEET.replace("\n[[band]]", VETO, 1)
    with opened(town(tmp_path, sheet), 10, 10) as ws:
        (found,) = ws.classify("2018-07")
    assert (found.level, found.reason) == (None, "no_data")


def test_a_case_of_a_grade_gives_the_score(tmp_path: Path) -> None:
    """As of any band, one of each level."""
    case = """
[[case]]
of     = "station.grade"
period = "2018-07"
rows   = [ { given = 95, expect = "excellent" }, { given = "449/5", expect = "good" }, { given = 0, expect = "poor" } ]
"""  # noqa: E501  one line, as packs write it
    results = run_cases(read_pack(town(tmp_path, SHEET + case)), core_catalogue())
    assert [one.found for one in results if one.case.of == "station.grade"] == [
        "excellent",
        "good",
        "poor",
    ]
