"""The terminal: at most 80 columns, Chinese aligned, colour only where somebody looks."""

from __future__ import annotations

import json
import re
import shlex
import sys
from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

COLUMNS = 80


def make_console() -> Console:
    """A console on standard output; plain and 80 columns wide where that is no terminal."""
    is_terminal = sys.stdout.isatty()
    console = Console(
        file=sys.stdout,
        force_terminal=is_terminal,
        highlight=False,
        markup=False,
        emoji=False,
    )
    console.width = min(COLUMNS, console.width) if is_terminal else COLUMNS
    return console


def put(console: Console, *parts: RenderableType) -> None:
    """Print without colours, and without the blanks at the end of lines that tables leave."""
    for part in parts:
        for line in rendered(console, part):
            console.out(line, highlight=False)


def rendered(console: Console, part: RenderableType) -> list[str]:
    """Something as lines of text, without colours and without blanks at their ends."""
    lines = console.render_lines(part, pad=False)
    return ["".join(segment.text for segment in line).rstrip() for line in lines]


def plain_table(
    rows: Iterable[Sequence[str | Text]],
    *,
    header: Sequence[str] | None = None,
    right: Sequence[int] = (),
    indent: int = 0,
    keep: Sequence[int] = (),
) -> Table:
    """A table without lines; wide characters take two columns.

    Args:
        rows: Cells, equally many in each row.
        header: Titles of the columns.
        right: Columns, by number, that are set to the right.
        indent: Blanks before the first column.
        keep: Columns that are never broken over lines.
    """
    cells = [list(row) for row in rows]
    table = Table(
        box=None,
        show_header=header is not None,
        padding=(0, 2, 0, 0),
        pad_edge=False,
        collapse_padding=True,
    )
    width = len(header) if header else max(map(len, cells), default=0)
    for column in range(width):
        title = header[column] if header else ""
        if column == 0 and indent:
            title = " " * indent + title
        table.add_column(
            title,
            justify="right" if column in right else "left",
            no_wrap=column in keep,
            overflow="fold",
        )
    for row in cells:
        if indent:
            row[0] = Text(" " * indent).append_text(_text(row[0]))
        table.add_row(*map(_text, row))
    return table


def _text(cell: str | Text) -> Text:
    return cell if isinstance(cell, Text) else Text(cell)


def hanging(console: Console, text: str, *, indent: int = 2, more: int = 2) -> None:
    """A paragraph whose later lines stand further in than its first."""
    for number, line in enumerate(wrapped(text, console.width - indent - more)):
        blanks = " " * (indent + (more if number else 0))
        console.out(blanks + line, highlight=False)


_PIECES = re.compile(r"[!-~]+ *| +|[^ !-~][,。;:、)》”]* *")
"""What stays together: words and ids in Latin letters, a Chinese character and what closes it."""


def wrapped(text: str, width: int) -> list[str]:
    """Text in lines; between Chinese characters anywhere, but never inside an id or a word."""
    lines: list[str] = []
    for part in text.splitlines() or [""]:
        lines.append("")
        for piece in _PIECES.findall(part):
            if lines[-1] and cell_len(lines[-1] + piece.rstrip()) > width:
                lines.append("")
            lines[-1] += piece
            while len(lines[-1].rstrip()) > width:  # an id that is longer than a line
                lines[-1:] = [lines[-1][:width], lines[-1][width:]]
    return [line.rstrip() for line in lines]


def packed(items: Sequence[str], width: int) -> str:
    """Items side by side, as many on a line as fit; none is broken."""
    lines = [""]
    for item in items:
        longer = f"{lines[-1]}  {item}" if lines[-1] else item
        if lines[-1] and cell_len(longer) > width:
            lines.append(item)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def ruled(text: str) -> str:
    """A heading as wide as the screen."""
    return f"-- {text} {'-' * max(0, COLUMNS - cell_len(text) - 4)}"


def shell_lines(words: Sequence[str]) -> list[str]:
    """A command to paste into a shell, broken over lines where it is too wide, never in a word."""
    lines = [f"$ {words[0]}"]
    for word in map(shlex.quote, words[1:]):
        if cell_len(lines[-1]) + len(" \\ ") + cell_len(word) > COLUMNS:
            lines[-1] += " \\"
            lines.append(f"    {word}")
        else:
            lines[-1] += f" {word}"
    return lines


def print_json(data: object) -> None:
    """Plain data as JSON, readable and in UTF-8."""
    print(json.dumps(data, ensure_ascii=False, indent=1))
