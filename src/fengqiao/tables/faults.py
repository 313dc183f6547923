"""The faults of one table: each with its line, and no more than a reader can mend at once."""

from __future__ import annotations

from fengqiao.errors import Fault, Place, TableError

MOST_FAULTS = 100
"""Faults that are kept; with so many the reading stops."""


class TableFaults:
    """Collects the faults of one table.

    Args:
        file: Name of the table, for the faults.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self._found: list[Fault] = []

    def __len__(self) -> int:
        """How many were kept."""
        return len(self._found)

    @property
    def is_full(self) -> bool:
        """Whether so many were found that it is of no use to look for more."""
        return len(self._found) >= MOST_FAULTS

    def add(self, code: str, line: int | None, **facts: object) -> None:
        """Keep a fault, unless there are too many."""
        if not self.is_full:
            shown = facts if line is None else {"row": line, **facts}
            self._found.append(Fault(code, shown, Place(self.file, line)))

    def all(self) -> list[Fault]:
        """Every fault that was kept, by line, and one that says so where there may be more."""
        found = sorted(self._found, key=lambda fault: (fault.place and fault.place.line) or 0)
        if self.is_full:
            found.append(Fault("table.more_faults", {"most": MOST_FAULTS}, Place(self.file)))
        return found

    def error(self) -> TableError:
        """All of them as one error."""
        return TableError.of(self.all())
