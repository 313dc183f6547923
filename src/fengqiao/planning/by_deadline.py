"""The first planner: what must be done soonest first, each on the emptiest day that has room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from attrs import field, frozen

from fengqiao.errors import RequestError
from fengqiao.measures import Reason
from fengqiao.planning.booking import Book
from fengqiao.planning.capacity import Capacity
from fengqiao.planning.desk import Desk
from fengqiao.planning.drafting import Draft
from fengqiao.planning.items import DueItem
from fengqiao.planning.plan import Plan, Tell, Unplaced, UnplacedReason
from fengqiao.planning.staffing import Staffing
from fengqiao.planning.venues import Venue, check_venues
from fengqiao.timing import Period


@frozen
class DeadlinePlanner:
    """Places what is due by a rule simple enough to follow with a pencil.

    1. Items are taken by the last day of their window; of those that end on one day the shorter
       window first, then meetings, then by id.
    2. Of an item whose window also has working days outside the plan, the plan takes its share by
       working days, rounded up.
    3. Each unit goes to whoever may do it; of several, to whoever has the fewest planned minutes
       and a day with room, then by id.
    4. It goes on the day in the window with the fewest planned minutes that has room for it; of
       several, on the earliest.
    5. On each day meetings come first, then the rest in the order of 1; the units of one item
       stand together, and nothing lies between.

    What needs a room comes before all else, at a time at which the room is open and free; the rest
    of that day lies around it. It leaves alone what `RoundsPlanner` looks at: whom to visit, and
    the ways between them.

    Attributes:
        venues: Rooms that meetings need for themselves.
        tell: Told how many items were looked at, and how many there are.
    """

    venues: tuple[Venue, ...] = field(default=(), converter=check_venues)
    tell: Tell | None = None

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
            A plan that places every open unit, or says why not.

        Raises:
            RequestError: Two items have one id, or two capacities are of one member of staff.
        """
        ordered = ordered_items(items)
        draft, unplaced = lay_out(
            dict(enumerate(ordered)),
            ordered_capacities(capacities),
            period=period,
            on=on,
            venues=self.venues,
            tell=self.tell,
        )
        placed = [block for desk in draft.desks.values() for block in desk.blocks(ordered)]
        return Plan(
            placed=tuple(sorted(placed, key=lambda one: (one.day, one.staff, one.start))),
            unplaced=tuple(sorted(unplaced, key=lambda one: (one.item, one.reason))),
            period=period,
            on=on,
        )


def ordered_items(items: Iterable[DueItem]) -> list[DueItem]:
    """Items in the order in which they are placed.

    Raises:
        RequestError: Two have one id.
    """
    ordered = sorted(items, key=_urgency)
    _refuse_twice([one.id for one in ordered], "request.item_twice")
    return ordered


def ordered_capacities(capacities: Iterable[Capacity]) -> list[Capacity]:
    """Capacities by staff id.

    Raises:
        RequestError: Two are of one member of staff.
    """
    staff = sorted(capacities, key=lambda one: one.staff)
    _refuse_twice([one.staff for one in staff], "request.capacity_twice")
    return staff


def lay_out(
    items: Mapping[int, DueItem],
    staff: Sequence[Capacity],
    *,
    period: Period,
    on: date,
    draft: Draft | None = None,
    counted: Mapping[str, int] | None = None,
    venues: tuple[Venue, ...] = (),
    tell: Tell | None = None,
) -> tuple[Draft, list[Unplaced]]:
    """Place items in the order of their numbers, first of all those that need a room.

    Args:
        items: By number.
        staff: Capacities, by staff id.
        period: The days to plan.
        on: The plan begins after it.
        draft: What stands already; by default nothing.
        counted: Units that stand already, by item.
        venues: Rooms, of a draft that is begun here.
        tell: Told how many items were looked at, and how many there are.

    Returns:
        What stands then, and what found no place.
    """
    if draft is None:
        desks = {one.staff: Desk(one) for one in staff}
        draft = Draft(
            staffing=Staffing(staff), desks=desks, planned=period.span, on=on, book=Book(venues)
        )
    known, book = counted or {}, draft.book
    order = sorted(items.items(), key=lambda pair: (book.venue_of(pair[1]) is None, pair[0]))
    unplaced: list[Unplaced] = []
    for count, (number, item) in enumerate(order, start=1):
        left = draft.place(number, item, known.get(item.id, 0))
        unplaced += (_left(item, units, reason) for reason, units in left)
        if tell is not None:
            tell(count, len(order))
    return draft, unplaced


def _urgency(item: DueItem) -> tuple[date, int, bool, str]:
    return item.window.last, item.window.days, item.kind != "meeting", item.id


def _refuse_twice(names: list[str], code: str) -> None:
    if len(set(names)) < len(names):
        raise RequestError(code)


def _left(item: DueItem, units: int, reason: UnplacedReason | Reason) -> Unplaced:
    return Unplaced(
        item=item.id,
        entry=item.entry,
        staff=item.staff,
        units=units,
        reason=reason,
        clause=item.clause,
    )
