"""Procedures of a place beside its parent's: what they add to, and that they don't loosen it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from fengqiao.errors import Fault, Place
from fengqiao.rules.case_clocks import CaseClock, LeftOut
from fengqiao.rules.entries import Pack, PlacesMay, Procedure
from fengqiao.rules.held import Held
from fengqiao.rules.procedures import Guard, Move
from fengqiao.rules.procedures_together import added, procedures_together
from fengqiao.rules.values import Comparison, Exact
from fengqiao.timing import advance

_FIRST_STATE = "new"


def procedure_faults(packs: Mapping[str, Pack]) -> Iterator[Fault]:
    """Procedures that add to none, that come apart, or that loosen what places may not loosen.

    Args:
        packs: By id, with all parents.
    """
    for pack in packs.values():
        above = procedures_together(_of_parents(pack, packs))
        for own in pack.entries:
            if not isinstance(own, Procedure):
                continue
            theirs = above.get(own.key)
            if theirs is None:
                if own.adds:
                    yield _fault("pack.adds_to_nothing", own, key=own.key)
                continue
            whole = added(theirs, own) if own.adds else own
            if own.adds:
                yield from _apart(whole, own)
            if own.force != "practice" or own.adds:
                yield from _loosened(whole, own, theirs)


def _of_parents(pack: Pack, packs: Mapping[str, Pack]) -> Iterator[Procedure]:
    seen = {pack.id}
    following = packs.get(pack.parent or "")
    while following is not None and following.id not in seen:
        seen.add(following.id)
        yield from (one for one in following.entries if isinstance(one, Procedure))
        following = packs.get(following.parent or "")


def _fault(code: str, own: Procedure, **facts: object) -> Fault:
    known = {"pack": own.pack, "entry": own.id, "field": "procedure", "table": "procedure"}
    return Fault(code, {**known, **facts}, Place(own.origin.file, own.origin.line))


def _apart(whole: Procedure, own: Procedure) -> Iterator[Fault]:
    """What doesn't hold together once a place has added to its parent's procedure."""
    declared = {state.name for state in whole.states} | {_FIRST_STATE}
    reached = {move.to for move in whole.moves if move.to}
    left = {name for move in whole.moves for name in move.froms if move.to not in (None, name)}
    for state in dict.fromkeys(name for move in own.moves for name in (*move.froms, move.to)):
        if state is not None and state not in declared:
            yield _fault("pack.state_undeclared", own, state=state, known=sorted(declared))
    for one in own.states:
        if one.name not in reached:
            yield _fault("pack.state_unreached", own, state=one.name)
        if not one.ends and one.name not in left:
            yield _fault("pack.state_stuck", own, state=one.name)
    taken = {move.name for move in whole.moves}
    named = [name for guard in own.guards for name in guard.moves]
    named += [name for clock in own.clocks for name in _listened(clock)]
    for name in dict.fromkeys(named):
        if name not in taken:
            yield _fault("pack.adds_no_step", own, step=name)


def _listened(clock: CaseClock) -> tuple[str, ...]:
    held = (name for hold in clock.holds for name in (hold.begins, hold.ends))
    by = clock.extend.by if clock.extend else ()
    return (*clock.starts, *clock.restarts, *clock.stops, *held, *by)


def _loosened(whole: Procedure, own: Procedure, above: Procedure) -> Iterator[Fault]:
    """Pieces of the parent's that a place loosens or replaces though it may not.

    A place's own states, and moves from and to them, loosen nothing; every other move must be the
    parent's.
    """
    cites = [f"{cite.source}:{cite.ref}" for cite in above.cites]
    facts = {"parent": above.pack, "clause": list(dict.fromkeys(cites))}
    if above.places_may == "nothing":
        yield _fault("pack.parent_forbids", own, **facts)
        return
    found = list(_loose(whole, own, above))
    if found:
        yield _fault("pack.parent_loosens", own, pieces=tuple(dict.fromkeys(found)), **facts)


def _loose(whole: Procedure, own: Procedure, above: Procedure) -> Iterator[str]:
    is_tight = above.places_may == "tighten"
    if is_tight:
        for guard in above.guards:
            days = _days(guard, (*whole.guards, own))
            if not all(_is_guarded(guard, whole.guards, day) for day in days):
                yield guard.name
        for name in ("contents", "papers"):
            if not set(getattr(above, name)) <= set(getattr(whole, name)):
                yield name
        for move in own.moves:
            if not _is_known(move, own, above):
                yield move.name
    for clock in above.clocks:
        may: PlacesMay = clock.places_may or above.places_may
        for day in _days(clock, (*whole.clocks, own)):
            mine = [one for one in whole.clocks if one.name == clock.name and one.holds_on(day)]
            is_changed = any(one in own.clocks and one != clock for one in mine)
            is_as_short = bool(mine) and all(_as_short(one, clock) for one in mine)
            if (may == "nothing" and is_changed) or (may == "tighten" and not is_as_short):
                yield clock.name


def _days(piece: Held, others: Sequence[Held | Procedure]) -> list[date]:
    """Days of a piece on which something else begins or has just ended."""
    begins = {one.effective_from for one in (piece, *others)}
    after = {
        advance(one.effective_until, 1, "day") for one in others if one.effective_until is not None
    }
    return sorted(day for day in begins | after if piece.holds_on(day))


def _is_guarded(above: Guard, guards: Sequence[Guard], day: date) -> bool:
    return any(one.holds_on(day) and _as_strict(one, above) for one in guards)


def _as_strict(own: Guard, above: Guard) -> bool:
    """Whether a guard refuses every step that the one above refuses."""
    return own == above or (
        set(above.moves) <= set(own.moves)
        and (not own.is_open or above.is_open)
        and _asks_as_much(own.needs, above.needs)
        and _bars_as_much(own.bars, above.bars)
        and set(above.within) <= set(own.within)
    )


def _asks_as_much(own: Comparison | None, above: Comparison | None) -> bool:
    """Whether facts that satisfy one need satisfy the other too."""
    if above is None:
        return True
    if own is None:
        return False
    mine, theirs = set(own.words), set(above.words)
    if own.op == "all_of" and above.op == "any_of":
        return bool(mine & theirs)
    if own.op != above.op:
        return False
    return mine <= theirs if above.op == "any_of" else theirs <= mine


def _bars_as_much(own: Comparison | None, above: Comparison | None) -> bool:
    """Whether facts that one bar bars are barred by the other too."""
    if above is None:
        return True
    if own is None:
        return False
    mine, theirs = set(own.words), set(above.words)
    if above.op == "all_of":
        return mine <= theirs if own.op == "all_of" else bool(mine & theirs)
    return own.op != "all_of" and theirs <= mine


def _is_known(move: Move, own: Procedure, above: Procedure) -> bool:
    """Whether a move opens no new way between states of the parent's.

    It is the parent's own; a step of the place's that leaves the case where it is; or it leads to a
    state of the place's, or from there back to where cases come from, or on by a step that the
    parent has for it, with the guards of that step.
    """
    if move.to is None and all(one.name != move.name for one in above.moves):
        return True
    states = {state.name for state in above.states} | {_FIRST_STATE}
    if move.to is not None and move.to not in states:
        return True
    back = {name for one in own.moves if one.to and one.to not in states for name in one.froms}
    for state in move.froms:
        like = [one for one in above.moves if one.name == move.name and one.to == move.to]
        if state not in states:
            if move.to is not None and not like and move.to not in back:
                return False
        elif not any(state in one.froms and (not one.by or _by_fewer(move, one)) for one in like):
            return False
    return True


def _by_fewer(own: Move, above: Move) -> bool:
    return bool(own.by) and set(own.by) <= set(above.by)


def _as_short(own: CaseClock, above: CaseClock) -> bool:
    """Whether a clock never ends later than the one above."""
    return own == above or (
        _is_length_as_short(own, above)
        and (own.counting, own.when, own.levels) == (above.counting, above.when, above.levels)
        and set(above.starts) <= set(own.starts)
        and set(own.restarts) <= set(above.restarts)
        and set(own.stops) <= set(above.stops)
        and {_held(one) for one in own.holds} <= {_held(one) for one in above.holds}
        and _is_more_time_as_short(own, above)
        and (not own.is_open or above.is_open)
    )


def _held(hold: LeftOut) -> tuple[str, str, str]:
    return hold.begins, hold.ends, hold.within


def _is_length_as_short(own: CaseClock, above: CaseClock) -> bool:
    if own.length is None or above.length is None:
        return own.length is None and own.norm == above.norm
    return _is_as_short(own.length, above.length)


def _is_as_short(own: Exact, above: Exact) -> bool:
    return own.unit == above.unit and own.num * above.den <= above.num * own.den


def _is_more_time_as_short(own: CaseClock, above: CaseClock) -> bool:
    mine, theirs = own.extend, above.extend
    if mine is None:
        return True
    if theirs is None or not set(mine.by) <= set(theirs.by):
        return False
    if isinstance(theirs.length, Exact) and not (
        isinstance(mine.length, Exact) and _is_as_short(mine.length, theirs.length)
    ):
        return False
    if theirs.times is not None and (mine.times is None or mine.times > theirs.times):
        return False
    has_grounds = not theirs.reasons or (
        bool(mine.reasons) and set(mine.reasons) <= set(theirs.reasons)
    )
    return has_grounds and _asks_as_much(mine.needs, theirs.needs)
