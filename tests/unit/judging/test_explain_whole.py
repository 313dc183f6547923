"""Findings explained line by line, as a reader sees them, in both languages."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from fengqiao.judging import Finding, check, explain
from fengqiao.measures import core_indicators
from fengqiao.rules import Cite, Duty, Norm, Origin, Role, Rules
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build

C1 = "990101001001"
TOWN = {
    "area": [{"area": C1, "name": "C1"}],
    "station": [{"station": "ST1", "name": "S1", "area": "990101001"}],
}
ORIGIN = Origin(file="test.toml", line=1)
DECLARED = ("visit", "meeting.community")


def judged(
    build: Build,
    rules: Rules,
    town: dict[str, Any] | None = None,
    on: date = date(2018, 7, 31),
    **events: list[dict[str, Any]],
) -> list[Finding]:
    """Findings of July."""
    registers = (
        build.town(recording=build.declared(*DECLARED)) if town is None else build.registers(**town)
    )
    values = build.answer(build.tasks(rules, registers, build.request(on=on)), registers, **events)
    return list(check(rules, values, on=on, calendar=CN_CALENDAR, as_known="2018-08-01"))


def shown(one: Finding, rules: Rules) -> tuple[list[str], list[str]]:
    """The lines in English, which is the usual language, and in Chinese."""
    indicators = core_indicators()
    chinese = explain(one, rules, indicators, lang="zh")
    return explain(one, rules, indicators).split("\n"), chinese.split("\n")


def line(one: Finding, rules: Rules, en: str, zh: str) -> list[str]:
    """What stands under a label in English, and under its Chinese one; nothing without the line."""
    pairs = zip(shown(one, rules), (f"{en}: ", f"{zh}:"), strict=True)
    return [
        text.removeprefix(label)
        for lines, label in pairs
        for text in lines
        if text.startswith(label)
    ]


def test_a_norm_that_excepts_nothing_says_nothing_of_exceptions(build: Build) -> None:
    """What an indicator leaves out anyway is all."""
    rules = build.rules(build.pack(build.norm(key="assignments.post_changes")))
    (one,) = judged(build, rules)
    assert line(one, rules, "Left out", "不计") == [
        (
            "a first post; a change at the same place; changes for an attested reason that the"
            " entry names"
        ),
        "首次任职、同一地点改变岗位内容不计;经证明属于条款所列情形的不计",
    ]


def test_whose_rules_were_asked(build: Build) -> None:
    """The pack of the place, then the one that it takes rules from."""
    land = build.pack(build.norm(pack="land"), name="land", areas=())
    rules = build.rules(build.pack(parent="land"), land)
    (one,) = judged(build, rules)
    assert line(one, rules, "Packs asked", "查询的规则包") == [
        "town 1.0.0, land 1.0.0",
        "town 1.0.0、land 1.0.0",
    ]


def test_a_role_counts_its_holders(build: Build) -> None:
    """One of two grid leads is a community officer, who alone may hold it."""
    role = Role(
        pack="town",
        id="grid_lead",
        key="grid_lead",
        cites=(Cite("order", "一"),),
        origin=ORIGIN,
        each="grid",
        effective_from=date(2018, 1, 1),
        force="must",
        held_by=("community_officer",),
    )
    rules = build.rules(build.pack(role))
    posts = [build.post("W1", area=C1)]
    posts += [build.post(staff, "grid_lead", grid="G1") for staff in ("W1", "W2")]
    grid = {"grid": "G1", "area": C1, "station": "ST1"}
    (one,) = judged(build, rules, {**TOWN, "assignment": posts, "grid": [grid]})
    found = [
        line(one, rules, *labels)
        for labels in (("Found", "实际"), ("Counted", "分子"), ("Out of", "分母"))
    ]
    assert (one.result, found) == (
        "not_met",
        [
            ["1/2", "1/2"],
            ["holders who may hold it", "可以担任的在任人员"],
            ["all who hold it", "全部在任人员"],
        ],
    )


def test_of_whom_it_is_asked_in_the_words_of_their_register(build: Build) -> None:
    """A place to talk is a kind of facility here, not one of the places where visits are made."""
    only = ("kind", build.comparison("any_of", frozenset(("talk_point",))))
    norm = build.norm(
        build.norm_phase("all_of", frozenset(("digital_camera",)), where=(only,)),
        key="facility.fittings",
        each=("facility",),
        per=None,
    )
    rules = build.rules(build.pack(norm))
    place = {"facility": "F1", "kind": "talk_point", "area": C1, "station": "ST1", "named": False}
    (one,) = judged(build, rules, {**TOWN, "facility": [{**place, "fittings": ()}]})
    assert line(one, rules, "Asked only of", "仅适用于") == [
        "place to sit and talk",
        "群众休闲交谈点",
    ]


def of_topic(build: Build, key: str, word: str) -> Norm:
    """A norm on shares that counts one word of what it may be narrowed to."""
    only = ("kind", build.comparison("any_of", frozenset((word,))))
    return build.norm(build.norm_phase(of=(only,)), key=key, each=("community",))


def test_filters_narrow_what_is_counted(build: Build) -> None:
    """Hotels inspected, out of hotels."""
    rules = build.rules(build.pack(of_topic(build, "inspection.share", "hotel")))
    (one,) = judged(build, rules)
    assert line(one, rules, "Counted", "分子") + line(one, rules, "Out of", "分母") == [
        "of these, inspected in the period (only: hotel)",
        "周期内检查过的在册场所(仅计:旅馆)",
        "premises on the register on the last day counted (only: hotel)",
        "周期末登记在册的场所(仅计:旅馆)",
    ]


def meeting(build: Build, *others: Duty) -> Rules:
    """Two meetings a month, at which grid workers and eight people are wanted."""
    phase = build.duty_phase(
        build.requirement("invited", "invite", "all_of", frozenset(("grid_worker",))),
        build.requirement("attendance", "people", "at_least", 8),
        times=2,
    )
    return build.rules(build.pack(build.duty(phase), *others))


def test_events_say_what_else_they_count_for(build: Build) -> None:
    """Two other duties are fulfilled by the same meetings; grid workers came to neither."""
    others = [build.duty(build.duty_phase(times=2), id=name) for name in ("one.more", "two.more")]
    rules = meeting(build, *others)
    sessions = [build.session(day, date(2018, 7, day), invited=()) for day in (3, 4)]
    found = [one for one in judged(build, rules, session=sessions) if one.entry[:3] == "mee"]
    cadence, invited, attendance = found
    assert line(cadence, rules, "Events", "记录") == [
        "E3 (also counts for `one.more`, `two.more`); E4 (also counts for `one.more`, `two.more`)",
        "E3(同时计入 `one.more`、`two.more`);E4(同时计入 `one.more`、`two.more`)",
    ]
    assert [line(one, rules, "Found", "实际") for one in (cadence, invited, attendance)] == [
        ["2", "2"],
        ["-", "-"],
        [
            "withheld: too few people to show, or no smallest number set",
            "人数过少或未设最小人数,不予显示",
        ],
    ]


def test_of_what_was_not_done_nothing_is_withheld(build: Build) -> None:
    """No meeting, nobody who came, and nothing to show; the receipt says the same."""
    rules = meeting(build)
    _, invited, attendance = judged(build, rules)
    assert [(one.reason, one.receipt["withheld"]) for one in (invited, attendance)] == [
        ("nothing_due", False),
        ("nothing_due", False),
    ]
    assert line(attendance, rules, "Found", "实际") == []


@pytest.mark.parametrize(
    ("entry", "en", "zh"),
    [
        (
            lambda build: build.duty(build.duty_phase()),
            (
                "`meeting.community`: only where it is declared as recorded does no record mean"
                " none (`fengqiao store declare meeting.community --since DAY`)"
            ),
            (
                "`meeting.community`:声明已完整记录之后,没有记录才算没有"
                "(`fengqiao store declare meeting.community --since 日期`)"
            ),
        ),
        (
            lambda build: build.norm(),
            (
                "`visit`: only where it is declared as recorded does no record mean none"
                " (`fengqiao store declare visit --since DAY`)"
            ),
            (
                "`visit`:声明已完整记录之后,没有记录才算没有"
                "(`fengqiao store declare visit --since 日期`)"
            ),
        ),
        # How many cameras there are is known from a report only.
        (
            lambda build: build.norm(key="facility.cameras", each=("community",)),
            (
                "`facility.cameras`, and reported in the period: without a report nobody knows how"
                " things stand, declared or not"
                " (`fengqiao store declare facility.cameras --since DAY`)"
            ),
            (
                "`facility.cameras`,并在周期内报送:没有报送就不知道现状,声明了也一样"
                "(`fengqiao store declare facility.cameras --since 日期`)"
            ),
        ),
    ],
)
def test_what_is_to_be_declared(build: Build, entry: Any, en: str, zh: str) -> None:  # noqa: ANN401
    """By the name under which it is recorded."""
    rules = build.rules(build.pack(entry(build)))
    town = {
        **TOWN,
        "assignment": [build.post("W1", area=C1)],
    }
    (one,) = judged(build, rules, town)
    assert line(one, rules, "To be declared", "待声明") == [en, zh]


@pytest.mark.parametrize(
    ("phase", "since", "en", "zh"),
    [
        # 80 x 21 / 31 is 54.2 and 160 x 21 / 31 is 108.4, both rounded up. From 11 July on, W2 held
        # the post, or the norm was in force: 21 days.
        (
            {"limit": (80, 160), "op": "between"},
            date(2018, 7, 11),
            "21 of 31 days: between 55 - 109",
            "31 天中的 21 天:介于 55 - 109",
        ),
        (
            {"effective_from": date(2018, 7, 11)},
            date(2018, 1, 1),
            "21 of 31 days: at least 55",
            "31 天中的 21 天:不少于 55",
        ),
    ],
)
def test_a_limit_in_proportion(
    build: Build, phase: dict[str, Any], since: date, en: str, zh: str
) -> None:
    """How many days of how many, and the limit that they leave."""
    rules = build.rules(build.pack(build.norm(build.norm_phase(prorate=True, **phase))))
    town = {
        **TOWN,
        "assignment": [build.post("W2", area=C1, since=since)],
        "recording": build.declared("visit"),
    }
    (one,) = judged(build, rules, town)
    assert line(one, rules, "In proportion", "按天数折算") == [en, zh]
