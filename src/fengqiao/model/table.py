"""Columns that travel between files, stores, measures and findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

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


@frozen(eq=False)
class Prepared(Mapping[str, Sequence[Any]]):
    """Columns that were checked; `prepare` takes their table as it is instead of checking twice.

    Attributes:
        kind: Name of the kind of fact they were checked as.
        zone: Zone in which their days were computed.
        given: The columns as they came.
        table: What they became.
    """

    kind: str
    zone: ZoneInfo
    given: Columns
    table: Table

    def __getitem__(self, name: str) -> Sequence[Any]:
        """One column as it came."""
        return self.given[name]

    def __iter__(self) -> Iterator[str]:
        """Names of the columns."""
        return iter(self.given)

    def __len__(self) -> int:
        """How many columns there are."""
        return len(self.given)


def cut(columns: Columns, some: slice) -> Columns:
    """Some rows of columns; those of pandas by position, whatever their labels."""
    return {name: getattr(column, "iloc", column)[some] for name, column in columns.items()}
