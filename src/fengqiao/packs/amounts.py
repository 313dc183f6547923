"""Numbers, shares, rates and quantities as a notice writes them, read without rounding."""

from __future__ import annotations

import re

from fengqiao.rules.values import TIME_UNITS, Exact, Unit

MOST = 10**9
_LEAST = 2
_MOST_OF = {"day": 366, "week": 52, "month": 12}

_NUMBER = re.compile(r"[0-9]{1,10}")
_PERCENT = re.compile(r"([0-9]{1,10})(?:\.([0-9]{1,6}))? ?%")
_FRACTION = re.compile(r"([0-9]{1,10}) ?/ ?([0-9]{1,10})")
_RATE = re.compile(r"([0-9]{1,10}) per ([0-9]{1,10})")
_QUANTITY = re.compile(r"([0-9]{1,10})(?: ?/ ?([0-9]{1,10}))? ([a-z_]+)")
_UNITS: dict[str, Unit] = {
    **{unit: unit for unit in TIME_UNITS},
    **{f"{unit}s": unit for unit in TIME_UNITS},
}


def parse_share(text: str) -> Exact | None:
    """A share or rate such as `40%`, `1/3` or `3 per 1000`; None where the text is no such thing.

    It is kept as it is written and never reduced; a denominator of 0 is no share.
    """
    if found := _PERCENT.fullmatch(text):
        whole, part = found.group(1), found.group(2) or ""
        return Exact(int(whole + part), 100 * 10 ** len(part), None, text)
    found = _FRACTION.fullmatch(text) or _RATE.fullmatch(text)
    if found is None or int(found.group(2)) == 0:
        return None
    return Exact(int(found.group(1)), int(found.group(2)), None, text)


def parse_quantity(text: str) -> Exact | None:
    """A quantity of time such as `2 hours`, `1/2 day` or `7 working_days`; None otherwise."""
    found = _QUANTITY.fullmatch(text)
    if found is None or found.group(3) not in _UNITS:
        return None
    num, den = int(found.group(1)), int(found.group(2) or 1)
    return Exact(num, den, _UNITS[found.group(3)], text) if den else None


def parse_amount(raw: object) -> Exact | None:
    """A whole number, share, rate or quantity; None where the value is none of these."""
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int):
        return Exact.whole(raw) if 0 <= raw <= MOST else None
    if isinstance(raw, str):
        return parse_share(raw) or parse_quantity(raw)
    return None


def parse_signed(raw: object) -> Exact | None:
    """A whole number or share below 0, such as `-5` or `-5/100`; None otherwise."""
    if isinstance(raw, int) and not isinstance(raw, bool) and -MOST <= raw < 0:
        return Exact.whole(raw)
    found = parse_share(raw[1:].lstrip()) if isinstance(raw, str) and raw[:1] == "-" else None
    return Exact(-found.num, found.den, None, f"-{found.text}") if found else None


def is_quoted_number(raw: object) -> bool:
    """Whether this is a whole number that was put in quotes."""
    return isinstance(raw, str) and _NUMBER.fullmatch(raw.strip()) is not None


def is_window(value: Exact) -> bool:
    """Whether a quantity is a window: whole days, working days or weeks, at least one."""
    return value.unit in ("day", "working_day", "week") and value.den == 1 and value.num > 0


def is_rhythm(value: Exact) -> bool:
    """Whether a quantity says how often: two or more whole days, weeks or months, up to a year."""
    most = _MOST_OF.get(value.unit or "", 0)
    return value.den == 1 and _LEAST <= value.num <= most


def is_length(value: Exact) -> bool:
    """Whether a quantity says how long something lasts: in minutes, hours or days."""
    return value.unit in ("minute", "hour", "day")


def is_work_time(value: Exact) -> bool:
    """Whether a quantity is a time in hours or minutes, longer than none."""
    return value.unit in ("hour", "minute") and value.num > 0


def is_too_far(raw: object) -> bool:
    """Whether this is a whole number below 0 or above the largest that is read."""
    return isinstance(raw, int) and not isinstance(raw, bool) and not 0 <= raw <= MOST


def is_share(value: Exact) -> bool:
    """Whether a value was written as a share or rate, not as a plain number or quantity."""
    return value.unit is None and value.text != str(value.num)
