"""What stays of facts that were purged: counts that were asked for, and the day before which.

A store purges facts of one kind of event, whole months of them, and keeps the answers that it is
told to keep. From then on a question about those days has a kept answer or none: never a count of
what happens to be left.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve, frozen

from fengqiao.errors import StoreConflict, StoreError
from fengqiao.measures.tallies import Tally
from fengqiao.model import CASE_EVENT, KINDS, Kind, Table
from fengqiao.store.arguments import require_list, require_type
from fengqiao.store.asking import require_tally
from fengqiao.store.batches import kind_named
from fengqiao.store.erasing import TOKEN_PREFIX, Erasures, fresh_token
from fengqiao.timing import Span

Cells = list[list[Any]]
"""Columns of an answer for one span: those of `by`, then the values."""
Key = tuple[bytes, int, int]
"""The digest of a question, and the first and last day of a span."""


@frozen
class Kept:
    """A kept answer of one span.

    Attributes:
        tally: The question, without its spans, as a text.
        first, last: The span. Units: ordinals.
        columns: The answer.
    """

    tally: str
    first: int
    last: int
    columns: Cells

    @classmethod
    def of(cls, tally: Tally, span: Span, answer: Table) -> Kept:
        """The answer to a tally over one span, to be kept."""
        columns = [list(answer[name]) for name in (*tally.by, "value")]
        return cls(definition(tally), span.first.toordinal(), span.last.toordinal(), columns)

    @property
    def key(self) -> Key:
        """What it is found by."""
        return digest(self.tally), self.first, self.last


def require_purge(kind: str, before: date) -> Kind:
    """The kind whose facts before a day may be purged.

    Raises:
        RecordError: There is no such kind.
        StoreError: It is no kind that can be purged, or the day is not the first of a month.
    """
    found = kind_named(kind)
    if found.nature != "event" or found is CASE_EVENT:
        raise StoreError("store.purge_kind", kind=found.name)
    if type(before) is not date:
        require_type("before", None, date)
    if before.day != 1:
        raise StoreError("store.purge_day")
    return found


def require_keep(kind: Kind, keep: Sequence[Tally]) -> list[Tally]:
    """Tallies of a kind whose answers may be kept.

    Raises:
        StoreError: One asks for what no store answers, is of another kind, or would list facts.
    """
    require_list("keep", keep)
    for tally in keep:
        if require_tally(tally) is not kind:
            raise StoreError("store.tally", kind=kind.name, part="kind")
        require_keepable(kind, tally)
    return list(keep)


def require_keepable(kind: Kind, tally: Tally) -> None:
    """Refuse a tally whose kept answer would list facts, or name a reference in the question.

    Raises:
        StoreError: It would.
    """
    for name in tally.by:
        if _kind_of_field(kind, name) == "instant" or name == "id":
            raise StoreError("store.tally", kind=kind.name, part="by")
    for name, _, _ in tally.where:
        if _kind_of_field(kind, name) in {"instant", "ref"} or name == "id":
            raise StoreError("store.tally", kind=kind.name, part="where")


def is_keepable(tally: Tally) -> bool:
    """Whether the answer to a tally that a store answers may be kept."""
    try:
        require_keepable(kind_named(tally.kind), tally)
    except StoreError:
        return False
    return True


def _kind_of_field(kind: Kind, name: str) -> str:
    spec = kind.fields.get(name)
    return spec.kind if spec else ""


def definition(tally: Tally) -> str:
    """A tally without its spans, as a text; the same for the same question."""
    where = [(name, how, _listed(value)) for name, how, value in tally.where]
    asked = [tally.kind, tally.measure, tally.field, tally.by, where]
    return json.dumps(asked)


def digest(text: str) -> bytes:
    """Names what a tally asks, from the text that `definition` made."""
    return hashlib.sha256(text.encode()).digest()


def key_of(tally: Tally, span: Span) -> Key:
    """What a kept answer is found by."""
    return digest(definition(tally)), span.first.toordinal(), span.last.toordinal()


def read_definition(text: str, span: Span) -> Tally:
    """The tally of a text that `definition` made, over one span.

    Raises:
        ValueError, TypeError, LookupError: The text is something else.
        StoreError: No store answers it, or keeps its answer.
    """
    kind, measure, field, by, where = json.loads(text)
    conditions = tuple(
        (name, how, tuple(value) if how == "in" else value) for name, how, value in where
    )
    tally = Tally(kind, measure, field, by=tuple(by), spans=(span,), where=conditions)
    require_keepable(require_tally(tally), tally)
    return tally


def kind_of(text: str) -> str:
    """The kind that a tally counts, from the text that `definition` made."""
    name: str = json.loads(text)[0]
    return name


def ref_places(kind: Kind, text: str) -> list[int]:
    """Which columns of a kept answer hold references, from the text that `definition` made."""
    by = json.loads(text)[3]
    return [place for place, name in enumerate(by) if name in kind.refs]


def to_keep(keep: Iterable[Tally], mark: int, end: int) -> list[tuple[Tally, Span]]:
    """The questions and spans of which answers are kept: those from one day until before another.

    Args:
        keep: Tallies.
        mark: The first day of which facts are left.
        end: The first day that is to be left.
    """
    return [
        (tally, span)
        for tally in keep
        for span in dict.fromkeys(tally.spans)
        if mark <= span.first.toordinal() and span.last.toordinal() < end
    ]


def require_left(kind: Kind, first: int, before: int) -> None:
    """Refuse to look at days whose facts were purged.

    Raises:
        StoreError: The first of them lies before that day.
    """
    if first < before:
        raise unanswered(kind, before)


def by_month(days: Iterable[tuple[int, int]]) -> Mapping[str, int]:
    """How many facts are of each month, months in order; from how many are of each day."""
    found: Counter[str] = Counter()
    for day, number in days:
        found[date.fromordinal(day).strftime("%Y-%m")] += number
    return dict(sorted(found.items()))


def unanswered(kind: Kind, before: int) -> StoreError:
    """The error for a question about days whose facts were purged."""
    return StoreError("store.purged", kind=kind.name, before=date.fromordinal(before))


def not_purged_here(kind: Kind, before: int) -> StoreError:
    """The error for an export of a store that purged days of which facts stand here."""
    day = date.fromordinal(before)
    return StoreError("store.not_purged_here", kind=kind.name, before=day)


def without_purged(kind: Kind, table: Table, before: int) -> tuple[Table, int]:
    """The rows of days that were not purged, and the number of the others."""
    if not before or kind.nature != "event":
        return table, 0
    keep = [row for row, day in enumerate(table["day"]) if day >= before]
    if len(keep) == len(table):
        return table, 0
    kept = {name: [column[row] for row in keep] for name, column in table.columns.items()}
    return Table(kept), len(table) - len(keep)


def replaced(columns: Cells, refs: Mapping[str, str]) -> Cells:
    """Columns of an answer with other texts for some, sorted again."""
    rows = sorted(
        zip(*([refs.get(cell, cell) for cell in one] for one in columns), strict=True), key=_row
    )
    return [list(column) for column in zip(*rows, strict=True)] or columns


def is_same_answer(held: Cells, given: Cells) -> bool:
    """Whether two kept answers agree, taking one erased reference for any other."""
    return _without_tokens(held) == _without_tokens(given)


def _without_tokens(columns: Cells) -> list[tuple[Any, ...]]:
    rows = zip(*columns, strict=True)
    plain = (tuple(TOKEN_PREFIX if is_token(cell) else cell for cell in row) for row in rows)
    return sorted(plain, key=_row)


def is_token(cell: object) -> bool:
    """Whether something stands for an erased reference."""
    return isinstance(cell, str) and cell.startswith(TOKEN_PREFIX)


def taken_in(
    kept: Kept, held: Kept | None, *, here: int, mark: int, erasures: Erasures
) -> Kept | None:
    """What to keep of a kept answer that is loaded; None where nothing is.

    Args:
        kept: The answer that comes.
        held: The one that is kept here for the same question.
        here: Before which day this store had purged before the load.
        mark: Before which day it is purged now.
        erasures: What was erased here.

    Raises:
        StoreConflict: Another answer to the same question is kept here.
    """
    tokens = {ref: fresh_token() for ref in sorted(erasures.among(refs_of(kept)))}
    kept = evolve(kept, columns=replaced(kept.columns, tokens)) if tokens else kept
    if held is not None:
        if not is_same_answer(held.columns, kept.columns):
            first, last = map(date.fromordinal, (kept.first, kept.last))
            kind = kind_of(kept.tally)
            raise StoreConflict("store.kept_differs", kind=kind, first=first, last=last)
        return None
    is_of_other_facts = kept.last < here or kept.last >= mark
    return None if is_of_other_facts else kept


def refs_of(kept: Kept) -> set[str]:
    """The references that a kept answer names."""
    places = ref_places(KINDS[kind_of(kept.tally)], kept.tally)
    return {cell for place in places for cell in kept.columns[place] if cell is not None}


def joined(parts: Sequence[Cells], names: Iterable[str]) -> Table:
    """One table from answers of one span each, in the order of the spans."""
    columns: dict[str, list[Any]] = {name: [] for name in names}
    for index, part in enumerate(parts):
        given = [[index] * len(part[-1]), *part]
        for name, cells in zip(columns, given, strict=True):
            columns[name] += cells
    return Table(columns)


def _listed(value: object) -> object:
    """A value of a condition; several in order."""
    if isinstance(value, (tuple, frozenset)):
        return sorted(set(value), key=_order)
    return value


def _order(value: object) -> tuple[bool, Any]:
    return isinstance(value, str), value


def _row(row: tuple[Any, ...]) -> list[tuple[bool, bool, Any]]:
    return [(cell is not None, isinstance(cell, str), cell) for cell in row]
