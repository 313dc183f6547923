"""Procedures of a place and its parents: whose is followed, and what a place adds to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from attrs import evolve

from fengqiao.rules.held import Held
from fengqiao.rules.procedures import Procedure
from fengqiao.timing import advance

P = TypeVar("P", bound=Held)


def procedures_together(entries: Iterable[Procedure]) -> Mapping[str, Procedure]:
    """What each procedure is where a place and its parents speak.

    A procedure of a place stands before its parent's, unless it is mere practice; one that adds
    to its parent's is followed together with it.

    Args:
        entries: Of all packs, the place's first.

    Returns:
        By key.
    """
    found: dict[str, Procedure] = {}
    for entry in reversed(tuple(entries)):
        above = found.get(entry.key)
        if above is not None and entry.adds:
            found[entry.key] = added(above, entry)
        elif above is None or entry.force != "practice":
            found[entry.key] = entry
    return found


def added(above: Procedure, own: Procedure) -> Procedure:
    """A procedure with what a place adds to it.

    A guard or clock of the place takes the place of its namesake from its first day on, unless
    the place's is mere practice: that leaves what is there as it is.

    Args:
        above: The parent's.
        own: The place's.
    """
    is_weak = own.force == "practice"
    return evolve(
        own,
        states=_and_new(above.states, own.states),
        moves=(*above.moves, *own.moves),
        guards=_instead(above.guards, own.guards, is_weak=is_weak),
        routes=own.routes or above.routes,
        clocks=_instead(above.clocks, own.clocks, is_weak=is_weak),
        contents=own.contents or above.contents,
        papers=own.papers or above.papers,
        path=own.path or above.path,
        counting=own.counting or above.counting,
        transition=above.transition,
        cites=tuple(dict.fromkeys((*own.cites, *above.cites))),
        places_may=above.places_may,
    )


def _name(piece: Held) -> Any:  # noqa: ANN401  a piece of any kind, each with a name
    return piece.name  # type: ignore[attr-defined]


def _and_new(above: Sequence[P], own: Sequence[P]) -> tuple[P, ...]:
    known = {_name(one) for one in above}
    return (*above, *(one for one in own if _name(one) not in known))


def _instead(above: Sequence[P], own: Sequence[P], *, is_weak: bool) -> tuple[P, ...]:
    """Pieces of the parent until a namesake of the place begins, then those of the place."""
    if is_weak:
        return _and_new(above, own)
    kept = []
    for one in above:
        begins = [other.effective_from for other in own if _name(other) == _name(one)]
        if not begins:
            kept.append(one)
        elif one.effective_from < min(begins):
            last = advance(min(begins), -1, "day")
            kept.append(evolve(one, effective_until=min(last, one.effective_until or date.max)))
    return (*kept, *own)
