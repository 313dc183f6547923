"""What the host has still to fill in, and what it did: in both languages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from fengqiao.judging import Finding, check, explain
from fengqiao.measures import Reason, core_indicators
from fengqiao.rules import OPEN, Duty, Norm, Rules, Target
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build

MONTH = date(2018, 7, 31)
BY = Target(is_open=True)


def judged(build: Build, rules: Rules) -> dict[str, Finding]:
    """Findings of July by requirement: 79 households visited, one meeting of 90 minutes."""
    registers = build.town(recording=build.declared("visit", "meeting.community"))
    values = build.answer(
        build.tasks(rules, registers, build.request()),
        registers,
        visit=[build.visit(n, date(2018, 7, 3)) for n in range(79)],
        session=[build.session(1, date(2018, 7, 3), minutes=90)],
    )
    found = check(rules, values, on=MONTH, calendar=CN_CALENDAR)
    return {one.requirement or "": one for one in found}


def under(one: Finding, rules: Rules, *labels: str) -> list[str]:
    """What stands under the labels of an explanation; English labels first."""
    shown = []
    for label in labels:
        is_chinese = not label.isascii()
        text = explain(one, rules, core_indicators(), lang="zh" if is_chinese else "en")
        start = f"{label}:" if is_chinese else f"{label}: "
        shown += [line[len(start) :] for line in text.split("\n") if line.startswith(start)]
    return shown


def terms(names: str) -> str:
    """Terms of the pack, as an explanation lists them."""
    return ", ".join(f'[town] "{name}"' for name in names.split())


def norm(op: str, limit: object) -> Callable[[Build], Norm]:
    """A norm whose deadline is the host's to name."""
    return lambda build: build.norm(build.norm_phase(op, limit, by=BY), id="v")


def meeting(name: str, field: str, op: str, limit: object) -> Callable[[Build], Duty]:
    """A meeting with one requirement, owed in a season whose days are the host's to name."""
    return lambda build: build.duty(
        build.duty_phase(build.requirement(name, field, op, limit), during="busy_season"), id="m"
    )


@pytest.mark.parametrize(
    ("entry", "given", "missing"),
    [
        # The limit and the day of its deadline.
        (norm("at_least", "open"), {}, "v.at_least v.by"),
        (norm("at_least", "open"), {"v.by": "2018-12-31"}, "v.at_least"),
        # 79 lie below what the host asks: only the day is missing.
        (norm("at_least", "open"), {"v.at_least": 80}, "v.by"),
        (norm("at_least", 80), {}, "v.by"),
        (norm("bare", 80), {}, "v.direction v.by"),
        (norm("bare", 80), {"v.direction": "at_least"}, "v.by"),
        (norm("about", 80), {}, "v.about v.by"),
        (norm("about", 90), {"v.about": 5}, "v.by"),
        # A season without days, and a requirement that the host has to complete.
        (meeting("length", "lasts", "at_least", "1 hour"), {}, "during.busy_season"),
        (meeting("length", "lasts", "at_least", "open"), {}, "m.lasts during.busy_season"),
        (
            meeting("length", "lasts", "at_least", "1/2 day"),
            {"during.busy_season": ("2018-07",)},
            "m.day",
        ),
        (
            meeting("length", "lasts", "at_least", "open"),
            {"during.busy_season": ("2018-07",), "m.lasts": "1/2 day"},
            "m.day",
        ),
        (
            meeting("topics", "covers", "all_of", "open"),
            {"during.busy_season": ("2018-07",)},
            "m.covers",
        ),
        (
            meeting("on_day", "on", "any_of", "open"),
            {"during.busy_season": ("2018-07",)},
            "m.on",
        ),
    ],
)
def test_everything_that_is_missing_is_named(
    build: Build, entry: Callable[[Build], Norm | Duty], given: dict[str, object], missing: str
) -> None:
    """At once, so that the host need not ask again after each; and nothing that it gave."""
    rules = build.rules(build.pack(entry(build)), terms=given)
    *_, one = judged(build, rules).values()
    assert under(one, rules, "To be filled in") == [terms(missing)]


def test_how_often_is_the_hosts_to_say(build: Build) -> None:
    """Where the source says that something is done, and not how often."""
    rules = build.rules(build.pack(build.duty(build.duty_phase(every=OPEN, by=BY), id="m")))
    one = judged(build, rules)["cadence"]
    assert under(one, rules, "To be filled in", "待填写") == [
        '[town] "m.every", [town] "m.by"',
        '[town] "m.every"、[town] "m.by"',
    ]


@pytest.mark.parametrize(
    ("given", "asked", "due", "used"),
    [
        (
            {},
            ["must, at least (left open by the source)", "应当,不少于(来源未写明)"],
            ["left open by the source", "来源未写明"],
            [],
        ),
        (
            {"v.by": "2018-12-31"},
            ["must, at least (left open by the source)", "应当,不少于(来源未写明)"],
            [
                "2018-12-31 (a shortfall is info before 2018-12-31)",
                "2018-12-31(未达到:2018-12-31 前为信息)",
            ],
            ["v.by = 2018-12-31", "v.by = 2018-12-31"],
        ),
        (
            {"v.at_least": 80, "v.by": "2018-12-31"},
            ["must, at least 80 (left open by the source)", "应当,不少于 80(来源未写明)"],
            [
                "2018-12-31 (a shortfall is info before 2018-12-31)",
                "2018-12-31(未达到:2018-12-31 前为信息)",
            ],
            ["v.at_least = 80, v.by = 2018-12-31", "v.at_least = 80、v.by = 2018-12-31"],
        ),
    ],
)
def test_what_the_host_gave_is_shown(
    build: Build, given: dict[str, object], asked: list[str], due: list[str], used: list[str]
) -> None:
    """Each in its own place: the day of the deadline is no limit."""
    rules = build.rules(build.pack(norm("at_least", "open")(build)), terms=given)
    one = judged(build, rules)[""]
    assert under(one, rules, "Asked", "要求") == asked
    assert under(one, rules, "Due by", "到期日") == due
    assert under(one, rules, "Filled in by the host", "使用方填写") == used


def doubtful(build: Build, reason: Reason, **doubt: object) -> tuple[Finding, Rules]:
    """A finding of which nobody knows whether it is asked of the officer."""
    rules = build.rules(build.pack(build.norm(id="v")))
    one = judged(build, rules)[""]
    unknown = {"about": "station.class", "by": None, "over": None, "terms": [], "pack": None}
    receipt = {**one.receipt, "unknown": {**unknown, **doubt}}
    return evolve(one, result="not_checkable", reason=reason, receipt=receipt), rules


@pytest.mark.parametrize(
    ("reason", "doubt", "en", "zh"),
    [
        (
            "no_data",
            {"by": "survey.rating", "over": "2017"},
            (
                "not checkable (no data: the station class isn't known, as 2017 has no rating"
                " by the public on record)"
            ),
            "无法判断(没有数据:派出所类别不明,因为没有 2017 群众评分的记录)",
        ),
        (
            "no_data",
            {"by": "survey.rating"},
            "not checkable (no data: the station class isn't known)",
            "无法判断(没有数据:派出所类别不明)",
        ),
        (
            "no_data",
            {"over": "2017"},
            "not checkable (no data: the station class isn't known)",
            "无法判断(没有数据:派出所类别不明)",
        ),
        (
            "withheld",
            {"by": "survey.rating", "over": "2017"},
            "not checkable (withheld: the station class isn't known)",
            "无法判断(人数过少或未设最小人数,不予显示:派出所类别不明)",
        ),
        (
            "not_configured",
            {"about": "name"},
            (
                "not checkable (not configured: the source names one, and the host has not said"
                " which it is)"
            ),
            "无法判断(未配置:来源点名规定,使用方没有说明是哪一个)",
        ),
    ],
)
def test_why_nobody_knows_whether_it_is_asked(
    build: Build, reason: Reason, doubt: dict[str, object], en: str, zh: str
) -> None:
    """Of a class, by what it classes where that is not on record; of a name, that it is one."""
    one, rules = doubtful(build, reason, **doubt)
    assert under(one, rules, "Result", "结果") == [en, zh]


def test_what_a_class_rests_on_is_to_be_declared(build: Build) -> None:
    """Not what the entry counts: that may be declared already."""
    one, rules = doubtful(build, "no_data", by="visits.households", over="2017")
    duty = build.duty(build.duty_phase(), id="v")
    for some in (rules, build.rules(build.pack(duty))):
        (text,) = under(one, some, "To be declared")
        assert text.startswith("`visit`: only where it is declared")


def test_of_a_class_that_rests_on_no_records_nothing_is_to_be_declared(build: Build) -> None:
    """The word of the host is missing, or a register is silent."""
    one, rules = doubtful(build, "no_data")
    assert under(one, rules, "To be declared") == []


@pytest.mark.parametrize(("pack", "section"), [(None, "town"), ("city", "city")])
def test_terms_of_a_class(build: Build, pack: str | None, section: str) -> None:
    """Under the pack that classes, which need not be that of the entry."""
    names = ["names.community", "station.class.by"]
    one, rules = doubtful(build, "not_configured", terms=names, pack=pack)
    en, zh = under(one, rules, "To be filled in", "待填写")
    assert (en, zh) == (
        f'[{section}] "names.community", [{section}] "station.class.by"',
        f'[{section}] "names.community"、[{section}] "station.class.by"',
    )
