"""Check the visits of a plan from the outside: whom, when, how often, and the ways between.

Like the verifier that it belongs to, it shares nothing with a planner; it measures ways itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from math import cos, isqrt, radians

from attrs import field, frozen

from fengqiao.planning.items import DueItem
from fengqiao.planning.plan import LeftVisit, Placed, Plan
from fengqiao.planning.violations import Violation
from fengqiao.planning.visits import Visits, Wanted
from fengqiao.timing import Period

_May = Callable[[DueItem, str, date], bool]
"""Whether somebody may do an item on a day and has hours on it."""


def check_visits(
    plan: Plan,
    due: Mapping[str, DueItem],
    visits: Visits,
    days: Mapping[str, Sequence[date]],
    may: _May,
    *,
    period: Period,
    pace: int,
) -> Iterator[Violation]:
    """What is wrong with the visits of a plan.

    Args:
        plan: From any planner.
        due: What was due, by id.
        visits: What the caller wanted.
        days: Days with hours, by staff.
        may: As the verifier sees it.
        period: The days that were to be planned.
        pace: Metres a minute; 0: ways take no time.
    """
    look = _Look(plan=plan, due=due, visits=visits, days=days, may=may, period=period, pace=pace)
    for block in plan.placed:
        if block.refs:
            yield from look.block(block)
    for one in visits.wanted:
        yield from look.wanted(one)
    for left in plan.left:
        yield from look.left(left)
    yield from look.units()
    yield from look.ways()


@frozen(kw_only=True)
class _Look:
    plan: Plan
    due: Mapping[str, DueItem]
    visits: Visits
    days: Mapping[str, Sequence[date]]
    may: _May
    period: Period
    pace: int
    by_ref: dict[str, Wanted] = field(init=False, eq=False)
    subjects: dict[str | None, list[DueItem]] = field(init=False, eq=False)
    made: dict[str, list[date]] = field(init=False, eq=False)

    @by_ref.default
    def _sort_wanted(self) -> dict[str, Wanted]:
        return {one.ref: one for one in self.visits.wanted}

    @subjects.default
    def _sort_items(self) -> dict[str | None, list[DueItem]]:
        found: defaultdict[str | None, list[DueItem]] = defaultdict(list)
        for item in self.due.values():
            found[item.subject].append(item)
        return dict(found)

    @made.default
    def _sort_made(self) -> dict[str, list[date]]:
        found: defaultdict[str, list[date]] = defaultdict(list)
        for block in self.plan.placed:
            for ref in block.refs:
                found[ref].append(block.day)
        return {ref: sorted(some) for ref, some in found.items()}

    def block(self, block: Placed) -> Iterator[Violation]:
        """Whom it visits, for what, how long and when."""
        wanted = [self.by_ref[ref] for ref in block.refs if ref in self.by_ref]
        if len(wanted) < len(block.refs):
            yield _of(block, "plan.unknown_visit")
            return
        named = (block.item, *(item for item, _ in block.serves))
        for one in wanted:
            serves = {item.id for item in self._serves(one)}
            if not serves.issuperset(named):
                yield _of(block, "plan.wrong_visit")
            if one.during and not any(span.contains(block.day) for span in one.during):
                yield _of(block, "plan.outside_season")
        minutes = sum(self._minutes(one) for one in wanted)
        if block.minutes != minutes:
            yield _of(block, "plan.wrong_length", minutes=block.minutes)
        for name, units in block.serves:
            item = self.due.get(name)
            is_wrong = item is None or units < 0 or not item.window.contains(block.day)
            if is_wrong or (item is not None and not item.may_be_on(block.day)):
                yield _of(block, "plan.wrong_visit")

    def wanted(self, one: Wanted) -> Iterator[Violation]:
        """How often one reference is visited, and with which gaps."""
        made = self.made.get(one.ref, [])
        left = sum(some.times for some in self.plan.left if some.ref == one.ref)
        if len(made) + left != one.times:
            facts = (("times", one.times), ("found", len(made) + left))
            yield Violation(code="plan.lost_visit", item="", facts=facts)
        is_right = self._is_by_calendar(one, made)
        if one.spacing == "sliding":
            is_right = self._is_spaced(one, made)
        if not is_right:
            day = made[-1] if made else None
            yield Violation(code="plan.wrong_spacing", item="", day=day)

    def _is_spaced(self, one: Wanted, made: Sequence[date]) -> bool:
        least, most = one.gap
        gaps = [(then - before).days for before, then in pairwise(made)]
        if any(gap < least or (most is not None and gap > most) for gap in gaps):
            return False
        if one.last is None or not made:
            return True
        since = (made[0] - one.last).days
        if since < least:
            return False
        return most is None or since <= most or self._was_overdue(one, one.last, most)

    def _was_overdue(self, one: Wanted, last: date, most: int) -> bool:
        """Whether the largest gap was over before the first day on which it may be visited."""
        first = min(
            (
                day
                for staff, days in self.days.items()
                for day in days
                if (not one.during or any(span.contains(day) for span in one.during))
                and self._is_planned(day)
                and any(self.may(item, staff, day) for item in self._serves(one))
            ),
            default=None,
        )
        return first is not None and (first - last).days > most

    def _is_by_calendar(self, one: Wanted, made: Sequence[date]) -> bool:
        """Whether no two visits lie in one of the equal parts of the days planned."""
        first = max(self.period.first.toordinal(), self.plan.on.toordinal() + 1)
        count = self.period.last.toordinal() + 1 - first
        edges = [first + count * part // one.times for part in range(1, one.times)]
        parts = [sum(edge <= day.toordinal() for edge in edges) for day in made]
        return len(set(parts)) == len(parts)

    def _is_planned(self, day: date) -> bool:
        return self.period.first <= day <= self.period.last and day > self.plan.on

    def left(self, left: LeftVisit) -> Iterator[Violation]:
        """Whether an excuse that needs no solver is true."""
        one = self.by_ref.get(left.ref)
        if one is None or left.times < 1:
            yield Violation(code="plan.unknown_visit", item="")
            return
        named = self._named(one)
        plain = [item for item in named if item.reason is None]
        still = [item for item in plain if item.open]
        tests = {
            "no_item": not named,
            "not_known": bool(named) and not plain,
            "nothing_open": bool(plain) and not still,
            "no_minutes": bool(still) and not self._minutes(one),
            "no_place": bool(self.visits.at) and one.ref not in self.visits.at,
        }
        if not tests.get(left.reason, bool(still) and self._minutes(one) > 0):
            facts = (("reason", left.reason),)
            yield Violation(code="plan.false_reason", item="", facts=facts)

    def units(self) -> Iterator[Violation]:
        """Whether visits count for as many units as there are references, each once.

        Never for more than units without references leave open.
        """
        plain: defaultdict[str, int] = defaultdict(int)
        units: defaultdict[str, int] = defaultdict(int)
        refs: defaultdict[str, set[str]] = defaultdict(set)
        for block in self.plan.placed:
            if block.refs:
                for name, count in ((block.item, block.units), *block.serves):
                    units[name] += count
                    refs[name].update(block.refs)
            else:
                plain[block.item] += block.units
        for name, some in sorted(refs.items()):
            item = self.due.get(name)
            if item is not None and units[name] != min(item.open - plain[name], len(some)):
                facts = (("units", units[name]), ("refs", len(some)))
                yield Violation(code="plan.wrong_units", item=name, facts=facts)

    def ways(self) -> Iterator[Violation]:
        """Whether the time of the ways is what they take, day by day."""
        tours: defaultdict[tuple[str, date], list[Placed]] = defaultdict(list)
        for block in self.plan.placed:
            if block.refs:
                tours[block.staff, block.day].append(block)
            elif block.travel:
                yield _of(block, "plan.wrong_travel", minutes=block.travel)
        names = sorted({*self.made, *self.visits.base.values()} & self._placed_names())
        known = {name: index for index, name in enumerate(names)}
        metres = self._measured(names)
        for (staff, _), blocks in sorted(tours.items()):
            ordered = sorted(blocks, key=lambda one: one.start)
            base = self.visits.base.get(staff)
            stops = [ref for block in ordered for ref in block.refs]
            way = [*([base] if base else []), *stops, *([base] if base else [])]
            legs = [
                metres[known[here]][known[there]]
                for here, there in pairwise(way)
                if here in known and there in known
            ]
            total = sum(leg for leg in legs if leg is not None)
            asked = -(-total // self.pace) if self.pace else 0
            told = sum(block.travel for block in ordered)
            if None in legs or told != asked or any(one.travel < 0 for one in ordered):
                yield _of(ordered[0], "plan.wrong_travel", minutes=told)

    def _placed_names(self) -> set[str]:
        everything = {*self.made, *self.visits.base.values()}
        return everything & set(self.visits.at) if self.visits.at else everything

    def _measured(self, names: Sequence[str]) -> list[list[int | None]]:
        visits = self.visits
        if visits.travel is not None:
            told = visits.travel(tuple(names))
            return [[None if one is None else round(float(one)) for one in row] for row in told]
        if not visits.at:
            return [[0] * len(names) for _ in names]
        points = [visits.at[name] for name in names]
        if not visits.degrees:
            flat = [(round(x), round(y)) for x, y in points]
        else:
            # As everything that was asked for is projected, not only what was placed.
            middle = self._middle()
            east = round(111_195 * cos(radians(middle)))
            flat = [(round(x * east), round(y * 111_195)) for x, y in points]
        return [[isqrt((x - u) ** 2 + (y - v) ** 2) for u, v in flat] for x, y in flat]

    def _middle(self) -> float:
        latitudes = sorted(latitude for _, latitude in self.visits.at.values())
        return (latitudes[0] + latitudes[-1]) / 2

    def _named(self, one: Wanted) -> list[DueItem]:
        own = self.subjects.get(one.of, [])
        return [
            item
            for name in one.serves
            for item in ([self.due[name]] if name in self.due else own)
            if name in (item.id, item.entry) or item.entry.startswith(f"{name}.")
        ]

    def _serves(self, one: Wanted) -> list[DueItem]:
        return [item for item in self._named(one) if item.reason is None and item.open]

    def _minutes(self, one: Wanted) -> int:
        return one.minutes or max((item.minutes or 0 for item in self._serves(one)), default=0)


def _of(block: Placed, code: str, **facts: object) -> Violation:
    return Violation(
        code=code, item=block.item, staff=block.staff, day=block.day, facts=tuple(facts.items())
    )
