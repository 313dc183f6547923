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


def test_rests_and_posting_are_named() -> None:
    """Which rests move a last day, and that posting counts, is said in words."""
    rule = CountingRule(id="r", rolls_on=["exchanged_rest", "statutory"], posting_counts=True)
    assert counting_says(rule, "zh")[-2:] == (
        "最后一日遇法定节日、调休放假:休息结束的次日",
        "期满前交邮的不算过期",
    )
