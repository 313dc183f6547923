"""From the numbering of a document to the clauses that it seems to have.

Signs are nested in the order in which the document uses them: a sign of a row that is open
continues it and closes what was opened since; one of another row begins a row inside. References
have one form whatever the width of signs: `一(三)`, `二.3`, `三(二)4`, `四(一)第一项`, `二(三是)`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import field, frozen, mutable

from fengqiao.errors import NoticeError
from fengqiao.packs.coverage.numbers import find_numbers, find_obligations
from fengqiao.packs.starting.head import find_head
from fengqiao.packs.starting.headings import by_headings
from fengqiao.packs.starting.markers import Kind, Marker, find_markers
from fengqiao.packs.starting.places import Proposed, with_starts

WHOLE = "全文"
MOST_CLAUSES = 2000
_FEWEST = 2
_GAP = 3
_OVER = ("part", "article")
"""Articles run on from chapter to chapter, so that no chapter is part of their reference."""
_AIMS = ("坚持", "按照", "根据", "围绕", "遵循")
_SENTENCE_END = re.compile("[。；;]")
_ITEM_SIGNS = "第其是要则"
_BLANK = " \t\u3000\xa0:：;；。,，*"


@mutable
class _Open:
    """A row of signs that is open, and its part that is being read.

    Attributes:
        count_word: How its items inside running text are called: `议` for `第一议`; empty else.
    """

    kind: Kind
    number: int
    ref: str
    count_word: str = ""


@frozen
class _Part:
    marker: Marker
    ref: str
    depth: int


@mutable
class _Reading:
    open: list[_Open] = field(factory=list)
    parts: list[_Part] = field(factory=list)
    last: dict[Kind, int] = field(factory=dict)
    seen: dict[str, int] = field(factory=dict)


def propose_clauses(lines: Sequence[str]) -> tuple[Proposed, ...]:
    """The clauses of a document, in their order.

    Args:
        lines: The text, without the ends of its lines.

    Returns:
        What stands before the first number gets its own reference (`题注、落款`, `文头`, `引言` or
        `导语`); a document without numbering is read by its headings; one without either is one
        clause, `全文`. A part that has parts is proposed only where it says something itself.

    Raises:
        NoticeError: There are more than 2,000.
    """
    parts = _read(lines)
    numbered = len(parts) >= _FEWEST
    proposed = [*(_telling(lines, parts) if numbered else by_headings(lines))]
    if proposed:
        proposed = [*find_head(lines, min(one.line for one in proposed)), *proposed]
    if len(proposed) > MOST_CLAUSES:
        raise NoticeError("notice.too_many_clauses", most=MOST_CLAUSES)
    found = tuple(with_starts(lines, proposed))
    if not found:
        first = next((number for number, line in enumerate(lines) if line.strip()), None)
        found = tuple(with_starts(lines, [] if first is None else [_at(lines, WHOLE, first)]))
    return found


def _at(lines: Sequence[str], ref: str, line: int) -> Proposed:
    text = lines[line]
    return Proposed(ref=ref, line=line, column=len(text) - len(text.lstrip()))


def _read(lines: Sequence[str]) -> list[_Part]:
    reading = _Reading()
    for number, line in enumerate(lines):
        markers = _own(line, list(find_markers(line, number)))
        seconds = {one.kind: place for place, one in enumerate(markers) if one.number == _FEWEST}
        for place, marker in enumerate(markers):
            if _continues(marker, reading, has_second=seconds.get(marker.kind, -1) > place):
                _open(marker, reading, line)
                if len(reading.parts) > MOST_CLAUSES:
                    raise NoticeError("notice.too_many_clauses", most=MOST_CLAUSES)
    return reading.parts


def _own(line: str, markers: Sequence[Marker]) -> list[Marker]:
    """The signs of a line, without `①…；②…。` that its paragraph goes on behind.

    What stands behind the list belongs to the paragraph, so that its items are parts of it.
    """
    circled = [one for one in markers if one.kind == "circled" and not one.is_first]
    if circled:
        _, _, behind = line[circled[-1].end :].partition("。")
        if behind.strip(_BLANK):
            return [one for one in markers if one not in circled]
    return list(markers)


def _continues(marker: Marker, reading: _Reading, *, has_second: bool) -> bool:
    """Whether a sign is the next of its row, or begins one."""
    here = next((one for one in reading.open if one.kind == marker.kind), None)
    if marker.number == 1:
        return has_second or (marker.is_first and marker.kind != "item")
    last = here.number if here else reading.last.get(marker.kind, 0)
    if marker.kind == "item" or not marker.is_first:
        return here is not None and marker.number == last + 1
    if marker.kind == "dotted":
        return f"{marker.text.rpartition('.')[0]}.{marker.number - 1}" in reading.seen
    return last > 0 and last <= marker.number <= last + _GAP


def _open(marker: Marker, reading: _Reading, line: str) -> None:
    opened = reading.open
    kinds = [one.kind for one in opened]
    if marker.kind in ("part", "article", "dotted"):
        keep = 0
    elif marker.kind in kinds:
        keep = kinds.index(marker.kind)
    else:
        keep = len(opened)
        while keep and opened[keep - 1].kind == "item":
            keep -= 1
    del opened[keep:]
    ref = _ref(marker, opened)
    reading.seen[ref] = again = reading.seen.get(ref, 0) + 1
    if again > 1:
        ref = f"{ref}·{again}"
    word = _count_word(line, marker) if marker.is_first and marker.kind != "item" else ""
    opened.append(_Open(marker.kind, marker.number, ref, word))
    reading.last[marker.kind] = marker.number
    reading.parts.append(_Part(marker, ref, len(opened)))


def _ref(marker: Marker, opened: Sequence[_Open]) -> str:
    above = opened[-1] if opened else None
    parent, text = above.ref if above else "", marker.text
    match marker.kind:
        case "part" | "article" | "dotted":
            return text
        case "bracket" | "digit_bracket":
            text = f"({text})"
        case "digit" | "half_bracket" if above:
            text = text if parent.endswith(")") else f".{text}"
        case "item":
            text = _item(text, above, depth=len(opened))
        case _:
            pass
    return f"{parent}{text}"


def _item(text: str, above: _Open | None, *, depth: int) -> str:
    number = text.strip(_ITEM_SIGNS)
    if above is None or (depth == 1 and above.kind != "article"):
        return f"(第{number}{above.count_word})" if above and above.count_word else f"({text})"
    return f"第{number}项"


_COUNTED = re.compile("[二三四五六七八九十]([^\\W\\d_一二三四五六七八九十个项条种类大小])")


def _count_word(line: str, marker: Marker) -> str:
    """The words that a heading counts by (`五议一创`: 议), where its items begin with them."""
    heading = _SENTENCE_END.split(line[marker.end :], maxsplit=1)[0]
    words = _COUNTED.findall(heading)
    items = [one for one in find_markers(line, 0) if one.kind == "item"]
    firsts = [line[one.end : one.end + 1] for one in items]
    counted = [word for word in words if firsts.count(word) >= _FEWEST]
    return counted[0] if counted else ""


def _telling(lines: Sequence[str], parts: Sequence[_Part]) -> Iterator[Proposed]:
    """Parts without parts, and those that say something themselves."""
    for place, part in enumerate(parts):
        after = parts[place + 1] if place + 1 < len(parts) else None
        holds = after is not None and (
            after.depth > part.depth or (part.marker.kind, after.marker.kind) == _OVER
        )
        if after is None or not holds or _says(lines, part, after):
            marker = part.marker
            yield Proposed(ref=part.ref, line=marker.line, column=marker.start)


def _says(lines: Sequence[str], part: _Part, child: _Part) -> bool:
    """Whether a part holds more than a heading before its first part.

    Its own text counts, or a number or duty in its heading. An aim (`坚持…`) before parts that run
    on in the same paragraph does not.
    """
    own = _between(lines, part.marker, child.marker)
    if any(one.rule is None for one in find_numbers(own)) or find_obligations(own):
        return True
    first, *rest = own
    pieces = _SENTENCE_END.split(first, maxsplit=1)
    text = "".join([*pieces[1:], *rest]).strip(_BLANK)
    is_aim = child.marker.kind == "item" and text.startswith(_AIMS)
    return bool(text) and not is_aim


def _between(lines: Sequence[str], one: Marker, other: Marker) -> list[str]:
    if one.line == other.line:
        return [lines[one.line][one.end : other.start]]
    middle = lines[one.line + 1 : other.line]
    return [lines[one.line][one.end :], *middle, lines[other.line][: other.start]]
