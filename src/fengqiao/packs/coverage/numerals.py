"""Numerals as Chinese documents write them: `1,000`, `二十五`, `两千零一`, `4000万`, `1.5万`."""

from __future__ import annotations

import re

Pair = tuple[int, int]
"""An exact number: numerator and denominator, never reduced below what was written."""

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
POWERS = {**SMALL, **LARGE}
TENS = {"廿": "二十", "卅": "三十"}
CHINESE = "".join((*DIGITS, *SMALL, *LARGE, *TENS))
MOST_LETTERS = 24

_ARABIC = re.compile(
    r"([0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,16})(?:\.([0-9]{1,6}))?([百千万亿]{0,2})"
)
_D = "[一二三四五六七八九两]"
_Z = "[零〇]"
_SECTION = re.compile(
    rf"(?P<z0>{_Z})?(?:(?P<k>{_D})千)?(?P<z1>{_Z})?(?:(?P<h>{_D})百)?(?P<z2>{_Z})?"
    rf"(?:(?P<t>{_D}?)十)?(?P<z3>{_Z})?(?P<o>{_D})?"
)
_WIDTHS = {ord("０") + n: str(n) for n in range(10)} | {
    ord(wide): narrow for wide, narrow in zip("％．－～＋（）／", "%.-~+()/", strict=True)
}


def narrow(text: str) -> str:
    """The text with full-width digits, signs and brackets made half-width; as long as before."""
    return text.translate(_WIDTHS)


def read_numeral(text: str) -> Pair | None:
    """The number behind a numeral, in half-width digits or Chinese ones.

    Returns:
        Numerator and denominator; None where the text is no numeral (`三五`, `十万百`).

    Examples:
        >>> read_numeral("两千零一"), read_numeral("廿五"), read_numeral("三五")
        ((2001, 1), (25, 1), None)
    """
    if not 0 < len(text) <= MOST_LETTERS:
        return None
    text = TENS.get(text[0], text[0]) + text[1:]
    if found := _ARABIC.fullmatch(text):
        return _read_arabic(found.group(1).replace(",", ""), found.group(2) or "", found.group(3))
    if set(text) <= set(DIGITS) and len(text) > 1:
        return _read_digits(text)
    return None if set(text) - set(CHINESE) else _read_chinese(text)


def _read_arabic(whole: str, part: str, powers: str) -> Pair:
    num, den = int(whole + part), 10 ** len(part)
    for power in powers:
        num *= SMALL.get(power) or LARGE[power]
    return (num // den, 1) if num % den == 0 else (num, den)


def _read_digits(text: str) -> Pair | None:
    """Digits one by one, as in years: at least three, or two with a zero; `三五` is no number."""
    plain = "两" not in text and (len(text) > 2 or text[-1] in "零〇")  # noqa: PLR2004  三五, 七八
    return (int("".join(str(DIGITS[one]) for one in text)), 1) if plain else None


def _read_chinese(text: str) -> Pair | None:
    """Sections of up to 9999, each before its 万 or 亿; powers fall from left to right."""
    total, section, ceiling = 0, "", 0
    for one in text:
        if one not in LARGE:
            section += one
            continue
        amount = _read_section(section)
        if amount is None or (ceiling and LARGE[one] >= ceiling):
            return None
        total, section, ceiling = total + amount * LARGE[one], "", LARGE[one]
    rest = _read_section(section, after=ceiling) if section else 0
    return None if rest is None else (total + rest, 1)


def _read_section(text: str, *, after: int = 0) -> int | None:
    """A section such as `两千零一`.

    A last digit alone takes the power below the one before it: `一百二`, and behind a 万 `一万五`.
    """
    if text in ("零", "〇"):
        return None if after else 0
    found = _SECTION.fullmatch(text)
    if found is None or not text or text[-1] in "零〇":
        return None
    thousands, hundreds, tens, ones = found["k"], found["h"], found["t"], found["o"]
    zero = any(found[name] for name in ("z0", "z1", "z2", "z3"))
    power = 1
    if ones and not zero and tens is None:
        power = 10 if hundreds else 100 if thousands else max(after // 10, 1)
    parts = ((thousands, 1000), (hundreds, 100), (ones, power))
    total = sum(DIGITS[digit] * size for digit, size in parts if digit)
    return total + (0 if tens is None else 10 * DIGITS.get(tens, 1))
