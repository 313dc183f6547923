"""Which entry of one pack answers to which of another.

Within one pack by id; else by key, kind of subject and filters. Where one side narrows what the
other leaves whole, the two stand side by side and are called measured differently.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

from attrs import frozen

from fengqiao.rules.book import Judged, Spoken
from fengqiao.rules.entries import Band, Duty, Norm, NormPhase, Role, Sheet
from fengqiao.rules.values import Comparison, Exact

_VISITING = (
    "visits.households",
    "visits.people",
    "visits.home_services",
    "visits.days",
    "hours.in_community",
)
"""Measures of one thing that nobody can convert: households, people, services, days, hours."""


@frozen(eq=False)
class Spot:
    """An entry as one of its kinds of subject sees it.

    Attributes:
        order: Place among all entries of its side.
    """

    spoken: Spoken
    each: str
    order: int

    @property
    def entry(self) -> Judged:
        """The entry that spoke."""
        return self.spoken.entry


@frozen
class Match:
    """Two entries that answer to each other for one kind of subject, or one alone.

    Attributes:
        is_alike: Whether they measure the same; False: they stand side by side only.
    """

    one: Spot | None
    other: Spot | None
    is_alike: bool = True


def spots_of(spoken: Sequence[Spoken]) -> list[Spot]:
    """Entries in order, once for each kind of subject."""
    found = []
    for order, one in enumerate(spoken):
        entry = one.entry
        each = entry.each if isinstance(entry, (Norm, Duty)) else (entry.each,)
        found += [Spot(one, kind, order) for kind in each]
    return found


def match(ones: Sequence[Spot], others: Sequence[Spot]) -> list[Match]:
    """Every spot of both sides, in one match each; one that is left over may be shown again.

    Args:
        ones: Of the first side.
        others: Of the second side.
    """
    left, right = list(ones), list(others)
    found = list(_pairs(left, right, _by_id))
    found += _pairs(left, right, _by_filters)
    found += _beside(left, right)
    found += [Match(one, None) for one in left]
    found += [Match(None, other) for other in right]
    return found


def _by_id(spot: Spot) -> Hashable:
    """Entries of one pack answer to each other by id; so do those of its parents."""
    return spot.entry.pack, spot.entry.id, spot.each


def _by_filters(spot: Spot) -> Hashable:
    return _kind(spot.entry), spot.entry.key, spot.each, *filters_of(spot.spoken)


def _kind(entry: Judged) -> str:
    return next(one.__name__ for one in (Norm, Duty, Band, Role, Sheet) if isinstance(entry, one))


def _pairs(left: list[Spot], right: list[Spot], key: Callable[[Spot], Hashable]) -> Iterator[Match]:
    """Pairs of equal keys, in order; they are taken out of both lists.

    Lists of words go with the list that they share most words with; with none that shares nothing.
    """
    waiting: dict[Hashable, list[Spot]] = {}
    for other in right:
        waiting.setdefault(key(other), []).append(other)
    for one in list(left):
        some = waiting.get(key(one), [])
        if key is _by_filters:
            some = [other for other in some if _is_one_thing(one, other)]
        if some:
            other = max(some, key=lambda other: len(_words(one) & _words(other)))
            waiting[key(one)].remove(other)
            left.remove(one)
            right.remove(other)
            yield Match(one, other)


def _is_one_thing(one: Spot, other: Spot) -> bool:
    """Whether two lists of words share any; what is no list of words is one thing by its key."""
    first, second = _words(one), _words(other)
    return not first or not second or bool(first & second)


def _words(spot: Spot) -> frozenset[str]:
    """The words of a norm's limit."""
    phase = spot.spoken.phase
    return frozenset(phase.comparison.words) if isinstance(phase, NormPhase) else frozenset()


def _beside(left: list[Spot], right: list[Spot]) -> Iterator[Match]:
    """What is left over of one key, or of one thing in other measures, side by side."""
    for related in (_narrows, _visits):
        for one in list(left):
            others = [other for other in right if related(one, other)]
            for other in others[: None if related is _visits else 1]:
                right.remove(other)
                yield Match(one, other, is_alike=False)
            if others:
                left.remove(one)
        for other in list(right):
            seen = next((one for one in left if related(one, other)), None)
            if seen is not None:
                right.remove(other)
                yield Match(seen, other, is_alike=False)


def _narrows(one: Spot, other: Spot) -> bool:
    """Whether two entries of a key differ in filters of which one side has none."""
    first = _kind(one.entry), one.entry.key, one.each
    if first != (_kind(other.entry), other.entry.key, other.each) or not _is_one_thing(one, other):
        return False
    return all(
        own == theirs or () in (own, theirs)
        for own, theirs in zip(filters_of(one.spoken), filters_of(other.spoken), strict=True)
    )


def _visits(one: Spot, other: Spot) -> bool:
    return one.each == other.each and {one.entry.key, other.entry.key} <= set(_VISITING)


def filters_of(spoken: Spoken) -> tuple[Hashable, Hashable]:
    """Filters on the subject and on what is counted, whatever order they stand in."""
    phase, entry = spoken.phase, spoken.entry
    if phase is not None:
        return _plain(phase.where), _plain(phase.of)
    return _plain(entry.where if isinstance(entry, Role) else ()), ()


def _plain(filters: tuple[tuple[str, Comparison], ...]) -> Hashable:
    return tuple(sorted((name, one.op, _limit(one)) for name, one in filters))


def _limit(comparison: Comparison) -> tuple[str, ...]:
    limit = comparison.limit
    if isinstance(limit, (Exact, tuple)):
        ends = limit if isinstance(limit, tuple) else (limit,)
        return tuple(end.text for end in ends)
    return tuple(sorted(comparison.words))
