"""The planner of visits: fixed work by deadline, then days and order of visits together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from attrs import field, frozen

from fengqiao.planning.by_deadline import lay_out, ordered_capacities, ordered_items
from fengqiao.planning.capacity import Capacity
from fengqiao.planning.desk import Desk, place_of
from fengqiao.planning.items import DueItem
from fengqiao.planning.moves import Where
from fengqiao.planning.plan import LeftReason, LeftVisit, Placed, Plan
from fengqiao.planning.rounds import ITERATIONS, Rounds, RoundsSolver, Slot, solve_rounds
from fengqiao.planning.rounds_of import Asked, Chance, RoundsOf, make_rounds_of, served_by
from fengqiao.planning.sealing import Sealed
from fengqiao.planning.staffing import Staffing
from fengqiao.planning.venues import Venue, check_venues
from fengqiao.planning.visits import Visits
from fengqiao.timing import Period, Span, advance


@frozen(kw_only=True, repr=False)
class RoundsPlanner:
    """Places fixed work as `DeadlinePlanner` does, and makes rounds of visits in the time left.

    1. What no wanted visit serves is placed by deadline.
    2. Of what is left of each day, `solve_rounds` or another solver chooses the days and the
       order of all wanted visits together.
    3. Each due item counts each reference once, earliest visit first, until nothing of it is open.
    4. Units of these items that nobody's visit serves are placed by deadline, without references.

    Attributes:
        visits: Whom to visit; kept nowhere else.
        pace: Metres a minute where the visits don't say; 0: ways take no time.
        seed: The same input, seed and iterations give the same plan.
        iterations: How much the solver is to try.
        stop: Asked again and again; once it says so, the best plan so far is taken.
        solver: Of rounds.
        venues: Rooms that meetings need for themselves, as `DeadlinePlanner` takes them.
    """

    visits: Visits
    pace: int = 0
    seed: int = 0
    iterations: int = ITERATIONS
    stop: Callable[[], bool] | None = None
    solver: RoundsSolver = field(default=solve_rounds)
    venues: tuple[Venue, ...] = field(default=(), converter=check_venues)

    def plan(
        self,
        items: Iterable[DueItem],
        capacities: Iterable[Capacity],
        *,
        period: Period,
        on: date,
    ) -> Plan:
        """Place what is due on days of staff.

        Args:
            items: What is due, in any order.
            capacities: Who can work when, in any order.
            period: The days to plan.
            on: The day up to and including which facts were counted: the plan begins after it.

        Returns:
            A plan that places every open unit and every wanted visit, or says why not.

        Raises:
            RequestError: Two items have one id, two capacities are of one member of staff, or the
                ways between the visits make no sense.
        """
        ordered = ordered_items(items)
        staff = ordered_capacities(capacities)
        served = served_by(ordered, self.visits)
        visited = {item.id for some in served.values() for item in some if item.reason is None}
        numbers = dict(enumerate(ordered))
        fixed = {number: one for number, one in numbers.items() if one.id not in visited}
        rest = {number: one for number, one in numbers.items() if one.id in visited}
        draft, unplaced = lay_out(fixed, staff, period=period, on=on, venues=self.venues)
        rounds = make_rounds_of(
            self.visits,
            served,
            Staffing(staff),
            free_of(draft.desks),
            days=days_after(period, on),
            pace=self.visits.pace or self.pace,
        )
        solved = self.solver(
            rounds.problem, seed=self.seed, iterations=self.iterations, stop=self.stop
        )
        room = {item.id: item.open for item in ordered}
        counted = put_rounds(draft.desks, rounds, solved, room)
        more = lay_out(rest, staff, period=period, on=on, draft=draft, counted=counted)[1]
        placed = [block for desk in draft.desks.values() for block in desk.blocks(ordered)]
        return Plan(
            placed=tuple(sorted(placed, key=lambda one: (one.day, one.staff, one.start))),
            unplaced=tuple(sorted([*unplaced, *more], key=lambda one: (one.item, one.reason))),
            period=period,
            on=on,
            left=tuple(sorted(left_of(rounds, solved), key=lambda one: (one.ref, one.reason))),
        )


def days_after(period: Period, on: date) -> Span | None:
    """The days of a period that come after a day."""
    first = max(period.first, advance(on, 1, "day"))
    return Span(first, period.last) if first <= period.last else None


def free_of(desks: Mapping[str, Desk]) -> dict[Chance, int]:
    """Minutes left of each day, in one piece."""
    return {
        (staff, day.toordinal()): desk.longest(day)
        for staff, desk in desks.items()
        for day in desk.capacity.days
    }


def put_rounds(
    desks: Mapping[str, Desk],
    rounds: RoundsOf,
    solved: Rounds,
    room: Mapping[str, int],
    sealed: Mapping[Where, Sealed] | None = None,
) -> dict[str, int]:
    """Put tours on desks.

    Args:
        desks: By staff.
        rounds: What the solver was asked.
        solved: Its answer.
        room: How many units of each item visits may count for.
        sealed: Rounds that stay in their order, at their hours.

    Returns:
        How many units of each item they count for.
    """
    counted: dict[str, set[str]] = {}
    tours = sorted(
        ((slot.day, slot.staff, slot.depot, tour) for slot, tour in _tours(rounds, solved)),
    )
    stay = dict(sealed or {})
    for number, staff, depot, tour in tours:
        day = date.fromordinal(number)
        one = stay.pop((staff, day), None)
        stops = tour if one is None else one.in_order(tour, rounds.asked)
        blocks = list(_blocks(rounds, stops, depot, staff, day, counted, room, one))
        if one is None:
            desks[staff].put_rounds(day, blocks)
        else:
            desks[staff].put_again(day, one.pieces, one.at_their_hours(blocks))
    for (staff, day), one in stay.items():
        desks[staff].put_again(day, one.pieces, ())
    return {item: len(refs) for item, refs in counted.items()}


def _tours(rounds: RoundsOf, solved: Rounds) -> Iterator[tuple[Slot, tuple[int, ...]]]:
    for slot, tour in zip(rounds.problem.slots, solved.tours, strict=True):
        if tour:
            yield slot, tour


def _blocks(  # noqa: PLR0917  where, whose and when
    rounds: RoundsOf,
    tour: Sequence[int],
    depot: int,
    staff: str,
    day: date,
    counted: dict[str, set[str]],
    room: Mapping[str, int],
    sealed: Sealed | None,
) -> Iterator[Placed]:
    """One block for each run of visits that serve the same items, and stood in one block before."""
    problem = rounds.problem

    def alike(stop: int) -> tuple[tuple[str, ...], int]:
        asked = rounds.asked[stop]
        return _ids(asked), 0 if sealed is None else sealed.number(asked.wanted.ref)

    runs = [list(run) for _, run in groupby(tour, key=alike)]
    here, metres, taken = depot, 0, 0
    for index, run in enumerate(runs):
        asked = [rounds.asked[stop] for stop in run]
        for stop in run:
            metres += problem.metres[here][problem.stops[stop].point] or 0
            here = problem.stops[stop].point
        if index == len(runs) - 1:
            metres += problem.metres[here][depot] or 0
        travel = -(-metres // problem.pace) if problem.pace else 0
        item = asked[0].items[0]
        units = [(one.id, _count(one.id, asked, counted, room[one.id])) for one in asked[0].items]
        yield Placed(
            item=item.id,
            entry=item.entry,
            staff=staff,
            day=day,
            start=0,
            minutes=sum(one.minutes for one in asked),
            units=units[0][1],
            place=place_of(item),
            clause=item.clause,
            refs=tuple(one.wanted.ref for one in asked),
            travel=travel - taken,
            serves=tuple(units[1:]),
        )
        taken = travel


def _ids(asked: Asked) -> tuple[str, ...]:
    return tuple(item.id for item in asked.items)


def _count(item: str, asked: Iterable[Asked], counted: dict[str, set[str]], room: int) -> int:
    """How many units of an item some visits count for: each reference once, and never too many."""
    refs = counted.setdefault(item, set())
    before = len(refs)
    for one in asked:
        if len(refs) < room:
            refs.add(one.wanted.ref)
    return len(refs) - before


def left_of(rounds: RoundsOf, solved: Rounds) -> list[LeftVisit]:
    """Visits that no solver was asked for, and those that it missed."""
    found: dict[tuple[str, LeftReason], int] = {
        (one.ref, reason): one.times for one, reason in rounds.refused
    }
    for missed in solved.missed:
        key = rounds.asked[missed.stop].wanted.ref, missed.reason
        found[key] = found.get(key, 0) + missed.units
    return [
        LeftVisit(ref=ref, times=times, reason=reason) for (ref, reason), times in found.items()
    ]
