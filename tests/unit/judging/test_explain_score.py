"""A score explained: every line of it, in both languages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from fengqiao.errors import Lang
from fengqiao.judging import Context, Score, score_sheet
from fengqiao.judging.explain_score import explain_score, result_of, shown_decimals
from fengqiao.judging.findings import library_version
from fengqiao.judging.parts import PartScore
from fengqiao.judging.small_counts import Few
from fengqiao.measures import core_indicators
from fengqiao.measures.sheets import plan_sheets
from fengqiao.rules import OPEN, Cite, Part, PointsRule, Rules, Sheet, Words
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build

NOT_CONFIGURED = "not configured: the source leaves a number open and the host has not given it"
POINTS = Words(en="points", zh="积分")


def sheet(build: Build, second: int | None = 40, **changes: object) -> Sheet:
    """A sheet of reported points, and of a survey."""
    weight = OPEN if second is None else build.exact(second)
    parts = (
        Part(name="points", weight=build.exact(60), measure="points.reported"),
        Part(name="survey", weight=weight, measure="survey.familiarity_share", names=POINTS),
    )
    return build.sheet(*parts, id="points", cites=(Cite("order", "五"),), **changes)


def scored(
    build: Build, entry: Sheet, *totals: dict[str, Any], **terms: object
) -> tuple[Score, Rules]:
    """The score of the one officer, and the rules it came from."""
    rules = build.rules(build.pack(entry), terms=terms)
    registers = build.town(recording=build.declared("points.reported", "survey.familiarity"))
    (task,) = plan_sheets(rules, registers, core_indicators(), build.request())
    tasks = tuple(one.task for one in task.parts if one.task is not None)
    answers = iter(build.answer(tasks, registers, total=list(totals)))
    values = [None if one.task is None else next(answers) for one in task.parts]
    context = Context(
        rules=rules, calendar=CN_CALENDAR, on=date(2018, 7, 31), as_known="2018-08-01"
    )
    (score,) = score_sheet(task, values, context=context, few=Few(1))
    return score, rules


def total(key: str, done: int, of: int) -> dict[str, Any]:
    """What the host reports about the officer in July."""
    return {
        "id": key,
        "key": key,
        "subject_kind": "community_officer",
        "subject": "W1",
        "on": date(2018, 7, 20),
        "done": done,
        "total": of,
    }


BOTH = (total("points.reported", 9, 10), total("survey.familiarity", 1, 3))


def explained(
    build: Build, lang: Lang, entry: Sheet, *totals: dict[str, Any], **terms: object
) -> list[str]:
    """Lines of the explanation."""
    score, rules = scored(build, entry, *totals, **terms)
    return explain_score(score, rules, core_indicators(), lang=lang).splitlines()


def test_a_score_in_english(build: Build) -> None:
    """60 x 9/10 and 40 x 1/3 are 202/3, cut to two decimals."""
    assert explained(build, "en", sheet(build), *BOTH) == [
        "Score: points of community officers (town:points@community_officer/W1:2018-07)",
        "Result: 202/3 (67.33) of 100",
        "Source: order (2018-01-01)",
        "Clause: 五",
        "Subject: community officer W1",
        "Period: 2018-07",
        "Part: points, weight 60",
        "Points: 54; 9/10 of weight 60",
        "Measured by: points.reported",
        "Counted: points given",
        "Out of: points to be had",
        "Left out: as the host reports it: totals only, nothing on persons",
        "Part: points, weight 40",
        "Points: 40/3; 1/3 of weight 40",
        "Measured by: survey.familiarity_share",
        "Counted: respondents who know their officer",
        "Out of: respondents",
        (
            "Left out: totals of an anonymous survey of residents only; withheld below the host's "
            "smallest count"
        ),
        "Packs asked: town 1.0.0",
        "Facts as of: 2018-07-31",
        "As known at: 2018-08-01",
    ]


def test_a_score_in_chinese(build: Build) -> None:
    """The same, with what else a sheet may say."""
    entry = sheet(
        build,
        names=Words(en="monthly points", zh="月度积分"),
        reading=Words(en="by month", zh="按月"),
        other=Words(en="by year", zh="按年"),
        verified=False,
        round=1,
    )
    assert explained(build, "zh", entry, *BOTH) == [
        "考核:月度积分 (town:points@community_officer/W1:2018-07)",
        "结果:202/3 (67.3),满分 100",
        "来源:order (2018-01-01)",
        "条款:五",
        "对象:社区民警 W1",
        "周期:2018-07",
        "项目:points,权重 60",
        "计分:54;权重 60 的 9/10",
        "指标:points.reported",
        "分子:所得分数",
        "分母:应得总分",
        "不计:只报汇总分数,不含个人信息",
        "项目:积分,权重 40",
        "计分:40/3;权重 40 的 1/3",
        "指标:survey.familiarity_share",
        "分子:熟悉本社区民警的受访者",
        "分母:受访者",
        "不计:只统计居民一侧的匿名汇总数;低于使用方设定的最小人数时不显示",
        "理解:按月",
        "未采用的理解:按年",
        "未核实:该数值尚未与原文核对",
        "查询的规则包:town 1.0.0",
        "数据截至:2018-07-31",
        "按当时所知:2018-08-01",
    ]


def test_what_is_not_verified_is_said_once(build: Build) -> None:
    """A sheet that nobody confirmed says so; one that is confirmed says nothing."""
    for verified, lines in ((False, 1), (True, 0)):
        text = explained(build, "en", sheet(build, verified=verified), *BOTH)
        assert sum(line.startswith("Not verified: ") for line in text) == lines


def test_an_open_weight_is_to_be_filled_in(build: Build) -> None:
    """Without it there is no score; the term that is missing is named."""
    text = explained(build, "en", sheet(build, None), BOTH[0])
    assert text[1] == f"Result: not checkable: {NOT_CONFIGURED}"
    assert 'To be filled in: [town] "points.survey.weight"' in text
    assert "Points: 9/10 of weight 60" in text
    assert f"Points: {NOT_CONFIGURED}" in text


def test_a_weight_that_the_host_filled_in_is_told(build: Build) -> None:
    """What the host gave stands in the explanation; the survey counts from nothing to 40."""
    text = explained(build, "en", sheet(build, None), BOTH[0], **{"points.survey.weight": 40})
    assert text[1] == "Result: 54 to 94 of 100"
    assert "Filled in by the host: points.survey.weight = 40" in text
    assert "Points: 0 to 40; nothing was due; counts from its least to its most" in text


def test_an_open_measure_is_to_be_filled_in(build: Build) -> None:
    """A part of which the source doesn't say how it is measured, and who assesses another."""
    parts = (
        Part(name="points", weight=build.exact(60), measure="points.reported", by="station"),
        Part(name="work", weight=build.exact(40), measure=OPEN, by="community_officer"),
    )
    text = explained(build, "en", sheet(build, parts=parts), BOTH[0])
    assert 'To be filled in: [town] "points.work.measure"' in text
    assert [line for line in text if line.startswith("Assessed by: ")] == [
        "Assessed by: station",
        "Assessed by: community officer",
    ]


def test_a_receipt_says_everything(build: Build) -> None:
    """What the score rests on, and what the host filled in."""
    entry = sheet(build, None, effective_until=date(2019, 12, 31))
    score, _ = scored(build, entry, BOTH[0], **{"points.survey.weight": 40})
    assert dict(score.receipt) == {
        "entry": "points",
        "clause": ["五"],
        "source": "order",
        "source_sha256": None,
        "force": "must",
        "phase": {"from": "2018-01-01", "until": "2019-12-31"},
        "pack": "town",
        "pack_version": "1.0.0",
        "pack_sha256": "",
        "overlay": [],
        "asked": ["town"],
        "terms": [{"name": "points.survey.weight", "value": "40", "given_for": "town"}],
        "verified": True,
        "on": "2018-07-31",
        "as_known": "2018-08-01",
        "fengqiao": library_version(),
    }


def test_a_score_has_parts_of_its_subject(build: Build) -> None:
    """Ids, weights, measures, revisions, values and what each part gave."""
    score, _ = scored(build, sheet(build), *BOTH)
    assert (score.id, score.sheet, score.subject_kind, score.subject, score.period) == (
        "town:points@community_officer/W1:2018-07",
        "points",
        "community_officer",
        "W1",
        "2018-07",
    )
    assert (score.low, score.high, score.out_of, score.vetoed_by) == (
        (202, 3),
        (202, 3),
        (100, 1),
        None,
    )
    assert [one.to_json() for one in score.parts] == [
        {
            "name": name,
            "effect": "part",
            "weight": weight,
            "measure": measure,
            "revision": 1,
            "value": value,
            "reason": None,
            "low": points,
            "high": points,
            "veto": None,
            "kept": None,
        }
        for name, weight, measure, value, points in (
            ("points", "60", "points.reported", "9/10", 54),
            ("survey", "40", "survey.familiarity_share", "1/3", "40/3"),
        )
    ]


def vetoed(low: tuple[int, int] | None, high: tuple[int, int] | None, **changes: object) -> Score:
    """A score with a veto that was not kept."""
    calm = PartScore(
        name="calm", names=Words(en="calm", zh="平安"), weight=None, value=(1, 1), reason=None
    )
    facts: dict[str, Any] = {
        "id": "town:points@community_officer/W1:2018-07",
        "sheet": "points",
        "subject_kind": "community_officer",
        "subject": "W1",
        "period": "2018-07",
        "low": low,
        "high": high,
        "out_of": (100, 1),
        "vetoed_by": "calm",
        "parts": (calm,),
        **changes,
    }
    return Score(**facts)


@pytest.mark.parametrize(
    ("score", "en", "zh"),
    [
        (vetoed(None, None), "not rated, by the veto: calm", "不予评定,一票否决:平安"),
        (
            vetoed((0, 1), (0, 1)),
            "0 of 100: nothing, by the veto calm",
            "0,满分 100:计零分,一票否决 平安",
        ),
        (vetoed((5, 1), (5, 1), vetoed_by=None), "5 of 100", "5,满分 100"),
        (
            vetoed((5, 1), (13, 2), vetoed_by=None, out_of=None),
            "5 to 13/2 (6.50)",
            "5 至 13/2 (6.50)",
        ),
        (
            vetoed(None, None, vetoed_by=None),
            f"not checkable: {NOT_CONFIGURED}",
            "无法判断:未配置:来源没有写明数值,使用方也没有给出",
        ),
        (
            vetoed((5, 1), None, vetoed_by=None),
            f"not checkable: {NOT_CONFIGURED}",
            "无法判断:未配置:来源没有写明数值,使用方也没有给出",
        ),
    ],
)
def test_results_in_words(build: Build, score: Score, en: str, zh: str) -> None:
    """A score, an interval, one that a veto took away, and none."""
    entry = sheet(build)
    assert (result_of(score, entry, "en"), result_of(score, entry, "zh")) == (en, zh)


def test_decimals_are_cut_or_rounded() -> None:
    """67.666...: cut to two decimals, or rounded to as many as the sheet says."""
    assert [shown_decimals((203, 3), digits) for digits in (None, 2, 1, 0)] == [
        "67.66",
        "67.67",
        "67.7",
        "68",
    ]


def test_a_veto_takes_the_score_of_an_officer(build: Build) -> None:
    """A limit of at most 8 points reached is not kept at 9: nothing, and a list says by what."""
    limit = build.comparison("at_most", "4/5")
    parts = (
        Part(name="survey", weight=build.exact(100), measure="survey.familiarity_share"),
        Part(
            name="calm",
            weight=None,
            measure="points.reported",
            points=PointsRule(effect="veto", veto="zero", limit=limit),
        ),
    )
    score, rules = scored(build, sheet(build, parts=parts), *BOTH)
    assert (score.low, score.high, score.vetoed_by, score.parts[1].kept) == (
        (0, 1),
        (0, 1),
        "calm",
        False,
    )
    text = explain_score(score, rules, core_indicators())
    assert "Points: asked at most 4/5, found 9/10; not kept" in text
    kept, _ = scored(build, sheet(build, parts=parts), total("points.reported", 4, 5), BOTH[1])
    assert (kept.low, kept.vetoed_by, kept.parts[1].kept) == ((100, 3), None, True)


def test_a_score_of_no_sheet_is_a_slip_of_the_host(build: Build) -> None:
    """Another entry's id in place of the sheet's."""
    score, rules = scored(build, sheet(build), *BOTH)
    norm = build.norm(id="visits")
    other = build.rules(build.pack(norm))
    with pytest.raises(TypeError, match=r"^the score is of no sheet$"):
        explain_score(evolve(score, sheet="visits"), other, core_indicators())
    assert rules is not other
