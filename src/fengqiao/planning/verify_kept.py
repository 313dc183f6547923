"""Check that time kept for the community is kept, counted apart from any planner."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import frozen

from fengqiao.planning.capacity import Capacity, Kept
from fengqiao.planning.items import DueItem
from fengqiao.planning.plan import Placed
from fengqiao.planning.violations import Violation


@frozen
class KeptTime:
    """Kept time of everybody, and what other work takes of those days.

    Attributes:
        kept: By staff, each with the minutes that other work may still take.
    """

    kept: Mapping[str, tuple[tuple[Kept, int], ...]]

    @classmethod
    def of(
        cls, placed: Iterable[Placed], due: Mapping[str, DueItem], staff: Iterable[Capacity]
    ) -> KeptTime:
        """Count what stands on days of which time is kept."""
        other: defaultdict[str, list[tuple[date, int]]] = defaultdict(list)
        for block in placed:
            item = due.get(block.item)
            if not block.refs and (item is None or not item.in_community):
                other[block.staff].append((block.day, block.travel + block.minutes))
        found = {}
        for one in staff:
            some = []
            for kept in one.kept:
                days = range(kept.span.first.toordinal(), kept.span.last.toordinal() + 1)
                hours = sum(long for day, (_, long) in one.days.items() if day.toordinal() in days)
                used = sum(long for day, long in other[one.staff] if day.toordinal() in days)
                some.append((kept, max(0, hours - kept.minutes) - used))
            found[one.staff] = tuple(some)
        return cls(found)

    def on(self, staff: str, day: date) -> list[tuple[Kept, int]]:
        """What is kept of a week in which somebody's day lies."""
        return [pair for pair in self.kept.get(staff, ()) if pair[0].span.contains(day)]

    def allows(self, staff: str, day: date, minutes: int) -> bool:
        """Whether other work may take so much more of somebody's day."""
        return all(minutes <= rest for _, rest in self.on(staff, day))


def check_kept(
    placed: Iterable[Placed], due: Mapping[str, DueItem], staff: Iterable[Capacity]
) -> Iterator[Violation]:
    """Weeks in which other work takes time that is kept for the community."""
    counted = KeptTime.of(placed, due, staff)
    for name, some in counted.kept.items():
        for kept, rest in some:
            if rest < 0:
                facts = (("minutes", kept.minutes), ("over", -rest))
                yield Violation(
                    code="plan.kept_time", item="", staff=name, day=kept.span.first, facts=facts
                )
