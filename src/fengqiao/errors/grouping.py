"""Tell the faults of many rows in few sentences: one for each thing that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fengqiao.errors.family import Fault, Place

_MOST_RANGES = 12
"""Lines or runs of lines that are named; a reader who mends these sees the others next."""
_MOST_VALUES = 3

Lines = tuple[str, ...]


def grouped(faults: Sequence[Fault]) -> list[Fault]:
    """Faults of rows, those of one field and one code as one, with all their lines.

    What close names differ in stays apart, since another word is wrong there. Of other facts that
    differ the first few are named.

    Args:
        faults: Faults, by line.

    Returns:
        As many or fewer. A fault that stands for several has its lines as fact `row`: texts of
        a line (`3`) or a run of lines (`9-12`); its place names the file only.
    """
    groups: dict[object, list[Fault]] = {}
    for number, fault in enumerate(faults):
        own = number if "row" not in fault.facts or _line(fault) is None else None
        key = (own, fault.code, fault.facts.get("field"), str(fault.facts.get("close")))
        groups.setdefault(key, []).append(fault)
    return [_as_one(some) if len(some) > 1 else some[0] for some in groups.values()]


def wrong_rows(faults: Iterable[Fault]) -> int:
    """On how many lines there is a fault."""
    return len({line for fault in faults if (line := _line(fault)) is not None})


def _line(fault: Fault) -> int | None:
    return fault.place.line if fault.place else None


def _as_one(some: Sequence[Fault]) -> Fault:
    first = some[0]
    lines = sorted({line for fault in some if (line := _line(fault)) is not None})
    facts = {
        name: _values(fact, [fault.facts.get(name) for fault in some])
        for name, fact in first.facts.items()
    }
    place = Place(first.place.file) if first.place else None
    return Fault(first.code, {**facts, "row": runs(lines)}, place)


def _values(first: object, all_of_them: Sequence[object]) -> object:
    """A fact that all of them have; else the first few of those that they have."""
    shown = list(dict.fromkeys(map(str, all_of_them)))
    if len(shown) == 1:
        return first
    return (*shown[:_MOST_VALUES], "...") if len(shown) > _MOST_VALUES else tuple(shown)


def runs(lines: Sequence[int]) -> Lines:
    """Lines as people write them: `3`, `5`, `9-12`; of very many the first ones.

    Args:
        lines: Ascending, without repetition. At least one.
    """
    found: list[list[int]] = []
    for line in lines:
        if found and line == found[-1][1] + 1:
            found[-1][1] = line
        else:
            found.append([line, line])
    texts = [
        str(first) if first == last else f"{first}-{last}" for first, last in found[:_MOST_RANGES]
    ]
    return (*texts, "...") if len(found) > _MOST_RANGES else tuple(texts)
