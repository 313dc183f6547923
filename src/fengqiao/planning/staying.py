"""What stays where it stood when a plan is made again: units one by one, visits as rounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from attrs import evolve, field, frozen

from fengqiao.planning.drafting import Draft
from fengqiao.planning.items import DueItem
from fengqiao.planning.moves import MoveReason, Where
from fengqiao.planning.plan import Placed
from fengqiao.planning.rounds import (
    Missed,
    Rounds,
    RoundsProblem,
    check_rounds,
    improve_rounds,
)
from fengqiao.planning.rounds_of import RoundsOf
from fengqiao.timing import Period, Span

_MOST_TRIES = 3
_NEVER = 10**9


@frozen(kw_only=True)
class Keeper:
    """Puts units back where they stood, and remembers why it could not."""

    draft: Draft
    ordered: Sequence[DueItem]
    numbers: Mapping[str, int]
    period: Period
    on: date
    stands: Counter[str] = field(factory=Counter, init=False)
    reasons: dict[tuple[str, Where], MoveReason] = field(factory=dict, init=False)

    def keep(self, block: Placed, named: int, *, is_pinned: bool) -> None:
        """Put as many units of a block back as may stand there.

        Args:
            block: Of units without references.
            named: References that are to be visited for the same item: those come first.
            is_pinned: Whether they must stand at their hour.
        """
        number = self.numbers.get(block.item)
        item = self.ordered[number] if number is not None else None
        for index in range(block.units):
            at = block.start + index * (block.minutes // block.units)
            is_fixed = is_pinned and index == 0
            reason = self._put(
                item, number or 0, block, named, at, is_pinned=is_pinned, is_fixed=is_fixed
            )
            if reason is not None:
                self.reasons[block.item, (block.staff, block.day)] = reason
                return

    def _put(
        self,
        item: DueItem | None,
        number: int,
        block: Placed,
        named: int,
        at: int,
        *,
        is_pinned: bool,
        is_fixed: bool,
    ) -> MoveReason | None:
        if item is None or self.stands[block.item] >= item.open - named or item.reason is not None:
            return "done"
        if reason := self.hindrance(item, block.staff, block.day):
            return reason
        desk = self.draft.desks[block.staff]
        hours = [(block.day, desk.capacity.days[block.day][1])]
        own, minutes, day = item.in_community, item.minutes or 0, block.day
        venue = self.draft.book.venue_of(item)
        open_on = self.draft.open_on(venue)
        if not minutes or not desk.best_day(hours, minutes, in_community=own, open_on=open_on):
            return "no_room"
        if is_pinned and desk.time_for(day, minutes, open_on, at) != at:
            return "no_room"
        wished = at if is_pinned or day in desk.timed or venue is not None else None
        self.draft.put(number, item, block.staff, day, venue, wished=wished, is_fixed=is_fixed)
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
        is_inside = item.window.contains(day) and self.period.span.contains(day)
        if not (is_inside and item.may_be_on(day)):
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
class RoundsAgain:
    """Makes rounds again so that visits stay where they stood, as far as they fit."""

    rounds: RoundsOf
    future: Sequence[Placed]
    seed: int
    iterations: int
    stop: Callable[[], bool] | None
    slots: dict[Where, int] = field(init=False)

    @slots.default
    def _number_slots(self) -> dict[Where, int]:
        slots = self.rounds.problem.slots
        return {(one.staff, date.fromordinal(one.day)): index for index, one in enumerate(slots)}

    def solve(self) -> tuple[RoundsOf, Rounds, dict[str, MoveReason]]:
        """Rounds, and why visits to a reference were set free.

        First only those that stay are asked for, then the others in what they leave; of several
        tries one in which all of them stay is taken.
        """
        free: dict[str, MoveReason] = {}
        bound = self._bound(free)
        alone = self._alone(bound)
        start = self._improved(alone, self._start(alone), 0)
        self._set_free(bound, start, free)
        bound = self._bound(free)
        for number in range(_MOST_TRIES):
            rounds = self._improved(bound, start, number)
            if not self._lost(bound, rounds):
                return evolve(self.rounds, problem=bound), rounds, free
        self._set_free(bound, rounds, free)
        return self.rounds, self._improved(self.rounds.problem, rounds, 0), free

    def _improved(self, problem: RoundsProblem, rounds: Rounds, number: int) -> Rounds:
        return improve_rounds(
            problem,
            rounds,
            seed=self.seed + number,
            iterations=self.iterations * (number + 1),
            stop=self.stop,
        )

    def _lost(self, bound: RoundsProblem, rounds: Rounds) -> list[Missed]:
        """Visits that were to stay and are missed."""
        every = self.rounds.problem.stops
        return [
            one for one in rounds.missed if bound.stops[one.stop].slots != every[one.stop].slots
        ]

    def _set_free(self, bound: RoundsProblem, rounds: Rounds, free: dict[str, MoveReason]) -> None:
        for one in self._lost(bound, rounds):
            ref = self.rounds.asked[one.stop].wanted.ref
            free[ref] = "spacing" if one.reason == "no_spacing" else "no_room"

    def _alone(self, bound: RoundsProblem) -> RoundsProblem:
        """The problem of those that stay: all others are on no day."""
        every = self.rounds.problem.stops
        stops = (
            stop if stop.slots != full.slots else evolve(stop, slots=())
            for stop, full in zip(bound.stops, every, strict=True)
        )
        return evolve(bound, stops=tuple(stops))

    def _bound(self, free: Mapping[str, MoveReason]) -> RoundsProblem:
        """The problem, with each visit that is not free only where it stood."""
        stood = _stood(self.future)
        stops = []
        for stop, asked in zip(self.rounds.problem.stops, self.rounds.asked, strict=True):
            before = {self.slots.get(where) for where in stood.get(asked.wanted.ref, ())}
            own = tuple(slot for slot in stop.slots if slot in before)
            is_bound = asked.wanted.ref not in free and len(own) >= stop.times
            stops.append(evolve(stop, slots=own) if is_bound else stop)
        return evolve(self.rounds.problem, stops=tuple(stops))

    def _start(self, problem: RoundsProblem) -> Rounds:
        """The rounds of the plan before, as far as they still hold; none where they don't."""
        numbers: dict[str, list[int]] = {}
        for index, asked in enumerate(self.rounds.asked):
            numbers.setdefault(asked.wanted.ref, []).append(index)
        tours: list[list[int]] = [[] for _ in problem.slots]
        made: Counter[int] = Counter()
        for block in self.future:
            slot = self.slots.get((block.staff, block.day))
            for ref in block.refs if slot is not None else ():
                for index in numbers.get(ref, ()):
                    stop = problem.stops[index]
                    if slot in stop.slots and made[index] < stop.times:
                        tours[slot].append(index)
                        made[index] += 1
                        break
        for slot, tour in enumerate(tours):
            while tour and _length(problem, slot, tour) > problem.slots[slot].minutes:
                made[tour.pop()] -= 1
        found = _as_rounds(problem, tours, made)
        if any(one.code != "rounds.false_reason" for one in check_rounds(problem, found)):
            return _as_rounds(problem, [[] for _ in tours], Counter())
        return found


def _metres(problem: RoundsProblem, slot: int, tour: Sequence[int]) -> int:
    if not tour:
        return 0
    depot = problem.slots[slot].depot
    points = [depot, *(problem.stops[stop].point for stop in tour), depot]
    return sum(problem.metres[here][there] or 0 for here, there in pairwise(points))


def _length(problem: RoundsProblem, slot: int, tour: Sequence[int]) -> int:
    """Minutes of a tour; one with a leg that leads nowhere is too long for any day."""
    depot = problem.slots[slot].depot
    points = [depot, *(problem.stops[stop].point for stop in tour), depot]
    if any(problem.metres[here][there] is None for here, there in pairwise(points)):
        return _NEVER
    metres = _metres(problem, slot, tour)
    travel = -(-metres // problem.pace) if problem.pace else 0
    return travel + sum(problem.stops[stop].minutes for stop in tour)


def _as_rounds(
    problem: RoundsProblem, tours: Sequence[Sequence[int]], made: Mapping[int, int]
) -> Rounds:
    missed = tuple(
        Missed(stop=index, units=stop.times - made.get(index, 0), reason="no_time")
        for index, stop in enumerate(problem.stops)
        if made.get(index, 0) < stop.times
    )
    return Rounds(
        tours=tuple(map(tuple, tours)),
        missed=missed,
        metres=sum(_metres(problem, slot, tour) for slot, tour in enumerate(tours)),
        iterations=0,
    )
