"""A score that says everything a score may say, in both languages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from attrs import evolve

from fengqiao.judging import Context, Score, explain_score, score_sheet
from fengqiao.judging.explain_score import result_of
from fengqiao.judging.small_counts import Few
from fengqiao.measures import core_indicators
from fengqiao.measures.sheets import plan_sheets
from fengqiao.rules import OPEN, Cite, Origin, Part, PointsRule, Rules, Sheet, Words
from fengqiao.rules.overlays import Overlay, Override
from fengqiao.rules.points import EachTime
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build

ENGLISH = """\
Score: points of community officers (town:points@community_officer/W1:2018-07)
Result: not checkable: not configured: the source leaves a number open and the host has not given it
Source: order (2018-01-01)
Clause: 五, 六
Subject: community officer W1
Period: 2018-07
Part: points, weight 60
Points: 9/10 of weight 60
Assessed by: station
Measured by: points.reported
Counted: points given
Out of: points to be had
Left out: as the host reports it: totals only, nothing on persons
Part: work
Points: not configured: the source leaves a number open and the host has not given it
Assessed by: community officer
Part: rating, weight 20
Points: a rating of 45/5, of 10 at most, of weight 20
Measured by: survey.rating
Counted: points that respondents gave, added up
Out of: respondents
Left out: totals of an anonymous survey only; withheld below the host's smallest count
Part: calls, weight 10
Points: 1/2 of weight 10
Measured by: calls.received
Counted: calls received
Out of: the most there is to be had
Left out: as the host reports it: totals only, nothing on persons
Part: visits, weight 10
Points: not configured: the source leaves a number open and the host has not given it
Measured by: visits.households
Counted: distinct households visited
Left out: visits refused or without an answer; a household visited again in the period counts once
Part: calm, veto
Points: asked at most 4/5, found 9/10; not kept
Measured by: points.reported
Counted: points given
Out of: points to be had
Left out: as the host reports it: totals only, nothing on persons
Filled in by the host: points.points.weight = 60, points.rating.measure = survey.rating, \
points.rating.full = 10
To be filled in: [town] "points.work.weight", [town] "points.work.measure", \
[town] "points.visits.points"
Not verified: the value was not confirmed against the source
Overlay: trial on town: points.rating.weight = 20 (not the source's)
Packs asked: town 1.0.0
Facts as of: 2018-07-31"""
CHINESE = """\
考核:社区民警积分考核 (town:points@community_officer/W1:2018-07)
结果:无法判断:未配置:来源没有写明数值,使用方也没有给出
来源:命令 (2018-01-01)
条款:五、六
对象:社区民警 W1
周期:2018-07
项目:points,权重 60
计分:权重 60 的 9/10
评定者:派出所
指标:points.reported
分子:所得分数
分母:应得总分
不计:只报汇总分数,不含个人信息
项目:work
计分:未配置:来源没有写明数值,使用方也没有给出
评定者:社区民警
项目:rating,权重 20
计分:评分 45/5,满分 10,权重 20
指标:survey.rating
分子:受访者评分之和
分母:受访者
不计:只用匿名汇总数;低于使用方设定的最小人数时不显示
项目:calls,权重 10
计分:权重 10 的 1/2
指标:calls.received
分子:接警数
分母:应得总数
不计:以使用方报送的汇总数为准,不含任何个人信息
项目:visits,权重 10
计分:未配置:来源没有写明数值,使用方也没有给出
指标:visits.households
分子:走访的不同户数
不计:未入户的走访(拒访、无人)不计;同一户在同一周期内多次走访计一户
项目:calm,一票否决
计分:要求不多于 4/5,实际 9/10;不符
指标:points.reported
分子:所得分数
分母:应得总分
不计:只报汇总分数,不含个人信息
使用方填写:points.points.weight = 60、points.rating.measure = survey.rating、points.rating.full = 10
待填写:[town] "points.work.weight"、[town] "points.work.measure"、[town] "points.visits.points"
未核实:该数值尚未与原文核对
叠加改动:town 的 trial:points.rating.weight = 20(并非原文规定)
查询的规则包:town 1.0.0
数据截至:2018-07-31"""


def sheet(parts: tuple[Part, ...], **changes: object) -> Sheet:
    """A sheet of officers, by two clauses, that nobody confirmed."""
    facts: dict[str, Any] = {
        "id": "points",
        "key": "points.community_officer",
        "pack": "town",
        "cites": (Cite("order", "五"), Cite("order", "六")),
        "origin": Origin(file="test.toml", line=1),
        "effective_from": date(2018, 1, 1),
        "force": "must",
        "each": "community_officer",
        "per": "month",
        "verified": False,
        **changes,
    }
    return Sheet(parts=parts, **facts)


def scored(build: Build, entry: Sheet, **terms: object) -> tuple[Score, Rules]:
    """The officer's score: 9 of 10 points, rated 45 by 5 people, half of the calls."""
    (source,) = build.pack().sources
    trial = Override(entry="points", field="rating.weight", value="20")
    pack = build.pack(
        entry,
        sources=(evolve(source, names=Words(en="order", zh="命令")),),
        overlay=Overlay(name="trial", sha256="0" * 64, overrides=(trial,)),
    )
    rules = build.rules(pack, terms={f"points.{name}": value for name, value in terms.items()})
    counts = {"points.reported": (9, 10), "survey.rating": (45, 5), "calls.received": (1, 2)}
    totals = [
        {
            "id": key,
            "key": key,
            "subject_kind": "community_officer",
            "subject": "W1",
            "on": date(2018, 7, 20),
            "done": done,
            "total": of,
        }
        for key, (done, of) in counts.items()
    ]
    registers = build.town(recording=build.declared("visit", *counts))
    (task,) = plan_sheets(rules, registers, core_indicators(), build.request())
    tasks = tuple(one.task for one in task.parts if one.task is not None)
    answers = iter(build.answer(tasks, registers, total=totals))
    values = [None if one.task is None else next(answers) for one in task.parts]
    context = Context(rules=rules, calendar=CN_CALENDAR, on=date(2018, 7, 31))
    (score,) = score_sheet(task, values, context=context, few=Few(1))
    return score, rules


def test_all_that_a_score_says(build: Build) -> None:
    """The host has said how much two parts weigh or give, and of two others it has not.

    The rating is 45/5, or 9 of the 10 that the host calls full. A veto weighs nothing, so that
    nothing is missing there.
    """
    limit = build.comparison("at_most", "4/5")
    ten, twenty = build.exact(10), build.exact(20)
    parts = (
        Part(name="points", weight=OPEN, measure="points.reported", by="station"),
        Part(name="work", weight=OPEN, measure=OPEN, by="community_officer"),
        Part(name="rating", weight=twenty, measure=OPEN),
        Part(name="calls", weight=ten, measure="calls.received"),
        Part(
            name="visits",
            weight=ten,
            measure="visits.households",
            points=PointsRule(each_time=EachTime(points=OPEN)),
        ),
        Part(
            name="calm",
            weight=None,
            measure="points.reported",
            points=PointsRule(effect="veto", veto="zero", limit=limit),
        ),
    )
    terms = {"points.weight": 60, "rating.measure": "survey.rating", "rating.full": 10}
    score, rules = scored(build, sheet(parts), **terms)
    assert explain_score(score, rules, core_indicators()) == ENGLISH
    assert explain_score(score, rules, core_indicators(), lang="zh") == CHINESE


def test_a_sheet_of_one_part_names_its_terms_without_it(build: Build) -> None:
    """There is only one weight that may be meant; of a rating, its full marks are asked for too."""
    part = Part(name="", weight=OPEN, measure=OPEN)
    score, rules = scored(build, sheet((part,)), measure="survey.rating")
    lines = explain_score(score, rules, core_indicators()).split("\n")
    assert 'To be filled in: [town] "points.weight", [town] "points.full"' in lines


def test_both_ends_are_rounded_as_the_sheet_says(build: Build) -> None:
    """To one decimal: 20/3 is 6.7, where it would be cut to 6.66."""
    part = Part(name="points", weight=build.exact(100), measure="points.reported")
    score, _ = scored(build, sheet((part,)))
    between = evolve(score, low=(5, 1), high=(20, 3))
    assert result_of(between, sheet((part,), round=1), "en") == "5 to 20/3 (6.7) of 100"


def test_whose_rules_were_asked_for_a_score(build: Build) -> None:
    """The pack of the place, which has no sheet, and the one that it takes rules from."""
    part = Part(name="points", weight=build.exact(100), measure="points.reported")
    land = build.pack(sheet((part,), pack="land"), name="land", areas=())
    rules = build.rules(build.pack(parent="land"), land)
    registers = build.town(recording=build.declared("points.reported"))
    (task,) = plan_sheets(rules, registers, core_indicators(), build.request())
    values = build.answer(tuple(one.task for one in task.parts if one.task), registers)
    context = Context(rules=rules, calendar=CN_CALENDAR, on=date(2018, 7, 31))
    (score,) = score_sheet(task, values, context=context, few=Few(1))
    lines = [explain_score(score, rules, core_indicators(), lang=lang) for lang in ("en", "zh")]
    assert "Packs asked: town 1.0.0, land 1.0.0" in lines[0]
    assert "查询的规则包:town 1.0.0、land 1.0.0" in lines[1]
