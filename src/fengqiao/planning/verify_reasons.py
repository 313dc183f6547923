"""Check why a plan leaves something out: each reason is true of the item, or it is false.

Like the verifier that it belongs to, it shares nothing with a planner.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from attrs import field, frozen

from fengqiao.planning.capacity import Capacity
from fengqiao.planning.items import DueItem
from fengqiao.planning.plan import Placed, Plan, Unplaced
from fengqiao.planning.posts import Post
from fengqiao.planning.verify_kept import KeptTime
from fengqiao.planning.verify_rooms import RoomsUsed
from fengqiao.planning.violations import Violation
from fengqiao.timing import Period, advance

_Covers = Callable[[Post, DueItem], bool]
_Chance = tuple[str, date]
"""Somebody's day on which they hold a post that may do it."""


def check_reasons(  # noqa: PLR0917  what excuses are held against
    plan: Plan,
    due: Mapping[str, DueItem],
    capacities: Iterable[Capacity],
    covers: _Covers,
    period: Period,
    rooms: RoomsUsed,
) -> Iterator[Violation]:
    """What is wrong with the excuses of a plan.

    Args:
        plan: From any planner.
        due: What was due, by id.
        capacities: Who can work when.
        covers: Whether a post is one for an item, as the verifier sees it.
        period: The days that were to be planned.
        rooms: What stands in rooms that are needed.

    Yields:
        One violation for each excuse of another entry, owner or clause than the item's, and for
        each whose reason is not true.
    """
    ledger = _Ledger(
        plan=plan, due=due, staff=tuple(capacities), covers=covers, period=period, rooms=rooms
    )
    for left in plan.unplaced:
        item = due.get(left.item)
        if item is None:
            continue
        if (left.entry, left.staff, left.clause) != (item.entry, item.staff, item.clause):
            yield Violation(code="plan.wrong_label", item=left.item, staff=left.staff)
        if not ledger.is_true(left, item):
            facts = (("reason", left.reason),)
            yield Violation(code="plan.false_reason", item=left.item, facts=facts)


@frozen(kw_only=True)
class _Ledger:
    """What every day of everybody holds, to look excuses up in."""

    plan: Plan
    due: Mapping[str, DueItem]
    staff: Sequence[Capacity]
    covers: _Covers
    period: Period
    rooms: RoomsUsed
    busy: dict[_Chance, list[Placed]] = field(init=False, eq=False)
    days: dict[str, Mapping[date, tuple[int, int]]] = field(init=False, eq=False)
    kept: KeptTime = field(init=False, eq=False)

    @busy.default
    def _sort_blocks(self) -> dict[_Chance, list[Placed]]:
        found: defaultdict[_Chance, list[Placed]] = defaultdict(list)
        for block in sorted(self.plan.placed, key=lambda one: one.start):
            found[block.staff, block.day].append(block)
        return dict(found)

    @days.default
    def _sort_hours(self) -> dict[str, Mapping[date, tuple[int, int]]]:
        return {one.staff: one.days for one in self.staff}

    @kept.default
    def _sort_kept(self) -> KeptTime:
        return KeptTime.of(self.plan.placed, self.due, self.staff)

    def is_true(self, left: Unplaced, item: DueItem) -> bool:
        """Whether a reason holds of an item."""
        if item.reason is not None:
            return left.reason == item.reason
        tests: Mapping[str, Callable[[], bool]] = {
            "no_minutes": lambda: not item.minutes,
            "no_role": lambda: item.staff is None and not item.who,
            "window_over": lambda: self._is_over(item),
            "outside_period": lambda: self._may_wait(item),
            **{
                name: partial(self._hinders, name, item)
                for name in ("no_staff", "no_hours", "day_off", "away", "too_long")
            },
            "no_time_in_window": lambda: self._is_full(item) and not self._later(item),
            "no_time_in_period": lambda: self._is_full(item) and self._may_wait(item),
            "time_kept": lambda: self._is_kept(item),
            "room_taken": lambda: self._is_shut(item),
        }
        return left.reason in tests and tests[left.reason]()

    def _is_over(self, item: DueItem) -> bool:
        return item.window.last <= self.plan.on or item.window.last < self.period.first

    def _may_wait(self, item: DueItem) -> bool:
        """Whether days of its window are left that the plan does not reach.

        Whether they are worked is not asked: the capacities need not reach so far.
        """
        if self._is_over(item):
            return False
        first = max(item.window.first, advance(self.plan.on, 1, "day"))
        return first < self.period.first or item.window.last > self.period.last

    def _hinders(self, name: str, item: DueItem) -> bool:
        """Whether no day of the plan could take it even if it were empty, for this very reason."""
        held = [capacity for capacity, days in self._held(item) if any(map(self._is_planned, days))]
        lengths = [self._hours(chance)[1] for chance in self._chances(item)]
        if name == "no_staff":
            return not held
        if name == "no_hours":
            return bool(held) and not any(one.days or one.away for one in held)
        if name in ("day_off", "away"):
            gone = any(
                day in capacity.away and self._is_planned(day) and item.may_be_on(day)
                for capacity, days in self._held(item)
                for day in days
            )
            has_hours = any(one.days or one.away for one in held)
            return has_hours and not lengths and gone == (name == "away")
        return bool(lengths) and max(lengths) < (item.minutes or 0)

    def _is_full(self, item: DueItem) -> bool:
        """Whether there are days for it, each long enough were it empty, and none has room."""
        chances = list(self._chances(item))
        return bool(chances) and not any(
            self._room(chance) >= (item.minutes or 0) for chance in chances
        )

    def _is_kept(self, item: DueItem) -> bool:
        """Whether there are days for it, and what room they have is kept for the community."""
        minutes = item.minutes or 0
        chances = list(self._chances(item))
        kept = [kept for chance in chances for kept in self.kept.on(*chance)]
        return (
            not item.in_community
            and bool(kept)
            and all(
                self._room(chance) < minutes or not self.kept.allows(*chance, minutes)
                for chance in chances
            )
        )

    def _is_shut(self, item: DueItem) -> bool:
        """Whether there are days for it, and whenever one has room its room is shut or taken."""
        minutes = item.minutes or 0
        chances = list(self._chances(item))
        return (
            self.rooms.needed_by(item) is not None
            and bool(chances)
            and not any(
                self.kept.allows(*chance, minutes) or item.in_community
                for chance in chances
                if self._meets(chance, item, minutes)
            )
        )

    def _meets(self, chance: _Chance, item: DueItem, minutes: int) -> bool:
        """Whether somebody is free on a day while the room is."""
        return any(
            self.rooms.fits(item, chance[1], start, minutes)
            for first, last in self._gaps(chance)
            for start in (first, *self.rooms.times(item, chance[1]))
            if first <= start and start + minutes <= last
        )

    def _gaps(self, chance: _Chance) -> Iterator[tuple[int, int]]:
        """Times of a day on which nothing stands."""
        start, minutes = self._hours(chance)
        free_from = start
        for block in self.busy.get(chance, ()):
            yield free_from, block.start
            free_from = max(free_from, block.start + block.travel + block.minutes)
        yield free_from, start + minutes

    def _room(self, chance: _Chance) -> int:
        """The longest time on a day on which nothing stands."""
        return max(last - first for first, last in self._gaps(chance))

    def _hours(self, chance: _Chance) -> tuple[int, int]:
        staff, day = chance
        return self.days[staff][day]

    def _held(self, item: DueItem) -> Iterator[tuple[Capacity, list[date]]]:
        """Who may do it, and the days of its window on which they hold such a post."""
        first = max(item.window.first.toordinal(), self.plan.on.toordinal() + 1)
        last = item.window.last.toordinal()
        for capacity in self.staff:
            if item.staff not in (None, capacity.staff):
                continue
            days = {
                day
                for post in capacity.posts
                if max(first, post.since) <= min(last, post.until) and self._fits(post, item)
                for day in range(max(first, post.since), min(last, post.until) + 1)
            }
            if days:
                yield capacity, [date.fromordinal(day) for day in sorted(days)]

    def _fits(self, post: Post, item: DueItem) -> bool:
        if item.staff is not None:
            return not item.who or post.role in item.who
        return post.role in item.who and self.covers(post, item)

    def _is_planned(self, day: date) -> bool:
        return self.period.first <= day <= self.period.last

    def _worked(self, item: DueItem) -> Iterator[_Chance]:
        for capacity, days in self._held(item):
            yield from (
                (capacity.staff, day)
                for day in days
                if day in capacity.days and item.may_be_on(day)
            )

    def _chances(self, item: DueItem) -> Iterator[_Chance]:
        return (chance for chance in self._worked(item) if self._is_planned(chance[1]))

    def _later(self, item: DueItem) -> list[_Chance]:
        """Worked days of its window that the plan does not reach."""
        return [chance for chance in self._worked(item) if not self._is_planned(chance[1])]
