"""How large a pack may be: what its reader looks at before it reads, and before it compares.

A pack may come from anywhere, and reading one must end soon whatever stands in it. Each bound is
several times what the longest known notice needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from fengqiao.errors import Fault, Place
from fengqiao.packs.spot import Spot

MOST_FILES = 100
MOST_PACK_BYTES = 2 * 1024 * 1024
MOST_ENTRIES = 2000
MOST_CASES = 5000
MOST_CASE_ROWS = 500

_NO_ENTRIES = frozenset(("pack", "source", "clause", "case"))


def file_faults(folder: Path, paths: Sequence[Path]) -> Iterator[Fault]:
    """What forbids reading the files of a pack at all.

    Args:
        folder: Of the pack, resolved.
        paths: Of its files.

    Yields:
        Files that lie elsewhere or are no files, too many of them, or too much in them.
    """
    size = 0
    for path in paths:
        place = Place("/".join((folder.name, *path.relative_to(folder).parts)))
        try:
            real = path.resolve(strict=True)
            is_file, length = real.is_file(), real.stat().st_size
        except OSError:
            is_file, length, real = False, 0, path
        if not real.is_relative_to(folder):
            yield Fault("pack.outside", {}, place)
        elif not is_file:
            yield Fault("toml.unreadable", {}, place)
        size += length
    if len(paths) > MOST_FILES:
        yield Fault("pack.too_many_files", {"most": MOST_FILES}, Place(folder.name))
    if size > MOST_PACK_BYTES:
        yield Fault("pack.too_large", {"most_kib": MOST_PACK_BYTES // 1024}, Place(folder.name))


def row_faults(rows: Mapping[str, Sequence[tuple[Any, Spot]]], folder: str) -> Iterator[Fault]:
    """What forbids comparing the rows of a pack with each other.

    Args:
        rows: By table.
        folder: Name of the pack's folder.

    Yields:
        Too many entries (a row counts once for each key, phase and item), or cases, or
        rows of a case.
    """
    items = {row.key: len(row.items or ()) for row, _ in rows["label"]}
    entries = sum(
        _times(row) * max(1, items.get(getattr(row, "for_each", None), 1))
        for name in rows
        if name not in _NO_ENTRIES
        for row, _ in rows[name]
    )
    for code, count, most in (
        ("pack.too_many_entries", entries, MOST_ENTRIES),
        ("pack.too_many_cases", len(rows["case"]), MOST_CASES),
    ):
        if count > most:
            yield Fault(code, {"count": count, "most": most}, Place(folder))
    for row, spot in rows["case"]:
        for name in ("rows", "events"):
            if len(getattr(row, name) or ()) > MOST_CASE_ROWS:
                place = Place(spot.file, spot.at(name).origin.line)
                yield Fault("pack.long_case", {"field": name, "most": MOST_CASE_ROWS}, place)


def _times(row: Any) -> int:  # noqa: ANN401  rows of any kind
    """How many dated limits a row stands for."""
    return _count(getattr(row, "key", None)) * _count(getattr(row, "phase", None))


def _count(value: object) -> int:
    return max(1, len(list(value))) if isinstance(value, Iterable) and value else 1
