"""Plan again with the least change: what is done or pinned stays, and what moves says why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Literal

from attrs import evolve, field, frozen

from fengqiao.errors import Fault, RequestError
from fengqiao.planning.by_deadline import lay_out, ordered_capacities, ordered_items
from fengqiao.planning.by_rounds import days_after, free_of, left_of, put_rounds
from fengqiao.planning.capacity import Capacity
from fengqiao.planning.drafting import Draft
from fengqiao.planning.items import DueItem
from fengqiao.planning.plan import LeftVisit, Placed, Plan
from fengqiao.planning.rounds import ITERATIONS, Rounds, RoundsSolver, solve_rounds
from fengqiao.planning.rounds_of import RoundsOf, make_rounds_of, served_by
from fengqiao.planning.staffing import Staffing
from fengqiao.planning.visits import Visits
from fengqiao.timing import Period, Span

MoveReason = Literal[
    "done", "away", "no_hours", "post", "window", "no_room", "spacing", "not_done", "new"
]
"""Why something does not stand where it stood.

- `done`: it is done, or no longer due.
- `away`: the officer is away on that day.
- `no_hours`: the officer has no hours on that day any more.
- `post`: the officer may not do it any more on that day.
- `window`: it may not be done on that day any more.
- `no_room`: the day has no room for it any more.
- `spacing`: other visits to the same reference are too near, or too far.
- `not_done`: it stood on a day that is over, and was not done.
- `new`: it stood nowhere.
"""
_MOST_TRIES = 3
Where = tuple[str, date]
"""With whom and on which day."""


@frozen(kw_only=True)
class Pin:
    """Blocks that must stay with their officer on their day; None: any.

    Attributes:
        staff: Of this officer.
        day: Of this day.
        item: Of this due item.
    """

    staff: str | None = None
    day: date | None = None
    item: str | None = None

    def holds(self, block: Placed) -> bool:
        """Whether it pins a block."""
        return (
            self.staff in (None, block.staff)
            and self.day in (None, block.day)
            and self.item in (None, block.item)
        )


@frozen(kw_only=True)
class Move:
    """Units of one item, or visits to one reference, that do not stand where they stood.

    Attributes:
        ref: Of a visit; None: of units without one.
        before, after: With whom and on which day; None: nowhere.
        reason: Why.
    """

    item: str
    ref: str | None = None
    units: int
    before: Where | None
    after: Where | None
    reason: MoveReason

    def to_json(self) -> dict[str, Any]:
        """The move as plain data."""
        return {
            "item": self.item,
            "ref": self.ref,
            "units": self.units,
            "from": _shown(self.before),
            "to": _shown(self.after),
            "reason": self.reason,
        }


def _shown(where: Where | None) -> dict[str, str] | None:
    return {"staff": where[0], "day": where[1].isoformat()} if where else None


@frozen(kw_only=True, repr=False)
class Replan:
    """A plan made from another one.

    Attributes:
        plan: From the day after `plan.on`.
        past: Blocks of the plan before, up to that day.
        moves: Whatever does not stand where it stood, and what is new.
        kept: Units and visits that stand where they stood.
        pinned: Blocks of the plan before that were to stay, and do.
    """

    plan: Plan
    past: tuple[Placed, ...]
    moves: tuple[Move, ...]
    kept: int
    pinned: tuple[Placed, ...] = field(default=())

    def __repr__(self) -> str:
        """The plan, and how much changed."""
        return f"Replan({self.plan!r}, {self.counts()})"

    @property
    def changed(self) -> int:
        """The measure that is kept small.

        Units and visits that stood after the day, are still to be done, and now stand with
        somebody else, on another day or nowhere.
        """
        return sum(
            one.units for one in self.moves if one.before is not None and one.reason != "done"
        )

    def counts(self) -> dict[str, int]:
        """Units and visits that were kept, changed, are done, and are new."""
        return {
            "kept": self.kept,
            "changed": self.changed,
            "done": sum(one.units for one in self.moves if one.reason == "done"),
            "new": sum(one.units for one in self.moves if one.before is None),
        }

    def to_json(self) -> dict[str, Any]:
        """The plan as plain data, with `moves`, `past` and `changes` beside it."""
        return {
            **self.plan.to_json(),
            "past": [one.to_json() for one in self.past],
            "moves": [one.to_json() for one in self.moves],
            "changes": self.counts(),
        }


def replan(
    old: Plan,
    items: Iterable[DueItem],
    capacities: Iterable[Capacity],
    *,
    on: date,
    pinned: Iterable[Pin] = (),
    visits: Visits | None = None,
    pace: int = 0,
    solver: RoundsSolver = solve_rounds,
    seed: int = 0,
    iterations: int = ITERATIONS,
    stop: Callable[[], bool] | None = None,
) -> Replan:
    """Plan again what is still open, with the least change.

    1. Of each day after `on`, what still may stand with its officer stays, as many units as there
       is room for: pinned ones first, then the shortest.
    2. Visits are first asked for with the officer on the day where they stood; only those that
       don't fit there are set free, together with visits that are new.
    3. The rest is placed by deadline, in what is left.

    Args:
        old: The plan before.
        items: What is due now, as of `on`.
        capacities: Who can work when now.
        on: The day up to and including which facts are counted.
        pinned: What must stay.
        visits: Whom to visit now, without what is done; needed where the plan has references.
        pace: Metres a minute where the visits don't say.
        solver: Of rounds.
        seed: The same input gives the same plan.
        iterations: How much the solver is to try each time.
        stop: Asked again and again; once it says so, the best so far is taken.

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
    draft, _ = lay_out({}, staff, period=old.period, on=on)
    keeper = _Keeper(draft=draft, ordered=ordered, numbers=numbers, period=old.period, on=on)
    order = sorted(
        (one for one in future if not one.refs),
        key=lambda one: (
            one not in held,
            one.day,
            one.staff,
            one.minutes // max(1, one.units),
            one.item,
        ),
    )
    served = served_by(ordered, visits) if visits else {}
    named = Counter(item.id for some in served.values() for item in some)
    for block in order:
        keeper.keep(block, named[block.item])
    left: tuple[LeftVisit, ...] = ()
    counted: Counter[str] = Counter(keeper.stands)
    moved_refs: dict[str, MoveReason] = {}
    if visits is not None:
        rounds = make_rounds_of(
            visits,
            served,
            Staffing(staff),
            free_of(draft.desks),
            days=days_after(old.period, on),
            pace=visits.pace or pace,
        )
        stood = _stood(future)
        again = _Again(
            rounds=rounds, stood=stood, solver=solver, seed=seed, iterations=iterations, stop=stop
        )
        rounds, solved, moved_refs = again.solve()
        room = {item.id: item.open - keeper.stands[item.id] for item in ordered}
        counted.update(put_rounds(draft.desks, rounds, solved, room))
        left = tuple(sorted(left_of(rounds, solved), key=lambda one: (one.ref, one.reason)))
    rest = lay_out(
        dict(enumerate(ordered)),
        staff,
        period=old.period,
        on=on,
        draft=draft,
        counted=counted,
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
    _require_pinned(held, moves)
    gone = {(one.item, one.before) for one in moves if one.reason == "done"}
    stay = tuple(one for one in held if (one.item, (one.staff, one.day)) not in gone)
    return Replan(plan=plan, past=past, moves=moves, kept=kept, pinned=stay)


def _by_day(block: Placed) -> tuple[date, str, int]:
    return block.day, block.staff, block.start


@frozen(kw_only=True)
class _Keeper:
    """Puts units back where they stood, and remembers why it could not."""

    draft: Draft
    ordered: Sequence[DueItem]
    numbers: Mapping[str, int]
    period: Period
    on: date
    stands: Counter[str] = field(factory=Counter, init=False)
    reasons: dict[tuple[str, Where], MoveReason] = field(factory=dict, init=False)

    def keep(self, block: Placed, named: int) -> None:
        """Put as many units of a block back as may stand there.

        Args:
            block: Of units without references.
            named: References that are to be visited for the same item: those come first.
        """
        number = self.numbers.get(block.item)
        item = self.ordered[number] if number is not None else None
        for _ in range(block.units):
            reason = self._put(item, number or 0, block, named)
            if reason is not None:
                self.reasons[block.item, (block.staff, block.day)] = reason
                return

    def _put(
        self, item: DueItem | None, number: int, block: Placed, named: int
    ) -> MoveReason | None:
        if item is None or self.stands[block.item] >= item.open - named or item.reason is not None:
            return "done"
        if reason := self.hindrance(item, block.staff, block.day):
            return reason
        desk = self.draft.desks[block.staff]
        hours = [(block.day, desk.capacity.days[block.day][1])]
        own, minutes = item.in_community, item.minutes or 0
        if not minutes or desk.best_day(hours, minutes, in_community=own) is None:
            return "no_room"
        desk.put(number, block.day, minutes, in_community=own)
        self.stands[block.item] += 1
        return None

    def hindrance(self, item: DueItem, staff: str, day: date) -> MoveReason | None:
        """Why somebody can't do an item on a day, however empty it is."""
        desk = self.draft.desks.get(staff)
        if desk is None:
            return "post"
        if day in desk.capacity.away:
            return "away"
        if day not in desk.capacity.days:
            return "no_hours"
        if not (item.window.contains(day) and self.period.span.contains(day)):
            return "window"
        may = self.draft.staffing.who_may(item, Span(day, day))
        return None if any(capacity.staff == staff for capacity, _ in may) else "post"


def _stood(future: Iterable[Placed]) -> dict[str, list[Where]]:
    found: dict[str, list[Where]] = {}
    for block in future:
        for ref in block.refs:
            found.setdefault(ref, []).append((block.staff, block.day))
    return found


@frozen(kw_only=True)
class _Again:
    """Solves rounds so that visits stay where they stood, as far as they fit."""

    rounds: RoundsOf
    stood: Mapping[str, Sequence[Where]]
    solver: RoundsSolver
    seed: int
    iterations: int
    stop: Callable[[], bool] | None

    def solve(self) -> tuple[RoundsOf, Rounds, dict[str, MoveReason]]:
        """Rounds, and why visits to a reference were set free."""
        problem = self.rounds.problem
        slots = {
            (slot.staff, date.fromordinal(slot.day)): index
            for index, slot in enumerate(problem.slots)
        }
        free: dict[str, MoveReason] = {}
        for attempt in range(_MOST_TRIES + 1):
            stops = []
            for stop, asked in zip(problem.stops, self.rounds.asked, strict=True):
                before = self.stood.get(asked.wanted.ref, ())
                own = [slots[where] for where in before if where in slots]
                own = [slot for slot in own if slot in stop.slots]
                is_bound = asked.wanted.ref not in free and len(own) >= stop.times
                stops.append(evolve(stop, slots=tuple(sorted(set(own)))) if is_bound else stop)
            bound = evolve(problem, stops=tuple(stops))
            solved = self.solver(bound, seed=self.seed, iterations=self.iterations, stop=self.stop)
            missed = {
                self.rounds.asked[one.stop].wanted.ref: one.reason
                for one in solved.missed
                if stops[one.stop].slots != problem.stops[one.stop].slots
            }
            if not missed:
                break
            last = attempt == _MOST_TRIES - 1
            names = self.stood if last else missed
            free.update(
                (ref, "spacing" if missed.get(ref) == "no_spacing" else "no_room") for ref in names
            )
        return evolve(self.rounds, problem=bound), solved, free


def _compare(  # noqa: PLR0917  what stood, and what stands
    past: Sequence[Placed],
    future: Sequence[Placed],
    plan: Plan,
    keeper: _Keeper,
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
    key: _Key, where: Where, keeper: _Keeper, moved_refs: Mapping[str, MoveReason]
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


def _require_pinned(held: Sequence[Placed], moves: Iterable[Move]) -> None:
    """Refuse a plan in which something pinned moved.

    Raises:
        RequestError: Each that can't stay, with the reason.
    """
    lost = {
        (move.item, move.before): move.reason
        for move in moves
        if move.before is not None and move.reason != "done"
    }
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
