"""Numerals, Arabic and Chinese."""

from __future__ import annotations

import pytest

from fengqiao.packs.coverage.numerals import narrow, read_numeral


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("0", (0, 1)),
        ("80", (80, 1)),
        ("1,200", (1200, 1)),
        ("3.5", (35, 10)),
        ("1.5万", (15000, 1)),
        ("4000万", (40_000_000, 1)),
        ("零", (0, 1)),
        ("两", (2, 1)),
        ("十", (10, 1)),
        ("十五", (15, 1)),
        ("二十", (20, 1)),
        ("一百零八", (108, 1)),
        ("一百二", (120, 1)),
        ("两千五", (2500, 1)),
        ("两千零五", (2005, 1)),
        ("一万五", (15000, 1)),
        ("一万零五", (10005, 1)),
        ("三十万", (300_000, 1)),
        ("一亿零二万", (100_020_000, 1)),
        ("二〇一八", (2018, 1)),
    ],
)
def test_a_numeral_is_read(text: str, pair: tuple[int, int]) -> None:
    """Arabic digits, Chinese ones, both together, and the short forms of speech."""
    assert read_numeral(text) == pair


@pytest.mark.parametrize(
    "text", ["", "三五", "百", "万", "十万百", "一百零", "五十三十", "一一", "abc", "一" * 25]
)
def test_what_is_no_numeral_is_none(text: str) -> None:
    """Digits side by side, powers alone, and powers in the wrong order."""
    assert read_numeral(text) is None


def test_full_width_digits_and_signs_become_half_width() -> None:
    """`４０％` is `40%`, and the text stays as long as it was."""
    assert narrow("每月４０．５％（试行）") == "每月40.5%(试行)"
