"""Register facts in memory: what held when, and what the host declares that it records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve, field, frozen

from fengqiao.model.areas import lies_in
from fengqiao.model.kinds import DERIVED, LISTS
from fengqiao.model.table import Table
from fengqiao.timing import Span

NEVER = date.max.toordinal()
"""Stands for the end of a fact that has none."""
Spans = Mapping[tuple[object, ...], Sequence[tuple[int, int]]]
"""First and last day of each fact, by what it is about."""


@frozen
class Registers:
    """Register facts by kind, as a store gave them.

    Units:
        Days are ordinals, as in every table in stored form.
    """

    tables: Mapping[str, Table]
    _spans: dict[tuple[str, ...], Spans] = field(init=False, factory=dict, eq=False, repr=False)

    def table(self, kind: str) -> Table:
        """Facts of one kind; an empty table of its fields when none were read."""
        found = self.tables.get(kind)
        names = (*LISTS[kind].fields, *(("steps",) if kind in DERIVED else ()))
        return Table(dict.fromkeys(names, ())) if found is None else found

    def with_table(self, kind: str, table: Table) -> Registers:
        """These, with a register that was made of events."""
        return evolve(self, tables={**self.tables, kind: table})

    def rows_in(self, kind: str, span: Span) -> list[int]:
        """Rows of facts of a kind that hold on at least one day of a span."""
        first, last = span.first.toordinal(), span.last.toordinal()
        table = self.table(kind)
        return [
            row
            for row, (since, until) in enumerate(table.rows("since", "until"))
            if since <= last and (until is None or until >= first)
        ]

    def spans(self, kind: str, *columns: str) -> Spans:
        """Days on which something is in a register, by the values of these columns.

        Put together at the first question: a register is asked about again and again.
        """
        asked = (kind, *columns)
        if asked not in self._spans:
            found: dict[tuple[object, ...], list[tuple[int, int]]] = {}
            table = self.table(kind)
            for *key, since, until in table.rows(*columns, "since", "until"):
                end = NEVER if until is None else until
                found.setdefault(tuple(key), []).append((since, end))
            self._spans[asked] = found
        return self._spans[asked]

    def declared(self, key: str) -> Iterator[tuple[str | None, Span]]:
        """Areas (None: everywhere) and spans in which the host declares to record something."""
        table = self.table("recording")
        for name, area, since, until in table.rows("key", "area", "since", "until"):
            if name == key:
                end = date.max if until is None else date.fromordinal(until)
                yield area, Span(date.fromordinal(since), end)

    def is_recorded(self, key: str, area: str, span: Span) -> bool:
        """Whether the host declares that it records something in an area on all these days."""
        return is_covered(area, span, self.declared(key))


def is_covered(area: str, span: Span, declared: Iterable[tuple[str | None, Span]]) -> bool:
    """Whether declarations, as `Registers.declared` gives them, cover an area on all these days."""
    spans = [days for where, days in declared if where is None or lies_in(area, where)]
    return not span.gaps(spans)
