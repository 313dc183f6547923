"""Hypothesis strategies for facts, tallies and spans, made from the declared fields.

Everything is drawn from small pools, so that ids repeat, contents differ and days meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from hypothesis import strategies as st

from fengqiao.measures.tallies import Condition, Measure, Tally
from fengqiao.model import CASE_EVENT, KINDS, Columns, FieldSpec, Kind
from fengqiao.testing.builders import SHANGHAI
from fengqiao.timing import Span

FACT_IDS = tuple(f"f{number}" for number in range(8))
REFS = tuple(f"ref-{number:06d}" for number in range(5))
EVENT_KINDS = tuple(
    kind for kind in KINDS.values() if kind.nature == "event" and kind is not CASE_EVENT
)
"""Kinds of event whose facts stand for themselves; steps of cases come in order."""
REGISTER_KINDS = tuple(kind for kind in KINDS.values() if kind.nature == "register")

_NOON = int(datetime(2018, 6, 29, 12, tzinfo=SHANGHAI).timestamp())
_CELLS: dict[str, st.SearchStrategy[Any]] = {
    "id": st.sampled_from(["x1", "x2", "x3"]),
    "ref": st.sampled_from(REFS),
    "code": st.sampled_from(["one", "two", "three"]),
    "register_name": st.sampled_from(["Hall", "示例社区", "A, \"B\" 'C'"]),
    "count": st.integers(0, 3),
    "minutes": st.integers(0, 90),
    "flag": st.booleans(),
    "day": st.dates(date(2018, 6, 28), date(2018, 7, 4)),
    "instant": st.integers(_NOON, _NOON + 5 * 86_400),
}


_ORDERED = (
    ("started_at", "ended_at"),
    ("since", "until"),
    ("agreed_on", "due_on"),
)


def moments() -> st.SearchStrategy[datetime]:
    """Moments at which something may become known."""
    return st.sampled_from([datetime(2018, 8, day, tzinfo=SHANGHAI) for day in (1, 2, 3)])


def spans() -> st.SearchStrategy[Span]:
    """Spans about the turn of a month."""
    days = st.dates(date(2018, 6, 27), date(2018, 7, 5))
    return st.tuples(days, days).map(lambda ends: Span(min(ends), max(ends)))


@st.composite
def columns(draw: st.DrawFn, kind: Kind, *, most: int = 4) -> Columns:
    """Valid columns of a kind.

    Args:
        draw: Given by hypothesis.
        kind: The kind of fact.
        most: Most rows.
    """
    rows = draw(st.lists(_row(kind), min_size=1, max_size=most))
    return {name: [row[name] for row in rows] for name in kind.fields}


def _row(kind: Kind) -> st.SearchStrategy[dict[str, Any]]:
    cells = {name: _cell(name, spec) for name, spec in kind.fields.items()}
    return st.fixed_dictionaries(cells).map(_in_order)


def _cell(name: str, spec: FieldSpec) -> st.SearchStrategy[Any]:
    if name == "id":
        return st.sampled_from(FACT_IDS)
    if spec.is_area:
        cells: st.SearchStrategy[Any] = st.sampled_from(["150302001001", "150302001002"])
    elif spec.several:
        cells = st.lists(_CELLS[spec.kind], unique=True, max_size=2).map(tuple)
    else:
        cells = _CELLS[spec.kind]
    return st.none() | cells if spec.optional else cells


def _in_order(row: dict[str, Any]) -> dict[str, Any]:
    """The row with pairs of fields put in the order that the model asks for."""
    for low, high in _ORDERED:
        if row.get(low) is not None and row.get(high) is not None:
            row[low], row[high] = sorted((row[low], row[high]))
    if "body" in row and "staff" in row and row["body"] is None:
        row["staff"], row["station"] = row["staff"] or FACT_IDS[0], row["station"] or FACT_IDS[0]
    if "failed" in row:
        row["failed"] = tuple(word for word in row["failed"] if word in row["topics"])
    return row


@st.composite
def tallies(draw: st.DrawFn, kind: Kind) -> Tally:
    """Tallies of a kind of event that any store answers.

    Args:
        draw: Given by hypothesis.
        kind: The kind of event.
    """
    shown = [name for name in (*kind.fields, "day") if name not in kind.unsplit]
    summed = [n for n, spec in kind.fields.items() if spec.kind in {"count", "minutes", "flag"}]
    measures: list[Measure] = ["events", "distinct", *(["sum"] if summed else [])]  # type: ignore[list-item]
    measure = draw(st.sampled_from(measures))
    field = None
    if measure != "events":
        field = draw(st.sampled_from([*kind.fields, "day"] if measure == "distinct" else summed))
    conditions = st.sampled_from(shown).flatmap(lambda name: _condition(kind, name))
    return Tally(
        kind.name,
        measure,
        field,
        by=tuple(draw(st.lists(st.sampled_from(shown), unique=True, max_size=2))),
        spans=tuple(draw(st.lists(spans(), min_size=1, max_size=3))),
        where=tuple(draw(st.lists(conditions, max_size=1))),
    )


def _condition(kind: Kind, name: str) -> st.SearchStrategy[tuple[str, Condition, object]]:
    spec = kind.fields.get(name)
    kinds: Sequence[Condition] = ("==", ">=", "<=", "in")
    if spec is None or spec.kind == "day":
        cells: st.SearchStrategy[Any] = _CELLS["day"].map(date.toordinal)
    elif spec.several:
        cells, kinds = _CELLS["code"], ("has",)
    else:
        cells = st.sampled_from(FACT_IDS) if name == "id" else _CELLS[spec.kind]
    some = st.lists(cells, max_size=2).map(tuple)
    return st.sampled_from(kinds).flatmap(
        lambda how: st.tuples(st.just(name), st.just(how), some if how == "in" else cells)
    )
