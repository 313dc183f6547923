"""Who may do what is due, and on which days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from fengqiao.planning.capacity import Capacity
from fengqiao.planning.items import DueItem
from fengqiao.planning.posts import Post, Posts
from fengqiao.timing import Span


class Staffing:
    """Finds staff by what is due and by day.

    What one member of staff owes, only they may do, while they hold a role that may. For all else
    it is whoever `Posts.able` names, while they hold that post.
    """

    def __init__(self, capacities: Iterable[Capacity]) -> None:
        self._capacities: Mapping[str, Capacity] = {one.staff: one for one in capacities}
        some = (post for one in self._capacities.values() for post in one.posts)
        self._posts = Posts(tuple(some))

    def who_may(self, item: DueItem, days: Span) -> list[tuple[Capacity, Span]]:
        """Staff who may do an item, each with days on which they may.

        Args:
            item: What is due.
            days: Only on these days.

        Returns:
            By staff id and first day; one may come several times, and their days may overlap where
            they hold two posts.
        """
        found = [
            (post.staff, met)
            for post in self._fitting(item)
            if (met := _days_of(post).meet(days)) is not None
        ]
        return [(self._capacities[staff], met) for staff, met in sorted(found)]

    def _fitting(self, item: DueItem) -> Iterable[Post]:
        if item.staff is None:
            return self._posts.able(
                item.subject_kind,
                item.subject,
                area=item.area,
                station=item.station,
                who=item.who,
            )
        own = self._capacities.get(item.staff)
        posts = own.posts if own else ()
        return [post for post in posts if not item.who or post.role in item.who]


def _days_of(post: Post) -> Span:
    return Span(date.fromordinal(post.since), date.fromordinal(post.until))
