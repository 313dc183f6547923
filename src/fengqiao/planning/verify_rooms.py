"""Check that no room is used when it is closed, or by more than it holds; apart from planners."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import frozen

from fengqiao.planning.items import DueItem
from fengqiao.planning.plan import Placed
from fengqiao.planning.venues import Venue
from fengqiao.planning.violations import Violation


@frozen
class RoomsUsed:
    """What stands in each room on each day.

    Attributes:
        venues: By room.
        blocks: By room and day, of work that needs the room.
    """

    venues: Mapping[str, Venue]
    blocks: Mapping[tuple[str, date], tuple[Placed, ...]]

    @classmethod
    def of(
        cls, placed: Iterable[Placed], due: Mapping[str, DueItem], venues: Iterable[Venue]
    ) -> RoomsUsed:
        """Sort blocks by the rooms that their items need; visits are made where people live."""
        empty = cls({one.room: one for one in venues}, {})
        found: defaultdict[tuple[str, date], list[Placed]] = defaultdict(list)
        for block in placed:
            item = due.get(block.item)
            needed = empty.needed_by(item) if item is not None and not block.refs else None
            if needed is not None:
                found[needed.room, block.day].append(block)
        return cls(empty.venues, {key: tuple(some) for key, some in found.items()})

    def needed_by(self, item: DueItem) -> Venue | None:
        """The room that an item needs."""
        for _, one in sorted(self.venues.items()):
            whose = (item.subject, item.area, item.station, item.staff)
            if not any(place in whose for place in (one.room, *one.of)):
                continue
            is_named = any(f"{item.entry}.".startswith(f"{name}.") for name in one.entries)
            if is_named or (not one.entries and item.kind == "meeting"):
                return one
        return None

    def check(self) -> Iterator[Violation]:
        """Blocks in closed rooms, and those that begin when a room holds no more."""
        for (room, _), some in self.blocks.items():
            venue = self.venues[room]
            opens, closes = venue.hours
            for block in some:
                if block.start < opens or block.end > closes:
                    yield _of(block, "plan.room_closed")
                going_on = sum(one.start <= block.start < one.end for one in some)
                if going_on > venue.at_once:
                    yield _of(block, "plan.room_taken")

    def fits(self, item: DueItem, day: date, start: int, minutes: int) -> bool:
        """Whether the room that an item needs would hold it, too, from a time of a day on."""
        venue = self.needed_by(item)
        if venue is None:
            return True
        opens, closes = venue.hours
        some = self.blocks.get((venue.room, day), ())
        moments = [start, *(one.start for one in some if start < one.start < start + minutes)]
        busiest = max(sum(one.start <= at < one.end for one in some) for at in moments)
        return opens <= start and start + minutes <= closes and busiest < venue.at_once

    def times(self, item: DueItem, day: date) -> tuple[int, ...]:
        """Times of a day at which the room that an item needs opens, or something in it ends."""
        venue = self.needed_by(item)
        if venue is None:
            return ()
        some = self.blocks.get((venue.room, day), ())
        return (venue.hours[0], *(one.end for one in some))


def _of(block: Placed, code: str) -> Violation:
    return Violation(code=code, item=block.item, staff=block.staff, day=block.day)
