"""Which rows of a table are meant, where it holds other kinds of rows too, or a total below."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from attrs import frozen

from fengqiao.tables.cells import unwrapped
from fengqiao.tables.words import plain

Chosen = Mapping[str, Collection[str]]
"""Header -> what stands in the column in the rows that are meant."""


@frozen
class Choice:
    """What one column says of a row: whether it is read.

    Attributes:
        place: Number of the column, from 0.
        words: What is looked for, as `plain` compares it.
        keeps: Whether a row with one of these is read; otherwise it is left out.
    """

    place: int
    words: frozenset[str]
    keeps: bool

    def takes(self, cell: object) -> bool:
        """Whether a row with this cell is read, as far as this column goes."""
        text = unwrapped(str(cell))
        return (isinstance(text, str) and plain(text) in self.words) == self.keeps


def choices(only: Chosen, skip: Chosen, keys: Sequence[str]) -> tuple[Choice, ...]:
    """What columns of these names say of each row.

    Args:
        only: A row is read where each of these columns holds one of its words.
        skip: A row is left out where one of these columns holds one of its words.
        keys: The header's cells, as `plain` gives them.
    """
    return tuple(
        Choice(keys.index(plain(header)), frozenset(map(plain, words)), keeps)
        for chosen, keeps in ((only, True), (skip, False))
        for header, words in chosen.items()
        if plain(header) in keys
    )


def is_meant(given: Sequence[Choice], row: Sequence[object]) -> bool:
    """Whether a row is read; a short one is, so that it is told.

    Args:
        given: What the columns say.
        row: Its cells.
    """
    return all(one.place >= len(row) or one.takes(row[one.place]) for one in given)
