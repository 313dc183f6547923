"""What rules of counting say, in words."""

from __future__ import annotations

from itertools import product

import pytest

from fengqiao.rules.counting_texts import counting_says
from fengqiao.timing import CountingRule
from fengqiao.timing.counting import OPEN_TERMS


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("name", "word"), [(n, w) for n, ws in OPEN_TERMS.items() for w in ws])
def test_every_word_of_a_term_has_a_sentence(name: str, word: str, lang: str) -> None:
    """A term that is settled adds a sentence, in either language."""
    rule = CountingRule(id="r")
    assert len(counting_says(rule.filled({name: word}), lang)) == len(counting_says(rule, lang)) + 1


@pytest.mark.parametrize(
    ("day", "hour", "cutoff", "run"),
    list(
        product(
            ("out", "in"),
            ("moment", "next_hour"),
            ("end_of_day", "close_of_business"),
            ("always", "open_hours"),
        )
    ),
)
def test_each_rule_reads_differently(day: str, hour: str, cutoff: str, run: str) -> None:
    """What a rule settles can be told from its sentences alone."""
    other = CountingRule(id="r", rolls_on=["statutory"])
    rule = CountingRule(id="r", first_day=day, first_hour=hour, cutoff=cutoff, hours_run=run)
    assert counting_says(rule, "en") != counting_says(other, "en")
    assert all(counting_says(rule, "zh"))


RESTS_ROLL = (
    "a last day in a rest with statutory days, days off by exchange, weekend days: the day after it"
)
WHOLE = CountingRule(
    id="r",
    first_day="in",
    first_hour="next_hour",
    rolls_on=["weekend", "statutory", "exchanged_rest"],
    weekends="stay",
    cutoff="close_of_business",
    hours_run="open_hours",
    excluded_days="after_first",
    extended_from="end",
    posting_counts=True,
)


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        (
            "zh",
            [
                "开始的当日算第一日",
                "小时从下一整点算",
                "普通周末不顺延",
                "最后一日到 24 时,有营业时间的到停业时",
                "小时只在办公时间内计算",
                "不计入的时段,首日照算",
                "延长从届满之日起算",
                "最后一日遇法定节日、调休放假、周末:休息结束的次日",
                "期满前交邮的不算过期",
            ],
        ),
        (
            "en",
            [
                "the day of the beginning is the first",
                "hours run from the next full hour",
                "a plain weekend moves no last day",
                "the last day ends at 24:00, or where there are business hours when they close",
                "hours run in opening hours only",
                "the first day of an excluded span counts",
                "an extension runs from the end of the period",
                RESTS_ROLL,
                "what is posted before the end is in time",
            ],
        ),
    ],
)
def test_a_rule_reads_from_its_first_day_to_its_end(lang: str, says: list[str]) -> None:
    """Every sentence of a rule that settles everything, in order."""
    assert list(counting_says(WHOLE, lang)) == says


def test_a_rule_that_settles_little_says_little() -> None:
    """Nothing on rests, on posting and on what is open."""
    assert counting_says(CountingRule(id="r"), "en") == (
        "the day of the beginning is left out",
        "hours run from the moment",
        "the last day ends at 24:00",
        "hours run round the clock",
    )
