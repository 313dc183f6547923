"""From wanted visits to a problem of rounds: who may make which of them on which days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from attrs import frozen

from fengqiao.planning.items import DueItem
from fengqiao.planning.plan import LeftReason
from fengqiao.planning.rounds import RoundsProblem, Slot, Stop
from fengqiao.planning.staffing import Staffing
from fengqiao.planning.visits import Visits, Wanted
from fengqiao.planning.ways import Metres, measure_ways
from fengqiao.timing import Span

Chance = tuple[str, int]
"""Somebody's day, as an ordinal."""


@frozen(kw_only=True)
class Asked:
    """A wanted visit with the items that it serves and the time it takes."""

    wanted: Wanted
    items: tuple[DueItem, ...]
    minutes: int
    chances: frozenset[Chance]


@frozen(kw_only=True)
class RoundsOf:
    """A problem, and what its indexes mean.

    Attributes:
        asked: The wanted visit of each stop; of calendar spacing several stops have the same.
        refused: Wanted visits that no solver is asked for, with the reason.
    """

    problem: RoundsProblem
    asked: tuple[Asked, ...]
    refused: tuple[tuple[Wanted, LeftReason], ...]


def served_by(items: Iterable[DueItem], visits: Visits) -> dict[str, tuple[DueItem, ...]]:
    """The items that each wanted visit would serve, by reference, in the order it names them."""
    by_id: dict[str, DueItem] = {}
    by_subject: dict[str | None, list[DueItem]] = {}
    for item in sorted(items, key=lambda one: (one.window.last, one.id)):
        by_id[item.id] = item
        by_subject.setdefault(item.subject, []).append(item)
    found = {}
    for one in visits.wanted:
        named: dict[str, DueItem] = {}
        for name in one.serves:
            if name in by_id:
                named[name] = by_id[name]
                continue
            for item in by_subject.get(one.of, ()):
                if item.entry == name or item.entry.startswith(f"{name}."):
                    named[item.id] = item
        found[one.ref] = tuple(named.values())
    return found


def make_rounds_of(
    visits: Visits,
    served: Mapping[str, tuple[DueItem, ...]],
    staffing: Staffing,
    free: Mapping[Chance, int],
    *,
    days: Span | None,
    pace: int,
) -> RoundsOf:
    """State the problem of a plan's visits.

    Args:
        visits: What the caller wants.
        served: From `served_by`.
        staffing: Who may do what.
        free: Minutes left of each day of each member of staff.
        days: Days to plan, all of them after the day as of which facts were read; None: none.
        pace: Metres a minute; 0: ways take no time.
    """
    known: dict[str, frozenset[Chance]] = {}
    asked: list[Asked] = []
    refused: list[tuple[Wanted, LeftReason]] = []
    for one in sorted(visits.wanted, key=lambda one: one.ref):
        found = _ask(one, served[one.ref], visits, staffing, days, known)
        if isinstance(found, Asked):
            asked.append(found)
        else:
            refused.append((one, found))
    chances = sorted({c for one in asked for c in one.chances if free.get(c, 0) > 0})
    metres, points = _metres(visits, asked, chances)
    number = {chance: index for index, chance in enumerate(chances)}
    slots = [
        Slot(
            staff=staff, day=day, minutes=free[staff, day], depot=points[visits.base.get(staff, "")]
        )
        for staff, day in chances
    ]
    pairs = [pair for one in asked for pair in _stops(one, number, points[one.wanted.ref], days)]
    problem = RoundsProblem(
        stops=tuple(stop for stop, _ in pairs),
        slots=tuple(slots),
        metres=metres,
        pace=pace,
        change=visits.change,
        fair=visits.fair,
    )
    return RoundsOf(problem=problem, asked=tuple(one for _, one in pairs), refused=tuple(refused))


def _ask(  # noqa: PLR0917  what one visit is looked at with
    one: Wanted,
    items: Sequence[DueItem],
    visits: Visits,
    staffing: Staffing,
    days: Span | None,
    known: dict[str, frozenset[Chance]],
) -> Asked | LeftReason:
    if not items:
        return "no_item"
    plain = [item for item in items if item.reason is None]
    still = [item for item in plain if item.open]
    if not still:
        return "nothing_open" if plain else "not_known"
    minutes = one.minutes or max((item.minutes or 0 for item in still), default=0)
    if not minutes:
        return "no_minutes"
    if visits.at and one.ref not in visits.at:
        return "no_place"
    served: list[DueItem] = []
    chances: frozenset[Chance] = frozenset()
    for item in still:
        if item.id not in known:
            known[item.id] = _chances(item, staffing, days)
        both = chances & known[item.id] if served else known[item.id]
        if both or not served:
            served.append(item)
            chances = both
    if one.during:
        chances = frozenset(
            (staff, day)
            for staff, day in chances
            if any(span.contains(date.fromordinal(day)) for span in one.during)
        )
    return Asked(wanted=one, items=tuple(served), minutes=minutes, chances=chances)


def _chances(item: DueItem, staffing: Staffing, days: Span | None) -> frozenset[Chance]:
    """Days with hours on which somebody may do an item."""
    within = item.window.meet(days) if days else None
    if within is None:
        return frozenset()
    return frozenset(
        (capacity.staff, day.toordinal())
        for capacity, span in staffing.who_may(item, within)
        for day in span
        if day in capacity.days and item.may_be_on(day)
    )


def _metres(
    visits: Visits, asked: Sequence[Asked], chances: Sequence[Chance]
) -> tuple[Metres, dict[str, int]]:
    """Distances, and the index of each name in them; "" is no place: everything is 0 metres off."""
    bases = {visits.base[staff] for staff, _ in chances if staff in visits.base}
    names = sorted({one.wanted.ref for one in asked} | bases)
    metres: Metres = [[*row, 0] for row in measure_ways(visits, names)]
    metres.append([0] * (len(names) + 1))
    return metres, {name: index for index, name in enumerate([*names, ""])}


def _stops(
    one: Asked, number: Mapping[Chance, int], point: int, days: Span | None
) -> list[tuple[Stop, Asked]]:
    """One stop with all its visits; of calendar spacing one for each part of the days."""
    wanted = one.wanted
    indexes = sorted((number[chance], chance[1]) for chance in one.chances if chance in number)
    if wanted.spacing == "calendar" and wanted.times > 1 and days is not None:
        parts = calendar_parts(days, wanted.times)
        return [
            (
                Stop(
                    ref=f"{wanted.ref}~{part:03}",
                    minutes=one.minutes,
                    point=point,
                    slots=tuple(index for index, day in indexes if first <= day <= last),
                    prefers=wanted.prefers,
                ),
                one,
            )
            for part, (first, last) in enumerate(parts, start=1)
        ]
    stop = Stop(
        ref=wanted.ref,
        minutes=one.minutes,
        point=point,
        slots=tuple(index for index, _ in indexes),
        times=wanted.times,
        gap=wanted.gap,
        since=wanted.last.toordinal() if wanted.last else None,
        prefers=wanted.prefers,
    )
    return [(stop, one)]


def calendar_parts(days: Span, times: int) -> list[tuple[int, int]]:
    """First and last day of each of so many equal parts of some days, as ordinals."""
    first, count = days.first.toordinal(), days.days
    edges = [first + count * part // times for part in range(times + 1)]
    return [(begin, end - 1) for begin, end in pairwise(edges)]
