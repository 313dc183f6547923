"""From lines of text to rows of cells, by the csv module; a broken line costs only itself."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator

from fengqiao.tables.faults import TableFaults
from fengqiao.tables.text import Line

Row = tuple[int, list[str]]
"""Number of the line on which a row begins, and its cells."""

_MOST_LINES = 200
_MOST_SIGNS = 100_000


def csv_rows(lines: Iterator[Line], faults: TableFaults) -> Iterator[Row]:
    """Rows of cells; rows without any content are left out.

    A quoted cell may go over several lines. One that doesn't end within `_MOST_LINES` is a fault
    of the line on which it begins, and reading goes on with the next line.
    """
    waiting: deque[Line] = deque()
    while True:
        first = waiting.popleft() if waiting else next(lines, None)
        if first is None:
            return
        number, text = first
        cells = _cells(text)
        if cells is None:
            cells = _joined(text, lines, waiting)
        if cells is None:
            faults.add("table.broken_line", number)
        elif any(map(str.strip, cells)):
            yield number, cells


def _cells(text: str) -> list[str] | None:
    """The cells of a text that is one whole row, else None."""
    try:
        return next(csv.reader((text,), strict=True), [])
    except csv.Error:
        return None


def _joined(text: str, lines: Iterator[Line], waiting: deque[Line]) -> list[str] | None:
    """The cells of a row that goes over several lines; what is not part of it waits."""
    taken: list[Line] = []
    size = len(text)
    while len(taken) < _MOST_LINES and size < _MOST_SIGNS:
        more = waiting.popleft() if waiting else next(lines, None)
        if more is None:
            break
        taken.append(more)
        size += len(more[1])
        if '"' in more[1]:
            cells = _row_of([text, *(line for _, line in taken)])
            if cells is not None:
                return cells
    waiting.extendleft(reversed(taken))
    return None


def _row_of(texts: list[str]) -> list[str] | None:
    """The cells of lines that are one whole row together, else None."""
    try:
        rows = list(csv.reader((_ended(text) for text in texts), strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None


def _ended(text: str) -> str:
    return text if text.endswith("\n") else f"{text}\n"
