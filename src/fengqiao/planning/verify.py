"""Check a plan from the outside: what a planner promised, counted again another way.

Nothing here is shared with a planner: a mistake in the one must not hide in the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import permutations

from fengqiao.model import lies_in
from fengqiao.model.references import register_of
from fengqiao.planning.capacity import Capacity
from fengqiao.planning.items import DueItem
from fengqiao.planning.plan import Placed, Plan
from fengqiao.planning.posts import Post
from fengqiao.planning.venues import Venue
from fengqiao.planning.verify_kept import check_kept
from fengqiao.planning.verify_reasons import check_reasons
from fengqiao.planning.verify_rooms import RoomsUsed
from fengqiao.planning.verify_visits import check_visits
from fengqiao.planning.violations import Violation
from fengqiao.planning.visits import Visits
from fengqiao.timing import Period, WorkCalendar


def verify(
    plan: Plan,
    items: Iterable[DueItem],
    capacities: Iterable[Capacity],
    *,
    period: Period,
    calendar: WorkCalendar,
    visits: Visits | None = None,
    pace: int = 0,
    pinned: Iterable[Placed] = (),
    venues: Iterable[Venue] = (),
) -> tuple[Violation, ...]:
    """Find everything that is wrong with a plan.

    Args:
        plan: From any planner.
        items: What was due, as the planner was given it.
        capacities: Who can work when, as the planner was given it.
        period: The days that were to be planned.
        calendar: Says which days are worked.
        visits: Whom the caller wanted to visit, as the planner was given it.
        pace: Metres a minute where the visits don't say; 0: ways take no time.
        pinned: Blocks that were to stay with their officer, on their day and at their hour.
        venues: Rooms that meetings need for themselves, as the planner was given them.

    Returns:
        What is wrong, by code, item, staff and day; empty where nothing is.

    Raises:
        CalendarUnpublished: Something is placed on a day that the calendar does not hold.
    """
    due = {item.id: item for item in items}
    staff = {one.staff: one for one in capacities}
    found: list[Violation] = []
    rooms = RoomsUsed.of(plan.placed, due, venues)
    if plan.period != period:
        facts = (("planned", str(plan.period)), ("asked", str(period)))
        found.append(Violation(code="plan.wrong_period", item="", facts=facts))
    for block in plan.placed:
        item, capacity = due.get(block.item), staff.get(block.staff)
        if block.refs and visits is None:
            found.append(_of(block, "plan.unknown_visit"))
        if item is None:
            found.append(_of(block, "plan.unknown_item"))
        else:
            found += _against_item(block, item, rooms)
        if capacity is None:
            found.append(_of(block, "plan.unknown_staff"))
        else:
            found += _against_hours(block, capacity)
        if item is not None and capacity is not None and not _may_all(due, block, capacity):
            found.append(_of(block, "plan.wrong_person"))
        found += _against_days(block, plan, period, calendar)
    found += _double_booked(plan.placed)
    found += _miscounted(plan, due)
    found += _unpinned(plan.placed, pinned)
    found += check_kept(plan.placed, due, staff.values())
    found += rooms.check()
    found += check_reasons(plan, due, staff.values(), _is_there, period, rooms)
    if visits is not None:

        def may(item: DueItem, who: str, day: date) -> bool:
            span = item.window
            is_inside = span.first <= day <= span.last and item.may_be_on(day)
            return is_inside and _may(item, who, day, staff[who])

        days = {name: tuple(one.days) for name, one in staff.items()}
        speed = visits.pace or pace
        found += check_visits(plan, due, visits, days, may, period=period, pace=speed)
    return tuple(sorted(found, key=Violation.order))


def _of(block: Placed, code: str, **facts: object) -> Violation:
    return Violation(
        code=code, item=block.item, staff=block.staff, day=block.day, facts=tuple(facts.items())
    )


def _against_item(block: Placed, item: DueItem, rooms: RoomsUsed) -> Iterator[Violation]:
    """What a block says of its item."""
    first, last = item.window.first, item.window.last
    if not item.may_be_on(block.day):
        yield _of(block, "plan.outside_window", first=first, last=last)
    if block.units < (0 if block.refs else 1):
        yield _of(block, "plan.no_units")
    if not block.refs and (item.minutes is None or block.minutes != block.units * item.minutes):
        yield _of(block, "plan.wrong_length", minutes=block.minutes)
    if item.reason is not None:
        yield _of(block, "plan.not_plannable", reason=item.reason)
    needed = None if block.refs else rooms.needed_by(item)
    own = item.area if item.staff is not None else item.subject
    own = own if needed is None else needed.room
    if (block.place, block.clause, block.entry) != (own, item.clause, item.entry):
        yield _of(block, "plan.wrong_label")


def _against_hours(block: Placed, capacity: Capacity) -> Iterator[Violation]:
    """Whether a block lies within the hours of its day."""
    if block.day not in capacity.days:
        yield _of(block, "plan.no_hours")
        return
    start, minutes = capacity.days[block.day]
    if block.start < start or block.start + block.travel + block.minutes > start + minutes:
        yield _of(block, "plan.outside_hours")


def _against_days(
    block: Placed, plan: Plan, period: Period, calendar: WorkCalendar
) -> Iterator[Violation]:
    """Whether a block's day may be planned at all."""
    if not period.first <= block.day <= period.last or block.day <= plan.on:
        yield _of(block, "plan.outside_period")
    if not calendar.is_working_day(block.day):
        yield _of(block, "plan.day_off")


def _may_all(due: Mapping[str, DueItem], block: Placed, capacity: Capacity) -> bool:
    """Whether this person may do on this day whatever a block counts for."""
    names = (block.item, *(name for name, _ in block.serves))
    return all(_may(due[name], block.staff, block.day, capacity) for name in names if name in due)


def _may(item: DueItem, staff: str, on: date, capacity: Capacity) -> bool:
    """Whether this person may do this on this day."""
    day = on.toordinal()
    held = [post for post in capacity.posts if post.since <= day <= post.until]
    if item.staff is not None:
        owes = staff == item.staff
        return owes and any(not item.who or post.role in item.who for post in held)
    return any(post.role in item.who and _is_there(post, item) for post in held)


def _is_there(post: Post, item: DueItem) -> bool:
    """Whether a post covers the subject: its station, its place, its area, in this order."""
    _, names_it = register_of(item.subject_kind)
    places = dict(post.places)
    match names_it:
        case "station":
            return post.station == item.subject
        case "area" if post.area is not None:
            return any(lies_in(*pair) for pair in permutations((post.area, item.subject)))
        case "room" | "grid" | "post" if names_it in places:
            return places[names_it] == item.subject
    if post.area is not None:
        return item.area != "" and lies_in(item.area, post.area)
    return post.station == item.station


def _double_booked(placed: Iterable[Placed]) -> Iterator[Violation]:
    """Blocks that begin before another of the same person has ended."""
    by_day: defaultdict[tuple[str, date], list[Placed]] = defaultdict(list)
    for block in placed:
        by_day[block.staff, block.day].append(block)
    for blocks in by_day.values():
        busy_until = -1
        for block in sorted(blocks, key=lambda one: (one.start, one.start + one.minutes)):
            if block.start < busy_until:
                yield _of(block, "plan.double_booked")
            busy_until = max(busy_until, block.start + block.travel + block.minutes)


def _unpinned(placed: Iterable[Placed], pinned: Iterable[Placed]) -> Iterator[Violation]:
    """Pinned blocks of which something no longer stands with their officer, day and hour."""
    stands: Counter[tuple[str, str, date]] = Counter()
    hours: set[tuple[str, str, date, int]] = set()
    for block in placed:
        hours.add((block.item, block.staff, block.day, block.start))
        stands[block.item, block.staff, block.day] += max(block.units, len(block.refs))
    for block in pinned:
        key = (block.item, block.staff, block.day)
        if stands[key] < max(block.units, len(block.refs)) or (*key, block.start) not in hours:
            yield _of(block, "plan.pin_moved")
        stands[key] -= max(block.units, len(block.refs))


def _miscounted(plan: Plan, due: Mapping[str, DueItem]) -> Iterator[Violation]:
    """Whether placed and unplaced units together are the open ones, item by item."""
    units: Counter[str] = Counter()
    for placed in plan.placed:
        units[placed.item] += placed.units
        for name, count in placed.serves:
            units[name] += count
    named = set(units)
    for left in plan.unplaced:
        named.add(left.item)
        units[left.item] += left.units
        if left.item not in due:
            yield Violation(code="plan.unknown_item", item=left.item)
        elif left.units < 0 or (left.units == 0 and due[left.item].reason is None):
            yield Violation(code="plan.no_units", item=left.item)
    for name, item in due.items():
        facts = (("open", item.open), ("found", units[name]))
        if units[name] > item.open:
            yield Violation(code="plan.too_many_units", item=name, facts=facts)
        elif units[name] < item.open or (item.reason is not None and name not in named):
            yield Violation(code="plan.lost_unit", item=name, facts=facts)
