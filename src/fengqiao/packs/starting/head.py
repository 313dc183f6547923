"""What stands before the first number of a document: its head, its preamble, a report's opening."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fengqiao.packs.coverage.numerals import narrow
from fengqiao.packs.starting.places import Proposed

HEAD, DATED, OPENING, PREAMBLE = "文头", "题注、落款", "导语", "引言"

_DAY = re.compile(
    r"\s{0,80}(?:[12][0-9]{3}|[一二][〇零○O0一二三四五六七八九]{3})年"
    r"[0-9一二三四五六七八九十]{1,3}月[0-9一二三四五六七八九十]{1,3}日\s{0,80}"
)
_FILED = re.compile(r"[〔\[【(][12][0-9]{3}[〕\]】)][ 第]{0,2}[0-9]{1,5}号")
_TITLE = re.compile(r"(?:通知|方案|办法|意见|措施|规定|细则|决定|制度|公告|要点)[》”)\s]{0,4}$")
_MAKES = re.compile(r"制定(?:本|以下|如下)|特制定|制订本")
_PROSE = 30


def is_day(line: str) -> bool:
    """Whether a line holds a day and nothing else."""
    return len(line) < 200 and _DAY.fullmatch(narrow(line)) is not None  # noqa: PLR2004  a line


def find_head(lines: Sequence[str], before: int) -> Iterator[Proposed]:
    """The clauses before a line, in their order: a head or a report's opening, and a preamble.

    A document with a file number has `文头`; one that is dated on a line of its own has
    `题注、落款`; of any other the first prose is `导语`. A paragraph by which a plan is made is
    `引言`.

    Args:
        lines: The text.
        before: The first line of the first numbered clause.
    """
    head = lines[:before]
    prose = [number for number, line in enumerate(head) if _is_prose(line)]
    preamble = next((n for n in reversed(prose) if _MAKES.search(head[n])), None)
    title = next((n for n, line in enumerate(head) if _is_title(line)), None)
    if any(_FILED.search(narrow(line[:400])) for line in head):
        yield from _at(lines, HEAD, title)
    elif any(map(is_day, lines)):
        first = next((n for n, line in enumerate(head) if line.strip()), None)
        yield from _at(lines, DATED, first if title is None else title)
    elif prose and prose[0] != preamble:
        yield from _at(lines, OPENING, prose[0])
    if preamble is not None and (title is None or preamble > title):
        yield from _at(lines, PREAMBLE, preamble)


def _is_prose(line: str) -> bool:
    return len(line.strip()) >= _PROSE and any(sign in line for sign in "。;；:：")


def _is_title(line: str) -> bool:
    return len(line) < 200 and _TITLE.search(line) is not None  # noqa: PLR2004  a line


def _at(lines: Sequence[str], ref: str, line: int | None) -> Iterator[Proposed]:
    if line is not None:
        text = lines[line]
        yield Proposed(ref=ref, line=line, column=len(text) - len(text.lstrip()))
