"""Count what registers hold, per subject: by station, or by the area that a code lies in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

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
    """Pairs of area code and thing, given to every subject in whose area the code lies.

    A subject's area is itself, or what it is responsible for: that of a bureau.
    """
    by_prefix: dict[str, list[str]] = {}
    for subject, area in zip(ask.subjects.ids, ask.subjects.areas, strict=True):
        by_prefix.setdefault(area_prefix(area), []).append(subject)
    lengths = {len(prefix) for prefix in by_prefix}
    for code, thing in pairs:
        for length in lengths:
            for subject in by_prefix.get(code[:length], ()):
                yield subject, thing


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


def summed(ask: Ask, register: str, rows: Sequence[int], field: str) -> Column:
    """A count of register facts added up per subject; unknown where one of them doesn't say."""
    table = ask.registers.table(register)
    entity = table[register_of(register)[1]]
    of_thing = {entity[row]: table[field][row] for row in rows}
    sums = dict.fromkeys(ask.subjects.ids, 0)
    silent: set[str] = set()
    for subject, thing in placed(ask, register, rows):
        if subject in sums:
            if of_thing[thing] is None:
                silent.add(subject)
            else:
                sums[subject] += of_thing[thing]
    unknown = (index for index, subject in enumerate(ask.subjects.ids) if subject in silent)
    return Column(list(sums.values()), unknown=frozenset(unknown))


def own_counts(ask: Ask, field: str) -> Column:
    """A count on each subject's own register; unknown where it doesn't say."""
    cells = ask.registers.table(register_of(ask.subjects.kind)[0])[field]
    found = [cells[row] for row in ask.subjects.rows]
    silent = frozenset(index for index, cell in enumerate(found) if cell is None)
    return Column([cell or 0 for cell in found], unknown=silent)


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


def codes_of_posts(ask: Ask, field: str) -> Column:
    """Words on the posts of staff, those of all their posts together; unknown where none says."""
    table = ask.registers.table("assignment")
    found: dict[str, set[str]] = {}
    for row in ask.registers.rows_in("assignment", ask.span):
        if (cell := table[field][row]) is not None:
            found.setdefault(table["staff"][row], set()).update(filter(None, cell.split(",")))
    return Column(
        words=[frozenset(found.get(staff, ())) for staff in ask.subjects.ids],
        unknown=frozenset(
            index for index, staff in enumerate(ask.subjects.ids) if staff not in found
        ),
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
