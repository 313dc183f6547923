"""Routes of a procedure: whatever the facts of a case are, it is told to go one way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations

from fengqiao.packs.spot import Spot
from fengqiao.rules.procedures import Route
from fengqiao.rules.values import Comparison
from fengqiao.timing.days import advance

MOST_FACTS = 12
"""Facts by which routes of one day may tell cases apart: 4,096 kinds of case are tried."""


def check_routes(routes: Sequence[Route], spot: Spot) -> None:
    """Note the first kind of case on each day that no route takes, or that two take apart.

    A route that leads to its own procedure says that a case stays.

    Args:
        routes: In the order of the rows.
        spot: The procedure's.
    """
    told: set[tuple[str, int]] = set()
    for day in _days(routes):
        held = [(index, one) for index, one in enumerate(routes) if one.holds_on(day)]
        if not held:
            continue
        words = sorted({word for _, one in held for word in one.when.words})
        place = spot.at("route", held[-1][0], "when")
        if len(words) > MOST_FACTS:
            place.fault("pack.route_facts", count=len(words), most=MOST_FACTS)
            return
        for code, index, to, there in _found(held, words):
            if (code, index) not in told:
                told.add((code, index))
                lacking = tuple(word for word in words if word not in there)
                at = spot.at("route", index, "when")
                at.fault(code, to=to, there=there, lacking=lacking)


def _days(routes: Sequence[Route]) -> list[date]:
    """Days from which other routes hold: first days, and those after a last one."""
    begins = {route.effective_from for route in routes}
    after = {
        advance(route.effective_until, 1, "day")
        for route in routes
        if route.effective_until is not None
    }
    return sorted(begins | after)


def _found(
    held: Sequence[tuple[int, Route]], words: Sequence[str]
) -> Iterator[tuple[str, int, str, tuple[str, ...]]]:
    """Overlaps of each route with an earlier one; where there is none, the first gap."""
    gap: tuple[str, ...] | None = None
    is_clear = True
    for there in _kinds(words):
        taking = [(index, one) for index, one in held if fits(one.when, frozenset(there))]
        if not taking:
            gap = there if gap is None else gap
            continue
        for index, one in taking[1:]:
            if one.to != taking[0][1].to:
                is_clear = False
                yield "pack.route_overlap", index, taking[0][1].to, there
    if gap is not None and is_clear:
        yield "pack.route_gap", held[-1][0], "", gap


def _kinds(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every kind of case: all sets of facts, small ones first."""
    for size in range(len(words) + 1):
        yield from combinations(words, size)


def fits(when: Comparison, facts: frozenset[str]) -> bool:
    """Whether a case with these facts is of the kind that a route takes."""
    asked = frozenset(when.words)
    if when.op == "any_of":
        return bool(asked & facts)
    if when.op == "none_of":
        return not asked & facts
    return asked <= facts
