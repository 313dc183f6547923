"""When a document was issued, and what kind of document it is, by the look of its lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from fengqiao.packs.coverage.numbers import find_numbers
from fengqiao.packs.starting.head import is_day
from fengqiao.rules.entries import SourceKind

_REPORT = re.compile(r"^[\s ]{0,20}(?:来源|通讯员|记者|责任编辑|[((]责任编辑)|来源[::]")
_TITLES: tuple[tuple[str, SourceKind], ...] = (("方案", "plan"), ("通知", "notice"))
_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,12}[〔\[【(（][12][0-9]{3}[〕\]】)）]第?[0-9]{1,5}号")
_TITLE_WORDS = ("通知", "意见", "方案", "办法", "措施", "决定", "规定", "细则")
_HEAD = 40
_LONGEST_TITLE = 60
_LOOKED_AT = 200
_WHOLE_DAY = re.compile("[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
_EARLIEST = 1949


def day_of(lines: Sequence[str]) -> date | None:
    """The last day that stands on a line of its own, else the first whole day of the text."""
    alone = [line for line in lines if is_day(line)]
    for line in [*reversed(alone), *lines[:_LOOKED_AT]]:
        for found in find_numbers([line]):
            if found.rule == "lexical.date" and _WHOLE_DAY.fullmatch(found.value):
                day = _day(found.value)
                if day is not None and day.year >= _EARLIEST:
                    return day
    return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def kind_of(lines: Sequence[str]) -> SourceKind:
    """A report where it names a reporter or where it comes from; else a plan or a notice."""
    if any(_REPORT.search(line[:_LOOKED_AT]) for line in lines):
        return "press_report"
    short = [line for line in lines if len(line) < _LOOKED_AT]
    for word, kind in _TITLES:
        if any(line.rstrip(" \u3000》”").endswith(word) for line in short):
            return kind
    return "notice"


def title_of(lines: Sequence[str]) -> str | None:
    """The document's own title: the first short line that ends as titles of notices do."""
    for line in lines[:_HEAD]:
        bare = line.strip(" \u3000")
        if 0 < len(bare) <= _LONGEST_TITLE and bare.endswith(_TITLE_WORDS):
            return bare
    return None


def number_of(lines: Sequence[str]) -> str | None:
    """The document's number, where a line of its head holds one and nothing else."""
    for line in lines[:_HEAD]:
        if found := _NUMBER.fullmatch(line.strip(" \u3000")):
            return found.group()
    return None
