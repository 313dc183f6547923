"""One officer's weeks as pages: whole, reproducible, and safe to open."""

from __future__ import annotations

import re
import shutil
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve

import fengqiao
from fengqiao import Plan, Workspace
from fengqiao.errors import RequestError
from fengqiao.papers import week_page
from fengqiao.papers.style import text_size
from fengqiao.planning.plan import clock
from fengqiao.testing.small import SMALL_PACK, small_city

KNOWN_AT = datetime(2018, 8, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))
CONFIG = {"planning": {"hours": "8 hours", "starts": "09:00"}}
AT_HOMES = """
[[norm]]
key             = "visits.days"
each            = "community_officer"
per             = "week"
of.place.any_of = ["home"]
at_least        = 2
clause          = "一#1"
"""


def texts(page: str) -> list[str]:
    """What stands on a page, without its tags."""
    body = page.partition("<body>")[2]
    return [text.strip() for text in re.split(r"<[^>]*>", body) if text.strip()]


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_block_has_time_place_minutes_and_clause(
    town: Workspace, plan: Plan, lang: str
) -> None:
    """As many boxes to tick as blocks, each with its four facts."""
    page = week_page(town, plan, "S02", lang="zh" if lang == "zh" else "en")
    own = plan.of("S02").placed
    found = re.findall(
        r"<article>.*?<time><i></i>(\S+?)–\S+?</time><span>(\d+) .*?</span>.*?"
        r'<p class="where"><span>(.+?)</span> <span>(.+?)</span></p></article>',
        page,
    )
    assert [(start, minutes) for start, minutes, _, _ in found] == [
        (clock(one.start), str(one.end - one.start)) for one in own
    ]
    assert own


def test_households_are_not_counted_in_pieces(town: Workspace, rounds: Plan) -> None:
    """They have a word of their own in Chinese; the week is called as people write it."""
    staff = next(one.staff for one in rounds.placed if one.refs)
    page = week_page(town, rounds, staff, lang="zh")
    assert "（2 户）" in page
    assert "2018 年第 27 周" in page


def test_a_second_visit_is_listed_and_does_not_count(town: Workspace, rounds: Plan) -> None:
    """Two are to be visited; one of them was before, so one counts."""
    placed = tuple(evolve(one, units=1) if one.refs else one for one in rounds.placed)
    staff = next(one.staff for one in placed if one.refs)
    page = week_page(town, evolve(rounds, placed=placed), staff, lang="en")
    assert "1 of them count" in page
    assert "2 of them" in page


def test_it_says_where_the_source_says_so(tmp_path: Path) -> None:
    """Of visits that count at homes only, homes stand beside the community."""
    pack = Path(shutil.copytree(SMALL_PACK, tmp_path / "pack"))
    with (pack / "data" / "rules.toml").open("a", encoding="utf-8") as rules:
        rules.write(AT_HOMES)
    config = {"planning": CONFIG["planning"], "testtown": {"visits.days.minutes": "30 minutes"}}
    with fengqiao.open_workspace("memory:", packs=[pack], config=config) as ws:
        small_city(ws)
        ws.declare({"contact": date(2018, 1, 1)}, known_at=KNOWN_AT)
        page = week_page(ws, ws.plan("2018-W28", on=date(2018, 7, 8)), "S02", lang="zh")
    assert "· 群众家中</span>" in page


def test_each_week_is_a_page(town: Workspace, plan: Plan) -> None:
    """July 2018 begins on a Sunday that nobody works and touches five weeks with working days."""
    assert week_page(town, plan, "S02").count('<section class="week"') == 5


def test_names_are_those_of_the_call(town: Workspace, rounds: Plan) -> None:
    """Staff and references are called what the caller says, for this page only."""
    staff = next(one.staff for one in rounds.placed if one.refs)
    page = week_page(town, rounds, staff, names={staff: "Officer One", "household-a": "Flat 1"})
    assert ("Officer One" in page, "1. Flat 1" in texts(page)) == (True, True)
    assert "Flat 1" not in b"".join(town.export()).decode()


def test_text_is_never_markup(town: Workspace, rounds: Plan) -> None:
    """What a caller names can't write into the page."""
    staff = next(one.staff for one in rounds.placed if one.refs)
    page = week_page(town, rounds, staff, names={"household-a": "<script>alert(1)</script>"})
    assert "<script" not in page
    assert "2. household-&lt;b&gt;" in page


def test_the_same_plan_gives_the_same_page(town: Workspace, plan: Plan) -> None:
    """Nothing on it depends on when it is written."""
    assert week_page(town, plan, "S02") == week_page(town, plan, "S02")


def test_what_is_not_planned_is_on_the_page(town: Workspace) -> None:
    """On one day there is no room for the month's visits: the page says how many are left."""
    plan = town.plan("2018-07-03", on=date(2018, 7, 2))
    left = sum(one.units for one in plan.of("S02").unplaced)
    page = week_page(town, plan, "S02", lang="en")
    assert left
    assert "Not on this page" in texts(page)


def test_a_stranger_has_no_page(town: Workspace, plan: Plan) -> None:
    """Whose page it is must be known."""
    with pytest.raises(RequestError) as refused:
        week_page(town, plan, "S99")
    assert refused.value.code == "request.no_staff"


def test_a_full_day_is_set_smaller() -> None:
    """Eight blocks stand in large letters; forty need small ones."""
    block = ("time", "Households visited a month", "Community 2  二(十)")
    few, many = text_size([[block] * 8], below=0), text_size([[block] * 16], below=0)
    assert (few, many < few) == (10.0, True)
