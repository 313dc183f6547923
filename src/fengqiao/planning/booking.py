"""Which rooms are taken when, while a plan is made."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from attrs import Factory, mutable

from fengqiao.planning.items import DueItem
from fengqiao.planning.venues import Stretch, Venue


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
