"""A document without numbers, read by its headings and by the names that they list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fengqiao.packs.starting.places import Proposed

_LONGEST_HEADING, _LONGEST_REF = 24, 12
_PARAGRAPH = 40
_NEAR = 2
_LEAD, _MOST_NAMES, _MOST_NAMED = 2000, 12, 100
_NO_HEADING = re.compile(r"通讯员|记者|来源|编辑|作者|供稿|发布|[0-9]{4}-|[|>]")
_QUOTES = "“”\"'‘’「」《》【】 \t\u3000\xa0"
_NAME = re.compile(r"[㐀-鿿]{2,8}")


def by_headings(lines: Sequence[str]) -> Iterator[Proposed]:
    """Each heading with what follows it, and each paragraph that its first one names.

    A heading is a short line behind an empty one, with a paragraph near below. Where its first
    paragraph lists as many names of one length as paragraphs follow (`办小事、破小案`), each of
    these has its name; where the name stood in the text before, it is said with the heading:
    `三个结合·平安不出事`.
    """
    filled = [number for number, line in enumerate(lines) if line.strip()]
    heads = [place for place in range(len(filled)) if _is_heading(lines, filled, place)]
    seen: set[str] = set()
    named = 0
    for index, place in enumerate(heads):
        end = heads[index + 1] if index + 1 < len(heads) else len(filled)
        ref = lines[filled[place]].strip(_QUOTES).replace("#", "")[:_LONGEST_REF]
        if not ref or ref in seen:
            continue
        seen.add(ref)
        yield _at(lines, ref, filled[place])
        below = [n for n in filled[place + 1 : end] if len(lines[n].strip()) >= _PARAGRAPH]
        named += 1
        if not below or named > _MOST_NAMED:
            continue
        lead, *items = below
        names = _names(lines[lead], len(items))
        for name, number in zip(names, items, strict=False):
            if _is_about(lines[number], name):
                before = any(name in line for line in lines[: filled[place]])
                full = f"{ref}·{name}" if before else name
                if full not in seen:
                    seen.add(full)
                    yield _at(lines, full, number)


def _is_heading(lines: Sequence[str], filled: Sequence[int], place: int) -> bool:
    number = filled[place]
    text = lines[number].strip()
    if len(text) > _LONGEST_HEADING or _NO_HEADING.search(text) or text[-1] in "。,,;;、:：":
        return False
    if place == 0 or filled[place - 1] == number - 1:
        return False
    near = filled[place + 1 : place + 1 + _NEAR]
    return any(len(lines[one].strip()) >= _PARAGRAPH for one in near)


def _names(lead: str, most: int) -> list[str]:
    """The longest list of names of one length that has no more names than there are paragraphs."""
    pieces = [re.sub(r"[“”\"]", "", piece) for piece in lead[:_LEAD].split("、")]
    for count in range(min(most, _MOST_NAMES), _NEAR, -1):
        if names := _names_of(pieces, count):
            return names
    return []


def _names_of(pieces: Sequence[str], count: int) -> list[str]:
    for first in range(len(pieces) - count + 1):
        row = pieces[first : first + count]
        inner = row[1:-1]
        length = len(inner[0])
        names = [row[0][-length:], *inner, row[-1][:length]]
        alike = all(len(name) == length and _NAME.fullmatch(name) for name in names)
        if alike and len(set(names)) == count:
            return names
    return []


def _is_about(line: str, name: str) -> bool:
    """Whether a paragraph names it: in the same order or by all its characters."""
    return name in line or sum(one in line[:60] for one in name) >= len(name)


def _at(lines: Sequence[str], ref: str, line: int) -> Proposed:
    text = lines[line]
    return Proposed(ref=ref, line=line, column=len(text) - len(text.lstrip()))
