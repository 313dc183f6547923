"""What stands beside a number: `不少于`, `以下`, `超过`, `不满`, `左右`."""

from __future__ import annotations

import re
from typing import Literal

Bound = Literal["at_least", "at_most", "more_than", "less_than", "about"]

_REACH = 14
_AFTER = re.compile(
    r"[\s)]{0,2}(?:(?P<at_least>\(含\)以上|[及或]?以上|起步)|(?P<at_most>\(含\)以下|[及或]?以下|以内|之内|内(?![容部外设务])|为限|封顶)"
    r"|(?P<about>左右|上下))"
)
_BEFORE = re.compile(
    r"(?:(?P<at_least>不(?:得|应|能|宜)?(?:少于|低于|小于|短于|下于)|不(?:得)?(?:少|低)于|至少|最少|最低|起码|满(?=$))"
    r"|(?P<at_most>不(?:得|应|能|宜)?(?:超过|多于|高于|大于|长于|超)|至多|最多|最高|最长)"
    r"|(?P<more_than>超过|高于|多于|大于|超出|逾)"
    r"|(?P<less_than>不满|不足|未满|不到|未达|少于|低于|小于)"
    r"|(?P<about>大约|约|近|将近|接近|大概))"
    r"(?P<gap>[^,\uff0c。;\uff1b、:\uff1a0-9零〇一二两三四五六七八九十]{0,10})$"
)
_FAR = ("至少", "最少", "至多", "最多", "起码")


def bound_of(line: str, start: int, end: int, *, digits: int) -> Bound | None:
    """The bound of the number that stands in a line from `start` to `end`.

    Words after the number go first (`5次以上8次以下`); `至少` and `最多` may have a verb between
    themselves and the number, the others stand right before it.
    """
    for place in (end, digits):
        if found := _AFTER.match(line, place):
            return _name(found)
    before = line[max(start - _REACH, 0) : start].rstrip()
    best: Bound | None = None
    for found in _BEFORE.finditer(before):
        near = found["gap"].strip() in ("", "(含)")
        if near or found.group().startswith(_FAR):
            best = _name(found)
    return best


def _name(found: re.Match[str]) -> Bound | None:
    name = next((key for key, text in found.groupdict().items() if text and key != "gap"), None)
    for bound in ("at_least", "at_most", "more_than", "less_than", "about"):
        if name == bound:
            return bound
    return None
