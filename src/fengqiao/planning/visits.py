"""Visits that a caller wants: whom by opaque reference, how often, and where; kept nowhere.

All of this is an argument of one call. A plan holds references of visits that are due; it never
holds a place, and nothing here is written to a store.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from numbers import Real
from typing import Literal

from attrs import evolve, field, frozen

from fengqiao.errors import Fault, RequestError
from fengqiao.ids import find_refused
from fengqiao.timing import Span

Spacing = Literal["sliding", "calendar"]
"""How several visits to one reference are spread.

- `sliding`: each so many days after the one before, whenever that was.
- `calendar`: one in each equal part of the days planned, whatever was before.
"""
Travel = Callable[[Sequence[str]], Sequence[Sequence["int | None"]]]
"""Metres from each name to each, in the order given; None where no way leads."""

MOST_METRES = 1_000_000
"""No way inside a county is longer; whatever is, was measured in something else."""
HOUSEHOLDS = "visits.households"
_MOST_TIMES = 366
_MOST_DEGREES = 180
Point = tuple[float, float]


def _names(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


def _spans(given: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(given)


@frozen(kw_only=True, repr=False)
class Wanted:
    """One reference that is to be visited.

    Attributes:
        ref: Opaque; no two wanted visits have the same.
        of: The subject whose due items it serves: an officer, a room, a grid, a community.
        serves: Which items: their ids, or ids of entries, then those of `of`. An entry's id stands
            for those that begin with it and a dot, too. One visit may serve several items.
        minutes: How long one visit takes; None: as long as the longest of its items.
        times: How many visits are wanted in the days planned.
        gap: Calendar days from one visit to the next: at least, and at most (None: any number).
        spacing: `sliding` or `calendar`.
        last: The day of the last visit before; the gap holds from there, too.
        during: Days on which it fits, such as outside the harvest; empty: all.
        prefers: The officer who knows them; anybody else costs `Visits.change`.

    Units:
        minutes: minutes; gap: days.
    """

    ref: str
    of: str | None = None
    serves: tuple[str, ...] = field(default=(HOUSEHOLDS,), converter=_names)
    minutes: int | None = None
    times: int = 1
    gap: tuple[int, int | None] = (1, None)
    spacing: Spacing = "sliding"
    last: date | None = None
    during: tuple[Span, ...] = field(default=(), converter=_spans)
    prefers: str | None = None

    def __repr__(self) -> str:
        """How often, and of nobody."""
        return f"Wanted(times={self.times})"


def _wanted(given: Iterable[Wanted]) -> tuple[Wanted, ...]:
    return tuple(given)


@frozen(kw_only=True, repr=False)
class Visits:
    """All visits wanted, and the ways between them.

    Attributes:
        wanted: In any order: the same plan comes of every order.
        at: Where each reference is, and each name that `base` uses: metres east and north of any
            point, or degrees of longitude and latitude.
        degrees: Whether `at` is in degrees.
        travel: Metres between names, instead of `at`: asked once, with all names in order.
        base: Where each officer's rounds begin and end, by staff id: a name in `at` or known to
            `travel`. Of an officer without one, the ways to the first visit and from the last are
            not counted.
        pace: Metres a minute; None: as the configuration says, else ways take no time.
        change: What a visit by somebody other than the preferred officer costs.
        fair: What uneven work costs: `fair` times the sum, over officers, of the square of their
            minutes of visits divided by the minutes left on their days, rounded down for each.

    Raises:
        RequestError: A reference can't be used or stands twice, or a number makes no sense.

    Units:
        pace: metres a minute; change, fair: metres.
    """

    wanted: tuple[Wanted, ...] = field(converter=_wanted)
    at: Mapping[str, Point] = field(factory=dict)
    degrees: bool = False
    travel: Travel | None = None
    base: Mapping[str, str] = field(factory=dict)
    pace: int | None = None
    change: int = 0
    fair: int = 0

    def __attrs_post_init__(self) -> None:
        """Refuse what no planner could make sense of, naming every fault by its row."""
        if faults := [*_wrong_refs(self.wanted), *_wrong_numbers(self), *_wrong_points(self)]:
            raise RequestError.of(faults)

    def __repr__(self) -> str:
        """How many there are, and of nobody."""
        return f"Visits({len(self.wanted)})"


def without_done(visits: Visits, done: Mapping[str, Iterable[date]]) -> Visits:
    """Visits that are still wanted after some were made.

    Args:
        visits: As they were wanted.
        done: Days of the visits made meanwhile, by reference.

    Returns:
        Each reference so many times less, with the day of its last visit.

    Raises:
        RequestError: A reference is none of those wanted.
    """
    made = {ref: sorted(days) for ref, days in done.items() if days}
    if not made.keys() <= {one.ref for one in visits.wanted}:
        raise RequestError("replan.unknown_done")
    left = []
    for one in visits.wanted:
        days = made.get(one.ref, [])
        times = one.times - len(days)
        if times > 0:
            last = max(filter(None, (one.last, *days)), default=None)
            left.append(evolve(one, times=times, last=last))
    return evolve(visits, wanted=tuple(left))


def _wrong_refs(wanted: Sequence[Wanted]) -> Iterator[Fault]:
    seen: set[str] = set()
    for row, one in enumerate(wanted, start=1):
        if find_refused("ref", [str(one.ref)]) is not None:
            yield Fault("visits.ref", {"row": row})
        elif one.ref in seen:
            yield Fault("visits.ref_twice", {"row": row})
        else:
            seen.add(one.ref)


def _wrong_numbers(visits: Visits) -> Iterator[Fault]:
    for name, least in (("change", 0), ("fair", 0), ("pace", 1)):
        value = getattr(visits, name)
        if value is not None and not _is_whole(value, least, MOST_METRES):
            yield Fault("visits.number", {"field": name, "least": least, "most": MOST_METRES})
    for row, one in enumerate(visits.wanted, start=1):
        if one.minutes is not None and not _is_whole(one.minutes, 1, 24 * 60):
            yield Fault("visits.row_number", {"row": row, "field": "minutes", "most": 24 * 60})
        if not _is_whole(one.times, 1, _MOST_TIMES):
            yield Fault("visits.row_number", {"row": row, "field": "times", "most": _MOST_TIMES})
        if not _is_gap(one):
            yield Fault("visits.gap", {"row": row})
        if one.spacing not in ("sliding", "calendar"):
            yield Fault("visits.spacing", {"row": row})


def _is_gap(one: Wanted) -> bool:
    """Whether a gap can be kept at all; with calendar spacing none is to be stated."""
    least, most = one.gap
    if one.spacing == "calendar":
        return (least, most) == (1, None)
    return _is_whole(least, 1, 3_660) and (most is None or _is_whole(most, least, 3_660))


def _wrong_points(visits: Visits) -> Iterator[Fault]:
    if visits.at and visits.travel is not None:
        yield Fault("visits.two_ways", {})
    most = _MOST_DEGREES if visits.degrees else 100 * MOST_METRES
    for point in visits.at.values():
        if not _is_point(point, most):
            yield Fault("visits.point", {"most": most})
            return
    if visits.at:
        for staff, name in sorted(visits.base.items()):
            if name not in visits.at:
                yield Fault("visits.base", {"staff": staff})


def _is_whole(value: object, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most


def _is_point(point: object, most: int) -> bool:
    return isinstance(point, (tuple, list)) and [_is_number(one, most) for one in point] == [
        True,
        True,
    ]


def _is_number(value: object, most: int) -> bool:
    return isinstance(value, Real) and -most <= float(value) <= most


def for_each(refs: Iterable[str], **given: object) -> tuple[Wanted, ...]:
    """One wanted visit for each reference, all alike.

    Args:
        refs: Opaque references.
        given: Other fields of `Wanted`.
    """
    return tuple(Wanted(ref=ref, **given) for ref in refs)  # type: ignore[arg-type]  # fields of Wanted
