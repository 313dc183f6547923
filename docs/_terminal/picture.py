"""A terminal as a drawing: lines of text on a grid on which a Chinese character is two columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby
from unicodedata import east_asian_width

COLUMNS = 84
_WIDTH, _HEIGHT, _LEFT, _TOP = 8.4, 21, 18, 44
_PROMPT = "$ "
_PIECE = re.compile(r"\s+|[\x21-\x7e]+|.")
_PARTS = re.compile(r"(\[[a-z]+\.[a-z_]+\]|`[^`]*`|(?<!\S)[\w./-]+:\d+(?::\d+)?:)")
_FONTS = "'DejaVu Sans Mono','Noto Sans Mono CJK SC','WenQuanYi Micro Hei Mono',monospace"


def width_of(text: str) -> int:
    """How many columns a text takes."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def wrapped(line: str) -> Iterator[str]:
    """A line as a terminal of this width shows it, broken between words and Chinese characters."""
    shown, room = "", COLUMNS
    for piece in _PIECE.findall(line):
        rest = piece
        if shown and width_of(rest) > room:
            yield shown.rstrip()
            shown, room = "", COLUMNS
            rest = rest.lstrip()
        while width_of(rest) > room:
            yield rest[:room]
            rest = rest[room:]
        shown += rest
        room = COLUMNS - width_of(shown)
    yield shown.rstrip()


def draw(text: str) -> str:
    """The drawing, with its text in it: it can be selected, searched and read aloud."""
    lines = [shown for line in text.splitlines() for shown in _classed(line)]
    height = _TOP + _HEIGHT * len(lines) + 8
    across = 2 * _LEFT + _WIDTH * COLUMNS
    rows = "".join(
        f'<text y="{_TOP + _HEIGHT * row}" class="{kind}">{"".join(_runs(shown))}</text>'
        for row, (kind, shown) in enumerate(lines)
    )
    dots = "".join(f'<circle cx="{_LEFT + 18 * n}" cy="16" r="5.5"/>' for n in range(3))
    return (
        f'<figure class="terminal"><svg viewBox="0 0 {across:g} {height}" role="img"'
        f' font-family="{_FONTS}" font-size="14" xmlns="http://www.w3.org/2000/svg">'
        f'<rect width="100%" height="100%" rx="8"/>{dots}{rows}</svg></figure>'
    )


def _classed(line: str) -> Iterator[tuple[str, str]]:
    kind = "typed" if line.startswith(_PROMPT) else "printed"
    return ((kind, shown) for shown in wrapped(line))


def _runs(line: str) -> Iterator[str]:
    """Pieces of a line at their columns: names and wide characters apart from the rest."""
    column = 0
    for part in filter(None, _PARTS.split(line)):
        name = "name" if _PARTS.fullmatch(part) else ""
        for width, signs in groupby(part, width_of):
            kind = " ".join(filter(None, (name, "wide" if width > 1 else "")))
            run = "".join(signs)
            if run.strip():
                yield (
                    f'<tspan x="{_LEFT + _WIDTH * column:.1f}" class="{kind}"'
                    f' textLength="{_WIDTH * width_of(run):.1f}">{escape(run)}</tspan>'
                )
            column += width_of(run)
