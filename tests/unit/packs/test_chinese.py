"""A Chinese value in a pack: what to write instead is offered."""

from __future__ import annotations

import pytest

from fengqiao.packs.chinese import meant_amount, meant_choice, words_by_chinese
from fengqiao.rules import core_catalogue


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("90分钟", '"90 minutes"'),
        ("2个小时", '"2 hours"'),
        ("两小时", '"2 hours"'),
        ("半天", '"1/2 day"'),
        ("十五日", '"15 days"'),
        ("三十五个工作日", '"35 working_days"'),
        ("一周", '"1 week"'),
        ("百分之40", '"40%"'),
    ],
)
def test_amounts_are_recognised(written: str, meant: str) -> None:
    """A quantity or share in Chinese becomes the pack's own way to write it."""
    assert meant_amount(written) == (meant,)


@pytest.mark.parametrize("written", ["若干天", "二三天", "十十天", "天", "2 hours", 80, None])
def test_what_is_no_amount_is_not_guessed(written: object) -> None:
    """Nothing is offered where the number or the unit can't be told."""
    assert meant_amount(written) == ()


@pytest.mark.parametrize(
    ("written", "meant"), [("每月", ("month",)), ("季度", ("quarter",)), ("常态", ()), (7, ())]
)
def test_periods_are_recognised(written: object, meant: tuple[str, ...]) -> None:
    """A period in Chinese becomes the word of the format."""
    assert meant_choice(written) == meant


@pytest.mark.parametrize(
    ("label", "name"), [("社区民警", "community_officer"), ("走访户数", "visits.households")]
)
def test_labels_lead_to_names(label: str, name: str) -> None:
    """A Chinese label of the catalogue leads to the word or key that it stands for."""
    assert name in words_by_chinese(core_catalogue())[label]
