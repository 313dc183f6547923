from __future__ import annotations

import pytest

from fengqiao.rules.catalogue import Vocabulary
from fengqiao.rules.entries import Words as Names
from fengqiao.tables.words import Words, lookup


@pytest.fixture
def words() -> Words:
    """Two words with the same Chinese label, one whose label has a separator, one without any."""
    names = {
        "shop_a": Names(zh="商店", en="shop A"),
        "shop_b": Names(zh="商店", en="shop B"),
        "both": Names(zh="消防、治安", en="both"),
        "bare": Names(),
    }
    return Words(Vocabulary(name="town", names=Names(), words=names))


def test_label_of_two_words_means_neither(words: Words) -> None:
    """Which is meant is not guessed."""
    assert words.one("商店") is None


def test_word_goes_before_labels(words: Words) -> None:
    """The word itself is always understood."""
    assert [words.one("shop_a"), words.one("bare")] == ["shop_a", "bare"]


def test_label_with_a_separator_is_one_word(words: Words) -> None:
    """The whole cell is looked up before it is cut."""
    assert words.several("消防、治安") == ("both",)


def test_full_width_letters_are_letters() -> None:
    """Input methods write both."""
    assert lookup([("\uff33hop A", "a")]) == {"shopa": "a"}
