"""What is asked of a store: a count of events, at one level, over spans of days."""

from __future__ import annotations

from typing import Literal

import attrs

from fengqiao.timing import Span

Measure = Literal["events", "distinct", "sum"]
Condition = Literal["==", ">=", "<=", "in", "has"]


@attrs.frozen
class Tally:
    """A count that a store answers exactly, once per span.

    The answer is a table with the columns `span` (which of `spans`, counted from 0), those of
    `by`, and `value`; it has rows only where the value is above 0 and is sorted by all columns
    before `value`, absent before present. An event belongs to a span when its day does.

    Counts are asked at one level and never added up: distinct households of a station are not
    the sum of those of its officers. No tally looks at one reference or groups by references.

    Attributes:
        kind: Kind of event: `visit`.
        measure: `events` counts facts, `distinct` the different values of `field` that are
            present, `sum` adds up the whole numbers of `field`.
        field: Field that is counted or added up; None for `events`. Beside the declared fields
            there are `day` and, where an event has a start and an end, `minutes`.
        by: Fields that split the count: `("staff",)`, `("station",)`; none for one number.
        spans: Days, each span answered on its own; spans may overlap.
        where: Conditions that all must hold: field, comparison, value in stored form. `in` takes
            a tuple or frozenset; `has` holds when a field of several codes contains that one; an
            absent value meets no condition but `== None`.

    Examples:
        >>> from datetime import date
        >>> july = Span(date(2018, 7, 1), date(2018, 7, 31))
        >>> households = Tally("visit", "distinct", "household", by=("staff",), spans=(july,))
    """

    kind: str
    measure: Measure
    field: str | None = None
    by: tuple[str, ...] = attrs.field(default=(), kw_only=True)
    spans: tuple[Span, ...] = attrs.field(kw_only=True)
    where: tuple[tuple[str, Condition, object], ...] = attrs.field(default=(), kw_only=True)
