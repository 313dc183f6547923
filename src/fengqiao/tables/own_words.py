"""A host's own words for ids and codes: a table of two columns, the word and what it means."""

from __future__ import annotations

import csv
from collections.abc import Mapping

from fengqiao.errors import Fault, Place, TableError
from fengqiao.tables.cells import unwrapped
from fengqiao.tables.words import plain

_CELLS = 2


def read_own_words(content: bytes, file: str) -> Mapping[str, str]:
    """What each of a host's own words means.

    Args:
        content: Lines of CSV, UTF-8 or else GB18030: the word, and the id or code of the field.
        file: Its name, for faults.

    Raises:
        TableError: A line has not two cells, or a word is there twice.
    """
    found: dict[str, str] = {}
    faults = []
    for line, row in enumerate(csv.reader(_decoded(content, file).splitlines()), start=1):
        cells = [unwrapped(cell) for cell in row if cell.strip()]
        texts = [cell for cell in cells if isinstance(cell, str)]
        if not cells:
            continue
        if len(texts) != _CELLS or found.get(plain(texts[0]), texts[1]) != texts[1]:
            faults.append(Fault("table.own_words", {"row": line}, Place(file, line)))
            continue
        found[plain(texts[0])] = texts[1]
    if not found and not faults:
        faults.append(Fault("table.own_words", {"row": 1}, Place(file)))
    if faults:
        raise TableError.of(faults)
    return found


def _decoded(content: bytes, file: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            pass
    raise TableError("table.own_words", place=Place(file), row=1)
