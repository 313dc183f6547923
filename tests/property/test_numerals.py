"""Reading a numeral undoes writing it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fengqiao.packs.coverage.numbers import find_numbers
from fengqiao.packs.coverage.numerals import read_numeral

MOST = 99_999_999
DIGITS = "零一二三四五六七八九"
POWERS = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))


def write_section(number: int) -> str:
    """A number below 10,000 in Chinese."""
    text, gap = "", False
    for power, sign in POWERS:
        digit = number // power % 10
        if digit:
            text += ("零" if gap and text else "") + DIGITS[digit] + sign
        gap = not digit
    return text


def write_numeral(number: int) -> str:
    """A number up to 99,999,999 in Chinese: the plain way, without short forms."""
    if not number:
        return DIGITS[0]
    high, low = divmod(number, 10_000)
    text = f"{write_section(high)}万" if high else ""
    text += ("零" if high and 0 < low < 1000 else "") + write_section(low)
    return text.removeprefix("一") if text.startswith("一十") else text


@given(st.integers(0, MOST))
def test_reading_a_chinese_numeral_undoes_writing_it(number: int) -> None:
    """Every number from 0 to 99,999,999."""
    assert read_numeral(write_numeral(number)) == (number, 1)


@given(st.integers(0, MOST))
def test_reading_an_arabic_numeral_undoes_writing_it(number: int) -> None:
    """With and without separators of thousands."""
    assert read_numeral(str(number)) == read_numeral(f"{number:,}") == (number, 1)


@given(st.integers(1, MOST), st.sampled_from(["户", "名", "人次", "家"]))
def test_a_number_is_found_in_a_sentence_however_it_is_written(number: int, unit: str) -> None:
    """The same value and unit, in Chinese and in Arabic digits of either width."""
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in str(number))
    for text in (write_numeral(number), str(number), wide):
        (found,) = find_numbers([f"应完成不少于{text}{unit}。"])
        assert (found.value, found.unit, found.bound) == (str(number), unit, "at_least")


@given(
    st.text(
        alphabet="一二两十百千万零0123456789,.%至到-每半个月年日天户次成分之第是、。“”() ",
        max_size=60,
    )
)
def test_every_place_lies_in_the_line(text: str) -> None:
    """Whatever stands in a line, each number found is a piece of it, and none covers another."""
    end = 0
    for found in find_numbers([text]):
        assert found.column > end
        end = found.column - 1 + len(found.text)
        assert end <= len(text)
