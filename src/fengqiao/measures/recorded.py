"""Rows of recorded events, found by kind, key and day without looking at all of them again."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from fengqiao.model import Table
from fengqiao.model.registry import Registers
from fengqiao.timing import Span

_Places = tuple[list[int], list[tuple[Table, int]]]
_Held = Mapping[str, Sequence[tuple[str, int, int]]]


class Recorded:
    """Rows of events and the posts of staff, each put in order at the first question.

    Args:
        rows: By kind of event; each kind in order of days, as a store gives them.
        registers: Where posts are read.
    """

    def __init__(self, rows: Mapping[str, Sequence[Table]], registers: Registers) -> None:
        self.rows = rows
        self._registers = registers
        self._by_key: dict[str, dict[str, _Places]] = {}
        self._held: _Held | None = None
        self._roles: dict[tuple[str, int], frozenset[str]] = {}

    def of(self, kind: str, key: str, span: Span) -> Iterator[tuple[Table, int]]:
        """Table and row of each event of a key on these days, in order of days."""
        if kind not in self._by_key:
            self._by_key[kind] = _placed(self.rows.get(kind, ()))
        days, places = self._by_key[kind].get(key, ([], []))
        first = bisect_left(days, span.first.toordinal())
        yield from places[first : bisect_right(days, span.last.toordinal())]

    def roles(self, staff: str, day: int) -> frozenset[str]:
        """Roles that somebody holds on a day.

        Units:
            day: ordinal
        """
        if self._held is None:
            self._held = _held(self._registers)
        asked = staff, day
        if asked not in self._roles:
            held = self._held.get(staff, ())
            self._roles[asked] = frozenset(
                role for role, since, until in held if since <= day <= until
            )
        return self._roles[asked]


def _placed(tables: Sequence[Table]) -> dict[str, _Places]:
    found: dict[str, list[tuple[int, Table, int]]] = {}
    for table in tables:
        for row, (key, day) in enumerate(table.rows("key", "day")):
            found.setdefault(key, []).append((day, table, row))
    return {
        key: ([day for day, _, _ in some], [(table, row) for _, table, row in some])
        for key, some in (
            (key, sorted(places, key=lambda one: one[0])) for key, places in found.items()
        )
    }


def _held(registers: Registers) -> _Held:
    found: dict[str, list[tuple[str, int, int]]] = {}
    for (staff, role), spans in registers.spans("assignment", "staff", "role").items():
        found.setdefault(str(staff), []).extend((str(role), *span) for span in spans)
    return found
