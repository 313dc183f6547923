"""What differs between two bands by their levels, two roles by words, two sheets by parts."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from fengqiao.packs.comparing.limits import change_of_force, change_of_limit
from fengqiao.packs.comparing.norms import Found, filter_changes
from fengqiao.packs.comparing.rows import Change
from fengqiao.packs.comparing.saying import (
    ROLE_LISTS,
    Said,
    of_comparison,
    of_parts,
    plain_value,
)
from fengqiao.rules.book import Spoken
from fengqiao.rules.entries import Band, Part, Role, Sheet
from fengqiao.rules.values import Comparison, Exact, Op, Open

_NOTHING = plain_value(None)


def band_changes(one: Spoken, other: Spoken) -> Iterator[Found]:
    """Levels with other edges are changed: a class asks for nothing by itself."""
    first, second = one.entry, other.entry
    if not isinstance(first, Band) or not isinstance(second, Band):
        return
    for name in ("by", "over"):
        yield from _choice(name, getattr(first, name), getattr(second, name), otherwise="measured")
    if first.tie != second.tie:
        yield "changed", "tie", plain_value(first.tie), plain_value(second.tie)
    levels = [{level.name: level.comparison for level in band.levels} for band in (first, second)]
    for name in dict.fromkeys([*levels[0], *levels[1]]):
        own, theirs = levels[0].get(name), levels[1].get(name)
        said, says = (_NOTHING if x is None else of_comparison(x) for x in (own, theirs))
        if own is None or theirs is None:
            yield "added" if own is None else "dropped", name, said, says
        elif change_of_limit(own, theirs, None) is not None:
            yield "changed", name, said, says
    yield from _force(one, other)


def role_changes(one: Spoken, other: Spoken) -> Iterator[Found]:
    """Fewer who may hold it, or more that its holder may not do, asks for more."""
    first, second = one.entry, other.entry
    if not isinstance(first, Role) or not isinstance(second, Role):
        return
    yield from filter_changes(one, other)
    for name, op in ROLE_LISTS:
        own, theirs = getattr(first, name), getattr(second, name)
        said, says = (_words(op, words) for words in (own, theirs))
        if bool(own) != bool(theirs):
            yield "added" if theirs else "dropped", name, said, says
        elif own and (change := change_of_limit(_listed(op, own), _listed(op, theirs), None)):
            yield change, name, said, says
    yield from _force(one, other)


def sheet_changes(one: Spoken, other: Spoken) -> Iterator[Found]:
    """Parts that come or go, weights and measures that are others, and what the sheet is out of."""
    first, second = one.entry, other.entry
    if not isinstance(first, Sheet) or not isinstance(second, Sheet):
        return
    yield from _choice("per", first.per, second.per, otherwise="measured")
    for name in ("out_of", "winners", "minimum_data", "by", "tie", "decided"):
        yield from _choice(name, getattr(first, name), getattr(second, name))
    if isinstance(first.parts, Open) or isinstance(second.parts, Open):
        if isinstance(first.parts, Open) != isinstance(second.parts, Open):
            change: Change = "settled" if isinstance(first.parts, Open) else "left_open"
            yield change, "parts", of_parts(first), of_parts(second)
    else:
        yield from _parts(first.parts, second.parts)
    yield from _force(one, other)


def _parts(ones: tuple[Part, ...], others: tuple[Part, ...]) -> Iterator[Found]:
    first, second = ({part.name: part for part in parts} for parts in (ones, others))
    for name in dict.fromkeys([*first, *second]):
        own, theirs = first.get(name), second.get(name)
        if own is None or theirs is None:
            found = _weight(own), _weight(theirs)
            yield "added" if own is None else "dropped", name, *found
            continue
        yield from _choice(f"{name}.weight", own.weight, theirs.weight)
        yield from _choice(f"{name}.measure", own.measure, theirs.measure, otherwise="measured")
        if (own.points, own.missing) != (theirs.points, theirs.missing):
            yield "changed", f"{name}.points", _weight(own), _weight(theirs)


def _weight(part: Part | None) -> Said:
    return _NOTHING if part is None else plain_value(_plain(part.weight))


def _choice(
    name: str, one: object, other: object, *, otherwise: Change = "changed"
) -> Iterator[Found]:
    """A value that is another, or open on one side."""
    own, theirs = _same(one), _same(other)
    if own == theirs:
        return
    change: Change = otherwise
    if isinstance(one, Open) or isinstance(other, Open):
        change = "settled" if isinstance(one, Open) else "left_open"
    elif one is None or other is None:
        change = "added" if one is None else "dropped"
    yield change, name, plain_value(_plain(one)), plain_value(_plain(other))


def _same(value: object) -> object:
    """What two values are equal by: numbers by number and unit, however they are written."""
    if not isinstance(value, Exact):
        return value
    return Fraction(*value.pair), value.unit


def _plain(value: object) -> object:
    if isinstance(value, Exact):
        return value.plain()
    return "open" if isinstance(value, Open) else value


def _listed(op: Op, words: tuple[str, ...]) -> Comparison:
    return Comparison(op, frozenset(words), words)


def _words(op: Op, words: tuple[str, ...]) -> Said:
    return of_comparison(_listed(op, words)) if words else _NOTHING


def _force(one: Spoken, other: Spoken) -> Iterator[Found]:
    change = change_of_force(one.force, other.force)
    if change is not None:
        yield change, "force", plain_value(one.force), plain_value(other.force)
