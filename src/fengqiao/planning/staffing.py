"""Who may do what is due, and on which days."""

from __future__ import annotations

from collections.abc import Iterable

from fengqiao.planning.capacity import Capacity, Posting
from fengqiao.planning.items import DueItem
from fengqiao.timing import Span

_PLACES = {
    "station": "station",
    "police_room": "room",
    "police_post": "post",
    "grid": "grid",
}
"""The field of a post that names a subject of a kind; all other subjects go by their area."""

_Held = tuple[Capacity, Posting]


class Staffing:
    """Finds staff by post, place and day.

    - What one member of staff owes, only they may do, while they hold a role that may.
    - Else whoever holds such a role at the subject itself: at that room, post or station; in that
      grid or serving its whole community; for every other subject, serving its area.
    - On days on which nobody does, whoever holds such a role at the subject's station without
      being posted to a room, grid, post or area of it.
    """

    def __init__(self, capacities: Iterable[Capacity]) -> None:
        self._at: dict[tuple[str, str], list[_Held]] = {}
        self._wide: dict[str, list[_Held]] = {}
        for capacity in capacities:
            for posting in capacity.postings:
                held = (capacity, posting)
                for name, value in _named(capacity, posting):
                    self._at.setdefault((name, value), []).append(held)
                if _is_wide(posting):
                    self._wide.setdefault(posting.station, []).append(held)

    def who_may(self, item: DueItem, days: Span) -> list[tuple[Capacity, Span]]:
        """Staff who may do an item, each with days on which they may.

        Args:
            item: What is due.
            days: Only on these days.

        Returns:
            By staff id and first day; one may come several times, and days may overlap where
            somebody holds two posts.
        """
        found = _on(days, self._posted(item), item.who)
        if item.staff is None and item.who and item.station:
            wide = self._wide.get(item.station, ())
            for gap in days.gaps([span for _, span in found]):
                found += _on(gap, wide, item.who)
        return sorted(found, key=lambda one: (one[0].staff, one[1]))

    def _posted(self, item: DueItem) -> list[_Held]:
        if item.staff is not None:
            return self._at.get(("staff", item.staff), [])
        place = _PLACES.get(item.subject_kind)
        if place is None:
            return self._at.get(("area", item.area), [])
        found = self._at.get((place, item.subject), [])
        if place != "grid":
            return found
        serving = self._at.get(("area", item.area), [])
        return found + [held for held in serving if held[1].grid is None]


def _named(capacity: Capacity, posting: Posting) -> list[tuple[str, str]]:
    """Names under which a post is found."""
    names = [("staff", capacity.staff), ("station", posting.station)]
    places = (
        ("area", posting.area),
        ("room", posting.room),
        ("grid", posting.grid),
        ("post", posting.post),
    )
    return names + [(name, value) for name, value in places if value is not None]


def _is_wide(posting: Posting) -> bool:
    return (posting.area, posting.room, posting.grid, posting.post) == (None,) * 4


def _on(days: Span, held: Iterable[_Held], who: tuple[str, ...]) -> list[tuple[Capacity, Span]]:
    """Those of the posts that hold a role that may, each with its days among these."""
    return [
        (capacity, met)
        for capacity, posting in held
        if (not who or posting.role in who) and (met := posting.days.meet(days)) is not None
    ]
