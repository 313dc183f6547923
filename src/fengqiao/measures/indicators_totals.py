"""Indicators of totals of areas, bodies and stations, as the host reports them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fengqiao.measures.indicator import Ask, Column, Indicator, in_time
from fengqiao.measures.indicators_reported import (
    AS_REPORTED,
    count_of_totals,
    reported,
    share_of_totals,
    totals_of,
)
from fengqiao.model import Table
from fengqiao.rules import Words
from fengqiao.rules.catalogue_core import KEYS


def _w(zh: str, en: str) -> Words:
    return Words(zh=zh, en=en)


_TEXTS: Mapping[str, tuple[Words, Words | None, Words]] = {
    "visits.contact_cards_share": (
        _w("收到联系卡的经营者", "traders who were given a contact card"),
        _w("走访过的经营者", "traders who were visited"),
        _w("只报人数,不报姓名", "numbers only, no names"),
    ),
    "data.second_entries": (
        _w("同一信息再次录入的次数", "entries of what was entered elsewhere already"),
        None,
        _w("更正不算重复录入", "corrections"),
    ),
    "personnel.excellent_share": (
        _w("考核为优秀等次的一线民警", "front-line officers graded excellent"),
        _w("参加考核的一线民警", "front-line officers who were graded"),
        _w("只报人数", "numbers only"),
    ),
    "personnel.frontline_honours_share": (
        _w("给予一线民警的表彰奖励", "honours given to front-line officers"),
        _w("全部表彰奖励", "all honours"),
        _w("只报数量", "numbers only"),
    ),
    "budget.per_head": (
        _w("公用经费(元)", "running costs in yuan"),
        _w("民警人数", "officers"),
        _w("人员经费和基建经费不计", "pay and building costs"),
    ),
    "budget.investment": (
        _w("计划投入(元)", "planned investment in yuan"),
        None,
        _w("实际支出不计", "what was spent"),
    ),
    "organisation.opinions": (
        _w("出台的工作意见", "working opinions issued"),
        None,
        _w("内容不计", "what they say"),
    ),
    "facility.cameras": (
        _w("公共视频监控", "cameras in public places"),
        None,
        _w("只报数量,不含画面和点位", "numbers only: no footage and no places"),
    ),
    "facility.video_systems": (
        _w("视频监控系统", "video systems"),
        None,
        _w("只报数量", "numbers only"),
    ),
    "area.property_clearance_share": (
        _w("破获的传统侵财案件", "property cases solved"),
        _w("立案的传统侵财案件", "property cases filed"),
        _w("只报辖区总数,不计入任何个人的考核", "totals of an area; no person is scored by them"),
    ),
    "area.safe_villages_share": (
        _w("零发案、降发案的村", "villages with no cases, or fewer than before"),
        _w(
            "条款所指的村:整治工程的村,或全部村",
            "villages that the basis names: the project's, or all",
        ),
        _w("只报村数", "numbers of villages only"),
    ),
    "area.gang_cases": (
        _w("黑恶犯罪案件", "gang cases"),
        None,
        _w("只报辖区总数,不含任何个人信息", "totals of an area, nothing on persons"),
    ),
}
_FALLS: Mapping[str, Words] = {
    "area.preventable_cases_fall": _w("可防性案件", "preventable cases"),
    "area.vice_calls_fall": _w("黄赌毒警情", "calls about vice"),
}
_KEY = {key.name: key for key in KEYS}


def _fall(ask: Ask, answers: Sequence[Table]) -> Column:
    """What there is less than in the base, out of the base; below 0 where there is more."""
    now_and_base = share_of_totals(ask, answers)
    base = now_and_base.dens or ()
    return Column([was - now for now, was in zip(now_and_base.nums, base, strict=True)], base)


def _falling(name: str, counted: Words) -> Indicator:
    return Indicator(
        key=_KEY[name],
        numerator=_w(
            f"基期{counted.zh}减去本期{counted.zh}",
            f"{counted.en} of the base less those of the period",
        ),
        denominator=_w(f"基期{counted.zh}", f"{counted.en} of the base that the entry names"),
        exclusions=_w(
            "报送本期数(done)和基期数(total);只报辖区总数,不计入任何个人的考核",
            "the host reports the period (done) and the base (total); totals of an area; no"
            " person is scored by them",
        ),
        recorded_as=name,
        tallies=totals_of(name),
        column=_fall,
    )


INDICATORS: tuple[Indicator, ...] = (
    *(
        reported(_KEY[name], done=done, total=total, exclusions=exclusions)
        for name, (done, total, exclusions) in _TEXTS.items()
    ),
    *(_falling(name, counted) for name, counted in _FALLS.items()),
    Indicator(
        key=_KEY["hours.in_community"],
        numerator=_w("申报的在社区工作分钟数", "minutes in the community, as declared"),
        exclusions=AS_REPORTED,
        recorded_as="hours.in_community",
        tallies=totals_of("hours.in_community", fields=("done",)),
        column=lambda ask, answers: in_time(ask, count_of_totals(ask, answers).nums),
    ),
)
