"""Venues: rooms in which only so much may go on at once, and when they are open."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import field, frozen

from fengqiao.errors import Fault, RequestError

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
