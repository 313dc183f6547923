"""Plan again with the least change: what is done or pinned stays, and what moves says why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from attrs import evolve

from fengqiao.errors import Fault, RequestError
from fengqiao.planning.by_deadline import lay_out, ordered_capacities, ordered_items
from fengqiao.planning.by_rounds import days_after, free_of, left_of, put_rounds
from fengqiao.planning.capacity import Capacity
from fengqiao.planning.items import DueItem
from fengqiao.planning.moves import Move, MoveReason, Pin, Replan, Where
from fengqiao.planning.plan import LeftVisit, Placed, Plan, Tell
from fengqiao.planning.rounds import ITERATIONS
from fengqiao.planning.rounds_of import make_rounds_of, served_by
from fengqiao.planning.sealing import only_for_those, seal
from fengqiao.planning.staffing import Staffing
from fengqiao.planning.staying import Keeper, RoundsAgain
from fengqiao.planning.venues import Venue, check_venues
from fengqiao.planning.visits import Visits


def replan(
    old: Plan,
    items: Iterable[DueItem],
    capacities: Iterable[Capacity],
    *,
    on: date,
    pinned: Iterable[Pin] = (),
    venues: Iterable[Venue] = (),
    visits: Visits | None = None,
    pace: int = 0,
    seed: int = 0,
    iterations: int = ITERATIONS,
    stop: Callable[[], bool] | None = None,
    tell: Tell | None = None,
) -> Replan:
    """Plan again what is still open, with the least change.

    1. Of each day after `on`, what still may stand with its officer stays, as many units as there
       is room for: pinned ones first, at their hours, then what needs a room, then the shortest.
       Of a round of visits of which something is pinned all that is still to be done stays, in its
       order and at its hours, and nothing joins it.
    2. Visits are first asked for with the officer on the day where they stood; only those that
       don't fit there are set free, together with visits that are new.
    3. The rest is placed by deadline, in what is left.

    Args:
        old: The plan before.
        items: What is due now, as of `on`.
        capacities: Who can work when now.
        on: The day up to and including which facts are counted.
        pinned: What must stay, with its officer, on its day and at its hour.
        venues: Rooms that meetings need for themselves, as the plan before had them.
        visits: Whom to visit now, without what is done; needed where the plan has references.
        pace: Metres a minute where the visits don't say.
        seed: The same input gives the same plan.
        iterations: How much the solver is to try each time.
        stop: Asked again and again; once it says so, the best so far is taken.
        tell: Told how many blocks and items were looked at, and how many there are.

    Raises:
        RequestError: Something pinned can't stay, or the plan has references and no visits came.
    """
    ordered, staff = ordered_items(items), ordered_capacities(capacities)
    future = sorted((one for one in old.placed if one.day > on), key=_by_day)
    if visits is None and any(one.refs for one in future):
        raise RequestError("replan.no_visits")
    pins = tuple(pinned)
    held = [one for one in future if any(pin.holds(one) for pin in pins)]
    numbers = {item.id: number for number, item in enumerate(ordered)}
    draft, _ = lay_out({}, staff, period=old.period, on=on, venues=check_venues(venues))
    sealed = seal(draft.desks, future, held)
    keeper = Keeper(draft=draft, ordered=ordered, numbers=numbers, period=old.period, on=on)
    order = sorted(
        (one for one in future if not one.refs),
        key=lambda one: (
            one not in held,
            one.item not in numbers or draft.book.venue_of(ordered[numbers[one.item]]) is None,
            one.day,
            one.staff,
            one.minutes // max(1, one.units),
            one.item,
        ),
    )
    served = served_by(ordered, visits) if visits else {}
    named = Counter(item.id for some in served.values() for item in some)
    for count, block in enumerate(order, start=1):
        keeper.keep(block, named[block.item], is_pinned=block in held)
        if tell is not None:
            tell(count, len(order) + len(ordered))
    left: tuple[LeftVisit, ...] = ()
    counted: Counter[str] = Counter(keeper.stands)
    moved_refs: dict[str, MoveReason] = {}
    if visits is not None:
        rounds = make_rounds_of(
            visits,
            served,
            Staffing(staff),
            {
                **free_of(draft.desks),
                **{(who, day.toordinal()): one.minutes for (who, day), one in sealed.items()},
            },
            days=days_after(old.period, on),
            pace=visits.pace or pace,
        )
        rounds = only_for_those(rounds, sealed)
        again = RoundsAgain(
            rounds=rounds, future=future, seed=seed, iterations=iterations, stop=stop
        )
        rounds, solved, moved_refs = again.solve()
        room = {item.id: item.open - keeper.stands[item.id] for item in ordered}
        counted.update(put_rounds(draft.desks, rounds, solved, room, sealed))
        left = tuple(sorted(left_of(rounds, solved), key=lambda one: (one.ref, one.reason)))
    rest = lay_out(
        dict(enumerate(ordered)),
        staff,
        period=old.period,
        on=on,
        draft=draft,
        counted=counted,
        tell=tell and (lambda count, _: tell(len(order) + count, len(order) + len(ordered))),
    )[1]
    placed = [block for desk in draft.desks.values() for block in desk.blocks(ordered)]
    plan = Plan(
        placed=tuple(sorted(placed, key=lambda one: (one.day, one.staff, one.start))),
        unplaced=tuple(sorted(rest, key=lambda one: (one.item, one.reason))),
        period=old.period,
        on=on,
        left=left,
    )
    past = tuple(one for one in old.placed if one.day <= on)
    moves, kept = _compare(past, future, plan, keeper, moved_refs, visits)
    gone = {(one.item, one.before) for one in moves if one.reason == "done"}
    _require_pinned(held, moves, gone, plan)
    stay = tuple(one for one in held if (one.item, (one.staff, one.day)) not in gone)
    return Replan(plan=plan, past=past, moves=moves, kept=kept, pinned=stay)


def _by_day(block: Placed) -> tuple[date, str, int]:
    return block.day, block.staff, block.start


def _compare(  # noqa: PLR0917  what stood, and what stands
    past: Sequence[Placed],
    future: Sequence[Placed],
    plan: Plan,
    keeper: Keeper,
    moved_refs: Mapping[str, MoveReason],
    visits: Visits | None,
) -> tuple[tuple[Move, ...], int]:
    """Each difference between two plans, and how much did not change."""
    before, after = _standing(future), _standing(plan.placed)
    over = {key for block in past for key in _keys(block)}
    wanted = {one.ref for one in visits.wanted} if visits else set()
    open_ = {item.id: item.open for item in keeper.ordered}
    moves: list[Move] = []
    kept = 0
    for key in sorted({*before, *after}, key=lambda key: (key[0], key[1] or "")):
        was, now = before.get(key, Counter()), after.get(key, Counter())
        kept += (was & now).total()
        gone = sorted((was - now).elements())
        come = sorted((now - was).elements())
        still = open_.get(key[0], 0) if key[1] is None else len(gone) * (key[1] in wanted)
        lasting = max(0, still - (was & now).total()) if key[1] is None else still
        for index in range(max(len(gone), len(come))):
            start = gone[index] if index < len(gone) else None
            end = come[index] if index < len(come) else None
            if start is None:
                reason: MoveReason = "not_done" if key in over else "new"
            elif end is None and index >= lasting:
                reason = "done"
            else:
                reason = _why(key, start, keeper, moved_refs)
            moves.append(
                Move(item=key[0], ref=key[1], units=1, before=start, after=end, reason=reason)
            )
    return tuple(_joined(moves)), kept


_Key = tuple[str, str | None]
"""Item and reference; of visits the first item that they serve."""


def _keys(block: Placed) -> Iterator[_Key]:
    if block.refs:
        yield from ((block.item, ref) for ref in block.refs)
    else:
        yield block.item, None


def _standing(blocks: Iterable[Placed]) -> dict[_Key, Counter[Where]]:
    found: dict[_Key, Counter[Where]] = {}
    for block in blocks:
        where = (block.staff, block.day)
        for key in _keys(block):
            count = 1 if block.refs else block.units
            found.setdefault(key, Counter())[where] += count
    return found


def _why(
    key: _Key, where: Where, keeper: Keeper, moved_refs: Mapping[str, MoveReason]
) -> MoveReason:
    item_id, ref = key
    if ref is None:
        return keeper.reasons.get((item_id, where), "no_room")
    number = keeper.numbers.get(item_id)
    if number is None:
        return "done"
    return keeper.hindrance(keeper.ordered[number], *where) or moved_refs.get(ref, "no_room")


def _joined(moves: Iterable[Move]) -> Iterator[Move]:
    """Like moves as one, with all their units."""
    units: Counter[Move] = Counter()
    for move in moves:
        units[move] += 1
    for move, count in units.items():
        yield evolve(move, units=count)


def _require_pinned(
    held: Sequence[Placed],
    moves: Iterable[Move],
    gone: Collection[tuple[str, Where | None]],
    plan: Plan,
) -> None:
    """Refuse a plan in which something pinned moved, be it to another hour of its day.

    Raises:
        RequestError: Each that can't stay, with the reason.
    """
    lost = {
        (move.item, move.before): move.reason
        for move in moves
        if move.before is not None and move.reason != "done"
    }
    hours = {(one.item, one.staff, one.day, one.start) for one in plan.placed}
    for one in held:
        key = (one.item, (one.staff, one.day))
        if key not in gone and (one.item, one.staff, one.day, one.start) not in hours:
            lost.setdefault(key, "no_room")
    faults = [
        Fault(
            "replan.pin_lost",
            {"staff": one.staff, "day": one.day.isoformat(), "reason": lost[key]},
        )
        for one in held
        if (key := (one.item, (one.staff, one.day))) in lost
    ]
    if faults:
        raise RequestError.of(faults)
