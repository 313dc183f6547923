"""Venues: rooms in which only so much may go on at once, and when they are open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from attrs import Factory, field, frozen, mutable

from fengqiao.errors import Fault, RequestError
from fengqiao.planning.items import DueItem

Stretch = tuple[int, int]
"""From and until, in minutes after midnight; the end is not included."""
_DAY = 24 * 60


def _names(given: Iterable[str]) -> tuple[str, ...]:
    return tuple(given)


@frozen(kw_only=True)
class Venue:
    """A room that meetings need for themselves; kept nowhere.

    Attributes:
        room: Id of the room: where the work stands in the plan.
        of: Communities, areas, stations or officers whose work needs it, beside the room itself.
        entries: Ids of entries that need it; an id stands for those that begin with it and a dot,
            too. None: all meetings.
        opens, closes: When it may be used; None: at any time of the day.
        at_once: How much of that may go on at the same time.

    Units:
        opens, closes: minutes after midnight.
    """

    room: str
    of: tuple[str, ...] = field(default=(), converter=_names)
    entries: tuple[str, ...] = field(default=(), converter=_names)
    opens: int | None = None
    closes: int | None = None
    at_once: int = 1

    @property
    def hours(self) -> Stretch:
        """When it may be used."""
        return (
            0 if self.opens is None else self.opens,
            _DAY if self.closes is None else self.closes,
        )


def check_venues(venues: Iterable[Venue]) -> tuple[Venue, ...]:
    """Refuse what can't be.

    Args:
        venues: As the caller gives them.

    Returns:
        By room.

    Raises:
        RequestError: A room stands twice, closes before it opens, or holds nothing.
    """
    given = tuple(venues)
    seen: set[str] = set()
    faults = []
    for row, one in enumerate(given, start=1):
        opens, closes = one.hours
        if one.room in seen:
            faults.append(Fault("venues.twice", {"row": row}))
        if not 0 <= opens < closes <= _DAY:
            faults.append(Fault("venues.hours", {"row": row}))
        if type(one.at_once) is not int or one.at_once < 1:
            faults.append(Fault("venues.at_once", {"row": row}))
        seen.add(one.room)
    if faults:
        raise RequestError.of(faults)
    return tuple(sorted(given, key=lambda one: one.room))


@mutable
class Book:
    """Which rooms are taken when, while a plan is made."""

    venues: tuple[Venue, ...] = ()
    taken: dict[tuple[str, date], list[Stretch]] = Factory(dict)

    def venue_of(self, item: DueItem) -> Venue | None:
        """The room that an item needs; of several the first by id."""
        return next((venue for venue in self.venues if _needs(venue, item)), None)

    def free(self, venue: Venue, day: date) -> list[Stretch]:
        """When a room may still be used on a day."""
        opens, closes = venue.hours
        taken = self.taken.get((venue.room, day), [])
        edges = {opens, closes, *(edge for stretch in taken for edge in stretch)}
        found: list[Stretch] = []
        cuts = sorted(edge for edge in edges if opens <= edge <= closes)
        for first, last in pairwise(cuts):
            if sum(start <= first < end for start, end in taken) < venue.at_once:
                if found and found[-1][1] == first:
                    found[-1] = (found[-1][0], last)
                else:
                    found.append((first, last))
        return found

    def take(self, venue: Venue, day: date, start: int, minutes: int) -> None:
        """Note that a room is used."""
        self.taken.setdefault((venue.room, day), []).append((start, start + minutes))


def _needs(venue: Venue, item: DueItem) -> bool:
    places = (venue.room, *venue.of)
    if not {item.subject, item.area, item.station, item.staff}.intersection(places):
        return False
    return any(_named(venue, item)) if venue.entries else item.kind == "meeting"


def _named(venue: Venue, item: DueItem) -> Iterator[bool]:
    for name in venue.entries:
        yield item.entry == name or item.entry.startswith(f"{name}.")
