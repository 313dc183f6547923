"""What differs between two duties, requirement by requirement."""

from __future__ import annotations

from collections.abc import Iterator

from fengqiao.packs.comparing.limits import change_of_limit
from fengqiao.packs.comparing.norms import Found, filter_changes, phase_changes
from fengqiao.packs.comparing.saying import Said, of_cadence, of_comparison, plain_value
from fengqiao.rules.book import Spoken
from fengqiao.rules.catalogue import Catalogue
from fengqiao.rules.entries import Duty, DutyPhase, Requirement
from fengqiao.rules.units import stated_unit
from fengqiao.rules.values import Exact, Open

_NOTHING = plain_value(None)


def duty_changes(one: Spoken, other: Spoken, catalogue: Catalogue) -> Iterator[Found]:
    """Every requirement in which two duties differ, and how binding they are."""
    first, second = one.phase, other.phase
    if not isinstance(first, DutyPhase) or not isinstance(second, DutyPhase):
        return
    yield from filter_changes(one, other)
    stated, states = _by_name(first), _by_name(second)
    for name in dict.fromkeys([*stated, *states]):
        own, theirs = stated.get(name), states.get(name)
        said = _said(one, first, own, catalogue)
        says = _said(other, second, theirs, catalogue)
        if own is None or theirs is None:
            yield "added" if own is None else "dropped", name, said, says
        elif name == "cadence":
            yield from _cadence(first, second, said, says)
        elif name == "window":
            yield from _window(first, second, said, says)
        elif change := change_of_limit(own.comparison, theirs.comparison, None):
            yield change, name, said, says
    if first.during != second.during:
        yield "measured", "during", plain_value(first.during), plain_value(second.during)
    yield from phase_changes(first, second)
    ways = [one.entry.done_by if isinstance(one.entry, Duty) else () for one in (one, other)]
    if set(ways[0]) != set(ways[1]):
        yield "measured", "done_by", plain_value(list(ways[0])), plain_value(list(ways[1]))


def _by_name(phase: DutyPhase) -> dict[str, Requirement]:
    return {one.name: one for one in phase.requirements}


def _said(spoken: Spoken, phase: DutyPhase, one: Requirement | None, catalogue: Catalogue) -> Said:
    if one is None:
        return _NOTHING
    if one.name == "cadence":
        return of_cadence(phase)
    if one.name == "window" and phase.within in ("start", "end"):
        return plain_value(phase.within)
    unit = stated_unit(spoken.entry, one.comparison, catalogue, field=one.field, phase=phase)
    return of_comparison(one.comparison, unit)


def _cadence(one: DutyPhase, other: DutyPhase, said: Said, says: Said) -> Iterator[Found]:
    """More often in the same period asks for more; another period is another measure."""
    if isinstance(one.every, Open) != isinstance(other.every, Open):
        yield "settled" if isinstance(one.every, Open) else "left_open", "cadence", said, says
    elif one.every != other.every:
        yield "measured", "cadence", said, says
    elif one.times != other.times:
        yield "tighter" if other.times > one.times else "looser", "cadence", said, says


def _window(one: DutyPhase, other: DutyPhase, said: Said, says: Said) -> Iterator[Found]:
    """Fewer days ask for more; `start` and `end` say no number of them."""
    if one.within == other.within:
        return
    if isinstance(one.within, Exact) and isinstance(other.within, Exact):
        stated, states = _by_name(one)["window"], _by_name(other)["window"]
        if change := change_of_limit(stated.comparison, states.comparison, "down"):
            yield change, "window", said, says
    elif isinstance(one.within, Exact) or isinstance(other.within, Exact):
        change = "left_open" if isinstance(one.within, Exact) else "settled"
        yield change, "window", said, says
    else:
        yield "changed", "window", said, says
