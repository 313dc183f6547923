"""Findings in the few words of a table."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from fengqiao.errors import Lang
from fengqiao.judging import check
from fengqiao.judging.wording import Wording
from fengqiao.judging.words import brief
from fengqiao.timing import CN_CALENDAR

if TYPE_CHECKING:
    from tests.unit.conftest import Build

UNITS = ["case_team", "community_team", "command_room"]


@pytest.mark.parametrize(
    ("op", "actual", "found"),
    [
        ("all_of", ["case_team"], "lacks community team, command room"),
        ("none_of", ["case_team"], "case team"),
        ("any_of", [], "-"),
        ("any_of", ["case_team"], "case team"),
    ],
)
def test_of_words_what_is_missing_or_barred_is_shown(
    build: Build, op: str, actual: list[str], found: str
) -> None:
    """Of a ban what was done against it: who did one of three barred things lacks nothing."""
    rules = build.rules(build.pack(build.norm()))
    registers = build.town(recording=build.declared("visit"))
    values = build.answer(build.tasks(rules, registers, build.request()), registers)
    (one,) = check(rules, values, on=date(2018, 7, 31), calendar=CN_CALENDAR)
    words = evolve(one, actual=actual, limit={"op": op, "value": UNITS})
    wording = Wording(packs=rules.packs, catalogue=rules.catalogue, lang="en")
    assert wording.found(words) == found


@pytest.mark.parametrize(("lang", "text"), [("en", "3 per 1000"), ("zh", "每 1000 中 3")])
def test_a_rate_is_put_into_words(build: Build, lang: Lang, text: str) -> None:
    """As the language says it."""
    rules = build.rules(build.pack(build.norm()))
    wording = Wording(packs=rules.packs, catalogue=rules.catalogue, lang=lang)
    assert wording.amount("3 per 1000") == text


@pytest.mark.parametrize(
    ("lang", "asked", "found"), [("en", "by day 25", "day 27"), ("zh", "不迟于 25 日", "27 日")]
)
def test_a_day_of_the_month_is_compared_with_a_day(
    build: Build, lang: Lang, asked: str, found: str
) -> None:
    """By the 25th, and it was the 27th: nobody reads of 27 days."""
    rules = build.rules(build.pack(build.norm()))
    registers = build.town(recording=build.declared("visit"))
    values = build.answer(build.tasks(rules, registers, build.request()), registers)
    (one,) = check(rules, values, on=date(2018, 7, 31), calendar=CN_CALENDAR)
    late = evolve(one, actual="27 days", limit={"op": "at_most", "value": "day_25", "unit": "day"})
    wording = Wording(packs=rules.packs, catalogue=rules.catalogue, lang=lang)
    assert (wording.asked(late), wording.found(late)) == (asked, found)


@pytest.mark.parametrize(
    ("lang", "actual", "text"),
    [
        ("en", "1199/60", "19 h 59 min"),
        ("zh", "1199/60", "19 小时 59 分钟"),
        ("en", "1200/60", "20 h"),
        ("en", "0/60", "0 h"),
        ("zh", "59/60", "59 分钟"),
    ],
)
def test_hours_are_shown_with_their_minutes(
    build: Build, lang: Lang, actual: str, text: str
) -> None:
    """Exactly, and not as a fraction of an hour."""
    rules = build.rules(build.pack(build.norm()))
    registers = build.town(recording=build.declared("visit"))
    values = build.answer(build.tasks(rules, registers, build.request()), registers)
    (one,) = check(rules, values, on=date(2018, 7, 31), calendar=CN_CALENDAR)
    limit = {"op": "at_least", "value": "20 hours", "unit": "hour"}
    wording = Wording(packs=rules.packs, catalogue=rules.catalogue, lang=lang)
    assert wording.found(evolve(one, actual=actual, limit=limit)) == text
    share = {"op": "at_least", "value": "40%", "unit": "share"}
    assert wording.found(evolve(one, actual=actual, limit=share)) == actual


@pytest.mark.parametrize(
    ("reason", "en", "zh"),
    [
        ("not_configured", "not configured", "未配置"),
        ("period_open", "the period has not ended", "周期尚未结束"),
        (None, "-", "-"),
    ],
)
def test_a_reason_in_brief(reason: str | None, en: str, zh: str) -> None:
    """Without what explains it."""
    assert [brief(reason, lang) for lang in ("en", "zh")] == [en, zh]
