"""Keys of totals that the host reports: money, awards, areas, cameras, cards."""

from __future__ import annotations

from typing import Literal

from fengqiao.rules.catalogue import Key, Reports
from fengqiao.rules.catalogue_words import named

_AREAS = ("town", "county", "city", "bureau")


def _share(
    name: str,
    zh: str,
    en: str,
    *each: str,
    stricter: Literal["up", "down"] | None = "up",
    reports: Reports = "flow",
    basis: tuple[str, ...] = (),
    unit: str = "share",
    may_exceed: bool = False,
) -> Key:
    return Key(
        name=name,
        kind="norm",
        names=named(zh, en),
        unit=unit,
        value="share",
        each=each,
        judged="asked",
        stricter=stricter,
        reports=reports,
        basis=basis,
        may_exceed=may_exceed,
    )


def _count(
    name: str,
    zh: str,
    en: str,
    unit: str,
    *each: str,
    stricter: Literal["up", "down"] | None = "up",
    reports: Reports = "stock",
) -> Key:
    return Key(
        name=name,
        kind="norm",
        names=named(zh, en),
        unit=unit,
        each=each,
        judged="asked",
        stricter=stricter,
        reports=reports,
    )


TOTAL_KEYS: tuple[Key, ...] = (
    _share(
        "visits.contact_cards_share",
        "警民联系卡发放率",
        "share of traders given a contact card",
        "community_officer",
        "community",
        "village",
        "station",
    ),
    _count(
        "data.second_entries",
        "重复录入次数",
        "entries made a second time",
        "entries",
        "community_officer",
        "station",
        "county",
        "bureau",
        stricter="down",
        reports="flow",
    ),
    _share(
        "personnel.excellent_share",
        "一线民警考核优秀比例",
        "share of front-line officers graded excellent",
        "bureau",
        stricter=None,
        reports="stock",
    ),
    _share(
        "personnel.frontline_honours_share",
        "一线民警表彰奖励占比",
        "share of honours that go to the front line",
        "bureau",
    ),
    _share(
        "budget.per_head",
        "人均公用经费",
        "running costs a head",
        "station",
        "bureau",
        unit="yuan",
        may_exceed=True,
    ),
    _count("budget.investment", "计划投入", "planned investment", "yuan", "station", *_AREAS),
    _count(
        "organisation.opinions",
        "出台的工作意见数",
        "working opinions issued",
        "opinions",
        "station",
        *_AREAS,
        "department",
    ),
    _count(
        "facility.cameras",
        "视频监控数",
        "cameras",
        "cameras",
        "community",
        "village",
        "station",
        *_AREAS,
    ),
    _count(
        "facility.video_systems",
        "视频监控系统数",
        "video systems",
        "systems",
        "community",
        "village",
        "station",
        *_AREAS,
    ),
    _share(
        "area.preventable_cases_fall",
        "可防性案件下降比例",
        "fall of preventable cases",
        *_AREAS,
        basis=("previous_year", "fixed_year"),
        may_exceed=True,
    ),
    _share(
        "area.vice_calls_fall",
        "黄赌毒警情下降比例",
        "fall of calls about vice",
        *_AREAS,
        basis=("previous_year", "fixed_year"),
        may_exceed=True,
    ),
    _share(
        "area.property_clearance_share",
        "传统侵财类破案率",
        "share of property cases solved",
        *_AREAS,
    ),
    _share(
        "area.safe_villages_share",
        "零发案和发案下降村占比",
        "share of villages with no cases or fewer",
        *_AREAS,
        basis=("project", "all"),
        reports="stock",
    ),
    _count(
        "area.gang_cases",
        "黑恶犯罪案件数",
        "gang cases",
        "cases",
        *_AREAS,
        stricter="down",
        reports="flow",
    ),
)
"""Keys of totals of areas, bodies and stations; none of them is about an officer's own cases."""
