"""Ranges of groups that are counted one after the other, so that sorting needs bounded memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from itertools import pairwise

from fengqiao.model import Kind
from fengqiao.store.sqlite_schema import table
from fengqiao.timing import Span

MOST_SORTED = 4_000_000
"""Facts that are sorted at once: some 100 MiB of memory for each million."""
LOOKED_AT = 9_973
"""Of so many facts one tells where the others lie; a prime, which no rhythm of theirs fits."""

Range = tuple[str, Sequence[object]]
"""A condition as SQL, and the values that it needs."""
EVERYTHING: Range = ("1", ())


def ranges(connection: sqlite3.Connection, kind: Kind, column: str, span: Span) -> Sequence[Range]:
    """Conditions on a column that cut the facts of a span into parts of about `MOST_SORTED`.

    In the order of the column, with what is absent in the first. A value is never in two of
    them, so one value that most facts share makes one large part.
    """
    days = (kind.name, span.first.toordinal(), span.last.toordinal())
    (count,) = connection.execute(
        "SELECT coalesce(sum(last_row - first_row + 1), 0) FROM batch"
        " WHERE kind = ? AND last_day >= ? AND first_day <= ?",
        days,
    ).fetchone()
    parts = -(-count // MOST_SORTED)
    if parts <= 1:
        return [EVERYTHING]
    seen = [
        value
        for (value,) in connection.execute(
            f"SELECT {column} FROM batch b CROSS JOIN {table(kind)} f"
            " ON f.row BETWEEN b.first_row AND b.last_row AND f.row % ? = 0"
            f" WHERE b.kind = ? AND b.last_day >= ? AND b.first_day <= ? AND {column} IS NOT NULL"
            f" ORDER BY {column}",
            (LOOKED_AT, *days),
        )
    ]
    ends = list(dict.fromkeys(seen[len(seen) * part // parts] for part in range(1, parts) if seen))
    if not ends:
        return [EVERYTHING]
    between = [(f"{column} >= ? AND {column} < ?", pair) for pair in pairwise(ends)]
    first, last = f"({column} IS NULL OR {column} < ?)", f"{column} >= ?"
    return [(first, ends[:1]), *between, (last, ends[-1:])]
