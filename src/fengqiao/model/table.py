"""Columns that travel between files, stores, measures and findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

Columns = Mapping[str, Sequence[Any]]
"""Names to equally long sequences."""


@frozen
class Table:
    """Named columns of one length, in stored form.

    Units:
        instants: UTC epoch seconds; days: `date.toordinal()`; flags: 0 or 1; several codes:
        sorted, joined by commas; absent: None.
    """

    columns: Mapping[str, Sequence[Any]]

    def __len__(self) -> int:
        """Number of rows."""
        return len(next(iter(self.columns.values()), ()))

    def __getitem__(self, name: str) -> Sequence[Any]:
        """One column."""
        return self.columns[name]

    def rows(self, *names: str) -> Iterator[tuple[Any, ...]]:
        """Rows of the named columns as tuples."""
        return zip(*(self.columns[name] for name in names), strict=True)
