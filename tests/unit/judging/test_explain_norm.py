"""A norm that says all that a norm may say, explained in both languages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from fengqiao.judging import check, explain
from fengqiao.measures import core_indicators
from fengqiao.rules import Pack, Target, Words
from fengqiao.rules.overlays import Overlay, Override
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build

C1, C2 = "990101001001", "990101001002"


@pytest.fixture
def moves(build: Build) -> Pack:
    """A pack with all that a norm may say: nobody is moved but for two reasons."""
    phase = build.norm_phase(
        "at_most",
        0,
        unless=("promotion", "own_request"),
        where=(("full_time", build.comparison("any_of", frozenset(("true",)))),),
        by=Target(days=(date(2019, 6, 30), date(2020, 6, 30))),
        verified=False,
    )
    norm = build.norm(
        phase,
        key="assignments.post_changes",
        names=Words(en="no moves at will", zh="不随意调动"),
        reading=Words(en="each move", zh="每次调动"),
        other=Words(en="each person", zh="每个人"),
    )
    (source,) = build.pack().sources
    order = evolve(source, names=Words(en="order", zh="命令"), number="〔2018〕1号")
    trial = Override(entry=norm.id, field="at_most", value="0")
    overlay = Overlay(name="trial", sha256="0" * 64, overrides=(trial,))
    return build.pack(norm, sources=(order, evolve(order, id="law")), overlay=overlay)


def test_all_that_a_norm_says(build: Build, moves: Pack) -> None:
    """W1 was moved once, on 4 July, and nobody said why; the second target day is in 2020."""
    rules = build.rules(moves)
    posts = [
        build.post("W1", area=C1, since=date(2018, 1, 1), until=date(2018, 7, 3)),
        build.post("W1", area=C2, since=date(2018, 7, 4)),
    ]
    town = {
        "area": [{"area": C1, "name": "C1"}, {"area": C2, "name": "C2"}],
        "station": [{"station": "ST1", "name": "S1", "area": "990101001"}],
        "assignment": posts,
    }
    registers = build.registers(**town)
    values = build.answer(build.tasks(rules, registers, build.request()), registers)
    on = date(2018, 7, 31)
    (one,) = check(rules, values, on=on, calendar=CN_CALENDAR, as_known="2018-08-01")
    english = explain(one, rules, core_indicators())
    chinese = explain(one, rules, core_indicators(), lang="zh")
    assert (english.split("\n"), chinese.split("\n")) == (
        [
            (
                "Finding: no moves at will"
                " (town:assignments.post_changes@community_officer/W1:2018-07)"
            ),
            "Result: not met (info)",
            "Asked: must, at most 0",
            "Due by: 2020-06-30 (a shortfall is info before 2019-06-30, notice before 2020-06-30)",
            "Source: order 〔2018〕1号 (2018-01-01)",
            "Clause: order:一",
            "Subject: community officer W1",
            "Asked only of: full time in this role",
            "Period: 2018-07",
            "Found: 1",
            "Counted: times that they took up a post at another place",
            (
                "Left out: a first post; a change at the same place; changes for an attested reason"
                " that the entry names (promotion, their own request)"
            ),
            "Read as: each move",
            "Not read as: each person",
            "Not verified: the value was not confirmed against the source",
            "Overlay: trial on town: assignments.post_changes.at_most = 0 (not the source's)",
            "Packs asked: town 1.0.0",
            "Facts as of: 2018-07-31",
            "As known at: 2018-08-01",
        ],
        [
            "结论:不随意调动 (town:assignments.post_changes@community_officer/W1:2018-07)",
            "结果:不符合(信息)",
            "要求:应当,不多于 0",
            "到期日:2020-06-30(未达到:2019-06-30 前为信息、2020-06-30 前为提示)",
            "来源:命令 〔2018〕1号 (2018-01-01)",
            "条款:order:一",
            "对象:社区民警 W1",
            "仅适用于:专职",
            "周期:2018-07",
            "实际:1",
            "分子:任职地点变动的次数",
            "不计:首次任职、同一地点改变岗位内容不计;经证明属于条款所列情形的不计(提拔、本人申请)",
            "理解:每次调动",
            "未采用的理解:每个人",
            "未核实:该数值尚未与原文核对",
            "叠加改动:town 的 trial:assignments.post_changes.at_most = 0(并非原文规定)",
            "查询的规则包:town 1.0.0",
            "数据截至:2018-07-31",
            "按当时所知:2018-08-01",
        ],
    )
