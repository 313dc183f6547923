"""Count what registers hold, per subject: by station, or by the area that a code lies in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from fengqiao.measures.indicator import Ask, Column
from fengqiao.model import area_prefix
from fengqiao.model.references import register_of
from fengqiao.timing import Span

Pair = tuple[str, str]
"""A subject, or an area code, and a thing that belongs to it."""


def counted(ask: Ask, pairs: Iterable[Pair]) -> Column:
    """Distinct things per subject, from pairs of subject and thing."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for subject, thing in pairs:
        found[subject].add(thing)
    return Column([len(found.get(subject, ())) for subject in ask.subjects.ids])


def within(ask: Ask, pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Pairs of area code and thing, given to every subject area that the code lies in."""
    by_prefix = {area_prefix(area): area for area in ask.subjects.ids}
    lengths = {len(prefix) for prefix in by_prefix}
    for code, thing in pairs:
        for length in lengths:
            area = by_prefix.get(code[:length])
            if area is not None:
                yield area, thing


def placed(ask: Ask, register: str, rows: Iterable[int]) -> Iterator[Pair]:
    """Register facts by subject: those of a station, or those that lie in an area.

    Args:
        ask: Names the subjects: stations, or areas of any level.
        register: A register with an area and, for stations, a station.
        rows: Rows of that register.

    Yields:
        The subject, and what the register is about.
    """
    table = ask.registers.table(register)
    entity = table[register_of(register)[1]]
    if ask.subjects.kind == "station":
        yield from ((table["station"][row], entity[row]) for row in rows)
    else:
        yield from within(ask, ((table["area"][row], entity[row]) for row in rows))


def codes_of(ask: Ask, field: str) -> Column:
    """Words that a field of several codes holds, per subject, on the subject's own register.

    A subject of which the register does not say is unknown; one with an empty list has none.
    """
    texts = ask.registers.table(register_of(ask.subjects.kind)[0])[field]
    cells = [texts[row] for row in ask.subjects.rows]
    return Column(
        words=[frozenset(filter(None, (cell or "").split(","))) for cell in cells],
        unknown=frozenset(index for index, cell in enumerate(cells) if cell is None),
    )


def latest_premises(ask: Ask, span: Span) -> list[int]:
    """Rows of premises on the register in a span, the latest of each, that pass the filters."""
    table = ask.registers.table("premises")
    latest: dict[str, int] = {}
    for row in ask.registers.rows_in("premises", span):
        name = table["premises"][row]
        if name not in latest or table["since"][latest[name]] <= table["since"][row]:
            latest[name] = row
    return [
        row
        for row in latest.values()
        if ask.passes("kind", table["kind"][row]) and ask.passes("goods", table["goods"][row])
    ]
