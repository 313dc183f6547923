"""Numerals as Chinese documents write them: `1,000`, `４０`, `二十五`, `两千零一`, `4000万`, `1.5万`."""

from __future__ import annotations

import re

Pair = tuple[int, int]
"""An exact number: numerator and denominator, never reduced below what was written."""

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "亿": 10**8}
POWERS = {**SMALL, **LARGE}
CHINESE = "".join((*DIGITS, *SMALL, *LARGE))
MOST_LETTERS = 24

_ARABIC = re.compile(
    r"([0-9]{1,3}(?:,[0-9]{3}){1,4}|[0-9]{1,16})(?:\.([0-9]{1,6}))?([百千万亿]{0,2})"
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
        >>> read_numeral("两千零一"), read_numeral("1.5万"), read_numeral("三五")
        ((2001, 1), (15000, 1), None)
    """
    if not 0 < len(text) <= MOST_LETTERS:
        return None
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
    total, section, ceiling = 0, "", 10**16
    for one in text:
        if one not in LARGE:
            section += one
            continue
        amount = _read_section(section, first=not total)
        if amount is None or LARGE[one] >= ceiling:
            return None
        total, section, ceiling = total + amount * LARGE[one], "", LARGE[one]
    if not section:
        return total, 1
    amount = _read_section(section, first=not total, after=ceiling)
    return None if amount is None else (total + amount, 1)


def _read_section(text: str, *, first: bool, after: int = 10**16) -> int | None:
    """A section such as `两千零一`; a last digit without its power takes the next one (`两千五`)."""
    total, digit, ceiling, gap = 0, None, 10000, not first and text[:1] in "零〇"
    body = text[1:] if gap else text
    if not body:
        return None
    for place, one in enumerate(body):
        if one in SMALL:
            power = SMALL[one]
            if power >= ceiling or digit == 0:
                return None
            if digit is None and (one != "十" or place and not gap):
                return None
            total, digit, ceiling, gap = total + (digit or 1) * power, None, power, False
        elif digit is None or digit == 0:
            gap, digit = gap or digit == 0 or one in "零〇", DIGITS[one]
        else:
            return None
    if digit is None:
        return total
    if digit == 0 and (total or len(body) > 1):
        return None
    implied = ceiling // 10 if total else after // 10 if after < 10**16 and len(body) == 1 else 1
    return total + digit * (1 if gap or ceiling == 10 else implied)  # noqa: PLR2004  after 十
