"""Who or what is judged: the subjects of a kind over a span, their places and attributes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import evolve, field, frozen

from fengqiao.model import LISTS, area_level, setting_of
from fengqiao.model.references import register_of
from fengqiao.model.registry import NEVER, Registers
from fengqiao.rules import Comparison, Exact
from fengqiao.rules.catalogue_words import CASE_SUBJECTS
from fengqiao.rules.values import compare
from fengqiao.timing import Span


@frozen
class Subjects:
    """Subjects of one kind that hold on at least one day of a span, sorted by id.

    Attributes:
        kind: `community_officer`, `police_room` ...
        ids: Shape (n,).
        areas: Area code by which the pack that speaks is found. Shape (n,).
        stations: Station, where there is one. Shape (n,).
        rows: Row of the latest register fact in the span. Shape (n,).
        held: Days held, for subjects that do not hold on every day of the span.

    Units:
        held: days
    """

    kind: str
    ids: tuple[str, ...]
    areas: tuple[str, ...]
    stations: tuple[str | None, ...]
    rows: tuple[int, ...]
    held: Mapping[int, int] = field(factory=dict)

    def __len__(self) -> int:
        """Number of subjects."""
        return len(self.ids)

    def pick(self, keep: Sequence[int]) -> Subjects:
        """Only these subjects, by index."""
        if len(keep) == len(self.ids):
            return self
        return evolve(
            self,
            ids=tuple(self.ids[i] for i in keep),
            areas=tuple(self.areas[i] for i in keep),
            stations=tuple(self.stations[i] for i in keep),
            rows=tuple(self.rows[i] for i in keep),
            held={new: self.held[old] for new, old in enumerate(keep) if old in self.held},
        )


def subjects_of(kind: str, registers: Registers, span: Span) -> Subjects:
    """All subjects of a kind that hold on at least one day of a span.

    Areas are subjects by the level that their code gives them; staff by the role they hold; cases
    from their first step until they are closed.
    """
    register, entity = register_of(kind)
    table = registers.table(register)
    if register == "area":
        codes = table["area"]
        rows = [row for row in registers.rows_in("area", span) if area_level(codes[row]) == kind]
    elif register == "assignment":
        roles = table["role"]
        rows = [row for row in registers.rows_in("assignment", span) if roles[row] == kind]
    elif register in ("body", "case"):
        kinds = table["kind"]
        rows = [row for row in registers.rows_in(register, span) if kinds[row] == kind]
    else:
        rows = registers.rows_in(register, span)
    return _grouped(kind, table[entity], table["since"], table["until"], rows, registers, span)


def _grouped(  # noqa: PLR0917  the columns of one register
    kind: str,
    names: Sequence[str],
    since: Sequence[int],
    until: Sequence[int | None],
    rows: Sequence[int],
    registers: Registers,
    span: Span,
) -> Subjects:
    first, last = span.first.toordinal(), span.last.toordinal()
    latest: dict[str, int] = {}
    whole: set[str] = set()
    parts: dict[str, set[int]] = {}
    for row in rows:
        name, begin, end = names[row], since[row], until[row]
        end = NEVER if end is None else end
        if name not in latest or since[latest[name]] <= begin:
            latest[name] = row
        if begin <= first and end >= last:
            whole.add(name)
        else:
            parts.setdefault(name, set()).update(range(max(begin, first), min(end, last) + 1))
    ids = tuple(sorted(latest))
    held = (
        {}
        if kind in CASE_SUBJECTS
        else {  # a case is judged from its first step to its last
            index: len(parts[name])
            for index, name in enumerate(ids)
            if name not in whole and len(parts[name]) < span.days
        }
    )
    order = tuple(latest[name] for name in ids)
    areas, stations = _places(kind, order, registers, span)
    return Subjects(kind, ids, areas, stations, order, held)


def _serving(registers: Registers, span: Span) -> dict[str, str]:
    """The station of each community and village, by its posts, its grids or its police room."""
    found: dict[str, str] = {}
    for register in ("assignment", "grid", "police_room"):
        table = registers.table(register)
        for row in reversed(registers.rows_in(register, span)):
            if table["area"][row] is not None:
                found[table["area"][row]] = table["station"][row]
    return found


def _places(
    kind: str, rows: Sequence[int], registers: Registers, span: Span
) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
    """Area and station of each subject; an area's station is the one that serves it."""
    register, _ = register_of(kind)
    table = registers.table(register)
    seats = dict(registers.table("station").rows("station", "area"))
    if register == "assignment":
        stations = tuple(table["station"][row] for row in rows)
        served = (table["area"][row] for row in rows)
        return tuple(
            area or seats.get(station, "") for area, station in zip(served, stations, strict=True)
        ), stations
    codes = tuple(table["area"][row] for row in rows)
    if "station" in LISTS[register].fields:
        return codes, tuple(table["station"][row] for row in rows)
    serves = _serving(registers, span)
    return codes, tuple(serves.get(code) for code in codes)


def attribute(
    name: str, subjects: Subjects, registers: Registers, levels: Mapping[str, Mapping[str, str]]
) -> list[Any]:
    """One attribute of every subject: a number, a word, words, or None where it is not known.

    Args:
        name: `setting` (of the community or village that it lies in or serves), a field of its
            register, or a band's key.
        subjects: The subjects. Shape (n,).
        registers: Where fields are read.
        levels: Levels by band key, then subject id.
    """
    if name == "setting":
        return [setting_of(code) for code in subjects.areas]
    if name in levels:
        return [levels[name].get(subject) for subject in subjects.ids]
    register, _ = register_of(subjects.kind)
    if name not in LISTS[register].fields:  # a band by which nobody is classed
        return [None] * len(subjects)
    column = registers.table(register)[name]
    cells = [column[row] for row in subjects.rows]
    spec = LISTS[register].fields[name]
    if spec.several:
        return [None if cell is None else _words(cell) for cell in cells]
    if spec.kind == "flag":
        return [None if cell is None else "true" if cell else "false" for cell in cells]
    return cells


def _words(cell: str) -> frozenset[str]:
    return frozenset(cell.split(",")) if cell else frozenset()


def attributes_of(kind: str) -> frozenset[str]:
    """Names that `where` may use for subjects of a kind, bands' keys aside."""
    register, _ = register_of(kind)
    fields = LISTS[register].fields
    kinds = ("count", "flag", "code")
    plain = {name for name, spec in fields.items() if spec.kind in kinds}
    has_setting = "area" in fields and register != "body"
    return frozenset(plain | ({"setting"} if has_setting else set()))


_MEETS: Mapping[str, Callable[[int], bool]] = {
    "at_least": lambda side: side >= 0,
    "at_most": lambda side: side <= 0,
    "more_than": lambda side: side > 0,
    "less_than": lambda side: side < 0,
    "equal": lambda side: side == 0,
}


def meets(comparison: Comparison, value: object) -> bool:
    """Whether one attribute passes a filter; an unknown attribute never does.

    Of an attribute of several words, any or none or all of the filter's words must be there.
    """
    limit = comparison.limit
    if value is None:
        return False
    if isinstance(limit, frozenset):
        words = frozenset(value) if isinstance(value, (frozenset, tuple)) else frozenset((value,))
        if comparison.op == "all_of":
            return limit <= words
        return limit.isdisjoint(words) == (comparison.op == "none_of")
    if not isinstance(value, int):
        return False
    if isinstance(limit, tuple):
        return compare((value, 1), limit[0].pair) >= 0 >= compare((value, 1), limit[1].pair)
    return isinstance(limit, Exact) and _MEETS[comparison.op](compare((value, 1), limit.pair))


def passing(
    where: Sequence[tuple[str, Comparison]],
    subjects: Subjects,
    registers: Registers,
    levels: Mapping[str, Mapping[str, str]],
) -> Subjects:
    """The subjects that pass every filter."""
    keep = list(range(len(subjects)))
    for name, comparison in where:
        column = attribute(name, subjects, registers, levels)
        keep = [index for index in keep if meets(comparison, column[index])]
    return subjects.pick(keep)
