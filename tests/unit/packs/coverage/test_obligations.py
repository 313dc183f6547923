"""Duties without a number; sentences made up for these tests."""

from __future__ import annotations

import pytest

from fengqiao.packs.coverage.duty_words import DUTY_WORDS
from fengqiao.packs.coverage.numbers import find_obligations


@pytest.mark.parametrize("word", DUTY_WORDS)
def test_each_word_that_obliges_is_found(word: str) -> None:
    """In a sentence without a number."""
    (found,) = find_obligations([f"村务室{word}公开台账。"])
    assert (found.text, found.line, found.column) == (word, 1, 4)


@pytest.mark.parametrize(
    "text", ["重要事项", "及时回应", "主要内容", "应用系统", "有求必应", "需要帮助", "只要到场"]
)
def test_a_word_that_only_holds_the_sign_is_no_duty(text: str) -> None:
    """`要` in `重要` obliges nobody."""
    assert find_obligations([text]) == ()


def test_a_sentence_with_a_quantity_is_no_duty_without_a_number() -> None:
    """Its number is shown already; the next sentence stands for itself."""
    (found,) = find_obligations(["应巡查80户。应公开结果。"])
    assert found.column == 8


def test_a_numeral_that_is_no_quantity_does_not_count() -> None:
    """`统一` is no number."""
    assert len(find_obligations(["应统一着装。"])) == 1


def test_each_piece_of_a_sentence_counts_once() -> None:
    """Two duties between commas are two; two words for one duty are one."""
    assert len(find_obligations(["应当要登记,不得拖延。"])) == 2
